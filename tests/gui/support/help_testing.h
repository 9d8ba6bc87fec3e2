#pragma once

#include "pages/help_dialog.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QTest>
#include <QTextBrowser>

/// From an error to its section of docs/troubleshooting.md, as one goes it by the keyboard.
namespace sparkler::gui::help_testing {

/// The buttons in sight that lead there.
inline QList<QAbstractButton *> links(const QWidget &root)
{
    QCoreApplication::processEvents(); // what a layout has got is shown by an event
    QList<QAbstractButton *> found = root.findChildren<QAbstractButton *>();
    found.removeIf([](const QAbstractButton *button) {
        return !button->isVisible() || button->text() != QStringLiteral("More about this");
    });
    return found;
}

/// The heading of the section that the only button in sight shows. Without one, or with several, what is wrong.
inline QString sectionBehindLink(const QWidget &root)
{
    const QList<QAbstractButton *> all = links(root);
    if (all.size() != 1)
        return QStringLiteral("%1 links").arg(all.size());
    if (!(all.constFirst()->focusPolicy() & Qt::TabFocus))
        return QStringLiteral("cannot be reached by keys");
    QTest::keyClick(all.constFirst(), Qt::Key_Space);
    auto *dialog = all.constFirst()->window()->findChild<HelpDialog *>();
    if (!dialog || !dialog->isVisible())
        return QStringLiteral("shows nothing");
    const QString text = dialog->findChild<QTextBrowser *>()->toPlainText();
    delete dialog;
    return text.section(u'\n', 0, 0);
}

} // namespace sparkler::gui::help_testing
