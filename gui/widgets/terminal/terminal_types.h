#pragma once

#include <QtGlobal>

#include <compare>
#include <string>
#include <vector>

namespace sparkler::gui {

/// A colour as the guest named it. What an index looks like is the palette's decision, not the guest's.
struct TerminalColor {
    enum class Kind : quint8 { Default, Indexed, Rgb };

    Kind kind = Kind::Default;
    quint8 red = 0; ///< the palette index (0..255) when `kind` is Indexed
    quint8 green = 0;
    quint8 blue = 0;

    bool operator==(const TerminalColor &) const = default;
};

/// How a cell is drawn, apart from its character.
struct TerminalStyle {
    TerminalColor foreground;
    TerminalColor background;
    bool bold : 1 = false;
    bool italic : 1 = false;
    bool underline : 1 = false;
    bool strike : 1 = false;
    bool reverse : 1 = false;

    bool operator==(const TerminalStyle &) const = default;
};

/// One cell of the grid.
struct TerminalCell {
    char32_t code = 0; ///< 0: blank
    TerminalStyle style;
    quint8 width = 1; ///< in cells: 1 or 2; 0 is the second half of a wide character
    quint8 marks = 0; ///< combining characters: 1-based index into TerminalLine::marks, 0 is none

    bool operator==(const TerminalCell &) const = default;
};

/// One row of cells. Cells past the end are blank in the default style.
struct TerminalLine {
    std::vector<TerminalCell> cells;
    std::vector<std::u32string> marks;
};

/// A place in the text. `row` counts from the first line ever printed, so it stays with its line while output scrolls.
struct TerminalPosition {
    qint64 row = 0;
    int column = 0;

    auto operator<=>(const TerminalPosition &) const = default;
};

/// From `start` to just before `end`, in reading order.
struct TerminalRange {
    TerminalPosition start;
    TerminalPosition end;

    bool isEmpty() const { return end <= start; }
    bool contains(TerminalPosition at) const { return start <= at && at < end; }
    bool operator==(const TerminalRange &) const = default;
};

} // namespace sparkler::gui
