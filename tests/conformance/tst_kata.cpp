// A container runtime's driver of 2019 against a real engine (reference, 6.4; a function for each row): the call
// sequence in one piece, and what each step relies on. Its guest is told acpi=off and has no console: a tiny one finds
// its devices on the command line and reports on a drive. In the lab, which has a vhost-vsock, also with that.
#include "harness/boot_plan.h"
#include "harness/guest.h"
#include "harness/host_network.h"
#include "kata_driver.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace harness;
using FalseFields = KataDriver::FalseFields;

Q_DECLARE_METATYPE(KataDriver::FalseFields)

namespace {

constexpr quint32 kCid = 2019;
const QString kMac = QStringLiteral("02:00:ca:fe:00:01");
const QByteArray kRootMarker = "the pod's image";

bool hostHasVsock()
{
    return QFile::exists(QStringLiteral("/dev/vhost-vsock"));
}

QString guest(const char *name)
{
    return QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(name);
}

} // namespace

class TestKata : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void replay_data() { bothForms(); }
    void replay();
    void row4_1_socketAlone_isEnough();
    void row4_2_readiness_isAsSoonAsTheSocket();
    void row4_3_states_areUnderstood();
    void row4_4_htEnabled_isSmt();
    void row4_5_bootArguments_areUsedAsGiven();
    void row4_6_emptyPlaceholders_areTaken();
    void row4_7_networkInterface_withoutMetadata();
    void row4_7_networkInterface_withMetadata();
    void row4_8_vsock_orTheReason();
    void row4_9_start_thenReady();
    void row4_10_update_reachesTheGuest();
    void row4_10_rescan_faults();
    void row4_11_threadNames_data();
    void row4_11_threadNames();
    void row4_12_stop_whateverTheGuestDoes();
    void row4_13_failedStart_isStoppedTheSame();

private:
    static void bothForms();
    QString file(const char *name, const QByteArray &content) const;
    QString rootfs() const { return file("rootfs", kRootMarker + QByteArray(1024 * 1024 - kRootMarker.size(), '\0')); }
    QString tap(const char *name) const;
    /// Whether the guest has read its root drive, with which it is ready for the others.
    static bool guestIsUp(KataDriver &driver);
    /// startSandbox up to the devices.
    void configure(KataDriver &driver, const char *kernel, int vcpus = 1);

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestKata::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    QVERIFY2(enterNetworkNamespace(), "taps need root");
    // Nothing here would look at a vhost-vsock otherwise.
    QVERIFY(!qEnvironmentVariableIsSet("LAB_SLOW") || hostHasVsock());
}

void TestKata::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/kata-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

void TestKata::bothForms()
{
    QTest::addColumn<FalseFields>("falseFields");
    QTest::newRow("all fields") << FalseFields::Sent;
    QTest::newRow("what is false left out") << FalseFields::LeftOut;
}

QString TestKata::file(const char *name, const QByteArray &content) const
{
    QFile made(m_directory->filePath(QLatin1String(name)));
    return made.open(QIODevice::WriteOnly) && made.write(content) == content.size() ? made.fileName() : QString();
}

QString TestKata::tap(const char *name) const
{
    const QString made = QLatin1String(name);
    return addTap(made) ? made : QString();
}

bool TestKata::guestIsUp(KataDriver &driver)
{
    const QJsonObject metrics = driver.api().raw("GET /metrics HTTP/1.1\r\nAccept: application/json\r\n\r\n").json();
    return metrics[QStringLiteral("block_rootfs")].toObject()[QStringLiteral("read_count")].toInt() == 1;
}

void TestKata::configure(KataDriver &driver, const char *kernel, int vcpus)
{
    QVERIFY(driver.init());
    VERIFY_DONE(driver.setMachine(128, vcpus));
    VERIFY_DONE(driver.setBootSource(guest(kernel)));
    VERIFY_DONE(driver.setRootfs(rootfs()));
    VERIFY_DONE(driver.createDiskPool());
}

