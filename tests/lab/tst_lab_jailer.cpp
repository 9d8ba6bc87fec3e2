// A stock guest in a jail of sparkler-jailer: every device works from in there, a snapshot moves into a second jail,
// and nothing is left busy.
#include "lab_guest.h"
#include "snapshot_guest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace harness;

namespace {

constexpr unsigned kUid = 1234;
const QString kNamespace = QStringLiteral("jailed");
const QByteArray kNetworkArguments = " ip=172.16.0.2::172.16.0.1:255.255.255.252::eth0:off";

/// One jail: what is put into it, and the engine in it. `id` names it.
class Jail {
public:
    Jail(const QString &base, const QString &engine, const QString &id)
        : m_base(base), m_engine(engine), m_id(id), process(path(QString())), shell(process)
    {
        QDir().mkpath(path(QString()));
    }

    /// A path of the jail, as the host sees it.
    QString path(const QString &inside) const
    {
        return m_base + '/' + QFileInfo(m_engine).fileName() + '/' + m_id + QStringLiteral("/root") + inside;
    }
    /// Puts a copy of a host's file into the jail, for its user. Its path in there.
    QString place(const QString &source, const QString &name)
    {
        const QString target = path('/' + name);
        if (!QFile::copy(source, target) || ::chown(QFile::encodeName(target).constData(), kUid, kUid) != 0)
            qFatal("%s cannot be put into the jail", qPrintable(source));
        return '/' + name;
    }
    bool start(const QStringList &engineArguments)
    {
        const QString number = QString::number(kUid);
        return process.startProgram(hostTool(QStringLiteral("sparkler-jailer")),
                                    QStringList{QStringLiteral("--id"), m_id, QStringLiteral("--exec-file"), m_engine,
                                                QStringLiteral("--uid"), number, QStringLiteral("--gid"), number,
                                                QStringLiteral("--chroot-base-dir"), m_base, QStringLiteral("--netns"),
                                                QStringLiteral("/run/netns/") + kNamespace, QStringLiteral("--"),
                                                QStringLiteral("--log-path"), QStringLiteral("engine.log"),
                                                QStringLiteral("--level"), QStringLiteral("Info")} +
                                        engineArguments);
    }
    /// The API at its socket, once it is there.
    bool waitForApi(const QString &socket)
    {
        const QDeadlineTimer deadline(10000 * slowFactor());
        m_api = std::make_unique<ApiClient>(path(socket), 60000);
        while (!deadline.hasExpired()) {
            if (QFile::exists(path(socket)) && m_api->get("/version").status == 200)
                return true;
            ::usleep(10000);
        }
        return false;
    }
    ApiClient &api() { return *m_api; }
    /// Ends the engine as drivers do.
    bool kill()
    {
        process.kill(SIGKILL);
        return process.waitForExit(10000).has_value();
    }
    /// "0755 1234:1234" of a path in the jail.
    QByteArray entry(const QString &inside) const
    {
        struct stat status {};
        if (::lstat(QFile::encodeName(path(inside)).constData(), &status) != 0)
            return "missing";
        return QByteArray::number(status.st_mode & 07777, 8).rightJustified(4, '0') + ' ' +
               QByteArray::number(status.st_uid) + ':' + QByteArray::number(status.st_gid);
    }
    QByteArray statusLine(const QByteArray &name) const
    {
        return statusLine(name, QStringLiteral("/proc/%1/status").arg(process.pid()));
    }
    static QByteArray statusLine(const QByteArray &name, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name + ":\t"))
                return line.mid(name.size() + 1).simplified();
        }
        return {};
    }
    /// "name seccomp-mode" of each thread.
    QStringList threads() const
    {
        QStringList all;
        const QDir tasks(QStringLiteral("/proc/%1/task").arg(process.pid()));
        for (const QString &id : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString path = tasks.filePath(id) + QStringLiteral("/status");
            all += QString::fromUtf8(statusLine("Name", path) + ' ' + statusLine("Seccomp", path));
        }
        all.sort();
        return all;
    }

private:
    QString m_base, m_engine, m_id;
    std::unique_ptr<ApiClient> m_api;

public:
    EngineProcess process;
    GuestShell shell;
};

} // namespace

class TestLabJailer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void guest_inJail_hasAllAndMoves();

private:
    void boot(Jail &jail);
    void checkProcess(Jail &jail);
    void checkDevices(Jail &jail);
    void saveInto(Jail &jail);
    void checkRestored(Jail &jail);
    void checkNothingIsLeft(const QString &base);

    QTemporaryDir m_directory{QStringLiteral("/tmp/lab-XXXXXX")};
};

