#include "manager/snapshots/archive.h"

#include "manager/disk_work.h"
#include "manager/file_copy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kBufferBytes = 1U << 20;
constexpr size_t kBlockBytes = 64U << 10;
constexpr qint64 kZeroBytes = 4096;    ///< zeros of this length are left out
constexpr qint64 kLeastHole = 1 << 20; ///< shorter ones are written as zeros: the list of holes stays short
constexpr qint64 kMostDescription = 16LL << 20;
constexpr qint64 kMostState = 1LL << 30;
constexpr qint64 kMostMemory = 16LL << 40;
const QString kTop = u"sparkler-snapshot/"_s;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snapshots)
};

struct CloseWriter {
    void operator()(archive *a) const { archive_write_free(a); }
};
struct CloseReader {
    void operator()(archive *a) const { archive_read_free(a); }
};
struct FreeEntry {
    void operator()(archive_entry *e) const { archive_entry_free(e); }
};
using Writer = std::unique_ptr<archive, CloseWriter>;
using Reader = std::unique_ptr<archive, CloseReader>;

QString archiveError(archive *a)
{
    const char *text = archive_error_string(a);
    if (!text && archive_errno(a) == 0)
        return Text::tr("It is not an archive of a snapshot.");
    return Text::tr("The archive: %1").arg(text ? QString::fromLocal8Bit(text) : errorText(archive_errno(a)));
}

/// Counts what passes.
class Meter {
public:
    Meter(const CopyProgress &goOn, qint64 total) : m_goOn(goOn), m_total(std::max<qint64>(total, 1)) {}
    bool add(qint64 bytes)
    {
        m_done = std::min(m_done + bytes, m_total);
        return m_goOn(m_done, m_total);
    }

private:
    const CopyProgress &m_goOn;
    qint64 m_done = 0, m_total;
};

/// Tells the archive where the file has data; long holes only.
void describeHoles(int fd, qint64 size, archive_entry *entry)
{
    qint64 begin = 0; // of the data in hand
    qint64 end = 0;
    bool any = false;
    for (qint64 at = 0; at < size;) {
        const off_t data = lseek(fd, at, SEEK_DATA);
        const off_t hole = data < 0 ? -1 : lseek(fd, data, SEEK_HOLE);
        if (hole < 0)
            break;
        if (any && data - end >= kLeastHole) {
            archive_entry_sparse_add_entry(entry, begin, end - begin);
            begin = data;
        } else if (!any) {
            begin = data;
        }
        any = true;
        end = std::min<qint64>(hole, size);
        at = hole;
    }
    if (any)
        archive_entry_sparse_add_entry(entry, begin, end - begin);
}

std::unique_ptr<archive_entry, FreeEntry> entryFor(const QString &name, qint64 size)
{
    std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), (kTop + name).toLatin1().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), size);
    return entry;
}

std::expected<void, QString> addBytes(archive *out, const char *data, size_t bytes)
{
    while (bytes > 0) {
        const la_ssize_t put = archive_write_data(out, data, bytes);
        if (put <= 0)
            return std::unexpected(archiveError(out));
        data += put;
        bytes -= static_cast<size_t>(put);
    }
    return {};
}

std::expected<void, QString> addFile(archive *out, const QString &name, const QString &path, qint64 size, char *buffer,
                                     Meter &meter)
{
    const OwnedFd fd(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat info = {};
    if (!fd || fstat(fd.get(), &info) != 0)
        return std::unexpected(path + u": "_s + errorText(errno));
    if (info.st_size != size)
        return std::unexpected(
            Text::tr("The file “%1” has %2 bytes instead of %3.").arg(path).arg(info.st_size).arg(size));
    const auto entry = entryFor(name, size);
    describeHoles(fd.get(), size, entry.get());
    if (archive_write_header(out, entry.get()) != ARCHIVE_OK)
        return std::unexpected(archiveError(out));
    for (qint64 at = 0; at < size;) {
        const ssize_t got = pread(fd.get(), buffer, kBufferBytes, at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::unexpected(path + u": "_s + errorText(got == 0 ? EIO : errno));
        if (const auto added = addBytes(out, buffer, static_cast<size_t>(std::min<qint64>(got, size - at))); !added)
            return added;
        at += got;
        if (!meter.add(got))
            return std::unexpected(QString());
    }
    return {};
}

/// The name below our folder; empty: not one that is allowed.
QString allowedName(archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry);
    const QString name = path ? QString::fromUtf8(path) : QString();
    if (!name.startsWith(kTop) || archive_entry_hardlink(entry) || archive_entry_symlink(entry) ||
        archive_entry_filetype(entry) != AE_IFREG || !archive_entry_size_is_set(entry))
        return {};
    const QString own = name.mid(kTop.size());
    return SnapshotFolder::isFileName(own) ? own : QString();
}

QString strangerText(archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry);
    return Text::tr("It is not an archive of a snapshot: it has “%1”.")
        .arg(path ? QString::fromUtf8(path).left(100) : QString());
}

