#pragma once

#include "base/result.h"

#include <cstdint>

namespace sparkler::jail {

/// Threads a jailed engine may have: 32 vCPUs, its own few, and the kernel's helpers of io_uring.
inline constexpr std::uint64_t kProcessLimit = 512;

/// The limits that nobody asked for: processes, and no core dumps, which would hold the guest's memory.
Result<> setFixedLimits();

/// An empty session keyring in the place of the user's.
Result<> forgetKeys();

/// The last that is done with capabilities: none is left in any set, none can come back with an exec, whatever the user
/// id is, and nothing that is executed gains anything (no_new_privs).
Result<> dropPrivileges();

/// What a new program should not find: ignored signals, a permissive umask, open descriptors. Standard input, output
/// and error stay; the others close with exec.
Result<> cleanProcess();

} // namespace sparkler::jail
