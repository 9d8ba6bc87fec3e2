// The way of a kernel from its file to its first instructions, with kernels of a few bytes on a real /dev/kvm.
#include "tiny_guest.h"

#include "arch/x86_64/boot_data.h"
#include "arch/x86_64/vcpu_setup.h"
#include "base/fd.h"

#include <QtTest>

#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <elf.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::x86_64;

namespace {

constexpr std::uint64_t kLoadAddress = 0x20'0000;

// Tells what boot_params say: "HdrS", the command line's beginning, a value that went over the boot stack, the APIC id.
TINY_GUEST_CODE(kLinuxKernel, "mov $0x3f8, %dx; mov 0x202(%rsi), %eax; out %eax, %dx;"
                              "mov 0x228(%rsi), %ebp; mov (%rbp), %eax; out %eax, %dx;"
                              "pushq $0x55; pop %rax; out %eax, %dx;"
                              "mov $1, %eax; cpuid; mov %ebx, %eax; shr $24, %eax; mov $0x3f8, %dx; out %eax, %dx;"
                              "1: hlt; jmp 1b");
// Tells what the start info says: its magic and the command line's beginning.
TINY_GUEST_CODE_32(kPvhKernel, "mov $0x3f8, %dx; mov (%ebx), %eax; out %eax, %dx;"
                               "mov 24(%ebx), %ecx; mov (%ecx), %eax; out %eax, %dx; 1: hlt; jmp 1b");
// Starts the second vCPU at 0x8000 the way an operating system does: INIT, then start-up, by its local APIC.
TINY_GUEST_CODE_32(kStartingKernel, "mov $0xfee000f0, %ebx; movl $0x1ff, (%ebx);"
                                    "mov $0xfee00310, %ebx; movl $0x01000000, (%ebx);"
                                    "mov $0xfee00300, %ebx; movl $0x4500, (%ebx); movl $0x4608, (%ebx);"
                                    "mov $0x3f8, %dx; mov $0x42, %al; out %al, %dx; 1: hlt; jmp 1b");
TINY_GUEST_CODE_FOR(".code16", kSecondVcpuCode, "mov $0x3f8, %dx; mov $0x41, %al; out %al, %dx; 1: hlt; jmp 1b");

/// An ELF kernel that consists of `code`, with a PVH note when asked for.
Fd elfOf(std::span<const std::byte> code, BootProtocol protocol)
{
    struct Image {
        Elf64_Ehdr header;
        Elf64_Phdr segments[2];
        Elf64_Nhdr note;
        char name[4];
        std::uint32_t entry;
    } image{};
    std::memcpy(image.header.e_ident, ELFMAG, SELFMAG);
    image.header.e_ident[EI_CLASS] = ELFCLASS64;
    image.header.e_ident[EI_DATA] = ELFDATA2LSB;
    image.header.e_type = ET_EXEC;
    image.header.e_machine = EM_X86_64;
    image.header.e_entry = kLoadAddress;
    image.header.e_phoff = offsetof(Image, segments);
    image.header.e_phentsize = sizeof(Elf64_Phdr);
    image.header.e_phnum = protocol == BootProtocol::Pvh ? 2 : 1;
    image.segments[0].p_type = PT_LOAD;
    image.segments[0].p_offset = sizeof image;
    image.segments[0].p_paddr = kLoadAddress;
    image.segments[0].p_filesz = image.segments[0].p_memsz = code.size();
    image.segments[1].p_type = PT_NOTE;
    image.segments[1].p_offset = offsetof(Image, note);
    image.segments[1].p_filesz = sizeof image.note + sizeof image.name + sizeof image.entry;
    image.note = {4, 4, 18};
    std::memcpy(image.name, "Xen", 4);
    image.entry = kLoadAddress;
    Fd file(::memfd_create("kernel", MFD_CLOEXEC));
    const bool written = ::write(file.get(), &image, sizeof image) == sizeof image &&
                         ::write(file.get(), code.data(), code.size()) == static_cast<ssize_t>(code.size());
    if (!written)
        qFatal("cannot write the kernel");
    return file;
}

/// A machine of 4 MiB, ready to enter its kernel.
struct Machine {
    std::unique_ptr<Hypervisor> hypervisor;
    GuestMemory memory;
    std::unique_ptr<Vm> vm;
    std::vector<std::unique_ptr<Vcpu>> vcpus;

