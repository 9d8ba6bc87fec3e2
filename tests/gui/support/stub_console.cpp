#include "support/stub_console.h"

namespace stub {

using namespace Qt::Literals::StringLiterals;

Console::Console(const QString &socketPath, QObject *parent)
    : QObject(parent), m_path(socketPath.isEmpty() ? m_directory.filePath(u"console.sock"_s) : socketPath)
{
    connect(&m_server, &QLocalServer::newConnection, this, &Console::accept);
    listen();
}

Console::~Console()
{
    disconnectViewers();
}

void Console::print(const QByteArray &bytes)
{
    m_scrollback += bytes;
    for (QLocalSocket *viewer : std::as_const(m_viewers))
        viewer->write(bytes);
}

void Console::disconnectViewers()
{
    const auto viewers = m_viewers;
    m_viewers.clear();
    for (QLocalSocket *viewer : viewers) {
        viewer->disconnect(this);
        viewer->abort();
        viewer->deleteLater();
    }
}

void Console::stop()
{
    m_server.close();
    disconnectViewers();
}

bool Console::listen()
{
    QLocalServer::removeServer(m_path);
    return m_server.listen(m_path);
}

void Console::accept()
{
    while (QLocalSocket *viewer = m_server.nextPendingConnection()) {
        m_viewers.append(viewer);
        if (!m_reading)
            viewer->setReadBufferSize(1);
        connect(viewer, &QLocalSocket::readyRead, this, [this, viewer] { read(viewer); });
        connect(viewer, &QLocalSocket::disconnected, this, [this, viewer] {
            m_viewers.removeOne(viewer);
            viewer->deleteLater();
        });
        if (!m_scrollback.isEmpty())
            viewer->write(m_scrollback);
        read(viewer);
    }
}

void Console::read(QLocalSocket *viewer)
{
    if (!m_reading)
        return;
    const QByteArray bytes = viewer->readAll();
    if (bytes.isEmpty())
        return;
    m_typed += bytes;
    emit typedChanged();
    if (m_echo)
        print(bytes);
}

} // namespace stub
