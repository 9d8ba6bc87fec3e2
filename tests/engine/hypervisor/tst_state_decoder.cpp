#include "hypervisor/kvm/state_decoder.h"

#include <QtTest>

#include <array>
#include <cstring>

using namespace sparkler;
using namespace sparkler::kvm;

namespace {

/// Sizes from the kernel's documentation, not from its headers.
constexpr std::size_t kXsaveBytes = 4096;

KvmBlob bytes(std::size_t count, unsigned value = 0)
{
    return KvmBlob(count, static_cast<std::byte>(value));
}

VcpuState goodVcpu()
{
    VcpuState state;
    state.registers = bytes(144, 1);
    state.specialRegisters = bytes(312, 2);
    state.debugRegisters = bytes(128, 3);
    state.localApic = bytes(1024, 4);
    state.events = bytes(64, 5);
    state.extendedControl = bytes(392, 6);
    state.xsave = bytes(kXsaveBytes, 7);
    return state;
}

KvmBlob chip(unsigned id)
{
    KvmBlob blob = bytes(520, 9);
    std::memcpy(blob.data(), &id, sizeof id);
    return blob;
}

VmState goodVm()
{
    VmState state;
    state.pit = bytes(112, 1);
    state.picPrimary = chip(0);
    state.picSecondary = chip(1);
    state.ioApic = chip(2);
    state.clock = {.nanoseconds = 1000, .flags = 0xe, .realtime = 2000, .hostTsc = 3000};
    return state;
}

struct BlobOfVcpu {
    const char *name;
    KvmBlob VcpuState::*blob;
};
constexpr std::array kBlobsOfVcpu{
    BlobOfVcpu{"general registers", &VcpuState::registers},
    BlobOfVcpu{"special registers", &VcpuState::specialRegisters},
    BlobOfVcpu{"debug registers", &VcpuState::debugRegisters},
    BlobOfVcpu{"local APIC", &VcpuState::localApic},
    BlobOfVcpu{"pending events", &VcpuState::events},
    BlobOfVcpu{"extended control registers", &VcpuState::extendedControl},
    BlobOfVcpu{"extended state", &VcpuState::xsave},
};
struct BlobOfVm {
    const char *name;
    KvmBlob VmState::*blob;
};
constexpr std::array kBlobsOfVm{
    BlobOfVm{"interval timer", &VmState::pit},
    BlobOfVm{"primary PIC", &VmState::picPrimary},
    BlobOfVm{"secondary PIC", &VmState::picSecondary},
    BlobOfVm{"IOAPIC", &VmState::ioApic},
};

template <typename T>
QByteArray refusal(const Result<T> &result)
{
    if (result)
        return "accepted";
    if (result.error().kind != ErrorKind::InvalidInput)
        return "wrong kind";
    return QByteArray::fromStdString(result.error().text);
}

} // namespace

class TestStateDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void vcpu_good_isCopied();
    void vcpu_wrongSize_isNamed_data();
    void vcpu_wrongSize_isNamed();
    void vcpu_smallerXsave_isExtended();
    void vcpu_tooMany_isRefused();
    void vm_good_isCopied();
    void vm_wrongSize_isNamed_data();
    void vm_wrongSize_isNamed();
    void vm_swappedChips_areRefused();
    void clock_continue_hasNoFlags();
    void clock_realtime_keepsOnlyThat();
    void clock_realtimeAbsent_isRefused();
};

void TestStateDecoder::vcpu_good_isCopied()
{
    VcpuState state = goodVcpu();
    state.mpState = 3;
    const auto structs = decodeVcpuState(state, kXsaveBytes);
    QVERIFY(structs);
    QCOMPARE(structs->mpState.mp_state, 3u);
    QCOMPARE(toBlob(structs->registers), state.registers);
    QCOMPARE(toBlob(structs->specialRegisters), state.specialRegisters);
    QCOMPARE(toBlob(structs->debugRegisters), state.debugRegisters);
    QCOMPARE(toBlob(structs->localApic), state.localApic);
    QCOMPARE(toBlob(structs->events), state.events);
    QCOMPARE(toBlob(structs->extendedControl), state.extendedControl);
    QCOMPARE(structs->xsave, state.xsave);
}

void TestStateDecoder::vcpu_wrongSize_isNamed_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("difference");
    int which = 0;
    for (const BlobOfVcpu &blob : kBlobsOfVcpu) {
        QTest::addRow("%s, a byte less", blob.name) << which << -1;
        QTest::addRow("%s, a byte more", blob.name) << which << 1;
        QTest::addRow("%s, empty", blob.name) << which << -100000;
        ++which;
    }
}

