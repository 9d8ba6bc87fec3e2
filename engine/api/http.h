#pragma once

// The HTTP/1.x subset of the API socket as pure logic: bytes in, requests and response bytes out. Knows no descriptor.

#include "base/http_syntax.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler {
class EventSubscription;
}

namespace sparkler::api {

using Method = HttpMethod;

struct HttpRequest {
    Method method = Method::Get;
    std::string path; ///< as sent, not decoded; of an absolute URI the part behind the host
    std::optional<std::string> body;
    /// Has the header "X-Sparkler-Poll" (an addition): one of many periodic requests, which need not fill the log.
    bool isPoll = false;
    bool wantsJson = false; ///< the header "Accept" names application/json
};

struct HttpResponse {
    int status = 204;
    std::string body;
    bool deprecation = false;                          ///< adds "Deprecation: true"
    std::string_view contentType = "application/json"; ///< of the body; static text
    std::shared_ptr<EventSubscription> events{};       ///< the body, in chunks as they come
};

/// The response's bytes, header order included.
std::string serializeResponse(const HttpResponse &response);

/// What a client beyond the connection limit is sent before its connection is closed.
inline constexpr std::string_view kTooManyConnections =
    "HTTP/1.1 503\r\nServer: Firecracker API\r\nConnection: close\r\nContent-Length: 40\r\n\r\n"
    "{ \"error\": \"Too many open connections\" }";

/// One connection: collects requests and holds the output. A request that is no HTTP gets its 400 here.
/// Memory: one body of at most `maxPayloadBytes`, about 2 KiB of input, and the responses given to respond(); the owner
/// stops feeding while output is pending.
class HttpConnection {
public:
    /// Input is fed in pieces of at most this size.
    static constexpr std::size_t kReadBytes = 1024;

    explicit HttpConnection(std::uint32_t maxPayloadBytes) : m_maxPayload(maxPayloadBytes) {}

    /// The bytes of one read. After an error complete requests of the same read are dropped, as the error's text says.
    void feed(std::string_view bytes);
    /// The next complete request, oldest first.
    std::optional<HttpRequest> takeRequest();
    void respond(const HttpResponse &response);
    /// The next piece, not empty, of a body that respond() began in chunks, and the end of that body.
    void sendChunk(std::string_view bytes);
    void endChunks();
    /// Bytes to send, and how many of them went out.
    std::string_view output() const { return std::string_view(m_output).substr(m_sent); }
    void consumeOutput(std::size_t bytes);
    /// The end of the last bad request cannot be found: once the output is sent, nothing more will be understood.
    bool isLost() const { return m_state == State::Lost; }

private:
    /// SkipHeaders and SkipBody pass over the rest of a request that was answered with an error.
    enum class State { RequestLine, Headers, Body, SkipHeaders, SkipLine, SkipBody, Lost };

    bool step();
    bool takeLine(std::string_view &line, bool &tooLong);
    bool stepRequestLine();
    bool stepHeaders();
    bool stepBody();
    bool skipLine();
    bool skipBody();
    void finishHeaders();
    void finishRequest();
    void startRequest();
    void parseRequestLine(std::string_view line);
    void parseHeader(std::string_view line);
    void parseContentLength(const HttpHeader &header);
    void refuseLine(std::string_view message);
    void refuseHeader(std::string_view message);
    void refuse(std::string_view message);

    std::string_view rest() const { return std::string_view(m_input).substr(m_at); }

    const std::uint32_t m_maxPayload;
    State m_state = State::RequestLine;
    std::string m_input; ///< fed, not yet understood
    std::size_t m_at = 0;
    HttpRequest m_request;
    std::string_view m_version; ///< static text
    std::uint32_t m_contentLength = 0;
    bool m_expectContinue = false;
    bool m_broken = false; ///< the current request was refused already
    std::deque<HttpRequest> m_requests;
    std::size_t m_requestsBeforeFeed = 0;
    std::string m_output;
    std::size_t m_sent = 0;
};

} // namespace sparkler::api
