#include "support/stub_engine.h"

#include <QFile>
#include <QPointer>
#include <QTimer>

#include <unistd.h>

namespace stub {
namespace {

using namespace Qt::Literals::StringLiterals;

QByteArray keyOf(const Request &request)
{
    return request.method + ' ' + request.path;
}

/// Laid out as Firecracker does: no reason after the status, no length for an answer without body.
QByteArray serialize(const Answer &answer)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " \r\n";
    bytes += "Server: Firecracker API\r\nConnection: keep-alive\r\n";
    if (answer.status != 204) {
        bytes += "Content-Type: application/json\r\n";
        bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + answer.body;
}

qsizetype contentLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.mid(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

Engine::Engine(const QString &socketPath, QObject *parent)
    : QObject(parent), m_path(socketPath.isEmpty() ? m_directory.filePath(u"api.sock"_s) : socketPath)
{
    connect(&m_server, &QLocalServer::newConnection, this, &Engine::accept);
    revive();
}

Engine::~Engine()
{
    closeConnections();
}

void Engine::die()
{
    // QLocalServer removes its file; a process that was killed does not.
    const QString kept = m_path + u".kept"_s;
    ::link(QFile::encodeName(m_path).constData(), QFile::encodeName(kept).constData());
    m_server.close();
    ::rename(QFile::encodeName(kept).constData(), QFile::encodeName(m_path).constData());
    closeConnections();
}

bool Engine::revive()
{
    QLocalServer::removeServer(m_path);
    m_server.setSocketOptions(QLocalServer::NoOptions);
    return m_server.listen(m_path);
}

void Engine::closeConnections()
{
    const auto clients = m_clients.keys();
    m_clients.clear();
    for (QLocalSocket *socket : clients) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void Engine::setRawAnswer(const QByteArray &request, const QByteArray &bytes, bool close)
{
    m_raw.insert(request, {bytes, close});
}

void Engine::clearAnswers()
{
    m_answers.clear();
    m_raw.clear();
    m_manners.clear();
    m_manner = Manner::Normal;
    m_delay = 0;
    m_handler = {};
}

QList<QByteArray> Engine::requestLines() const
{
    QList<QByteArray> lines;
    for (const Request &request : m_requests)
        lines.append(keyOf(request));
    return lines;
}

void Engine::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        m_clients.insert(socket, {.number = ++m_lastClient});
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            m_clients.remove(socket);
            socket->deleteLater();
        });
        read(socket);
    }
}

void Engine::read(QLocalSocket *socket)
{
    const auto client = m_clients.find(socket);
    if (client == m_clients.end())
        return;
    client->input += socket->readAll();
    if (!client->busy)
        takeRequest(socket);
}

bool Engine::takeRequest(QLocalSocket *socket)
{
    Client &client = m_clients[socket];
    const qsizetype end = client.input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    Request request;
    request.head = client.input.first(end);
    const qsizetype length = contentLength(request.head);
    if (client.input.size() < end + 4 + length)
        return false;
    request.body = client.input.mid(end + 4, length);
    client.input.remove(0, end + 4 + length);
    const QList<QByteArray> words = request.head.left(request.head.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    request.connection = client.number;
    client.busy = true;
    m_requests.append(request);
    emit requested(request);
    const QPointer<QLocalSocket> guard(socket);
    QTimer::singleShot(m_delay, this, [this, guard, request] {
        if (guard && m_clients.contains(guard))
            reply(guard, request);
    });
    return true;
}

void Engine::reply(QLocalSocket *socket, const Request &request)
{
    const QByteArray key = keyOf(request);
    if (const auto raw = m_raw.constFind(key); raw != m_raw.constEnd()) {
        transmit(socket, request, raw->bytes, 0, raw->close);
        return;
    }
    std::optional<Answer> answer = m_handler ? m_handler(request) : std::nullopt;
    if (!answer && m_answers.contains(key))
        answer = m_answers.value(key);
    if (!answer)
        answer = m_model.answer(request);
    transmit(socket, request, serialize(*answer), answer->body.size(), false);
}

void Engine::transmit(QLocalSocket *socket, const Request &request, const QByteArray &bytes, qsizetype bodySize,
                      bool close)
{
    switch (m_manners.value(keyOf(request), m_manner)) {
    case Manner::Never:
        return;
    case Manner::Split:
        drip(socket, bytes, 0, close);
        return;
    case Manner::CloseAtOnce:
        done(socket, true);
        return;
    case Manner::CloseMidBody:
        socket->write(bytes.first(bytes.size() - (bodySize + 1) / 2));
        done(socket, true);
        return;
    case Manner::AnswerAndClose:
        socket->write(bytes);
        done(socket, true);
        return;
    case Manner::Normal:
        socket->write(bytes);
        done(socket, close);
        return;
    }
}

void Engine::drip(QLocalSocket *socket, const QByteArray &bytes, qsizetype at, bool close)
{
    if (at == bytes.size()) {
        done(socket, close);
        return;
    }
    socket->write(bytes.constData() + at, 1);
    socket->flush();
    const QPointer<QLocalSocket> guard(socket);
    QTimer::singleShot(0, this, [this, guard, bytes, at, close] {
        if (guard && m_clients.contains(guard))
            drip(guard, bytes, at + 1, close);
    });
}

void Engine::done(QLocalSocket *socket, bool close)
{
    if (close) {
        socket->disconnectFromServer();
        return;
    }
    m_clients[socket].busy = false;
    takeRequest(socket);
}

} // namespace stub
