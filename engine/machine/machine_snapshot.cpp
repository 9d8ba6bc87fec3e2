// Saving and restoring a machine.

#include "machine/machine.h"

#include "arch/x86_64/cpuid.h"
#include "telemetry/log.h"

#include <algorithm>

namespace sparkler {
namespace {

/// In the UART's interrupt identification register.
constexpr std::uint8_t kNoSerialInterrupt = 0x01;

constexpr std::string_view kCreateFailed = "Failed to create microVM and vCPUs: ";
constexpr std::string_view kVcpusFailed = "Failed to restore vCPUs: ";
constexpr std::string_view kVmFailed = "Failed to restore microVM state: ";
constexpr std::string_view kDevicesFailed = "Failed to restore devices: ";

} // namespace

Result<MachineRuntime> Machine::save()
{
    if (!m_paused)
        return fail(ErrorKind::WrongPhase, "Operation not allowed: save/restore unavailable while running");
    MachineRuntime runtime;
    for (const GuestMemory::Region &region : m_memory->regions())
        runtime.memory.push_back({region.start, region.bytes});
    // Devices first: their last work raises interrupts, which the others then hold.
    runtime.devices = TRY(m_board->save());
    runtime.serial = m_serial->save();
    runtime.keyboard = m_keyboard->save();
    runtime.vm = TRY(m_vm->saveState());
    std::vector<std::uint32_t> msrs = TRY(m_vm->savedMsrs());
    msrs.insert(msrs.end(), m_extraMsrs.begin(), m_extraMsrs.end());
    std::ranges::sort(msrs);
    msrs.erase(std::ranges::unique(msrs).begin(), msrs.end());
    for (const auto &vcpu : m_vcpus)
        runtime.vcpus.push_back(TRY(vcpu->pausedVcpu().saveState(msrs)));
    if (m_identity)
        runtime.identity = m_identity->save();
    return runtime;
}

Result<> Machine::collectDirtyPages()
{
    if (DirtyBitmap *pages = m_memory->dirtyPages())
        return m_vm->takeDirtyLog(*m_memory, *pages);
    return {};
}

Result<std::unique_ptr<Machine>> Machine::restore(RestorePlan plan, EventLoop &loop, Ended onEnded)
{
    std::unique_ptr<Machine> machine(new Machine(loop, std::move(onEnded)));
    machine->m_memory = std::move(plan.memory);
    if (const auto done = machine->createVm(plan.config, {}); !done)
        return prefixed(kCreateFailed, done.error());
    TRY(machine->restoreVcpus(plan.runtime.vcpus, plan.onVcpuStart));
    if (const auto done = machine->m_vm->restoreState(plan.runtime.vm, plan.clock); !done)
        return prefixed(kVmFailed, done.error());
    if (const auto done = machine->restoreDevices(plan); !done)
        return prefixed(kDevicesFailed, done.error());
    machine->m_serial->attachInput();
    return machine;
}

Result<> Machine::restoreVcpus(const std::vector<VcpuState> &states, const VcpuStarts &onStart)
{
    if (!states.empty() && x86_64::cpuVendor(states.front().cpuid) != x86_64::cpuVendor(m_supportedCpuid))
        logWarnAlways("Host CPU vendor ID differs from the snapshotted one");
    if (!states.empty()) {
        for (const MsrEntry &entry : states.front().msrs)
            m_extraMsrs.push_back(entry.index); // whatever was worth saving is so again
    }
    VcpuThread::installKickHandler();
    // All vCPUs exist before the state of the first is set: interrupts between processors need their targets.
    std::vector<std::unique_ptr<Vcpu>> vcpus;
    for (std::uint32_t index = 0; index < states.size(); ++index) {
        auto vcpu = m_vm->createVcpu(index);
        if (!vcpu)
            return prefixed(kCreateFailed, vcpu.error());
        vcpus.push_back(std::move(*vcpu));
    }
    for (std::uint32_t index = 0; index < states.size(); ++index) {
        if (const auto done = vcpus[index]->restoreState(states[index]); !done)
            return prefixed(kVcpusFailed, done.error());
    }
    for (std::uint32_t index = 0; index < states.size(); ++index) {
        if (const auto done = startVcpuThread(index, std::move(vcpus[index]), VcpuNames::WithBlank, onStart); !done)
            return prefixed(kVcpusFailed, done.error());
    }
    return {};
}

Result<> Machine::restoreDevices(const RestorePlan &plan)
{
    if (plan.devices.size() != plan.runtime.devices.size())
        return fail(ErrorKind::InvalidInput, "the numbers of devices and of their states differ");
    TRY(createLegacyDevices(plan.serial, plan.console));
    // After KVM's state, which would swallow interrupts that were on their way while the machine was saved: here they
    // come again, the keyboard's by itself. Those of virtio devices come with the kick when the machine is resumed.
    TRY(m_serial->restore(plan.runtime.serial));
    if ((plan.runtime.serial.interruptIdentification & kNoSerialInterrupt) == 0)
        m_serialInterrupt->trigger();
    TRY(m_keyboard->restore(plan.runtime.keyboard));
    TRY(attachDevices(plan.devices));
    for (std::size_t i = 0; i < plan.devices.size(); ++i)
        TRY(m_board->restore(i, plan.runtime.devices[i]));
    if (plan.runtime.identity) {
        TRY(connectIdentity());
        m_identity.emplace(TRY(Identity::restore(*m_memory, *plan.runtime.identity, *m_identityInterrupt)));
        TRY(m_identity->notifyRestored(*m_memory));
    }
    return {};
}

} // namespace sparkler
