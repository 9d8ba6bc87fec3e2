// Going back to a snapshot in place.

#include "manager/definition_json.h"
#include "manager/snapshots/memory_image.h"
#include "manager/snapshots/operation.h"
#include "manager/snapshots/plans.h"
#include "manager/snapshots/restore_journal.h"
#include "manager/snapshots/state_description.h"
#include "manager/start_requests.h"

#include <QFile>
#include <QFileInfo>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double kMemoryShare = 0.5; ///< of the progress

struct Preparation {
    WorkFolder work;    ///< holds the memory of a diff
    QString memoryFile; ///< whole
    bool clockRealtime = false;
    RestoreJournal journal;
};

/// A name for something unfinished beside `path`.
QString besideName(const QString &path, const QString &unlike = {})
{
    QString name;
    do {
        name = QFileInfo(path).path() + u"/."_s + QFileInfo(path).fileName().left(200) + u".partial-"_s +
               newSnapshotId({}).left(6);
    } while (name == unlike || QFile::exists(name));
    return name;
}

class RestoreOperation : public SnapshotOperation {
    Q_OBJECT
public:
    RestoreOperation(const SnapshotContext *context, const RestoreSnapshot &request, const QString &machineName)
        : SnapshotOperation(context, request.machineId, tr("“%1” was not restored.").arg(machineName)),
          m_request(request), m_prepared(std::make_shared<Preparation>())
    {
    }

    bool holdsMachine() const override { return true; }

protected:
    void run() override
    {
        const Snapshot *found = usable(m_request.snapshotId);
        if (!found)
            return;
        m_snapshot = *found;
        m_chain = context().lineage(machineId())->chain(m_snapshot.id);
        m_before = *context().store->find(machineId());
        m_after = restoredDefinition(m_snapshot, m_before);
        step(
            tr("Checking"),
            [question = restoreQuestion(context(), machineId(), m_snapshot), accepted = m_request.acceptRisk,
             what = failure({})](const WorkerControl &) -> Outcome<QString> {
                if (const auto problem = firstProblem(answer(question).findings, accepted, what))
                    return std::unexpected(*problem);
                return QString();
            },
            [this](const QString &) { prepare(); });
    }

    /// Drives and settings as before; the engine is gone by then, or was never touched.
    void undo(std::function<void()> done) override
    {
        if (machine())
            machine()->releaseStart();
        if (m_settingsChanged) {
            m_before.basis = {};
            static_cast<void>(context().store->save(m_before)); // else the journal says the same after the next start
        }
        auto *waiting = new Task(QString(), this);
        runWorkerStep(
            waiting,
            [prepared = m_prepared, folder = folder()](const WorkerControl &) -> Outcome<QString> {
                prepared->work = WorkFolder();
                if (prepared->journal.rollBack())
                    RestoreJournal::remove(folder);
                return QString();
            },
            [done](const Outcome<QString> &) { done(); });
    }

private:
    void prepare()
    {
        m_prepared->journal.snapshotId = m_snapshot.id;
        m_prepared->journal.definition = definitionToText(m_before);
        step(
            tr("Preparing memory and drives"),
            [prepared = m_prepared, folder = folder(), chain = m_chain, snapshot = m_snapshot,
             root = context().store->directory(machineId()), tools = context().paths.tools,
             what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                auto done = prepareMemory(*prepared, folder, chain, control);
                if (done)
                    done = prepareDrives(*prepared, folder, snapshot, root, control);
                if (done) {
                    prepared->clockRealtime =
                        canFollowClock(tools, folder.of(snapshot.id) + u'/' + SnapshotFolder::stateName());
                    return QString();
                }
                Failure no = what;
                no.why = done.error();
                return std::unexpected(no);
            },
            [this](const QString &) { stopEngine(); });
    }

    static std::expected<void, QString> prepareMemory(Preparation &prepared, const SnapshotFolder &folder,
                                                      const QStringList &chain, const WorkerControl &control)
    {
        const QStringList memory = memoryPaths(folder, chain);
        prepared.memoryFile = memory.constLast();
        if (chain.size() == 1)
            return {};
        auto work = WorkFolder::create(folder);
        if (!work)
            return std::unexpected(work.error());
        prepared.work = *std::move(work);
        prepared.memoryFile = prepared.work.path() + u'/' + SnapshotFolder::memoryName();
        return layerMemory(memory, prepared.memoryFile, [&control](qint64 done, qint64 total) {
            if (total > 0)
                control.setProgress(kMemoryShare * static_cast<double>(done) / static_cast<double>(total));
            return !control.cancelled();
        });
    }

