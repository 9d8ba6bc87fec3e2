#pragma once

#include "manager/machine_store.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace sparkler::gui {

/// Deleted machines: bring back, or remove for good.
class TrashDialog : public QDialog {
    Q_OBJECT
public:
    explicit TrashDialog(MachineStore *store, QWidget *parent = nullptr);

signals:
    void failed(const sparkler::gui::Failure &failure);

private:
    void fill();
    QStringList selectedIds() const;
    void refreshButtons();

    MachineStore *m_store;
    QTableWidget *m_table;
    QPushButton *m_restore;
    QPushButton *m_remove;
};

} // namespace sparkler::gui
