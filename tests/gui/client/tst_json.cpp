#include "client/json.h"

#include <QJsonArray>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray &text)
{
    return parseObject(text).value_or(QJsonObject{{u"unparsable"_s, true}});
}

template <typename T>
QString errorOf(const JsonResult<T> &result)
{
    return result ? QString() : result.error();
}

constexpr const char *kFirecrackerConfig = R"({"balloon":null,"drives":[{"drive_id":"rootfs","path_on_host":"/r.ext4",
"is_root_device":true,"partuuid":null,"is_read_only":false,"cache_type":"Unsafe","rate_limiter":null,
"io_engine":"Sync"}],
"boot-source":{"kernel_image_path":"/vmlinux.bin","initrd_path":null,"boot_args":"console=ttyS0"},"cpu-config":null,
"logger":null,"machine-config":{"vcpu_count":2,"mem_size_mib":256,"smt":false,"track_dirty_pages":false},"metrics":null,
"mmds-config":{"version":"V2","network_interfaces":["1"]},
"network-interfaces":[{"iface_id":"1","host_dev_name":"tap0"}],
"vsock":null,"entropy":null,"pmem":[],"future-section":{"deep":[1,9007199254740993,"x"]}})";

} // namespace

class TestJson : public QObject {
    Q_OBJECT
private slots:
    void drive_everyField_roundTrips();
    void machine_everyField_roundTrips();
    void machine_defaults_leaveNewKeysOut();
    void bootSource_everyField_roundTrips();
    void vmConfig_unknownSections_areKept();
    void vmConfig_cpuTemplate_isReadWholeAndWritten();
    void vmConfig_withoutMachine_hasDefaults();
    void devices_everyField_roundTrip();
    void devices_defaults_leaveNewKeysOut();
    void devices_asReported_areRead();
    void balloonStatistics_answer_isRead();
    void integers_upToTheLimit_areExact();
    void oldNames_inOldDocuments_areUnderstood();
    void badDocument_read_namesTheKey_data();
    void badDocument_read_namesTheKey();
    void driveUpdate_parts_areWritten();
    void logger_levels_haveTheirNames();
    void instanceInfo_answer_isRead();
    void versionInfo_answer_isRead();
    void parseObject_bad_tellsThePlace_data();
    void parseObject_bad_tellsThePlace();
    void parseObject_tooLarge_isRefused();
};

void TestJson::drive_everyField_roundTrips()
{
    Drive drive;
    drive.driveId = u"data_1"_s;
    drive.pathOnHost = u"/imag\"es/dä ta.img"_s;
    drive.isRootDevice = true;
    drive.partuuid = u"0eaa91a0-01"_s;
    drive.isReadOnly = true;
    drive.cacheType = CacheType::Writeback;
    drive.ioEngine = IoEngine::Async;
    drive.rateLimiter = RateLimiter{.bandwidth = TokenBucket{.size = 1'000'000, .oneTimeBurst = 0, .refillTimeMs = 100},
                                    .ops = TokenBucket{.size = 0, .oneTimeBurst = {}, .refillTimeMs = 0}};
    const auto again = driveFromJson(toJson(drive));
    QVERIFY2(again, qPrintable(errorOf(again)));
    QVERIFY(*again == drive);
    QCOMPARE(driveFromJson(toJson(Drive{})).value().driveId, QString());
    QVERIFY(!toJson(Drive{}).contains("io_engine"_L1));
}

void TestJson::machine_everyField_roundTrips()
{
    MachineConfig config;
    config.vcpuCount = 32;
    config.memSizeMib = 1'048'576;
    config.smt = true;
    config.trackDirtyPages = true;
    config.cpuTemplate = u"T2CL"_s;
    for (const HugePages pages : {HugePages::None, HugePages::TwoMiB, HugePages::Transparent}) {
        config.hugePages = pages;
        const auto again = machineConfigFromJson(toJson(config));
        QVERIFY(again);
        QVERIFY(*again == config);
    }
}

void TestJson::machine_defaults_leaveNewKeysOut()
{
    QCOMPARE(toJson(MachineConfig{}),
             parsed(R"({"vcpu_count":1,"mem_size_mib":128,"smt":false,"track_dirty_pages":false})"));
}

