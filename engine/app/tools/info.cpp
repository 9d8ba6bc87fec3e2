#include "app/tools/commands.h"
#include "app/tools/state_dump.h"
#include "base/format.h"
#include "base/json_writer.h"
#include "hypervisor/state_text.h"
#include "snapshot/state_file.h"

namespace sparkler::tools {
namespace {

constexpr std::string_view kPrefix = "Error during getting info from a vmstate file: ";

Result<std::vector<std::byte>> readState(const ParsedArguments &arguments)
{
    const auto file = snapshot::openStateFile(*arguments.value("vmstate-path"));
    if (!file)
        return fail(file.error().kind, "Can not open snapshot file: " + file.error().text);
    auto bytes = snapshot::readStateFile(*file);
    if (!bytes)
        return fail(bytes.error().kind, "Can not load snapshot: " + bytes.error().text);
    return bytes;
}

/// What the decoder says, in this tool's words.
template <typename T>
Result<T> loaded(Result<T> result)
{
    if (!result)
        return fail(result.error().kind, "Can not load snapshot: " + result.error().text);
    return result;
}

Result<std::string> versionText(const ParsedArguments &arguments)
{
    const std::vector<std::byte> bytes = TRY(readState(arguments));
    const snapshot::Description description = TRY(loaded(snapshot::describeState(std::span(bytes))));
    const std::string_view version = TRY(snapshot::microVmVersionOf(description.dataVersion));
    return fmt::format("v{}\n", version);
}

Result<std::string> vcpuText(const ParsedArguments &arguments)
{
    const std::vector<std::byte> bytes = TRY(readState(arguments));
    const MachineState state = TRY(loaded(snapshot::decodeState(bytes)));
    std::string text;
    for (std::size_t index = 0; index < state.vcpus.size(); ++index)
        text += fmt::format("vcpu {}:\n{}", index, describeVcpu(state.vcpus[index]));
    return text;
}

Result<std::string> vmText(const ParsedArguments &arguments)
{
    const std::vector<std::byte> bytes = TRY(readState(arguments));
    const MachineState state = TRY(loaded(snapshot::decodeState(bytes)));
    const snapshot::Description description = TRY(loaded(snapshot::describeState(std::span(bytes))));
    return dumpState(state, description);
}

/// One line of JSON. Keys are only added.
std::string toJson(const snapshot::Description &description, std::string_view version)
{
    const snapshot::SnapshotOrigin &origin = description.origin;
    JsonWriter json;
    json.beginObject().key("version").string(version);
    json.key("format_version").number(description.formatVersion);
    json.key("sparkler_version").string(origin.productVersion).key("api_level").string(origin.apiLevel);
    json.key("created_at"); // seconds since 1970
    if (origin.createdAt >= 0)
        json.number(static_cast<std::uint64_t>(origin.createdAt));
    else
        json.null();
    json.key("cpu").beginObject().key("vendor").string(origin.cpuVendor).key("brand").string(origin.cpuBrand);
    json.key("family").number(origin.cpuFamily).key("model").number(origin.cpuModel);
    json.key("stepping").number(origin.cpuStepping).endObject();
    json.key("vcpu_count").number(description.config.vcpuCount);
    json.key("mem_size_mib").number(description.config.memSizeMib);
    json.key("clock_realtime").boolean(description.hasRealtime).endObject(); // whether a load may ask for it
    return std::move(json).text() + "\n";
}

Result<std::string> descriptionText(const ParsedArguments &arguments)
{
    const std::vector<std::byte> bytes = TRY(readState(arguments));
    const snapshot::Description description = TRY(loaded(snapshot::describeState(std::span(bytes))));
    const std::string_view version = TRY(snapshot::microVmVersionOf(description.dataVersion));
    return toJson(description, version);
}

} // namespace

Outcome describeSnapshotFile(const ParsedArguments &arguments)
{
    return outcomeOf(descriptionText(arguments), kPrefix);
}

Outcome printVersion(const ParsedArguments &arguments)
{
    return outcomeOf(versionText(arguments), kPrefix);
}

Outcome printVcpuStates(const ParsedArguments &arguments)
{
    return outcomeOf(vcpuText(arguments), kPrefix);
}

Outcome printVmState(const ParsedArguments &arguments)
{
    return outcomeOf(vmText(arguments), kPrefix);
}

} // namespace sparkler::tools
