#pragma once

#include <QByteArray>
#include <QList>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

namespace stub {

/// An engine's console socket: replays what was printed so far to whoever connects, then sends what comes, and (unless
/// switched off) echoes what is typed, as a terminal line does.
class Console : public QObject {
    Q_OBJECT
public:
    /// Listens on `socketPath`, or on console.sock in a directory of its own.
    explicit Console(const QString &socketPath = {}, QObject *parent = nullptr);
    ~Console() override;

    QString socketPath() const { return m_path; }
    /// The guest prints.
    void print(const QByteArray &bytes);
    void setEcho(bool echo) { m_echo = echo; }
    /// Whether typed bytes are taken from the sockets; if not, they pile up at the sender. Holds for new connections.
    void setReading(bool reading) { m_reading = reading; }
    QByteArray typed() const { return m_typed; }
    int viewers() const { return static_cast<int>(m_viewers.size()); }

    void disconnectViewers();
    void stop(); ///< stops listening, disconnects, removes the socket
    bool listen();

signals:
    void typedChanged();

private:
    void accept();
    void read(QLocalSocket *viewer);

    QTemporaryDir m_directory;
    QString m_path;
    QLocalServer m_server;
    QList<QLocalSocket *> m_viewers;
    QByteArray m_scrollback;
    QByteArray m_typed;
    bool m_echo = true;
    bool m_reading = true;
};

} // namespace stub
