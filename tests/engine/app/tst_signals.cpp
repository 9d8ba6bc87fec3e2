#include "app/signals.h"
#include "base/exit_code.h"
#include "telemetry/log.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/metrics_sink.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;

/// Every case runs in a child process that logs and counts into files.
class TestSignals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void deadly_raised_data();
    void deadly_raised();
    void deadly_realFault_hasItsCode();
    void deadly_onAnotherThread_endsTheProcess();
    void deadly_whileLoggingAndFlushing_endsTheProcess();
    void deadly_stackOverflow_isReported();
    void deadly_fullMetricsFifo_isReportedAndDoesNotBlock();
    void deadly_restoresTheTerminal();
    void badSyscall_filtered_is148();
    void badSyscall_sent_is2();
    void brokenPipe_isCountedAndSurvived();
    void terminate_keepsItsDefault();
    void abort_logsCountsAndDies();
    void uncaughtException_isReported();

private:
    /// Runs `body` in a child with handlers installed; its wait status. A child that returns from `body` exits with 77.
    int run(const std::function<void()> &body, bool configureMetrics = true);
    std::string path(const char *name) const { return m_directory->filePath(QString::fromLatin1(name)).toStdString(); }
    QByteArray log() const;
    QList<QByteArray> metricsLines() const;
    double leaf(const char *group, const char *name) const;
    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

constexpr int kReturned = 77;

int exitStatus(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Makes getpriority(2), which nothing here uses, raise SIGSYS.
void trapOneSyscall()
{
    sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpriority, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{4, filter};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

[[gnu::noinline]] int overflowStack(int depth)
{
    volatile char frame[4096] = {};
    frame[0] = static_cast<char>(depth);
    return depth < 0 ? 0 : overflowStack(depth + 1) + frame[0];
}

} // namespace

void TestSignals::initTestCase()
{
#if defined(__SANITIZE_THREAD__)
    QSKIP("the thread sanitizer delays signals and refuses threads after fork()");
#endif
}

void TestSignals::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

int TestSignals::run(const std::function<void()> &body, bool configureMetrics)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        for (int number = 1; number < 32; ++number)
            ::signal(number, SIG_DFL); // Qt Test catches some itself
        ::alarm(20);
        LoggerSettings settings;
        settings.path = path("log");
        bool ready = configureLogger(settings).has_value();
        if (configureMetrics)
            ready = ready && metricsSink().configure({.path = path("metrics")}).has_value();
        ready = ready && installSignalHandlers().has_value();
        if (!ready)
            ::_exit(78);
        try {
            body();
        } catch (const std::logic_error &) {
            std::terminate();
        }
        ::_exit(kReturned);
    }
    int status = -1;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

