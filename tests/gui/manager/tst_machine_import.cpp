#include "manager/machine_store.h"

#include "store_testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class MachineImportTest : public QObject {
    Q_OBJECT

private slots:
    void import_unknownSections_areKeptAndNamed()
    {
        const QTemporaryDir dir;
        const QByteArray text = R"({
            "boot-source": {"kernel_image_path": "/k/vmlinux", "boot_args": "console=ttyS0", "initrd_path": null},
            "drives": [{"drive_id": "rootfs", "path_on_host": "/d/a.img", "is_root_device": true, "is_read_only": false}],
            "machine-config": {"vcpu_count": 2, "mem_size_mib": 512},
            "network-interfaces": [{"iface_id": "eth0", "host_dev_name": "tap0"}],
            "vsock": {"guest_cid": 3, "uds_path": "v.sock"},
            "pmem": [{"id": "p", "path_on_host": "/p"}],
            "from-the-future": [1, {"deep": null}]
        })";
        store_testing::write(dir.filePath(u"web server.json"_s), text);
        const auto imported = MachineStore::importConfigurationFile(dir.filePath(u"web server.json"_s));
        QVERIFY(imported);
        QCOMPARE(imported->definition.name, u"web server"_s);
        QCOMPARE(imported->definition.config.machine.vcpuCount, 2);
        QCOMPARE(imported->notes.size(), 3);
        QVERIFY(imported->notes.join(u'\n').contains(u"v.sock"_s)); // lies in the machine's folder instead
        QCOMPARE(imported->definition.config.vsock->udsPath, u"vsock.sock"_s);
        QCOMPARE(imported->definition.config.networkInterfaces.constFirst().hostDevName, u"tap0"_s);
        for (const QString &section : {u"pmem"_s, u"from-the-future"_s})
            QVERIFY2(imported->notes.join(u'\n').contains(u"“"_s + section + u"”"_s), qPrintable(section));

        // Through the store and out again: word for word.
        MachineStore store(dir.filePath(u"machines"_s), dir.filePath(u"trash"_s));
        store.load();
        const QString id = *store.create(imported->definition);
        MachineStore again(dir.filePath(u"machines"_s), dir.filePath(u"trash"_s));
        again.load();
        QVERIFY(MachineStore::exportConfigurationFile(*again.find(id), dir.filePath(u"out.json"_s)));
        const QJsonObject in = QJsonDocument::fromJson(text).object();
        const QJsonObject out = QJsonDocument::fromJson(store_testing::read(dir.filePath(u"out.json"_s))).object();
        for (const QString &section : {u"network-interfaces"_s, u"pmem"_s, u"from-the-future"_s})
            QCOMPARE(out.value(section), in.value(section));
        QCOMPARE(out.value("drives"_L1), in.value("drives"_L1));
        const auto second = MachineStore::importConfigurationFile(dir.filePath(u"out.json"_s));
        QVERIFY(second);
        QVERIFY(second->definition.config == imported->definition.config);
    }

    void import_devices_areUnderstoodAndJudged()
    {
        const QTemporaryDir dir;
        store_testing::write(dir.filePath(u"a.json"_s), R"({
            "boot-source": {"kernel_image_path": "/k"}, "drives": [], "entropy": null, "logger": null, "metrics": null,
            "machine-config": {"vcpu_count": 1, "mem_size_mib": 64},
            "network-interfaces": [{"iface_id": "a", "host_dev_name": "t0", "guest_mac": "02:00:00:00:00:01",
                                    "allow_mmds_requests": true},
                                   {"iface_id": "b", "host_dev_name": "t1", "guest_mac": "02:00:00:00:00:01"}],
            "mmds-config": {"network_interfaces": ["c"], "ipv4_address": "10.0.0.1"},
            "balloon": {"amount_mib": 128, "deflate_on_oom": true, "must_tell_host": false},
            "vsock": {"vsock_id": "1", "guest_cid": 3, "uds_path": "vsock.sock"}})");
        const auto imported = MachineStore::importConfigurationFile(dir.filePath(u"a.json"_s));
        QVERIFY(imported);
        const QString notes = imported->notes.join(u'\n');
        for (const QString &part : {u"“b”"_s, u"already in use"_s, u"169.254.1.0"_s, u"64 MiB"_s,
                                    u"balloon.must_tell_host"_s, u"network-interfaces[0].allow_mmds_requests"_s})
            QVERIFY2(notes.contains(part), qPrintable(notes));
        QCOMPARE(imported->notes.size(), 5);
        QCOMPARE(imported->definition.config.balloon->amountMib, quint64{128});
    }

    void import_unknownKeysAndRelativePaths_areTold()
    {
        const QTemporaryDir dir;
        store_testing::write(dir.filePath(u"a.json"_s),
                             R"({"boot-source":{"kernel_image_path":"vmlinux"},"machine-config":{"vcpu_count":1,)"
                             R"("mem_size_mib":128,"mystery":1},"drives":[{"drive_id":"a","path_on_host":"../a.img",)"
                             R"("is_root_device":true,"socket":"/s","rate_limiter":{"ops":{"size":1,"refill_time":1,)"
                             R"("x":1}}}]})");
        const auto imported = MachineStore::importConfigurationFile(dir.filePath(u"a.json"_s));
        QVERIFY(imported);
        QCOMPARE(imported->definition.config.bootSource.kernelImagePath, dir.filePath(u"vmlinux"_s));
        QCOMPARE(imported->definition.config.drives[0].pathOnHost, QDir::cleanPath(dir.path() + u"/../a.img"_s));
        const QString notes = imported->notes.join(u'\n');
        for (const QString &part :
             {u"machine-config.mystery"_s, u"drives[0].socket"_s, u"drives[0].rate_limiter.ops.x"_s, u"../a.img"_s})
            QVERIFY2(notes.contains(part), qPrintable(notes));
    }

    void import_wrongFiles_areRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("torn") << QByteArray(R"({"boot-source": {)");
        QTest::newRow("nothing in it") << QByteArray("{}");
        QTest::newRow("wrong type") << QByteArray(R"({"boot-source":{"kernel_image_path":5},"drives":[]})");
        QTest::newRow("twice") << QByteArray(R"({"boot-source":{"kernel_image_path":"/a"},"drives":[],"drives":[]})");
    }
    void import_wrongFiles_areRefusedWithAReason()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir dir;
        store_testing::write(dir.filePath(u"a.json"_s), text);
        const auto imported = MachineStore::importConfigurationFile(dir.filePath(u"a.json"_s));
        QVERIFY(!imported);
        QVERIFY(imported.error().what.contains(u"a.json"_s));
        QVERIFY(!imported.error().why.isEmpty());
    }

    void import_missingFileOrFolder_isRefused()
    {
        const QTemporaryDir dir;
        QVERIFY(!MachineStore::importConfigurationFile(dir.filePath(u"none.json"_s)));
        QVERIFY(!MachineStore::importConfigurationFile(dir.path()));
    }

    void export_noFolder_isRefused()
    {
        const QTemporaryDir dir;
        const auto done =
            MachineStore::exportConfigurationFile(store_testing::definition(u"a"_s), dir.filePath(u"none/a.json"_s));
        QVERIFY(!done);
        QVERIFY(!done.error().why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MachineImportTest)
#include "tst_machine_import.moc"