void TestLabJailer::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QCOMPARE(runOnHost(QStringLiteral("ip netns add ") + kNamespace).status, 0);
    const QString in = QStringLiteral("ip -n %1 ").arg(kNamespace);
    for (const char *command :
         {"link set lo up", "tuntap add tap0 mode tap", "addr add 172.16.0.1/30 dev tap0", "link set tap0 up"})
        QCOMPARE(runOnHost(in + QLatin1String(command)).text, "");
}

void TestLabJailer::boot(Jail &jail)
{
    BootPlan plan;
    plan.assets = GuestAssets::forKernel(QStringLiteral("6.1-test"));
    plan.memoryMib = 160;
    plan.rootfs = jail.place(plan.assets.rootfs, QStringLiteral("rootfs.ext4"));
    plan.assets.vmlinux = jail.place(plan.assets.vmlinux, QStringLiteral("vmlinux"));
    plan.assets.initrd = jail.place(plan.assets.initrd, QStringLiteral("initrd"));
    plan.interfaces = {json(R"({"iface_id": "eth0", "host_dev_name": "tap0", "guest_mac": "06:00:ac:10:00:02"})")};
    plan.vsock = json(R"({"guest_cid": 5, "uds_path": "/v.sock"})");
    plan.mmds = json(R"({"network_interfaces": ["eth0"], "version": "V2"})");
    plan.entropy = json(R"({"rate_limiter": {"bandwidth": {"size": 4096, "refill_time": 1000}}})");
    plan.bootArgs += kNetworkArguments;

    QVERIFY(jail.start({QStringLiteral("--metrics-path"), QStringLiteral("metrics.json")}));
    VERIFY_GUEST(jail.waitForApi(QStringLiteral("/run/firecracker.socket")), jail.process);
    QByteArray refusal;
    QVERIFY2(configureOverApi(jail.api(), plan, &refusal), refusal.constData());
    QCOMPARE(jail.api().put("/mmds", json(R"({"name": "jailed"})")).status, 204);
    QCOMPARE(jail.api().put("/actions", startAction()).status, 204);
    VERIFY_GUEST(jail.shell.login(), jail.process);
}

