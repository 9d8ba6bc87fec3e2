// What sets CPU templates apart, bit by bit, and a processor as the template of all its bits: values by hand.
#include "app/tools/template_dump.h"
#include "app/tools/template_strip.h"

#include <QTest>

#include <random>

using namespace sparkler;
using namespace sparkler::tools;
using enum CpuidRegister;

namespace {

constexpr std::uint64_t kAllBits = ~std::uint64_t{0};

CustomCpuTemplate cpuidOnly(std::vector<CpuidChange> changes)
{
    return {.capabilities = {}, .cpuid = std::move(changes), .msrs = {}};
}

CustomCpuTemplate msrsOnly(std::vector<MsrChange> changes)
{
    return {.capabilities = {}, .cpuid = {}, .msrs = std::move(changes)};
}

struct Case {
    const char *name;
    std::vector<CustomCpuTemplate> given;
    std::vector<CustomCpuTemplate> left;
};

std::vector<Case> cases()
{
    return {
        {"equal ones come out empty",
         {msrsOnly({{1, {0xf, 0x3}}}), msrsOnly({{1, {0xf, 0x3}}})},
         {CustomCpuTemplate(), CustomCpuTemplate()}},
        {"the bits that differ stay",
         {msrsOnly({{1, {kAllBits, 0b0110}}}), msrsOnly({{1, {kAllBits, 0b1010}}})},
         {msrsOnly({{1, {0b1100, 0b0100}}}), msrsOnly({{1, {0b1100, 0b1000}}})}},
        {"a bit that only one sets stays with that one",
         {msrsOnly({{1, {0b0111, 0b0101}}}), msrsOnly({{1, {0b0011, 0b0001}}})},
         {msrsOnly({{1, {0b0100, 0b0100}}}), CustomCpuTemplate()}},
        {"of three, one differs: all keep the bit",
         {msrsOnly({{1, {0b11, 0b11}}}), msrsOnly({{1, {0b11, 0b11}}}), msrsOnly({{1, {0b11, 0b01}}})},
         {msrsOnly({{1, {0b10, 0b10}}}), msrsOnly({{1, {0b10, 0b10}}}), msrsOnly({{1, {0b10, 0b00}}})}},
        {"of three, one says nothing: the others keep all",
         {msrsOnly({{1, {0b11, 0b11}}}), CustomCpuTemplate(), msrsOnly({{1, {0b11, 0b11}}})},
         {msrsOnly({{1, {0b11, 0b11}}}), CustomCpuTemplate(), msrsOnly({{1, {0b11, 0b11}}})}},
        {"registers of a leaf are apart",
         {cpuidOnly({{7, 0, 1, {{Eax, {0xff, 1}}, {Ebx, {0xff, 2}}}}}),
          cpuidOnly({{7, 0, 1, {{Eax, {0xff, 1}}, {Ebx, {0xff, 3}}}}})},
         {cpuidOnly({{7, 0, 1, {{Ebx, {1, 0}}}}}), cpuidOnly({{7, 0, 1, {{Ebx, {1, 1}}}}})}},
        {"so are sub-leaves",
         {cpuidOnly({{7, 0, 1, {{Eax, {1, 1}}}}}), cpuidOnly({{7, 1, 1, {{Eax, {1, 1}}}}})},
         {cpuidOnly({{7, 0, 1, {{Eax, {1, 1}}}}}), cpuidOnly({{7, 1, 1, {{Eax, {1, 1}}}}})}},
        {"and flags",
         {cpuidOnly({{7, 0, 1, {{Eax, {1, 1}}}}}), cpuidOnly({{7, 0, 0, {{Eax, {1, 1}}}}})},
         {cpuidOnly({{7, 0, 1, {{Eax, {1, 1}}}}}), cpuidOnly({{7, 0, 0, {{Eax, {1, 1}}}}})}},
        {"a leaf whose flags alone are changed",
         {cpuidOnly({{7, 0, 1, {}}, {8, 0, 1, {}}}), cpuidOnly({{7, 0, 1, {}}, {8, 0, 0, {}}})},
         {cpuidOnly({{8, 0, 1, {}}}), cpuidOnly({{8, 0, 0, {}}})}},
        {"several changes of a register count as one",
         {cpuidOnly({{1, 0, 0, {{Ecx, {0b1, 0b0}}}}, {1, 0, 0, {{Ecx, {0b11, 0b11}}}}}),
          cpuidOnly({{1, 0, 0, {{Ecx, {0b11, 0b11}}}}})},
         {CustomCpuTemplate(), CustomCpuTemplate()}},
        {"capabilities",
         {{.capabilities = {{8, false}, {9, true}, {10, false}}, .cpuid = {}, .msrs = {}},
          {.capabilities = {{8, false}, {9, false}}, .cpuid = {}, .msrs = {}}},
         {{.capabilities = {{9, true}, {10, false}}, .cpuid = {}, .msrs = {}},
          {.capabilities = {{9, false}}, .cpuid = {}, .msrs = {}}}},
        {"what is left is in order",
         {msrsOnly({{9, {1, 1}}, {0x1'0000, {1, 1}}, {3, {1, 0}}}), CustomCpuTemplate()},
         {msrsOnly({{3, {1, 0}}, {9, {1, 1}}, {0x1'0000, {1, 1}}}), CustomCpuTemplate()}},
    };
}

} // namespace

class TestTemplateStrip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void strip_data();
    void strip();
    void strip_whatIsShared_isEnoughToPutBack();
    void strip_again_changesNothing();

    void dump_isAllBitsInOrder();
    void dump_leavesMsrsOut_data();
    void dump_leavesMsrsOut();
};

void TestTemplateStrip::strip_data()
{
    QTest::addColumn<int>("row");
    const auto all = cases();
    for (std::size_t row = 0; row < all.size(); ++row)
        QTest::newRow(all[row].name) << static_cast<int>(row);
}

void TestTemplateStrip::strip()
{
    QFETCH(int, row);
    const auto all = cases();
    const Case &one = all[static_cast<std::size_t>(row)];
    QVERIFY(stripped(one.given) == one.left);
}

namespace {

/// Changes of a few registers, which several templates are likely to have in common.
CustomCpuTemplate randomTemplate(std::mt19937 &generator)
{
    const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
    const auto bits = [&random] {
        const std::uint64_t filter = (random() & 0xff) | 0x80; // never none
        return BitChange{filter, random() & filter};
    };
    CustomCpuTemplate made;
    for (int i = 0; i < 4; ++i) {
        made.cpuid.push_back({random() % 3, random() % 2, 1, {{static_cast<CpuidRegister>(random() % 4), bits()}}});
        made.msrs.push_back({random() % 4, bits()});
        made.capabilities.push_back({random() % 4, random() % 2 == 0});
    }
    return made;
}

/// First one, then the other.
CustomCpuTemplate both(const CustomCpuTemplate &first, const CustomCpuTemplate &then)
{
    CustomCpuTemplate whole = first;
    whole.capabilities.insert(whole.capabilities.end(), then.capabilities.begin(), then.capabilities.end());
    whole.cpuid.insert(whole.cpuid.end(), then.cpuid.begin(), then.cpuid.end());
    whole.msrs.insert(whole.msrs.end(), then.msrs.begin(), then.msrs.end());
    return merged(whole);
}

} // namespace

/// Nothing is lost: whoever has another of the templates as it was, and what is left of this one, has this one where
/// both say something.
void TestTemplateStrip::strip_whatIsShared_isEnoughToPutBack()
{
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        const std::array given{randomTemplate(random), randomTemplate(random), randomTemplate(random)};
        const auto left = stripped(given);
        for (std::size_t i = 0; i < given.size(); ++i) {
            const CustomCpuTemplate &other = given[(i + 1) % given.size()];
            QVERIFY(both(other, left[i]) == both(other, given[i]));
        }
    }
}

void TestTemplateStrip::strip_again_changesNothing()
{
    std::mt19937 random(4);
    for (int round = 0; round < 500; ++round) {
        const std::array given{randomTemplate(random), randomTemplate(random)};
        const auto left = stripped(given);
        QVERIFY(stripped(left) == left);
    }
}

void TestTemplateStrip::dump_isAllBitsInOrder()
{
    const std::vector<CpuidEntry> cpuid{
        {.leaf = 0x8000'0001, .subleaf = 0, .flags = 0, .eax = 5, .ebx = 6, .ecx = 7, .edx = 0xffff'ffff},
        {.leaf = 0x4, .subleaf = 1, .flags = 1, .eax = 1, .ebx = 2, .ecx = 3, .edx = 4},
        {.leaf = 0x4, .subleaf = 0, .flags = 1, .eax = 0, .ebx = 0, .ecx = 0, .edx = 0},
    };
    const std::vector<MsrEntry> msrs{{0xc000'0081, 9}, {0x174, ~std::uint64_t{0}}};
    constexpr std::uint64_t k32 = 0xffff'ffff;
    const CustomCpuTemplate expected{
        .capabilities = {},
        .cpuid = {{0x4, 0, 1, {{Eax, {k32, 0}}, {Ebx, {k32, 0}}, {Ecx, {k32, 0}}, {Edx, {k32, 0}}}},
                  {0x4, 1, 1, {{Eax, {k32, 1}}, {Ebx, {k32, 2}}, {Ecx, {k32, 3}}, {Edx, {k32, 4}}}},
                  {0x8000'0001, 0, 0, {{Eax, {k32, 5}}, {Ebx, {k32, 6}}, {Ecx, {k32, 7}}, {Edx, {k32, k32}}}}},
        .msrs = {{0x174, {kAllBits, kAllBits}}, {0xc000'0081, {kAllBits, 9}}},
    };
    QVERIFY(dumpedTemplate(cpuid, msrs) == expected);
}

void TestTemplateStrip::dump_leavesMsrsOut_data()
{
    QTest::addColumn<unsigned>("index");
    QTest::addColumn<bool>("onIntel");
    QTest::addColumn<bool>("onAmd");
    for (const unsigned index : {0x10u, 0x17au, 0x345u, 0x3f1u, 0x3f2u, 0x4d0u, 0x600u, 0x6e0u, 0xc001'0000u,
                                 0xc001'0003u, 0xc001'0004u, 0xc001'0007u, 0xc001'0200u, 0xc001'020bu})
        QTest::addRow("%x", index) << index << false << false;
    for (const unsigned index : {0xfu, 0x11u, 0x179u, 0x17bu, 0x344u, 0x346u, 0x3f0u, 0x3f3u, 0x4cfu, 0x4d1u, 0x5ffu,
                                 0x601u, 0x6dfu, 0x6e1u, 0xc000'ffffu, 0xc001'0008u, 0xc001'01ffu, 0xc001'020cu})
        QTest::addRow("%x", index) << index << true << true;
    QTest::newRow("10a") << 0x10au << true << false;
}

void TestTemplateStrip::dump_leavesMsrsOut()
{
    QFETCH(unsigned, index);
    QFETCH(bool, onIntel);
    QFETCH(bool, onAmd);
    // "GenuineIntel" and "AuthenticAMD", as leaf 0 spells them.
    const std::vector<CpuidEntry> intel{
        {.leaf = 0, .subleaf = 0, .flags = 0, .eax = 1, .ebx = 0x756e6547, .ecx = 0x6c65746e, .edx = 0x49656e69}};
    const std::vector<CpuidEntry> amd{
        {.leaf = 0, .subleaf = 0, .flags = 0, .eax = 1, .ebx = 0x68747541, .ecx = 0x444d4163, .edx = 0x69746e65}};
    const std::vector<MsrEntry> msrs{{index, 1}};
    QCOMPARE(!dumpedTemplate(intel, msrs).msrs.empty(), onIntel);
    QCOMPARE(!dumpedTemplate(amd, msrs).msrs.empty(), onAmd);
}

QTEST_APPLESS_MAIN(TestTemplateStrip)
#include "tst_template_strip.moc"
