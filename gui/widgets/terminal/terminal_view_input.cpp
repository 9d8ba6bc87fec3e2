// Keyboard, mouse and menus of the terminal view.

#include "widgets/terminal/terminal_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace sparkler::gui {

namespace {

constexpr int kWheelStep = 120; // eighths of a degree per notch
constexpr int kRowsPerNotch = 3;

bool isLeaveKey(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Tab) &&
           event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

int guestButton(Qt::MouseButton button)
{
    return button == Qt::LeftButton ? 1 : button == Qt::MiddleButton ? 2 : button == Qt::RightButton ? 3 : 0;
}

} // namespace

void TerminalView::makeActions()
{
    const auto keys = [](auto... combinations) { return QList<QKeySequence>{QKeySequence(combinations)...}; };
    m_copy = addViewAction(tr("&Copy"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C, Qt::CTRL | Qt::Key_Insert), nullptr);
    connect(m_copy, &QAction::triggered, this, [this] { copy(); });
    m_paste = addViewAction(tr("&Paste"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_V, Qt::SHIFT | Qt::Key_Insert),
                            &TerminalView::paste);
    addViewAction(tr("Select &all"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_A), &TerminalView::selectAll);
    addViewAction(tr("&Find…"), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_F), &TerminalView::emitFind);
    addViewAction(tr("Zoom &in"),
                  keys(Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::SHIFT | Qt::Key_Plus),
                  &TerminalView::zoomIn);
    addViewAction(tr("Zoom &out"), keys(Qt::CTRL | Qt::Key_Minus), &TerminalView::zoomOut);
    addViewAction(tr("&Normal size"), keys(Qt::CTRL | Qt::Key_0), &TerminalView::resetZoom);
    m_clearScrollback = addViewAction(tr("Clear &scrollback"), {}, &TerminalView::clearScrollback);
    addViewAction(tr("Save &log…"), {}, &TerminalView::emitSave);
    updateActions();
}

QAction *TerminalView::addViewAction(const QString &text, const QList<QKeySequence> &keys, void (TerminalView::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (slot != nullptr)
        connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void TerminalView::updateActions()
{
    m_copy->setEnabled(hasSelection());
    m_paste->setEnabled(!m_readOnly);
    m_clearScrollback->setEnabled(m_surface.scrollbackLines() > 0);
}

QMenu *TerminalView::makeContextMenu()
{
    auto *menu = new QMenu(this);
    menu->setAccessibleName(tr("Terminal menu"));
    menu->addActions(actions());
    return menu;
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && guestTakesMouse(event->modifiers()))
        return;
    QMenu *menu = makeContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
                          ? viewport()->mapToGlobal(cellRect(m_surface.cursor()).bottomLeft())
                          : event->globalPos();
    menu->popup(at);
}

bool TerminalView::isOwnShortcut(const QKeyEvent &event) const
{
    const QKeySequence pressed(event.keyCombination());
    const QList<QAction *> all = actions();
    return std::ranges::any_of(all, [&](const QAction *action) { return action->shortcuts().contains(pressed); });
}

bool TerminalView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Ctrl and Alt keys belong to the guest while the terminal has the focus, not to the window's menus. Our own
        // actions stay, and so do Ctrl+Shift keys we have no use for, and Ctrl with a digit, which serial terminals
        // hardly know: windows change pages with it.
        auto *key = static_cast<QKeyEvent *>(event);
        const bool digit =
            key->modifiers() == Qt::ControlModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9;
        const bool forWindow =
            digit || (key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && !isLeaveKey(*key));
        if (!m_readOnly && !forWindow && !isOwnShortcut(*key)) {
            key->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        // Before QWidget turns Tab into a change of focus.
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            keyPressEvent(key);
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::focusNextPrevChild(bool next)
{
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    if (isLeaveKey(*event)) {
        focusNextPrevChild(false);
        return;
    }
    if (scrollByKey(*event))
        return;
    if (m_readOnly) {
        if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)
            focusNextPrevChild(event->key() == Qt::Key_Tab); // nothing to type here, so Tab moves on
        else
            event->ignore();
        return;
    }
    if (m_surface.sendKey(event->key(), event->modifiers(), event->text()))
        scrollToEnd();
    else
        event->ignore();
}

bool TerminalView::scrollByKey(const QKeyEvent &event)
{
    const bool wanted = event.modifiers().testFlag(Qt::ShiftModifier) || m_readOnly;
    if (!wanted || event.modifiers().testFlag(Qt::AltModifier))
        return false;
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    QScrollBar *bar = verticalScrollBar();
    switch (event.key()) {
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return true;
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return true;
    case Qt::Key_End:
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!control && !m_readOnly)
            return false;
        bar->triggerAction(event.key() == Qt::Key_Up ? QAbstractSlider::SliderSingleStepSub
                                                     : QAbstractSlider::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

void TerminalView::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_readOnly) {
        event->ignore();
        return;
    }
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty()) {
        scrollToEnd();
        m_surface.sendText(event->commitString());
    }
    viewport()->update();
    event->accept();
}

