#pragma once

#include "support/stub_model.h"

#include <QHash>
#include <QList>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace stub {

/// An engine's API socket inside the test's own process: a small believable engine by default, and every kind of bad
/// one on demand. Lives in the thread that made it and needs its event loop.
class Engine : public QObject {
    Q_OBJECT
public:
    /// What becomes of an answer. `AnswerAndClose` says keep-alive and closes all the same.
    enum class Manner {
        Normal,
        Split,        ///< one byte per turn of the event loop
        Never,        ///< reads the request and stays silent
        CloseAtOnce,  ///< closes instead of answering
        CloseMidBody, ///< half of the body, then the end
        AnswerAndClose,
    };
    using Handler = std::function<std::optional<Answer>(const Request &)>;

    /// Listens on `socketPath`, or on api.sock in a directory of its own.
    explicit Engine(const QString &socketPath = {}, QObject *parent = nullptr);
    ~Engine() override;

    QString socketPath() const { return m_path; }
    bool isListening() const { return m_server.isListening(); }
    /// A dead engine: stops listening, closes all connections and leaves its socket file behind.
    void die();
    /// Listens again after die().
    bool revive();
    /// Closes every open connection, as a server does with idle ones.
    void closeConnections();
    int connections() const { return static_cast<int>(m_clients.size()); }

    Model &model() { return m_model; }
    /// The answer for "PUT /drives/rootfs" (method and path) whatever was sent.
    void setAnswer(const QByteArray &request, const Answer &answer) { m_answers.insert(request, answer); }
    void setFault(const QByteArray &request, const QString &text, int status = 400)
    {
        setAnswer(request, Answer::fault(text, status));
    }
    /// These bytes instead of an HTTP answer; the connection is closed after them if `close`.
    void setRawAnswer(const QByteArray &request, const QByteArray &bytes, bool close = false);
    void clearAnswers();
    /// Asked before anything else; nothing: the usual answer.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    void setManner(Manner manner) { m_manner = manner; }
    /// The manner of one request; wins over the general one.
    void setManner(const QByteArray &request, Manner manner) { m_manners.insert(request, manner); }
    /// Milliseconds before each answer.
    void setDelay(int milliseconds) { m_delay = milliseconds; }

    const QList<Request> &requests() const { return m_requests; }
    /// "PUT /actions" and so on, in order of arrival.
    QList<QByteArray> requestLines() const;
    void clearRequests() { m_requests.clear(); }

signals:
    void requested(const stub::Request &request);

private:
    struct Client {
        int number = 0;
        QByteArray input{};
        bool busy = false;
    };
    struct Raw {
        QByteArray bytes;
        bool close = false;
    };

    void accept();
    void read(QLocalSocket *socket);
    bool takeRequest(QLocalSocket *socket);
    void reply(QLocalSocket *socket, const Request &request);
    void transmit(QLocalSocket *socket, const Request &request, const QByteArray &bytes, qsizetype bodySize,
                  bool close);
    void drip(QLocalSocket *socket, const QByteArray &bytes, qsizetype at, bool close);
    void done(QLocalSocket *socket, bool close);

    QTemporaryDir m_directory;
    QString m_path;
    QLocalServer m_server;
    Model m_model;
    QHash<QLocalSocket *, Client> m_clients;
    int m_lastClient = 0;
    QHash<QByteArray, Answer> m_answers;
    QHash<QByteArray, Raw> m_raw;
    QHash<QByteArray, Manner> m_manners;
    Manner m_manner = Manner::Normal;
    Handler m_handler;
    int m_delay = 0;
    QList<Request> m_requests;
};

} // namespace stub
