#include "tiny_guest.h"

#include "base/fd.h"

#include <QtTest>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <pthread.h>

using namespace sparkler;

namespace {

// Port 0x500 ends a guest: with in-kernel interrupt controllers HLT does not leave the guest.
TINY_GUEST_CODE(kPortOut, "mov $0x3f8, %dx; mov $0x41, %al; out %al, %dx; mov $0x4342, %ax; out %ax, %dx;"
                          "mov $0x47464544, %eax; out %eax, %dx; hlt");
TINY_GUEST_CODE(kPortEcho, "mov $0x60, %dx; in %dx, %al; mov $0x500, %dx; out %al, %dx; hlt");
TINY_GUEST_CODE(kStringOut, "mov $0x3f8, %dx; mov $0x10000, %esi; cld; rep outsb; mov $0x500, %dx; out %al, %dx; hlt");
TINY_GUEST_CODE(kStringIn, "mov $0x60, %dx; mov $0x10000, %edi; cld; rep insw; mov $0x500, %dx; out %al, %dx; hlt");
TINY_GUEST_CODE(kMmioWrites, "mov $0xc0001000, %ebx; mov $0x1122334455667788, %rax; mov %al, (%rbx); mov %ax, 2(%rbx);"
                             "mov %eax, 4(%rbx); mov %rax, 8(%rbx); hlt");
TINY_GUEST_CODE(kMmioRead, "mov $0xc0001000, %ebx; mov $-1, %rax; mov 8(%rbx), %eax; mov %rax, 0x10(%rbx); hlt");
TINY_GUEST_CODE(kNotify, "mov $0xc0001050, %ebx; movl $1, (%rbx); movl $2, (%rbx); hlt");
TINY_GUEST_CODE(kHalt, "hlt");
TINY_GUEST_CODE(kTripleFault, "push $0; push $0; lidt (%rsp); ud2");
TINY_GUEST_CODE(kMovd, "mov $0x2a, %eax; movd %eax, %xmm0; mov $0x500, %dx; out %al, %dx; hlt");
TINY_GUEST_CODE(kSpin, "1: pause; jmp 1b");
TINY_GUEST_CODE(kTellArgument, "mov %ecx, %eax; mov $0x600, %dx; out %eax, %dx; hlt");
// Switches the local APIC on, masks LINT0 (the PICs would deliver the same line once more), routes IOAPIC pin 5 to
// vector 0x51, then waits; the handler counts in R15.
TINY_GUEST_CODE(
    kAwaitInterrupt,
    "xor %r15d, %r15d; mov $0xfee000f0, %ebx; movl $0x1ff, (%rbx);"
    "mov $0xfee00350, %ebx; movl $0x10000, (%rbx);"
    "mov $0xfec00000, %ebx; movl $0x1a, (%rbx); movl $0x51, 0x10(%rbx); movl $0x1b, (%rbx); movl $0, 0x10(%rbx);"
    "mov $0x500, %dx; out %al, %dx; sti; 1: hlt; test %r15, %r15; jz 1b;"
    "cli; mov %r15, %rax; mov $0x501, %dx; out %eax, %dx; hlt");
TINY_GUEST_CODE(kCountingHandler, "inc %r15; push %rbx; mov $0xfee000b0, %ebx; movl $0, (%rbx); pop %rbx; iretq");

QByteArray bytesOf(std::span<const std::byte> data)
{
    return QByteArray(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
}

template <typename T>
std::string errorOf(const Result<T> &result)
{
    return result ? std::string() : result.error().text;
}

/// The next exit, which must be of type T.
template <typename T>
T expectExit(Vcpu &vcpu)
{
    const auto exit = runToExit(vcpu);
    if (!exit) {
        QTest::qFail(exit.error().text.c_str(), __FILE__, __LINE__);
        return {};
    }
    if (const T *wanted = std::get_if<T>(&*exit))
        return *wanted;
    QTest::qFail(qPrintable(QString("unexpected exit, variant index %1").arg(exit->index())), __FILE__, __LINE__);
    return {};
}

#define REQUIRE(result) QVERIFY2((result).has_value(), errorOf(result).c_str())

} // namespace

class TestKvm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void openKvm_missingDevice_saysHowToFixIt();
    void openKvm_otherDevice_namesBadVersion();
    void cpuid_supported_listsBasicLeaves();
    void cpuid_readsBackAsManyLeavesAsWereSet();
    void portOut_threeSizes_arriveInOrder();
    void portIn_value_reachesGuest();
    void portIn_notFilled_readsZero();
    void stringOut_manyBytes_arriveInOrder();
    void stringIn_words_landInMemory();
    void mmioWrite_fourSizes_arriveInOrder();
    void mmioRead_value_isZeroExtended();
    void ioEventFd_matchingValue_signalsWithoutExit();
    void irqFd_write_runsHandler();
    void halt_noInterruptController_exits();
    void tripleFault_happens_isShutdown();
    void fpuInstruction_executesOrNamesInstruction();
    void immediateExit_beforeRun_interrupts();
    void immediateExit_otherThread_kicksBusyGuest();
    void vcpus_two_runOnTheirOwnThreads();
    void msr_unknown_isNamed();
    void registers_set_readBack();
    void lapic_set_readsBack();
    void createVcpu_duplicateIndex_fails();
};