    static std::expected<void, QString> prepareDrives(Preparation &prepared, const SnapshotFolder &folder,
                                                      const Snapshot &snapshot, const QString &root,
                                                      const WorkerControl &control)
    {
        QStringList copies;
        for (const SnapshotDrive &drive : snapshot.drives) {
            if (drive.file.isEmpty())
                continue;
            const auto target = restoreTarget(drive.path, root);
            if (!target)
                return std::unexpected(target.error());
            const QString fresh = besideName(*target);
            copies << folder.of(snapshot.id) + u'/' + drive.file;
            prepared.journal.drives.append({*target, fresh, besideName(*target, fresh), QFile::exists(*target)});
        }
        // First, so that whatever comes can be cleaned up.
        if (const auto written = prepared.journal.write(folder); !written)
            return written;
        for (qsizetype at = 0; at < copies.size(); ++at) {
            const RestoreJournal::Drive &drive = prepared.journal.drives[at];
            const auto copied = copyDrive(copies[at], drive.fresh, control);
            if (!copied)
                return std::unexpected(copied.error());
            QFile::setPermissions(drive.fresh, QFile::permissions(drive.existed ? drive.path : drive.fresh));
            if (const int error = syncFile(drive.fresh))
                return std::unexpected(drive.fresh + u": "_s + errorText(error));
        }
        return {};
    }

    void stopEngine()
    {
        // From here on only the whole way, or back with the machine stopped.
        task()->setCannotCancel(tr("The machine is being started from the snapshot."));
        task()->setProgress(std::nullopt);
        if (!machine())
            return fail(tr("The machine was removed meanwhile."));
        if (isDown()) {
            exchange();
            return;
        }
        task()->setStep(tr("Ending the engine"));
        connect(machine(), &Machine::stateChanged, this, [this] {
            if (isDown() && !std::exchange(m_down, true))
                QMetaObject::invokeMethod(
                    this, [this] { exchange(); }, Qt::QueuedConnection); // not in the middle of its end
        });
        machine()->forceStop();
    }

    bool isDown() const
    {
        return machine()->state() == MachineState::Stopped || machine()->state() == MachineState::Crashed;
    }

    void exchange()
    {
        m_down = true;
        // From here on nobody else may start it: its drives are about to be others.
        if (!machine() || !machine()->reserveStart())
            return fail(tr("Another manager is starting it."));
        step(
            tr("Putting the drives back"),
            [prepared = m_prepared, folder = folder(),
             what = failure({}, {}, stoppedText())](const WorkerControl &) -> Outcome<QString> {
                prepared->journal.exchanging = true;
                auto done = prepared->journal.write(folder);
                if (done)
                    done = prepared->journal.exchange();
                if (done)
                    return QString();
                Failure no = what;
                no.why = done.error();
                return std::unexpected(no);
            },
            [this](const QString &) { start(); }, false);
    }

    static QString stoppedText() { return tr("Its drives and settings are as before, and it is stopped."); }

    void start()
    {
        m_after.basis = {};
        if (const auto saved = context().store->save(m_after); !saved) {
            Failure no = saved.error();
            no.state = stoppedText();
            return fail(no);
        }
        m_settingsChanged = true;
        if (!machine())
            return fail(tr("The machine was removed meanwhile."));
        SnapshotStart from;
        from.snapshotId = m_snapshot.id;
        from.stateFile = folder().of(m_snapshot.id) + u'/' + SnapshotFolder::stateName();
        from.memoryFile = m_prepared->memoryFile;
        from.clockRealtime = m_prepared->clockRealtime;
        from.resume = m_request.resume;
        from.recordWorkingSet = m_request.recordWorkingSet;
        from.consoleText = m_snapshot.consoleText;
        task()->setStep(tr("Loading the snapshot"));
        machine()->startFrom(from, this, [this](const Outcome<void> &outcome) {
            if (outcome) {
                complete();
                return;
            }
            Failure no = outcome.error();
            no.what = failure({}).what;
            no.state = stoppedText();
            fail(no);
        });
    }

    void complete()
    {
        const auto here = writeHere(folder(), m_snapshot.id);
        step(
            tr("Completing"),
            [prepared = m_prepared, folder = folder()](const WorkerControl &) -> Outcome<QString> {
                RestoreJournal::remove(folder); // first: what is kept would be put back otherwise
                prepared->journal.commit();
                prepared->work = WorkFolder();
                return QString();
            },
            [this](const QString &) { finish(machineId()); }, false);
        static_cast<void>(here); // when it cannot be written the mark in the tree is where it was; the machine runs
    }

    RestoreSnapshot m_request;
    Snapshot m_snapshot;
    QStringList m_chain;
    MachineDefinition m_before, m_after;
    std::shared_ptr<Preparation> m_prepared;
    bool m_down = false;
    bool m_settingsChanged = false;
};

} // namespace

SnapshotOperation *makeRestoreOperation(const SnapshotContext *context, const RestoreSnapshot &request)
{
    const MachineDefinition *definition = context->store->find(request.machineId);
    return new RestoreOperation(context, request, definition ? definition->name : QString());
}

} // namespace sparkler::gui

#include "restore.moc"
