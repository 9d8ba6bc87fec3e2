#include "config/parse.h"
#include "config/rules.h"

#include <QTest>

using namespace sparkler;

namespace {

template <typename T>
QByteArray faultOf(const Result<T> &result)
{
    return result ? QByteArray("(accepted)") : QByteArray::fromStdString(result.error().text);
}

/// The fault around a reader's message.
QByteArray bodyFault(const QByteArray &message)
{
    return "An error occurred when deserializing the json body of a request: " + message + ".";
}

using Parser = QByteArray (*)(const std::string &);
const QMap<QByteArray, Parser> kParsers{
    {"machine", [](const std::string &json) { return faultOf(parseMachineConfig(json)); }},
    {"machine patch", [](const std::string &json) { return faultOf(parseMachineConfigUpdate(json)); }},
    {"boot", [](const std::string &json) { return faultOf(parseBootSource(json)); }},
    {"drive", [](const std::string &json) { return faultOf(parseDrive(json)); }},
    {"drive patch", [](const std::string &json) { return faultOf(parseDriveUpdate(json)); }},
    {"logger", [](const std::string &json) { return faultOf(parseLogger(json)); }},
    {"metrics", [](const std::string &json) { return faultOf(parseMetrics(json)); }},
    {"serial", [](const std::string &json) { return faultOf(parseSerial(json)); }},
    {"network", [](const std::string &json) { return faultOf(parseNetwork(json)); }},
    {"network patch", [](const std::string &json) { return faultOf(parseNetworkUpdate(json)); }},
    {"mmds config", [](const std::string &json) { return faultOf(parseMmdsConfig(json)); }},
    {"vsock", [](const std::string &json) { return faultOf(parseVsock(json)); }},
    {"old vsock", [](const std::string &json) { return faultOf(parseOldVsock(json)); }},
    {"balloon", [](const std::string &json) { return faultOf(parseBalloon(json)); }},
    {"balloon patch", [](const std::string &json) { return faultOf(parseBalloonUpdate(json)); }},
    {"balloon stats", [](const std::string &json) { return faultOf(parseBalloonStatsUpdate(json)); }},
    {"hinting", [](const std::string &json) { return faultOf(parseStartHinting(json)); }},
    {"entropy", [](const std::string &json) { return faultOf(parseEntropy(json)); }},
    {"json", [](const std::string &json) { return faultOf(parseJsonBody(json)); }},
};

constexpr const char *kMachineFields = "`vcpu_count`, `mem_size_mib`, `smt`, `cpu_template`, `track_dirty_pages`";
constexpr const char *kDriveFields = "`drive_id`, `path_on_host`, `is_root_device`, `partuuid`, `is_read_only`, "
                                     "`cache_type`, `rate_limiter`, `io_engine`";

std::string configFile(const std::string &extra)
{
    return R"({"boot-source":{"kernel_image_path":"/k"},"drives":[])" + extra + "}";
}

} // namespace

class TestConfigParse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badBody_reportsDocumentedFault_data();
    void badBody_reportsDocumentedFault();
    void goodBody_isAccepted_data();
    void goodBody_isAccepted();
    void emptyMachinePatch_isRefused_data();
    void emptyMachinePatch_isRefused();
    void machineConfig_readsEveryField();
    void machineConfig_oldNameOfSmtCounts();
    void oldVsock_pathTellsWhoServesIt();
    void drive_readsEveryField();
    void drive_missingOptionalFieldsGetDefaults();
    void drive_formsThatAreNoVirtioDriveAreRefused_data();
    void drive_formsThatAreNoVirtioDriveAreRefused();
    void driveUpdate_readsLimiterVerbatim();
    void metrics_readsEveryField();
    void logger_readsEveryField();
    void configFile_readsSections();
    void configFile_readsDevices();
    void configFile_faultNamesCategory_data();
    void configFile_faultNamesCategory();
};

