#include "pages/machine_order.h"

#include "manager/machine_directory.h"
#include "manager/machine_files.h"
#include "manager/machine_text.h"
#include "models/drive_text.h"
#include "text/human_units.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OrderText {
    Q_DECLARE_TR_FUNCTIONS(MachineOrder)
};

constexpr quint64 kDemoMemoryMib = 256;

Drive *rootOf(VmConfig &config)
{
    const auto found = std::ranges::find_if(config.drives, &Drive::isRootDevice);
    return found == config.drives.end() ? nullptr : &*found;
}

/// Runs createMachine() and tells the id: the store announces the machine before the call returns.
Outcome<QString> createNow(Workspace *workspace, const MachineOrder &order, const MachineDefinition &definition,
                           const QString &copyFrom)
{
    QString id;
    QObject listener;
    QObject::connect(workspace->store(), &MachineStore::added, &listener, [&id](const QString &added) { id = added; });
    const Outcome<Task *> task = workspace->createMachine(definition, copyFrom, order.diskBytes);
    if (!task)
        return std::unexpected(task.error());
    return id;
}

void takeGuest(MachineDefinition &definition, const AssetLibrary::DemoGuest &guest)
{
    definition.config.bootSource = {guest.kernel, guest.initrd, guest.bootArgs};
}

/// The guest is there: the machine's files can be named and made.
void finishDemo(Workspace *workspace, Task *task, QObject *watch, const QString &id, const DiskPlan &disk)
{
    MachineStore *store = workspace->store();
    const auto guest = workspace->assets()->demoGuest();
    const MachineDefinition *stored = store->find(id);
    if (!guest || !stored)
        return task->finishCancelled();
    MachineDefinition definition = *stored;
    takeGuest(definition, *guest);
    if (const Outcome<void> saved = store->save(definition); !saved)
        return task->fail(saved.error());
    DiskPlan plan = disk;
    plan.from = guest->rootfs;
    delete watch; // makeMachineFiles() has its own
    makeMachineFiles(store, task, id, {plan});
}

/// The demo guest has to be built first, which takes a minute; the machine's row is there meanwhile.
Outcome<QString> orderUnbuiltDemo(Workspace *workspace, const MachineOrder &order)
{
    MachineStore *store = workspace->store();
    MachineDefinition definition = order.definition;
    definition.id = store->newId();
    const DiskPlan disk{
        {}, MachineDirectory(store->directory(definition.id)).files() + u"/rootfs.img"_s, order.diskBytes, {}};
    if (Drive *root = rootOf(definition.config))
        root->pathOnHost = disk.to;
    const Outcome<QString> id = store->create(definition, {disk.to});
    if (!id)
        return id;
    Task *task = workspace->tasks()->add(new Task(OrderText::tr("Create “%1”").arg(store->find(*id)->name)));
    // While the guest is built.
    auto *watch = new QObject(task);
    QObject::connect(store, &MachineStore::removed, watch, [task, id = *id](const QString &removed) {
        if (removed == id)
            task->cancel();
    });
    QObject::connect(task, &Task::finished, watch, [task, store, id = *id] {
        if (task->state() == Task::State::Failed)
            store->failPreparing(id, task->failure()->why);
        else if (task->state() == Task::State::Cancelled)
            discardMachine(store, id);
    });
    QMetaObject::invokeMethod(
        task,
        [=, id = *id] {
            workspace->assets()->buildDemoGuest(task, [=] { finishDemo(workspace, task, watch, id, disk); });
        },
        Qt::QueuedConnection);
    return id;
}

QString driveLine(const Drive &drive)
{
    QStringList words{drive.isReadOnly ? OrderText::tr("read-only") : OrderText::tr("read and write")};
    if (drive.isRootDevice)
        words.prepend(OrderText::tr("root"));
    if (drive.ioEngine == IoEngine::Async)
        words << OrderText::tr("asynchronous I/O");
    return OrderText::tr("Drive “%1”: %2 (%3)").arg(drive.driveId, drive.pathOnHost, words.join(u", "_s));
}

} // namespace

QStringList MachineOrder::summary() const
{
    QStringList lines;
    lines << OrderText::tr("“%1” with %2").arg(definition.name, sizeText(definition.config.machine));
    const VmConfig &config = definition.config;
    const bool copies = source == Source::Demo || !copyRootFrom.isEmpty();
    if (source == Source::Demo)
        lines << OrderText::tr("Boots a stock Debian kernel with a small root file system");
    else
        lines << OrderText::tr("Boots %1").arg(config.bootSource.kernelImagePath);
    if (!config.bootSource.initrdPath.isEmpty() && source != Source::Demo)
        lines << OrderText::tr("Initial RAM disk: %1").arg(config.bootSource.initrdPath);
    for (const Drive &drive : config.drives) {
        if (!(copies && drive.isRootDevice))
            lines << driveLine(drive);
    }
    if (copies) {
        const QString from = source == Source::Demo ? OrderText::tr("the demo's root file system") : copyRootFrom;
        lines << (diskBytes > 0 ? OrderText::tr("Disk: a copy of %1 of its own, enlarged to %2")
                                      .arg(from, formatByteSize(static_cast<double>(diskBytes)))
                                : OrderText::tr("Disk: a copy of %1 of its own").arg(from));
    } else if (config.drives.isEmpty()) {
        lines << OrderText::tr("No drives");
    }
    if (!definition.group.isEmpty())
        lines << OrderText::tr("Group: %1").arg(definition.group);
    if (!definition.tags.isEmpty())
        lines << OrderText::tr("Tags: %1").arg(definition.tags.join(u", "_s));
    return lines;
}

VmConfig MachineOrder::preview(const QString &placeholder) const
{
    VmConfig config = definition.config;
    const bool copies = source == Source::Demo || !copyRootFrom.isEmpty();
    if (Drive *root = rootOf(config); root && copies)
        root->pathOnHost = placeholder + u"/rootfs.img"_s;
    if (source == Source::Demo && config.bootSource.kernelImagePath.isEmpty())
        config.bootSource.kernelImagePath = placeholder + u"/vmlinux"_s;
    return config;
}

MachineOrder demoOrder(const AssetLibrary &assets, const QString &name)
{
    MachineOrder order;
    order.definition.name = name;
    order.definition.config.machine.memSizeMib = kDemoMemoryMib;
    Drive root;
    root.driveId = u"rootfs"_s;
    root.isRootDevice = true;
    order.definition.config.drives << root;
    if (const auto guest = assets.demoGuest())
        takeGuest(order.definition, *guest);
    return order;
}

QString freeMachineName(const MachineStore &store, const QString &wanted)
{
    QStringList taken;
    for (const QString &id : store.ids())
        taken << store.find(id)->name;
    QString name = wanted;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = OrderText::tr("%1 %2", "name and number").arg(wanted).arg(number);
    return name;
}

Outcome<QString> placeOrder(Workspace *workspace, const MachineOrder &order)
{
    if (order.source == MachineOrder::Source::Demo) {
        const auto guest = workspace->assets()->demoGuest();
        if (!guest)
            return orderUnbuiltDemo(workspace, order);
        MachineDefinition definition = order.definition;
        takeGuest(definition, *guest);
        return createNow(workspace, order, definition, guest->rootfs);
    }
    const Outcome<QString> id = createNow(workspace, order, order.definition, order.copyRootFrom);
    if (id) {
        for (const auto &[file, kind] : order.keep)
            workspace->assets()->import(file, kind, QFileInfo(file).fileName());
    }
    return id;
}

} // namespace sparkler::gui
