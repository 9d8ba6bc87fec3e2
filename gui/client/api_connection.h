#pragma once

#include "client/exchange.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>

namespace sparkler::gui {

struct HttpRequest {
    QByteArray method{};
    QString path{};
    QByteArray body{};                        ///< JSON; empty: none
    std::chrono::milliseconds deadline{5000}; ///< from the moment it is sent
    bool background = false;                  ///< see Exchange
};

struct HttpReply {
    int status = 0;
    QByteArray body{};
};

struct PeerCredentials {
    qint64 pid = 0;
    quint32 uid = 0;
};

/// One engine's API socket: requests go out first in, first out, one in flight, over a connection that is kept open.
/// Never blocks. Lives in one thread. A status of 400 and above is an error of kind Fault.
class ApiConnection : public QObject {
    Q_OBJECT
public:
    using RequestId = quint64;
    using Callback = std::function<void(ApiResult<HttpReply>)>;

    explicit ApiConnection(QString socketPath, QObject *parent = nullptr);
    ~ApiConnection() override; ///< pending requests end as Cancelled, their callbacks are not called

    QString socketPath() const;
    /// `callback` is called exactly once, later, from the event loop, and not at all once `context` (none: this
    /// connection) is gone; the request is sent all the same. A callback may destroy this connection.
    RequestId send(HttpRequest request, QObject *context, Callback callback);
    /// The request ends as Cancelled. One that is on the wire costs the connection (the engine may still act on it).
    void cancel(RequestId id);
    void cancelAll();
    /// Requests that wait or are in flight.
    int pending() const;
    /// Who listens on the socket; nothing until a connection was made.
    std::optional<PeerCredentials> peer() const;

signals:
    void exchangeFinished(const sparkler::gui::Exchange &exchange);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
