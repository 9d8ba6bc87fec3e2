#pragma once

#include "widgets/terminal/terminal_filter.h"
#include "widgets/terminal/terminal_types.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace sparkler::gui {

enum class TerminalCursorShape { Block, Underline, Bar };
enum class TerminalMouseMode { None, Click, Drag, Move };
enum class TerminalSearchDirection { Forward, Backward };

/// A terminal without a window: bytes of a guest in, a grid of cells and replies out. Knows nothing of machines.
///
/// Memory is bounded: kMaxRows x kMaxColumns cells, the scrollback limit, and kMaxPending bytes of unread input.
/// GUI thread (or any one thread with an event loop).
class TerminalSurface : public QObject {
    Q_OBJECT
public:
    static constexpr int kMinRows = 2;
    static constexpr int kMaxRows = 500;
    static constexpr int kMinColumns = 4;
    static constexpr int kMaxColumns = 500;
    static constexpr int kDefaultScrollback = 10'000;         ///< lines
    static constexpr int kMaxScrollback = 200'000;            ///< lines
    static constexpr qsizetype kSlice = 64 * 1024;            ///< bytes handled per turn of the event loop
    static constexpr qsizetype kMaxPending = 4 * 1024 * 1024; ///< bytes waiting; older ones are dropped, with a notice
    static constexpr qsizetype kMaxReply = 4096;              ///< bytes of query replies per slice; the rest is dropped
    static constexpr qsizetype kMaxMatchText = 1000;          ///< characters of a search text

    explicit TerminalSurface(int rows = 24, int columns = 80, QObject *parent = nullptr);
    ~TerminalSurface() override;

    /// Takes output of the guest. Up to kSlice bytes are handled before this returns, the rest in later turns of the
    /// event loop, so a flood cannot hold the thread.
    void write(const QByteArray &bytes);
    /// Handles everything that waits, at once.
    void flush();
    qsizetype pendingBytes() const;

    int rows() const;
    int columns() const;
    /// Clamped to the limits above. Text stays; nothing is sent to the guest.
    void resize(int rows, int columns);

    /// Rows firstRow() (oldest in the scrollback) to endRow() - 1 (bottom of the screen) exist.
    qint64 firstRow() const;
    qint64 screenRow() const; ///< the row at the top of the screen
    qint64 endRow() const;
    int scrollbackLines() const;
    int scrollbackLimit() const;
    void setScrollbackLimit(int lines);
    void clearScrollback();
    /// Empties screen and scrollback and puts every mode back; the guest is not told.
    void clear();

    /// The cells of a row; empty for rows that do not exist.
    TerminalLine line(qint64 row) const;
    TerminalPosition cursor() const;
    bool isCursorVisible() const;
    TerminalCursorShape cursorShape() const;
    QString title() const;
    bool isAlternateScreen() const;
    TerminalMouseMode mouseMode() const;
    const TerminalInputModes &inputModes() const;

    /// Text of a range: rows joined with line feeds, blanks at row ends left out, wide characters once.
    QString text(const TerminalRange &range) const;
    QString rowText(qint64 row) const;
    /// Scrollback and screen, blank rows at the end left out; ends with a line feed unless empty.
    QString allText() const;
    TerminalRange allRange() const;
    /// The word (run of letters, digits and path characters) or other single cell at a place; the whole row.
    TerminalRange wordAt(TerminalPosition at) const;
    TerminalRange rowRange(qint64 row) const;

    /// Nearest match that starts at or after (Forward), or ends at or before (Backward), `from`. Does not wrap round.
    /// Matches lie within one row.
    std::optional<TerminalRange> find(const QString &needle, TerminalPosition from, TerminalSearchDirection direction,
                                      Qt::CaseSensitivity sensitivity) const;

    /// Sends a key, text or paste to the guest through output(). False when the key sends nothing.
    bool sendKey(int key, Qt::KeyboardModifiers modifiers, const QString &text);
    void sendText(const QString &text);
    void paste(const QString &text);
    /// A mouse event at a screen cell (0-based), sent only as far as the guest asked for it. Buttons 1 to 3, wheel
    /// 4, 5.
    void sendMouseButton(int row, int column, int button, bool pressed, Qt::KeyboardModifiers modifiers);
    void sendMouseMove(int row, int column, Qt::KeyboardModifiers modifiers);
    /// Tells a guest that asked for focus reports.
    void setFocused(bool focused);

signals:
    /// Bytes for the guest: what was typed, and replies to its queries.
    void output(const QByteArray &bytes);
    /// Something to draw changed; at most once per slice.
    void changed();
    void titleChanged(const QString &title);
    /// At most once per slice.
    void bell();
    void alternateScreenChanged(bool alternate);
    /// Scrollback was emptied: rows before screenRow() are gone.
    void scrollbackCleared();
    /// Input came faster than it could be shown; `bytes` of it were left out.
    void inputDropped(qint64 bytes);

private:
    struct Engine;
    friend struct Engine;

    void processSlice();
    void scheduleSlice();
    void finishSlice();
    const TerminalLine *scrollbackLine(qint64 row) const;

    std::unique_ptr<Engine> m_engine;
};

} // namespace sparkler::gui