void TestKvm::initTestCase()
{
    const auto hypervisor = openKvm();
    REQUIRE(hypervisor);
    // A signal without SA_RESTART: it only has to make KVM_RUN return.
    struct sigaction action {};
    action.sa_handler = [](int) {};
    QCOMPARE(::sigaction(SIGUSR1, &action, nullptr), 0);
}

void TestKvm::openKvm_missingDevice_saysHowToFixIt()
{
    const auto hypervisor = openKvm("/nonexistent/kvm");
    QVERIFY(!hypervisor);
    QCOMPARE(
        hypervisor.error().text,
        std::string("Error creating KVM object. [No such file or directory (os error 2)]\nMake sure the user launching "
                    "the firecracker process is configured on the /dev/kvm file's ACL."));
    QCOMPARE(hypervisor.error().hostErrno, ENOENT);
}

void TestKvm::openKvm_otherDevice_namesBadVersion()
{
    const auto hypervisor = openKvm("/dev/null");
    QVERIFY(!hypervisor);
    QCOMPARE(hypervisor.error().text, std::string("The host kernel reports an invalid KVM API version: -1"));
}

void TestKvm::cpuid_supported_listsBasicLeaves()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    const auto entries = guest->vm().supportedCpuid();
    REQUIRE(entries);
    QVERIFY(entries->size() > 10);
    QVERIFY(std::ranges::any_of(*entries, [](const CpuidEntry &entry) { return entry.leaf == 1; }));
    QVERIFY(std::ranges::any_of(*entries, [](const CpuidEntry &entry) { return entry.leaf == 0x8000'0000; }));
}

void TestKvm::cpuid_readsBackAsManyLeavesAsWereSet()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    // KVM may change bits that depend on the vCPU's state, and nothing else.
    const auto places = [](const std::vector<CpuidEntry> &entries) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
        for (const CpuidEntry &entry : entries)
            result.emplace_back(entry.leaf, entry.subleaf);
        return result;
    };
    const auto supported = guest->vm().supportedCpuid();
    REQUIRE(supported);
    const auto whole = guest->vcpu().readCpuid();
    REQUIRE(whole);
    QVERIFY(places(*whole) == places(*supported));
}

void TestKvm::portOut_threeSizes_arriveInOrder()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kPortOut));
    QByteArray got;
    for (const std::size_t size : {1u, 2u, 4u}) {
        const auto out = expectExit<ExitPortOut>(guest->vcpu());
        QCOMPARE(out.port, std::uint16_t(0x3f8));
        QCOMPARE(out.size, size);
        got += bytesOf(out.data);
    }
    QCOMPARE(got, QByteArray("ABCDEFG"));
}

void TestKvm::portIn_value_reachesGuest()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kPortEcho));
    const auto in = expectExit<ExitPortIn>(guest->vcpu());
    QCOMPARE(in.port, std::uint16_t(0x60));
    QCOMPARE(in.data.size(), std::size_t(1));
    in.data[0] = std::byte{0x5a};
    QCOMPARE(bytesOf(expectExit<ExitPortOut>(guest->vcpu()).data), QByteArray("\x5a"));
}

void TestKvm::portIn_notFilled_readsZero()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kPortEcho));
    expectExit<ExitPortIn>(guest->vcpu());
    QCOMPARE(bytesOf(expectExit<ExitPortOut>(guest->vcpu()).data), QByteArray(1, '\0'));
}

