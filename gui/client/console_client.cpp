#include "client/console_client.h"

#include "client/local_socket.h"

#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace sparkler::gui {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype kMaxReceived = qsizetype{1024} * 1024;
constexpr qint64 kMaxWaiting = qint64{64} * 1024;
constexpr qint64 kReadBytes = qint64{64} * 1024;
constexpr std::chrono::milliseconds kFirstRetry = 50ms;
constexpr std::chrono::milliseconds kLastRetry = 1000ms;

} // namespace

struct ConsoleClient::Private {
    explicit Private(ConsoleClient *owner) : q(owner), retry(owner)
    {
        retry.setSingleShot(true);
        QObject::connect(&retry, &QTimer::timeout, q, [this] { connectSocket(); });
    }

    void connectSocket();
    void dropSocket();
    void onConnected();
    void onReadyRead();
    void onLost();
    void setLink(Link next);

    ConsoleClient *q;
    QTimer retry;
    std::chrono::milliseconds interval = kFirstRetry;
    QLocalSocket *socket = nullptr; ///< child of q
    QString path;
    QByteArray before;
    Link link = Link::Detached;
    QByteArray received;
};

ConsoleClient::ConsoleClient(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

ConsoleClient::~ConsoleClient()
{
    d->dropSocket();
}

void ConsoleClient::attach(const QString &socketPath, const QByteArray &before)
{
    d->dropSocket();
    d->path = socketPath;
    d->before = before;
    d->received.clear();
    d->interval = kFirstRetry;
    d->retry.start(0ms); // not from within attach(): no signal of a connection comes before this returns
    d->setLink(Link::Connecting);
}

void ConsoleClient::detach()
{
    d->retry.stop();
    d->dropSocket();
    d->setLink(Link::Detached);
}

ConsoleClient::Link ConsoleClient::link() const
{
    return d->link;
}

QByteArray ConsoleClient::received() const
{
    return d->received;
}

bool ConsoleClient::write(const QByteArray &bytes)
{
    if (d->link != Link::Connected || !d->socket || d->socket->bytesToWrite() + bytes.size() > kMaxWaiting)
        return false;
    return d->socket->write(bytes) == bytes.size();
}

void ConsoleClient::Private::connectSocket()
{
    dropSocket();
    socket = new QLocalSocket(q);
    socket->setReadBufferSize(kMaxReceived); // an engine that floods is slowed down, not buffered without end
    QObject::connect(socket, &QLocalSocket::connected, q, [this] { onConnected(); });
    QObject::connect(socket, &QLocalSocket::readyRead, q, [this] { onReadyRead(); });
    QObject::connect(socket, &QLocalSocket::disconnected, q, [this] { onLost(); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, q, [this] { onLost(); });
    socket->connectToServer(path);
}

void ConsoleClient::Private::dropSocket()
{
    discardSocket(socket, q);
}

void ConsoleClient::Private::onConnected()
{
    interval = kFirstRetry;
    received.clear();
    const QPointer<ConsoleClient> alive(q);
    const QLocalSocket *mine = socket;
    setLink(Link::Connected);
    if (!alive || socket != mine)
        return;
    emit q->restarted();
    if (!alive || socket != mine || before.isEmpty())
        return;
    received = before;
    emit q->data(QByteArray(before)); // whoever hears it may attach this to another one
}

void ConsoleClient::Private::onReadyRead()
{
    const QPointer<ConsoleClient> alive(q);
    const QLocalSocket *mine = socket;
    while (alive && socket && socket == mine && socket->bytesAvailable() > 0) {
        const QByteArray bytes = socket->read(kReadBytes);
        if (bytes.isEmpty())
            return;
        received.append(bytes);
        if (received.size() > kMaxReceived)
            received.remove(0, received.size() - kMaxReceived);
        emit q->data(bytes);
    }
}

void ConsoleClient::Private::onLost()
{
    if (!socket)
        return;
    const QPointer<ConsoleClient> alive(q);
    const QLocalSocket *mine = socket;
    onReadyRead(); // what came before the end
    if (!alive || socket != mine)
        return;
    dropSocket();
    retry.start(interval);
    interval = std::min(interval * 2, kLastRetry);
    setLink(Link::Connecting);
}

void ConsoleClient::Private::setLink(Link next)
{
    if (link == next)
        return;
    link = next;
    emit q->linkChanged(next);
}

} // namespace sparkler::gui