void TestConfigParse::badBody_reportsDocumentedFault_data()
{
    QTest::addColumn<QByteArray>("parser");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("message");
    int number = 0;
    const auto row = [&](const char *parser, QByteArray json, QByteArray message) {
        QTest::addRow("%s %d", parser, ++number) << QByteArray(parser) << json << message;
    };
    // Worked examples of the wire reference.
    row("machine", R"({"mem_size_mib": 128})", "missing field `vcpu_count` at line 1 column 21");
    row("machine", R"({"vcpu_count": 2})", "missing field `mem_size_mib` at line 1 column 17");
    row("machine", "{}", "missing field `vcpu_count` at line 1 column 2");
    row("machine", "{\n  \"vcpu_count\": 1\n}", "missing field `mem_size_mib` at line 3 column 1");
    row("machine", R"({"vcpu_count": "-2"})", "invalid type: string \"-2\", expected u8 at line 1 column 19");
    row("machine", R"({"vcpu_count": -2})", "invalid value: integer `-2`, expected u8 at line 1 column 17");
    row("machine", R"({"vcpu_count": 256})", "invalid value: integer `256`, expected u8 at line 1 column 18");
    row("machine", R"({"vcpu_count": null})", "invalid type: null, expected u8 at line 1 column 19");
    row("machine", R"({"smt": "random_string"})",
        "invalid type: string \"random_string\", expected a boolean at line 1 column 23");
    row("machine", R"({"cpu_template": "random_string"})",
        "unknown variant `random_string`, expected one of `C3`, `T2`, `T2S`, `None`, `T2CL`, `T2A` at line 1 column "
        "32");
    row("machine", R"({"cpu_template": 1})", "expected value at line 1 column 18");
    row("machine", R"({"mem_size_mib": "-2"})", "invalid type: string \"-2\", expected usize at line 1 column 21");
    row("machine", R"({"mem_size_mib": 18446744073709551616})",
        "invalid type: floating point `1.8446744073709552e+19`, expected usize at line 1 column 37");
    row("machine", R"({"mem_size_mib": 99999999999999999999})",
        "invalid type: floating point `1e+20`, expected usize at line 1 column 37");
    row("machine", R"({"vcpu_count": 2.0})", "invalid type: floating point `2.0`, expected u8 at line 1 column 18");
    row("machine", R"({"foo": 1})",
        QByteArray("unknown field `foo`, expected one of ") + kMachineFields + " at line 1 column 6");
    row("drive patch", R"({"drive_id": "scratch", "path_on_host": "foo.bar", "is_read_only": true})",
        "unknown field `is_read_only`, expected one of `drive_id`, `path_on_host`, `rate_limiter` at line 1 column 65");
    row("drive", R"({"rate_limiter": {"ops": {"size": 1}}})", "missing field `refill_time` at line 1 column 36");
    row("drive", R"({"rate_limiter": {"foo": 1}})",
        "unknown field `foo`, expected `bandwidth` or `ops` at line 1 column 23");
    // The syntax table.
    row("machine", R"({"vcpu_count": 1)", "EOF while parsing an object at line 1 column 16");
    row("machine", R"({"vcpu_count")", "EOF while parsing an object at line 1 column 13");
    row("machine", R"({"vcpu_count": 1,)", "EOF while parsing a value at line 1 column 17");
    row("machine", R"({"vcpu_count": )", "EOF while parsing a value at line 1 column 15");
    row("machine", R"({"vcpu)", "EOF while parsing a string at line 1 column 6");
    row("machine", "  ", "EOF while parsing a value at line 1 column 2");
    row("machine", R"({"vcpu_count": 1, "mem_size_mib": 1}x)", "trailing characters at line 1 column 37");
    row("machine", R"({"vcpu_count": 1, "mem_size_mib": 1}  })", "trailing characters at line 1 column 39");
    row("machine", R"({"vcpu_count": 1,})", "trailing comma at line 1 column 18");
    row("machine", R"({vcpu_count: 1})", "key must be a string at line 1 column 2");
    row("machine", R"({"vcpu_count" 1})", "expected `:` at line 1 column 15");
    row("machine", R"({"vcpu_count": 1 "mem":1})", "expected `,` or `}` at line 1 column 18");
    row("machine", R"({"vcpu_count": 01})", "invalid number at line 1 column 17");
    row("machine", R"({"vcpu_count": 1.})", "invalid number at line 1 column 18");
    row("machine", R"({"vcpu_count": +1})", "expected value at line 1 column 16");
    row("machine", R"({"vcpu_count": .5})", "expected value at line 1 column 16");
    row("machine", R"({"vcpu_count": 'a'})", "expected value at line 1 column 16");
    row("machine", R"({"vcpu_count":  })", "expected value at line 1 column 17");
    row("machine", "foo", "expected ident at line 1 column 2");
    row("machine", R"({"vcpu_count": nul})", "expected ident at line 1 column 19");
    row("machine", "\xef\xbb\xbf{}", "expected value at line 1 column 1");
    // What else the structs refuse.
    row("machine", R"({"huge_pages": "1G"})",
        "unknown variant `1G`, expected one of `None`, `Transparent`, `2M` at line 1 column 19");
    row("machine", R"({"smt": null})", "invalid type: null, expected a boolean at line 1 column 12");
    row("machine", R"({"smt": true, "smt": true})", "duplicate field `smt` at line 1 column 19");
    row("machine", R"({"vcpu_count": 1, "mem_size_mib": 1, "smt": true, "ht_enabled": true})",
        "`ht_enabled` is the old name of `smt`, only one of them can be given");
    row("machine patch", R"({"ht_enabled": false, "smt": false})",
        "`ht_enabled` is the old name of `smt`, only one of them can be given");
    row("machine", "5", "invalid type: integer `5`, expected struct MachineConfig at line 1 column 1");
    row("machine patch", "5", "invalid type: integer `5`, expected struct MachineConfigUpdate at line 1 column 1");
    row("machine patch", R"({"foo": 1})",
        QByteArray("unknown field `foo`, expected one of ") + kMachineFields + " at line 1 column 6");
    row("boot", R"({"boot_args": "x"})", "missing field `kernel_image_path` at line 1 column 18");
    row("boot", R"({"foo": 1})",
        "unknown field `foo`, expected one of `kernel_image_path`, `initrd_path`, `boot_args` at line 1 column 6");
    row("boot", R"({"kernel_image_path": 1})", "invalid type: integer `1`, expected a string at line 1 column 23");
    row("drive", R"({"is_root_device":true})", "missing field `drive_id` at line 1 column 23");
    row("drive", R"({"drive_id":"a","path_on_host":"b"})", "missing field `is_root_device` at line 1 column 35");
    row("drive", R"({"foo": 1})",
        QByteArray("unknown field `foo`, expected one of ") + kDriveFields + " at line 1 column 6");
    row("drive", R"({"cache_type": "x"})", "unknown variant `x`, expected `Unsafe` or `Writeback` at line 1 column 18");
    row("drive", R"({"cache_type": null})", "expected value at line 1 column 16");
    row("drive", R"({"io_engine": "x"})", "unknown variant `x`, expected `Async` or `Sync` at line 1 column 17");
    row("logger", R"({"level": "foo"})", "Invalid LevelFilter at line 1 column 16");
    row("logger", R"({"level": "foo", "show_level": true})", "Invalid LevelFilter at line 1 column 15");
    row("logger", R"({"level": 3})", "invalid type: integer `3`, expected a string at line 1 column 11");
    row("logger", R"({"log_path": 3})", "invalid type: integer `3`, expected path string at line 1 column 14");
    row("logger", R"({"foo": 1})",
        "unknown field `foo`, expected one of `log_path`, `level`, `show_level`, `show_log_origin` at line 1 column 6");
    row("metrics", R"({"foo": 1})", "missing field `metrics_path` at line 1 column 10");
    row("metrics", R"({"metrics_path": 1})", "invalid type: integer `1`, expected path string at line 1 column 18");
    row("metrics", R"({"metrics_path":"m","emit_id":null})",
        "invalid type: null, expected a boolean at line 1 column 34");
    row("metrics", R"({"metrics_path":"m","properties":"x"})",
        "invalid type: string \"x\", expected a map at line 1 column 36");
    row("metrics", R"({"metrics_path":"m","properties":{"a":1}})",
        "invalid type: integer `1`, expected a string at line 1 column 39");
    row("metrics", R"({"metrics_path":"m","properties":{"a":"b",}})", "trailing comma at line 1 column 43");
    row("serial", R"({"foo": 1})",
        "unknown field `foo`, expected `serial_out_path` or `rate_limiter` at line 1 column 6");
    row("serial", R"({"rate_limiter": {"size": -1}})", "invalid value: integer `-1`, expected u64 at line 1 column 28");
    // Devices.
    row("network", R"({"iface_id": "1", "guest_mac": "zz", "host_dev_name": "t"})",
        "The provided MAC address is invalid. at line 1 column 35");
    row("network", R"({"guest_mac": "zz"})", "The provided MAC address is invalid. at line 1 column 19");
    row("network", R"({"host_dev_name": "t"})", "missing field `iface_id` at line 1 column 22");
    row("network", R"({"iface_id": "1"})", "missing field `host_dev_name` at line 1 column 17");
    row("network", R"({"iface_id": "1", "host_dev_name": "t", "socket_path": "/s"})",
        "too many fields: either `host_dev_name` or `socket_path` exclusively is required at line 1 column 60");
    row("network", R"({"socket_path": "/s"})", "missing field `iface_id` at line 1 column 21");
    row("network", R"({"iface_id": "1", "socket_path": null})",
        "invalid type: null, expected path string at line 1 column 37");
    row("network", R"(["1"])",
        "invalid length 1, expected struct NetworkInterfaceConfig with 5 elements at line 1 column 5");
    row("network", R"({"mtu": 65536})", "invalid value: integer `65536`, expected u16 at line 1 column 13");
    row("network", R"({"foo": 1})",
        "unknown field `foo`, expected one of `iface_id`, `host_dev_name`, `guest_mac`, `rx_rate_limiter`, "
        "`tx_rate_limiter` at line 1 column 6");
    row("network patch", R"({"host_dev_name": "t"})",
        "unknown field `host_dev_name`, expected one of `iface_id`, `rx_rate_limiter`, `tx_rate_limiter` at line 1 "
        "column 16");
    row("mmds config", R"({"version": "foo", "network_interfaces": ["1"]})",
        "unknown variant `foo`, expected `V1` or `V2` at line 1 column 17");
    row("mmds config", R"({"network_interfaces": ["1"], "ipv4_address": "a"})",
        "invalid IPv4 address syntax at line 1 column 49");
    row("mmds config", R"({"ipv4_address": 1})",
        "invalid type: integer `1`, expected IPv4 address at line 1 column 18");
    row("mmds config", R"({"network_interfaces": "1"})",
        "invalid type: string \"1\", expected a sequence at line 1 column 26");
    row("mmds config", R"({"version": "V2"})", "missing field `network_interfaces` at line 1 column 17");
    row("mmds config", R"({"foo": 1})",
        "unknown field `foo`, expected one of `version`, `network_interfaces`, `ipv4_address` at line 1 column 6");
    row("vsock", R"({"guest_cid": 3})", "missing field `uds_path` at line 1 column 16");
    row("vsock", R"({"guest_cid": 4294967296})",
        "invalid value: integer `4294967296`, expected u32 at line 1 column 24");
    row("vsock", R"({"foo": 1})",
        "unknown field `foo`, expected one of `vsock_id`, `guest_cid`, `uds_path` at line 1 column 6");
    row("old vsock", R"({"guest_cid": 3})", "missing field `vsock_id` at line 1 column 16");
    row("balloon", R"({"amount_mib": 1})", "missing field `deflate_on_oom` at line 1 column 17");
    row("balloon", R"({"stats_polling_interval_s": 65536})",
        "invalid value: integer `65536`, expected u16 at line 1 column 34");
    row("balloon", R"({"foo": 1})",
        "unknown field `foo`, expected one of `amount_mib`, `deflate_on_oom`, `stats_polling_interval_s` at line 1 "
        "column 6");
    row("balloon patch", R"({"deflate_on_oom": true})",
        "unknown field `deflate_on_oom`, expected `amount_mib` at line 1 column 17");
    row("balloon stats", "{}", "missing field `stats_polling_interval_s` at line 1 column 2");
    row("hinting", R"({"acknowledge_on_stop": 1})",
        "invalid type: integer `1`, expected a boolean at line 1 column 25");
    row("entropy", R"({"foo": 1})", "unknown field `foo`, expected `rate_limiter` at line 1 column 6");
    row("json", "{\"a\":[1,2}", "expected `,` or `]` at line 1 column 10");
    row("json", "1 2", "trailing characters at line 1 column 3");
}

