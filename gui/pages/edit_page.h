#pragma once

#include "manager/workspace.h"
#include "pages/change_bar.h"
#include "pages/hardware_draft.h"
#include "pages/machine_page.h"
#include "widgets/inline_message.h"

#include <QPointer>
#include <QSet>

#include <map>

namespace sparkler::gui {

class PageColumn;

/// A page that edits a part of a machine's definition. What is entered is a draft, kept by machine so that nothing is
/// lost when another is looked at, until it is applied or discarded in the bar at the bottom. A page that derives puts
/// its forms into column(), changes the draft through edit() and shows it in showDraft().
class EditPage : public MachinePage {
    Q_OBJECT
public:
    explicit EditPage(Workspace *workspace, QWidget *parent = nullptr);
    ~EditPage() override;

    void setMachine(Machine *machine) override;
    bool hasUnsavedChanges() const override;

protected:
    /// Shows draft(), or nothing when there is no machine. Called after each change.
    virtual void showDraft() = 0;
    /// Why the draft cannot be applied as it is; empty: it can. There is a machine.
    virtual QString draftProblem() = 0;
    /// An entry that makes no value: the bar has to be there to discard it.
    virtual bool hasInvalidEntry() const { return false; }
    /// Fields show the draft anew in place of what is being typed.
    virtual void reloadEntries() {}
    /// Beside the part that caused it; null: in none, then it is about the machine as a whole.
    virtual InlineMessage *messageFor(const Failure &failure) = 0;
    virtual QList<InlineMessage *> partMessages() const = 0;
    /// What has to be there before the definition is saved; calls `next` in the end, or finish() with why not.
    virtual void prepare(QPointer<Machine> target, const std::function<void()> &next);
    /// The machine that is shown has changed.
    virtual void machineChanged() {}

    Workspace *workspace() const { return m_workspace; }
    Machine *machine() const { return m_machine; }
    PageColumn *column() const { return m_column; }
    HardwareDraft &draft() { return draftOf(m_machine); } ///< of the machine that is shown
    HardwareDraft &draftOf(const Machine *machine);
    bool live() const;     ///< it has an engine that takes changes
    bool applying() const; ///< the forms are to be off
    void edit(const std::function<void(HardwareDraft &)> &change);
    void showAnew();
    /// Applies `wanted` at once; the rest of the draft stays one. `done` when it has worked and its machine is still
    /// shown.
    void applyAlone(const MachineDefinition &wanted, const std::function<void()> &done);
    void finish(const QPointer<Machine> &target, const Outcome<QStringList> &outcome);
    void clearMessages();

private:
    void follow();
    void apply();
    void discard();
    void save(const QPointer<Machine> &target);
    /// In the page when `target` is shown, else in the window.
    void report(const QPointer<Machine> &target, const Failure &failure);

    Workspace *m_workspace;
    QPointer<Machine> m_machine;
    std::map<QString, HardwareDraft> m_drafts; ///< by machine
    QSet<QString> m_busy;                      ///< machines whose changes are being applied
    PageColumn *m_column;
    InlineMessage *m_general;
    ChangeBar *m_bar;
};

} // namespace sparkler::gui
