// The jailer and the kernel's control groups: version 1, version 2, and both side by side, each in a lab of its own.
// The kind is compiled in, so that a lab of the wrong kind is a failure.
#include "jailer/privileged/jail_runner.h"

#include "support/eventually.h"

#include <QTest>

#include <filesystem>

using namespace sparkler::test;

namespace {

const std::string kTop = "/sys/fs/cgroup";

bool isV1()
{
    return std::string_view(SPARKLER_LAB_CGROUP) != "v2";
}

/// Where a controller's groups are.
std::string top(const char *controller)
{
    return isV1() ? kTop + '/' + controller : kTop;
}

std::string unified()
{
    return isV1() ? kTop + "/unified" : kTop;
}

QByteArray firstLine(const std::string &path)
{
    return contentOf(path).split('\n').front();
}

/// Whether the group has the process.
bool holds(const std::string &group, const char *file, pid_t process)
{
    return contentOf(group + '/' + file).split('\n').contains(QByteArray::number(process));
}

bool holdsWord(const std::string &path, const char *word)
{
    return contentOf(path).simplified().split(' ').contains(word);
}

/// Ends the engine and takes its group away, as drivers do.
bool removesGroup(const JailRunner &runner, pid_t engine, const std::string &group)
{
    runner.kill(engine);
    return eventually([&] {
        std::error_code busy;
        return std::filesystem::remove(group, busy);
    });
}

} // namespace

#define ONLY_WITH_V1                                                                                                   \
    if (!isV1())                                                                                                       \
    QSKIP("no version 1 in this lab: another lab has it")
#define ONLY_WITH_V2                                                                                                   \
    if (isV1())                                                                                                        \
    QSKIP("version 2 has no controllers in this lab: another lab has it so")
#define COMPARE_FAILURE(end, text)                                                                                     \
    do {                                                                                                               \
        const JailerEnd got = (end);                                                                                   \
        QCOMPARE(got.errors, QByteArray("Jailer error: ") + (text) + '\n');                                            \
        QCOMPARE(got.code, 1);                                                                                         \
        QCOMPARE(got.output, "");                                                                                      \
    } while (false)

class TestLabJailerCgroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lab_isOfItsKind();
    void v1_valuesAndTasks_data();
    void v1_valuesAndTasks();
    void v1_cpuset_inheritsThroughParents();
    void v1_newPidNamespaceAndDaemon_areInTheGroup_data();
    void v1_newPidNamespaceAndDaemon_areInTheGroup();
    void v1_onlyWhatIsNamed_isTouched();
    void v1_refusals();
    void v2_valuesControllersAndProcs_data();
    void v2_valuesControllersAndProcs();
    void v2_withoutValues_movesIntoTheParent();
    void v2_moveRefused_tellsTheHint();
    void v2_refusals();
    void hybrid_versionAskedFor();
    void parallelJails_shareTheParent();
};

void TestLabJailerCgroups::initTestCase()
{
    const QByteArray why = whyNoJails();
    QVERIFY2(why.isEmpty(), why.constData());
}

void TestLabJailerCgroups::lab_isOfItsKind()
{
    const QByteArray mounts = contentOf("/proc/mounts");
    QCOMPARE(mounts.contains(" cgroup rw"), isV1());
    QCOMPARE(mounts.contains(" cgroup2 rw"), std::string_view(SPARKLER_LAB_CGROUP) != "v1");
}

void TestLabJailerCgroups::v1_valuesAndTasks_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("group"); // below each hierarchy
    QTest::newRow("found") << QByteArray() << QByteArray("/firecracker/jail-1");
    QTest::newRow("asked for") << QByteArray("--cgroup-version 1") << QByteArray("/firecracker/jail-1");
    QTest::newRow("other parent") << QByteArray("--cgroup-version 1 --parent-cgroup custom_cgroup/group2")
                                  << QByteArray("/custom_cgroup/group2/jail-1");
}

void TestLabJailerCgroups::v1_valuesAndTasks()
{
    ONLY_WITH_V1;
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, group);
    JailRunner runner;
    runner.start(options + " --cgroup cpu.shares=2 --cgroup cpu.cfs_period_us=200000 --cgroup cpuset.mems=0 "
                           "--cgroup cpuset.cpus=0 -- --stay");
    QVERIFY2(runner.seen(), runner.waitForEnd().errors.constData());
    const std::string cpu = top("cpu") + group.toStdString();
    const std::string cpuset = top("cpuset") + group.toStdString();
    QCOMPARE(contentOf(cpu + "/cpu.shares"), "2\n");
    QCOMPARE(contentOf(cpu + "/cpu.cfs_period_us"), "200000\n");
    QCOMPARE(contentOf(cpuset + "/cpuset.mems"), "0\n");
    QCOMPARE(contentOf(cpuset + "/cpuset.cpus"), "0\n");
    for (const std::string &directory : {cpu, cpuset}) {
        QCOMPARE(firstLine(directory + "/tasks"), QByteArray::number(runner.pid()));
        QVERIFY(removesGroup(runner, runner.pid(), directory));
        (void)runner.waitForEnd();
    }
}

