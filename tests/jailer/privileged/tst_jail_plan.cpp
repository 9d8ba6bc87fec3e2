// The plan: which steps, in which order, with what, for each combination of options. Nothing is performed.
#include "command_line.h"

#include "jailer/privileged/privileged_jail.h"

#include <QTest>

#include <filesystem>

using namespace sparkler;
using namespace sparkler::jail;
using test::PretendedHost;

namespace {

// What every jail has.
constexpr const char *kMake = "make jail directory  path=BASE/firecracker/a/root\n"
                              "copy executable  from=ENGINE  to=BASE/firecracker/a/root/firecracker  owner=1:2\n";
constexpr const char *kLimits = "set resource limits  no-file=2048\n";
constexpr const char *kContent = "enter private root  path=BASE/firecracker/a/root\n"
                                 "make directory  path=/  mode=0700  owner=1:2\n"
                                 "make directory  path=/dev  mode=0700  owner=1:2\n"
                                 "make directory  path=/dev/net  mode=0700  owner=1:2\n"
                                 "make directory  path=/run  mode=0700  owner=1:2\n"
                                 "make device  path=/dev/net/tun  device=10:200  mode=0600  owner=1:2\n"
                                 "make device  path=/dev/kvm  device=10:232  mode=0600  owner=1:2\n"
                                 "make device  path=/dev/urandom  device=1:9  mode=0600  owner=1:2\n";
constexpr const char *kPidFile = "write PID file  path=/firecracker.pid\n";
constexpr const char *kNewNamespace = "continue in new PID namespace  pid-file=/firecracker.pid\n";
constexpr const char *kEnd = "become owner  uid=1  gid=2\n"
                             "become engine  program=/firecracker\n";
constexpr const char *kNull = "open null device  path=/dev/null\n";
constexpr const char *kDaemon = "continue in child\n"
                                "begin session\n"
                                "continue in child\n"
                                "redirect standard streams  path=/dev/null\n";
constexpr const char *kDaemonInPlace = "begin session\n"
                                       "redirect standard streams  path=/dev/null\n";

QByteArray concatenated(std::initializer_list<const char *> parts)
{
    QByteArray text;
    for (const char *part : parts)
        text += part;
    return text;
}

} // namespace

class TestJailPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_ofOptions_data();
    void steps_ofOptions();
};

void TestJailPlan::steps_ofOptions_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<bool>("first");
    QTest::addColumn<QByteArray>("steps");
    const auto row = [](const char *name, const char *options, std::initializer_list<const char *> steps,
                        bool first = false) {
        QTest::newRow(name) << QByteArray(options) << first << concatenated(steps);
    };
    row("least", "", {kMake, kLimits, kContent, kPidFile, kEnd});
    row("process 1 writes no PID file", "", {kMake, kLimits, kContent, kEnd}, true);
    row("network namespace before the limits", "--netns /run/netns/a",
        {kMake, "join network namespace  path=/run/netns/a\n", kLimits, kContent, kPidFile, kEnd});
    row("limits", "--resource-limit no-file=9 --resource-limit fsize=8",
        {kMake, "set resource limits  fsize=8  no-file=9\n", kContent, kPidFile, kEnd});
    row("daemon", "--daemonize", {kMake, kLimits, kNull, kContent, kDaemon, kPidFile, kEnd});
    row("process 1 stays in place", "--daemonize", {kMake, kLimits, kNull, kContent, kDaemonInPlace, kEnd}, true);
    row("new PID namespace", "--new-pid-ns", {kMake, kLimits, kContent, kNewNamespace, kEnd});
    row("daemon in a new PID namespace", "--new-pid-ns --daemonize",
        {kMake, kLimits, kNull, kContent, kDaemon, kNewNamespace, kEnd});
    row("process 1 makes a new PID namespace", "--new-pid-ns", {kMake, kLimits, kContent, kNewNamespace, kEnd}, true);
    row("cgroups: all values, then the process", "--cgroup-version 1 --cgroup cpu.shares=2 --cgroup cpuset.mems=0",
        {kMake, kLimits, "write cgroup  directory=/v1/cpu/firecracker/a  value=cpu.shares=2\n",
         "write cgroup  directory=/v1/cpuset/firecracker/a  value=cpuset.mems=0\n",
         "join cgroup  directory=/v1/cpu/firecracker/a\n", "join cgroup  directory=/v1/cpuset/firecracker/a\n",
         kContent, kPidFile, kEnd});
    row("cgroup v2", "--cgroup-version 2 --parent-cgroup p --cgroup cpu.weight=2 --cgroup memory.max=3 --daemonize",
        {kMake, kLimits, "write cgroup  directory=DIR/p/a  value=cpu.weight=2  value=memory.max=3\n",
         "join cgroup  directory=DIR/p/a\n", kNull, kContent, kDaemon, kPidFile, kEnd});
    row("cgroup v2 without values, before all else", "--cgroup-version 2 --parent-cgroup p",
        {"move into cgroup, if it exists  directory=DIR/p\n", kMake, kLimits, kContent, kPidFile, kEnd});
    row("cgroup v1 without values", "--cgroup-version 1 --parent-cgroup p", {kMake, kLimits, kContent, kPidFile, kEnd});
    row("engine's arguments", "-- --no-api --config-file vm.json",
        {kMake, kLimits, kContent, kPidFile, "become owner  uid=1  gid=2\n",
         "become engine  program=/firecracker  argument=--no-api  argument=--config-file  argument=vm.json\n"});
}

void TestJailPlan::steps_ofOptions()
{
    QFETCH(const QByteArray, options);
    QFETCH(const bool, first);
    QFETCH(const QByteArray, steps);
    const PretendedHost host;
    test::writeFile(host.file("cgroup.controllers"), "cpu memory\n");
    host.setMounts("cgroup /v1/cpu cgroup cpu 0 0\ncgroup /v1/cpuset cgroup cpuset 0 0\ncgroup2 DIR cgroup2 rw 0 0\n");
    const std::string line = "--id a --exec-file ENGINE --uid 1 --gid 2 --chroot-base-dir BASE ";
    for (const bool hasUserfaultfd : {false, true}) {
        host.setMisc(hasUserfaultfd ? "125 userfaultfd\n" : "");
        auto settings = host.settings(line + options.toStdString());
        QVERIFY2(settings, settings ? "" : settings.error().text.c_str());
        PrivilegedJail jail(std::move(*settings), first ? ProcessRole::First : ProcessRole::Ordinary, {});
        QByteArray expected = steps;
        if (hasUserfaultfd) // after the others
            expected.replace("device=1:9  mode=0600  owner=1:2\n",
                             "device=1:9  mode=0600  owner=1:2\n"
                             "make device  path=/dev/userfaultfd  device=10:125  mode=0600  owner=1:2\n");
        QCOMPARE(host.generic(describe(jail.plan())), expected.toStdString());
    }
    QVERIFY(std::filesystem::is_empty(host.base()));
}

QTEST_APPLESS_MAIN(TestJailPlan)
#include "tst_jail_plan.moc"
