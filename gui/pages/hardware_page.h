#pragma once

#include "pages/edit_page.h"

#include <memory>

namespace sparkler::gui {

/// Processors, memory, boot source, drives and small devices of a machine, with live changes where the engine can.
class HardwarePage : public EditPage {
    Q_OBJECT
public:
    explicit HardwarePage(Workspace *workspace, QWidget *parent = nullptr);
    ~HardwarePage() override;

    QString title() const override;
    Icon icon() const override;

protected:
    void showDraft() override;
    QString draftProblem() override;
    bool hasInvalidEntry() const override;
    void reloadEntries() override;
    InlineMessage *messageFor(const Failure &failure) override;
    QList<InlineMessage *> partMessages() const override;
    void prepare(QPointer<Machine> target, const std::function<void()> &next) override;

private:
    struct Private;
    friend struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
