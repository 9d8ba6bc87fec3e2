#include "mmds/request_handler.h"

#include "base/format.h"
#include "telemetry/metrics.h"

namespace sparkler::mmds {
namespace {

using TimePoint = std::chrono::steady_clock::time_point;

constexpr std::string_view kTokenPath = "/latest/api/token";
constexpr std::string_view kTextType = "text/plain", kJsonType = "application/json";

GuestAnswer answer(const GuestRequest &request, int status, std::string body)
{
    GuestAnswer out;
    out.version = request.version;
    out.status = status;
    out.body = std::make_shared<const std::string>(std::move(body));
    return out;
}

/// Runs of '/' become one, and the last character is none.
std::string plainPath(std::string_view path)
{
    std::string out;
    for (const char c : path) {
        if (c != '/' || !out.ends_with('/'))
            out += c;
    }
    if (out.ends_with('/'))
        out.pop_back();
    return out;
}

GuestAnswer notFound(const GuestRequest &request)
{
    return answer(request, 404, fmt::format("Resource not found: {}.", request.path));
}

/// Version 1 counts what version 2 would refuse. Nothing: the request may be served.
std::optional<GuestAnswer> checkToken(MetadataService &service, const GuestRequest &request, TimePoint now)
{
    const bool isRequired = service.settings().version == Version::V2;
    if (!request.token) {
        metrics().mmds.rxNoToken.add();
        if (isRequired)
            return answer(request, 401,
                          "No MMDS token provided. Use `X-metadata-token` or `X-aws-ec2-metadata-token` header to "
                          "specify the session token.");
    } else if (!service.tokens().isValid(request.token->value, now)) {
        metrics().mmds.rxInvalidToken.add();
        if (isRequired)
            return answer(request, 401, "MMDS token not valid.");
    }
    return std::nullopt;
}

GuestAnswer answerGet(MetadataService &service, const GuestRequest &request, TimePoint now)
{
    if (auto refusal = checkToken(service, request, now))
        return std::move(*refusal);
    const JsonValue *value = service.store().find(plainPath(request.path));
    if (!value)
        return notFound(request);
    const OutputFormat format = service.settings().imdsCompat ? OutputFormat::Imds : request.format;
    auto text = service.store().render(*value, format);
    if (!text)
        return answer(request, 501, "Cannot retrieve value. The value has an unsupported type.");
    GuestAnswer out;
    out.version = request.version;
    out.contentType = format == OutputFormat::Json ? kJsonType : kTextType;
    out.body = std::move(text);
    return out;
}

/// The one thing to PUT: a request for a token.
GuestAnswer answerPut(MetadataService &service, const GuestRequest &request, TimePoint now)
{
    if (request.forwardedFor)
        return answer(
            request, 400,
            fmt::format("Invalid header. Reason: Unsupported header name. Key: {}", request.forwardedFor->name));
    if (plainPath(request.path) != kTokenPath)
        return notFound(request);
    if (!request.tokenTtl)
        return answer(request, 400,
                      "Token time to live value not found. Use `X-metadata-token-ttl-seconds` or "
                      "`X-aws-ec2-metadata-token-ttl-seconds` header to specify the token's lifetime.");
    const auto ttl = parseHttpNumber({request.tokenTtl->name, request.tokenTtl->value});
    if (!ttl)
        return answer(request, 400, ttl.error().text);
    if (*ttl < TokenAuthority::kMinTtlSeconds || *ttl > TokenAuthority::kMaxTtlSeconds)
        return answer(request, 400,
                      fmt::format("Invalid time to live value provided for token: {}. Please provide a value between "
                                  "{} and {}.",
                                  *ttl, TokenAuthority::kMinTtlSeconds, TokenAuthority::kMaxTtlSeconds));
    auto token = service.tokens().issue(*ttl, now);
    if (!token)
        return answer(request, 500, std::move(token.error().text));
    GuestAnswer out = answer(request, 200, std::move(*token));
    out.extra = request.tokenTtl;
    return out;
}

} // namespace

GuestAnswer answerGuest(MetadataService &service, const GuestRequest &request, TimePoint now)
{
    if (request.path.empty())
        return answer(request, 400, "Invalid URI.");
    switch (request.method) {
    case HttpMethod::Get:
        return answerGet(service, request, now);
    case HttpMethod::Put:
        return answerPut(service, request, now);
    case HttpMethod::Patch:
    case HttpMethod::Delete:
        break;
    }
    GuestAnswer out = answer(request, 405, "Not allowed HTTP method.");
    out.allow = true;
    return out;
}

GuestAnswer answerFault(const HttpFault &fault)
{
    const bool isUnsupported = fault.part == HttpFault::Part::Method || fault.part == HttpFault::Part::Version;
    return answer({}, isUnsupported ? 501 : 400, fault.text);
}

GuestAnswer answerTooLarge(std::uint32_t bodyBytes)
{
    return answer({}, 413, httpPayloadTooLarge(bodyBytes, kMaxRequestBytes));
}

} // namespace sparkler::mmds
