#include "machine/serial_console.h"

#include "machine/console_server.h"
#include "machine/terminal.h"
#include "telemetry/log.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler {
namespace {

/// Only a terminal or a FIFO is worth waiting for; /dev/null or a file would be ready for ever.
bool isInteractive(int fd)
{
    struct stat status {};
    return ::isatty(fd) == 1 || (::fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode));
}

} // namespace

Result<std::unique_ptr<SerialConsole>> SerialConsole::create(const Settings &settings, EventLoop &loop,
                                                             InterruptLine &line)
{
    Fd output;
    if (settings.outputPath)
        output = TRY(Fd::open(*settings.outputPath, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY));
    return std::unique_ptr<SerialConsole>(new SerialConsole(settings, loop, std::move(output), line));
}

SerialConsole::SerialConsole(const Settings &settings, EventLoop &loop, Fd output, InterruptLine &line)
    : m_loop(loop), m_server(settings.server), m_outputFile(std::move(output)), m_outputFd(m_outputFile.get()),
      m_clock(*settings.clock)
{
    if (settings.outputLimit)
        m_outputBucket = TokenBucket::make(*settings.outputLimit, m_clock.now());
    if (!m_outputFile && !m_server)
        m_outputFd = STDOUT_FILENO;
    m_uart = std::make_unique<Uart16550>(UartPorts{
        .transmit = [this](std::uint8_t byte) { return transmit(byte); },
        .raiseInterrupt = [&line] { line.trigger(); },
        .inputDrained =
            [this, alive = m_alive] {
                m_loop.post([this, alive] {
                    if (*alive)
                        feed();
                });
            },
    });
}

SerialConsole::~SerialConsole()
{
    *m_alive = false;
    m_input = {};
    if (m_server)
        m_server->disconnectInput();
    restoreTerminal();
}

TransmitOutcome SerialConsole::transmit(std::uint8_t byte)
{
    if (m_outputBucket && m_outputBucket->take(1, m_clock.now()).verdict == TokenBucket::Verdict::Refused)
        return TransmitOutcome::Limited;
    if (m_server)
        m_server->append(static_cast<std::byte>(byte));
    if (m_outputFd < 0)
        return TransmitOutcome::Sent;
    ssize_t written = 0;
    do {
        written = ::write(m_outputFd, &byte, 1);
    } while (written < 0 && errno == EINTR);
    return written == 1 ? TransmitOutcome::Sent : TransmitOutcome::Lost;
}

void SerialConsole::attachInput()
{
    if (m_server) {
        m_server->connectInput([this](std::span<const std::byte> bytes) { return m_uart->enqueueInput(bytes); });
        return;
    }
    if (m_outputFile)
        return;
    prepareTerminal();
    if (!isInteractive(STDIN_FILENO))
        return;
    auto registration = m_loop.watch(STDIN_FILENO, EPOLLIN, [this](std::uint32_t) { readInput(); });
    if (registration)
        m_input = std::move(*registration);
    else
        logWarn("Could not watch the serial input: {}", registration.error().text);
}

void SerialConsole::readInput()
{
    std::array<std::byte, Uart16550::kInputBytes> buffer;
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        logInfo("Detached the serial input due to peer close/error.");
        m_input = {};
        return;
    }
    m_pendingInput.insert(m_pendingInput.end(), buffer.begin(), buffer.begin() + got);
    feed();
}

void SerialConsole::feed()
{
    if (m_server) {
        m_server->resumeInput();
        return;
    }
    const std::size_t taken = m_uart->enqueueInput(m_pendingInput);
    m_pendingInput.erase(m_pendingInput.begin(), m_pendingInput.begin() + static_cast<std::ptrdiff_t>(taken));
    // While the guest does not read, neither do we: whoever types waits in the pipe.
    if (m_input)
        (void)m_input.setEvents(m_pendingInput.empty() ? EPOLLIN : 0u);
}

} // namespace sparkler
