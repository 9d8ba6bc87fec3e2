// The process that stays outside of the jail: what it passes on, and what ends with it.
#include "jail_harness.h"
#include "jailer/rootless/lid.h"
#include "support/eventually.h"

#include <QTest>

#include <csignal>

using namespace sparkler;
using namespace sparkler::test;

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

QTEST_GUILESS_MAIN(TestRootlessLid)
#include "tst_rootless_lid.moc"
