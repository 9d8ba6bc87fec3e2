#pragma once

#include <QDialog>

class QAction;

namespace sparkler::gui {

/// Every shortcut of the window's actions, and those that pages have of their own.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace sparkler::gui
