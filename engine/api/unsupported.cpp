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

std::unexpected<Error> unrecognizedPath(std::string_view method, std::string_view path)
{
    return fail(ErrorKind::InvalidInput, fmt::format("Unrecognized {} request path `{}`.", method, path));
}

constexpr std::string_view kBalloon = "the balloon device is";
constexpr std::string_view kMmds = "the metadata service is";
constexpr std::string_view kHotplug = "memory hotplug is";

} // namespace

Result<ParsedRequest> getBalloon(const RequestTarget &target, std::string_view)
{
    const std::string_view third = target.third.value_or(std::string_view{});
    if (target.second == "hinting" && third != "status")
        return unrecognizedPath("GET", fmt::format("/hinting/{}", third));
    if (target.second && target.second != "statistics" && target.second != "hinting")
        return unrecognizedPath("GET", *target.second);
    return notAvailable(kBalloon);
}

Result<ParsedRequest> patchBalloon(const RequestTarget &target, std::string_view body)
{
    const std::string_view third = target.third.value_or(std::string_view{});
    if (target.second == "hinting") {
        if (third != "start" && third != "stop")
            return unrecognizedPath("PATCH", fmt::format("/hinting/{}", third));
    } else if (body.empty()) {
        return fail(ErrorKind::InvalidInput, "Empty PATCH request.");
    }
    return notAvailable(kBalloon);
}

Result<ParsedRequest> unsupportedBalloon(const RequestTarget &, std::string_view)
{
    return notAvailable(kBalloon);
}

Result<ParsedRequest> getMmds(const RequestTarget &, std::string_view)
{
    metrics().getRequests.mmdsCount.add();
    return notAvailable(kMmds);
}

Result<ParsedRequest> putMmds(const RequestTarget &target, std::string_view)
{
    if (target.second && target.second != "config")
        return unrecognizedPath("PUT", *target.second);
    return notAvailable(kMmds);
}

Result<ParsedRequest> unsupportedMmds(const RequestTarget &, std::string_view)
{
    return notAvailable(kMmds);
}

Result<ParsedRequest> getHotplugMemory(const RequestTarget &, std::string_view)
{
    metrics().getRequests.hotplugMemoryCount.add();
    return notAvailable(kHotplug);
}

Result<ParsedRequest> unsupportedHotplug(const RequestTarget &, std::string_view)
{
    return notAvailable(kHotplug);
}

Result<ParsedRequest> putSnapshot(const RequestTarget &target, std::string_view)
{
    if (!target.second)
        return fail(ErrorKind::InvalidInput, "Missing snapshot operation type.");
    if (target.second != "create" && target.second != "load")
        return invalidPath(Method::Put, fmt::format("/snapshot/{}", *target.second));
    return notAvailable("snapshots are");
}

Result<ParsedRequest> unsupportedCpuConfig(const RequestTarget &, std::string_view)
{
    return notAvailable("custom CPU templates are");
}

Result<ParsedRequest> unsupportedEntropy(const RequestTarget &, std::string_view)
{
    return notAvailable("the entropy device is");
}

Result<ParsedRequest> unsupportedNetwork(const RequestTarget &target, std::string_view)
{
    TRY(resourceId(target));
    return notAvailable("network interfaces are");
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

Result<ParsedRequest> unsupportedVsock(const RequestTarget &, std::string_view)
{
    return notAvailable("the vsock device is");
}

Result<ParsedRequest> unsupportedOldVsock(const RequestTarget &target, std::string_view body)
{
    TRY(resourceId(target));
    return unsupportedVsock(target, body);
}

} // namespace sparkler::api
