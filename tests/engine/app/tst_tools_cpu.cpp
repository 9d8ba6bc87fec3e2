// sparkler-tools cpu: the explanation of a guest's processor and the check of a snapshot's, on processors made up here
// with expectations written by hand from the rules of the policy; and what the real tool says of its errors.
#include "app/tools/cpu_report.h"
#include "app/tools/cpu_snapshot.h"
#include "arch/x86_64/cpu_features.h"
#include "state_samples.h"
#include "support/scripted_vcpu.h"
#include "support/temp_files.h"
#include "tool_runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::tools;
using enum CpuidRegister;

namespace {

constexpr std::uint32_t kGenu = 0x756e'6547, kIneI = 0x4965'6e69, kNtel = 0x6c65'746e;
constexpr std::uint32_t kAuth = 0x6874'7541, kEnti = 0x6974'6e65, kCamd = 0x444d'4163;

CpuidEntry leaf(std::uint32_t number, std::uint32_t subleaf, std::uint32_t flags, std::uint32_t eax, std::uint32_t ebx,
                std::uint32_t ecx, std::uint32_t edx)
{
    return {.leaf = number, .subleaf = subleaf, .flags = flags, .eax = eax, .ebx = ebx, .ecx = ecx, .edx = edx};
}

/// KVM's list of a Cascade Lake that offers AVX (leaf 1), FSGSBASE and RDSEED (leaf 7), and little else.
std::vector<CpuidEntry> cascadeLake()
{
    return {leaf(0, 0, 0, 0x16, kGenu, kNtel, kIneI),
            leaf(1, 0, 0, 0x50657, 0, 1u << 28 | 1u << 15, 1u << 0),
            leaf(7, 0, 1, 1, 1u << 0 | 1u << 18, 0, 0),
            leaf(0xd, 0, 1, 0x2e7, 0, 0, 0),
            leaf(0xd, 1, 1, 0xf, 0, 0, 0),
            leaf(0x8000'0001, 0, 0, 0, 0, 1u << 0 | 1u << 5, 1u << 26 | 1u << 29),
            leaf(0x8000'0008, 0, 0, 0x3030, 0, 0, 0)};
}

/// A vCPU that has one MSR of interest, IA32_ARCH_CAPABILITIES.
HostProcessor hostOf(const std::vector<CpuidEntry> &supported, const std::vector<MsrEntry> &msrs = {{0x10a, 0xff}})
{
    return {.supported = supported,
            .cpuid = x86_64::HostCpuid({supported.front()}),
            .freshVcpu = [msrs]() -> Result<std::unique_ptr<Vcpu>> {
                auto vcpu = std::make_unique<ScriptedVcpu>();
                vcpu->msrs = msrs;
                return vcpu;
            }};
}

CpuAnswer ask(const CpuQuestion &question, const HostProcessor &host)
{
    const auto answer = explainCpu(question, host);
    if (!answer)
        qFatal("%s", answer.error().text.c_str());
    return *answer;
}

CpuQuestion named(CpuTemplate cpuTemplate)
{
    return {.named = cpuTemplate, .custom = {}, .topology = {.index = 0, .count = 1, .smt = false}};
}

CpuQuestion custom(const CustomCpuTemplate &changes)
{
    return {.named = CpuTemplate::None, .custom = changes, .topology = {.index = 0, .count = 1, .smt = false}};
}

QJsonObject report(const HostProcessor &host, const CpuAnswer &answer)
{
    const std::string text = cpuReport(host, {}, answer);
    return QJsonDocument::fromJson(bytes(text)).object();
}

QJsonObject featureNamed(const QJsonObject &document, const QString &name)
{
    for (const auto &feature : document.value("features").toArray()) {
        if (feature.toObject().value("name") == name)
            return feature.toObject();
    }
    return {};
}

QStringList messages(const std::vector<SnapshotProblem> &problems)
{
    QStringList texts;
    for (const SnapshotProblem &problem : problems)
        texts << QString::fromStdString(problem.message);
    return texts;
}

/// A state of one vCPU with this processor.
MachineState stateOf(const std::vector<CpuidEntry> &cpuid, const std::vector<MsrEntry> &msrs)
{
    MachineState state = smallestState();
    state.vcpus.front().cpuid = cpuid;
    state.vcpus.front().msrs = msrs;
    return state;
}

} // namespace

class TestToolsCpu : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void features_table_isOrderedAndUnique();
    void features_table_knows_data();
    void features_table_knows();
    void explain_none_isWhatTheEngineDecides();
    void explain_t2_clearsAndSets();
    void explain_t2s_changesAnMsr();
    void explain_notFitting_data();
    void explain_notFitting();
    void explain_thirdVendor_startsNothing();
    void explain_custom_warns();
    void explain_laterChange_winsOverEarlier();
    void explain_noVcpu_isAnError();
    void report_isWholeDocument();
    void snapshot_sameHost_fits();
    void snapshot_otherVendor_isThatAlone();
    void snapshot_missingFeature_isAProblem();
    void snapshot_bitsOfTheGuest_areNone();
    void snapshot_assurance_isAWarning();
    void snapshot_missingMsr_isNamed();
    void snapshot_report();
    void snapshot_vcpuThatHasMore_counts();
    void tool_errors_data();
    void tool_errors();
};

void TestToolsCpu::features_table_isOrderedAndUnique()
{
    const auto features = x86_64::cpuFeatures();
    QVERIFY(features.size() >= 300);
    const auto place = [](const x86_64::CpuFeature &one) {
        return std::tuple(one.leaf, one.subleaf, one.reg, one.bit);
    };
    QSet<QString> names;
    for (std::size_t at = 0; at < features.size(); ++at) {
        QVERIFY(features[at].bit < 32);
        QVERIFY2(at == 0 || place(features[at - 1]) < place(features[at]), features[at].name.data());
        QVERIFY(!features[at].meaning.empty());
        names.insert(QString::fromUtf8(features[at].name.data(), qsizetype(features[at].name.size())));
    }
    QCOMPARE(std::size_t(names.size()), features.size());
}

void TestToolsCpu::features_table_knows_data()
{
    QTest::addColumn<quint32>("leaf");
    QTest::addColumn<quint32>("subleaf");
    QTest::addColumn<int>("reg");
    QTest::addColumn<int>("bit");
    // As /proc/cpuinfo names them.
    QTest::newRow("pni") << 1u << 0u << 2 << 0;
    QTest::newRow("avx") << 1u << 0u << 2 << 28;
    QTest::newRow("sse2") << 1u << 0u << 3 << 26;
    QTest::newRow("avx2") << 7u << 0u << 1 << 5;
    QTest::newRow("avx512f") << 7u << 0u << 1 << 16;
    QTest::newRow("gfni") << 7u << 0u << 2 << 8;
    QTest::newRow("fsrm") << 7u << 0u << 3 << 4;
    QTest::newRow("arch_capabilities") << 7u << 0u << 3 << 29;
    QTest::newRow("avx512_bf16") << 7u << 1u << 0 << 5;
    QTest::newRow("xsaves") << 0xdu << 1u << 0 << 3;
    QTest::newRow("kvm_steal_time") << 0x40000001u << 0u << 0 << 5;
    QTest::newRow("svm") << 0x80000001u << 0u << 2 << 2;
    QTest::newRow("pdpe1gb") << 0x80000001u << 0u << 3 << 26;
    QTest::newRow("wbnoinvd") << 0x80000008u << 0u << 1 << 9;
    QTest::newRow("sev_snp") << 0x8000001fu << 0u << 0 << 4;
}

void TestToolsCpu::features_table_knows()
{
    QFETCH(quint32, leaf);
    QFETCH(quint32, subleaf);
    QFETCH(int, reg);
    QFETCH(int, bit);
    const auto features = x86_64::cpuFeatures();
    const auto found = std::ranges::find(features, QTest::currentDataTag(), &x86_64::CpuFeature::name);
    QVERIFY(found != features.end());
    QCOMPARE(found->leaf, leaf);
    QCOMPARE(found->subleaf, subleaf);
    QCOMPARE(static_cast<int>(found->reg), reg);
    QCOMPARE(static_cast<int>(found->bit), bit);
}

void TestToolsCpu::explain_none_isWhatTheEngineDecides()
{
    const CpuAnswer answer = ask(named(CpuTemplate::None), hostOf(cascadeLake()));
    QVERIFY(!answer.fault);
    QVERIFY(answer.warnings.empty());
    const CpuidEntry *features = findLeaf(answer.guest, 1, 0);
    QVERIFY(features);
    // PDCM gone; TSC deadline and hypervisor there in every guest.
    QCOMPARE(features->ecx, 1u << 31 | 1u << 28 | 1u << 24);
    QCOMPARE(features->eax, 0x50657u);
}

void TestToolsCpu::explain_t2_clearsAndSets()
{
    const HostProcessor host = hostOf(cascadeLake());
    const QJsonObject document = report(host, ask(named(CpuTemplate::T2), host));
    QCOMPARE(document["chosen"]["fits"], true);
    // RDSEED is cleared by T2, ERMS is set, AVX stays.
    const QJsonObject rdseed = featureNamed(document, "rdseed");
    QCOMPARE(rdseed["host"], true);
    QCOMPARE(rdseed["template"], "cleared");
    QCOMPARE(rdseed["guest"], false);
    const QJsonObject erms = featureNamed(document, "erms");
    QCOMPARE(erms["host"], false);
    QCOMPARE(erms["template"], "set");
    QCOMPARE(erms["guest"], true);
    const QJsonObject avx = featureNamed(document, "avx");
    QCOMPARE(avx["host"], true);
    QCOMPARE(avx["template"], "host");
    QCOMPARE(avx["guest"], true);
}

void TestToolsCpu::explain_t2s_changesAnMsr()
{
    const HostProcessor host = hostOf(cascadeLake());
    const QJsonObject document = report(host, ask(named(CpuTemplate::T2S), host));
    QCOMPARE(document["msrs"].toArray(), QJsonArray({QJsonObject{{"address", "0x10a"},
                                                                 {"name", "IA32_ARCH_CAPABILITIES"},
                                                                 {"filter", "0xffffffffffffffff"},
                                                                 {"value", "0xc0a0c4c"},
                                                                 {"host", "0xff"},
                                                                 {"guest", "0xc0a0c4c"}}}));
}

void TestToolsCpu::explain_notFitting_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("fault");
    QTest::newRow("vendor") << 0
                            << "Failed to get CPU template: CPU vendor mismatched between actual CPU and CPU template.";
    QTest::newRow("leaf") << 1
                          << "Failed to create guest config: Template changes a CPUID entry not supported by KVM: "
                             "Leaf: 14, Subleaf: 1";
    QTest::newRow("msr") << 2
                         << "Failed to create guest config: Template changes an MSR entry not supported by KVM: "
                            "Register Address: 1234";
}

void TestToolsCpu::explain_notFitting()
{
    QFETCH(int, which);
    QFETCH(QString, fault);
    const CpuQuestion questions[] = {
        named(CpuTemplate::T2A),
        custom({.capabilities = {}, .cpuid = {{0x14, 1, 1, {{Ebx, {1, 1}}}}}, .msrs = {}}),
        custom({.capabilities = {}, .cpuid = {}, .msrs = {{0x1234, {1, 1}}}}),
    };
    const HostProcessor host = hostOf(cascadeLake());
    const CpuAnswer answer = ask(questions[which], host);
    QCOMPARE(QString::fromStdString(answer.fault.value_or("")), fault);
    QVERIFY(answer.guest.empty());
    const QJsonObject document = report(host, answer);
    QCOMPARE(document["chosen"]["fits"], false);
    QCOMPARE(document["chosen"]["reason"], fault);
    // What it would change is told all the same, what a guest would find is not.
    QCOMPARE(featureNamed(document, "avx")["guest"], QJsonValue());
    QCOMPARE(featureNamed(document, "svm")["template"], which == 0 ? "cleared" : "host");
}

void TestToolsCpu::explain_thirdVendor_startsNothing()
{
    std::vector<CpuidEntry> hygon = cascadeLake();
    hygon.front() = leaf(0, 0, 0, 0x16, 0x6f67'7948, 0x656e'6975, 0x6e65'476e);
    const CpuAnswer answer = ask(named(CpuTemplate::None), hostOf(hygon));
    QCOMPARE(QString::fromStdString(answer.fault.value_or("")),
             "Failed to create guest config: Unsupported CPU vendor: HygonGenuine");
}

void TestToolsCpu::explain_custom_warns()
{
    const CustomCpuTemplate changes{
        .capabilities = {},
        .cpuid = {{1, 0, 0, {{Ecx, {1u << 31 | 1u << 12, 1u << 12}}}}, // no hypervisor; FMA, which is not offered
                  {7, 0, 0, {{Ebx, {1, 0}}}}},                         // KVM's entry has flag 1
        .msrs = {{0x1a0, {1, 0}}}};                                    // the start decides
    const HostProcessor host = hostOf(cascadeLake(), {{0x1a0, 1}});
    const CpuAnswer answer = ask(custom(changes), host);
    QVERIFY(!answer.fault);
    QStringList warnings;
    for (const CpuWarning &warning : answer.warnings)
        warnings << QString::fromStdString(warning.message);
    QCOMPARE(warnings,
             QStringList({"fma is set by the template, but this host does not offer it: guests that use it fail.",
                          "hypervisor is cleared by the template, but every guest finds it set.",
                          "Leaf 0x7, sub-leaf 0, has the flags 0 in the template, and 1 in KVM: with other flags "
                          "guests may find it under other sub-leaves.",
                          "IA32_MISC_ENABLE is changed by the template, but every machine starts with the same "
                          "value."}));
    const QJsonObject document = report(host, answer);
    const QJsonArray told = document["chosen"]["warnings"].toArray();
    QCOMPARE(told.size(), 4);
    QCOMPARE(told[0]["kind"], "not_offered");
    QCOMPARE(told[1]["kind"], "overruled");
    QCOMPARE(told[2]["kind"], "flags");
    QCOMPARE(told[3]["name"], "IA32_MISC_ENABLE");
}

void TestToolsCpu::explain_laterChange_winsOverEarlier()
{
    const CustomCpuTemplate changes{
        .capabilities = {}, .cpuid = {{7, 0, 1, {{Ebx, {0b11, 0b11}}}}, {7, 0, 1, {{Ebx, {0b10, 0}}}}}, .msrs = {}};
    QCOMPARE(changeOf(changes, 7, 0, Ebx), (BitChange{0b11, 0b01}));
    QCOMPARE(changeOf(changes, 7, 0, Ecx), BitChange());
    QCOMPARE(changeOf(changes, 7, 1, Ebx), BitChange());
}

void TestToolsCpu::explain_noVcpu_isAnError()
{
    HostProcessor host = hostOf(cascadeLake());
    host.freshVcpu = []() -> Result<std::unique_ptr<Vcpu>> { return fail(ErrorKind::Host, "no vCPU"); };
    const auto answer = explainCpu(named(CpuTemplate::None), host);
    QVERIFY(!answer);
    QCOMPARE(answer.error().text, std::string("no vCPU"));
}

void TestToolsCpu::report_isWholeDocument()
{
    const HostProcessor host = hostOf(cascadeLake());
    const CpuAnswer answer = ask(custom({.capabilities = {}, .cpuid = {{7, 0, 1, {{Ebx, {1, 0}}}}}, .msrs = {}}), host);
    const NamedVerdict verdicts[] = {{CpuTemplate::None, {}}, {CpuTemplate::T2A, "does not"}};
    const QJsonObject document = QJsonDocument::fromJson(bytes(cpuReport(host, verdicts, answer))).object();
    QCOMPARE(document["host"].toObject(),
             QJsonObject({{"vendor", "GenuineIntel"}, {"family", 6}, {"model", 85}, {"stepping", 7}, {"brand", ""}}));
    QCOMPARE(document["templates"].toArray(),
             QJsonArray({QJsonObject{{"name", "None"}, {"fits", true}, {"reason", QJsonValue()}},
                         QJsonObject{{"name", "T2A"}, {"fits", false}, {"reason", "does not"}}}));
    QCOMPARE(document["chosen"]["template"].toString(),
             "{\n  \"kvm_capabilities\": [],\n  \"cpuid_modifiers\": [\n    { \"leaf\": \"0x7\", \"subleaf\": \"0x0\", "
             "\"flags\": 1, \"modifiers\": [\n      { \"register\": \"ebx\", \"bitmap\": "
             "\"0bxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0\" } ] }\n  ],\n  \"msr_modifiers\": []\n}\n");
    QCOMPARE(featureNamed(document, "fsgsbase"), QJsonObject({{"leaf", "0x7"},
                                                              {"subleaf", "0x0"},
                                                              {"register", "ebx"},
                                                              {"bit", 0},
                                                              {"name", "fsgsbase"},
                                                              {"meaning", "Instructions for the FS and GS base"},
                                                              {"host", true},
                                                              {"template", "cleared"},
                                                              {"guest", false}}));
    // On Intel FDP_EXCPTN_ONLY and the end of FCS and FDS are set in every guest: bits 6 and 13.
    const QJsonArray registers = document["registers"].toArray();
    QVERIFY(registers.contains(QJsonObject{{"leaf", "0x7"},
                                           {"subleaf", "0x0"},
                                           {"register", "ebx"},
                                           {"host", "0x40001"},
                                           {"filter", "0x1"},
                                           {"value", "0x0"},
                                           {"guest", "0x42040"}}));
    // Leaf 0xb is the engine's, KVM's list has none here.
    QVERIFY(registers.contains(QJsonObject{{"leaf", "0xb"},
                                           {"subleaf", "0x1"},
                                           {"register", "ecx"},
                                           {"host", QJsonValue()},
                                           {"filter", "0x0"},
                                           {"value", "0x0"},
                                           {"guest", "0x201"}}));
}

void TestToolsCpu::snapshot_sameHost_fits()
{
    const HostProcessor host = hostOf(cascadeLake());
    const CpuAnswer answer = ask(named(CpuTemplate::T2), host);
    auto cpuid = answer.guest;
    for (CpuidEntry &entry : cpuid) // T2 sets ERMS, which this host does not offer
        entry.ebx &= entry.leaf == 7 ? ~(1u << 9) : ~0u;
    for (CpuidEntry &entry : cpuid) // ... and MTRR (12) and MCE (7)
        entry.edx &= entry.leaf == 1 ? ~(1u << 12 | 1u << 7) : ~0u;
    const auto verdict = checkSnapshotCpu(stateOf(cpuid, {{0x10a, 0}}), host);
    QVERIFY(verdict.has_value());
    QCOMPARE(messages(verdict->problems), QStringList());
    QCOMPARE(messages(verdict->warnings), QStringList());
    QVERIFY(verdict->fits());
    QCOMPARE(verdict->vendor, std::string("GenuineIntel"));
}

void TestToolsCpu::snapshot_otherVendor_isThatAlone()
{
    const auto verdict =
        checkSnapshotCpu(stateOf({leaf(0, 0, 0, 0x10, kAuth, kCamd, kEnti), leaf(1, 0, 0, 0xa00f11, 0, ~0u, ~0u)}, {}),
                         hostOf(cascadeLake()));
    QVERIFY(verdict.has_value());
    QVERIFY(!verdict->fits());
    QCOMPARE(messages(verdict->problems), QStringList({"The snapshot's processor is of another vendor (AuthenticAMD; "
                                                       "this host has GenuineIntel)."}));
    // Whatever the bytes are, texts stay texts.
    const auto odd = checkSnapshotCpu(stateOf({leaf(0, 0, 0, 1, 0, 0, 0xff41'4141)}, {}), hostOf(cascadeLake()));
    QCOMPARE(odd->vendor, std::string("????AAA?????"));
}

void TestToolsCpu::snapshot_missingFeature_isAProblem()
{
    const auto verdict = checkSnapshotCpu(
        stateOf({cascadeLake().front(), leaf(7, 0, 1, 0, 1u << 5 | 1u << 18, 0, 0)}, {}), hostOf(cascadeLake()));
    QVERIFY(verdict.has_value());
    QCOMPARE(messages(verdict->problems),
             QStringList({"The guest was given avx2 (Advanced vector extensions 2), which this host does not offer."}));
    QCOMPARE(verdict->problems.front().name, std::string("avx2"));
}

void TestToolsCpu::snapshot_bitsOfTheGuest_areNone()
{
    // OSXSAVE and OSPKE are there because the guest's kernel has switched XSAVE and protection keys on.
    const auto verdict = checkSnapshotCpu(
        stateOf({cascadeLake().front(), leaf(1, 0, 0, 0, 0, 1u << 27, 1u << 9), leaf(7, 0, 1, 0, 0, 1u << 4, 0)}, {}),
        hostOf(cascadeLake()));
    QVERIFY(verdict.has_value());
    QVERIFY(verdict->fits());
}

void TestToolsCpu::snapshot_assurance_isAWarning()
{
    const auto verdict = checkSnapshotCpu(
        stateOf({cascadeLake().front(), leaf(0x8000'0008, 0, 0, 0, 1u << 26, 0, 0)}, {}), hostOf(cascadeLake()));
    QVERIFY(verdict.has_value());
    QVERIFY(verdict->fits());
    QCOMPARE(messages(verdict->warnings),
             QStringList({"The guest relies on amd_ssb_no (Not affected by speculative store bypass), which this host "
                          "does not promise."}));
}

void TestToolsCpu::snapshot_missingMsr_isNamed()
{
    // Both vCPUs have it, it is told once; the paravirtual clock's address is not tried.
    MachineState state = stateOf({cascadeLake().front()}, {{0x122, 0}, {0x9999, 0}, {0x4b56'4d01, 1}, {0x10a, 0}});
    state.vcpus.push_back(state.vcpus.front());
    const auto verdict = checkSnapshotCpu(state, hostOf(cascadeLake()));
    QVERIFY(verdict.has_value());
    QCOMPARE(messages(verdict->problems),
             QStringList({"The snapshot holds IA32_TSX_CTRL (0x122), which this host does not have.",
                          "The snapshot holds MSR 0x9999 (0x9999), which this host does not have."}));
}

void TestToolsCpu::snapshot_report()
{
    const auto verdict = checkSnapshotCpu(
        stateOf({cascadeLake().front(), leaf(7, 0, 1, 0, 1u << 5, 0, 0)}, {{0x122, 0}}), hostOf(cascadeLake()));
    QVERIFY(verdict.has_value());
    const QJsonObject msr{{"kind", "msr"},
                          {"name", "IA32_TSX_CTRL"},
                          {"msr", "0x122"},
                          {"message", "The snapshot holds IA32_TSX_CTRL (0x122), which this host does not have."}};
    const QJsonObject feature{
        {"kind", "feature"},
        {"name", "avx2"},
        {"leaf", "0x7"},
        {"subleaf", "0x0"},
        {"register", "ebx"},
        {"bit", 5},
        {"message", "The guest was given avx2 (Advanced vector extensions 2), which this host does not offer."}};
    const QJsonObject document = QJsonDocument::fromJson(bytes(snapshotReport(*verdict))).object();
    QCOMPARE(document, QJsonObject({{"fits", false},
                                    {"vendor", "GenuineIntel"},
                                    {"problems", QJsonArray({msr, feature})},
                                    {"warnings", QJsonArray()}}));
}

void TestToolsCpu::snapshot_vcpuThatHasMore_counts()
{
    // A KVM that shows guests more than the list that it is given.
    HostProcessor host = hostOf(cascadeLake());
    host.freshVcpu = []() -> Result<std::unique_ptr<Vcpu>> {
        auto vcpu = std::make_unique<ScriptedVcpu>();
        vcpu->state.cpuid = {leaf(7, 0, 1, 0, 1u << 5, 0, 0)};
        return vcpu;
    };
    const auto verdict =
        checkSnapshotCpu(stateOf({cascadeLake().front(), leaf(7, 0, 1, 0, 1u << 5 | 1u << 18, 0, 0)}, {}), host);
    QVERIFY(verdict.has_value());
    QCOMPARE(messages(verdict->problems), QStringList());
}

void TestToolsCpu::tool_errors_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("error");
    const QByteArray none;
    QTest::newRow("name") << QStringList{"explain", "--template", "T3"} << none << "There is no CPU template `T3`.";
    QTest::newRow("vcpus") << QStringList{"explain", "--vcpus", "x"} << none << "`x` is no number of vCPUs.";
    const QString count = "Machine config error: The number of vCPUs must be greater than 0, less than 32 and must be "
                          "1 or an even number if SMT is enabled.";
    QTest::newRow("too many") << QStringList{"explain", "--vcpus", "33"} << none << count;
    QTest::newRow("odd with smt") << QStringList{"explain", "--vcpus", "3", "--smt"} << none << count;
    QTest::newRow("template") << QStringList{"explain", "--template-file", "%1"}
                              << QByteArray(R"({"msr_modifiers": [{"addr": "0x1", "bitmap": "0b2"}]})")
                              << "Failed to parse string [0b2] as a bitmap - unknown character: 50 at line 1 column 51";
    QTest::newRow("state") << QStringList{"check-snapshot", "--vmstate-path", "%1"} << QByteArray("hello")
                           << "Failed to get snapshot state from file: Failed to load snapshot state from file: "
                              "Snapshot file is smaller than CRC length.";
    QTest::newRow("hostile state")
        << QStringList{"check-snapshot", "--vmstate-path", "%1"} << QByteArray(4096, '\xff')
        << "Failed to get snapshot state from file: Failed to load snapshot state from file: CRC64 validation failed";
}

void TestToolsCpu::tool_errors()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, file);
    QFETCH(QString, error);
    const TempFile temporary(std::as_bytes(std::span(file.constData(), std::size_t(file.size()))));
    std::vector<std::string> given{"cpu"};
    for (const QString &word : words)
        given.push_back(word == "%1" ? temporary.path() : word.toStdString());
    const Outcome outcome = run("sparkler-tools", given);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, std::string());
    QCOMPARE(QString::fromStdString(outcome.err).trimmed(), error);
}

QTEST_GUILESS_MAIN(TestToolsCpu)
#include "tst_tools_cpu.moc"
