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
