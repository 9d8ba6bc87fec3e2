// The acceptance scenarios about network, metadata, vsock, balloon and entropy, and about the whole configuration; see
// tst_test_api.cpp.
#include "test_microvm.h"

using namespace harness;

namespace {

const QString kMac = QStringLiteral("06:00:00:00:00:01");

} // namespace

class TestApiDevices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root"); }
    void test_net_api_put_update_pre_boot();
    void test_api_mmds_config();
    void test_rate_limiters_api_config();
    void test_api_vsock();
    void test_api_entropy();
    void test_api_balloon();
    void test_get_full_config();
};

void TestApiDevices::test_net_api_put_update_pre_boot()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    const QString one = QStringLiteral("1");
    const QString two = QStringLiteral("2");
    const QString first = QStringLiteral("first_tap");
    const QString second = QStringLiteral("second_tap");
    QVERIFY(addTap(first));
    QCOMPARE(vm.putNetwork(one, first, kMac).status, 204);
    QVERIFY(addTap(second));
    QCOMPARE(vm.putNetwork(two, second, QStringLiteral("07:00:00:00:00:01")).status, 204);

    // Updates with an unavailable MAC, an available one, and the tap of another interface.
    VERIFY_IN(vm.putNetwork(two, second, kMac), "The MAC address is already in use: 06:00:00:00:00:01");
    QCOMPARE(vm.putNetwork(two, second, QStringLiteral("08:00:00:00:00:01")).status, 204);
    VERIFY_IN(vm.putNetwork(one, second, kMac), "Could not create the network device");
    const QString third = vm.addTap(one);
    QCOMPARE(vm.putNetwork(one, third, kMac).status, 204);
}

void TestApiDevices::test_api_mmds_config()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    const auto configure = [&](const char *body) { return vm.api().put("/mmds/config", json(body)); };
    const auto shown = [&](const char *key) {
        return vm.fullConfig()[QStringLiteral("mmds-config")][QLatin1String(key)].toString();
    };
    const char *const unknown = "The list of network interface IDs provided contains at least one ID that does not "
                                "correspond to any existing network interface.";
    VERIFY_IN(configure(R"({"network_interfaces": []})"),
              "The list of network interface IDs that allow forwarding MMDS requests is empty.");
    VERIFY_IN(configure(R"({"network_interfaces": ["foo"]})"), unknown);

    QVERIFY(addTap(QStringLiteral("tap1")));
    QCOMPARE(vm.putNetwork(QStringLiteral("1"), QStringLiteral("tap1"), kMac).status, 204);
    VERIFY_IN(configure(R"({"network_interfaces": ["1", "foo"]})"), unknown);
    VERIFY_IN(
        configure(R"({"version": "foo", "network_interfaces": ["1"]})"),
        "An error occurred when deserializing the json body of a request: unknown variant `foo`, expected `V1` or "
        "`V2`");

    QCOMPARE(configure(R"({"network_interfaces": ["1"]})").status, 204);
    QCOMPARE(shown("version"), QStringLiteral("V1"));
    QCOMPARE(configure(R"({"ipv4_address": "169.254.169.250", "network_interfaces": ["1"]})").status, 204);
    QCOMPARE(shown("ipv4_address"), QStringLiteral("169.254.169.250"));
    QCOMPARE(configure(R"({"version": "V2", "ipv4_address": "169.254.169.250", "network_interfaces": ["1"]})").status,
             204);
    QCOMPARE(shown("version"), QStringLiteral("V2"));
}

