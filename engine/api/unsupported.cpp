#include "api/body_parsers.h"

#include "base/format.h"
#include "telemetry/metrics.h"

namespace sparkler::api {
namespace {

/// `what` ends in its verb: "network interfaces are".
std::unexpected<Error> notAvailable(std::string_view what)
{
    return fail(
        ErrorKind::InvalidInput,
        fmt::format("The requested operation is not supported: {} not available in this version of Sparkler.", what));
}

constexpr std::string_view kHotplug = "memory hotplug is";

} // namespace

Result<ParsedRequest> getHotplugMemory(const RequestTarget &, std::string_view)
{
    metrics().getRequests.hotplugMemoryCount.add();
    return notAvailable(kHotplug);
}

Result<ParsedRequest> unsupportedHotplug(const RequestTarget &, std::string_view)
{
    return notAvailable(kHotplug);
}

Result<ParsedRequest> unsupportedPmem(const RequestTarget &target, std::string_view)
{
    TRY(resourceId(target));
    return notAvailable("pmem devices are");
}

Result<ParsedRequest> unsupportedUnplug(const RequestTarget &target, std::string_view)
{
    TRY(resourceId(target));
    return notAvailable("PCI and hot-unplugging are");
}

} // namespace sparkler::api
