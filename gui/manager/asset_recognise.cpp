// What a kernel, an initrd or a root file system is, by its first bytes.

#include "manager/asset_library.h"
#include "manager/file_copy.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kHeadBytes = 0x10100; ///< up to the magic of btrfs
using Recognised = std::expected<QString, QString>;

QString text(const char *source)
{
    return QCoreApplication::translate("AssetLibrary", source);
}

/// The head of a file; what lies behind its end reads as zero.
class Head {
public:
    explicit Head(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    bool has(qsizetype at, QByteArrayView magic) const
    {
        return at + magic.size() <= m_bytes.size() && QByteArrayView(m_bytes).sliced(at, magic.size()) == magic;
    }
    template <typename T>
    T little(qsizetype at) const
    {
        if (at < 0 || at + static_cast<qsizetype>(sizeof(T)) > m_bytes.size())
            return 0;
        return qFromLittleEndian<T>(m_bytes.constData() + at);
    }
    QByteArray string(qsizetype at, qsizetype limit) const
    {
        if (at < 0 || at >= m_bytes.size())
            return {};
        const QByteArray piece = m_bytes.mid(at, limit);
        const qsizetype end = piece.indexOf('\0');
        return end < 0 ? QByteArray() : piece.left(end);
    }
    qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

struct Magic {
    qsizetype at;
    QByteArrayView bytes;
    QLatin1StringView name;
};

const std::array<Magic, 9> kInitrds{{{0, "070701", "cpio"_L1},
                                     {0, "070702", "cpio"_L1},
                                     {0, "\x1f\x8b", "gzip"_L1},
                                     {0, "\x28\xb5\x2f\xfd", "zstd"_L1},
                                     {0, "\x02\x21\x4c\x18", "lz4"_L1},
                                     {0, "\x04\x22\x4d\x18", "lz4"_L1},
                                     {0,
                                      QByteArrayView("\xfd"
                                                     "7zXZ\0",
                                                     6),
                                      "xz"_L1},
                                     {0, "BZh", "bzip2"_L1},
                                     {0, QByteArrayView("\x5d\0\0", 3), "lzma"_L1}}};
const std::array<Magic, 5> kFileSystems{{{0, "hsqs", "squashfs"_L1},
                                         {0, "XFSB", "xfs"_L1},
                                         {0x10040, "_BHRfS_M", "btrfs"_L1},
                                         {1024, "\xe2\xe1\xf5\xe0", "erofs"_L1},
                                         {1024, "\x10\x20\xf5\xf2", "f2fs"_L1}}};
/// Disk images that are not raw.
const std::array<Magic, 5> kContainers{{{0, "QFI\xfb", "qcow2"_L1},
                                        {0, "KDMV", "VMDK"_L1},
                                        {0, "vhdxfile", "VHDX"_L1},
                                        {0, "conectix", "VHD"_L1},
                                        {0x40, "\x7f\x10\xda\xbe", "VDI"_L1}}};

template <std::size_t N>
QString firstMatch(const std::array<Magic, N> &table, const Head &head)
{
    for (const Magic &magic : table) {
        if (head.has(magic.at, magic.bytes))
            return magic.name;
    }
    return {};
}

Recognised elfKernel(const Head &head)
{
    constexpr quint8 kClass64 = 2, kLittleEndian = 1;
    constexpr quint16 kExecutable = 2, kShared = 3, kX86_64 = 62;
    constexpr quint32 kInterpreter = 3;
    if (head.little<quint8>(4) != kClass64 || head.little<quint8>(5) != kLittleEndian ||
        head.little<quint16>(18) != kX86_64)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("AssetLibrary", "It is an ELF file for another processor than x86-64.")));
    const quint16 type = head.little<quint16>(16);
    if (type != kExecutable && type != kShared)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("AssetLibrary", "It is an ELF file, but not one that can be started.")));
    const auto table = head.little<quint64>(32);
    const quint16 entrySize = head.little<quint16>(54);
    const quint16 entries = head.little<quint16>(56);
    for (quint16 i = 0; i < entries && table < static_cast<quint64>(head.size()); ++i) {
        if (head.little<quint32>(static_cast<qsizetype>(table) + i * entrySize) == kInterpreter)
            return std::unexpected(text(QT_TRANSLATE_NOOP("AssetLibrary", "It is a program, not a kernel.")));
    }
    return text(QT_TRANSLATE_NOOP("AssetLibrary", "ELF kernel, x86-64"));
}

