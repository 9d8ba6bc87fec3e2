// sparkler-kvm-probe: can this machine's KVM run a stock Linux kernel?
//
// That /dev/kvm exists does not answer it. There are KVMs, found in virtual machines without nested
// virtualisation, that emulate the guest's instructions in software and know only some of them: every
// ioctl works, and a kernel dies at its first int3 or SSE instruction. So the probe looks at
// behaviour: it starts a virtual machine of 64 KiB and has it execute instructions that every
// distribution's kernel uses, one after the other.
//
// Exit status:  0  stock kernels run here (nothing is printed)
//               1  there is a KVM, but it cannot run one: one line on stderr says what failed
//               2  there is no KVM to use: one line on stderr says why
//             153  wrong arguments, as with the engine
// It takes a few milliseconds; when the guest hangs, two seconds of CPU time.

#include <array>
#include <bit>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <vector>

// In C++ the kernel's headers (before 6.5) give a structure with a flexible array a few bytes too many,
// an empty structure not being empty there. As the size is part of an ioctl's number, KVM then
// knows neither KVM_GET_SUPPORTED_CPUID nor KVM_SET_CPUID2.
#include <linux/stddef.h>
#undef __DECLARE_FLEX_ARRAY
#define __DECLARE_FLEX_ARRAY(type, name) __extension__ type name[0]

#include <fcntl.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static_assert(sizeof(kvm_cpuid2) == 8, "the ioctl numbers depend on it");

