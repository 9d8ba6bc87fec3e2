#pragma once

// What the tasks of the snapshot library have in common. Inside of the library.

#include "manager/machine_store.h"
#include "manager/paths.h"
#include "manager/readiness.h"
#include "manager/snapshots/library.h"
#include "manager/snapshots/work_folder.h"
#include "manager/supervisor.h"
#include "manager/tap_state.h"
#include "manager/worker.h"

#include <QPointer>

namespace sparkler::gui {

/// What all operations work with.
struct SnapshotContext {
    Paths paths;
    MachineStore *store = nullptr;
    Supervisor *supervisor = nullptr;
    Readiness *readiness = nullptr;
    TapReader taps;
    HostCpu cpu;
    std::function<std::shared_ptr<const MachineSnapshots>(const QString &machineId)> snapshots;
    std::function<std::shared_ptr<const Lineage>(const QString &machineId)> lineage;
    std::function<void(const QString &machineId)> refresh; ///< its snapshots are others now
};

/// One task's work, step by step; steps that wait are in other threads or in the engine. Ends the task exactly once.
/// Owned by the library, which removes it when the task has ended. GUI thread.
class SnapshotOperation : public QObject {
    Q_OBJECT
public:
    SnapshotOperation(const SnapshotContext *context, QString machineId, QString what);

    /// The task to work on, and the lock that the machine's snapshots are kept with.
    void begin(Task *task, SnapshotLock lock);
    /// Whether the machine refuses its own actions meanwhile.
    virtual bool holdsMachine() const { return false; }
    const QString &machineId() const { return m_machineId; }
    /// Whose lock it works under.
    virtual SnapshotFolder folder() const { return SnapshotFolder(context().store->directory(m_machineId)); }
    Failure failure(const QString &why, const QString &remedy = {}, const QString &state = {}) const;

protected:
    virtual void run() = 0;
    /// What has to be put right before the task ends as failed or cancelled; calls `done` when it is.
    virtual void undo(std::function<void()> done) { done(); }

    const SnapshotContext &context() const { return *m_context; }
    Task *task() const { return m_task; }
    Machine *machine() const { return m_machine; } ///< null: it is gone
    std::shared_ptr<const MachineSnapshots> snapshots() const { return context().snapshots(m_machineId); }
    /// Null: there is none, or it is damaged; the operation ends as failed then.
    const Snapshot *usable(const QString &snapshotId);
    bool cancelling() const { return m_task->state() == Task::State::Cancelling; }

    /// Ends as failed, or as cancelled if that was asked for, after the step in hand and undo().
    void fail(const Failure &failure);
    void fail(const QString &why) { fail(failure(why)); }
    void finish(const QString &result);

    /// The next step, in another thread; `next` with its result. A step that fails ends the operation, and so does one
    /// after which the task is to be cancelled, if `cancellable`.
    void step(const QString &text, std::function<Outcome<QString>(const WorkerControl &)> work,
              std::function<void(const QString &)> next, bool cancellable = true);

private:
    const SnapshotContext *m_context;
    QString m_machineId, m_what;
    QPointer<Task> m_task;
    SnapshotLock m_lock;
    QPointer<Machine> m_machine;
    std::optional<Failure> m_deferred; ///< why it ends when the step in hand is done
    bool m_stepping = false;
    bool m_ending = false;
};

/// Copies one drive into `to`, a new file on this side of stable storage: shared blocks where possible. Blocks.
/// `within`: a folder that a file below it may not be a way out of, as an engine could make one.
std::expected<CopyMethod, QString> copyDrive(const QString &from, const QString &to, const WorkerControl &control,
                                             const QString &within = {});
/// Waits until the content is on stable storage. 0, or errno.
int syncFile(const QString &path);
/// Allocated bytes of a file; 0: none.
qint64 allocatedBytes(const QString &path);
/// The paths of the memory files of `chain`.
QStringList memoryPaths(const SnapshotFolder &folder, const QStringList &chain);

/// The snapshot as it is on disk, changed by `change` and written again. Error: a translated sentence.
std::expected<void, QString> rewriteSnapshot(const SnapshotFolder &folder, const QString &id,
                                             const std::function<void(Snapshot &)> &change);
/// Notes where the machine is now.
std::expected<void, QString> writeHere(const SnapshotFolder &folder, const QString &id);

// The operations.
SnapshotOperation *makeCreateOperation(const SnapshotContext *context, const CreateSnapshot &request);
SnapshotOperation *makeRestoreOperation(const SnapshotContext *context, const RestoreSnapshot &request);
SnapshotOperation *makeCloneOperation(const SnapshotContext *context, const CloneSnapshot &request);
SnapshotOperation *makeRemoveOperation(const SnapshotContext *context, const QString &machineId,
                                       const QString &snapshotId, const RemovalPlan &plan);
SnapshotOperation *makeMergeOperation(const SnapshotContext *context, const QString &machineId,
                                      const QString &snapshotId);
SnapshotOperation *makeExportOperation(const SnapshotContext *context, const QString &machineId,
                                       const QString &snapshotId, const QString &path);
SnapshotOperation *makeImportOperation(const SnapshotContext *context, const QString &path);
/// `done` gets what was found, also when files are not as they were.
SnapshotOperation *makeVerifyOperation(const SnapshotContext *context, const QString &machineId,
                                       const QString &snapshotId, std::function<void(const Verification &)> done);

} // namespace sparkler::gui
