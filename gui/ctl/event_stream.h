#pragma once

#include "client/http_parser.h"

#include <QLocalSocket>
#include <QObject>

#include <optional>

namespace sparkler::gui {

/// The lines of GET /events as they come. An answer that goes on, so it is read here and not by ApiConnection. Lives in
/// one thread; never blocks.
class EventStream : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kMaxLineBytes = qsizetype{64} * 1024;

    /// `engine`: the process that has to be the one that listens.
    EventStream(const QString &socketPath, qint64 engine, QObject *parent = nullptr);
    bool ended() const { return m_ended; }
    /// Why it ended; empty: the engine closed it.
    QString error() const { return m_error; }

signals:
    void line(const QByteArray &json);

private:
    void onConnected();
    void onReadyRead();
    bool takeHead();
    void takeChunks();
    void takeText(const QByteArray &bytes);
    void end(const QString &error = {});

    QLocalSocket m_socket;
    qint64 m_engine;
    QByteArray m_input;
    QByteArray m_text; ///< an incomplete line
    std::optional<HttpParser> m_refusal;
    bool m_inBody = false;
    qsizetype m_chunkLeft = -1; ///< -1: a size line comes next
    bool m_ended = false;
    QString m_error;
};

} // namespace sparkler::gui
