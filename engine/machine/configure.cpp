#include "machine/configure.h"

#include "boot/command_line.h"
#include "config/cpu_template_json.h"
#include "telemetry/log.h"

namespace sparkler {
namespace {

/// What the configuration file has, or names.
Result<CustomCpuTemplate> cpuTemplateOf(const std::variant<std::string, CustomCpuTemplate> &section)
{
    if (const auto *inlined = std::get_if<CustomCpuTemplate>(&section))
        return *inlined;
    const auto text = readWholeFile(std::get<std::string>(section), kCpuTemplateFileLimit);
    if (!text)
        return prefixed("File operation error: ", text.error());
    auto parsed = parseCpuTemplate(*text);
    if (!parsed)
        return prefixed("Invalid JSON: ", parsed.error());
    return parsed;
}

} // namespace

Result<> loadMetadata(Resources &resources, JsonValue metadata)
{
    TRY(resources.metadata().put(std::move(metadata)));
    logInfoAlways("Successfully added metadata to mmds from file");
    return {};
}

Result<> configure(Resources &resources, const VmConfigFile &file, std::optional<JsonValue> metadata)
{
    if (file.machine)
        TRY(resources.putMachineConfig(*file.machine, Origin::ConfigFile));
    if (file.cpuConfig)
        resources.putCpuTemplate(TRY(cpuTemplateOf(*file.cpuConfig)));
    TRY(file.absentDevices);
    TRY(resources.putBootSource(file.bootSource, Origin::ConfigFile));
    for (const Result<DriveConfig> &drive : file.drives) {
        TRY(drive);
        TRY(resources.putDrive(*drive, Origin::ConfigFile));
    }
    for (const NetworkConfig &interface : file.networkInterfaces)
        TRY(resources.putNetwork(interface, Origin::ConfigFile));
    if (file.vsock)
        TRY(resources.putVsock(*file.vsock, Origin::ConfigFile));
    if (file.balloon)
        TRY(resources.putBalloon(*file.balloon, Origin::ConfigFile));
    if (metadata) {
        if (const auto loaded = loadMetadata(resources, std::move(*metadata)); !loaded)
            return prefixed("MMDS error: ", loaded.error());
    }
    if (file.mmds)
        TRY(resources.putMmdsConfig(*file.mmds, Origin::ConfigFile));
    if (file.entropy)
        TRY(resources.putEntropy(*file.entropy, Origin::ConfigFile));
    return {};
}

MachinePlan planOf(const Resources &resources)
{
    return {.config = resources.machineConfig(),
            .customTemplate = resources.customTemplate(),
            .kernel = resources.kernel(),
            .initrd = resources.initrd(),
            .commandLine = resources.bootSource().bootArgs.value_or(std::string(kDefaultBootArgs)),
            .devices = resources.devices(),
            .rootDrive = resources.rootDrive(),
            .serial = resources.serial()};
}

} // namespace sparkler
