#pragma once

#include "config/cpu_template.h"
#include "hypervisor/registers.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sparkler::x86_64 {

/// A register whose bits are not what a template makes of them.
struct UnshownChange {
    std::string key; ///< "leaf=0x1, subleaf=0x0, flags=0b0, register=eax", "index=0x10a"
    BitChange wanted;
    std::optional<std::uint64_t> found; ///< the whole register; nothing: the processor has none of that key
    unsigned widthBits = 32;
    bool operator==(const UnshownChange &) const = default;
};

/// Which changes a guest's processor does not show: registers in the order of merged(). A sub-leaf with other flags
/// than the template gives it is another one (processes.md 5.4, `template verify`).
std::vector<UnshownChange> unshownChanges(const CustomCpuTemplate &cpuTemplate, std::span<const CpuidEntry> cpuid,
                                          std::span<const MsrEntry> msrs);

/// What is wrong, for people, without a newline at the end: "index=0x10a not found in CPU configuration.", or "Value
/// for index=0x10a mismatched." and three lines with the bits, where x is one that the template leaves alone.
std::string describe(const UnshownChange &change);
/// The same in one line, for the log: "index=0x10a is not there", "index=0x10a is 0bx01, not 0bx11".
std::string describeInOneLine(const UnshownChange &change);

} // namespace sparkler::x86_64
