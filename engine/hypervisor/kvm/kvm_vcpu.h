#pragma once

#include "base/fd.h"
#include "hypervisor/hypervisor.h"

#include <memory>
#include <span>

namespace sparkler::kvm {

/// KVM refuses longer lists (KVM_MAX_CPUID_ENTRIES).
inline constexpr std::size_t kMaxCpuidEntries = 256;

class KvmVcpu final : public Vcpu {
public:
    /// Maps the run area of `runAreaBytes` bytes. Error: Host.
    static Result<std::unique_ptr<KvmVcpu>> create(Fd vcpu, std::size_t runAreaBytes);
    KvmVcpu(const KvmVcpu &) = delete;
    KvmVcpu &operator=(const KvmVcpu &) = delete;
    ~KvmVcpu() override;

    Result<VcpuExit> run() override;
    void requestImmediateExit() noexcept override { setImmediateExit(1); }
    void clearImmediateExit() noexcept override { setImmediateExit(0); }

    Result<> setCpuid(std::span<const CpuidEntry> entries) override;
    Result<> setMsrs(std::span<const MsrEntry> entries) override;
    Result<GeneralRegisters> generalRegisters() const override;
    Result<> setGeneralRegisters(const GeneralRegisters &registers) override;
    Result<SystemRegisters> systemRegisters() const override;
    Result<> setSystemRegisters(const SystemRegisters &registers) override;
    Result<> setFpuControl(const FpuControl &fpu) override;
    Result<LapicRegisters> lapic() const override;
    Result<> setLapic(const LapicRegisters &registers) override;
    Result<> notifyPaused() override;

private:
    KvmVcpu(Fd vcpu, std::span<std::byte> runArea) : m_vcpu(std::move(vcpu)), m_runArea(runArea) {}
    void setImmediateExit(std::uint8_t value) noexcept;

    Fd m_vcpu;
    std::span<std::byte> m_runArea; ///< mapped, shared with the kernel; owned
};

} // namespace sparkler::kvm
