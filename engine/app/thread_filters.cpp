#include "app/thread_filters.h"

#include "app/builtin_filters.h"
#include "app/signals.h"
#include "base/format.h"
#include "seccomp/install.h"

namespace sparkler {

std::expected<seccomp::FilterSet, StartFailure> filtersFor(const EngineOptions &options)
{
    if (options.noSeccomp)
        return seccomp::FilterSet();
    if (!options.seccompFilter)
        return builtinFilters();
    auto loaded = seccomp::FilterSet::load(*options.seccompFilter);
    if (!loaded)
        return std::unexpected(StartFailure{ExitCode::GenericError, "Seccomp error: " + loaded.error().text, {}});
    return std::move(*loaded);
}

void filterApiThread(seccomp::Program filter)
{
    if (const auto installed = seccomp::install(filter); !installed)
        abortProcess("Failed to set the requested seccomp filters on the API thread: " + installed.error().text);
}

void filterVcpuThread(seccomp::Program filter, std::uint32_t index)
{
    if (const auto installed = seccomp::install(filter); !installed)
        abortProcess(fmt::format("Failed to set the requested seccomp filters on vCPU {}: Error: {}", index,
                                 installed.error().text));
}

} // namespace sparkler
