// What the guest of each vCPU finds in CPUID on eight server processors of both vendors (tests/support/host_cpus), with
// no template. All that is expected was written by hand from machine-model.md 3.3 to 3.5, section by section.
#include "arch/x86_64/cpuid.h"
#include "support/host_cpu_dump.h"

#include <QTest>

#include <array>
#include <cstdio>
#include <set>
#include <string>

using namespace sparkler;
using namespace sparkler::x86_64;
using sparkler::test::entryOf;

namespace sparkler {

/// For Qt Test's messages.
char *toString(const CpuidEntry &entry)
{
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%#x.%x flags %x: %08x %08x %08x %08x", entry.leaf, entry.subleaf,
                  entry.flags, entry.eax, entry.ebx, entry.ecx, entry.edx);
    return qstrdup(text.data());
}

} // namespace sparkler

namespace {

using Words = std::array<std::uint32_t, 4>; // EAX, EBX, ECX, EDX

/// A vCPU, and what the leaves about topology tell it.
struct Vcpu {
    const char *name;
    VcpuTopology topology;
    std::uint32_t leaf1Ebx; ///< index, count as a power of two, 8 times 8 bytes; EBX[7:0] is the brand index, 0
    bool htt;               ///< leaf 1 EDX[28]
    Words threads, cores;   ///< leaf 0xb: levels 0 and 1
    std::uint32_t sharingL1L2, sharingL3, moreCores; ///< cache leaves: each one less than the number
    std::uint32_t sizesEcx;                          ///< AMD 0x80000008 ECX: APIC id bits, count - 1
    std::uint32_t nodeEbx;                           ///< AMD 0x8000001e EBX: threads per core - 1, core
};

// clang-format off
constexpr std::array kVcpus{
    //    vCPU of a machine     index count smt  1.EBX      HTT    0xb.0 EAX EBX ECX   EDX  0xb.1 EAX EBX ECX EDX   L1L2 L3 cores 8.ECX  1e.EBX
    Vcpu{"1 vCPU",             {0, 1, false}, 0x00010800, false, {0, 1, 0x100, 0}, {5, 1, 0x201, 0},      0, 0, 0,     0x7000, 0x0000},
    Vcpu{"1 vCPU, smt",        {0, 1, true},  0x00010800, false, {0, 1, 0x100, 0}, {5, 1, 0x201, 0},      0, 0, 0,     0x7000, 0x0000},
    Vcpu{"2 vCPUs: 0",         {0, 2, false}, 0x00020800, true,  {0, 1, 0x100, 0}, {5, 2, 0x201, 0},      0, 1, 1,     0x7001, 0x0000},
    Vcpu{"2 vCPUs: 1",         {1, 2, false}, 0x01020800, true,  {0, 1, 0x100, 1}, {5, 2, 0x201, 1},      0, 1, 1,     0x7001, 0x0001},
    Vcpu{"2 vCPUs, smt: 0",    {0, 2, true},  0x00020800, true,  {1, 2, 0x100, 0}, {5, 2, 0x201, 0},      1, 1, 0,     0x7001, 0x0100},
    Vcpu{"2 vCPUs, smt: 1",    {1, 2, true},  0x01020800, true,  {1, 2, 0x100, 1}, {5, 2, 0x201, 1},      1, 1, 0,     0x7001, 0x0100},
    Vcpu{"4 vCPUs: 0",         {0, 4, false}, 0x00040800, true,  {0, 1, 0x100, 0}, {5, 4, 0x201, 0},      0, 3, 3,     0x7003, 0x0000},
    Vcpu{"4 vCPUs: 1",         {1, 4, false}, 0x01040800, true,  {0, 1, 0x100, 1}, {5, 4, 0x201, 1},      0, 3, 3,     0x7003, 0x0001},
    Vcpu{"4 vCPUs: 2",         {2, 4, false}, 0x02040800, true,  {0, 1, 0x100, 2}, {5, 4, 0x201, 2},      0, 3, 3,     0x7003, 0x0002},
    Vcpu{"4 vCPUs: 3",         {3, 4, false}, 0x03040800, true,  {0, 1, 0x100, 3}, {5, 4, 0x201, 3},      0, 3, 3,     0x7003, 0x0003},
    Vcpu{"4 vCPUs, smt: 0",    {0, 4, true},  0x00040800, true,  {1, 2, 0x100, 0}, {5, 4, 0x201, 0},      1, 3, 1,     0x7003, 0x0100},
    Vcpu{"4 vCPUs, smt: 1",    {1, 4, true},  0x01040800, true,  {1, 2, 0x100, 1}, {5, 4, 0x201, 1},      1, 3, 1,     0x7003, 0x0100},
    Vcpu{"4 vCPUs, smt: 2",    {2, 4, true},  0x02040800, true,  {1, 2, 0x100, 2}, {5, 4, 0x201, 2},      1, 3, 1,     0x7003, 0x0101},
    Vcpu{"4 vCPUs, smt: 3",    {3, 4, true},  0x03040800, true,  {1, 2, 0x100, 3}, {5, 4, 0x201, 3},      1, 3, 1,     0x7003, 0x0101},
};

/// A processor, and what it is the same in all of its guests.
struct Model {
    const char *file;
    CpuVendor vendor;
    std::uint32_t lastLeaf, lastExtendedLeaf;
    std::uint32_t leaf1Eax, leaf1Ecx, leaf1Edx; ///< EDX without HTT
    std::uint32_t leaf7Ebx, leaf7Ecx, leaf7Edx;
    const char *brand;
    Words l1, l2; ///< leaves 0x80000005 and 0x80000006
};
constexpr CpuVendor kIntel = CpuVendor::Intel;
constexpr CpuVendor kAmd = CpuVendor::Amd;
constexpr Words kZero{};

// Leaf 1 ECX: PDCM (15) off, TSC deadline (24) and hypervisor (31) on. Leaf 7 of Intel: EBX 6 and 13 on, ECX 5 off; of AMD: EDX 29 off.
constexpr std::array kModels{
    Model{"skylake-sp", kIntel, 0x16, 0x80000008, 0x00050654, 0xf7fa3223, 0x0f8bfbff, 0xd19f6ffb, 0x0000000c, 0xac000400,
          "Intel(R) Xeon(R) Processor @ 2.50GHz", kZero, {0, 0, 0x04008040, 0}},
    Model{"cascade-lake", kIntel, 0x16, 0x80000008, 0x00050657, 0xf7fa3223, 0x0f8bfbff, 0xd19f6ffb, 0x0000080c, 0xbc000400,
          "Intel(R) Xeon(R) Processor @ 2.50GHz", kZero, {0, 0, 0x04008040, 0}},
    Model{"ice-lake-sp", kIntel, 0x1b, 0x80000008, 0x000606a6, 0xf7fa3223, 0x0f8bfbff, 0xf1bf2ffb, 0x00415f4e, 0xbc000410,
          "Intel(R) Xeon(R) Processor @ 2.90GHz", kZero, {0, 0, 0x05007040, 0}},
    Model{"sapphire-rapids", kIntel, 0x1f, 0x80000008, 0x000806f8, 0xf7fa3223, 0x0f8bfbff, 0xf1bf2ffb, 0x1b415f4e, 0xbfc14410,
          "Intel(R) Xeon(R) Processor", kZero, {0, 0, 0x08007040, 0}},
    Model{"naples", kAmd, 0xd, 0x8000001f, 0x00800f12, 0xf7f83203, 0x078bfbff, 0x209c01ab, 0x00000000, 0x00000000,
          "AMD EPYC", {0xff40ff40, 0xff40ff40, 0x20080140, 0x40040140}, {0x36006400, 0x56006400, 0x02006140, 0x02008140}},
    Model{"rome", kAmd, 0x10, 0x8000001f, 0x00830f10, 0xf7f83203, 0x078bfbff, 0x219c01ab, 0x00400004, 0x8c000000,
          "AMD EPYC", {0xff40ff40, 0xff40ff40, 0x20080140, 0x20080140}, {0x48006400, 0x68006400, 0x02006140, 0x06009140}},
    Model{"milan", kAmd, 0x10, 0x80000022, 0x00a00f11, 0xf7fa3203, 0x078bfbff, 0x219c07ab, 0x0040060c, 0x8c000010,
          "AMD EPYC", {0xff40ff40, 0xff40ff40, 0x20080140, 0x20080140}, {0x48002200, 0x68004200, 0x02006140, 0x06009140}},
    Model{"genoa", kAmd, 0x10, 0x80000022, 0x00a10f11, 0xf7fa3203, 0x078bfbff, 0xf1bf07ab, 0x00415f4e, 0x9c000010,
          "AMD EPYC", {0xff48ff40, 0xff48ff40, 0x20080140, 0x20080140}, {0x5c002200, 0x6c004200, 0x04006140, 0x0c009140}},
};

/// The bits that the sections name; no others change, wherever they are.
struct Named {
    std::uint32_t leaf;
    std::uint32_t eax, ebx, ecx, edx;
};
constexpr std::uint32_t kAll = 0xffffffff;
constexpr std::array kNamedCommon{
    Named{0x1, 0, 0xffffff00, 0x81008000, 0x10000000},
    Named{0xb, kAll, kAll, 0x0000ffff, kAll},
    Named{0x80000002, kAll, kAll, kAll, kAll}, Named{0x80000003, kAll, kAll, kAll, kAll}, Named{0x80000004, kAll, kAll, kAll, kAll},
    Named{0x80000005, kAll, kAll, kAll, kAll}, Named{0x80000006, kAll, kAll, kAll, kAll},
};
constexpr std::array kNamedIntel{
    Named{0x4, 0xffffc000, 0, 0, 0},
    Named{0x6, 0x2, 0, 0x8, 0},
    Named{0x7, 0, 0x2040, 0x20, 0},
    Named{0xa, kAll, kAll, kAll, kAll},
    Named{0x1f, kAll, kAll, kAll, kAll},
};
constexpr std::array kNamedAmd{
    Named{0x7, 0, 0, 0, 0x20000000},
    Named{0x80000001, 0, 0, 0x00400000, 0},
    Named{0x80000008, 0, 0, 0x0000f0ff, 0},
    Named{0x8000001d, 0x03ffc000, 0, 0, 0},
    Named{0x8000001e, kAll, kAll, kAll, kAll},
};
// clang-format on

Named namedIn(const Model &model, std::uint32_t leaf)
{
    Named sum{leaf, 0, 0, 0, 0};
    const auto add = [&](const auto &rows) {
        for (const Named &row : rows) {
            if (row.leaf == leaf)
                sum = {leaf, sum.eax | row.eax, sum.ebx | row.ebx, sum.ecx | row.ecx, sum.edx | row.edx};
        }
    };
    add(kNamedCommon);
    model.vendor == kIntel ? add(kNamedIntel) : add(kNamedAmd);
    return sum;
}

CpuidEntry expectedEntry(std::uint32_t leaf, std::uint32_t subleaf, std::uint32_t flags, const Words &words)
{
    return {leaf, subleaf, flags, words[0], words[1], words[2], words[3]};
}

bool has(const std::vector<CpuidEntry> &entries, std::uint32_t leaf, std::uint32_t subleaf)
{
    return std::ranges::any_of(entries,
                               [&](const CpuidEntry &entry) { return entry.leaf == leaf && entry.subleaf == subleaf; });
}

} // namespace

