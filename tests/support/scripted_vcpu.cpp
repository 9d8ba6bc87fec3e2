#include "support/scripted_vcpu.h"

#include "base/os_error.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace sparkler::test {

void ScriptedVcpu::thenDo(Step step)
{
    const std::lock_guard guard(m_lock);
    m_script.push_back(std::move(step));
    m_kicked.notify_one();
}

void ScriptedVcpu::thenExit(VcpuExit exit)
{
    thenDo([exit = std::move(exit)](ScriptedVcpu &) -> Result<VcpuExit> { return exit; });
}

void ScriptedVcpu::thenFail(int error)
{
    thenDo([error](ScriptedVcpu &) -> Result<VcpuExit> { return hostError(error); });
}

void ScriptedVcpu::thenMmioRead(GuestAddress at, std::size_t bytes)
{
    thenDo([at, bytes](ScriptedVcpu &vcpu) -> Result<VcpuExit> {
        vcpu.m_data.assign(bytes, std::byte{0});
        vcpu.m_answerPending = true;
        return ExitMmioRead{at, vcpu.m_data};
    });
}

void ScriptedVcpu::thenMmioWrite(GuestAddress at, std::vector<std::byte> data)
{
    thenDo([at, data = std::move(data)](ScriptedVcpu &vcpu) -> Result<VcpuExit> {
        vcpu.m_data = data;
        return ExitMmioWrite{at, vcpu.m_data};
    });
}

void ScriptedVcpu::thenPortIn(std::uint16_t port, std::size_t bytes)
{
    thenDo([port, bytes](ScriptedVcpu &vcpu) -> Result<VcpuExit> {
        vcpu.m_data.assign(bytes, std::byte{0});
        vcpu.m_answerPending = true;
        return ExitPortIn{port, bytes, vcpu.m_data};
    });
}

void ScriptedVcpu::thenPortOut(std::uint16_t port, std::vector<std::byte> data)
{
    thenDo([port, data = std::move(data)](ScriptedVcpu &vcpu) -> Result<VcpuExit> {
        vcpu.m_data = data;
        return ExitPortOut{port, data.size(), vcpu.m_data};
    });
}

std::vector<std::vector<std::byte>> ScriptedVcpu::answers() const
{
    const std::lock_guard guard(m_lock);
    return m_answers;
}

std::vector<std::string> ScriptedVcpu::calls() const
{
    const std::lock_guard guard(m_lock);
    return m_calls;
}

void ScriptedVcpu::note(const char *call) const
{
    const std::lock_guard guard(m_lock);
    m_calls.emplace_back(call);
}

Result<> ScriptedVcpu::noted(const char *call) const
{
    note(call);
    return {};
}

Result<VcpuExit> ScriptedVcpu::run()
{
    std::unique_lock guard(m_lock);
    m_calls.emplace_back("run");
    if (std::exchange(m_answerPending, false))
        m_answers.push_back(m_data);
    if (m_immediateExit.load())
        return ExitInterrupted{};
    if (!m_script.empty()) {
        const Step step = std::move(m_script.front());
        m_script.pop_front();
        m_played.fetch_add(1);
        return step(*this);
    }
    m_idle.store(true);
    // requestImmediateExit() may come from a signal handler and must not take the lock: so look again now and then.
    while (!m_immediateExit.load() && m_script.empty())
        m_kicked.wait_for(guard, std::chrono::milliseconds(1));
    return ExitInterrupted{};
}

void ScriptedVcpu::requestImmediateExit() noexcept
{
    m_immediateExit.store(true);
}

void ScriptedVcpu::clearImmediateExit() noexcept
{
    m_immediateExit.store(false);
}

Result<> ScriptedVcpu::setCpuid(std::span<const CpuidEntry> entries)
{
    cpuid.assign(entries.begin(), entries.end());
    return noted("setCpuid");
}

Result<std::vector<CpuidEntry>> ScriptedVcpu::readCpuid() const
{
    note("readCpuid");
    return cpuid;
}

Result<> ScriptedVcpu::setMsrs(std::span<const MsrEntry> entries)
{
    msrs.assign(entries.begin(), entries.end());
    return noted("setMsrs");
}

Result<std::vector<MsrEntry>> ScriptedVcpu::readMsrs(std::span<const std::uint32_t> indices) const
{
    note("readMsrs");
    std::vector<MsrEntry> found;
    std::ranges::copy_if(msrs, std::back_inserter(found), [indices](const MsrEntry &entry) {
        return std::ranges::find(indices, entry.index) != indices.end();
    });
    return found;
}

Result<GeneralRegisters> ScriptedVcpu::generalRegisters() const
{
    note("generalRegisters");
    return general;
}

Result<> ScriptedVcpu::setGeneralRegisters(const GeneralRegisters &registers)
{
    general = registers;
    return noted("setGeneralRegisters");
}

Result<SystemRegisters> ScriptedVcpu::systemRegisters() const
{
    note("systemRegisters");
    return system;
}

Result<> ScriptedVcpu::setSystemRegisters(const SystemRegisters &registers)
{
    system = registers;
    return noted("setSystemRegisters");
}

Result<> ScriptedVcpu::setFpuControl(const FpuControl &fpu)
{
    fpuControl = fpu;
    return noted("setFpuControl");
}

Result<LapicRegisters> ScriptedVcpu::lapic() const
{
    note("lapic");
    return lapicPage;
}

Result<> ScriptedVcpu::setLapic(const LapicRegisters &registers)
{
    lapicPage = registers;
    return noted("setLapic");
}

Result<> ScriptedVcpu::notifyPaused()
{
    return noted("notifyPaused");
}

Result<VcpuState> ScriptedVcpu::saveState(std::span<const std::uint32_t> wanted) const
{
    note("saveState");
    VcpuState result = state;
    std::erase_if(result.msrs,
                  [&wanted](const MsrEntry &entry) { return std::ranges::find(wanted, entry.index) == wanted.end(); });
    return result;
}

Result<> ScriptedVcpu::restoreState(const VcpuState &restored)
{
    state = restored;
    return noted("restoreState");
}

} // namespace sparkler::test
