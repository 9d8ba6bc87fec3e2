#pragma once

#include "app/options.h"
#include "seccomp/filter_set.h"

namespace sparkler {

/// What each kind of thread is to be filtered by: the built-in filters, those of --seccomp-filter, or none. Failure:
/// GenericError, `Seccomp error: ...` (reference 4.5).
std::expected<seccomp::FilterSet, StartFailure> filtersFor(const EngineOptions &options);

// For threads that have nobody to report to: each filters the calling thread, and the process dies where that fails,
// since such a thread must not run (reference 4.1).

void filterApiThread(seccomp::Program filter);
void filterVcpuThread(seccomp::Program filter, std::uint32_t index);

} // namespace sparkler
