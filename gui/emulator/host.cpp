#include "emulator/host.h"

#include "base/format.h"
#include "base/os_error.h"
#include "base/unix_socket.h"
#include "emulator/qemu_command.h"
#include "emulator/start_order.h"

#include <cerrno>
#include <csignal>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

constexpr std::chrono::seconds kSignalGrace{10};
constexpr std::chrono::seconds kDeliveryGrace{1};

} // namespace

Host::Host(const HostOptions &options, EventLoop &loop, HostLog &log) : m_options(options), m_loop(loop), m_log(log) {}

int Host::run()
{
    if (const auto started = start(); !started) {
        m_log.failure(started.error().text);
        return kHelperFailed;
    }
    if (const auto looped = m_loop.run(); !looped)
        m_log.failure("The event loop failed: " + looped.error().text);
    return m_status;
}

Result<> Host::start()
{
    TRY(watchSignals());
    TRY(watchTimer());
    TRY(listen(StreamKind::Api, m_options.apiSocket));
    if (m_options.consoleSocket)
        TRY(listen(StreamKind::Console, *m_options.consoleSocket));
    TRY(startQemu());
    m_timer->armOnce(std::chrono::seconds(m_options.bootTimeoutSeconds));
    const StartOrder order{.console = m_options.consoleSocket.has_value(), .arguments = m_options.engineArguments};
    const std::string payload = order.encode();
    if (payload.size() > kMaxPayload)
        return fail(ErrorKind::InvalidInput, "The engine's arguments are too long");
    m_bridge->sendControl(ControlKind::Start, payload);
    return {};
}

Result<> Host::listen(StreamKind kind, const std::string &path)
{
    auto socket = TRY(listenUnix(kind == StreamKind::Api ? "API" : "console", path));
    Listener &listener = m_listeners.emplace_back(Listener{kind, std::move(socket), {}});
    listener.watch =
        TRY(m_loop.watch(listener.socket.get(), EPOLLIN, [this, &listener](std::uint32_t) { accept(listener); }));
    return {};
}

Result<> Host::startQemu()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return hostError(errno, "Cannot make the channel: ");
    Fd own(ends[0]);
    const Fd other(ends[1]);
    auto qemu = ChildProcess::start({.command = qemuCommand(m_options, other.get(), m_log.console()),
                                     .directory = {},
                                     .output = m_log.console(),
                                     .error = m_log.console(),
                                     .inherited = {other.get(), m_log.console()}});
    if (!qemu)
        return fail(ErrorKind::Host, fmt::format("Cannot run {}: {}", m_options.qemu, qemu.error().text));
    m_qemu.emplace(std::move(*qemu));
    m_bridge = std::make_unique<Bridge>(
        m_loop, Side::Host, std::move(own),
        Bridge::Handlers{.opened =
                             [this](StreamId id, StreamKind kind) {
                                 Fd local(::dup(kind == StreamKind::Output ? STDOUT_FILENO : STDERR_FILENO));
                                 m_bridge->attach(id, std::move(local), Bridge::Direction::Incoming);
                             },
                         .control = [this](ControlKind kind, std::string_view payload) { onControl(kind, payload); },
                         .failed = [this](const std::string &reason) { helperFailed(reason); },
                         .worked = [this] { onWorked(); }});
    TRY(m_bridge->start());
    m_log.line("helper machine started");
    return {};
}

Result<> Host::watchSignals()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&wanted, number);
    m_signals = Fd(::signalfd(-1, &wanted, SFD_NONBLOCK | SFD_CLOEXEC));
    if (!m_signals)
        return hostError(errno, "Cannot receive signals: ");
    m_signalWatch = TRY(m_loop.watch(m_signals.get(), EPOLLIN, [this](std::uint32_t) { onSignal(); }));
    return {};
}

Result<> Host::watchTimer()
{
    m_timer.emplace(TRY(TimerFd::create()));
    m_timerWatch = TRY(m_loop.watch(m_timer->get(), EPOLLIN, [this](std::uint32_t) { onTimer(); }));
    return {};
}

// ---- events ------------------------------------------------------------------------------------

void Host::accept(Listener &listener)
{
    while (m_bridge->canOpen()) {
        Fd client(::accept4(listener.socket.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (client) {
            m_bridge->open(listener.kind, std::move(client));
            continue;
        }
        if (errno == EAGAIN)
            return;
        if (errno != EINTR && errno != ECONNABORTED)
            break;
    }
    // Clients wait in the backlog until there is room: see onWorked().
    listener.watch = {};
}

void Host::onWorked()
{
    for (Listener &listener : m_listeners) {
        if (listener.watch || !m_bridge->canOpen())
            continue;
        auto watch =
            m_loop.watch(listener.socket.get(), EPOLLIN, [this, &listener](std::uint32_t) { accept(listener); });
        if (watch)
            listener.watch = std::move(*watch);
    }
    if (m_engineStatus && m_bridge->delivered())
        end(*m_engineStatus);
}

void Host::onControl(ControlKind kind, std::string_view payload)
{
    const auto value = payloadU32(payload);
    if (kind == ControlKind::Started && !m_started && !m_engineStatus) {
        m_log.line("engine started");
        m_started = true;
        if (!m_signal)
            m_timer->disarm();
    } else if (kind == ControlKind::Exit && value && *value <= 255) {
        onEngineExit(static_cast<int>(*value));
    } else if (kind == ControlKind::Failed) {
        helperFailed(std::string(payload));
    } else {
        helperFailed("The helper machine sent nonsense");
    }
}

void Host::onEngineExit(int status)
{
    m_log.line(fmt::format("engine ended with status {}", status));
    m_engineStatus = status;
    m_timer->armOnce(kDeliveryGrace); // for clients that do not read
}

void Host::onSignal()
{
    signalfd_siginfo info{};
    if (::read(m_signals.get(), &info, sizeof(info)) != static_cast<ssize_t>(sizeof(info)))
        return;
    const int number = static_cast<int>(info.ssi_signo);
    m_log.line(fmt::format("signal {} received", number));
    if (!m_started)
        return end(128 + number);
    m_bridge->sendControl(ControlKind::Signal, u32Payload(static_cast<std::uint32_t>(number)));
    if (!m_signal && !m_engineStatus)
        m_timer->armOnce(kSignalGrace);
    m_signal = number;
}

void Host::onTimer()
{
    m_timer->drain();
    if (m_engineStatus)
        return end(*m_engineStatus);
    if (m_signal) {
        m_log.line("the engine did not end in time");
        return end(128 + *m_signal);
    }
    if (!m_started)
        helperFailed(fmt::format("The helper machine did not start within {} seconds", m_options.bootTimeoutSeconds));
}

void Host::helperFailed(const std::string &reason)
{
    if (m_ended)
        return;
    if (m_engineStatus)
        return end(*m_engineStatus);
    // When QEMU is on its way out, that is the reason for whatever was noticed.
    const auto qemuStatus = m_qemu->wait(1000);
    const std::string tail = m_log.tail();
    m_log.failure(fmt::format("The helper machine failed: {}{}{}{}", reason,
                              qemuStatus ? fmt::format(" (QEMU ended with status {})", *qemuStatus) : "",
                              tail.empty() ? "" : "\nIts last words:\n", tail));
    end(kHelperFailed);
}

void Host::end(int status)
{
    if (m_ended)
        return;
    m_ended = true;
    m_status = status;
    m_loop.stop();
}

} // namespace sparkler::emulator
