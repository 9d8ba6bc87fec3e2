#include "base/http_syntax.h"

#include "base/format.h"
#include "base/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sparkler {
namespace {

struct MethodRow {
    std::string_view name;
    HttpMethod method;
};
constexpr std::array<MethodRow, 4> kMethods{{
    {"GET", HttpMethod::Get},
    {"PUT", HttpMethod::Put},
    {"PATCH", HttpMethod::Patch},
    {"DELETE", HttpMethod::Delete},
}};

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::unexpected<HttpFault> refuse(HttpFault::Part part, std::string text)
{
    return std::unexpected(HttpFault{part, std::move(text)});
}

/// The path of a URI in origin or absolute form; anything else has an empty one.
std::string_view pathOf(std::string_view uri)
{
    constexpr std::string_view kScheme = "http://";
    if (uri.starts_with('/'))
        return uri;
    if (!uri.starts_with(kScheme))
        return {};
    const std::size_t slash = uri.find('/', kScheme.size());
    return slash == std::string_view::npos ? std::string_view{} : uri.substr(slash);
}

} // namespace

std::string_view methodName(HttpMethod method)
{
    return std::ranges::find(kMethods, method, &MethodRow::method)->name;
}

std::string_view trimHttp(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\n\v\f\r";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

HttpParsed<HttpRequestLine> parseHttpRequestLine(std::string_view line)
{
    using Part = HttpFault::Part;
    const std::size_t methodEnd = line.find(' ');
    const std::size_t uriEnd = methodEnd == std::string_view::npos ? methodEnd : line.find(' ', methodEnd + 1);
    if (uriEnd == std::string_view::npos)
        return refuse(Part::Request, std::string(kInvalidHttpRequest));
    const auto row = std::ranges::find(kMethods, line.substr(0, methodEnd), &MethodRow::name);
    if (row == kMethods.end())
        return refuse(Part::Method, "Invalid HTTP Method: Unsupported HTTP method.");
    const std::string_view uri = line.substr(methodEnd + 1, uriEnd - methodEnd - 1);
    if (uri.empty())
        return refuse(Part::Uri, "Invalid URI: Empty URI not allowed.");
    if (findUtf8Flaw(uri))
        return refuse(Part::Uri, "Invalid URI: Cannot parse URI as UTF-8.");
    for (const std::string_view version : {"HTTP/1.1", "HTTP/1.0"}) {
        if (line.substr(uriEnd + 1) == version)
            return HttpRequestLine{.method = row->method, .path = std::string(pathOf(uri)), .version = version};
    }
    return refuse(Part::Version, "Invalid HTTP Version: Unsupported HTTP version.");
}

std::string HttpHeader::key() const
{
    return lowerAscii(trimHttp(name));
}

HttpParsed<HttpHeader> splitHttpHeader(std::string_view line)
{
    if (const auto flaw = findUtf8Flaw(line)) {
        const std::string what =
            flaw->length == 0
                ? fmt::format("incomplete utf-8 byte sequence from index {}", flaw->offset)
                : fmt::format("invalid utf-8 sequence of {} bytes from index {}", flaw->length, flaw->offset);
        return refuse(HttpFault::Part::Header,
                      "Invalid header. Reason: Header contains invalid characters. Key: " + what);
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return refuse(HttpFault::Part::Header,
                      fmt::format("Invalid header. Reason: Header is incorrectly formatted. Key: {}", line));
    return HttpHeader{line.substr(0, colon), line.substr(colon + 1)};
}

HttpParsed<std::uint32_t> parseHttpNumber(const HttpHeader &header)
{
    std::string_view digits = trimHttp(header.value);
    if (digits.size() > 1 && digits.front() == '+')
        digits.remove_prefix(1);
    std::uint32_t number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code == std::errc() && end == digits.data() + digits.size() && !digits.empty())
        return number;
    return refuse(HttpFault::Part::Header,
                  fmt::format("Invalid header. Reason: Invalid value. Key:{}; Value:{}", header.name, header.value));
}

std::string_view takeHttpListElement(std::string_view &list)
{
    const std::size_t comma = list.find(',');
    const std::string_view element = trimHttp(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    return element;
}

bool httpListNames(std::string_view list, std::string_view mediaType)
{
    while (!list.empty()) {
        const std::string_view element = takeHttpListElement(list);
        if (lowerAscii(trimHttp(element.substr(0, element.find(';')))) == mediaType)
            return true;
    }
    return false;
}

HttpParsed<> checkHttpAcceptEncoding(const HttpHeader &header)
{
    const std::string_view value = trimHttp(header.value);
    if (value.empty())
        return refuse(HttpFault::Part::Header, std::string(kInvalidHttpRequest));
    const bool namesIdentity = value.find("identity") != std::string_view::npos;
    for (std::string_view list = value; !list.empty();) {
        const std::string_view element = takeHttpListElement(list);
        if (element == "identity;q=0" || (element == "*;q=0" && !namesIdentity))
            return refuse(HttpFault::Part::Header,
                          fmt::format("Invalid header. Reason: Invalid value. Key:Accept-Encoding; Value:{}", element));
    }
    return {};
}

std::string httpPayloadTooLarge(std::uint32_t size, std::uint32_t limit)
{
    return fmt::format("Request payload with size {} is larger than the limit of {} allowed by server.", size, limit);
}

} // namespace sparkler