void TestConfigParse::badBody_reportsDocumentedFault()
{
    QFETCH(QByteArray, parser);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, message);
    QCOMPARE(kParsers[parser](json.toStdString()), bodyFault(message));
}

void TestConfigParse::goodBody_isAccepted_data()
{
    QTest::addColumn<QByteArray>("parser");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *parser, const char *name, QByteArray json) {
        QTest::addRow("%s: %s", parser, name) << QByteArray(parser) << json;
    };
    row("machine", "newlines behind", "{\"vcpu_count\": 1, \"mem_size_mib\": 1}\n\n");
    row("machine", "null template", R"({"vcpu_count": 1, "mem_size_mib": 1, "cpu_template": null})");
    row("machine", "rules are checked later", R"({"vcpu_count": 0, "mem_size_mib": 0})");
    row("machine patch", "dirty tracking alone", R"({"track_dirty_pages": true})");
    row("machine patch", "null beside value", R"({"vcpu_count": null, "smt": false})");
    row("boot", "null options", R"({"kernel_image_path":"k","initrd_path":null,"boot_args":null})");
    row("drive", "nulls",
        R"({"drive_id":"a","path_on_host":"p","is_root_device":false,"partuuid":null,"is_read_only":null,"rate_limiter":null,"io_engine":null,"socket":null})");
    row("drive", "unknown key in bucket",
        R"({"drive_id":"a","path_on_host":"p","is_root_device":false,"rate_limiter":{"ops":{"size":1,"refill_time":2,"foo":3}}})");
    row("drive patch", "id alone", R"({"drive_id":"a"})");
    row("logger", "empty", "{}");
    row("logger", "nulls", R"({"log_path":null,"level":null,"show_level":null,"show_log_origin":null,"module":null})");
    row("metrics", "newer and unknown keys", R"({"metrics_path":"m","emit_id":true,"properties":{"a":"b"},"foo":[]})");
    row("serial", "empty", "{}");
    row("serial", "token bucket",
        R"({"serial_out_path":"s","rate_limiter":{"size":1,"one_time_burst":null,"refill_time":5}})");
}

