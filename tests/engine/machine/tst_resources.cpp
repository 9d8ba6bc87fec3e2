// What a machine will be made of: replacement, order and rules between devices. Taps are those of a network namespace
// of its own.

#include "base/unix_socket.h"
#include "config/serialize.h"
#include "machine/resources.h"
#include "support/network_namespace.h"
#include "support/temp_files.h"

#include <QTest>

#include <cerrno>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;

namespace {

NetworkConfig interface(const std::string &id, const std::string &tap, const std::string &mac = {})
{
    NetworkConfig config;
    config.ifaceId = id;
    config.hostDevName = tap;
    config.guestMac = parseMacAddress(mac);
    return config;
}

MmdsConfig mmdsOn(std::vector<std::string> ids)
{
    MmdsConfig config;
    config.version = MmdsVersion::V2;
    config.networkInterfaces = std::move(ids);
    return config;
}

template <typename T>
QByteArray faultOf(const Result<T> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text);
}

QByteArrayList interfaceIds(const Resources &resources)
{
    QByteArrayList ids;
    for (const NetworkConfig &config : resources.fullConfig().networkInterfaces)
        ids << QByteArray::fromStdString(config.ifaceId);
    return ids;
}

bool isSocket(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode);
}

} // namespace

class TestResources : public QObject {
    Q_OBJECT
public:
    explicit TestResources(std::string noNamespace) : m_noNamespace(std::move(noNamespace)) {}

private Q_SLOTS:
    void devices_inTheOrderOfTheReference();
    void network_replaced_standsLast();
    void network_macOrTapTaken_isRefused();
    void network_tapThatCannotBeOpened_takesTheOldOneAway();
    void network_overASocket();
    void network_socketNobodyListensAt_isRefused();
    void mmds_associationIsSetAsAWhole();
    void mmds_replacedInterfaceLosesIt();
    void mmds_oldDialectOfInterfaces();
    void mmds_oldDialect_keepsWhatWasConfigured();
    void vsock_replaced_hasANewSocket();
    void vsock_thatCannotBeBound_leavesTheOldOne();
    void vsock_withoutDescriptors_leavesNoSocket();
    void vhostVsock_cidOrSecondVsock_isRefused();
    void balloon_andMemoryFit();
    void entropy_isReplaced();
    void cpuTemplate_theLastOneCounts();

private:
    void needTaps() const
    {
        if (!m_noNamespace.empty())
            QSKIP(m_noNamespace.c_str());
    }
    Resources make() const { return Resources(mmds::MetadataService::create("vm", 51200)); }

    const std::string m_noNamespace; ///< empty: taps can be made
};

void TestResources::devices_inTheOrderOfTheReference()
{
    needTaps();
    TempDir dir;
    const TempFile data = TempFile::ofSize(4096);
    const TempFile root = TempFile::ofSize(4096);
    Resources resources = make();
    QVERIFY(resources.putEntropy({}));
    QVERIFY(resources.putVsock({.vsockId = {}, .guestCid = 3, .udsPath = dir.file("v")}));
    QVERIFY(resources.putNetwork(interface("eth0", "tap0")));
    DriveConfig drive;
    drive.driveId = "data";
    drive.pathOnHost = data.path();
    QVERIFY(resources.putDrive(drive));
    drive.driveId = "rootfs";
    drive.pathOnHost = root.path();
    drive.isRootDevice = true;
    QVERIFY(resources.putDrive(drive));
    QVERIFY(resources.putBalloon({.amountMib = 1}));
    QByteArrayList found;
    for (const NamedDevice &device : resources.devices())
        found << QByteArray::number(static_cast<int>(device.device->type())) + ' ' +
                     QByteArray::fromStdString(device.id);
    QCOMPARE(found, (QByteArrayList{"5 ", "2 rootfs", "2 data", "1 eth0", "19 ", "4 "}));
    QCOMPARE(resources.rootDrive()->driveId, std::string("rootfs"));
}

void TestResources::network_replaced_standsLast()
{
    needTaps();
    Resources resources = make();
    for (const char *id : {"1", "2", "3"})
        QVERIFY(resources.putNetwork(interface(id, std::string("tap") + id)));
    // The same tap again: the old device has let go of it. The last one takes the free place.
    QCOMPARE(faultOf(resources.putNetwork(interface("1", "tap1", "06:00:00:00:00:01"))), QByteArray());
    QCOMPARE(interfaceIds(resources), (QByteArrayList{"3", "2", "1"}));
    QVERIFY(resources.findInterface("1")->config.guestMac.has_value());
    QVERIFY(!resources.findInterface("4"));
}

