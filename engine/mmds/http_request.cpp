#include "mmds/http_request.h"

#include <algorithm>

namespace sparkler::mmds {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find(kLineEnd), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + kLineEnd.size(), text.size()));
    return line;
}

HttpParsed<> noteHeader(const HttpHeader &header, GuestRequest &request)
{
    const std::string key = header.key();
    const std::string_view value = trimHttp(header.value);
    const auto sent = [&] { return SentHeader{std::string(trimHttp(header.name)), std::string(value)}; };
    if (key == "content-length") {
        const auto length = parseHttpNumber(header);
        if (!length)
            return std::unexpected(length.error());
        request.bodyBytes = *length;
    } else if (key == "accept-encoding") {
        return checkHttpAcceptEncoding(header);
    } else if (key == "accept") {
        request.format = value == "application/json" ? OutputFormat::Json : OutputFormat::Imds;
    } else if (key == "x-metadata-token" || key == "x-aws-ec2-metadata-token") {
        request.token = sent();
    } else if (key == "x-metadata-token-ttl-seconds" || key == "x-aws-ec2-metadata-token-ttl-seconds") {
        request.tokenTtl = sent();
    } else if (key == "x-forwarded-for") {
        request.forwardedFor = sent();
    }
    return {};
}

} // namespace

HttpParsed<GuestRequest> parseGuestRequest(std::string_view head)
{
    auto line = parseHttpRequestLine(takeLine(head));
    if (!line)
        return std::unexpected(std::move(line.error()));
    GuestRequest request;
    request.method = line->method;
    request.version = line->version;
    request.path = std::move(line->path);
    while (!head.empty()) {
        const auto header = splitHttpHeader(takeLine(head));
        if (!header)
            return std::unexpected(header.error());
        if (auto noted = noteHeader(*header, request); !noted)
            return std::unexpected(std::move(noted.error()));
    }
    return request;
}

} // namespace sparkler::mmds
