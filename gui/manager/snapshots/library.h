#pragma once

#include "manager/failure.h"
#include "manager/machine_store.h"
#include "manager/paths.h"
#include "manager/snapshots/lineage.h"
#include "manager/snapshots/requests.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sparkler::gui {

class Readiness;
class Supervisor;
class Task;
class TaskList;
struct TapReader;

/// The snapshots of all machines, kept in each machine's directory below snapshots/ (see SnapshotFolder). Folders are
/// read in other threads; what could not be read is shown as damaged and never deleted by itself. GUI thread.
///
/// Everything that changes something is a Task of the TaskList with progress and cancel; the calls return at once and
/// never null, and what is refused is a task that fails with a Failure that says why. A failed or cancelled task leaves
/// nothing half done. Only one task works on a machine at a time; meanwhile the machine refuses its own actions other
/// than ForceStop (Machine::whyNot()).
class SnapshotLibrary : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kMostName = 120;           ///< characters
    static constexpr qsizetype kMostNote = 10'000;        ///< characters
    static constexpr qsizetype kMostConsoleText = 32'768; ///< characters

    /// All must outlive it.
    SnapshotLibrary(Paths paths, MachineStore *store, Supervisor *supervisor, Readiness *readiness, TaskList *tasks,
                    QObject *parent = nullptr);
    /// Tasks that are under way are cancelled; machines run on.
    ~SnapshotLibrary() override;

    /// Begins to read the snapshots of all machines of the store, and of those it gets later.
    void open();
    /// Whether `machineId` has been read yet.
    bool loaded(const QString &machineId) const;
    /// Nothing of it is being read right now.
    bool upToDate(const QString &machineId) const;
    /// As read last; empty before that. Cheap: the value is shared.
    std::shared_ptr<const MachineSnapshots> of(const QString &machineId) const;
    std::shared_ptr<const Lineage> lineage(const QString &machineId) const;
    /// Reads again; changed() when something is different. Our own tasks, and changes of others that can be seen, do so
    /// by themselves.
    void refresh(const QString &machineId);
    /// The task that works on the machine's snapshots right now; null: none.
    Task *busy(const QString &machineId) const;

    // What can be done now. Empty: possible. Else a translated sentence.
    /// Follows the machine's state, busy() and changed().
    QString whyNotCreate(const QString &machineId, SnapshotKind kind) const;
    QString whyNotRestore(const QString &machineId, const QString &snapshotId) const;
    QString whyNotClone(const QString &machineId, const QString &snapshotId) const;
    QString whyNotMerge(const QString &machineId, const QString &snapshotId) const;
    QString whyNotExport(const QString &machineId, const QString &snapshotId) const;

    // What would come of it. `done` is called later, unless `context` is gone.
    void planRestore(const RestoreSnapshot &request, QObject *context, std::function<void(RestorePlan)> done);
    void planClone(const CloneSnapshot &request, QObject *context, std::function<void(RestorePlan)> done);
    RemovalPlan planRemoval(const QString &machineId, const QString &snapshotId, RemovalMode mode) const;

    /// Pauses the guest if it runs, has the engine write its state, copies the drives that can be written to, and
    /// resumes it. result(): the snapshot's id.
    Task *create(const CreateSnapshot &request);
    /// Ends the machine's engine at once if there is one, puts drives and settings back as they were (name, group, tags
    /// and notes of the machine stay) and starts a new engine from the snapshot. When that fails the drives and
    /// settings of before are there again and the machine is stopped. result(): the machine's id.
    Task *restore(const RestoreSnapshot &request);
    /// Makes machines with ids, names, vsock sockets, TAP devices and drives of their own and starts them from the
    /// snapshot. result(): their ids, one a line. When one cannot be started it is removed and the task fails; those
    /// before it stay and run.
    Task *clone(const CloneSnapshot &request);
    /// Removes what planRemoval() says. result(): the id.
    Task *remove(const QString &machineId, const QString &snapshotId, RemovalMode mode);
    /// Makes a diff full: its memory is put together from its chain, which stays. result(): the id.
    Task *merge(const QString &machineId, const QString &snapshotId);
    /// One file with all that is needed for restoring elsewhere (tar, zstd): the memory whole, drive copies, settings.
    /// `path` must not exist. result(): the path.
    Task *exportArchive(const QString &machineId, const QString &snapshotId, const QString &path);
    /// A new, stopped machine with the snapshot of an archive and drives as they were in it. result(): the machine's
    /// id.
    Task *importArchive(const QString &path);
    /// Reads all files of the snapshot and compares them with their checksums; afterwards verification() has the
    /// outcome. The task fails when a file is not as it was. result(): the id.
    Task *verify(const QString &machineId, const QString &snapshotId);
    /// Of the last verify() of this session; nothing: none.
    std::optional<Verification> verification(const QString &machineId, const QString &snapshotId) const;

    /// Changes name and note.
    Outcome<void> describe(const QString &machineId, const QString &snapshotId, const QString &name,
                           const QString &note);

    /// Where the host's facts come from; for tests. Before open().
    void setTapReader(const TapReader &reader);
    void setHostCpu(const HostCpu &cpu);

signals:
    /// Snapshots, lineage, clones or verification of the machine are not what they were, or it was read first.
    void changed(const QString &machineId);
    /// busy() is another.
    void busyChanged(const QString &machineId);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
