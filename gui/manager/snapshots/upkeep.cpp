// Removing, merging and verifying.

#include "manager/snapshots/memory_image.h"
#include "manager/snapshots/operation.h"
#include "manager/snapshots/verify.h"
#include "manager/store_files.h"

#include <QFile>

#include <cerrno>
#include <cstdio>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Makes the last one of `chain` full. Its memory takes the old one's place first: over its base it is the same as
/// without, so what a crash leaves between the two steps is right, too.
std::expected<void, QString> makeFull(const SnapshotFolder &folder, const QStringList &chain,
                                      const WorkerControl &control)
{
    auto work = WorkFolder::create(folder);
    if (!work)
        return std::unexpected(work.error());
    const QStringList paths = memoryPaths(folder, chain);
    const QString whole = work->path() + u'/' + SnapshotFolder::memoryName();
    const auto layered = layerMemory(paths, whole, [&control](qint64 done, qint64 total) {
        if (total > 0)
            control.setProgress(static_cast<double>(done) / static_cast<double>(total));
        return !control.cancelled();
    });
    if (!layered)
        return layered;
    // The checksum goes before the file that it is of.
    const auto forget = [](Snapshot &snapshot) { snapshot.checksums.remove(SnapshotFolder::memoryName()); };
    if (const auto written = rewriteSnapshot(folder, chain.constLast(), forget); !written)
        return written;
    if (::rename(QFile::encodeName(whole).constData(), QFile::encodeName(paths.constLast()).constData()) != 0)
        return std::unexpected(paths.constLast() + u": "_s + errorText(errno));
    syncFolder(folder.of(chain.constLast()));
    return rewriteSnapshot(folder, chain.constLast(), [](Snapshot &snapshot) { snapshot.kind = SnapshotKind::Full; });
}

class MergeOperation : public SnapshotOperation {
    Q_OBJECT
public:
    MergeOperation(const SnapshotContext *context, const QString &machineId, QString snapshotId)
        : SnapshotOperation(context, machineId, tr("The snapshot was not made full.")),
          m_snapshotId(std::move(snapshotId))
    {
    }

protected:
    void run() override
    {
        const QStringList chain = context().lineage(machineId())->chain(m_snapshotId);
        step(
            tr("Putting the memory together"),
            [folder = folder(), chain, what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto made = makeFull(folder, chain, control);
                if (made)
                    return QString();
                Failure no = what;
                no.why = made.error();
                return std::unexpected(no);
            },
            [this](const QString &) { finish(m_snapshotId); }, false);
    }

private:
    QString m_snapshotId;
};

class RemoveOperation : public SnapshotOperation {
    Q_OBJECT
public:
    RemoveOperation(const SnapshotContext *context, const QString &machineId, QString snapshotId, RemovalPlan plan)
        : SnapshotOperation(context, machineId, tr("The snapshot was not removed.")),
          m_snapshotId(std::move(snapshotId)), m_plan(std::move(plan))
    {
    }

protected:
    void run() override { mergeNext(); }

private:
    void mergeNext()
    {
        if (m_merged == m_plan.merged.size())
            return removeAll();
        const QString id = m_plan.merged.at(m_merged++);
        step(
            tr("Making a diff full (%1 of %2)").arg(m_merged).arg(m_plan.merged.size()),
            [folder = folder(), chain = context().lineage(machineId())->chain(id),
             what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                const auto made = makeFull(folder, chain, control);
                if (made)
                    return QString();
                Failure no = what;
                no.why = made.error();
                no.state = tr("All snapshots are still there.");
                return std::unexpected(no);
            },
            [this](const QString &) { mergeNext(); });
    }

    void removeAll()
    {
        const auto all = snapshots();
        const SnapshotEntry *entry = all->find(m_snapshotId);
        const QString heir = entry ? entry->snapshot.parent : QString();
        const QSet<QString> removed(m_plan.removed.begin(), m_plan.removed.end());
        // Whoever came from one of them comes from what that one came from, from now on.
        QStringList adopted;
        for (const SnapshotEntry &other : all->entries) {
            if (!removed.contains(other.snapshot.id) && removed.contains(other.snapshot.parent) && !other.damaged())
                adopted << other.snapshot.id;
        }
        const bool hereGoes = removed.contains(all->here);
        task()->setCannotCancel(tr("The snapshots are being removed."));
        task()->setProgress(std::nullopt);
        step(
            tr("Removing"),
            [folder = folder(), adopted, heir, ids = m_plan.removed, hereGoes,
             what = failure({})](const WorkerControl &) -> Outcome<QString> {
                const auto done = removeFolders(folder, adopted, heir, ids, hereGoes);
                if (done)
                    return QString();
                Failure no = what;
                no.why = done.error();
                return std::unexpected(no);
            },
            [this, removed](const QString &) {
                if (machine() && removed.contains(machine()->memoryBase()))
                    static_cast<void>(machine()->setMemoryBase({})); // else a diff of it is refused by its absence
                finish(m_snapshotId);
            },
            false);
    }

