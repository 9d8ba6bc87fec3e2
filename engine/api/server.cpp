#include "api/server.h"

#include "api/exchange.h"
#include "api/vmm_proxy.h"
#include "base/clock.h"
#include "base/json_text.h"
#include "base/os_error.h"
#include "base/unix_socket.h"
#include "telemetry/event_hub.h"
#include "telemetry/log.h"
#include "telemetry/text_buffer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <system_error>

namespace sparkler::api {
namespace {

constexpr int kAcceptRetryMs = 100;
constexpr std::uint64_t kExitFlushMicros = 100'000; ///< for all clients that are owed bytes when the server stops

/// The last piece of an event stream, sent from a signal handler.
void sendLastChunk(int socket, std::string_view line) noexcept
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::array<char, 512> storage;
    detail::TextBuffer chunk(storage);
    chunk.append(kHex[line.size() >> 8 & 0xf]);
    chunk.append(kHex[line.size() >> 4 & 0xf]);
    chunk.append(kHex[line.size() & 0xf]);
    chunk.append("\r\n");
    chunk.append(line);
    chunk.append("\r\n0\r\n\r\n");
    (void)::send(socket, chunk.text().data(), chunk.text().size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace

struct ApiServer::Client {
    Client(Fd connected, std::uint32_t maxPayloadBytes) : socket(std::move(connected)), http(maxPayloadBytes) {}
    Fd socket;
    HttpConnection http;
    bool sendingEnded = false;
    std::uint32_t watched = EPOLLIN;
    std::shared_ptr<EventSubscription> events; ///< of an event stream
    EventLoop::Registration registration;      ///< last: leaves the loop before the socket closes
};

Result<std::unique_ptr<ApiServer>> ApiServer::bind(const std::string &path, ServerLimits limits)
{
    Fd listener = TRY(listenUnix("API", path));
    auto loop = TRY(EventLoop::create());
    logInfoAlways("Listening on API socket ({}).", debugQuoted(path));
    return std::unique_ptr<ApiServer>(new ApiServer(std::move(listener), std::move(loop), limits));
}

ApiServer::ApiServer(Fd listener, std::unique_ptr<EventLoop> loop, ServerLimits limits)
    : m_limits(limits), m_listener(std::move(listener)), m_loop(std::move(loop))
{
}

ApiServer::~ApiServer()
{
    stop();
}

Result<> ApiServer::start(EventLoop &vmm, ActionHandler &handler, ServerHooks hooks)
{
    m_proxy = std::make_unique<VmmProxy>(vmm, handler);
    m_listening = TRY(m_loop->watch(m_listener.get(), EPOLLIN, [this](std::uint32_t) { acceptClients(); }));
    try {
        m_thread = std::thread([this, moved = std::move(hooks)]() mutable { serve(moved); });
    } catch (const std::system_error &error) {
        return hostError(error.code().value(), "Cannot start the API thread: ");
    }
    return {};
}

void ApiServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_stopping = true;
    m_proxy->cancel();
    m_loop->post([] {}); // wakes the thread up
    m_thread.join();
}

void ApiServer::serve(ServerHooks &hooks)
{
    ::pthread_setname_np(::pthread_self(), "fc_api");
    if (hooks.beforeServing)
        hooks.beforeServing();
    logInfoAlways("API server started.");
    if (hooks.started)
        hooks.started();
    while (!m_stopping) {
        if (const auto round = m_loop->runOnce(m_acceptPaused ? kAcceptRetryMs : -1); !round) {
            logErrorAlways("The API server failed: {}", round.error().text);
            break;
        }
        if (m_acceptPaused && m_listening.setEvents(EPOLLIN))
            m_acceptPaused = false;
    }
    flushAtExit();
    m_clients.clear();
}

void ApiServer::acceptClients()
{
    for (;;) {
        Fd socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (socket) {
            addClient(std::move(socket));
            continue;
        }
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            // The connection stays in the backlog; watching on would spin.
            logError("Cannot accept an API connection: {}", osErrorText(errno));
            m_acceptPaused = m_listening.setEvents(0).has_value();
            return;
        }
        if (errno != ECONNABORTED && errno != EINTR)
            return; // EAGAIN: none left
    }
}

void ApiServer::addClient(Fd socket)
{
    if (connections() >= m_limits.maxConnections) {
        // Best effort: a fresh socket's buffer takes this, and a client that is gone does not need it.
        (void)::send(socket.get(), kTooManyConnections.data(), kTooManyConnections.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        return;
    }
    const std::uint64_t id = m_nextClient++;
    auto client = std::make_unique<Client>(std::move(socket), m_limits.maxPayloadBytes);
    auto registration = m_loop->watch(client->socket.get(), EPOLLIN | EPOLLRDHUP,
                                      [this, id](std::uint32_t events) { onClientEvents(id, events); });
    if (!registration) {
        logError("Cannot watch an API connection: {}", registration.error().text);
        return;
    }
    client->registration = std::move(*registration);
    m_clients.emplace(id, std::move(client));
}

void ApiServer::onClientEvents(std::uint64_t id, std::uint32_t events)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return;
    Client &client = *found->second;
    // A peer that closes, even only its sending side, is dropped with all that it is owed.
    bool alive = (events & (EPOLLERR | EPOLLHUP | EPOLLRDHUP)) == 0;
    if (alive && (events & EPOLLOUT))
        alive = flush(client);
    if (alive && (events & EPOLLIN) && client.http.output().empty())
        alive = receive(client);
    if (alive)
        alive = answerPending(id, client);
    if (!alive)
        m_clients.erase(id);
}

/// One read. False when the connection is over.
bool ApiServer::receive(Client &client)
{
    std::array<char, HttpConnection::kReadBytes> buffer;
    const ssize_t count = ::recv(client.socket.get(), buffer.data(), buffer.size(), 0);
    if (count > 0) {
        client.http.feed({buffer.data(), static_cast<std::size_t>(count)});
        return flush(client);
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return true;
    if (count < 0 && errno != ECONNRESET) {
        client.http.respond({.status = 500, .body = osErrorText(errno)});
        (void)flush(client);
    }
    return false;
}

/// Sends what the socket takes. False when the connection is over.
bool ApiServer::flush(Client &client)
{
    while (!client.http.output().empty()) {
        const std::string_view output = client.http.output();
        const ssize_t count = ::send(client.socket.get(), output.data(), output.size(), MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        client.http.consumeOutput(static_cast<std::size_t>(count));
    }
    if (client.http.isLost() && !client.sendingEnded) {
        // Closing now could take the answer from a client that is still sending; it sees the end and hangs up.
        client.sendingEnded = true;
        ::shutdown(client.socket.get(), SHUT_WR);
    }
    return true;
}

/// Answers complete requests as long as the client takes the answers; a slow reader is not read from any more.
/// False when the connection is over.
bool ApiServer::answerPending(std::uint64_t id, Client &client)
{
    while (!client.events && client.http.output().empty()) {
        const auto request = client.http.takeRequest();
        if (!request)
            break;
        const HttpResponse response = answerRequest(*request, *m_proxy);
        if (m_proxy->abandoned())
            return false;
        client.http.respond(response);
        if (response.events)
            startStream(id, client, response.events);
        if (!flush(client))
            return false;
    }
    if (client.events && !pumpEvents(client))
        return false;
    return watchFurther(client);
}

/// Watches for what the client is to do next: to take output, to send requests, or, with a stream, only to hang up.
/// False when the connection is over.
bool ApiServer::watchFurther(Client &client)
{
    std::uint32_t wanted = client.events ? 0u : std::uint32_t{EPOLLIN};
    if (!client.http.output().empty())
        wanted = EPOLLOUT;
    if (wanted == client.watched)
        return true;
    client.watched = wanted;
    return client.registration.setEvents(wanted | EPOLLRDHUP).has_value();
}

// ---- event streams

std::size_t ApiServer::connections() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_clients, [](const auto &entry) { return !entry.second->events; }));
}

