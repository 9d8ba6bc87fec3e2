// Making a snapshot of a running machine.

#include "manager/snapshots/exchange_folder.h"
#include "manager/snapshots/memory_image.h"
#include "manager/snapshots/operation.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <chrono>

#include <sys/stat.h>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::steady_clock;

constexpr int kLookMs = 200;         ///< between two looks at how much the engine has written
constexpr double kMemoryShare = 0.8; ///< of the progress; the drives have the rest
constexpr int kLastResortMs = 500;

qint64 sizeOf(const QString &path)
{
    struct stat info = {};
    return lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_size : -1;
}

/// What the worker's steps fill in.
struct Draft {
    WorkFolder work;
    ExchangeFolder exchange; ///< what the engine writes, until it is complete
    Snapshot snapshot;
};

class CreateOperation : public SnapshotOperation {
    Q_OBJECT
public:
    CreateOperation(const SnapshotContext *context, const CreateSnapshot &request, const QString &machineName)
        : SnapshotOperation(context, request.machineId, tr("No snapshot of “%1” was made.").arg(machineName)),
          m_request(request), m_draft(std::make_shared<Draft>())
    {
    }

    /// The guest must not stand still because a window was closed: the engine is told without waiting for it.
    ~CreateOperation() override
    {
        if (!m_paused || !m_client)
            return;
        QLocalSocket socket;
        socket.connectToServer(m_client->connection()->socketPath());
        if (!socket.waitForConnected(kLastResortMs))
            return;
        const QByteArray body = R"({"state":"Resumed"})";
        socket.write("PATCH /vm HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.waitForBytesWritten(kLastResortMs);
        // Not closed before it was read.
        socket.waitForReadyRead(kLastResortMs);
    }

    bool holdsMachine() const override { return true; }

protected:
    void run() override
    {
        Machine *running = machine();
        m_client = running->client();
        if (!m_client || !running->runningConfig())
            return fail(tr("The machine’s engine has ended meanwhile."));
        connect(m_client, &QObject::destroyed, this, [this] { onEngineGone(); });
        connect(task(), &Task::cancelRequested, this, [this] {
            if (m_writing != 0 && m_client)
                m_client->connection()->cancel(m_writing);
        });
        describe(*running);
        step(
            tr("Preparing"),
            [draft = m_draft, folder = folder(), exchange = running->directory().exchange(),
             what = failure({})](const WorkerControl &) { return prepare(*draft, folder, exchange, what); },
            [this](const QString &) { askVersion(); });
    }

    /// Resumes the guest if it was us who paused it, in an engine that may still be writing.
    void undo(std::function<void()> done) override
    {
        m_look.stop();
        const auto end = [this, done] {
            m_draft->exchange = ExchangeFolder();
            m_draft->work = WorkFolder();
            done();
        };
        if (!m_paused || !m_client) {
            end();
            return;
        }
        task()->setStep(tr("Resuming the guest"));
        m_undone = end;
        resume([this](const ApiResult<void> &) {
            if (const auto undone = std::exchange(m_undone, {}))
                undone();
        });
    }

private:
    void describe(const Machine &running)
    {
        Snapshot &made = m_draft->snapshot;
        QSet<QString> taken;
        for (const SnapshotEntry &entry : snapshots()->entries)
            taken.insert(entry.snapshot.id);
        made.id = newSnapshotId(taken);
        made.parent = m_request.kind == SnapshotKind::Diff ? running.memoryBase() : snapshots()->here;
        if (!snapshots()->find(made.parent))
            made.parent.clear();
        made.kind = m_request.kind;
        made.createdAt = QDateTime::currentDateTimeUtc();
        made.name = m_request.name.simplified().left(SnapshotLibrary::kMostName);
        if (made.name.isEmpty())
            made.name = QLocale().toString(made.createdAt.toLocalTime(), QLocale::ShortFormat);
        made.note = m_request.note.left(SnapshotLibrary::kMostNote);
        made.runner = running.runningOn();
        made.cpu = context().cpu;
        made.definition = running.definition();
        made.definition.config = *running.runningConfig();
        made.memoryMib = made.definition.config.machine.memSizeMib;
        made.vcpus = made.definition.config.machine.vcpuCount;
    }

    static Outcome<QString> prepare(Draft &draft, const SnapshotFolder &folder, const QString &exchange, Failure what)
    {
        auto work = WorkFolder::create(folder);
        if (!work) {
            what.why = folder.root() + u": "_s + work.error();
            return std::unexpected(what);
        }
        draft.work = *std::move(work);
        auto place = ExchangeFolder::create(exchange, draft.snapshot.id,
                                            {SnapshotFolder::stateName(), SnapshotFolder::memoryName()});
        if (!place) {
            what.why = place.error();
            return std::unexpected(what);
        }
        draft.exchange = *std::move(place);
        QDir().mkpath(draft.work.path() + u'/' + SnapshotFolder::drivesName());
        if (draft.snapshot.kind == SnapshotKind::Diff) {
            if (const auto fit = supportsDiffs(draft.work.path()); !fit) {
                what.why = fit.error();
                what.remedy = tr("Make a full snapshot.");
                return std::unexpected(what);
            }
        }
        return QString();
    }

    void askVersion()
    {
        m_client->version(this, [this](const ApiResult<VersionInfo> &version) {
            if (!version)
                return fail(Failure::fromApi(failure({}).what, version.error()));
            if (cancelling())
                return fail(QString());
            m_draft->snapshot.engine = *version;
            pause();
        });
    }

    void pause()
    {
        // Until the snapshot is complete nobody can tell what a diff would be counted from.
        if (const auto noted = machine()->setMemoryBase({}); !noted)
            return fail(noted.error());
        if (machine()->state() == MachineState::Paused)
            return write();
        task()->setStep(tr("Pausing the guest"));
        m_pausedAt = steady_clock::now();
        m_paused = true; // also when the answer does not come: then nobody knows, and resuming is harmless
        m_client->pause(this, [this](const ApiResult<void> &result) {
            if (!result)
                return fail(Failure::fromApi(failure({}).what, result.error()));
            machine()->notePaused(true);
            if (cancelling())
                return fail(QString());
            write();
        });
    }

    void write()
    {
        SnapshotCreateCall call;
        call.diff = m_request.kind == SnapshotKind::Diff;
        const QString exchange = m_draft->exchange.path();
        const auto statePath = machine()->enginePath(exchange + u'/' + SnapshotFolder::stateName());
        const auto memoryPath = machine()->enginePath(exchange + u'/' + SnapshotFolder::memoryName());
        if (!statePath || !memoryPath)
            return fail((statePath ? memoryPath : statePath).error());
        call.statePath = *statePath;
        call.memoryPath = *memoryPath;
        task()->setStep(tr("The engine writes the guest’s memory"));
        connect(&m_look, &QTimer::timeout, this, [this] { look(); });
        m_look.start(kLookMs);
        m_writing = m_client->createSnapshot(call, this, [this](const ApiResult<void> &result) {
            m_writing = 0;
            m_look.stop();
            if (!result)
                return fail(Failure::fromApi(failure({}).what, result.error()));
            if (cancelling())
                return fail(QString());
            copyDrives();
        });
    }

    void look()
    {
        // Whatever name the engine gives the file while it writes.
        qint64 bytes = 0;
        const QString exchange = m_draft->exchange.path();
        const QStringList names = QDir(exchange).entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            bytes += allocatedBytes(exchange + u'/' + name);
        const auto all = static_cast<double>(m_draft->snapshot.memoryMib << 20);
        task()->setProgress(kMemoryShare * std::min(1.0, static_cast<double>(bytes) / all));
    }

    void copyDrives()
    {
        task()->setProgress(kMemoryShare);
        step(
            tr("Copying the drives"),
            [draft = m_draft, root = machine()->directory().root(), what = failure({})](const WorkerControl &control) {
                return copyAll(*draft, root, what, control);
            },
            [this](const QString &) { resumeThenComplete(); });
    }

    /// `root`: the machine's directory.
    static Outcome<QString> copyAll(Draft &draft, const QString &root, Failure what, const WorkerControl &control)
    {
        if (const auto taken = draft.exchange.take(draft.work.path()); !taken) {
            what.why = taken.error();
            return std::unexpected(what);
        }
        draft.exchange = ExchangeFolder();
        for (const Drive &drive : draft.snapshot.definition.config.drives) {
            SnapshotDrive kept;
            kept.driveId = drive.driveId;
            kept.path = drive.pathOnHost;
            kept.readOnly = drive.isReadOnly;
            const QFileInfo info(drive.pathOnHost);
            kept.bytes = info.size();
            kept.modifiedAt = info.lastModified().toUTC();
            if (!drive.isReadOnly) {
                kept.file = SnapshotFolder::driveCopyName(drive.driveId);
                const QString to = draft.work.path() + u'/' + kept.file;
                const auto copied = copyDrive(drive.pathOnHost, to, control, root);
                if (!copied) {
                    what.why = copied.error();
                    return std::unexpected(what);
                }
                kept.copy = *copied == CopyMethod::Shared ? SnapshotDrive::Copy::Shared : SnapshotDrive::Copy::Full;
                kept.bytes = sizeOf(to);
            }
            draft.snapshot.drives.append(kept);
        }
        return QString();
    }

    void resumeThenComplete()
    {
        // All of it has arrived while the memory was written; made into text when the guest runs again.
        if (machine())
            m_console = machine()->console()->received();
        if (!m_paused)
            return complete(std::nullopt);
        resume([this](const ApiResult<void> &result) {
            if (result) {
                m_draft->snapshot.pause =
                    std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - m_pausedAt);
                complete(std::nullopt);
            } else {
                complete(result.error());
            }
        });
    }

