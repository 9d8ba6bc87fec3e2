#include "config/rules.h"
#include "config/serialize.h"

#include <QTest>

using namespace sparkler;

namespace {

template <typename T>
QByteArray faultOf(const Result<T> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text);
}

const QByteArray kVcpuFault =
    "Machine config error: The number of vCPUs must be greater than 0, less than 32 and must be 1 "
    "or an even number if SMT is enabled.";

NetworkConfig interface(const std::string &id, const std::string &mac)
{
    NetworkConfig config;
    config.ifaceId = id;
    config.hostDevName = "tap" + id;
    config.guestMac = parseMacAddress(mac); // none for an empty text
    return config;
}

DriveConfig drive(std::string id, bool isRoot)
{
    return {.driveId = std::move(id), .pathOnHost = "/p", .isRootDevice = isRoot, .partuuid = {}, .rateLimiter = {}};
}

} // namespace

class TestConfigRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void machineConfig_rulesHold_data();
    void machineConfig_rulesHold();
    void machinePatch_changesOnlyWhatIsGiven();
    void machinePatch_smtIsCheckedAgainstStoredCount();
    void bootArgs_areChecked_data();
    void bootArgs_areChecked();
    void secondRootDrive_isRefused();
    void rootDrive_mayReplaceItself();
    void driveUpdate_mustPatchSomething();
    void network_macIsUnique();
    void mmdsConfig_rulesHold_data();
    void mmdsConfig_rulesHold();
    void balloon_fitsIntoMemory();
    void rateLimiter_offBucketsVanish();
    void rateLimiter_patchReplacesGivenBuckets();
    void machineConfig_isSerialized_data();
    void machineConfig_isSerialized();
    void fullConfig_isSerializedInWireOrder();
    void fullConfig_showsDevices();
    void fullConfig_beforeAnyPut();
};

void TestConfigRules::machineConfig_rulesHold_data()
{
    QTest::addColumn<unsigned>("vcpus");
    QTest::addColumn<bool>("smt");
    QTest::addColumn<quint64>("memory");
    QTest::addColumn<bool>("hugePages");
    QTest::addColumn<QByteArray>("fault");
    const auto row = [](const char *name, unsigned vcpus, bool smt, quint64 memory, bool huge, QByteArray fault = {}) {
        QTest::newRow(name) << vcpus << smt << memory << huge << fault;
    };
    row("smallest", 1, false, 1, false);
    row("largest", 32, true, UINT64_MAX, false);
    row("one vcpu with smt", 1, true, 128, false);
    row("odd without smt", 3, false, 128, false);
    row("odd with smt", 3, true, 128, false, kVcpuFault);
    row("no vcpu", 0, false, 128, false, kVcpuFault);
    row("too many vcpus", 33, false, 128, false, kVcpuFault);
    row("no memory", 1, false, 0, false, "Machine config error: The memory size (MiB) is invalid.");
    row("no huge memory", 1, false, 0, true, "Machine config error: The memory size (MiB) is invalid.");
    row("vcpus before memory", 0, false, 0, false, kVcpuFault);
    row("even huge memory", 1, false, 2, true);
    row("odd huge memory", 1, false, 3, true,
        "Machine config error: The memory size (MiB) is either 0, or not a multiple of the configured page size.");
}

void TestConfigRules::machineConfig_rulesHold()
{
    QFETCH(unsigned, vcpus);
    QFETCH(bool, smt);
    QFETCH(quint64, memory);
    QFETCH(bool, hugePages);
    QFETCH(QByteArray, fault);
    const std::vector kinds =
        hugePages ? std::vector{HugePages::TwoMiB, HugePages::Transparent} : std::vector{HugePages::None};
    for (const HugePages kind : kinds) {
        const MachineConfig config{.vcpuCount = vcpus, .memSizeMib = memory, .smt = smt, .hugePages = kind};
        QCOMPARE(faultOf(checkMachineConfig(config)), fault);
    }
}

void TestConfigRules::machinePatch_changesOnlyWhatIsGiven()
{
    const MachineConfig current{.vcpuCount = 4, .memSizeMib = 256, .smt = true, .cpuTemplate = CpuTemplate::T2};
    MachineConfig expected = current;
    expected.trackDirtyPages = true;
    expected.cpuTemplate = CpuTemplate::None;
    const auto merged = mergeMachineConfig(current, {.vcpuCount = {},
                                                     .memSizeMib = {},
                                                     .smt = {},
                                                     .cpuTemplate = CpuTemplate::None,
                                                     .trackDirtyPages = true,
                                                     .hugePages = {}});
    QVERIFY(merged.has_value());
    QVERIFY(*merged == expected);
}

