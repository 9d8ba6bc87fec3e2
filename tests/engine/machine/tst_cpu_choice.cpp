// CPU templates on eight server processors (tests/support/host_cpus): which fit, what they make of the ones they fit,
// and what is refused with which words. All that is expected was written by hand from machine-model.md 3.7 and 3.9.
#include "arch/x86_64/cpu_template.h"
#include "arch/x86_64/cpuid.h"
#include "arch/x86_64/static_templates.h"
#include "arch/x86_64/template_check.h"
#include "machine/cpu_choice.h"
#include "support/host_cpu_dump.h"
#include "support/scripted_vcpu.h"
#include "support/temp_files.h"
#include "telemetry/logger.h"

#include <QTest>

#include <cstring>
#include <functional>
#include <map>
#include <string>

using namespace sparkler;
using sparkler::test::entryOf;
using sparkler::test::hostCpuDump;
using enum CpuidRegister;
using enum CpuTemplate;

namespace {

const std::map<CpuTemplate, const char *> kNames{{C3, "C3"}, {T2, "T2"}, {T2S, "T2S"}, {T2CL, "T2CL"}, {T2A, "T2A"}};

/// One register that templates are about: as KVM offers it, and as each template leaves it.
struct Row {
    std::uint32_t leaf, subleaf;
    CpuidRegister reg;
    std::uint32_t offered;
    std::vector<std::uint32_t> applied;
};
/// A processor, the columns of `applied`, and the rows. T2S is T2 as far as CPUID goes.
struct Model {
    const char *file;
    std::vector<CpuTemplate> columns;
    std::vector<Row> rows;
};

// clang-format off
const std::vector<Model> kModels{
    {"skylake-sp",                                      {T2,         T2S,        C3}, {
        {0x1, 0, Eax,        0x00050654,                {0x000306f2, 0x000306f2, 0x000306e4}},
        {0x1, 0, Ecx,        0x76fa3223,                {0x76fa3203, 0x76fa3203, 0x76ba2203}},
        {0x1, 0, Edx,        0x0f8bfbff,                {0x078bfbff, 0x078bfbff, 0x078bfbff}},
        {0x7, 0, Ebx,        0xd19f4fbb,                {0x001007ab, 0x001007ab, 0x00100283}},
        {0x7, 0, Ecx,        0x0000000c,                {0x00000000, 0x00000000, 0x00000000}},
        {0x7, 0, Edx,        0xac000400,                {0xac000400, 0xac000400, 0xac000400}},
        {0xd, 0, Eax,        0x000002ff,                {0x00000007, 0x00000007, 0x00000007}},
        {0xd, 1, Eax,        0x0000000f,                {0x00000001, 0x00000001, 0x00000001}},
        {0x80000001, 0, Ecx, 0x00000121,                {0x00000021, 0x00000021, 0x00000001}},
        {0x80000001, 0, Edx, 0x2c100800,                {0x28100800, 0x28100800, 0x28100800}},
        {0x80000008, 0, Ebx, 0x0100d000,                {0x0100d000, 0x0100d000, 0x0100d000}},
    }},
    {"cascade-lake",                                    {T2,         T2S,        C3,         T2CL}, {
        {0x1, 0, Eax,        0x00050657,                {0x000306f2, 0x000306f2, 0x000306e4, 0x000306f2}},
        {0x1, 0, Ecx,        0x76fab223,                {0x76fa3203, 0x76fa3203, 0x76ba2203, 0x76fa3203}},
        {0x1, 0, Edx,        0x0f8bfbff,                {0x078bfbff, 0x078bfbff, 0x078bfbff, 0x078bfbff}},
        {0x7, 0, Ebx,        0xd19f6ffb,                {0x001027eb, 0x001027eb, 0x001022c3, 0x001027eb}},
        {0x7, 0, Ecx,        0x0000080c,                {0x00000000, 0x00000000, 0x00000000, 0x00000000}},
        {0x7, 0, Edx,        0xbc000400,                {0xbc000400, 0xbc000400, 0xbc000400, 0xbc000400}},
        {0xd, 0, Eax,        0x000002ff,                {0x00000007, 0x00000007, 0x00000007, 0x00000007}},
        {0xd, 1, Eax,        0x0000000f,                {0x00000001, 0x00000001, 0x00000001, 0x00000001}},
        {0x80000001, 0, Ecx, 0x00000121,                {0x00000021, 0x00000021, 0x00000001, 0x00000021}},
        {0x80000001, 0, Edx, 0x2c100800,                {0x28100800, 0x28100800, 0x28100800, 0x28100800}},
        {0x80000008, 0, Ebx, 0x0100d000,                {0x0100d000, 0x0100d000, 0x0100d000, 0x0100d000}},
    }},
    {"ice-lake-sp",                                     {T2,                     C3,         T2CL}, {
        {0x1, 0, Eax,        0x000606a6,                {0x000306f2,             0x000306e4, 0x000306f2}},
        {0x1, 0, Ecx,        0x76fab223,                {0x76fa3203,             0x76ba2203, 0x76fa3203}},
        {0x1, 0, Edx,        0x0f8bfbff,                {0x078bfbff,             0x078bfbff, 0x078bfbff}},
        {0x7, 0, Ebx,        0xf1bf2ffb,                {0x001027eb,             0x001022c3, 0x001027eb}},
        {0x7, 0, Ecx,        0x00415f4e,                {0x00000000,             0x00001740, 0x00000000}},
        {0x7, 0, Edx,        0xbc000410,                {0xbc000400,             0xbc000410, 0xbc000400}},
        {0xd, 0, Eax,        0x000002e7,                {0x00000007,             0x00000007, 0x00000007}},
        {0xd, 1, Eax,        0x0000000f,                {0x00000001,             0x00000001, 0x00000001}},
        {0x80000001, 0, Ecx, 0x00000121,                {0x00000021,             0x00000001, 0x00000021}},
        {0x80000001, 0, Edx, 0x2c100800,                {0x28100800,             0x28100800, 0x28100800}},
        {0x80000008, 0, Ebx, 0x0100d200,                {0x0100d000,             0x0100d200, 0x0100d000}},
    }},
    {"milan",                                           {T2A}, {
        {0x1, 0, Eax,        0x00a00f11,                {0x000306f2}},
        {0x1, 0, Ecx,        0x76fa3203,                {0x76fa3203}},
        {0x1, 0, Edx,        0x078bfbff,                {0x078bfbff}},
        {0x7, 0, Ebx,        0x219c07ab,                {0x001007ab}},
        {0x7, 0, Ecx,        0x0040060c,                {0x00000000}},
        {0x7, 0, Edx,        0xac000010,                {0xac000000}},
        {0xd, 0, Eax,        0x00000207,                {0x00000007}},
        {0xd, 1, Eax,        0x0000000f,                {0x00000001}},
        {0x80000001, 0, Ecx, 0x00c003f7,                {0x00c00233}},
        {0x80000001, 0, Edx, 0x2fd3fbff,                {0x2993fbff}},
        {0x80000008, 0, Ebx, 0x1102d205,                {0x111ed004}},
    }},
};

/// The registers that both a template and the normalisation have a say in, for the guest's second vCPU of two: in leaf 1 PDCM
/// goes, TSC deadline, hypervisor and HTT come; in leaf 7 Intel's FDP_EXCPTN_ONLY and FCS/FDS come, AMD's ARCH_CAPABILITIES goes.
struct Guest {
    const char *file;
    CpuTemplate cpuTemplate;
    std::uint32_t eax1, ebx1, ecx1, edx1, ebx7, ecx7, edx7;
};
const std::vector<Guest> kGuests{
    {"skylake-sp",   T2,   0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xac000400},
    {"skylake-sp",   T2S,  0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xac000400},
    {"skylake-sp",   C3,   0x000306e4, 0x01020800, 0xf7ba2203, 0x178bfbff, 0x001022c3, 0x00000000, 0xac000400},
    {"cascade-lake", T2,   0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xbc000400},
    {"cascade-lake", T2S,  0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xbc000400},
    {"cascade-lake", T2CL, 0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xbc000400},
    {"cascade-lake", C3,   0x000306e4, 0x01020800, 0xf7ba2203, 0x178bfbff, 0x001022c3, 0x00000000, 0xbc000400},
    {"ice-lake-sp",  T2,   0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xbc000400},
    {"ice-lake-sp",  T2CL, 0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001027eb, 0x00000000, 0xbc000400},
    {"ice-lake-sp",  C3,   0x000306e4, 0x01020800, 0xf7ba2203, 0x178bfbff, 0x001022c3, 0x00001740, 0xbc000410},
    {"milan",        T2A,  0x000306f2, 0x01020800, 0xf7fa3203, 0x178bfbff, 0x001007ab, 0x00000000, 0x8c000000},
};

/// IA32_ARCH_CAPABILITIES as a processor of the kind may have it, and in its guests.
struct Capabilities {
    CpuTemplate cpuTemplate;
    const char *file;
    std::uint64_t offered, applied;
};
const std::vector<Capabilities> kCapabilities{
    // T2S forces all 64 bits: 2, 3, 6, 10, 11, 17, 19, 26, 27.
    {T2S,  "skylake-sp",   0x0000000000000c0c, 0x000000000c0a0c4c},
    {T2S,  "cascade-lake", 0x000000000c0aeceb, 0x000000000c0a0c4c},
    // T2CL clears 9-12, 16, 18, 20-23, 25, 29-63.
    {T2CL, "cascade-lake", 0x000000000c0aeceb, 0x000000000c0ae0eb},
    {T2CL, "ice-lake-sp",  0x400000002c1aeeff, 0x000000000c0ae0ff},
};

/// "fits", or which of the two refusals.
struct Fitting {
    const char *file;
    const char *t2, *t2s, *t2cl, *c3, *t2a;
};
const std::vector<Fitting> kFitting{
    //                  T2        T2S       T2CL      C3        T2A
    {"skylake-sp",      "fits",   "fits",   "model",  "fits",   "vendor"},
    {"cascade-lake",    "fits",   "fits",   "fits",   "fits",   "vendor"},
    {"ice-lake-sp",     "fits",   "model",  "fits",   "fits",   "vendor"},
    {"sapphire-rapids", "model",  "model",  "model",  "model",  "vendor"},
    {"naples",          "vendor", "vendor", "vendor", "vendor", "model"},
    {"rome",            "vendor", "vendor", "vendor", "vendor", "model"},
    {"milan",           "vendor", "vendor", "vendor", "vendor", "fits"},
    {"genoa",           "vendor", "vendor", "vendor", "vendor", "model"},
};
// clang-format on
const std::map<QByteArray, const char *> kTexts{
    {"fits", ""},
    {"model", "Failed to get CPU template: The current CPU model is not permitted to apply the CPU template."},
    {"vendor", "Failed to get CPU template: CPU vendor mismatched between actual CPU and CPU template."},
};

std::uint32_t &registerOf(CpuidEntry &entry, CpuidRegister reg)
{
    return reg == Eax ? entry.eax : reg == Ebx ? entry.ebx : reg == Ecx ? entry.ecx : entry.edx;
}

/// KVM's list of the row's processor with the row's template. The template fits.
std::vector<CpuidEntry> appliedList(const char *file, CpuTemplate cpuTemplate)
{
    auto kvm = hostCpuDump(file).kvm;
    const auto changes = cpuChanges(cpuTemplate, std::nullopt, kvm).value();
    return x86_64::applyCpuidChanges(std::move(kvm), changes.cpuid).value();
}

} // namespace

class TestCpuChoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void named_fitsOrSaysWhyNot_data();
    void named_fitsOrSaysWhyNot();
    void named_changesItsRegistersAndNoOthers_data();
    void named_changesItsRegistersAndNoOthers();
    void named_thenTheVcpusOwn_data();
    void named_thenTheVcpusOwn();
    void named_archCapabilities_data();
    void named_archCapabilities();
    void custom_isTakenOnAnyProcessorInPlaceOfANamedOne();
    void none_changesNothing();
    void log_warnsOfC3OnSkylakeAlone();
    void log_hasALineForEachUnshownRegister();
    void vendor_isIntelOrAmd_data();
    void vendor_isIntelOrAmd();
};

void TestCpuChoice::named_fitsOrSaysWhyNot_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("cpuTemplate");
    QTest::addColumn<QByteArray>("expected");
    for (const Fitting &row : kFitting) {
        for (const auto &[cpuTemplate, expected] :
             {std::pair{T2, row.t2}, {T2S, row.t2s}, {T2CL, row.t2cl}, {C3, row.c3}, {T2A, row.t2a}})
            QTest::addRow("%s on %s", kNames.at(cpuTemplate), row.file)
                << QByteArray(row.file) << static_cast<int>(cpuTemplate) << QByteArray(expected);
    }
}

