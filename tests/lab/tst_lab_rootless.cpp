// Linux guests in rootless jails, built by an ordinary user: drives, vsock, snapshots, and passt as the network.
#include "lab_guest.h"
#include "snapshot_guest.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace harness;

namespace {

constexpr uid_t kUser = 1000;
/// One that /etc/passwd knows, so that the helper finds its groups.
constexpr uid_t kKnownUser = 65534;

/// One machine's directory and what is shown beside it, all of it the user's.
class Machine {
public:
    explicit Machine(uid_t owner = kUser) : m_directory(QStringLiteral("/tmp/lab-XXXXXX")), m_owner(owner)
    {
        const GuestAssets assets = GuestAssets::forKernel(QStringLiteral("6.1-test"));
        for (const char *name : {"machine", "machine/run", "machine/files", "machine/snapshots"})
            QDir(m_directory.path()).mkdir(QLatin1String(name));
        // Where the originals are, this user has no access.
        QFile::copy(EngineProcess::enginePath(), path(QStringLiteral("engine")));
        QFile::copy(hostTool(QStringLiteral("sparkler-jailer")), path(QStringLiteral("jailer")));
        QFile::copy(assets.vmlinux, path(QStringLiteral("vmlinux")));
        QFile::copy(assets.initrd, path(QStringLiteral("initrd")));
        m_ready =
            !assets.copyRootfs(path(QStringLiteral("machine/files"))).isEmpty() &&
            runOnHost(QStringLiteral("chown -R %1:%1 %2").arg(m_owner).arg(m_directory.path()), 60000).status == 0;
    }

    bool isReady() const { return m_ready; }
    uid_t owner() const { return m_owner; }
    QString root() const { return m_directory.path(); }
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString run(const char *name) const { return path(QStringLiteral("machine/run/") + QLatin1String(name)); }

    /// The paths as the engine has to be told them.
    BootPlan plan() const
    {
        BootPlan plan;
        plan.assets.vmlinux = QStringLiteral("/machine/files/vmlinux");
        plan.assets.initrd = QStringLiteral("/machine/files/initrd");
        plan.rootfs = QStringLiteral("/machine/files/rootfs.ext4");
        plan.memoryMib = 160;
        plan.vsock = json(R"({"guest_cid": 5, "uds_path": "/machine/run/v.sock"})");
        return plan;
    }

private:
    QTemporaryDir m_directory;
    uid_t m_owner;
    bool m_ready = false;
};

/// By whose leave the jail's user namespace is made.
enum class Leave { Own, LentByRoot };

/// An engine in a jail: the process is the lid.
class JailedEngine {
public:
    explicit JailedEngine(const Machine &machine, Leave leave = Leave::Own)
        : process(machine.path(QStringLiteral("machine/run"))), shell(process), api(process.socketPath(), 60000),
          m_machine(machine), m_leave(leave)
    {
    }

    bool start(const char *snapshotMode, const QStringList &options = {})
    {
        return launch(snapshotMode, options) && process.waitForSocket();
    }
    bool launch(const char *snapshotMode, const QStringList &options)
    {
        for (const char *socket : {"api.sock", "v.sock"})
            QFile::remove(m_machine.run(socket)); // the engine before left them
        const QString engine = EngineProcess::enginePath();
        qputenv("SPARKLER_ENGINE", wrapper(snapshotMode, options).toUtf8());
        const bool started =
            process.startWith({QStringLiteral("--api-sock"), QStringLiteral("/machine/run/api.sock"),
                               QStringLiteral("--log-path"), QStringLiteral("/machine/run/engine.log")});
        qputenv("SPARKLER_ENGINE", engine.toUtf8());
        return started;
    }

    bool boot(const BootPlan &plan)
    {
        QByteArray refusal;
        if (!configureOverApi(api, plan, &refusal))
            qWarning("refused: %s", refusal.constData());
        return api.put("/actions", startAction()).status == 204 && shell.login();
    }

    bool endsWith(int code)
    {
        const auto end = process.waitForExit(20000);
        return end && end->code == code;
    }

    /// The lid's child.
    QByteArray enginePid() const
    {
        const QByteArray lid = QByteArray::number(process.pid());
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(process.pid()));
        return children.open(QIODevice::ReadOnly) ? children.readAll().trimmed().split(' ').first() : QByteArray();
    }

