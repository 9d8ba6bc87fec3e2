#include "app/tools/commands.h"
#include "app/tools/write_file.h"
#include "base/fd.h"
#include "base/format.h"
#include "seccomp/container.h"
#include "seccompiler/compile.h"

namespace sparkler::tools {
namespace {

constexpr std::uint64_t kSourceLimit = 1u << 20; ///< bytes of JSON

Result<std::vector<seccomp::NamedProgram>> compileFile(const std::string &path, seccomp::Target target,
                                                       seccomp::Conditions conditions)
{
    const auto json = readWholeFile(path, kSourceLimit);
    if (!json)
        return prefixed(fmt::format("Failed to open file {}: ", path), json.error());
    const auto filters = seccomp::parseFilters(*json);
    if (!filters)
        return prefixed("Error parsing JSON: ", filters.error());
    return seccomp::compile(*filters, target, conditions);
}

Result<> write(const std::string &path, std::string_view bytes)
{
    if (const auto written = writeFile(path, bytes); !written)
        return prefixed(fmt::format("Failed to open file {}: ", path), written.error());
    return {};
}

/// One file of bare instructions for each program, beside `outputPath`.
Result<> writeApart(std::span<const seccomp::NamedProgram> programs, const std::string &outputPath)
{
    const std::string directory = outputPath.substr(0, outputPath.rfind('/') + 1); // npos + 1 is 0
    for (const seccomp::NamedProgram &program : programs) {
        // A filter may be called anything, but a file may not.
        if (program.name.empty() || program.name.find_first_of(std::string_view("/\0", 2)) != std::string::npos)
            return fail(ErrorKind::InvalidInput, fmt::format("No file can be named after filter `{}`", program.name));
        const auto *bytes = reinterpret_cast<const char *>(program.instructions.data());
        TRY(write(directory + program.name + ".bpf", {bytes, program.instructions.size() * sizeof(sock_filter)}));
    }
    return {};
}

Result<> compileTo(const ParsedArguments &arguments, seccomp::Target target)
{
    const auto conditions = arguments.flag("basic") ? seccomp::Conditions::Dropped : seccomp::Conditions::Kept;
    const auto programs = TRY(compileFile(*arguments.value("input-file"), target, conditions));
    const std::string output = *arguments.value("output-file");
    if (arguments.flag("split-output"))
        return writeApart(programs, output);
    const std::string bytes = TRY(seccomp::encodeContainer(programs));
    return write(output, bytes);
}

Result<std::string> show(const std::string &path)
{
    const std::string bytes = TRY(readWholeFile(path, seccomp::kContainerLimit));
    const auto programs = TRY(seccomp::decodeContainer(bytes));
    std::string text;
    for (const seccomp::NamedProgram &program : programs)
        text += fmt::format("{}: {} instructions\n", program.name, program.instructions.size());
    return text;
}

} // namespace

Outcome compileFilters(const ParsedArguments &arguments)
{
    const std::string word = *arguments.value("target-arch");
    const auto target = seccomp::parseTarget(word);
    if (!target)
        return failure(fmt::format("Error: ArchParse(\"{}\")", word));
    const auto compiled = compileTo(arguments, *target);
    return compiled ? success() : failure("Error: " + compiled.error().text);
}

Outcome showFilters(const ParsedArguments &arguments)
{
    return outcomeOf(show(*arguments.value("filter-file")));
}

} // namespace sparkler::tools
