// Saving and restoring a vCPU. Documentation/virt/kvm/api.rst says what each struct holds; why the order is as it is
// stands at its places.
#include "hypervisor/kvm/kvm_vcpu.h"

#include "base/format.h"
#include "hypervisor/kvm/kvm_ioctl.h"
#include "hypervisor/kvm/msr_set.h"
#include "hypervisor/kvm/state_decoder.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

namespace sparkler::kvm {
namespace {

template <typename T>
Result<T> get(const Fd &vcpu, unsigned long request, std::string_view what)
{
    T value{};
    TRY(call(vcpu.get(), request, value, what));
    return value;
}

template <typename T>
Result<KvmBlob> getBlob(const Fd &vcpu, unsigned long request, std::string_view what)
{
    return toBlob(TRY(get<T>(vcpu, request, what)));
}

/// As many as `indices` has before the first that the vCPU refuses.
Result<std::vector<MsrEntry>> readUntilRefused(const Fd &vcpu, std::span<const std::uint32_t> indices)
{
    MsrList list(indices.size());
    list.header().count = static_cast<std::uint32_t>(indices.size());
    for (std::size_t i = 0; i < indices.size(); ++i)
        list.entries()[i].index = indices[i];
    const int done = TRY(call(vcpu.get(), kGetMsrs, list.header(), "Failed to get the MSRs: "));
    std::vector<MsrEntry> msrs;
    for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(done), indices.size()); ++i)
        msrs.push_back(MsrEntry{list.entries()[i].index, list.entries()[i].data});
    return msrs;
}

} // namespace

Result<VcpuState> KvmVcpu::saveState(std::span<const std::uint32_t> msrs) const
{
    VcpuState state;
    // First: with it KVM carries out a pending INIT or SIPI, which changes the registers.
    state.mpState = TRY(get<kvm_mp_state>(m_vcpu, KVM_GET_MP_STATE, "Failed to get the run state: ")).mp_state;
    state.registers = TRY(getBlob<kvm_regs>(m_vcpu, KVM_GET_REGS, "Failed to get the general registers: "));
    state.specialRegisters = TRY(getBlob<kvm_sregs>(m_vcpu, KVM_GET_SREGS, "Failed to get the special registers: "));
    state.xsave = TRY(xsave());
    state.extendedControl =
        TRY(getBlob<kvm_xcrs>(m_vcpu, KVM_GET_XCRS, "Failed to get the extended control registers: "));
    state.debugRegisters =
        TRY(getBlob<kvm_debugregs>(m_vcpu, KVM_GET_DEBUGREGS, "Failed to get the debug registers: "));
    state.localApic = TRY(getBlob<kvm_lapic_state>(m_vcpu, KVM_GET_LAPIC, "Failed to get the local APIC: "));
    state.msrs = TRY(readMsrs(msrs)); // after the APIC: see keepExpiredTimer()
    state.events = TRY(getBlob<kvm_vcpu_events>(m_vcpu, KVM_GET_VCPU_EVENTS, "Failed to get the pending events: "));
    state.cpuid = TRY(readCpuid());
    // Without KVM_CAP_GET_TSC_KHZ, or with a TSC that is not stable, there is no frequency that could be kept.
    state.tscKhz = static_cast<std::uint32_t>(std::max(0, ::ioctl(m_vcpu.get(), KVM_GET_TSC_KHZ, 0UL)));
    return state;
}

Result<> KvmVcpu::restoreState(const VcpuState &state)
{
    const std::size_t xsaveBytes = std::max(m_traits.xsaveBytes, sizeof(XsaveArea));
    VcpuStructs in = TRY(decodeVcpuState(state, xsaveBytes));
    const int fd = m_vcpu.get();
    TRY(matchTscFrequency(state.tscKhz)); // the TSC's value is set below, in its units
    TRY(setCpuid(state.cpuid));           // decides what the following may hold
    TRY(call(fd, KVM_SET_MP_STATE, in.mpState, "Failed to set the run state: "));
    TRY(call(fd, KVM_SET_REGS, in.registers, "Failed to set the general registers: "));
    TRY(call(fd, KVM_SET_SREGS, in.specialRegisters, "Failed to set the special registers: "));
    TRY(call(fd, kSetXsave, *in.xsave.data(), "Failed to set the extended state: "));
    TRY(call(fd, KVM_SET_XCRS, in.extendedControl, "Failed to set the extended control registers: "));
    TRY(call(fd, KVM_SET_DEBUGREGS, in.debugRegisters, "Failed to set the debug registers: "));
    TRY(call(fd, KVM_SET_LAPIC, in.localApic, "Failed to set the local APIC: ")); // its base is a special register
    TRY(writeSavedMsrs(state.msrs)); // the TSC deadline needs the APIC's timer mode
    // Last: setting the general registers drops a pending exception.
    TRY(call(fd, KVM_SET_VCPU_EVENTS, in.events, "Failed to set the pending events: "));
    // Guests without kvm-clock refuse, harmless.
    static_cast<void>(notifyPaused());
    return {};
}