void TestConfigRules::machinePatch_smtIsCheckedAgainstStoredCount()
{
    const MachineConfig current{.vcpuCount = 3};
    MachineConfigUpdate update;
    update.smt = true;
    QCOMPARE(faultOf(mergeMachineConfig(current, update)), kVcpuFault);
}

void TestConfigRules::bootArgs_areChecked_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QByteArray>("fault");
    const QByteArray prefix = "Boot source error: The kernel command line is invalid: ";
    QTest::newRow("usual") << QByteArray("console=ttyS0 reboot=k -- init") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("longest") << QByteArray(2047, 'a') << QByteArray();
    QTest::newRow("too long") << QByteArray(2048, 'a') << prefix + "Inserting string would make command line too long.";
    QTest::newRow("tab") << QByteArray("a\tb") << prefix + "String contains a non-printable ASCII character.";
    QTest::newRow("utf-8") << QByteArray("\xc3\xa4") << prefix + "String contains a non-printable ASCII character.";
    QTest::newRow("nul") << QByteArray("a\0b", 3) << prefix + "String contains a non-printable ASCII character.";
}

void TestConfigRules::bootArgs_areChecked()
{
    QFETCH(QByteArray, args);
    QFETCH(QByteArray, fault);
    QCOMPARE(faultOf(checkBootArgs(args.toStdString())), fault);
}

void TestConfigRules::secondRootDrive_isRefused()
{
    const std::vector drives{drive("a", true)};
    QCOMPARE(faultOf(checkDrive(drives, drive("b", true))),
             QByteArray("Drive config error: A root block device already exists!"));
    QCOMPARE(faultOf(checkDrive(drives, drive("b", true), Origin::ConfigFile)),
             QByteArray("Block device error: A root block device already exists!"));
}

void TestConfigRules::rootDrive_mayReplaceItself()
{
    const std::vector drives{drive("a", true), drive("b", false)};
    QVERIFY(checkDrive(drives, drive("a", true)).has_value());
    QVERIFY(checkDrive(drives, drive("b", false)).has_value());
}

void TestConfigRules::driveUpdate_mustPatchSomething()
{
    QCOMPARE(faultOf(checkDriveUpdate({.driveId = "a", .pathOnHost = {}, .rateLimiter = {}})),
             QByteArray("Please specify at least one property to patch: path_on_host, rate_limiter."));
    QVERIFY(checkDriveUpdate({.driveId = "a", .pathOnHost = "p", .rateLimiter = {}}).has_value());
    QVERIFY(checkDriveUpdate({.driveId = "a", .pathOnHost = {}, .rateLimiter = RateLimiterConfig{}}).has_value());
}

void TestConfigRules::network_macIsUnique()
{
    const std::vector<NetworkConfig> others{interface("1", "06:00:00:00:00:01"), interface("2", {})};
    QCOMPARE(faultOf(checkNetwork(others, interface("3", "06:00:00:00:00:01"))),
             QByteArray("Network config error: The MAC address is already in use: 06:00:00:00:00:01"));
    QCOMPARE(faultOf(checkNetwork(others, interface("3", "06:00:00:00:00:01"), Origin::ConfigFile)),
             QByteArray("Network device error: The MAC address is already in use: 06:00:00:00:00:01"));
    QVERIFY(checkNetwork(others, interface("1", "06:00:00:00:00:01"))); // its own
    QVERIFY(checkNetwork(others, interface("3", "06:00:00:00:00:02")));
    QVERIFY(checkNetwork(others, interface("3", {}))); // as many without as one likes
}

void TestConfigRules::mmdsConfig_rulesHold_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::addColumn<QByteArray>("fault");
    const QByteArray unknown = "MMMDS config error: The list of network interface IDs provided contains at least one "
                               "ID that does not correspond to any existing network interface.";
    QTest::newRow("good") << QByteArray("169.254.169.254") << QByteArrayList{"1", "2"} << QByteArray();
    QTest::newRow("not link local, checked first")
        << QByteArray("10.0.0.1") << QByteArrayList{}
        << QByteArray("MMMDS config error: The MMDS IPv4 address is not link local.");
    QTest::newRow("empty") << QByteArray("169.254.169.254") << QByteArrayList{}
                           << QByteArray("MMMDS config error: The list of network interface IDs that allow forwarding "
                                         "MMDS requests is empty.");
    QTest::newRow("unknown") << QByteArray("169.254.169.254") << QByteArrayList{"foo"} << unknown;
    QTest::newRow("one unknown") << QByteArray("169.254.169.254") << QByteArrayList{"1", "foo"} << unknown;
}

void TestConfigRules::mmdsConfig_rulesHold()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArrayList, ids);
    QFETCH(QByteArray, fault);
    MmdsConfig config;
    config.ipv4Address = parseIpv4Address(address.toStdString()).value();
    for (const QByteArray &id : ids)
        config.networkInterfaces.push_back(id.toStdString());
    QCOMPARE(faultOf(checkMmdsConfig(std::vector{interface("1", {}), interface("2", {})}, config)), fault);
}

