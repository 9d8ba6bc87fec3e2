// bench_manager_load [MACHINES [SECONDS]] - the manager's CPU time with MACHINES running machines (processes that pass
// for engines), polled and sampled at 1 Hz, its window in sight (offscreen). Percent of one core, manager alone.

#include "app/main_window.h"
#include "herd.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <sys/resource.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

double cpuSeconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void spinFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

qsizetype running(const Workspace &workspace)
{
    return std::ranges::count_if(workspace.supervisor()->machines(),
                                 [](const Machine *machine) { return machine->state() == MachineState::Running; });
}

void measure(const char *what, int seconds)
{
    spinFor(2000); // what the change of the page has set off
    QElapsedTimer wall;
    wall.start();
    const double before = cpuSeconds();
    spinFor(seconds * 1000);
    const double used = cpuSeconds() - before;
    std::printf("%-40s %5.2f %% of a core\n", what, used / (static_cast<double>(wall.nsecsElapsed()) / 1e9) * 100.0);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    bench::isolate(home);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sparkler"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const int machines = arguments.value(1, u"200"_s).toInt();
    const int seconds = std::max(1, arguments.value(2, u"20"_s).toInt());

    bench::Herd herd(machines);
    herd.startEngines("normal");
    Theme theme(application);
    theme.apply(ThemeMode::Light);
    Workspace workspace(herd.paths());
    MainWindow window(&workspace, &theme);
    window.resize(1140, 1000);
    window.show();
    spinFor(200);
    QElapsedTimer adoption;
    adoption.start();
    const double before = cpuSeconds();
    workspace.open();
    std::printf("%d machines: open() returns after %lld ms", machines, static_cast<long long>(adoption.elapsed()));
    while (running(workspace) < machines && adoption.elapsed() < 30'000)
        spinFor(5);
    if (running(workspace) < machines)
        bench::die(u"not all machines run"_s);
    std::printf(", all are seen to run after %lld ms, %.0f ms of CPU time\n",
                static_cast<long long>(adoption.elapsed()), (cpuSeconds() - before) * 1e3);

    // The trails in the list are to be full.
    spinFor(seconds >= 10 ? 60'000 : 1000);
    measure("list in sight, none selected", seconds);
    window.selectMachine(herd.ids().first());
    measure("list and one machine's overview", seconds);
    window.machineView()->showPage(MachineView::Metrics);
    measure("list and one machine's metrics", seconds);
    window.hide();
    measure("window hidden", seconds);
    if (running(workspace) < machines)
        bench::die(u"not all machines run any more"_s);
}