class TestGuestCpuid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leaf1_isTheVcpus_data() { everyVcpuOnEveryModel(); }
    void leaf1_isTheVcpus();
    void leafB_hasThreadsAndCores_data() { everyVcpuOnEveryModel(); }
    void leafB_hasThreadsAndCores();
    void leaf1f_isLeafBWhereTheHostHasIt_data() { everyVcpuOnEveryModel(); }
    void leaf1f_isLeafBWhereTheHostHasIt();
    void caches_areSharedByTheTopology_data() { everyVcpuOnEveryModel(); }
    void caches_areSharedByTheTopology();
    void amdPlace_isTheVcpus_data() { everyVcpuOnEveryModel(); }
    void amdPlace_isTheVcpus();
    void leaf7_isTheVendorsPolicy_data() { everyModel(); }
    void leaf7_isTheVendorsPolicy();
    void performanceCounters_areHidden_data() { everyModel(); }
    void performanceCounters_areHidden();
    void identity_isTheHostsWithAGeneralBrand_data() { everyModel(); }
    void identity_isTheHostsWithAGeneralBrand();
    void hypervisorLeaves_areKvms_data() { everyModel(); }
    void hypervisorLeaves_areKvms();
    void nothingElse_changes_data() { everyVcpuOnEveryModel(); }
    void nothingElse_changes();

