#include "arch/x86_64/cpuid.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

using namespace sparkler;
using namespace sparkler::x86_64;

namespace {

constexpr std::uint32_t kOnes = 0xffffffff;

CpuidEntry entry(std::uint32_t leaf, std::uint32_t subleaf = 0, std::uint32_t eax = 0, std::uint32_t ebx = 0,
                 std::uint32_t ecx = 0, std::uint32_t edx = 0)
{
    return CpuidEntry{.leaf = leaf, .subleaf = subleaf, .flags = 0, .eax = eax, .ebx = ebx, .ecx = ecx, .edx = edx};
}

std::uint32_t word(std::string_view text, std::size_t at)
{
    std::uint32_t value = 0;
    if (at < text.size())
        std::memcpy(&value, text.data() + at, std::min<std::size_t>(4, text.size() - at));
    return value;
}

/// Leaf 0 and the brand leaves of a processor.
std::vector<CpuidEntry> identity(std::string_view vendor, std::string_view brand)
{
    std::vector<CpuidEntry> leaves{entry(0, 0, 0x16, word(vendor, 0), word(vendor, 8), word(vendor, 4))};
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::size_t at = i * 16;
        leaves.push_back(
            entry(0x8000'0002 + i, 0, word(brand, at), word(brand, at + 4), word(brand, at + 8), word(brand, at + 12)));
    }
    return leaves;
}

HostCpuid intelHost(std::string_view brand = "Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz")
{
    auto leaves = identity("GenuineIntel", brand);
    leaves.push_back(entry(0x8000'0005, 0, 1, 2, 3, 4));
    leaves.push_back(entry(0x8000'0006, 0, 5, 6, 7, kOnes));
    return HostCpuid(std::move(leaves));
}

HostCpuid amdHost()
{
    auto leaves = identity("AuthenticAMD", "AMD EPYC 7R13 Processor");
    leaves.push_back(entry(0x8000'001d, 0, 0x121 | 0xfffu << 14));
    leaves.push_back(entry(0x8000'001d, 1, 0x143 | 0xfffu << 14));
    leaves.push_back(entry(0x8000'001d, 2, 0x163 | 0xfffu << 14));
    leaves.push_back(entry(0x8000'001e, 0, 77, kOnes, kOnes, 9));
    return HostCpuid(std::move(leaves));
}

const CpuidEntry &find(const std::vector<CpuidEntry> &entries, std::uint32_t leaf, std::uint32_t subleaf = 0)
{
    static const CpuidEntry missing = entry(0xdead, 0xdead, 0xdead, 0xdead, 0xdead, 0xdead);
    const auto found =
        std::ranges::find_if(entries, [&](const CpuidEntry &e) { return e.leaf == leaf && e.subleaf == subleaf; });
    return found == entries.end() ? missing : *found;
}

std::uint32_t bits(std::uint32_t value, unsigned high, unsigned low)
{
    return (value >> low) & ((high - low == 31 ? kOnes : (1u << (high - low + 1)) - 1));
}

QByteArray brandOf(const std::vector<CpuidEntry> &entries)
{
    std::array<std::uint32_t, 12> words{};
    for (std::uint32_t i = 0; i < 3; ++i) {
        const CpuidEntry &e = find(entries, 0x8000'0002 + i);
        words[i * 4] = e.eax;
        words[i * 4 + 1] = e.ebx;
        words[i * 4 + 2] = e.ecx;
        words[i * 4 + 3] = e.edx;
    }
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words);
}

constexpr VcpuTopology kThirdOfSix{.index = 3, .count = 6, .smt = true};
constexpr VcpuTopology kSingle{.index = 0, .count = 1, .smt = true};

} // namespace

class TestCpuid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void common_vendor_isHosts();
    void common_features_describeVcpu();
    void common_singleVcpu_hasNoHyperThreading();
    void common_vcpuCount_roundsUpToPowerOfTwo_data();
    void common_vcpuCount_roundsUpToPowerOfTwo();
    void topology_smt_hasTwoThreadsPerCore();
    void topology_noSmt_hasOneThreadPerCore();
    void topology_missingLevels_areInserted();
    void topology_furtherLevels_areInvalid();
    void topology_lowMaximumLeaf_isRaised();
    void caches_l1l2_arePassedThrough();
    void intel_caches_shareByTopology();
    void intel_noMoreCaches_staysEmpty();
    void intel_features_areNormalised();
    void intel_leaf1f_copiesLeafB();
    void intel_noLeaf1f_staysWithout();
    void intel_brand_keepsOnlyFrequency_data();
    void intel_brand_keepsOnlyFrequency();
    void amd_features_areNormalised();
    void amd_cacheTopology_isHostsWithOurSharing();
    void amd_nodeTopology_describesVcpu();
    void amd_maximumLeaf_isRaisedNotLowered_data();
    void amd_maximumLeaf_isRaisedNotLowered();
    void amd_brand_isGeneric();
    void other_vendor_getsCommonPartOnly();
    void host_read_knowsItsVendor();
};

void TestCpuid::common_vendor_isHosts()
{
    const auto result = normalizeCpuid({entry(0, 0, 0x16, 1, 2, 3)}, kSingle, intelHost());
    QCOMPARE(find(result, 0).eax, 0x16u);
    QCOMPARE(find(result, 0).ebx, word("Genu", 0));
    QCOMPARE(find(result, 0).edx, word("ineI", 0));
    QCOMPARE(find(result, 0).ecx, word("ntel", 0));
}

void TestCpuid::common_features_describeVcpu()
{
    const auto result = normalizeCpuid({entry(1, 0, 0x306f2, kOnes, 1u << 15 | 1u, 0)}, kThirdOfSix, intelHost());
    const CpuidEntry &features = find(result, 1);
    QCOMPARE(features.eax, 0x306f2u);
    QCOMPARE(features.ebx, 3u << 24 | 8u << 16 | 8u << 8 | 0xffu);
    QCOMPARE(features.ecx, 1u << 31 | 1u << 24 | 1u);
    QCOMPARE(features.edx, 1u << 28);
}

void TestCpuid::common_singleVcpu_hasNoHyperThreading()
{
    const auto result = normalizeCpuid({entry(1, 0, 0, 0, 0, kOnes)}, kSingle, intelHost());
    QCOMPARE(find(result, 1).edx, kOnes & ~(1u << 28));
}

void TestCpuid::common_vcpuCount_roundsUpToPowerOfTwo_data()
{
    QTest::addColumn<quint32>("count");
    QTest::addColumn<quint32>("expected");
    QTest::newRow("1") << 1u << 1u;
    QTest::newRow("2") << 2u << 2u;
    QTest::newRow("3") << 3u << 4u;
    QTest::newRow("17") << 17u << 32u;
    QTest::newRow("32") << 32u << 32u;
}

void TestCpuid::common_vcpuCount_roundsUpToPowerOfTwo()
{
    QFETCH(quint32, count);
    QFETCH(quint32, expected);
    const auto result = normalizeCpuid({}, VcpuTopology{.index = 0, .count = count, .smt = false}, intelHost());
    QCOMPARE(bits(find(result, 1).ebx, 23, 16), expected);
}

void TestCpuid::topology_smt_hasTwoThreadsPerCore()
{
    const auto result = normalizeCpuid({entry(0xb, 0, kOnes, kOnes, kOnes, kOnes)}, kThirdOfSix, intelHost());
    QCOMPARE(bits(find(result, 0xb, 0).eax, 4, 0), 1u);
    QCOMPARE(bits(find(result, 0xb, 0).ebx, 15, 0), 2u);
    QCOMPARE(bits(find(result, 0xb, 0).ecx, 15, 0), 0x100u);
    QCOMPARE(find(result, 0xb, 0).edx, 3u);
    QCOMPARE(bits(find(result, 0xb, 1).eax, 4, 0), 5u);
    QCOMPARE(bits(find(result, 0xb, 1).ebx, 15, 0), 6u);
    QCOMPARE(bits(find(result, 0xb, 1).ecx, 15, 0), 0x201u);
    QCOMPARE(find(result, 0xb, 1).edx, 3u);
}

void TestCpuid::topology_noSmt_hasOneThreadPerCore()
{
    const auto result = normalizeCpuid({}, VcpuTopology{.index = 1, .count = 2, .smt = false}, intelHost());
    QCOMPARE(bits(find(result, 0xb, 0).eax, 4, 0), 0u);
    QCOMPARE(bits(find(result, 0xb, 0).ebx, 15, 0), 1u);
}

void TestCpuid::topology_missingLevels_areInserted()
{
    const auto result = normalizeCpuid({}, kThirdOfSix, intelHost());
    QCOMPARE(find(result, 0xb, 0).flags, 1u); // the sub-leaf is significant
    QCOMPARE(find(result, 0xb, 1).flags, 1u);
}

void TestCpuid::topology_furtherLevels_areInvalid()
{
    const auto result = normalizeCpuid({entry(0xb, 2, kOnes, kOnes, 0x502, 0)}, kThirdOfSix, intelHost());
    QCOMPARE(find(result, 0xb, 2), entry(0xb, 2, 0, 0, 2, 3));
}

void TestCpuid::topology_lowMaximumLeaf_isRaised()
{
    QCOMPARE(find(normalizeCpuid({entry(0, 0, 0x7)}, kSingle, intelHost()), 0).eax, 0xbu);
}

void TestCpuid::caches_l1l2_arePassedThrough()
{
    const auto result = normalizeCpuid({entry(0x8000'0006, 0, 9, 9, 9, 9)}, kSingle, intelHost());
    QCOMPARE(find(result, 0x8000'0005), entry(0x8000'0005, 0, 1, 2, 3, 4));
    QCOMPARE(find(result, 0x8000'0006), entry(0x8000'0006, 0, 5, 6, 7, kOnes & ~(3u << 16)));
}

void TestCpuid::intel_caches_shareByTopology()
{
    const std::vector<CpuidEntry> supported{entry(4, 0, (kOnes & ~0xe0u) | 1u << 5), entry(4, 2, 0x143),
                                            entry(4, 3, 0x163)};
    const auto result = normalizeCpuid(supported, kThirdOfSix, intelHost());
    QCOMPARE(bits(find(result, 4, 0).eax, 25, 14), 1u); // L1: the two threads of a core
    QCOMPARE(bits(find(result, 4, 2).eax, 25, 14), 1u); // L2
    QCOMPARE(bits(find(result, 4, 3).eax, 25, 14), 5u); // L3: all six
    QCOMPARE(bits(find(result, 4, 0).eax, 31, 26), 2u); // three cores
    QCOMPARE(bits(find(result, 4, 3).eax, 31, 26), 2u);
    QCOMPARE(bits(find(result, 4, 2).eax, 13, 0), 0x143u);
}

void TestCpuid::intel_noMoreCaches_staysEmpty()
{
    const auto result = normalizeCpuid({entry(4, 4)}, kThirdOfSix, intelHost());
    QCOMPARE(find(result, 4, 4), entry(4, 4));
}

void TestCpuid::intel_features_areNormalised()
{
    const std::vector<CpuidEntry> supported{entry(6, 0, kOnes, 1, kOnes, 1), entry(7, 0, 2, 0, kOnes, kOnes),
                                            entry(0xa, 0, 1, 2, 3, 4)};
    const auto result = normalizeCpuid(supported, kSingle, intelHost());
    QCOMPARE(find(result, 6), entry(6, 0, kOnes & ~(1u << 1), 1, kOnes & ~(1u << 3), 1));
    QCOMPARE(find(result, 7), entry(7, 0, 2, 1u << 6 | 1u << 13, kOnes & ~(1u << 5), kOnes));
    QCOMPARE(find(result, 0xa), entry(0xa));
}

void TestCpuid::intel_leaf1f_copiesLeafB()
{
    const std::vector<CpuidEntry> supported{entry(0x1f, 0, 99), entry(0x1f, 1, 99), entry(0x1f, 5, 99)};
    const auto result = normalizeCpuid(supported, kThirdOfSix, intelHost());
    for (const std::uint32_t level : {0u, 1u}) {
        CpuidEntry expected = find(result, 0xb, level);
        expected.leaf = 0x1f;
        QCOMPARE(find(result, 0x1f, level), expected);
    }
    QVERIFY(std::ranges::none_of(result, [](const CpuidEntry &e) { return e.leaf == 0x1f && e.subleaf == 5; }));
}

void TestCpuid::intel_noLeaf1f_staysWithout()
{
    const auto result = normalizeCpuid({}, kSingle, intelHost());
    QVERIFY(std::ranges::none_of(result, [](const CpuidEntry &e) { return e.leaf == 0x1f; }));
}

void TestCpuid::intel_brand_keepsOnlyFrequency_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("with frequency") << QByteArray("Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz")
                                    << QByteArray("Intel(R) Xeon(R) Processor @ 2.50GHz");
    QTest::newRow("MHz and padding") << QByteArray("Genuine Intel(R) 600MHz  ")
                                     << QByteArray("Intel(R) Xeon(R) Processor @ 600MHz");
    QTest::newRow("without") << QByteArray("Intel(R) Xeon(R) 6975P-C") << QByteArray("Intel(R) Xeon(R) Processor");
    QTest::newRow("unit without number") << QByteArray("Intel GHz") << QByteArray("Intel(R) Xeon(R) Processor");
    QTest::newRow("empty") << QByteArray() << QByteArray("Intel(R) Xeon(R) Processor");
}

void TestCpuid::intel_brand_keepsOnlyFrequency()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, expected);
    const auto result = normalizeCpuid({}, kSingle, intelHost(host.toStdString()));
    QCOMPARE(brandOf(result), expected.leftJustified(48, '\0'));
}

void TestCpuid::amd_features_areNormalised()
{
    const std::vector<CpuidEntry> supported{entry(7, 0, 0, 0, 0, kOnes), entry(0x8000'0001, 0, 0, 0, 1),
                                            entry(0x8000'0008, 0, 0x3030, 5, kOnes, 6)};
    const auto result = normalizeCpuid(supported, kThirdOfSix, amdHost());
    QCOMPARE(find(result, 7).edx, kOnes & ~(1u << 29));
    QCOMPARE(find(result, 7).ebx, 0u); // Intel's bits are not set
    QCOMPARE(find(result, 0x8000'0001).ecx, 1u << 22 | 1u);
    QCOMPARE(find(result, 0x8000'0008), entry(0x8000'0008, 0, 0x3030, 5, (kOnes & ~0xf0ffu) | 7u << 12 | 5u, 6));
}

void TestCpuid::amd_cacheTopology_isHostsWithOurSharing()
{
    const auto result = normalizeCpuid({entry(0x8000'001d, 0, kOnes)}, kThirdOfSix, amdHost());
    QCOMPARE(find(result, 0x8000'001d, 0).eax, 0x121u | 1u << 14);
    QCOMPARE(find(result, 0x8000'001d, 1).eax, 0x143u | 1u << 14);
    QCOMPARE(find(result, 0x8000'001d, 2).eax, 0x163u | 5u << 14);
}

void TestCpuid::amd_nodeTopology_describesVcpu()
{
    const auto result = normalizeCpuid({}, kThirdOfSix, amdHost());
    const CpuidEntry &node = find(result, 0x8000'001e);
    QCOMPARE(node.eax, 3u);
    QCOMPARE(bits(node.ebx, 7, 0), 1u); // vCPU 3 is a thread of core 1
    QCOMPARE(bits(node.ebx, 15, 8), 1u);
    QCOMPARE(node.ecx, kOnes & ~0x7ffu);
    QCOMPARE(node.edx, 9u);
}

void TestCpuid::amd_maximumLeaf_isRaisedNotLowered_data()
{
    QTest::addColumn<quint32>("supported");
    QTest::addColumn<quint32>("expected");
    QTest::newRow("old") << 0x8000'000au << 0x8000'001eu;
    QTest::newRow("new") << 0x8000'0021u << 0x8000'0021u;
}

void TestCpuid::amd_maximumLeaf_isRaisedNotLowered()
{
    QFETCH(quint32, supported);
    QFETCH(quint32, expected);
    QCOMPARE(find(normalizeCpuid({entry(0x8000'0000, 0, supported)}, kSingle, amdHost()), 0x8000'0000).eax, expected);
}

void TestCpuid::amd_brand_isGeneric()
{
    QCOMPARE(brandOf(normalizeCpuid({}, kSingle, amdHost())), QByteArray("AMD EPYC").leftJustified(48, '\0'));
}

void TestCpuid::other_vendor_getsCommonPartOnly()
{
    const HostCpuid host(identity("HygonGenuine", "Hygon C86"));
    const std::vector<CpuidEntry> supported{entry(4, 0, kOnes), entry(0xa, 0, kOnes),
                                            entry(0x8000'0008, 0, 0, 0, kOnes)};
    const auto result = normalizeCpuid(supported, kThirdOfSix, host);
    QVERIFY(host.vendor() == CpuVendor::Other);
    QCOMPARE(find(result, 0).ebx, word("Hygo", 0));
    QCOMPARE(find(result, 0xb, 1).edx, 3u);
    QCOMPARE(find(result, 4), entry(4, 0, kOnes));
    QCOMPARE(find(result, 0xa), entry(0xa, 0, kOnes));
    QCOMPARE(find(result, 0x8000'0008), entry(0x8000'0008, 0, 0, 0, kOnes));
}

void TestCpuid::host_read_knowsItsVendor()
{
    const HostCpuid host = HostCpuid::read();
    QVERIFY(host.find(0));
    QVERIFY(host.find(0)->eax >= 1);
    QVERIFY(!host.find(0x4000'0000)); // not asked for
}

QTEST_APPLESS_MAIN(TestCpuid)
#include "tst_cpuid.moc"
