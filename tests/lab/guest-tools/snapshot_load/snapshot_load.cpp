// snapshot_load - a load for guests that are frozen and continued elsewhere: everything it does is checked, and it
// tells what it found wrong.
//
// Usage:  snapshot_load run --ask ADDRESS [LOAD...]      until it is told to stop
//             --files DIR       files in DIR (made if need be)
//             --echo ADDRESS    a stream to `snapshot_load echo`, again and again
//             --memory MIB      memory with patterns
//             --registers N     N threads whose registers hold patterns
//             --timers          clocks, sleeps, a periodic timer
//         snapshot_load ask ADDRESS WORD                 prints the answer
//         snapshot_load echo ADDRESS...                  on the other side: sends back what it gets
//
// Words: "status" is answered with one line of JSON, the loads' counts; "identity" with random bytes from the kernel,
// in hexadecimal; "stop" ends the loads and then gives the status. Addresses: stream_address.h.

#include "../stream_address.h"
#include "loads.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

/// The loads that were asked for, each on its thread.
class Loads {
public:
    template <typename Function, typename... Arguments>
    void start(const std::string &name, Function function, Arguments... arguments)
    {
        Check &check = m_checks.emplace_back(name);
        m_threads.emplace_back([&check, function, arguments...] { function(check, arguments...); });
    }
    void stop()
    {
        endAll();
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }
    std::string status()
    {
        timespec time;
        ::clock_gettime(CLOCK_REALTIME, &time);
        std::string text =
            "{\"realtime_ms\": " + std::to_string(time.tv_sec * 1000 + time.tv_nsec / 1000000) + ", \"checks\": {";
        for (Check &check : m_checks)
            text += (&check == &m_checks.front() ? "" : ", ") + check.json();
        return text + "}}";
    }

private:
    std::deque<Check> m_checks; ///< their places stay
    std::vector<std::thread> m_threads;
};

void startLoads(Loads &loads, int argc, char **argv)
{
    for (int i = 0; i < argc; ++i) {
        const std::string option = argv[i];
        if (option == "--timers") {
            for (unsigned cpu = 0; cpu < std::thread::hardware_concurrency(); ++cpu)
                loads.start("clocks " + std::to_string(cpu), loadClocks, cpu);
            loads.start("sleeps", loadSleeps);
            loads.start("ticks", loadTicks);
            continue;
        }
        if (++i == argc)
            die(option.c_str());
        const std::string value = argv[i];
        const unsigned long number = std::strtoul(argv[i], nullptr, 10);
        if (option == "--files") {
            loads.start("files " + value, loadFiles, value);
        } else if (option == "--echo") {
            loads.start("echo " + value, loadEcho, value);
        } else if (option == "--memory") {
            loads.start("memory", loadMemory, number);
        } else if (option == "--registers") {
            for (std::uint64_t thread = 0; thread < number; ++thread)
                loads.start("registers " + std::to_string(thread), loadRegisters, thread);
        } else {
            die(option.c_str());
        }
    }
}

std::string randomBytes()
{
    unsigned char bytes[32];
    if (::getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
        die("getrandom");
    std::string text;
    for (const unsigned char byte : bytes) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", byte);
        text += digits;
    }
    return text;
}

/// Up to the end of the line; nothing when the other side does not send one.
std::string readWord(int fd)
{
    std::string word;
    char byte = 0;
    pollfd waiting{fd, POLLIN, 0};
    while (word.size() < 32 && ::poll(&waiting, 1, 10000) == 1 && ::read(fd, &byte, 1) == 1) {
        if (byte == '\n')
            return word;
        word += byte;
    }
    return {};
}

/// A question may be torn by a snapshot, like any stream: then there is nobody who waits for the answer.
void answerQuestions(Loads &loads, const char *address)
{
    const int listener = listenAt(address);
    std::puts("LOAD runs");
    std::fflush(stdout);
    while (running()) {
        const int fd = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            continue;
        const std::string word = readWord(fd);
        if (word == "stop")
            loads.stop();
        std::string answer = word == "identity" ? randomBytes() : loads.status();
        answer += '\n';
        (void)::send(fd, answer.data(), answer.size(), MSG_NOSIGNAL);
        // The other side closes when it has read all of it.
        readWord(fd);
        ::close(fd);
    }
}

void ask(const char *address, const std::string &word)
{
    const int fd = connectTo(address);
    const std::string question = word + "\n";
    writeAll(fd, question.data(), question.size());
    char byte = 0;
    do {
        readAll(fd, &byte, 1);
        std::putchar(byte);
    } while (byte != '\n');
}

void echoStream(int fd)
{
    char buffer[16384];
    for (;;) {
        const ssize_t got = ::read(fd, buffer, sizeof buffer);
        if (got <= 0)
            return;
        for (ssize_t at = 0; at < got;) {
            const ssize_t done = ::send(fd, buffer + at, static_cast<std::size_t>(got - at), MSG_NOSIGNAL);
            if (done <= 0)
                return;
            at += done;
        }
    }
}

[[noreturn]] void echo(int count, char **addresses)
{
    std::vector<pollfd> waiting;
    for (int i = 0; i < count; ++i)
        waiting.push_back({listenAt(addresses[i]), POLLIN, 0});
    std::puts("ECHO listening");
    std::fflush(stdout);
    for (;;) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0)
            die("poll");
        for (const pollfd &listener : waiting) {
            if ((listener.revents & POLLIN) == 0)
                continue;
            std::thread([fd = acceptFrom(listener.fd)] {
                echoStream(fd);
                ::close(fd);
            }).detach();
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string what = argc > 2 ? argv[1] : "";
    std::signal(SIGPIPE, SIG_IGN);
    if (what == "echo")
        echo(argc - 2, argv + 2);
    if (what == "ask" && argc == 4) {
        ask(argv[2], argv[3]);
        return 0;
    }
    if (what != "run" || argc < 4 || std::strcmp(argv[2], "--ask") != 0) {
        std::fputs("usage: snapshot_load run --ask ADDRESS [LOAD...] | ask ADDRESS WORD | echo ADDRESS...\n", stderr);
        return 1;
    }
    Loads loads;
    startLoads(loads, argc - 4, argv + 4);
    answerQuestions(loads, argv[3]);
    return 0;
}
