// Saving and restoring on the /dev/kvm of this host: what a guest was doing goes on in another VM.
#include "tiny_guest.h"

#include "base/fd.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <semaphore>
#include <thread>

#include <linux/kvm.h>
#include <pthread.h>

using namespace sparkler;

namespace {

// A value over RCX rounds, half of them before port 0x500; the rest and the result, at port 0x501, come after.
TINY_GUEST_CODE(kTwoHalves, "mov $1, %eax; mov $1000, %ecx; 1: imul $31, %eax; add %ecx, %eax; dec %ecx; jnz 1b;"
                            "mov %eax, 0x10000; mov $0x500, %dx; out %al, %dx;"
                            "mov $1000, %ecx; mov 0x10000, %eax; 1: imul $37, %eax; add %ecx, %eax; dec %ecx; jnz 1b;"
                            "mov $0x501, %dx; out %eax, %dx; hlt");
// The same without a stop, for as many rounds as RCX says.
TINY_GUEST_CODE(kLongRun, "mov $1, %eax; 1: imul $31, %eax; add %ecx, %eax; dec %rcx; jnz 1b;"
                          "mov $0x501, %dx; out %eax, %dx; hlt");
TINY_GUEST_CODE(kReadPort, "xor %eax, %eax; mov $0x60, %dx; in %dx, %al; mov $0x501, %dx; out %eax, %dx; hlt");
// Vector and debug registers: set before port 0x500, shown at 0x10040 and port 0x501 after it.
TINY_GUEST_CODE(kRareRegisters, "movaps 0x10000, %xmm3; mov $0x12345678, %eax; mov %rax, %dr1; mov $0x500, %dx;"
                                "out %al, %dx; movaps %xmm3, 0x10040; mov %dr1, %rax; mov $0x501, %dx;"
                                "out %eax, %dx; hlt");
// The local APIC on, LINT0 masked (the PICs would deliver the same line once more), IOAPIC pin 5 to vector 0x51.
#define INTERRUPTS_ON                                                                                                  \
    "xor %r15d, %r15d; mov $0xfee000f0, %ebx; movl $0x1ff, (%rbx);"                                                    \
    "mov $0xfee00350, %ebx; movl $0x10000, (%rbx);"                                                                    \
    "mov $0xfec00000, %ebx; movl $0x1a, (%rbx); movl $0x51, 0x10(%rbx); movl $0x1b, (%rbx); movl $0, 0x10(%rbx);"
TINY_GUEST_CODE(kAwaitInterrupt, INTERRUPTS_ON "mov $0x500, %dx; out %al, %dx; sti; 1: hlt; test %r15, %r15; jz 1b;"
                                               "cli; mov %r15, %rax; mov $0x501, %dx; out %eax, %dx; hlt");
// One-shot APIC timer on vector 0x52, a long time for an emulator and a moment for a processor; then waits.
TINY_GUEST_CODE(kAwaitTimer,
                INTERRUPTS_ON "mov $0xfee003e0, %ebx; movl $0xb, (%rbx); mov $0xfee00320, %ebx; movl $0x52, (%rbx);"
                              "mov $0xfee00380, %ebx; movl $300000000, (%rbx);"
                              "mov $0x500, %dx; out %al, %dx; sti; 1: hlt; test %r15, %r15; jz 1b;"
                              "cli; mov %r15, %rax; mov $0x501, %dx; out %eax, %dx; hlt");
// The APIC timer on vector 0x52 with a deadline RCX ticks of the TSC ahead.
TINY_GUEST_CODE(kAwaitDeadline, "mov %rcx, %r14;" INTERRUPTS_ON
                                "mov $0xfee00320, %ebx; movl $0x40052, (%rbx); mfence; rdtsc; shl $32, %rdx;"
                                "or %rdx, %rax; add %r14, %rax; mov %rax, %rdx; shr $32, %rdx; mov $0x6e0, %ecx;"
                                "wrmsr; mov $0x500, %dx; out %al, %dx; sti; 1: hlt; test %r15, %r15; jz 1b;"
                                "cli; mov %r15, %rax; mov $0x501, %dx; out %eax, %dx; hlt");
// After port 0x500 starts the second processor at 0x11000 (INIT, then SIPI), and says so at port 0x501.
TINY_GUEST_CODE(kStartSecond, INTERRUPTS_ON "mov $0x500, %dx; out %al, %dx; mov $0xfee00310, %ebx;"
                                            "movl $0x1000000, (%rbx); mov $0xfee00300, %ebx; movl $0x4500, (%rbx);"
                                            "movl $0x4611, (%rbx); mov $0x501, %dx; out %eax, %dx; hlt");
TINY_GUEST_CODE_FOR(".code16", kSecond, "mov $0x502, %dx; mov $77, %al; out %al, %dx; hlt");
TINY_GUEST_CODE(kCountingHandler, "inc %r15; push %rbx; mov $0xfee000b0, %ebx; movl $0, (%rbx); pop %rbx; iretq");
// Writes a byte to each page at RCX, RCX + RSI and so on, RDI times.
TINY_GUEST_CODE(kWritePages, "mov $0x1000, %esi; mov $3, %edi; 1: movb $1, (%rcx); add %rsi, %rcx; dec %edi; jnz 1b;"
                             "mov $0x500, %dx; out %al, %dx; hlt");

constexpr TinyGuest::Setup kInKernel{.interrupts = TinyGuest::Interrupts::InKernel, .moreMemory = {}};

template <typename T>
std::string errorOf(const Result<T> &result)
{
    return result ? std::string() : result.error().text;
}

#define REQUIRE(expression)                                                                                            \
    do {                                                                                                               \
        const auto &required = (expression); /* evaluated once: it may run the guest */                                \
        QVERIFY2(required.has_value(), errorOf(required).c_str());                                                     \
    } while (false)

/// Everything of a machine.
struct Saved {
    VcpuState vcpu;
    std::vector<VcpuState> moreVcpus;
    VmState vm;
    std::vector<std::byte> memory;
};

/// Completes what the last exit left half done; the guest executes nothing more.
Result<> leaveGuest(Vcpu &vcpu)
{
    vcpu.requestImmediateExit();
    const auto exit = TRY(vcpu.run());
    vcpu.clearImmediateExit();
    if (!std::holds_alternative<ExitInterrupted>(exit))
        return fail(ErrorKind::Host, "the guest was not to run");
    return {};
}

Result<Saved> save(TinyGuest &guest, std::uint32_t vcpus = 1)
{
    Saved saved;
    const auto msrs = TRY(guest.vm().savedMsrs());
    saved.vcpu = TRY(guest.vcpu().saveState(msrs));
    for (std::uint32_t index = 1; index < vcpus; ++index)
        saved.moreVcpus.push_back(TRY(guest.vcpu(index).saveState(msrs)));
    saved.vm = TRY(guest.vm().saveState());
    saved.memory.resize(TinyGuest::kRamBytes);
    TRY(guest.memory().readBytes(GuestAddress(0), saved.memory));
    return saved;
}

Result<TinyGuest> restore(const Saved &saved)
{
    const auto vcpus = static_cast<std::uint32_t>(1 + saved.moreVcpus.size());
    TinyGuest guest = TRY(TinyGuest::create(TinyGuest::Interrupts::InKernel, vcpus));
    TRY(guest.memory().writeBytes(GuestAddress(0), saved.memory));
    TRY(guest.vcpu().restoreState(saved.vcpu));
    for (std::uint32_t index = 1; index < vcpus; ++index)
        TRY(guest.vcpu(index).restoreState(saved.moreVcpus[index - 1]));
    TRY(guest.vm().restoreState(saved.vm, ClockRestore::Continue));
    return guest;
}

Result<TinyGuest> start(std::span<const std::byte> code, std::uint64_t argument = 0)
{
    TinyGuest guest = TRY(TinyGuest::create(kInKernel));
    TRY(guest.setHandler(kCountingHandler));
    TRY(guest.load(0, code, argument));
    return guest;
}

/// Runs to the next write to `port`; its value.
Result<std::uint32_t> runToPort(Vcpu &vcpu, std::uint16_t port)
{
    const auto exit = TRY(runToExit(vcpu));
    const auto *out = std::get_if<ExitPortOut>(&exit);
    if (!out || out->port != port)
        return fail(ErrorKind::Host, "another exit, of kind " + std::to_string(exit.index()));
    std::uint32_t value = 0;
    std::memcpy(&value, out->data.data(), std::min(sizeof value, out->data.size()));
    return value;
}

/// As the guests compute it.
std::uint32_t rounds(std::uint32_t value, std::uint64_t count, std::uint32_t factor)
{
    for (; count != 0; --count)
        value = value * factor + static_cast<std::uint32_t>(count);
    return value;
}

/// Without what goes on while a machine stands still.
VcpuState timeless(VcpuState state)
{
    constexpr std::uint32_t kTsc = 0x10;
    constexpr std::uint32_t kTscDeadline = 0x6e0;
    std::erase_if(state.msrs, [](const MsrEntry &entry) { return entry.index == kTsc || entry.index == kTscDeadline; });
    return state;
}

VmState timeless(VmState state)
{
    state.clock = {};
    kvm_pit_state2 pit{};
    std::memcpy(&pit, state.pit.data(), std::min(sizeof pit, state.pit.size()));
    for (kvm_pit_channel_state &channel : pit.channels)
        channel.count_load_time = 0; // of the host's clock
    std::memcpy(state.pit.data(), &pit, std::min(sizeof pit, state.pit.size()));
    return state;
}

std::optional<std::uint64_t> msrOf(const VcpuState &state, std::uint32_t index)
{
    const auto found = std::ranges::find(state.msrs, index, &MsrEntry::index);
    return found == state.msrs.end() ? std::nullopt : std::optional(found->value);
}

/// Vector 0x51 in the local APIC's interrupt request register.
bool vectorRequested(const Vcpu &vcpu)
{
    const auto apic = vcpu.lapic();
    return apic && ((*apic)[0x222] & std::byte{2}) != std::byte{0};
}

std::uint64_t pageOf(GuestAddress address)
{
    return address.value() / DirtyBitmap::kPage;
}

} // namespace

