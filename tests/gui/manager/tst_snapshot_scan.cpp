#include "snapshot_testing.h"

#include "manager/snapshots/snapshot_scan.h"
#include "manager/snapshots/work_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <unistd.h>

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

/// snapshot.json, lineage.json and what a scan makes of the folders.
class TestSnapshotScan : public QObject {
    Q_OBJECT

    static Snapshot everything()
    {
        Snapshot made = snapshot(3, 2, SnapshotKind::Diff);
        made.note = u"Before the “update”\nsecond line"_s;
        made.pause = std::chrono::milliseconds(17);
        made.vcpus = 2;
        made.stateBytes = 5;
        made.memoryBytes = 8192;
        made.engine = {u"1.4.0"_s, u"0.3.0"_s};
        made.runner = u"local"_s;
        made.cpu = {u"GenuineIntel"_s, u"A CPU @ 2 GHz"_s, 6, 106, 4, {u"avx"_s, u"sse2"_s}};
        made.drives = {{u"root/../fs"_s, u"/disks/root.img"_s, SnapshotFolder::driveCopyName(u"root/../fs"_s),
                        SnapshotDrive::Copy::Shared, false, 4096, made.createdAt},
                       {u"tools"_s, u"/disks/tools.img"_s, {}, SnapshotDrive::Copy::None, true, 512, made.createdAt}};
        made.consoleText = u"login: _\n"_s;
        made.definition.name = u"web"_s;
        made.definition.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s}};
        made.checksums = {{u"state"_s, QByteArray(32, 's')}, {made.drives[0].file, QByteArray(32, 'd')}};
        made.unknown = {{u"of_a_later_version"_s, QJsonObject{{u"k"_s, 1}}}};
        return made;
    }

    static QJsonObject objectOf(const Snapshot &one) { return QJsonDocument::fromJson(snapshotToText(one)).object(); }

