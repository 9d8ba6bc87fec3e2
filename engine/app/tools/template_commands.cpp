// template dump, strip and verify: what a guest's processor looks like here, what sets hosts apart, and whether a
// template holds.

#include "app/tools/commands.h"
#include "app/tools/probe_machine.h"
#include "app/tools/template_dump.h"
#include "app/tools/template_files.h"
#include "app/tools/template_strip.h"
#include "arch/x86_64/template_check.h"
#include "base/format.h"
#include "config/cpu_template_json.h"

#include <filesystem>
#include <span>

namespace sparkler::tools {
namespace {

Result<> dump(const ParsedArguments &arguments)
{
    const ProbedCpu cpu = TRY(probeMachine(probeOptions(arguments)));
    return writeJsonFile(*arguments.value("output"), toJson(dumpedTemplate(cpu.cpuid, cpu.msrs)));
}

Result<> verify(const ParsedArguments &arguments)
{
    const ProbedCpu cpu = TRY(probeMachine(probeOptions(arguments)));
    if (!cpu.cpuTemplate)
        return fail(ErrorKind::InvalidInput, "CPU template is not specified: neither --template nor the configuration "
                                             "has one.");
    std::string wrong;
    for (const x86_64::UnshownChange &change : x86_64::unshownChanges(*cpu.cpuTemplate, cpu.cpuid, cpu.msrs))
        wrong += (wrong.empty() ? "" : "\n") + x86_64::describe(change);
    if (!wrong.empty())
        return fail(ErrorKind::InvalidInput, wrong);
    return {};
}

/// "dir/a.json" → "dir/a_stripped.json".
std::string strippedPath(const std::string &path, const std::string &suffix)
{
    const std::filesystem::path input(path);
    return (input.parent_path() / (input.stem().string() + suffix + input.extension().string())).string();
}

/// No output takes the place of another one, or of an input but its own.
Result<> checkOutputs(std::span<const std::string> inputs, std::span<const std::string> outputs)
{
    const auto isSame = [](const std::string &left, const std::string &right) {
        std::error_code ignored; // a file that is not there yet is no other one
        return std::filesystem::path(left).lexically_normal() == std::filesystem::path(right).lexically_normal() ||
               std::filesystem::equivalent(left, right, ignored);
    };
    for (std::size_t out = 0; out < outputs.size(); ++out) {
        for (std::size_t other = 0; other < inputs.size(); ++other) {
            if (other != out && (isSame(outputs[out], inputs[other]) || isSame(outputs[out], outputs[other])))
                return fail(ErrorKind::InvalidInput,
                            fmt::format("What is left of {} would be written over that of {}, or over the file itself.",
                                        inputs[out], inputs[other]));
        }
    }
    return {};
}

Result<> strip(const ParsedArguments &arguments)
{
    const std::vector<std::string> inputs = arguments.values("paths");
    const std::string suffix = *arguments.value("suffix");
    if (inputs.size() < 2)
        return fail(ErrorKind::InvalidInput, "The number of inputs should be two or more.");
    std::vector<std::string> outputs;
    for (const std::string &input : inputs)
        outputs.push_back(strippedPath(input, suffix));
    TRY(checkOutputs(inputs, outputs));
    std::vector<CustomCpuTemplate> templates;
    for (const std::string &input : inputs)
        templates.push_back(TRY(readTemplate(input)));
    templates = stripped(templates);
    for (std::size_t i = 0; i < outputs.size(); ++i)
        TRY(writeJsonFile(outputs[i], toJson(templates[i])));
    return {};
}

} // namespace

Outcome dumpTemplate(const ParsedArguments &arguments)
{
    return outcomeOf(dump(arguments));
}

Outcome stripTemplates(const ParsedArguments &arguments)
{
    return outcomeOf(strip(arguments));
}

Outcome verifyTemplate(const ParsedArguments &arguments)
{
    return outcomeOf(verify(arguments));
}

} // namespace sparkler::tools
