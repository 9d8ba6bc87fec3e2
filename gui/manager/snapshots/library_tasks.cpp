#include "manager/background.h"
#include "manager/snapshots/library_p.h"
#include "manager/snapshots/plans.h"

#include <QFileInfo>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

QString SnapshotLibrary::Private::whyBusy(const QString &machineId) const
{
    if (!q->loaded(machineId))
        return tr("The machine’s snapshots are still being read.");
    const Task *task = q->busy(machineId);
    return task ? tr("Another task works on the machine’s snapshots: %1.").arg(task->title()) : QString();
}

QString SnapshotLibrary::Private::whyNotWhole(const QString &machineId, const QString &snapshotId) const
{
    if (QString why = whyBusy(machineId); !why.isEmpty())
        return why;
    const SnapshotEntry *entry = q->of(machineId)->find(snapshotId);
    if (!entry)
        return tr("There is no such snapshot any more.");
    if (entry->damaged())
        return entry->problem;
    if (q->lineage(machineId)->chain(snapshotId).isEmpty())
        return tr("Its memory is not whole: a snapshot that it is a diff of is missing or damaged.");
    return {};
}

QString SnapshotLibrary::whyNotCreate(const QString &machineId, SnapshotKind kind) const
{
    if (QString why = d->whyBusy(machineId); !why.isEmpty())
        return why;
    const Machine *machine = d->context.supervisor->find(machineId);
    if (!machine || !machine->client() ||
        (machine->state() != MachineState::Running && machine->state() != MachineState::Paused))
        return tr("Only a machine that runs or is paused can be snapshotted.");
    if (QString why = machine->whyNot(MachineAction::Edit); !why.isEmpty())
        return why;
    const VmConfig config = *machine->runningConfig();
    for (const Drive &drive : config.drives) {
        if (!drive.isReadOnly && !QFileInfo(drive.pathOnHost).isFile())
            return tr("The drive “%1” cannot be copied: %2 is not a regular file.")
                .arg(drive.driveId, drive.pathOnHost);
    }
    if (kind == SnapshotKind::Full)
        return {};
    const QString base = machine->memoryBase();
    if (base.isEmpty() || lineage(machineId)->chain(base).isEmpty())
        return tr("A diff has what has changed since a snapshot that this engine made or was started from, and there "
                  "is none. Make a full one first.");
    if (config.machine.hugePages == HugePages::TwoMiB && !config.machine.trackDirtyPages)
        return tr("With huge pages a diff needs the machine’s setting “track dirty pages”.");
    return {};
}

QString SnapshotLibrary::whyNotRestore(const QString &machineId, const QString &snapshotId) const
{
    if (QString why = d->whyNotWhole(machineId, snapshotId); !why.isEmpty())
        return why;
    const Machine *machine = d->context.supervisor->find(machineId);
    if (!machine)
        return tr("There is no such machine any more.");
    if (QString why = d->context.store->preparing(machineId); !why.isEmpty())
        return why;
    switch (machine->state()) {
    case MachineState::Starting:
        return tr("The machine is being started.");
    case MachineState::Stopping:
        return tr("The machine is being stopped.");
    case MachineState::Unresponsive:
        return machine->whyNot(MachineAction::ForceStop);
    case MachineState::Stopped:
    case MachineState::Crashed:
    case MachineState::Running:
    case MachineState::Paused:
        break;
    }
    return {};
}

QString SnapshotLibrary::whyNotClone(const QString &machineId, const QString &snapshotId) const
{
    return d->whyNotWhole(machineId, snapshotId);
}

QString SnapshotLibrary::whyNotMerge(const QString &machineId, const QString &snapshotId) const
{
    if (QString why = d->whyNotWhole(machineId, snapshotId); !why.isEmpty())
        return why;
    return of(machineId)->find(snapshotId)->snapshot.kind == SnapshotKind::Full ? tr("It is full already.") : QString();
}

