#pragma once

#include "widgets/terminal/terminal_types.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace sparkler::gui {

/// The characters of one row with their columns. Trailing blanks are left out; blanks in between are spaces; the second
/// cell of a wide character adds nothing.
class TerminalRowText {
public:
    using Columns = std::pair<int, int>; ///< first column, column after the last

    explicit TerminalRowText(const TerminalLine &line);

    const QString &text() const { return m_text; }
    /// Text of the cells that start in columns [from, to).
    QString textBetween(int from, int to) const;
    std::optional<Columns> findForward(const QString &needle, int fromColumn, Qt::CaseSensitivity sensitivity) const;
    /// The last match that ends at or before `toColumn`.
    std::optional<Columns> findBackward(const QString &needle, int toColumn, Qt::CaseSensitivity sensitivity) const;
    /// The word at a column, or the one cell there.
    Columns wordAround(int column) const;

private:
    qsizetype indexOfColumn(int column) const;
    int columnOf(qsizetype index) const;
    int endColumnOf(qsizetype index) const;

    QString m_text;
    std::vector<int> m_columns; // per UTF-16 unit: where its cell starts
    std::vector<int> m_ends;    // per UTF-16 unit: column after its cell
};

} // namespace sparkler::gui
