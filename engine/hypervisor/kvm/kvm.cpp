#include "hypervisor/hypervisor.h"

#include "base/fd.h"
#include "hypervisor/kvm/kvm_ioctl.h"
#include "hypervisor/kvm/kvm_vm.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <string_view>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler {
namespace {

struct Capability {
    std::string_view name;
    unsigned long number;
};

/// What the engine cannot do without; the names appear in the error text.
constexpr std::array kRequiredCapabilities{
    Capability{"Irqchip", KVM_CAP_IRQCHIP},
    Capability{"Ioeventfd", KVM_CAP_IOEVENTFD},
    Capability{"Irqfd", KVM_CAP_IRQFD},
    Capability{"UserMemory", KVM_CAP_USER_MEMORY},
    Capability{"SetTssAddr", KVM_CAP_SET_TSS_ADDR},
    Capability{"Pit2", KVM_CAP_PIT2},
    Capability{"PitState2", KVM_CAP_PIT_STATE2},
    Capability{"AdjustClock", KVM_CAP_ADJUST_CLOCK},
    Capability{"Debugregs", KVM_CAP_DEBUGREGS},
    Capability{"MpState", KVM_CAP_MP_STATE},
    Capability{"VcpuEvents", KVM_CAP_VCPU_EVENTS},
    Capability{"Xcrs", KVM_CAP_XCRS},
    Capability{"Xsave", KVM_CAP_XSAVE},
    Capability{"ExtCpuid", KVM_CAP_EXT_CPUID},
};

/// Lets guests use AMX tile data where the host has it. KVM then shows it in its CPUID list; a host without it refuses,
/// and the guest is as well off without. Must come before the first vCPU.
void requestTileDataPermission()
{
#ifdef __x86_64__
    constexpr unsigned long kArchReqXcompGuestPerm = 0x1025;
    constexpr unsigned long kXfeatureTileData = 18;
    ::syscall(SYS_arch_prctl, kArchReqXcompGuestPerm, kXfeatureTileData);
#endif
}

/// KVM_CREATE_VM allocates under locks and answers EINTR when a signal is pending: try again after a short pause.
Result<int> createVmDescriptor(int kvmFd)
{
    constexpr int kAttempts = 6;
    long pauseNanos = 100'000;
    for (int attempt = 1;; ++attempt) {
        const int fd = ::ioctl(kvmFd, KVM_CREATE_VM, 0UL);
        if (fd >= 0)
            return fd;
        if (errno != EINTR || attempt == kAttempts)
            return hostError(errno, "Error creating the VM: ");
        const timespec pause{0, pauseNanos};
        ::nanosleep(&pause, nullptr);
        pauseNanos *= 2;
    }
}

class KvmHypervisor final : public Hypervisor {
public:
    KvmHypervisor(std::shared_ptr<const Fd> device, std::size_t runAreaBytes)
        : m_device(std::move(device)), m_runAreaBytes(runAreaBytes)
    {
    }

    Result<std::unique_ptr<Vm>> createVm() override
    {
        requestTileDataPermission();
        Fd descriptor(TRY(createVmDescriptor(m_device->get())));
        // Intel processors without unrestricted guest mode need three pages for a task state segment; this address and
        // the identity map's default (one page below) lie where nothing of ours is.
        constexpr unsigned long kTssAddress = 0xfffbd000;
        TRY(kvm::callWithNumber(descriptor.get(), KVM_SET_TSS_ADDR, kTssAddress, "Cannot set the TSS address: "));
        return std::make_unique<kvm::KvmVm>(m_device, std::move(descriptor), m_runAreaBytes);
    }

private:
    std::shared_ptr<const Fd> m_device;
    std::size_t m_runAreaBytes;
};

Result<> checkCapabilities(int kvmFd, const CapabilityWishes &wishes)
{
    std::string missing;
    const auto miss = [&missing](std::string_view name) { missing.append(missing.empty() ? "" : ", ").append(name); };
    const auto isThere = [kvmFd](unsigned long number) { return ::ioctl(kvmFd, KVM_CHECK_EXTENSION, number) > 0; };
    for (const Capability &capability : kRequiredCapabilities) {
        if (std::ranges::find(wishes.waived, capability.number) == wishes.waived.end() && !isThere(capability.number))
            miss(capability.name);
    }
    for (const std::uint32_t number : wishes.required) {
        if (!isThere(number))
            miss(std::to_string(number));
    }
    if (!missing.empty())
        return fail(ErrorKind::Host, "Missing KVM capabilities: [" + missing + "]");
    return {};
}

} // namespace

Result<std::unique_ptr<Hypervisor>> openKvm(const std::string &devicePath, const CapabilityWishes &wishes)
{
    auto device = Fd::open(devicePath, O_RDWR);
    if (!device) {
        return fail(
            ErrorKind::Host,
            "Error creating KVM object. [" + device.error().text +
                "]\nMake sure the user launching the firecracker process is configured on the /dev/kvm file's ACL.",
            device.error().hostErrno);
    }
    const int version = ::ioctl(device->get(), KVM_GET_API_VERSION, 0UL);
    if (version != KVM_API_VERSION) {
        return fail(ErrorKind::Host, "The host kernel reports an invalid KVM API version: " + std::to_string(version));
    }
    TRY(checkCapabilities(device->get(), wishes));
    const int runArea =
        TRY(kvm::callWithNumber(device->get(), KVM_GET_VCPU_MMAP_SIZE, 0, "Cannot size the vCPU run area: "));
    if (static_cast<std::size_t>(runArea) < sizeof(kvm_run))
        return fail(ErrorKind::Host, "The vCPU run area of " + std::to_string(runArea) + " bytes is too small");
    return std::make_unique<KvmHypervisor>(std::make_shared<const Fd>(std::move(*device)),
                                           static_cast<std::size_t>(runArea));
}

} // namespace sparkler
