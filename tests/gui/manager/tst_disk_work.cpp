#include "manager/asset_library.h"
#include "manager/disk_work.h"
#include "manager/process_step.h"

#include "store_testing.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class DiskWorkTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<AssetLibrary> m_library;

    QString path(const QString &name) const { return m_dir->filePath(name); }
    static qint64 bytesOnDisk(const QString &file)
    {
        struct stat info = {};
        return stat(QFile::encodeName(file).constData(), &info) == 0 ? info.st_blocks * 512 : -1;
    }
    static bool haveE2fsprogs()
    {
        return !systemProgram(u"mke2fs"_s).isEmpty() && !systemProgram(u"e2fsck"_s).isEmpty();
    }
    static bool isClean(const QString &file)
    {
        return QProcess::execute(systemProgram(u"e2fsck"_s), {u"-fn"_s, file}) == 0;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_tasks = std::make_unique<TaskList>();
        m_library = std::make_unique<AssetLibrary>(Paths(), m_tasks.get());
    }
    void cleanup()
    {
        m_library.reset();
        m_tasks.reset();
    }

    void createDisk_raw_isSparseAndOfTheSize()
    {
        Task *task = m_library->createDisk(path(u"disk"_s), 8LL << 30, {});
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(task->result(), path(u"disk"_s));
        QCOMPARE(QFileInfo(path(u"disk"_s)).size(), 8LL << 30);
        QVERIFY(bytesOnDisk(path(u"disk"_s)) < 1 << 20);
        QCOMPARE(store_testing::listing(m_dir->path()), QStringList{u"disk"_s});
    }

    void createDisk_ext4_isAFileSystem()
    {
        if (!haveE2fsprogs())
            QSKIP("needs e2fsprogs");
        Task *task = m_library->createDisk(path(u"disk"_s), 64LL << 20, u"ext4"_s);
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(QFileInfo(path(u"disk"_s)).size(), 64LL << 20);
        QCOMPARE(AssetLibrary::recognise(path(u"disk"_s), AssetKind::RootFilesystem).value_or(QString()), u"ext4"_s);
        QVERIFY(isClean(path(u"disk"_s)));
    }

    void createDisk_errors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("fileSystem");
        QTest::addColumn<QString>("says");
        QTest::newRow("exists") << u"there"_s << (1LL << 20) << QString() << u"already a file"_s;
        QTest::newRow("no folder") << u"none/disk"_s << (1LL << 20) << QString() << u"no such file or folder"_s;
        QTest::newRow("file as folder") << u"there/disk"_s << (1LL << 20) << QString() << u"not a folder"_s;
        QTest::newRow("too small") << u"disk"_s << ((1LL << 20) - 512) << QString() << u"between"_s;
        QTest::newRow("zero") << u"disk"_s << 0LL << QString() << u"between"_s;
        QTest::newRow("negative") << u"disk"_s << -1LL << QString() << u"between"_s;
        QTest::newRow("too large") << u"disk"_s << ((16LL << 40) + 512) << QString() << u"between"_s;
        QTest::newRow("odd") << u"disk"_s << ((1LL << 20) + 1) << QString() << u"512"_s;
        QTest::newRow("unknown file system") << u"disk"_s << (1LL << 20) << u"ntfs"_s << u"ext4"_s;
    }
    void createDisk_errors()
    {
        QFETCH(QString, name);
        QFETCH(qint64, bytes);
        QFETCH(QString, fileSystem);
        QFETCH(QString, says);
        store_testing::write(path(u"there"_s), "precious");
        Task *task = m_library->createDisk(path(name), bytes, fileSystem);
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY2(task->failure()->why.contains(says), qPrintable(task->failure()->why));
        QCOMPARE(store_testing::read(path(u"there"_s)), QByteArray("precious"));
        QCOMPARE(store_testing::listing(m_dir->path()), QStringList{u"there"_s});
    }

    void createDisk_largerThanTheFileSystemCanHold_isRefused()
    {
        Task *task = m_library->createDisk(path(u"disk"_s), kMostDiskBytes, {});
        QTRY_VERIFY(task->ended());
        if (task->state() == Task::State::Done)
            QSKIP("this file system holds files of 16 TiB");
        QVERIFY2(task->failure()->why.contains(u"of this size"_s), qPrintable(task->failure()->why));
        QVERIFY(store_testing::listing(m_dir->path()).isEmpty());
    }

    void copyDisk_copies()
    {
        store_testing::write(path(u"a"_s), QByteArray(1'000'000, 'x'));
        Task *task = m_library->copyDisk(path(u"a"_s), path(u"b"_s));
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(store_testing::read(path(u"b"_s)), store_testing::read(path(u"a"_s)));
    }

    void copyDisk_cancelled_leavesNothing()
    {
        store_testing::write(path(u"a"_s), QByteArray(40 << 20, 'x'));
        Task *task = m_library->copyDisk(path(u"a"_s), path(u"b"_s));
        connect(task, &Task::changed, this, [task] {
            if (task->progress())
                task->cancel();
        });
        QTRY_COMPARE(task->state(), Task::State::Cancelled);
        QTRY_COMPARE(store_testing::listing(m_dir->path()), QStringList{u"a"_s});
    }

    void copyDisk_wrongSources_fail()
    {
        for (const QString &from : {path(u"none"_s), m_dir->path(), u"/dev/zero"_s}) {
            Task *task = m_library->copyDisk(from, path(u"b"_s));
            QTRY_COMPARE(task->state(), Task::State::Failed);
            QVERIFY(store_testing::listing(m_dir->path()).isEmpty());
        }
    }

    void grow_ext4_theFileSystemGrowsToo()
    {
        if (!haveE2fsprogs() || systemProgram(u"resize2fs"_s).isEmpty())
            QSKIP("needs e2fsprogs");
        Task *made = m_library->createDisk(path(u"a"_s), 16LL << 20, u"ext4"_s);
        QTRY_COMPARE(made->state(), Task::State::Done);
        Task *task = m_tasks->add(new Task(u"Grow"_s));
        makeDisk(task, {path(u"a"_s), path(u"b"_s), 64LL << 20, {}}, u"Not made."_s, [task] { task->finish(); });
        QTRY_VERIFY(task->ended());
        QVERIFY2(task->state() == Task::State::Done,
                 qPrintable(task->failure() ? task->failure()->report() : QString()));
        QVERIFY(isClean(path(u"b"_s)));
        QFile file(path(u"b"_s));
        QVERIFY(file.open(QIODevice::ReadOnly) && file.seek(1024 + 4));
        const QByteArray blocks = file.read(4); // of 1 KiB or more
        QVERIFY(qFromLittleEndian<quint32>(blocks.constData()) >= 16'384);
        QCOMPARE(file.size(), 64LL << 20);
    }

    void resizeDisk_larger_keepsItsContent()
    {
        store_testing::write(path(u"a"_s), QByteArray(1 << 20, 'x'));
        Task *task = m_library->resizeDisk(path(u"a"_s), 4LL << 20);
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(task->result(), path(u"a"_s));
        const QByteArray content = store_testing::read(path(u"a"_s));
        QCOMPARE(content.size(), 4 << 20);
        QVERIFY(content.startsWith(QByteArray(1 << 20, 'x')));
        QCOMPARE(store_testing::listing(m_dir->path()), QStringList{u"a"_s});
    }

    void resizeDisk_smaller_isRefusedAndLeftAlone()
    {
        store_testing::write(path(u"a"_s), QByteArray(2 << 20, 'x'));
        Task *task = m_library->resizeDisk(path(u"a"_s), 1LL << 20);
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY(!task->failure()->what.isEmpty());
        QCOMPARE(store_testing::read(path(u"a"_s)), QByteArray(2 << 20, 'x'));
        QCOMPARE(store_testing::listing(m_dir->path()), QStringList{u"a"_s});
    }

    void grow_otherContent_theFileGrows()
    {
        store_testing::write(path(u"a"_s), QByteArray(1 << 20, 'x'));
        Task *task = m_tasks->add(new Task(u"Grow"_s));
        makeDisk(task, {path(u"a"_s), path(u"b"_s), 4LL << 20, {}}, u"Not made."_s, [task] { task->finish(); });
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(QFileInfo(path(u"b"_s)).size(), 4LL << 20);
    }

    void grow_smallerThanTheSource_isRefused()
    {
        store_testing::write(path(u"a"_s), QByteArray(2 << 20, 'x'));
        Task *task = m_tasks->add(new Task(u"Grow"_s));
        makeDisk(task, {path(u"a"_s), path(u"b"_s), 1LL << 20, {}}, u"Not made."_s, [task] { task->finish(); });
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u"smaller"_s));
        QCOMPARE(store_testing::listing(m_dir->path()), QStringList{u"a"_s});
    }

    void grow_brokenFileSystem_failsAndLeavesNothing()
    {
        if (!haveE2fsprogs())
            QSKIP("needs e2fsprogs");
        QByteArray broken(2 << 20, '\xee');
        broken.replace(1080, 2, "\x53\xef");
        store_testing::write(path(u"a"_s), broken);
        Task *task = m_tasks->add(new Task(u"Grow"_s));
        makeDisk(task, {path(u"a"_s), path(u"b"_s), 4LL << 20, {}}, u"Not made."_s, [task] { task->finish(); });
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY2(task->failure()->why.contains(u"e2fsck"_s), qPrintable(task->failure()->why));
        QTRY_COMPARE(store_testing::listing(m_dir->path()), QStringList{u"a"_s});
    }
};

QTEST_GUILESS_MAIN(DiskWorkTest)
#include "tst_disk_work.moc"
