#pragma once

#include "api/actions.h"
#include "api/http.h"
#include "base/fd.h"
#include "events/event_loop.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <unordered_map>

namespace sparkler::api {

class VmmProxy;

struct ServerLimits {
    std::uint32_t maxPayloadBytes = 51200;
    std::size_t maxConnections = 10;
};

/// Called once on the API thread, in this order, with the log line "API server started." between them.
struct ServerHooks {
    std::move_only_function<void()> beforeServing; ///< install the thread's system call filter
    std::move_only_function<void()> started;       ///< store the start-up time metrics
};

/// The API socket and its thread `fc_api`. Requests are handled strictly one after another. A connection that has
/// become an event stream does not count as a connection any more; EventHub limits their number. Lifetime: stop() (or
/// the destructor) before the VMM loop and the handler go.
class ApiServer {
public:
    /// Binds and listens; nothing is answered before start(). The socket's mode is 0755 whatever the umask; the file is
    /// never removed. Changes the umask for a moment: call before other threads create files. Error: Host, the text to
    /// show.
    static Result<std::unique_ptr<ApiServer>> bind(const std::string &path, ServerLimits limits = {});
    ~ApiServer();
    ApiServer(const ApiServer &) = delete;
    ApiServer &operator=(const ApiServer &) = delete;

    /// Starts the thread. `handler` is called on the thread that runs `vmm`. Error: Host.
    Result<> start(EventLoop &vmm, ActionHandler &handler, ServerHooks hooks = {});
    /// Sends answers that are there already, drops everything else, joins the thread. Any other thread.
    void stop();

private:
    struct Client;
    ApiServer(Fd listener, std::unique_ptr<EventLoop> loop, ServerLimits limits);
    void serve(ServerHooks &hooks);
    void acceptClients();
    void addClient(Fd socket);
    void onClientEvents(std::uint64_t id, std::uint32_t events);
    bool receive(Client &client);
    bool flush(Client &client);
    bool answerPending(std::uint64_t id, Client &client);
    void startStream(std::uint64_t id, Client &client, std::shared_ptr<EventSubscription> events);
    bool pumpEvents(Client &client);
    bool watchFurther(Client &client);
    std::size_t connections() const;
    void flushAtExit();

    // In order of destruction, last first: clients leave the loop before it goes.
    const ServerLimits m_limits;
    Fd m_listener;
    std::unique_ptr<EventLoop> m_loop;
    EventLoop::Registration m_listening;
    bool m_acceptPaused = false; ///< no descriptors left; tried again a little later
    std::uint64_t m_nextClient = 0;
    std::unordered_map<std::uint64_t, std::unique_ptr<Client>> m_clients;
    std::unique_ptr<VmmProxy> m_proxy;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace sparkler::api
