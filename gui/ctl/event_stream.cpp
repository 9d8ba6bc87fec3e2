#include "ctl/event_stream.h"

#include "ctl/text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/socket.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxHeadBytes = HttpParser::kMaxHeadBytes;
constexpr qsizetype kMaxChunkLine = 64;
constexpr qsizetype kMaxChunk = qsizetype{1} << 20;

QString nonsense()
{
    return Ctl::tr("The engine's answer is not valid.");
}

} // namespace

EventStream::EventStream(const QString &socketPath, qint64 engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    connect(&m_socket, &QLocalSocket::connected, this, &EventStream::onConnected);
    connect(&m_socket, &QLocalSocket::readyRead, this, &EventStream::onReadyRead);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { end(); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        onReadyRead(); // what came before the end
        end(error == QLocalSocket::PeerClosedError ? QString() : Ctl::tr("The engine cannot be reached."));
    });
    m_socket.connectToServer(socketPath);
}

void EventStream::onConnected()
{
    ucred peer{};
    socklen_t size = sizeof peer;
    const int socket = static_cast<int>(m_socket.socketDescriptor());
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.pid != m_engine)
        return end(Ctl::tr("Another process listens on the machine's API socket."));
    m_socket.write("GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n\r\n");
}

void EventStream::onReadyRead()
{
    if (m_ended || !m_socket.isOpen())
        return;
    m_input += m_socket.readAll();
    if (!m_inBody && !takeHead())
        return;
    takeChunks();
}

bool EventStream::takeHead()
{
    if (!m_refusal) {
        const qsizetype head = m_input.indexOf("\r\n\r\n");
        if (head < 0) {
            if (m_input.size() > kMaxHeadBytes)
                end(nonsense());
            return false;
        }
        if (m_input.startsWith("HTTP/1.1 200 ")) {
            // Only a body in chunks goes on.
            m_inBody = m_input.first(head).toLower().contains("transfer-encoding: chunked");
            m_input.remove(0, head + 4);
            if (!m_inBody)
                end(nonsense());
            return m_inBody;
        }
        m_refusal.emplace();
    }
    m_refusal->feed(m_input);
    m_input.clear();
    if (m_refusal->state() == HttpParser::State::NeedsMore)
        return false;
    const QString fault = QJsonDocument::fromJson(m_refusal->body()).object().value("fault_message"_L1).toString();
    end(fault.isEmpty() ? nonsense() : fault);
    return false;
}

void EventStream::takeChunks()
{
    while (!m_ended) {
        if (m_chunkLeft < 0) {
            const qsizetype lineEnd = m_input.indexOf("\r\n");
            if (lineEnd < 0) {
                if (m_input.size() > kMaxChunkLine)
                    end(nonsense());
                return;
            }
            bool good = false;
            m_chunkLeft = m_input.first(lineEnd).split(';').constFirst().trimmed().toLongLong(&good, 16);
            m_input.remove(0, lineEnd + 2);
            if (!good || m_chunkLeft < 0 || m_chunkLeft > kMaxChunk)
                return end(nonsense());
            if (m_chunkLeft == 0)
                return end();
        }
        if (m_input.size() < m_chunkLeft + 2)
            return;
        takeText(m_input.first(m_chunkLeft));
        m_input.remove(0, m_chunkLeft + 2);
        m_chunkLeft = -1;
    }
}

void EventStream::takeText(const QByteArray &bytes)
{
    m_text += bytes;
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n')) {
        const QByteArray whole = m_text.first(at);
        m_text.remove(0, at + 1);
        if (!whole.isEmpty())
            emit line(whole);
    }
    if (m_text.size() > kMaxLineBytes)
        end(nonsense());
}

void EventStream::end(const QString &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_error = error;
    m_socket.abort();
}

} // namespace sparkler::gui
