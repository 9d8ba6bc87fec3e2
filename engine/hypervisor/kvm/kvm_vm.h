#pragma once

#include "base/fd.h"
#include "hypervisor/hypervisor.h"

#include <memory>

namespace sparkler::kvm {

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

private:
    std::shared_ptr<const Fd> m_device;
    Fd m_vm;
    std::size_t m_runAreaBytes;
};

} // namespace sparkler::kvm