void TestConfigRules::balloon_fitsIntoMemory()
{
    const MachineConfig machine{.memSizeMib = 256};
    QVERIFY(checkBalloon({.amountMib = 256}, machine));
    QCOMPARE(faultOf(checkBalloon({.amountMib = 257}, machine)),
             QByteArray("Balloon config error: Amount of pages requested is too large."));
    QVERIFY(checkMemoryHoldsBalloon(machine, {.amountMib = 256}));
    QCOMPARE(faultOf(checkMemoryHoldsBalloon(machine, {.amountMib = 257})),
             QByteArray("Machine config error: The memory size (MiB) is smaller than the previously set balloon device "
                        "target size."));
}

void TestConfigRules::rateLimiter_offBucketsVanish()
{
    const TokenBucketConfig on{.size = 1, .oneTimeBurst = {}, .refillTimeMs = 1};
    const TokenBucketConfig noTime{.size = 1, .oneTimeBurst = {}, .refillTimeMs = 0};
    const TokenBucketConfig noSize{.size = 0, .oneTimeBurst = 5, .refillTimeMs = 1};
    QVERIFY(!effectiveRateLimiter(std::nullopt));
    QVERIFY(!effectiveRateLimiter(RateLimiterConfig{}));
    QVERIFY(!effectiveRateLimiter(RateLimiterConfig{.bandwidth = noTime, .ops = noSize}));
    QVERIFY(effectiveRateLimiter(RateLimiterConfig{.bandwidth = noTime, .ops = on}) ==
            (RateLimiterConfig{.bandwidth = {}, .ops = on}));
}

void TestConfigRules::rateLimiter_patchReplacesGivenBuckets()
{
    const TokenBucketConfig one{.size = 1, .oneTimeBurst = {}, .refillTimeMs = 1};
    const TokenBucketConfig two{.size = 2, .oneTimeBurst = {}, .refillTimeMs = 2};
    const RateLimiterConfig current{.bandwidth = one, .ops = one};
    QVERIFY(mergeRateLimiter(current, {.bandwidth = {}, .ops = two}) ==
            (RateLimiterConfig{.bandwidth = one, .ops = two}));
    QVERIFY(mergeRateLimiter(current, {.bandwidth = TokenBucketConfig{}, .ops = {}}) ==
            (RateLimiterConfig{.bandwidth = {}, .ops = one}));
    QVERIFY(!mergeRateLimiter(current, {.bandwidth = TokenBucketConfig{}, .ops = TokenBucketConfig{}}));
    QVERIFY(mergeRateLimiter(std::nullopt, {.bandwidth = two, .ops = {}}) ==
            (RateLimiterConfig{.bandwidth = two, .ops = {}}));
}

void TestConfigRules::machineConfig_isSerialized_data()
{
    QTest::addColumn<int>("cpuTemplate");
    QTest::addColumn<int>("hugePages");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, CpuTemplate cpu, HugePages huge, QByteArray json) {
        QTest::newRow(name) << static_cast<int>(cpu) << static_cast<int>(huge) << json;
    };
    row("default", CpuTemplate::None, HugePages::None,
        R"({"vcpu_count":1,"mem_size_mib":128,"smt":false,"track_dirty_pages":false})");
    row("template", CpuTemplate::T2S, HugePages::None,
        R"({"vcpu_count":1,"mem_size_mib":128,"smt":false,"cpu_template":"T2S","track_dirty_pages":false})");
    row("huge pages", CpuTemplate::None, HugePages::TwoMiB,
        R"({"vcpu_count":1,"mem_size_mib":128,"smt":false,"track_dirty_pages":false,"huge_pages":"2M"})");
}

void TestConfigRules::machineConfig_isSerialized()
{
    QFETCH(int, cpuTemplate);
    QFETCH(int, hugePages);
    QFETCH(QByteArray, json);
    const MachineConfig config{.cpuTemplate = static_cast<CpuTemplate>(cpuTemplate),
                               .hugePages = static_cast<HugePages>(hugePages)};
    QCOMPARE(QByteArray::fromStdString(toJson(config)), json);
}

