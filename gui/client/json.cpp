#include "client/json.h"

#include "client/json_reader.h"

#include <QJsonArray>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;
using namespace json;

namespace {

constexpr qsizetype kMaxDocumentBytes = qsizetype{16} * 1024 * 1024;
constexpr quint64 kMaxVcpus = 32;

constexpr Names<HugePages> kHugePages{
    {HugePages::None, "None"_L1}, {HugePages::TwoMiB, "2M"_L1}, {HugePages::Transparent, "Transparent"_L1}};
constexpr Names<CacheType> kCacheTypes{{CacheType::Unsafe, "Unsafe"_L1}, {CacheType::Writeback, "Writeback"_L1}};
constexpr Names<IoEngine> kIoEngines{{IoEngine::Sync, "Sync"_L1}, {IoEngine::Async, "Async"_L1}};
constexpr Names<InstanceState> kStates{{InstanceState::NotStarted, "Not started"_L1},
                                       {InstanceState::Running, "Running"_L1},
                                       {InstanceState::Paused, "Paused"_L1}};
constexpr Names<LogLevel> kLogLevels{{LogLevel::Off, "Off"_L1},      {LogLevel::Error, "Error"_L1},
                                     {LogLevel::Warn, "Warning"_L1}, {LogLevel::Info, "Info"_L1},
                                     {LogLevel::Debug, "Debug"_L1},  {LogLevel::Trace, "Trace"_L1}};

MachineConfig readMachine(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    MachineConfig config;
    if (reader.failed() || !reader.require("vcpu_count"_L1) || !reader.require("mem_size_mib"_L1))
        return config;
    quint64 vcpus = 1;
    reader.read("vcpu_count"_L1, vcpus, 1, kMaxVcpus);
    config.vcpuCount = static_cast<int>(vcpus);
    reader.read("mem_size_mib"_L1, config.memSizeMib, 1, kMaxInteger);
    reader.read("ht_enabled"_L1, config.smt); // the name before API level 1.0
    reader.read("smt"_L1, config.smt);
    reader.read("track_dirty_pages"_L1, config.trackDirtyPages);
    reader.read("huge_pages"_L1, config.hugePages, kHugePages);
    reader.read("cpu_template"_L1, config.cpuTemplate);
    if (config.cpuTemplate == "None"_L1)
        config.cpuTemplate.clear();
    return config;
}

BootSource readBootSource(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    BootSource source;
    if (reader.failed() || !reader.require("kernel_image_path"_L1))
        return source;
    reader.read("kernel_image_path"_L1, source.kernelImagePath);
    reader.read("initrd_path"_L1, source.initrdPath);
    if (reader.has("boot_args"_L1))
        reader.read("boot_args"_L1, source.bootArgs.emplace());
    return source;
}

Drive readDrive(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    Drive drive;
    for (const QLatin1StringView key : {"drive_id"_L1, "path_on_host"_L1, "is_root_device"_L1}) {
        if (reader.failed() || !reader.require(key))
            return drive;
    }
    reader.read("drive_id"_L1, drive.driveId);
    reader.read("path_on_host"_L1, drive.pathOnHost);
    reader.read("is_root_device"_L1, drive.isRootDevice);
    reader.read("partuuid"_L1, drive.partuuid);
    reader.read("is_read_only"_L1, drive.isReadOnly);
    reader.read("cache_type"_L1, drive.cacheType, kCacheTypes);
    reader.read("io_engine"_L1, drive.ioEngine, kIoEngines);
    readLimiter(reader, "rate_limiter"_L1, drive.rateLimiter, error);
    return drive;
}

VmConfig readVm(const QJsonValue &value, QString &error)
{
    ObjectReader reader(value, {}, error);
    VmConfig config;
    if (reader.failed() || !reader.require("boot-source"_L1) || !reader.require("drives"_L1))
        return config;
    config.bootSource = readBootSource(reader.value("boot-source"_L1), u"boot-source"_s, error);
    if (reader.has("machine-config"_L1))
        config.machine = readMachine(reader.value("machine-config"_L1), u"machine-config"_s, error);
    if (!reader.value("drives"_L1).isArray())
        reader.refuse(u"drives"_s, u"expected an array"_s);
    const QJsonArray drives = reader.value("drives"_L1).toArray();
    for (qsizetype index = 0; index < drives.size(); ++index)
        config.drives.append(readDrive(drives.at(index), u"drives[%1]"_s.arg(index), error));
    readDevices(reader, config, error);
    config.otherSections = value.toObject();
    // The name of a file with it, which it may be as well, is left where it is.
    if (reader.value("cpu-config"_L1).isObject())
        config.cpuConfig = config.otherSections.take("cpu-config"_L1).toObject();
    for (const QLatin1StringView key : {"boot-source"_L1, "drives"_L1, "machine-config"_L1})
        config.otherSections.remove(key);
    const QStringList devices = deviceKeys();
    for (const QString &key : devices)
        config.otherSections.remove(key);
    return config;
}

} // namespace