void TestKata::replay()
{
    QFETCH(const FalseFields, falseFields);
    KataDriver driver(m_directory->path(), falseFields);
    STEP(configure(driver, "discovery", 2));
    VERIFY_DONE(driver.addNetwork(QStringLiteral("eth0"), kMac,
                                  tap(falseFields == FalseFields::Sent ? "tap0_kata" : "tap1_kata")));
    if (hostHasVsock())
        VERIFY_DONE(driver.addVsock(kCid));
    VERIFY_DONE(driver.start());
    QVERIFY(driver.isRunning());

    // Without a vsock and without ht_enabled it gives nothing away that only its time had.
    if (hostHasVsock() || falseFields == FalseFields::Sent) {
        const auto threads = driver.threadIds();
        QVERIFY(threads.has_value());
        QCOMPARE(threads->size(), 2);
        QVERIFY(threads->contains(0) && threads->contains(1));
    }

    QTRY_VERIFY_WITH_TIMEOUT(guestIsUp(driver), 10000 * slowFactor());
    const QString volume = file("volume", QByteArray(1024 * 1024, '\0'));
    VERIFY_DONE(driver.updateDrive(0, volume));
    QFile report(volume);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const auto read = [&report] {
        report.seek(0);
        return report.read(512);
    };
    const int devices = 1 + KataDriver::kDiskPool + 1 + (hostHasVsock() ? 1 : 0);
    const QByteArray expected = "DEVICES " + QByteArray::number(devices, 16).rightJustified(2, '0') + " ROOT " +
                                kRootMarker + " ARGS " + KataDriver::kernelParameters({}) + ' ';
    QTRY_VERIFY2_WITH_TIMEOUT(read().startsWith(expected), read().constData(), 10000 * slowFactor());

    const auto stopped = driver.stop();
    QVERIFY(stopped.has_value());
    QVERIFY2(*stopped < 1500 * slowFactor(), QByteArray::number(*stopped).constData());
}

void TestKata::row4_1_socketAlone_isEnough()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    QVERIFY(driver.init());
    QCOMPARE(driver.api().get("/").json()[QStringLiteral("id")].toString(), QStringLiteral("anonymous-instance"));
    for (const char *standard : {"0", "1", "2"})
        QCOMPARE(QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/%2").arg(driver.pid()).arg(QLatin1String(standard))),
                 QStringLiteral("/dev/null"));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("firecracker.sock")});
}

void TestKata::row4_2_readiness_isAsSoonAsTheSocket()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    QVERIFY(driver.init()); // any 200 within 10 s; between socket and answer nothing else is to come
    const Response answer = driver.api().get("/");
    QCOMPARE(answer.status, 200);
}

void TestKata::row4_3_states_areUnderstood()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin"));
    QVERIFY(!driver.isRunning());
    QCOMPARE(driver.api().get("/").json()[QStringLiteral("started")].toBool(true), false);
    VERIFY_DONE(driver.start());
    QVERIFY(driver.isRunning());
    const QJsonObject info = driver.api().get("/").json();
    QCOMPARE(info[QStringLiteral("state")].toString(), QStringLiteral("Running"));
    QCOMPARE(info[QStringLiteral("started")].toBool(false), true);
}

void TestKata::row4_4_htEnabled_isSmt()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    QVERIFY(driver.init());
    ApiClient &api = driver.api();
    VERIFY_DONE(api.put("/machine-config", json(R"({"vcpu_count": 2, "mem_size_mib": 128, "ht_enabled": true})")));
    QCOMPARE(api.get("/machine-config").json()[QStringLiteral("smt")].toBool(false), true);
    QVERIFY(!api.get("/machine-config").json().contains(QStringLiteral("ht_enabled")));
    VERIFY_DONE(api.patch("/machine-config", json(R"({"ht_enabled": false})")));
    QCOMPARE(api.get("/machine-config").json()[QStringLiteral("smt")].toBool(true), false);
    const Response both =
        api.put("/machine-config", json(R"({"vcpu_count": 2, "mem_size_mib": 128, "ht_enabled": true, "smt": false})"));
    QCOMPARE(both.status, 400);
    QVERIFY2(both.fault().contains(QStringLiteral("`ht_enabled` is the old name of `smt`")), both.body.constData());
    const Response odd =
        api.put("/machine-config", json(R"({"vcpu_count": 3, "mem_size_mib": 128, "ht_enabled": true})"));
    QCOMPARE(odd.status, 400);
}

