#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace harness {

/// A viewer of an engine's console socket (`--console-sock`).
class ConsoleClient {
public:
    ConsoleClient() = default;
    ~ConsoleClient() { close(); }
    ConsoleClient(const ConsoleClient &) = delete;
    ConsoleClient &operator=(const ConsoleClient &) = delete;

    /// Connects as soon as somebody listens at `path`; false when that does not happen in time.
    bool connectTo(const QString &path, int timeoutMs = 5000);
    /// Waits until `marker` has been received at or after `from`; the position after it, or nothing in time.
    std::optional<qsizetype> waitFor(const QByteArray &marker, int timeoutMs, qsizetype from = 0);
    /// Waits until the engine closes the connection.
    bool waitForEnd(int timeoutMs);
    bool type(const QByteArray &text);
    /// Everything received so far.
    const QByteArray &received() const { return m_received; }
    void close();

private:
    void read(int waitMs);

    int m_fd = -1;
    bool m_ended = false;
    QByteArray m_received;
};

} // namespace harness