void TestLabJailerCgroups::v1_cpuset_inheritsThroughParents()
{
    ONLY_WITH_V1;
    JailRunner runner;
    runner.start("--parent-cgroup a/b/c --cgroup cpuset.mems=0 --cgroup cpuset.cpus=0 -- --stay");
    QVERIFY2(runner.seen(), runner.waitForEnd().errors.constData());
    // The kernel gives new groups none, and takes no process into a group without.
    for (const char *parent : {"/a", "/a/b", "/a/b/c"}) {
        QCOMPARE(contentOf(top("cpuset") + parent + "/cpuset.mems"), contentOf(top("cpuset") + "/cpuset.mems"));
        QCOMPARE(contentOf(top("cpuset") + parent + "/cpuset.cpus"), contentOf(top("cpuset") + "/cpuset.cpus"));
    }
    QVERIFY(holds(top("cpuset") + "/a/b/c/jail-1", "tasks", runner.pid()));
}

void TestLabJailerCgroups::v1_newPidNamespaceAndDaemon_areInTheGroup_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("daemon") << QByteArray("--daemonize");
    QTest::newRow("new PID namespace") << QByteArray("--new-pid-ns");
    QTest::newRow("both") << QByteArray("--daemonize --new-pid-ns");
}

void TestLabJailerCgroups::v1_newPidNamespaceAndDaemon_areInTheGroup()
{
    ONLY_WITH_V1;
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

void TestLabJailerCgroups::v1_onlyWhatIsNamed_isTouched()
{
    ONLY_WITH_V1;
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

void TestLabJailerCgroups::v1_refusals()
{
    ONLY_WITH_V1;
    COMPARE_FAILURE(JailRunner().run("--cgroup nothing.shares=2"), "Controller nothing is unavailable");
    COMPARE_FAILURE(JailRunner().run("--cgroup cpu.nothing=2"),
                    QByteArray("Failed to read line from ") + top("cpu").c_str() +
                        "/firecracker/cpu.nothing: No such file or directory (os error 2)");
    COMPARE_FAILURE(JailRunner().run("--cgroup cpu.shares=many"),
                    QByteArray("Failed to write to ") + top("cpu").c_str() +
                        "/firecracker/jail-1/cpu.shares: Invalid argument (os error 22)");
}

void TestLabJailerCgroups::v2_valuesControllersAndProcs_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("parent");
    QTest::newRow("found") << QByteArray() << QByteArray("/firecracker");
    QTest::newRow("asked for") << QByteArray("--cgroup-version 2") << QByteArray("/firecracker");
    QTest::newRow("other parent") << QByteArray("--cgroup-version 2 --parent-cgroup custom_cgroup/group2")
                                  << QByteArray("/custom_cgroup/group2");
    QTest::newRow("daemon") << QByteArray("--cgroup-version 2 --daemonize") << QByteArray("/firecracker");
    QTest::newRow("new PID namespace") << QByteArray("--cgroup-version 2 --new-pid-ns") << QByteArray("/firecracker");
}

void TestLabJailerCgroups::v2_valuesControllersAndProcs()
{
    ONLY_WITH_V2;
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, parent);
    JailRunner runner;
    runner.start(options + " --cgroup cpu.weight=2 --cgroup memory.max=104857600 --cgroup memory.min=4096 "
                           "--cgroup cpuset.cpus=0 --cgroup cpuset.mems=0 -- --stay");
    QVERIFY2(runner.seen(), runner.waitForEnd().errors.constData());
    const std::string above = kTop + parent.toStdString();
    const std::string group = above + "/jail-1";
    QCOMPARE(contentOf(group + "/cpu.weight"), "2\n");
    QCOMPARE(contentOf(group + "/memory.max"), "104857600\n");
    QCOMPARE(contentOf(group + "/memory.min"), "4096\n");
    QCOMPARE(contentOf(group + "/cpuset.cpus"), "0\n");
    QCOMPARE(contentOf(group + "/cpuset.mems"), "0\n");
    const pid_t engine = runner.pidFile();
    QVERIFY2(holds(group, "cgroup.procs", engine), contentOf(group + "/cgroup.procs").constData());
    for (const char *controller : {"cpu", "memory", "cpuset"}) {
        for (const std::string &directory : {kTop, above, group})
            QVERIFY(holdsWord(directory + "/cgroup.controllers", controller));
        for (const std::string &directory : {kTop, above})
            QVERIFY(holdsWord(directory + "/cgroup.subtree_control", controller));
    }
    QVERIFY(removesGroup(runner, engine, group));
}

