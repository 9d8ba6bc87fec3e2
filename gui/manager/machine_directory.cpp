#include "manager/machine_directory.h"

#include "manager/file_copy.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("MachineDirectory", source);
}

bool isBelow(const QString &path, const QString &folder)
{
    return folder == u"/"_s ? path.startsWith(u'/') : path.startsWith(folder + u'/');
}

Failure cannotPlace(const QString &source, const QString &why, const QString &remedy = {})
{
    Failure failure;
    failure.what = text(QT_TRANSLATE_NOOP("MachineDirectory", "The machine cannot use %1.")).arg(source);
    failure.why = why;
    failure.remedy = remedy;
    return failure;
}

/// A role as a file name: only harmless characters, different roles stay different.
QByteArray linkName(const QString &role)
{
    QByteArray name;
    const QByteArray utf8 = role.toUtf8();
    for (const char c : utf8.left(64)) {
        const bool harmless =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        name += harmless ? c : '_';
    }
    if (name.isEmpty() || name != utf8)
        name += '-' + QCryptographicHash::hash(utf8, QCryptographicHash::Sha256).toHex().left(8);
    return name;
}

/// ROOT/files/linked, made if need be. Step by step without following links: an engine may have put one there.
std::expected<OwnedFd, int> openLinkFolder(const QString &root)
{
    constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    OwnedFd at(open(QFile::encodeName(root).constData(), kFlags));
    for (const char *name : {"files", "linked"}) {
        if (!at)
            break;
        mkdirat(at.get(), name, 0700);
        at = OwnedFd(openat(at.get(), name, kFlags | O_NOFOLLOW));
    }
    if (!at)
        return std::unexpected(errno);
    return at;
}

struct Source {
    OwnedFd file;
    struct stat info = {};
};