void TestJson::bootSource_everyField_roundTrips()
{
    BootSource source;
    source.kernelImagePath = u"/boot/vmlinux"_s;
    QCOMPARE(toJson(source), parsed(R"({"kernel_image_path":"/boot/vmlinux"})"));
    source.initrdPath = u"/boot/initrd"_s;
    source.bootArgs = QString(u""_s); // not the same as the engine's default
    const auto again = bootSourceFromJson(toJson(source));
    QVERIFY(again);
    QVERIFY(*again == source);
    QVERIFY(again->bootArgs.has_value());
}

void TestJson::vmConfig_unknownSections_areKept()
{
    const QJsonObject document = parsed(kFirecrackerConfig);
    const auto config = vmConfigFromJson(document);
    QVERIFY2(config, qPrintable(errorOf(config)));
    QCOMPARE(config->drives.size(), 1);
    QCOMPARE(config->drives.first().pathOnHost, u"/r.ext4"_s);
    QCOMPARE(config->machine.memSizeMib, quint64{256});
    QCOMPARE(config->bootSource.bootArgs.value_or(QString()), u"console=ttyS0"_s);
    QCOMPARE(config->otherSections.keys(),
             QStringList({u"cpu-config"_s, u"future-section"_s, u"logger"_s, u"metrics"_s, u"pmem"_s}));
    QCOMPARE(sectionsInUse(config->otherSections), QStringList{u"future-section"_s});

    const QJsonObject written = toJson(*config);
    for (const QString &key : config->otherSections.keys())
        QCOMPARE(written.value(key), document.value(key));
    const auto again = vmConfigFromJson(written);
    QVERIFY(again);
    QVERIFY(*again == *config);
    const QJsonArray deep = written.value("future-section"_L1).toObject().value("deep"_L1).toArray();
    QCOMPARE(deep.at(1).toInteger(), Q_INT64_C(9007199254740993));
}

void TestJson::vmConfig_cpuTemplate_isReadWholeAndWritten()
{
    const QByteArray text = R"({"boot-source":{"kernel_image_path":"/k"},"drives":[],
        "cpu-config":{"msr_modifiers":[{"addr":"0x10a","bitmap":"0b1"}],"kvm_capabilities":["!171"]}})";
    const auto config = vmConfigFromJson(parsed(text));
    QVERIFY(config);
    QCOMPARE(config->cpuConfig, std::optional(parsed(text).value("cpu-config"_L1).toObject()));
    QVERIFY(config->otherSections.isEmpty());
    QCOMPARE(toJson(*config).value("cpu-config"_L1), parsed(text).value("cpu-config"_L1));
    // The name of a file is none of ours.
    const auto named =
        vmConfigFromJson(parsed(R"({"boot-source":{"kernel_image_path":"/k"},"drives":[],"cpu-config":"/t.json"})"));
    QVERIFY(named);
    QVERIFY(!named->cpuConfig);
    QCOMPARE(sectionsInUse(named->otherSections), QStringList{u"cpu-config"_s});
    QVERIFY(!toJson(VmConfig()).contains("cpu-config"_L1));
}

void TestJson::vmConfig_withoutMachine_hasDefaults()
{
    const auto config = vmConfigFromJson(parsed(R"({"boot-source":{"kernel_image_path":"/k"},"drives":[]})"));
    QVERIFY(config);
    QVERIFY(config->machine == MachineConfig{});
    QVERIFY(config->otherSections.isEmpty());
}

