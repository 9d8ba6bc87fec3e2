#pragma once

#include "manager/workspace.h"
#include "pages/machine_page.h"

#include <memory>

namespace sparkler::gui {

/// Processors, memory, boot source and drives of a machine, with live changes where the engine can.
class HardwarePage : public MachinePage {
    Q_OBJECT
public:
    explicit HardwarePage(Workspace *workspace, QWidget *parent = nullptr);
    ~HardwarePage() override;

    QString title() const override;
    Icon icon() const override;
    void setMachine(Machine *machine) override;
    bool hasUnsavedChanges() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
