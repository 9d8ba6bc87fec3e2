// CPU templates: what they change and what they leave, for which processors the built-in ones are, and the MSRs that
// vCPUs get. The built-in tables are compared with lists of bits that were written from the reference by hand.
#include "arch/x86_64/guest_cpu.h"
#include "arch/x86_64/static_templates.h"
#include "arch/x86_64/vcpu_setup.h"
#include "support/scripted_vcpu.h"
#include "template_samples.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::x86_64;
using enum CpuidRegister;

namespace {

std::uint64_t bits(std::initializer_list<std::pair<unsigned, unsigned>> ranges)
{
    std::uint64_t mask = 0;
    for (const auto &[first, last] : ranges) {
        for (unsigned bit = first; bit <= last; ++bit)
            mask |= std::uint64_t{1} << bit;
    }
    return mask;
}

std::uint32_t &registerOf(CpuidEntry &entry, CpuidRegister reg)
{
    return reg == Eax ? entry.eax : reg == Ebx ? entry.ebx : reg == Ecx ? entry.ecx : entry.edx;
}

struct Expected {
    std::uint32_t leaf, subleaf;
    CpuidRegister reg;
    std::uint64_t cleared, set;
};

/// machine-model.md 3.7, the table of bits.
std::vector<Expected> expectedChanges(CpuTemplate cpuTemplate)
{
    const std::uint64_t signature = cpuTemplate == CpuTemplate::C3 ? 0x306e4 : 0x306f2;
    std::vector<Expected> expected{
        {0x1, 0, Eax, 0x0fff'3fff & ~signature, signature},
        {0x1, 0, Edx, bits({{18, 18}, {21, 22}, {27, 27}, {29, 31}}), bits({{7, 7}, {12, 12}})},
        {0xd, 0, Eax, bits({{3, 7}, {9, 9}}), 0},
        {0xd, 1, Eax, bits({{1, 3}}), 0},
    };
    if (cpuTemplate == CpuTemplate::C3) {
        expected[1].cleared = bits({{18, 18}, {21, 22}, {27, 27}, {29, 29}, {31, 31}});
        expected.push_back({0x1, 0, Ecx, bits({{2, 5}, {8, 8}, {10, 12}, {14, 15}, {22, 22}}), 0});
        expected.push_back({0x7, 0, Ebx, bits({{2, 5}, {8, 8}, {10, 12}, {14, 19}, {21, 21}, {23, 31}}), 0});
        expected.push_back({0x7, 0, Ecx, bits({{1, 4}, {11, 11}, {14, 14}, {16, 16}, {22, 22}, {30, 30}}), 0});
        expected.push_back({0x7, 0, Edx, bits({{2, 3}}), 0});
        expected.push_back({0x8000'0001, 0, Ecx, bits({{5, 5}, {8, 8}}), 0});
        expected.push_back({0x8000'0001, 0, Edx, bits({{26, 26}}), 0});
        return expected;
    }
    expected.push_back({0x1, 0, Ecx, bits({{2, 8}, {10, 11}, {14, 15}, {18, 18}}), 0});
    expected.push_back({0x7, 0, Ebx, bits({{2, 2}, {4, 4}, {11, 12}, {14, 19}, {21, 31}}), bits({{9, 9}})});
    expected.push_back({0x7, 0, Ecx, bits({{1, 4}, {6, 6}, {8, 12}, {14, 14}, {16, 16}, {22, 22}, {30, 30}}), 0});
    expected.push_back({0x7, 0, Edx, bits({{2, 4}, {8, 8}}), 0});
    const bool isT2a = cpuTemplate == CpuTemplate::T2A;
    const bool isT2cl = cpuTemplate == CpuTemplate::T2CL;
    expected.push_back({0x8000'0001, 0, Ecx,
                        isT2a    ? bits({{2, 2}, {6, 8}, {29, 29}})
                        : isT2cl ? bits({{6, 8}, {29, 29}})
                                 : bits({{8, 8}, {29, 29}}),
                        0});
    expected.push_back({0x8000'0001, 0, Edx,
                        isT2a    ? bits({{22, 22}, {25, 26}})
                        : isT2cl ? bits({{22, 26}})
                                 : bits({{26, 26}}),
                        0});
    expected.push_back(
        {0x8000'0008, 0, Ebx, isT2a ? bits({{0, 0}, {9, 9}}) : bits({{9, 9}}), isT2a ? bits({{2, 2}, {18, 20}}) : 0});
    return expected;
}

/// Applied to `fill` everywhere by hand.
std::vector<CpuidEntry> expectedList(CpuTemplate cpuTemplate, std::uint32_t fill)
{
    std::vector<CpuidEntry> entries = listOf(fill);
    for (const Expected &change : expectedChanges(cpuTemplate)) {
        for (CpuidEntry &entry : entries) {
            if (entry.leaf != change.leaf || entry.subleaf != change.subleaf)
                continue;
            std::uint32_t &value = registerOf(entry, change.reg);
            value = static_cast<std::uint32_t>((value & ~change.cleared) | change.set);
            entry.flags = change.leaf == 0x7 || change.leaf == 0xd ? 1 : 0;
        }
    }
    return entries;
}

} // namespace

class TestCpuTemplate : public QObject {
    Q_OBJECT
private slots:
    void builtIn_changesTheBitsOfTheReference_data();
    void builtIn_changesTheBitsOfTheReference();
    void builtIn_msrs();
    void none_changesNothing();
    void models_fit_data();
    void models_fit();
    void model_ofSignature_data();
    void model_ofSignature();
    void cpuid_unsupportedLeaf_isRefused();
    void msr_unsupported_isRefused();
    void appliedTwice_isAppliedOnce();
    void outsideTheFilter_nothingChanges();
    void vcpus_getTheTemplateAndTheBootValues();
};

void TestCpuTemplate::builtIn_changesTheBitsOfTheReference_data()
{
    QTest::addColumn<int>("cpuTemplate");
    for (const auto &[name, value] : {std::pair{"T2", CpuTemplate::T2},
                                      {"T2S", CpuTemplate::T2S},
                                      {"T2CL", CpuTemplate::T2CL},
                                      {"T2A", CpuTemplate::T2A},
                                      {"C3", CpuTemplate::C3}})
        QTest::newRow(name) << static_cast<int>(value);
}

void TestCpuTemplate::builtIn_changesTheBitsOfTheReference()
{
    QFETCH(int, cpuTemplate);
    const auto which = static_cast<CpuTemplate>(cpuTemplate);
    for (const std::uint32_t fill : {0u, 0xffff'ffffu, 0x5555'5555u, 0xcafe'f00du}) {
        const auto applied = applyCpuidChanges(listOf(fill), changesOf(which).cpuid);
        QVERIFY(applied.has_value());
        QVERIFY(*applied == expectedList(which, fill));
    }
}

void TestCpuTemplate::builtIn_msrs()
{
    const std::vector<MsrEntry> host{{0x10a, 0xffff'ffff'ffff'ffff}};
    const auto changed = [&host](CpuTemplate which) { return applyMsrChanges(host, changesOf(which).msrs).value(); };
    QVERIFY(changed(CpuTemplate::T2S) ==
            std::vector<MsrEntry>({{0x10a, bits({{2, 3}, {6, 6}, {10, 11}, {17, 17}, {19, 19}, {26, 27}})}}));
    QVERIFY(changed(CpuTemplate::T2CL) ==
            std::vector<MsrEntry>({{0x10a, ~bits({{9, 12}, {16, 16}, {18, 18}, {20, 23}, {25, 25}, {29, 63}})}}));
    for (const CpuTemplate which : {CpuTemplate::T2, CpuTemplate::T2A, CpuTemplate::C3})
        QVERIFY(changed(which).empty());
}

void TestCpuTemplate::none_changesNothing()
{
    QVERIFY(changesOf(CpuTemplate::None) == CustomCpuTemplate());
    QVERIFY(applyCpuidChanges(listOf(7), {}).value() == listOf(7));
    QVERIFY(checkTemplateFits(CpuTemplate::None, CpuVendor::Other, {}).has_value());
}

void TestCpuTemplate::models_fit_data()
{
    QTest::addColumn<int>("cpuTemplate");
    QTest::addColumn<QByteArray>("fitting"); // of the five processors below, a letter each
    QTest::newRow("C3") << static_cast<int>(CpuTemplate::C3) << QByteArray("SCI");
    QTest::newRow("T2") << static_cast<int>(CpuTemplate::T2) << QByteArray("SCI");
    QTest::newRow("T2S") << static_cast<int>(CpuTemplate::T2S) << QByteArray("SC");
    QTest::newRow("T2CL") << static_cast<int>(CpuTemplate::T2CL) << QByteArray("CI");
    QTest::newRow("T2A") << static_cast<int>(CpuTemplate::T2A) << QByteArray("M");
}

void TestCpuTemplate::models_fit()
{
    QFETCH(int, cpuTemplate);
    QFETCH(QByteArray, fitting);
    const auto which = static_cast<CpuTemplate>(cpuTemplate);
    struct Processor {
        char letter;
        CpuVendor vendor;
        CpuModel model;
    };
    const std::array processors{
        Processor{'S', CpuVendor::Intel, {6, 0x55, 4}},  // Skylake
        Processor{'C', CpuVendor::Intel, {6, 0x55, 7}},  // Cascade Lake
        Processor{'I', CpuVendor::Intel, {6, 0x6a, 6}},  // Ice Lake
        Processor{'M', CpuVendor::Amd, {0x19, 1, 1}},    // Milan
        Processor{'R', CpuVendor::Amd, {0x17, 0x31, 0}}, // Rome
        Processor{'X', CpuVendor::Intel, {6, 0x8f, 8}},  // Sapphire Rapids
        Processor{'D', CpuVendor::Intel, {6, 0x55, 5}},  // a stepping that nobody named
    };
    for (const Processor &processor : processors) {
        const auto fits = checkTemplateFits(which, processor.vendor, processor.model);
        const bool vendorFits = (which == CpuTemplate::T2A) == (processor.vendor == CpuVendor::Amd);
        const std::string text = fits ? "" : fits.error().text;
        QCOMPARE(text, fitting.contains(processor.letter) ? ""
                       : vendorFits ? "The current CPU model is not permitted to apply the CPU template."
                                    : "CPU vendor mismatched between actual CPU and CPU template.");
    }
    QCOMPARE(checkTemplateFits(which, CpuVendor::Other, {6, 0x55, 4}).error().text,
             "CPU vendor mismatched between actual CPU and CPU template.");
}

void TestCpuTemplate::model_ofSignature_data()
{
    QTest::addColumn<unsigned>("signature");
    QTest::addColumn<unsigned>("family");
    QTest::addColumn<unsigned>("model");
    QTest::addColumn<unsigned>("stepping");
    QTest::newRow("Skylake server") << 0x50654u << 6u << 0x55u << 4u;
    QTest::newRow("Ice Lake server") << 0x606a6u << 6u << 0x6au << 6u;
    QTest::newRow("Milan") << 0xa00f11u << 0x19u << 1u << 1u;
    QTest::newRow("Rome") << 0x830f10u << 0x17u << 0x31u << 0u;
    QTest::newRow("Pentium, no extended model") << 0xf0543u << 5u << 4u << 3u;
}

void TestCpuTemplate::model_ofSignature()
{
    QFETCH(unsigned, signature);
    QFETCH(unsigned, family);
    QFETCH(unsigned, model);
    QFETCH(unsigned, stepping);
    QVERIFY((cpuModelOf(signature) == CpuModel{family, model, stepping}));
}

void TestCpuTemplate::cpuid_unsupportedLeaf_isRefused()
{
    const std::vector<CpuidChange> changes{{0x7, 0, 1, {}}, {0x8fff'abcd, 0x1f, 0, {}}};
    const auto applied = applyCpuidChanges(listOf(0), changes);
    QVERIFY(!applied);
    QCOMPARE(applied.error().text, "Template changes a CPUID entry not supported by KVM: Leaf: 8fffabcd, Subleaf: 1f");
}

void TestCpuTemplate::msr_unsupported_isRefused()
{
    const std::vector<MsrChange> changes{{0x100, {1, 1}}, {0xabc, {1, 1}}};
    const auto applied = applyMsrChanges(kHostMsrs, changes);
    QVERIFY(!applied);
    QCOMPARE(applied.error().text, "Template changes an MSR entry not supported by KVM: Register Address: abc");
}

void TestCpuTemplate::appliedTwice_isAppliedOnce()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 500; ++round) {
        const CustomCpuTemplate made = randomTemplate(random);
        const auto once = applyCpuidChanges(listOf(static_cast<std::uint32_t>(random())), made.cpuid);
        QVERIFY(applyCpuidChanges(*once, made.cpuid).value() == *once);
        const auto msrs = applyMsrChanges(kHostMsrs, made.msrs);
        QVERIFY(applyMsrChanges(*msrs, made.msrs).value() == *msrs);
    }
}

void TestCpuTemplate::outsideTheFilter_nothingChanges()
{
    std::mt19937_64 random(8);
    for (int round = 0; round < 500; ++round) {
        const CustomCpuTemplate made = randomTemplate(random);
        std::vector<CpuidEntry> before = listOf(static_cast<std::uint32_t>(random()));
        auto after = applyCpuidChanges(before, made.cpuid).value();
        for (std::size_t at = 0; at < before.size(); ++at) {
            for (const CpuidRegister reg : {Eax, Ebx, Ecx, Edx}) {
                std::uint64_t filter = 0;
                for (const CpuidChange &change : made.cpuid) {
                    for (const CpuidRegisterChange &one : change.registers) {
                        if (change.leaf == before[at].leaf && change.subleaf == before[at].subleaf && one.reg == reg)
                            filter |= one.bits.filter;
                    }
                }
                QCOMPARE(registerOf(before[at], reg) & ~filter, registerOf(after[at], reg) & ~filter);
            }
        }
    }
}

void TestCpuTemplate::vcpus_getTheTemplateAndTheBootValues()
{
    ScriptedVcpu first;
    first.msrs = {{0x10a, 0xf0}, {0x1a0, 0x5}};
    CustomCpuTemplate made;
    made.msrs = {{0x10a, {0xff, 0x0f}}, {0x1a0, {0xff, 0x80}}}; // the second one is a boot MSR, whose value wins
    auto cpu = GuestCpu::create(listOf(1), made);
    QVERIFY(cpu.has_value());
    QVERIFY(cpu->changedMsrs() == std::vector<std::uint32_t>({0x10a, 0x1a0}));
    const auto msrs = cpu->msrsFor(first);
    QVERIFY(msrs.has_value());
    QCOMPARE(std::ranges::count(*msrs, MsrEntry{0x10a, 0x0f}), 1);
    QCOMPARE(msrs->size(), bootMsrs().size() + 1);
    for (const MsrEntry &boot : bootMsrs())
        QCOMPARE(std::ranges::count(*msrs, boot), 1);
    // Another vCPU gets the same, whatever it has itself.
    ScriptedVcpu other;
    QVERIFY(cpu->msrsFor(other).value() == *msrs);
    QVERIFY(other.calls().empty());
}

QTEST_APPLESS_MAIN(TestCpuTemplate)
#include "tst_cpu_template.moc"