void TestResources::network_macOrTapTaken_isRefused()
{
    needTaps();
    Resources resources = make();
    QVERIFY(resources.putNetwork(interface("1", "tap1", "06:00:00:00:00:01")));
    QVERIFY(resources.putNetwork(interface("2", "tap2", "06:00:00:00:00:02")));
    QCOMPARE(faultOf(resources.putNetwork(interface("2", "tap2", "06:00:00:00:00:01"))),
             QByteArray("Network config error: The MAC address is already in use: 06:00:00:00:00:01"));
    QCOMPARE(interfaceIds(resources), (QByteArrayList{"1", "2"}));
    const QByteArray busy = faultOf(resources.putNetwork(interface("3", "tap1")));
    QVERIFY2(busy.startsWith("Network config error: Could not create the network device: Open tap device failed: Error "
                             "while creating ifreq structure: Resource busy (os error 16)."),
             busy.constData());
    QCOMPARE(interfaceIds(resources), (QByteArrayList{"1", "2"}));
}

void TestResources::network_tapThatCannotBeOpened_takesTheOldOneAway()
{
    needTaps();
    Resources resources = make();
    QVERIFY(resources.putNetwork(interface("1", "tap1")));
    QCOMPARE(faultOf(resources.putNetwork(interface("1", "a-name-too-long-for-a-tap"), Origin::ConfigFile)),
             QByteArray("Network device error: Could not create the network device: Open tap device failed: Invalid "
                        "interface name"));
    QCOMPARE(interfaceIds(resources), QByteArrayList());
    QVERIFY(resources.putNetwork(interface("2", "tap1"))); // free again
}

void TestResources::network_overASocket()
{
    TempDir dir;
    const Fd listener = listenUnix("test", dir.file("s")).value();
    const auto accepts = [&listener] { return bool(Fd(::accept(listener.get(), nullptr, nullptr))); };
    Resources resources = make();
    NetworkConfig config = interface("eth0", "");
    config.socketPath = dir.file("s");
    QCOMPARE(faultOf(resources.putNetwork(config)), QByteArray());
    QVERIFY(accepts());
    QCOMPARE(resources.fullConfig().networkInterfaces[0].socketPath.value(), dir.file("s"));
    // Each PUT is a connection of its own.
    config.mtu = 65520;
    QCOMPARE(faultOf(resources.putNetwork(config)), QByteArray());
    QVERIFY(accepts());
    QVERIFY(!accepts());
    QCOMPARE(interfaceIds(resources), QByteArrayList{"eth0"});
}

void TestResources::network_socketNobodyListensAt_isRefused()
{
    Resources resources = make();
    NetworkConfig config = interface("eth0", "");
    config.socketPath = "/nonexistent/s";
    QCOMPARE(faultOf(resources.putNetwork(config)),
             QByteArray("Network config error: Could not create the network device: Connecting to the socket "
                        "/nonexistent/s failed: No such file or directory (os error 2)"));
    QVERIFY(interfaceIds(resources).isEmpty());
}

void TestResources::mmds_associationIsSetAsAWhole()
{
    needTaps();
    Resources resources = make();
    QVERIFY(!resources.putMmdsConfig(mmdsOn({"1"}))); // no such interface
    for (const char *id : {"1", "2", "3"})
        QVERIFY(resources.putNetwork(interface(id, std::string("tap") + id)));
    QVERIFY(!resources.hasMmdsInterface() && !resources.fullConfig().mmds);
    QVERIFY(resources.putMmdsConfig(mmdsOn({"3", "1"})));
    QCOMPARE(resources.fullConfig().mmds->networkInterfaces, (std::vector<std::string>{"1", "3"})); // list order
    QVERIFY(resources.putMmdsConfig(mmdsOn({"2"})));
    const MmdsConfig now = resources.fullConfig().mmds.value();
    QCOMPARE(now.networkInterfaces, std::vector<std::string>{"2"});
    QVERIFY(now.version == MmdsVersion::V2);
    QVERIFY(resources.metadata().settings().version == mmds::Version::V2);
}