void TestJson::devices_everyField_roundTrip()
{
    const RateLimiter limiter{.bandwidth = TokenBucket{.size = 1000, .oneTimeBurst = 5, .refillTimeMs = 100},
                              .ops = TokenBucket{.size = 10, .oneTimeBurst = {}, .refillTimeMs = 1}};
    VmConfig config;
    config.bootSource.kernelImagePath = u"/k"_s;
    config.networkInterfaces = {NetworkInterface{.ifaceId = u"eth0"_s,
                                                 .hostDevName = u"tap0"_s,
                                                 .guestMac = u"06:00:00:00:00:01"_s,
                                                 .mtu = 1400,
                                                 .rxRateLimiter = limiter,
                                                 .txRateLimiter = RateLimiter{}},
                                NetworkInterface{.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s},
                                NetworkInterface{.ifaceId = u"eth2"_s, .socketPath = u"/machine/run/net.sock"_s}};
    config.mmdsConfig = MmdsConfig{MmdsVersion::V2, {u"eth0"_s, u"eth1"_s}, u"169.254.1.2"_s, true};
    config.mmds = parsed(R"({"latest":{"meta-data":{"ami-id":"x","n":9007199254740993}}})");
    config.vsock = Vsock{4294967294, u"v.sock"_s};
    config.balloon = Balloon{64, true, 65535, true, true};
    config.entropy = Entropy{limiter};
    config.serial = Serial{u"/out"_s, TokenBucket{.size = 1, .oneTimeBurst = {}, .refillTimeMs = 2}};
    const auto again = vmConfigFromJson(toJson(config));
    QVERIFY2(again, qPrintable(errorOf(again)));
    QVERIFY(*again == config);
    QVERIFY(again->otherSections.isEmpty());
}

void TestJson::devices_defaults_leaveNewKeysOut()
{
    QCOMPARE(toJson(NetworkInterface{.ifaceId = u"a"_s, .hostDevName = u"t"_s}),
             parsed(R"({"iface_id":"a","host_dev_name":"t"})"));
    QCOMPARE(toJson(MmdsConfig{}), parsed(R"({"version":"V1","network_interfaces":[]})"));
    QCOMPARE(toJson(Balloon{}), parsed(R"({"amount_mib":0,"deflate_on_oom":false,"stats_polling_interval_s":0})"));
    QCOMPARE(toJson(Entropy{}), QJsonObject());
    QCOMPARE(toJson(Serial{}), QJsonObject());
    const QStringList keys = toJson(VmConfig{}).keys();
    QCOMPARE(keys, QStringList({u"boot-source"_s, u"drives"_s, u"machine-config"_s}));
}

void TestJson::devices_asReported_areRead()
{
    // The example of the API's description of GET /vm/config.
    const auto config = vmConfigFromJson(parsed(R"({"balloon":{"amount_mib":5,"deflate_on_oom":false,
        "stats_polling_interval_s":0},"drives":[],"boot-source":{"kernel_image_path":"/k","initrd_path":null},
        "mmds-config":{"version":"V2","network_interfaces":["1"],"ipv4_address":"169.254.169.250"},
        "network-interfaces":[{"iface_id":"1","host_dev_name":"tap0","guest_mac":"06:00:00:00:00:01","mtu":null,
        "rx_rate_limiter":null,"tx_rate_limiter":{"bandwidth":{"size":1000000,"one_time_burst":null,"refill_time":100},
        "ops":null}}],"vsock":{"guest_cid":15,"uds_path":"vsock.sock"},"entropy":{"rate_limiter":null}})"));
    QVERIFY2(config, qPrintable(errorOf(config)));
    QCOMPARE(config->balloon->amountMib, quint64{5});
    QCOMPARE(config->mmdsConfig->ipv4Address, u"169.254.169.250"_s);
    QCOMPARE(config->mmdsConfig->networkInterfaces, QStringList{u"1"_s});
    const NetworkInterface &interface = config->networkInterfaces.constFirst();
    QCOMPARE(interface.guestMac, u"06:00:00:00:00:01"_s);
    QVERIFY(!interface.mtu && !interface.rxRateLimiter);
    QCOMPARE(interface.txRateLimiter->bandwidth->size, quint64{1000000});
    QCOMPARE(config->vsock->guestCid, quint64{15});
    QVERIFY(config->entropy && !config->entropy->rateLimiter);
    QVERIFY(!config->serial && !config->mmds);
}

void TestJson::balloonStatistics_answer_isRead()
{
    const auto statistics = balloonStatisticsFromJson(
        parsed(R"({"target_pages":512,"actual_pages":256,"target_mib":2,"actual_mib":1,"free_memory":123,"new":7})"));
    QVERIFY2(statistics, qPrintable(errorOf(statistics)));
    QCOMPARE(statistics->targetMib, quint64{2});
    QCOMPARE(statistics->actualMib, quint64{1});
    QCOMPARE(statistics->reported, (QMap<QString, quint64>{{u"free_memory"_s, 123}, {u"new"_s, 7}}));
    QCOMPARE(balloonStatisticsFromJson(parsed(R"({"target_mib":2})")).error(), u"actual_mib: missing"_s);
}

