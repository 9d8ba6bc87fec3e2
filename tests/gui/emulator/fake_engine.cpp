// A stand-in for sparkler-engine: offers both sockets and does what the lines say that come over the API socket.
//   echo TEXT  answers TEXT        args   answers the command line     exit N   ends with status N
//   raise N    dies of signal N    count  answers, at the end of the input, how many bytes came
//   flood N    sends N bytes and closes                                 deaf    ignores SIGTERM from now on
// The console socket greets and sends everything back. --delay MS: listens only then; --fail: never, status 9.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace {

std::string g_arguments;

bool sendAll(int fd, const std::string &text)
{
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t count = ::send(fd, text.data() + at, text.size() - at, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

int listenAt(const char *path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path, sizeof(address.sun_path) - 1);
    ::unlink(path);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0 || ::listen(fd, 16) != 0)
        std::exit(99);
    return fd;
}

/// False: the connection is over.
bool obey(int fd, const std::string &line)
{
    const std::string word = line.substr(0, line.find(' '));
    const std::string rest = line.size() > word.size() ? line.substr(word.size() + 1) : "";
    if (word == "echo")
        return sendAll(fd, rest + "\n");
    if (word == "args")
        return sendAll(fd, g_arguments + "\n");
    if (word == "exit")
        ::_exit(std::atoi(rest.c_str()));
    if (word == "raise")
        ::raise(std::atoi(rest.c_str()));
    if (word == "deaf") {
        ::signal(SIGTERM, SIG_IGN);
        return sendAll(fd, "deaf\n");
    }
    if (word == "flood")
        (void)sendAll(fd, std::string(static_cast<std::size_t>(std::atol(rest.c_str())), 'f'));
    if (word == "count") {
        std::size_t total = 0;
        char buffer[4096];
        for (ssize_t count = 0; (count = ::read(fd, buffer, sizeof(buffer))) > 0;)
            total += static_cast<std::size_t>(count);
        (void)sendAll(fd, std::to_string(total) + "\n");
    }
    return false;
}

void serveApi(int fd)
{
    std::string line;
    char character = 0;
    while (::read(fd, &character, 1) == 1) {
        if (character != '\n') {
            line += character;
            continue;
        }
        if (!obey(fd, line))
            break;
        line.clear();
    }
    ::close(fd);
}

void serveConsole(int fd)
{
    char buffer[4096];
    (void)sendAll(fd, "welcome\n");
    for (ssize_t count = 0; (count = ::read(fd, buffer, sizeof(buffer))) > 0;)
        if (!sendAll(fd, std::string(buffer, static_cast<std::size_t>(count))))
            break;
    ::close(fd);
}

void acceptAll(int listener, void (*serve)(int))
{
    for (;;) {
        const int fd = ::accept(listener, nullptr, nullptr);
        if (fd >= 0)
            std::thread(serve, fd).detach();
    }
}

} // namespace

int main(int argc, char **argv)
{
    const char *api = nullptr;
    const char *console = nullptr;
    for (int i = 1; i < argc; ++i) {
        g_arguments += std::string(i > 1 ? "|" : "") + argv[i];
        const std::string word = argv[i];
        if (word == "--fail")
            return 9;
        if (i + 1 == argc)
            break;
        if (word == "--api-sock")
            api = argv[i + 1];
        else if (word == "--console-sock")
            console = argv[i + 1];
        else if (word == "--delay")
            ::usleep(static_cast<useconds_t>(std::atoi(argv[i + 1])) * 1000);
    }
    std::printf("output of the engine\n");
    std::fflush(stdout);
    std::fprintf(stderr, "error of the engine\n");
    if (!api)
        return 98;
    const int apiListener = listenAt(api);
    if (console)
        std::thread(acceptAll, listenAt(console), serveConsole).detach();
    acceptAll(apiListener, serveApi);
}
