// The jailer and control groups of version 2, the only one on the host.
#include "jailer_cgroups.h"

using namespace jailerlab;

namespace {

bool holdsWord(const std::string &path, const char *word)
{
    return contentOf(path).simplified().split(' ').contains(word);
}

} // namespace

class TestLabJailerCgroupV2 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void valuesControllersAndProcs_data();
    void valuesControllersAndProcs();
    void withoutValues_movesIntoTheParent();
    void moveRefused_tellsTheHint();
    void refusals();
    void parallelJails_shareTheParent();
};

void TestLabJailerCgroupV2::initTestCase()
{
    const QByteArray why = whyNoJails();
    QVERIFY2(why.isEmpty(), why.constData());

    const QByteArray mounts = contentOf("/proc/mounts");
    QVERIFY(mounts.contains(" cgroup2 rw") && !mounts.contains(" cgroup rw") && labIs("v2"));
}

void TestLabJailerCgroupV2::valuesControllersAndProcs_data()
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

void TestLabJailerCgroupV2::valuesControllersAndProcs()
{
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, parent);
    JailRunner runner;
    runner.start(options + " --cgroup cpu.weight=2 --cgroup memory.max=104857600 --cgroup memory.min=4096 "
                           "--cgroup cpuset.cpus=0 --cgroup cpuset.mems=0 -- --stay");
    QVERIFY(runner.seen());
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

void TestLabJailerCgroupV2::withoutValues_movesIntoTheParent()
{
    const std::string parent = kTop + "/moved";
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

void TestLabJailerCgroupV2::moveRefused_tellsTheHint()
{
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

void TestLabJailerCgroupV2::refusals()
{
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

void TestLabJailerCgroupV2::parallelJails_shareTheParent()
{
    JailRunner first;
    JailRunner second;
    second.id = "jail-2";
    const QByteArray options = "--cgroup cpu.weight=2 -- --stay";
    first.start(options);
    second.start(options);
    QVERIFY(first.seen() && second.seen());
    const std::string parent = kTop + "/firecracker";
    QVERIFY(holds(parent + "/jail-1", "cgroup.procs", first.pid()));
    QVERIFY(holds(parent + "/jail-2", "cgroup.procs", second.pid()));
}

QTEST_APPLESS_MAIN(TestLabJailerCgroupV2)
#include "jailer_cgroups_v2.moc"
