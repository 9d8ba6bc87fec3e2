#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include <functional>

/// What a user's hands and eyes do with a window: widgets are found by kind and by the name that a screen reader says,
/// and only by mouse and keys is anything changed.
namespace driver {

/// Without mnemonics, trailing ellipsis and colon.
inline QString plain(QString text)
{
    text.remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u':'))
        text.chop(1);
    return text;
}

inline QString nameOf(QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return plain(widget->accessibleName());
    if (const auto *button = qobject_cast<QAbstractButton *>(widget); button && !button->text().isEmpty())
        return plain(button->text());
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? plain(face->text(QAccessible::Name)) : QString();
}

/// All visible widgets of this kind.
template <typename T>
QList<T *> allVisible(QWidget *root)
{
    QList<T *> found = root->findChildren<T *>();
    found.removeIf([](T *widget) { return !widget->isVisible(); });
    return found;
}

/// The visible widget of this kind and name; null: none.
template <typename T>
T *find(QWidget *root, const QString &name)
{
    for (T *widget : allVisible<T>(root)) {
        if (nameOf(widget) == plain(name))
            return widget;
    }
    return nullptr;
}

/// A left click in its middle; false when it cannot be clicked.
inline bool click(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, widget->rect().center());
    return true;
}

/// A check box is clicked on its mark.
inline bool clickMark(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    const int x = widget->layoutDirection() == Qt::RightToLeft ? widget->width() - 8 : 8;
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, {x, widget->height() / 2});
    return true;
}

inline bool clickButton(QWidget *root, const QString &name)
{
    return click(find<QAbstractButton>(root, name));
}

inline bool clickTab(QTabBar *bar, const QString &title)
{
    if (!bar || !bar->isVisible())
        return false;
    for (int tab = 0; tab < bar->count(); ++tab) {
        if (plain(bar->tabText(tab)) != title)
            continue;
        QTest::mouseClick(bar, Qt::LeftButton, Qt::NoModifier, bar->tabRect(tab).center());
        return bar->currentIndex() == tab;
    }
    return false;
}

/// The row whose first column shows `text`, searched below every branch; invalid: none.
inline QModelIndex findRow(const QAbstractItemView *view, const QString &text, const QModelIndex &below = {})
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(below); ++row) {
        const QModelIndex index = model->index(row, 0, below);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex deeper = findRow(view, text, index); deeper.isValid())
            return deeper;
    }
    return {};
}

inline bool clickIndex(QAbstractItemView *view, const QModelIndex &index,
                       Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    if (!view || !index.isValid())
        return false;
    view->scrollTo(index);
    const QRect place = view->visualRect(index);
    if (place.isEmpty())
        return false;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, place.center());
    return true;
}

inline bool clickRow(QAbstractItemView *view, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return view && clickIndex(view, findRow(view, text), modifiers);
}

/// Replaces the field's text by typing.
inline bool type(QWidget *field, const QString &text)
{
    if (!field || !field->isVisible() || !field->isEnabled())
        return false;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
    return true;
}

/// Goes with the arrow keys to the entry that shows `text`.
inline bool choose(QComboBox *box, const QString &text)
{
    if (!box || !box->isVisible() || !box->isEnabled())
        return false;
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int tries = box->count(); box->currentText() != text && tries > 0; --tries)
        QTest::keyClick(box, Qt::Key_Down);
    return box->currentText() == text;
}

/// Does `what` with the modal dialog that the next event loop shows, then closes it if it is still there. Call it
/// before what opens the dialog.
inline void inNextDialog(std::function<void(QWidget *)> what, int triesLeft = 100)
{
    QTimer::singleShot(50, qApp, [what = std::move(what), triesLeft] {
        QPointer<QWidget> dialog = QApplication::activeModalWidget();
        if (!dialog) {
            if (triesLeft > 0)
                inNextDialog(what, triesLeft - 1);
            return;
        }
        what(dialog);
        if (dialog)
            dialog->close();
    });
}

} // namespace driver
