#include "snapshot_testing.h"

#include "manager/machine_directory.h"
#include "manager/snapshots/compatibility.h"

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotCompatibility : public QObject {
    Q_OBJECT

    using Severity = Finding::Severity;

    static Snapshot made()
    {
        Snapshot one = snapshot(1);
        one.cpu = {u"GenuineIntel"_s, u"Big"_s, 6, 106, 4, {u"arch_perfmon"_s, u"avx2"_s, u"avx512f"_s, u"nopl"_s}};
        one.engine = {u"1.4.0"_s, u"0.10.0"_s};
        one.runner = u"local"_s;
        return one;
    }
    static HostFacts same()
    {
        HostFacts host;
        host.cpu = made().cpu;
        host.engineVersion = u"0.10.0"_s;
        host.runner = u"local"_s;
        return host;
    }

private slots:
    void theSameHost_hasNothingToSay()
    {
        QVERIFY(hostFindings(made(), same()).isEmpty());
        QVERIFY(fileFindings({}).isEmpty());
        QVERIFY(!blocked({}));
    }

    void host_data()
    {
        QTest::addColumn<HostFacts>("host");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QString>("words");
        HostFacts host = same();
        host.cpu.vendor = u"AuthenticAMD"_s;
        QTest::newRow("vendor") << host << int(Severity::Problem) << u"another vendor"_s;
        host = same();
        host.cpu.features = {u"avx2"_s};
        QTest::newRow("features") << host << int(Severity::Problem) << u"avx512f"_s;
        host = same();
        host.cpu.features = {u"avx2"_s, u"avx512f"_s, u"more"_s};
        host.cpu.modelNumber = 143;
        QTest::newRow("model") << host << int(Severity::Warning) << u"another processor"_s;
        host = same();
        host.engineVersion = u"0.9.1"_s; // numbers, not letters
        QTest::newRow("older engine") << host << int(Severity::Warning) << u"0.9.1"_s;
        host = same();
        host.runner = u"emulated"_s;
        QTest::newRow("emulator") << host << int(Severity::Problem) << u"emulator"_s;
        host = same();
        host.runner.clear();
        host.whyNoRunner = u"There is no /dev/kvm."_s;
        host.runnerRemedy = u"Load it."_s;
        QTest::newRow("no KVM") << host << int(Severity::Problem) << u"/dev/kvm"_s;
    }
    void host()
    {
        QFETCH(HostFacts, host);
        QFETCH(int, severity);
        QFETCH(QString, words);
        const QList<Finding> found = hostFindings(made(), host);
        QCOMPARE(found.size(), 1);
        QCOMPARE(int(found[0].severity), severity);
        QVERIFY2(found[0].text.contains(words), qPrintable(found[0].text));
        QVERIFY(!found[0].remedy.isEmpty());
        QCOMPARE(blocked(found), severity == int(Severity::Problem));
    }

    void verdictOfTheTool_countsMoreThanFlags()
    {
        using Kind = SnapshotCpuProblem::Kind;
        HostFacts host = same();
        host.cpu.features = {u"avx2"_s}; // no avx512f, which the guest was not given either
        host.cpuVerdict = SnapshotCpuVerdict{u"GenuineIntel"_s, {}, {}};
        QVERIFY(hostFindings(made(), host).isEmpty());
        host.cpuVerdict->problems = {{Kind::Feature, u"gfni"_s, {}}, {Kind::Msr, u"IA32_XSS"_s, {}}};
        host.cpuVerdict->warnings = {{Kind::Assurance, u"btc_no"_s, {}}};
        QList<Finding> found = hostFindings(made(), host);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].severity, Severity::Risk);
        QVERIFY(found[0].text.endsWith(u"gfni, IA32_XSS."_s));
        QCOMPARE(found[1].severity, Severity::Warning);
        QVERIFY(found[1].text.endsWith(u"btc_no."_s));
        QVERIFY(risky(found));
        QVERIFY(!blocked(found));
        host.cpuVerdict = SnapshotCpuVerdict{u"GenuineIntel"_s, {{Kind::Refused, {}, u"KVM: no."_s}}, {}};
        found = hostFindings(made(), host);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].severity, Severity::Risk);
        QVERIFY(found[0].text.endsWith(u"KVM: no."_s));
        // The vendor that the guest saw, whatever is noted beside.
        host.cpuVerdict = SnapshotCpuVerdict{u"AuthenticAMD"_s, {{Kind::Vendor, u"AuthenticAMD"_s, {}}}, {}};
        found = hostFindings(made(), host);
        QCOMPARE(found.size(), 1);
        QVERIFY(blocked(found));
    }

    void featuresOfTheKernelsOwn_areNoMatter()
    {
        HostFacts host = same();
        host.cpu.features = {u"avx2"_s, u"avx512f"_s};
        QVERIFY(hostFindings(made(), host).isEmpty());
    }

    void newerEngineAndUnknownFacts_areNoMatter()
    {
        HostFacts host = same();
        host.engineVersion = u"1.0.0"_s;
        QVERIFY(hostFindings(made(), host).isEmpty());
        QVERIFY(hostFindings(made(), HostFacts()).isEmpty());
    }

    void emulatedOnes_areMeasuredByTheEmulator()
    {
        Snapshot one = made();
        one.runner = u"emulated"_s;
        HostFacts host = same();
        host.runner = u"emulated"_s;
        host.cpu.vendor = u"AuthenticAMD"_s; // the guest has never seen it
        QVERIFY(hostFindings(one, host).isEmpty());
        host.runner = u"local"_s;
        QVERIFY(blocked(hostFindings(one, host)));
    }

    void files_eachHasItsFinding()
    {
        SnapshotFacts facts;
        facts.missingFiles = {u"/a"_s, u"/b"_s};
        QCOMPARE(fileFindings(facts).size(), 2);
        QVERIFY(blocked(fileFindings(facts)));
        facts = {};
        facts.changedFiles = {u"/c"_s};
        QVERIFY(!blocked(fileFindings(facts)));
        QVERIFY(fileFindings(facts)[0].text.contains(u"/c"_s));
        facts = {};
        facts.chainProblem = u"torn"_s;
        QVERIFY(blocked(fileFindings(facts)));
        facts = {};
        facts.bytesNeeded = 1000;
        facts.bytesFree = 999;
        QCOMPARE(fileFindings(facts)[0].severity, Severity::Warning);
        facts.bytesFree = -1;
        QVERIFY(fileFindings(facts).isEmpty());
    }

    void clones_areToldWhatTheyShareAndLack()
    {
        Snapshot one = made();
        one.definition.config.networkInterfaces = {};
        QVERIFY(cloneFindings(one).isEmpty());
        NetworkInterface interface {
            .ifaceId = u"eth0"_s, .socketPath = kUserNetworkName
        };
        one.definition.config.networkInterfaces = {interface};
        QVERIFY(cloneFindings(one).isEmpty());
        interface.forwards = {{.hostPort = 8080, .guestPort = 80}};
        one.definition.config.networkInterfaces = {interface};
        QCOMPARE(cloneFindings(one).size(), 1);
        QVERIFY(cloneFindings(one)[0].text.contains(u"forwards"_s));
        one.definition.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s}};
        QCOMPARE(cloneFindings(one).size(), 1);
        QVERIFY(cloneFindings(one)[0].text.contains(u"MAC"_s));
        QVERIFY(!blocked(cloneFindings(one)) && !risky(cloneFindings(one)));
    }

    void taps_eachProblemHasItsWeight()
    {
        Snapshot one = made();
        NetworkInterface interface;
        interface.ifaceId = u"eth0"_s;
        interface.hostDevName = u"tap0"_s;
        one.definition.config.networkInterfaces = {interface};
        HostFacts host = same();
        const auto severityOf = [&](TapState::Problem problem, int error) {
            TapState state;
            state.name = u"tap5"_s;
            state.problem = problem;
            state.error = error;
            host.taps = {{u"tap5"_s, state}};
            const QList<Finding> found = tapFindings(one, {{u"eth0"_s, u"tap5"_s}}, host);
            return found.isEmpty() ? -1 : int(found[0].severity);
        };
        QCOMPARE(severityOf(TapState::Problem::None, 0), -1);
        QCOMPARE(severityOf(TapState::Problem::Missing, EPERM), int(Severity::Problem));
        QCOMPARE(severityOf(TapState::Problem::Missing, 0), int(Severity::Note)); // whoever opens it gets it
        QCOMPARE(severityOf(TapState::Problem::Busy, EBUSY), int(Severity::Problem));
        QCOMPARE(severityOf(TapState::Problem::Down, 0), int(Severity::Warning));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotCompatibility)
#include "tst_snapshot_compatibility.moc"