    static std::expected<void, QString> removeFolders(const SnapshotFolder &folder, const QStringList &adopted,
                                                      const QString &heir, const QStringList &ids, bool hereGoes)
    {
        for (const QString &id : adopted) {
            const auto written = rewriteSnapshot(folder, id, [&](Snapshot &snapshot) { snapshot.parent = heir; });
            if (!written)
                return written;
        }
        if (hereGoes) {
            if (const auto written = writeHere(folder, heir); !written)
                return written;
        }
        // Those that need others first, so that none is ever without what it needs.
        for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
            if (const auto gone = removeInBackground(folder.of(*id)); !gone)
                return gone;
        }
        return {};
    }

    QString m_snapshotId;
    RemovalPlan m_plan;
    qsizetype m_merged = 0;
};

class VerifyOperation : public SnapshotOperation {
    Q_OBJECT
public:
    VerifyOperation(const SnapshotContext *context, const QString &machineId, QString snapshotId,
                    std::function<void(const Verification &)> done)
        : SnapshotOperation(context, machineId, tr("The snapshot is not as it was made.")),
          m_snapshotId(std::move(snapshotId)), m_done(std::move(done)), m_found(std::make_shared<Verification>())
    {
    }

protected:
    void run() override
    {
        const SnapshotEntry *entry = snapshots()->find(m_snapshotId);
        if (!entry || entry->snapshot.memoryBytes == 0)
            return fail(entry ? entry->problem : tr("There is no such snapshot any more."));
        step(
            tr("Reading the files"),
            [snapshot = entry->snapshot, folder = folder().of(m_snapshotId), found = m_found,
             what = failure({})](const WorkerControl &control) -> Outcome<QString> {
                *found = verifySnapshot(folder, snapshot, [&control](double progress) {
                    control.setProgress(progress);
                    return !control.cancelled();
                });
                return QString();
            },
            [this](const QString &) { report(); });
    }

private:
    void report()
    {
        QMap<QString, QByteArray> recorded = m_found->recorded;
        if (!recorded.isEmpty()) {
            const auto written = rewriteSnapshot(folder(), m_snapshotId, [&](Snapshot &snapshot) {
                for (auto sum = recorded.begin(); sum != recorded.end(); ++sum)
                    snapshot.checksums.insert(sum.key(), sum.value());
            });
            if (!written)
                return fail(written.error());
        }
        m_done(*m_found);
        QStringList lines;
        for (const VerifiedFile &file : std::as_const(m_found->files)) {
            if (file.state != VerifiedFile::State::Good && file.state != VerifiedFile::State::Recorded)
                lines << file.file + u": "_s + file.detail;
        }
        if (m_found->good())
            finish(m_snapshotId);
        else
            fail(failure(lines.join(u'\n'), tr("Remove it, or put the files back from a copy.")));
    }

    QString m_snapshotId;
    std::function<void(const Verification &)> m_done;
    std::shared_ptr<Verification> m_found;
};

} // namespace

SnapshotOperation *makeMergeOperation(const SnapshotContext *context, const QString &machineId,
                                      const QString &snapshotId)
{
    return new MergeOperation(context, machineId, snapshotId);
}

SnapshotOperation *makeRemoveOperation(const SnapshotContext *context, const QString &machineId,
                                       const QString &snapshotId, const RemovalPlan &plan)
{
    return new RemoveOperation(context, machineId, snapshotId, plan);
}

SnapshotOperation *makeVerifyOperation(const SnapshotContext *context, const QString &machineId,
                                       const QString &snapshotId, std::function<void(const Verification &)> done)
{
    return new VerifyOperation(context, machineId, snapshotId, std::move(done));
}

} // namespace sparkler::gui

#include "upkeep.moc"