void TestLabJailer::checkProcess(Jail &jail)
{
    QCOMPARE(jail.entry(QStringLiteral("/run/firecracker.socket")), "0755 1234:1234");
    QCOMPARE(jail.entry(QStringLiteral("/firecracker")), "0755 1234:1234");
    QCOMPARE(jail.entry(QStringLiteral("/dev/kvm")), "0600 1234:1234");
    QCOMPARE(jail.entry(QStringLiteral("/")), "0700 1234:1234");
    QCOMPARE(jail.entry(QStringLiteral("/v.sock")), "0755 1234:1234");
    QCOMPARE(jail.statusLine("Uid"), "1234 1234 1234 1234");
    QCOMPARE(jail.statusLine("Gid"), "1234 1234 1234 1234");
    QCOMPARE(jail.statusLine("Groups"), "");
    QCOMPARE(jail.statusLine("CapEff"), "0000000000000000");
    QCOMPARE(jail.threads().join(QStringLiteral(", ")), QStringLiteral("fc_api 2, fc_vcpu 0 2, firecracker 2"));
    QFile pidFile(jail.path(QStringLiteral("/firecracker.pid")));
    QVERIFY(pidFile.open(QIODevice::ReadOnly));
    QCOMPARE(pidFile.readAll(), QByteArray::number(jail.process.pid()));
    QVERIFY2(jail.process.log().contains("Running Firecracker"), jail.process.log().constData());
    // Its own limit, and no file of the host's beside its terminal's.
    QFile limits(QStringLiteral("/proc/%1/limits").arg(jail.process.pid()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(limits.readAll().simplified().contains("Max open files 2048 2048"));
}

void TestLabJailer::checkDevices(Jail &jail)
{
    const auto succeeds = [&](const QByteArray &command) { return jail.shell.run(command, 60000).status == 0; };
    VERIFY_GUEST(
        succeeds("dd if=/dev/urandom of=/root/file bs=64k count=16 && sync && sha256sum /root/file >/root/sum"),
        jail.process);
    VERIFY_GUEST(succeeds("ping -c 1 -W 10 172.16.0.1"), jail.process);
    VERIFY_GUEST(succeeds("dd if=/dev/hwrng of=/dev/null bs=16 count=1"), jail.process);
    // Tokens of the second version need random numbers in the jail.
    const GuestShell::Output answer =
        jail.shell.run("ip route add 169.254.169.254 dev eth0; token=$(curl -s -X PUT -H "
                       "'X-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token) && curl -s -H "
                       "\"X-metadata-token: $token\" http://169.254.169.254/name",
                       60000);
    QCOMPARE(answer.text, "jailed");
    VERIFY_GUEST(
        succeeds("(snapshot_load run --ask vsock::5100 --memory 8 --registers 1 >/run/load 2>&1 &) && for i in "
                 "$(seq 100); do grep -q runs /run/load && break; usleep 50000; done; grep runs /run/load"),
        jail.process);
    VERIFY_GUEST(!askBehind(jail.path(QStringLiteral("/v.sock")), "status").isEmpty(), jail.process);
}

void TestLabJailer::saveInto(Jail &jail)
{
    QCOMPARE(jail.api().patch("/vm", json(R"({"state": "Paused"})")).status, 204);
    const Response created = jail.api().put("/snapshot/create", json(R"({"snapshot_path": "/snapshot.state",
        "mem_file_path": "/snapshot.memory"})"));
    QVERIFY2(created.status == 204, (created.body + jail.process.log().right(3000)).constData());
    for (const char *file : {"/snapshot.state", "/snapshot.memory"})
        QVERIFY2(jail.entry(QLatin1String(file)).endsWith(" 1234:1234"), file);
    QVERIFY(jail.kill());
}

void TestLabJailer::checkRestored(Jail &jail)
{
    QVERIFY(jail.start({QStringLiteral("--api-sock"), QStringLiteral("api.socket")}));
    VERIFY_GUEST(jail.waitForApi(QStringLiteral("/api.socket")), jail.process); // relative means the jail's root
    QCOMPARE(jail.entry(QStringLiteral("/api.socket")), "0755 1234:1234");
    const Response loaded = jail.api().put("/snapshot/load", json(R"({"snapshot_path": "/snapshot.state",
        "mem_backend": {"backend_type": "File", "backend_path": "/snapshot.memory"}, "resume_vm": true})"));
    QVERIFY2(loaded.status == 204, (loaded.body + jail.process.log().right(3000)).constData());
    const QByteArray answer = askBehind(jail.path(QStringLiteral("/v.sock")), "status");
    const std::optional<LoadStatus> status = LoadStatus::parse(answer);
    VERIFY_GUEST(status.has_value(), jail.process);
    QCOMPARE(status->wrong(), "");
    VERIFY_GUEST(jail.shell.run("ping -c 1 -W 10 172.16.0.1", 60000).status == 0, jail.process);
    VERIFY_GUEST(jail.shell.run("echo 3 >/proc/sys/vm/drop_caches; sha256sum -c /root/sum", 60000).status == 0,
                 jail.process);
    QVERIFY(jail.process.type("poweroff\n"));
    const auto end = jail.process.waitForExit(20000);
    QVERIFY2(end && end->code == 0, jail.process.log().right(3000).constData());
    QVERIFY(!jail.process.log().contains("Shutting down VM after intercepting"));
}

void TestLabJailer::checkNothingIsLeft(const QString &base)
{
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    QVERIFY(mounts.open(QIODevice::ReadOnly));
    QVERIFY(!mounts.readAll().contains(base.toUtf8()));
    QVERIFY(QDir(base).removeRecursively());
    const HostOutput removed = runOnHost(QStringLiteral("ip netns del ") + kNamespace);
    QVERIFY2(removed.status == 0, removed.text.constData());
}

void TestLabJailer::guest_inJail_hasAllAndMoves()
{
    // The name under which Firecracker's users have it; threads, PID file and jail are named after it.
    const QString engine = m_directory.filePath(QStringLiteral("firecracker"));
    QVERIFY(QFile::copy(EngineProcess::enginePath(), engine));
    const QString base = m_directory.filePath(QStringLiteral("jails"));
    Jail first(base, engine, QStringLiteral("first"));
    STEP(boot(first));
    STEP(checkProcess(first));
    STEP(checkDevices(first));
    STEP(saveInto(first));

    Jail second(base, engine, QStringLiteral("second"));
    for (const char *file : {"rootfs.ext4", "snapshot.state", "snapshot.memory"})
        QVERIFY2(QFile::rename(first.path('/' + QLatin1String(file)), second.path('/' + QLatin1String(file))), file);
    STEP(checkRestored(second));
    STEP(checkNothingIsLeft(base));
}

QTEST_GUILESS_MAIN(TestLabJailer)
#include "tst_lab_jailer.moc"