void TestResources::mmds_replacedInterfaceLosesIt()
{
    needTaps();
    Resources resources = make();
    QVERIFY(resources.putNetwork(interface("1", "tap1")));
    QVERIFY(resources.putMmdsConfig(mmdsOn({"1"})));
    QVERIFY(resources.hasMmdsInterface());
    QVERIFY(resources.putNetwork(interface("1", "tap1")));
    QVERIFY(!resources.hasMmdsInterface() && !resources.fullConfig().mmds);
}

void TestResources::mmds_oldDialectOfInterfaces()
{
    needTaps();
    Resources resources = make();
    for (const char *id : {"1", "2"}) {
        NetworkConfig config = interface(id, std::string("tap") + id);
        config.allowMmdsRequests = true;
        QVERIFY(resources.putNetwork(config));
    }
    QVERIFY(resources.putNetwork(interface("3", "tap3")));
    const MmdsConfig now = resources.fullConfig().mmds.value();
    QCOMPARE(now.networkInterfaces, (std::vector<std::string>{"1", "2"}));
    QVERIFY(now.version == MmdsVersion::V1);
}

void TestResources::mmds_oldDialect_keepsWhatWasConfigured()
{
    needTaps();
    Resources resources = make();
    QVERIFY(resources.putNetwork(interface("1", "tap1")));
    MmdsConfig config = mmdsOn({"1"});
    config.ipv4Address = {{169, 254, 1, 2}};
    config.imdsCompat = true;
    QVERIFY(resources.putMmdsConfig(config));
    NetworkConfig old = interface("2", "tap2");
    old.allowMmdsRequests = true;
    QVERIFY(resources.putNetwork(old));
    const MmdsConfig now = resources.fullConfig().mmds.value();
    QCOMPARE(now.networkInterfaces, (std::vector<std::string>{"1", "2"}));
    QVERIFY(now.version == MmdsVersion::V2); // which asks for tokens
    QVERIFY(now.ipv4Address == config.ipv4Address && now.imdsCompat);
}

void TestResources::vsock_replaced_hasANewSocket()
{
    TempDir dir;
    Resources resources = make();
    QVERIFY(resources.putVsock({.vsockId = {}, .guestCid = 15, .udsPath = dir.file("a")}));
    QVERIFY(isSocket(dir.file("a")));
    QVERIFY(resources.putVsock({.vsockId = {}, .guestCid = 166, .udsPath = dir.file("a")})); // the same path
    QVERIFY(isSocket(dir.file("a")));
    QVERIFY(resources.putVsock({.vsockId = {}, .guestCid = 3, .udsPath = dir.file("b")}));
    QVERIFY(!isSocket(dir.file("a")) && isSocket(dir.file("b")));
    QCOMPARE(resources.fullConfig().vsock->guestCid, 3u);
}

void TestResources::vsock_thatCannotBeBound_leavesTheOldOne()
{
    TempDir dir;
    writeFile(dir.file("taken"), "mine");
    Resources resources = make();
    QCOMPARE(faultOf(resources.putVsock({.vsockId = {}, .guestCid = 3, .udsPath = dir.file("taken")})),
             QByteArray("Vsock config error: Cannot create backend for vsock device: Error binding to the host-side "
                        "Unix socket: Address in use (os error 98)"));
    QVERIFY(!resources.fullConfig().vsock);
    QVERIFY(resources.putVsock({.vsockId = {}, .guestCid = 3, .udsPath = dir.file("a")}));
    QVERIFY(!resources.putVsock({.vsockId = {}, .guestCid = 4, .udsPath = dir.file("taken")}, Origin::ConfigFile));
    QCOMPARE(resources.fullConfig().vsock->guestCid, 3u);
    QVERIFY(isSocket(dir.file("a")));
    QVERIFY(!isSocket(dir.file("taken"))); // never removed
}