void TestStateDecoder::vcpu_wrongSize_isNamed()
{
    QFETCH(const int, which);
    QFETCH(const int, difference);
    const BlobOfVcpu &tested = kBlobsOfVcpu[static_cast<std::size_t>(which)];
    VcpuState state = goodVcpu();
    KvmBlob &blob = state.*(tested.blob);
    blob.resize(static_cast<std::size_t>(std::max(0, static_cast<int>(blob.size()) + difference)));
    const QByteArray text = refusal(decodeVcpuState(state, kXsaveBytes));
    QVERIFY2(text.startsWith(QByteArray("The saved ") + tested.name + " of "), text);
}

void TestStateDecoder::vcpu_smallerXsave_isExtended()
{
    VcpuState state = goodVcpu();
    const auto structs = decodeVcpuState(state, kXsaveBytes + 64);
    QVERIFY(structs);
    KvmBlob expected = state.xsave;
    expected.resize(kXsaveBytes + 64);
    QCOMPARE(structs->xsave, expected);
}

void TestStateDecoder::vcpu_tooMany_isRefused()
{
    VcpuState state = goodVcpu();
    state.cpuid.resize(256);
    state.msrs.resize(4096);
    QVERIFY(decodeVcpuState(state, kXsaveBytes));
    state.cpuid.resize(257);
    QCOMPARE(refusal(decodeVcpuState(state, kXsaveBytes)), QByteArray("257 saved CPUID entries are too many"));
    state.cpuid.clear();
    state.msrs.resize(4097);
    QCOMPARE(refusal(decodeVcpuState(state, kXsaveBytes)), QByteArray("4097 saved MSRs are too many"));
}

void TestStateDecoder::vm_good_isCopied()
{
    const VmState state = goodVm();
    const auto structs = decodeVmState(state, ClockRestore::Continue);
    QVERIFY(structs);
    QCOMPARE(toBlob(structs->pit), state.pit);
    QCOMPARE(toBlob(structs->picPrimary), state.picPrimary);
    QCOMPARE(toBlob(structs->picSecondary), state.picSecondary);
    QCOMPARE(toBlob(structs->ioApic), state.ioApic);
}

void TestStateDecoder::vm_wrongSize_isNamed_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("difference");
    int which = 0;
    for (const BlobOfVm &blob : kBlobsOfVm) {
        QTest::addRow("%s, a byte less", blob.name) << which << -1;
        QTest::addRow("%s, a byte more", blob.name) << which << 1;
        QTest::addRow("%s, empty", blob.name) << which << -100000;
        ++which;
    }
}

void TestStateDecoder::vm_wrongSize_isNamed()
{
    QFETCH(const int, which);
    QFETCH(const int, difference);
    const BlobOfVm &tested = kBlobsOfVm[static_cast<std::size_t>(which)];
    VmState state = goodVm();
    KvmBlob &blob = state.*(tested.blob);
    blob.resize(static_cast<std::size_t>(std::max(0, static_cast<int>(blob.size()) + difference)));
    const QByteArray text = refusal(decodeVmState(state, ClockRestore::Continue));
    QVERIFY2(text.startsWith(QByteArray("The saved ") + tested.name + " of "), text);
}

void TestStateDecoder::vm_swappedChips_areRefused()
{
    VmState state = goodVm();
    std::swap(state.picPrimary, state.picSecondary);
    QCOMPARE(refusal(decodeVmState(state, ClockRestore::Continue)),
             QByteArray("The saved primary PIC is that of chip 1"));
}

void TestStateDecoder::clock_continue_hasNoFlags()
{
    const auto structs = decodeVmState(goodVm(), ClockRestore::Continue);
    QVERIFY(structs);
    QCOMPARE(structs->clock.clock, 1000ull);
    QCOMPARE(structs->clock.flags, 0u);
    QCOMPARE(structs->clock.realtime, 0ull);
    QCOMPARE(structs->clock.host_tsc, 0ull);
}

void TestStateDecoder::clock_realtime_keepsOnlyThat()
{
    const auto structs = decodeVmState(goodVm(), ClockRestore::Realtime);
    QVERIFY(structs);
    QCOMPARE(structs->clock.clock, 1000ull);
    QCOMPARE(structs->clock.flags, 4u); // KVM_CLOCK_REALTIME
    QCOMPARE(structs->clock.realtime, 2000ull);
    QCOMPARE(structs->clock.host_tsc, 0ull);
}

void TestStateDecoder::clock_realtimeAbsent_isRefused()
{
    VmState state = goodVm();
    state.clock.flags = 0xa; // all but that
    QCOMPARE(refusal(decodeVmState(state, ClockRestore::Realtime)),
             QByteArray("clock_realtime requested but not present in the snapshot state"));
    QVERIFY(decodeVmState(state, ClockRestore::Continue));
}

QTEST_APPLESS_MAIN(TestStateDecoder)
#include "tst_state_decoder.moc"
