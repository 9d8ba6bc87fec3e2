#include "client/engine_client.h"
#include "client/json.h"

#include "support/stub_engine.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
struct Slot {
    std::optional<ApiResult<T>> result;

    EngineClient::Callback<T> callback()
    {
        return [this](ApiResult<T> found) { result = std::move(found); };
    }
};

template <typename T, typename Call>
ApiResult<T> ask(Call call)
{
    Slot<T> slot;
    call(slot.callback());
    const bool ended = QTest::qWaitFor([&] { return slot.result.has_value(); }, 10000);
    return ended ? *std::move(slot.result) : std::unexpected(ApiError{.detail = u"no callback"_s});
}

template <typename Call>
ApiResult<void> run(Call call)
{
    return ask<void>(std::move(call));
}

} // namespace

class TestEngineClient : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void wholeMachine_overTheApi_runs();
    void devices_overTheApi_areConfiguredAndChanged();
    void calls_everyOne_hasItsRequest();
    void putDrive_refused_hasTheFault();
    void get_wrongDocument_isProtocolError();
    void get_engineGone_isNotConnected();
    void background_on_marksExchanges();
    void raw_request_passesThrough();
};

void TestEngineClient::wholeMachine_overTheApi_runs()
{
    stub::Engine engine;
    EngineClient client(engine.socketPath());
    const auto info = ask<InstanceInfo>([&](auto done) { client.instanceInfo(nullptr, done); });
    QVERIFY(info);
    QCOMPARE(info->id, u"anonymous-instance"_s);
    QVERIFY(info->state == InstanceState::NotStarted);
    const auto version = ask<VersionInfo>([&](auto done) { client.version(nullptr, done); });
    QVERIFY(version);
    QCOMPARE(version->firecrackerVersion, u"1.4.0"_s);
    QCOMPARE(version->sparklerVersion, u"0.1.0"_s);

    VmConfig wanted;
    wanted.machine = {.vcpuCount = 2, .memSizeMib = 512};
    wanted.bootSource = {.kernelImagePath = u"/vmlinux"_s, .initrdPath = {}, .bootArgs = u"console=ttyS0"_s};
    wanted.drives = {Drive{.driveId = u"root"_s, .pathOnHost = u"/r.img"_s, .isRootDevice = true},
                     Drive{.driveId = u"data"_s, .pathOnHost = u"/d.img"_s, .ioEngine = IoEngine::Async}};
    QVERIFY(run([&](auto done) { client.putMachineConfig(wanted.machine, nullptr, done); }));
    QVERIFY(run([&](auto done) { client.putBootSource(wanted.bootSource, nullptr, done); }));
    QVERIFY(run([&](auto done) { client.putDrive(wanted.drives[1], nullptr, done); }));
    QVERIFY(run([&](auto done) { client.putDrive(wanted.drives[0], nullptr, done); }));
    auto config = ask<VmConfig>([&](auto done) { client.vmConfig(nullptr, done); });
    QVERIFY(config);
    QVERIFY(config->machine == wanted.machine);
    QVERIFY(config->bootSource == wanted.bootSource);
    QVERIFY(config->drives == wanted.drives);
    const auto machine = ask<MachineConfig>([&](auto done) { client.machineConfig(nullptr, done); });
    QVERIFY(machine && *machine == wanted.machine);

    QVERIFY(run([&](auto done) { client.start(nullptr, done); }));
    const auto state = [&] {
        return ask<InstanceInfo>([&](auto done) { client.instanceInfo(nullptr, done); }).value_or(InstanceInfo{}).state;
    };
    QVERIFY(state() == InstanceState::Running);
    QVERIFY(run([&](auto done) { client.pause(nullptr, done); }));
    QVERIFY(state() == InstanceState::Paused);
    QVERIFY(run([&](auto done) { client.resume(nullptr, done); }));
    QVERIFY(state() == InstanceState::Running);
    const DriveUpdate update{.driveId = u"data"_s, .pathOnHost = u"/e.img"_s};
    QVERIFY(run([&](auto done) { client.patchDrive(update, nullptr, done); }));
    config = ask<VmConfig>([&](auto done) { client.vmConfig(nullptr, done); });
    QCOMPARE(config->drives[1].pathOnHost, u"/e.img"_s);
    QVERIFY(run([&](auto done) { client.sendCtrlAltDel(nullptr, done); }));
    QCOMPARE(engine.model().ctrlAltDels, 1);
    QVERIFY(run([&](auto done) { client.flushMetrics(nullptr, done); }));
    QVERIFY(ask<QJsonObject>([&](auto done) { client.metrics(nullptr, done); })->contains(u"utc_timestamp_ms"_s));

    const auto again = run([&](auto done) { client.start(nullptr, done); });
    QVERIFY(!again);
    QCOMPARE(again.error().fault, u"The requested operation is not supported after starting the microVM."_s);
}