class TestKvmState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void savedMsrs_areSortedAndReadable();
    void guest_betweenExits_goesOnElsewhere();
    void guest_kickedAnywhere_goesOnElsewhere();
    void guest_afterPortRead_hasItsAnswer();
    void original_afterSaving_goesOnAsWell();
    void rareRegisters_areKept();
    void saveRestoreSave_isTheSame();
    void interrupt_pendingInApic_arrives();
    void haltedGuest_wakesUp();
    void apicTimer_running_firesElsewhere();
    void tscDeadline_firesElsewhere_data();
    void tscDeadline_firesElsewhere();
    void secondProcessor_startsElsewhere_data();
    void secondProcessor_startsElsewhere();
    void msrs_areKept();
    void msr_refused_isNamed();
    void wrongSizes_changeNothing();
    void tscFrequency_near_isAccepted();
    void tscFrequency_other_isScaledOrRefused();
    void clock_continue_startsWhereItWas();
    void clock_realtime_addsWhatPassed();
    void clock_realtimeAbsent_isRefused();
    void dirtyLog_showsWrittenPages_once();
    void dirtyLog_manyRegions_areNumberedThrough();
    void dirtyLog_notKept_isAnError();
};

void TestKvmState::initTestCase()
{
    REQUIRE(openKvm());
    // A signal without SA_RESTART: it only has to make KVM_RUN return.
    struct sigaction action {};
    action.sa_handler = [](int) {};
    QCOMPARE(::sigaction(SIGUSR1, &action, nullptr), 0);
}