void TestJson::integers_upToTheLimit_areExact()
{
    const QByteArray text = R"({"vcpu_count":1,"mem_size_mib":9223372036854775807})";
    const auto config = machineConfigFromJson(parsed(text));
    QVERIFY(config);
    QCOMPARE(config->memSizeMib, quint64{9223372036854775807});
    QVERIFY(QJsonDocument(toJson(*config)).toJson(QJsonDocument::Compact).contains(":9223372036854775807"));
    // What does not fit is the largest that does, never a wrapped number.
    const TokenBucket bucket{.size = ~quint64{0}, .oneTimeBurst = {}, .refillTimeMs = 1};
    QCOMPARE(toJson(bucket).value("size"_L1).toInteger(), Q_INT64_C(9223372036854775807));
}

void TestJson::oldNames_inOldDocuments_areUnderstood()
{
    const auto config = machineConfigFromJson(parsed(R"({"vcpu_count":2,"mem_size_mib":64,"ht_enabled":true,
                                                         "cpu_template":"None"})"));
    QVERIFY(config);
    QVERIFY(config->smt);
    QVERIFY(config->cpuTemplate.isEmpty());
}

void TestJson::badDocument_read_namesTheKey_data()
{
    QTest::addColumn<QByteArray>("change"); ///< put into the good document at the top level
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *change, const QString &error) {
        QTest::newRow(name) << QByteArray(change) << error;
    };
    row("boot null", R"({"boot-source":null})", u"boot-source: missing"_s);
    row("boot text", R"({"boot-source":"/k"})", u"boot-source: expected an object"_s);
    row("no kernel", R"({"boot-source":{}})", u"boot-source.kernel_image_path: missing"_s);
    row("kernel number", R"({"boot-source":{"kernel_image_path":1}})",
        u"boot-source.kernel_image_path: expected a string"_s);
    row("args list", R"({"boot-source":{"kernel_image_path":"","boot_args":[]}})",
        u"boot-source.boot_args: expected a string"_s);
    row("drives null", R"({"drives":null})", u"drives: missing"_s);
    row("drives object", R"({"drives":{}})", u"drives: expected an array"_s);
    row("drive text", R"({"drives":["x"]})", u"drives[0]: expected an object"_s);
    row("drive without path", R"({"drives":[{"drive_id":"a"}]})", u"drives[0].path_on_host: missing"_s);
    const auto drive = [&](const char *name, const char *field, const QString &error) {
        row(name,
            QByteArray(R"({"drives":[{"drive_id":"a","path_on_host":"p","is_root_device":false,)")
                .append(field)
                .append("}]}"),
            u"drives[0]."_s + error);
    };
    drive("read-only text", R"("is_read_only":"yes")", u"is_read_only: expected true or false"_s);
    drive("cache", R"("cache_type":"unsafe")", u"cache_type: expected one of Unsafe, Writeback"_s);
    drive("engine", R"("io_engine":"")", u"io_engine: expected one of Sync, Async"_s);
    drive("limiter", R"("rate_limiter":5)", u"rate_limiter: expected an object"_s);
    drive("no refill", R"("rate_limiter":{"ops":{"size":1}})", u"rate_limiter.ops.refill_time: missing"_s);
    const QString range = u"expected an integer from 0 to 9223372036854775807"_s;
    drive("negative", R"("rate_limiter":{"ops":{"size":-1,"refill_time":1}})", u"rate_limiter.ops.size: "_s + range);
    drive("fraction", R"("rate_limiter":{"bandwidth":{"size":1.5,"refill_time":1}})",
          u"rate_limiter.bandwidth.size: "_s + range);
    drive("2^63", R"("rate_limiter":{"ops":{"size":1,"refill_time":9223372036854775808}})",
          u"rate_limiter.ops.refill_time: "_s + range);
    drive("burst text", R"("rate_limiter":{"ops":{"size":1,"refill_time":1,"one_time_burst":"1"}})",
          u"rate_limiter.ops.one_time_burst: "_s + range);
    const auto machine = [&](const char *name, const char *fields, const QString &error) {
        row(name, QByteArray(R"({"machine-config":{)").append(fields).append("}}"), u"machine-config."_s + error);
    };
    machine("no vcpus", R"("mem_size_mib":1)", u"vcpu_count: missing"_s);
    machine("no memory", R"("vcpu_count":1)", u"mem_size_mib: missing"_s);
    machine("0 vcpus", R"("vcpu_count":0,"mem_size_mib":1)", u"vcpu_count: expected an integer from 1 to 32"_s);
    machine("33 vcpus", R"("vcpu_count":33,"mem_size_mib":1)", u"vcpu_count: expected an integer from 1 to 32"_s);
    machine("text vcpus", R"("vcpu_count":"2","mem_size_mib":1)", u"vcpu_count: expected an integer from 1 to 32"_s);
    machine("0 memory", R"("vcpu_count":1,"mem_size_mib":0)",
            u"mem_size_mib: expected an integer from 1 to 9223372036854775807"_s);
    machine("smt", R"("vcpu_count":1,"mem_size_mib":1,"smt":1)", u"smt: expected true or false"_s);
    row("interfaces object", R"({"network-interfaces":{}})", u"network-interfaces: expected an array"_s);
    row("interface without tap", R"({"network-interfaces":[{"iface_id":"a"}]})",
        u"network-interfaces[0].host_dev_name: missing"_s);
    row("mtu", R"({"network-interfaces":[{"iface_id":"a","host_dev_name":"t","mtu":65536}]})",
        u"network-interfaces[0].mtu: expected an integer from 0 to 65535"_s);
    row("limiter text", R"({"network-interfaces":[{"iface_id":"a","host_dev_name":"t","tx_rate_limiter":"x"}]})",
        u"network-interfaces[0].tx_rate_limiter: expected an object"_s);
    row("mmds version", R"({"mmds-config":{"version":"V3","network_interfaces":[]}})",
        u"mmds-config.version: expected one of V1, V2"_s);
    row("mmds ids", R"({"mmds-config":{"network_interfaces":"a"}})",
        u"mmds-config.network_interfaces: expected an array"_s);
    row("mmds id", R"({"mmds-config":{"network_interfaces":[1]}})",
        u"mmds-config.network_interfaces: expected strings"_s);
    row("metadata", R"({"mmds":[1]})", u"mmds: expected an object"_s);
    row("no socket", R"({"vsock":{"guest_cid":3}})", u"vsock.uds_path: missing"_s);
    row("cid", R"({"vsock":{"guest_cid":4294967296,"uds_path":"v"}})",
        u"vsock.guest_cid: expected an integer from 0 to 4294967295"_s);
    row("balloon", R"({"balloon":{"amount_mib":1}})", u"balloon.deflate_on_oom: missing"_s);
    row("interval", R"({"balloon":{"amount_mib":1,"deflate_on_oom":true,"stats_polling_interval_s":70000}})",
        u"balloon.stats_polling_interval_s: expected an integer from 0 to 65535"_s);
    row("entropy", R"({"entropy":7})", u"entropy: expected an object"_s);
    row("serial", R"({"serial":{"rate_limiter":{"size":1}}})", u"serial.rate_limiter.refill_time: missing"_s);
    machine("pages", R"("vcpu_count":1,"mem_size_mib":1,"huge_pages":"1G")",
            u"huge_pages: expected one of None, 2M, Transparent"_s);
}