    void resume(std::function<void(const ApiResult<void> &)> next)
    {
        // It may have to wait until the engine is done with a snapshot that was cancelled.
        HttpRequest request{.method = "PATCH",
                            .path = u"/vm"_s,
                            .body = R"({"state":"Resumed"})",
                            .deadline = EngineClient::kSnapshotDeadline,
                            .background = false};
        m_look.stop();
        m_client->raw(std::move(request), this, [this, next = std::move(next)](const ApiResult<HttpReply> &reply) {
            m_paused = false;
            if (!reply)
                return next(std::unexpected(reply.error()));
            if (Machine *running = machine())
                running->notePaused(false);
            next({});
        });
    }

    /// `notResumed`: the snapshot is good all the same, and the user has to know.
    void complete(std::optional<ApiError> notResumed)
    {
        task()->setProgress(std::nullopt);
        task()->setCannotCancel(tr("The snapshot is being completed."));
        if (m_request.consoleText)
            m_draft->snapshot.consoleText = m_request.consoleText(m_console).right(SnapshotLibrary::kMostConsoleText);
        step(
            tr("Completing"),
            [draft = m_draft, folder = folder(), what = failure({})](const WorkerControl &) {
                return commit(*draft, folder, what);
            },
            [this, notResumed](const QString &) {
                const QString id = m_draft->snapshot.id;
                m_committed = true;
                const auto here = writeHere(folder(), id);
                const auto base = machine() ? machine()->setMemoryBase(id) : Outcome<void>();
                if (notResumed)
                    return fail(
                        Failure::fromApi(tr("The snapshot was made, but the guest was not resumed."), *notResumed));
                if (!here || !base)
                    return fail(
                        failure(here ? base.error().why : here.error(), {},
                                tr("The snapshot is there, but it is not known that the machine comes from it.")));
                finish(id);
            },
            false);
    }

