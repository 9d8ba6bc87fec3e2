#include "harness/console_client.h"

#include "harness/engine_process.h"

#include <QDeadlineTimer>
#include <QFile>

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace harness {

bool ConsoleClient::connectTo(const QString &path, int timeoutMs)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_fd >= 0 || static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    m_fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    // SAFETY: the socket API takes every address family through sockaddr.
    while (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        if (deadline.hasExpired())
            return false;
        ::poll(nullptr, 0, 10);
    }
    return true;
}

void ConsoleClient::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

void ConsoleClient::read(int waitMs)
{
    pollfd waiting{m_fd, POLLIN, 0};
    if (::poll(&waiting, 1, waitMs) <= 0)
        return;
    char buffer[16384];
    const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
    if (got > 0)
        m_received.append(buffer, got);
    else
        m_ended = true;
}

std::optional<qsizetype> ConsoleClient::waitFor(const QByteArray &marker, int timeoutMs, qsizetype from)
{
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    for (;;) {
        const qsizetype at = m_received.indexOf(marker, from);
        if (at >= 0)
            return at + marker.size();
        if (deadline.hasExpired() || m_ended)
            return std::nullopt;
        read(100);
    }
}

bool ConsoleClient::waitForEnd(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    while (!m_ended && !deadline.hasExpired())
        read(100);
    return m_ended;
}

bool ConsoleClient::type(const QByteArray &text)
{
    return ::send(m_fd, text.constData(), static_cast<std::size_t>(text.size()), MSG_NOSIGNAL) == text.size();
}

} // namespace harness
