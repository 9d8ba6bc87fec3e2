// The jailer and control groups of version 1: alone on the host, or beside a version 2 without controllers (hybrid).
#include "jailer_cgroups.h"

using namespace jailerlab;

namespace {

/// Where a controller's groups are.
std::string top(const char *controller)
{
    return kTop + '/' + controller;
}

QByteArray firstLine(const std::string &path)
{
    return contentOf(path).split('\n').front();
}

} // namespace

class TestLabJailerCgroupV1 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void valuesAndTasks_data();
    void valuesAndTasks();
    void cpuset_inheritsThroughParents();
    void newPidNamespaceAndDaemon_areInTheGroup_data();
    void newPidNamespaceAndDaemon_areInTheGroup();
    void onlyWhatIsNamed_isTouched();
    void refusals();
    void version2_askedFor();
    void parallelJails_shareTheParent();
};

void TestLabJailerCgroupV1::initTestCase()
{
    const QByteArray why = whyNoJails();
    QVERIFY2(why.isEmpty(), why.constData());

    const QByteArray mounts = contentOf("/proc/mounts");
    QVERIFY(mounts.contains(" cgroup rw"));
    QCOMPARE(mounts.contains(" cgroup2 rw"), labIs("hybrid"));
}

void TestLabJailerCgroupV1::valuesAndTasks_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("group"); // below each hierarchy
    QTest::newRow("found") << QByteArray() << QByteArray("/firecracker/jail-1");
    QTest::newRow("asked for") << QByteArray("--cgroup-version 1") << QByteArray("/firecracker/jail-1");
    QTest::newRow("other parent") << QByteArray("--cgroup-version 1 --parent-cgroup custom_cgroup/group2")
                                  << QByteArray("/custom_cgroup/group2/jail-1");
}

void TestLabJailerCgroupV1::valuesAndTasks()
{
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, group);
    JailRunner runner;
    runner.start(options + " --cgroup cpu.shares=2 --cgroup cpu.cfs_period_us=200000 --cgroup cpuset.mems=0 "
                           "--cgroup cpuset.cpus=0 -- --stay");
    QVERIFY(runner.seen());
    const std::string cpu = top("cpu") + group.toStdString();
    const std::string cpuset = top("cpuset") + group.toStdString();
    QCOMPARE(contentOf(cpu + "/cpu.shares"), "2\n");
    QCOMPARE(contentOf(cpu + "/cpu.cfs_period_us"), "200000\n");
    QCOMPARE(contentOf(cpuset + "/cpuset.mems"), "0\n");
    QCOMPARE(contentOf(cpuset + "/cpuset.cpus"), "0\n");
    for (const std::string &directory : {cpu, cpuset})
        QCOMPARE(firstLine(directory + "/tasks"), QByteArray::number(runner.pid()));
    for (const std::string &directory : {cpu, cpuset})
        QVERIFY(removesGroup(runner, runner.pid(), directory));
    (void)runner.waitForEnd();
}

void TestLabJailerCgroupV1::cpuset_inheritsThroughParents()
{
    JailRunner runner;
    runner.start("--parent-cgroup a/b/c --cgroup cpuset.mems=0 --cgroup cpuset.cpus=0 -- --stay");
    QVERIFY(runner.seen());
    // The kernel gives new groups none, and takes no process into a group without.
    for (const char *parent : {"/a", "/a/b", "/a/b/c"}) {
        QCOMPARE(contentOf(top("cpuset") + parent + "/cpuset.mems"), contentOf(top("cpuset") + "/cpuset.mems"));
        QCOMPARE(contentOf(top("cpuset") + parent + "/cpuset.cpus"), contentOf(top("cpuset") + "/cpuset.cpus"));
    }
    QVERIFY(holds(top("cpuset") + "/a/b/c/jail-1", "tasks", runner.pid()));
}

void TestLabJailerCgroupV1::newPidNamespaceAndDaemon_areInTheGroup_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("daemon") << QByteArray("--daemonize");
    QTest::newRow("new PID namespace") << QByteArray("--new-pid-ns");
    QTest::newRow("both") << QByteArray("--daemonize --new-pid-ns");
}

