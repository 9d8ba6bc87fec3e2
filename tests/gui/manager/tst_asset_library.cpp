#include "manager/asset_library.h"

#include "store_testing.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtEndian>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

void put(QByteArray &bytes, qsizetype at, QByteArrayView part)
{
    if (bytes.size() < at + part.size())
        bytes.resize(at + part.size(), '\0');
    bytes.replace(at, part.size(), part.toByteArray());
}

template <typename T>
void putNumber(QByteArray &bytes, qsizetype at, T value)
{
    const T little = qToLittleEndian(value);
    put(bytes, at, QByteArrayView(reinterpret_cast<const char *>(&little), sizeof little));
}

QByteArray elf(quint8 bits, quint16 machine, quint16 type, quint32 segment)
{
    QByteArray bytes(4096, '\0');
    put(bytes, 0,
        "\x7f"
        "ELF");
    putNumber<quint8>(bytes, 4, bits);
    putNumber<quint8>(bytes, 5, 1);
    putNumber<quint16>(bytes, 16, type);
    putNumber<quint16>(bytes, 18, machine);
    putNumber<quint64>(bytes, 32, 64);
    putNumber<quint16>(bytes, 54, 56);
    putNumber<quint16>(bytes, 56, 1);
    putNumber<quint32>(bytes, 64, segment);
    return bytes;
}

QByteArray bzImage(QByteArrayView version, quint16 versionAt = 0x3000)
{
    QByteArray bytes(0x4000, '\0');
    put(bytes, 0x1fe, "\x55\xaa");
    put(bytes, 0x202, "HdrS");
    putNumber<quint16>(bytes, 0x206, 0x20f);
    putNumber<quint8>(bytes, 0x211, 1);
    putNumber<quint16>(bytes, 0x20e, versionAt);
    put(bytes, 0x3200, version);
    return bytes;
}

QByteArray ext(quint32 compatible, quint32 incompatible)
{
    QByteArray bytes(8192, '\0');
    put(bytes, 1080, "\x53\xef");
    putNumber(bytes, 1024 + 0x5c, compatible);
    putNumber(bytes, 1024 + 0x60, incompatible);
    return bytes;
}

QByteArray at(qsizetype place, QByteArrayView magic)
{
    QByteArray bytes(place + 4096, '\0');
    put(bytes, place, magic);
    return bytes;
}

QByteArray mbr(quint8 flag, quint8 type)
{
    QByteArray bytes(4096, '\0');
    put(bytes, 510, "\x55\xaa");
    putNumber(bytes, 446, flag);
    putNumber(bytes, 450, type);
    putNumber<quint32>(bytes, 458, 100);
    return bytes;
}

} // namespace

class AssetLibraryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<AssetLibrary> m_library;
    Paths m_paths;

    QString file(const QByteArray &text, const QString &name = u"file"_s) const
    {
        store_testing::write(m_dir->filePath(name), text);
        return m_dir->filePath(name);
    }
    void fakeBuildGuest(const QByteArray &body)
    {
        const QString path = m_paths.resources + u"/guest/build-guest"_s;
        store_testing::write(path, "#!/bin/bash\nout=$2\n" + body);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    QString demo(const QString &name) const { return m_paths.assets() + u"/demo/"_s + name; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_paths.data = m_dir->filePath(u"data"_s);
        m_paths.cache = m_dir->filePath(u"cache"_s);
        m_paths.resources = m_dir->filePath(u"resources"_s);
        m_tasks = std::make_unique<TaskList>();
        m_library = std::make_unique<AssetLibrary>(m_paths, m_tasks.get());
        m_library->load();
    }
    void cleanup()
    {
        m_tasks.reset();
        m_library.reset();
    }

    void recognise_tells_data()
    {
        QTest::addColumn<AssetKind>("kind");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("format"); // "!…": refused with these words
        const auto row = [](const char *name, AssetKind kind, const QByteArray &content, const QString &format) {
            QTest::newRow(name) << kind << content << format;
        };
        row("vmlinux", AssetKind::Kernel, elf(2, 62, 2, 1), u"ELF kernel, x86-64"_s);
        row("relocatable vmlinux", AssetKind::Kernel, elf(2, 62, 3, 1), u"ELF kernel, x86-64"_s);
        row("program", AssetKind::Kernel, elf(2, 62, 3, 3), u"!a program"_s);
        row("object file", AssetKind::Kernel, elf(2, 62, 1, 1), u"!not one that can be started"_s);
        row("aarch64", AssetKind::Kernel, elf(2, 183, 2, 1), u"!another processor"_s);
        row("32 bit", AssetKind::Kernel, elf(1, 3, 2, 1), u"!another processor"_s);
        row("arm image", AssetKind::Kernel, at(0x38, "ARM\x64"), u"!another processor"_s);
        row("bzImage", AssetKind::Kernel, bzImage("6.1.0-37-cloud-amd64 (debian@x) #1"),
            u"bzImage 6.1.0-37-cloud-amd64"_s);
        row("bzImage without version", AssetKind::Kernel, bzImage("", 0), u"bzImage"_s);
        row("bzImage, version behind the end", AssetKind::Kernel, bzImage("", 0xff00), u"bzImage"_s);
        row("bzImage, garbage as version", AssetKind::Kernel, bzImage("\x01\x02"), u"bzImage"_s);
        row("text as kernel", AssetKind::Kernel, "hello", u"!neither"_s);
        row("torn elf", AssetKind::Kernel,
            QByteArray("\x7f"
                       "ELF"),
            u"!another processor"_s);
        row("empty", AssetKind::Kernel, "", u"!empty"_s);
        row("cpio", AssetKind::Initrd, "0707010000", u"cpio archive"_s);
        row("gzip", AssetKind::Initrd, "\x1f\x8b\x08", u"compressed archive (gzip)"_s);
        row("zstd", AssetKind::Initrd, "\x28\xb5\x2f\xfd", u"compressed archive (zstd)"_s);
        row("lz4", AssetKind::Initrd, "\x02\x21\x4c\x18", u"compressed archive (lz4)"_s);
        row("xz", AssetKind::Initrd,
            QByteArray("\xfd"
                       "7zXZ\0",
                       6),
            u"compressed archive (xz)"_s);
        row("kernel as initrd", AssetKind::Initrd, elf(2, 62, 2, 1), u"!neither"_s);
        row("ext2", AssetKind::RootFilesystem, ext(0, 2), u"ext2"_s);
        row("ext3", AssetKind::RootFilesystem, ext(4, 2), u"ext3"_s);
        row("ext4", AssetKind::RootFilesystem, ext(4, 0x42), u"ext4"_s);
        row("squashfs", AssetKind::RootFilesystem, at(0, "hsqs"), u"squashfs"_s);
        row("xfs", AssetKind::RootFilesystem, at(0, "XFSB"), u"xfs"_s);
        row("btrfs", AssetKind::RootFilesystem, at(0x10040, "_BHRfS_M"), u"btrfs"_s);
        row("mbr", AssetKind::RootFilesystem, mbr(0x80, 0x83), u"partitioned disk"_s);
        row("gpt", AssetKind::RootFilesystem, at(512, "EFI PART"), u"partitioned disk"_s);
        row("empty mbr", AssetKind::RootFilesystem, mbr(0, 0), u"!no file system"_s);
        row("not an mbr", AssetKind::RootFilesystem, mbr(0x41, 0x83), u"!no file system"_s);
        row("qcow2", AssetKind::RootFilesystem, at(0, "QFI\xfb"), u"!qcow2 image"_s);
        row("compressed", AssetKind::RootFilesystem, at(0, "\x1f\x8b"), u"!compressed (gzip)"_s);
        row("zeros", AssetKind::RootFilesystem, QByteArray(100'000, '\0'), u"!no file system"_s);
    }
    void recognise_tells()
    {
        QFETCH(AssetKind, kind);
        QFETCH(QByteArray, content);
        QFETCH(QString, format);
        const auto found = AssetLibrary::recognise(file(content), kind);
        if (format.startsWith(u'!')) {
            QVERIFY2(!found, qPrintable(found.value_or(QString())));
            QVERIFY2(found.error().contains(format.mid(1)), qPrintable(found.error()));
        } else {
            QVERIFY2(found, qPrintable(found ? QString() : found.error()));
            QCOMPARE(*found, format);
        }
    }

    void recognise_notAFile_isRefused()
    {
        QVERIFY(!AssetLibrary::recognise(m_dir->path(), AssetKind::Kernel));
        QVERIFY(!AssetLibrary::recognise(m_dir->filePath(u"none"_s), AssetKind::Kernel));
        QVERIFY(!AssetLibrary::recognise(u"/dev/zero"_s, AssetKind::Kernel));
    }

    void import_kernel_isInTheLibraryForGood()
    {
        const QByteArray content = bzImage("6.1.0 x");
        const QString from = file(content, u"vmlinuz-6.1"_s);
        QSignalSpy changed(m_library.get(), &AssetLibrary::changed);
        Task *task = m_library->import(from, AssetKind::Kernel, {});
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(changed.count(), 1);
        AssetLibrary again(m_paths, m_tasks.get());
        again.load();
        const auto asset = again.find(task->result());
        QVERIFY(asset);
        QCOMPARE(asset->name, u"vmlinuz-6"_s);
        QCOMPARE(asset->format, u"bzImage 6.1.0"_s);
        QCOMPARE(asset->size, content.size());
        QCOMPARE(asset->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        QCOMPARE(asset->source, from);
        QCOMPARE(store_testing::read(asset->path), content);
        QCOMPARE(again.assets(AssetKind::Kernel).size(), 1);
        QVERIFY(again.assets(AssetKind::RootFilesystem).isEmpty());
        QVERIFY(again.problems().isEmpty());
    }

    void import_wrongFile_failsWithTheReason()
    {
        Task *task = m_library->import(file("hello"), AssetKind::RootFilesystem, u"x"_s);
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u"no file system"_s));
        QVERIFY(store_testing::listing(m_paths.assets()).isEmpty());
    }

    void import_cancelledMidway_leavesNothing()
    {
        QByteArray content(40 << 20, 'x');
        put(content, 0, "hsqs");
        Task *task = m_library->import(file(content), AssetKind::RootFilesystem, u"x"_s);
        connect(task, &Task::changed, this, [task] {
            if (task->progress())
                task->cancel();
        });
        QTRY_VERIFY(task->ended());
        QCOMPARE(task->state(), Task::State::Cancelled);
        QTRY_VERIFY(store_testing::listing(m_paths.assets()).isEmpty());
        QVERIFY(m_library->assets().isEmpty());
    }

    void import_programEndsMeanwhile_leavesNothing()
    {
        QByteArray content(40 << 20, 'x');
        put(content, 0, "hsqs");
        m_library->import(file(content), AssetKind::RootFilesystem, u"x"_s);
        m_tasks.reset();
        m_library.reset();
        QTRY_VERIFY(store_testing::listing(m_paths.assets()).isEmpty());
    }

    void load_leftoversAndDamage()
    {
        store_testing::write(m_paths.assets() + u"/.new-999999999-aaaa/kernel"_s, "x"); // of a process that is gone
        store_testing::write(m_paths.assets() + u"/aaaaaaaa/asset.json"_s, "{");
        store_testing::write(m_paths.assets() + u"/bbbbbbbb/asset.json"_s, R"({"version":9,"kind":"kernel"})");
        store_testing::write(m_paths.assets() + u"/cccccccc/asset.json"_s,
                             R"({"version":1,"kind":"kernel"})"); // no file
        m_library->load();
        QVERIFY(m_library->assets().isEmpty());
        QCOMPARE(m_library->problems().size(), 3);
        QTRY_COMPARE(store_testing::listing(m_paths.assets()),
                     QStringList({u"aaaaaaaa"_s, u"bbbbbbbb"_s, u"cccccccc"_s}));
    }

    void verify_changedFile_isFound()
    {
        Task *task = m_library->import(file(at(0, "hsqs")), AssetKind::RootFilesystem, u"x"_s);
        QTRY_COMPARE(task->state(), Task::State::Done);
        const QString id = task->result();
        Task *good = m_library->verify(id);
        QTRY_COMPARE(good->state(), Task::State::Done);
        store_testing::write(m_library->find(id)->path, "hsqs changed");
        Task *bad = m_library->verify(id);
        QTRY_COMPARE(bad->state(), Task::State::Failed);
        QVERIFY(bad->failure()->why.contains(u"checksum"_s));
        Task *none = m_library->verify(u"none"_s);
        QTRY_COMPARE(none->state(), Task::State::Failed);
    }

    void remove_asset_isGone()
    {
        Task *task = m_library->import(file(at(0, "hsqs")), AssetKind::RootFilesystem, u"x"_s);
        QTRY_COMPARE(task->state(), Task::State::Done);
        QVERIFY(m_library->remove(task->result()));
        QVERIFY(m_library->assets().isEmpty());
        QVERIFY(!m_library->remove(task->result()));
        QTRY_VERIFY(store_testing::listing(m_paths.assets()).isEmpty());
    }

    void demoGuest_built_isOffered()
    {
        fakeBuildGuest("[ \"$1\" = --out ] && [ -n \"$SPARKLER_CACHE\" ] || exit 9\necho 'fetching linux' >&2\n"
                       "mkdir -p $out; for f in vmlinux initrd rootfs.ext4; do echo x >$out/$f; done\n"
                       "echo stamp >$out/.stamp; echo $out\n");
        QVERIFY(!m_library->demoGuest());
        Task *task = m_library->buildDemoGuest();
        QStringList steps;
        connect(task, &Task::changed, this, [&] { steps << task->step(); });
        QTRY_COMPARE(task->state(), Task::State::Done);
        QVERIFY(steps.contains(u"fetching linux"_s));
        const auto guest = m_library->demoGuest();
        QVERIFY(guest);
        QCOMPARE(guest->kernel, demo(u"vmlinux"_s));
        QVERIFY(guest->bootArgs.contains(u"console=ttyS0"_s));
        m_library->load();
        QVERIFY(m_library->problems().isEmpty());
    }

    void demoGuest_partial_isNotOffered()
    {
        for (const QString &name : {u"vmlinux"_s, u"initrd"_s, u"rootfs.ext4"_s, u".stamp"_s})
            store_testing::write(demo(name), "x");
        QVERIFY(m_library->demoGuest());
        QVERIFY(QFile::remove(demo(u".stamp"_s)));
        QVERIFY(!m_library->demoGuest());
        store_testing::write(demo(u".stamp"_s), "x");
        store_testing::write(demo(u"initrd"_s), "");
        QVERIFY(!m_library->demoGuest());
    }

    void demoGuest_buildFails_tellsItsLastWords()
    {
        fakeBuildGuest("echo one >&2; echo 'no network' >&2; exit 1\n");
        Task *task = m_library->buildDemoGuest();
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u"no network"_s));
        QVERIFY(!m_library->demoGuest());
    }

    void demoGuest_buildEndsWellWithoutFiles_fails()
    {
        fakeBuildGuest("exit 0\n");
        Task *task = m_library->buildDemoGuest();
        QTRY_COMPARE(task->state(), Task::State::Failed);
    }

    void demoGuest_noBuilder_failsWithARemedy()
    {
        Task *task = m_library->buildDemoGuest();
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY(!task->failure()->remedy.isEmpty());
    }

    void demoGuest_buildCancelled_endsItsChildrenAndCleansUp()
    {
        fakeBuildGuest("mkdir -p $out; echo half >$out/.vmlinux.new\n"
                       "sleep 1000 & echo $! >$out/pid.tmp; mv $out/pid.tmp $out/pid; wait\n");
        Task *task = m_library->buildDemoGuest();
        QTRY_VERIFY(QFileInfo::exists(demo(u"pid"_s)));
        const pid_t child = store_testing::read(demo(u"pid"_s)).trimmed().toInt();
        QCOMPARE(kill(child, 0), 0);
        task->cancel();
        QTRY_COMPARE(task->state(), Task::State::Cancelled);
        QTRY_VERIFY(kill(child, 0) != 0 || store_testing::read(u"/proc/%1/stat"_s.arg(child)).contains(") Z "));
        QVERIFY(!QFileInfo::exists(demo(u".vmlinux.new"_s)));
        QVERIFY(!m_library->demoGuest());
    }
};

QTEST_GUILESS_MAIN(AssetLibraryTest)
#include "tst_asset_library.moc"