void TestCpuChoice::named_fitsOrSaysWhyNot()
{
    QFETCH(QByteArray, file);
    QFETCH(int, cpuTemplate);
    QFETCH(QByteArray, expected);
    const auto changes =
        cpuChanges(static_cast<CpuTemplate>(cpuTemplate), std::nullopt, hostCpuDump(file.constData()).kvm);
    QCOMPARE(changes ? std::string() : changes.error().text, std::string(kTexts.at(expected)));
}

void TestCpuChoice::named_changesItsRegistersAndNoOthers_data()
{
    QTest::addColumn<int>("modelAt");
    QTest::addColumn<int>("columnAt");
    for (std::size_t m = 0; m < kModels.size(); ++m) {
        for (std::size_t c = 0; c < kModels[m].columns.size(); ++c)
            QTest::addRow("%s on %s", kNames.at(kModels[m].columns[c]), kModels[m].file)
                << static_cast<int>(m) << static_cast<int>(c);
    }
}

void TestCpuChoice::named_changesItsRegistersAndNoOthers()
{
    QFETCH(int, modelAt);
    QFETCH(int, columnAt);
    const Model &model = kModels[static_cast<std::size_t>(modelAt)];
    const auto column = static_cast<std::size_t>(columnAt);
    std::vector<CpuidEntry> expected = hostCpuDump(model.file).kvm;
    const std::vector<CpuidEntry> applied = appliedList(model.file, model.columns[column]);
    for (const Row &row : model.rows) {
        for (CpuidEntry &entry : expected) {
            if (entry.leaf != row.leaf || entry.subleaf != row.subleaf)
                continue;
            QCOMPARE(registerOf(entry, row.reg), row.offered); // the table speaks of this processor
            registerOf(entry, row.reg) = row.applied[column];
        }
        CpuidEntry entry = entryOf(applied, row.leaf, row.subleaf);
        QCOMPARE(registerOf(entry, row.reg), row.applied[column]);
    }
    QVERIFY(applied == expected);
}

