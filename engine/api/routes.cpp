#include "api/routes.h"

#include "api/body_parsers.h"
#include "api/request_target.h"
#include "telemetry/metrics.h"

#include <array>

namespace sparkler::api {
namespace {

enum class Body { Present, Absent, Any };

/// One row of the dispatch table. Rows are tried in order; the first whose method, tokens and body fit is it.
struct Route {
    Method method;
    std::string_view resource;
    std::string_view second; ///< required second token; empty: any or none
    Body body;
    RequestParser parse;
    RequestCount *(*count)() = nullptr;
};

template <auto Group, auto Leaf>
RequestCount *countOf()
{
    return &(metrics().*Group.*Leaf);
}
template <RequestCount PutRequestMetrics::*Leaf>
constexpr auto kPut = countOf<&Metrics::putRequests, Leaf>;
template <RequestCount PatchRequestMetrics::*Leaf>
constexpr auto kPatch = countOf<&Metrics::patchRequests, Leaf>;

using Put = PutRequestMetrics;
using Patch = PatchRequestMetrics;

constexpr std::array kRoutes{
    Route{Method::Get, "", "", Body::Absent, getInstanceInfo},
    Route{Method::Get, "balloon", "", Body::Absent, getBalloon},
    Route{Method::Get, "version", "", Body::Absent, getVersion},
    Route{Method::Get, "vm", "config", Body::Absent, getVmConfig},
    Route{Method::Get, "machine-config", "", Body::Absent, getMachineConfig},
    Route{Method::Get, "metrics", "", Body::Absent, getMetrics},
    Route{Method::Get, "events", "", Body::Absent, getEvents},
    Route{Method::Get, "mmds", "", Body::Absent, getMmds},
    Route{Method::Get, "hotplug", "memory", Body::Absent, getHotplugMemory},

    Route{Method::Put, "actions", "", Body::Present, putActions, kPut<&Put::actions>},
    Route{Method::Put, "balloon", "", Body::Present, putBalloon},
    Route{Method::Put, "boot-source", "", Body::Present, putBootSource, kPut<&Put::bootSource>},
    Route{Method::Put, "cpu-config", "", Body::Present, putCpuConfig, kPut<&Put::cpuCfg>},
    Route{Method::Put, "drives", "", Body::Present, putDrive, kPut<&Put::drive>},
    Route{Method::Put, "pmem", "", Body::Present, unsupportedPmem, kPut<&Put::pmem>},
    Route{Method::Put, "logger", "", Body::Present, putLogger, kPut<&Put::logger>},
    Route{Method::Put, "serial", "", Body::Present, putSerial, kPut<&Put::serial>},
    Route{Method::Put, "machine-config", "", Body::Present, putMachineConfig, kPut<&Put::machineCfg>},
    Route{Method::Put, "metrics", "", Body::Present, putMetrics, kPut<&Put::metrics>},
    Route{Method::Put, "mmds", "", Body::Present, putMmds, kPut<&Put::mmds>},
    Route{Method::Put, "network-interfaces", "", Body::Present, putNetwork, kPut<&Put::network>},
    Route{Method::Put, "snapshot", "", Body::Present, putSnapshot},
    Route{Method::Put, "vsock", "", Body::Present, putVsock, kPut<&Put::vsock>},
    // The path of drivers from before API level 0.19.
    Route{Method::Put, "vsocks", "", Body::Present, putOldVsock, kPut<&Put::vsock>},
    Route{Method::Put, "entropy", "", Body::Present, putEntropy},
    Route{Method::Put, "hotplug", "memory", Body::Present, unsupportedHotplug, kPut<&Put::hotplugMemory>},

    Route{Method::Patch, "balloon", "", Body::Any, patchBalloon},
    Route{Method::Patch, "drives", "", Body::Present, patchDrive, kPatch<&Patch::drive>},
    Route{Method::Patch, "machine-config", "", Body::Present, patchMachineConfig, kPatch<&Patch::machineCfg>},
    Route{Method::Patch, "mmds", "", Body::Present, patchMmds, kPatch<&Patch::mmds>},
    Route{Method::Patch, "network-interfaces", "", Body::Present, patchNetwork, kPatch<&Patch::network>},
    Route{Method::Patch, "pmem", "", Body::Present, unsupportedPmem, kPatch<&Patch::pmem>},
    Route{Method::Patch, "vm", "", Body::Present, patchVm},
    Route{Method::Patch, "hotplug", "memory", Body::Present, unsupportedHotplug, kPatch<&Patch::hotplugMemory>},

    Route{Method::Delete, "drives", "", Body::Absent, unsupportedUnplug},
    Route{Method::Delete, "pmem", "", Body::Absent, unsupportedUnplug},
    Route{Method::Delete, "network-interfaces", "", Body::Absent, unsupportedUnplug},
};

bool fits(const Route &route, const HttpRequest &request, const RequestTarget &target)
{
    const bool bodyFits = route.body == Body::Any || (route.body == Body::Present) == request.body.has_value();
    const bool secondFits = route.second.empty() || target.second == route.second;
    return route.method == request.method && route.resource == target.resource && bodyFits && secondFits;
}

/// The fault for a request that no row takes.
std::unexpected<Error> noRoute(const HttpRequest &request, const RequestTarget &target)
{
    const bool hasBody = request.body.has_value();
    if (request.method == Method::Get && hasBody)
        return fail(ErrorKind::InvalidInput, "GET request cannot have a body.");
    if (request.method == Method::Put && !hasBody)
        return fail(ErrorKind::InvalidInput, "Empty PUT request.");
    if (request.method == Method::Patch && !hasBody)
        return fail(ErrorKind::InvalidInput, "Empty PATCH request.");
    if (request.method == Method::Delete && hasBody)
        return fail(ErrorKind::InvalidInput, "Empty Delete request.");
    return invalidPath(request.method, target.resource);
}

} // namespace

Result<ParsedRequest> parseRequest(const HttpRequest &request)
{
    RequestTarget target = splitPath(request.path);
    target.wantsJson = request.wantsJson;
    for (const Route &route : kRoutes) {
        if (!fits(route, request, target))
            continue;
        RequestCount *count = route.count ? route.count() : nullptr;
        if (count)
            count->count.add();
        auto parsed = route.parse(target, request.body ? std::string_view(*request.body) : std::string_view{});
        if (count && !parsed)
            count->fails.add();
        if (parsed && parsed->deprecated)
            metrics().deprecatedApi.deprecatedHttpApiCalls.add();
        return parsed;
    }
    return noRoute(request, target);
}

std::vector<RouteName> routeNames()
{
    std::vector<RouteName> names;
    for (const Route &route : kRoutes)
        names.push_back({route.method, route.resource, route.second});
    return names;
}

} // namespace sparkler::api
