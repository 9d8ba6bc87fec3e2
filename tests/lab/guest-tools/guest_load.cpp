// guest_load - how fast streams and datagrams go between a guest and its host.
//
// Usage:  guest_load serve ADDRESS                   the other side of all that follows, until it is killed
//         guest_load send ADDRESS MIB                prints MiB/s
//         guest_load receive ADDRESS MIB             prints MiB/s
//         guest_load rr ADDRESS COUNT                one byte there and back, COUNT times; prints round trips per
//         second guest_load udp-send ADDRESS SECONDS        datagrams of 64 bytes as fast as they go; prints how many
//         arrived per second guest_load udp-receive ADDRESS SECONDS     the same from the other side (addresses:
//         stream_address.h; udp with tcp: ones only, the datagrams use the same port)

#include "stream_address.h"

#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBlock = 128 * 1024;
constexpr std::size_t kDatagram = 64;

/// What the serving side is asked for.
struct Order {
    char
        what; ///< 's' to send to it, 'r' to receive from it, 'e' echo, 'u' to send datagrams to it, 'v' to receive them
    std::uint64_t amount; ///< bytes, round trips, or seconds
};

char g_block[kBlock];

void transfer(int fd, bool sending, std::uint64_t bytes)
{
    while (bytes > 0) {
        const std::size_t size = bytes < kBlock ? static_cast<std::size_t>(bytes) : kBlock;
        if (sending)
            writeAll(fd, g_block, size);
        else
            readAll(fd, g_block, size);
        bytes -= size;
    }
}

double since(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Datagrams for as long as asked.
void sendDatagrams(int udp, std::uint64_t seconds)
{
    const auto begin = Clock::now();
    while (since(begin) < static_cast<double>(seconds)) {
        for (int i = 0; i < 64; ++i)
            (void)::send(udp, g_block, kDatagram, 0); // what the socket has no room for is not sent, and not counted
    }
}

/// Counts datagrams until the stream `fd` says that it was all; per second of the time between the first and the last.
double countDatagrams(int udp, int fd)
{
    std::uint64_t count = 0;
    Clock::time_point first, last;
    for (;;) {
        pollfd waiting[2] = {{udp, POLLIN, 0}, {fd, POLLIN, 0}};
        if (::poll(waiting, 2, 120000) <= 0)
            die("poll");
        while (::recv(udp, g_block, kBlock, MSG_DONTWAIT) > 0) {
            last = Clock::now();
            if (count++ == 0)
                first = last;
        }
        if (waiting[1].revents != 0) {
            char end = 0;
            readAll(fd, &end, 1);
            const double seconds = std::chrono::duration<double>(last - first).count();
            return seconds > 0 ? static_cast<double>(count) / seconds : 0;
        }
    }
}

sockaddr_in addressOf(int fd, bool peer)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    // SAFETY: the socket API takes every address family through sockaddr.
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if ((peer ? ::getpeername(fd, any, &size) : ::getsockname(fd, any, &size)) != 0 || address.sin_family != AF_INET)
        die("datagrams need a tcp: address");
    return address;
}

/// A UDP socket between the two ends of the TCP stream `fd`.
int datagramsBeside(int fd)
{
    const int udp = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const sockaddr_in own = addressOf(fd, false);
    const sockaddr_in peer = addressOf(fd, true);
    const int room = 4 << 20;
    ::setsockopt(udp, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    // The one of the order before may not have gone yet; it is connected to another port, so nothing gets mixed up.
    const int on = 1;
    ::setsockopt(udp, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(udp, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0 ||
        ::connect(udp, reinterpret_cast<const sockaddr *>(&peer), sizeof peer) != 0)
        die("udp");
    return udp;
}

void answer(int fd)
{
    Order order{};
    readAll(fd, &order, sizeof order);
    char byte = 0;
    switch (order.what) {
    case 's':
        transfer(fd, false, order.amount);
        writeAll(fd, &byte, 1);
        break;
    case 'r':
        transfer(fd, true, order.amount);
        break;
    case 'e':
        for (std::uint64_t i = 0; i < order.amount; ++i) {
            readAll(fd, &byte, 1);
            writeAll(fd, &byte, 1);
        }
        break;
    case 'u': {
        const int udp = datagramsBeside(fd);
        writeAll(fd, &byte, 1); // ready
        const double rate = countDatagrams(udp, fd);
        writeAll(fd, &rate, sizeof rate);
        break;
    }
    case 'v': {
        const int udp = datagramsBeside(fd);
        readAll(fd, &byte, 1); // the other side is ready
        sendDatagrams(udp, order.amount);
        writeAll(fd, &byte, 1);
        break;
    }
    default:
        break;
    }
    // The other side closes first, when it has read what was sent last.
    (void)::read(fd, &byte, 1);
}

double ask(int fd, const Order &order)
{
    writeAll(fd, &order, sizeof order);
    const auto begin = Clock::now();
    char byte = 'x';
    double rate = 0;
    switch (order.what) {
    case 's':
        transfer(fd, true, order.amount);
        readAll(fd, &byte, 1);
        return static_cast<double>(order.amount >> 20) / since(begin);
    case 'r':
        transfer(fd, false, order.amount);
        return static_cast<double>(order.amount >> 20) / since(begin);
    case 'e':
        for (std::uint64_t i = 0; i < order.amount; ++i) {
            writeAll(fd, &byte, 1);
            readAll(fd, &byte, 1);
        }
        return static_cast<double>(order.amount) / since(begin);
    case 'u': {
        readAll(fd, &byte, 1);
        const int udp = datagramsBeside(fd);
        sendDatagrams(udp, order.amount);
        writeAll(fd, &byte, 1);
        readAll(fd, &rate, sizeof rate);
        return rate;
    }
    default: {
        const int udp = datagramsBeside(fd);
        writeAll(fd, &byte, 1);
        return countDatagrams(udp, fd);
    }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string what = argc > 2 ? argv[1] : "";
    if (what == "serve") {
        std::signal(SIGCHLD, SIG_IGN);
        const int listener = listenAt(argv[2]);
        for (;;) {
            const int fd = acceptFrom(listener);
            if (::fork() == 0) {
                answer(fd);
                return 0;
            }
            ::close(fd);
        }
    }
    if (argc != 4)
        die("usage: guest_load serve ADDRESS | send|receive|rr|udp-send|udp-receive ADDRESS AMOUNT");
    const std::uint64_t amount = std::strtoull(argv[3], nullptr, 10);
    Order order{};
    if (what == "send" || what == "receive")
        order = {what == "send" ? 's' : 'r', amount << 20};
    else if (what == "rr" || what == "udp-send" || what == "udp-receive")
        order = {what == "rr" ? 'e' : what == "udp-send" ? 'u' : 'v', amount};
    else
        die(what.c_str());
    std::printf("%.1f\n", ask(connectTo(argv[2]), order));
    return 0;
}
