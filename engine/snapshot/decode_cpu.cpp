#include "snapshot/decode_values.h"
#include "snapshot/limits.h"
#include "snapshot/payload.h"

namespace sparkler::snapshot {
namespace {

Result<std::vector<CpuidEntry>> decodeCpuid(const flatbuffers::Vector<const wire::CpuidEntry *> *entries,
                                            const Place &place)
{
    TRY(requireAligned(entries, place));
    TRY(checkCount(entries->size(), kMaxCpuidEntries, "entries", place));
    std::vector<CpuidEntry> cpuid;
    cpuid.reserve(entries->size());
    for (const wire::CpuidEntry *entry : *entries)
        cpuid.push_back({.leaf = entry->leaf(),
                         .subleaf = entry->subleaf(),
                         .flags = entry->flags(),
                         .eax = entry->eax(),
                         .ebx = entry->ebx(),
                         .ecx = entry->ecx(),
                         .edx = entry->edx()});
    return cpuid;
}

Result<std::vector<MsrEntry>> decodeMsrs(const flatbuffers::Vector<const wire::MsrEntry *> *entries, const Place &place)
{
    TRY(requireAligned(entries, place));
    TRY(checkCount(entries->size(), kMaxMsrs, "entries", place));
    std::vector<MsrEntry> msrs;
    msrs.reserve(entries->size());
    for (const wire::MsrEntry *entry : *entries)
        msrs.push_back({.index = entry->index(), .value = entry->value()});
    return msrs;
}

} // namespace

Result<VcpuState> decodeVcpu(const wire::Vcpu &vcpu, const Place &place)
{
    VcpuState state;
    state.cpuid = TRY(decodeCpuid(vcpu.cpuid(), place.field("cpuid")));
    state.msrs = TRY(decodeMsrs(vcpu.msrs(), place.field("msrs")));
    state.mpState = vcpu.mp_state();
    state.registers = TRY(decodeBlob(vcpu.registers(), kMaxKvmStruct, place.field("registers")));
    state.specialRegisters = TRY(decodeBlob(vcpu.special_registers(), kMaxKvmStruct, place.field("special_registers")));
    state.debugRegisters = TRY(decodeBlob(vcpu.debug_registers(), kMaxKvmStruct, place.field("debug_registers")));
    state.localApic = TRY(decodeBlob(vcpu.local_apic(), kMaxKvmStruct, place.field("local_apic")));
    state.events = TRY(decodeBlob(vcpu.events(), kMaxKvmStruct, place.field("events")));
    state.extendedControl = TRY(decodeBlob(vcpu.extended_control(), kMaxKvmStruct, place.field("extended_control")));
    state.xsave = TRY(decodeBlob(vcpu.xsave(), kMaxXsave, place.field("xsave")));
    state.tscKhz = vcpu.tsc_khz();
    return state;
}

Result<VmState> decodeVm(const wire::Vm *vm, const Place &place)
{
    TRY(requirePresent(vm, place));
    TRY(requirePresent(vm->clock(), place.field("clock")));
    VmState state;
    state.pit = TRY(decodeBlob(vm->pit(), kMaxKvmStruct, place.field("pit")));
    state.clock = {.nanoseconds = vm->clock()->nanoseconds(),
                   .flags = vm->clock()->flags(),
                   .realtime = vm->clock()->realtime(),
                   .hostTsc = vm->clock()->host_tsc()};
    state.picPrimary = TRY(decodeBlob(vm->pic_primary(), kMaxKvmStruct, place.field("pic_primary")));
    state.picSecondary = TRY(decodeBlob(vm->pic_secondary(), kMaxKvmStruct, place.field("pic_secondary")));
    state.ioApic = TRY(decodeBlob(vm->io_apic(), kMaxKvmStruct, place.field("io_apic")));
    return state;
}

} // namespace sparkler::snapshot