void TestConfigParse::goodBody_isAccepted()
{
    QFETCH(QByteArray, parser);
    QFETCH(QByteArray, json);
    QCOMPARE(kParsers[parser](json.toStdString()), QByteArray("(accepted)"));
}

void TestConfigParse::emptyMachinePatch_isRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("nulls") << QByteArray(R"({"vcpu_count":null,"huge_pages":null})");
}

void TestConfigParse::emptyMachinePatch_isRefused()
{
    QFETCH(QByteArray, json);
    QCOMPARE(faultOf(parseMachineConfigUpdate(json.toStdString())), QByteArray("Empty PATCH request."));
}

void TestConfigParse::machineConfig_readsEveryField()
{
    const auto body = parseMachineConfig(
        R"({"vcpu_count":4,"mem_size_mib":18446744073709551615,"smt":true,"cpu_template":"T2CL","track_dirty_pages":true,"huge_pages":"2M"})");
    QVERIFY(body.has_value());
    const MachineConfig expected{.vcpuCount = 4,
                                 .memSizeMib = UINT64_MAX,
                                 .smt = true,
                                 .cpuTemplate = CpuTemplate::T2CL,
                                 .trackDirtyPages = true,
                                 .hugePages = HugePages::TwoMiB};
    QVERIFY(withUpdate(MachineConfig{}, *body) == expected);
}