QVariant TerminalView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return !m_readOnly;
    case Qt::ImCursorRectangle:
        return cellRect(m_surface.cursor()).translated(viewport()->pos());
    case Qt::ImFont:
        return m_font;
    case Qt::ImHints:
        return static_cast<int>(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    default:
        return QAbstractScrollArea::inputMethodQuery(query);
    }
}

void TerminalView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_readOnly)
        m_surface.setFocused(true);
    viewport()->update();
}

void TerminalView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (!m_readOnly)
        m_surface.setFocused(false);
    m_preedit.clear();
    viewport()->update();
}

bool TerminalView::guestTakesMouse(Qt::KeyboardModifiers modifiers) const
{
    return !m_readOnly && m_following && m_surface.mouseMode() != TerminalMouseMode::None &&
           !modifiers.testFlag(Qt::ShiftModifier);
}

void TerminalView::sendMouse(const QMouseEvent &event, bool pressed)
{
    const TerminalPosition at = positionAt(event.position().toPoint());
    m_surface.sendMouseButton(static_cast<int>(at.row - m_surface.screenRow()), at.column, guestButton(event.button()),
                              pressed, event.modifiers());
}

TerminalRange TerminalView::grow(TerminalPosition at) const
{
    if (m_grain == Grain::Word)
        return m_surface.wordAt(at);
    if (m_grain == Grain::Row)
        return m_surface.rowRange(at.row);
    return {at, at};
}

void TerminalView::extendSelection(TerminalPosition to)
{
    const TerminalRange reached = grow(to);
    setSelection({std::min(m_anchor.start, reached.start), std::max(m_anchor.end, reached.end)});
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    if (guestTakesMouse(event->modifiers())) {
        sendMouse(*event, true);
        return;
    }
    const TerminalPosition at = positionAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton) {
        const QClipboard *clipboard = QApplication::clipboard();
        if (!m_readOnly && clipboard->supportsSelection())
            m_surface.paste(clipboard->text(QClipboard::Selection));
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = true;
    const bool third =
        m_sinceDoubleClick.isValid() &&
        m_sinceDoubleClick.elapsed() < QApplication::styleHints()->mouseDoubleClickInterval() &&
        (event->position().toPoint() - m_doubleClickPos).manhattanLength() < QApplication::startDragDistance();
    m_sinceDoubleClick.invalidate();
    if (event->modifiers().testFlag(Qt::ShiftModifier) && hasSelection()) {
        m_grain = Grain::Cell;
        m_anchor = at < m_selection.start ? TerminalRange{m_selection.end, m_selection.end}
                                          : TerminalRange{m_selection.start, m_selection.start};
        extendSelection(at);
        return;
    }
    m_grain = third ? Grain::Row : Grain::Cell;
    m_anchor = grow(at);
    setSelection(third ? m_anchor : TerminalRange{});
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (guestTakesMouse(event->modifiers()) || event->button() != Qt::LeftButton) {
        mousePressEvent(event);
        return;
    }
    m_selecting = true;
    m_grain = Grain::Word;
    m_anchor = grow(positionAt(event->position().toPoint()));
    setSelection(m_anchor);
    m_sinceDoubleClick.start();
    m_doubleClickPos = event->position().toPoint();
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    if (m_selecting) {
        // Dragging past an edge scrolls; Qt keeps sending moves while the pointer does.
        if (pos.y() < 0)
            verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        else if (pos.y() >= viewport()->height())
            verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        extendSelection(positionAt(pos));
    } else if (guestTakesMouse(event->modifiers())) {
        const TerminalPosition at = positionAt(pos);
        m_surface.sendMouseMove(static_cast<int>(at.row - m_surface.screenRow()), at.column, event->modifiers());
    }
}

void TerminalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_selecting && event->button() == Qt::LeftButton) {
        m_selecting = false;
        publishSelection();
    } else if (guestTakesMouse(event->modifiers())) {
        sendMouse(*event, false);
    }
}

void TerminalView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->angleDelta().y() != 0)
            event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
        event->accept();
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kWheelStep;
    m_wheelRest -= notches * kWheelStep;
    event->accept();
    const bool up = notches > 0;
    const TerminalPosition at = positionAt(event->position().toPoint());
    for (int i = 0; i < std::min(std::abs(notches), 10); ++i) {
        if (guestTakesMouse(event->modifiers())) {
            m_surface.sendMouseButton(static_cast<int>(at.row - m_surface.screenRow()), at.column, up ? 4 : 5, true,
                                      event->modifiers());
        } else if (m_surface.isAlternateScreen() && !m_readOnly) {
            // Full-screen programs have no history here: the wheel moves their cursor instead.
            for (int row = 0; row < kRowsPerNotch; ++row)
                m_surface.sendKey(up ? Qt::Key_Up : Qt::Key_Down, Qt::NoModifier, {});
        } else {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + (up ? -kRowsPerNotch : kRowsPerNotch));
        }
    }
}

} // namespace sparkler::gui
