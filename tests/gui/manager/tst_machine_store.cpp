#include "manager/definition_json.h"
#include "manager/machine_store.h"
#include "manager/store_files.h"

#include "store_testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using store_testing::definition;

class MachineStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    std::unique_ptr<MachineStore> makeStore() const
    {
        auto store = std::make_unique<MachineStore>(m_dir->filePath(u"machines"_s), m_dir->filePath(u"trash"_s));
        store->load();
        return store;
    }
    static QString file(const MachineStore &store, const QString &id)
    {
        return store.directory(id) + u"/machine.json"_s;
    }

    static MachineDefinition rich()
    {
        MachineDefinition made = definition(u"Prüfstand “1”"_s);
        made.group = u"lab"_s;
        made.tags = {u"a"_s, u"b"_s};
        made.notes = u"two\nlines"_s;
        made.runner = RunnerChoice::Emulated;
        made.logLevel = LogLevel::Debug;
        made.config.machine.vcpuCount = 4;
        made.config.machine.memSizeMib = 2048;
        made.config.bootSource.bootArgs = u"console=ttyS0"_s;
        made.config.drives[0].rateLimiter = RateLimiter{TokenBucket{1000, 5, 100}, std::nullopt};
        made.config.otherSections = QJsonObject{{u"pmem"_s, QJsonArray{QJsonObject{{u"id"_s, u"p"_s}}}}};
        made.config.networkInterfaces = {
            {.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"02:00:00:00:00:01"_s},
            {.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s}};
        made.config.mmdsConfig = MmdsConfig{MmdsVersion::V2, {u"eth0"_s}, u"169.254.1.1"_s, true};
        made.config.mmds = QJsonObject{{u"n"_s, Q_INT64_C(9007199254740993)}};
        made.config.vsock = Vsock{7, u"vsock.sock"_s};
        made.config.balloon = Balloon{64, true, 5, true, true};
        made.config.entropy = Entropy{};
        made.config.serial = Serial{u"serial.out"_s, TokenBucket{1, 2, 3}};
        made.unknown = QJsonObject{{u"colour"_s, u"red"_s}};
        return made;
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void create_roundTrip_everythingIsThereAgain()
    {
        MachineDefinition wanted = rich();
        QString id;
        {
            const auto store = makeStore();
            const auto created = store->create(wanted);
            QVERIFY(created);
            id = *created;
            QVERIFY(QRegularExpression(u"^[a-z0-9]{8}$"_s).match(id).hasMatch());
            wanted = *store->find(id);
        }
        const auto store = makeStore();
        QVERIFY(store->problems().isEmpty());
        QVERIFY(store->find(id));
        QVERIFY(*store->find(id) == wanted);
        QCOMPARE(store->groups(), QStringList{u"lab"_s});
        QCOMPARE(store->tags(), QStringList({u"a"_s, u"b"_s}));
        const QJsonObject text = QJsonDocument::fromJson(store_testing::read(file(*store, id))).object();
        QCOMPARE(text.value("version"_L1).toInt(), 1);
        QCOMPARE(text.value("colour"_L1).toString(), u"red"_s);
    }

    void create_takenOrEmptyName_isMadeUnique()
    {
        const auto store = makeStore();
        QStringList names;
        for (int i = 0; i < 3; ++i)
            names << store->find(*store->create(definition(u"demo"_s)))->name;
        names << store->find(*store->create(definition(u"   "_s)))->name;
        QCOMPARE(names, QStringList({u"demo"_s, u"demo 2"_s, u"demo 3"_s, u"Machine"_s}));
        QCOMPARE(store->ids().size(), 4);
        QCOMPARE(store->find(store->ids().first())->name, u"demo"_s);
    }

    void create_badOrTakenId_isRefused()
    {
        const auto store = makeStore();
        MachineDefinition made = definition(u"a"_s);
        made.id = u"../../x"_s;
        QVERIFY(!store->create(made));
        made.id = u"abcd1234"_s;
        QVERIFY(store->create(made));
        QVERIFY(!store->create(made));
        QCOMPARE(store_testing::listing(m_dir->filePath(u"machines"_s)), QStringList({u".lock"_s, u"abcd1234"_s}));
    }

    void create_folderNotWritable_leavesNothing()
    {
        store_testing::write(m_dir->filePath(u"machines"_s), "a file");
        MachineStore store(m_dir->filePath(u"machines"_s), m_dir->filePath(u"trash"_s));
        store.load();
        QCOMPARE(store.problems().size(), 1);
        const auto created = store.create(definition(u"a"_s));
        QVERIFY(!created);
        QVERIFY(!created.error().why.isEmpty());
        QVERIFY(store.ids().isEmpty());
    }

    void save_changes_areOnDiskAndSignalled()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"a"_s));
        QSignalSpy changed(store.get(), &MachineStore::changed);
        MachineDefinition made = *store->find(id);
        made.notes = u"new"_s;
        QVERIFY(store->save(made));
        made.notes = u"newer"_s; // the same copy again: it is our own change that lies between
        QVERIFY(store->save(made));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(makeStore()->find(id)->notes, u"newer"_s);
        QCOMPARE(store_testing::listing(store->directory(id)), QStringList({u"files"_s, u"machine.json"_s}));
    }

    void save_nameOfAnother_isRefused()
    {
        const auto store = makeStore();
        QVERIFY(store->create(definition(u"a"_s)));
        MachineDefinition second = *store->find(*store->create(definition(u"b"_s)));
        second.name = u"a"_s;
        QVERIFY(!store->save(second));
        second.name = u" "_s;
        QVERIFY(!store->save(second));
        second.name = u"c"_s;
        QVERIFY(store->save(second));
    }

    void load_tornFileOfEveryLength_isReportedAndLeftAlone()
    {
        const auto store = makeStore();
        const QString id = *store->create(rich());
        const QString path = file(*store, id);
        const QByteArray whole = store_testing::read(path);
        for (qsizetype length = 0; length < whole.size() - 1; ++length) { // the last byte is a line feed
            const QByteArray torn = whole.left(length);
            QVERIFY2(!definitionFromText(torn), qPrintable(QString::number(length)));
            if (length % 16 != 0)
                continue;
            store_testing::write(path, torn);
            const auto other = makeStore();
            QVERIFY2(other->ids().isEmpty(), qPrintable(QString::number(length)));
            QCOMPARE(other->problems().size(), 1);
            QCOMPARE(other->problems().first().file, path);
            QVERIFY(!other->problems().first().reason.isEmpty());
            QCOMPARE(store_testing::read(path), torn);
        }
    }

    void load_wrongDocuments_areReported_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const QByteArray config = R"("config":{"boot-source":{"kernel_image_path":"/k"},"drives":[]})";
        const auto with = [&](const QByteArray &more) -> QByteArray {
            return "{\"id\":\"abcd1234\"," + more + ',' + config + '}';
        };
        QTest::newRow("newer") << with(R"("version":2)") << u"newer version"_s;
        QTest::newRow("far newer") << with(R"("version":1e300)") << u"version"_s;
        QTest::newRow("no version") << with(R"("name":"x")") << u"version"_s;
        QTest::newRow("text as version") << with(R"("version":"1")") << u"version"_s;
        QTest::newRow("twice") << with(R"("version":1,"name":"a","name":"b")") << u"“name” is there twice"_s;
        QTest::newRow("number as name") << with(R"("version":1,"name":7)") << u"“name” must be a text"_s;
        QTest::newRow("null as tags") << with(R"("version":1,"tags":null)") << u"“tags” must be a list"_s;
        QTest::newRow("numbers as tags") << with(R"("version":1,"tags":[1])") << u"“tags” must be a list"_s;
        QTest::newRow("runner") << with(R"("version":1,"runner":"cloud")") << u"“runner”"_s;
        QTest::newRow("date") << with(R"("version":1,"created_at":"yesterday")") << u"“created_at”"_s;
        QTest::newRow("other id") << QByteArray(with(R"("version":1)")).replace("abcd1234", "zzzz9999")
                                  << u"zzzz9999"_s;
        QTest::newRow("no config") << QByteArray(R"({"version":1,"id":"abcd1234"})") << u"“config” is wrong"_s;
        QTest::newRow("unknown in config")
            << QByteArray(
                   R"({"version":1,"id":"abcd1234","config":{"boot-source":{"kernel_image_path":"/k"},"drives":[)"
                   R"({"drive_id":"a","path_on_host":"/a","is_root_device":true,"socket":"/s"}]}})")
            << u"drives[0].socket"_s;
        QTest::newRow("array") << QByteArray("[]") << u"JSON"_s;
        QTest::newRow("empty") << QByteArray() << u"JSON"_s;
        QTest::newRow("binary") << QByteArray(100, '\xff') << u"JSON"_s;
    }
    void load_wrongDocuments_areReported()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QString path = m_dir->filePath(u"machines/abcd1234/machine.json"_s);
        store_testing::write(path, text);
        const auto store = makeStore();
        QVERIFY(store->ids().isEmpty());
        QCOMPARE(store->problems().size(), 1);
        QVERIFY2(store->problems().first().reason.contains(says), qPrintable(store->problems().first().reason));
        QCOMPARE(store_testing::read(path), text);
    }

    void load_notRegular_isReportedWithoutHanging()
    {
        QVERIFY(QDir().mkpath(m_dir->filePath(u"machines/abcd1234"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(m_dir->filePath(u"machines/abcd1234/machine.json"_s)).constData(), 0600), 0);
        QVERIFY(QDir().mkpath(m_dir->filePath(u"machines/efgh5678"_s)));
        const auto store = makeStore();
        QCOMPARE(store->problems().size(), 2);
    }

    void load_whileAnotherProgramWrites_leavesItsFile()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"one"_s));
        const QString name = store->directory(id) + u"/.state.json.partial-123456"_s;
        store_testing::write(name, "{\"vers");
        // What is being written is locked by its writer, see writeAtomically().
        OwnedFd writer(open(QFile::encodeName(name).constData(), O_RDWR | O_CLOEXEC));
        QVERIFY(writer && flock(writer.get(), LOCK_EX | LOCK_NB) == 0);
        makeStore();
        QVERIFY(QFile::exists(name));
        writer = OwnedFd();
        makeStore();
        QVERIFY(!QFile::exists(name));
    }

    void create_nameGivenByAnotherProgram_isTaken()
    {
        const auto store = makeStore();
        const auto other = makeStore();
        QVERIFY(other->create(definition(u"one"_s)));
        const auto id = store->create(definition(u"one"_s)); // it has not seen the other one yet
        QVERIFY(id);
        QCOMPARE(store->find(*id)->name, u"one 2"_s);
    }

    void load_leftoversOfACrash_areCleanedUp()
    {
        QString id;
        {
            const auto store = makeStore();
            id = *store->create(definition(u"a"_s));
            store_testing::write(store->directory(id) + u"/.machine.json.partial-123456"_s, "{\"vers");
            store_testing::write(m_dir->filePath(u"machines/.new-aaaabbbb/machine.json"_s), "{");
            store_testing::write(m_dir->filePath(u"trash/.deleting-x/files/disk"_s), "x");
            store_testing::write(store->directory(id) + u"/machine.json.backup"_s, "the user's");
        }
        const auto store = makeStore();
        QCOMPARE(store->ids(), QStringList{id});
        QVERIFY(store->problems().isEmpty());
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"machines/.new-aaaabbbb"_s)));
        QTRY_VERIFY(!QFileInfo::exists(m_dir->filePath(u"trash/.deleting-x"_s)));
        QCOMPARE(store_testing::listing(store->directory(id)),
                 QStringList({u"files"_s, u"machine.json"_s, u"machine.json.backup"_s}));
    }

    void twoStores_changesOfOne_reachTheOther()
    {
        const auto one = makeStore();
        const auto two = makeStore();
        QSignalSpy added(two.get(), &MachineStore::added);
        QSignalSpy changed(two.get(), &MachineStore::changed);
        QSignalSpy removed(two.get(), &MachineStore::removed);
        const QString id = *one->create(definition(u"a"_s));
        QTRY_COMPARE(added.count(), 1);
        for (const QString &note : {u"first"_s, u"second"_s}) { // the second is seen in a file that was replaced before
            MachineDefinition made = *one->find(id);
            made.notes = note;
            QVERIFY(one->save(made));
            QTRY_COMPARE(two->find(id)->notes, note);
        }
        QCOMPARE(changed.count(), 2);
        QVERIFY(one->moveToTrash(id));
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!two->find(id));
    }

    void twoStores_saveOnTopOfTheOther_isRefused()
    {
        const auto one = makeStore();
        const QString id = *one->create(definition(u"a"_s));
        const auto two = makeStore();
        MachineDefinition stale = *one->find(id);
        MachineDefinition fresh = *two->find(id);
        fresh.notes = u"theirs"_s;
        QVERIFY(two->save(fresh));
        stale.notes = u"mine"_s;
        const auto atOnce = one->save(stale); // before the watcher has seen it
        QVERIFY(!atOnce);
        QVERIFY(!atOnce.error().why.isEmpty() && !atOnce.error().remedy.isEmpty());
        QTRY_COMPARE(one->find(id)->notes, u"theirs"_s);
        QVERIFY(!one->save(stale)); // nor after it, from a copy that was taken before
        QCOMPARE(makeStore()->find(id)->notes, u"theirs"_s);
        MachineDefinition renewed = *one->find(id);
        renewed.notes = u"mine"_s;
        QVERIFY(one->save(renewed));
    }

    void editor_writesInPlace_isSeen()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"a"_s));
        QByteArray text = store_testing::read(file(*store, id));
        store_testing::write(file(*store, id), text.replace("\"notes\": \"\"", "\"notes\": \"by hand\""));
        QTRY_COMPARE(store->find(id)->notes, u"by hand"_s);
    }

    void editor_writesGarbage_machineStaysUntilItIsRepaired()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"a"_s));
        const QByteArray text = store_testing::read(file(*store, id));
        store_testing::write(file(*store, id), "{ oops");
        QTRY_COMPARE(store->problems().size(), 1);
        QVERIFY(store->find(id));
        QVERIFY(!store->save(*store->find(id)));
        QCOMPARE(store_testing::read(file(*store, id)), QByteArray("{ oops"));
        store_testing::write(file(*store, id), text);
        QTRY_VERIFY(store->problems().isEmpty());
        QVERIFY(store->save(*store->find(id)));
    }

    void manyMachines_changesAreSeenForEach()
    {
        const auto one = makeStore();
        for (int i = 0; i < 200; ++i)
            QVERIFY(one->create(definition(u"m"_s)));
        const auto two = makeStore();
        QCOMPARE(two->ids(), one->ids());
        for (const QString &id : {one->ids().first(), one->ids().last()}) {
            MachineDefinition made = *one->find(id);
            made.notes = u"seen"_s;
            QVERIFY(one->save(made));
            QTRY_COMPARE(two->find(id)->notes, u"seen"_s);
        }
    }

    void preparing_finished_isReady()
    {
        const auto store = makeStore();
        MachineDefinition made = definition(u"a"_s);
        made.id = store->newId();
        made.config.drives[0].pathOnHost = store->directory(made.id) + u"/files/rootfs.img"_s;
        QVERIFY(store->create(made, {made.config.drives[0].pathOnHost}));
        QVERIFY(!store->preparing(made.id).isEmpty());
        QVERIFY(!store->incomplete(made.id));
        QVERIFY(!makeStore()->preparing(made.id).isEmpty());
        QSignalSpy signalled(store.get(), &MachineStore::preparingChanged);
        store->finishPreparing(made.id);
        QCOMPARE(signalled.count(), 1);
        QVERIFY(store->preparing(made.id).isEmpty());
        QVERIFY(makeStore()->preparing(made.id).isEmpty());
    }

    void preparing_managerDied_isIncompleteUntilAnotherDiskIsChosen()
    {
        const auto store = makeStore();
        MachineDefinition made = definition(u"a"_s);
        made.id = store->newId();
        const QString disk = store->directory(made.id) + u"/files/rootfs.img"_s;
        made.config.drives[0].pathOnHost = disk;
        QVERIFY(store->create(made, {disk}));
        // As if another process had written it that is gone.
        const QString marker = store->directory(made.id) + u"/files/.incomplete"_s;
        store_testing::write(marker,
                             R"({"files":["files/rootfs.img"],"why":"","pid":1,"start_ticks":1,"boot_id":"old"})");
        const QString partial = store->directory(made.id) + u"/files/.rootfs.img.partial-abcdef"_s;
        store_testing::write(partial, "half");

        const auto next = makeStore();
        QVERIFY(next->incomplete(made.id));
        QVERIFY2(next->preparing(made.id).contains(u"interrupted"_s), qPrintable(next->preparing(made.id)));
        QVERIFY(!QFileInfo::exists(partial));
        MachineDefinition repaired = *next->find(made.id);
        repaired.notes = u"still the same disk"_s;
        QVERIFY(next->save(repaired));
        QVERIFY(next->incomplete(made.id));
        repaired.config.drives[0].pathOnHost = u"/disks/other.img"_s;
        QVERIFY(next->save(repaired));
        QVERIFY(!next->incomplete(made.id));
        QVERIFY(next->preparing(made.id).isEmpty());
        QVERIFY(!QFileInfo::exists(marker));
    }

    void preparing_failed_tellsWhy()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"a"_s), {u"/disks/a.img"_s});
        store->failPreparing(id, u"There is not enough free space."_s);
        QVERIFY(store->incomplete(id));
        QVERIFY(makeStore()->preparing(id).contains(u"not enough free space"_s));
    }

    void preparing_unreadableMarker_keepsTheMachineFromStarting()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"a"_s));
        store_testing::write(store->directory(id) + u"/files/.incomplete"_s, "");
        QVERIFY(makeStore()->incomplete(id));
    }

    void preparing_busy_isForThisProcessOnly()
    {
        const auto store = makeStore();
        const QString id = *store->create(definition(u"a"_s));
        store->setPreparing(id, u"Its disks are being copied."_s);
        QCOMPARE(store->preparing(id), u"Its disks are being copied."_s);
        QVERIFY(makeStore()->preparing(id).isEmpty());
        store->setPreparing(id, {});
        QVERIFY(store->preparing(id).isEmpty());
    }

    void duplicateKey_finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("none") << QByteArray(R"({"a":{"a":1},"b":[{"a":1},{"a":1}],"c":"a"})") << QString();
        QTest::newRow("top") << QByteArray(R"({"a":1, "b":2, "a" : 3})") << u"a"_s;
        QTest::newRow("deep") << QByteArray(R"({"a":[{"x":{},"x":1}]})") << u"x"_s;
        QTest::newRow("quotes") << QByteArray("{\"a\\\"\":1,\"a\":\"\\\\\",\"b\":\"\\\"a\\\":\"}") << QString();
    }
    void duplicateKey_finds()
    {
        QFETCH(QByteArray, text);
        QTEST(duplicateKey(text), "key");
    }
};

QTEST_GUILESS_MAIN(MachineStoreTest)
#include "tst_machine_store.moc"
