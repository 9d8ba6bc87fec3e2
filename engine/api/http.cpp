#include "api/http.h"

#include "base/format.h"
#include "base/json_text.h"

#include <algorithm>

namespace sparkler::api {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMaxLine = HttpConnection::kReadBytes; ///< bytes, line end included

} // namespace

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
        refuseLine(kInvalidHttpRequest);
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
    auto parsed = parseHttpRequestLine(line);
    if (!parsed)
        return refuseLine(parsed.error().text);
    m_version = parsed->version;
    m_request.method = parsed->method;
    m_request.path = std::move(parsed->path);
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
    const auto header = splitHttpHeader(line);
    if (!header)
        return refuseHeader(header.error().text);
    const std::string key = header->key();
    if (key == "content-length") {
        parseContentLength(*header);
    } else if (key == "expect") {
        m_expectContinue = m_expectContinue || trimHttp(header->value) == "100-continue";
    } else if (key == "accept-encoding") {
        if (const auto accepted = checkHttpAcceptEncoding(*header); !accepted)
            refuseHeader(accepted.error().text);
    } else if (key == "accept") {
        m_request.wantsJson = m_request.wantsJson || httpListNames(header->value, "application/json");
    } else if (key == "x-sparkler-poll") {
        m_request.isPoll = true;
    }
}

void HttpConnection::parseContentLength(const HttpHeader &header)
{
    const auto length = parseHttpNumber(header);
    if (length) {
        m_contentLength = *length;
        return;
    }
    refuseHeader(length.error().text);
    m_state = State::Lost; // nobody knows where this request ends
}

/// Behind the blank line.
void HttpConnection::finishHeaders()
{
    const bool hasBody = m_contentLength > 0;
    if (!m_broken && m_contentLength > m_maxPayload) {
        refuse(httpPayloadTooLarge(m_contentLength, m_maxPayload));
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
