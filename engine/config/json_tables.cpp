#include "config/json_tables.h"

#include "config/rules.h"

namespace sparkler::tables {
namespace {

constexpr std::array<JsonVariant<CpuTemplate>, 6> kCpuTemplates{{
    {"C3", CpuTemplate::C3},
    {"T2", CpuTemplate::T2},
    {"T2S", CpuTemplate::T2S},
    {"None", CpuTemplate::None},
    {"T2CL", CpuTemplate::T2CL},
    {"T2A", CpuTemplate::T2A},
}};
constexpr std::array<JsonVariant<HugePages>, 3> kHugePages{{
    {"None", HugePages::None},
    {"Transparent", HugePages::Transparent},
    {"2M", HugePages::TwoMiB},
}};
constexpr std::array<JsonVariant<CacheType>, 2> kCacheTypes{{
    {"Unsafe", CacheType::Unsafe},
    {"Writeback", CacheType::Writeback},
}};
constexpr std::array<JsonVariant<IoEngine>, 2> kIoEngines{{
    {"Async", IoEngine::Async},
    {"Sync", IoEngine::Sync},
}};

constexpr std::array<JsonVariant<MmdsVersion>, 2> kMmdsVersions{{{"V1", MmdsVersion::V1}, {"V2", MmdsVersion::V2}}};

constexpr auto kU8 = kJsonInteger<JsonInteger::U8>;
constexpr auto kU16 = kJsonInteger<JsonInteger::U16>;
constexpr auto kU32 = kJsonInteger<JsonInteger::U32>;
constexpr auto kU64 = kJsonInteger<JsonInteger::U64>;
constexpr auto kUsize = kJsonInteger<JsonInteger::Usize>;
constexpr auto kCpuTemplate = kJsonEnum<kCpuTemplates>;
constexpr auto kHugePage = kJsonEnum<kHugePages>;

constexpr std::array kTokenBucketFields{
    jsonField<&TokenBucketConfig::size, kU64>("size", Presence::Required),
    jsonField<&TokenBucketConfig::oneTimeBurst, kJsonNullable<kU64>>("one_time_burst"),
    jsonField<&TokenBucketConfig::refillTimeMs, kU64>("refill_time", Presence::Required),
};
constexpr auto kTokenBucket = [](JsonReader &reader, TokenBucketConfig &out) {
    return readJsonStruct(reader, {"TokenBucketConfig", kTokenBucketFields, UnknownFields::Ignored}, &out);
};

constexpr std::array kRateLimiterFields{
    jsonField<&RateLimiterConfig::bandwidth, kJsonNullable<kTokenBucket>>("bandwidth"),
    jsonField<&RateLimiterConfig::ops, kJsonNullable<kTokenBucket>>("ops"),
};
constexpr auto kRateLimiter = [](JsonReader &reader, RateLimiterConfig &out) {
    return readJsonStruct(reader, {"RateLimiterConfig", kRateLimiterFields}, &out);
};

/// `null` is no entry at all.
constexpr auto kStringMap = [](JsonReader &reader, std::map<std::string, std::string> &out) {
    bool isNull = false;
    if (!reader.takeNull(isNull))
        return false;
    return isNull || kJsonStringMap(reader, out);
};

constexpr auto kLogLevel = [](JsonReader &reader, LogLevel &out) {
    std::string name;
    if (!reader.readString(name))
        return false;
    const auto level = parseLogLevel(name);
    if (!level)
        return reader.failLater("Invalid LevelFilter");
    out = *level;
    return true;
};

constexpr auto kMacAddress = [](JsonReader &reader, MacAddress &out) {
    std::string text;
    if (!reader.readString(text))
        return false;
    const auto address = parseMacAddress(text);
    if (!address)
        return reader.failLater("The provided MAC address is invalid.");
    out = *address;
    return true;
};

constexpr auto kIpv4Address = [](JsonReader &reader, Ipv4Address &out) {
    std::string text;
    if (!reader.readString(text, "IPv4 address"))
        return false;
    const auto address = parseIpv4Address(text);
    if (!address)
        return reader.failHere("invalid IPv4 address syntax");
    out = *address;
    return true;
};
/// `null` leaves the default.
constexpr auto kIpv4AddressOrDefault = [](JsonReader &reader, Ipv4Address &out) {
    bool isNull = false;
    if (!reader.takeNull(isNull))
        return false;
    return isNull || kIpv4Address(reader, out);
};

using Machine = MachineConfigUpdate;
constexpr std::array kMachineFields{
    jsonField<&Machine::vcpuCount, kJsonPresent<kU8>>("vcpu_count", Presence::Required),
    jsonField<&Machine::memSizeMib, kJsonPresent<kUsize>>("mem_size_mib", Presence::Required),
    jsonField<&Machine::smt, kJsonPresent<kJsonBool>>("smt"),
    jsonField<&Machine::htEnabled, kJsonPresent<kJsonBool>>("ht_enabled", Presence::Optional, Listing::Unlisted),
    jsonField<&Machine::cpuTemplate, kJsonNullable<kCpuTemplate>>("cpu_template"),
    jsonField<&Machine::trackDirtyPages, kJsonPresent<kJsonBool>>("track_dirty_pages"),
    jsonField<&Machine::hugePages, kJsonPresent<kHugePage>>("huge_pages", Presence::Optional, Listing::Unlisted),
};
constexpr std::array kMachineUpdateFields{
    jsonField<&Machine::vcpuCount, kJsonNullable<kU8>>("vcpu_count"),
    jsonField<&Machine::memSizeMib, kJsonNullable<kUsize>>("mem_size_mib"),
    jsonField<&Machine::smt, kJsonNullable<kJsonBool>>("smt"),
    jsonField<&Machine::htEnabled, kJsonNullable<kJsonBool>>("ht_enabled", Presence::Optional, Listing::Unlisted),
    jsonField<&Machine::cpuTemplate, kJsonNullable<kCpuTemplate>>("cpu_template"),
    jsonField<&Machine::trackDirtyPages, kJsonNullable<kJsonBool>>("track_dirty_pages"),
    jsonField<&Machine::hugePages, kJsonNullable<kHugePage>>("huge_pages", Presence::Optional, Listing::Unlisted),
};

constexpr std::array kBootSourceFields{
    jsonField<&BootSourceConfig::kernelImagePath, kJsonString>("kernel_image_path", Presence::Required),
    jsonField<&BootSourceConfig::initrdPath, kJsonNullable<kJsonString>>("initrd_path"),
    jsonField<&BootSourceConfig::bootArgs, kJsonNullable<kJsonString>>("boot_args"),
};

constexpr std::array kDriveFields{
    jsonField<&DriveBody::driveId, kJsonString>("drive_id", Presence::Required),
    jsonField<&DriveBody::pathOnHost, kJsonNullable<kJsonString>>("path_on_host"),
    jsonField<&DriveBody::isRootDevice, kJsonBool>("is_root_device", Presence::Required),
    jsonField<&DriveBody::partuuid, kJsonNullable<kJsonString>>("partuuid"),
    jsonField<&DriveBody::isReadOnly, kJsonNullable<kJsonBool>>("is_read_only"),
    jsonField<&DriveBody::cacheType, kJsonEnum<kCacheTypes>>("cache_type"),
    jsonField<&DriveBody::rateLimiter, kJsonNullable<kRateLimiter>>("rate_limiter"),
    jsonField<&DriveBody::ioEngine, kJsonNullable<kJsonEnum<kIoEngines>>>("io_engine"),
    jsonField<&DriveBody::socket, kJsonNullable<kJsonString>>("socket", Presence::Optional, Listing::Unlisted),
};
constexpr std::array kDriveUpdateFields{
    jsonField<&DriveUpdate::driveId, kJsonString>("drive_id", Presence::Required),
    jsonField<&DriveUpdate::pathOnHost, kJsonNullable<kJsonString>>("path_on_host"),
    jsonField<&DriveUpdate::rateLimiter, kJsonNullable<kRateLimiter>>("rate_limiter"),
};

constexpr std::array kLoggerFields{
    jsonField<&LoggerConfig::logPath, kJsonNullable<kJsonPath>>("log_path"),
    jsonField<&LoggerConfig::level, kJsonNullable<kLogLevel>>("level"),
    jsonField<&LoggerConfig::showLevel, kJsonNullable<kJsonBool>>("show_level"),
    jsonField<&LoggerConfig::showLogOrigin, kJsonNullable<kJsonBool>>("show_log_origin"),
    jsonField<&LoggerConfig::module, kJsonNullable<kJsonString>>("module", Presence::Optional, Listing::Unlisted),
};
constexpr std::array kMetricsFields{
    jsonField<&MetricsConfig::metricsPath, kJsonPath>("metrics_path", Presence::Required),
    jsonField<&MetricsConfig::emitId, kJsonBool>("emit_id", Presence::Optional, Listing::Unlisted),
    jsonField<&MetricsConfig::properties, kStringMap>("properties", Presence::Optional, Listing::Unlisted),
};
constexpr std::array kSerialFields{
    jsonField<&SerialConfig::serialOutPath, kJsonNullable<kJsonPath>>("serial_out_path"),
    jsonField<&SerialConfig::rateLimiter, kJsonNullable<kTokenBucket>>("rate_limiter"),
};

constexpr auto kNewer = Listing::Unlisted; // read, but not named by the messages of API level 1.4
constexpr std::array kNetworkFields{
    jsonField<&NetworkConfig::ifaceId, kJsonString>("iface_id", Presence::Required),
    jsonField<&NetworkConfig::hostDevName, kJsonString>("host_dev_name", Presence::Required, Listing::Listed, {},
                                                        "socket_path"),
    jsonField<&NetworkConfig::guestMac, kJsonNullable<kMacAddress>>("guest_mac"),
    jsonField<&NetworkConfig::mtu, kJsonNullable<kU16>>("mtu", Presence::Optional, kNewer),
    jsonField<&NetworkConfig::rxRateLimiter, kJsonNullable<kRateLimiter>>("rx_rate_limiter"),
    jsonField<&NetworkConfig::txRateLimiter, kJsonNullable<kRateLimiter>>("tx_rate_limiter"),
    jsonField<&NetworkConfig::allowMmdsRequests, kJsonBool>("allow_mmds_requests", Presence::Optional, kNewer),
    jsonField<&NetworkConfig::socketPath, kJsonPresent<kJsonPath>>("socket_path", Presence::Optional, kNewer),
};
constexpr std::array kNetworkUpdateFields{
    jsonField<&NetworkUpdate::ifaceId, kJsonString>("iface_id", Presence::Required),
    jsonField<&NetworkUpdate::rxRateLimiter, kJsonNullable<kRateLimiter>>("rx_rate_limiter"),
    jsonField<&NetworkUpdate::txRateLimiter, kJsonNullable<kRateLimiter>>("tx_rate_limiter"),
};

constexpr std::array kMmdsConfigFields{
    jsonField<&MmdsConfig::version, kJsonEnum<kMmdsVersions>>("version"),
    jsonField<&MmdsConfig::networkInterfaces, kJsonList<kJsonString>>("network_interfaces", Presence::Required),
    jsonField<&MmdsConfig::ipv4Address, kIpv4AddressOrDefault>("ipv4_address"),
    jsonField<&MmdsConfig::imdsCompat, kJsonBool>("imds_compat", Presence::Optional, kNewer),
};

constexpr std::array kVsockFields{
    jsonField<&VsockConfig::vsockId, kJsonNullable<kJsonString>>("vsock_id"),
    jsonField<&VsockConfig::guestCid, kU32>("guest_cid", Presence::Required),
    jsonField<&VsockConfig::udsPath, kJsonString>("uds_path", Presence::Required),
};
constexpr std::array kOldVsockFields{
    jsonField<&OldVsockBody::id, kJsonString>("vsock_id", Presence::Required, Listing::Listed, "id"),
    jsonField<&OldVsockBody::guestCid, kU32>("guest_cid", Presence::Required),
    jsonField<&OldVsockBody::udsPath, kJsonPresent<kJsonString>>("uds_path"),
};

constexpr std::array kBalloonFields{
    jsonField<&BalloonConfig::amountMib, kU32>("amount_mib", Presence::Required),
    jsonField<&BalloonConfig::deflateOnOom, kJsonBool>("deflate_on_oom", Presence::Required),
    jsonField<&BalloonConfig::statsPollingIntervalS, kU16>("stats_polling_interval_s"),
    jsonField<&BalloonConfig::freePageHinting, kJsonBool>("free_page_hinting", Presence::Optional, kNewer),
    jsonField<&BalloonConfig::freePageReporting, kJsonBool>("free_page_reporting", Presence::Optional, kNewer),
};
constexpr std::array kEntropyFields{
    jsonField<&EntropyConfig::rateLimiter, kJsonNullable<kRateLimiter>>("rate_limiter"),
};

/// The name of `smt` before API level 1.0 still counts, alone.
bool takeOldSmt(JsonReader &reader, MachineConfigUpdate &machine)
{
    if (machine.smt && machine.htEnabled)
        return reader.failLater("`ht_enabled` is the old name of `smt`, only one of them can be given");
    if (machine.htEnabled)
        machine.smt = machine.htEnabled;
    return true;
}

} // namespace

bool readMachineConfig(JsonReader &reader, MachineConfigUpdate &out)
{
    return readJsonStruct(reader, {"MachineConfig", kMachineFields}, &out) && takeOldSmt(reader, out);
}

bool readMachineConfigUpdate(JsonReader &reader, MachineConfigUpdate &out)
{
    return readJsonStruct(reader, {"MachineConfigUpdate", kMachineUpdateFields}, &out) && takeOldSmt(reader, out);
}

bool readBootSource(JsonReader &reader, BootSourceConfig &out)
{
    return readJsonStruct(reader, {"BootSourceConfig", kBootSourceFields}, &out);
}

bool readDrive(JsonReader &reader, DriveBody &out)
{
    return readJsonStruct(reader, {"BlockDeviceConfig", kDriveFields}, &out);
}

bool readDriveUpdate(JsonReader &reader, DriveUpdate &out)
{
    return readJsonStruct(reader, {"BlockDeviceUpdateConfig", kDriveUpdateFields}, &out);
}

bool readLogger(JsonReader &reader, LoggerConfig &out)
{
    return readJsonStruct(reader, {"LoggerConfig", kLoggerFields}, &out);
}

bool readMetrics(JsonReader &reader, MetricsConfig &out)
{
    return readJsonStruct(reader, {"MetricsConfig", kMetricsFields, UnknownFields::Ignored}, &out);
}

bool readSerial(JsonReader &reader, SerialConfig &out)
{
    return readJsonStruct(reader, {"SerialConfig", kSerialFields}, &out);
}

bool readNetwork(JsonReader &reader, NetworkConfig &out)
{
    return readJsonStruct(reader, {"NetworkInterfaceConfig", kNetworkFields}, &out);
}

bool readNetworkUpdate(JsonReader &reader, NetworkUpdate &out)
{
    return readJsonStruct(reader, {"NetworkInterfaceUpdateConfig", kNetworkUpdateFields}, &out);
}

bool readMmdsConfig(JsonReader &reader, MmdsConfig &out)
{
    return readJsonStruct(reader, {"MmdsConfig", kMmdsConfigFields}, &out);
}

bool readVsock(JsonReader &reader, VsockConfig &out)
{
    return readJsonStruct(reader, {"VsockDeviceConfig", kVsockFields}, &out);
}

bool readOldVsock(JsonReader &reader, OldVsockBody &out)
{
    return readJsonStruct(reader, {"VsockDeviceConfig", kOldVsockFields}, &out);
}

bool readBalloon(JsonReader &reader, BalloonConfig &out)
{
    return readJsonStruct(reader, {"BalloonDeviceConfig", kBalloonFields}, &out);
}

bool readEntropy(JsonReader &reader, EntropyConfig &out)
{
    return readJsonStruct(reader, {"EntropyDeviceConfig", kEntropyFields}, &out);
}

Result<DriveConfig> toDriveConfig(DriveBody body, Origin origin)
{
    const bool virtioForm = body.pathOnHost || body.isReadOnly || body.rateLimiter || body.ioEngine;
    if (body.socket && !virtioForm)
        return fail(ErrorKind::InvalidInput,
                    inCategory(Category::Drive, origin,
                               "Unable to create the virtio block device: Vhost user backend error: vhost-user drives "
                               "(`socket`) are not supported by this version of Sparkler."));
    if (body.socket || !body.pathOnHost)
        return fail(
            ErrorKind::InvalidInput,
            inCategory(Category::Drive, origin, "Unable to create the virtio block device: Invalid block config."));
    return DriveConfig{.driveId = std::move(body.driveId),
                       .pathOnHost = std::move(*body.pathOnHost),
                       .isRootDevice = body.isRootDevice,
                       .partuuid = std::move(body.partuuid),
                       .isReadOnly = body.isReadOnly.value_or(false),
                       .cacheType = body.cacheType,
                       .rateLimiter = body.rateLimiter,
                       .ioEngine = body.ioEngine.value_or(IoEngine::Sync)};
}

} // namespace sparkler::tables