private:
    static void everyModel();
    static void everyVcpuOnEveryModel();
    /// The row's processor and vCPU (the first one unless it says another), and what that vCPU's guest finds.
    static const Model &model();
    static const Vcpu &vcpu();
    static std::vector<CpuidEntry> kvmList() { return test::hostCpuDump(model().file).kvm; }
    static std::vector<CpuidEntry> guestList()
    {
        auto dump = test::hostCpuDump(model().file);
        return normalizeCpuid(std::move(dump.kvm), vcpu().topology, HostCpuid(std::move(dump.host)));
    }
};

void TestGuestCpuid::everyModel()
{
    QTest::addColumn<int>("modelAt");
    QTest::addColumn<int>("vcpuAt");
    for (std::size_t m = 0; m < kModels.size(); ++m)
        QTest::newRow(kModels[m].file) << static_cast<int>(m) << 0;
}

void TestGuestCpuid::everyVcpuOnEveryModel()
{
    QTest::addColumn<int>("modelAt");
    QTest::addColumn<int>("vcpuAt");
    for (std::size_t m = 0; m < kModels.size(); ++m) {
        for (std::size_t v = 0; v < kVcpus.size(); ++v)
            QTest::addRow("%s, %s", kModels[m].file, kVcpus[v].name) << static_cast<int>(m) << static_cast<int>(v);
    }
}

