#pragma once

#include "manager/workspace.h"

#include <QWizard>

#include <memory>

namespace sparkler::gui {

struct MachineOrder;

/// The create flow: source (demo guest, own kernel and root file system, configuration file), resources, review. Every
/// page works on its defaults.
class CreateMachineWizard : public QWizard {
    Q_OBJECT
public:
    explicit CreateMachineWizard(Workspace *workspace, QWidget *parent = nullptr);
    ~CreateMachineWizard() override;

    void accept() override;

signals:
    /// The machine is in the store; a task may still fill its disk.
    void created(const QString &id);
    void failed(const sparkler::gui::Failure &failure);

private:
    Workspace *m_workspace;
    std::unique_ptr<MachineOrder> m_order; ///< filled in page by page
};

} // namespace sparkler::gui
