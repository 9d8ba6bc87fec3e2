// New machines from a snapshot.

#include "manager/device_rules.h"
#include "manager/machine_files.h"
#include "manager/snapshots/memory_image.h"
#include "manager/snapshots/plans.h"
#include "manager/snapshots/state_description.h"
#include "manager/start_requests.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A file for the new machine.
struct FileCopy {
    QString from, to;
};

/// What one clone is made of, for the thread that makes it.
struct ClonePlan {
    QList<FileCopy> copies;
    SnapshotFolder folder;         ///< the new machine's
    QString stateFile, memoryFile; ///< of the snapshot
    QString tools;                 ///< see canFollowClock()
    LineageRecord record;
};

/// The machine directory's own name for the files that the engine loads; a second name for the same content where that
/// is possible, since nobody writes to it.
std::expected<void, QString> lend(const QString &from, const QString &to, const WorkerControl &control)
{
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    if (const auto copied = copyDrive(from, to, control); !copied)
        return std::unexpected(copied.error());
    return {};
}

class CloneOperation : public SnapshotOperation {
    Q_OBJECT
public:
    CloneOperation(const SnapshotContext *context, const CloneSnapshot &request, const QString &machineName)
        : SnapshotOperation(context, request.machineId, tr("No machine was made from “%1”.").arg(machineName)),
          m_request(request), m_shared(std::make_shared<Shared>())
    {
    }

protected:
    void run() override
    {
        const Snapshot *found = usable(m_request.snapshotId);
        if (!found)
            return;
        m_snapshot = *found;
        if (m_request.count < 1 || m_request.count > CloneSnapshot::kMost)
            return fail(tr("Between 1 and %1 machines can be made at once.").arg(CloneSnapshot::kMost));
        step(
            tr("Checking"),
            [question = cloneQuestion(context(), m_request, m_snapshot), shared = m_shared,
             accepted = m_request.acceptRisk, what = failure({})](const WorkerControl &) -> Outcome<QString> {
                const RestorePlan plan = answer(question);
                if (const auto problem = firstProblem(plan.findings, accepted, what))
                    return std::unexpected(*problem);
                shared->taps = plan.taps;
                return QString();
            },
            [this](const QString &) { prepareMemory(); });
    }

    /// The clone in hand goes; those before it run.
    void undo(std::function<void()> done) override
    {
        m_shared->work = WorkFolder();
        m_shared->load = WorkFolder();
        m_shared->lock = SnapshotLock();
        Machine *clone = context().supervisor->find(m_cloneId);
        if (!clone) {
            done();
            return;
        }
        clone->setBusy({});
        const bool down = clone->state() == MachineState::Stopped || clone->state() == MachineState::Crashed;
        if (down) {
            discardMachine(context().store, m_cloneId);
            done();
            return;
        }
        connect(clone, &Machine::stateChanged, this, [this, clone, done] {
            if (clone->state() != MachineState::Stopped && clone->state() != MachineState::Crashed)
                return;
            clone->disconnect(this);
            QMetaObject::invokeMethod(
                this,
                [this, done] {
                    discardMachine(context().store, m_cloneId);
                    done();
                },
                Qt::QueuedConnection);
        });
        clone->forceStop();
    }

private:
    struct Shared {
        QList<TapChoice> taps;
        WorkFolder work;   ///< holds the memory of a diff
        SnapshotLock lock; ///< of the clone in hand
        WorkFolder load;   ///< what it loads
        bool clockRealtime = false;
    };