const Model &TestGuestCpuid::model()
{
    const int at = *static_cast<int *>(QTest::qData("modelAt", QMetaType::Int));
    return kModels[static_cast<std::size_t>(at)];
}

const Vcpu &TestGuestCpuid::vcpu()
{
    const int at = *static_cast<int *>(QTest::qData("vcpuAt", QMetaType::Int));
    return kVcpus[static_cast<std::size_t>(at)];
}

void TestGuestCpuid::leaf1_isTheVcpus()
{
    constexpr std::uint32_t kHtt = 0x10000000;
    const CpuidEntry leaf1 = entryOf(guestList(), 1);
    QCOMPARE(leaf1.eax, model().leaf1Eax);
    QCOMPARE(leaf1.ebx, vcpu().leaf1Ebx);
    QCOMPARE(leaf1.ecx, model().leaf1Ecx);
    QCOMPARE(leaf1.edx, vcpu().htt ? model().leaf1Edx + kHtt : model().leaf1Edx);
}

void TestGuestCpuid::leafB_hasThreadsAndCores()
{
    const auto guest = guestList();
    QCOMPARE(entryOf(guest, 0xb, 0), expectedEntry(0xb, 0, 1, vcpu().threads));
    QCOMPARE(entryOf(guest, 0xb, 1), expectedEntry(0xb, 1, 1, vcpu().cores));
    if (has(kvmList(), 0xb, 2)) // an old kernel passes on the level that ends the host's
        QCOMPARE(entryOf(guest, 0xb, 2), expectedEntry(0xb, 2, 1, {0, 0, 2, vcpu().topology.index}));
    QVERIFY(!has(guest, 0xb, 3));
}

void TestGuestCpuid::leaf1f_isLeafBWhereTheHostHasIt()
{
    const auto guest = guestList();
    if (model().lastLeaf < 0x1f) {
        QVERIFY(!has(guest, 0x1f, 0));
        return;
    }
    QCOMPARE(entryOf(guest, 0x1f, 0), expectedEntry(0x1f, 0, 1, vcpu().threads));
    QCOMPARE(entryOf(guest, 0x1f, 1), expectedEntry(0x1f, 1, 1, vcpu().cores));
    QVERIFY(!has(guest, 0x1f, 2));
}

void TestGuestCpuid::caches_areSharedByTheTopology()
{
    struct Cache {
        std::uint32_t typeAndLevel, sharing;
    };
    const std::array caches{Cache{0x121, vcpu().sharingL1L2}, Cache{0x122, vcpu().sharingL1L2},
                            Cache{0x143, vcpu().sharingL1L2}, Cache{0x163, vcpu().sharingL3}};
    const bool intel = model().vendor == kIntel;
    const auto guest = guestList();
    for (std::uint32_t at = 0; at < caches.size(); ++at) {
        const std::uint32_t eax = entryOf(guest, intel ? 0x4 : 0x8000001d, at).eax;
        QCOMPARE(eax & 0x3fff, caches[at].typeAndLevel);
        QCOMPARE(eax >> 14 & 0xfff, caches[at].sharing);
        QCOMPARE(eax >> 26, intel ? vcpu().moreCores : 0);
    }
    QCOMPARE(entryOf(guest, 0x4, intel ? 4 : 0), expectedEntry(0x4, intel ? 4 : 0, 1, kZero));
}

void TestGuestCpuid::amdPlace_isTheVcpus()
{
    const auto guest = guestList();
    if (model().vendor == kIntel) {
        QCOMPARE(entryOf(guest, 0x80000008).ecx, 0u);
        QVERIFY(!has(guest, 0x8000001e, 0));
        return;
    }
    QCOMPARE(entryOf(guest, 0x80000008).ecx, vcpu().sizesEcx);
    QCOMPARE(entryOf(guest, 0x8000001e),
             expectedEntry(0x8000001e, 0, 0, {vcpu().topology.index, vcpu().nodeEbx, 0, 0}));
    QCOMPARE(entryOf(guest, 0x80000001).ecx, 0x00c003f7u); // bit 22: these leaves are there
}

