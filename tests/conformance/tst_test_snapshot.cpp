// The acceptance scenarios about snapshots: those of the snapshot file, and the two about snapshots of the API file.
#include "test_microvm.h"

#include <QFile>
#include <QProcess>

#include <csignal>

using namespace harness;

namespace {

const QString kMac = QStringLiteral("06:00:00:00:00:01");
/// What version 0.23 could hold.
constexpr int kMostDevices = 11;

QJsonObject createBody(const TestMicrovm &vm, bool diff, const QString &version)
{
    QJsonObject body{{QStringLiteral("snapshot_path"), vm.directory() + QStringLiteral("/vm.vmstate")},
                     {QStringLiteral("mem_file_path"), vm.directory() + QStringLiteral("/vm.mem")},
                     {QStringLiteral("snapshot_type"), diff ? QStringLiteral("Diff") : QStringLiteral("Full")}};
    if (!version.isEmpty())
        body[QStringLiteral("version")] = version;
    return body;
}

Response createSnapshot(TestMicrovm &vm, bool diff, const QString &version)
{
    return vm.api().put("/snapshot/create", createBody(vm, diff, version));
}

int pause(TestMicrovm &vm)
{
    return vm.api().patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status;
}

/// The framework's small microVM: a root drive and one interface.
void startNano(TestMicrovm &vm, bool trackDirtyPages = false)
{
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    QCOMPARE(vm.api().patch("/machine-config", {{QStringLiteral("track_dirty_pages"), trackDirtyPages}}).status, 204);
    const QString tap = vm.addTap(QStringLiteral("eth0"));
    QVERIFY(!tap.isEmpty());
    QCOMPARE(vm.putNetwork(QStringLiteral("eth0"), tap, kMac).status, 204);
    STEP(vm.start());
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root"); }
    void test_create_with_too_many_devices();
    void test_create_invalid_version();
    void test_snapshot_current_version();
    void test_create_with_newer_virtio_features();
    void test_negative_snapshot_load_api();
    void test_get_full_config_after_restoring_snapshot();
};

void TestSnapshot::test_create_with_too_many_devices()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    QCOMPARE(vm.api().patch("/machine-config", {{QStringLiteral("track_dirty_pages"), true}}).status, 204);
    for (int i = 0; i < kMostDevices; ++i) {
        const QString id = QString::number(i);
        const QString tap = vm.addTap(id);
        QVERIFY(!tap.isEmpty());
        QCOMPARE(vm.putNetwork(id, tap, QStringLiteral("06:00:00:00:00:%1").arg(i, 2, 16, QLatin1Char('0'))).status,
                 204);
    }
    STEP(vm.start());
    GuestShell shell(vm.engine());
    VERIFY_VM(shell.login(), vm);
    QCOMPARE(shell.run("sync").status, 0);

    QCOMPARE(pause(vm), 204);
    VERIFY_IN(createSnapshot(vm, true, QStringLiteral("0.23.0")), "Too many devices attached");
}

void TestSnapshot::test_create_invalid_version()
{
    TestMicrovm vm;
    STEP(startNano(vm));
    QCOMPARE(pause(vm), 204);
    VERIFY_IN(createSnapshot(vm, false, QStringLiteral("invalid")),
              "unexpected character 'i' while parsing major version");
    QCOMPARE(pause(vm), 204);
    VERIFY_IN(createSnapshot(vm, false, QStringLiteral("0.22.0")),
              "Cannot translate microVM version to snapshot data version");
}

