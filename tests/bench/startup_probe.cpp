// startup_probe ENGINE RUNS - starts the engine again and again and measures, each time, from just before the start
// until the API socket answered GET /: wall time, and the CPU time (user and system, the kernel's exec included) the
// process used. Prints the engine's own metric as well: CPU time until it was ready to serve. Medians and the smallest
// values, microseconds.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void die(const std::string &what)
{
    std::perror(what.c_str());
    std::exit(1);
}

/// Tries until the engine listens, then one request. True: it answered.
bool askApi(const std::string &path, const std::string &request)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    const auto limit = Clock::now() + std::chrono::seconds(30);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    while (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        if (Clock::now() > limit)
            return false;
        ::usleep(20); // not a busy loop: with few cores it would take the time of what it measures
    }
    char answer[512];
    const bool ok = ::write(fd, request.data(), request.size()) == static_cast<ssize_t>(request.size()) &&
                    ::read(fd, answer, sizeof answer) > 12 && std::memcmp(answer, "HTTP/1.1 20", 11) == 0;
    ::close(fd);
    return ok;
}

double cpuMicros(pid_t pid)
{
    clockid_t clock{};
    timespec used{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        die("process clock");
    return static_cast<double>(used.tv_sec) * 1e6 + static_cast<double>(used.tv_nsec) / 1e3;
}

/// The value behind "process_startup_time_cpu_us": in the metrics file, once they were flushed.
double ownMetric(const std::string &path)
{
    std::ifstream file(path);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::string key = "\"process_startup_time_cpu_us\":";
    const auto at = text.find(key);
    return at == std::string::npos ? 0 : std::atof(text.c_str() + at + key.size());
}

void print(const char *what, std::vector<double> values)
{
    std::ranges::sort(values);
    std::printf("%-44s median %7.0f   min %7.0f\n", what, values[values.size() / 2], values.front());
}

} // namespace

int main(int argc, char **argv)
{
    char directory[] = "/tmp/startup_probe.XXXXXX";
    if (argc != 3 || !::mkdtemp(directory))
        die("usage: startup_probe ENGINE RUNS");
    const std::string socket = std::string(directory) + "/api.sock", log = std::string(directory) + "/log";
    const std::string metrics = std::string(directory) + "/metrics";
    std::vector<double> wall, cpu, metric;
    for (int left = std::max(std::atoi(argv[2]), 1); left > 0; --left) {
        std::ofstream(metrics, std::ios::trunc).flush();
        std::string words[] = {argv[1], "--api-sock",          socket, "--log-path", log, "--metrics-path",
                               metrics, "--start-time-cpu-us", "0"};
        std::vector<char *> arguments;
        for (std::string &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const auto begin = Clock::now();
        pid_t pid = 0;
        if (::posix_spawn(&pid, argv[1], nullptr, nullptr, arguments.data(), environ) != 0)
            die(argv[1]);
        const bool answered = askApi(socket, "GET / HTTP/1.1\r\n\r\n");
        wall.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
        cpu.push_back(cpuMicros(pid));
        ::kill(pid, SIGHUP); // makes the engine flush its metrics
        int status = 0;
        ::waitpid(pid, &status, 0);
        metric.push_back(ownMetric(metrics));
        ::unlink(socket.c_str());
        if (!answered)
            die("the API did not answer");
    }
    for (const std::string &name : {log, metrics, std::string(directory)})
        std::remove(name.c_str());
    print("wall, start to API answer, us", wall);
    print("CPU, start to API answer, us", cpu);
    print("CPU by the engine's own metric, us", metric);
}
