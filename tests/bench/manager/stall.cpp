// bench_manager_stall [MACHINES [SECONDS]] - how long the GUI thread is away from its event loop while the list is
// scrolled and the search typed into, with engines that answer, that never do, that answer byte by byte, that are
// frozen, and that die meanwhile. A 1 ms timer tells: the gaps between its ticks. Of each gap: the thread's own CPU
// time, the time it waited for a processor (others' doing), and the rest, asleep: a millisecond until the next tick,
// more only in a call that blocks.

#include "app/machine_list_panel.h"
#include "app/main_window.h"
#include "herd.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

double threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Milliseconds that the thread has waited for a processor so far.
double queuedMilliseconds()
{
    static const int kFile = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    char text[96] = {};
    if (::pread(kFile, text, sizeof text - 1, 0) <= 0)
        bench::die(u"this kernel does not tell how long a thread waits for a processor"_s);
    unsigned long long ran = 0;
    unsigned long long waited = 0;
    std::sscanf(text, "%llu %llu", &ran, &waited);
    return static_cast<double>(waited) / 1e6;
}

/// Ticks every millisecond if it may.
class Gaps {
public:
    Gaps()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_last.start();
        m_lastCpu = threadMilliseconds();
        m_lastQueued = queuedMilliseconds();
        m_timer.start(1);
    }

    void print(const char *what)
    {
        const auto at = [](std::vector<double> &values, double share) {
            std::ranges::sort(values);
            return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
        };
        std::printf(
            "%-28s gaps: median %4.1f  99.9 %% %5.1f  longest %5.1f ms    most in one: CPU %4.1f, asleep %4.1f ms\n",
            what, at(m_wall, 0.5), at(m_wall, 0.999), at(m_wall, 1), at(m_cpu, 1), at(m_asleep, 1));
        std::fflush(stdout);
    }

private:
    void tick()
    {
        const double wall = static_cast<double>(m_last.nsecsElapsed()) / 1e6;
        m_last.start();
        const double cpu = threadMilliseconds();
        const double queued = queuedMilliseconds();
        m_wall.push_back(wall);
        m_cpu.push_back(cpu - m_lastCpu);
        m_asleep.push_back(wall - (cpu - m_lastCpu) - (queued - m_lastQueued));
        m_lastCpu = cpu;
        m_lastQueued = queued;
    }

    QTimer m_timer;
    QElapsedTimer m_last;
    double m_lastCpu = 0;
    double m_lastQueued = 0;
    std::vector<double> m_wall;
    std::vector<double> m_cpu;
    std::vector<double> m_asleep;
};

void spinFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Scrolls up and down, and types and empties the search, for as long as it lives.
class User {
public:
    explicit User(MainWindow *window)
        : m_bar(window->list()->findChild<QTreeView *>()->verticalScrollBar()),
          m_search(window->list()->findChild<QLineEdit *>())
    {
        QObject::connect(&m_scroll, &QTimer::timeout, m_bar, [this] {
            if (m_bar->value() == m_bar->maximum() || m_bar->value() == m_bar->minimum())
                m_step = -m_step;
            m_bar->setValue(m_bar->value() + m_step);
        });
        QObject::connect(&m_type, &QTimer::timeout, m_search, [this] {
            static const QString kText = u"machine-1"_s;
            if (m_search->text().size() < kText.size())
                QTest::keyClick(m_search, kText[m_search->text().size()].toLatin1());
            else
                m_search->clear();
        });
        m_scroll.start(16);
        m_type.start(90);
    }

private:
    QScrollBar *m_bar;
    QLineEdit *m_search;
    int m_step = -40;
    QTimer m_scroll;
    QTimer m_type;
};

enum class Trouble { None, Frozen, Dying };

void measure(const char *what, int machines, int seconds, const QByteArray &manner, Trouble trouble = Trouble::None)
{
    bench::Herd herd(machines);
    if (!manner.isEmpty())
        herd.startEngines(manner);
    Workspace workspace(herd.paths());
    MainWindow window(&workspace, nullptr);
    window.show();
    spinFor(200);
    workspace.open();
    spinFor(manner == "silent" ? 500 : 3000); // silent ones: from the first request on
    if (trouble == Trouble::Frozen)
        herd.freezeEngines();
    Gaps gaps;
    const User user(&window);
    if (trouble != Trouble::Dying) {
        spinFor(seconds * 1000);
    } else {
        for (std::size_t i = 0; i < herd.engines(); ++i) {
            herd.killEngine(i);
            spinFor(std::max(1, seconds * 1000 / machines));
        }
    }
    gaps.print(what);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    bench::isolate(home);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sparkler"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const int machines = std::max(1, arguments.value(1, u"200"_s).toInt());
    const int seconds = std::max(1, arguments.value(2, u"15"_s).toInt());
    Theme theme(application);
    theme.apply(ThemeMode::Light);
    std::printf("%d machines, %d s each, scrolling and typing\n", machines, seconds);
    measure("stopped, no engines", machines, seconds, {});
    measure("engines answer", machines, seconds, "normal");
    measure("engines never answer", machines, seconds, "silent");
    measure("engines answer byte by byte", machines, seconds, "drip");
    measure("engines are frozen", machines, seconds, "normal", Trouble::Frozen);
    measure("engines die one by one", machines, seconds, "normal", Trouble::Dying);
}
