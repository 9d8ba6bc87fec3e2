#include "manager/snapshots/library.h"

#include "manager/background.h"
#include "manager/definition_json.h"
#include "manager/run_state.h"
#include "manager/snapshots/library_p.h"
#include "manager/snapshots/restore_journal.h"
#include "manager/snapshots/snapshot_scan.h"
#include "manager/snapshots/verify.h"
#include "manager/store_files.h"

#include <QDir>
#include <QFileInfo>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDebounceMs = 200; ///< what one task does comes in several steps

QString keyOf(const QString &machineId, const QString &snapshotId)
{
    return machineId + u'/' + snapshotId;
}

} // namespace

SnapshotLibrary::SnapshotLibrary(Paths paths, MachineStore *store, Supervisor *supervisor, Readiness *readiness,
                                 TaskList *tasks, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this))
{
    d->context.paths = std::move(paths);
    d->context.store = store;
    d->context.supervisor = supervisor;
    d->context.readiness = readiness;
    d->context.cpu = HostCpu::ofThisHost();
    d->context.snapshots = [this](const QString &id) { return of(id); };
    d->context.lineage = [this](const QString &id) { return lineage(id); };
    d->context.refresh = [this](const QString &id) { refresh(id); };
    d->tasks = tasks;
    connect(store, &MachineStore::added, this, [this](const QString &id) {
        if (d->opened)
            d->add(id, false);
    });
    connect(store, &MachineStore::removed, this, [this](const QString &id) { d->forget(id); });
    d->debounce.setSingleShot(true);
    d->debounce.setInterval(kDebounceMs);
    connect(&d->watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &path) {
        d->dirty.insert(QFileInfo(QFileInfo(path).path()).fileName());
        d->debounce.start();
    });
    connect(&d->debounce, &QTimer::timeout, this, [this] {
        for (const QString &id : std::exchange(d->dirty, {})) {
            if (d->machines.contains(id) && !busy(id)) // whoever is busy has it read at the end
                d->read(id);
        }
    });
}

SnapshotLibrary::~SnapshotLibrary()
{
    delete d->checking;
    for (auto work = d->working.cbegin(); work != d->working.cend(); ++work) {
        const bool held = work->operation && work->operation->holdsMachine();
        if (work->task) {
            work->task->disconnect(this);
            work->task->cancel();
        }
        delete work->operation;
        if (work->task)
            work->task->finishCancelled();
        if (Machine *machine = d->context.supervisor->find(work.key()); machine && held)
            machine->setBusy({});
    }
}

void SnapshotLibrary::open()
{
    d->opened = true;
    const QStringList ids = d->context.store->ids();
    for (const QString &id : ids) {
        d->recover(id);
        d->add(id, true);
    }
}

bool SnapshotLibrary::loaded(const QString &machineId) const
{
    const auto found = d->machines.constFind(machineId);
    return found != d->machines.constEnd() && found->loaded;
}

bool SnapshotLibrary::upToDate(const QString &machineId) const
{
    const auto found = d->machines.constFind(machineId);
    return found != d->machines.constEnd() && found->loaded && !found->reading;
}

std::shared_ptr<const MachineSnapshots> SnapshotLibrary::of(const QString &machineId) const
{
    static const auto kNone = std::make_shared<const MachineSnapshots>();
    const auto found = d->machines.constFind(machineId);
    return found == d->machines.constEnd() ? kNone : found->snapshots;
}

std::shared_ptr<const Lineage> SnapshotLibrary::lineage(const QString &machineId) const
{
    static const auto kNone = std::make_shared<const Lineage>();
    const auto found = d->machines.constFind(machineId);
    return found == d->machines.constEnd() ? kNone : found->lineage;
}

void SnapshotLibrary::refresh(const QString &machineId)
{
    if (d->machines.contains(machineId))
        d->read(machineId);
}

Task *SnapshotLibrary::busy(const QString &machineId) const
{
    return d->working.value(machineId).task;
}

std::optional<Verification> SnapshotLibrary::verification(const QString &machineId, const QString &snapshotId) const
{
    const auto found = d->verifications.constFind(keyOf(machineId, snapshotId));
    return found == d->verifications.constEnd() ? std::nullopt : std::optional(*found);
}

void SnapshotLibrary::setTapReader(const TapReader &reader)
{
    d->context.taps = reader;
}

void SnapshotLibrary::setHostCpu(const HostCpu &cpu)
{
    d->context.cpu = cpu;
}

