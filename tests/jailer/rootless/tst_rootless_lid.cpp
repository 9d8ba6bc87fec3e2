// The process that stays outside of the jail: what it passes on, and what ends with it.
#include "jail_harness.h"
#include "jailer/rootless/lid.h"
#include "support/eventually.h"

#include <QTest>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
namespace fs = std::filesystem;

namespace {

/// A control group that is delegated to the jails' user, as a session's is.
class DelegatedGroup {
public:
    DelegatedGroup()
    {
        std::ifstream mounts("/proc/self/mounts");
        for (std::string device, place, type, rest; mounts >> device >> place >> type && std::getline(mounts, rest);) {
            if (type == "cgroup2" && m_path.empty())
                m_path = place + "/sparkler-test-" + std::to_string(::getpid());
        }
        std::error_code error;
        if (m_path.empty() || !fs::create_directory(m_path, error)) {
            m_path.clear();
            return;
        }
        for (const char *file : {"", "/cgroup.procs", "/cgroup.subtree_control", "/cgroup.threads"})
            (void)!::chown((m_path + file).c_str(), kJailUser, kJailGroup);
    }
    ~DelegatedGroup()
    {
        for (const char *name : {"/test", "/test.lid", ""})
            ::rmdir((m_path + name).c_str());
    }
    DelegatedGroup(const DelegatedGroup &) = delete;
    DelegatedGroup &operator=(const DelegatedGroup &) = delete;

    /// Empty: this host has no control groups of version 2 that this user may make.
    const std::string &path() const { return m_path; }
    bool has(const std::string &controller) const
    {
        std::ifstream file(m_path + "/cgroup.controllers");
        const std::string all((std::istreambuf_iterator<char>(file)), {});
        return all.find(controller) != std::string::npos;
    }

private:
    std::string m_path;
};

std::string content(const std::string &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestRootlessLid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void catches_readsTheMask();
    void exitCode_isPassedOn_data();
    void exitCode_isPassedOn();
    void deadlySignal_isTheLidsAsWell();
    void engineKilledFromOutside_isTheLidsAsWell();
    void signal_endsTheEngine_data();
    void signal_endsTheEngine();
    void signal_goesToAnEngineThatHandlesIt();
    void lidKilled_endsTheEngine();
    void controlGroup_holdsTheEngine();
    void controlGroup_isNotSeenFromInside();
    void controlGroup_hasTheValues();
    void controlGroup_valueThatCannotBeSet();
};

void TestRootlessLid::catches_readsTheMask()
{
    const char *status = "Name:\tx\nSigIgn:\t0000000000000000\nSigCgt:\t0000000000004001\nCapInh:\t0\n";
    QVERIFY(jail::catches(status, SIGHUP));
    QVERIFY(jail::catches(status, SIGTERM));
    QVERIFY(!jail::catches(status, SIGINT));
    QVERIFY(!jail::catches("Name:\tx\n", SIGTERM));
}

void TestRootlessLid::exitCode_isPassedOn_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {0, 1, 148, 255})
        QTest::addRow("%d", code) << code;
}

void TestRootlessLid::exitCode_isPassedOn()
{
    NEEDS_JAILS();
    QFETCH(const int, code);
    const Outcome seen = JailPlace().run({}, {"--do", "exit", std::to_string(code)});
    QCOMPARE(seen.exitCode, code);
    QCOMPARE(seen.out + seen.err, std::string());
}

void TestRootlessLid::deadlySignal_isTheLidsAsWell()
{
    NEEDS_JAILS();
    const Outcome seen = JailPlace().run({}, {"--do", "crash"});
    QCOMPARE(seen.signal, SIGILL);
    QCOMPARE(seen.err, std::string());
}

void TestRootlessLid::engineKilledFromOutside_isTheLidsAsWell()
{
    NEEDS_JAILS();
    const JailPlace place;
    const auto lid = place.start({}, {"--do", "hold"});
    QVERIFY(lid->says("ready"));
    ::kill(childrenOf(lid->pid()).at(0), SIGKILL);
    QCOMPARE(lid->finish().signal, SIGKILL);
}

