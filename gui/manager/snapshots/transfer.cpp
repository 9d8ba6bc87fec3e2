// A snapshot as one file, out and in.

#include "manager/machine_files.h"
#include "manager/snapshots/archive.h"
#include "manager/snapshots/operation.h"
#include "manager/snapshots/snapshot_scan.h"

#include <QFileInfo>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

CopyProgress progressOf(const WorkerControl &control)
{
    return [&control](qint64 done, qint64 total) {
        if (total > 0)
            control.setProgress(static_cast<double>(done) / static_cast<double>(total));
        return !control.cancelled();
    };
}

class ExportOperation : public SnapshotOperation {
    Q_OBJECT
public:
    ExportOperation(const SnapshotContext *context, const QString &machineId, QString snapshotId, QString path)
        : SnapshotOperation(context, machineId, tr("The snapshot was not exported.")),
          m_snapshotId(std::move(snapshotId)), m_path(std::move(path))
    {
    }

protected:
    void run() override
    {
        const Snapshot *snapshot = usable(m_snapshotId);
        if (!snapshot)
            return;
        const QStringList chain = context().lineage(machineId())->chain(m_snapshotId);
        step(
            tr("Writing the archive"),
            [snapshot = *snapshot, folder = folder(), memory = memoryPaths(folder(), chain), path = m_path,
             what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto done = write(snapshot, folder, memory, path, control);
                if (done)
                    return QString();
                Failure no = what;
                no.why = done.error();
                return std::unexpected(no);
            },
            [this](const QString &) { finish(m_path); }, false);
    }

private:
    static std::expected<void, QString> write(const Snapshot &snapshot, const SnapshotFolder &folder,
                                              const QStringList &memory, const QString &path,
                                              const WorkerControl &control)
    {
        QString whole = memory.constLast();
        WorkFolder work;
        if (memory.size() > 1) {
            auto made = WorkFolder::create(folder);
            if (!made)
                return std::unexpected(made.error());
            work = *std::move(made);
            whole = work.path() + u'/' + SnapshotFolder::memoryName();
            if (const auto layered = layerMemory(memory, whole, progressOf(control)); !layered)
                return layered;
        }
        return SnapshotArchive::write(path, folder.of(snapshot.id), snapshot, whole, progressOf(control));
    }

    QString m_snapshotId, m_path;
};

class ImportOperation : public SnapshotOperation {
    Q_OBJECT
public:
    ImportOperation(const SnapshotContext *context, QString path)
        : SnapshotOperation(context, {}, tr("The archive was not imported.")), m_path(std::move(path)),
          m_shared(std::make_shared<Shared>()), m_import(context->paths.data + u"/import"_s)
    {
    }

    SnapshotFolder folder() const override { return m_import; }

protected:
    void run() override
    {
        step(
            tr("Reading the archive"),
            [shared = m_shared, import = m_import, path = m_path,
             what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto done = extract(*shared, import, path, control);
                if (done)
                    return QString();
                Failure no = what;
                no.why = done.error();
                return std::unexpected(no);
            },
            [this](const QString &) { makeMachine(); });
    }

    void undo(std::function<void()> done) override
    {
        m_shared->work = WorkFolder();
        if (!m_machineId.isEmpty())
            discardMachine(context().store, m_machineId);
        done();
    }

private:
    struct Shared {
        WorkFolder work;
        Snapshot snapshot;
    };

    static std::expected<void, QString> extract(Shared &shared, const SnapshotFolder &import, const QString &path,
                                                const WorkerControl &control)
    {
        removeUnfinished(import); // of an import that a crash ended
        auto work = WorkFolder::create(import);
        if (!work)
            return std::unexpected(work.error());
        shared.work = *std::move(work);
        auto snapshot = SnapshotArchive::extract(path, shared.work.path(), progressOf(control));
        if (!snapshot)
            return std::unexpected(snapshot.error());
        shared.snapshot = *std::move(snapshot);
        return {};
    }

    void makeMachine()
    {
        MachineStore *store = context().store;
        Snapshot &snapshot = m_shared->snapshot;
        MachineDefinition &definition = snapshot.definition;
        definition.id = store->newId();
        definition.createdAt = {};
        definition.basis = {};
        const QString root = store->directory(definition.id);
        // The archive is a stranger's: whatever the guest could write to is the machine's own from now on.
        QStringList files;
        for (Drive &drive : definition.config.drives) {
            const auto kept = std::ranges::find(snapshot.drives, drive.driveId, &SnapshotDrive::driveId);
            if (kept != snapshot.drives.end() && !kept->file.isEmpty()) {
                drive.pathOnHost = kept->path = root + u"/files/"_s + QFileInfo(kept->file).fileName();
                files << drive.pathOnHost;
            } else if (!drive.isReadOnly || kept == snapshot.drives.end()) {
                return fail(tr("The drive “%1” is not in it.").arg(drive.driveId));
            } else {
                kept->path = drive.pathOnHost;
            }
        }
        if (definition.config.serial && !definition.config.serial->serialOutPath.isEmpty())
            definition.config.serial->serialOutPath = kSerialName;
        const auto created = store->create(definition, files);
        if (!created)
            return fail(created.error());
        m_machineId = *created;
        definition = *store->find(m_machineId);
        step(
            tr("Making the machine"),
            [shared = m_shared, folder = SnapshotFolder(root), root,
             what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto done = complete(*shared, folder, control);
                if (done)
                    return QString();
                Failure no = what;
                no.why = done.error();
                return std::unexpected(no);
            },
            [this](const QString &) {
                context().store->finishPreparing(m_machineId);
                context().refresh(m_machineId);
                finish(m_machineId);
            });
    }

    static std::expected<void, QString> complete(Shared &shared, const SnapshotFolder &folder,
                                                 const WorkerControl &control)
    {
        for (const SnapshotDrive &drive : std::as_const(shared.snapshot.drives)) {
            if (drive.file.isEmpty())
                continue;
            if (const auto copied = copyDrive(shared.work.path() + u'/' + drive.file, drive.path, control); !copied)
                return std::unexpected(copied.error());
            if (const int error = syncFile(drive.path))
                return std::unexpected(drive.path + u": "_s + errorText(error));
        }
        if (const auto written = writeSnapshot(shared.work.path(), shared.snapshot); !written)
            return written;
        const LineageRecord record{shared.snapshot.id, {}, {}};
        if (const auto written = record.write(folder); !written)
            return written;
        return shared.work.commit(folder.of(shared.snapshot.id));
    }

    QString m_path, m_machineId;
    std::shared_ptr<Shared> m_shared;
    SnapshotFolder m_import;
};

} // namespace

SnapshotOperation *makeExportOperation(const SnapshotContext *context, const QString &machineId,
                                       const QString &snapshotId, const QString &path)
{
    return new ExportOperation(context, machineId, snapshotId, path);
}

SnapshotOperation *makeImportOperation(const SnapshotContext *context, const QString &path)
{
    return new ImportOperation(context, path);
}

} // namespace sparkler::gui

#include "transfer.moc"
