// What the acceptance framework's jailer context relies on (reference, 6.1; a function for each row), with real jails,
// engines and tiny guests.
#include "framework_microvm.h"
#include "harness/host_network.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <memory>
#include <pwd.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include <vector>

using namespace harness;

namespace {

struct stat statusOf(const QString &path)
{
    struct stat status {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return status;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The mount point of a cgroup v1 controller; empty: there is none.
QString cgroupV1(const QByteArray &controller)
{
    for (const QByteArray &line : contentOf(QStringLiteral("/proc/mounts")).split('\n')) {
        const QByteArrayList fields = line.split(' ');
        if (fields.size() > 3 && fields[2] == "cgroup" && fields[3].split(',').contains(controller))
            return QString::fromLocal8Bit(fields[1]);
    }
    return {};
}

Response putDrive(FrameworkMicrovm &vm, const char *id, const QString &path)
{
    return vm.api().put(QByteArray("/drives/") + id, {{QStringLiteral("drive_id"), QLatin1String(id)},
                                                      {QStringLiteral("path_on_host"), path},
                                                      {QStringLiteral("is_root_device"), false},
                                                      {QStringLiteral("is_read_only"), false}});
}

} // namespace

class TestJailerContext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void row3_1_everySubsetInThisOrder_isUnderstood();
    void row3_2_defaults_userWithoutName_andBase();
    void row3_3_socket_isWhereItIsExpected_data();
    void row3_3_socket_isWhereItIsExpected();
    void row3_4_whatIsThere_survives();
    void row3_5_files_linkedCopiedAndFifos();
    void row3_5_blockDevices();
    void row3_6_localtime_isTheLogs();
    void row3_7_ramfs_isVisible();
    void row3_8_tapsOfTheNamespace();
    void row3_9_cleanup_leavesNothing();
    void row3_10_cgroup_thatCanBeRemoved();
    void row3_11_severalAtOnce();
};

void TestJailerContext::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    if (const QByteArray why = whyNoFramework(); !why.isEmpty())
        QSKIP(why.constData());
}

void TestJailerContext::row3_1_everySubsetInThisOrder_isUnderstood()
{
    const QString cpu = cgroupV1("cpu").isEmpty() ? QStringLiteral("cpu.weight=2") : QStringLiteral("cpu.shares=2");
    const QString memory = cgroupV1("memory").isEmpty() ? QStringLiteral("memory.max=1000000000")
                                                        : QStringLiteral("memory.limit_in_bytes=1000000000");
    for (unsigned subset = 0; subset < 128; ++subset) {
        FrameworkMicrovm vm;
        vm.jail.netns = subset & 1 ? vm.jail.id : QString();
        QVERIFY(vm.jail.setup());
        vm.jail.daemonize = subset & 2;
        vm.jail.newPidNs = subset & 4;
        vm.jail.parentCgroup = subset & 8 ? QStringLiteral("custom_cgroup/group2") : QString();
        vm.jail.cgroupVersion = cgroupV1("cpu").isEmpty() ? 2 : 1;
        if (subset & 16)
            vm.jail.cgroups = {cpu, memory};
        if (subset & 32)
            vm.jail.resourceLimits = {QStringLiteral("fsize=1000000"), QStringLiteral("no-file=1024")};
        if (subset & 64)
            vm.jail.extraArguments = {{QStringLiteral("api-sock"), QStringLiteral("api.socket")},
                                      {QStringLiteral("no-seccomp"), std::nullopt}};
        // The steps that it would take, without taking them.
        const DriverOutput plan =
            runAsDriver(QStringList{FrameworkJail::jailerPath(), QStringLiteral("--dry-run")} + vm.jail.parameters());
        QVERIFY2(plan.status == 0 && plan.err.isEmpty(),
                 (QByteArray::number(subset) + ": " + plan.out + plan.err).constData());
        QVERIFY2(plan.out.contains("--no-seccomp") == bool(subset & 64), plan.out.constData());
    }
}

