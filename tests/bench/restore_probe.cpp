// restore_probe restore ENGINE SOCKET BODY VSOCK PORT - starts the engine, has it load a snapshot (BODY is that of PUT
// /snapshot/load) and asks what listens at PORT in the guest, over the vsock device's socket, for a line. Prints the
// milliseconds from just before the start until the API socket was there, until the response, and until the answer;
// then the engine's process id, which runs on.
//
// restore_probe request SOCKET METHOD PATH BODY - one request; prints the milliseconds until the response. Status 1
// when that was not 204.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(120);
constexpr int kAnswerMs = 20000;

[[noreturn]] void die(const std::string &what)
{
    std::perror(what.c_str());
    std::exit(1);
}

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

int connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

int connectSoon(const std::string &path)
{
    const auto limit = Clock::now() + kPatience;
    while (Clock::now() < limit) {
        if (const int fd = connectTo(path); fd >= 0)
            return fd;
        ::usleep(100); // not a busy loop: with few cores it would take the time of what it measures
    }
    die(path);
}

/// Up to a mark; what came when the other side closed or did not answer.
std::string readUpTo(int fd, const char *mark)
{
    std::string text;
    char byte = 0;
    pollfd waiting{fd, POLLIN, 0};
    while (text.find(mark) == std::string::npos && ::poll(&waiting, 1, kAnswerMs) == 1 && ::read(fd, &byte, 1) == 1)
        text += byte;
    return text;
}

/// The response's head.
std::string request(int fd, const std::string &method, const std::string &path, const std::string &body)
{
    const std::string text = method + " " + path + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " +
                             std::to_string(body.size()) + "\r\n\r\n" + body;
    if (::write(fd, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        die(path);
    pollfd waiting{fd, POLLIN, 0};
    ::poll(&waiting, 1, static_cast<int>(std::chrono::milliseconds(kPatience).count()));
    return readUpTo(fd, "\r\n\r\n");
}

void want204(int fd, const std::string &response)
{
    if (response.starts_with("HTTP/1.1 204"))
        return;
    char rest[2000];
    const ssize_t got = ::recv(fd, rest, sizeof rest, MSG_DONTWAIT);
    std::fprintf(stderr, "restore_probe: %s%.*s\n", response.c_str(), static_cast<int>(std::max<ssize_t>(got, 0)),
                 rest);
    std::exit(1);
}

/// One question through the vsock device. False: the connection was ended, as the reset after a restore does.
bool ask(const std::string &vsock, const std::string &port)
{
    const int fd = connectTo(vsock);
    if (fd < 0)
        return false;
    const std::string words = "CONNECT " + port + "\n";
    bool good = ::write(fd, words.data(), words.size()) == static_cast<ssize_t>(words.size()) &&
                readUpTo(fd, "\n").starts_with("OK ");
    good = good && ::write(fd, "status\n", 7) == 7 && readUpTo(fd, "\n").ends_with("\n");
    ::close(fd);
    return good;
}

int restore(char **argv)
{
    const std::string engine = argv[0], socket = argv[1], body = argv[2], vsock = argv[3], port = argv[4];
    ::unlink(socket.c_str());
    ::unlink(vsock.c_str());
    std::string words[] = {engine, "--api-sock", socket, "--level", "Error"};
    char *arguments[6] = {};
    for (int i = 0; i < 5; ++i)
        arguments[i] = words[i].data();
    posix_spawn_file_actions_t silent;
    ::posix_spawn_file_actions_init(&silent);
    ::posix_spawn_file_actions_addopen(&silent, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const auto begin = Clock::now();
    pid_t pid = 0;
    if (::posix_spawn(&pid, engine.c_str(), &silent, nullptr, arguments, environ) != 0)
        die(engine);
    const int api = connectSoon(socket);
    const double started = since(begin);
    want204(api, request(api, "PUT", "/snapshot/load", body));
    const double loaded = since(begin);
    while (!ask(vsock, port)) {
        if (Clock::now() - begin > kPatience)
            die("the guest does not answer");
    }
    std::printf("%.1f %.1f %.1f %d\n", started, loaded, since(begin), pid);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "restore" && argc == 7)
        return restore(argv + 2);
    if (what != "request" || argc != 6) {
        std::fputs("usage: restore_probe restore ENGINE SOCKET BODY VSOCK PORT | request SOCKET METHOD PATH BODY\n",
                   stderr);
        return 2;
    }
    const int fd = connectSoon(argv[2]);
    const auto begin = Clock::now();
    const std::string response = request(fd, argv[3], argv[4], argv[5]);
    const double took = since(begin);
    want204(fd, response);
    std::printf("%.1f\n", took);
    return 0;
}
