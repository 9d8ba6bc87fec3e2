#include "manager/store_files.h"

#include "manager/run_state.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QThreadPool>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kDeleting = u".deleting-"_s;

QString markerFile(const QString &machineFolder)
{
    return machineFolder + u"/files/.incomplete"_s;
}

std::expected<void, int> writeAll(int fd, const QByteArray &text)
{
    for (qsizetype done = 0; done < text.size();) {
        const ssize_t now = write(fd, text.constData() + done, static_cast<size_t>(text.size() - done));
        if (now < 0 && errno == EINTR)
            continue;
        if (now < 0)
            return std::unexpected(errno);
        done += now;
    }
    return {};
}

struct PartialFile {
    OwnedFd fd;
    QByteArray name;
};

/// A new file beside `target`, locked as long as somebody writes it: removePartialFiles() of another process may look
/// between any two steps.
std::expected<PartialFile, int> makePartial(const QFileInfo &target)
{
    for (;;) {
        const QByteArray name = QFile::encodeName(target.path() + u"/."_s + target.fileName() + u".partial-"_s +
                                                  QString::number(QRandomGenerator::system()->bounded(100000, 999999)));
        OwnedFd fd(open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!fd)
            return std::unexpected(errno);
        struct stat info = {};
        if (flock(fd.get(), LOCK_EX | LOCK_NB) == 0 && fstat(fd.get(), &info) == 0 && info.st_nlink > 0)
            return PartialFile{std::move(fd), name};
        unlink(name.constData()); // it was taken for a leftover
    }
}

void deleteInBackground(const QString &folder)
{
    // Deleting a large disk can take seconds.
    QThreadPool::globalInstance()->start([folder] { QDir(folder).removeRecursively(); });
}

const ProcessIdentity &thisProcess()
{
    static const ProcessIdentity self = ProcessIdentity::of(getpid()).value_or(ProcessIdentity{});
    return self;
}

} // namespace

std::expected<void, QString> writeAtomically(const QString &path, const QByteArray &text, IfLink ifLink)
{
    const QFileInfo info(path);
    const bool follow = ifLink == IfLink::WriteItsTarget && info.isSymLink() && info.exists();
    const QString real = follow ? info.canonicalFilePath() : path;
    const QFileInfo target(real);
    const auto made = makePartial(target);
    if (!made)
        return std::unexpected(errorText(made.error()));
    const auto &[fd, temporary] = *made;
    struct stat old = {};
    if (lstat(QFile::encodeName(real).constData(), &old) == 0 && S_ISREG(old.st_mode))
        fchmod(fd.get(), old.st_mode & 0777);
    std::expected<void, int> done = writeAll(fd.get(), text);
    if (done && fsync(fd.get()) != 0)
        done = std::unexpected(errno);
    if (done && rename(temporary.constData(), QFile::encodeName(real).constData()) != 0)
        done = std::unexpected(errno);
    if (!done) {
        unlink(temporary.constData());
        return std::unexpected(errorText(done.error()));
    }
    syncFolder(target.path());
    return {};
}