Outcome<void> SnapshotLibrary::describe(const QString &machineId, const QString &snapshotId, const QString &name,
                                        const QString &note)
{
    const auto refused = [](const QString &why) {
        Failure failure;
        failure.what = tr("Name and note were not changed.");
        failure.why = why;
        return std::unexpected(failure);
    };
    const QString wanted = name.simplified();
    if (wanted.isEmpty() || wanted.size() > kMostName)
        return refused(tr("A name has between 1 and %1 characters.").arg(kMostName));
    if (note.size() > kMostNote)
        return refused(tr("A note has %1 characters at most.").arg(kMostNote));
    if (const QString why = d->whyBusy(machineId); !why.isEmpty())
        return refused(why);
    const SnapshotFolder folder(d->context.store->directory(machineId));
    const auto lock = SnapshotLock::take(folder);
    const auto written = lock ? rewriteSnapshot(folder, snapshotId,
                                                [&](Snapshot &snapshot) {
                                                    snapshot.name = wanted;
                                                    snapshot.note = note;
                                                })
                              : std::unexpected(lock.error());
    if (!written)
        return refused(written.error());
    MachineSnapshots changed = *of(machineId);
    for (SnapshotEntry &entry : changed.entries) {
        if (entry.snapshot.id == snapshotId) {
            entry.snapshot.name = wanted;
            entry.snapshot.note = note;
        }
    }
    d->set(machineId, std::move(changed));
    return {};
}

SnapshotLibrary::Private::Known &SnapshotLibrary::Private::known(const QString &machineId)
{
    Known &entry = machines[machineId];
    if (!entry.snapshots) {
        MachineSnapshots none;
        none.machineId = machineId;
        entry.snapshots = std::make_shared<const MachineSnapshots>(none);
        entry.lineage = std::make_shared<const Lineage>();
    }
    return entry;
}

void SnapshotLibrary::Private::add(const QString &machineId, bool cleanUp)
{
    known(machineId);
    read(machineId, cleanUp);
}

void SnapshotLibrary::Private::forget(const QString &machineId)
{
    if (const Working work = working.value(machineId); work.task)
        work.task->cancel();
    const auto gone = machines.take(machineId);
    watcher.removePath(SnapshotFolder(context.store->directory(machineId)).root());
    unchecked.removeIf([&](const auto &item) { return item.first == machineId; });
    if (gone.snapshots && gone.snapshots->origin)
        updateClones(gone.snapshots->origin->machineId);
}

void SnapshotLibrary::Private::read(const QString &machineId, bool cleanUp)
{
    Known &entry = known(machineId);
    if (entry.reading) {
        entry.readAgain = true;
        return;
    }
    entry.reading = true;
    const QString root = context.store->directory(machineId);
    const auto work = [machineId, root, cleanUp] {
        const SnapshotFolder folder(root);
        if (cleanUp && QFileInfo::exists(folder.root())) {
            // Whoever holds it is in the middle of something.
            if (const auto lock = SnapshotLock::take(folder))
                removeUnfinished(folder);
        }
        return scanSnapshots(machineId, root);
    };
    runInBackground(q, work, [this](const MachineSnapshots &found) { take(found); });
}

void SnapshotLibrary::Private::take(MachineSnapshots found)
{
    const QString machineId = found.machineId;
    if (!machines.contains(machineId))
        return; // removed meanwhile
    Known &entry = known(machineId);
    entry.reading = false;
    if (std::exchange(entry.readAgain, false)) {
        read(machineId);
        return;
    }
    watch(machineId);
    const std::optional<SnapshotOrigin> origin = found.origin;
    found.clones = clonesOf(machineId);
    const bool first = !std::exchange(entry.loaded, true);
    const bool different = *entry.snapshots != found;
    const bool otherOrigin = entry.snapshots->origin != origin;
    if (different)
        set(machineId, std::move(found));
    else if (first)
        emit q->changed(machineId);
    if (origin && otherOrigin)
        updateClones(origin->machineId);
    queueChecksums(machineId);
}

void SnapshotLibrary::Private::set(const QString &machineId, MachineSnapshots snapshots)
{
    Known &entry = known(machineId);
    entry.snapshots = std::make_shared<const MachineSnapshots>(std::move(snapshots));
    entry.lineage = std::make_shared<const Lineage>(*entry.snapshots);
    emit q->changed(machineId);
}

QList<MachineSnapshots::Clone> SnapshotLibrary::Private::clonesOf(const QString &machineId) const
{
    QList<MachineSnapshots::Clone> clones;
    const QStringList ids = context.store->ids(); // in a fixed order
    for (const QString &id : ids) {
        const auto found = machines.constFind(id);
        if (found != machines.constEnd() && found->snapshots->origin &&
            found->snapshots->origin->machineId == machineId)
            clones.append({id, found->snapshots->origin->snapshotId});
    }
    return clones;
}

void SnapshotLibrary::Private::updateClones(const QString &machineId)
{
    if (!machines.contains(machineId))
        return;
    MachineSnapshots changed = *known(machineId).snapshots;
    changed.clones = clonesOf(machineId);
    if (changed != *known(machineId).snapshots)
        set(machineId, std::move(changed));
}

void SnapshotLibrary::Private::watch(const QString &machineId)
{
    const QString root = SnapshotFolder(context.store->directory(machineId)).root();
    if (!watcher.directories().contains(root) && QFileInfo::exists(root))
        watcher.addPath(root); // without it only changes by others are missed
}