void TestCpuChoice::named_thenTheVcpusOwn_data()
{
    QTest::addColumn<int>("guestAt");
    for (std::size_t at = 0; at < kGuests.size(); ++at)
        QTest::addRow("%s on %s", kNames.at(kGuests[at].cpuTemplate), kGuests[at].file) << static_cast<int>(at);
}

void TestCpuChoice::named_thenTheVcpusOwn()
{
    QFETCH(int, guestAt);
    const Guest &expected = kGuests[static_cast<std::size_t>(guestAt)];
    const auto guest =
        x86_64::normalizeCpuid(appliedList(expected.file, expected.cpuTemplate), {.index = 1, .count = 2, .smt = false},
                               x86_64::HostCpuid(hostCpuDump(expected.file).host));
    const CpuidEntry &leaf1 = entryOf(guest, 1);
    QCOMPARE(leaf1.eax, expected.eax1);
    QCOMPARE(leaf1.ebx, expected.ebx1);
    QCOMPARE(leaf1.ecx, expected.ecx1);
    QCOMPARE(leaf1.edx, expected.edx1);
    const CpuidEntry &leaf7 = entryOf(guest, 7);
    QCOMPARE(leaf7.ebx, expected.ebx7);
    QCOMPARE(leaf7.ecx, expected.ecx7);
    QCOMPARE(leaf7.edx, expected.edx7);
    // All that the template asks for is still there.
    CustomCpuTemplate changes = x86_64::changesOf(expected.cpuTemplate);
    changes.msrs.clear();
    QVERIFY(x86_64::unshownChanges(changes, guest, {}).empty());
}

void TestCpuChoice::named_archCapabilities_data()
{
    QTest::addColumn<int>("at");
    for (std::size_t at = 0; at < kCapabilities.size(); ++at)
        QTest::addRow("%s on %s", kNames.at(kCapabilities[at].cpuTemplate), kCapabilities[at].file)
            << static_cast<int>(at);
}

void TestCpuChoice::named_archCapabilities()
{
    QFETCH(int, at);
    constexpr std::uint32_t kArchCapabilities = 0x10a;
    const Capabilities &row = kCapabilities[static_cast<std::size_t>(at)];
    const auto changes = cpuChanges(row.cpuTemplate, std::nullopt, hostCpuDump(row.file).kvm).value();
    const std::vector<MsrEntry> host{{kArchCapabilities, row.offered}};
    const auto msrs = x86_64::applyMsrChanges(host, changes.msrs).value();
    QCOMPARE(msrs.size(), std::size_t{1});
    QCOMPARE(msrs.front().index, kArchCapabilities);
    QCOMPARE(msrs.front().value, row.applied);
    QVERIFY(x86_64::unshownChanges({.capabilities = {}, .cpuid = {}, .msrs = changes.msrs}, {}, msrs).empty());
}

void TestCpuChoice::custom_isTakenOnAnyProcessorInPlaceOfANamedOne()
{
    CustomCpuTemplate custom;
    custom.cpuid = {{0x7, 0, 1, {{Ebx, {0x20, 0}}}}};
    custom.msrs = {{0x10a, {1, 1}}};
    for (const char *file : {"skylake-sp", "sapphire-rapids", "rome"}) {
        for (const CpuTemplate named : {None, T2, T2A})
            QVERIFY(cpuChanges(named, custom, hostCpuDump(file).kvm).value() == custom);
    }
}

