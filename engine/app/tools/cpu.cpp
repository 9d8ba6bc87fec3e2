// sparkler-tools cpu: asks this host's KVM.

#include "app/tools/commands.h"
#include "app/tools/cpu_report.h"
#include "app/tools/cpu_snapshot.h"
#include "base/fd.h"
#include "base/format.h"
#include "config/cpu_template_json.h"
#include "config/rules.h"
#include "config/serialize.h"
#include "machine/cpu_choice.h"
#include "snapshot/state_file.h"

#include <algorithm>
#include <charconv>

namespace sparkler::tools {
namespace {

/// A VM without memory or devices, for as long as somebody asks about its vCPUs.
struct EmptyMachine {
    std::unique_ptr<Hypervisor> hypervisor;
    std::unique_ptr<Vm> vm;
    std::uint32_t vcpus = 0; ///< made so far
};

Result<HostProcessor> thisHost()
{
    auto machine = std::make_shared<EmptyMachine>();
    machine->hypervisor = TRY(openKvm());
    machine->vm = TRY(machine->hypervisor->createVm());
    TRY(machine->vm->createInterruptControllers());
    std::vector<CpuidEntry> supported = TRY(machine->vm->supportedCpuid());
    return HostProcessor{.supported = std::move(supported), .cpuid = x86_64::HostCpuid::read(), .freshVcpu = [machine] {
                             return machine->vm->createVcpu(machine->vcpus++);
                         }};
}

Result<CpuTemplate> templateNamed(std::string_view name)
{
    const auto hasName = [name](CpuTemplate one) { return sparkler::nameOf(one) == name; };
    const auto found = std::ranges::find_if(kNamedTemplates, hasName);
    if (found == kNamedTemplates.end())
        return fail(ErrorKind::InvalidInput, fmt::format("There is no CPU template `{}`.", name));
    return *found;
}

Result<CpuQuestion> questionOf(const ParsedArguments &arguments)
{
    CpuQuestion question;
    question.named = TRY(templateNamed(*arguments.value("template")));
    if (const auto path = arguments.value("template-file")) {
        const std::string json = TRY(readWholeFile(*path, kCpuTemplateFileLimit));
        question.custom = TRY(parseCpuTemplate(json));
    }
    const std::string count = *arguments.value("vcpus");
    MachineConfig machine{.vcpuCount = 0, .smt = arguments.flag("smt")};
    const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), machine.vcpuCount);
    if (error != std::errc() || end != count.data() + count.size())
        return fail(ErrorKind::InvalidInput, fmt::format("`{}` is no number of vCPUs.", count));
    TRY(checkMachineConfig(machine));
    question.topology = {.index = 0, .count = machine.vcpuCount, .smt = machine.smt};
    return question;
}

Result<std::string> explain(const ParsedArguments &arguments)
{
    const CpuQuestion question = TRY(questionOf(arguments));
    const HostProcessor host = TRY(thisHost());
    std::vector<NamedVerdict> verdicts;
    for (const CpuTemplate named : kNamedTemplates) {
        const CpuAnswer one = TRY(explainCpu({.named = named, .custom = {}, .topology = question.topology}, host));
        verdicts.push_back({named, one.fault});
    }
    CpuAnswer answer = TRY(explainCpu(question, host));
    // What a template asks of KVM comes before all else in a start.
    if (const auto kvm = openKvm("/dev/kvm", capabilityWishes(question.custom)); !kvm)
        answer = refused(std::move(answer), std::string(kStartFailed) + kvm.error().text);
    return cpuReport(host, verdicts, answer);
}

Result<std::string> checkSnapshot(const std::string &path)
{
    const MachineState state = TRY(snapshot::loadState(path));
    const HostProcessor host = TRY(thisHost());
    const SnapshotVerdict verdict = TRY(checkSnapshotCpu(state, host));
    return snapshotReport(verdict);
}

} // namespace

Outcome explainHostCpu(const ParsedArguments &arguments)
{
    return outcomeOf(explain(arguments));
}

Outcome checkSnapshotOnHost(const ParsedArguments &arguments)
{
    return outcomeOf(checkSnapshot(*arguments.value("vmstate-path")));
}

} // namespace sparkler::tools
