#pragma once

#include "manager/runner.h"

#include <QPointer>

namespace sparkler::gui {

/// The engine in a helper machine that QEMU emulates, for hosts without usable KVM: see gui/emulator/README.md. One
/// object for all machines, since they share the helper machine's image. GUI thread.
class EmulatedRunner : public Runner {
public:
    /// The image is built as a task of `tasks`' (null: of `context`'s own).
    EmulatedRunner(Paths paths, TaskList *tasks, QObject *context);

    QString name() const override { return QStringLiteral("emulated"); }
    QString directoryAsSeen(const MachineDirectory &) const override { return QStringLiteral("/machine"); }
    MachineDirectory::Elsewhere elsewhere() const override { return MachineDirectory::Elsewhere::Copy; }
    /// The running build of the helper machine's image, or a new one; null when there is an image made of this engine.
    Task *prepare() override;
    Outcome<Launch> launch(const MachineDirectory &directory, const MachineDefinition &definition,
                           const QList<ShownPath> &files) const override;
    std::chrono::seconds startLimit() const override { return std::chrono::seconds(240); }
    std::chrono::seconds requestLimit() const override { return std::chrono::seconds(240); }
    int missedPollsAllowed() const override { return 15; }

    void setTaskList(TaskList *tasks) { m_tasks = tasks; }

private:
    QString imageRecord() const;
    /// What the image depends on.
    QByteArray imageKey() const;
    QString image() const;
    void build(Task *task);

    Paths m_paths;
    QPointer<TaskList> m_tasks;
    QObject *m_context;
    QPointer<Task> m_building;
};

} // namespace sparkler::gui
