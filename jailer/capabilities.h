#pragma once

#include "base/result.h"

#include <cstdint>
#include <linux/capability.h>
#include <string_view>

namespace sparkler::jail {

inline constexpr std::uint32_t kSysAdmin = 1U << CAP_SYS_ADMIN;

/// What a thread may do, as masks of capabilities 0 to 31; it never keeps any of the others.
struct CapabilitySets {
    std::uint32_t permitted = 0;
    std::uint32_t effective = 0;
    std::uint32_t inheritable = 0;
};

/// Of the calling thread. Ambient capabilities that are not both permitted and inheritable go with it. Error: Host,
/// `failure` and the system's words.
Result<> setCapabilities(const CapabilitySets &sets, std::string_view failure);

} // namespace sparkler::jail
