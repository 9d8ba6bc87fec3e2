#include "cpu_answer.h"

#include "manager/cpu_tool.h"
#include "manager/snapshots/state_description.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// Asking the engine's tool about processors, with one that answers what it is told to.
class TestCpuTool : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    void put(const QString &name, const QByteArray &content) const
    {
        QFile file(m_directory->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QString content(const QString &name) const
    {
        QFile file(m_directory->filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        qputenv("FAKE_TOOLS", m_directory->path().toUtf8());
    }

    void answer_isRead()
    {
        put(u"answer"_s, cpuAnswer());
        CpuTool tool(QStringLiteral(FAKE_TOOLS_PROGRAM));
        QSignalSpy answered(&tool, &CpuTool::answered);
        QSignalSpy failed(&tool, &CpuTool::failed);
        tool.ask({u"T2A"_s, {}, 4, true});
        QVERIFY(tool.asking());
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(!tool.asking());
        QVERIFY(failed.isEmpty());
        QCOMPARE(content(u"asked"_s), u"cpu explain --vcpus 4 --smt --template T2A\n"_s);
        const auto report = answered[0][0].value<CpuReport>();
        QCOMPARE(report.vendor, u"AuthenticAMD"_s);
        QCOMPARE(report.brand, u"AMD EPYC"_s);
        QCOMPARE(report.family, 25);
        QCOMPARE(report.templates.size(), 4);
        QVERIFY(report.templates[0].verdict.fits);
        QVERIFY(!report.templates[1].verdict.fits);
        QVERIFY(report.templates[1].verdict.reason.contains(u"vendor mismatched"_s));
        QCOMPARE(report.templateText, u"{\n  \"msr_modifiers\": []\n}\n"_s);
        QCOMPARE(report.features.size(), 4);
        QCOMPARE(report.features[2],
                 (CpuFeature{7, 0, u"ebx"_s, 18, u"rdseed"_s, u"RDSEED"_s, true, CpuFeature::Change::Cleared, false}));
    }

    void custom_goesThroughStandardInput()
    {
        put(u"answer"_s,
            cpuAnswer(R"({"fits":false,"reason":"No.","warnings":[{"kind":"not_offered","name":"fma","message":"m"},
                         {"kind":"new","name":"n","message":"o"}],"template":""})"));
        CpuTool tool(QStringLiteral(FAKE_TOOLS_PROGRAM));
        QSignalSpy answered(&tool, &CpuTool::answered);
        tool.ask({u"T2"_s, "{\"msr_modifiers\":[]}", 1, false});
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(content(u"asked"_s), u"cpu explain --vcpus 1 --template-file /dev/stdin\n"_s);
        QCOMPARE(content(u"template"_s), u"{\"msr_modifiers\":[]}"_s);
        const auto report = answered[0][0].value<CpuReport>();
        QCOMPARE(report.chosen, (CpuVerdict{false, u"No."_s}));
        QCOMPARE(report.warnings, (QList<CpuTemplateWarning>{{CpuTemplateWarning::Kind::NotOffered, u"fma"_s, u"m"_s},
                                                             {CpuTemplateWarning::Kind::Other, u"n"_s, u"o"_s}}));
    }

    void newerQuestion_winsOverOneThatHangs()
    {
        put(u"hang"_s, {});
        CpuTool tool(QStringLiteral(FAKE_TOOLS_PROGRAM));
        QSignalSpy answered(&tool, &CpuTool::answered);
        QSignalSpy failed(&tool, &CpuTool::failed);
        tool.ask({u"T2"_s, {}, 1, false});
        QTRY_VERIFY(content(u"asked"_s).contains(u"T2"_s));
        put(u"answer"_s, cpuAnswer());
        QVERIFY(QFile::remove(m_directory->filePath(u"hang"_s)));
        tool.ask({u"C3"_s, {}, 1, false});
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(failed.isEmpty());
        tool.ask({});
        tool.cancel();
        QVERIFY(!tool.asking());
    }

    void failures_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("its words") << u"error"_s << QByteArray("No /dev/kvm here.\n") << u"No /dev/kvm here."_s;
        QTest::newRow("no words") << u"error"_s << QByteArray() << u"The tool ended without an answer."_s;
        QTest::newRow("no JSON") << u"answer"_s << QByteArray("hello")
                                 << u"The tool’s answer cannot be understood: line 1, column 2: illegal value."_s;
        QTest::newRow("another document") << u"answer"_s << QByteArray("{}")
                                          << u"The tool’s answer cannot be understood: templates: expected a list of "
                                             u"objects."_s;
        QTest::newRow("too long") << u"answer"_s << QByteArray(8 << 20, ' ') << u"The tool’s answer is too long."_s;
    }
    void failures()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        put(file, text);
        CpuTool tool(QStringLiteral(FAKE_TOOLS_PROGRAM));
        QSignalSpy failed(&tool, &CpuTool::failed);
        tool.ask({});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), why);
        QVERIFY(!tool.asking());
    }

    void noProgram_isTold()
    {
        CpuTool none(QString{});
        QSignalSpy failed(&none, &CpuTool::failed);
        none.ask({});
        QVERIFY(failed.isEmpty()); // not from within the call
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(u"not installed"_s));
        CpuTool missing(u"/nowhere/tools"_s);
        QSignalSpy failedToStart(&missing, &CpuTool::failed);
        missing.ask({});
        QTRY_COMPARE(failedToStart.size(), 1);
        QVERIFY(failedToStart[0][0].toString().contains(u"/nowhere/tools"_s));
    }

    void savedCpu_isAskedFor()
    {
        put(u"answer"_s, R"({"fits":false,"vendor":"AuthenticAMD","problems":[{"kind":"feature","name":"avx2",
            "leaf":"0x7","message":"m"},{"kind":"refused","name":"","message":"n"}],
            "warnings":[{"kind":"assurance","name":"btc_no","message":"o"}]})");
        const auto verdict = savedCpuVerdict(QStringLiteral(FAKE_TOOLS_PROGRAM), u"/some/state"_s);
        QVERIFY(verdict);
        using Kind = SnapshotCpuProblem::Kind;
        QCOMPARE(*verdict, (SnapshotCpuVerdict{u"AuthenticAMD"_s,
                                               {{Kind::Feature, u"avx2"_s, u"m"_s}, {Kind::Refused, {}, u"n"_s}},
                                               {{Kind::Assurance, u"btc_no"_s, u"o"_s}}}));
        QCOMPARE(content(u"asked"_s), u"cpu check-snapshot --vmstate-path /some/state\n"_s);
        put(u"answer"_s, "{}");
        QVERIFY(!savedCpuVerdict(QStringLiteral(FAKE_TOOLS_PROGRAM), u"/some/state"_s));
        QVERIFY(!savedCpuVerdict({}, u"/some/state"_s));
        put(u"error"_s, "no KVM");
        QVERIFY(!savedCpuVerdict(QStringLiteral(FAKE_TOOLS_PROGRAM), u"/some/state"_s));
    }
};

QTEST_GUILESS_MAIN(TestCpuTool)
#include "tst_cpu_tool.moc"
