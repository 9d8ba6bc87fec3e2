#include "manager/workspace.h"

#include "manager/machine_directory.h"
#include "manager/machine_files.h"

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 kDemoMemoryMib = 256;

Drive *rootDrive(VmConfig &config)
{
    const auto found = std::ranges::find_if(config.drives, &Drive::isRootDevice);
    return found == config.drives.end() ? nullptr : &*found;
}

/// Gives the definition its id and a root drive in its own folder.
DiskPlan planRootDisk(const MachineStore &store, MachineDefinition &definition, const QString &from, qint64 bytes)
{
    definition.id = store.newId();
    if (!rootDrive(definition.config)) {
        Drive drive;
        drive.driveId = u"rootfs"_s;
        drive.isRootDevice = true;
        definition.config.drives.prepend(drive);
    }
    const QString path = MachineDirectory(store.directory(definition.id)).files() + u"/rootfs.img"_s;
    rootDrive(definition.config)->pathOnHost = path;
    return {from, path, bytes, {}};
}

} // namespace

Workspace::Workspace(Paths paths, QObject *parent)
    : QObject(parent), m_paths(std::move(paths)), m_tasks(new TaskList(this)),
      m_store(new MachineStore(m_paths.machines(), m_paths.trash(), this)),
      m_assets(new AssetLibrary(m_paths, m_tasks, this)), m_readiness(new Readiness(m_paths, this)),
      m_supervisor(new Supervisor(m_paths, m_store, m_readiness, this)),
      m_snapshots(new SnapshotLibrary(m_paths, m_store, m_supervisor, m_readiness, m_tasks, this))
{
    m_store->setTaskList(m_tasks);
    m_supervisor->setTaskList(m_tasks);
}

Workspace::~Workspace()
{
    // From the top down: each of them uses the ones before it.
    delete m_snapshots;
    delete m_supervisor;
    delete m_readiness;
    delete m_tasks;
    delete m_assets;
    delete m_store;
}

void Workspace::open()
{
    m_store->load();
    m_assets->load();
    m_supervisor->adoptAll();
    m_snapshots->open();
    m_readiness->check();
}

Task *Workspace::createDemoMachine(const QString &name)
{
    Task *task = m_tasks->add(new Task(tr("Create demo machine")));
    const auto create = [this, task, name] {
        const auto guest = m_assets->demoGuest();
        if (!guest)
            return; // the task has ended as failed
        MachineDefinition definition;
        definition.name = name;
        definition.config.machine.vcpuCount = 1;
        definition.config.machine.memSizeMib = kDemoMemoryMib;
        definition.config.bootSource = {guest->kernel, guest->initrd, guest->bootArgs};
        const DiskPlan plan = planRootDisk(*m_store, definition, guest->rootfs, 0);
        const Outcome<QString> id = m_store->create(definition, {plan.to});
        if (!id)
            return task->fail(id.error());
        makeMachineFiles(m_store, task, *id, {plan});
    };
    // Later, so that the caller can connect first even when it fails at once. The build looks by itself whether there
    // is anything to do, but that takes it seconds.
    QMetaObject::invokeMethod(
        task,
        [this, task, create] {
            if (task->state() == Task::State::Cancelling)
                task->finishCancelled();
            else if (m_assets->demoGuest())
                create();
            else
                m_assets->buildDemoGuest(task, create);
        },
        Qt::QueuedConnection);
    return task;
}

Outcome<Task *> Workspace::createMachine(MachineDefinition definition, const QString &copyRootFrom, qint64 diskBytes)
{
    QList<DiskPlan> plans;
    QStringList files;
    if (!copyRootFrom.isEmpty()) {
        plans << planRootDisk(*m_store, definition, copyRootFrom, std::max<qint64>(diskBytes, 0));
        files << plans.first().to;
    }
    const Outcome<QString> id = m_store->create(definition, files);
    if (!id)
        return std::unexpected(id.error());
    Task *task = m_tasks->add(new Task(tr("Create “%1”").arg(m_store->find(*id)->name)));
    QMetaObject::invokeMethod(
        task, [this, task, id = *id, plans] { makeMachineFiles(m_store, task, id, plans); }, Qt::QueuedConnection);
    return task;
}

} // namespace sparkler::gui