void TestApiDevices::test_rate_limiters_api_config()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    const int bandwidth = 1000000;
    QCOMPARE(vm.addDrive(QStringLiteral("bw"), QStringLiteral("bw.ext4"), limiter(bandwidth, 0)).status, 204);
    QCOMPARE(vm.addDrive(QStringLiteral("ops"), QStringLiteral("ops.ext4"), limiter(0, 1)).status, 204);
    QCOMPARE(vm.addDrive(QStringLiteral("bwops"), QStringLiteral("bwops.ext4"), limiter(bandwidth, 1)).status, 204);
    // An empty limiter is the same as none.
    QJsonObject unlimited =
        driveBody(QStringLiteral("nada"), makeDisk(vm.directory(), QStringLiteral("nada.ext4"), 1), false, false);
    unlimited[QStringLiteral("rate_limiter")] = QJsonObject();
    QCOMPARE(vm.putDrive(unlimited).status, 204);

    const QString rx = QStringLiteral("rx_rate_limiter");
    const QString tx = QStringLiteral("tx_rate_limiter");
    const struct {
        QString id, mac;
        QJsonObject limits;
    } interfaces[] = {
        {QStringLiteral("1"), QStringLiteral("06:00:00:00:00:01"), {{tx, limiter(bandwidth, 0)}}},
        {QStringLiteral("2"), QStringLiteral("06:00:00:00:00:02"), {{rx, limiter(bandwidth, 0)}}},
        {QStringLiteral("3"),
         QStringLiteral("06:00:00:00:00:03"),
         {{rx, limiter(bandwidth, 1)}, {tx, limiter(bandwidth, 1)}}},
    };
    for (const auto &interface : interfaces) {
        const QString tap = vm.addTap(interface.id);
        QVERIFY(!tap.isEmpty());
        QCOMPARE(vm.putNetwork(interface.id, tap, interface.mac, interface.limits).status, 204);
    }
    QCOMPARE(vm.api().put("/entropy", {{QStringLiteral("rate_limiter"), limiter(bandwidth, 1)}}).status, 204);
}

void TestApiDevices::test_api_vsock()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    const auto put = [&](int cid, const char *id = nullptr) {
        QJsonObject body{{QStringLiteral("guest_cid"), cid},
                         {QStringLiteral("uds_path"), vm.directory() + QStringLiteral("/vsock.sock")}};
        if (id)
            body[QStringLiteral("vsock_id")] = QLatin1String(id);
        return vm.api().put("/vsock", body);
    };
    QCOMPARE(put(15).status, 204);
    QCOMPARE(put(166).status, 204);
    // A deprecated field works, and the answer says that it is one.
    for (const int cid : {15, 166}) {
        const Response deprecated = put(cid, "vsock1");
        QCOMPARE(deprecated.status, 204);
        QVERIFY(!deprecated.headers.value("deprecation").isEmpty());
    }
    STEP(vm.start());
    QCOMPARE(put(17).status, 400);
}

void TestApiDevices::test_api_entropy()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    QCOMPARE(vm.api().put("/entropy", {}).status, 204);
    QCOMPARE(vm.api().put("/entropy", {}).status, 204);
    STEP(vm.start());
    QCOMPARE(vm.api().put("/entropy", {}).status, 400);
}

void TestApiDevices::test_api_balloon()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    const auto patch = [&](int mib) {
        return vm.api().patch("/balloon", {{QStringLiteral("amount_mib"), mib}}).status;
    };
    const auto put = [&](const char *body) { return vm.api().put("/balloon", json(body)).status; };
    const auto verifyShown = [&](int mib) {
        const Response shown = vm.api().get("/balloon");
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.json()[QStringLiteral("amount_mib")], QJsonValue(mib));
        QCOMPARE(shown.json()[QStringLiteral("deflate_on_oom")], QJsonValue(false));
        QCOMPARE(shown.json()[QStringLiteral("stats_polling_interval_s")], QJsonValue(5));
    };
    QCOMPARE(patch(0), 400); // there is none
    QCOMPARE(put(R"({"amount_mib": 1, "deflate_on_oom": true})"), 204);
    QCOMPARE(put(R"({"amount_mib": 0, "deflate_on_oom": false, "stats_polling_interval_s": 5})"), 204);
    STEP(verifyShown(0));
    QCOMPARE(patch(2), 400); // not before the start
    QCOMPARE(put(R"({"amount_mib": 1024, "deflate_on_oom": false, "stats_polling_interval_s": 5})"), 400);
    STEP(vm.start());
    QCOMPARE(patch(4), 400); // its driver is not there yet
    QCOMPARE(put(R"({"amount_mib": 3, "deflate_on_oom": false, "stats_polling_interval_s": 3})"), 400);
    // The scenario gives the driver half a second; here it takes what it takes.
    QTRY_COMPARE_WITH_TIMEOUT(patch(4), 204, 10000 * slowFactor());
    QCOMPARE(patch(300), 400); // more than the machine has
    QCOMPARE(vm.api().patch("/balloon/statistics", json(R"({"stats_polling_interval_s": 5})")).status, 204);
    STEP(verifyShown(4));
    QCOMPARE(patch(33554432), 400); // would overflow the number of pages
}

