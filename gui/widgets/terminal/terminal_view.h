#pragma once

#include "widgets/terminal/terminal_palette.h"
#include "widgets/terminal/terminal_surface.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QFont>
#include <QTimer>

#include <array>

class QAction;
class QMenu;

namespace sparkler::gui {

/// Draws a TerminalSurface and turns keys and mouse into input for it. Repaints at most about 60 times a second,
/// however fast the guest prints. Colours follow the widget palette. The cursor does not blink.
///
/// Tab belongs to the guest; Ctrl+Shift+Tab leaves the terminal. Alt sends ESC first. Shift with the mouse selects even
/// when the guest takes the mouse.
class TerminalView : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr int kMinPointSize = 6;
    static constexpr int kMaxPointSize = 36;

    /// `surface` is not owned and must outlive the view.
    explicit TerminalView(TerminalSurface &surface, QWidget *parent = nullptr);

    TerminalSurface &surface() const { return m_surface; }

    /// Read-only: nothing typed, pasted or clicked reaches the guest; scrolling, selecting and copying work.
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }

    void zoomIn();
    void zoomOut();
    void resetZoom();
    int pointSize() const { return m_font.pointSize(); }

    bool hasSelection() const { return !m_selection.isEmpty(); }
    TerminalRange selection() const { return m_selection; }
    QString selectedText() const;
    void setSelection(const TerminalRange &range);
    void clearSelection() { setSelection({}); }
    void selectAll();
    void copy() const;
    void paste();

    /// Rows on view: topRow() to topRow() + surface().rows() - 1.
    qint64 topRow() const;
    void scrollToEnd();
    void ensureVisible(qint64 row);
    /// True while new output keeps the newest row on view.
    bool isFollowing() const { return m_following; }

    /// The text on view, one line a row.
    QString visibleText() const;
    /// Rectangle of a cell in viewport pixels.
    QRect cellRect(TerminalPosition at) const;
    /// The cell under a viewport position, clamped to the rows on view; column may be one past the last.
    TerminalPosition positionAt(QPoint pos) const;
    /// A new menu with the view's actions; the caller owns it.
    QMenu *makeContextMenu();
    QSize sizeHint() const override;

signals:
    void findRequested();
    void saveRequested();
    void selectionChanged();
    void readOnlyChanged(bool readOnly);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Grain { Cell, Word, Row };

    void makeActions();
    QAction *addViewAction(const QString &text, const QList<QKeySequence> &keys, void (TerminalView::*slot)());
    void updateActions();
    bool isOwnShortcut(const QKeyEvent &event) const;
    bool scrollByKey(const QKeyEvent &event);
    void setPointSize(int size);
    void updateMetrics();
    void updateGrid();
    void updateScrollBar();
    void surfaceChanged();
    void refresh();
    void updateAccessibility();
    void emitFind() { emit findRequested(); }
    void emitSave() { emit saveRequested(); }
    void clearScrollback() { m_surface.clearScrollback(); }
    void ringBell();

    void paintRow(QPainter &painter, qint64 row, int y) const;
    void paintCells(QPainter &painter, const TerminalLine &line, std::size_t from, std::size_t to, int y,
                    const TerminalStyle &style, bool selected) const;
    void paintText(QPainter &painter, const TerminalLine &line, std::size_t from, std::size_t to, int y,
                   const QFont &font) const;
    void paintCursor(QPainter &painter) const;
    void paintPreedit(QPainter &painter) const;

    bool guestTakesMouse(Qt::KeyboardModifiers modifiers) const;
    void sendMouse(const QMouseEvent &event, bool pressed);
    TerminalRange grow(TerminalPosition at) const;
    void extendSelection(TerminalPosition to);
    void publishSelection() const;

    TerminalSurface &m_surface;
    TerminalPalette m_palette;
    QFont m_font;
    std::array<QFont, 4> m_fonts; // bit 0: bold, bit 1: italic; spaced to whole cells
    int m_defaultPointSize = 10;
    int m_cellWidth = 8;
    int m_cellHeight = 16;
    int m_ascent = 12;

    bool m_readOnly = false;
    bool m_following = true;
    bool m_settingScrollBar = false;
    qint64 m_topRow = 0; // while not following
    QTimer m_repaintTimer;
    QElapsedTimer m_sinceBell;
    QString m_preedit;
    QString m_lastAccessibleText;
    int m_wheelRest = 0;

    TerminalRange m_selection;
    TerminalRange m_anchor; // what the first click selected
    Grain m_grain = Grain::Cell;
    bool m_selecting = false;
    QElapsedTimer m_sinceDoubleClick;
    QPoint m_doubleClickPos;

    QAction *m_copy = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_clearScrollback = nullptr;
};

} // namespace sparkler::gui