void TestConfigParse::machineConfig_oldNameOfSmtCounts()
{
    const auto body = parseMachineConfig(R"({"ht_enabled":true,"mem_size_mib":1,"vcpu_count":2})");
    QVERIFY(body.has_value());
    QCOMPARE(body->smt, std::optional(true));
    QCOMPARE(body->htEnabled, std::optional(true));
    const auto patch = parseMachineConfigUpdate(R"({"ht_enabled":false})");
    QVERIFY(patch.has_value());
    QCOMPARE(patch->smt, std::optional(false));
    QVERIFY(!parseMachineConfig(R"({"smt":true,"mem_size_mib":1,"vcpu_count":2})")->htEnabled);
}

void TestConfigParse::oldVsock_pathTellsWhoServesIt()
{
    const auto own = parseOldVsock(R"({"vsock_id":"a","guest_cid":3,"uds_path":""})");
    QVERIFY(own.has_value());
    QVERIFY(std::get<VsockConfig>(*own) == (VsockConfig{.vsockId = "a", .guestCid = 3, .udsPath = ""}));
    const auto vhost = parseOldVsock(R"({"id":"a","guest_cid":3})");
    QVERIFY(vhost.has_value());
    QVERIFY(std::get<VhostVsockConfig>(*vhost) == (VhostVsockConfig{.id = "a", .guestCid = 3}));
}