Result<std::vector<CpuidEntry>> KvmVcpu::readCpuid() const
{
    CpuidList list(kMaxCpuidEntries);
    list.header().count = kMaxCpuidEntries;
    TRY(call(m_vcpu.get(), kGetCpuid2, list.header(), "Failed to get the CPUID entries: "));
    std::vector<CpuidEntry> entries = cpuidEntries(list, kMaxCpuidEntries);
    // Kernels up to 6.1 at least say that all of the list is used: what they have not written is still zero. No vCPU
    // has such an entry, since leaf 0 names at least one further leaf.
    while (!entries.empty() && entries.back() == CpuidEntry())
        entries.pop_back();
    return entries;
}

Result<std::vector<MsrEntry>> KvmVcpu::readMsrs(std::span<const std::uint32_t> indices) const
{
    std::vector<MsrEntry> msrs;
    while (!indices.empty()) {
        const auto chunk = indices.first(std::min(kMsrsAtOnce, indices.size()));
        const auto read = TRY(readUntilRefused(m_vcpu, chunk));
        msrs.insert(msrs.end(), read.begin(), read.end());
        // KVM lists what some vCPU can have. What it refuses to show even to us, this vCPU's CPUID does not include,
        // the guest cannot read or write either: there is no state to be lost.
        const std::size_t refused = read.size() < chunk.size() ? 1 : 0;
        indices = indices.subspan(read.size() + refused);
    }
    keepExpiredTimer(msrs);
    return msrs;
}

Result<KvmBlob> KvmVcpu::xsave() const
{
    const bool extended = m_traits.xsaveBytes > sizeof(XsaveArea);
    KvmBlob blob(std::max(m_traits.xsaveBytes, sizeof(XsaveArea)));
    TRY(call(m_vcpu.get(), extended ? kGetXsave2 : kGetXsave, *blob.data(), "Failed to get the extended state: "));
    return blob;
}

Result<> KvmVcpu::matchTscFrequency(std::uint32_t savedKhz)
{
    if (savedKhz == 0)
        return {};
    const int host = TRY(callWithNumber(m_vcpu.get(), KVM_GET_TSC_KHZ, 0, "Failed to get the TSC frequency: "));
    // What frequency-locked clocks may differ by, and guests cope with: 250 ppm.
    const std::int64_t difference = std::int64_t{host} - std::int64_t{savedKhz};
    if (std::max(difference, -difference) * 1'000'000 <= std::int64_t{savedKhz} * 250)
        return {};
    if (!m_traits.scalesTsc) {
        return fail(
            ErrorKind::Host,
            fmt::format("The saved TSC frequency of {} kHz is not this host's, {} kHz, whose KVM cannot scale it",
                        savedKhz, host));
    }
    TRY(callWithNumber(m_vcpu.get(), KVM_SET_TSC_KHZ, savedKhz, "Failed to set the TSC frequency: "));
    return {};
}

Result<> KvmVcpu::writeSavedMsrs(std::span<const MsrEntry> msrs)
{
    // Before Linux 6.7 KVM takes a TSC within a second of the new VM's own for an attempt to synchronise with that, and
    // keeps its own: a guest saved in its first second would see time go back. A value far away in between, about
    // minutes, ends this. Not for the other vCPUs, which are to be synchronised with the first.
    constexpr std::uint64_t kFarAway = std::uint64_t{1} << 40;
    const auto tsc = std::ranges::find(msrs, kTscMsr, &MsrEntry::index);
    if (m_traits.first && tsc != msrs.end())
        TRY(setMsrs(std::array{MsrEntry{kTscMsr, tsc->value + kFarAway}}));

    // A deadline is compared with the TSC of the moment it is set, so that must be right by then.
    std::vector<MsrEntry> ordered;
    const auto isDeadline = [](const MsrEntry &entry) { return entry.index == kTscDeadlineMsr; };
    std::ranges::copy_if(msrs, std::back_inserter(ordered), std::not_fn(isDeadline));
    std::ranges::copy_if(msrs, std::back_inserter(ordered), isDeadline);
    return setMsrs(ordered);
}

} // namespace sparkler::kvm
