#include "harness/api_client.h"

#include "harness/engine_process.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace harness {

ApiClient::ApiClient(const QString &socketPath, int timeoutMs)
    : m_path(socketPath), m_timeoutMs(timeoutMs * slowFactor())
{
}

ApiClient::~ApiClient()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool ApiClient::connectSocket()
{
    if (m_fd >= 0)
        return true;
    const QByteArray path = m_path.toLocal8Bit();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    // SAFETY: the socket API takes every address family through sockaddr.
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(fd);
        return false;
    }
    m_fd = fd;
    m_buffer.clear();
    return true;
}

bool ApiClient::sendAll(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t done =
            ::send(m_fd, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        sent += done;
    }
    return true;
}

bool ApiClient::fill()
{
    pollfd waiting{m_fd, POLLIN, 0};
    if (::poll(&waiting, 1, m_timeoutMs) <= 0)
        return false;
    char buffer[16384];
    const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
    if (got <= 0)
        return false;
    m_buffer.append(buffer, got);
    return true;
}

Response ApiClient::readResponse()
{
    Response response;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    const QList<QByteArray> status = lines.first().trimmed().split(' ');
    if (status.size() < 2)
        return {};
    response.status = status.at(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.insert(line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed());
    }
    m_buffer.remove(0, end + 4);
    const qsizetype length = response.headers.value("content-length", "0").toLongLong();
    while (m_buffer.size() < length) {
        if (!fill())
            return {};
    }
    response.body = m_buffer.first(length);
    m_buffer.remove(0, length);
    return response;
}

Response ApiClient::raw(const QByteArray &bytes)
{
    if (!connectSocket())
        return {};
    Response response = sendAll(bytes) ? readResponse() : Response{};
    if (response.status == 0) {
        ::close(m_fd);
        m_fd = -1;
    }
    return response;
}

Response ApiClient::request(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n";
    if (!body.isEmpty())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return raw(bytes + "\r\n" + body);
}

} // namespace harness
