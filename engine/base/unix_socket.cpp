#include "base/unix_socket.h"

#include "base/format.h"

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

} // namespace sparkler