void TestKata::row4_5_bootArguments_areUsedAsGiven()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    QVERIFY(driver.init());
    const QByteArray own = "systemd.unit=kata-containers.target agent.log=debug";
    VERIFY_DONE(driver.setBootSource(guest("discovery"), own));
    const QJsonObject config = driver.api().get("/vm/config").json();
    QCOMPARE(config[QStringLiteral("boot-source")].toObject()[QStringLiteral("boot_args")].toString().toLatin1(),
             own + " root=/dev/vda1 rootflags=data=ordered,errors=remount-ro ro rootfstype=ext4 pci=off reboot=k "
                   "panic=1 iommu=off 8250.nr_uarts=0 net.ifnames=0 random.trust_cpu=on acpi=off");
    // That the guest sees them is in replay().
}

void TestKata::row4_6_emptyPlaceholders_areTaken()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin"));
    const QJsonArray drives = driver.api().get("/vm/config").json()[QStringLiteral("drives")].toArray();
    QCOMPARE(drives.size(), 1 + KataDriver::kDiskPool);
    QCOMPARE(drives.first().toObject()[QStringLiteral("drive_id")].toString(), QStringLiteral("rootfs"));
    QCOMPARE(drives.first().toObject()[QStringLiteral("is_read_only")].toBool(false), true);
    for (const QJsonValue &drive : drives)
        QCOMPARE(drive.toObject()[QStringLiteral("is_root_device")].toBool(true), false);
    QCOMPARE(QFile(m_directory->filePath(QStringLiteral("placeholder_7"))).size(), 0);
    VERIFY_DONE(driver.start());
}

void TestKata::row4_7_networkInterface_withoutMetadata()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin"));
    VERIFY_DONE(driver.addNetwork(QStringLiteral("eth0"), kMac, tap("tap2_kata")));
    const QJsonObject config = driver.api().get("/vm/config").json();
    QVERIFY(config[QStringLiteral("mmds-config")].isNull());
    const QJsonObject interface = config[QStringLiteral("network-interfaces")].toArray().first().toObject();
    QCOMPARE(interface[QStringLiteral("guest_mac")].toString(), kMac);
    QVERIFY(!interface.contains(QStringLiteral("allow_mmds_requests")));
    VERIFY_DONE(driver.start());
}

void TestKata::row4_7_networkInterface_withMetadata()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin"));
    VERIFY_DONE(driver.api().put("/network-interfaces/eth0", {{QStringLiteral("iface_id"), QStringLiteral("eth0")},
                                                              {QStringLiteral("host_dev_name"), tap("tap3_kata")},
                                                              {QStringLiteral("allow_mmds_requests"), true}}));
    const QJsonObject mmds = driver.api().get("/vm/config").json()[QStringLiteral("mmds-config")].toObject();
    QCOMPARE(mmds[QStringLiteral("version")].toString(), QStringLiteral("V1"));
    QCOMPARE(mmds[QStringLiteral("network_interfaces")].toArray(), QJsonArray{QStringLiteral("eth0")});
    QCOMPARE(mmds[QStringLiteral("ipv4_address")].toString(), QStringLiteral("169.254.169.254"));
}

void TestKata::row4_8_vsock_orTheReason()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin"));
    const Response answer = driver.addVsock(kCid);
    if (!hostHasVsock()) {
        QCOMPARE(answer.status, 400);
        QVERIFY2(
            answer.fault().contains(QStringLiteral("/dev/vhost-vsock cannot be opened: No such file or directory")),
            answer.body.constData());
        return;
    }
    VERIFY_DONE(answer);
    QCOMPARE(driver.api().get("/vm/config").json()[QStringLiteral("vsock")].toObject(),
             json(R"({"vsock_id": "root", "guest_cid": 2019})"));
    VERIFY_DONE(driver.start());
}

void TestKata::row4_9_start_thenReady()
{
    KataDriver driver(m_directory->path(), FalseFields::LeftOut);
    STEP(configure(driver, "spin"));
    const Response started = driver.start(); // polls again
    QCOMPARE(started.status, 204);
    QVERIFY(driver.isRunning());
}

