#include "config/serialize.h"

#include "base/json_writer.h"
#include "config/rules.h"

namespace sparkler {

std::string_view nameOf(CpuTemplate value)
{
    switch (value) {
    case CpuTemplate::None:
        return "None";
    case CpuTemplate::C3:
        return "C3";
    case CpuTemplate::T2:
        return "T2";
    case CpuTemplate::T2S:
        return "T2S";
    case CpuTemplate::T2CL:
        return "T2CL";
    case CpuTemplate::T2A:
        return "T2A";
    }
    return "None";
}

namespace {

std::string_view nameOf(HugePages value)
{
    switch (value) {
    case HugePages::None:
        return "None";
    case HugePages::TwoMiB:
        return "2M";
    case HugePages::Transparent:
        return "Transparent";
    }
    return "None";
}

void writeText(JsonWriter &json, const std::optional<std::string> &text)
{
    if (text)
        json.string(*text);
    else
        json.null();
}

void writeBucket(JsonWriter &json, const std::optional<TokenBucketConfig> &bucket)
{
    if (!bucket) {
        json.null();
        return;
    }
    json.beginObject().key("size").number(bucket->size).key("one_time_burst");
    if (bucket->oneTimeBurst.value_or(0) != 0)
        json.number(*bucket->oneTimeBurst);
    else
        json.null();
    json.key("refill_time").number(bucket->refillTimeMs).endObject();
}

void writeLimiter(JsonWriter &json, const std::optional<RateLimiterConfig> &configured)
{
    const auto limiter = effectiveRateLimiter(configured);
    if (!limiter) {
        json.null();
        return;
    }
    json.beginObject().key("bandwidth");
    writeBucket(json, limiter->bandwidth);
    json.key("ops");
    writeBucket(json, limiter->ops);
    json.endObject();
}

void writeDrive(JsonWriter &json, const DriveConfig &drive)
{
    json.beginObject().key("drive_id").string(drive.driveId).key("path_on_host").string(drive.pathOnHost);
    json.key("is_root_device").boolean(drive.isRootDevice).key("partuuid");
    writeText(json, drive.partuuid);
    json.key("is_read_only").boolean(drive.isReadOnly);
    json.key("cache_type").string(drive.cacheType == CacheType::Unsafe ? "Unsafe" : "Writeback");
    json.key("rate_limiter");
    writeLimiter(json, drive.rateLimiter);
    json.key("io_engine").string(drive.ioEngine == IoEngine::Sync ? "Sync" : "Async").endObject();
}

void writeBootSource(JsonWriter &json, const BootSourceConfig &boot)
{
    json.beginObject().key("kernel_image_path").string(boot.kernelImagePath).key("initrd_path");
    writeText(json, boot.initrdPath);
    if (boot.bootArgs)
        json.key("boot_args").string(*boot.bootArgs);
    json.endObject();
}

void writeMachine(JsonWriter &json, const MachineConfig &config)
{
    json.beginObject().key("vcpu_count").number(config.vcpuCount).key("mem_size_mib").number(config.memSizeMib);
    json.key("smt").boolean(config.smt);
    if (config.cpuTemplate != CpuTemplate::None)
        json.key("cpu_template").string(nameOf(config.cpuTemplate));
    json.key("track_dirty_pages").boolean(config.trackDirtyPages);
    if (config.hugePages != HugePages::None)
        json.key("huge_pages").string(nameOf(config.hugePages));
    json.endObject();
}

void writeNetwork(JsonWriter &json, const NetworkConfig &config)
{
    json.beginObject().key("iface_id").string(config.ifaceId);
    if (config.socketPath)
        json.key("socket_path").string(*config.socketPath);
    else
        json.key("host_dev_name").string(config.hostDevName);
    json.key("guest_mac");
    if (config.guestMac)
        json.string(toString(*config.guestMac));
    else
        json.null();
    if (config.mtu)
        json.key("mtu").number(*config.mtu);
    json.key("rx_rate_limiter");
    writeLimiter(json, config.rxRateLimiter);
    json.key("tx_rate_limiter");
    writeLimiter(json, config.txRateLimiter);
    json.endObject();
}

void writeMmds(JsonWriter &json, const std::optional<MmdsConfig> &config)
{
    if (!config) {
        json.null();
        return;
    }
    json.beginObject().key("version").string(config->version == MmdsVersion::V1 ? "V1" : "V2");
    json.key("network_interfaces").beginArray();
    for (const std::string &id : config->networkInterfaces)
        json.string(id);
    json.endArray().key("ipv4_address").string(toString(config->ipv4Address));
    if (config->imdsCompat)
        json.key("imds_compat").boolean(true);
    json.endObject();
}

void writeBalloon(JsonWriter &json, const BalloonConfig &config)
{
    json.beginObject().key("amount_mib").number(config.amountMib).key("deflate_on_oom").boolean(config.deflateOnOom);
    json.key("stats_polling_interval_s").number(config.statsPollingIntervalS);
    if (config.freePageHinting)
        json.key("free_page_hinting").boolean(true);
    if (config.freePageReporting)
        json.key("free_page_reporting").boolean(true);
    json.endObject();
}

void writeVsock(JsonWriter &json, const FullVmConfig &config)
{
    if (config.vsock)
        json.beginObject()
            .key("guest_cid")
            .number(config.vsock->guestCid)
            .key("uds_path")
            .string(config.vsock->udsPath)
            .endObject();
    else if (config.vhostVsock)
        json.beginObject()
            .key("vsock_id")
            .string(config.vhostVsock->id)
            .key("guest_cid")
            .number(config.vhostVsock->guestCid)
            .endObject();
    else
        json.null();
}

void writeEntropy(JsonWriter &json, const std::optional<EntropyConfig> &config)
{
    if (!config) {
        json.null();
        return;
    }
    json.beginObject().key("rate_limiter");
    writeLimiter(json, config->rateLimiter);
    json.endObject();
}

} // namespace

std::string toJson(const BalloonConfig &config)
{
    JsonWriter json;
    writeBalloon(json, config);
    return std::move(json).text();
}

std::string toJson(const MachineConfig &config)
{
    JsonWriter json;
    writeMachine(json, config);
    return std::move(json).text();
}

std::string toJson(const FullVmConfig &config)
{
    JsonWriter json;
    json.beginObject().key("balloon");
    if (config.balloon)
        writeBalloon(json, *config.balloon);
    else
        json.null();
    json.key("drives").beginArray();
    for (const DriveConfig &drive : config.drives)
        writeDrive(json, drive);
    json.endArray().key("boot-source");
    writeBootSource(json, config.bootSource);
    json.key("cpu-config").null().key("logger").null().key("machine-config");
    writeMachine(json, config.machine);
    json.key("metrics").null().key("mmds-config");
    writeMmds(json, config.mmds);
    json.key("network-interfaces").beginArray();
    for (const NetworkConfig &interface : config.networkInterfaces)
        writeNetwork(json, interface);
    json.endArray().key("vsock");
    writeVsock(json, config);
    json.key("entropy");
    writeEntropy(json, config.entropy);
    json.endObject();
    return std::move(json).text();
}

} // namespace sparkler
