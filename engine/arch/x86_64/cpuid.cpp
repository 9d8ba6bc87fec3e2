#include "arch/x86_64/cpuid.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <string_view>

namespace sparkler::x86_64 {
namespace {

constexpr std::uint32_t kSubleafSignificant = 1; // KVM_CPUID_FLAG_SIGNIFCANT_INDEX
constexpr std::uint32_t kMostVcpus = 32;

constexpr std::uint32_t kBasic = 0x0;
constexpr std::uint32_t kFeatures = 0x1;
constexpr std::uint32_t kIntelCaches = 0x4;
constexpr std::uint32_t kPower = 0x6;
constexpr std::uint32_t kExtendedFeatures = 0x7;
constexpr std::uint32_t kPerformanceMonitoring = 0xa;
constexpr std::uint32_t kTopology = 0xb;
constexpr std::uint32_t kTopologyV2 = 0x1f;
constexpr std::uint32_t kExtendedBasic = 0x8000'0000;
constexpr std::uint32_t kAmdFeatures = 0x8000'0001;
constexpr std::uint32_t kBrand = 0x8000'0002;
constexpr std::uint32_t kL1Caches = 0x8000'0005;
constexpr std::uint32_t kL2Caches = 0x8000'0006;
constexpr std::uint32_t kAmdSizes = 0x8000'0008;
constexpr std::uint32_t kAmdCaches = 0x8000'001d;
constexpr std::uint32_t kAmdTopology = 0x8000'001e;

/// The list while it is changed. References stay valid until the next insertion.
class CpuidList {
public:
    explicit CpuidList(std::vector<CpuidEntry> entries) : m_entries(std::move(entries)) {}

    CpuidEntry *find(std::uint32_t leaf, std::uint32_t subleaf = 0)
    {
        const auto entry = std::ranges::find_if(m_entries, [&](const CpuidEntry &candidate) {
            return candidate.leaf == leaf && candidate.subleaf == subleaf;
        });
        return entry == m_entries.end() ? nullptr : &*entry;
    }
    CpuidEntry &findOrInsert(std::uint32_t leaf, std::uint32_t subleaf, std::uint32_t flags)
    {
        if (CpuidEntry *entry = find(leaf, subleaf))
            return *entry;
        return m_entries.emplace_back(CpuidEntry{.leaf = leaf, .subleaf = subleaf, .flags = flags});
    }
    void replace(const CpuidEntry &entry)
    {
        CpuidEntry &place = findOrInsert(entry.leaf, entry.subleaf, entry.flags);
        place.eax = entry.eax;
        place.ebx = entry.ebx;
        place.ecx = entry.ecx;
        place.edx = entry.edx;
    }
    void raise(std::uint32_t leaf, std::uint32_t lastLeaf)
    {
        CpuidEntry &entry = findOrInsert(leaf, 0, 0);
        entry.eax = std::max(entry.eax, lastLeaf);
    }

