// jail_startup_probe RUNS JAILER ENGINE-BYTES DIRECTORY [rootless] - starts a stand-in for the engine again and again,
// by itself and jailed, in turns, and measures each time from just before the start until the stand-in's main(): wall
// time, and the CPU time (user and system) of the process that it is by then, which was the jailer before. A rootless
// jail has a process outside as well, so what all have used at the end is told, too. The stand-in is this program, made
// ENGINE-BYTES large (the privileged jailer copies it). Medians and the smallest values, microseconds.
// Called without arguments it is the stand-in.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Moment {
    double wall, cpu;
};

double micros(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

[[noreturn]] void die(const std::string &what)
{
    std::perror(what.c_str());
    std::exit(1);
}

struct Figures {
    std::vector<double> wall, cpu, cpuOfAll, faults;
};

double micros(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
}

/// Starts `words` and adds what the stand-in tells, less what it was before, and what all processes have used.
void startOnce(std::vector<std::string> words, Figures &figures)
{
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    int ends[2];
    if (::pipe(ends) != 0)
        die("pipe");
    const double before = micros(CLOCK_MONOTONIC);
    const pid_t child = ::vfork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    Moment told{};
    if (::read(ends[0], &told, sizeof told) != sizeof told)
        die("the stand-in did not start");
    ::close(ends[0]);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    figures.wall.push_back(told.wall - before);
    figures.cpu.push_back(told.cpu);
    figures.cpuOfAll.push_back(micros(usage.ru_utime) + micros(usage.ru_stime));
    figures.faults.push_back(static_cast<double>(usage.ru_minflt));
}

/// The jailer's command line.
std::vector<std::string> jailedCommand(const std::string &jailer, const std::string &standIn,
                                       const std::string &directory, bool rootless)
{
    const std::vector<std::string> common{jailer, "--id", "bench", "--exec-file", standIn};
    std::vector<std::string> words = common;
    if (rootless) // with what the manager shows of a machine
        words.insert(words.end(), {"--rootless", "--machine-dir", directory + "/machine", "--show",
                                   directory + "/machine/run:rw", "--show", directory + "/machine/logs:rw", "--show",
                                   directory + "/machine/files:rw", "--show", directory + "/machine/snapshots:ro"});
    else
        words.insert(words.end(), {"--uid", "1234", "--gid", "1234", "--chroot-base-dir", directory + "/jails"});
    return words;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void print(const char *what, const std::vector<double> &values)
{
    std::printf("  %-28s median %7.0f   min %7.0f\n", what, median(values), *std::ranges::min_element(values));
}

void print(const Figures &figures)
{
    print("wall, to its main()", figures.wall);
    print("CPU, to its main()", figures.cpu);
    print("CPU of all, to the end", figures.cpuOfAll);
    print("page faults, to the end", figures.faults);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 5 || argv[1][0] == '-') {
        const Moment now{micros(CLOCK_MONOTONIC), micros(CLOCK_PROCESS_CPUTIME_ID)};
        return ::write(STDOUT_FILENO, &now, sizeof now) == sizeof now ? 0 : 1;
    }
    const int runs = std::atoi(argv[1]);
    const std::string jailer = argv[2];
    const std::string directory = argv[4];
    const std::string standIn = directory + "/stand-in";
    std::filesystem::copy_file("/proc/self/exe", standIn);
    if (std::filesystem::file_size(standIn) < std::stoull(argv[3]))
        std::filesystem::resize_file(standIn, std::stoull(argv[3]));
    { // sparse parts are not what an engine is made of
        std::fstream file(standIn, std::ios::in | std::ios::out | std::ios::binary);
        std::string all((std::istreambuf_iterator<char>(file)), {});
        file.seekp(0);
        file.write(all.data(), static_cast<std::streamsize>(all.size()));
    }
    std::filesystem::create_directory(directory + "/jails");
    for (const char *name : {"run", "logs", "files", "snapshots"})
        std::filesystem::create_directories(directory + "/machine/" + name);
    const bool rootless = argc > 5 && argv[5] == std::string("rootless");
    Figures plain, jailed;
    for (int run = 0; run < runs; ++run) {
        startOnce({standIn}, plain);
        startOnce(jailedCommand(jailer, standIn, directory, rootless), jailed);
        std::filesystem::remove_all(directory + "/jails/stand-in");
    }
    std::printf("a stand-in of %s bytes by itself (us)\n", argv[3]);
    print(plain);
    std::printf("the same, jailed by %s%s (us)\n", jailer.c_str(), rootless ? " --rootless" : "");
    print(jailed);
    const double cost =
        rootless ? median(jailed.cpuOfAll) - median(plain.cpuOfAll) : median(jailed.cpu) - median(plain.cpu);
    std::printf("jailed against plain: wall %.2f, CPU %.2f; the jail costs %.0f us of CPU (goal: under 5000)\n",
                median(jailed.wall) / median(plain.wall), median(jailed.cpuOfAll) / median(plain.cpuOfAll), cost);
}