void TestKvmState::savedMsrs_areSortedAndReadable()
{
    auto guest = TinyGuest::create(kInKernel);
    REQUIRE(guest);
    const auto msrs = guest->vm().savedMsrs();
    REQUIRE(msrs);
    QVERIFY(std::ranges::is_sorted(*msrs));
    for (const std::uint32_t index : {0x10u, 0x174u, 0xc000'0081u, 0xc000'0102u}) // every 64-bit guest has these
        QVERIFY2(std::ranges::binary_search(*msrs, index), qPrintable(QString::number(index, 16)));
    const auto state = guest->vcpu().saveState(*msrs);
    REQUIRE(state);
    QVERIFY(state->msrs.size() >= 10);
    const auto some = guest->vcpu().saveState(std::array{0x174u, 0xdead'beefu, 0xc000'0081u});
    REQUIRE(some);
    QCOMPARE(some->msrs.size(), std::size_t{2}); // none for the one in the middle, which no vCPU has
}

void TestKvmState::guest_betweenExits_goesOnElsewhere()
{
    auto first = start(kTwoHalves);
    REQUIRE(first);
    REQUIRE(runToPort(first->vcpu(), 0x500));
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto result = runToPort(second->vcpu(), 0x501);
    REQUIRE(result);
    QCOMPARE(*result, rounds(rounds(1, 1000, 31), 1000, 37));
}