/// The Linux/x86 boot protocol: the set-up header begins at 0x1f1 of the file.
Recognised bzImage(const Head &head)
{
    constexpr quint8 kLoadedHigh = 1;
    const quint16 protocol = head.little<quint16>(0x206);
    if (protocol < 0x200 || (head.little<quint8>(0x211) & kLoadedHigh) == 0)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("AssetLibrary", "It is a kernel of a kind that is too old (zImage).")));
    const quint16 versionAt = head.little<quint16>(0x20e);
    const QByteArray version = versionAt == 0 ? QByteArray() : head.string(versionAt + 0x200, 256).split(' ').value(0);
    const bool printable = std::ranges::all_of(version, [](char c) { return c > ' ' && c < 0x7f; });
    return version.isEmpty() || !printable ? u"bzImage"_s : u"bzImage "_s + QString::fromLatin1(version);
}

Recognised kernel(const Head &head)
{
    if (head.has(0, "\x7f"
                    "ELF"))
        return elfKernel(head);
    if (head.has(0x1fe, "\x55\xaa") && head.has(0x202, "HdrS"))
        return bzImage(head);
    if (head.has(0x38, "ARM\x64"))
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("AssetLibrary", "It is a kernel for another processor than x86-64.")));
    return std::unexpected(
        text(QT_TRANSLATE_NOOP("AssetLibrary", "It is neither an ELF kernel (vmlinux) nor a bzImage.")));
}

Recognised initrd(const Head &head)
{
    const QString name = firstMatch(kInitrds, head);
    if (name.isEmpty())
        return std::unexpected(text(QT_TRANSLATE_NOOP(
            "AssetLibrary", "It is neither a cpio archive nor compressed in a way that kernels know.")));
    return name == u"cpio"_s ? text(QT_TRANSLATE_NOOP("AssetLibrary", "cpio archive"))
                             : text(QT_TRANSLATE_NOOP("AssetLibrary", "compressed archive (%1)")).arg(name);
}

QString extVersion(const Head &head)
{
    constexpr quint32 kHasJournal = 0x4;
    constexpr quint32 kExt4Only = 0x40 | 0x80 | 0x200; // extents, 64 bit, flexible block groups
    if ((head.little<quint32>(1024 + 0x60) & kExt4Only) != 0)
        return u"ext4"_s;
    return (head.little<quint32>(1024 + 0x5c) & kHasJournal) != 0 ? u"ext3"_s : u"ext2"_s;
}

bool isPartitioned(const Head &head)
{
    if (head.has(512, "EFI PART") || head.has(4096, "EFI PART"))
        return true;
    if (!head.has(510, "\x55\xaa"))
        return false;
    // A boot sector of FAT ends like that, too, but has no sensible table.
    bool any = false;
    for (qsizetype entry = 446; entry < 510; entry += 16) {
        if ((head.little<quint8>(entry) & 0x7f) != 0)
            return false;
        any = any || (head.little<quint8>(entry + 4) != 0 && head.little<quint32>(entry + 12) != 0);
    }
    return any;
}

Recognised rootFilesystem(const Head &head)
{
    if (head.has(1080, "\x53\xef"))
        return extVersion(head);
    if (const QString name = firstMatch(kFileSystems, head); !name.isEmpty())
        return name;
    if (const QString name = firstMatch(kContainers, head); !name.isEmpty())
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("AssetLibrary", "It is a %1 image. Convert it to a raw image first "
                                                   "(qemu-img convert -O raw)."))
                .arg(name));
    if (isPartitioned(head))
        return text(QT_TRANSLATE_NOOP("AssetLibrary", "partitioned disk"));
    if (const QString name = firstMatch(kInitrds, head); !name.isEmpty() && name != u"cpio"_s && name != u"lzma"_s)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("AssetLibrary", "It is compressed (%1). Unpack it first.")).arg(name));
    return std::unexpected(
        text(QT_TRANSLATE_NOOP("AssetLibrary", "It holds no file system that is known here, and no partitions.")));
}

} // namespace

std::expected<QString, QString> AssetLibrary::recognise(const QString &file, AssetKind kind)
{
    const OwnedFd fd(open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd)
        return std::unexpected(errorText(errno));
    struct stat info = {};
    if (fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return std::unexpected(tr("It is not a regular file."));
    if (info.st_size == 0)
        return std::unexpected(tr("It is empty."));
    QByteArray bytes(std::min<qsizetype>(kHeadBytes, info.st_size), '\0');
    qsizetype got = 0;
    while (got < bytes.size()) {
        const ssize_t now = pread(fd.get(), bytes.data() + got, static_cast<size_t>(bytes.size() - got), got);
        if (now < 0 && errno != EINTR)
            return std::unexpected(errorText(errno));
        if (now == 0)
            break;
        got += std::max<ssize_t>(now, 0);
    }
    const Head head(bytes.left(got));
    switch (kind) {
    case AssetKind::Kernel:
        return kernel(head);
    case AssetKind::Initrd:
        return initrd(head);
    case AssetKind::RootFilesystem:
        return rootFilesystem(head);
    }
    Q_UNREACHABLE();
}

} // namespace sparkler::gui
