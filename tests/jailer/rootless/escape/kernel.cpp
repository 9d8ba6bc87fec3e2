// The kernel's own affairs. Outside, each is done so that nothing changes.
#include "attempt.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <linux/reboot.h>
#include <string>
#include <sys/fanotify.h>
#include <sys/io.h>
#include <sys/klog.h>
#include <sys/stat.h>
#include <sys/swap.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace escape {
namespace {

Verdict setHostName(const Targets &)
{
    utsname name{};
    ::uname(&name);
    return bySystemCall("sethostname", ::sethostname(name.nodename, std::strlen(name.nodename)));
}

Verdict setTimeZone(const Targets &)
{
    struct timezone zone {};
    // The only way to set the kernel's without its clock.
    ::syscall(SYS_gettimeofday, nullptr, &zone);
    return bySystemCall("settimeofday", ::syscall(SYS_settimeofday, nullptr, &zone));
}

/// What the three-finger salute does: as it is.
Verdict reboot(const Targets &)
{
    return bySystemCall(
        "reboot", ::syscall(SYS_reboot, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_CAD_ON, nullptr));
}

/// Takes away the kernel to be started next: there is none.
Verdict loadKernel(const Targets &)
{
    return bySystemCall("kexec_load", ::syscall(SYS_kexec_load, 0, 0, nullptr, 0));
}

Verdict swapOn(const Targets &targets)
{
    const std::string path = targets.text("rw") + "/swap";
    const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600);
    constexpr std::uint32_t kPages = 10;
    char page[4096]{};
    for (std::uint32_t i = 0; i < kPages; ++i)
        (void)!::write(file, page, sizeof page);
    const std::uint32_t header[]{1, kPages - 1};
    (void)!::pwrite(file, header, sizeof header, 1024);
    (void)!::pwrite(file, "SWAPSPACE2", 10, 4086);
    ::fsync(file);
    ::close(file);
    const Verdict verdict = bySystemCall("swapon", ::swapon(path.c_str(), 0));
    ::swapoff(path.c_str());
    return verdict;
}

Verdict readKernelLog(const Targets &)
{
    char text[256];
    return bySystemCall("syslog", ::klogctl(3, text, sizeof text)); // read all
}

Verdict loadProgram(const Targets &)
{
    // r0 = 0; exit: a classifier of network traffic.
    const bpf_insn instructions[]{{BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, 0}, {BPF_JMP | BPF_EXIT, 0, 0, 0, 0}};
    bpf_attr attributes{};
    attributes.prog_type = BPF_PROG_TYPE_SCHED_CLS;
    attributes.insns = reinterpret_cast<std::uintptr_t>(instructions);
    attributes.insn_cnt = 2;
    attributes.license = reinterpret_cast<std::uintptr_t>("GPL");
    return bySystemCall("bpf", ::syscall(SYS_bpf, BPF_PROG_LOAD, &attributes, sizeof attributes));
}

Verdict watchProcessor(const Targets &)
{
    perf_event_attr attributes{};
    attributes.type = PERF_TYPE_SOFTWARE;
    attributes.size = sizeof attributes;
    attributes.config = PERF_COUNT_SW_CONTEXT_SWITCHES;
    return bySystemCall("perf_event_open",
                        ::syscall(SYS_perf_event_open, &attributes, -1, 0, -1, PERF_FLAG_FD_CLOEXEC));
}

/// Page faults of the kernel itself: holds it up in the middle of its work.
Verdict stopKernel(const Targets &)
{
    return bySystemCall("userfaultfd", ::syscall(SYS_userfaultfd, O_CLOEXEC));
}

Verdict watchFileSystem(const Targets &)
{
    const int group = ::fanotify_init(FAN_CLASS_CONTENT | FAN_CLOEXEC, O_RDONLY);
    return bySystemCall("fanotify_init", group);
}

Verdict setCorePattern(const Targets &)
{
    return bySystemCall("core_pattern", ::open("/proc/sys/kernel/core_pattern", O_WRONLY | O_CLOEXEC));
}

Verdict usePorts(const Targets &)
{
    return bySystemCall("ioperm", ::ioperm(0x80, 1, 1));
}

const std::array kAttempts{
    Attempt{"kernel_host_name", Needs::Root, setHostName},
    Attempt{"kernel_time", Needs::Root, setTimeZone},
    Attempt{"kernel_reboot", Needs::Root, reboot},
    Attempt{"kernel_next_kernel", Needs::Root, loadKernel},
    Attempt{"kernel_swap", Needs::Root, swapOn},
    Attempt{"kernel_log", Needs::Root, readKernelLog},
    Attempt{"kernel_program", Needs::Root, loadProgram},
    Attempt{"kernel_performance", Needs::Root, watchProcessor},
    Attempt{"kernel_page_faults", Needs::Root, stopKernel},
    Attempt{"kernel_file_events", Needs::Root, watchFileSystem},
    Attempt{"kernel_accounting", Needs::Root, [](const Targets &) { return bySystemCall("acct", ::acct(nullptr)); }},
    Attempt{"kernel_core_pattern", Needs::Root, setCorePattern},
    Attempt{"kernel_sysrq", Needs::Root,
            [](const Targets &) {
                return bySystemCall("sysrq-trigger", ::open("/proc/sysrq-trigger", O_WRONLY | O_CLOEXEC));
            }},
    Attempt{"kernel_symbols", Needs::OrdinaryUser, [](const Targets &) { return readFile("/proc/version"); }},
    Attempt{"kernel_io_ports", Needs::Root, usePorts},
};

} // namespace

std::span<const Attempt> kernelAttempts()
{
    return kAttempts;
}

} // namespace escape
