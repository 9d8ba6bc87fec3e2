// Whether a guest's processor shows what a template asks for: which registers are told, in which words, and that every
// template is found in what it was applied to.
#include "arch/x86_64/cpuid.h"
#include "arch/x86_64/guest_cpu.h"
#include "arch/x86_64/static_templates.h"
#include "arch/x86_64/template_check.h"
#include "support/scripted_vcpu.h"
#include "template_samples.h"

#include <QTest>

#include <bit>
#include <cstring>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::x86_64;
using enum CpuidRegister;

Q_DECLARE_METATYPE(sparkler::CustomCpuTemplate)

namespace {

/// A guest's processor of two sub-leaves and two MSRs.
const std::vector<CpuidEntry> kCpuid{
    {.leaf = 0x1, .subleaf = 0, .flags = 0, .eax = 0x306f2, .ebx = 0, .ecx = 0x8000'0001, .edx = 0},
    {.leaf = 0x7, .subleaf = 1, .flags = 1, .eax = 0xf0, .ebx = 0, .ecx = 0, .edx = 0},
};
const std::vector<MsrEntry> kMsrs{{0x10a, 0xc0}, {0xc000'0080, 0x8000'0000'0000'0001}};

CustomCpuTemplate cpuidTemplate(CpuidChange change)
{
    return {.capabilities = {}, .cpuid = {std::move(change)}, .msrs = {}};
}

CustomCpuTemplate msrTemplate(std::vector<MsrChange> changes)
{
    return {.capabilities = {}, .cpuid = {}, .msrs = std::move(changes)};
}

/// The registers that are changed, in which the random templates change any bit.
struct Applied {
    std::vector<CpuidEntry> cpuid;
    std::vector<MsrEntry> msrs;
};

Applied applied(const CustomCpuTemplate &made, std::uint32_t fill)
{
    return {applyCpuidChanges(listOf(fill), made.cpuid).value(), applyMsrChanges(kHostMsrs, made.msrs).value()};
}

} // namespace

class TestTemplateCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unshown_data();
    void unshown();
    void describe_threeLinesOfBits();
    void describe_allBitsOfAnMsr();

    void everyModifier_isThereAfterwards();
    void oneBitOff_isTold();
    void otherBits_doNotMatter();
    void builtIn_allHoldOnAFreshList_data();
    void builtIn_allHoldOnAFreshList();

    void merged_hasOneChangeForEachRegister();
    void merged_doesTheSame();

    void guestCpu_looksAtTheVcpu();
    void guestCpu_withoutATemplate_asksNothing();

    void warning_isForC3OnSkylake();
};