/// Opens `real`, as the engine will; `source` is what the user calls it.
std::expected<Source, Failure> openSource(const QString &source, const QString &real, MachineDirectory::Use use)
{
    using Use = MachineDirectory::Use;
    Source opened;
    opened.file =
        OwnedFd(open(QFile::encodeName(real).constData(),
                     (use == Use::ReadOnly ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (!opened.file || fstat(opened.file.get(), &opened.info) != 0)
        return std::unexpected(cannotPlace(source, errorText(errno)));
    const bool pipe = use == Use::Output && S_ISFIFO(opened.info.st_mode);
    if (!S_ISREG(opened.info.st_mode) && !S_ISBLK(opened.info.st_mode) && !pipe) {
        return std::unexpected(cannotPlace(
            source, text(QT_TRANSLATE_NOOP("MachineDirectory", "It is neither a regular file nor a block device."))));
    }
    return opened;
}

class Placer {
public:
    Placer(OwnedFd folder, OwnedFd file, const struct stat &info, QByteArray name)
        : m_folder(std::move(folder)), m_file(std::move(file)), m_info(info), m_name(std::move(name)),
          m_temporary('.' + m_name + ".new")
    {
    }

    /// Whether the link of the last time still is this very file.
    bool linkIsCurrent() const
    {
        struct stat there = {};
        return fstatat(m_folder.get(), m_name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0 &&
               there.st_dev == m_info.st_dev && there.st_ino == m_info.st_ino;
    }

    /// Whether the copy of the last time is of this content, as far as size and time tell.
    bool copyIsCurrent() const
    {
        struct stat there = {};
        return fstatat(m_folder.get(), m_name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0 &&
               S_ISREG(there.st_mode) && there.st_nlink == 1 && there.st_size == m_info.st_size &&
               there.st_mtim.tv_sec == m_info.st_mtim.tv_sec && there.st_mtim.tv_nsec == m_info.st_mtim.tv_nsec;
    }

    int hardLink() const
    {
        clear();
        // By the open file, so that it is the one that was looked at.
        const QByteArray opened = "/proc/self/fd/" + QByteArray::number(m_file.get());
        if (linkat(AT_FDCWD, opened.constData(), m_folder.get(), m_temporary.constData(), AT_SYMLINK_FOLLOW) != 0)
            return errno;
        return takeOver();
    }

    int symbolicLink(const QString &target) const
    {
        clear();
        if (symlinkat(QFile::encodeName(target).constData(), m_folder.get(), m_temporary.constData()) != 0)
            return errno;
        return takeOver();
    }

    std::expected<Placement, CopyError> copy() const
    {
        clear();
        const OwnedFd made(
            openat(m_folder.get(), m_temporary.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!made)
            return std::unexpected(CopyError{errno, false});
        const auto how = copyContent(m_file.get(), made.get(), [](qint64, qint64) { return true; });
        const struct timespec times[2] = {m_info.st_atim, m_info.st_mtim};
        if (!how || futimens(made.get(), times) != 0) {
            const CopyError error = how ? CopyError{errno, false} : how.error();
            clear();
            return std::unexpected(error);
        }
        if (const int error = takeOver())
            return std::unexpected(CopyError{error, false});
        return *how == CopyMethod::Shared ? Placement::Reflink : Placement::Copy;
    }

private:
    void clear() const { unlinkat(m_folder.get(), m_temporary.constData(), 0); }

    int takeOver() const
    {
        const int error =
            renameat(m_folder.get(), m_temporary.constData(), m_folder.get(), m_name.constData()) == 0 ? 0 : errno;
        clear(); // also there after a rename between two names of one file
        return error;
    }

    OwnedFd m_folder, m_file;
    struct stat m_info;
    QByteArray m_name, m_temporary;
};

} // namespace

MachineDirectory::MachineDirectory(QString root) : m_root(QDir::cleanPath(root)) {}

QString MachineDirectory::definitionFile() const
{
    return m_root + u"/machine.json"_s;
}
QString MachineDirectory::stateFile() const
{
    return m_root + u"/state.json"_s;
}
QString MachineDirectory::olderStateFile() const
{
    return m_root + u"/run/state.json"_s;
}
QString MachineDirectory::startLock() const
{
    return m_root + u"/start.lock"_s;
}
QString MachineDirectory::run() const
{
    return m_root + u"/run"_s;
}
QString MachineDirectory::apiSocket() const
{
    return m_root + u"/run/api.sock"_s;
}
QString MachineDirectory::consoleSocket() const
{
    return m_root + u"/run/console.sock"_s;
}
QString MachineDirectory::vsockSocket() const
{
    return m_root + u"/run/"_s + kVsockName;
}
QString MachineDirectory::userNetworkSocket(const QString &ifaceId) const
{
    return m_root + u"/run/net-"_s + QString::fromLatin1(linkName(ifaceId)) + u".sock"_s;
}
QString MachineDirectory::logs() const
{
    return m_root + u"/logs"_s;
}
QString MachineDirectory::serialOutput() const
{
    return m_root + u"/logs/"_s + kSerialName;
}
QString MachineDirectory::engineLog() const
{
    return m_root + u"/logs/engine.log"_s;
}
QString MachineDirectory::engineOutput() const
{
    return m_root + u"/logs/engine.out"_s;
}
QString MachineDirectory::files() const
{
    return m_root + u"/files"_s;
}
QString MachineDirectory::snapshots() const
{
    return m_root + u"/snapshots"_s;
}
QString MachineDirectory::exchange() const
{
    return m_root + u"/exchange"_s;
}

std::expected<QString, Failure> MachineDirectory::enginePath(const QString &hostPath, const QString &seenAs) const
{
    const QString path = QDir::cleanPath(hostPath);
    const QString prefix = QDir::cleanPath(seenAs);
    if (path == m_root)
        return prefix;
    if (!isBelow(path, m_root)) {
        return std::unexpected(
            cannotPlace(hostPath, text(QT_TRANSLATE_NOOP("MachineDirectory", "It lies outside of the machine's folder, "
                                                                             "which is all that the engine sees."))));
    }
    const QString rest = path.mid(m_root.size());
    return prefix == u"/"_s ? rest : prefix + rest;
}

QString MachineDirectory::hostPath(const QString &enginePath, const QString &seenAs) const
{
    const QString path = QDir::cleanPath(enginePath);
    const QString prefix = QDir::cleanPath(seenAs);
    if (path == prefix)
        return m_root;
    if (!isBelow(path, prefix))
        return enginePath;
    return m_root + (prefix == u"/"_s ? path : path.mid(prefix.size()));
}

std::expected<MachineDirectory::Placed, Failure> MachineDirectory::place(const QString &source, const QString &role,
                                                                         Use use, Elsewhere elsewhere) const
{
    if (!QDir::isAbsolutePath(source))
        return std::unexpected(
            cannotPlace(source, text(QT_TRANSLATE_NOOP("MachineDirectory", "The path is not absolute."))));
    // Before links are resolved: what lies in the folder must not lead out of it, an engine could have put it there.
    const QString root = QFileInfo(m_root).canonicalFilePath();
    const bool insideByName = isBelow(QDir::cleanPath(source), m_root) || isBelow(QDir::cleanPath(source), root);
    const QString real = QFileInfo(source).canonicalFilePath();
    if (real.isEmpty())
        return std::unexpected(cannotPlace(source,
                                           text(QT_TRANSLATE_NOOP("MachineDirectory", "There is no such file.")),
                                           text(QT_TRANSLATE_NOOP("MachineDirectory", "Choose another file."))));
    if (insideByName && !isBelow(real, root)) {
        return std::unexpected(cannotPlace(
            source, text(QT_TRANSLATE_NOOP("MachineDirectory", "It lies in the machine's folder but is a link "
                                                               "that leads out of it."))));
    }

    auto opened = openSource(source, real, use);
    if (!opened)
        return std::unexpected(opened.error());
    if (isBelow(real, root))
        return Placed{m_root + real.mid(root.size()), Placement::Inside, {}};

    auto folder = openLinkFolder(m_root);
    if (!folder)
        return std::unexpected(cannotPlace(source, errorText(folder.error())));
    const QByteArray name = linkName(role);
    const QString path = files() + u"/linked/"_s + QString::fromLatin1(name);
    const mode_t kind = opened->info.st_mode;
    const bool regular = S_ISREG(kind);
    const Placer placer(std::move(*folder), std::move(opened->file), opened->info, name);
    if (placer.linkIsCurrent())
        return Placed{path, Placement::HardLink, {}};
    if ((regular || S_ISFIFO(kind)) && placer.hardLink() == 0)
        return Placed{path, Placement::HardLink, {}};
    if (elsewhere == Elsewhere::Show)
        return Placed{real, Placement::Shown, u"elsewhere/"_s + QString::fromLatin1(name)};
    if (elsewhere == Elsewhere::Link) {
        if (const int error = placer.symbolicLink(real))
            return std::unexpected(cannotPlace(source, errorText(error)));
        return Placed{path, Placement::SymbolicLink, {}};
    }
    if (use != Use::ReadOnly || !regular) {
        return std::unexpected(cannotPlace(
            source,
            text(QT_TRANSLATE_NOOP(
                "MachineDirectory",
                "It lies on another file system, so it cannot be linked into the machine's folder, and "
                "the machine writes to it, so it is not copied.")),
            text(QT_TRANSLATE_NOOP("MachineDirectory", "Move the file to the file system of the machine's folder."))));
    }
    if (placer.copyIsCurrent())
        return Placed{path, Placement::Copy, {}};
    const auto copied = placer.copy();
    if (!copied)
        return std::unexpected(cannotPlace(source, errorText(copied.error().error)));
    return Placed{path, *copied, {}};
}

} // namespace sparkler::gui