    static Outcome<QString> commit(Draft &draft, const SnapshotFolder &folder, Failure what)
    {
        Snapshot &made = draft.snapshot;
        const QString work = draft.work.path();
        made.stateBytes = sizeOf(work + u'/' + SnapshotFolder::stateName());
        made.memoryBytes = sizeOf(work + u'/' + SnapshotFolder::memoryName());
        if (made.stateBytes <= 0 || made.memoryBytes <= 0) {
            what.why = tr("The engine said that it is done, but its files are not there.");
            return std::unexpected(what);
        }
        // The engine has done so with its own files.
        for (const SnapshotDrive &drive : std::as_const(made.drives)) {
            const int error = drive.file.isEmpty() ? 0 : syncFile(work + u'/' + drive.file);
            if (error != 0) {
                what.why = drive.path + u": "_s + errorText(error);
                return std::unexpected(what);
            }
        }
        syncFolder(work + u'/' + SnapshotFolder::drivesName());
        auto done = writeSnapshot(work, made);
        if (done)
            done = draft.work.commit(folder.of(made.id));
        if (!done) {
            what.why = done.error();
            return std::unexpected(what);
        }
        return QString();
    }

    void onEngineGone()
    {
        m_paused = false;
        m_writing = 0;
        m_look.stop();
        if (const auto undone = std::exchange(m_undone, {}))
            return undone(); // its answer will not come any more
        if (!m_committed)
            fail(tr("The machine’s engine has ended meanwhile."));
    }

    CreateSnapshot m_request;
    std::shared_ptr<Draft> m_draft;
    QPointer<EngineClient> m_client;
    EngineClient::RequestId m_writing = 0; ///< 0: the engine is not at it
    QTimer m_look;
    steady_clock::time_point m_pausedAt;
    QByteArray m_console;
    bool m_paused = false; ///< by us
    bool m_committed = false;
    std::function<void()> m_undone;
};

} // namespace

SnapshotOperation *makeCreateOperation(const SnapshotContext *context, const CreateSnapshot &request)
{
    const MachineDefinition *definition = context->store->find(request.machineId);
    return new CreateOperation(context, request, definition ? definition->name : QString());
}

} // namespace sparkler::gui

#include "create.moc"