void TestSnapshot::test_snapshot_current_version()
{
    TestMicrovm vm;
    STEP(startNano(vm, true));
    // Of the running build, with the patch level of snapshots.
    const QStringList level =
        vm.api().get("/version").json()[QStringLiteral("firecracker_version")].toString().split(QLatin1Char('.'));
    QCOMPARE(level.size(), 3);
    const QString target = QStringLiteral("%1.%2.0").arg(level[0], level[1]);
    QCOMPARE(pause(vm), 204);
    const Response created = createSnapshot(vm, false, target);
    QVERIFY2(created.status == 204, created.body);

    QProcess describe;
    describe.start(EngineProcess::enginePath(),
                   {QStringLiteral("--describe-snapshot"), vm.directory() + QStringLiteral("/vm.vmstate")});
    QVERIFY(describe.waitForFinished());
    const QByteArray errors = describe.readAllStandardError();
    QVERIFY2(describe.exitStatus() == QProcess::NormalExit && describe.exitCode() == 0, errors);
    QCOMPARE(errors, QByteArray());
    const QByteArray output = describe.readAllStandardOutput();
    QVERIFY2(output.contains(target.toLatin1()), output);
}

void TestSnapshot::test_create_with_newer_virtio_features()
{
    TestMicrovm vm;
    STEP(startNano(vm));
    // So the block and the network device are active.
    GuestShell shell(vm.engine());
    VERIFY_VM(shell.login(), vm);
    QCOMPARE(shell.run("true").status, 0);

    QCOMPARE(pause(vm), 204);
    for (const char *version : {"0.23.0", "0.24.0", "0.25.0", "1.0.0"})
        VERIFY_IN(createSnapshot(vm, false, QLatin1String(version)),
                  "The virtio devices use a features that is incompatible with older versions of Firecracker: "
                  "notification suppression");
    const Response created = createSnapshot(vm, false, QStringLiteral("1.1.0"));
    QVERIFY2(created.status == 204, created.body);
}

void TestSnapshot::test_negative_snapshot_load_api()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    const auto load = [&](const char *body) { return vm.api().put("/snapshot/load", json(body)); };
    VERIFY_IN(load(R"({"snapshot_path": "foo", "mem_backend": {"backend_type": "File", "backend_path": "bar"},
                       "mem_file_path": "bar"})"),
              "too many fields: either `mem_backend` or `mem_file_path` exclusively is required.");
    VERIFY_IN(load(R"({"snapshot_path": "foo", "mem_backend": {"backend_path": "bar"}})"),
              "missing field `backend_type`");
    VERIFY_IN(load(R"({"snapshot_path": "foo", "mem_backend": {"backend_type": "File"}})"),
              "missing field `backend_path`");
    VERIFY_IN(load(R"({"snapshot_path": "foo", "mem_backend": {"backend_type": "foo", "backend_path": "foo"}})"),
              "unknown variant `foo`, expected `File` or `Uffd`");
    VERIFY_IN(load(R"({"mem_backend": {"backend_type": "File", "backend_path": "foo"}})"),
              "missing field `snapshot_path`");
    VERIFY_IN(load(R"({"snapshot_path": "foo"})"),
              "missing field: either `mem_backend` or `mem_file_path` is required");
    const Response deprecated = load(R"({"snapshot_path": "foo", "mem_file_path": "bar"})");
    QVERIFY(!deprecated.headers.value("deprecation").isEmpty());
}