/// From here on the client gets events. Requests that it sends are not read any more.
void ApiServer::startStream(std::uint64_t id, Client &client, std::shared_ptr<EventSubscription> events)
{
    client.events = std::move(events);
    client.events->setWake([this, id] {
        m_loop->post([this, id] {
            const auto found = m_clients.find(id);
            if (found != m_clients.end() && !(pumpEvents(*found->second) && watchFurther(*found->second)))
                m_clients.erase(found);
        });
    });
}

/// Sends events as long as the client takes them. False when the stream is over.
bool ApiServer::pumpEvents(Client &client)
{
    if (!client.events->takeBackSocket())
        return true; // a handler of a deadly signal has it
    if (!flush(client))
        return false;
    while (client.http.output().empty()) {
        if (client.events->isOver())
            return false; // all is sent
        const std::string lines = client.events->take();
        if (lines.empty()) {
            client.events->lendSocket(client.socket.get(), sendLastChunk);
            break;
        }
        client.http.sendChunk(lines);
        if (client.events->isOver())
            client.http.endChunks();
        if (!flush(client))
            return false;
    }
    return true;
}

/// The last answers, above all the one to the request that ended the microVM.
void ApiServer::flushAtExit()
{
    const std::uint64_t deadline = monotonicMicros() + kExitFlushMicros;
    for (const auto &[id, client] : m_clients) {
        pollfd writable{.fd = client->socket.get(), .events = POLLOUT, .revents = 0};
        const auto send = [&] { return client->events ? pumpEvents(*client) : flush(*client); };
        while (send() && !client->http.output().empty()) {
            const std::uint64_t now = monotonicMicros();
            if (now >= deadline || ::poll(&writable, 1, static_cast<int>((deadline - now) / 1000)) <= 0)
                break;
        }
    }
}

} // namespace sparkler::api