void json::readBucket(const ObjectReader &parent, QLatin1StringView key, std::optional<TokenBucket> &out,
                      QString &error)
{
    if (!parent.has(key))
        return;
    ObjectReader reader(parent.value(key), parent.place(key), error);
    TokenBucket bucket;
    if (reader.failed() || !reader.require("size"_L1) || !reader.require("refill_time"_L1))
        return;
    reader.read("size"_L1, bucket.size, 0, kMaxInteger);
    reader.read("refill_time"_L1, bucket.refillTimeMs, 0, kMaxInteger);
    if (reader.has("one_time_burst"_L1))
        reader.read("one_time_burst"_L1, bucket.oneTimeBurst.emplace(), 0, kMaxInteger);
    out = bucket;
}

RateLimiter json::readLimiter(const QJsonValue &value, const QString &place, QString &error)
{
    const ObjectReader reader(value, place, error);
    RateLimiter limiter;
    readBucket(reader, "bandwidth"_L1, limiter.bandwidth, error);
    readBucket(reader, "ops"_L1, limiter.ops, error);
    return limiter;
}

void json::readLimiter(const ObjectReader &parent, QLatin1StringView key, std::optional<RateLimiter> &out,
                       QString &error)
{
    if (parent.has(key))
        out = readLimiter(parent.value(key), parent.place(key), error);
}

QJsonObject toJson(const TokenBucket &bucket)
{
    QJsonObject object{{u"size"_s, number(bucket.size)}, {u"refill_time"_s, number(bucket.refillTimeMs)}};
    if (bucket.oneTimeBurst)
        object.insert(u"one_time_burst"_s, number(*bucket.oneTimeBurst));
    return object;
}

QJsonObject toJson(const RateLimiter &limiter)
{
    QJsonObject object;
    if (limiter.bandwidth)
        object.insert(u"bandwidth"_s, toJson(*limiter.bandwidth));
    if (limiter.ops)
        object.insert(u"ops"_s, toJson(*limiter.ops));
    return object;
}

// Keys that newer API levels added are written only when they say something, so that older engines understand the rest.

QJsonObject toJson(const MachineConfig &config)
{
    QJsonObject object{{u"vcpu_count"_s, config.vcpuCount},
                       {u"mem_size_mib"_s, number(config.memSizeMib)},
                       {u"smt"_s, config.smt},
                       {u"track_dirty_pages"_s, config.trackDirtyPages}};
    if (config.hugePages != HugePages::None)
        object.insert(u"huge_pages"_s, textOf(kHugePages, config.hugePages));
    if (!config.cpuTemplate.isEmpty())
        object.insert(u"cpu_template"_s, config.cpuTemplate);
    return object;
}

QJsonObject toJson(const BootSource &source)
{
    QJsonObject object{{u"kernel_image_path"_s, source.kernelImagePath}};
    if (!source.initrdPath.isEmpty())
        object.insert(u"initrd_path"_s, source.initrdPath);
    if (source.bootArgs)
        object.insert(u"boot_args"_s, *source.bootArgs);
    return object;
}

QJsonObject toJson(const Drive &drive)
{
    QJsonObject object{{u"drive_id"_s, drive.driveId},
                       {u"path_on_host"_s, drive.pathOnHost},
                       {u"is_root_device"_s, drive.isRootDevice},
                       {u"is_read_only"_s, drive.isReadOnly}};
    if (!drive.partuuid.isEmpty())
        object.insert(u"partuuid"_s, drive.partuuid);
    if (drive.cacheType != CacheType::Unsafe)
        object.insert(u"cache_type"_s, textOf(kCacheTypes, drive.cacheType));
    if (drive.ioEngine != IoEngine::Sync)
        object.insert(u"io_engine"_s, textOf(kIoEngines, drive.ioEngine));
    if (drive.rateLimiter)
        object.insert(u"rate_limiter"_s, toJson(*drive.rateLimiter));
    return object;
}