void TestEngineClient::devices_overTheApi_areConfiguredAndChanged()
{
    stub::Engine engine;
    engine.model().bootSource = QJsonObject{{u"kernel_image_path"_s, u"/k"_s}};
    EngineClient client(engine.socketPath());
    const NetworkInterface eth0{
        .ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"06:00:00:00:00:01"_s, .mtu = 1400};
    const MmdsConfig mmds{MmdsVersion::V2, {u"eth0"_s}, u"169.254.1.1"_s, false};
    const auto early = run([&](auto done) { client.putMmdsConfig(mmds, nullptr, done); });
    QVERIFY(!early);
    QVERIFY(early.error().fault.contains(u"does not correspond to any existing network interface."_s));
    QVERIFY(run([&](auto done) { client.putNetworkInterface(eth0, nullptr, done); }));
    NetworkInterface twin = eth0;
    twin.ifaceId = u"eth1"_s;
    const auto taken = run([&](auto done) { client.putNetworkInterface(twin, nullptr, done); });
    QVERIFY(taken.error().fault.contains(u"The MAC address is already in use: 06:00:00:00:00:01"_s));
    QVERIFY(run([&](auto done) { client.putMmdsConfig(mmds, nullptr, done); }));
    QVERIFY(!run([&](auto done) { client.patchMmds("{}", nullptr, done); })); // nothing to merge into yet
    QVERIFY(run([&](auto done) { client.putMmds(R"({"a":{"b":1,"c":2}})", nullptr, done); }));
    const Vsock vsock{.guestCid = 7, .udsPath = u"/v"_s};
    const Balloon balloon{.amountMib = 16, .deflateOnOom = true, .statsPollingIntervalS = 1};
    QVERIFY(run([&](auto done) { client.putVsock(vsock, nullptr, done); }));
    QVERIFY(run([&](auto done) { client.putBalloon(balloon, nullptr, done); }));
    QVERIFY(run([&](auto done) { client.putEntropy({}, nullptr, done); }));
    QVERIFY(run([&](auto done) { client.putSerial({.serialOutPath = u"/s"_s}, nullptr, done); }));
    const auto config = ask<VmConfig>([&](auto done) { client.vmConfig(nullptr, done); });
    QVERIFY(config);
    QVERIFY(config->networkInterfaces == QList<NetworkInterface>{eth0});
    QVERIFY(config->mmdsConfig == mmds && config->vsock == vsock && config->balloon == balloon);
    QVERIFY(config->entropy == Entropy{});

    QVERIFY(run([&](auto done) { client.start(nullptr, done); }));
    const NetworkInterfaceUpdate update{.ifaceId = u"eth0"_s,
                                        .txRateLimiter = RateLimiter{.ops = TokenBucket{5, {}, 100}}};
    QVERIFY(run([&](auto done) { client.patchNetworkInterface(update, nullptr, done); }));
    QVERIFY(!run([&](auto done) { client.patchNetworkInterface({.ifaceId = u"eth9"_s}, nullptr, done); }));
    QVERIFY(run([&](auto done) { client.patchMmds(R"({"a":{"b":null,"d":3}})", nullptr, done); }));
    const auto store = ask<QJsonObject>([&](auto done) { client.getMmds(nullptr, done); });
    QCOMPARE(QJsonDocument(*store).toJson(QJsonDocument::Compact), R"({"a":{"c":2,"d":3}})");
    QVERIFY(run([&](auto done) { client.patchBalloon(32, nullptr, done); }));
    const auto inflated = ask<Balloon>([&](auto done) { client.getBalloon(nullptr, done); });
    QCOMPARE(inflated->amountMib, quint64{32});
    QVERIFY(run([&](auto done) { client.patchBalloonStatistics(2, nullptr, done); }));
    const auto statistics = ask<BalloonStatistics>([&](auto done) { client.getBalloonStatistics(nullptr, done); });
    QVERIFY(statistics);
    QCOMPARE(statistics->targetMib, quint64{32});
    const auto off = run([&](auto done) { client.patchBalloonStatistics(0, nullptr, done); });
    QVERIFY(!off); // neither on nor off while it runs
}