void TestKvmState::guest_kickedAnywhere_goesOnElsewhere()
{
    constexpr std::uint64_t kRounds = 60'000; // about a tenth of a second where guests are emulated
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto first = start(kLongRun, kRounds);
        REQUIRE(first);
        // The vCPU's thread lives on while this one saves.
        std::counting_semaphore<> left{0};
        std::counting_semaphore<> saved{0};
        Result<VcpuExit> exit = ExitUnknown{};
        std::jthread runner([&] {
            exit = runToExit(first->vcpu());
            left.release();
            saved.acquire();
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(10 * attempt + 1));
        first->vcpu().requestImmediateExit();
        ::pthread_kill(runner.native_handle(), SIGUSR1);
        left.acquire();
        first->vcpu().clearImmediateExit();
        const auto state = save(*first);
        saved.release();
        REQUIRE(exit);
        REQUIRE(state);
        if (std::holds_alternative<ExitPortOut>(*exit))
            continue; // a processor may be through before the kick
        QVERIFY(std::holds_alternative<ExitInterrupted>(*exit));
        auto second = restore(*state);
        REQUIRE(second);
        const auto result = runToPort(second->vcpu(), 0x501);
        REQUIRE(result);
        QCOMPARE(*result, rounds(1, kRounds, 31));
    }
}

void TestKvmState::guest_afterPortRead_hasItsAnswer()
{
    auto first = start(kReadPort);
    REQUIRE(first);
    auto exit = runToExit(first->vcpu());
    REQUIRE(exit);
    const auto *in = std::get_if<ExitPortIn>(&*exit);
    QVERIFY(in);
    in->data[0] = std::byte{0x5a};
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto result = runToPort(second->vcpu(), 0x501);
    REQUIRE(result);
    QCOMPARE(*result, 0x5au);
}

void TestKvmState::original_afterSaving_goesOnAsWell()
{
    auto first = start(kTwoHalves);
    REQUIRE(first);
    REQUIRE(runToPort(first->vcpu(), 0x500));
    REQUIRE(leaveGuest(first->vcpu()));
    REQUIRE(save(*first));
    const auto result = runToPort(first->vcpu(), 0x501);
    REQUIRE(result);
    QCOMPARE(*result, rounds(rounds(1, 1000, 31), 1000, 37));
}

