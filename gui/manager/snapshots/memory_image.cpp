#include "manager/snapshots/memory_image.h"

#include "manager/file_copy.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPageBytes = 4096;
constexpr size_t kBufferBytes = 1U << 20;

QString text(const char *source)
{
    return QCoreApplication::translate("Snapshots", source);
}

QString fileError(const QString &path, int error)
{
    return error == ECANCELED ? QString() : path + u": "_s + errorText(error);
}

struct OpenFile {
    OwnedFd fd;
    qint64 bytes = 0;
    qint64 data = 0; ///< allocated
};

std::expected<OpenFile, QString> openMemory(const QString &path)
{
    OpenFile file;
    file.fd = OwnedFd(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat info = {};
    if (!file.fd || fstat(file.fd.get(), &info) != 0)
        return std::unexpected(fileError(path, errno));
    if (!S_ISREG(info.st_mode))
        return std::unexpected(text(QT_TRANSLATE_NOOP("Snapshots", "“%1” is not a regular file.")).arg(path));
    file.bytes = info.st_size;
    file.data = std::min<qint64>(info.st_blocks * 512, info.st_size);
    return file;
}

/// Writes the data of `diff` over `target`; holes are left alone. 0, or errno and whether the source failed.
std::expected<void, CopyError> overlay(const OpenFile &diff, int target, char *buffer,
                                       const std::function<bool(qint64 bytes)> &more)
{
    for (qint64 at = 0; at < diff.bytes;) {
        const off_t begin = lseek(diff.fd.get(), at, SEEK_DATA);
        if (begin < 0 && errno == ENXIO)
            return {};
        const off_t end = begin < 0 ? -1 : lseek(diff.fd.get(), begin, SEEK_HOLE);
        if (end < 0)
            return std::unexpected(CopyError{errno, true});
        for (at = begin; at < end;) {
            const ssize_t got = pread(diff.fd.get(), buffer, std::min(kBufferBytes, static_cast<size_t>(end - at)), at);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return std::unexpected(CopyError{got == 0 ? EIO : errno, true});
            for (ssize_t put = 0; put < got;) {
                const ssize_t now = pwrite(target, buffer + put, static_cast<size_t>(got - put), at + put);
                if (now < 0 && errno == EINTR)
                    continue;
                if (now < 0)
                    return std::unexpected(CopyError{errno, false});
                put += now;
            }
            at += got;
            if (!more(got))
                return std::unexpected(CopyError{ECANCELED, false});
        }
    }
    return {};
}

} // namespace

std::expected<void, QString> supportsDiffs(const QString &folder)
{
    struct statfs info = {};
    if (statfs(QFile::encodeName(folder).constData(), &info) != 0)
        return std::unexpected(fileError(folder, errno));
    if (info.f_bsize > kPageBytes)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("Snapshots",
                                   "The file system keeps blocks of %1 bytes, so it cannot tell which pages of memory, "
                                   "of 4096 bytes each, a diff has."))
                .arg(info.f_bsize));
    return {};
}

std::expected<void, QString> layerMemory(const QStringList &chain, const QString &to, const CopyProgress &goOn)
{
    std::vector<OpenFile> files;
    qint64 total = 0;
    for (const QString &path : chain) {
        auto file = openMemory(path);
        if (!file)
            return std::unexpected(file.error());
        if (!files.empty() && file->bytes != files.front().bytes)
            return std::unexpected(
                text(QT_TRANSLATE_NOOP("Snapshots", "“%1” does not have the size of the memory that it belongs to."))
                    .arg(path));
        total += file->data;
        files.push_back(*std::move(file));
    }
    if (files.size() > 1) {
        for (const QString &path : chain.mid(1)) {
            if (const auto fit = supportsDiffs(path); !fit)
                return fit;
        }
    }
    auto made = NewFile::create(to);
    if (!made)
        return std::unexpected(fileError(to, made.error()));
    qint64 done = 0;
    const auto copied = copyContent(files.front().fd.get(), made->fd(), [&](qint64 bytes, qint64 all) {
        const qint64 part = all > 0 ? static_cast<qint64>(static_cast<double>(files.front().data) *
                                                          static_cast<double>(bytes) / static_cast<double>(all))
                                    : 0;
        return goOn(part, total);
    });
    if (!copied)
        return std::unexpected(fileError(copied.error().reading ? chain.front() : to, copied.error().error));
    done = files.front().data;
    const auto buffer = std::make_unique<char[]>(kBufferBytes);
    for (std::size_t at = 1; at < files.size(); ++at) {
        const auto laid = overlay(files[at], made->fd(), buffer.get(), [&](qint64 bytes) {
            done = std::min(done + bytes, total);
            return goOn(done, total);
        });
        if (!laid)
            return std::unexpected(
                fileError(laid.error().reading ? chain.at(static_cast<qsizetype>(at)) : to, laid.error().error));
    }
    if (const auto synced = made->sync(); !synced)
        return std::unexpected(fileError(to, synced.error()));
    if (const auto named = made->commit(); !named)
        return std::unexpected(fileError(to, named.error()));
    return {};
}

} // namespace sparkler::gui