std::expected<Snapshot, QString> readDescription(archive *in, archive_entry *entry)
{
    const qint64 size = archive_entry_size(entry);
    if (allowedName(entry) != SnapshotFolder::descriptionName())
        return std::unexpected(strangerText(entry));
    if (size > kMostDescription)
        return std::unexpected(Text::tr("Its description is too large."));
    QByteArray text(size, '\0');
    for (qsizetype done = 0; done < size;) {
        const la_ssize_t got = archive_read_data(in, text.data() + done, static_cast<size_t>(size - done));
        if (got <= 0)
            return std::unexpected(archiveError(in));
        done += got;
    }
    return snapshotFromText(text);
}

/// The files that must come, with their sizes. Error: sizes that cannot be.
std::expected<QMap<QString, qint64>, QString> expectedFiles(const Snapshot &snapshot)
{
    QMap<QString, qint64> files{{SnapshotFolder::stateName(), snapshot.stateBytes},
                                {SnapshotFolder::memoryName(), snapshot.memoryBytes}};
    bool good = snapshot.stateBytes > 0 && snapshot.stateBytes <= kMostState && snapshot.memoryBytes > 0 &&
                snapshot.memoryBytes <= kMostMemory;
    for (const SnapshotDrive &drive : snapshot.drives) {
        if (drive.file.isEmpty())
            continue;
        good = good && !files.contains(drive.file) && drive.bytes >= 0 && drive.bytes <= kMostDiskBytes;
        files.insert(drive.file, drive.bytes);
    }
    if (!good || snapshot.kind != SnapshotKind::Full)
        return std::unexpected(Text::tr("Its description does not fit an archive."));
    return files;
}

/// Writes what is not zero; the rest stays a hole.
std::expected<void, QString> writeSparsely(int fd, const char *data, qint64 bytes, qint64 at)
{
    static constexpr std::array<char, kZeroBytes> kZeros{};
    while (bytes > 0) {
        const qint64 piece = std::min(bytes, kZeroBytes - at % kZeroBytes);
        if (std::memcmp(data, kZeros.data(), static_cast<size_t>(piece)) != 0) {
            for (qint64 put = 0; put < piece;) {
                const ssize_t now = pwrite(fd, data + put, static_cast<size_t>(piece - put), at + put);
                if (now < 0 && errno == EINTR)
                    continue;
                if (now < 0)
                    return std::unexpected(errorText(errno));
                put += now;
            }
        }
        data += piece;
        at += piece;
        bytes -= piece;
    }
    return {};
}

std::expected<void, QString> extractFile(archive *in, const QString &path, qint64 size, Meter &meter)
{
    const OwnedFd fd(
        open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd || ftruncate(fd.get(), size) != 0)
        return std::unexpected(path + u": "_s + errorText(errno));
    for (;;) {
        const void *data = nullptr;
        size_t bytes = 0;
        la_int64_t at = 0;
        const int got = archive_read_data_block(in, &data, &bytes, &at);
        if (got == ARCHIVE_EOF)
            break;
        if (got != ARCHIVE_OK)
            return std::unexpected(archiveError(in));
        if (at < 0 || at > size || bytes > static_cast<size_t>(size - at))
            return std::unexpected(Text::tr("“%1” is longer than it should be.").arg(QFileInfo(path).fileName()));
        const auto length = static_cast<qint64>(bytes);
        if (const auto written = writeSparsely(fd.get(), static_cast<const char *>(data), length, at); !written)
            return std::unexpected(path + u": "_s + written.error());
        if (!meter.add(length))
            return std::unexpected(QString());
    }
    if (fsync(fd.get()) != 0)
        return std::unexpected(path + u": "_s + errorText(errno));
    return {};
}