void TestConfigParse::drive_readsEveryField()
{
    const auto drive = parseDrive(
        R"({"drive_id":"a","path_on_host":"/p","is_root_device":true,"partuuid":"u","is_read_only":true,"cache_type":"Writeback",
            "rate_limiter":{"bandwidth":{"size":1,"one_time_burst":2,"refill_time":3}},"io_engine":"Async"})");
    QVERIFY(drive.has_value());
    QCOMPARE(drive->driveId, std::string("a"));
    QCOMPARE(drive->pathOnHost, std::string("/p"));
    QVERIFY(drive->isRootDevice);
    QCOMPARE(drive->partuuid.value(), std::string("u"));
    QVERIFY(drive->isReadOnly);
    QVERIFY(drive->cacheType == CacheType::Writeback);
    QVERIFY(drive->ioEngine == IoEngine::Async);
    const TokenBucketConfig bucket{.size = 1, .oneTimeBurst = 2, .refillTimeMs = 3};
    QVERIFY(drive->rateLimiter == (RateLimiterConfig{.bandwidth = bucket, .ops = {}}));
}

void TestConfigParse::drive_missingOptionalFieldsGetDefaults()
{
    const auto drive = parseDrive(R"({"drive_id":"a","path_on_host":"/p","is_root_device":false})");
    QVERIFY(drive.has_value());
    QVERIFY(!drive->isReadOnly);
    QVERIFY(!drive->partuuid && !drive->rateLimiter);
    QVERIFY(drive->cacheType == CacheType::Unsafe);
    QVERIFY(drive->ioEngine == IoEngine::Sync);
}

void TestConfigParse::drive_formsThatAreNoVirtioDriveAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("fault");
    const QByteArray invalid = "Drive config error: Unable to create the virtio block device: Invalid block config.";
    QTest::newRow("no path") << QByteArray(R"({"drive_id":"a","is_root_device":false})") << invalid;
    QTest::newRow("both") << QByteArray(R"({"drive_id":"a","is_root_device":false,"path_on_host":"p","socket":"s"})")
                          << invalid;
    QTest::newRow("vhost-user")
        << QByteArray(R"({"drive_id":"a","is_root_device":false,"socket":"s"})")
        << QByteArray(
               "Drive config error: Unable to create the virtio block device: Vhost user backend error: vhost-user "
               "drives (`socket`) are not supported by this version of Sparkler.");
}

void TestConfigParse::drive_formsThatAreNoVirtioDriveAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, fault);
    QCOMPARE(faultOf(parseDrive(json.toStdString())), fault);
}

void TestConfigParse::metrics_readsEveryField()
{
    const auto bare = parseMetrics(R"({"metrics_path":"m","properties":null})");
    QVERIFY(bare.has_value());
    QVERIFY(!bare->emitId && bare->properties.empty());
    const auto full = parseMetrics(R"({"properties":{"b":"1","a":"\n","b":"2"},"emit_id":true,"metrics_path":"/m"})");
    QVERIFY(full.has_value());
    QCOMPARE(full->metricsPath, std::string("/m"));
    QVERIFY(full->emitId);
    QVERIFY((full->properties == std::map<std::string, std::string>{{"a", "\n"}, {"b", "2"}}));
}