void TestGuestCpuid::leaf7_isTheVendorsPolicy()
{
    const CpuidEntry leaf7 = entryOf(guestList(), 7);
    QCOMPARE(leaf7.ebx, model().leaf7Ebx);
    QCOMPARE(leaf7.ecx, model().leaf7Ecx);
    QCOMPARE(leaf7.edx, model().leaf7Edx);
}

void TestGuestCpuid::performanceCounters_areHidden()
{
    constexpr std::uint32_t kPdcm = 0x8000;
    const auto guest = guestList();
    QCOMPARE(entryOf(guest, 0xa), expectedEntry(0xa, 0, 0, kZero));
    QVERIFY((entryOf(guest, 1).ecx & kPdcm) == 0);
    QCOMPARE(entryOf(guest, 6), expectedEntry(6, 0, 0, {4, 0, 0, 0})); // no turbo, no energy bias
}

void TestGuestCpuid::identity_isTheHostsWithAGeneralBrand()
{
    const auto guest = guestList();
    const Words vendor = model().vendor == kIntel ? Words{model().lastLeaf, 0x756e6547, 0x6c65746e, 0x49656e69}
                                                  : Words{model().lastLeaf, 0x68747541, 0x444d4163, 0x69746e65};
    QCOMPARE(entryOf(guest, 0), expectedEntry(0, 0, 0, vendor));
    QCOMPARE(entryOf(guest, 0x80000000).eax, model().lastExtendedLeaf);
    QCOMPARE(entryOf(guest, 0x80000005), expectedEntry(0x80000005, 0, 0, model().l1));
    QCOMPARE(entryOf(guest, 0x80000006), expectedEntry(0x80000006, 0, 0, model().l2));
    QByteArray brand;
    for (const std::uint32_t leaf : {0x80000002, 0x80000003, 0x80000004}) {
        const CpuidEntry &entry = entryOf(guest, leaf);
        for (const std::uint32_t word : {entry.eax, entry.ebx, entry.ecx, entry.edx})
            brand.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    QCOMPARE(brand, QByteArray(model().brand).leftJustified(48, '\0'));
}

void TestGuestCpuid::hypervisorLeaves_areKvms()
{
    constexpr std::uint32_t kHypervisor = 0x80000000;
    const auto guest = guestList();
    QVERIFY((entryOf(guest, 1).ecx & kHypervisor) != 0);
    QCOMPARE(entryOf(guest, 0x40000000),
             expectedEntry(0x40000000, 0, 0, {0x40000001, 0x4b4d564b, 0x564b4d56, 0x0000004d}));
    QCOMPARE(entryOf(guest, 0x40000001), expectedEntry(0x40000001, 0, 0, {0x01007efb, 0, 0, 0}));
}

void TestGuestCpuid::nothingElse_changes()
{
    const auto kvm = kvmList();
    const auto guest = guestList();
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const CpuidEntry &after : guest) {
        QVERIFY2(seen.emplace(after.leaf, after.subleaf).second, "a leaf that is there twice");
        if (!has(kvm, after.leaf, after.subleaf)) {
            QVERIFY2((after.leaf == 0xb || after.leaf == 0x1f) && after.subleaf == 1, "a leaf that nobody asked for");
            continue;
        }
        const CpuidEntry &before = entryOf(kvm, after.leaf, after.subleaf);
        const Named named = namedIn(model(), after.leaf);
        const QByteArray place = "leaf " + QByteArray::number(after.leaf, 16) + '.' + QByteArray::number(after.subleaf);
        QVERIFY2(((before.eax ^ after.eax) & ~named.eax) == 0, place);
        QVERIFY2(((before.ebx ^ after.ebx) & ~named.ebx) == 0, place);
        QVERIFY2(((before.ecx ^ after.ecx) & ~named.ecx) == 0, place);
        QVERIFY2(((before.edx ^ after.edx) & ~named.edx) == 0, place);
        QVERIFY2(before.flags == after.flags, place);
    }
    QVERIFY(std::ranges::all_of(kvm, [&](const CpuidEntry &e) { return has(guest, e.leaf, e.subleaf); }));
}

QTEST_APPLESS_MAIN(TestGuestCpuid)
#include "tst_guest_cpuid.moc"
