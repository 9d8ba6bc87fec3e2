// guest_cpu - what the processors of a guest say of themselves.
//
// Usage:  guest_cpu [MSR...]        (numbers, such as 0x1a0; for MSRs the kernel's driver "msr" is needed)
//
// On each processor in turn, in hexadecimal:
//
//     cpuid CPU LEAF SUBLEAF EAX EBX ECX EDX      of all leaves up to the last of each range, unless all four are 0
//     msr CPU INDEX VALUE                         "-" for one that cannot be read

#include <array>
#include <cpuid.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

namespace {

struct Indexed {
    std::uint32_t leaf;
    std::uint32_t subleaves; ///< that are looked at
};
/// The leaves that have sub-leaves. A level of the topology that is not there says so in ECX, so there is always a
/// next.
constexpr std::array kIndexed{Indexed{0x4, 8},  Indexed{0x7, 3},       Indexed{0xb, 3},  Indexed{0xd, 64},
                              Indexed{0xf, 2},  Indexed{0x10, 4},      Indexed{0x12, 4}, Indexed{0x14, 2},
                              Indexed{0x17, 4}, Indexed{0x18, 9},      Indexed{0x1d, 2}, Indexed{0x1e, 2},
                              Indexed{0x1f, 3}, Indexed{0x8000001d, 8}};
constexpr std::array kRanges{0x0u, 0x40000000u, 0x80000000u};
constexpr std::uint32_t kMostLeaves = 0x100; ///< of a range: its first leaf may say anything

std::uint32_t subleavesOf(std::uint32_t leaf)
{
    for (const Indexed &one : kIndexed) {
        if (one.leaf == leaf)
            return one.subleaves;
    }
    return 1;
}

void printLeaf(int cpu, std::uint32_t leaf, std::uint32_t subleaf)
{
    std::uint32_t eax = 0, ebx = 0, ecx = 0, edx = 0;
    __cpuid_count(leaf, subleaf, eax, ebx, ecx, edx);
    if ((eax | ebx | ecx | edx) != 0)
        std::printf("cpuid %d %x %x %x %x %x %x\n", cpu, leaf, subleaf, eax, ebx, ecx, edx);
}

void printCpuid(int cpu)
{
    for (const std::uint32_t first : kRanges) {
        std::uint32_t last = 0, ebx = 0, ecx = 0, edx = 0;
        __cpuid(first, last, ebx, ecx, edx);
        for (std::uint32_t leaf = first; leaf <= last && leaf - first < kMostLeaves; ++leaf) {
            for (std::uint32_t subleaf = 0; subleaf < subleavesOf(leaf); ++subleaf)
                printLeaf(cpu, leaf, subleaf);
        }
    }
}

/// False when this machine has no such processor.
bool printMsr(int cpu, std::uint32_t index)
{
    std::array<char, 32> path{};
    std::snprintf(path.data(), path.size(), "/dev/cpu/%d/msr", cpu);
    const int fd = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        std::perror(path.data());
        return false;
    }
    std::uint64_t value = 0;
    const ssize_t size = ::pread(fd, &value, sizeof value, static_cast<off_t>(index));
    ::close(fd);
    if (size == sizeof value)
        std::printf("msr %d %x %llx\n", cpu, index, static_cast<unsigned long long>(value));
    else
        std::printf("msr %d %x -\n", cpu, index);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const long cpus = ::sysconf(_SC_NPROCESSORS_ONLN);
    for (int cpu = 0; cpu < cpus; ++cpu) {
        cpu_set_t only;
        CPU_ZERO(&only);
        CPU_SET(static_cast<unsigned>(cpu), &only);
        if (::sched_setaffinity(0, sizeof only, &only) != 0) {
            std::perror("sched_setaffinity");
            return 1;
        }
        printCpuid(cpu);
        for (int at = 1; at < argc; ++at) {
            char *end = nullptr;
            const unsigned long index = std::strtoul(argv[at], &end, 0);
            if (*end != '\0' || index > UINT32_MAX) {
                std::fprintf(stderr, "guest_cpu: no MSR %s\n", argv[at]);
                return 1;
            }
            if (!printMsr(cpu, static_cast<std::uint32_t>(index)))
                return 1;
        }
    }
    return 0;
}