void TestJson::badDocument_read_namesTheKey()
{
    QFETCH(QByteArray, change);
    QJsonObject document = parsed(kFirecrackerConfig);
    QVERIFY(vmConfigFromJson(document));
    const QJsonObject changes = parsed(change);
    QVERIFY(!changes.contains("unparsable"_L1));
    for (auto it = changes.begin(); it != changes.end(); ++it)
        document.insert(it.key(), it.value());
    const auto config = vmConfigFromJson(document);
    QVERIFY(!config);
    QTEST(config.error(), "error");
}

void TestJson::driveUpdate_parts_areWritten()
{
    DriveUpdate update;
    update.driveId = u"a"_s;
    QCOMPARE(toJson(update), parsed(R"({"drive_id":"a"})"));
    update.pathOnHost = u"/new"_s;
    update.rateLimiter = RateLimiter{.bandwidth = {}, .ops = TokenBucket{}};
    QCOMPARE(toJson(update),
             parsed(R"({"drive_id":"a","path_on_host":"/new","rate_limiter":{"ops":{"size":0,"refill_time":0}}})"));
}

void TestJson::logger_levels_haveTheirNames()
{
    LoggerConfig logger;
    QCOMPARE(toJson(logger), parsed(R"({"level":"Info","show_level":true,"show_log_origin":false})"));
    logger.logPath = u"/log"_s;
    QStringList names;
    for (const LogLevel level :
         {LogLevel::Off, LogLevel::Error, LogLevel::Warn, LogLevel::Info, LogLevel::Debug, LogLevel::Trace}) {
        logger.level = level;
        names.append(toJson(logger).value("level"_L1).toString());
    }
    QCOMPARE(names, QStringList({u"Off"_s, u"Error"_s, u"Warning"_s, u"Info"_s, u"Debug"_s, u"Trace"_s}));
    QCOMPARE(toJson(logger).value("log_path"_L1).toString(), u"/log"_s);
}