void TestRootlessLid::signal_endsTheEngine_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestRootlessLid::signal_endsTheEngine()
{
    NEEDS_JAILS();
    QFETCH(const int, number);
    const JailPlace place;
    const auto lid = place.start({}, {"--do", "hold"});
    QVERIFY(lid->says("ready"));
    const pid_t engine = childrenOf(lid->pid()).at(0);
    lid->signal(number);
    QCOMPARE(lid->finish().signal, number);
    QVERIFY(!isAlive(engine));
}

void TestRootlessLid::signal_goesToAnEngineThatHandlesIt()
{
    NEEDS_JAILS();
    const JailPlace place;
    const auto lid = place.start({}, {"--do", "catch", std::to_string(SIGHUP)});
    QVERIFY(lid->says("ready"));
    lid->signal(SIGHUP);
    QCOMPARE(lid->finish().exitCode, 33);
}

void TestRootlessLid::lidKilled_endsTheEngine()
{
    NEEDS_JAILS();
    const JailPlace place;
    const auto lid = place.start({}, {"--do", "catch", std::to_string(SIGTERM)});
    QVERIFY(lid->says("ready"));
    const pid_t engine = childrenOf(lid->pid()).at(0);
    lid->signal(SIGKILL);
    QCOMPARE(lid->finish().signal, SIGKILL);
    QVERIFY(eventually([engine] { return !isAlive(engine); }));
}

// A group whose children have controllers takes no more processes itself: one for each jailer.

void TestRootlessLid::controlGroup_holdsTheEngine()
{
    NEEDS_JAILS();
    const DelegatedGroup group;
    if (group.path().empty())
        QSKIP("no control group of version 2 can be made here");
    const JailPlace place;
    Program lid(place.command({}, {"--do", "hold"}), As::OrdinaryUser, {}, group.path());
    QVERIFY(lid.says("ready"));
    const std::vector<pid_t> engine = childrenOf(lid.pid());
    QCOMPARE(engine.size(), 1U);
    QCOMPARE(content(group.path() + "/test/cgroup.procs"), std::to_string(engine[0]) + "\n");
    lid.signal(SIGTERM);
    QCOMPARE(lid.finish().signal, SIGTERM);
    QVERIFY(!fs::exists(group.path() + "/test"));
}

void TestRootlessLid::controlGroup_isNotSeenFromInside()
{
    NEEDS_JAILS();
    const DelegatedGroup group;
    if (group.path().empty())
        QSKIP("no control group of version 2 can be made here");
    const JailPlace place;
    const Outcome seen = Program(place.command({}, {"--do", "report"}), As::OrdinaryUser, {}, group.path()).finish();
    QCOMPARE(seen.err, std::string());
    QVERIFY(sections(seen.out)["cgroup"].find("0::/\n") != std::string::npos);
}

void TestRootlessLid::controlGroup_hasTheValues()
{
    NEEDS_JAILS();
    const DelegatedGroup group;
    if (group.path().empty() || !group.has("pids") || !group.has("memory"))
        QSKIP("no control group with the controllers pids and memory can be made here");
    const JailPlace place;
    Program lid(place.command({"--cgroup", "memory.max=104857600"}, {"--do", "hold"}), As::OrdinaryUser, {},
                group.path());
    QVERIFY(lid.says("ready"));
    QCOMPARE(content(group.path() + "/test/memory.max"), std::string("104857600\n"));
    QCOMPARE(content(group.path() + "/test/pids.max"), std::string("512\n"));
}

void TestRootlessLid::controlGroup_valueThatCannotBeSet()
{
    NEEDS_JAILS();
    const DelegatedGroup group;
    if (group.path().empty())
        QSKIP("no control group of version 2 can be made here");
    const JailPlace place;
    const Outcome seen =
        Program(place.command({"--cgroup", "nothing.max=1"}, {"--do", "hold"}), As::OrdinaryUser, {}, group.path())
            .finish();
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("nothing.max=1"), seen.err.c_str());
    QVERIFY(!fs::exists(group.path() + "/test"));
}

QTEST_GUILESS_MAIN(TestRootlessLid)
#include "tst_rootless_lid.moc"