void TestKvmState::rareRegisters_areKept()
{
    auto first = start(kRareRegisters);
    REQUIRE(first);
    constexpr std::array<std::uint64_t, 2> kVector{0x1122'3344'5566'7788, 0x99aa'bbcc'ddee'ff00};
    REQUIRE(first->memory().writeBytes(TinyGuest::kScratch, std::as_bytes(std::span(kVector))));
    REQUIRE(runToPort(first->vcpu(), 0x500));
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto debugRegister = runToPort(second->vcpu(), 0x501);
    REQUIRE(debugRegister);
    QCOMPARE(*debugRegister, 0x1234'5678u);
    std::array<std::uint64_t, 2> vector{};
    REQUIRE(second->memory().readBytes(GuestAddress(TinyGuest::kScratch.value() + 0x40),
                                       std::as_writable_bytes(std::span(vector))));
    QCOMPARE(vector, kVector);
}

void TestKvmState::saveRestoreSave_isTheSame()
{
    auto first = start(kAwaitInterrupt);
    REQUIRE(first);
    REQUIRE(runToPort(first->vcpu(), 0x500));
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto again = save(*second);
    REQUIRE(again);
    const VcpuState before = timeless(saved->vcpu);
    const VcpuState after = timeless(again->vcpu);
    QCOMPARE(after.mpState, before.mpState);
    QCOMPARE(after.registers, before.registers);
    QCOMPARE(after.specialRegisters, before.specialRegisters);
    QCOMPARE(after.debugRegisters, before.debugRegisters);
    QCOMPARE(after.localApic, before.localApic);
    QCOMPARE(after.events, before.events);
    QCOMPARE(after.extendedControl, before.extendedControl);
    QCOMPARE(after.xsave, before.xsave);
    QCOMPARE(after.msrs.size(), before.msrs.size());
    for (std::size_t i = 0; i < after.msrs.size(); ++i)
        QVERIFY2(after.msrs[i] == before.msrs[i], qPrintable(QString::number(before.msrs[i].index, 16)));
    QVERIFY(after == before);
    const VmState vmBefore = timeless(saved->vm);
    const VmState vmAfter = timeless(again->vm);
    QCOMPARE(vmAfter.pit, vmBefore.pit);
    QCOMPARE(vmAfter.picPrimary, vmBefore.picPrimary);
    QCOMPARE(vmAfter.picSecondary, vmBefore.picSecondary);
    QCOMPARE(vmAfter.ioApic, vmBefore.ioApic);
    QVERIFY(vmAfter == vmBefore);
}

void TestKvmState::interrupt_pendingInApic_arrives()
{
    auto first = start(kAwaitInterrupt);
    REQUIRE(first);
    const auto event = Fd::eventFd();
    REQUIRE(event);
    REQUIRE(first->vm().registerIrqFd(event->get(), 5));
    REQUIRE(runToPort(first->vcpu(), 0x500)); // interrupts are off here
    signalEventFd(event->get());
    QTRY_VERIFY(vectorRequested(first->vcpu()));
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto count = runToPort(second->vcpu(), 0x501);
    REQUIRE(count);
    QCOMPARE(*count, 1u);
}

void TestKvmState::haltedGuest_wakesUp()
{
    auto first = start(kAwaitInterrupt);
    REQUIRE(first);
    REQUIRE(runToPort(first->vcpu(), 0x500));
    {
        const pthread_t self = ::pthread_self();
        std::jthread kicker([&first, self] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            first->vcpu().requestImmediateExit();
            ::pthread_kill(self, SIGUSR1);
        });
        const auto exit = runToExit(first->vcpu());
        REQUIRE(exit);
        QVERIFY(std::holds_alternative<ExitInterrupted>(*exit));
    }
    first->vcpu().clearImmediateExit();
    const auto saved = save(*first);
    REQUIRE(saved);
    QCOMPARE(saved->vcpu.mpState, std::uint32_t{KVM_MP_STATE_HALTED});
    auto second = restore(*saved);
    REQUIRE(second);
    const auto event = Fd::eventFd();
    REQUIRE(event);
    REQUIRE(second->vm().registerIrqFd(event->get(), 5));
    signalEventFd(event->get());
    const auto count = runToPort(second->vcpu(), 0x501);
    REQUIRE(count);
    QCOMPARE(*count, 1u);
}

void TestKvmState::apicTimer_running_firesElsewhere()
{
    auto first = start(kAwaitTimer);
    REQUIRE(first);
    REQUIRE(runToPort(first->vcpu(), 0x500));
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto count = runToPort(second->vcpu(), 0x501);
    REQUIRE(count);
    QCOMPARE(*count, 1u);
}

void TestKvmState::tscDeadline_firesElsewhere_data()
{
    QTest::addColumn<quint64>("ticks");
    QTest::addColumn<int>("standsStill"); // ms, before the state is saved
    QTest::newRow("to come") << quint64(500'000'000) << 0;
    QTest::newRow("run out while the guest stood still") << quint64(1000) << 50;
}

