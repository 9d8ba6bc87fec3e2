#include "manager/jail_checks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using State = ReadinessCheck::State;
using Step = UserNamespaceFacts::Step;

class TestJailChecks : public QObject {
    Q_OBJECT

    static void write(const QString &path, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("no test file");
    }

private slots:
    void namespaces_attemptWorked_isGood()
    {
        ReadinessCheck check;
        // The switches alone prove nothing: on this host the attempt is what counts.
        judge(UserNamespaceFacts{.mostNamespaces = "0", .unprivileged = {}, .appArmor = "1"}, check);
        QCOMPARE(check.state, State::Good);
        QVERIFY(check.remedyText.isEmpty());
    }

    void namespaces_attemptFailed_isExplained_data()
    {
        QTest::addColumn<QByteArray>("most");
        QTest::addColumn<QByteArray>("unprivileged");
        QTest::addColumn<QByteArray>("appArmor");
        QTest::addColumn<QString>("command");
        const QByteArray none;
        QTest::newRow("Debian's switch") << QByteArray("1000") << QByteArray("0") << none
                                         << u"sudo sysctl -w kernel.unprivileged_userns_clone=1"_s;
        QTest::newRow("no namespaces") << QByteArray("0") << none << none
                                       << u"sudo sysctl -w user.max_user_namespaces=10000"_s;
        QTest::newRow("AppArmor") << QByteArray("1000") << QByteArray("1") << QByteArray("1")
                                  << u"sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"_s;
        QTest::newRow("unknown") << QByteArray("1000") << QByteArray("1") << QByteArray("0") << QString();
        QTest::newRow("garbage") << QByteArray("\xff\x00", 2) << none << none << QString();
    }
    void namespaces_attemptFailed_isExplained()
    {
        QFETCH(QByteArray, most);
        QFETCH(QByteArray, unprivileged);
        QFETCH(QByteArray, appArmor);
        QFETCH(QString, command);
        ReadinessCheck check;
        check.remedyCommand = u"of before"_s;
        judge(UserNamespaceFacts{most, unprivileged, appArmor, Step::Namespaces, EPERM}, check);
        QCOMPARE(check.state, State::Problem);
        QCOMPARE(check.remedyCommand, command);
        QVERIFY(!check.reason.isEmpty() && !check.remedyText.isEmpty());
    }

    void namespaces_thisHost_leavesNoTrace()
    {
        const QByteArray before = QFile::symLinkTarget(u"/proc/self/ns/user"_s).toUtf8();
        const auto facts = UserNamespaceFacts::ofThisHost();
        QVERIFY(facts.failed == Step::None || facts.error != 0);
        QCOMPARE(QFile::symLinkTarget(u"/proc/self/ns/user"_s).toUtf8(), before);
    }

    void namespaces_switches_areReadBelowProc()
    {
        const QTemporaryDir proc;
        write(proc.filePath(u"sys/user/max_user_namespaces"_s), "7\n");
        write(proc.filePath(u"sys/kernel/unprivileged_userns_clone"_s), "");
        const auto facts = UserNamespaceFacts::ofThisHost(proc.path());
        QCOMPARE(facts.mostNamespaces, "7");
        QVERIFY(!facts.unprivileged.isNull() && facts.unprivileged.isEmpty());
        QVERIFY(facts.appArmor.isNull());
    }

    void unifiedGroup_lines_areTakenApart()
    {
        QCOMPARE(unifiedGroup("0::/user.slice/a.scope"), u"/user.slice/a.scope"_s);
        QCOMPARE(unifiedGroup("12:cpu:/x\n0::/\n"), u"/"_s);
        QVERIFY(!unifiedGroup("12:cpu:/x\n11:memory:/y"));
        QVERIFY(!unifiedGroup(""));
        QVERIFY(!unifiedGroup("0::relative"));
    }

    void controlGroups_hosts_areJudged_data()
    {
        QTest::addColumn<bool>("unified");
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QByteArray>("controllers");
        QTest::addColumn<State>("state");
        QTest::newRow("version 1") << false << QByteArray("4:memory:/") << QByteArray() << State::Warning;
        QTest::newRow("delegated") << true << QByteArray("0::/user") << QByteArray("cpu memory pids") << State::Good;
        QTest::newRow("nothing delegated") << true << QByteArray("0::/user") << QByteArray("") << State::Warning;
        QTest::newRow("no such group") << true << QByteArray("0::/gone") << QByteArray("cpu") << State::Warning;
        QTest::newRow("garbage") << true << QByteArray("\n:::\n") << QByteArray("cpu") << State::Warning;
    }
    void controlGroups_hosts_areJudged()
    {
        QFETCH(bool, unified);
        QFETCH(QByteArray, own);
        QFETCH(QByteArray, controllers);
        QFETCH(State, state);
        const QTemporaryDir host;
        write(host.filePath(u"proc/self/cgroup"_s), own + '\n');
        if (unified)
            write(host.filePath(u"groups/cgroup.controllers"_s), "cpu memory");
        write(host.filePath(u"groups/user/cgroup.procs"_s), {});
        write(host.filePath(u"groups/user/cgroup.controllers"_s), controllers);
        ReadinessCheck check;
        judge(ControlGroupFacts::ofThisHost(host.filePath(u"proc"_s), host.filePath(u"groups"_s)), check);
        QCOMPARE(check.state, state);
        QVERIFY(!check.reason.isEmpty());
        QCOMPARE(check.remedyText.isEmpty(), state == State::Good);
    }
};

QTEST_GUILESS_MAIN(TestJailChecks)
#include "tst_jail_checks.moc"
