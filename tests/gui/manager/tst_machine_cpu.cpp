#include "supervisor_fixture.h"

#include "manager/cpu_template_text.h"
#include "manager/cpu_tool.h"
#include "manager/snapshots/state_description.h"
#include "store_testing.h"

#include <QJsonDocument>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kRefused = u"Start microvm error: "_s; ///< what the API puts in front

} // namespace

/// What the engine's tool says of a processor, and what a guest of the engine finds, on this host's KVM.
class TestMachineCpu : public QObject {
    Q_OBJECT

    /// Takes CMPXCHG16B away, which every 64-bit KVM offers.
    static QJsonObject withoutCx16()
    {
        return QJsonDocument::fromJson(R"({"cpuid_modifiers":[{"leaf":"0x1","subleaf":"0x0","flags":0,"modifiers":[
            {"register":"ecx","bitmap":"0bxxxx_xxxx_xxxx_xxxx_xx0x_xxxx_xxxx_xxxx"}]}]})")
            .object();
    }

    static CpuReport ask(const CpuQuestion &question)
    {
        CpuTool tool(QStringLiteral(REAL_TOOLS_PROGRAM));
        QSignalSpy answered(&tool, &CpuTool::answered);
        QSignalSpy failed(&tool, &CpuTool::failed);
        tool.ask(question);
        if (!QTest::qWaitFor([&] { return answered.size() + failed.size() == 1; }, 30'000) || answered.isEmpty())
            qFatal("the tool: %s", failed.isEmpty() ? "no answer" : qPrintable(failed[0][0].toString()));
        return answered[0][0].value<CpuReport>();
    }

    static const CpuFeature *cx16(const CpuReport &report)
    {
        const auto found = std::ranges::find(report.features, u"cx16"_s, &CpuFeature::name);
        return found == report.features.end() ? nullptr : &*found;
    }

    static MachineDefinition definition(SupervisorFixture &f)
    {
        MachineDefinition made = f.definition();
        made.config.bootSource.kernelImagePath = QStringLiteral(TINY_GUEST_DIR) + u"/cpuid"_s;
        made.config.serial = Serial{u"serial.out"_s, {}};
        return made;
    }

    static QString serial(const Machine *machine)
    {
        return QString::fromUtf8(store_testing::read(machine->directory().serialOutput()));
    }

private slots:
    void guest_findsWhatTheToolSays_data()
    {
        QTest::addColumn<bool>("custom");
        QTest::addColumn<QString>("says");
        QTest::newRow("no template") << false << u"CX16 yes\n"_s;
        QTest::newRow("custom template") << true << u"CX16 no\n"_s;
    }
    void guest_findsWhatTheToolSays()
    {
        QFETCH(bool, custom);
        QFETCH(QString, says);
        CpuQuestion question;
        if (custom)
            question.custom = QJsonDocument(withoutCx16()).toJson();
        const CpuReport report = ask(question);
        QVERIFY2(report.chosen.fits, qPrintable(report.chosen.reason));
        QVERIFY(!report.vendor.isEmpty());
        const CpuFeature *feature = cx16(report);
        QVERIFY(feature);
        QVERIFY(feature->host);
        QCOMPARE(feature->change, custom ? CpuFeature::Change::Cleared : CpuFeature::Change::Host);
        QCOMPARE(feature->guest, std::optional(!custom));

        SupervisorFixture f(QStringLiteral(REAL_ENGINE_PROGRAM));
        MachineDefinition made = definition(f);
        if (custom)
            made.config.cpuConfig = withoutCx16();
        Machine *machine = f.add(made);
        FailureLog failures(machine);
        machine->start();
        QTRY_VERIFY2_WITH_TIMEOUT(machine->state() == MachineState::Running,
                                  failures.all.isEmpty() ? "" : qPrintable(failures.all[0].report()), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(serial(machine), says, 30'000);
        machine->forceStop();
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Stopped, 30'000);
    }

    void named_misfit_isRefusedWithTheSameWords()
    {
        const CpuReport report = ask({});
        // No processor is Intel's and AMD's at once.
        const auto misfit = std::ranges::find_if(report.templates, [](const auto &one) { return !one.verdict.fits; });
        QVERIFY(misfit != report.templates.end());
        SupervisorFixture f(QStringLiteral(REAL_ENGINE_PROGRAM));
        MachineDefinition made = definition(f);
        made.config.machine.cpuTemplate = misfit->name;
        Machine *machine = f.add(made);
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE_WITH_TIMEOUT(failures.all.size(), 1, 30'000);
        QCOMPARE(failures.all[0].request, u"PUT /actions"_s);
        QCOMPARE(failures.all[0].fault, kRefused + misfit->verdict.reason);
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Crashed, 30'000);
    }

    void custom_impossible_isRefusedWithTheSameWords()
    {
        const QJsonObject impossible =
            QJsonDocument::fromJson(
                R"({"cpuid_modifiers":[{"leaf":"0x12345678","subleaf":"0x0","flags":0,"modifiers":[]}]})")
                .object();
        CpuQuestion question;
        question.custom = QJsonDocument(impossible).toJson();
        const CpuReport report = ask(question);
        QVERIFY(!report.chosen.fits);
        QVERIFY(cx16(report) && !cx16(report)->guest.has_value());
        SupervisorFixture f(QStringLiteral(REAL_ENGINE_PROGRAM));
        MachineDefinition made = definition(f);
        made.config.cpuConfig = impossible;
        Machine *machine = f.add(made);
        FailureLog failures(machine);
        machine->start();
        QTRY_COMPARE_WITH_TIMEOUT(failures.all.size(), 1, 30'000);
        QCOMPARE(failures.all[0].fault, kRefused + report.chosen.reason);
        QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Crashed, 30'000);
    }

    void snapshot_ofThisHost_fitsIt()
    {
        SupervisorFixture f(QStringLiteral(REAL_ENGINE_PROGRAM));
        MachineDefinition made = definition(f);
        made.config.machine.vcpuCount = 2;
        made.config.machine.memSizeMib = 16;
        made.config.cpuConfig = withoutCx16();
        Machine *machine = f.add(made);
        machine->start();
        QTRY_COMPARE_WITH_TIMEOUT(serial(machine), u"CX16 no\n"_s, 30'000);
        const QString state = machine->directory().files() + u"/state"_s;
        const QString memory = state + u".memory"_s;
        const QByteArray create =
            QJsonDocument(QJsonObject{{u"snapshot_path"_s, state}, {u"mem_file_path"_s, memory}}).toJson();
        int done = 0;
        const auto call = [&](const QByteArray &method, const QString &path, const QByteArray &body) {
            machine->client()->raw({.method = method, .path = path, .body = body, .deadline = 30s, .background = false},
                                   this, [&](const ApiResult<HttpReply> &reply) {
                                       QVERIFY2(reply, reply ? "" : qPrintable(reply.error().fault));
                                       ++done;
                                   });
        };
        call("PATCH", u"/vm"_s, R"({"state":"Paused"})");
        QTRY_COMPARE_WITH_TIMEOUT(done, 1, 30'000);
        call("PUT", u"/snapshot/create"_s, create);
        QTRY_COMPARE_WITH_TIMEOUT(done, 2, 30'000);
        const auto verdict = savedCpuVerdict(QStringLiteral(REAL_TOOLS_PROGRAM), state);
        QVERIFY(verdict);
        QVERIFY(!verdict->vendor.isEmpty());
        for (const SnapshotCpuProblem &problem : verdict->problems)
            QFAIL(qPrintable(problem.message));
    }

    void named_texts_areTemplatesToBeginWith()
    {
        for (const QLatin1StringView name : kNamedCpuTemplates) {
            CpuQuestion question;
            question.named = name;
            const QString text = ask(question).templateText;
            QVERIFY2(text.contains(u"cpuid_modifiers"_s), qPrintable(text));
            QVERIFY(cpuTemplateMistakes(text).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestMachineCpu)
#include "tst_machine_cpu.moc"
