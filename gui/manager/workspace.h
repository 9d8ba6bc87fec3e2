#pragma once

#include "manager/asset_library.h"
#include "manager/machine_store.h"
#include "manager/paths.h"
#include "manager/readiness.h"
#include "manager/snapshots/library.h"
#include "manager/supervisor.h"
#include "manager/task.h"

namespace sparkler::gui {

/// Everything below the window, put together. One per data directory at a time writes its definitions safely because of
/// the store's own checks; several may watch. GUI thread.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(Paths paths, QObject *parent = nullptr);
    /// Stops what is being made; machines run on.
    ~Workspace() override;

    /// Loads the store, adopts engines, begins the readiness checks.
    void open();

    const Paths &paths() const { return m_paths; }
    TaskList *tasks() const { return m_tasks; }
    MachineStore *store() const { return m_store; }
    AssetLibrary *assets() const { return m_assets; }
    Readiness *readiness() const { return m_readiness; }
    Supervisor *supervisor() const { return m_supervisor; }
    SnapshotLibrary *snapshots() const { return m_snapshots; }

    /// A demo machine: builds the demo guest when there is none, then makes the machine with a disk of its own.
    /// result(): the machine's id.
    Task *createDemoMachine(const QString &name);
    /// A machine from `definition`; `copyRootFrom` not empty: its root drive becomes a copy of this file in the
    /// machine's directory; `diskBytes` > 0: also grown to that size. The machine exists at once (its row is there),
    /// the task fills its disk, and MachineStore::preparing() keeps it from starting until then. When the task fails
    /// the machine stays, unready; when it is cancelled the machine goes. result(): the id.
    Outcome<Task *> createMachine(MachineDefinition definition, const QString &copyRootFrom, qint64 diskBytes);

private:
    Paths m_paths;
    TaskList *m_tasks;
    MachineStore *m_store;
    AssetLibrary *m_assets;
    Readiness *m_readiness;
    Supervisor *m_supervisor;
    SnapshotLibrary *m_snapshots;
};

} // namespace sparkler::gui
