#include "api/body_parsers.h"

#include "base/format.h"
#include "config/parse.h"
#include "telemetry/metrics.h"

namespace sparkler::api {
namespace {

/// The fault of an interface whose body names another id than the path.
Result<> sameInterface(std::string_view pathId, std::string_view bodyId)
{
    if (pathId != bodyId)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("The id from the path [{}] does not match the id from the body [{}]!", pathId, bodyId));
    return {};
}

} // namespace

std::unexpected<Error> unrecognizedPath(std::string_view method, std::string_view path)
{
    return fail(ErrorKind::InvalidInput, fmt::format("Unrecognized {} request path `{}`.", method, path));
}

Result<ParsedRequest> putNetwork(const RequestTarget &target, std::string_view json)
{
    const std::string_view id = TRY(resourceId(target));
    NetworkConfig config = TRY(parseNetwork(json));
    TRY(sameInterface(id, config.ifaceId));
    return ParsedRequest{PutNetwork{std::move(config)}};
}

Result<ParsedRequest> patchNetwork(const RequestTarget &target, std::string_view json)
{
    const std::string_view id = TRY(resourceId(target));
    NetworkUpdate update = TRY(parseNetworkUpdate(json));
    TRY(sameInterface(id, update.ifaceId));
    return ParsedRequest{PatchNetwork{std::move(update)}};
}

Result<ParsedRequest> getMmds(const RequestTarget &, std::string_view)
{
    metrics().getRequests.mmdsCount.add();
    return ParsedRequest{GetMmds{}};
}

Result<ParsedRequest> putMmds(const RequestTarget &target, std::string_view json)
{
    if (!target.second)
        return ParsedRequest{PutMmds{TRY(parseJsonBody(json))}};
    if (*target.second != "config")
        return unrecognizedPath("PUT", *target.second);
    MmdsConfig config = TRY(parseMmdsConfig(json));
    const bool deprecated = config.version == MmdsVersion::V1;
    return ParsedRequest{PutMmdsConfig{std::move(config)}, deprecated};
}

Result<ParsedRequest> patchMmds(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PatchMmds{TRY(parseJsonBody(json))}};
}

Result<ParsedRequest> putVsock(const RequestTarget &, std::string_view json)
{
    VsockConfig config = TRY(parseVsock(json));
    const bool deprecated = config.vsockId.has_value();
    return ParsedRequest{PutVsock{std::move(config)}, deprecated};
}

Result<ParsedRequest> putOldVsock(const RequestTarget &target, std::string_view json)
{
    const std::string_view id = TRY(resourceId(target));
    auto config = TRY(parseOldVsock(json));
    if (auto *vhost = std::get_if<VhostVsockConfig>(&config)) {
        TRY(sameId(id, vhost->id));
        return ParsedRequest{PutVhostVsock{std::move(*vhost)}};
    }
    auto &unixSocket = std::get<VsockConfig>(config);
    TRY(sameId(id, unixSocket.vsockId.value_or(std::string())));
    return ParsedRequest{PutVsock{std::move(unixSocket)}};
}

Result<ParsedRequest> getBalloon(const RequestTarget &target, std::string_view)
{
    if (!target.second)
        return ParsedRequest{GetBalloon{}};
    if (*target.second == "statistics")
        return ParsedRequest{GetBalloonStatistics{}};
    if (*target.second != "hinting")
        return unrecognizedPath("GET", *target.second);
    const std::string_view third = target.third.value_or(std::string_view{});
    if (third != "status")
        return unrecognizedPath("GET", fmt::format("/hinting/{}", third));
    return ParsedRequest{GetBalloonHinting{}};
}

Result<ParsedRequest> putBalloon(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutBalloon{TRY(parseBalloon(json))}};
}

Result<ParsedRequest> patchBalloon(const RequestTarget &target, std::string_view json)
{
    if (target.second == "hinting") {
        const std::string_view third = target.third.value_or(std::string_view{});
        if (third == "start")
            return ParsedRequest{StartBalloonHinting{TRY(parseStartHinting(json))}};
        if (third == "stop")
            return ParsedRequest{StopBalloonHinting{}};
        return unrecognizedPath("PATCH", fmt::format("/hinting/{}", third));
    }
    if (json.empty())
        return fail(ErrorKind::InvalidInput, "Empty PATCH request.");
    if (target.second == "statistics")
        return ParsedRequest{PatchBalloonStatistics{TRY(parseBalloonStatsUpdate(json))}};
    return ParsedRequest{PatchBalloon{TRY(parseBalloonUpdate(json))}};
}

Result<ParsedRequest> putEntropy(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutEntropy{TRY(parseEntropy(json))}};
}

} // namespace sparkler::api