void TestConfigRules::fullConfig_isSerializedInWireOrder()
{
    DriveConfig root = drive("rootfs", true);
    root.pathOnHost = "/r.ext4";
    DriveConfig data = drive("data", false);
    data.partuuid = "0eaa91a0-01";
    data.isReadOnly = true;
    data.cacheType = CacheType::Writeback;
    data.ioEngine = IoEngine::Async;
    data.rateLimiter =
        RateLimiterConfig{.bandwidth = TokenBucketConfig{.size = 1000000, .oneTimeBurst = 0, .refillTimeMs = 100},
                          .ops = TokenBucketConfig{.size = 0, .oneTimeBurst = {}, .refillTimeMs = 1}};
    FullVmConfig config;
    config.drives = {root, data};
    config.bootSource = {.kernelImagePath = "/vmlinux.bin", .initrdPath = {}, .bootArgs = "console=ttyS0"};
    config.machine = {.vcpuCount = 2, .memSizeMib = 256};
    QCOMPARE(
        QByteArray::fromStdString(toJson(config)),
        QByteArray(
            R"({"balloon":null,"drives":[{"drive_id":"rootfs","path_on_host":"/r.ext4","is_root_device":true,)"
            R"("partuuid":null,"is_read_only":false,"cache_type":"Unsafe","rate_limiter":null,"io_engine":"Sync"},)"
            R"({"drive_id":"data","path_on_host":"/p","is_root_device":false,"partuuid":"0eaa91a0-01",)"
            R"("is_read_only":true,"cache_type":"Writeback","rate_limiter":{"bandwidth":{"size":1000000,)"
            R"("one_time_burst":null,"refill_time":100},"ops":null},"io_engine":"Async"}],)"
            R"("boot-source":{"kernel_image_path":"/vmlinux.bin","initrd_path":null,"boot_args":"console=ttyS0"},)"
            R"("cpu-config":null,"logger":null,"machine-config":{"vcpu_count":2,"mem_size_mib":256,"smt":false,)"
            R"("track_dirty_pages":false},"metrics":null,"mmds-config":null,"network-interfaces":[],)"
            R"("vsock":null,"entropy":null})"));
}

void TestConfigRules::fullConfig_showsDevices()
{
    FullVmConfig config;
    config.balloon = BalloonConfig{.amountMib = 1, .deflateOnOom = true};
    config.networkInterfaces = {interface("1", "06:00:00:00:00:01"), interface("2", {})};
    config.networkInterfaces[0].txRateLimiter = RateLimiterConfig{
        .bandwidth = TokenBucketConfig{.size = 1000000, .oneTimeBurst = {}, .refillTimeMs = 100}, .ops = {}};
    config.mmds = MmdsConfig{.version = MmdsVersion::V2, .networkInterfaces = {"1"}};
    config.vsock = VsockConfig{.vsockId = "never shown", .guestCid = 15, .udsPath = "vsock.sock"};
    config.entropy = EntropyConfig{};
    const QByteArray json = QByteArray::fromStdString(toJson(config));
    QVERIFY(json.startsWith(
        R"({"balloon":{"amount_mib":1,"deflate_on_oom":true,"stats_polling_interval_s":0},"drives":[])"));
    QVERIFY(json.endsWith(
        R"("metrics":null,"mmds-config":{"version":"V2","network_interfaces":["1"],"ipv4_address":"169.254.169.254"},)"
        R"("network-interfaces":[{"iface_id":"1","host_dev_name":"tap1","guest_mac":"06:00:00:00:00:01",)"
        R"("rx_rate_limiter":null,"tx_rate_limiter":{"bandwidth":{"size":1000000,"one_time_burst":null,)"
        R"("refill_time":100},"ops":null}},{"iface_id":"2","host_dev_name":"tap2","guest_mac":null,)"
        R"("rx_rate_limiter":null,"tx_rate_limiter":null}],"vsock":{"guest_cid":15,"uds_path":"vsock.sock"},)"
        R"("entropy":{"rate_limiter":null}})"));

    // What later levels added shows only when it is set.
    config.balloon->freePageHinting = config.balloon->freePageReporting = true;
    config.networkInterfaces[0].mtu = 1400;
    config.mmds->imdsCompat = true;
    config.networkInterfaces[1].hostDevName.clear();
    config.networkInterfaces[1].socketPath = "/run/passt.sock";
    const QByteArray newer = QByteArray::fromStdString(toJson(config));
    QVERIFY(newer.contains(R"("stats_polling_interval_s":0,"free_page_hinting":true,"free_page_reporting":true})"));
    QVERIFY(newer.contains(R"("guest_mac":"06:00:00:00:00:01","mtu":1400,"rx_rate_limiter")"));
    QVERIFY(newer.contains(R"({"iface_id":"2","socket_path":"/run/passt.sock","guest_mac":null,)"));
    QVERIFY(newer.contains(R"("ipv4_address":"169.254.169.254","imds_compat":true})"));
}

void TestConfigRules::fullConfig_beforeAnyPut()
{
    const std::string json = toJson(FullVmConfig{});
    QVERIFY(json.find(R"("boot-source":{"kernel_image_path":"","initrd_path":null},)") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestConfigRules)
#include "tst_config_rules.moc"