void TestKvm::stringOut_manyBytes_arriveInOrder()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    const QByteArray text("the quick brown fox jumps over the lazy dog");
    const auto bytes = std::as_bytes(std::span(text.data(), static_cast<std::size_t>(text.size())));
    REQUIRE(guest->memory().writeBytes(TinyGuest::kScratch, bytes));
    REQUIRE(guest->load(0, kStringOut, static_cast<std::uint64_t>(text.size())));
    QByteArray got;
    for (;;) {
        const auto out = expectExit<ExitPortOut>(guest->vcpu());
        if (out.port != 0x3f8)
            break;
        QCOMPARE(out.size, std::size_t(1));
        got += bytesOf(out.data);
    }
    QCOMPARE(got, text);
}

void TestKvm::stringIn_words_landInMemory()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kStringIn, 8)); // eight words
    char next = 'a';
    for (;;) {
        auto exit = runToExit(guest->vcpu());
        REQUIRE(exit);
        const auto *in = std::get_if<ExitPortIn>(&*exit);
        if (!in)
            break;
        QCOMPARE(in->size, std::size_t(2));
        QCOMPARE(in->data.size() % 2, std::size_t(0));
        for (std::byte &byte : in->data)
            byte = static_cast<std::byte>(next++);
    }
    std::array<std::byte, 16> landed{};
    REQUIRE(guest->memory().readBytes(TinyGuest::kScratch, landed));
    QCOMPARE(bytesOf(landed), QByteArray("abcdefghijklmnop"));
}

void TestKvm::mmioWrite_fourSizes_arriveInOrder()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kMmioWrites));
    const QByteArray value = QByteArray::fromHex("8877665544332211");
    struct Expected {
        std::uint64_t address;
        qsizetype bytes;
    };
    constexpr std::array kExpected{Expected{0xc000'1000, 1}, Expected{0xc000'1002, 2}, Expected{0xc000'1004, 4},
                                   Expected{0xc000'1008, 8}};
    for (const Expected &expected : kExpected) {
        const auto write = expectExit<ExitMmioWrite>(guest->vcpu());
        QCOMPARE(write.address.value(), expected.address);
        QCOMPARE(bytesOf(write.data), value.first(expected.bytes));
    }
}

void TestKvm::mmioRead_value_isZeroExtended()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kMmioRead));
    const auto read = expectExit<ExitMmioRead>(guest->vcpu());
    QCOMPARE(read.address.value(), std::uint64_t(0xc000'1008));
    QCOMPARE(read.data.size(), std::size_t(4));
    std::memcpy(read.data.data(), "\x78\x56\x34\x12", 4);
    const auto write = expectExit<ExitMmioWrite>(guest->vcpu());
    QCOMPARE(bytesOf(write.data), QByteArray::fromHex("7856341200000000"));
}

void TestKvm::ioEventFd_matchingValue_signalsWithoutExit()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    const auto event = Fd::eventFd();
    REQUIRE(event);
    REQUIRE(guest->vm().registerIoEventFd(event->get(), GuestAddress(0xc000'1050), 1));
    REQUIRE(guest->load(0, kNotify));
    const auto write = expectExit<ExitMmioWrite>(guest->vcpu()); // only the value that does not match
    QCOMPARE(bytesOf(write.data), QByteArray::fromHex("02000000"));
    QCOMPARE(drainEventFd(event->get()), std::uint64_t(1));
}

void TestKvm::irqFd_write_runsHandler()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::InKernel);
    REQUIRE(guest);
    const auto event = Fd::eventFd();
    REQUIRE(event);
    REQUIRE(guest->vm().registerIrqFd(event->get(), 5));
    REQUIRE(guest->setHandler(kCountingHandler));
    REQUIRE(guest->load(0, kAwaitInterrupt));
    QCOMPARE(expectExit<ExitPortOut>(guest->vcpu()).port, std::uint16_t(0x500));
    signalEventFd(event->get());
    const auto done = expectExit<ExitPortOut>(guest->vcpu());
    QCOMPARE(done.port, std::uint16_t(0x501));
    QCOMPARE(bytesOf(done.data), QByteArray::fromHex("01000000"));
}

void TestKvm::halt_noInterruptController_exits()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kHalt));
    expectExit<ExitHalt>(guest->vcpu());
}

void TestKvm::tripleFault_happens_isShutdown()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kTripleFault));
    expectExit<ExitShutdown>(guest->vcpu());
}