    EngineProcess process;
    GuestShell shell;
    ApiClient api;

private:
    /// A script that becomes the jailer, as the user.
    QString wrapper(const char *snapshotMode, const QStringList &options) const
    {
        const QString name = m_machine.path(QStringLiteral("start"));
        QFile script(name);
        if (!script.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        const QString jail = QStringLiteral("--id lab --exec-file %1/engine --machine-dir %1/machine "
                                            "--show %1/machine/run:rw --show %1/machine/files/rootfs.ext4:rw "
                                            "--show %1/machine/snapshots:%2 "
                                            "--show %1/vmlinux=/machine/files/vmlinux "
                                            "--show %1/initrd=/machine/files/initrd %3 -- \"$@\"\n")
                                 .arg(m_machine.root(), QLatin1String(snapshotMode), options.join(QLatin1Char(' ')));
        const QString owner = QString::number(m_machine.owner());
        const QString command = m_leave == Leave::Own
                                    ? QStringLiteral("exec setpriv --reuid %1 --regid %1 --clear-groups %2 --rootless ")
                                          .arg(owner, m_machine.path(QStringLiteral("jailer")))
                                    : QStringLiteral("PKEXEC_UID=%1 exec %2 ")
                                          .arg(owner, hostTool(QStringLiteral("sparkler-test-jail-helper")));
        script.write((QStringLiteral("#!/bin/sh\n") + command + jail).toUtf8());
        script.setPermissions(script.permissions() | QFile::ExeOwner);
        return name;
    }

    const Machine &m_machine;
    Leave m_leave;
};

/// A value of /proc/PID/status.
QByteArray statusOf(const QByteArray &pid, const QByteArray &key)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(QLatin1String(pid)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key + ":\t"))
            return line.mid(key.size() + 2);
    }
    return {};
}

} // namespace

class TestLabRootless : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void guest_goesOnInASecondJail();
    void guest_reachesTheOutsideThroughPasst();
    void guest_runsByALentRightWhereNamespacesAreRoots();
    void engineThatRefuses_endsWithItsCode();

private:
    void checkProcess(JailedEngine &engine, uid_t user = kUser);
    void checkStreams(JailedEngine &engine, const Machine &machine);
};

void TestLabRootless::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
    QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root");
}