void TestKvmState::tscDeadline_firesElsewhere()
{
    QFETCH(const quint64, ticks);
    QFETCH(const int, standsStill);
    auto first = start(kAwaitDeadline, ticks);
    REQUIRE(first);
    auto cpuid = first->vm().supportedCpuid();
    REQUIRE(cpuid);
    constexpr std::uint32_t kDeadlineTimer = 1u << 24; // in-kernel APICs have it whether KVM lists it or not
    for (CpuidEntry &entry : *cpuid)
        entry.ecx |= entry.leaf == 1 ? kDeadlineTimer : 0;
    REQUIRE(first->vcpu().setCpuid(*cpuid));
    REQUIRE(runToPort(first->vcpu(), 0x500));
    std::this_thread::sleep_for(std::chrono::milliseconds(standsStill));
    REQUIRE(leaveGuest(first->vcpu()));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto count = runToPort(second->vcpu(), 0x501);
    REQUIRE(count);
    QCOMPARE(*count, 1u);
}

void TestKvmState::secondProcessor_startsElsewhere_data()
{
    QTest::addColumn<bool>("told");
    QTest::newRow("waiting for its start") << false;
    QTest::newRow("told to start, and has not yet") << true; // KVM does it when it is asked for the run state
}

void TestKvmState::secondProcessor_startsElsewhere()
{
    QFETCH(const bool, told);
    auto first = TinyGuest::create(TinyGuest::Interrupts::InKernel, 2);
    REQUIRE(first);
    REQUIRE(first->memory().writeBytes(GuestAddress(0x11000), kSecond));
    REQUIRE(first->load(0, kStartSecond));
    REQUIRE(runToPort(first->vcpu(0), 0x500));
    if (told)
        REQUIRE(runToPort(first->vcpu(0), 0x501));
    REQUIRE(leaveGuest(first->vcpu(0)));
    const auto saved = save(*first, 2);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    if (!told)
        REQUIRE(runToPort(second->vcpu(0), 0x501));
    const auto sign = runToPort(second->vcpu(1), 0x502);
    REQUIRE(sign);
    QCOMPARE(*sign, 77u);
}

