#include "emulator/helper.h"

#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

constexpr std::chrono::milliseconds kConnectRetry{20};
/// For the last bytes of a dead engine, which a stalled client or a left-over child may hold back.
constexpr std::chrono::seconds kDrainGrace{2};
/// For the host to take the exit status and end us.
constexpr std::chrono::seconds kExitGrace{10};

} // namespace

Helper::Helper(EventLoop &loop, Fd channel, Setup setup)
    : m_loop(loop), m_setup(std::move(setup)),
      m_bridge(
          loop, Side::Helper, std::move(channel),
          Bridge::Handlers{.opened =
                               [this](StreamId id, StreamKind kind) {
                                   m_waiting.push_back({id, kind});
                                   connectWaiting();
                               },
                           .control = [this](ControlKind kind, std::string_view payload) { onControl(kind, payload); },
                           .failed =
                               [this](const std::string &reason) {
                                   if (!m_concluded)
                                       m_failure = reason;
                                   m_loop.stop();
                               },
                           .worked = [this] { onWorked(); }})
{
}

Result<> Helper::run()
{
    TRY(start());
    TRY(m_loop.run());
    if (!m_failure.empty())
        return fail(ErrorKind::Host, m_failure);
    return {};
}

Result<> Helper::start()
{
    m_retryTimer.emplace(TRY(TimerFd::create()));
    m_graceTimer.emplace(TRY(TimerFd::create()));
    m_retryWatch = TRY(m_loop.watch(m_retryTimer->get(), EPOLLIN, [this](std::uint32_t) {
        m_retryTimer->drain();
        connectWaiting();
    }));
    m_graceWatch = TRY(m_loop.watch(m_graceTimer->get(), EPOLLIN, [this](std::uint32_t) { onTimer(); }));
    return m_bridge.start();
}

void Helper::onControl(ControlKind kind, std::string_view payload)
{
    if (m_concluded)
        return;
    const auto number = payloadU32(payload);
    if (kind == ControlKind::Signal && m_engine && number && *number >= 1 && *number < 32) {
        m_engine->signal(static_cast<int>(*number));
        return;
    }
    const auto order = kind == ControlKind::Start && !m_engine ? StartOrder::decode(payload) : std::nullopt;
    if (!order)
        return conclude(ControlKind::Failed, "The host sent nonsense");
    if (const auto started = startEngine(*order); !started)
        return conclude(ControlKind::Failed, "Cannot run the engine: " + started.error().text);
    m_bridge.sendControl(ControlKind::Started);
}

std::string Helper::socketPath(StreamKind kind) const
{
    return m_setup.runDirectory + (kind == StreamKind::Api ? "/api.sock" : "/console.sock");
}

Result<> Helper::startEngine(const StartOrder &order)
{
    ChildProcess::Setup setup{.command = {m_setup.engine}, .directory = m_setup.workDirectory, .inherited = {}};
    const auto addWords = [&](const auto &words) {
        setup.command.insert(setup.command.end(), words.begin(), words.end());
    };
    addWords(std::vector<std::string>{"--api-sock", socketPath(StreamKind::Api)});
    if (order.console)
        addWords(std::vector<std::string>{"--console-sock", socketPath(StreamKind::Console)});
    addWords(order.arguments);
    Fd output;
    Fd error;
    TRY(startOutput(StreamKind::Output, output));
    TRY(startOutput(StreamKind::Error, error));
    setup.output = output.get();
    setup.error = error.get();
    m_engine.emplace(TRY(ChildProcess::start(setup)));
    m_engineWatch = TRY(m_loop.watch(m_engine->pidFd(), EPOLLIN, [this](std::uint32_t) { onEngineExit(); }));
    return {};
}

Result<> Helper::startOutput(StreamKind kind, Fd &engineEnd)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return hostError(errno);
    Fd ours(ends[0]);
    engineEnd = Fd(ends[1]);
    if (!m_bridge.open(kind, std::move(ours)))
        return fail(ErrorKind::Host, "too many streams");
    return {};
}

void Helper::connectWaiting()
{
    std::erase_if(m_waiting, [this](const Waiting &waiting) {
        if (!m_engineStatus && !m_bridge.isOver(waiting.id))
            return connect(waiting);
        m_bridge.close(waiting.id);
        return true;
    });
    if (m_waiting.empty())
        m_retryTimer->disarm();
    else
        m_retryTimer->armOnce(kConnectRetry);
}

bool Helper::connect(const Waiting &waiting)
{
    const std::string path = socketPath(waiting.kind);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof(address.sun_path))
        return false;
    path.copy(address.sun_path, path.size());
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    // SAFETY: connect() takes every address family through sockaddr; `address` is a complete sockaddr_un.
    if (!socket || ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return false;
    m_bridge.attach(waiting.id, std::move(socket));
    return true;
}

void Helper::onEngineExit()
{
    m_engineWatch = {};
    m_engineStatus = m_engine->wait(-1);
    connectWaiting(); // gives them up
    m_graceTimer->armOnce(kDrainGrace);
    onWorked();
}

void Helper::onTimer()
{
    m_graceTimer->drain();
    if (m_concluded)
        return m_loop.stop();
    m_graceOver = true;
    onWorked();
}

void Helper::onWorked()
{
    if (!m_engineStatus || m_concluded || !(m_bridge.idle() || m_graceOver))
        return;
    conclude(ControlKind::Exit, u32Payload(static_cast<std::uint32_t>(*m_engineStatus)));
}

void Helper::conclude(ControlKind kind, std::string_view payload)
{
    m_concluded = true;
    if (m_setup.beforeExit)
        m_setup.beforeExit();
    m_graceTimer->armOnce(kExitGrace);
    m_bridge.sendControl(kind, payload);
}

} // namespace sparkler::emulator
