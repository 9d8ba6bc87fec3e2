// On any KVM, of either vendor: a guest's CPUID and MSRs are what the engine's policy makes of this machine's
// processor. The policy itself has its expectations in tests/engine/arch; this is about the way from there to the
// guest.
#include "arch/x86_64/cpu_template.h"
#include "arch/x86_64/cpuid.h"
#include "harness/boot_plan.h"
#include "hypervisor/hypervisor.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cpuid.h>

using namespace harness;
using namespace sparkler;
using enum CpuidRegister;

namespace {

/// The numbers after "cpuid" or "msr" of each line that the guest printed.
QList<QList<quint32>> linesOf(const QByteArray &console, const char *kind)
{
    QList<QList<quint32>> lines;
    for (const QByteArray &line : console.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.first() != kind)
            continue;
        QList<quint32> numbers;
        for (qsizetype at = 1; at < words.size(); ++at)
            numbers += words[at].toUInt(nullptr, 16);
        lines += numbers;
    }
    return lines;
}

/// A machine's only vCPU.
std::vector<CpuidEntry> policyHere(const std::vector<CpuidChange> &changes)
{
    const auto kvm = openKvm().value();
    const auto supported = kvm->createVm().value()->supportedCpuid().value();
    return x86_64::normalizeCpuid(x86_64::applyCpuidChanges(supported, changes).value(), {}, x86_64::HostCpuid::read());
}

/// Whether guests' instructions run on the processor. A KVM that emulates them (there is neither VMX nor SVM for it)
/// lets features of the processor through that it was not given.
bool processorRunsGuests()
{
    constexpr std::uint32_t kVmx = 1u << 5, kSvm = 1u << 2;
    std::uint32_t eax = 0, ebx = 0, vmx = 0, svm = 0, edx = 0;
    __cpuid(1, eax, ebx, vmx, edx);
    __cpuid(0x80000000, eax, ebx, svm, edx);
    if (eax < 0x80000001)
        svm = 0;
    else
        __cpuid(0x80000001, eax, ebx, svm, edx);
    return (vmx & kVmx) != 0 || (svm & kSvm) != 0;
}

/// Of the registers that list features, those of an emulating KVM lose what it added: the processor's own.
QList<quint32> withoutAdditions(QList<quint32> line, const QList<quint32> &expected)
{
    if (processorRunsGuests() || (line[0] != 1 && line[0] != 7))
        return line;
    std::uint32_t eax = 0, ebx = 0, ecx = 0, edx = 0;
    __cpuid_count(line[0], line[1], eax, ebx, ecx, edx);
    const QList<quint32> own{0, 0, 0, line[0] == 7 ? ebx : 0, ecx, edx};
    for (qsizetype at = 2; at < line.size(); ++at)
        line[at] &= ~own[at] | expected[at];
    return line;
}

/// What the boot protocol wants (machine-model.md 3.6), high and low half.
const QMap<quint32, QList<quint32>> kBootMsrs{
    {0x174, {0, 0}},      {0x175, {0, 0}},      {0x176, {0, 0}},      // SYSENTER
    {0x1a0, {0, 1}},                                                  // MISC_ENABLE: fast strings
    {0x2ff, {0, 0x806}},                                              // MTRRdefType: on, write-back
    {0xc0000081, {0, 0}}, {0xc0000082, {0, 0}}, {0xc0000083, {0, 0}}, // STAR, LSTAR, CSTAR
    {0xc0000084, {0, 0}}, {0xc0000102, {0, 0}},                       // SYSCALL_MASK, KERNEL_GS_BASE
};

} // namespace

class TestGuestRegisters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noTemplate_isThePolicy();
    void customTemplate_isApplied();

private:
    /// Runs the guest to its end and shows what it printed; empty when something failed.
    static QByteArray runGuest(const QJsonObject &cpuConfig);
    static void compareCpuid(const QByteArray &console, const std::vector<CpuidEntry> &policy);
};

QByteArray TestGuestRegisters::runGuest(const QJsonObject &cpuConfig)
{
    const QTemporaryDir directory(QStringLiteral("/tmp/tiny-XXXXXX"));
    EngineProcess engine(directory.path());
    if (!engine.start() || !engine.waitForSocket())
        return {};
    ApiClient api(engine.socketPath());
    const QJsonObject kernel{{QStringLiteral("kernel_image_path"), QStringLiteral(TINY_GUEST_DIR "/registers")}};
    if (api.put("/cpu-config", cpuConfig).status != 204 || api.put("/boot-source", kernel).status != 204 ||
        api.put("/actions", startAction()).status != 204)
        return {};
    const auto end = engine.waitForExit(20000);
    if (!end || end->code != 0 || !engine.console().contains("THAT IS ALL"))
        qWarning("%s", engine.log().right(2000).constData());
    return engine.console();
}

void TestGuestRegisters::compareCpuid(const QByteArray &console, const std::vector<CpuidEntry> &policy)
{
    int compared = 0;
    for (const QList<quint32> &line : linesOf(console, "cpuid")) {
        QCOMPARE(line.size(), 6);
        const auto entry = std::ranges::find_if(
            policy, [&line](const CpuidEntry &one) { return one.leaf == line[0] && one.subleaf == line[1]; });
        if (entry == policy.end()) // of the other vendor
            continue;
        ++compared;
        const QList<quint32> expected{entry->leaf, entry->subleaf, entry->eax, entry->ebx, entry->ecx, entry->edx};
        QCOMPARE(withoutAdditions(line, expected), expected);
    }
    QVERIFY2(compared >= 18, QByteArray::number(compared)); // what processors of both vendors have
}

void TestGuestRegisters::noTemplate_isThePolicy()
{
    const QByteArray console = runGuest({});
    QVERIFY2(console.contains("THAT IS ALL"), console);
    STEP(compareCpuid(console, policyHere({})));
    QMap<quint32, QList<quint32>> msrs;
    for (const QList<quint32> &line : linesOf(console, "msr"))
        msrs[line[0]] = line.mid(1);
    msrs.remove(0x8b); // the patch level is KVM's own
    QCOMPARE(msrs, kBootMsrs);
}

void TestGuestRegisters::customTemplate_isApplied()
{
    const QByteArray console = runGuest(json(R"({
        "cpuid_modifiers": [{"leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
            {"register": "ecx", "bitmap": "0b0xxxxxxxxxxxxxxxxx0xxxxxxxxxxxxx"}]}],
        "msr_modifiers": [{"addr": "0x8b", "bitmap": "0b00001010_00100000_00010000_00010110"},
                          {"addr": "0x1a0", "bitmap": "0b1xxxxx"}]})"));
    QVERIFY2(console.contains("THAT IS ALL"), console);
    // CMPXCHG16B goes; the hypervisor bit is not a template's to change, and neither is MISC_ENABLE.
    STEP(compareCpuid(console, policyHere({{0x1, 0, 0, {{Ecx, {1u << 13, 0}}}}})));
    QMap<quint32, QList<quint32>> msrs;
    for (const QList<quint32> &line : linesOf(console, "msr"))
        msrs[line[0]] = line.mid(1);
    QCOMPARE(msrs.take(0x8b).value(1), 0x0a201016u);
    QCOMPARE(msrs, kBootMsrs);
}

QTEST_APPLESS_MAIN(TestGuestRegisters)
#include "tst_guest_registers.moc"
