// A Linux guest on a tap: traffic of all sizes both ways, offloads, limits, and what may happen to a tap meanwhile.
#include "lab_guest.h"

#include <QElapsedTimer>

using namespace harness;

namespace {

const QString kHost = QStringLiteral("172.16.0.1");
const QString kGuest = QStringLiteral("172.16.0.2");
const QByteArray kNetworkArguments = " ip=172.16.0.2::172.16.0.1:255.255.255.252::eth0:off";

QJsonObject firstInterface()
{
    return json(R"({"iface_id": "eth0", "host_dev_name": "tap0", "guest_mac": "06:00:ac:10:00:02"})");
}

QJsonObject secondInterface()
{
    return json(R"({"iface_id": "eth1", "host_dev_name": "tap1", "guest_mac": "06:00:AC:10:00:06"})");
}

QJsonObject bandwidth(int bytes, int refillMs)
{
    return {{QStringLiteral("bandwidth"),
             QJsonObject{{QStringLiteral("size"), bytes}, {QStringLiteral("refill_time"), refillMs}}}};
}

/// `arguments` are ping's of the host: count and size.
bool hostPings(const QString &address, const QString &arguments)
{
    return runOnHost(QStringLiteral("ping -W 10 %1 %2").arg(arguments, address), 30000).status == 0;
}

} // namespace

class TestLabNet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void traffic_arrivesBothWays();
    void traffic_survivesLostTapAndPause();
    void twoInterfaces_areApart();
    void limiters_holdAndChange();
    void limiterBurst_passesUnthrottled();
    void kernel612_pings();

private:
    /// Bytes both ways in ten streams at a time, each checked, opened by guest and host in turn.
    void checkStreams(LabGuest &guest);
    void checkIperf(LabGuest &guest);
    void checkPings(LabGuest &guest);
};

void TestLabNet::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
    QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root");
    QVERIFY(addTap(QStringLiteral("tap0"), QStringLiteral("172.16.0.1/30")));
    QVERIFY(addTap(QStringLiteral("tap1"), QStringLiteral("172.16.0.5/30")));
}

void TestLabNet::checkPings(LabGuest &guest)
{
    VERIFY_GUEST(guest.succeeds("ping -c 3 -W 10 172.16.0.1", 30000), guest.engine());
    VERIFY_GUEST(hostPings(kGuest, QStringLiteral("-c 3")), guest.engine());
    // As large as a datagram can be: 45 fragments.
    VERIFY_GUEST(guest.succeeds("ping -c 3 -W 10 -s 65507 172.16.0.1", 30000), guest.engine());
    VERIFY_GUEST(hostPings(kGuest, QStringLiteral("-c 3 -s 65507")), guest.engine());
}

void TestLabNet::checkStreams(LabGuest &guest)
{
    {
        HostProgram listener(guestTool(QStringLiteral("guest_streams")),
                             {QStringLiteral("listen"), QStringLiteral("tcp::7001"), QStringLiteral("10")});
        QVERIFY(listener.prints("STREAMS listening"));
        VERIFY_GUEST(guest.succeeds("guest_streams connect tcp:172.16.0.1:7001 10 500000", 60000), guest.engine());
        VERIFY_GUEST(listener.succeeds(), guest.engine());
        QVERIFY2(listener.output().contains("STREAMS 10 verified, 5000000 bytes each way"), listener.output());
    }
    VERIFY_GUEST(guest.succeeds("guest_streams listen tcp::7002 10 >/tmp/streams & "
                                "for i in $(seq 100); do grep -q listening /tmp/streams && break; usleep 50000; done"),
                 guest.engine());
    const HostOutput host = runOnHost(
        guestTool(QStringLiteral("guest_streams")) + QStringLiteral(" connect tcp:172.16.0.2:7002 10 500000"), 60000);
    VERIFY_GUEST(host.status == 0, guest.engine());
    VERIFY_GUEST(guest.succeeds("wait; grep 'STREAMS 10 verified, 5000000 bytes' /tmp/streams"), guest.engine());
}