void TestJson::instanceInfo_answer_isRead()
{
    const auto info = instanceInfoFromJson(
        parsed(R"({"id":"vm-1","state":"Paused","vmm_version":"1.4.0","app_name":"Firecracker","new":1})"));
    QVERIFY(info);
    QCOMPARE(info->id, u"vm-1"_s);
    QVERIFY(info->state == InstanceState::Paused);
    QCOMPARE(info->vmmVersion, u"1.4.0"_s);
    QCOMPARE(info->appName, u"Firecracker"_s);
    QVERIFY(instanceInfoFromJson(parsed(R"({"id":"a","started":true})"))->state == InstanceState::Running);
    QCOMPARE(instanceInfoFromJson(parsed(R"({"id":"a"})")).error(), u"state: missing"_s);
    QCOMPARE(instanceInfoFromJson(parsed(R"({"id":"a","state":"Halted"})")).error(),
             u"state: expected one of Not started, Running, Paused"_s);
    QCOMPARE(instanceInfoFromJson(parsed(R"({"id":7,"state":"Running"})")).error(), u"id: expected a string"_s);
    QCOMPARE(instanceInfoFromJson(QJsonArray()).error(), u"expected an object"_s);
}

void TestJson::versionInfo_answer_isRead()
{
    const auto ours = versionInfoFromJson(parsed(R"({"firecracker_version":"1.4.0","sparkler_version":"0.1.0"})"));
    QCOMPARE(ours->firecrackerVersion, u"1.4.0"_s);
    QCOMPARE(ours->sparklerVersion, u"0.1.0"_s);
    QVERIFY(versionInfoFromJson(parsed(R"({"firecracker_version":"1.7.0"})"))->sparklerVersion.isEmpty());
    QCOMPARE(versionInfoFromJson(parsed("{}")).error(), u"firecracker_version: missing"_s);
}

void TestJson::parseObject_bad_tellsThePlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("empty") << QByteArray() << u"line 1, column 1: "_s;
    QTest::newRow("array") << QByteArray("[]") << u"line 1, column 1: expected an object"_s;
    QTest::newRow("second line") << QByteArray("{\n  \"a\": x\n}") << u"line 2, column 8: "_s;
    QTest::newRow("rest") << QByteArray("{} x") << u"line 1, column "_s;
    QTest::newRow("cut") << QByteArray("{\"a\":\n{\"b\":1}\n") << u"line 3, column 1: "_s;
}

void TestJson::parseObject_bad_tellsThePlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const auto object = parseObject(text);
    QVERIFY(!object);
    QVERIFY2(object.error().startsWith(place), qPrintable(object.error()));
    QVERIFY(object.error().size() > place.size() || place.endsWith(u"object"_s));
}

void TestJson::parseObject_tooLarge_isRefused()
{
    const QByteArray blanks(16 * 1024 * 1024 - 2, ' ');
    QVERIFY(parseObject("{" + blanks + "}"));
    QCOMPARE(parseObject("{ " + blanks + "}").error(), u"the document is larger than 16 MiB"_s);
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