QString SnapshotLibrary::whyNotExport(const QString &machineId, const QString &snapshotId) const
{
    return d->whyNotWhole(machineId, snapshotId);
}

void SnapshotLibrary::Private::plan(const QString &whyNot, const std::function<RestorePlan()> &work, QObject *caller,
                                    std::function<void(RestorePlan)> done)
{
    if (whyNot.isEmpty()) {
        runInBackground(caller, work, std::move(done));
        return;
    }
    RestorePlan plan;
    plan.findings.append({Finding::Severity::Problem, whyNot, {}, {}});
    QMetaObject::invokeMethod(
        caller, [done = std::move(done), plan] { done(plan); }, Qt::QueuedConnection);
}

void SnapshotLibrary::planRestore(const RestoreSnapshot &request, QObject *context,
                                  std::function<void(RestorePlan)> done)
{
    const QString whyNot = whyNotRestore(request.machineId, request.snapshotId);
    std::function<RestorePlan()> work;
    if (whyNot.isEmpty())
        work = [question = restoreQuestion(d->context, request.machineId,
                                           of(request.machineId)->find(request.snapshotId)->snapshot)] {
            return answer(question);
        };
    d->plan(whyNot, work, context, std::move(done));
}

void SnapshotLibrary::planClone(const CloneSnapshot &request, QObject *context, std::function<void(RestorePlan)> done)
{
    const QString whyNot = whyNotClone(request.machineId, request.snapshotId);
    std::function<RestorePlan()> work;
    if (whyNot.isEmpty())
        work = [question =
                    cloneQuestion(d->context, request, of(request.machineId)->find(request.snapshotId)->snapshot)] {
            return answer(question);
        };
    d->plan(whyNot, work, context, std::move(done));
}

RemovalPlan SnapshotLibrary::planRemoval(const QString &machineId, const QString &snapshotId, RemovalMode mode) const
{
    RemovalPlan plan;
    plan.whyNot = d->whyBusy(machineId);
    const auto all = of(machineId);
    const auto tree = lineage(machineId);
    if (plan.whyNot.isEmpty() && !all->find(snapshotId))
        plan.whyNot = tr("There is no such snapshot any more.");
    if (!plan.whyNot.isEmpty())
        return plan;
    plan.removed = QStringList{snapshotId};
    const QStringList dependents = tree->dependents(snapshotId);
    switch (mode) {
    case RemovalMode::OnlyIt:
        if (!dependents.isEmpty())
            plan.whyNot = tr("%n diff(s) need it.", nullptr, static_cast<int>(dependents.size()));
        break;
    case RemovalMode::MergeDiffs:
        for (const QString &child : tree->childrenOf(snapshotId)) {
            if (!dependents.contains(child))
                continue;
            plan.merged << child;
            if (tree->chain(child).isEmpty())
                plan.whyNot = tr("The memory of “%1” cannot be put together.").arg(all->find(child)->snapshot.name);
        }
        break;
    case RemovalMode::WithDiffs:
        plan.removed += dependents;
        break;
    }
    const QSet<QString> gone(plan.removed.begin(), plan.removed.end());
    for (const SnapshotEntry &entry : all->entries) {
        if (gone.contains(entry.snapshot.id))
            plan.freedBytes += entry.diskBytes;
    }
    return plan;
}