    std::vector<CpuidEntry> &entries() { return m_entries; }

private:
    std::vector<CpuidEntry> m_entries;
};

/// Replaces bits high..low (inclusive) of `value`.
void setBits(std::uint32_t &value, unsigned high, unsigned low, std::uint32_t bits)
{
    const std::uint32_t width = high - low + 1;
    const std::uint32_t mask = (width == 32 ? ~0u : (1u << width) - 1) << low;
    value = (value & ~mask) | ((bits << low) & mask);
}

void setBit(std::uint32_t &value, unsigned bit, bool on)
{
    setBits(value, bit, bit, on ? 1 : 0);
}

void normalizeVendor(CpuidList &list, const HostCpuid &host)
{
    CpuidEntry &basic = list.findOrInsert(kBasic, 0, 0);
    if (const auto hostBasic = host.find(kBasic)) {
        basic.ebx = hostBasic->ebx;
        basic.ecx = hostBasic->ecx;
        basic.edx = hostBasic->edx;
    }
}

void normalizeFeatures(CpuidList &list, const VcpuTopology &topology)
{
    constexpr std::uint32_t kClflushUnits = 8; // of 8 bytes
    CpuidEntry &features = list.findOrInsert(kFeatures, 0, 0);
    setBits(features.ebx, 15, 8, kClflushUnits);
    setBits(features.ebx, 23, 16, std::bit_ceil(topology.count));
    setBits(features.ebx, 31, 24, topology.index);
    setBit(features.ecx, 15, false); // PDCM: no performance MSRs
    setBit(features.ecx, 24, true);  // TSC deadline timer: KVM emulates it with its LAPIC
    setBit(features.ecx, 31, true);  // hypervisor
    setBit(features.edx, 28, topology.count > 1);
}

/// Leaf 0xB: threads of a core, then all vCPUs as the cores of one package.
void normalizeTopology(CpuidList &list, const VcpuTopology &topology)
{
    constexpr std::uint32_t kSmtLevel = 1;
    constexpr std::uint32_t kCoreLevel = 2;
    constexpr auto kCoreShift = static_cast<std::uint32_t>(std::bit_width(kMostVcpus) - 1);
    list.raise(kBasic, kTopology);
    CpuidEntry &threads = list.findOrInsert(kTopology, 0, kSubleafSignificant);
    setBits(threads.eax, 4, 0, topology.threadsPerCore() > 1 ? 1 : 0);
    setBits(threads.ebx, 15, 0, topology.threadsPerCore());
    setBits(threads.ecx, 15, 0, kSmtLevel << 8 | 0);
    CpuidEntry &cores = list.findOrInsert(kTopology, 1, kSubleafSignificant);
    setBits(cores.eax, 4, 0, kCoreShift);
    setBits(cores.ebx, 15, 0, topology.count);
    setBits(cores.ecx, 15, 0, kCoreLevel << 8 | 1);
    for (CpuidEntry &level : list.entries()) {
        if (level.leaf != kTopology)
            continue;
        level.edx = topology.index; // x2APIC id
        if (level.subleaf >= 2) {   // invalid levels
            level.eax = 0;
            level.ebx = 0;
            setBits(level.ecx, 15, 0, level.subleaf & 0xff);
        }
    }
}

void passCachesThrough(CpuidList &list, const HostCpuid &host)
{
    for (const std::uint32_t leaf : {kL1Caches, kL2Caches}) {
        if (const auto entry = host.find(leaf))
            list.replace(*entry);
    }
    if (CpuidEntry *l2 = list.find(kL2Caches))
        setBits(l2->edx, 17, 16, 0); // reserved
}

/// Cache leaves of both vendors have type, level and the number of sharing threads in the same bits.
void setCacheSharing(CpuidEntry &cache, const VcpuTopology &topology)
{
    const std::uint32_t level = (cache.eax >> 5) & 0x7;
    if (level == 1 || level == 2)
        setBits(cache.eax, 25, 14, topology.threadsPerCore() - 1);
    else if (level == 3)
        setBits(cache.eax, 25, 14, topology.count - 1);
}

bool isCache(const CpuidEntry &entry)
{
    return (entry.eax & 0x1f) != 0;
}

void setBrand(CpuidList &list, std::string_view brand)
{
    std::array<std::uint32_t, 12> words{};
    std::memcpy(words.data(), brand.data(), std::min(brand.size(), sizeof words));
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::uint32_t *word = &words[i * 4];
        list.replace(CpuidEntry{.leaf = kBrand + i,
                                .subleaf = 0,
                                .flags = 0,
                                .eax = word[0],
                                .ebx = word[1],
                                .ecx = word[2],
                                .edx = word[3]});
    }
}

/// The host's frequency as its brand string ends in it ("2.50GHz"); empty when it does not.
std::string_view frequencyOf(std::string_view brand)
{
    const auto isNumber = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    while (brand.ends_with(' '))
        brand.remove_suffix(1);
    if (!brand.ends_with("THz") && !brand.ends_with("GHz") && !brand.ends_with("MHz"))
        return {};
    std::size_t start = brand.size() - 3;
    while (start > 0 && isNumber(brand[start - 1]))
        --start;
    return start == brand.size() - 3 ? std::string_view() : brand.substr(start);
}

void normalizeIntel(CpuidList &list, const VcpuTopology &topology, const HostCpuid &host)
{
    const std::uint32_t cores = topology.count / topology.threadsPerCore();
    for (CpuidEntry &entry : list.entries()) {
        if (entry.leaf == kIntelCaches && isCache(entry)) {
            setCacheSharing(entry, topology);
            setBits(entry.eax, 31, 26, cores - 1);
        }
    }
    if (CpuidEntry *power = list.find(kPower)) {
        setBit(power->eax, 1, false); // turbo
        setBit(power->ecx, 3, false); // energy performance bias
    }
    if (CpuidEntry *features = list.find(kExtendedFeatures)) {
        setBit(features->ebx, 6, true);  // FDP_EXCPTN_ONLY
        setBit(features->ebx, 13, true); // FCS and FDS deprecated
        setBit(features->ecx, 5, false); // WAITPKG
    }
    if (CpuidEntry *monitoring = list.find(kPerformanceMonitoring))
        monitoring->eax = monitoring->ebx = monitoring->ecx = monitoring->edx = 0;
    if (list.find(kTopologyV2)) {
        std::erase_if(list.entries(), [](const CpuidEntry &entry) { return entry.leaf == kTopologyV2; });
        std::vector<CpuidEntry> copies;
        std::ranges::copy_if(list.entries(), std::back_inserter(copies),
                             [](const CpuidEntry &entry) { return entry.leaf == kTopology; });
        for (CpuidEntry &copy : copies) {
            copy.leaf = kTopologyV2;
            list.entries().push_back(copy);
        }
    }
    std::string brand = "Intel(R) Xeon(R) Processor";
    const std::string hostBrand = host.brand();
    if (const std::string_view frequency = frequencyOf(hostBrand); !frequency.empty())
        brand.append(" @ ").append(frequency);
    setBrand(list, brand);
}

void normalizeAmd(CpuidList &list, const VcpuTopology &topology, const HostCpuid &host)
{
    if (CpuidEntry *features = list.find(kExtendedFeatures))
        setBit(features->edx, 29, false);                        // ARCH_CAPABILITIES is Intel's
    setBit(list.findOrInsert(kAmdFeatures, 0, 0).ecx, 22, true); // topology extensions
    list.raise(kExtendedBasic, kAmdTopology);                    // ...whose leaves have to exist then
    CpuidEntry &sizes = list.findOrInsert(kAmdSizes, 0, 0);
    setBits(sizes.ecx, 7, 0, topology.count - 1);
    setBits(sizes.ecx, 15, 12, 7); // APIC id bits

    for (std::uint32_t cache = 0; cache < kMostCacheSubleaves; ++cache) {
        if (const auto entry = host.find(kAmdCaches, cache))
            list.replace(*entry);
    }
    for (CpuidEntry &entry : list.entries()) {
        if (entry.leaf == kAmdCaches && isCache(entry))
            setCacheSharing(entry, topology);
    }
    const CpuidEntry hostTopology = host.find(kAmdTopology).value_or(CpuidEntry{.leaf = kAmdTopology});
    list.replace(hostTopology);
    CpuidEntry &place = *list.find(kAmdTopology);
    place.eax = topology.index; // extended APIC id
    setBits(place.ebx, 7, 0, topology.index / topology.threadsPerCore());
    setBits(place.ebx, 15, 8, topology.threadsPerCore() - 1);
    setBits(place.ecx, 10, 0, 0); // one node, number 0
    setBrand(list, "AMD EPYC");
}

} // namespace

std::vector<CpuidEntry> normalizeCpuid(std::vector<CpuidEntry> entries, const VcpuTopology &topology,
                                       const HostCpuid &host)
{
    CpuidList list(std::move(entries));
    normalizeVendor(list, host);
    normalizeFeatures(list, topology);
    normalizeTopology(list, topology);
    passCachesThrough(list, host);
    if (host.vendor() == CpuVendor::Intel)
        normalizeIntel(list, topology, host);
    else if (host.vendor() == CpuVendor::Amd)
        normalizeAmd(list, topology, host);
    return std::move(list.entries());
}

std::string cpuVendor(std::span<const CpuidEntry> entries)
{
    const auto found = std::ranges::find(entries, kBasic, &CpuidEntry::leaf);
    if (found == entries.end())
        return {};
    const std::array<std::uint32_t, 3> words{found->ebx, found->edx, found->ecx};
    std::string vendor;
    for (const std::byte byte : std::as_bytes(std::span(words)))
        vendor += static_cast<char>(std::to_integer<unsigned char>(byte));
    return vendor;
}

} // namespace sparkler::x86_64
