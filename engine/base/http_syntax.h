#pragma once

// The lines of an HTTP/1.x request as the API socket and the metadata service understand them, with the error texts
// that both answer. Pure text: knows no connection.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler {

enum class HttpMethod { Get, Put, Patch, Delete };

/// "GET".
std::string_view methodName(HttpMethod method);

/// Why a request is refused. `text` goes to the client.
struct HttpFault {
    enum class Part { Request, Method, Uri, Version, Header } part = Part::Request;
    std::string text;
};
template <typename T = void>
using HttpParsed = std::expected<T, HttpFault>;

/// Anything that is no request at all.
inline constexpr std::string_view kInvalidHttpRequest = "Invalid request.";

struct HttpRequestLine {
    HttpMethod method = HttpMethod::Get;
    std::string path;         ///< as sent, not decoded; of an absolute URI the part behind the host; may be empty
    std::string_view version; ///< "HTTP/1.0" or "HTTP/1.1", static text
};
HttpParsed<HttpRequestLine> parseHttpRequestLine(std::string_view line);

/// A header line, split but not trimmed. Borrowed from the line.
struct HttpHeader {
    std::string_view name;
    std::string_view value;

    /// Without space around it, lower case: names are compared like that.
    std::string key() const;
};
HttpParsed<HttpHeader> splitHttpHeader(std::string_view line);

/// The value of a header as a decimal number.
HttpParsed<std::uint32_t> parseHttpNumber(const HttpHeader &header);
/// Accept-Encoding: answers are never encoded, so it must not rule that out.
HttpParsed<> checkHttpAcceptEncoding(const HttpHeader &header);
/// "Request payload with size … is larger than the limit of … allowed by server."
std::string httpPayloadTooLarge(std::uint32_t size, std::uint32_t limit);

/// Without white space at either end.
std::string_view trimHttp(std::string_view text);
/// Takes the next element of a comma-separated list, trimmed.
std::string_view takeHttpListElement(std::string_view &list);
/// Whether a list of media types names this one (lower case), whatever its parameters.
bool httpListNames(std::string_view list, std::string_view mediaType);

} // namespace sparkler