    static Result<Machine> boot(std::span<const std::byte> code, BootProtocol protocol, std::uint32_t vcpuCount)
    {
        auto hypervisor = TRY(openKvm());
        auto memory = TRY(GuestMemory::map(memoryRanges(4u << 20)));
        auto vm = TRY(hypervisor->createVm());
        TRY(vm->setMemory(memory, true));
        TRY(vm->createInterruptControllers());
        const Fd file = elfOf(code, protocol);
        const LoadedKernel kernel = TRY(loadKernel(file, memory));
        GuestCpu cpu(TRY(vm->supportedCpuid()));
        std::vector<std::unique_ptr<Vcpu>> vcpus;
        for (std::uint32_t index = 0; index < vcpuCount; ++index) {
            vcpus.push_back(TRY(vm->createVcpu(index)));
            const VcpuTopology topology{.index = index, .count = vcpuCount, .smt = false};
            TRY(configureVcpu(*vcpus.back(), topology, cpu, kernel));
        }
        TRY(writeBootData(memory, BootData{.kernel = kernel,
                                           .commandLine = "root=/dev/vda",
                                           .initrd = {},
                                           .vcpuCount = vcpuCount,
                                           .virtioDevices = {}}));
        return Machine{std::move(hypervisor), std::move(memory), std::move(vm), std::move(vcpus)};
    }
};

/// What the vCPU writes to the serial port next; empty (and a failure) when it does something else.
QByteArray nextOutput(Vcpu &vcpu)
{
    const auto exit = runToExit(vcpu);
    if (!exit) {
        QTest::qFail(exit.error().text.c_str(), __FILE__, __LINE__);
        return {};
    }
    if (const auto *out = std::get_if<ExitPortOut>(&*exit))
        return QByteArray(reinterpret_cast<const char *>(out->data.data()), static_cast<qsizetype>(out->data.size()));
    QTest::qFail(qPrintable(QString("unexpected exit, variant index %1").arg(exit->index())), __FILE__, __LINE__);
    return {};
}

#define REQUIRE(result) QVERIFY2((result).has_value(), (result) ? "" : (result).error().text.c_str())

} // namespace

class TestBootEntry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void linux64_kernel_findsBootParams();
    void pvh_kernel_findsStartInfo();
    void secondVcpu_notStarted_waits();
    void secondVcpu_started_runs();
};

void TestBootEntry::initTestCase()
{
    struct sigaction action{};
    action.sa_handler = [](int) {};
    QCOMPARE(::sigaction(SIGUSR1, &action, nullptr), 0);
}

void TestBootEntry::linux64_kernel_findsBootParams()
{
    auto machine = Machine::boot(kLinuxKernel, BootProtocol::Linux64, 1);
    REQUIRE(machine);
    QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray("HdrS"));
    QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray("root"));
    QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray("\x55\0\0\0", 4));
    QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray("\0\0\0\0", 4));
}

void TestBootEntry::pvh_kernel_findsStartInfo()
{
    auto machine = Machine::boot(kPvhKernel, BootProtocol::Pvh, 1);
    REQUIRE(machine);
    QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray::fromHex("78c56e33"));
    QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray("root"));
}

void TestBootEntry::secondVcpu_notStarted_waits()
{
    auto machine = Machine::boot(kPvhKernel, BootProtocol::Pvh, 2);
    REQUIRE(machine);
    const pthread_t self = ::pthread_self();
    std::jthread kicker([&machine, self] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        machine->vcpus[1]->requestImmediateExit();
        ::pthread_kill(self, SIGUSR1);
    });
    const auto exit = runToExit(*machine->vcpus[1]);
    REQUIRE(exit);
    QVERIFY(std::holds_alternative<ExitInterrupted>(*exit));
}

void TestBootEntry::secondVcpu_started_runs()
{
    auto machine = Machine::boot(kStartingKernel, BootProtocol::Pvh, 2);
    REQUIRE(machine);
    REQUIRE(machine->memory.writeBytes(GuestAddress(0x8000), kSecondVcpuCode));
    QByteArray fromSecond;
    {
        std::jthread second([&] { fromSecond = nextOutput(*machine->vcpus[1]); });
        QCOMPARE(nextOutput(*machine->vcpus[0]), QByteArray("B"));
    }
    QCOMPARE(fromSecond, QByteArray("A"));
}

QTEST_GUILESS_MAIN(TestBootEntry)
#include "tst_boot_entry.moc"
