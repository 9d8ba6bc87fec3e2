#include "snapshot/origin.h"

#include "base/clock.h"

#include <array>
#include <cpuid.h>
#include <cstring>
#include <utility>

namespace sparkler::snapshot {
namespace {

CpuidEntry execute(std::uint32_t leaf)
{
    CpuidEntry entry{.leaf = leaf};
    __cpuid_count(leaf, 0, entry.eax, entry.ebx, entry.ecx, entry.edx);
    return entry;
}

} // namespace

void describeCpu(const x86_64::HostCpuid &cpu, SnapshotOrigin &origin)
{
    if (const auto basic = cpu.find(0)) {
        const std::array words{basic->ebx, basic->edx, basic->ecx};
        origin.cpuVendor.resize(sizeof words);
        std::memcpy(origin.cpuVendor.data(), words.data(), sizeof words);
    }
    if (const auto signature = cpu.find(1)) {
        const x86_64::CpuModel model = x86_64::cpuModelOf(signature->eax);
        origin.cpuFamily = model.family;
        origin.cpuModel = model.model;
        origin.cpuStepping = model.stepping;
    }
    origin.cpuBrand = cpu.brand();
}

SnapshotOrigin originHere(std::string productVersion, std::string apiLevel)
{
    SnapshotOrigin origin{.productVersion = std::move(productVersion),
                          .apiLevel = std::move(apiLevel),
                          .createdAt = static_cast<std::int64_t>(wallClockMillis() / 1000),
                          .cpuVendor = {},
                          .cpuBrand = {}};
    std::vector<CpuidEntry> leaves{execute(0), execute(1)};
    if (execute(0x8000'0000).eax >= 0x8000'0004) {
        for (const std::uint32_t leaf : {0x8000'0002u, 0x8000'0003u, 0x8000'0004u})
            leaves.push_back(execute(leaf));
    }
    describeCpu(x86_64::HostCpuid(std::move(leaves)), origin);
    return origin;
}

} // namespace sparkler::snapshot
