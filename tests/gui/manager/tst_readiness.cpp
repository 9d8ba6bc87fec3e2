#include "manager/readiness.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using State = ReadinessCheck::State;

class TestReadiness : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString program(const QString &name, const QByteArray &script)
    {
        QFile file(m_directory->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script + '\n') < 0)
            qFatal("no program");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    Paths paths()
    {
        Paths made;
        made.data = m_directory->filePath(u"data"_s);
        made.engine = QStringLiteral(FAKE_ENGINE_PROGRAM);
        made.kvmProbe = program(u"probe"_s, "exit 0");
        return made;
    }
    static ReadinessCheck find(const Readiness &readiness, const QString &id)
    {
        for (const ReadinessCheck &check : readiness.checks()) {
            if (check.id == id)
                return check;
        }
        qFatal("no such check");
    }
    static void run(Readiness &readiness)
    {
        QSignalSpy completed(&readiness, &Readiness::completed);
        readiness.check();
        QTRY_COMPARE(completed.size(), 1);
        QVERIFY(readiness.complete());
    }

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void beforeCheck_nothingIsKnown()
    {
        Readiness readiness(paths());
        QVERIFY(!readiness.complete());
        QVERIFY(!readiness.kvmUsable());
        QVERIFY(!readiness.emulatorUsable());
    }

    void goodHost_isGood()
    {
        Readiness readiness(paths());
        run(readiness);
        QCOMPARE(find(readiness, u"kvm"_s).state, State::Good);
        QCOMPARE(find(readiness, u"engine"_s).state, State::Good);
        QCOMPARE(readiness.engineVersion(), u"9.8.7"_s);
        QCOMPARE(readiness.kvmUsable(), std::optional(true));
        // Without a jailer a machine that wants a jail cannot run.
        QCOMPARE(find(readiness, u"jailer"_s).state, State::Problem);
        QCOMPARE(readiness.jailUsable(), std::optional(false));
        QCOMPARE(readiness.jailProblem().id, u"jailer"_s);
        QCOMPARE(find(readiness, u"socket-path"_s).state, State::Good);
        // With KVM nobody needs the emulator.
        QCOMPARE(find(readiness, u"emulator"_s).state, State::Good);
        for (const ReadinessCheck &check : readiness.checks()) {
            QVERIFY(!check.title.isEmpty());
            QVERIFY(!check.reason.isEmpty());
            QVERIFY(check.state != State::Problem || check.help != HelpTopic::None);
        }
    }

    void probe_verdicts_areTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("cannot run a kernel") << QByteArray("echo 'int3 fails' >&2; exit 1");
        QTest::newRow("none") << QByteArray("echo 'no kvm' >&2; exit 2");
        QTest::newRow("broken") << QByteArray("kill -SEGV $$");
    }
    void probe_verdicts_areTold()
    {
        QFETCH(QByteArray, script);
        Paths where = paths();
        where.kvmProbe = program(u"probe"_s, script);
        Readiness readiness(where);
        run(readiness);
        QCOMPARE(readiness.kvmUsable(), std::optional(false));
        QVERIFY(find(readiness, u"kvm"_s).state == State::Problem);
        QVERIFY(!find(readiness, u"kvm"_s).remedyText.isEmpty());
        QVERIFY(find(readiness, u"kvm"_s).help != HelpTopic::None);
        QVERIFY(find(readiness, u"emulator"_s).state == State::Problem);
        QCOMPARE(readiness.emulatorUsable(), std::optional(false));
    }

    void engine_bad_isAProblem_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("not found") << QString();
        QTest::newRow("missing file") << u"/nowhere/engine"_s;
        QTest::newRow("not an engine") << u"/bin/false"_s;
    }
    void engine_bad_isAProblem()
    {
        QFETCH(QString, engine);
        Paths where = paths();
        where.engine = engine;
        Readiness readiness(where);
        run(readiness);
        QCOMPARE(find(readiness, u"engine"_s).state, State::Problem);
        QCOMPARE(find(readiness, u"engine"_s).remedy, ReadinessCheck::Remedy::ChooseEngine);
        QCOMPARE(find(readiness, u"engine"_s).help, HelpTopic::Installation);
        QVERIFY(readiness.engineVersion().isEmpty());
    }

    void socketPath_tooLong_isAProblem()
    {
        Paths where = paths();
        where.data = u"/tmp/"_s + QString(100, u'd');
        Readiness readiness(where);
        run(readiness);
        QCOMPARE(find(readiness, u"socket-path"_s).state, State::Problem);
        QVERIFY(find(readiness, u"socket-path"_s).remedyText.contains(u"XDG_DATA_HOME"_s));
    }

    void check_againWhileRunning_completesOnce()
    {
        Paths where = paths();
        Readiness readiness(where);
        QSignalSpy completed(&readiness, &Readiness::completed);
        readiness.check();
        readiness.check();
        QTRY_COMPARE(completed.size(), 1);
        readiness.check();
        QTRY_COMPARE(completed.size(), 2);
    }

    void destroy_whileChecking_isQuiet()
    {
        Paths where = paths();
        where.kvmProbe = program(u"probe"_s, "exec sleep 60");
        Readiness readiness(where);
        readiness.check();
        QVERIFY(!readiness.complete());
    }
};

QTEST_GUILESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
