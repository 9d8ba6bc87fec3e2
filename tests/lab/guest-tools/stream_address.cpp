#include "stream_address.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <linux/vm_sockets.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

/// A socket address of any of the families.
struct Address {
    union {
        sockaddr any;
        sockaddr_in inet;
        sockaddr_vm vsock;
        sockaddr_un local;
    };
    socklen_t size;
    std::string muxerPort; ///< not empty: to be asked for after connecting
};

Address parse(const std::string &text)
{
    Address address;
    std::memset(&address.local, 0, sizeof address.local);
    const std::size_t first = text.find(':');
    const std::size_t last = text.rfind(':');
    if (first == std::string::npos)
        die(text.c_str());
    const std::string kind = text.substr(0, first);
    const std::string host = last > first ? text.substr(first + 1, last - first - 1) : std::string();
    const auto port = static_cast<unsigned>(std::strtoul(text.c_str() + last + 1, nullptr, 10));
    if (kind == "tcp") {
        address.inet.sin_family = AF_INET;
        address.inet.sin_port = htons(static_cast<std::uint16_t>(port));
        if (!host.empty() && ::inet_pton(AF_INET, host.c_str(), &address.inet.sin_addr) != 1)
            die(text.c_str());
        address.size = sizeof address.inet;
    } else if (kind == "vsock") {
        address.vsock.svm_family = AF_VSOCK;
        address.vsock.svm_port = port;
        address.vsock.svm_cid =
            host.empty() ? VMADDR_CID_ANY : static_cast<unsigned>(std::strtoul(host.c_str(), nullptr, 10));
        address.size = sizeof address.vsock;
    } else if (kind == "unix" || kind == "muxer") {
        const std::string path = kind == "unix" ? text.substr(first + 1) : host;
        if (path.empty() || path.size() >= sizeof address.local.sun_path)
            die(text.c_str());
        address.local.sun_family = AF_UNIX;
        std::memcpy(address.local.sun_path, path.c_str(), path.size() + 1);
        address.size = sizeof address.local;
        if (kind == "muxer")
            address.muxerPort = text.substr(last + 1);
    } else {
        die(text.c_str());
    }
    return address;
}

int openSocket(const Address &address)
{
    const int fd = ::socket(address.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        die("socket");
    return fd;
}

void answerAtOnce(int fd, sa_family_t family)
{
    const int on = 1;
    if (family == AF_INET && ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0)
        die("TCP_NODELAY");
}

} // namespace

void die(const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

int listenAt(const char *text)
{
    const Address address = parse(text);
    const int fd = openSocket(address);
    const int on = 1;
    if (address.any.sa_family == AF_INET)
        ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.any.sa_family == AF_UNIX)
        ::unlink(address.local.sun_path);
    if (::bind(fd, &address.any, address.size) != 0 || ::listen(fd, 1024) != 0)
        die(text);
    return fd;
}

int acceptFrom(int listener)
{
    const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0)
        die("accept");
    sockaddr_storage own;
    socklen_t size = sizeof own;
    // SAFETY: the socket API takes every address family through sockaddr.
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&own), &size) != 0)
        die("getsockname");
    answerAtOnce(fd, own.ss_family);
    return fd;
}

int tryToConnectTo(const char *text)
{
    const Address address = parse(text);
    if (!address.muxerPort.empty())
        die(text);
    const int fd = openSocket(address);
    if (::connect(fd, &address.any, address.size) != 0) {
        ::close(fd);
        return -1;
    }
    answerAtOnce(fd, address.any.sa_family);
    return fd;
}

int connectTo(const char *text)
{
    const Address address = parse(text);
    const int fd = openSocket(address);
    if (::connect(fd, &address.any, address.size) != 0)
        die(text);
    answerAtOnce(fd, address.any.sa_family);
    if (address.muxerPort.empty())
        return fd;
    const std::string request = "CONNECT " + address.muxerPort + "\n";
    writeAll(fd, request.data(), request.size());
    std::string answer;
    while (answer.empty() || answer.back() != '\n') {
        char byte = 0;
        readAll(fd, &byte, 1);
        answer += byte;
    }
    if (answer.compare(0, 3, "OK ") != 0)
        die(answer.c_str());
    return fd;
}

void readAll(int fd, void *buffer, std::size_t size)
{
    auto *at = static_cast<char *>(buffer);
    while (size > 0) {
        const ssize_t got = ::read(fd, at, size);
        if (got <= 0)
            die(got == 0 ? "read: the other side closed" : "read");
        at += got;
        size -= static_cast<std::size_t>(got);
    }
}

void writeAll(int fd, const void *buffer, std::size_t size)
{
    const auto *at = static_cast<const char *>(buffer);
    while (size > 0) {
        const ssize_t done = ::send(fd, at, size, MSG_NOSIGNAL);
        if (done <= 0)
            die("write");
        at += done;
        size -= static_cast<std::size_t>(done);
    }
}
