#include "manager/file_copy.h"

#include "store_testing.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class FileCopyTest : public QObject {
    Q_OBJECT

    static OwnedFd open(const QString &path, int flags)
    {
        return OwnedFd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600));
    }
    static bool always(qint64, qint64) { return true; }

private slots:
    void copy_sparseFile_keepsContentAndHoles()
    {
        const QTemporaryDir dir;
        constexpr qint64 kSize = 256LL << 20;
        const QByteArray data(70'000, 'x');
        const QString from = dir.filePath(u"from"_s);
        const QList<qint64> places{0, (100LL << 20) + 5000, kSize - data.size()};
        {
            QFile file(from);
            QVERIFY(file.open(QIODevice::WriteOnly));
            for (const qint64 place : places)
                QVERIFY(file.seek(place) && file.write(data) == data.size());
        }
        const OwnedFd source = open(from, O_RDONLY);
        const OwnedFd target = open(dir.filePath(u"to"_s), O_RDWR | O_CREAT);
        QVERIFY(copyContent(source.get(), target.get(), always));
        struct stat info = {};
        QCOMPARE(fstat(target.get(), &info), 0);
        QCOMPARE(info.st_size, kSize);
        QVERIFY2(info.st_blocks * 512 < 4 << 20, "the holes were filled");
        QFile copy(dir.filePath(u"to"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        for (const qint64 place : places) {
            QVERIFY(copy.seek(place));
            QCOMPARE(copy.read(data.size()), data);
        }
        QVERIFY(copy.seek(50LL << 20));
        QCOMPARE(copy.read(4096), QByteArray(4096, '\0'));
    }

    void copy_trailingHoleAndOddSize_sameSize()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"from"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("abc"), 3);
        QVERIFY(file.resize(1'000'003));
        file.close();
        const OwnedFd source = open(file.fileName(), O_RDONLY);
        const OwnedFd target = open(dir.filePath(u"to"_s), O_RDWR | O_CREAT);
        QVERIFY(copyContent(source.get(), target.get(), always));
        QCOMPARE(store_testing::read(dir.filePath(u"to"_s)), store_testing::read(file.fileName()));
    }

    void copy_betweenFileSystems_sameContent()
    {
        const QTemporaryDir here;
        const QTemporaryDir there(u"/dev/shm/sparkler-test-XXXXXX"_s);
        struct stat a = {}, b = {};
        if (!there.isValid() || stat(QFile::encodeName(here.path()).constData(), &a) != 0 ||
            stat(QFile::encodeName(there.path()).constData(), &b) != 0 || a.st_dev == b.st_dev)
            QSKIP("needs /dev/shm on another file system than the temporary folder");
        QByteArray data(3'000'001, Qt::Uninitialized);
        for (char &c : data)
            c = static_cast<char>(QRandomGenerator::global()->bounded(256));
        store_testing::write(here.filePath(u"from"_s), data);
        const OwnedFd source = open(here.filePath(u"from"_s), O_RDONLY);
        const OwnedFd target = open(there.filePath(u"to"_s), O_RDWR | O_CREAT);
        const auto how = copyContent(source.get(), target.get(), always);
        QVERIFY(how);
        QVERIFY(*how == CopyMethod::Full);
        QCOMPARE(store_testing::read(there.filePath(u"to"_s)), data);
    }

    void copy_stopped_saysSo()
    {
        const QTemporaryDir dir;
        store_testing::write(dir.filePath(u"from"_s), QByteArray(30 << 20, 'x'));
        const OwnedFd source = open(dir.filePath(u"from"_s), O_RDONLY);
        const OwnedFd target = open(dir.filePath(u"to"_s), O_RDWR | O_CREAT);
        const auto how = copyContent(source.get(), target.get(), [](qint64, qint64) { return false; });
        QVERIFY(!how);
        QCOMPARE(how.error().error, ECANCELED);
    }

    void newFile_notCommitted_leavesNothing()
    {
        const QTemporaryDir dir;
        {
            auto file = NewFile::create(dir.filePath(u"disk"_s));
            QVERIFY(file);
            const QStringList names = store_testing::listing(dir.path());
            QCOMPARE(names.size(), 1);
            QVERIFY(isPartialName(names.first()));
            QCOMPARE(QFileInfo(file->partialPath()).fileName(), names.first());
        }
        QVERIFY(store_testing::listing(dir.path()).isEmpty());
    }

    void newFile_nameTakenMeanwhile_isNotReplaced()
    {
        const QTemporaryDir dir;
        auto file = NewFile::create(dir.filePath(u"disk"_s));
        QVERIFY(file);
        store_testing::write(dir.filePath(u"disk"_s), "somebody else's");
        const auto done = file->commit();
        QVERIFY(!done);
        QCOMPARE(done.error(), EEXIST);
        QCOMPARE(store_testing::read(dir.filePath(u"disk"_s)), QByteArray("somebody else's"));
        QVERIFY(NewFile::create(dir.filePath(u"disk"_s)).error() == EEXIST);
    }

    void newFile_danglingLinkOfItsName_isRefused()
    {
        const QTemporaryDir dir;
        QVERIFY(QFile::link(dir.filePath(u"elsewhere"_s), dir.filePath(u"disk"_s)));
        QVERIFY(NewFile::create(dir.filePath(u"disk"_s)).error() == EEXIST);
    }

    void newFile_folderMovedMeanwhile_endsUpInIt()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"a"_s));
        auto file = NewFile::create(dir.filePath(u"a/disk"_s));
        QVERIFY(file);
        QVERIFY(QDir(dir.path()).rename(u"a"_s, u"b"_s));
        QVERIFY(file->partialPath().startsWith(dir.filePath(u"b/"_s)));
        QVERIFY(file->commit());
        QCOMPARE(store_testing::listing(dir.filePath(u"b"_s)), QStringList{u"disk"_s});
    }

    void partialName_usersFiles_areNotTaken()
    {
        QVERIFY(isPartialName(u".disk.partial-abc123"_s));
        for (const QString &name :
             {u"disk.partial-abc123"_s, u".disk.partial-abc1234"_s, u".partial"_s, u".disk"_s, u""_s})
            QVERIFY2(!isPartialName(name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(FileCopyTest)
#include "tst_file_copy.moc"