void TestKvm::fpuInstruction_executesOrNamesInstruction()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kMovd));
    auto exit = runToExit(guest->vcpu());
    REQUIRE(exit);
    if (const auto *out = std::get_if<ExitPortOut>(&*exit)) { // a processor: it executes
        QCOMPARE(out->port, std::uint16_t(0x500));
        return;
    }
    const auto *error = std::get_if<ExitInternalError>(&*exit); // an emulator: it names what it does not know
    QVERIFY2(error, "neither executed nor reported");
    QCOMPARE(error->suberror, 1u);
    QCOMPARE(error->rip, std::uint64_t(0x8005)); // after the 5-byte mov
    if (!error->instruction.empty())
        QVERIFY(bytesOf(error->instruction).startsWith(QByteArray::fromHex("660f6ec0")));
}

void TestKvm::immediateExit_beforeRun_interrupts()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kHalt));
    guest->vcpu().requestImmediateExit();
    expectExit<ExitInterrupted>(guest->vcpu());
    guest->vcpu().clearImmediateExit();
    expectExit<ExitHalt>(guest->vcpu());
}

void TestKvm::immediateExit_otherThread_kicksBusyGuest()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kSpin));
    const pthread_t self = ::pthread_self();
    std::jthread kicker([&guest, self] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        guest->vcpu().requestImmediateExit();
        ::pthread_kill(self, SIGUSR1);
    });
    expectExit<ExitInterrupted>(guest->vcpu());
    expectExit<ExitInterrupted>(guest->vcpu()); // the request stays until it is cleared
}

void TestKvm::vcpus_two_runOnTheirOwnThreads()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None, 2);
    REQUIRE(guest);
    REQUIRE(guest->load(0, kTellArgument, 10));
    REQUIRE(guest->load(1, kTellArgument, 11));
    Result<VcpuExit> second = ExitUnknown{};
    {
        std::jthread other([&] { second = runToExit(guest->vcpu(1)); });
        QCOMPARE(bytesOf(expectExit<ExitPortOut>(guest->vcpu(0)).data), QByteArray::fromHex("0a000000"));
    }
    REQUIRE(second);
    const auto *out = std::get_if<ExitPortOut>(&*second);
    QVERIFY(out);
    QCOMPARE(bytesOf(out->data), QByteArray::fromHex("0b000000"));
}

void TestKvm::msr_unknown_isNamed()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    constexpr std::uint32_t kKernelGsBase = 0xc000'0102;
    std::vector<MsrEntry> entries(200, MsrEntry{kKernelGsBase, 0});
    REQUIRE(guest->vcpu().setMsrs(entries)); // more than one chunk
    entries[150].index = 0xdeadbeef;
    const auto refused = guest->vcpu().setMsrs(entries);
    QVERIFY(!refused);
    QCOMPARE(refused.error().text, std::string("Failed to set MSR 0xdeadbeef"));
}

void TestKvm::registers_set_readBack()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    GeneralRegisters registers;
    registers.rax = 1;
    registers.r15 = 0x1122'3344'5566'7788;
    registers.rip = 0x8000;
    registers.rflags = 2;
    REQUIRE(guest->vcpu().setGeneralRegisters(registers));
    const auto general = guest->vcpu().generalRegisters();
    REQUIRE(general);
    QCOMPARE(general->rax, registers.rax);
    QCOMPARE(general->r15, registers.r15);
    QCOMPARE(general->rip, registers.rip);
    const auto system = guest->vcpu().systemRegisters();
    REQUIRE(system);
    QCOMPARE(system->cr3, std::uint64_t(0x1000));
    QCOMPARE(system->cs.selector, std::uint16_t(8));
    QCOMPARE(system->cs.l, std::uint8_t(1));
    QCOMPARE(system->idt.limit, std::uint16_t(4095));
}

void TestKvm::lapic_set_readsBack()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::InKernel);
    REQUIRE(guest);
    auto lapic = guest->vcpu().lapic();
    REQUIRE(lapic);
    (*lapic)[0xf0] = std::byte{0xff};
    (*lapic)[0xf1] = std::byte{0x01};
    REQUIRE(guest->vcpu().setLapic(*lapic));
    const auto again = guest->vcpu().lapic();
    REQUIRE(again);
    QCOMPARE((*again)[0xf1], std::byte{0x01});
}

void TestKvm::createVcpu_duplicateIndex_fails()
{
    auto guest = TinyGuest::create(TinyGuest::Interrupts::None);
    REQUIRE(guest);
    const auto second = guest->vm().createVcpu(0);
    QVERIFY(!second);
    QCOMPARE(second.error().text, std::string("Error creating the vcpu: File exists (os error 17)"));
}

QTEST_GUILESS_MAIN(TestKvm)
#include "tst_kvm.moc"