void TestConfigParse::driveUpdate_readsLimiterVerbatim()
{
    const auto update = parseDriveUpdate(R"({"drive_id":"a","rate_limiter":{"ops":{"size":0,"refill_time":0}}})");
    QVERIFY(update.has_value());
    QVERIFY(!update->pathOnHost);
    QVERIFY(update->rateLimiter->ops == TokenBucketConfig{}); // a bucket that is off removes the old one
    QVERIFY(!update->rateLimiter->bandwidth);
}

void TestConfigParse::logger_readsEveryField()
{
    const auto logger =
        parseLogger(R"({"log_path":"l","level":"WARNING","show_level":true,"show_log_origin":false,"module":"m"})");
    QVERIFY(logger.has_value());
    QCOMPARE(logger->logPath.value(), std::string("l"));
    QVERIFY(logger->level == LogLevel::Warn);
    QCOMPARE(logger->showLevel, std::optional(true));
    QCOMPARE(logger->showLogOrigin, std::optional(false));
    QCOMPARE(logger->module.value(), std::string("m"));
}

void TestConfigParse::configFile_readsSections()
{
    const auto file = parseConfigFile(R"({
        "boot-source": {"kernel_image_path": "/k", "boot_args": "quiet"},
        "drives": [{"drive_id": "any-id", "path_on_host": "/d", "is_root_device": true, "is_read_only": false}],
        "machine-config": {"vcpu_count": 2, "mem_size_mib": 256},
        "logger": {"log_path": "/l", "level": "Debug"},
        "metrics": {"metrics_path": "/m"},
        "network-interfaces": [], "pmem": [], "vsock": null, "balloon": null, "entropy": null, "mmds-config": null,
        "cpu-config": null, "memory-hotplug": null, "something-else": {"ignored": true}
    })");
    QCOMPARE(faultOf(file), QByteArray("(accepted)"));
    QCOMPARE(file->bootSource.kernelImagePath, std::string("/k"));
    QCOMPARE(file->bootSource.bootArgs.value(), std::string("quiet"));
    QCOMPARE(file->drives.size(), std::size_t{1});
    QCOMPARE(file->drives[0]->driveId, std::string("any-id"));
    QCOMPARE(file->machine->memSizeMib, std::uint64_t{256});
    QVERIFY(file->logger->level == LogLevel::Debug);
    QCOMPARE(file->metrics->metricsPath, std::string("/m"));
}

