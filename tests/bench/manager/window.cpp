// bench_manager_window [RUNS [MACHINES [PROGRAM]]] - how long the manager takes from exec to its first painted frame,
// with no machines and with MACHINES stored ones in turns. Medians in milliseconds. See window_probe.cpp for the steps.

#include "herd.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler::gui::bench;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What one kind of start took, each run; milliseconds.
struct Series {
    QMap<QByteArray, QList<double>> steps;
    QList<double> cpu;
};

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

/// Lines until the list is there; empty when the program gave up.
QByteArray listen(int fd)
{
    QByteArray text;
    while (!text.contains("list ")) {
        pollfd wait{fd, POLLIN, 0};
        char buffer[512];
        if (::poll(&wait, 1, 30'000) <= 0)
            return {};
        const ssize_t count = ::read(fd, buffer, sizeof buffer);
        if (count <= 0)
            return {};
        text.append(buffer, count);
    }
    return text;
}

void start(const QByteArray &program, const Herd &herd, Series &series)
{
    qputenv("XDG_DATA_HOME", herd.directory().toUtf8());
    qputenv("SPARKLER_PROBE_MACHINES", QByteArray::number(herd.ids().size()));
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        die(u"no pipe"_s);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[1], 9);
    QByteArray name = program;
    char *arguments[] = {name.data(), nullptr};
    pid_t pid = 0;
    const auto begin = std::chrono::steady_clock::now().time_since_epoch();
    if (::posix_spawn(&pid, name.constData(), &actions, nullptr, arguments, environ) != 0)
        die(u"cannot start "_s + QString::fromUtf8(program));
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    const QByteArray told = listen(pipe[0]);
    ::close(pipe[0]);
    ::kill(pid, SIGKILL);
    rusage used{};
    ::wait4(pid, nullptr, 0, &used);
    if (told.isEmpty())
        die(u"the window did not come"_s);
    for (const QByteArray &line : told.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 2)
            series.steps[words[0]].append(
                (static_cast<double>(words[1].toLongLong()) -
                 static_cast<double>(std::chrono::duration_cast<std::chrono::nanoseconds>(begin).count())) /
                1e6);
    }
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    series.cpu.append(milliseconds(used.ru_utime) + milliseconds(used.ru_stime));
}

void print(const char *what, const Series &series)
{
    std::printf("%-22s", what);
    for (const char *step : {"platform", "show", "frame", "list"}) {
        const QList<double> values = series.steps.value(step);
        std::printf("  %s %4.0f (min %3.0f)", step, median(values),
                    values.isEmpty() ? 0 : *std::ranges::min_element(values));
    }
    std::printf("  CPU until killed %4.0f\n", median(series.cpu));
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    isolate(home);
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int runs = std::max(1, arguments.value(1, u"20"_s).toInt());
    const int machines = arguments.value(2, u"200"_s).toInt();
    const QByteArray program = arguments.value(3, QStringLiteral(BENCH_PROGRAM)).toUtf8();
    qputenv("QT_QPA_GENERIC_PLUGINS", "sparkler-window-probe");
    qputenv("QT_PLUGIN_PATH", BENCH_PLUGINS);
    qputenv("SPARKLER_PROBE_FD", "9");
    const Herd none(0);
    const Herd many(machines);
    Series empty;
    Series full;
    for (int run = 0; run <= runs; ++run) { // one for the page cache, which does not count
        if (run == 1)
            empty = full = {};
        start(program, none, empty);
        start(program, many, full);
    }
    std::printf("%d starts each, medians of milliseconds since exec\n", runs);
    print("no machines", empty);
    print(qPrintable(u"%1 stored machines"_s.arg(machines)), full);
}
