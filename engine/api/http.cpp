#include "api/http.h"

#include "base/format.h"
#include "base/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sparkler::api {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMaxLine = HttpConnection::kReadBytes; ///< bytes, line end included
constexpr std::string_view kInvalidRequest = "Invalid request.";

struct MethodRow {
    std::string_view name;
    Method method;
};
constexpr std::array<MethodRow, 4> kMethods{{
    {"GET", Method::Get},
    {"PUT", Method::Put},
    {"PATCH", Method::Patch},
    {"DELETE", Method::Delete},
}};

std::string_view trim(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\n\v\f\r";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// Takes the next element of a comma-separated list.
std::string_view takeListElement(std::string_view &list)
{
    const std::size_t comma = list.find(',');
    const std::string_view element = trim(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    return element;
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

std::string_view methodName(Method method)
{
    return std::ranges::find(kMethods, method, &MethodRow::method)->name;
}

std::string serializeResponse(const HttpResponse &response)
{
    std::string out = fmt::format("HTTP/1.1 {} \r\nServer: Firecracker API\r\nConnection: {}\r\n", response.status,
                                  response.events ? "close" : "keep-alive");
    if (response.deprecation)
        out += "Deprecation: true\r\n";
    if (response.events)
        out += fmt::format("Content-Type: {}\r\nTransfer-Encoding: chunked\r\n", response.contentType);
    else if (!response.body.empty())
        out += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", response.contentType, response.body.size());
    else if (response.status != 204)
        out += "Content-Length: 0\r\n";
    out += kLineEnd;
    out += response.body;
    return out;
}

// ---- input

void HttpConnection::feed(std::string_view bytes)
{
    if (m_state == State::Lost)
        return;
    m_requestsBeforeFeed = m_requests.size();
    m_input.append(bytes);
    while (step()) {
    }
    m_input.erase(0, m_at);
    m_at = 0;
}

/// One line or piece of a body. False when more input is needed.
bool HttpConnection::step()
{
    switch (m_state) {
    case State::RequestLine:
        return stepRequestLine();
    case State::Headers:
    case State::SkipHeaders:
        return stepHeaders();
    case State::Body:
        return stepBody();
    case State::SkipLine:
        return skipLine();
    case State::SkipBody:
        return skipBody();
    case State::Lost:
        m_at = m_input.size();
        return false;
    }
    return false;
}

/// Takes a line without its end. `tooLong` when it did not end within the limit; nothing is taken then.
bool HttpConnection::takeLine(std::string_view &line, bool &tooLong)
{
    const std::string_view window = rest().substr(0, kMaxLine);
    const std::size_t end = window.find(kLineEnd);
    tooLong = end == std::string_view::npos && window.size() == kMaxLine;
    if (tooLong)
        line = window;
    if (end == std::string_view::npos)
        return tooLong;
    line = window.substr(0, end);
    m_at += end + kLineEnd.size();
    return true;
}

bool HttpConnection::stepRequestLine()
{
    std::string_view line;
    bool tooLong = false;
    if (!takeLine(line, tooLong))
        return false;
    startRequest();
    if (tooLong)
        refuseLine(kInvalidRequest);
    else
        parseRequestLine(line);
    return true;
}

void HttpConnection::startRequest()
{
    m_request = {};
    m_version = {};
    m_contentLength = 0;
    m_expectContinue = false;
    m_broken = false;
}

void HttpConnection::parseRequestLine(std::string_view line)
{
    const std::size_t methodEnd = line.find(' ');
    const std::size_t uriEnd = methodEnd == std::string_view::npos ? methodEnd : line.find(' ', methodEnd + 1);
    if (uriEnd == std::string_view::npos)
        return refuseLine(kInvalidRequest);
    const auto row = std::ranges::find(kMethods, line.substr(0, methodEnd), &MethodRow::name);
    if (row == kMethods.end())
        return refuseLine("Invalid HTTP Method: Unsupported HTTP method.");
    const std::string_view uri = line.substr(methodEnd + 1, uriEnd - methodEnd - 1);
    if (uri.empty())
        return refuseLine("Invalid URI: Empty URI not allowed.");
    if (findUtf8Flaw(uri))
        return refuseLine("Invalid URI: Cannot parse URI as UTF-8.");
    const std::string_view version = line.substr(uriEnd + 1);
    if (version == "HTTP/1.1")
        m_version = "HTTP/1.1";
    else if (version == "HTTP/1.0")
        m_version = "HTTP/1.0";
    else
        return refuseLine("Invalid HTTP Version: Unsupported HTTP version.");
    m_request.method = row->method;
    m_request.path = pathOf(uri);
    m_state = State::Headers;
}

bool HttpConnection::stepHeaders()
{
    std::string_view line;
    bool tooLong = false;
    if (!takeLine(line, tooLong))
        return false;
    if (tooLong) {
        refuseHeader("Invalid header. Reason: Invalid content length. Header: " + lossyUtf8(line));
        m_state = State::SkipLine;
        return true;
    }
    if (line.empty())
        finishHeaders();
    else
        parseHeader(line);
    return true;
}

void HttpConnection::parseHeader(std::string_view line)
{
    if (const auto flaw = findUtf8Flaw(line)) {
        const std::string what =
            flaw->length == 0
                ? fmt::format("incomplete utf-8 byte sequence from index {}", flaw->offset)
                : fmt::format("invalid utf-8 sequence of {} bytes from index {}", flaw->length, flaw->offset);
        return refuseHeader("Invalid header. Reason: Header contains invalid characters. Key: " + what);
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return refuseHeader(fmt::format("Invalid header. Reason: Header is incorrectly formatted. Key: {}", line));
    const std::string_view value = line.substr(colon + 1);
    const std::string name = lowerAscii(trim(line.substr(0, colon)));
    if (name == "content-length")
        parseContentLength(line.substr(0, colon), value);
    else if (name == "expect")
        m_expectContinue = m_expectContinue || trim(value) == "100-continue";
    else if (name == "accept-encoding")
        parseAcceptEncoding(trim(value));
    else if (name == "accept")
        parseAccept(value);
    else if (name == "x-sparkler-poll")
        m_request.isPoll = true;
}

void HttpConnection::parseContentLength(std::string_view name, std::string_view value)
{
    std::string_view digits = trim(value);
    if (digits.size() > 1 && digits.front() == '+')
        digits.remove_prefix(1);
    std::uint32_t length = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (code == std::errc() && end == digits.data() + digits.size() && !digits.empty()) {
        m_contentLength = length;
        return;
    }
    refuseHeader(fmt::format("Invalid header. Reason: Invalid value. Key:{}; Value:{}", name, value));
    m_state = State::Lost; // nobody knows where this request ends
}

void HttpConnection::parseAcceptEncoding(std::string_view value)
{
    if (value.empty())
        return refuseHeader(kInvalidRequest);
    const bool namesIdentity = value.find("identity") != std::string_view::npos;
    for (std::string_view list = value; !list.empty();) {
        const std::string_view element = takeListElement(list);
        if (element == "identity;q=0" || (element == "*;q=0" && !namesIdentity))
            return refuseHeader(
                fmt::format("Invalid header. Reason: Invalid value. Key:Accept-Encoding; Value:{}", element));
    }
}

/// Only whether it names JSON: no answer but that of GET /metrics has another form.
void HttpConnection::parseAccept(std::string_view value)
{
    for (std::string_view list = value; !list.empty();) {
        const std::string_view element = takeListElement(list);
        if (lowerAscii(trim(element.substr(0, element.find(';')))) == "application/json")
            m_request.wantsJson = true;
    }
}

/// Behind the blank line.
void HttpConnection::finishHeaders()
{
    const bool hasBody = m_contentLength > 0;
    if (!m_broken && m_contentLength > m_maxPayload) {
        refuse(fmt::format("Request payload with size {} is larger than the limit of {} allowed by server.",
                           m_contentLength, m_maxPayload));
        // A client that waits for the 100 will most likely not send the body, but it may.
        m_state = m_expectContinue ? State::Lost : State::SkipBody;
    } else if (m_broken) {
        m_state = hasBody ? State::SkipBody : State::RequestLine;
    } else if (hasBody) {
        if (m_expectContinue)
            m_output += fmt::format("{} 100 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n\r\n", m_version);
        m_request.body.emplace();
        m_state = State::Body;
    } else {
        finishRequest();
    }
}

bool HttpConnection::stepBody()
{
    const std::string_view piece = rest().substr(0, m_contentLength - m_request.body->size());
    m_request.body->append(piece);
    m_at += piece.size();
    if (m_request.body->size() < m_contentLength)
        return false;
    finishRequest();
    return true;
}

void HttpConnection::finishRequest()
{
    m_requests.push_back(std::move(m_request));
    m_state = State::RequestLine;
}

/// The rest of an overlong header line.
bool HttpConnection::skipLine()
{
    const std::size_t end = rest().find(kLineEnd);
    if (end == std::string_view::npos) {
        const bool halfEnd = !rest().empty() && rest().back() == '\r';
        m_at = m_input.size() - (halfEnd ? 1 : 0);
        return false;
    }
    m_at += end + kLineEnd.size();
    m_state = State::SkipHeaders;
    return true;
}

bool HttpConnection::skipBody()
{
    const std::size_t skipped = std::min<std::size_t>(m_contentLength, rest().size());
    m_at += skipped;
    m_contentLength -= static_cast<std::uint32_t>(skipped);
    if (m_contentLength > 0)
        return false;
    m_state = State::RequestLine;
    return true;
}

// ---- errors

/// A bad request line takes the rest of the read with it; what comes next starts a new request.
void HttpConnection::refuseLine(std::string_view message)
{
    refuse(message);
    m_at = m_input.size();
    m_state = State::RequestLine;
}

/// A request is refused once, for its first fault.
void HttpConnection::refuseHeader(std::string_view message)
{
    if (!m_broken)
        refuse(message);
    m_state = State::SkipHeaders;
}

void HttpConnection::refuse(std::string_view message)
{
    m_broken = true;
    m_requests.resize(std::min(m_requests.size(), m_requestsBeforeFeed));
    respond(
        {.status = 400,
         .body = fmt::format("{{ \"error\": \"{}\nAll previous unanswered requests will be dropped.\" }}", message)});
}

// ---- output

std::optional<HttpRequest> HttpConnection::takeRequest()
{
    if (m_requests.empty())
        return std::nullopt;
    HttpRequest request = std::move(m_requests.front());
    m_requests.pop_front();
    m_requestsBeforeFeed -= std::min<std::size_t>(m_requestsBeforeFeed, 1);
    return request;
}

void HttpConnection::respond(const HttpResponse &response)
{
    m_output += serializeResponse(response);
}

void HttpConnection::sendChunk(std::string_view bytes)
{
    m_output += fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
}

void HttpConnection::endChunks()
{
    m_output += "0\r\n\r\n";
}

void HttpConnection::consumeOutput(std::size_t bytes)
{
    m_sent = std::min(m_sent + bytes, m_output.size());
    if (m_sent == m_output.size()) {
        m_output.clear();
        m_sent = 0;
    }
}

} // namespace sparkler::api