    void prepareMemory()
    {
        const QStringList chain = context().lineage(machineId())->chain(m_snapshot.id);
        const QStringList memory = memoryPaths(folder(), chain);
        m_memoryFile = memory.constLast();
        if (chain.size() == 1)
            return next();
        auto work = WorkFolder::create(folder());
        if (!work)
            return fail(work.error());
        m_shared->work = *std::move(work);
        m_memoryFile = m_shared->work.path() + u'/' + SnapshotFolder::memoryName();
        step(
            tr("Putting the memory together"),
            [memory, to = m_memoryFile, what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto layered = layerMemory(memory, to, [&control](qint64 done, qint64 total) {
                    if (total > 0)
                        control.setProgress(static_cast<double>(done) / static_cast<double>(total));
                    return !control.cancelled();
                });
                if (layered)
                    return QString();
                Failure no = what;
                no.why = layered.error();
                return std::unexpected(no);
            },
            [this](const QString &) { next(); });
    }

    void next()
    {
        if (m_made.size() == m_request.count)
            return finish(m_made.join(u'\n'));
        task()->setProgress(static_cast<double>(m_made.size()) / m_request.count);
        const MachineDefinition *source = context().store->find(machineId());
        if (!source)
            return fail(tr("The machine was removed meanwhile."));
        MachineStore *store = context().store;
        MachineDefinition clone = m_snapshot.definition;
        clone.id = store->newId();
        clone.name =
            m_request.name.simplified().isEmpty() ? tr("%1 clone").arg(source->name) : m_request.name.simplified();
        clone.group = source->group;
        clone.tags = source->tags;
        clone.notes.clear();
        clone.runner = source->runner;
        clone.createdAt = {};
        clone.basis = {};
        ClonePlan plan{.copies = {},
                       .folder = SnapshotFolder(store->directory(clone.id)),
                       .stateFile = {},
                       .memoryFile = {},
                       .tools = context().paths.tools,
                       .record = {}};
        makeOwn(clone, plan);
        QStringList files;
        for (const FileCopy &copy : std::as_const(plan.copies))
            files << copy.to;
        const auto created = store->create(clone, files);
        if (!created)
            return fail(created.error());
        m_cloneId = *created;
        plan.stateFile = folder().of(m_snapshot.id) + u'/' + SnapshotFolder::stateName();
        plan.memoryFile = m_memoryFile;
        plan.record.origin = SnapshotOrigin{machineId(), source->name, m_snapshot.id, m_snapshot.name};
        step(
            tr("Making “%1”").arg(store->find(m_cloneId)->name),
            [plan, shared = m_shared, what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto made = makeFiles(plan, *shared, control);
                if (made)
                    return QString();
                Failure no = what;
                no.why = made.error();
                return std::unexpected(no);
            },
            [this](const QString &) { start(); });
    }

    /// Points what the machine must not share with the others at its own.
    void makeOwn(MachineDefinition &clone, ClonePlan &plan) const
    {
        const QString root = context().store->directory(clone.id);
        const QString oldRoot = context().store->directory(machineId());
        const QString oldFolder = folder().of(m_snapshot.id) + u'/';
        QSet<QString> names;
        const auto own = [&](QString &path, const QString &from) {
            QString name = QFileInfo(path).fileName();
            while (names.contains(name))
                name.prepend(u'_');
            names.insert(name);
            path = root + u"/files/"_s + name;
            plan.copies.append({from, path});
        };
        for (Drive &drive : clone.config.drives) {
            const auto copied = std::ranges::find(m_snapshot.drives, drive.driveId, &SnapshotDrive::driveId);
            if (copied != m_snapshot.drives.end() && !copied->file.isEmpty())
                own(drive.pathOnHost, oldFolder + copied->file);
            else if (drive.pathOnHost.startsWith(oldRoot + u'/'))
                own(drive.pathOnHost, QString(drive.pathOnHost));
        }
        // Wanted for a later boot; when they are gone already, so they are here.
        for (QString *path : {&clone.config.bootSource.kernelImagePath, &clone.config.bootSource.initrdPath}) {
            if (path->startsWith(oldRoot + u'/') && QFile::exists(*path))
                own(*path, QString(*path));
        }
        if (clone.config.serial && !clone.config.serial->serialOutPath.isEmpty())
            clone.config.serial->serialOutPath = kSerialName;
        const TapChoice taps = m_shared->taps.value(m_made.size());
        for (NetworkInterface &interface : clone.config.networkInterfaces) {
            if (interface.userMode())
                interface.forwards.clear(); // the ports are the other machine's
            else
                interface.hostDevName = taps.value(interface.ifaceId, interface.hostDevName);
        }
    }

