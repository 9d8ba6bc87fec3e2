#include "manager/machine_directory.h"

#include "store_testing.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using Use = MachineDirectory::Use;
using Elsewhere = MachineDirectory::Elsewhere;

class MachineDirectoryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_root;

    MachineDirectory machine() const { return MachineDirectory(m_root); }
    static bool sameFile(const QString &a, const QString &b)
    {
        struct stat first = {}, second = {};
        return lstat(QFile::encodeName(a).constData(), &first) == 0 &&
               lstat(QFile::encodeName(b).constData(), &second) == 0 && first.st_ino == second.st_ino &&
               first.st_dev == second.st_dev;
    }
    QString source(const QString &name, const QByteArray &text = "data") const
    {
        store_testing::write(m_dir->filePath(name), text);
        return m_dir->filePath(name);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_root = m_dir->filePath(u"machines/abcd1234"_s);
        QVERIFY(QDir().mkpath(m_root));
    }

    void place_namedPipe_isForOutputOnly()
    {
        const QString pipe = m_dir->filePath(u"pipe"_s);
        QVERIFY(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
        const auto placed = machine().place(pipe, u"serial"_s, Use::Output, Elsewhere::Link);
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().why));
        struct stat there = {};
        QVERIFY(stat(QFile::encodeName(placed->path).constData(), &there) == 0 && S_ISFIFO(there.st_mode));
        QVERIFY(placed->path.startsWith(m_root + u'/'));
        for (const Use use : {Use::ReadOnly, Use::ReadWrite})
            QVERIFY(!machine().place(pipe, u"drive"_s, use, Elsewhere::Link));
        const QString file = source(u"output"_s);
        const auto output = machine().place(file, u"serial"_s, Use::Output, Elsewhere::Link);
        QVERIFY(output && sameFile(output->path, file));
    }

    void enginePath_mapsAndRefuses_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("seenAs");
        QTest::addColumn<QString>("engine"); // empty: refused
        QTest::newRow("below") << u"/d/m/files/k"_s << u"/machine"_s << u"/machine/files/k"_s;
        QTest::newRow("itself") << u"/d/m"_s << u"/machine"_s << u"/machine"_s;
        QTest::newRow("slash behind") << u"/d/m/files/k"_s << u"/machine/"_s << u"/machine/files/k"_s;
        QTest::newRow("root") << u"/d/m/files/k"_s << u"/"_s << u"/files/k"_s;
        QTest::newRow("as on the host") << u"/d/m/run/api.sock"_s << u"/d/m"_s << u"/d/m/run/api.sock"_s;
        QTest::newRow("outside") << u"/etc/passwd"_s << u"/machine"_s << QString();
        QTest::newRow("dots") << u"/d/m/../x"_s << u"/machine"_s << QString();
        QTest::newRow("dots inside") << u"/d/m/files/../run/a"_s << u"/machine"_s << u"/machine/run/a"_s;
        QTest::newRow("prefix") << u"/d/m2/files/k"_s << u"/machine"_s << QString();
        QTest::newRow("relative") << u"d/m/k"_s << u"/machine"_s << QString();
    }
    void enginePath_mapsAndRefuses()
    {
        QFETCH(QString, host);
        QFETCH(QString, seenAs);
        QFETCH(QString, engine);
        const MachineDirectory directory(u"/d/m/"_s);
        const auto path = directory.enginePath(host, seenAs);
        QCOMPARE(path.has_value(), !engine.isEmpty());
        if (!path)
            return;
        QCOMPARE(*path, engine);
        QCOMPARE(directory.hostPath(*path, seenAs), QDir::cleanPath(host));
    }

    void hostPath_outside_isLeftAlone()
    {
        const MachineDirectory directory(u"/d/m"_s);
        for (const QString &path : {u"/etc/x"_s, u"/machine2/x"_s, u"/machine/../etc/x"_s, u"relative"_s})
            QCOMPARE(directory.hostPath(path, u"/machine"_s), path);
    }

    void place_sameFileSystem_isAHardLink()
    {
        const QString from = source(u"kernel.bin"_s);
        for (int again = 0; again < 2; ++again) {
            const auto placed = machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Copy);
            QVERIFY(placed);
            QCOMPARE(placed->how, Placement::HardLink);
            QVERIFY(placed->path.startsWith(m_root + u"/files/"_s));
            QVERIFY(sameFile(from, placed->path));
            QVERIFY(machine().enginePath(placed->path, u"/m"_s));
        }
    }

    void place_otherSourceForTheRole_replacesTheLinkOnly()
    {
        const QString first = source(u"a"_s, "first");
        const QString second = source(u"b"_s, "second");
        const auto before = machine().place(first, u"drive-rootfs"_s, Use::ReadWrite, Elsewhere::Copy);
        const auto after = machine().place(second, u"drive-rootfs"_s, Use::ReadWrite, Elsewhere::Copy);
        QVERIFY(before && after);
        QCOMPARE(before->path, after->path);
        QCOMPARE(store_testing::read(after->path), QByteArray("second"));
        QCOMPARE(store_testing::read(first), QByteArray("first"));
        QCOMPARE(store_testing::listing(QFileInfo(after->path).path()).size(), 1);
    }

    void place_sourceReplacedByANewFile_linksTheNewOne()
    {
        const QString from = source(u"a"_s, "old");
        const auto placed = machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Copy);
        QVERIFY(placed && QFile::remove(from));
        source(u"a"_s, "new");
        QVERIFY(machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Copy));
        QCOMPARE(store_testing::read(placed->path), QByteArray("new"));
    }

    void place_fileInTheFolder_staysWhereItIs()
    {
        store_testing::write(m_root + u"/files/disk.img"_s, "own");
        const auto placed =
            machine().place(m_root + u"/files/disk.img"_s, u"drive-a"_s, Use::ReadWrite, Elsewhere::Copy);
        QVERIFY(placed);
        QCOMPARE(placed->how, Placement::Inside);
        QCOMPARE(placed->path, m_root + u"/files/disk.img"_s);
    }

    void place_linkAsSource_isResolved()
    {
        const QString from = source(u"real"_s);
        QVERIFY(QFile::link(from, m_dir->filePath(u"alias"_s)));
        const auto placed = machine().place(m_dir->filePath(u"alias"_s), u"kernel"_s, Use::ReadOnly, Elsewhere::Copy);
        QVERIFY(placed);
        QVERIFY(sameFile(from, placed->path));
        QVERIFY(!QFileInfo(placed->path).isSymLink());
    }

    void place_linkOutOfTheFolder_isRefused()
    {
        const QString secret = source(u"secret"_s);
        QVERIFY(QDir().mkpath(m_root + u"/files"_s));
        QVERIFY(QFile::link(secret, m_root + u"/files/disk.img"_s));
        QVERIFY(!machine().place(m_root + u"/files/disk.img"_s, u"drive-a"_s, Use::ReadWrite, Elsewhere::Link));
    }

    void place_linkFolderIsALink_isRefused()
    {
        const QString from = source(u"kernel.bin"_s);
        QVERIFY(QDir().mkpath(m_dir->filePath(u"victim"_s)) && QDir().mkpath(m_root + u"/files"_s));
        QVERIFY(QFile::link(m_dir->filePath(u"victim"_s), m_root + u"/files/linked"_s));
        QVERIFY(!machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Link));
        QVERIFY(store_testing::listing(m_dir->filePath(u"victim"_s)).isEmpty());
    }

    void place_hostileRoles_stayInTheFolderAndApart()
    {
        const QString from = source(u"kernel.bin"_s);
        QSet<QString> paths;
        const QStringList roles{u"../../../escape"_s, u"a/b"_s, u"a_b"_s, u"a b"_s, u".."_s, u""_s,
                                QString(500, u'x'),   u"ä"_s};
        for (const QString &role : roles) {
            const auto placed = machine().place(from, role, Use::ReadOnly, Elsewhere::Copy);
            QVERIFY2(placed, qPrintable(role));
            QCOMPARE(QFileInfo(placed->path).path(), m_root + u"/files/linked"_s);
            QVERIFY(QFileInfo::exists(placed->path));
            paths.insert(placed->path);
        }
        QCOMPARE(paths.size(), roles.size());
    }

    void place_uselessSources_areRefused()
    {
        for (const QString &from :
             {m_dir->filePath(u"missing"_s), m_dir->path(), u"relative"_s, u"/dev/null"_s, QString()}) {
            const auto placed = machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Link);
            QVERIFY2(!placed, qPrintable(from));
            QVERIFY(!placed.error().what.isEmpty() && !placed.error().why.isEmpty());
        }
    }

    void place_otherFileSystem_linksCopiesOrRefuses()
    {
        const QTemporaryDir other(u"/dev/shm/sparkler-test-XXXXXX"_s);
        struct stat a = {}, b = {};
        if (!other.isValid() || stat(QFile::encodeName(m_root).constData(), &a) != 0 ||
            stat(QFile::encodeName(other.path()).constData(), &b) != 0 || a.st_dev == b.st_dev)
            QSKIP("needs /dev/shm on another file system than the temporary folder");
        const QString from = other.filePath(u"disk"_s);
        store_testing::write(from, "far away");

        const auto linked = machine().place(from, u"drive-a"_s, Use::ReadWrite, Elsewhere::Link);
        QVERIFY(linked);
        QCOMPARE(linked->how, Placement::SymbolicLink);
        QCOMPARE(QFileInfo(linked->path).symLinkTarget(), from);

        const auto refused = machine().place(from, u"drive-a"_s, Use::ReadWrite, Elsewhere::Copy);
        QVERIFY(!refused && !refused.error().remedy.isEmpty());

        for (int again = 0; again < 2; ++again) {
            const auto copied = machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Copy);
            QVERIFY(copied);
            QCOMPARE(copied->how, Placement::Copy);
            QCOMPARE(store_testing::read(copied->path), QByteArray("far away"));
        }
        store_testing::write(from, "changed content");
        const auto renewed = machine().place(from, u"kernel"_s, Use::ReadOnly, Elsewhere::Copy);
        QVERIFY(renewed);
        QCOMPARE(store_testing::read(renewed->path), QByteArray("changed content"));
    }
};

QTEST_GUILESS_MAIN(MachineDirectoryTest)
#include "tst_machine_directory.moc"
