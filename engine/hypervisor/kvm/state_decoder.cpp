#include "hypervisor/kvm/state_decoder.h"

#include "base/format.h"
#include "hypervisor/kvm/kvm_vcpu.h"

#include <cstring>

namespace sparkler::kvm {
namespace {

/// KVM lists about a hundred, the machine check banks are another 128.
constexpr std::size_t kMostSavedMsrs = 4096;

template <typename T>
Result<> decode(const KvmBlob &blob, T &out, std::string_view what)
{
    if (blob.size() != sizeof out) {
        return fail(ErrorKind::InvalidInput,
                    fmt::format("The saved {} of {} bytes should have {}", what, blob.size(), sizeof out));
    }
    std::memcpy(&out, blob.data(), sizeof out);
    return {};
}

Result<> decodeChip(const KvmBlob &blob, kvm_irqchip &out, std::uint32_t chip, std::string_view what)
{
    TRY(decode(blob, out, what));
    if (out.chip_id != chip)
        return fail(ErrorKind::InvalidInput, fmt::format("The saved {} is that of chip {}", what, out.chip_id));
    return {};
}

Result<kvm_clock_data> decodeClock(const ClockState &state, ClockRestore clock)
{
    kvm_clock_data data{};
    data.clock = state.nanoseconds;
    if (clock == ClockRestore::Continue)
        return data; // without flags KVM goes on from the value
    static_assert(ClockState::kRealtime == KVM_CLOCK_REALTIME);
    if (!state.hasRealtime())
        return fail(ErrorKind::InvalidInput, "clock_realtime requested but not present in the snapshot state");
    data.flags = KVM_CLOCK_REALTIME;
    data.realtime = state.realtime;
    return data;
}

} // namespace

Result<VcpuStructs> decodeVcpuState(const VcpuState &state, std::size_t xsaveBytes)
{
    if (state.cpuid.size() > kMaxCpuidEntries)
        return fail(ErrorKind::InvalidInput, fmt::format("{} saved CPUID entries are too many", state.cpuid.size()));
    if (state.msrs.size() > kMostSavedMsrs)
        return fail(ErrorKind::InvalidInput, fmt::format("{} saved MSRs are too many", state.msrs.size()));
    VcpuStructs structs;
    structs.mpState.mp_state = state.mpState;
    TRY(decode(state.registers, structs.registers, "general registers"));
    TRY(decode(state.specialRegisters, structs.specialRegisters, "special registers"));
    TRY(decode(state.debugRegisters, structs.debugRegisters, "debug registers"));
    TRY(decode(state.localApic, structs.localApic, "local APIC"));
    TRY(decode(state.events, structs.events, "pending events"));
    TRY(decode(state.extendedControl, structs.extendedControl, "extended control registers"));
    if (state.xsave.size() < sizeof(XsaveArea) || state.xsave.size() > xsaveBytes) {
        return fail(ErrorKind::InvalidInput, fmt::format("The saved extended state of {} bytes should have {} to {}",
                                                         state.xsave.size(), sizeof(XsaveArea), xsaveBytes));
    }
    structs.xsave = state.xsave;
    structs.xsave.resize(xsaveBytes);
    return structs;
}

Result<VmStructs> decodeVmState(const VmState &state, ClockRestore clock)
{
    VmStructs structs;
    TRY(decode(state.pit, structs.pit, "interval timer"));
    TRY(decodeChip(state.picPrimary, structs.picPrimary, KVM_IRQCHIP_PIC_MASTER, "primary PIC"));
    TRY(decodeChip(state.picSecondary, structs.picSecondary, KVM_IRQCHIP_PIC_SLAVE, "secondary PIC"));
    TRY(decodeChip(state.ioApic, structs.ioApic, KVM_IRQCHIP_IOAPIC, "IOAPIC"));
    structs.clock = TRY(decodeClock(state.clock, clock));
    return structs;
}

} // namespace sparkler::kvm