std::expected<void, QString> extractAll(archive *in, const QString &folder, QMap<QString, qint64> wanted,
                                        const CopyProgress &goOn)
{
    qint64 total = 0;
    for (const qint64 size : std::as_const(wanted))
        total += size;
    Meter meter(goOn, total);
    archive_entry *entry = nullptr;
    int got = ARCHIVE_OK;
    while ((got = archive_read_next_header(in, &entry)) == ARCHIVE_OK) {
        const QString name = allowedName(entry);
        // Each once: what was taken is no longer wanted.
        const auto found = wanted.constFind(name);
        if (name.isEmpty() || found == wanted.constEnd())
            return std::unexpected(strangerText(entry));
        if (archive_entry_size(entry) != *found)
            return std::unexpected(Text::tr("The file “%1” has %2 bytes instead of %3.")
                                       .arg(name)
                                       .arg(archive_entry_size(entry))
                                       .arg(*found));
        if (const auto done = extractFile(in, folder + u'/' + name, *found, meter); !done)
            return done;
        wanted.erase(found);
    }
    if (got != ARCHIVE_EOF)
        return std::unexpected(archiveError(in));
    if (!wanted.isEmpty())
        return std::unexpected(Text::tr("The file “%1” is missing.").arg(wanted.firstKey()));
    return {};
}

} // namespace

std::expected<void, QString> SnapshotArchive::write(const QString &path, const QString &folder,
                                                    const Snapshot &original, const QString &memory,
                                                    const CopyProgress &goOn)
{
    Snapshot snapshot = original;
    if (snapshot.kind == SnapshotKind::Diff)
        snapshot.checksums.remove(SnapshotFolder::memoryName());
    snapshot.kind = SnapshotKind::Full;
    snapshot.parent.clear();
    auto made = NewFile::create(path);
    if (!made)
        return std::unexpected(path + u": "_s + errorText(made.error()));
    const Writer out(archive_write_new());
    // Below ARCHIVE_WARN it does not work at all; at it an external zstd does the work.
    if (!out || archive_write_set_format_pax(out.get()) != ARCHIVE_OK ||
        archive_write_add_filter_zstd(out.get()) < ARCHIVE_WARN ||
        archive_write_open_fd(out.get(), made->fd()) != ARCHIVE_OK)
        return std::unexpected(out ? archiveError(out.get()) : errorText(ENOMEM));
    const auto files = expectedFiles(snapshot);
    if (!files)
        return std::unexpected(files.error());
    qint64 total = 0;
    for (const qint64 size : *files)
        total += size;
    Meter meter(goOn, total);
    const QByteArray text = snapshotToText(snapshot);
    const auto description = entryFor(SnapshotFolder::descriptionName(), text.size());
    if (archive_write_header(out.get(), description.get()) != ARCHIVE_OK)
        return std::unexpected(archiveError(out.get()));
    if (const auto added = addBytes(out.get(), text.constData(), static_cast<size_t>(text.size())); !added)
        return added;
    const auto buffer = std::make_unique<char[]>(kBufferBytes);
    for (auto file = files->begin(); file != files->end(); ++file) {
        const QString from = file.key() == SnapshotFolder::memoryName() ? memory : folder + u'/' + file.key();
        if (const auto added = addFile(out.get(), file.key(), from, file.value(), buffer.get(), meter); !added)
            return added;
    }
    if (archive_write_close(out.get()) != ARCHIVE_OK)
        return std::unexpected(archiveError(out.get()));
    auto done = made->sync();
    if (done)
        done = made->commit();
    if (!done)
        return std::unexpected(path + u": "_s + errorText(done.error()));
    return {};
}

std::expected<Snapshot, QString> SnapshotArchive::extract(const QString &path, const QString &folder,
                                                          const CopyProgress &goOn)
{
    const OwnedFd fd(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info = {};
    if (!fd || fstat(fd.get(), &info) != 0)
        return std::unexpected(path + u": "_s + errorText(errno));
    if (!S_ISREG(info.st_mode))
        return std::unexpected(Text::tr("“%1” is not a regular file.").arg(path));
    const Reader in(archive_read_new());
    archive_entry *entry = nullptr;
    if (!in || archive_read_support_filter_zstd(in.get()) < ARCHIVE_WARN ||
        archive_read_support_format_tar(in.get()) != ARCHIVE_OK ||
        archive_read_open_fd(in.get(), fd.get(), kBlockBytes) != ARCHIVE_OK ||
        archive_read_next_header(in.get(), &entry) != ARCHIVE_OK)
        return std::unexpected(in ? archiveError(in.get()) : errorText(ENOMEM));
    auto snapshot = readDescription(in.get(), entry);
    if (!snapshot)
        return snapshot;
    const auto files = expectedFiles(*snapshot);
    if (!files)
        return std::unexpected(files.error());
    QDir().mkpath(folder + u'/' + SnapshotFolder::drivesName());
    if (const auto done = extractAll(in.get(), folder, *files, goOn); !done)
        return std::unexpected(done.error());
    return snapshot;
}

} // namespace sparkler::gui
