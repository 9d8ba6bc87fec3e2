#include "config/cpu_template_json.h"
#include "config/json_tables.h"
#include "config/parse.h"

namespace sparkler {
namespace {

/// An optional section of a device that does not exist here: only whether it says anything.
struct Absent {
    bool present = false;
};

constexpr auto kAbsentSection = [](JsonReader &reader, Absent &out) {
    bool isNull = false;
    if (!reader.takeNull(isNull))
        return false;
    out.present = !isNull;
    JsonKind kind{};
    std::string text;
    return isNull || reader.readAny(kind, text);
};
constexpr auto kAnyElement = [](JsonReader &reader, Absent &) {
    JsonKind kind{};
    std::string text;
    return reader.readAny(kind, text);
};
constexpr auto kAbsentList = [](JsonReader &reader, Absent &out) {
    std::vector<Absent> elements;
    if (!kJsonList<kAnyElement>(reader, elements))
        return false;
    out.present = !elements.empty();
    return true;
};

/// A path, or the template itself.
constexpr auto kCpuConfig = [](JsonReader &reader, std::variant<std::string, CustomCpuTemplate> &out) {
    if (reader.peekValue() == '"')
        return reader.readString(out.emplace<std::string>());
    return readCpuTemplate(reader, out.emplace<CustomCpuTemplate>());
};

struct FileBody {
    std::optional<BalloonConfig> balloon;
    std::vector<tables::DriveBody> drives;
    BootSourceConfig bootSource;
    std::optional<std::variant<std::string, CustomCpuTemplate>> cpuConfig;
    std::optional<LoggerConfig> logger;
    std::optional<MachineConfigUpdate> machine;
    std::optional<MetricsConfig> metrics;
    std::optional<MmdsConfig> mmdsConfig;
    std::vector<NetworkConfig> network;
    std::optional<VsockConfig> vsock;
    std::optional<EntropyConfig> entropy;
    Absent pmem;
    Absent memoryHotplug;
};

constexpr std::array kFileFields{
    jsonField<&FileBody::balloon, kJsonNullable<tables::readBalloon>>("balloon"),
    jsonField<&FileBody::drives, kJsonList<tables::readDrive>>("drives", Presence::Required),
    jsonField<&FileBody::bootSource, tables::readBootSource>("boot-source", Presence::Required),
    jsonField<&FileBody::cpuConfig, kJsonNullable<kCpuConfig>>("cpu-config"),
    jsonField<&FileBody::logger, kJsonNullable<tables::readLogger>>("logger"),
    jsonField<&FileBody::machine, kJsonNullable<tables::readMachineConfig>>("machine-config"),
    jsonField<&FileBody::metrics, kJsonNullable<tables::readMetrics>>("metrics"),
    jsonField<&FileBody::mmdsConfig, kJsonNullable<tables::readMmdsConfig>>("mmds-config"),
    jsonField<&FileBody::network, kJsonList<tables::readNetwork>>("network-interfaces"),
    jsonField<&FileBody::vsock, kJsonNullable<tables::readVsock>>("vsock"),
    jsonField<&FileBody::entropy, kJsonNullable<tables::readEntropy>>("entropy"),
    jsonField<&FileBody::pmem, kAbsentList>("pmem"),
    jsonField<&FileBody::memoryHotplug, kAbsentSection>("memory-hotplug"),
};

struct AbsentRow {
    Absent FileBody::*section;
    std::string_view category;
    std::string_view what;
};
/// In the order in which the sections would be applied.
constexpr std::array<AbsentRow, 2> kAbsentRows{{
    {&FileBody::pmem, "Pmem device error: ", "pmem devices (`pmem`) are"},
    {&FileBody::memoryHotplug, "Memory hotplug config error: ", "memory hotplug (`memory-hotplug`) is"},
}};

Result<> refuseAbsentDevices(const FileBody &body)
{
    for (const AbsentRow &row : kAbsentRows) {
        if ((body.*row.section).present)
            return fail(ErrorKind::InvalidInput, std::string(row.category) + std::string(row.what) +
                                                     " not available in this version of Sparkler.");
    }
    return {};
}

} // namespace

Result<VmConfigFile> parseConfigFile(std::string_view json)
{
    JsonReader reader(json);
    FileBody body;
    if (!readJsonStruct(reader, {"VmmConfig", kFileFields, UnknownFields::Ignored}, &body) || !reader.finish())
        return fail(ErrorKind::InvalidInput, "Invalid JSON: " + reader.errorText());
    VmConfigFile file{.bootSource = std::move(body.bootSource),
                      .drives = {},
                      .machine = body.machine,
                      .cpuConfig = std::move(body.cpuConfig),
                      .logger = std::move(body.logger),
                      .metrics = std::move(body.metrics),
                      .networkInterfaces = std::move(body.network),
                      .vsock = std::move(body.vsock),
                      .balloon = body.balloon,
                      .mmds = std::move(body.mmdsConfig),
                      .entropy = std::move(body.entropy),
                      .absentDevices = refuseAbsentDevices(body)};
    for (tables::DriveBody &drive : body.drives)
        file.drives.push_back(tables::toDriveConfig(std::move(drive), Origin::ConfigFile));
    return file;
}

} // namespace sparkler