    static std::expected<void, QString> makeFiles(const ClonePlan &plan, Shared &shared, const WorkerControl &control)
    {
        for (const FileCopy &copy : plan.copies) {
            if (const auto copied = copyDrive(copy.from, copy.to, control); !copied)
                return std::unexpected(copied.error());
            if (const int error = syncFile(copy.to))
                return std::unexpected(copy.to + u": "_s + errorText(error));
        }
        if (const auto written = plan.record.write(plan.folder); !written)
            return written;
        auto lock = SnapshotLock::take(plan.folder);
        if (!lock)
            return std::unexpected(lock.error());
        shared.lock = *std::move(lock);
        auto load = WorkFolder::create(plan.folder);
        if (!load)
            return std::unexpected(load.error());
        shared.load = *std::move(load);
        shared.clockRealtime = canFollowClock(plan.tools, plan.stateFile);
        if (const auto lent = lend(plan.stateFile, shared.load.path() + u'/' + SnapshotFolder::stateName(), control);
            !lent)
            return lent;
        return lend(plan.memoryFile, shared.load.path() + u'/' + SnapshotFolder::memoryName(), control);
    }

    void start()
    {
        context().store->finishPreparing(m_cloneId);
        Machine *clone = context().supervisor->find(m_cloneId);
        if (!clone)
            return fail(tr("The machine was removed meanwhile."));
        SnapshotStart from;
        from.stateFile = m_shared->load.path() + u'/' + SnapshotFolder::stateName();
        from.memoryFile = m_shared->load.path() + u'/' + SnapshotFolder::memoryName();
        from.clockRealtime = m_shared->clockRealtime;
        from.resume = m_request.resume;
        from.recordWorkingSet = m_request.recordWorkingSet && m_made.isEmpty();
        from.consoleText = m_snapshot.consoleText;
        clone->setBusy(tr("It is being made from a snapshot."));
        task()->setStep(tr("Starting “%1”").arg(clone->definition().name));
        const auto gone =
            connect(clone, &QObject::destroyed, this, [this] { fail(tr("The machine was removed meanwhile.")); });
        clone->startFrom(from, this, [this, gone, clone = QPointer(clone)](const Outcome<void> &outcome) {
            disconnect(gone);
            if (clone)
                clone->setBusy({});
            if (!outcome) {
                Failure no = outcome.error();
                no.what = failure({}).what;
                no.state = m_made.isEmpty() ? tr("No machine was made.")
                                            : tr("%n machine(s) were made before and run.", nullptr,
                                                 static_cast<int>(m_made.size()));
                return fail(no);
            }
            // The engine has the files open, so their names here are no longer wanted.
            m_shared->load = WorkFolder();
            m_shared->lock = SnapshotLock();
            context().refresh(m_cloneId);
            m_made << std::exchange(m_cloneId, {});
            if (cancelling())
                return fail(QString());
            next();
        });
    }

    CloneSnapshot m_request;
    Snapshot m_snapshot;
    std::shared_ptr<Shared> m_shared;
    QString m_memoryFile;
    QString m_cloneId; ///< of the one in hand; empty: none
    QStringList m_made;
};

} // namespace

SnapshotOperation *makeCloneOperation(const SnapshotContext *context, const CloneSnapshot &request)
{
    const MachineDefinition *definition = context->store->find(request.machineId);
    return new CloneOperation(context, request, definition ? definition->name : QString());
}

} // namespace sparkler::gui

#include "clone.moc"
