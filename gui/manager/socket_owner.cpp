#include "manager/socket_owner.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

namespace sparkler::gui {

std::optional<qint64> socketOwner(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return std::nullopt;
    std::copy(name.begin(), name.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return 0;
    std::optional<qint64> owner;
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0)
        owner = credentials.pid;
    else if (errno != ENOENT && errno != ENOTDIR && errno != ECONNREFUSED)
        owner = 0; // it takes no connections at present, or none of ours
    ::close(socket);
    return owner;
}

StartLock::~StartLock()
{
    unlock();
}

bool StartLock::tryLock(const QString &file, Patience patience)
{
    if (held())
        return true;
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    for (int tries = patience == Patience::Moment ? 100 : 1; ::flock(fd, LOCK_EX | LOCK_NB) != 0; --tries) {
        if (tries <= 1) {
            ::close(fd);
            return false;
        }
        const struct timespec pause = {0, 2'000'000};
        ::nanosleep(&pause, nullptr);
    }
    m_fd = fd;
    return true;
}

void StartLock::unlock()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

} // namespace sparkler::gui
