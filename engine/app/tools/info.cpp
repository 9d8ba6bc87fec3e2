#include "app/tools/commands.h"
#include "app/tools/state_dump.h"
#include "base/format.h"
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

/// What `check` (decodeState, describeState) makes of the file.
template <typename Check>
auto load(const ParsedArguments &arguments, Check check) -> decltype(check(std::span<const std::byte>()))
{
    const std::vector<std::byte> bytes = TRY(readState(arguments));
    auto loaded = check(std::span(bytes));
    if (!loaded)
        return fail(loaded.error().kind, "Can not load snapshot: " + loaded.error().text);
    return loaded;
}

constexpr auto kDescribe = [](std::span<const std::byte> bytes) { return snapshot::describeState(bytes); };

Result<std::string> versionText(const ParsedArguments &arguments)
{
    const snapshot::Description description = TRY(load(arguments, kDescribe));
    const std::string_view version = TRY(snapshot::microVmVersionOf(description.dataVersion));
    return fmt::format("v{}\n", version);
}

Result<std::string> vcpuText(const ParsedArguments &arguments)
{
    const MachineState state = TRY(load(arguments, snapshot::decodeState));
    std::string text;
    for (std::size_t index = 0; index < state.vcpus.size(); ++index)
        text += fmt::format("vcpu {}:\n{}", index, describeVcpu(state.vcpus[index]));
    return text;
}

Result<std::string> vmText(const ParsedArguments &arguments)
{
    const MachineState state = TRY(load(arguments, snapshot::decodeState));
    const snapshot::Description description = TRY(load(arguments, kDescribe));
    return dumpState(state, description);
}

} // namespace

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