void TestCpuChoice::none_changesNothing()
{
    for (const Fitting &row : kFitting)
        QVERIFY(cpuChanges(None, std::nullopt, hostCpuDump(row.file).kvm).value() == CustomCpuTemplate());
}

namespace {

/// What `work` logs.
QByteArray logOf(const std::function<void()> &work)
{
    const sparkler::test::TempFile file;
    if (!configureLogger({.path = file.path()}))
        return "no log";
    work();
    const auto content = file.content();
    return {reinterpret_cast<const char *>(content.data()), static_cast<qsizetype>(content.size())};
}

} // namespace

void TestCpuChoice::log_warnsOfC3OnSkylakeAlone()
{
    for (const Fitting &row : kFitting) {
        for (const auto &[cpuTemplate, fits] :
             {std::pair{T2, row.t2}, {T2S, row.t2s}, {T2CL, row.t2cl}, {C3, row.c3}, {T2A, row.t2a}, {None, "fits"}}) {
            if (QByteArray(fits) != "fits")
                continue;
            const auto kvm = hostCpuDump(row.file).kvm;
            const QByteArray log = logOf([&kvm, named = cpuTemplate] { warnOfTemplate(named, kvm); });
            const bool isMeant = cpuTemplate == C3 && QByteArray(row.file) == "skylake-sp";
            QCOMPARE(log.count('\n'), isMeant ? 1 : 0);
            QCOMPARE(log.contains("The CPU template C3 hides from the guest that this Skylake processor is vulnerable"),
                     isMeant);
        }
    }
}

void TestCpuChoice::log_hasALineForEachUnshownRegister()
{
    CustomCpuTemplate custom;
    custom.cpuid = {{0x7, 0, 1, {{Ebx, {0x3, 0x1}}, {Ecx, {0x1, 0x1}}}}};
    custom.msrs = {{0x10a, {0x3, 0x2}}, {0x122, {0x1, 0x1}}};
    const auto cpu = x86_64::GuestCpu::create(hostCpuDump("ice-lake-sp").kvm, custom).value();
    sparkler::test::ScriptedVcpu vcpu; // does as it likes
    vcpu.cpuid = {{.leaf = 0x7, .subleaf = 0, .flags = 1, .eax = 0, .ebx = 0x1, .ecx = 0x0, .edx = 0}};
    vcpu.msrs = {{0x10a, 0x2}};
    const QByteArray log = logOf([&] { QVERIFY(warnOfUnshownChanges(cpu, vcpu)); });
    const QByteArray bits(31, 'x');
    QCOMPARE(log.count('\n'), 2);
    QVERIFY(
        log.contains("The CPU template is not in force everywhere: leaf=0x7, subleaf=0x0, flags=0b1, register=ecx is "
                     "0b" +
                     bits + "0, not 0b" + bits + "1.\n"));
    QVERIFY(log.contains("The CPU template is not in force everywhere: index=0x122 is not there.\n"));
}

void TestCpuChoice::vendor_isIntelOrAmd_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("vendor"); // in the place of the processor's own
    QTest::addColumn<QByteArray>("expected");
    for (const Fitting &row : kFitting)
        QTest::addRow("%s", row.file) << QByteArray(row.file) << QByteArray() << QByteArray();
    QTest::newRow("Hygon") << QByteArray("naples") << QByteArray("HygonGenuine")
                           << QByteArray("Unsupported CPU vendor: HygonGenuine");
    QTest::newRow("nearly Intel") << QByteArray("skylake-sp") << QByteArray("genuineintel")
                                  << QByteArray("Unsupported CPU vendor: genuineintel");
}

void TestCpuChoice::vendor_isIntelOrAmd()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, vendor);
    QFETCH(QByteArray, expected);
    auto kvm = hostCpuDump(file.constData()).kvm;
    if (!vendor.isEmpty()) {
        std::memcpy(&kvm.front().ebx, vendor.constData(), 4);
        std::memcpy(&kvm.front().edx, vendor.constData() + 4, 4);
        std::memcpy(&kvm.front().ecx, vendor.constData() + 8, 4);
    }
    const auto known = checkVendor(kvm);
    QCOMPARE(known ? std::string() : known.error().text, expected.toStdString());
}

QTEST_APPLESS_MAIN(TestCpuChoice)
#include "tst_cpu_choice.moc"