std::expected<QByteArray, QString> readSmallFile(const QString &path)
{
    constexpr qint64 kLimit = 16LL << 20;
    const OwnedFd fd(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd)
        return std::unexpected(errorText(errno));
    struct stat info = {};
    if (fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return std::unexpected(QCoreApplication::translate("MachineStore", "It is not a regular file."));
    QFile file;
    if (!file.open(fd.get(), QIODevice::ReadOnly))
        return std::unexpected(errorText(EIO));
    const QByteArray text = file.read(kLimit + 1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(errorText(EIO));
    if (text.size() > kLimit)
        return std::unexpected(QCoreApplication::translate("MachineStore", "It is too large."));
    return text;
}

std::expected<StoreLock, QString> StoreLock::take(const QString &folder)
{
    StoreLock lock;
    lock.m_fd = OwnedFd(open(QFile::encodeName(folder + u"/.lock"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.m_fd)
        return std::unexpected(errorText(errno));
    // Others hold it for one small file at a time, so a fifth of a second is plenty.
    for (int tries = 0; tries < 100; ++tries) {
        if (flock(lock.m_fd.get(), LOCK_EX | LOCK_NB) == 0)
            return lock;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return std::unexpected(errorText(errno));
        const struct timespec pause = {0, 2'000'000};
        nanosleep(&pause, nullptr);
    }
    return std::unexpected(QCoreApplication::translate("MachineStore", "Another program is changing the machines."));
}

std::expected<void, QString> moveFolder(const QString &from, const QString &to)
{
    if (renameat2(AT_FDCWD, QFile::encodeName(from).constData(), AT_FDCWD, QFile::encodeName(to).constData(),
                  RENAME_NOREPLACE) != 0)
        return std::unexpected(errorText(errno));
    syncFolder(QFileInfo(to).path());
    if (QFileInfo(from).path() != QFileInfo(to).path())
        syncFolder(QFileInfo(from).path());
    return {};
}

void removePartialFiles(const QString &folder)
{
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        if (!isPartialName(name))
            continue;
        const QByteArray path = QFile::encodeName(folder + u'/' + name);
        const OwnedFd fd(open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (fd && flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
            continue; // it is being written
        unlink(path.constData());
    }
}

std::expected<void, QString> removeInBackground(const QString &folder)
{
    const QFileInfo info(folder);
    const QString hidden = info.path() + u'/' + kDeleting + info.fileName() + u'-' +
                           QString::number(QRandomGenerator::system()->generate(), 36);
    if (const auto moved = moveFolder(folder, hidden); !moved)
        return moved;
    deleteInBackground(hidden);
    return {};
}

void removeLeftovers(const QString &parent)
{
    const QStringList names = QDir(parent).entryList({kDeleting + u'*'}, QDir::Dirs | QDir::Hidden);
    for (const QString &name : names)
        deleteInBackground(parent + u'/' + name);
}

qint64 bytesOnDisk(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        struct stat info = {};
        // What has another name elsewhere would not be freed.
        if (lstat(QFile::encodeName(it.next()).constData(), &info) == 0 &&
            (S_ISDIR(info.st_mode) || info.st_nlink == 1))
            bytes += info.st_blocks * 512;
    }
    return bytes;
}

bool engineRuns(const QString &stateFile)
{
    const auto state = RunState::load(stateFile);
    return state && state->process && state->process->alive();
}

bool IncompleteMarker::ours() const
{
    return why.isEmpty() && maker == thisProcess();
}

std::optional<IncompleteMarker> IncompleteMarker::read(const QString &machineFolder)
{
    if (!QFileInfo::exists(markerFile(machineFolder)))
        return std::nullopt;
    IncompleteMarker marker;
    if (const auto text = readSmallFile(markerFile(machineFolder))) {
        const QJsonObject object = QJsonDocument::fromJson(*text).object();
        for (const QJsonValue &file : object.value("files"_L1).toArray())
            marker.files << file.toString();
        marker.why = object.value("why"_L1).toString();
        marker.maker = {object.value("pid"_L1).toInteger(),
                        static_cast<quint64>(object.value("start_ticks"_L1).toInteger()),
                        object.value("boot_id"_L1).toString()};
    }
    return marker; // also when it cannot be read: that there is one counts
}

std::expected<void, QString> IncompleteMarker::write(const QString &machineFolder) const
{
    return writeAs(thisProcess(), machineFolder);
}

void IncompleteMarker::writeAbandoned(const QString &machineFolder) const
{
    // When it cannot be written, the end of the process says the same.
    static_cast<void>(writeAs({}, machineFolder));
}

std::expected<void, QString> IncompleteMarker::writeAs(const ProcessIdentity &process,
                                                       const QString &machineFolder) const
{
    const QJsonObject object{{u"files"_s, QJsonArray::fromStringList(files)},
                             {u"why"_s, why},
                             {u"pid"_s, process.pid},
                             {u"start_ticks"_s, static_cast<qint64>(process.startTicks)},
                             {u"boot_id"_s, process.bootId}};
    return writeAtomically(markerFile(machineFolder), QJsonDocument(object).toJson(), IfLink::Replace);
}

void IncompleteMarker::remove(const QString &machineFolder)
{
    QFile::remove(markerFile(machineFolder));
    syncFolder(machineFolder + u"/files"_s);
}

} // namespace sparkler::gui
