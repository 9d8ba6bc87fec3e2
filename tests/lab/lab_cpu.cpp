#include "lab_cpu.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <initializer_list>

#include <cpuid.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

enum Register { Eax, Ebx, Ecx, Edx };

/// Bits first to last of each pair.
quint32 bits(std::initializer_list<std::pair<unsigned, unsigned>> ranges)
{
    quint32 mask = 0;
    for (const auto &[first, last] : ranges) {
        for (unsigned bit = first; bit <= last; ++bit)
            mask |= 1u << bit;
    }
    return mask;
}

CpuidWords hostCpuid(quint32 leaf, quint32 subleaf = 0)
{
    CpuidWords words{};
    __cpuid_count(leaf, subleaf, words[Eax], words[Ebx], words[Ecx], words[Edx]);
    return words;
}

void replaceBits(quint32 &word, quint32 mask, quint32 value)
{
    word = (word & ~mask) | value;
}

/// Leaves 1 and 0xb: the vCPU's place. Of both vendors.
void placeCommon(CpuidMap &cpuid, quint32 index, quint32 count, quint32 threads)
{
    CpuidWords &features = cpuid[{0x1, 0}];
    const quint32 powerOfTwo = count > 2 ? 4 : count; // of 1, 2 and 4 vCPUs
    replaceBits(features[Ebx], 0xffffff00, index << 24 | powerOfTwo << 16 | 0x0800);
    replaceBits(features[Ecx], bits({{15, 15}, {24, 24}, {31, 31}}), bits({{24, 24}, {31, 31}}));
    replaceBits(features[Edx], bits({{28, 28}}), count > 1 ? bits({{28, 28}}) : 0);
    cpuid[{0xb, 0}] = {threads == 2 ? 1u : 0u, threads, 0x100, index};
    cpuid[{0xb, 1}] = {5, count, 0x201, index};
    cpuid[{0xb, 2}] = {0, 0, 2, index};
}

/// Leaves 0x80000008, 0x8000001d and 0x8000001e: the same in AMD's way.
void placeAmd(CpuidMap &cpuid, quint32 index, quint32 count, quint32 threads)
{
    replaceBits(cpuid[{0x80000008, 0}][Ecx], 0xf0ff, 0x7000 | (count - 1));
    const bool hostHasThem = hostCpuid(0x80000000)[Eax] >= 0x8000001e;
    for (quint32 cache = 0; hostHasThem && (hostCpuid(0x8000001d, cache)[Eax] & 0x1f) != 0; ++cache) {
        CpuidWords words = hostCpuid(0x8000001d, cache);
        const bool isL3 = (words[Eax] >> 5 & 7) == 3;
        replaceBits(words[Eax], bits({{14, 25}}), (isL3 ? count - 1 : threads - 1) << 14);
        cpuid[{0x8000001d, cache}] = words;
    }
    CpuidWords place = hostHasThem ? hostCpuid(0x8000001e) : CpuidWords{};
    place[Eax] = index;
    replaceBits(place[Ebx], 0xffff, (threads - 1) << 8 | index / threads);
    replaceBits(place[Ecx], 0x7ff, 0);
    cpuid[{0x8000001e, 0}] = place;
}

/// What a processor tells of the state it is in: Linux switches on protection keys and, unless it sees something that
/// it does not trust in them, XSAVE with all that it can save.
void underLinux(CpuidMap &cpuid, bool xsaveInUse)
{
    if (xsaveInUse)
        cpuid[{0x1, 0}][Ecx] |= bits({{27, 27}});
    CpuidWords &more = cpuid[{0x7, 0}];
    if (more[Ecx] & bits({{3, 3}}))
        more[Ecx] |= bits({{4, 4}});
    CpuidWords &xsave = cpuid[{0xd, 0}];
    const bool onlyToAvx = xsave[Eax] == 7; // the room of what a template hides still counts in ECX
    xsave[Ebx] = !xsaveInUse ? 0x240 : onlyToAvx ? 0x340 : xsave[Ecx];
}

} // namespace

QMap<int, SeenCpu> lookAtCpus(harness::GuestShell &shell, const QByteArray &msrs)
{
    const auto output = shell.run("modprobe msr && guest_cpu " + msrs, 30000);
    QMap<int, SeenCpu> cpus;
    if (output.status != 0) {
        qWarning("guest_cpu: %s", output.text.constData());
        return {};
    }
    for (const QByteArray &line : output.text.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        const auto number = [&words](qsizetype at) { return words[at].toULongLong(nullptr, 16); };
        const auto number32 = [&](qsizetype at) { return static_cast<quint32>(number(at)); };
        if (words.size() == 8 && words[0] == "cpuid")
            cpus[words[1].toInt()].cpuid[{number32(2), number32(3)}] = {number32(4), number32(5), number32(6),
                                                                        number32(7)};
        else if (words.size() == 4 && words[0] == "msr")
            cpus[words[1].toInt()].msrs[number32(2)] =
                words[3] == "-" ? std::nullopt : std::optional<quint64>(number(3));
        else
            qWarning("guest_cpu printed '%s'", line.constData());
    }
    return cpus;
}