void TestJailerContext::row3_2_defaults_userWithoutName_andBase()
{
    const FrameworkJail defaults(QStringLiteral("defaults"), QStringLiteral("/tmp/framework-%1").arg(::getpid()));
    QCOMPARE(defaults.uid, 1234u);
    QVERIFY2(::getpwuid(defaults.uid) == nullptr, "this machine has a user 1234");
    FrameworkMicrovm vm;
    QCOMPARE(vm.jail.netns, vm.jail.id);
    vm.jail.chrootBase.reset(); // not said: /srv/jailer
    vm.withLogger = false;      // which is another device here, so that no FIFO can be linked there
    VERIFY_FINE(vm.spawn());
    QVERIFY(vm.jail.apiSocketPath().startsWith(QStringLiteral("/srv/jailer/firecracker/")));
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(vm.pid()));
    QVERIFY2(status.contains("\nUid:\t1234\t1234\t1234\t1234\n"), status.constData());
    QVERIFY2(status.contains("\nGid:\t1234\t1234\t1234\t1234\n"), status.constData());
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
}

void TestJailerContext::row3_3_socket_isWhereItIsExpected_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("inJail");
    QTest::newRow("by default") << QString() << QStringLiteral("run/firecracker.socket");
    QTest::newRow("relative") << QStringLiteral("api.socket") << QStringLiteral("api.socket");
}

void TestJailerContext::row3_3_socket_isWhereItIsExpected()
{
    QFETCH(const QString, option);
    QFETCH(const QString, inJail);
    FrameworkMicrovm vm;
    if (!option.isEmpty())
        vm.jail.extraArguments.append({QStringLiteral("api-sock"), option});
    VERIFY_FINE(vm.spawn());
    QCOMPARE(vm.jail.apiSocketPath(),
             *vm.jail.chrootBase + QStringLiteral("/firecracker/") + vm.jail.id + QStringLiteral("/root/") + inJail);
    const struct stat socket = statusOf(vm.jail.apiSocketPath());
    QVERIFY(S_ISSOCK(socket.st_mode));
    QCOMPARE(socket.st_mode & 07777u, 0755u);
    QCOMPARE(socket.st_uid, vm.jail.uid);
    QCOMPARE(socket.st_gid, vm.jail.gid);
    QCOMPARE(vm.api().get("/").status, 200);
}

void TestJailerContext::row3_4_whatIsThere_survives()
{
    FrameworkMicrovm vm;
    QVERIFY(vm.jail.setup());
    QVERIFY(QDir().mkpath(vm.jail.chrootPath() + QStringLiteral("/etc/deep")));
    QVERIFY(write(vm.jail.chrootPath() + QStringLiteral("/etc/deep/note"), "was here before"));
    VERIFY_FINE(vm.spawn());
    QCOMPARE(contentOf(vm.jail.chrootPath() + QStringLiteral("/etc/deep/note")), QByteArray("was here before"));
}

void TestJailerContext::row3_5_files_linkedCopiedAndFifos()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig()); // kernel and root drive: links, or copies where it is another device
    // From another device for sure.
    QVERIFY(write(QStringLiteral("/run/copied"), QByteArray(4096, 'c')));
    const QString copied = vm.jail.jailedPath(QStringLiteral("/run/copied"));
    QCOMPARE(copied, QStringLiteral("/copied"));
    QVERIFY(statusOf(vm.jail.chrootPath() + copied).st_ino != statusOf(QStringLiteral("/run/copied")).st_ino);
    QCOMPARE(putDrive(vm, "copied", copied).status, 204);
    // And a link for sure.
    const QString linked = vm.jail.jailedPath(vm.makeDisk("linked", 1));
    const struct stat outside = statusOf(vm.path("linked"));
    const struct stat inside = statusOf(vm.jail.chrootPath() + linked);
    if (outside.st_dev == inside.st_dev)
        QCOMPARE(inside.st_ino, outside.st_ino);
    QCOMPARE(inside.st_uid, vm.jail.uid);
    QCOMPARE(putDrive(vm, "linked", linked).status, 204);
    // A FIFO.
    FrameworkFifo metrics(vm.path("metrics_fifo"));
    const QString fifo = vm.jail.jailedPath(metrics.path());
    QCOMPARE(vm.api().put("/metrics", {{QStringLiteral("metrics_path"), fifo}}).status, 204);
    VERIFY_FINE(vm.start());
    QByteArrayList lines;
    QTRY_VERIFY_WITH_TIMEOUT(!(lines += metrics.readLines(100)).isEmpty(), 2000 * slowFactor());
}

