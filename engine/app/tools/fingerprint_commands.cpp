// fingerprint dump and compare: whether something that guests' processors depend on has changed on a host.

#include "app/tools/commands.h"
#include "app/tools/fingerprint.h"
#include "app/tools/host_facts.h"
#include "app/tools/probe_machine.h"
#include "app/tools/template_dump.h"
#include "app/tools/template_files.h"
#include "app/version.h"
#include "base/format.h"
#include "base/json.h"

#include <algorithm>
#include <span>

namespace sparkler::tools {
namespace {

Result<> dump(const ParsedArguments &arguments)
{
    const ProbedCpu cpu = TRY(probeMachine(probeOptions(arguments)));
    const HostFacts host = TRY(readHostFacts());
    return writeJsonFile(*arguments.value("output"),
                         toJson(Fingerprint{.firecrackerVersion = std::string(apiLevel()),
                                            .kernelVersion = host.kernelVersion,
                                            .microcodeVersion = host.microcodeVersion,
                                            .biosVersion = host.biosVersion,
                                            .biosRevision = host.biosRevision,
                                            .guestCpuConfig = dumpedTemplate(cpu.cpuid, cpu.msrs)}));
}

Result<Fingerprint> readFingerprint(const std::string &path)
{
    const std::string json = TRY(readJsonFile(path));
    return parsedFile(parseFingerprint(json));
}

/// Of the fields that `wanted` names, or all, in their order.
Result<> compare(const std::string &previousPath, const std::string &currentPath, std::span<const std::string> wanted)
{
    const Fingerprint previous = TRY(readFingerprint(previousPath));
    const Fingerprint current = TRY(readFingerprint(currentPath));
    std::string differences;
    for (const std::string_view field : fingerprintFields()) {
        if (!wanted.empty() && std::ranges::find(wanted, field) == wanted.end())
            continue;
        if (const auto difference = differenceIn(field, previous, current))
            differences += "\n" + *difference;
    }
    if (!differences.empty())
        return fail(ErrorKind::InvalidInput, "Difference detected between source and target:" + differences);
    return {};
}

} // namespace

Outcome dumpFingerprint(const ParsedArguments &arguments)
{
    return outcomeOf(dump(arguments));
}

Outcome compareFingerprints(const ParsedArguments &arguments)
{
    const std::vector<std::string> filters = arguments.values("filters");
    const std::vector<std::string_view> fields = fingerprintFields();
    for (const std::string &filter : filters) {
        if (std::ranges::find(fields, filter) == fields.end())
            return failure(
                fmt::format("error: invalid value '{}' for '--filters': expected {}\n\nFor more information, try "
                            "'--help'.",
                            filter, jsonNameList(fields)),
                kExitUsage);
    }
    return outcomeOf(compare(*arguments.value("prev"), *arguments.value("curr"), filters));
}

} // namespace sparkler::tools
