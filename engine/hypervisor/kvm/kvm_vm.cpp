#include "hypervisor/kvm/kvm_vm.h"

#include "hypervisor/kvm/kvm_ioctl.h"
#include "hypervisor/kvm/kvm_vcpu.h"

#include <algorithm>

namespace sparkler::kvm {

Result<> KvmVm::setMemory(const GuestMemory &memory, bool logDirtyPages)
{
    std::uint32_t slot = 0;
    for (const GuestMemory::Region &region : memory.regions()) {
        kvm_userspace_memory_region slotConfig{};
        slotConfig.slot = slot++;
        slotConfig.flags = logDirtyPages ? KVM_MEM_LOG_DIRTY_PAGES : 0u;
        slotConfig.guest_phys_addr = region.start.value();
        slotConfig.memory_size = region.bytes;
        slotConfig.userspace_addr = reinterpret_cast<std::uintptr_t>(region.host);
        TRY(call(m_vm.get(), KVM_SET_USER_MEMORY_REGION, slotConfig, "Cannot set the memory regions: "));
    }
    return {};
}

Result<> KvmVm::createInterruptControllers()
{
    TRY(callWithNumber(m_vm.get(), KVM_CREATE_IRQCHIP, 0, "Cannot create the interrupt controllers: "));
    // With the dummy speaker port in the kernel the guest's accesses to it never reach us.
    kvm_pit_config pit{};
    pit.flags = KVM_PIT_SPEAKER_DUMMY;
    TRY(call(m_vm.get(), KVM_CREATE_PIT2, pit, "Cannot create the interval timer: "));
    return {};
}

Result<std::unique_ptr<Vcpu>> KvmVm::createVcpu(std::uint32_t index)
{
    Fd descriptor(TRY(callWithNumber(m_vm.get(), KVM_CREATE_VCPU, index, "Error creating the vcpu: ")));
    const int xsaveBytes = ::ioctl(m_vm.get(), KVM_CHECK_EXTENSION, KVM_CAP_XSAVE2);
    const VcpuTraits traits{.runAreaBytes = m_runAreaBytes,
                            .xsaveBytes = static_cast<std::size_t>(std::max(xsaveBytes, 0)),
                            .scalesTsc = ::ioctl(m_vm.get(), KVM_CHECK_EXTENSION, KVM_CAP_TSC_CONTROL) > 0,
                            .first = index == 0};
    auto vcpu = TRY(KvmVcpu::create(std::move(descriptor), traits));
    return vcpu;
}

Result<> KvmVm::registerIrqFd(int eventFd, std::uint32_t gsi)
{
    kvm_irqfd irqFd{};
    irqFd.fd = static_cast<std::uint32_t>(eventFd);
    irqFd.gsi = gsi;
    TRY(call(m_vm.get(), KVM_IRQFD, irqFd, "Cannot register an interrupt event: "));
    return {};
}

Result<> KvmVm::registerIoEventFd(int eventFd, GuestAddress address, std::uint32_t value)
{
    kvm_ioeventfd ioEventFd{};
    ioEventFd.datamatch = value;
    ioEventFd.addr = address.value();
    ioEventFd.len = sizeof value;
    ioEventFd.fd = eventFd;
    ioEventFd.flags = KVM_IOEVENTFD_FLAG_DATAMATCH;
    TRY(call(m_vm.get(), KVM_IOEVENTFD, ioEventFd, "Cannot register a notification event: "));
    return {};
}

Result<std::vector<CpuidEntry>> KvmVm::supportedCpuid() const
{
    // KVM answers E2BIG while its list does not fit; 256 entries is all it ever has (KVM_MAX_CPUID_ENTRIES).
    for (std::size_t capacity = 64;; capacity *= 2) {
        CpuidList list(capacity);
        list.header().count = static_cast<std::uint32_t>(capacity);
        if (::ioctl(m_device->get(), kGetSupportedCpuid, &list.header()) < 0) {
            if (errno == E2BIG && capacity < kMaxCpuidEntries)
                continue;
            return hostError(errno, "Cannot read the CPUID entries that KVM supports: ");
        }
        return cpuidEntries(list, capacity);
    }
}

} // namespace sparkler::kvm