void TestLabJailerCgroupV1::newPidNamespaceAndDaemon_areInTheGroup()
{
    QFETCH(const QByteArray, options);
    JailRunner runner;
    runner.start(options + " --cgroup cpu.shares=2 --resource-limit no-file=64 -- --stay");
    QVERIFY(runner.seen());
    const pid_t engine = runner.pidFile();
    QVERIFY(engine > 1);
    const std::string group = top("cpu") + "/firecracker/jail-1";
    QVERIFY2(holds(group, "tasks", engine), contentOf(group + "/tasks").constData());
    QVERIFY(removesGroup(runner, engine, group));
}

void TestLabJailerCgroupV1::onlyWhatIsNamed_isTouched()
{
    JailRunner runner;
    runner.start("--parent-cgroup only --cgroup cpu.shares=2 -- --stay");
    QVERIFY(runner.seen());
    QVERIFY(std::filesystem::exists(top("cpu") + "/only/jail-1"));
    for (const char *other : {"memory", "pids", "cpuset"})
        QVERIFY(!std::filesystem::exists(top(other) + "/only"));
    QVERIFY(removesGroup(runner, runner.pid(), top("cpu") + "/only/jail-1"));
    (void)runner.waitForEnd();
    // Nothing is named: nothing is made.
    QCOMPARE(JailRunner().run("--parent-cgroup nobody").code, 42);
    QVERIFY(!std::filesystem::exists(top("cpu") + "/nobody"));
}

void TestLabJailerCgroupV1::refusals()
{
    COMPARE_FAILURE(JailRunner().run("--cgroup nothing.shares=2"), "Controller nothing is unavailable");
    COMPARE_FAILURE(JailRunner().run("--cgroup cpu.nothing=2"),
                    QByteArray("Failed to read line from ") + top("cpu").c_str() +
                        "/firecracker/cpu.nothing: No such file or directory (os error 2)");
    COMPARE_FAILURE(JailRunner().run("--cgroup cpu.shares=many"),
                    QByteArray("Failed to write to ") + top("cpu").c_str() +
                        "/firecracker/jail-1/cpu.shares: Invalid argument (os error 22)");
}

void TestLabJailerCgroupV1::version2_askedFor()
{
    JailRunner runner;
    if (labIs("v1")) {
        const char *const none = "Hierarchy not found: No hierarchy found for this cgroup version.";
        COMPARE_FAILURE(runner.run("--cgroup-version 2 --cgroup cpu.weight=2"), none);
        COMPARE_FAILURE(runner.run("--cgroup-version 2"), none);
        return;
    }
    // All controllers are with version 1; but its groups are there.
    COMPARE_FAILURE(runner.run("--cgroup-version 2 --cgroup cpu.weight=2"), "Controller cpu is unavailable");
    const std::string parent = top("unified") + "/moved";
    std::filesystem::create_directory(parent);
    runner.start("--cgroup-version 2 --parent-cgroup moved -- --stay");
    QVERIFY(runner.seen());
    QVERIFY(holds(parent, "cgroup.procs", runner.pid()));
    QVERIFY(removesGroup(runner, runner.pid(), parent));
    (void)runner.waitForEnd();
}

void TestLabJailerCgroupV1::parallelJails_shareTheParent()
{
    JailRunner first;
    JailRunner second;
    second.id = "jail-2";
    const QByteArray options = "--cgroup cpu.shares=2 -- --stay";
    first.start(options);
    second.start(options);
    QVERIFY(first.seen() && second.seen());
    const std::string parent = top("cpu") + "/firecracker";
    QVERIFY(holds(parent + "/jail-1", "tasks", first.pid()));
    QVERIFY(holds(parent + "/jail-2", "tasks", second.pid()));
}

QTEST_APPLESS_MAIN(TestLabJailerCgroupV1)
#include "jailer_cgroups_v1.moc"