void TestJailerContext::row3_5_blockDevices()
{
    FrameworkMicrovm vm;
    const QString image = vm.makeDisk("image", 1);
    const HostOutput attached = runOnHost(QStringLiteral("losetup -f --show ") + image);
    if (attached.status != 0)
        QSKIP("this host has no loop devices; the lab has");
    const QString device = QString::fromLocal8Bit(attached.text.trimmed());
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    const QString jailed = vm.jail.jailedPath(device);
    const struct stat node = statusOf(vm.jail.chrootPath() + jailed);
    QVERIFY(S_ISBLK(node.st_mode));
    QCOMPARE(node.st_mode & 07777u, 0600u);
    QCOMPARE(node.st_uid, vm.jail.uid);
    const Response put = putDrive(vm, "block", jailed);
    QVERIFY2(put.status == 204, put.body.constData());
    VERIFY_FINE(vm.start());
    vm.kill();
    QCOMPARE(runOnHost(QStringLiteral("losetup -d ") + device).status, 0);
}

void TestJailerContext::row3_6_localtime_isTheLogs()
{
    // A zone of its own: nine hours ahead of UTC, always (RFC 8536, version 1).
    // Of the six counts one type and four letters; then 32400 s, no summer time.
    const QByteArray zone = "TZif" + QByteArray(16, '\0') +
                            QByteArray::fromHex("00000000000000000000000000000000"
                                                "0000000100000004"
                                                "00007e900000") +
                            QByteArray("JST\0", 4);
    FrameworkMicrovm vm;
    QVERIFY(write(vm.path("zone"), zone));
    QVERIFY(vm.jail.copyIntoRoot(vm.path("zone"), QStringLiteral("/etc/localtime")));
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(9 * 3600);
    VERIFY_FINE(vm.spawn());
    const QByteArray stamp = vm.log().left(19);
    QDateTime logged = QDateTime::fromString(QString::fromLatin1(stamp), Qt::ISODate);
    logged.setTimeSpec(Qt::UTC);
    QVERIFY2(logged.isValid(), vm.log().constData());
    QVERIFY2(std::abs(before.secsTo(logged)) < 60 * slowFactor(), stamp.constData());
}

void TestJailerContext::row3_7_ramfs_isVisible()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn(true));
    VERIFY_FINE(vm.basicConfig());
    // copy_to_jail_ramfs
    const QString copy = vm.jail.ramfsPath() + QStringLiteral("/scratch");
    QVERIFY(write(copy, QByteArray(65536, 'r')));
    QVERIFY(::chown(QFile::encodeName(copy).constData(), vm.jail.uid, vm.jail.gid) == 0);
    const Response put = putDrive(vm, "scratch", QStringLiteral("/ramfs/scratch"));
    QVERIFY2(put.status == 204, put.body.constData());
    VERIFY_FINE(vm.start());
    vm.kill();
    VERIFY_FINE(vm.jail.cleanup());
}

