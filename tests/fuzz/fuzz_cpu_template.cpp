// Custom CPU templates as PUT /cpu-config and files have them. What is accepted comes out the same when it is written
// and read again, and changes no bit twice in different ways: applying it twice is the same as once.
#include "arch/x86_64/cpu_template.h"
#include "config/cpu_template_json.h"

#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    const auto parsed = parseCpuTemplate({reinterpret_cast<const char *>(data), size});
    if (!parsed)
        return 0;
    const auto again = parseCpuTemplate(toJson(*parsed));
    if (!again || *again != *parsed)
        std::abort();
    std::vector<CpuidEntry> entries;
    for (const CpuidChange &change : parsed->cpuid)
        entries.push_back(
            {.leaf = change.leaf, .subleaf = change.subleaf, .flags = 0, .eax = 0xf00f, .ebx = 1, .ecx = 2, .edx = 3});
    const auto once = x86_64::applyCpuidChanges(entries, parsed->cpuid);
    const auto twice = once ? x86_64::applyCpuidChanges(*once, parsed->cpuid) : once;
    if (!twice || *twice != *once)
        std::abort();
    return 0;
}