void TestKata::row4_10_update_reachesTheGuest()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "discovery"));
    VERIFY_DONE(driver.start());
    QTRY_VERIFY_WITH_TIMEOUT(guestIsUp(driver), 10000 * slowFactor());
    const QString volume = file("volume", QByteArray(4096, '\0'));
    // The path alone, and only announced by PATCH: the guest waits for the second announcement.
    VERIFY_DONE(driver.api().patch("/drives/drive_0", {{QStringLiteral("drive_id"), QStringLiteral("drive_0")},
                                                       {QStringLiteral("path_on_host"), volume}}));
    QFile report(volume);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QTest::qWait(200);
    QVERIFY(!report.read(512).startsWith("DEVICES"));
    VERIFY_DONE(driver.api().put("/actions", json(R"({"action_type": "BlockDeviceRescan", "payload": "drive_0"})")));
    const auto isReported = [&report] {
        report.seek(0);
        return report.read(512).startsWith("DEVICES 09 ROOT ");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isReported(), 10000 * slowFactor());
}

void TestKata::row4_10_rescan_faults()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin"));
    const QJsonObject rescan = json(R"({"action_type": "BlockDeviceRescan", "payload": "drive_3"})");
    const Response early = driver.api().put("/actions", rescan);
    QCOMPARE(early.status, 400);
    QCOMPARE(early.fault(), QStringLiteral("The requested operation is not supported before starting the microVM."));
    VERIFY_DONE(driver.start());
    VERIFY_DONE(driver.api().put("/actions", rescan));
    const Response unknown =
        driver.api().put("/actions", json(R"({"action_type": "BlockDeviceRescan", "payload": "drive_9"})"));
    QCOMPARE(unknown.status, 400);
    QCOMPARE(unknown.fault(), QStringLiteral("Invalid block device ID!"));
}

void TestKata::row4_11_threadNames_data()
{
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<bool>("understood");
    QTest::newRow("its own dialect") << QByteArray(R"({"vcpu_count": 2, "mem_size_mib": 128, "ht_enabled": false})")
                                     << true;
    QTest::newRow("today's") << QByteArray(R"({"vcpu_count": 2, "mem_size_mib": 128, "smt": false})") << false;
    QTest::newRow("of 0.25")
        << QByteArray(R"({"vcpu_count": 2, "mem_size_mib": 128, "ht_enabled": false, "track_dirty_pages": false})")
        << false;
}

void TestKata::row4_11_threadNames()
{
    QFETCH(const QByteArray, machine);
    QFETCH(const bool, understood);
    KataDriver driver(m_directory->path(), FalseFields::LeftOut);
    QVERIFY(driver.init());
    VERIFY_DONE(driver.api().put("/machine-config", json(machine)));
    VERIFY_DONE(driver.setBootSource(guest("spin")));
    VERIFY_DONE(driver.start());
    const auto threads = driver.threadIds();
    QCOMPARE(threads.has_value(), understood);
    if (understood)
        QCOMPARE(threads->size(), 2);
}

void TestKata::row4_12_stop_whateverTheGuestDoes()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    STEP(configure(driver, "spin", 2));
    VERIFY_DONE(driver.start());
    const auto stopped = driver.stop();
    QVERIFY(stopped.has_value());
    QVERIFY2(*stopped < 1500 * slowFactor(), QByteArray::number(*stopped).constData());
}

void TestKata::row4_13_failedStart_isStoppedTheSame()
{
    KataDriver driver(m_directory->path(), FalseFields::Sent);
    QVERIFY(driver.init());
    VERIFY_DONE(driver.setMachine(128, 1));
    // The driver does not look at these answers; the start tells.
    QCOMPARE(driver.setBootSource(m_directory->filePath(QStringLiteral("no-kernel"))).status, 400);
    QCOMPARE(driver.setRootfs(m_directory->filePath(QStringLiteral("no-image"))).status, 400);
    QCOMPARE(driver.start().status, 400);
    QVERIFY(!driver.isRunning());
    const auto stopped = driver.stop();
    QVERIFY(stopped.has_value());
    QVERIFY2(*stopped < 1500 * slowFactor(), QByteArray::number(*stopped).constData());
}

QTEST_GUILESS_MAIN(TestKata)
#include "tst_kata.moc"