void TestTemplateCheck::unshown_data()
{
    QTest::addColumn<CustomCpuTemplate>("made");
    QTest::addColumn<QByteArray>("told"); // in one line, "; " between them
    QTest::newRow("nothing") << CustomCpuTemplate() << QByteArray();
    QTest::newRow("shown") << cpuidTemplate({0x1, 0, 0, {{Eax, {0xff, 0xf2}}, {Ecx, {0x8000'0002, 0x8000'0000}}}})
                           << QByteArray();
    QTest::newRow("another value") << cpuidTemplate({0x1, 0, 0, {{Ecx, {0x8000'0003, 0x2}}}})
                                   << QByteArray("leaf=0x1, subleaf=0x0, flags=0b0, register=ecx is "
                                                 "0b1xxxxxxxxxxxxxxxxxxxxxxxxxxxxx01, not "
                                                 "0b0xxxxxxxxxxxxxxxxxxxxxxxxxxxxx10");
    QTest::newRow("no such leaf") << cpuidTemplate({0x8000'001f, 2, 0, {{Edx, {1, 0}}}})
                                  << QByteArray("leaf=0x8000001f, subleaf=0x2, flags=0b0, register=edx is not there");
    QTest::newRow("no such sub-leaf") << cpuidTemplate({0x7, 0, 1, {{Eax, {0xf0, 0xf0}}}})
                                      << QByteArray("leaf=0x7, subleaf=0x0, flags=0b1, register=eax is not there");
    QTest::newRow("other flags") << cpuidTemplate({0x7, 1, 2, {{Eax, {0xf0, 0xf0}}}})
                                 << QByteArray("leaf=0x7, subleaf=0x1, flags=0b10, register=eax is not there");
    QTest::newRow("no bits of a register that is there") << cpuidTemplate({0x1, 0, 0, {{Ebx, {0, 0}}}}) << QByteArray();
    QTest::newRow("MSRs: one shown, one not there, in order")
        << msrTemplate({{0xffff'ffff, {1, 1}}, {0x10a, {0xff, 0xc0}}, {0x11, {0, 0}}})
        << QByteArray("index=0x11 is not there; index=0xffffffff is not there");
    QTest::newRow("the last of several changes counts")
        << msrTemplate({{0x10a, {0xf, 0xf}}, {0x10a, {0xf, 0x0}}}) << QByteArray();
    QTest::newRow("bit 63") << msrTemplate({{0xc000'0080, {std::uint64_t{1} << 63, 0}}})
                            << QByteArray("index=0xc0000080 is 0b1") + QByteArray(63, 'x') + ", not 0b0" +
                                   QByteArray(63, 'x');
}

void TestTemplateCheck::unshown()
{
    QFETCH(CustomCpuTemplate, made);
    QFETCH(QByteArray, told);
    QByteArrayList lines;
    for (const UnshownChange &change : unshownChanges(made, kCpuid, kMsrs))
        lines << QByteArray::fromStdString(describeInOneLine(change));
    QCOMPARE(lines.join("; "), told);
}

void TestTemplateCheck::describe_threeLinesOfBits()
{
    const auto unshown = unshownChanges(cpuidTemplate({0x1, 0, 0, {{Ecx, {0x8000'0007, 0x2}}}}), kCpuid, {});
    QCOMPARE(unshown.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(describe(unshown[0])),
             QByteArray("Value for leaf=0x1, subleaf=0x0, flags=0b0, register=ecx mismatched.\n"
                        "* CPU template     : 0b0xxxxxxxxxxxxxxxxxxxxxxxxxxxx010\n"
                        "* CPU configuration: 0b1xxxxxxxxxxxxxxxxxxxxxxxxxxxx001\n"
                        "* Diff             :   ^                             ^^"));
    const UnshownChange absent{.key = "index=0x10a", .wanted = {1, 1}, .found = {}, .widthBits = 64};
    QCOMPARE(QByteArray::fromStdString(describe(absent)), QByteArray("index=0x10a not found in CPU configuration."));
}

void TestTemplateCheck::describe_allBitsOfAnMsr()
{
    const auto unshown = unshownChanges(msrTemplate({{0x10a, {~std::uint64_t{0}, 0x40}}}), {}, kMsrs);
    QCOMPARE(unshown.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(describe(unshown[0])),
             QByteArray("Value for index=0x10a mismatched.\n"
                        "* CPU template     : 0b0000000000000000000000000000000000000000000000000000000001000000\n"
                        "* CPU configuration: 0b0000000000000000000000000000000000000000000000000000000011000000\n"
                        "* Diff             :   ") +
                 QByteArray(56, ' ') + '^' + QByteArray(7, ' '));
}

void TestTemplateCheck::everyModifier_isThereAfterwards()
{
    std::mt19937_64 random(9);
    for (int round = 0; round < 500; ++round) {
        const CustomCpuTemplate made = randomTemplate(random);
        const Applied guest = applied(made, static_cast<std::uint32_t>(random()));
        QVERIFY(unshownChanges(made, guest.cpuid, guest.msrs).empty());
    }
}

void TestTemplateCheck::oneBitOff_isTold()
{
    std::mt19937_64 random(10);
    int flipped = 0;
    for (int round = 0; round < 200; ++round) {
        const CustomCpuTemplate made = merged(randomTemplate(random));
        const Applied guest = applied(made, static_cast<std::uint32_t>(random()));
        for (const CpuidChange &change : made.cpuid) {
            for (const CpuidRegisterChange &one : change.registers) {
                if (one.bits.filter == 0)
                    continue;
                auto wrong = guest.cpuid;
                const auto entry = std::ranges::find_if(wrong, [&change](const CpuidEntry &candidate) {
                    return candidate.leaf == change.leaf && candidate.subleaf == change.subleaf;
                });
                (*entry).*memberOf(one.reg) ^= static_cast<std::uint32_t>(std::bit_floor(one.bits.filter));
                QCOMPARE(unshownChanges(made, wrong, guest.msrs).size(), std::size_t{1});
                ++flipped;
            }
        }
        for (const MsrChange &change : made.msrs) {
            auto wrong = guest.msrs;
            std::ranges::find(wrong, change.index, &MsrEntry::index)->value ^= std::bit_floor(change.bits.filter);
            QCOMPARE(unshownChanges(made, guest.cpuid, wrong).size(), std::size_t{change.bits.filter == 0 ? 0u : 1u});
        }
    }
    QVERIFY(flipped > 1000);
}

void TestTemplateCheck::otherBits_doNotMatter()
{
    std::mt19937_64 random(11);
    for (int round = 0; round < 200; ++round) {
        const CustomCpuTemplate made = merged(randomTemplate(random));
        Applied guest = applied(made, static_cast<std::uint32_t>(random()));
        for (const CpuidChange &change : made.cpuid) {
            for (CpuidEntry &entry : guest.cpuid) {
                if (entry.leaf != change.leaf || entry.subleaf != change.subleaf)
                    continue;
                for (const CpuidRegisterChange &one : change.registers)
                    entry.*memberOf(one.reg) ^= static_cast<std::uint32_t>(~one.bits.filter);
            }
        }
        for (const MsrChange &change : made.msrs)
            std::ranges::find(guest.msrs, change.index, &MsrEntry::index)->value ^= ~change.bits.filter;
        QVERIFY(unshownChanges(made, guest.cpuid, guest.msrs).empty());
    }
}

void TestTemplateCheck::builtIn_allHoldOnAFreshList_data()
{
    QTest::addColumn<int>("cpuTemplate");
    for (const auto &[name, value] : {std::pair{"T2", CpuTemplate::T2},
                                      {"T2S", CpuTemplate::T2S},
                                      {"T2CL", CpuTemplate::T2CL},
                                      {"T2A", CpuTemplate::T2A},
                                      {"C3", CpuTemplate::C3}})
        QTest::newRow(name) << static_cast<int>(value);
}

/// Normalising changes nothing that a built-in template asks for.
void TestTemplateCheck::builtIn_allHoldOnAFreshList()
{
    QFETCH(int, cpuTemplate);
    const CustomCpuTemplate made = changesOf(static_cast<CpuTemplate>(cpuTemplate));
    const std::vector<MsrEntry> host{{0x10a, 0x5555'5555'5555'5555}};
    const char *vendor = static_cast<CpuTemplate>(cpuTemplate) == CpuTemplate::T2A ? "AuthenticAMD" : "GenuineIntel";
    CpuidEntry basic{.leaf = 0};
    std::memcpy(&basic.ebx, vendor, 4);
    std::memcpy(&basic.edx, vendor + 4, 4);
    std::memcpy(&basic.ecx, vendor + 8, 4);
    for (const std::uint32_t fill : {0u, 0xffff'ffffu, 0xcafe'f00du}) {
        auto list = listOf(fill);
        list.push_back(basic);
        const auto guest = GuestCpu::create(list, made);
        QVERIFY(guest.has_value());
        for (const VcpuTopology &topology : {VcpuTopology{0, 1, false}, VcpuTopology{3, 4, true}}) {
            const auto cpuid = normalizeCpuid(guest->cpuid(), topology, HostCpuid({basic}));
            const auto unshown = unshownChanges(made, cpuid, applyMsrChanges(host, made.msrs).value());
            QVERIFY2(unshown.empty(), unshown.empty() ? "" : describeInOneLine(unshown[0]).c_str());
        }
    }
}

void TestTemplateCheck::merged_hasOneChangeForEachRegister()
{
    const CustomCpuTemplate made{
        .capabilities = {{171, false}, {8, true}, {171, true}},
        .cpuid = {{0x7, 0, 0, {{Ebx, {0b0011, 0b0001}}, {Eax, {0x1, 0x1}}}},
                  {0x1, 0, 0, {}},
                  {0x7, 0, 1, {{Ebx, {0b0110, 0b0100}}}}},
        .msrs = {{0x20, {0xf0, 0x10}}, {0x10, {0x1, 0}}, {0x20, {0x0f, 0x02}}},
    };
    const CustomCpuTemplate expected{
        .capabilities = {{8, true}, {171, true}},
        .cpuid = {{0x1, 0, 0, {}}, {0x7, 0, 1, {{Eax, {0x1, 0x1}}, {Ebx, {0b0111, 0b0101}}}}},
        .msrs = {{0x10, {0x1, 0}}, {0x20, {0xff, 0x12}}},
    };
    QVERIFY(merged(made) == expected);
}

void TestTemplateCheck::merged_doesTheSame()
{
    std::mt19937_64 random(12);
    for (int round = 0; round < 500; ++round) {
        const CustomCpuTemplate made = randomTemplate(random);
        const CustomCpuTemplate one = merged(made);
        QVERIFY(merged(one) == one);
        const auto fill = static_cast<std::uint32_t>(random());
        const Applied before = applied(made, fill);
        const Applied after = applied(one, fill);
        QVERIFY(before.cpuid == after.cpuid);
        for (const MsrEntry &entry : before.msrs)
            QCOMPARE(std::ranges::count(after.msrs, entry), 1);
    }
}

void TestTemplateCheck::guestCpu_looksAtTheVcpu()
{
    CustomCpuTemplate made = cpuidTemplate({0x7, 1, 1, {{Eax, {0xff, 0x0f}}}});
    made.msrs = {{0x10a, {0xff, 0x0f}}};
    const auto cpu = GuestCpu::create(listOf(0), made);
    QVERIFY(cpu.has_value());
    ScriptedVcpu vcpu;
    vcpu.cpuid = {{.leaf = 0x7, .subleaf = 1, .flags = 1, .eax = 0x0f}};
    vcpu.msrs = {{0x10a, 0x1f}}; // as if KVM had ignored a bit
    const auto unshown = cpu->unshownBy(vcpu);
    QVERIFY(unshown.has_value());
    QCOMPARE(unshown->size(), std::size_t{1});
    QVERIFY((unshown->front() ==
             UnshownChange{.key = "index=0x10a", .wanted = {0xff, 0x0f}, .found = 0x1f, .widthBits = 64}));
}

void TestTemplateCheck::guestCpu_withoutATemplate_asksNothing()
{
    const ScriptedVcpu vcpu;
    QVERIFY(GuestCpu(listOf(0)).unshownBy(vcpu).value().empty());
    QVERIFY(vcpu.calls().empty());
}

void TestTemplateCheck::warning_isForC3OnSkylake()
{
    constexpr CpuModel kSkylake{6, 0x55, 4};
    constexpr CpuModel kCascadeLake{6, 0x55, 7};
    QVERIFY(templateWarning(CpuTemplate::C3, kSkylake).find("MMIO Stale Data") != std::string_view::npos);
    QVERIFY(templateWarning(CpuTemplate::C3, kCascadeLake).empty());
    for (const CpuTemplate other : {CpuTemplate::T2, CpuTemplate::T2S, CpuTemplate::T2CL, CpuTemplate::None})
        QVERIFY(templateWarning(other, kSkylake).empty());
}

QTEST_APPLESS_MAIN(TestTemplateCheck)
#include "tst_template_check.moc"