QJsonObject toJson(const DriveUpdate &update)
{
    QJsonObject object{{u"drive_id"_s, update.driveId}};
    if (update.pathOnHost)
        object.insert(u"path_on_host"_s, *update.pathOnHost);
    if (update.rateLimiter)
        object.insert(u"rate_limiter"_s, toJson(*update.rateLimiter));
    return object;
}

QJsonObject toJson(const LoggerConfig &logger)
{
    QJsonObject object{{u"level"_s, textOf(kLogLevels, logger.level)},
                       {u"show_level"_s, logger.showLevel},
                       {u"show_log_origin"_s, logger.showLogOrigin}};
    if (!logger.logPath.isEmpty())
        object.insert(u"log_path"_s, logger.logPath);
    return object;
}

QJsonObject toJson(const VmConfig &config)
{
    QJsonArray drives;
    for (const Drive &drive : config.drives)
        drives.append(toJson(drive));
    QJsonObject object = config.otherSections;
    object.insert(u"boot-source"_s, toJson(config.bootSource));
    object.insert(u"drives"_s, drives);
    object.insert(u"machine-config"_s, toJson(config.machine));
    if (config.cpuConfig)
        object.insert(u"cpu-config"_s, *config.cpuConfig);
    writeDevices(config, object);
    return object;
}

QStringList sectionsInUse(const QJsonObject &sections)
{
    QStringList keys;
    for (auto it = sections.begin(); it != sections.end(); ++it) {
        if (!it->isNull() && !(it->isArray() && it->toArray().isEmpty()))
            keys << it.key();
    }
    return keys;
}

JsonResult<RateLimiter> rateLimiterFromJson(const QJsonValue &value)
{
    QString error;
    RateLimiter limiter = readLimiter(value, {}, error);
    return result(std::move(limiter), error);
}

JsonResult<MachineConfig> machineConfigFromJson(const QJsonValue &value)
{
    QString error;
    MachineConfig config = readMachine(value, {}, error);
    return result(std::move(config), error);
}

JsonResult<BootSource> bootSourceFromJson(const QJsonValue &value)
{
    QString error;
    BootSource source = readBootSource(value, {}, error);
    return result(std::move(source), error);
}

JsonResult<Drive> driveFromJson(const QJsonValue &value)
{
    QString error;
    Drive drive = readDrive(value, {}, error);
    return result(std::move(drive), error);
}

JsonResult<VmConfig> vmConfigFromJson(const QJsonValue &value)
{
    QString error;
    VmConfig config = readVm(value, error);
    return result(std::move(config), error);
}

JsonResult<InstanceInfo> instanceInfoFromJson(const QJsonValue &value)
{
    QString error;
    ObjectReader reader(value, {}, error);
    InstanceInfo info;
    if (!reader.failed() && reader.require("id"_L1)) {
        reader.read("id"_L1, info.id);
        bool started = false;
        if (!reader.has("state"_L1) && reader.has("started"_L1)) { // API levels 0.22 and 0.23
            reader.read("started"_L1, started);
            info.state = started ? InstanceState::Running : InstanceState::NotStarted;
        } else if (reader.require("state"_L1)) {
            reader.read("state"_L1, info.state, kStates);
        }
        reader.read("vmm_version"_L1, info.vmmVersion);
        reader.read("app_name"_L1, info.appName);
    }
    return result(std::move(info), error);
}

JsonResult<VersionInfo> versionInfoFromJson(const QJsonValue &value)
{
    QString error;
    ObjectReader reader(value, {}, error);
    VersionInfo info;
    if (!reader.failed() && reader.require("firecracker_version"_L1)) {
        reader.read("firecracker_version"_L1, info.firecrackerVersion);
        reader.read("sparkler_version"_L1, info.sparklerVersion);
    }
    return result(std::move(info), error);
}

JsonResult<QJsonObject> parseObject(const QByteArray &text)
{
    if (text.size() > kMaxDocumentBytes)
        return std::unexpected(u"the document is larger than 16 MiB"_s);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray before = text.first(std::clamp(qsizetype{problem.offset}, qsizetype{0}, text.size()));
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = before.size() - before.lastIndexOf('\n');
        return std::unexpected(u"line %1, column %2: %3"_s.arg(line).arg(column).arg(problem.errorString()));
    }
    if (!document.isObject())
        return std::unexpected(u"line 1, column 1: expected an object"_s);
    return document.object();
}

} // namespace sparkler::gui
