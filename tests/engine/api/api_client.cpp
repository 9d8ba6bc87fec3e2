#include "api_client.h"

#include <QByteArrayList>
#include <array>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

namespace sparkler::test {

ApiClient::ApiClient(const std::string &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    const timeval limit{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
    m_connected = ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
}

bool ApiClient::send(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t count =
            ::send(m_socket.get(), bytes.data() + at, static_cast<std::size_t>(bytes.size() - at), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        at += count;
    }
    return true;
}

bool ApiClient::receiveMore()
{
    std::array<char, 4096> piece;
    const ssize_t count = ::recv(m_socket.get(), piece.data(), piece.size(), 0);
    if (count <= 0)
        return false;
    m_buffer.append(piece.data(), count);
    return true;
}

QByteArray ApiClient::receiveResponse()
{
    constexpr QByteArrayView kLength = "Content-Length: ";
    for (;;) {
        const qsizetype head = m_buffer.indexOf("\r\n\r\n");
        if (head >= 0) {
            const QByteArray headers = m_buffer.left(head);
            const qsizetype length = headers.indexOf(kLength);
            qsizetype total = head + 4;
            if (length >= 0)
                total += headers.mid(length + kLength.size()).split('\r').first().toInt();
            if (m_buffer.size() >= total)
                return take(total);
        }
        if (!receiveMore())
            return std::exchange(m_buffer, {});
    }
}

QByteArray ApiClient::take(qsizetype count)
{
    const QByteArray taken = m_buffer.left(count);
    m_buffer.remove(0, count);
    return taken;
}

QByteArray ApiClient::receiveUntil(const QByteArray &end)
{
    qsizetype at = m_buffer.indexOf(end);
    while (at < 0 && receiveMore())
        at = m_buffer.indexOf(end);
    return take(at < 0 ? m_buffer.size() : at + end.size());
}

QByteArray ApiClient::receiveBytes(qsizetype count)
{
    while (m_buffer.size() < count && receiveMore()) {
    }
    return take(count);
}

bool ApiClient::isAtEnd()
{
    char byte = 0;
    return m_buffer.isEmpty() && ::recv(m_socket.get(), &byte, 1, 0) == 0;
}

QByteArray ApiClient::receiveAll()
{
    while (receiveMore()) {
    }
    return std::exchange(m_buffer, {});
}

void ApiClient::shutdownSending()
{
    ::shutdown(m_socket.get(), SHUT_WR);
}

QByteArray ApiClient::exchange(const QByteArray &request)
{
    return send(request) ? receiveResponse() : QByteArray();
}

} // namespace sparkler::test
