#pragma once

#include "seccomp/filter_set.h"

namespace sparkler::seccomp {

inline constexpr std::size_t kMostInstructions = 4096; ///< the kernel's limit (BPF_MAXINSNS)

/// Puts the calling thread under `program`, for good and on top of what it is under already; threads that it creates
/// inherit both. The thread can gain no privileges any more either (no_new_privs). An empty program changes nothing.
/// Errors: InvalidInput for a program that is too long, Host when the kernel refuses; with the reference's words (4.1).
Result<> install(Program program);

} // namespace sparkler::seccomp