Task *SnapshotLibrary::Private::launch(const QString &title, SnapshotOperation *operation, const QString &whyNot)
{
    // The task can be connected to before anything comes of it.
    Task *task = tasks->add(new Task(title));
    operation->setParent(q);
    if (!whyNot.isEmpty()) {
        QMetaObject::invokeMethod(
            task,
            [task, failure = operation->failure(whyNot)] {
                if (task->state() == Task::State::Cancelling)
                    task->finishCancelled();
                else
                    task->fail(failure);
            },
            Qt::QueuedConnection);
        operation->deleteLater();
        return task;
    }
    const QString key = operation->machineId();
    working.insert(key, {task, operation});
    if (checkingOf == key)
        checkingOf.clear();
    Machine *machine = context.supervisor->find(key);
    if (machine && operation->holdsMachine())
        machine->setBusy(tr("A task works on it: %1.").arg(title));
    connect(task, &Task::finished, q, [this, key, operation] { ended(key, operation); });
    QMetaObject::invokeMethod(
        operation,
        [task, operation] {
            auto lock = SnapshotLock::take(operation->folder());
            if (lock)
                operation->begin(task, *std::move(lock));
            else
                task->fail(operation->failure(lock.error()));
        },
        Qt::QueuedConnection);
    emit q->busyChanged(key);
    return task;
}

void SnapshotLibrary::Private::ended(const QString &machineId, SnapshotOperation *operation)
{
    operation->deleteLater();
    working.remove(machineId);
    if (Machine *machine = context.supervisor->find(machineId); machine && operation->holdsMachine())
        machine->setBusy({});
    if (machines.contains(machineId))
        read(machineId);
    nextChecksum();
    emit q->busyChanged(machineId);
}

Task *SnapshotLibrary::create(const CreateSnapshot &request)
{
    const MachineDefinition *definition = d->context.store->find(request.machineId);
    return d->launch(tr("Snapshot of “%1”").arg(definition ? definition->name : QString()),
                     makeCreateOperation(&d->context, request), whyNotCreate(request.machineId, request.kind));
}

Task *SnapshotLibrary::restore(const RestoreSnapshot &request)
{
    const MachineDefinition *definition = d->context.store->find(request.machineId);
    return d->launch(tr("Restore “%1”").arg(definition ? definition->name : QString()),
                     makeRestoreOperation(&d->context, request), whyNotRestore(request.machineId, request.snapshotId));
}

Task *SnapshotLibrary::clone(const CloneSnapshot &request)
{
    const MachineDefinition *definition = d->context.store->find(request.machineId);
    return d->launch(
        tr("Start %n machine(s) from “%1”", nullptr, request.count).arg(definition ? definition->name : QString()),
        makeCloneOperation(&d->context, request), whyNotClone(request.machineId, request.snapshotId));
}

Task *SnapshotLibrary::remove(const QString &machineId, const QString &snapshotId, RemovalMode mode)
{
    const RemovalPlan plan = planRemoval(machineId, snapshotId, mode);
    return d->launch(tr("Remove a snapshot"), makeRemoveOperation(&d->context, machineId, snapshotId, plan),
                     plan.whyNot);
}

Task *SnapshotLibrary::merge(const QString &machineId, const QString &snapshotId)
{
    return d->launch(tr("Make a snapshot full"), makeMergeOperation(&d->context, machineId, snapshotId),
                     whyNotMerge(machineId, snapshotId));
}

Task *SnapshotLibrary::exportArchive(const QString &machineId, const QString &snapshotId, const QString &path)
{
    return d->launch(tr("Export a snapshot"), makeExportOperation(&d->context, machineId, snapshotId, path),
                     whyNotExport(machineId, snapshotId));
}

Task *SnapshotLibrary::importArchive(const QString &path)
{
    const QString whyNot = d->working.contains(QString()) ? tr("Another import is under way.") : QString();
    return d->launch(tr("Import %1").arg(QFileInfo(path).fileName()), makeImportOperation(&d->context, path), whyNot);
}

Task *SnapshotLibrary::verify(const QString &machineId, const QString &snapshotId)
{
    return d->launch(tr("Verify a snapshot"),
                     makeVerifyOperation(&d->context, machineId, snapshotId,
                                         [this, machineId, snapshotId](const Verification &found) {
                                             d->verifications.insert(machineId + u'/' + snapshotId, found);
                                             emit changed(machineId);
                                         }),
                     d->whyBusy(machineId));
}

} // namespace sparkler::gui
