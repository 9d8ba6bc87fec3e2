#pragma once

#include <QAccessible>
#include <QWidget>

namespace sparkler::gui {

/// namelessFocusableWidgets() without what is hidden: a message that has not been shown has no text yet.
inline QString namelessShownWidgets(QWidget &root)
{
    QStringList nameless;
    const QList<QWidget *> widgets = root.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool inner = widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox");
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || inner)
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className());
    }
    return nameless.join(u' ');
}

} // namespace sparkler::gui