private slots:
    void text_ofEverything_comesBack()
    {
        const Snapshot wanted = everything();
        const auto found = snapshotFromText(snapshotToText(wanted));
        QVERIFY2(found, found ? "" : qPrintable(found.error()));
        QCOMPARE(*found, wanted);
        QCOMPARE(snapshotToText(*found), snapshotToText(wanted));
        QVERIFY(!found->drives[0].file.contains(u".."_s));
    }

    void text_thatIsWrong_isRefusedWithTheKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &words) {
            QTest::newRow(name) << key << value << words;
        };
        row("newer", u"version"_s, 2, u"newer version"_s);
        row("no version", u"version"_s, QJsonValue::Undefined, u"version"_s);
        row("kind", u"kind"_s, u"half"_s, u"kind"_s);
        row("id", u"id"_s, u"../../etc"_s, u"id"_s);
        row("parent", u"parent"_s, u"../x"_s, u"id"_s);
        row("its own parent", u"parent"_s, idOf(3), u"id"_s);
        row("diff of nothing", u"parent"_s, QString(), u"parent"_s);
        row("time", u"created_at"_s, u"yesterday"_s, u"created_at"_s);
        row("memory", u"memory_mib"_s, -1, u"memory_mib"_s);
        row("much memory", u"memory_mib"_s, 1e300, u"memory_mib"_s);
        row("no machine", u"machine"_s, QJsonValue::Undefined, u"machine"_s);
        row("bad machine", u"machine"_s, QJsonObject{{u"version"_s, 1}, {u"config"_s, 3}}, u"config"_s);
        row("checksum", u"checksums"_s, QJsonObject{{u"state"_s, u"00"_s}}, u"checksums"_s);
        row("checksum of a stranger", u"checksums"_s, QJsonObject{{u"../state"_s, QString(64, u'0')}}, u"checksums"_s);
        QJsonObject drive{{u"drive_id"_s, u"a"_s},
                          {u"path"_s, u"/a"_s},
                          {u"copy"_s, u"full"_s},
                          {u"modified_at"_s, u"2026-01-02T03:04:05.000Z"_s},
                          {u"file"_s, u"../../../etc/passwd"_s}};
        row("drive elsewhere", u"drives"_s, QJsonArray{drive}, u"drives[0].file"_s);
        drive.insert(u"copy"_s, u"none"_s);
        drive.insert(u"file"_s, u"drives/a.img"_s);
        row("copy that is none", u"drives"_s, QJsonArray{drive}, u"drives[0].file"_s);
    }
    void text_thatIsWrong_isRefusedWithTheKey()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, words);
        QJsonObject object = objectOf(everything());
        if (value.isUndefined())
            object.remove(key);
        else
            object.insert(key, value);
        const auto found = snapshotFromText(QJsonDocument(object).toJson());
        QVERIFY(!found);
        QVERIFY2(found.error().contains(words), qPrintable(found.error()));
    }

    void fileNames_onlyOurs()
    {
        for (const char *good : {"snapshot.json", "state", "memory", "drives/rootfs.img", "drives/a_b-1.img"})
            QVERIFY2(SnapshotFolder::isFileName(QString::fromLatin1(good)), good);
        for (const char *bad :
             {"", ".", "..", "/state", "../state", "drives", "drives/", "drives/.img", "drives/../x.img",
              "drives/a/b.img", "drives/a.img/", "drives/a.raw", "memory ", "State"})
            QVERIFY2(!SnapshotFolder::isFileName(QString::fromLatin1(bad)), bad);
        QVERIFY(!SnapshotFolder::isFileName(u"drives/"_s + QString(200, u'a') + u".img"_s));
        QCOMPARE(SnapshotFolder::driveCopyName(u"rootfs"_s), u"drives/rootfs.img"_s);
        QVERIFY(SnapshotFolder::driveCopyName(u"a b"_s) != SnapshotFolder::driveCopyName(u"a_b"_s));
        QVERIFY(SnapshotFolder::isFileName(SnapshotFolder::driveCopyName(u"../../ä"_s)));
    }

    void scan_goodAndDamaged_areAllShownAndNothingIsTouched()
    {
        QTemporaryDir home;
        const SnapshotFolder folder(home.path());
        Snapshot full = snapshot(1);
        full.drives = {{u"rootfs"_s, u"/r"_s, SnapshotFolder::driveCopyName(u"rootfs"_s), SnapshotDrive::Copy::Full,
                        false, 4096, full.createdAt}};
        store(home.path(), full);
        store(home.path(), snapshot(2, 1, SnapshotKind::Diff));
        for (int number : {4, 5, 6, 7, 8})
            store(home.path(), snapshot(number));
        writeFile(folder.of(idOf(4)) + u"/snapshot.json"_s, "{ half");
        QVERIFY(QFile::remove(folder.of(idOf(5)) + u"/memory"_s));
        QVERIFY(QFile::resize(folder.of(idOf(6)) + u"/state"_s, 3));
        QVERIFY(QFile::remove(folder.of(idOf(7)) + u"/state"_s));
        QVERIFY(::symlink("/etc/passwd", QFile::encodeName(folder.of(idOf(7)) + u"/state"_s).constData()) == 0);
        QVERIFY(QDir().rename(folder.of(idOf(8)), folder.of(idOf(9)))); // another's description
        QVERIFY(QDir().mkpath(folder.of(idOf(10))));                    // nothing in it
        QVERIFY(QDir().mkpath(folder.root() + u"/something else"_s));
        QVERIFY((LineageRecord{idOf(2), SnapshotOrigin{u"m"_s, u"M"_s, u"s"_s, u"S"_s}, {}}.write(folder)));

        const MachineSnapshots found = scanSnapshots(u"machine1"_s, home.path());
        QCOMPARE(found.machineId, u"machine1"_s);
        QCOMPARE(found.here, idOf(2));
        QCOMPARE(found.origin, (SnapshotOrigin{u"m"_s, u"M"_s, u"s"_s, u"S"_s}));
        QCOMPARE(found.entries.size(), 8);
        QMap<QString, QString> problems;
        for (const SnapshotEntry &entry : found.entries) {
            problems.insert(entry.snapshot.id, entry.problem);
            QVERIFY(!entry.snapshot.name.isEmpty());
        }
        QCOMPARE(problems.value(idOf(1)), QString());
        QCOMPARE(problems.value(idOf(2)), QString());
        QVERIFY(problems.value(idOf(4)).contains(u"damaged"_s));
        QVERIFY(problems.value(idOf(5)).contains(u"“memory” is missing"_s));
        QVERIFY(problems.value(idOf(6)).contains(u"3 bytes instead of 5"_s));
        QVERIFY(problems.value(idOf(7)).contains(u"not a regular file"_s));
        QVERIFY(problems.value(idOf(9)).contains(idOf(8)));
        QVERIFY(problems.value(idOf(10)).contains(u"cannot be read"_s));
        QVERIFY(found.find(idOf(1))->diskBytes >= 8192 + 4096);
        QVERIFY(QDir(folder.of(idOf(4))).exists() && QDir(folder.of(idOf(10))).exists());
        QVERIFY(!found.find(u"nowhere1"_s));
    }

    void scan_ofNothing_isEmpty()
    {
        QTemporaryDir home;
        const MachineSnapshots found = scanSnapshots(u"machine1"_s, home.path());
        QVERIFY(found.entries.isEmpty());
        QVERIFY(!found.origin);
        QVERIFY(!QFile::exists(SnapshotFolder(home.path()).root())); // a look makes nothing
    }

    void diskBytes_ofHoles_areNotCounted()
    {
        QTemporaryDir home;
        Snapshot one = snapshot(1);
        store(home.path(), one);
        const QString memory = SnapshotFolder(home.path()).of(one.id) + u"/memory"_s;
        QVERIFY(QFile::resize(memory, 1 << 30));
        const MachineSnapshots found = scanSnapshots(u"machine1"_s, home.path());
        QVERIFY(found.entries[0].diskBytes < 1 << 20);
    }

    void scan_ofAThousand_looksOncePerFolder()
    {
        QTemporaryDir home;
        for (int number = 0; number < 1000; ++number)
            store(home.path(), snapshot(number, number - 1, number == 0 ? SnapshotKind::Full : SnapshotKind::Diff));
        int looks = 0;
        const MachineSnapshots found = scanSnapshots(u"machine1"_s, home.path(), [&looks] {
            ++looks;
            return true;
        });
        QCOMPARE(found.entries.size(), 1000);
        QCOMPARE(looks, 1000);
        QCOMPARE(found.entries[999].snapshot.id, idOf(999)); // by time
        const MachineSnapshots stopped = scanSnapshots(u"machine1"_s, home.path(), [&looks] { return --looks > 500; });
        QCOMPARE(stopped.entries.size(), 499);
    }

    void unfinished_goesWithTheLock_andWhatIsBeingMadeStays()
    {
        QTemporaryDir home;
        const SnapshotFolder folder(home.path());
        QString left;
        {
            const auto lock = SnapshotLock::take(folder);
            QVERIFY(lock);
            const auto second = SnapshotLock::take(folder);
            QVERIFY(!second);
            QVERIFY(second.error().contains(u"Another manager"_s));
            auto gone = WorkFolder::create(folder);
            QVERIFY(gone);
            const QString path = gone->path();
            writeFile(path + u"/memory"_s, "x");
            *gone = WorkFolder();
            QVERIFY(!QFile::exists(path));
            auto kept = WorkFolder::create(folder);
            QVERIFY(kept);
            writeFile(kept->path() + u"/memory"_s, "x");
            QVERIFY(kept->commit(folder.of(idOf(1))));
            QVERIFY(!*kept);
            auto crashed = WorkFolder::create(folder);
            left = crashed->path();
            new WorkFolder(std::move(*crashed)); // nobody removes it
        }
        QVERIFY(QFile::exists(folder.of(idOf(1)) + u"/memory"_s));
        QVERIFY(QDir(left).exists());
        const auto lock = SnapshotLock::take(folder);
        QVERIFY(lock);
        removeUnfinished(folder);
        QVERIFY(!QDir(left).exists());
        QVERIFY(QFile::exists(folder.of(idOf(1)) + u"/memory"_s));
    }

    void commit_ontoAnother_isRefused()
    {
        QTemporaryDir home;
        const SnapshotFolder folder(home.path());
        QVERIFY(QDir().mkpath(folder.of(idOf(1))));
        auto made = WorkFolder::create(folder);
        QVERIFY(made);
        QVERIFY(!made->commit(folder.of(idOf(1))));
        QVERIFY(*made);
    }

    void lineageRecord_damaged_isTold()
    {
        QTemporaryDir home;
        const SnapshotFolder folder(home.path());
        QVERIFY(LineageRecord::read(folder));
        writeFile(folder.lineageFile(), R"({"version":9})");
        QVERIFY(!LineageRecord::read(folder));
        QCOMPARE(scanSnapshots(u"m"_s, home.path()).here, QString());
        writeFile(folder.lineageFile(), R"({"version":1,"here":"abc","later":true})");
        const auto record = LineageRecord::read(folder);
        QVERIFY(record);
        QCOMPARE(record->here, u"abc"_s);
        QVERIFY(record->write(folder));
        QVERIFY(readFile(folder.lineageFile()).contains("later"));
    }

    void hostCpu_isReadFromItsText()
    {
        QTemporaryDir home;
        const QString file = home.filePath(u"cpuinfo"_s);
        writeFile(file, "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\nmodel\t\t: 1\n"
                        "model name\t: AMD EPYC: the third\nstepping\t: 2\nflags\t\t: sse2 avx2 fpu\n\n"
                        "processor\t: 1\nvendor_id\t: Other\n");
        QCOMPARE(HostCpu::ofThisHost(file),
                 (HostCpu{u"AuthenticAMD"_s, u"AMD EPYC: the third"_s, 25, 1, 2, {u"avx2"_s, u"fpu"_s, u"sse2"_s}}));
        QCOMPARE(HostCpu::ofThisHost(home.filePath(u"none"_s)), HostCpu());
        QVERIFY(!HostCpu::ofThisHost().features.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSnapshotScan)
#include "tst_snapshot_scan.moc"