void TestKvmState::msrs_areKept()
{
    auto first = start(kTwoHalves);
    REQUIRE(first);
    constexpr std::array kSet{MsrEntry{0x175, 0x1234'5000}, MsrEntry{0xc000'0082, 0xffff'8000'1234'5678},
                              MsrEntry{0xc000'0102, 0x7fff'0000'1000}};
    REQUIRE(first->vcpu().setMsrs(kSet));
    // Older than the second one will be, but by less than the second in which KVM may believe that TSCs are to agree.
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const auto saved = save(*first);
    REQUIRE(saved);
    auto second = restore(*saved);
    REQUIRE(second);
    const auto again = save(*second);
    REQUIRE(again);
    for (const MsrEntry &entry : kSet)
        QCOMPARE(msrOf(again->vcpu, entry.index), std::optional(entry.value));
    // The TSC goes on, and from its saved value.
    const auto before = msrOf(saved->vcpu, 0x10);
    const auto after = msrOf(again->vcpu, 0x10);
    QVERIFY(before && after);
    QVERIFY(*after >= *before);
    const std::uint64_t khz = saved->vcpu.tscKhz != 0 ? saved->vcpu.tscKhz : 10'000'000;
    QVERIFY(*after - *before < khz * 1000 * 60);
}

void TestKvmState::msr_refused_isNamed()
{
    auto guest = start(kTwoHalves);
    REQUIRE(guest);
    auto saved = save(*guest);
    REQUIRE(saved);
    saved->vcpu.msrs.insert(saved->vcpu.msrs.begin() + 3, MsrEntry{0xdead'beef, 1});
    auto second = TinyGuest::create(kInKernel);
    REQUIRE(second);
    const auto refused = second->vcpu().restoreState(saved->vcpu);
    QVERIFY(!refused);
    QCOMPARE(refused.error().text, std::string("Failed to set MSR 0xdeadbeef"));
}

void TestKvmState::wrongSizes_changeNothing()
{
    auto guest = start(kTwoHalves);
    REQUIRE(guest);
    const auto before = save(*guest);
    REQUIRE(before);
    Saved wrong = *before;
    std::ranges::fill(wrong.vcpu.registers, std::byte{1});
    wrong.vcpu.xsave.pop_back();
    std::ranges::fill(wrong.vm.pit, std::byte{1});
    wrong.vm.ioApic.push_back(std::byte{0});
    const auto vcpu = guest->vcpu().restoreState(wrong.vcpu);
    QVERIFY(!vcpu);
    QCOMPARE(vcpu.error().kind, ErrorKind::InvalidInput);
    const auto vm = guest->vm().restoreState(wrong.vm, ClockRestore::Continue);
    QVERIFY(!vm);
    QCOMPARE(vm.error().kind, ErrorKind::InvalidInput);
    const auto after = save(*guest);
    REQUIRE(after);
    QVERIFY(timeless(after->vcpu) == timeless(before->vcpu));
    QVERIFY(timeless(after->vm) == timeless(before->vm));
}

void TestKvmState::tscFrequency_near_isAccepted()
{
    auto guest = start(kTwoHalves);
    REQUIRE(guest);
    const auto saved = save(*guest);
    REQUIRE(saved);
    QVERIFY(saved->vcpu.tscKhz > 0);
    for (const std::int64_t ppm : {-240, 240}) {
        Saved near = *saved;
        near.vcpu.tscKhz = static_cast<std::uint32_t>(near.vcpu.tscKhz + near.vcpu.tscKhz * ppm / 1'000'000);
        REQUIRE(restore(near));
    }
    Saved unknown = *saved;
    unknown.vcpu.tscKhz = 0;
    REQUIRE(restore(unknown));
}

void TestKvmState::tscFrequency_other_isScaledOrRefused()
{
    auto guest = start(kTwoHalves);
    REQUIRE(guest);
    auto saved = save(*guest);
    REQUIRE(saved);
    const std::uint32_t host = saved->vcpu.tscKhz;
    saved->vcpu.tscKhz = host + host / 3000; // 333 ppm more
    auto second = restore(*saved);
    if (!second) { // KVM without scaling
        QCOMPARE(second.error().text, "The saved TSC frequency of " + std::to_string(saved->vcpu.tscKhz) +
                                          " kHz is not this host's, " + std::to_string(host) +
                                          " kHz, whose KVM cannot scale it");
        return;
    }
    const auto again = save(*second);
    REQUIRE(again);
    QCOMPARE(again->vcpu.tscKhz, saved->vcpu.tscKhz);
}

void TestKvmState::clock_continue_startsWhereItWas()
{
    auto guest = start(kTwoHalves);
    REQUIRE(guest);
    auto saved = save(*guest);
    REQUIRE(saved);
    constexpr std::uint64_t kThen = 5'000'000'000'000; // ns
    constexpr std::uint64_t kMinute = 60'000'000'000;
    saved->vm.clock.nanoseconds = kThen;
    saved->vm.clock.realtime = 1'000'000'000; // long ago: must not be looked at
    auto second = restore(*saved);
    REQUIRE(second);
    const auto again = second->vm().saveState();
    REQUIRE(again);
    QVERIFY(again->clock.nanoseconds >= kThen);
    QVERIFY(again->clock.nanoseconds < kThen + kMinute);
}

void TestKvmState::clock_realtime_addsWhatPassed()
{
    auto guest = TinyGuest::create(kInKernel);
    REQUIRE(guest);
    auto state = guest->vm().saveState();
    REQUIRE(state);
    constexpr std::uint64_t kThen = 5'000'000'000'000;   // ns
    constexpr std::uint64_t kPassed = 3'600'000'000'000; // an hour
    state->clock.flags |= KVM_CLOCK_REALTIME;
    state->clock.nanoseconds = kThen;
    state->clock.realtime = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                                           std::chrono::system_clock::now().time_since_epoch())
                                                           .count()) -
                            kPassed;
    REQUIRE(guest->vm().restoreState(*state, ClockRestore::Realtime));
    const auto again = guest->vm().saveState();
    REQUIRE(again);
    QVERIFY(again->clock.nanoseconds >= kThen + kPassed);
    QVERIFY(again->clock.nanoseconds < kThen + kPassed + 60'000'000'000);
}

void TestKvmState::clock_realtimeAbsent_isRefused()
{
    auto guest = TinyGuest::create(kInKernel);
    REQUIRE(guest);
    auto state = guest->vm().saveState();
    REQUIRE(state);
    state->clock.flags &= ~static_cast<std::uint32_t>(KVM_CLOCK_REALTIME);
    const auto refused = guest->vm().restoreState(*state, ClockRestore::Realtime);
    QVERIFY(!refused);
    QCOMPARE(refused.error().text, std::string("clock_realtime requested but not present in the snapshot state"));
}

void TestKvmState::dirtyLog_showsWrittenPages_once()
{
    auto guest = TinyGuest::create(TinyGuest::Setup{.logDirtyPages = true, .moreMemory = {}});
    REQUIRE(guest);
    REQUIRE(guest->load(0, kWritePages, TinyGuest::kScratch.value()));
    const std::uint64_t firstPage = pageOf(TinyGuest::kScratch);
    DirtyBitmap before(TinyGuest::kRamBytes / DirtyBitmap::kPage);
    REQUIRE(guest->vm().takeDirtyLog(guest->memory(), before));
    QCOMPARE(before.nextRun(firstPage).count, std::uint64_t{0});
    REQUIRE(runToPort(guest->vcpu(), 0x500));
    DirtyBitmap written(TinyGuest::kRamBytes / DirtyBitmap::kPage);
    REQUIRE(guest->vm().takeDirtyLog(guest->memory(), written));
    // Below lie the guest's page tables, whose accessed and dirty bits are written as well.
    const DirtyBitmap::Run run = written.nextRun(firstPage);
    QCOMPARE(run.first, firstPage);
    QCOMPARE(run.count, std::uint64_t{3});
    QCOMPARE(written.nextRun(firstPage + 3).count, std::uint64_t{0});
    DirtyBitmap after(TinyGuest::kRamBytes / DirtyBitmap::kPage);
    REQUIRE(guest->vm().takeDirtyLog(guest->memory(), after));
    QCOMPARE(after.marked(), std::uint64_t{0});
}

void TestKvmState::dirtyLog_manyRegions_areNumberedThrough()
{
    constexpr GuestAddress kSecondAt{0x100'0000};
    constexpr GuestAddress kThirdAt{0x200'0000};
    constexpr std::uint64_t kSecondPages = 3; // so that the third region does not start at a whole word
    constexpr std::uint64_t kThirdPages = 200;
    constexpr std::uint64_t kFirstPages = TinyGuest::kRamBytes / DirtyBitmap::kPage;
    auto guest =
        TinyGuest::create(TinyGuest::Setup{.logDirtyPages = true,
                                           .moreMemory = {MemoryRange{kSecondAt, kSecondPages * DirtyBitmap::kPage},
                                                          MemoryRange{kThirdAt, kThirdPages * DirtyBitmap::kPage}}});
    REQUIRE(guest);
    DirtyBitmap written(kFirstPages + kSecondPages + kThirdPages);
    REQUIRE(guest->load(0, kWritePages, kSecondAt.value()));
    REQUIRE(runToPort(guest->vcpu(), 0x500));
    REQUIRE(guest->load(0, kWritePages, kThirdAt.value() + 70 * DirtyBitmap::kPage));
    REQUIRE(leaveGuest(guest->vcpu()));
    REQUIRE(guest->load(0, kWritePages, kThirdAt.value() + 70 * DirtyBitmap::kPage));
    REQUIRE(runToPort(guest->vcpu(), 0x500));
    REQUIRE(guest->vm().takeDirtyLog(guest->memory(), written));
    const DirtyBitmap::Run second = written.nextRun(kFirstPages);
    QCOMPARE(second.first, kFirstPages);
    QCOMPARE(second.count, kSecondPages);
    const DirtyBitmap::Run third = written.nextRun(kFirstPages + kSecondPages);
    QCOMPARE(third.first, kFirstPages + kSecondPages + 70);
    QCOMPARE(third.count, std::uint64_t{3});
    QCOMPARE(written.nextRun(third.first + third.count).count, std::uint64_t{0});
}

void TestKvmState::dirtyLog_notKept_isAnError()
{
    auto guest = TinyGuest::create(kInKernel);
    REQUIRE(guest);
    DirtyBitmap into(TinyGuest::kRamBytes / DirtyBitmap::kPage);
    const auto refused = guest->vm().takeDirtyLog(guest->memory(), into);
    QVERIFY(!refused);
    QVERIFY(refused.error().text.starts_with("Cannot read the log of written pages: "));
}

QTEST_GUILESS_MAIN(TestKvmState)
#include "tst_kvm_state.moc"