QByteArray TestSignals::log() const
{
    QFile file(m_directory->filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QList<QByteArray> TestSignals::metricsLines() const
{
    QFile file(m_directory->filePath(QStringLiteral("metrics")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast();
    return lines;
}

double TestSignals::leaf(const char *group, const char *name) const
{
    const QList<QByteArray> lines = metricsLines();
    if (lines.isEmpty())
        return -1;
    const QJsonObject tree = QJsonDocument::fromJson(lines.last()).object();
    return tree[QLatin1String(group)].toObject()[QLatin1String(name)].toDouble(-1);
}

void TestSignals::deadly_raised_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("SIGBUS") << SIGBUS << QByteArray("sigbus") << 149;
    QTest::newRow("SIGSEGV") << SIGSEGV << QByteArray("sigsegv") << 150;
    QTest::newRow("SIGXFSZ") << SIGXFSZ << QByteArray("sigxfsz") << 151;
    QTest::newRow("SIGXCPU") << SIGXCPU << QByteArray("sigxcpu") << 154;
    QTest::newRow("SIGHUP") << SIGHUP << QByteArray("sighup") << 156;
    QTest::newRow("SIGILL") << SIGILL << QByteArray("sigill") << 157;
}

void TestSignals::deadly_raised()
{
    QFETCH(int, number);
    QFETCH(QByteArray, metric);
    QFETCH(int, exitCode);
    const int status = run([number] {
        (void)metricsSink().flush();
        ::kill(::getpid(), number);
    });
    QCOMPARE(exitStatus(status), exitCode);
    QVERIFY2(
        log().endsWith("] Shutting down VM after intercepting signal " + QByteArray::number(number) + ", code 0.\n"),
        log().constData());
    QCOMPARE(metricsLines().size(), 2);
    QCOMPARE(leaf("signals", metric.constData()), 1.0);
}

void TestSignals::deadly_realFault_hasItsCode()
{
    const int status = run([] {
        auto *page = static_cast<volatile char *>(::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        *page = 1;
    });
    QCOMPARE(exitStatus(status), 150);
    QVERIFY2(log().contains("intercepting signal 11, code 2."), log().constData()); // SEGV_ACCERR
}

void TestSignals::deadly_onAnotherThread_endsTheProcess()
{
    const int status = run([] {
        std::thread([] {
            ::pthread_setname_np(::pthread_self(), "fc_vcpu 0");
            ::raise(SIGILL);
        }).join();
    });
    QCOMPARE(exitStatus(status), 157);
    QVERIFY2(log().contains("[anonymous-instance:fc_vcpu 0] Shutting down VM after intercepting signal 4, code -6."),
             log().constData());
}

void TestSignals::deadly_whileLoggingAndFlushing_endsTheProcess()
{
    // The signal arrives while some lock is most likely held by the very thread that handles it.
    const int status = run([] {
        std::thread killer([] {
            ::usleep(20'000);
            ::kill(::getpid(), SIGHUP);
        });
        do {
            logInfoAlways("busy");
        } while (metricsSink().flush());
        killer.join();
    });
    QCOMPARE(exitStatus(status), 156);
    QVERIFY(log().contains("intercepting signal 1, code 0."));
    QCOMPARE(leaf("signals", "sighup"), 1.0);
}

void TestSignals::deadly_stackOverflow_isReported()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("sanitizers handle stack overflows themselves");
#endif
    const int status = run([] { overflowStack(0); });
    QCOMPARE(exitStatus(status), 150);
    QVERIFY(log().contains("intercepting signal 11, code "));
}

void TestSignals::deadly_fullMetricsFifo_isReportedAndDoesNotBlock()
{
    QCOMPARE(::mkfifo(path("metrics").c_str(), 0600), 0);
    const int status = run([] {
        while (metricsSink().flush()) {
        }
        ::raise(SIGHUP);
    });
    QCOMPARE(exitStatus(status), 156);
    QVERIFY2(
        log().endsWith("] Failed to write metrics while stopping: Resource temporarily unavailable (os error 11)\n"),
        log().constData());
}

void TestSignals::deadly_restoresTheTerminal()
{
    const int status = run(
        [] {
            setTerminalRestoreHook([] { logFromSignal("terminal restored"); });
            ::raise(SIGHUP);
        },
        false);
    QCOMPARE(exitStatus(status), 156);
    QVERIFY(log().endsWith("] terminal restored\n"));
}

void TestSignals::badSyscall_filtered_is148()
{
    const int status = run([] {
        trapOneSyscall();
        ::syscall(SYS_getpriority, 0, 0);
    });
    QCOMPARE(exitStatus(status), 148);
    const QByteArray text = log();
    QVERIFY2(text.contains("] Shutting down VM after intercepting signal 31, code 1.\n"), text.constData());
    QVERIFY2(text.endsWith("] Shutting down VM after intercepting a bad syscall (" +
                           QByteArray::number(SYS_getpriority) + ").\n"),
             text.constData());
    QCOMPARE(leaf("seccomp", "num_faults"), 1.0);
}

void TestSignals::badSyscall_sent_is2()
{
    const int status = run([] { ::kill(::getpid(), SIGSYS); });
    QCOMPARE(exitStatus(status), 2);
    QVERIFY(log().endsWith("] Shutting down VM after intercepting signal 31, code 0.\n"));
    QCOMPARE(leaf("seccomp", "num_faults"), 1.0);
}

void TestSignals::brokenPipe_isCountedAndSurvived()
{
    const int status = run([] {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            return;
        ::close(ends[0]);
        errno = 0;
        const bool broken = ::write(ends[1], "x", 1) < 0 && errno == EPIPE;
        (void)metricsSink().flush();
        ::_exit(broken ? 5 : 6);
    });
    QCOMPARE(exitStatus(status), 5);
    QVERIFY(log().endsWith("] Received signal 13, code 0.\n"));
    QCOMPARE(leaf("signals", "sigpipe"), 1.0);
}

void TestSignals::terminate_keepsItsDefault()
{
    const int status = run([] { ::kill(::getpid(), SIGTERM); });
    QCOMPARE(exitStatus(status), -SIGTERM);
    QCOMPARE(log(), QByteArray());
}

void TestSignals::abort_logsCountsAndDies()
{
    const int status = run([] { abortProcess("Invalid instance ID: InvalidLen(0, 1, 64)"); });
    QCOMPARE(exitStatus(status), -SIGABRT);
    QVERIFY(log().endsWith("] Invalid instance ID: InvalidLen(0, 1, 64)\n"));
    QCOMPARE(leaf("vmm", "panic_count"), 1.0);
}

void TestSignals::uncaughtException_isReported()
{
    const int status = run([] { throw std::logic_error("nobody catches this"); });
    QCOMPARE(exitStatus(status), -SIGABRT);
    QVERIFY(log().contains("Firecracker panicked"));
    QCOMPARE(leaf("vmm", "panic_count"), 1.0);
}

QTEST_APPLESS_MAIN(TestSignals)
#include "tst_signals.moc"
