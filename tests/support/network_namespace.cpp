#include "support/network_namespace.h"

#include "base/fd.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace sparkler::test {
namespace {

bool put(const char *path, const std::string &text)
{
    const Fd file(::open(path, O_WRONLY | O_CLOEXEC));
    return ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

} // namespace

std::string enterNetworkNamespace()
{
    const uid_t uid = ::getuid();
    const gid_t gid = ::getgid();
    if (::unshare(CLONE_NEWNET) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            return std::string("no network namespace of our own: ") + std::strerror(errno);
        (void)put("/proc/self/setgroups", "deny");
        if (!put("/proc/self/uid_map", "0 " + std::to_string(uid) + " 1") ||
            !put("/proc/self/gid_map", "0 " + std::to_string(gid) + " 1"))
            return std::string("no user namespace of our own: ") + std::strerror(errno);
    }
    const Fd tun(::open("/dev/net/tun", O_RDWR | O_CLOEXEC));
    if (!tun)
        return std::string("/dev/net/tun cannot be used: ") + std::strerror(errno);
    ifreq wish{};
    std::strncpy(wish.ifr_name, "spkprobe", IFNAMSIZ - 1);
    wish.ifr_flags = IFF_TAP | IFF_NO_PI;
    if (::ioctl(tun.get(), TUNSETIFF, &wish) != 0)
        return std::string("no tap in a namespace of our own: ") + std::strerror(errno);
    return {};
}

} // namespace sparkler::test
