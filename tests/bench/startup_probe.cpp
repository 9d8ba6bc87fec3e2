// startup_probe RUNS ENGINE [OTHER] - starts the engine again and again and measures, each time, from just before the
// start until the API socket answered GET /: wall time, and the CPU time (user and system, the kernel's exec included)
// the process used. Prints the engine's own metric as well: CPU time until it was ready to serve. Medians and the
// smallest values, microseconds. Two engines are started in turns, and their ratio is told: how fast the computer is at
// the moment changes by more than what is to be seen, and is the same for both.

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
#include <sys/resource.h>
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

/// Where an engine under test has its files.
struct Place {
    std::string directory = "/tmp/startup_probe.XXXXXX";
    std::string socket, log, metrics;

    Place()
    {
        if (!::mkdtemp(directory.data()))
            die(directory);
        socket = directory + "/api.sock";
        log = directory + "/log";
        metrics = directory + "/metrics";
    }
    ~Place()
    {
        for (const std::string &name : {log, metrics, directory})
            std::remove(name.c_str());
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
};

struct Figures {
    std::vector<double> wall, cpu, metric, faults;
};

void startOnce(const Place &place, std::string engine, Figures &figures)
{
    std::ofstream(place.metrics, std::ios::trunc).flush();
    std::string words[] = {engine,           "--api-sock",  place.socket,          "--log-path", place.log,
                           "--metrics-path", place.metrics, "--start-time-cpu-us", "0"};
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto begin = Clock::now();
    pid_t pid = 0;
    if (::posix_spawn(&pid, engine.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
        die(engine);
    const bool answered = askApi(place.socket, "GET / HTTP/1.1\r\n\r\n");
    figures.wall.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    figures.cpu.push_back(cpuMicros(pid));
    ::kill(pid, SIGHUP); // makes the engine flush its metrics
    int status = 0;
    rusage usage{};
    ::wait4(pid, &status, 0, &usage);
    figures.metric.push_back(ownMetric(place.metrics));
    figures.faults.push_back(static_cast<double>(usage.ru_minflt));
    ::unlink(place.socket.c_str());
    if (!answered)
        die("the API did not answer");
}

/// Of the pairs of runs that were next to each other.
void printRatio(const std::vector<double> &first, const std::vector<double> &second)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < first.size(); ++i)
        ratios.push_back(second[i] / first[i]);
    std::ranges::sort(ratios);
    std::printf("CPU, second to first: median %.2f, half of the pairs from %.2f to %.2f\n", ratios[ratios.size() / 2],
                ratios[ratios.size() / 4], ratios[ratios.size() * 3 / 4]);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3 || argc > 4) {
        std::fputs("usage: startup_probe RUNS ENGINE [OTHER]\n", stderr);
        return 1;
    }
    const Place place;
    const std::vector<std::string> engines(argv + 2, argv + argc);
    std::vector<Figures> figures(engines.size());
    for (int left = std::max(std::atoi(argv[1]), 1); left > 0; --left) {
        // Whoever comes second finds the caches differently; so both do, equally often.
        for (std::size_t turn = 0; turn < engines.size(); ++turn) {
            const std::size_t which = (turn + static_cast<std::size_t>(left)) % engines.size();
            startOnce(place, engines[which], figures[which]);
        }
    }
    for (std::size_t i = 0; i < engines.size(); ++i) {
        std::printf("%s\n", engines[i].c_str());
        print("wall, start to API answer, us", figures[i].wall);
        print("CPU, start to API answer, us", figures[i].cpu);
        print("CPU by the engine's own metric, us", figures[i].metric);
        print("page faults, to the end", figures[i].faults);
    }
    if (engines.size() == 2)
        printRatio(figures[0].cpu, figures[1].cpu);
}
