#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace harness {

/// What came back for one request.
struct Response {
    int status = 0;                        ///< 0: no answer (the connection failed or closed)
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    /// The value of fault_message, unescaped.
    QString fault() const { return json().value(QStringLiteral("fault_message")).toString(); }
};

/// A blocking HTTP/1.1 client on a Unix socket, one keep-alive connection. Written without the engine's own HTTP code,
/// so that both sides cannot share a mistake.
class ApiClient {
public:
    /// How long an answer may take, times slowFactor().
    explicit ApiClient(const QString &socketPath, int timeoutMs = 30000);
    ~ApiClient();
    ApiClient(const ApiClient &) = delete;
    ApiClient &operator=(const ApiClient &) = delete;

    Response get(const QByteArray &path) { return request("GET", path, {}); }
    Response put(const QByteArray &path, const QJsonObject &body) { return request("PUT", path, compact(body)); }
    Response patch(const QByteArray &path, const QJsonObject &body) { return request("PATCH", path, compact(body)); }
    Response request(const QByteArray &method, const QByteArray &path, const QByteArray &body);
    /// Sends bytes as they are and reads one response.
    Response raw(const QByteArray &bytes);

    static QByteArray compact(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

private:
    bool connectSocket();
    bool sendAll(const QByteArray &bytes);
    bool fill();
    Response readResponse();

    QString m_path;
    int m_timeoutMs;
    int m_fd = -1;
    QByteArray m_buffer;
};

} // namespace harness