void TestResources::vsock_withoutDescriptors_leavesNoSocket()
{
    // Otherwise the request could not be repeated: the path would be in use.
    TempDir dir;
    Resources resources = make();
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int firstFree = ::dup(STDOUT_FILENO);
    ::close(firstFree);
    int failures = 0;
    for (;; ++failures) {
        const rlimit few{static_cast<rlim_t>(firstFree + failures), before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto made = resources.putVsock({.vsockId = {}, .guestCid = 15, .udsPath = dir.file("a")});
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        if (made)
            break;
        QCOMPARE(made.error().hostErrno, EMFILE);
        QVERIFY2(!isSocket(dir.file("a")), QByteArray::number(failures).constData());
    }
    QVERIFY(failures > 0);
}

void TestResources::vhostVsock_cidOrSecondVsock_isRefused()
{
    TempDir dir;
    Resources resources = make();
    for (const std::uint32_t cid : {0u, 2u, ~0u}) {
        QCOMPARE(faultOf(resources.putVhostVsock({.id = "root", .guestCid = cid})),
                 QByteArray("Vsock config error: A guest's CID is from 3 to 4294967294."));
    }
    QVERIFY(resources.putVsock({.vsockId = {}, .guestCid = 3, .udsPath = dir.file("a")}));
    QCOMPARE(faultOf(resources.putVhostVsock({.id = "root", .guestCid = 3})),
             QByteArray("Vsock config error: A microVM has one vsock device, and another one is configured."));
    QVERIFY(!resources.fullConfig().vhostVsock);
    QCOMPARE(resources.devices().size(), std::size_t{1});
}

void TestResources::balloon_andMemoryFit()
{
    Resources resources = make(); // 128 MiB
    QVERIFY(!resources.putBalloon({.amountMib = 129}));
    QVERIFY(!resources.fullConfig().balloon);
    QVERIFY(resources.putBalloon({.amountMib = 100, .deflateOnOom = true, .statsPollingIntervalS = 2}));
    MachineConfigUpdate smaller;
    smaller.memSizeMib = 99;
    QCOMPARE(faultOf(resources.patchMachineConfig(smaller)),
             QByteArray("Machine config error: The memory size (MiB) is smaller than the previously set balloon device "
                        "target size."));
    smaller.vcpuCount = 1;
    QVERIFY(!resources.putMachineConfig(smaller));
    QCOMPARE(resources.machineConfig().memSizeMib, std::uint64_t{128});
    QVERIFY(!resources.putBalloon({.amountMib = 129})); // leaves what was there
    QVERIFY(resources.putBalloon({.amountMib = 3}));
    const BalloonConfig now = resources.fullConfig().balloon.value();
    QCOMPARE(now.amountMib, 3u);
    QVERIFY(!now.deflateOnOom && now.statsPollingIntervalS == 0);
}

void TestResources::entropy_isReplaced()
{
    Resources resources = make();
    EntropyConfig limited;
    limited.rateLimiter =
        RateLimiterConfig{.bandwidth = TokenBucketConfig{.size = 1, .oneTimeBurst = {}, .refillTimeMs = 2}, .ops = {}};
    QVERIFY(resources.putEntropy(limited));
    QVERIFY(resources.fullConfig().entropy->rateLimiter.has_value());
    QVERIFY(resources.putEntropy({}));
    QVERIFY(!resources.fullConfig().entropy->rateLimiter.has_value());
    QCOMPARE(resources.devices().size(), std::size_t{1});
}

void TestResources::cpuTemplate_theLastOneCounts()
{
    Resources resources = make();
    const auto put = [&resources](std::optional<CpuTemplate> cpuTemplate) {
        MachineConfigUpdate update{};
        update.vcpuCount = 1;
        update.memSizeMib = 128;
        update.cpuTemplate = cpuTemplate;
        QVERIFY(resources.putMachineConfig(update));
    };
    put(CpuTemplate::T2);
    const CustomCpuTemplate custom{.capabilities = {{1, false}}, .cpuid = {}, .msrs = {}};
    resources.putCpuTemplate(custom);
    QVERIFY(resources.customTemplate() == custom);
    QVERIFY(resources.machineConfig().cpuTemplate == CpuTemplate::None);
    put(std::nullopt); // does not mention it
    QVERIFY(resources.customTemplate() == custom);
    put(CpuTemplate::T2A);
    QVERIFY(!resources.customTemplate());
    QVERIFY(resources.machineConfig().cpuTemplate == CpuTemplate::T2A);
    resources.putCpuTemplate({}); // changes nothing, and is a template
    QVERIFY(resources.customTemplate() == CustomCpuTemplate());
    MachineConfigUpdate none{};
    none.cpuTemplate = CpuTemplate::None;
    QVERIFY(resources.patchMachineConfig(none));
    QVERIFY(!resources.customTemplate());
}

int main(int argc, char **argv)
{
    TestResources test(enterNetworkNamespace());
    return QTest::qExec(&test, argc, argv);
}

#include "tst_resources.moc"
