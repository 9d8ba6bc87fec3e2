#include "manager/snapshots/operation.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Snapshots", source);
}

/// To be read. What lies below `within` by its name is not followed out of there: the engine may have put a link in its
/// place, and may do so while it is being opened.
OwnedFd openWithin(const QString &path, const QString &within)
{
    constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    if (within.isEmpty() || !path.startsWith(within + u'/'))
        return OwnedFd(open(QFile::encodeName(path).constData(), kFlags));
    const OwnedFd folder(open(QFile::encodeName(within).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    open_how how{};
    how.flags = kFlags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    const QByteArray rest = QFile::encodeName(path.mid(within.size() + 1));
    return OwnedFd(static_cast<int>(syscall(SYS_openat2, folder.get(), rest.constData(), &how, sizeof how)));
}

} // namespace

SnapshotOperation::SnapshotOperation(const SnapshotContext *context, QString machineId, QString what)
    : m_context(context), m_machineId(std::move(machineId)), m_what(std::move(what))
{
}

void SnapshotOperation::begin(Task *task, SnapshotLock lock)
{
    m_task = task;
    m_lock = std::move(lock);
    m_machine = context().supervisor->find(m_machineId);
    if (cancelling())
        fail(QString());
    else if (!m_machineId.isEmpty() && (!m_machine || !context().store->find(m_machineId)))
        fail(text(QT_TRANSLATE_NOOP("Snapshots", "There is no such machine any more.")));
    else
        run();
}

const Snapshot *SnapshotOperation::usable(const QString &snapshotId)
{
    const auto all = snapshots();
    const SnapshotEntry *entry = all->find(snapshotId);
    if (entry && !entry->damaged())
        return &entry->snapshot;
    fail(entry ? entry->problem : text(QT_TRANSLATE_NOOP("Snapshots", "There is no such snapshot any more.")));
    return nullptr;
}

Failure SnapshotOperation::failure(const QString &why, const QString &remedy, const QString &state) const
{
    Failure made;
    made.what = m_what;
    made.why = why;
    made.state = state;
    made.remedy = remedy;
    return made;
}

void SnapshotOperation::fail(const Failure &failure)
{
    if (m_stepping) { // its thread still works on what would be put right
        m_deferred = failure;
        return;
    }
    if (std::exchange(m_ending, true))
        return;
    const bool cancelled = cancelling();
    undo([this, failure, cancelled, alive = QPointer(this)] {
        if (!alive || !m_task)
            return;
        m_lock = SnapshotLock();
        if (cancelled)
            m_task->finishCancelled();
        else
            m_task->fail(failure);
    });
}

void SnapshotOperation::finish(const QString &result)
{
    if (std::exchange(m_ending, true))
        return;
    m_lock = SnapshotLock();
    m_task->finish(result);
}

void SnapshotOperation::step(const QString &text, std::function<Outcome<QString>(const WorkerControl &)> work,
                             std::function<void(const QString &)> next, bool cancellable)
{
    if (m_ending)
        return;
    m_stepping = true;
    m_task->setStep(text);
    runWorkerStep(m_task, std::move(work),
                  [this, alive = QPointer(this), next = std::move(next), cancellable](const Outcome<QString> &outcome) {
                      if (!alive)
                          return;
                      m_stepping = false;
                      if (const auto why = std::exchange(m_deferred, std::nullopt))
                          fail(*why);
                      else if (!outcome)
                          fail(outcome.error());
                      else if (cancellable && cancelling())
                          fail(QString());
                      else
                          next(*outcome);
                  });
}

std::expected<CopyMethod, QString> copyDrive(const QString &from, const QString &to, const WorkerControl &control,
                                             const QString &within)
{
    const OwnedFd source = openWithin(from, within);
    struct stat info = {};
    if (!source || fstat(source.get(), &info) != 0)
        return std::unexpected(from + u": "_s + errorText(errno));
    if (!S_ISREG(info.st_mode))
        return std::unexpected(text(QT_TRANSLATE_NOOP("Snapshots", "“%1” is not a regular file.")).arg(from));
    auto made = NewFile::create(to);
    if (!made)
        return std::unexpected(to + u": "_s + errorText(made.error()));
    const auto copied =
        copyContent(source.get(), made->fd(), [&control](qint64, qint64) { return !control.cancelled(); });
    if (!copied)
        return std::unexpected((copied.error().reading ? from : to) + u": "_s + errorText(copied.error().error));
    if (const auto named = made->commit(); !named)
        return std::unexpected(to + u": "_s + errorText(named.error()));
    return *copied;
}

int syncFile(const QString &path)
{
    const OwnedFd fd(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return fd && fsync(fd.get()) == 0 ? 0 : errno;
}

qint64 allocatedBytes(const QString &path)
{
    struct stat info = {};
    return lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_blocks * 512 : 0;
}

QStringList memoryPaths(const SnapshotFolder &folder, const QStringList &chain)
{
    QStringList paths;
    for (const QString &id : chain)
        paths << folder.of(id) + u'/' + SnapshotFolder::memoryName();
    return paths;
}

std::expected<void, QString> rewriteSnapshot(const SnapshotFolder &folder, const QString &id,
                                             const std::function<void(Snapshot &)> &change)
{
    auto snapshot = readSnapshot(folder.of(id), id);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    change(*snapshot);
    return writeSnapshot(folder.of(id), *snapshot);
}

std::expected<void, QString> writeHere(const SnapshotFolder &folder, const QString &id)
{
    auto record = LineageRecord::read(folder);
    if (!record)
        return std::unexpected(record.error());
    record->here = id;
    return record->write(folder);
}

} // namespace sparkler::gui
