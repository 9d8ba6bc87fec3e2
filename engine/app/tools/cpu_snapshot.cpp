#include "app/tools/cpu_snapshot.h"

#include "arch/x86_64/msr_names.h"
#include "base/format.h"
#include "base/json_writer.h"

#include <algorithm>
#include <array>

namespace sparkler::tools {
namespace {

using x86_64::BitNature;
using x86_64::CpuFeature;
using Kind = SnapshotProblem::Kind;

/// KVM's paravirtual MSRs hold addresses in the guest's memory, which is not here.
bool pointsIntoMemory(std::uint32_t index)
{
    return index == 0x11 || index == 0x12 || (index >= 0x4b56'4d00 && index <= 0x4b56'4d04);
}

/// What a vCPU of a machine of this size has here without a template: the list that it is given, and the one that it
/// has then, since not every KVM keeps to the first.
Result<std::array<std::vector<CpuidEntry>, 2>> possibleHere(const MachineConfig &config, const HostProcessor &host)
{
    const x86_64::VcpuTopology topology{.index = 0, .count = config.vcpuCount, .smt = config.smt};
    std::vector<CpuidEntry> given = x86_64::normalizeCpuid(host.supported, topology, host.cpuid);
    const std::unique_ptr<Vcpu> vcpu = TRY(host.freshVcpu());
    TRY(vcpu->setCpuid(given));
    VcpuState state = TRY(vcpu->saveState({}));
    return std::array{std::move(given), std::move(state.cpuid)};
}

/// As texts may show it: the bytes can be anything.
std::string vendorText(std::span<const CpuidEntry> entries)
{
    std::string vendor = x86_64::cpuVendor(entries);
    std::ranges::replace_if(
        vendor, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return vendor;
}

void compareVendors(const MachineState &state, const HostProcessor &host, SnapshotVerdict &verdict)
{
    verdict.vendor = vendorText(state.vcpus.front().cpuid);
    const std::string here = x86_64::cpuVendor(host.supported);
    if (verdict.vendor == here)
        return;
    std::string message = fmt::format("The snapshot's processor is of another vendor ({}; this host has {}).",
                                      verdict.vendor.empty() ? "none" : verdict.vendor, here);
    verdict.problems.push_back({.kind = Kind::Vendor, .name = verdict.vendor, .message = std::move(message)});
}

Result<> compareFeatures(const MachineState &state, const HostProcessor &host, SnapshotVerdict &verdict)
{
    const auto possible = TRY(possibleHere(state.config, host));
    for (const CpuFeature &feature : x86_64::cpuFeatures()) {
        const auto isSet = [&feature](std::span<const CpuidEntry> entries) {
            const CpuidEntry *entry = findLeaf(entries, feature.leaf, feature.subleaf);
            return entry && (registerOf(*entry, feature.reg) >> feature.bit & 1) != 0;
        };
        const bool given = std::ranges::any_of(state.vcpus, isSet, &VcpuState::cpuid);
        if (feature.nature == BitNature::FollowsGuest || !given || std::ranges::any_of(possible, isSet))
            continue;
        const bool assurance = feature.nature == BitNature::Assurance;
        std::string message = assurance ? fmt::format("The guest relies on {} ({}), which this host does not promise.",
                                                      feature.name, feature.meaning)
                                        : fmt::format("The guest was given {} ({}), which this host does not offer.",
                                                      feature.name, feature.meaning);
        (assurance ? verdict.warnings : verdict.problems)
            .push_back({.kind = assurance ? Kind::Assurance : Kind::Feature,
                        .name = std::string(feature.name),
                        .bit = feature,
                        .message = std::move(message)});
    }
    return {};
}

/// Several vCPUs with the same problem have it once.
void addProblem(SnapshotVerdict &verdict, SnapshotProblem problem)
{
    if (std::ranges::find(verdict.problems, problem.message, &SnapshotProblem::message) == verdict.problems.end())
        verdict.problems.push_back(std::move(problem));
}

/// Leaves out of `saved` what `vcpu`, which has the saved CPUID, does not have.
Result<> dropMissingMsrs(const Vcpu &vcpu, VcpuState &saved, SnapshotVerdict &verdict)
{
    std::vector<std::uint32_t> indices;
    for (const MsrEntry &entry : saved.msrs)
        indices.push_back(entry.index);
    const std::vector<MsrEntry> here = TRY(vcpu.readMsrs(indices));
    std::erase_if(saved.msrs, [&](const MsrEntry &entry) {
        if (std::ranges::find(here, entry.index, &MsrEntry::index) != here.end())
            return false;
        const std::string_view known = x86_64::msrName(entry.index);
        std::string name = known.empty() ? fmt::format("MSR 0x{:x}", entry.index) : std::string(known);
        std::string message =
            fmt::format("The snapshot holds {} (0x{:x}), which this host does not have.", name, entry.index);
        addProblem(verdict,
                   {.kind = Kind::Msr, .name = std::move(name), .msr = entry.index, .message = std::move(message)});
        return true;
    });
    return {};
}

/// As a restore does it.
Result<> tryRegisters(Vcpu &vcpu, VcpuState saved, SnapshotVerdict &verdict)
{
    TRY(vcpu.setCpuid(saved.cpuid));
    std::erase_if(saved.msrs, [](const MsrEntry &entry) { return pointsIntoMemory(entry.index); });
    TRY(dropMissingMsrs(vcpu, saved, verdict));
    return vcpu.restoreState(saved);
}

std::string_view textOf(Kind kind)
{
    switch (kind) {
    case Kind::Vendor:
        return "vendor";
    case Kind::Feature:
        return "feature";
    case Kind::Assurance:
        return "assurance";
    case Kind::Msr:
        return "msr";
    case Kind::Refused:
        break;
    }
    return "refused";
}

void writeProblems(JsonWriter &json, std::span<const SnapshotProblem> problems)
{
    json.beginArray();
    for (const SnapshotProblem &problem : problems) {
        json.beginObject().key("kind").string(textOf(problem.kind)).key("name").string(problem.name);
        if (problem.bit) {
            json.key("leaf").string(fmt::format("0x{:x}", problem.bit->leaf));
            json.key("subleaf").string(fmt::format("0x{:x}", problem.bit->subleaf));
            json.key("register").string(nameOf(problem.bit->reg)).key("bit").number(problem.bit->bit);
        }
        if (problem.msr)
            json.key("msr").string(fmt::format("0x{:x}", *problem.msr));
        json.key("message").string(problem.message).endObject();
    }
    json.endArray();
}

} // namespace

Result<SnapshotVerdict> checkSnapshotCpu(const MachineState &state, const HostProcessor &host)
{
    SnapshotVerdict verdict;
    if (state.vcpus.empty())
        return fail(ErrorKind::InvalidInput, "The snapshot has no vCPU.");
    compareVendors(state, host, verdict);
    if (!verdict.fits()) // nothing else is alike then
        return verdict;
    // In their order: a vCPU's number is its APIC id, which has to be that of the saved one.
    for (const VcpuState &saved : state.vcpus) {
        const std::unique_ptr<Vcpu> vcpu = TRY(host.freshVcpu());
        if (const auto done = tryRegisters(*vcpu, saved, verdict); !done)
            addProblem(verdict, {.kind = Kind::Refused,
                                 .name = {},
                                 .message = "KVM does not take the saved registers: " + done.error().text});
    }
    TRY(compareFeatures(state, host, verdict));
    return verdict;
}

std::string snapshotReport(const SnapshotVerdict &verdict)
{
    JsonWriter json;
    json.beginObject().key("fits").boolean(verdict.fits()).key("vendor").string(verdict.vendor);
    json.key("problems");
    writeProblems(json, verdict.problems);
    json.key("warnings");
    writeProblems(json, verdict.warnings);
    json.endObject();
    return std::move(json).text() + "\n";
}

} // namespace sparkler::tools
