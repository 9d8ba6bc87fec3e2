#pragma once

#include "base/fd.h"
#include "hypervisor/hypervisor.h"

#include <memory>

namespace sparkler::kvm {

/// Building a VM: kvm_vm.cpp; saving and restoring: kvm_vm_state.cpp.
class KvmVm final : public Vm {
public:
    /// `device`: the open /dev/kvm, shared with the hypervisor object; `vm`: what KVM_CREATE_VM returned.
    KvmVm(std::shared_ptr<const Fd> device, Fd vm, std::size_t runAreaBytes)
        : m_device(std::move(device)), m_vm(std::move(vm)), m_runAreaBytes(runAreaBytes)
    {
    }

    Result<> setMemory(const GuestMemory &memory, bool logDirtyPages) override;
    Result<> createInterruptControllers() override;
    Result<std::unique_ptr<Vcpu>> createVcpu(std::uint32_t index) override;
    Result<> registerIrqFd(int eventFd, std::uint32_t gsi) override;
    Result<> registerIoEventFd(int eventFd, GuestAddress address, std::uint32_t value) override;
    Result<std::vector<CpuidEntry>> supportedCpuid() const override;
    Result<std::vector<std::uint32_t>> savedMsrs() const override;
    Result<VmState> saveState() const override;
    Result<> restoreState(const VmState &state, ClockRestore clock) override;
    Result<> takeDirtyLog(const GuestMemory &memory, DirtyBitmap &into) override;

private:
    std::shared_ptr<const Fd> m_device;
    Fd m_vm;
    std::size_t m_runAreaBytes;
};

} // namespace sparkler::kvm