void TestLabJailerCgroups::v2_withoutValues_movesIntoTheParent()
{
    if (std::string_view(SPARKLER_LAB_CGROUP) == "v1")
        QSKIP("no version 2 in this lab: two others have it");
    const std::string parent = unified() + "/moved";
    { // There is no such group: nothing happens.
        JailRunner runner;
        runner.start("--cgroup-version 2 --parent-cgroup moved -- --stay");
        QVERIFY(runner.seen());
        QVERIFY(!std::filesystem::exists(parent));
    }
    std::filesystem::create_directory(parent);
    { // Nobody asked for version 2: nothing happens, wherever the host has its groups.
        JailRunner runner;
        runner.start("--parent-cgroup moved -- --stay");
        QVERIFY(runner.seen());
        QVERIFY(!holds(parent, "cgroup.procs", runner.pid()));
    }
    JailRunner runner;
    runner.start("--cgroup-version 2 --parent-cgroup moved --daemonize -- --stay");
    QVERIFY(runner.seen());
    const pid_t engine = runner.pidFile();
    QVERIFY(holds(parent, "cgroup.procs", engine));
    QVERIFY(!std::filesystem::exists(parent + "/jail-1"));
    QVERIFY(removesGroup(runner, engine, parent));
}

void TestLabJailerCgroups::v2_moveRefused_tellsTheHint()
{
    ONLY_WITH_V2;
    // A group whose children have controllers takes no processes itself.
    const std::string parent = kTop + "/full";
    std::filesystem::create_directory(parent);
    writeFile(parent + "/cgroup.subtree_control", "+memory");
    const QByteArray path = parent.c_str();
    JailRunner runner;
    COMPARE_FAILURE(runner.run("--cgroup-version 2 --parent-cgroup full"),
                    "Failed to move process to cgroup (" + path +
                        "): Resource busy (os error 16).\nHint: If you "
                        "intended to create a child cgroup under " +
                        path + ", pass any --cgroup parameters.");
    QVERIFY(std::filesystem::is_empty(runner.base())); // before anything else was done
    std::filesystem::remove(parent);
}

void TestLabJailerCgroups::v2_refusals()
{
    ONLY_WITH_V2;
    COMPARE_FAILURE(JailRunner().run("--cgroup nothing.weight=2"), "Controller nothing is unavailable");
    COMPARE_FAILURE(JailRunner().run("--cgroup-version 1 --cgroup cpu.shares=2"),
                    "Hierarchy not found: No hierarchy found for this cgroup version.");
    COMPARE_FAILURE(JailRunner().run("--cgroup cpu.weight=0"),
                    "Failed to write to /sys/fs/cgroup/firecracker/jail-1/cpu.weight: Result not representable "
                    "(os error 34)");
    COMPARE_FAILURE(JailRunner().run("--cgroup cpu.nothing=0"),
                    "Failed to write to /sys/fs/cgroup/firecracker/jail-1/cpu.nothing: No such file or directory "
                    "(os error 2)");
}

void TestLabJailerCgroups::hybrid_versionAskedFor()
{
    ONLY_WITH_V1;
    const char *const error = std::string_view(SPARKLER_LAB_CGROUP) == "hybrid"
                                  ? "Controller cpu is unavailable" // all are with version 1
                                  : "Hierarchy not found: No hierarchy found for this cgroup version.";
    COMPARE_FAILURE(JailRunner().run("--cgroup-version 2 --cgroup cpu.weight=2"), error);
}

void TestLabJailerCgroups::parallelJails_shareTheParent()
{
    JailRunner first;
    JailRunner second;
    second.id = "jail-2";
    const QByteArray options = QByteArray(isV1() ? "--cgroup cpu.shares=2" : "--cgroup cpu.weight=2") + " -- --stay";
    first.start(options);
    second.start(options);
    QVERIFY(first.seen() && second.seen());
    const std::string parent = top("cpu") + "/firecracker";
    const char *const file = isV1() ? "tasks" : "cgroup.procs";
    QVERIFY(holds(parent + "/jail-1", file, first.pid()));
    QVERIFY(holds(parent + "/jail-2", file, second.pid()));
}

QTEST_APPLESS_MAIN(TestLabJailerCgroups)
#include "jailer_cgroups.moc"