void TestLabNet::checkIperf(LabGuest &guest)
{
    HostProgram server(QStringLiteral("iperf3"), {QStringLiteral("-s"), QStringLiteral("--forceflush")});
    QVERIFY(server.prints("Server listening"));
    VERIFY_GUEST(guest.succeeds("iperf3 -c 172.16.0.1 -n 4M", 60000), guest.engine());
    VERIFY_GUEST(guest.succeeds("iperf3 -c 172.16.0.1 -n 4M -R", 60000), guest.engine());
    VERIFY_GUEST(guest.succeeds("iperf3 -c 172.16.0.1 -u -b 2M -t 1", 60000), guest.engine());
}

void TestLabNet::traffic_arrivesBothWays()
{
    LabGuest guest;
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {firstInterface()};
    VERIFY_GUEST(guest.boot(), guest.engine());
    QCOMPARE(guest.run("cat /sys/class/net/eth0/address").text, QByteArray("06:00:ac:10:00:02"));

    VERIFY_GUEST(guest.succeeds("ethtool -k eth0 | grep 'tcp-segmentation-offload: on'"), guest.engine());
    STEP(checkPings(guest));
    STEP(checkStreams(guest));
    STEP(checkIperf(guest));

    // Without offloads every frame is of the wire's size and its checksum is real, both ways.
    VERIFY_GUEST(guest.succeeds("ethtool -K eth0 tx off tso off gso off; "
                                "ethtool -k eth0 | grep 'tx-checksumming: off'"),
                 guest.engine());
    QCOMPARE(runOnHost(QStringLiteral("ethtool -K tap0 tx off tso off gso off")).status, 0);
    STEP(checkPings(guest));
    STEP(checkStreams(guest));
    STEP(checkIperf(guest));

    // Each stream test moved 5 MB each way, two times two of them.
    QVERIFY(guest.metric("net_eth0", "tx_bytes_count") > 20000000);
    QVERIFY(guest.metric("net_eth0", "rx_bytes_count") > 20000000);
    QVERIFY(guest.metric("net", "tx_bytes_count") > 20000000);
    for (const char *leaf : {"tx_fails", "rx_fails", "tx_malformed_frames", "tap_read_fails", "tap_write_fails",
                             "tx_spoofed_mac_count", "tx_rate_limiter_throttled", "rx_rate_limiter_throttled"})
        QVERIFY2(guest.metric("net_eth0", leaf) == 0, leaf);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabNet::traffic_survivesLostTapAndPause()
{
    LabGuest guest;
    // 2.5 MB/s, so that there is traffic to be paused for some seconds however fast the machine is.
    QJsonObject limited = firstInterface();
    limited[QStringLiteral("tx_rate_limiter")] = bandwidth(500000, 200);
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {limited};
    VERIFY_GUEST(guest.boot(), guest.engine());
    VERIFY_GUEST(hostPings(kGuest, QStringLiteral("-c 1")), guest.engine());

    // A tap that is down takes nothing; what the guest sends meanwhile is lost. Up again, it works as before.
    QCOMPARE(runOnHost(QStringLiteral("ip link set tap0 down")).status, 0);
    VERIFY_GUEST(!guest.succeeds("ping -c 3 -W 1 172.16.0.1", 30000), guest.engine());
    QCOMPARE(runOnHost(QStringLiteral("ip link set tap0 up")).status, 0);
    VERIFY_GUEST(guest.succeeds("ping -c 3 -W 10 172.16.0.1", 30000), guest.engine());
    STEP(checkStreams(guest));

    // A guest that is paused in the middle of its traffic goes on with it.
    HostProgram listener(guestTool(QStringLiteral("guest_streams")),
                         {QStringLiteral("listen"), QStringLiteral("tcp::7003"), QStringLiteral("5")});
    QVERIFY(listener.prints("STREAMS listening"));
    VERIFY_GUEST(guest.succeeds("guest_streams connect tcp:172.16.0.1:7003 5 4000000 >/tmp/paused & true"),
                 guest.engine());
    // Some of the 20 MB are on their way.
    const qint64 before = guest.metric("net_eth0", "tx_bytes_count");
    QTRY_VERIFY_WITH_TIMEOUT(guest.metric("net_eth0", "tx_bytes_count") > before + 100000, 20000 * slowFactor());
    QVERIFY(guest.pause());
    (void)guest.metric("net_eth0", "tx_bytes_count");
    const qint64 quiet = guest.metric("net_eth0", "tx_bytes_count");
    // The host goes on sending into a machine that stands still.
    (void)runOnHost(QStringLiteral("ping -c 3 -W 1 172.16.0.2"), 30000);
    QCOMPARE(guest.metric("net_eth0", "tx_bytes_count"), quiet);
    QVERIFY(listener.isRunning());
    QVERIFY(guest.resume());
    VERIFY_GUEST(listener.succeeds(60000), guest.engine());
    VERIFY_GUEST(guest.succeeds("wait; grep 'STREAMS 5 verified' /tmp/paused"), guest.engine());
    STEP(checkPings(guest));
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabNet::twoInterfaces_areApart()
{
    LabGuest guest;
    QJsonObject second = secondInterface();
    second[QStringLiteral("mtu")] = 1400;
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {firstInterface(), second};
    VERIFY_GUEST(guest.boot(), guest.engine());
    VERIFY_GUEST(guest.succeeds("ip addr add 172.16.0.6/30 dev eth1 && ip link set eth1 up"), guest.engine());
    QCOMPARE(guest.run("cat /sys/class/net/eth0/address /sys/class/net/eth1/address").text,
             QByteArray("06:00:ac:10:00:02\n06:00:ac:10:00:06"));
    // The guest is told the MTU; the host's tap is not changed.
    QCOMPARE(guest.run("cat /sys/class/net/eth0/mtu /sys/class/net/eth1/mtu").text, QByteArray("1500\n1400"));
    QVERIFY(runOnHost(QStringLiteral("ip link show tap1")).text.contains("mtu 1500"));

    const qint64 first = guest.metric("net_eth0", "tx_packets_count");
    VERIFY_GUEST(guest.succeeds("ping -c 5 -W 10 172.16.0.5", 30000), guest.engine());
    VERIFY_GUEST(hostPings(QStringLiteral("172.16.0.6"), QStringLiteral("-c 5 -s 65507")), guest.engine());
    QVERIFY(guest.metric("net_eth1", "tx_packets_count") >= 10);
    // At most what a kernel sends by itself went by the other one.
    QVERIFY(guest.metric("net_eth0", "tx_packets_count") < first + 10);
    VERIFY_GUEST(guest.succeeds("ping -c 3 -W 10 172.16.0.1", 30000), guest.engine());
    QCOMPARE(guest.metric("net", "tx_packets_count"),
             guest.metric("net_eth0", "tx_packets_count") + guest.metric("net_eth1", "tx_packets_count"));
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabNet::limiters_holdAndChange()
{
    LabGuest guest;
    QJsonObject limited = firstInterface();
    limited[QStringLiteral("tx_rate_limiter")] = bandwidth(128 * 1024, 1000);
    limited[QStringLiteral("rx_rate_limiter")] = bandwidth(256 * 1024, 1000);
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {limited};
    VERIFY_GUEST(guest.boot(), guest.engine());
    HostProgram server(guestTool(QStringLiteral("guest_load")), {QStringLiteral("serve"), QStringLiteral("tcp::7700")});
    QElapsedTimer timer;
    // What a transfer of `mib` MiB takes. The most is far more than the limit asks for, since the lab has its own ideas
    // of time.
    const auto seconds = [&](const char *direction, int mib) -> double {
        timer.restart();
        const QByteArray command =
            QByteArray("guest_load ") + direction + " tcp:172.16.0.1:7700 " + QByteArray::number(mib);
        return guest.succeeds(command, 120000) ? static_cast<double>(timer.elapsed()) / 1000 : -1;
    };
    const auto within = [](double taken, double least) { return taken >= least && taken < 10 * least + 20; };

    // 1 MiB at 128 KiB/s, less a full bucket and, as it was idle for long, a second one: 6 s at least.
    const double sent = seconds("send", 1);
    QVERIFY2(within(sent, 5.9), QByteArray::number(sent));
    QVERIFY(guest.metric("net_eth0", "tx_rate_limiter_throttled") > 0);
    // 2 MiB at 256 KiB/s likewise.
    const double received = seconds("receive", 2);
    QVERIFY2(within(received, 5.9), QByteArray::number(received));
    QVERIFY(guest.metric("net_eth0", "rx_rate_limiter_throttled") > 0);

    // A limit taken away while it holds a transfer back: 8 MiB would need more than a minute with it.
    timer.restart();
    VERIFY_GUEST(guest.succeeds("guest_load send tcp:172.16.0.1:7700 8 >/tmp/rate & true"), guest.engine());
    const qint64 throttled = guest.metric("net_eth0", "tx_rate_limiter_throttled");
    QTRY_VERIFY_WITH_TIMEOUT(guest.metric("net_eth0", "tx_rate_limiter_throttled") > throttled, 20000 * slowFactor());
    QJsonObject patch{{QStringLiteral("iface_id"), QStringLiteral("eth0")},
                      {QStringLiteral("tx_rate_limiter"), bandwidth(0, 0)}};
    QCOMPARE(guest.api().patch("/network-interfaces/eth0", patch).status, 204);
    VERIFY_GUEST(guest.succeeds("wait; cat /tmp/rate", 60000), guest.engine());
    QVERIFY2(timer.elapsed() < 55000, QByteArray::number(timer.elapsed()));
    const QJsonObject shown = guest.api().get("/vm/config").json()[QStringLiteral("network-interfaces")][0].toObject();
    QCOMPARE(shown[QStringLiteral("tx_rate_limiter")], QJsonValue(QJsonValue::Null));
    QCOMPARE(shown[QStringLiteral("rx_rate_limiter")][QStringLiteral("bandwidth")][QStringLiteral("size")].toInt(),
             256 * 1024);

    // And a new one, on operations this time: ten frames at once, then five a second, so 30 need four seconds.
    patch[QStringLiteral("tx_rate_limiter")] = json(R"({"ops": {"size": 5, "refill_time": 1000}})");
    QCOMPARE(guest.api().patch("/network-interfaces/eth0", patch).status, 204);
    timer.restart();
    VERIFY_GUEST(guest.succeeds("for i in $(seq 30); do ping -c 1 -W 20 172.16.0.1 || exit 1; done", 120000),
                 guest.engine());
    QVERIFY2(timer.elapsed() >= 3900, QByteArray::number(timer.elapsed()));
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabNet::limiterBurst_passesUnthrottled()
{
    // A bucket that hardly refills, and a burst of 200 kB on top: 100 answers of 1454 bytes fit, 200 more do not.
    LabGuest guest;
    QJsonObject limited = firstInterface();
    limited[QStringLiteral("tx_rate_limiter")] =
        json(R"({"bandwidth": {"size": 20000, "refill_time": 60000, "one_time_burst": 200000}})");
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {limited};
    VERIFY_GUEST(guest.boot(), guest.engine());
    const HostOutput burst = runOnHost(QStringLiteral("ping -c 100 -i 0.02 -s 1400 -W 20 172.16.0.2"), 60000);
    QVERIFY2(burst.text.contains("100 received"), burst.text);
    QCOMPARE(guest.metric("net_eth0", "tx_rate_limiter_throttled"), 0);
    const HostOutput more = runOnHost(QStringLiteral("ping -c 200 -i 0.02 -s 1400 -W 1 172.16.0.2"), 60000);
    QVERIFY2(!more.text.contains("200 received"), more.text);
    QVERIFY(guest.metric("net_eth0", "tx_rate_limiter_throttled") > 0);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabNet::kernel612_pings()
{
    LabGuest guest;
    guest.plan.assets = GuestAssets::forKernel(QStringLiteral("6.12"));
    guest.plan.vcpus = 2;
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {firstInterface()};
    VERIFY_GUEST(guest.boot(), guest.engine());
    STEP(checkPings(guest));
    VERIFY_GUEST(guest.ends(), guest.engine());
}

QTEST_GUILESS_MAIN(TestLabNet)
#include "tst_lab_net.moc"