CpuidMap kvmCpuid()
{
    // As kvm_cpuid2, whose size is another one in C++ with the kernel headers before 6.5.
    struct List {
        quint32 count = 256, padding = 0;
        std::array<kvm_cpuid_entry2, 256> entries{};
    } list;
    constexpr unsigned long kGetSupportedCpuid = _IOC(_IOC_READ | _IOC_WRITE, KVMIO, 0x05, 8);
    const int kvm = ::open("/dev/kvm", O_RDWR | O_CLOEXEC);
    if (kvm < 0 || ::ioctl(kvm, kGetSupportedCpuid, &list) != 0)
        qFatal("KVM does not tell what it supports: %s", std::strerror(errno));
    ::close(kvm);
    CpuidMap map;
    for (quint32 at = 0; at < list.count; ++at) {
        const kvm_cpuid_entry2 &entry = list.entries[at];
        map[{entry.function, entry.index}] = {entry.eax, entry.ebx, entry.ecx, entry.edx};
    }
    return map;
}

bool processorIsAmd()
{
    const CpuidWords words = hostCpuid(0);
    return words[Ebx] == 0x68747541 && words[Edx] == 0x69746e65 && words[Ecx] == 0x444d4163; // AuthenticAMD
}

QList<CpuidChange> t2a()
{
    return {
        {0x1, 0, Eax, bits({{0, 13}, {16, 27}}), 0x306f2},
        {0x1, 0, Ecx, bits({{2, 8}, {10, 11}, {14, 15}, {18, 18}}), 0},
        {0x1, 0, Edx, bits({{18, 18}, {21, 22}, {27, 27}, {29, 31}}), bits({{7, 7}, {12, 12}})},
        {0x7, 0, Ebx, bits({{2, 2}, {4, 4}, {11, 12}, {14, 19}, {21, 31}}), bits({{9, 9}})},
        {0x7, 0, Ecx, bits({{1, 4}, {6, 6}, {8, 12}, {14, 14}, {16, 16}, {22, 22}, {30, 30}}), 0},
        {0x7, 0, Edx, bits({{2, 4}, {8, 8}}), 0},
        {0xd, 0, Eax, bits({{3, 7}, {9, 9}}), 0},
        {0xd, 1, Eax, bits({{1, 3}}), 0},
        {0x80000001, 0, Ecx, bits({{2, 2}, {6, 8}, {29, 29}}), 0},
        {0x80000001, 0, Edx, bits({{22, 22}, {25, 26}}), 0},
        {0x80000008, 0, Ebx, bits({{0, 0}, {9, 9}}), bits({{2, 2}, {18, 20}})},
    };
}

CpuidMap changed(CpuidMap cpuid, const QList<CpuidChange> &changes)
{
    for (const CpuidChange &change : changes) {
        quint32 &word = cpuid[{change.leaf, change.subleaf}][static_cast<std::size_t>(change.reg)];
        word = (word & ~change.cleared) | change.set;
    }
    return cpuid;
}

CpuidMap policyOnAmd(CpuidMap cpuid, quint32 index, quint32 count, bool smt, bool xsaveInUse)
{
    const quint32 threads = smt && count > 1 ? 2 : 1;
    placeCommon(cpuid, index, count, threads);
    placeAmd(cpuid, index, count, threads);
    cpuid[{0x80000005, 0}] = hostCpuid(0x80000005);
    cpuid[{0x80000006, 0}] = hostCpuid(0x80000006);
    replaceBits(cpuid[{0x80000006, 0}][Edx], bits({{16, 17}}), 0);
    replaceBits(cpuid[{0x7, 0}][Edx], bits({{29, 29}}), 0); // ARCH_CAPABILITIES
    cpuid[{0x80000001, 0}][Ecx] |= bits({{22, 22}});        // the leaves of topology and caches are there
    quint32 &lastExtended = cpuid[{0x80000000, 0}][Eax];
    lastExtended = std::max(lastExtended, 0x8000001eu); // and in reach
    CpuidWords brand{};
    std::memcpy(brand.data(), "AMD EPYC", 8);
    cpuid[{0x80000002, 0}] = brand;
    cpuid[{0x80000003, 0}] = cpuid[{0x80000004, 0}] = {};
    underLinux(cpuid, xsaveInUse);
    return cpuid;
}

QByteArray difference(const CpuidMap &found, const CpuidMap &expected)
{
    QByteArray text;
    const auto keys = QSet<QPair<quint32, quint32>>(found.keyBegin(), found.keyEnd()) +
                      QSet<QPair<quint32, quint32>>(expected.keyBegin(), expected.keyEnd());
    const auto words = [](const CpuidWords &value) {
        QByteArray hex;
        for (const quint32 word : value)
            hex += ' ' + QByteArray::number(word, 16).rightJustified(8, '0');
        return hex;
    };
    for (const auto &key : keys) {
        const CpuidWords here = found.value(key), there = expected.value(key);
        if (here != there)
            text += "leaf " + QByteArray::number(key.first, 16) + '.' + QByteArray::number(key.second, 16) + ": found" +
                    words(here) + ", expected" + words(there) + '\n';
    }
    return text;
}