void SnapshotLibrary::Private::recover(const QString &machineId)
{
    const SnapshotFolder folder(context.store->directory(machineId));
    if (!QFileInfo::exists(folder.journalFile()))
        return;
    const auto lock = SnapshotLock::take(folder);
    const auto journal = lock ? RestoreJournal::read(folder) : std::unexpected(QString());
    if (!journal || !*journal)
        return; // somebody else's, or damaged: nothing may be touched
    const auto run = RunState::load(MachineDirectory(context.store->directory(machineId)).stateFile());
    const bool alive = run && run->process && run->process->alive();
    if (alive && run->phase == RunState::Phase::Running && run->memoryBase == (*journal)->snapshotId) {
        RestoreJournal::remove(folder); // first: what is kept would be put back otherwise
        (*journal)->commit();
        static_cast<void>(writeHere(folder, (*journal)->snapshotId));
        return;
    }
    if (alive) {
        // An engine that was being started: its machine ends it soon, then it is looked at again.
        if (Machine *machine = context.supervisor->find(machineId)) {
            connect(machine, &Machine::stateChanged, q, [this, machineId, machine = QPointer(machine)] {
                if (machine &&
                    (machine->state() == MachineState::Stopped || machine->state() == MachineState::Crashed)) {
                    machine->disconnect(q);
                    recover(machineId);
                }
            });
        }
        return;
    }
    if (!(*journal)->rollBack())
        return; // tried again at the next start
    if (auto before = definitionFromText((*journal)->definition); before && context.store->find(machineId)) {
        if (const auto saved = context.store->save(*before); !saved)
            return;
    }
    RestoreJournal::remove(folder);
}

void SnapshotLibrary::Private::queueChecksums(const QString &machineId)
{
    for (const SnapshotEntry &entry : known(machineId).snapshots->entries) {
        const QStringList files = checkedFiles(entry.snapshot);
        const bool complete =
            std::ranges::all_of(files, [&](const QString &file) { return entry.snapshot.checksums.contains(file); });
        const QPair<QString, QString> item(machineId, entry.snapshot.id);
        if (!complete && !entry.damaged() && !unchecked.contains(item))
            unchecked.append(item);
    }
    nextChecksum();
}

void SnapshotLibrary::Private::nextChecksum()
{
    if (checking || unchecked.isEmpty())
        return;
    const auto ready = std::ranges::find_if(unchecked, [&](const auto &item) { return !q->busy(item.first); });
    if (ready == unchecked.end())
        return; // the end of a task asks again
    const auto [machineId, snapshotId] = *ready;
    unchecked.erase(ready);
    const SnapshotEntry *entry = known(machineId).snapshots->find(snapshotId);
    if (!entry) {
        nextChecksum();
        return;
    }
    // No task of the list: nobody waits for it, and it gives way to everything.
    checking = new Task(QString(), q);
    checkingOf = machineId;
    const auto found = std::make_shared<Verification>();
    Snapshot without = entry->snapshot;
    const QString folder = SnapshotFolder(context.store->directory(machineId)).of(snapshotId);
    runWorkerStep(
        checking,
        [without, folder, found](const WorkerControl &control) -> Outcome<QString> {
            Snapshot missing = without;
            missing.drives.removeIf([&](const SnapshotDrive &drive) { return without.checksums.contains(drive.file); });
            *found = verifySnapshot(folder, missing, [&control](double) { return !control.cancelled(); });
            return QString();
        },
        [this, machine = machineId, snapshot = snapshotId, found](const Outcome<QString> &) {
            checking->deleteLater();
            checking = nullptr;
            if (checkingOf == machine)
                noteChecksums(machine, snapshot, found->recorded);
            else if (const QPair<QString, QString> again(machine, snapshot); !unchecked.contains(again))
                unchecked.append(again);
            nextChecksum();
        });
}

void SnapshotLibrary::Private::noteChecksums(const QString &machineId, const QString &snapshotId,
                                             const QMap<QString, QByteArray> &sums)
{
    if (sums.isEmpty() || !machines.contains(machineId))
        return;
    const SnapshotFolder folder(context.store->directory(machineId));
    // Its files may be others by the end of what is being done with it; it is read again then.
    const auto lock = q->busy(machineId) ? std::unexpected(QString()) : SnapshotLock::take(folder);
    if (!lock)
        return;
    const auto add = [&](Snapshot &snapshot) {
        for (auto sum = sums.begin(); sum != sums.end(); ++sum)
            snapshot.checksums.insert(sum.key(), sum.value());
    };
    if (!rewriteSnapshot(folder, snapshotId, add))
        return;
    MachineSnapshots changed = *known(machineId).snapshots;
    for (SnapshotEntry &entry : changed.entries) {
        if (entry.snapshot.id == snapshotId)
            add(entry.snapshot);
    }
    set(machineId, std::move(changed));
}

} // namespace sparkler::gui
