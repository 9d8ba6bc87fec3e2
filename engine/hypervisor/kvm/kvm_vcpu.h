#pragma once

#include "base/fd.h"
#include "hypervisor/hypervisor.h"

#include <memory>
#include <span>

namespace sparkler::kvm {

/// KVM refuses longer lists (KVM_MAX_CPUID_ENTRIES).
inline constexpr std::size_t kMaxCpuidEntries = 256;

/// What a vCPU must know of the KVM it is of.
struct VcpuTraits {
    std::size_t runAreaBytes = 0;
    std::size_t xsaveBytes = 0; ///< of a kvm_xsave with what follows it (KVM_CAP_XSAVE2); 0: KVM_GET_XSAVE2 is missing
    bool scalesTsc = false;     ///< KVM_CAP_TSC_CONTROL
    bool first = false;         ///< the vCPU whose TSC the others are synchronised with
};

/// Registers for the boot: kvm_vcpu.cpp; saving and restoring: kvm_vcpu_state.cpp.
class KvmVcpu final : public Vcpu {
public:
    /// Maps the run area. Error: Host.
    static Result<std::unique_ptr<KvmVcpu>> create(Fd vcpu, const VcpuTraits &traits);
    KvmVcpu(const KvmVcpu &) = delete;
    KvmVcpu &operator=(const KvmVcpu &) = delete;
    ~KvmVcpu() override;

    Result<VcpuExit> run() override;
    void requestImmediateExit() noexcept override { setImmediateExit(1); }
    void clearImmediateExit() noexcept override { setImmediateExit(0); }

    Result<> setCpuid(std::span<const CpuidEntry> entries) override;
    Result<std::vector<CpuidEntry>> readCpuid() const override;
    Result<> setMsrs(std::span<const MsrEntry> entries) override;
    Result<std::vector<MsrEntry>> readMsrs(std::span<const std::uint32_t> indices) const override;
    Result<GeneralRegisters> generalRegisters() const override;
    Result<> setGeneralRegisters(const GeneralRegisters &registers) override;
    Result<SystemRegisters> systemRegisters() const override;
    Result<> setSystemRegisters(const SystemRegisters &registers) override;
    Result<> setFpuControl(const FpuControl &fpu) override;
    Result<LapicRegisters> lapic() const override;
    Result<> setLapic(const LapicRegisters &registers) override;
    Result<> notifyPaused() override;
    Result<VcpuState> saveState(std::span<const std::uint32_t> msrs) const override;
    Result<> restoreState(const VcpuState &state) override;

private:
    KvmVcpu(Fd vcpu, const VcpuTraits &traits, std::span<std::byte> runArea)
        : m_vcpu(std::move(vcpu)), m_traits(traits), m_runArea(runArea)
    {
    }
    void setImmediateExit(std::uint8_t value) noexcept;

    // The parts of saveState() and restoreState() that are more than one ioctl.
    Result<KvmBlob> xsave() const;
    Result<> matchTscFrequency(std::uint32_t savedKhz);
    Result<> writeSavedMsrs(std::span<const MsrEntry> msrs);

    Fd m_vcpu;
    VcpuTraits m_traits;
    std::span<std::byte> m_runArea; ///< mapped, shared with the kernel; owned
};

} // namespace sparkler::kvm
