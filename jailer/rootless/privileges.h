#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>

namespace sparkler::jail {

/// Threads a jailed engine may have: 32 vCPUs, its own few, and the kernel's helpers of io_uring.
inline constexpr std::uint64_t kProcessLimit = 512;

/// Hard and soft limits: open files, file size in bytes where given, processes, and no core dumps (guest memory).
Result<> setResourceLimits(std::uint64_t openFiles, std::optional<std::uint64_t> fileSizeBytes);

/// An empty session keyring in the place of the user's.
Result<> forgetKeys();

/// The last that is done with capabilities: none is left in any set, none can come back with an exec, whatever the user
/// id is, and nothing that is executed gains anything (no_new_privs).
Result<> dropPrivileges();

/// What a new program should not find: a signal mask, ignored signals, a permissive umask, open descriptors. Standard
/// input, output and error stay; the others close with exec.
Result<> cleanProcess();

} // namespace sparkler::jail