namespace {

enum ExitStatus : int { Usable = 0, Unusable = 1, Missing = 2, BadArguments = 153 };

constexpr const char *usage = "sparkler-kvm-probe: can this machine's KVM run a stock Linux kernel?\n"
                              "  --help      Show the help message.\n"
                              "  --version   Print the version.\n"
                              "Ends with 0 when it can, with 1 when it cannot, with 2 when there is none to use.\n";

// The guest's memory, by guest physical address. Everything is mapped to itself.
constexpr std::size_t memorySize = 0x10000;
constexpr std::uint64_t gdtAt = 0x500;
constexpr std::uint64_t pml4At = 0x1000;
constexpr std::uint64_t pdptAt = 0x2000;
constexpr std::uint64_t pageDirectoryAt = 0x3000;
constexpr std::uint64_t idtAt = 0x4000;
constexpr std::uint64_t codeAt = 0x5000;
constexpr std::uint64_t breakpointHandlerAt = 0x6000;
constexpr std::uint64_t faultHandlerAt = 0x6100;
constexpr std::uint64_t scratchAt = 0x7000; // operand of the instructions that need memory
constexpr std::uint64_t stackTop = 0xf000;

constexpr std::uint16_t codeSelector = 8;
constexpr std::uint16_t dataSelector = 16;

// A tested instruction is followed by `out %al, $donePort`; an exception other than int3 ends at
// `out %al, $faultPort`.
constexpr std::uint8_t donePort = 0xf0;
constexpr std::uint8_t faultPort = 0xf1;
constexpr std::uint8_t outImmediate = 0xe6;

// Leaf 1, ECX of CPUID: what an old processor may rightly lack.
constexpr std::uint32_t always = 0;
constexpr std::uint32_t cpuidCx16 = 1U << 13;
constexpr std::uint32_t cpuidPopcnt = 1U << 23;
constexpr std::uint32_t cpuidXsave = 1U << 26;

struct Instruction {
    const char *name;
    std::uint32_t needs; // CPUID bit without which it is not tried
    std::vector<std::uint8_t> bytes;
};

const std::vector<Instruction> &instructions()
{
    // RAX is 1, RCX and RDX are 0, RDI points to the scratch area.
    static const std::vector<Instruction> list = {
        {"nop", always, {0x90}},
        {"int3", always, {0xcc}},                                  // run-time patching of the kernel's text
        {"movd", always, {0x66, 0x0f, 0x6e, 0xc0}},                // movd %eax,%xmm0
        {"pxor", always, {0x66, 0x0f, 0xef, 0xc0}},                // pxor %xmm0,%xmm0
        {"cmpxchg16b", cpuidCx16, {0xf0, 0x48, 0x0f, 0xc7, 0x0f}}, // lock cmpxchg16b (%rdi): the slab allocator
        {"popcnt", cpuidPopcnt, {0xf3, 0x48, 0x0f, 0xb8, 0xd8}},   // popcnt %rax,%rbx
        {"xgetbv", cpuidXsave, {0x0f, 0x01, 0xd0}},                // floating-point state: boot ...
        {"xsave", cpuidXsave, {0x0f, 0xae, 0x27}},                 // ... and every task switch; xsave (%rdi)
    };
    return list;
}

[[noreturn]] void finish(ExitStatus status, const std::string &why)
{
    if (!why.empty())
        std::fprintf(stderr, "%s\n", why.c_str());
    // Nothing to clean up: the kernel closes the virtual machine with the process.
    std::_Exit(status);
}

[[noreturn]] void failed(const char *what)
{
    finish(Unusable, std::string("KVM cannot be used: ") + what + " failed: " + std::strerror(errno));
}

int openKvm()
{
    const int kvm = ::open("/dev/kvm", O_RDWR | O_CLOEXEC);
    if (kvm >= 0)
        return kvm;
    switch (errno) {
    case ENOENT:
        finish(Missing, "there is no /dev/kvm: no hardware virtualisation, or the kvm module is not loaded");
    case EACCES:
    case EPERM:
        finish(Missing, "no permission for /dev/kvm: the user must be in the group that owns it (kvm)");
    default:
        finish(Missing, std::string("cannot open /dev/kvm: ") + std::strerror(errno));
    }
}

void put(std::span<std::byte> memory, std::uint64_t at, std::span<const std::uint8_t> bytes)
{
    std::memcpy(memory.subspan(at, bytes.size()).data(), bytes.data(), bytes.size());
}

void put64(std::span<std::byte> memory, std::uint64_t at, std::uint64_t value)
{
    std::memcpy(memory.subspan(at, sizeof value).data(), &value, sizeof value);
}

/// Page tables, descriptor tables and exception handlers of the guest.
void writeTables(std::span<std::byte> memory)
{
    constexpr std::uint64_t presentWritable = 0x3;
    constexpr std::uint64_t hugePage = 0x80;
    put64(memory, pml4At, pdptAt | presentWritable);
    put64(memory, pdptAt, pageDirectoryAt | presentWritable);
    put64(memory, pageDirectoryAt, 0 | presentWritable | hugePage); // the first 2 MiB, onto themselves

    put64(memory, gdtAt + codeSelector, 0x00af9b000000ffff);
    put64(memory, gdtAt + dataSelector, 0x00cf93000000ffff);

    constexpr std::uint64_t interruptGate = 0x8e00ULL << 32;
    constexpr std::uint64_t breakpointVector = 3;
    for (std::uint64_t vector = 0; vector < 32; ++vector) {
        const std::uint64_t handler = vector == breakpointVector ? breakpointHandlerAt : faultHandlerAt;
        put64(memory, idtAt + vector * 16, interruptGate | std::uint64_t{codeSelector} << 16 | handler);
    }
    put(memory, breakpointHandlerAt, std::array<std::uint8_t, 2>{0x48, 0xcf}); // iretq
    put(memory, faultHandlerAt, std::array<std::uint8_t, 2>{outImmediate, faultPort});
}

/// Gives the vCPU all that KVM supports and returns leaf 1, ECX.
std::uint32_t setCpuid(int kvm, int vcpu)
{
    // A head and the entries behind it, as the kernel wants them.
    constexpr std::uint32_t maximum = 256;
    alignas(kvm_cpuid2) static std::array<std::byte, sizeof(kvm_cpuid2) + maximum * sizeof(kvm_cpuid_entry2)> storage;
    auto *const cpuid = ::new (storage.data()) kvm_cpuid2;
    cpuid->nent = maximum;
    if (::ioctl(kvm, KVM_GET_SUPPORTED_CPUID, cpuid) < 0)
        failed("KVM_GET_SUPPORTED_CPUID");
    if (::ioctl(vcpu, KVM_SET_CPUID2, cpuid) < 0)
        failed("KVM_SET_CPUID2");
    for (std::uint32_t index = 0; index < cpuid->nent; ++index) {
        kvm_cpuid_entry2 entry;
        std::memcpy(&entry, &storage.at(sizeof(kvm_cpuid2) + index * sizeof entry), sizeof entry);
        if (entry.function == 1)
            return entry.ecx;
    }
    return 0;
}

kvm_segment flatSegment(std::uint16_t selector, bool code)
{
    kvm_segment segment{};
    segment.limit = 0xffffffff;
    segment.selector = selector;
    segment.type = code ? 11 : 3; // accessed, and readable code or writable data
    segment.present = 1;
    segment.db = code ? 0 : 1;
    segment.s = 1;
    segment.l = code ? 1 : 0;
    segment.g = 1;
    return segment;
}

/// Puts the vCPU into 64-bit mode.
void setSystemRegisters(int vcpu, bool xsave)
{
    kvm_sregs registers{};
    if (::ioctl(vcpu, KVM_GET_SREGS, &registers) < 0)
        failed("KVM_GET_SREGS");
    registers.cs = flatSegment(codeSelector, true);
    registers.ds = flatSegment(dataSelector, false);
    registers.es = registers.fs = registers.gs = registers.ss = registers.ds;
    registers.gdt.base = gdtAt;
    registers.gdt.limit = 3 * 8 - 1;
    registers.idt.base = idtAt;
    registers.idt.limit = 32 * 16 - 1;
    registers.cr0 = 0x80000033; // PG NE ET MP PE
    registers.cr3 = pml4At;
    registers.cr4 = 0x620 | (xsave ? 1U << 18 : 0U); // PAE OSFXSR OSXMMEXCPT, OSXSAVE
    registers.efer = 0x500;                          // LMA LME
    if (::ioctl(vcpu, KVM_SET_SREGS, &registers) < 0)
        failed("KVM_SET_SREGS");
}

const std::string hangs = "it did not come to an end";

double seconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Twice a second a KVM_RUN that goes on ends with EINTR.
void startInterruptions()
{
    struct sigaction action {};
    action.sa_handler = [](int) {};
    ::sigaction(SIGALRM, &action, nullptr); // no SA_RESTART
    constexpr itimerval period{.it_interval = {.tv_sec = 0, .tv_usec = 500'000},
                               .it_value = {.tv_sec = 0, .tv_usec = 500'000}};
    ::setitimer(ITIMER_REAL, &period, nullptr);
}

/// Runs the guest until it leaves by itself, but not for ever. As KVM_RUN; EINTR: it hangs.
int runLimited(int vcpu)
{
    // Our own time counts: on a busy computer seconds go by in which nothing of this runs. The clock's is for a KVM
    // that waits.
    const double cpuLimit = seconds(CLOCK_PROCESS_CPUTIME_ID) + 2;
    const double clockLimit = seconds(CLOCK_MONOTONIC) + 8;
    int result = 0;
    do
        result = ::ioctl(vcpu, KVM_RUN, 0);
    while (result < 0 && errno == EINTR && seconds(CLOCK_PROCESS_CPUTIME_ID) < cpuLimit &&
           seconds(CLOCK_MONOTONIC) < clockLimit);
    return result;
}

/// Why the guest did not get past the instruction, or nothing when it did.
std::string run(int vcpu, const kvm_run &shared, std::span<std::byte> memory, const Instruction &instruction)
{
    std::vector<std::uint8_t> code = instruction.bytes;
    code.insert(code.end(), {outImmediate, donePort});
    put(memory, codeAt, code);

    kvm_regs registers{};
    registers.rip = codeAt;
    registers.rsp = stackTop;
    registers.rflags = 2;
    registers.rax = 1;
    registers.rdi = scratchAt;
    if (::ioctl(vcpu, KVM_SET_REGS, &registers) < 0)
        failed("KVM_SET_REGS");
    if (runLimited(vcpu) < 0)
        return errno == EINTR ? hangs : std::string("KVM_RUN failed: ") + std::strerror(errno);
    switch (shared.exit_reason) {
    case KVM_EXIT_IO:
        return shared.io.port == donePort ? std::string() : std::string("it raised an exception");
    case KVM_EXIT_INTERNAL_ERROR:
        return "KVM's instruction emulator does not know it";
    default:
        return "the guest stopped with exit reason " + std::to_string(shared.exit_reason);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1) {
        const bool version = argc == 2 && std::strcmp(argv[1], "--version") == 0;
        const bool help = argc == 2 && std::strcmp(argv[1], "--help") == 0;
        std::fputs(version ? "sparkler-kvm-probe v" SPARKLER_VERSION "\n" : usage, version || help ? stdout : stderr);
        return version || help ? Usable : BadArguments;
    }
    const int kvm = openKvm();
    if (::ioctl(kvm, KVM_GET_API_VERSION, 0) != KVM_API_VERSION)
        finish(Unusable, "KVM cannot be used: its API version is not 12");

    const int vm = ::ioctl(kvm, KVM_CREATE_VM, 0);
    if (vm < 0)
        failed("KVM_CREATE_VM");
    // Older Intel processors need three pages of their own; where nobody needs them this does nothing.
    (void)::ioctl(vm, KVM_SET_TSS_ADDR, 0xfffbd000UL);

    void *const mapped = ::mmap(nullptr, memorySize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        failed("mmap");
    const std::span memory(static_cast<std::byte *>(mapped), memorySize);
    writeTables(memory);
    kvm_userspace_memory_region region{};
    region.memory_size = memorySize;
    region.userspace_addr = std::bit_cast<std::uintptr_t>(mapped);
    if (::ioctl(vm, KVM_SET_USER_MEMORY_REGION, &region) < 0)
        failed("KVM_SET_USER_MEMORY_REGION");

    const int vcpu = ::ioctl(vm, KVM_CREATE_VCPU, 0);
    if (vcpu < 0)
        failed("KVM_CREATE_VCPU");
    const int sharedSize = ::ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
    if (sharedSize < static_cast<int>(sizeof(kvm_run)))
        failed("KVM_GET_VCPU_MMAP_SIZE");
    void *const shared =
        ::mmap(nullptr, static_cast<std::size_t>(sharedSize), PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
    if (shared == MAP_FAILED)
        failed("mmap of the vCPU");

    const std::uint32_t features = setCpuid(kvm, vcpu);
    setSystemRegisters(vcpu, (features & cpuidXsave) != 0);

    startInterruptions(); // not before: KVM_CREATE_VM may be interrupted, too
    std::string names;
    std::string why;
    for (const Instruction &instruction : instructions()) {
        if ((features & instruction.needs) != instruction.needs)
            continue;
        const std::string reason = run(vcpu, *static_cast<const kvm_run *>(shared), memory, instruction);
        if (reason.empty())
            continue;
        names += (names.empty() ? "" : ", ") + std::string(instruction.name);
        if (why.empty())
            why = reason;
        if (reason == hangs)
            break; // the others might take as long
    }
    if (!names.empty())
        finish(Unusable, "this KVM cannot run a stock kernel, it fails at " + names + " (" + why + ")");
    return Usable;
}
