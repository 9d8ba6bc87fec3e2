// jail_startup_probe RUNS JAILER ENGINE-BYTES DIRECTORY - starts a stand-in for the engine again and again, by itself
// and jailed, in turns, and measures each time from just before the start until the stand-in's main(): wall time, and
// the CPU time (user and system) of the process that it is by then, which was the jailer before. The stand-in is this
// program, made ENGINE-BYTES large (the jailer copies it). Medians and the smallest values, microseconds.
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

/// Starts `words` and returns what the stand-in tells, less what it was before; `faults` gets the page faults of all.
Moment startOnce(std::vector<std::string> words, std::vector<double> &faults)
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
    faults.push_back(static_cast<double>(usage.ru_minflt));
    return {told.wall - before, told.cpu};
}

struct Figures {
    std::vector<double> wall, cpu, faults;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void print(const char *what, const std::vector<double> &values)
{
    std::printf("  %-28s median %7.0f   min %7.0f\n", what, median(values), *std::ranges::min_element(values));
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
    Figures plain, jailed;
    for (int run = 0; run < runs; ++run) {
        const Moment alone = startOnce({standIn}, plain.faults);
        plain.wall.push_back(alone.wall);
        plain.cpu.push_back(alone.cpu);
        const Moment inJail = startOnce({jailer, "--id", "bench", "--exec-file", standIn, "--uid", "1234", "--gid",
                                         "1234", "--chroot-base-dir", directory + "/jails"},
                                        jailed.faults);
        jailed.wall.push_back(inJail.wall);
        jailed.cpu.push_back(inJail.cpu);
        std::filesystem::remove_all(directory + "/jails/stand-in");
    }
    std::printf("a stand-in of %s bytes by itself (us)\n", argv[3]);
    print("wall, to its main()", plain.wall);
    print("CPU, to its main()", plain.cpu);
    print("page faults, to the end", plain.faults);
    std::printf("the same, jailed by %s (us)\n", jailer.c_str());
    print("wall, to its main()", jailed.wall);
    print("CPU, to its main()", jailed.cpu);
    print("page faults, to the end", jailed.faults);
    std::printf("jailed against plain: wall %.2f, CPU %.2f; the jail costs %.0f us of CPU (goal: under 5000)\n",
                median(jailed.wall) / median(plain.wall), median(jailed.cpu) / median(plain.cpu),
                median(jailed.cpu) - median(plain.cpu));
}
