// The host's network and its sockets.
#include "attempt.h"
#include "ring.h"

#include <array>
#include <cstring>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <linux/if_tun.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace escape {
namespace {

Verdict makeSocket(int family, int type, int protocol)
{
    return bySystemCall("socket", ::socket(family, type | SOCK_CLOEXEC, protocol));
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Verdict connectToService(const Targets &targets)
{
    const sockaddr_in address = loopback(targets.number("tcp"));
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // SAFETY: the socket API takes every address family through sockaddr.
    return bySystemCall("connect", ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address));
}

Verdict sendDatagram(const Targets &targets)
{
    const sockaddr_in address = loopback(targets.number("tcp"));
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    return bySystemCall("sendto",
                        ::sendto(fd, "x", 1, 0, reinterpret_cast<const sockaddr *>(&address), sizeof address));
}

Verdict bindPrivileged(const Targets &)
{
    const sockaddr_in address = loopback(1);
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return bySystemCall("bind", ::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address));
}

Verdict connectUnix(const std::string &name, bool abstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path + (abstract ? 1 : 0), name.data(), name.size());
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return bySystemCall("connect", ::connect(fd, reinterpret_cast<const sockaddr *>(&address), length));
}

/// Brings the loopback interface up, which outside it is already.
Verdict changeLink(const Targets &)
{
    const int fd = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    struct {
        nlmsghdr header;
        ifinfomsg link;
    } request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = RTM_NEWLINK;
    request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
    request.link.ifi_index = 1;
    request.link.ifi_flags = IFF_UP;
    request.link.ifi_change = IFF_UP;
    struct {
        nlmsghdr header;
        nlmsgerr error;
        char more[256];
    } answer{};
    if (::send(fd, &request, sizeof request, 0) < 0 || ::recv(fd, &answer, sizeof answer, 0) < 0)
        return stoppedByErrno("netlink");
    return answer.error.error == 0 ? escaped("link changed") : stopped(std::strerror(-answer.error.error));
}

/// The second interface: the first is the loopback that every namespace has.
Verdict findInterface(const Targets &)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    for (int index = 2; index < 64; ++index) {
        ifreq request{};
        request.ifr_ifindex = index;
        if (::ioctl(fd, SIOCGIFNAME, &request) == 0 && (request.ifr_name[0] != 't' || request.ifr_name[1] != 'u') &&
            ::ioctl(fd, SIOCGIFFLAGS, &request) == 0 && (request.ifr_flags & IFF_UP) != 0)
            return escaped(request.ifr_name);
    }
    return stopped("no interface that is up");
}

Verdict makeTap(const Targets &)
{
    const int fd = ::open("/dev/net/tun", O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return stoppedByErrno("open /dev/net/tun");
    ifreq request{};
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    return bySystemCall("TUNSETIFF", ::ioctl(fd, TUNSETIFF, &request));
}

const std::array kAttempts{
    Attempt{"network_tcp_of_host", Needs::OrdinaryUser, connectToService},
    Attempt{"network_tcp_of_host_by_ring", Needs::OrdinaryUser,
            [](const Targets &t) { return bySystemCall("io_uring", connectByRing(t.number("tcp"))); }},
    Attempt{"network_udp_of_host", Needs::OrdinaryUser, sendDatagram},
    Attempt{"network_privileged_port", Needs::Root, bindPrivileged},
    Attempt{"network_abstract_socket", Needs::OrdinaryUser,
            [](const Targets &t) { return connectUnix(t.text("abstract"), true); }},
    Attempt{"network_unix_socket", Needs::OrdinaryUser,
            [](const Targets &t) { return connectUnix(t.text("socket"), false); }},
    Attempt{"network_raw_socket", Needs::Root,
            [](const Targets &) { return makeSocket(AF_INET, SOCK_RAW, IPPROTO_ICMP); }},
    Attempt{"network_packet_socket", Needs::Root,
            [](const Targets &) { return makeSocket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)); }},
    Attempt{"network_change_link", Needs::Root, changeLink},
    Attempt{"network_interfaces", Needs::OrdinaryUser, findInterface},
    Attempt{"network_tap", Needs::Root, makeTap},
};

} // namespace

std::span<const Attempt> networkAttempts()
{
    return kAttempts;
}

} // namespace escape