void TestApiDevices::test_get_full_config()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.bareConfig(QStringLiteral("Sync")));
    QJsonObject expected =
        json(R"({"machine-config": {"vcpu_count": 2, "mem_size_mib": 256, "smt": false, "track_dirty_pages": false},
                 "cpu-config": null, "logger": null, "metrics": null, "entropy": null})");
    expected[QStringLiteral("boot-source")] = QJsonObject{{QStringLiteral("kernel_image_path"), vm.kernel()},
                                                          {QStringLiteral("initrd_path"), QJsonValue::Null}};
    QJsonObject drive = json(R"({"drive_id": "rootfs", "is_root_device": true, "partuuid": null, "is_read_only": false,
                                 "cache_type": "Unsafe", "rate_limiter": null, "io_engine": "Sync"})");
    drive[QStringLiteral("path_on_host")] = vm.rootfs();
    expected[QStringLiteral("drives")] = QJsonArray{drive};

    QCOMPARE(vm.api().put("/balloon", json(R"({"amount_mib": 1, "deflate_on_oom": true})")).status, 204);
    expected[QStringLiteral("balloon")] =
        json(R"({"amount_mib": 1, "deflate_on_oom": true, "stats_polling_interval_s": 0})");

    const QJsonObject vsock{{QStringLiteral("guest_cid"), 15},
                            {QStringLiteral("uds_path"), vm.directory() + QStringLiteral("/vsock.sock")}};
    QCOMPARE(vm.api().put("/vsock", vsock).status, 204);
    expected[QStringLiteral("vsock")] = vsock;

    const QString tap = vm.addTap(QStringLiteral("1"));
    const QJsonObject limits =
        json(R"({"bandwidth": {"size": 1000000, "refill_time": 100, "one_time_burst": null}, "ops": null})");
    QCOMPARE(vm.putNetwork(QStringLiteral("1"), tap, kMac, {{QStringLiteral("tx_rate_limiter"), limits}}).status, 204);
    expected[QStringLiteral("network-interfaces")] =
        QJsonArray{QJsonObject{{QStringLiteral("iface_id"), QStringLiteral("1")},
                               {QStringLiteral("host_dev_name"), tap},
                               {QStringLiteral("guest_mac"), kMac},
                               {QStringLiteral("rx_rate_limiter"), QJsonValue::Null},
                               {QStringLiteral("tx_rate_limiter"), limits}}};

    const QJsonObject mmds =
        json(R"({"version": "V2", "ipv4_address": "169.254.169.250", "network_interfaces": ["1"]})");
    QCOMPARE(vm.api().put("/mmds/config", mmds).status, 204);
    expected[QStringLiteral("mmds-config")] = mmds;

    const Response before = vm.api().get("/vm/config");
    QCOMPARE(before.status, 200);
    QVERIFY2(before.json() == expected, before.body);
    // The kernel finds no root file system without an initrd, but not at once.
    STEP(vm.start());
    const Response after = vm.api().get("/vm/config");
    QCOMPARE(after.status, 200);
    QVERIFY2(after.json() == expected, after.body);
}

QTEST_GUILESS_MAIN(TestApiDevices)
#include "tst_test_api_devices.moc"
