#pragma once

#include "base/fd.h"

#include <QByteArray>

namespace sparkler::test {

/// A raw client of the API socket. Blocking, with a limit of some seconds on every wait.
class ApiClient {
public:
    explicit ApiClient(const std::string &path);
    bool isConnected() const { return m_connected; }
    bool send(const QByteArray &bytes);
    /// Everything up to the end of one response; less when the connection ends before that.
    QByteArray receiveResponse();
    /// Everything up to and including `end`, or exactly `count` bytes; less when the connection ends before that.
    QByteArray receiveUntil(const QByteArray &end);
    QByteArray receiveBytes(qsizetype count);
    /// Whether the server ended the connection (and sent nothing more).
    bool isAtEnd();
    /// Everything until the server ends the connection.
    QByteArray receiveAll();
    void shutdownSending();
    QByteArray exchange(const QByteArray &request);
    int descriptor() const { return m_socket.get(); }

private:
    bool receiveMore();
    QByteArray take(qsizetype count);
    Fd m_socket;
    bool m_connected = false;
    QByteArray m_buffer;
};

} // namespace sparkler::test
