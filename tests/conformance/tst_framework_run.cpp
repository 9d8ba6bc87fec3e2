// What the acceptance framework relies on while a microVM runs and when it ends (reference, 6.3; a function for each
// row).
#include "framework_microvm.h"
#include "harness/guest.h"
#include "harness/host_network.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace harness;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One mapping as pmap -xq shows it.
struct Mapping {
    qint64 kib = 0;
    qint64 residentKib = 0;
};

std::vector<Mapping> mappingsOf(pid_t process)
{
    std::vector<Mapping> all;
    const HostOutput shown = runOnHost(QStringLiteral("pmap -xq %1").arg(process));
    for (const QByteArray &line : shown.text.split('\n')) {
        // Address, KiB, resident, dirty, mode, name; the first line is the command's.
        const QByteArrayList fields = line.simplified().split(' ');
        bool isAddress = false;
        (void)fields.first().toULongLong(&isAddress, 16);
        if (isAddress && fields.size() > 3 && !line.contains(':'))
            all.push_back({fields[1].toLongLong(), fields[2].toLongLong()});
    }
    return all;
}

} // namespace

class TestFrameworkRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void row2_13_nineSessions_areKept();
    void row2_14_order_isTaken();
    void row2_15_state_beforeAndAfter();
    void row2_16_snapshot_andReuseOfTheJail();
    void row2_17_flush_isOneLine();
    void row2_18_threads_areFoundAndPinned();
    void row2_19_processId_isTheEmulationThread();
    void row2_20_memory_isWhatTheMonitorExpects_data();
    void row2_20_memory_isWhatTheMonitorExpects();
    void row2_21_kill_leavesNothing();
    void row2_22_healthyRun_logsNoSignal();
    void row2_23_tap_namedForTheMachine();
    void row2_24_log_isWholeLines();
    void row2_25_oldFields_areTaken();
};

void TestFrameworkRun::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    if (const QByteArray why = whyNoFramework(); !why.isEmpty())
        QSKIP(why.constData());
}

void TestFrameworkRun::row2_13_nineSessions_areKept()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    std::vector<std::unique_ptr<ApiClient>> sessions;
    for (int i = 0; i < 9; ++i)
        sessions.push_back(std::make_unique<ApiClient>(vm.jail.apiSocketPath()));
    for (int round = 0; round < 3; ++round) {
        for (const auto &session : sessions) {
            const Response answer = session->get("/");
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.headers.value("connection"), QByteArray("keep-alive"));
            QCOMPARE(session->patch("/machine-config", json(R"({"mem_size_mib": 128})")).status, 204);
        }
    }
}

void TestFrameworkRun::row2_14_order_isTaken()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig()); // machine-config, boot-source, root drive: 204 each
    QVERIFY(runOnHost(QStringLiteral("ip netns exec ") + vm.jail.netns +
                      QStringLiteral(" ip tuntap add mode tap name ordertap"))
                .status == 0);
    QCOMPARE(vm.api().put("/network-interfaces/1", json(R"({"iface_id": "1", "host_dev_name": "ordertap"})")).status,
             204);
    VERIFY_FINE(vm.start());
    const QJsonObject config = vm.api().get("/vm/config").json();
    QCOMPARE(config[QStringLiteral("boot-source")][QStringLiteral("kernel_image_path")].toString(),
             QStringLiteral("/spin"));
    QCOMPARE(config[QStringLiteral("drives")][0][QStringLiteral("path_on_host")].toString(), QStringLiteral("/rootfs"));
}

void TestFrameworkRun::row2_15_state_beforeAndAfter()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    // The key of the oldest excerpts as well.
    QCOMPARE(vm.api().get("/").json()[QStringLiteral("started")], QJsonValue(false));
    VERIFY_FINE(vm.start()); // "Not started", then "Running"
    QCOMPARE(vm.api().get("/").json()[QStringLiteral("started")], QJsonValue(true));
}

