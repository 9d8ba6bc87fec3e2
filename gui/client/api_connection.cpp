#include "client/api_connection.h"

#include "client/http_parser.h"
#include "client/json.h"
#include "client/local_socket.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <sys/socket.h>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype kMaxPathBytes = 106; ///< of a socket; sun_path less what Qt keeps for itself
constexpr qsizetype kReadBytes = 64 * 1024;

std::chrono::microseconds elapsed(const QElapsedTimer &timer)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::nanoseconds(timer.nsecsElapsed()));
}

/// As sent: bytes that would end the request line early are escaped, all else is the caller's own.
QByteArray requestTarget(const QString &path)
{
    QByteArray target;
    for (const char c : path.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7f)
            target += '%' + QByteArray(1, c).toHex().toUpper();
        else
            target += c;
    }
    return target.isEmpty() ? QByteArrayLiteral("/") : target;
}

QByteArray serialize(const HttpRequest &request)
{
    QByteArray bytes = request.method + ' ' + requestTarget(request.path) + " HTTP/1.1\r\n";
    bytes += "Host: localhost\r\nAccept: application/json\r\n";
    if (request.background)
        bytes += "X-Sparkler-Poll: 1\r\n"; // spares the engine's log; other engines ignore it
    if (!request.body.isEmpty()) {
        bytes += "Content-Type: application/json\r\n";
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

/// The words of a refusal. Errors of the HTTP level come as {"error": "…"} with a raw line feed inside the text.
QString faultText(QByteArray body)
{
    auto object = parseObject(body);
    if (!object)
        object = parseObject(body.replace("\n", "\\n"));
    if (!object)
        return {};
    const QString fault = object->value("fault_message"_L1).toString();
    return fault.isEmpty() ? object->value("error"_L1).toString() : fault;
}

/// Our words for what QLocalSocket reports misleadingly (a missing file is "Invalid name" to it).
QString reasonOf(QLocalSocket::LocalSocketError error, const QString &path)
{
    switch (error) {
    case QLocalSocket::ServerNotFoundError:
        return u"there is no socket file"_s;
    case QLocalSocket::ConnectionRefusedError: {
        const bool isFile = QFileInfo(path).isFile();
        return isFile ? u"the file is not a socket"_s : u"nobody listens on the socket"_s;
    }
    case QLocalSocket::SocketAccessError:
        return u"you may not open the socket"_s;
    default:
        return u"socket error %1"_s.arg(static_cast<int>(error));
    }
}

std::optional<PeerCredentials> credentialsOf(qintptr descriptor)
{
    ucred found{};
    socklen_t size = sizeof found;
    if (::getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_PEERCRED, &found, &size) != 0)
        return std::nullopt;
    return PeerCredentials{found.pid, found.uid};
}

/// Whether the peer neither closed the connection nor sent something that nobody asked for.
bool isQuiet(qintptr descriptor)
{
    char byte = 0;
    const ssize_t got = ::recv(static_cast<int>(descriptor), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

} // namespace

struct ApiConnection::Private {
    struct Request {
        RequestId id = 0;
        HttpRequest http{};
        QPointer<QObject> context{};
        Callback callback{};
        QElapsedTimer queuedFor{};
        QElapsedTimer sentFor{}; ///< invalid: never sent
        Exchange exchange{};
        bool resent = false;
    };
    struct Outcome {
        Request request;
        ApiResult<HttpReply> result;
    };

    Private(ApiConnection *owner, QString socketPath) : q(owner), path(std::move(socketPath)), deadline(owner)
    {
        deadline.setSingleShot(true);
        QObject::connect(&deadline, &QTimer::timeout, q, [this] { failCurrent(ApiError::Kind::TimedOut, {}); });
    }

    void schedulePump();
    void pump();
    QString obstacle() const;
    void transmit();
    void connectSocket();
    void dropSocket();
    void onReadyRead();
    void onError(QLocalSocket::LocalSocketError error);
    void onClosed();
    void takeAnswer();
    void failCurrent(ApiError::Kind kind, const QString &detail);
    void finish(Request request, int status, const QByteArray &body, std::optional<ApiError> error);
    void cancelRequest(Request request);
    void deliver();
    void scheduleDelivery();

    ApiConnection *q;
    QString path;
    QTimer deadline;
    QLocalSocket *socket = nullptr; ///< child of q
    bool connected = false;         ///< the connection was made (and may be lost again)
    bool reused = false;            ///< the connection already carried an answer
    HttpParser parser;
    std::deque<Request> queue;
    std::optional<Request> current;
    std::deque<Outcome> outcomes; ///< finished, callbacks still to be called
    bool pumpScheduled = false;
    RequestId lastId = 0;
    quint64 lastSerial = 0;
    std::optional<PeerCredentials> peer;
};

ApiConnection::ApiConnection(QString socketPath, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(socketPath)))
{
}

ApiConnection::~ApiConnection()
{
    d->dropSocket();
}

QString ApiConnection::socketPath() const
{
    return d->path;
}

ApiConnection::RequestId ApiConnection::send(HttpRequest request, QObject *context, Callback callback)
{
    Private::Request entry;
    entry.id = ++d->lastId;
    entry.exchange.method = request.method;
    entry.exchange.path = request.path;
    entry.exchange.requestBody = request.body;
    entry.exchange.background = request.background;
    entry.http = std::move(request);
    entry.context = context ? context : this;
    entry.callback = std::move(callback);
    entry.queuedFor.start();
    d->queue.push_back(std::move(entry));
    d->schedulePump();
    return d->lastId;
}

void ApiConnection::cancel(RequestId id)
{
    if (d->current && d->current->id == id) {
        d->failCurrent(ApiError::Kind::Cancelled, {});
        return;
    }
    const auto found =
        std::find_if(d->queue.begin(), d->queue.end(), [id](const Private::Request &entry) { return entry.id == id; });
    if (found == d->queue.end())
        return;
    Private::Request request = std::move(*found);
    d->queue.erase(found);
    d->cancelRequest(std::move(request));
}

void ApiConnection::cancelAll()
{
    if (d->current)
        d->failCurrent(ApiError::Kind::Cancelled, {});
    std::deque<Private::Request> waiting;
    waiting.swap(d->queue);
    for (Private::Request &request : waiting)
        d->cancelRequest(std::move(request));
}

int ApiConnection::pending() const
{
    return static_cast<int>(d->queue.size()) + (d->current ? 1 : 0);
}

std::optional<PeerCredentials> ApiConnection::peer() const
{
    return d->peer;
}

void ApiConnection::Private::schedulePump()
{
    if (pumpScheduled)
        return;
    pumpScheduled = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            pumpScheduled = false;
            pump();
        },
        Qt::QueuedConnection);
}