/// What the host says of the engine: an ordinary user's, without privileges, under filters, in a root of its own.
void TestLabRootless::checkProcess(JailedEngine &engine, uid_t user)
{
    const QByteArray pid = engine.enginePid();
    QVERIFY(!pid.isEmpty());
    const QByteArray number = QByteArray::number(user);
    QCOMPARE(statusOf(pid, "Uid"), number + "\t" + number + "\t" + number + "\t" + number);
    for (const char *set : {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"})
        QCOMPARE(statusOf(pid, set), QByteArray("0000000000000000"));
    QCOMPARE(statusOf(pid, "NoNewPrivs"), QByteArray("1"));
    QCOMPARE(statusOf(pid, "Seccomp"), QByteArray("2"));
    QVERIFY(statusOf(pid, "NSpid").endsWith("\t1"));
    const QDir root(QStringLiteral("/proc/%1/root").arg(QLatin1String(pid)));
    QCOMPARE(root.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System),
             QStringList({"dev", "engine", "machine", "proc", "tmp"}));
    QCOMPARE(QDir(root.filePath("machine/files")).entryList(QDir::Files),
             QStringList({"initrd", "rootfs.ext4", "vmlinux"}));
}

void TestLabRootless::checkStreams(JailedEngine &engine, const Machine &machine)
{
    VERIFY_GUEST(engine.shell
                         .run("guest_streams listen vsock::6000 10 >/tmp/streams & "
                              "for i in $(seq 100); do grep -q listening /tmp/streams && break; usleep 50000; done",
                              20000)
                         .status == 0,
                 engine.process);
    const HostOutput host =
        runOnHost(guestTool(QStringLiteral("guest_streams")),
                  {QStringLiteral("connect"), QStringLiteral("muxer:%1:6000").arg(machine.run("v.sock")),
                   QStringLiteral("10"), QStringLiteral("20000")},
                  60000);
    QVERIFY2(host.text.contains("STREAMS 10 verified, 200000 bytes each way"), host.text);
    VERIFY_GUEST(engine.shell.run("wait; grep 'STREAMS 10 verified' /tmp/streams", 20000).status == 0, engine.process);
}

void TestLabRootless::guest_goesOnInASecondJail()
{
    const Machine machine;
    QVERIFY(machine.isReady());
    const Snapshot snapshot{QStringLiteral("/machine/snapshots/state"), QStringLiteral("/machine/snapshots/memory")};
    {
        JailedEngine first(machine);
        VERIFY_GUEST(first.start("rw"), first.process);
        VERIFY_GUEST(first.boot(machine.plan()), first.process);
        STEP(checkProcess(first));
        STEP(checkStreams(first, machine));
        VERIFY_GUEST(first.shell.run("echo kept >/root/kept; sync; echo lost >/dev/shm/memory", 20000).status == 0,
                     first.process);
        QCOMPARE(first.api.patch("/vm", json(R"({"state": "Paused"})")).status, 204);
        const Response created = first.api.put("/snapshot/create", snapshot.createBody("Full"));
        QVERIFY2(created.status == 204, created.body);
        first.process.kill(SIGTERM);
        const auto end = first.process.waitForExit(20000);
        QVERIFY(end);
        QCOMPARE(end->signal, SIGTERM);
    }
    JailedEngine second(machine);
    VERIFY_GUEST(second.start("ro"), second.process);
    const Response loaded = second.api.put("/snapshot/load", snapshot.loadBody());
    VERIFY_GUEST(loaded.status == 204, second.process);
    STEP(checkProcess(second));
    QCOMPARE(second.shell.run("cat /root/kept /dev/shm/memory", 20000).text, QByteArray("kept\nlost"));
    STEP(checkStreams(second, machine));
    QVERIFY(second.process.type("poweroff\n"));
    QVERIFY(second.endsWith(0));
}

void TestLabRootless::guest_reachesTheOutsideThroughPasst()
{
    const QByteArray wrong = makeOutside();
    QVERIFY2(wrong.isEmpty(), wrong);
    const Machine machine;
    QVERIFY(machine.isReady());
    BootPlan plan = machine.plan();
    plan.interfaces = {json(R"({"iface_id": "eth0", "socket_path": "/machine/run/net.sock",
                                "guest_mac": "06:00:ac:10:00:02"})")};
    plan.bootArgs += " ip=10.7.0.1::10.7.0.2:255.255.255.0::eth0:off";
    JailedEngine engine(machine);
    VERIFY_GUEST(engine.start("rw", {QStringLiteral("--network user --passt-socket"), machine.run("net.sock"),
                                     QStringLiteral("--forward tcp:8022:7002")}),
                 engine.process);
    VERIFY_GUEST(engine.boot(plan), engine.process);

    // Out: to a server that the guest's host can reach.
    HostProgram server(QStringLiteral("ip"),
                       {QStringLiteral("netns"), QStringLiteral("exec"), QStringLiteral("outside"),
                        guestTool(QStringLiteral("guest_streams")), QStringLiteral("listen"),
                        QStringLiteral("tcp::7001"), QStringLiteral("10")});
    QVERIFY(server.prints("STREAMS listening"));
    VERIFY_GUEST(engine.shell.run("guest_streams connect tcp:192.0.2.1:7001 10 50000", 60000).status == 0,
                 engine.process);
    QVERIFY(server.succeeds());
    // In: by the forwarded port.
    VERIFY_GUEST(engine.shell
                         .run("guest_streams listen tcp::7002 10 >/tmp/in & "
                              "for i in $(seq 100); do grep -q listening /tmp/in && break; usleep 50000; done",
                              20000)
                         .status == 0,
                 engine.process);
    const HostOutput host = runOnHost(
        guestTool(QStringLiteral("guest_streams")) + QStringLiteral(" connect tcp:127.0.0.1:8022 10 50000"), 60000);
    QVERIFY2(host.text.contains("STREAMS 10 verified"), host.text);
    // The host's own services are not the guest's, whatever address it takes for them.
    HostProgram own(guestTool(QStringLiteral("guest_streams")),
                    {QStringLiteral("listen"), QStringLiteral("tcp:127.0.0.1:7003"), QStringLiteral("1")});
    QVERIFY(own.prints("STREAMS listening"));
    for (const char *address : {"10.7.0.2", "10.7.0.1", "127.0.0.1"})
        VERIFY_GUEST(
            engine.shell.run(QByteArray("timeout 10 guest_streams connect tcp:") + address + ":7003 1 1", 60000)
                    .status != 0,
            engine.process);
    QVERIFY(own.isRunning());

    QVERIFY(engine.process.type("poweroff\n"));
    QVERIFY(engine.endsWith(0));
    QVERIFY(!QFile::exists(machine.run("net.sock")));
}

void TestLabRootless::guest_runsByALentRightWhereNamespacesAreRoots()
{
    const auto allowNamespaces = [](const char *value) {
        QFile setting(QStringLiteral("/proc/sys/kernel/unprivileged_userns_clone")); // Debian's kernels have it
        return setting.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && setting.write(value) == 1;
    };
    QVERIFY(allowNamespaces("0"));
    const auto putBack = qScopeGuard([&] { allowNamespaces("1"); });
    const Machine machine(kKnownUser);
    QVERIFY(machine.isReady());
    {
        JailedEngine refused(machine);
        QVERIFY(refused.launch("ro", {}));
        QVERIFY(refused.process.waitForConsole("they are for root only here", 10000));
        QVERIFY(refused.endsWith(1));
    }
    JailedEngine engine(machine, Leave::LentByRoot);
    VERIFY_GUEST(engine.start("rw"), engine.process);
    VERIFY_GUEST(engine.boot(machine.plan()), engine.process);
    STEP(checkProcess(engine, kKnownUser));
    // Nor has the lid kept what was lent.
    const QByteArray lid = QByteArray::number(engine.process.pid());
    QCOMPARE(statusOf(lid, "Uid"), QByteArray("65534\t65534\t65534\t65534"));
    for (const char *set : {"CapInh", "CapPrm", "CapEff", "CapAmb"})
        QCOMPARE(statusOf(lid, set), QByteArray("0000000000000000"));
    QVERIFY(engine.process.type("poweroff\n"));
    QVERIFY(engine.endsWith(0));
}

void TestLabRootless::engineThatRefuses_endsWithItsCode()
{
    const Machine machine;
    QVERIFY(machine.isReady());
    JailedEngine engine(machine);
    // As the jailer's last option, so that it is the engine's first.
    QVERIFY(engine.launch("ro", {QStringLiteral("-- --no-such-option")}));
    QVERIFY(engine.endsWith(153));
}

QTEST_GUILESS_MAIN(TestLabRootless)
#include "tst_lab_rootless.moc"
