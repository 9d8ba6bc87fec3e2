#include "widgets/terminal/terminal_accessible.h"

#include "widgets/terminal/terminal_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace sparkler::gui {

namespace {

/// The rows on view as one text, read only. Offsets are UTF-16 units of TerminalView::visibleText().
class AccessibleTerminal : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit AccessibleTerminal(TerminalView *view) : QAccessibleWidget(view, QAccessible::Terminal), m_view(view) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_view->visibleText() : QAccessibleWidget::text(kind);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.multiLine = true;
        state.readOnly = m_view->isReadOnly();
        state.selectableText = true;
        return state;
    }

    QString text(int start, int end) const override { return m_view->visibleText().mid(start, end - start); }
    int characterCount() const override { return static_cast<int>(m_view->visibleText().size()); }

    int cursorPosition() const override
    {
        const TerminalPosition cursor = m_view->surface().cursor();
        const qint64 top = m_view->topRow();
        if (cursor.row < top || cursor.row >= top + m_view->surface().rows())
            return 0;
        qsizetype at = 0;
        for (qint64 row = top; row < cursor.row; ++row)
            at += m_view->surface().rowText(row).size() + 1;
        const TerminalRange before{{cursor.row, 0}, cursor};
        return static_cast<int>(at + m_view->surface().text(before).size());
    }

    QRect characterRect(int offset) const override
    {
        const QString before = m_view->visibleText().left(offset);
        const auto row = static_cast<int>(before.count(u'\n'));
        const auto column = static_cast<int>(before.size() - before.lastIndexOf(u'\n') - 1);
        const QRect cell = m_view->cellRect({m_view->topRow() + row, column});
        return {m_view->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }

    int offsetAtPoint(const QPoint &point) const override
    {
        const TerminalPosition at = m_view->positionAt(m_view->viewport()->mapFromGlobal(point));
        qsizetype offset = 0;
        for (qint64 row = m_view->topRow(); row < at.row; ++row)
            offset += m_view->surface().rowText(row).size() + 1;
        return static_cast<int>(offset + std::min<qsizetype>(at.column, m_view->surface().rowText(at.row).size()));
    }

    int selectionCount() const override { return 0; } // the selection may reach beyond the rows on view
    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    void setCursorPosition(int) override {}
    void scrollToSubstring(int, int) override {}

    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    TerminalView *m_view;
};

QAccessibleInterface *makeAccessibleTerminal(const QString &, QObject *object)
{
    auto *view = qobject_cast<TerminalView *>(object);
    return view != nullptr ? new AccessibleTerminal(view) : nullptr;
}

} // namespace

void installTerminalAccessibility()
{
    // Installing the same factory again does nothing.
    QAccessible::installFactory(makeAccessibleTerminal);
}

} // namespace sparkler::gui