void TestConfigParse::configFile_readsDevices()
{
    const auto file = parseConfigFile(configFile(R"(,
        "network-interfaces": [
            {"iface_id": "eth0", "host_dev_name": "tap0", "guest_mac": "06:00:AC:10:00:02", "mtu": 1400,
             "rx_rate_limiter": {"ops": {"size": 1, "refill_time": 2}}},
            {"iface_id": "eth1", "host_dev_name": "tap1", "allow_mmds_requests": true},
            {"iface_id": "eth2", "socket_path": "/run/passt.sock", "mtu": 65520}],
        "mmds-config": {"version": "V2", "network_interfaces": ["eth0"], "ipv4_address": "169.254.170.2",
                        "imds_compat": true},
        "vsock": {"guest_cid": 15, "uds_path": "v.sock"},
        "balloon": {"amount_mib": 5, "deflate_on_oom": true, "stats_polling_interval_s": 3, "free_page_hinting": true,
                    "free_page_reporting": true},
        "entropy": {"rate_limiter": {"bandwidth": {"size": 7, "refill_time": 8}}})"));
    QCOMPARE(faultOf(file), QByteArray("(accepted)"));
    QCOMPARE(file->networkInterfaces.size(), std::size_t{3});
    const NetworkConfig &first = file->networkInterfaces[0];
    QCOMPARE(first.ifaceId, std::string("eth0"));
    QCOMPARE(first.hostDevName, std::string("tap0"));
    QCOMPARE(toString(first.guestMac.value()), std::string("06:00:ac:10:00:02"));
    QCOMPARE(first.mtu.value(), std::uint16_t{1400});
    QCOMPARE(first.rxRateLimiter->ops->refillTimeMs, std::uint64_t{2});
    QVERIFY(!first.txRateLimiter && !first.allowMmdsRequests);
    QVERIFY(file->networkInterfaces[1].allowMmdsRequests && !file->networkInterfaces[1].guestMac);
    QVERIFY(!first.socketPath && file->networkInterfaces[2].hostDevName.empty());
    QCOMPARE(file->networkInterfaces[2].socketPath.value(), std::string("/run/passt.sock"));
    QVERIFY(file->mmds->version == MmdsVersion::V2 && file->mmds->imdsCompat);
    QCOMPARE(file->mmds->networkInterfaces, std::vector<std::string>{"eth0"});
    QCOMPARE(toString(file->mmds->ipv4Address), std::string("169.254.170.2"));
    QCOMPARE(file->vsock->guestCid, 15u);
    QCOMPARE(file->vsock->udsPath, std::string("v.sock"));
    QCOMPARE(file->balloon->amountMib, 5u);
    QVERIFY(file->balloon->deflateOnOom && file->balloon->freePageHinting && file->balloon->freePageReporting);
    QCOMPARE(file->balloon->statsPollingIntervalS, std::uint16_t{3});
    QCOMPARE(file->entropy->rateLimiter->bandwidth->size, std::uint64_t{7});
}

void TestConfigParse::configFile_faultNamesCategory_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("fault");
    const auto row = [](const char *name, const std::string &json, QByteArray fault) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << fault;
    };
    row("no drives", R"({"boot-source":{"kernel_image_path":"/k"}})",
        "Invalid JSON: missing field `drives` at line 1 column 42");
    row("no boot source", R"({"drives":[]})", "Invalid JSON: missing field `boot-source` at line 1 column 13");
    row("not json", "nonsense", "Invalid JSON: expected ident at line 1 column 2");
    row("incomplete machine", configFile(R"(,"machine-config":{"vcpu_count":1})"),
        "Invalid JSON: missing field `mem_size_mib` at line 1 column 87");
    row("null interfaces", configFile(R"(,"network-interfaces":null)"),
        "Invalid JSON: invalid type: null, expected a sequence at line 1 column 79");
    row("drive form", R"({"boot-source":{"kernel_image_path":"/k"},"drives":[{"drive_id":"a","is_root_device":true}]})",
        "Block device error: Unable to create the virtio block device: Invalid block config.");
    const QByteArray suffix = " not available in this version of Sparkler.";
    row("interfaces", configFile(R"(,"network-interfaces":[{}])"),
        "Invalid JSON: missing field `iface_id` at line 1 column 78");
    row("vsock", configFile(R"(,"vsock":{})"), "Invalid JSON: missing field `guest_cid` at line 1 column 64");
    row("balloon", configFile(R"(,"balloon":{})"), "Invalid JSON: missing field `amount_mib` at line 1 column 66");
    row("mmds", configFile(R"(,"mmds-config":{})"),
        "Invalid JSON: missing field `network_interfaces` at line 1 column 70");
    row("pmem", configFile(R"(,"pmem":[1])"), "Pmem device error: pmem devices (`pmem`) are" + suffix);
    row("hotplug", configFile(R"(,"memory-hotplug":{})"),
        "Memory hotplug config error: memory hotplug (`memory-hotplug`) is" + suffix);
    row("cpu template", configFile(R"(,"cpu-config":{"cpuid":[]})"),
        "Invalid JSON: unknown field `cpuid`, expected one of `kvm_capabilities`, `cpuid_modifiers`, `msr_modifiers` "
        "at "
        "line 1 column 75");
}

void TestConfigParse::configFile_faultNamesCategory()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, fault);
    const auto file = parseConfigFile(json.toStdString());
    if (!file) {
        QCOMPARE(faultOf(file), fault);
        return;
    }
    // Told by the value: it is JSON, and what comes before in the file may be applied.
    QCOMPARE(faultOf(file->absentDevices ? Result<DriveConfig>(file->drives.at(0))
                                         : Result<DriveConfig>(std::unexpected(file->absentDevices.error()))),
             fault);
}

QTEST_APPLESS_MAIN(TestConfigParse)
#include "tst_config_parse.moc"
