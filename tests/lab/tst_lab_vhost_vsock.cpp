// A Linux guest whose AF_VSOCK meets that of the host, through the host's kernel: the device that drivers from before
// API level 0.18 ask for.
#include "lab_guest.h"

#include <QDir>
#include <QFile>

#include <csignal>

using namespace harness;

namespace {

constexpr int kCid = 2019;

QJsonObject rootVsock()
{
    return {{QStringLiteral("id"), QStringLiteral("root")}, {QStringLiteral("guest_cid"), kCid}};
}

} // namespace

class TestLabVhostVsock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void streams_bothWays_pause_andAnotherDriver();
    void cidOfAnother_isSaidAtTheStart();
    void snapshot_isRefused_andTheMachineGoesOn();

private:
    void checkStreams(LabGuest &guest);
    void checkTheOtherDriver(LabGuest &guest);
};

void TestLabVhostVsock::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(QStringLiteral("/dev/vhost-vsock")), "this host has no vhost-vsock");
}

void TestLabVhostVsock::checkStreams(LabGuest &guest)
{
    const QString tool = guestTool(QStringLiteral("guest_streams"));
    for (const char *load : {"100 20000", "4 3000000"}) {
        const QByteArrayList words = QByteArray(load).split(' ');
        // Opened by the guest: 2 is the host's CID.
        HostProgram listener(
            tool, {QStringLiteral("listen"), QStringLiteral("vsock::7000"), QString::fromLatin1(words.first())});
        QVERIFY(listener.prints("STREAMS listening"));
        VERIFY_GUEST(guest.succeeds(QByteArray("guest_streams connect vsock:2:7000 ") + load, 60000), guest.engine());
        VERIFY_GUEST(listener.succeeds(), guest.engine());
        QVERIFY2(listener.output().contains("STREAMS " + words.first() + " verified"), listener.output());

        // Opened by the host.
        VERIFY_GUEST(
            guest.succeeds(inBackground("guest_streams listen vsock::6000 " + words.first(), "host", "listening")),
            guest.engine());
        const HostOutput host = runOnHost(tool,
                                          {QStringLiteral("connect"), QStringLiteral("vsock:%1:6000").arg(kCid),
                                           QString::fromLatin1(words.first()), QString::fromLatin1(words.last())},
                                          60000);
        VERIFY_GUEST(host.text.contains("STREAMS " + words.first() + " verified"), guest.engine());
        VERIFY_GUEST(guest.succeeds("wait; grep 'verified' /tmp/host"), guest.engine());
    }
    VERIFY_GUEST(guest.run("guest_streams connect vsock:2:9999 1 1").text.contains("Connection reset"), guest.engine());
}

/// The driver lets go of the device, which is reset, and takes it again.
void TestLabVhostVsock::checkTheOtherDriver(LabGuest &guest)
{
    VERIFY_GUEST(guest.succeeds("cd /sys/bus/virtio/drivers/vmw_vsock_virtio_transport && d=$(echo virtio*) && "
                                "echo $d >unbind && ! ls -d virtio* && echo $d >bind && ls -d virtio*; e=$?; cd /; "
                                "(exit $e)"),
                 guest.engine());
    STEP(checkStreams(guest));
}

void TestLabVhostVsock::streams_bothWays_pause_andAnotherDriver()
{
    LabGuest guest;
    guest.plan.oldVsock = rootVsock();
    VERIFY_GUEST(guest.boot(), guest.engine());
    VERIFY_GUEST(guest.engine().threads().contains("fc_vcpu0\n"), guest.engine());
    STEP(checkStreams(guest));

    VERIFY_GUEST(guest.succeeds(inBackground("socat -d -d VSOCK-LISTEN:6005 EXEC:cat", "paused", "listening on")),
                 guest.engine());
    QProcess socket;
    socket.start(QStringLiteral("socat"), {QStringLiteral("-"), QStringLiteral("VSOCK-CONNECT:%1:6005").arg(kCid)});
    QVERIFY(socket.waitForStarted());
    VERIFY_GUEST(guest.succeeds("for i in $(seq 200); do grep -q 'accepting' /tmp/paused && break; usleep 50000; done; "
                                "grep accepting /tmp/paused"),
                 guest.engine());
    QVERIFY(guest.pause());
    socket.write("are you there?\n");
    QTest::qWait(200);
    QVERIFY(guest.resume());
    QByteArray answer;
    QTRY_COMPARE_WITH_TIMEOUT((answer += socket.readAll()), QByteArray("are you there?\n"), 20000 * slowFactor());
    socket.kill();
    socket.waitForFinished();

    STEP(checkTheOtherDriver(guest));
    for (const char *leaf : {"activate_fails", "cfg_fails"})
        QVERIFY2(guest.metric("vsock", leaf) == 0, leaf);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabVhostVsock::cidOfAnother_isSaidAtTheStart()
{
    BootPlan plan;
    plan.oldVsock = rootVsock();
    const QTemporaryDir directory(QStringLiteral("/tmp/lab-XXXXXX"));
    plan.rootfs = plan.assets.copyRootfs(directory.path());
    QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("other")));
    EngineProcess other(directory.filePath(QStringLiteral("other")));
    VERIFY_GUEST(startOverApi(other, plan), other);

    EngineProcess engine(directory.path());
    QVERIFY(engine.start() && engine.waitForSocket());
    ApiClient api(engine.socketPath());
    QByteArray refusal;
    QVERIFY2(configureOverApi(api, plan, &refusal), refusal); // a container runtime itself may hold the CID until here
    const Response taken = api.put("/actions", startAction());
    QCOMPARE(taken.status, 400);
    QCOMPARE(taken.fault(), QStringLiteral("Start microvm error: The guest CID 2019 is already in use."));
    other.kill(SIGTERM);
    QVERIFY(other.waitForExit(5000).has_value());
    QCOMPARE(api.put("/actions", startAction()).status, 204); // nothing of the failed start is in the way
}

void TestLabVhostVsock::snapshot_isRefused_andTheMachineGoesOn()
{
    LabGuest guest;
    guest.plan.oldVsock = rootVsock();
    VERIFY_GUEST(guest.boot(), guest.engine());
    QVERIFY(guest.pause());
    const QString state = guest.path(QStringLiteral("state"));
    const QString memory = guest.path(QStringLiteral("memory"));
    const Response refused = guest.api().put(
        "/snapshot/create", {{QStringLiteral("snapshot_path"), state}, {QStringLiteral("mem_file_path"), memory}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.fault(), QStringLiteral("Create snapshot error: Cannot save the microVM state: Operation not "
                                             "allowed: Devices without snapshot support are present: "
                                             "vhost-vsock(id: root)"));
    QVERIFY(!QFile::exists(state) && !QFile::exists(memory));
    QVERIFY(guest.resume());
    VERIFY_GUEST(guest.succeeds("true"), guest.engine());
    VERIFY_GUEST(guest.ends(), guest.engine());
}

QTEST_GUILESS_MAIN(TestLabVhostVsock)
#include "tst_lab_vhost_vsock.moc"
