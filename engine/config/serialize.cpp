#include "config/serialize.h"

#include "base/json_writer.h"
#include "config/rules.h"

namespace sparkler {
namespace {

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

} // namespace

std::string toJson(const MachineConfig &config)
{
    JsonWriter json;
    writeMachine(json, config);
    return std::move(json).text();
}

std::string toJson(const FullVmConfig &config)
{
    JsonWriter json;
    json.beginObject().key("balloon").null();
    json.key("drives").beginArray();
    for (const DriveConfig &drive : config.drives)
        writeDrive(json, drive);
    json.endArray().key("boot-source");
    writeBootSource(json, config.bootSource);
    json.key("cpu-config").null().key("logger").null().key("machine-config");
    writeMachine(json, config.machine);
    json.key("metrics").null().key("mmds-config").null();
    json.key("network-interfaces").beginArray().endArray();
    json.key("vsock").null().key("entropy").null();
    json.endObject();
    return std::move(json).text();
}

} // namespace sparkler