void TestJailerContext::row3_8_tapsOfTheNamespace()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn());
    VERIFY_FINE(vm.basicConfig());
    const QString inside = QStringLiteral("ip netns exec ") + vm.jail.netns + QLatin1Char(' ');
    const HostOutput made = runOnHost(inside + QStringLiteral("ip tuntap add mode tap name tapjail"));
    QVERIFY2(made.status == 0, made.text.constData());
    QVERIFY(runOnHost(QStringLiteral("ip link show tapjail")).status != 0); // not here
    const Response put =
        vm.api().put("/network-interfaces/1", {{QStringLiteral("iface_id"), QStringLiteral("1")},
                                               {QStringLiteral("host_dev_name"), QStringLiteral("tapjail")},
                                               {QStringLiteral("guest_mac"), QStringLiteral("06:00:ac:10:00:02")}});
    QVERIFY2(put.status == 204, put.body.constData());
    VERIFY_FINE(vm.start());
    vm.kill();
    const HostOutput deleted = runOnHost(QStringLiteral("ip netns del ") + vm.jail.netns);
    QVERIFY2(deleted.status == 0, deleted.text.constData());
}

void TestJailerContext::row3_9_cleanup_leavesNothing()
{
    FrameworkMicrovm vm;
    VERIFY_FINE(vm.spawn(true));
    VERIFY_FINE(vm.basicConfig());
    VERIFY_FINE(vm.start());
    // While it runs nobody else sees the jail's mounts, but for the ramfs that was there before.
    const auto mounts = [&vm] {
        return contentOf(QStringLiteral("/proc/self/mounts")).count(vm.jail.chrootPath().toLocal8Bit());
    };
    QCOMPARE(mounts(), 1);
    vm.kill();
    VERIFY_FINE(vm.jail.cleanup());
    QCOMPARE(mounts(), 0);
    QVERIFY(!QFile::exists(vm.jail.chrootBaseWithId()));
    QVERIFY(!QFile::exists(vm.jail.netnsFile()));
}

void TestJailerContext::row3_10_cgroup_thatCanBeRemoved()
{
    const QString cpu = cgroupV1("cpu");
    if (cpu.isEmpty())
        QSKIP("this host has no cgroup v1 with the controller cpu; a lab has");
    FrameworkMicrovm vm(QStringLiteral("0b1f-cgroup"));
    vm.jail.cgroups = {QStringLiteral("cpu.shares=2")};
    VERIFY_FINE(vm.spawn());
    const QString directory = cpu + QStringLiteral("/firecracker/") + vm.jail.id;
    QCOMPARE(contentOf(directory + QStringLiteral("/cpu.shares")), QByteArray("2\n"));
    const QByteArrayList tasks = contentOf(directory + QStringLiteral("/tasks")).trimmed().split('\n');
    QVERIFY(tasks.contains(QByteArray::number(vm.pid())));
    vm.kill();
    // _kill_cgroup_tasks, then find -depth -exec rmdir.
    const auto allGone = [&tasks] {
        return std::ranges::none_of(tasks, [](const QByteArray &task) {
            return QFile::exists(QStringLiteral("/proc/") + QString::fromLatin1(task));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allGone(), 5000 * slowFactor());
    QVERIFY(::rmdir(QFile::encodeName(directory).constData()) == 0);
    QVERIFY(QFile::exists(cpu + QStringLiteral("/firecracker"))); // others may be in there
    (void)::rmdir(QFile::encodeName(cpu + QStringLiteral("/firecracker")).constData());
}

void TestJailerContext::row3_11_severalAtOnce()
{
    std::vector<std::unique_ptr<FrameworkMicrovm>> vms;
    for (int i = 0; i < 4; ++i)
        vms.push_back(std::make_unique<FrameworkMicrovm>(QStringLiteral("several-%1").arg(i)));
    for (const auto &vm : vms)
        VERIFY_FINE(vm->spawn());
    for (const auto &vm : vms)
        VERIFY_FINE(vm->basicConfig());
    for (const auto &vm : vms)
        VERIFY_FINE(vm->start());
    for (const auto &vm : vms)
        QCOMPARE(vm->api().get("/").json()[QStringLiteral("id")].toString(), vm->jail.id);
}

QTEST_GUILESS_MAIN(TestJailerContext)
#include "tst_jailer_context.moc"
