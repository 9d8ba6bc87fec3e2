#pragma once

#include "hypervisor/hypervisor.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace sparkler::test {

/// A vCPU that plays a list of exits instead of running a guest. When the list is used up, run() behaves as a guest
/// that idles: it blocks until requestImmediateExit(), then returns ExitInterrupted. Registers set are registers read
/// back.
class ScriptedVcpu final : public Vcpu {
public:
    using Step = std::function<Result<VcpuExit>(ScriptedVcpu &)>;

    // Before the run loop starts.
    void thenExit(VcpuExit exit);
    void thenFail(int error);
    void thenMmioRead(GuestAddress at, std::size_t bytes);
    void thenMmioWrite(GuestAddress at, std::vector<std::byte> data);
    void thenPortIn(std::uint16_t port, std::size_t bytes);
    void thenPortOut(std::uint16_t port, std::vector<std::byte> data);
    void thenDo(Step step);

    /// What the handlers put into each read exit, in order; complete once the run after that exit has begun.
    std::vector<std::vector<std::byte>> answers() const;
    /// Names of the calls made, in order, for example "run", "setCpuid".
    std::vector<std::string> calls() const;
    /// Exits that were played.
    std::size_t played() const { return m_played.load(); }
    /// The script is used up and run() waits, or has waited.
    bool idle() const { return m_idle.load(); }

    Result<VcpuExit> run() override;
    void requestImmediateExit() noexcept override;
    void clearImmediateExit() noexcept override;
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
    /// What was restored last, with the MSRs that are asked for and that it has.
    Result<VcpuState> saveState(std::span<const std::uint32_t> msrs) const override;
    Result<> restoreState(const VcpuState &restored) override;

    // What was set last; read when the run loop is not running.
    std::vector<CpuidEntry> cpuid;
    std::vector<MsrEntry> msrs;
    GeneralRegisters general;
    SystemRegisters system;
    FpuControl fpuControl;
    LapicRegisters lapicPage{};
    VcpuState state;

private:
    void note(const char *call) const;
    Result<> noted(const char *call) const;

    mutable std::mutex m_lock;
    std::condition_variable m_kicked;
    std::deque<Step> m_script; ///< guarded by m_lock, as the next three
    mutable std::vector<std::string> m_calls;
    std::vector<std::vector<std::byte>> m_answers;
    bool m_answerPending = false;
    std::vector<std::byte> m_data; ///< the "run area"
    std::atomic<bool> m_immediateExit{false};
    std::atomic<bool> m_idle{false};
    std::atomic<std::size_t> m_played{0};
};

} // namespace sparkler::test