void TestEngineClient::calls_everyOne_hasItsRequest()
{
    stub::Engine engine;
    engine.setHandler([](const stub::Request &) { return stub::Answer{}; });
    EngineClient client(engine.socketPath());
    QList<QByteArray> expected;
    const auto check = [&](const QByteArray &line, const QByteArray &body, auto call) {
        expected.append(line + ' ' + body);
        call();
    };
    check("PUT /machine-config",
          R"({"huge_pages":"2M","mem_size_mib":128,"smt":false,"track_dirty_pages":false,"vcpu_count":1})",
          [&] { client.putMachineConfig({.hugePages = HugePages::TwoMiB}, nullptr, {}); });
    check("PUT /boot-source", R"({"initrd_path":"/i","kernel_image_path":"/k"})",
          [&] { client.putBootSource({.kernelImagePath = u"/k"_s, .initrdPath = u"/i"_s}, nullptr, {}); });
    check("PUT /drives/a", R"({"drive_id":"a","is_read_only":true,"is_root_device":false,"path_on_host":"/p"})",
          [&] { client.putDrive({.driveId = u"a"_s, .pathOnHost = u"/p"_s, .isReadOnly = true}, nullptr, {}); });
    check("PATCH /drives/a", R"({"drive_id":"a","path_on_host":"/q"})",
          [&] { client.patchDrive({.driveId = u"a"_s, .pathOnHost = u"/q"_s}, nullptr, {}); });
    check("PUT /network-interfaces/eth0",
          R"({"guest_mac":"06:00:00:00:00:01","host_dev_name":"tap0","iface_id":"eth0","mtu":1400})", [&] {
              client.putNetworkInterface(
                  {.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"06:00:00:00:00:01"_s, .mtu = 1400},
                  nullptr, {});
          });
    check("PATCH /network-interfaces/eth0",
          R"({"iface_id":"eth0","tx_rate_limiter":{"ops":{"refill_time":100,"size":7}}})", [&] {
              const RateLimiter limiter{.bandwidth = {}, .ops = TokenBucket{.size = 7, .refillTimeMs = 100}};
              client.patchNetworkInterface({.ifaceId = u"eth0"_s, .txRateLimiter = limiter}, nullptr, {});
          });
    check("PUT /mmds/config", R"({"network_interfaces":["eth0"],"version":"V2"})",
          [&] { client.putMmdsConfig({.version = MmdsVersion::V2, .networkInterfaces = {u"eth0"_s}}, nullptr, {}); });
    check("PUT /mmds", R"({ "n": 18446744073709551615 })",
          [&] { client.putMmds(R"({ "n": 18446744073709551615 })", nullptr, {}); });
    check("PATCH /mmds", R"({"n":null})", [&] { client.patchMmds(R"({"n":null})", nullptr, {}); });
    check("GET /mmds", {}, [&] { client.getMmds(nullptr, {}); });
    check("PUT /vsock", R"({"guest_cid":3,"uds_path":"/v.sock"})",
          [&] { client.putVsock({.guestCid = 3, .udsPath = u"/v.sock"_s}, nullptr, {}); });
    check("PUT /balloon", R"({"amount_mib":64,"deflate_on_oom":true,"stats_polling_interval_s":5})",
          [&] { client.putBalloon({.amountMib = 64, .deflateOnOom = true, .statsPollingIntervalS = 5}, nullptr, {}); });
    check("GET /balloon", {}, [&] { client.getBalloon(nullptr, {}); });
    check("PATCH /balloon", R"({"amount_mib":32})", [&] { client.patchBalloon(32, nullptr, {}); });
    check("GET /balloon/statistics", {}, [&] { client.getBalloonStatistics(nullptr, {}); });
    check("PATCH /balloon/statistics", R"({"stats_polling_interval_s":2})",
          [&] { client.patchBalloonStatistics(2, nullptr, {}); });
    check("PUT /entropy", "{}", [&] { client.putEntropy({}, nullptr, {}); });
    check("PUT /serial", R"({"serial_out_path":"/s"})",
          [&] { client.putSerial({.serialOutPath = u"/s"_s}, nullptr, {}); });
    check("PUT /logger", R"({"level":"Debug","log_path":"/l","show_level":true,"show_log_origin":false})",
          [&] { client.putLogger({.logPath = u"/l"_s, .level = LogLevel::Debug}, nullptr, {}); });
    check("PUT /actions", R"({"action_type":"InstanceStart"})", [&] { client.start(nullptr, {}); });
    check("PATCH /vm", R"({"state":"Paused"})", [&] { client.pause(nullptr, {}); });
    check("PATCH /vm", R"({"state":"Resumed"})", [&] { client.resume(nullptr, {}); });
    check("PUT /actions", R"({"action_type":"SendCtrlAltDel"})", [&] { client.sendCtrlAltDel(nullptr, {}); });
    check("PUT /actions", R"({"action_type":"FlushMetrics"})", [&] { client.flushMetrics(nullptr, {}); });
    check("GET /", {}, [&] { client.instanceInfo(nullptr, {}); });
    check("GET /version", {}, [&] { client.version(nullptr, {}); });
    check("GET /vm/config", {}, [&] { client.vmConfig(nullptr, {}); });
    check("GET /machine-config", {}, [&] { client.machineConfig(nullptr, {}); });
    check("GET /metrics", {}, [&] { client.metrics(nullptr, {}); });
    QTRY_COMPARE(engine.requests().size(), expected.size());
    QList<QByteArray> sent;
    for (const stub::Request &request : engine.requests())
        sent.append(request.method + ' ' + request.path + ' ' + request.body);
    QCOMPARE(sent, expected);
    QTRY_COMPARE(client.connection()->pending(), 0);
    QTest::qWait(0); // calls without callback end quietly
}

