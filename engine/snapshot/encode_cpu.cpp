// Processors and the in-kernel devices. The structured bindings name every field of a struct: a field that is added to
// one does not compile until it is dealt with here.

#include "snapshot/encode_values.h"
#include "snapshot/payload.h"

namespace sparkler::snapshot {

flatbuffers::Offset<wire::Vcpu> encodeVcpu(Builder &builder, const VcpuState &vcpu)
{
    const auto &[cpuid, msrs, mpState, registers, specialRegisters, debugRegisters, localApic, events, extendedControl,
                 xsave, tscKhz] = vcpu;
    const auto cpuidVector = builder.CreateVectorOfStructs<wire::CpuidEntry>(
        cpuid.size(), [&cpuid](std::size_t index, wire::CpuidEntry *out) {
            const auto &[leaf, subleaf, flags, eax, ebx, ecx, edx] = cpuid[index];
            *out = wire::CpuidEntry(leaf, subleaf, flags, eax, ebx, ecx, edx);
        });
    const auto msrVector =
        builder.CreateVectorOfStructs<wire::MsrEntry>(msrs.size(), [&msrs](std::size_t index, wire::MsrEntry *out) {
            const auto &[msr, value] = msrs[index];
            *out = wire::MsrEntry(value, msr);
        });
    const auto registersAt = encodeBlob(builder, registers);
    const auto specialAt = encodeBlob(builder, specialRegisters);
    const auto debugAt = encodeBlob(builder, debugRegisters);
    const auto apicAt = encodeBlob(builder, localApic);
    const auto eventsAt = encodeBlob(builder, events);
    const auto controlAt = encodeBlob(builder, extendedControl);
    const auto xsaveAt = encodeBlob(builder, xsave);

    wire::VcpuBuilder table(builder);
    table.add_cpuid(cpuidVector);
    table.add_msrs(msrVector);
    table.add_mp_state(mpState);
    table.add_registers(registersAt);
    table.add_special_registers(specialAt);
    table.add_debug_registers(debugAt);
    table.add_local_apic(apicAt);
    table.add_events(eventsAt);
    table.add_extended_control(controlAt);
    table.add_xsave(xsaveAt);
    table.add_tsc_khz(tscKhz);
    return table.Finish();
}

flatbuffers::Offset<wire::Vm> encodeVm(Builder &builder, const VmState &vm)
{
    const auto &[pit, clock, picPrimary, picSecondary, ioApic] = vm;
    const auto &[nanoseconds, flags, realtime, hostTsc] = clock;
    const auto pitAt = encodeBlob(builder, pit);
    const auto clockAt = wire::CreateClock(builder, nanoseconds, flags, realtime, hostTsc);
    const auto primaryAt = encodeBlob(builder, picPrimary);
    const auto secondaryAt = encodeBlob(builder, picSecondary);
    const auto ioApicAt = encodeBlob(builder, ioApic);
    return wire::CreateVm(builder, pitAt, clockAt, primaryAt, secondaryAt, ioApicAt);
}

} // namespace sparkler::snapshot
