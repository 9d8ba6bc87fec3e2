#include "base/unix_socket.h"

#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace sparkler {
namespace {

constexpr int kBacklog = 128;

/// Binds with a umask that leaves 0755.
bool bindSocket(int socket, const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof(address.sun_path)) {
        errno = EINVAL;
        return false;
    }
    path.copy(address.sun_path, path.size());
    const mode_t umaskBefore = ::umask(0022);
    // SAFETY: bind() takes every address family through sockaddr; `address` is a complete sockaddr_un.
    const int bound = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
    ::umask(umaskBefore);
    return bound == 0 && ::listen(socket, kBacklog) == 0;
}

} // namespace

Result<Fd> listenUnix(std::string_view name, const std::string &path)
{
    Fd listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!listener || !bindSocket(listener.get(), path)) {
        const int reason = errno;
        return fail(ErrorKind::Host,
                    fmt::format("Failed to open the {} socket at: {}. Check that it is not already used.", name, path),
                    reason);
    }
    return listener;
}

Result<Fd> connectUnix(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty())
        return fail(ErrorKind::InvalidInput, "the path is empty", EINVAL);
    if (path.size() >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidInput, "path must be shorter than SUN_LEN", EINVAL);
    if (path.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "paths must not contain interior null bytes", EINVAL);
    path.copy(address.sun_path, path.size());
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    // SAFETY: connect() takes every address family through sockaddr; `address` is a complete sockaddr_un.
    if (!socket || ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return hostError(errno);
    return socket;
}

} // namespace sparkler