void TestSnapshot::test_get_full_config_after_restoring_snapshot()
{
    const QString eth0 = QStringLiteral("eth0");
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    QJsonObject setup =
        json(R"({"machine-config": {"vcpu_count": 2, "mem_size_mib": 256, "smt": true, "track_dirty_pages": false},
                 "cpu-config": null, "logger": null, "metrics": null})");
    STEP(vm.basicConfig(false));
    const QJsonObject bootSource = json(R"({"initrd_path": null, "boot_args": "console=ttyS0 reboot=k panic=1"})");
    QJsonObject kernel = bootSource;
    kernel[QStringLiteral("kernel_image_path")] = vm.kernel();
    QCOMPARE(vm.api().put("/boot-source", kernel).status, 204);
    QCOMPARE(vm.api().patch("/machine-config", setup[QStringLiteral("machine-config")].toObject()).status, 204);

    QCOMPARE(vm.putDrive(driveBody(QStringLiteral("rootfs"), vm.rootfs(), true, false)).status, 204);
    QJsonObject drive = json(R"({"drive_id": "rootfs", "is_root_device": true, "partuuid": null, "is_read_only": false,
                                 "cache_type": "Unsafe", "rate_limiter": null, "io_engine": "Sync"})");
    drive[QStringLiteral("path_on_host")] = vm.rootfs();
    setup[QStringLiteral("drives")] = QJsonArray{drive};

    QCOMPARE(vm.api().put("/balloon", json(R"({"amount_mib": 1, "deflate_on_oom": true})")).status, 204);
    setup[QStringLiteral("balloon")] =
        json(R"({"amount_mib": 1, "deflate_on_oom": true, "stats_polling_interval_s": 0})");

    const QString socket = vm.directory() + QStringLiteral("/vsock.sock");
    const QJsonObject vsock{{QStringLiteral("guest_cid"), 15}, {QStringLiteral("uds_path"), socket}};
    QCOMPARE(vm.api().put("/vsock", vsock).status, 204);
    setup[QStringLiteral("vsock")] = vsock;

    const QString tap = vm.addTap(eth0);
    QCOMPARE(vm.putNetwork(eth0, tap, kMac).status, 204);
    const QJsonObject mmds = json(R"({"version": "V1", "network_interfaces": ["eth0"]})");
    QCOMPARE(vm.api().put("/mmds/config", mmds).status, 204);
    setup[QStringLiteral("mmds-config")] = mmds;

    STEP(vm.start());
    const QJsonObject limits =
        json(R"({"bandwidth": {"size": 1000000, "refill_time": 100, "one_time_burst": null}, "ops": null})");
    QCOMPARE(vm.api()
                 .patch("/network-interfaces/eth0",
                        {{QStringLiteral("iface_id"), eth0}, {QStringLiteral("tx_rate_limiter"), limits}})
                 .status,
             204);
    setup[QStringLiteral("network-interfaces")] =
        QJsonArray{QJsonObject{{QStringLiteral("guest_mac"), kMac},
                               {QStringLiteral("iface_id"), eth0},
                               {QStringLiteral("host_dev_name"), tap},
                               {QStringLiteral("rx_rate_limiter"), QJsonValue::Null},
                               {QStringLiteral("tx_rate_limiter"), limits}}};

    QCOMPARE(pause(vm), 204);
    const Response created = createSnapshot(vm, false, {});
    QVERIFY2(created.status == 204, created.body);
    vm.engine().kill(SIGKILL);
    QVERIFY(vm.engine().waitForExit(10000));
    QVERIFY(QFile::remove(socket));

    TestMicrovm restored;
    QVERIFY(restored.spawn());
    const Response loaded = restored.api().put(
        "/snapshot/load", {{QStringLiteral("snapshot_path"), vm.directory() + QStringLiteral("/vm.vmstate")},
                           {QStringLiteral("mem_backend"),
                            QJsonObject{{QStringLiteral("backend_type"), QStringLiteral("File")},
                                        {QStringLiteral("backend_path"), vm.directory() + QStringLiteral("/vm.mem")}}},
                           {QStringLiteral("enable_diff_snapshots"), false},
                           {QStringLiteral("resume_vm"), true}});
    QVERIFY2(loaded.status == 204, loaded.body);

    QJsonObject expected = setup;
    expected[QStringLiteral("boot-source")] = kernel;
    expected[QStringLiteral("mmds-config")] =
        json(R"({"version": "V1", "ipv4_address": "169.254.169.254", "network_interfaces": ["eth0"]})");
    expected[QStringLiteral("entropy")] = QJsonValue::Null;
    const Response config = restored.api().get("/vm/config");
    QCOMPARE(config.status, 200);
    QVERIFY(config.json() != setup);
    QVERIFY2(config.json() == expected, config.body);
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_test_snapshot.moc"