void TestFrameworkRun::row2_16_snapshot_andReuseOfTheJail()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    QCOMPARE(vm.api().patch("/vm", json(R"({"state": "Paused"})")).status, 204);
    const QJsonObject files = json(R"({"mem_file_path": "/mem", "snapshot_path": "/state"})");
    const Response created = vm.api().put("/snapshot/create", files);
    QVERIFY2(created.status == 204, created.body.constData());
    for (const char *name : {"/mem", "/state"}) {
        struct stat status {};
        QVERIFY(::stat(QFile::encodeName(vm.jail.chrootPath() + QLatin1String(name)).constData(), &status) == 0);
        QCOMPARE(status.st_uid, vm.jail.uid);
        QCOMPARE(status.st_gid, vm.jail.gid);
    }
    vm.kill();

    // The same jail again: what the next jailer makes itself is removed, all else is in its place.
    QVERIFY(QDir(vm.jail.chrootPath() + QStringLiteral("/dev")).removeRecursively());
    QVERIFY(QFile::remove(vm.jail.apiSocketPath()));
    FrameworkMicrovm restored(vm.jail.id);
    restored.withLogger = false; // the FIFO of the first one is in there
    VERIFY_FINE(restored.spawn());
    const Response loaded = restored.api().put("/snapshot/load", files);
    QVERIFY2(loaded.status == 204, loaded.body.constData());
    QCOMPARE(restored.api().patch("/vm", json(R"({"state": "Resumed"})")).status, 204);
    QCOMPARE(restored.api().get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
    QVERIFY(restored.threads().contains("fc_vcpu 1"));
}

void TestFrameworkRun::row2_17_flush_isOneLine()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    FrameworkFifo metrics(vm.path("metrics_fifo"));
    QCOMPARE(vm.api().put("/metrics", {{QStringLiteral("metrics_path"), vm.jail.jailedPath(metrics.path())}}).status,
             204);
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    (void)metrics.readLines(100);
    QCOMPARE(vm.api().put("/actions", json(R"({"action_type": "FlushMetrics"})")).status, 204);
    const QByteArrayList lines = metrics.readLines(100);
    QCOMPARE(lines.size(), 1);
    QVERIFY(QJsonDocument::fromJson(lines.first()).object().contains(QStringLiteral("utc_timestamp_ms")));
}

void TestFrameworkRun::row2_18_threads_areFoundAndPinned()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    const auto threads = vm.threads();
    for (const QByteArray &name :
         {QByteArray("firecracker"), QByteArray("fc_api"), QByteArray("fc_vcpu 0"), QByteArray("fc_vcpu 1")}) {
        QVERIFY2(threads.contains(name), (name + ": " + threads.keys().join(", ")).constData());
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(0, &one);
        QCOMPARE(::sched_setaffinity(threads[name], sizeof one, &one), 0);
        const QByteArray status = contentOf(QStringLiteral("/proc/%1/task/%2/status").arg(vm.pid()).arg(threads[name]));
        QVERIFY2(status.contains("\nCpus_allowed_list:\t0\n"), name.constData());
    }
}

void TestFrameworkRun::row2_19_processId_isTheEmulationThread()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig("block")); // works with its disk, and ends
    QCOMPARE(vm.threads().value("firecracker"), vm.pid());
    const auto ticks = [&vm] { // CPU time of that thread, in ns
        return contentOf(QStringLiteral("/proc/%1/task/%1/schedstat").arg(vm.pid())).split(' ').first().toLongLong();
    };
    const qint64 before = ticks();
    QVERIFY(before > 0);
    QCOMPARE(vm.api().put("/actions", startAction()).status, 204);
    QTRY_VERIFY_WITH_TIMEOUT(!vm.isAlive() || ticks() > before, 5000 * slowFactor());
}

void TestFrameworkRun::row2_20_memory_isWhatTheMonitorExpects_data()
{
    QTest::addColumn<int>("mib");
    QTest::addColumn<QList<qint64>>("guestKib");
    QTest::newRow("below the gap") << 256 << QList<qint64>{qint64{256} * 1024};
    // The monitor's other number, 3407872 KiB, is where RAM ended at 1.4. Here it is at 3 GiB, as since 1.13.
    QTest::newRow("around the gap") << 4096 << QList<qint64>{1048576, 3145728};
}