void TestEngineClient::putDrive_refused_hasTheFault()
{
    stub::Engine engine;
    engine.setFault("PUT /drives/root", u"Drive config error: Invalid block device path: /none"_s);
    EngineClient client(engine.socketPath());
    const auto result = run([&](auto done) {
        client.putDrive({.driveId = u"root"_s, .pathOnHost = u"/none"_s, .isRootDevice = true}, nullptr, done);
    });
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Fault);
    QCOMPARE(result.error().sentence(),
             u"The engine refused PUT /drives/root: Drive config error: Invalid block device path: /none"_s);
}

void TestEngineClient::get_wrongDocument_isProtocolError()
{
    stub::Engine engine;
    EngineClient client(engine.socketPath());
    engine.setAnswer("GET /", {200, R"({"id":"x","state":"Sleeping"})"});
    const auto info = ask<InstanceInfo>([&](auto done) { client.instanceInfo(nullptr, done); });
    QVERIFY(!info);
    QVERIFY(info.error().kind == ApiError::Kind::Protocol);
    QCOMPARE(info.error().status, 200);
    QCOMPARE(info.error().detail, u"state: expected one of Not started, Running, Paused"_s);
    QCOMPARE(info.error().path, u"/"_s);
    for (const char *body : {"", "[]", "{\"a\":", "null", "\xff"}) {
        engine.setAnswer("GET /metrics", {200, body});
        const auto metrics = ask<QJsonObject>([&](auto done) { client.metrics(nullptr, done); });
        QVERIFY(!metrics);
        QVERIFY(metrics.error().kind == ApiError::Kind::Protocol);
        QVERIFY(metrics.error().detail.startsWith(u"line 1, column "_s));
    }
}

void TestEngineClient::get_engineGone_isNotConnected()
{
    stub::Engine engine;
    EngineClient client(engine.socketPath());
    QVERIFY(ask<VersionInfo>([&](auto done) { client.version(nullptr, done); }));
    engine.die();
    const auto version = ask<VersionInfo>([&](auto done) { client.version(nullptr, done); });
    QVERIFY(!version);
    QVERIFY(version.error().kind == ApiError::Kind::NotConnected);
}

void TestEngineClient::background_on_marksExchanges()
{
    stub::Engine engine;
    EngineClient client(engine.socketPath());
    QSignalSpy spy(client.connection(), &ApiConnection::exchangeFinished);
    client.setBackground(true);
    client.metrics(nullptr, {});
    client.setBackground(false);
    client.pause(nullptr, {});
    QTRY_COMPARE(spy.size(), 2);
    QVERIFY(spy[0][0].value<Exchange>().background);
    QVERIFY(!spy[1][0].value<Exchange>().background);
}

void TestEngineClient::raw_request_passesThrough()
{
    stub::Engine engine;
    EngineClient client(engine.socketPath());
    const auto reply = ask<HttpReply>([&](auto done) {
        client.raw({.method = "PATCH", .path = u"/machine-config"_s, .body = R"({"vcpu_count":4})"}, nullptr, done);
    });
    QVERIFY(reply);
    QCOMPARE(reply->status, 204);
    QCOMPARE(engine.model().machineConfig.value(u"vcpu_count"_s).toInt(), 4);
}

QTEST_GUILESS_MAIN(TestEngineClient)
#include "tst_engine_client.moc"
