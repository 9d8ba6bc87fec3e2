#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace sparkler::gui {

/// Class names of `root` and its children that take the keyboard focus and have no name for a screen reader.
inline QStringList namelessFocusableWidgets(QWidget &root)
{
    QStringList nameless;
    QList<QWidget *> widgets = root.findChildren<QWidget *>();
    widgets << &root;
    for (QWidget *widget : std::as_const(widgets)) {
        // A widget inside a spin box is spoken for by the box, one with a proxy by the proxy.
        const bool inner = widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox");
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || inner)
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className());
    }
    return nameless;
}

} // namespace sparkler::gui