void ApiConnection::Private::pump()
{
    if (current || queue.empty())
        return;
    current = std::move(queue.front());
    queue.pop_front();
    current->exchange.startedAt = QDateTime::currentDateTimeUtc();
    current->exchange.queued = elapsed(current->queuedFor);
    current->sentFor.start();
    if (const QString reason = obstacle(); !reason.isEmpty()) {
        failCurrent(ApiError::Kind::NotConnected, reason);
        return;
    }
    const QByteArray &method = current->http.method;
    if (method.isEmpty() || !std::all_of(method.begin(), method.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        failCurrent(ApiError::Kind::Protocol, u"the request's method is not a word in capital letters"_s);
        return;
    }
    deadline.start(std::max(current->http.deadline, std::chrono::milliseconds(1)));
    const bool usable = socket && socket->state() == QLocalSocket::ConnectedState && socket->bytesAvailable() == 0 &&
                        isQuiet(socket->socketDescriptor());
    if (usable)
        transmit();
    else
        connectSocket();
}

/// What QLocalSocket would only report in misleading words, or resolve to another file.
QString ApiConnection::Private::obstacle() const
{
    if (!path.startsWith(u'/'))
        return u"the socket's path is not absolute"_s;
    if (QFile::encodeName(path).size() > kMaxPathBytes)
        return u"the socket's path is longer than 106 bytes"_s;
    return {};
}

void ApiConnection::Private::transmit()
{
    parser = HttpParser();
    socket->write(serialize(current->http));
}

void ApiConnection::Private::connectSocket()
{
    dropSocket();
    connected = false;
    reused = false;
    socket = new QLocalSocket(q);
    QObject::connect(socket, &QLocalSocket::connected, q, [this] {
        connected = true;
        peer = credentialsOf(socket->socketDescriptor());
        if (current)
            transmit();
    });
    QObject::connect(socket, &QLocalSocket::readyRead, q, [this] { onReadyRead(); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, q, [this](auto error) { onError(error); });
    QObject::connect(socket, &QLocalSocket::disconnected, q, [this] { onClosed(); });
    parser = HttpParser();
    socket->connectToServer(path);
}

void ApiConnection::Private::dropSocket()
{
    discardSocket(socket, q);
}

void ApiConnection::Private::onReadyRead()
{
    if (!current) { // nobody asked
        dropSocket();
        return;
    }
    while (socket && current && parser.state() == HttpParser::State::NeedsMore && socket->bytesAvailable() > 0) {
        const QByteArray bytes = socket->read(kReadBytes);
        const bool surplus = parser.feed(bytes) < bytes.size();
        if (parser.state() == HttpParser::State::Complete) {
            if (surplus || socket->bytesAvailable() > 0 || !parser.keepAlive())
                dropSocket();
            takeAnswer();
        } else if (parser.state() == HttpParser::State::Failed) {
            const bool tooLarge = parser.failure() == HttpParser::Failure::TooLarge;
            failCurrent(tooLarge ? ApiError::Kind::TooLarge : ApiError::Kind::Protocol, parser.failureText());
        }
    }
}

void ApiConnection::Private::onError(QLocalSocket::LocalSocketError error)
{
    if (connected || !current)
        onClosed();
    else
        failCurrent(ApiError::Kind::NotConnected, reasonOf(error, path));
}

void ApiConnection::Private::onClosed()
{
    if (!socket)
        return;
    if (!current) {
        dropSocket();
        return;
    }
    onReadyRead(); // what came before the end
    if (!socket || !current)
        return;
    const bool untouched = !parser.started();
    dropSocket();
    parser.endOfStream();
    if (parser.state() == HttpParser::State::Complete) {
        takeAnswer();
    } else if (untouched && reused && !current->resent && current->http.method == "GET") {
        current->resent = true; // the server gave up an idle connection; a GET changes nothing, so it may be repeated
        connectSocket();
    } else {
        failCurrent(ApiError::Kind::ConnectionLost, parser.failureText());
    }
}

void ApiConnection::Private::takeAnswer()
{
    deadline.stop();
    reused = true;
    Request request = *std::move(current);
    current.reset();
    const int status = parser.status();
    std::optional<ApiError> error;
    if (status >= 400)
        error = ApiError{.kind = ApiError::Kind::Fault, .status = status, .fault = faultText(parser.body())};
    else if (status >= 300)
        error = ApiError{.kind = ApiError::Kind::Protocol, .status = status, .detail = u"a redirection"_s};
    finish(std::move(request), status, parser.body(), std::move(error));
}

void ApiConnection::Private::failCurrent(ApiError::Kind kind, const QString &detail)
{
    if (!current)
        return;
    deadline.stop();
    dropSocket(); // whatever the engine still sends belongs to no one
    Request request = *std::move(current);
    current.reset();
    finish(std::move(request), 0, {}, ApiError{.kind = kind, .detail = detail});
}

void ApiConnection::Private::cancelRequest(Request request)
{
    request.exchange.queued = elapsed(request.queuedFor);
    finish(std::move(request), 0, {}, ApiError{.kind = ApiError::Kind::Cancelled});
}

void ApiConnection::Private::finish(Request request, int status, const QByteArray &body, std::optional<ApiError> error)
{
    if (error) {
        error->method = request.http.method;
        error->path = request.http.path;
    }
    Exchange &exchange = request.exchange;
    exchange.serial = ++lastSerial;
    if (request.sentFor.isValid())
        exchange.duration = elapsed(request.sentFor);
    exchange.status = status;
    exchange.responseBody = body;
    exchange.error = error;
    ApiResult<HttpReply> result = HttpReply{status, body};
    if (error)
        result = std::unexpected(*error);
    outcomes.push_back({std::move(request), std::move(result)});
    scheduleDelivery();
    schedulePump();
}

void ApiConnection::Private::scheduleDelivery()
{
    QMetaObject::invokeMethod(q, [this] { deliver(); }, Qt::QueuedConnection);
}

/// One outcome per posted event: a callback may destroy this connection, or run a dialog meanwhile.
void ApiConnection::Private::deliver()
{
    if (outcomes.empty())
        return;
    Outcome outcome = std::move(outcomes.front());
    outcomes.pop_front();
    const QPointer<ApiConnection> alive(q);
    emit q->exchangeFinished(outcome.request.exchange);
    if (alive && outcome.request.context && outcome.request.callback)
        outcome.request.callback(std::move(outcome.result));
}

} // namespace sparkler::gui