void TestFrameworkRun::row2_20_memory_isWhatTheMonitorExpects()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the memory of a sanitizer build is no measure");
#endif
    QFETCH(const int, mib);
    QFETCH(const QList<qint64>, guestKib);
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig("spin", {{QStringLiteral("vcpu_count"), 2}, {QStringLiteral("mem_size_mib"), mib}}));
    VERIFY_FINE(vm.start());
    QTest::qWait(300);
    qint64 restKib = 0;
    QList<qint64> guests;
    for (const Mapping &mapping : mappingsOf(vm.pid())) {
        // What has the guest's sizes is the guest's; all else counts.
        if (guestKib.contains(mapping.kib))
            guests << mapping.kib;
        else
            restKib += mapping.residentKib;
    }
    std::ranges::sort(guests);
    QCOMPARE(guests, guestKib);
    QVERIFY2(restKib > 0 && restKib <= 5120, QByteArray::number(restKib).constData());
}

void TestFrameworkRun::row2_21_kill_leavesNothing()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    const QString tasks = QStringLiteral("/proc/%1/task").arg(vm.pid());
    QVERIFY(QDir(tasks).count() > 4); // with . and ..
    vm.kill();
    QVERIFY(!QFile::exists(tasks));
}

void TestFrameworkRun::row2_22_healthyRun_logsNoSignal()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    QCOMPARE(vm.api().patch("/vm", json(R"({"state": "Paused"})")).status, 204);
    QCOMPARE(vm.api().patch("/vm", json(R"({"state": "Resumed"})")).status, 204);
    vm.kill();
    QVERIFY(vm.log().contains("Running Firecracker"));
    QVERIFY(!vm.log().contains("Shutting down VM after intercepting signal"));
}

void TestFrameworkRun::row2_23_tap_namedForTheMachine()
{
    FrameworkMicrovm vm(QStringLiteral("0123456789abcdef"));
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    const QString tap = vm.jail.id.left(8) + QStringLiteral("tap") + QStringLiteral("1");
    const HostOutput made = runOnHost(QStringLiteral("ip netns exec ") + vm.jail.netns +
                                      QStringLiteral(" ip tuntap add mode tap name ") + tap);
    QVERIFY2(made.status == 0, made.text.constData());
    // mac_from_ip of 192.168.0.2
    const Response put =
        vm.api().put("/network-interfaces/1", {{QStringLiteral("iface_id"), QStringLiteral("1")},
                                               {QStringLiteral("host_dev_name"), tap},
                                               {QStringLiteral("guest_mac"), QStringLiteral("06:00:c0:a8:00:02")}});
    QVERIFY2(put.status == 204, put.body.constData());
    VERIFY_FINE(vm.start());
}

void TestFrameworkRun::row2_24_log_isWholeLines()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    // Several writers at once.
    for (int i = 0; i < 50; ++i)
        QCOMPARE(vm.api().get("/machine-config").status, 200);
    vm.kill();
    const QByteArray log = vm.log();
    QVERIFY(log.endsWith('\n'));
    for (const QByteArray &line : log.chopped(1).split('\n'))
        QVERIFY2(line.size() > 20 && line[4] == '-' && line[10] == 'T' && line.contains("] "), line.constData());
}

void TestFrameworkRun::row2_25_oldFields_areTaken()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig("spin", json(R"({"vcpu_count": 2, "ht_enabled": false, "mem_size_mib": 256,
                                                "track_dirty_pages": false})")));
    QVERIFY(runOnHost(QStringLiteral("ip netns exec ") + vm.jail.netns +
                      QStringLiteral(" ip tuntap add mode tap name oldtap"))
                .status == 0);
    QCOMPARE(vm.api()
                 .put("/network-interfaces/1", json(R"({"iface_id": "1", "host_dev_name": "oldtap",
                                                        "guest_mac": "06:00:c0:a8:00:02", "allow_mmds_requests": false})"))
                 .status,
             204);
    VERIFY_FINE(vm.start());
    QVERIFY(vm.threads().contains("fc_vcpu 0")); // that excerpt pins by this name
}

QTEST_GUILESS_MAIN(TestFrameworkRun)
#include "tst_framework_run.moc"
