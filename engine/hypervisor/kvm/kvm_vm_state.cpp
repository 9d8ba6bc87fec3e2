// Saving and restoring what vCPUs share.
#include "hypervisor/kvm/kvm_vm.h"

#include "hypervisor/kvm/kvm_ioctl.h"
#include "hypervisor/kvm/msr_set.h"
#include "hypervisor/kvm/state_decoder.h"

#include <algorithm>
#include <bit>

namespace sparkler::kvm {
namespace {

Result<KvmBlob> getChip(const Fd &vm, std::uint32_t chip, std::string_view what)
{
    kvm_irqchip state{};
    state.chip_id = chip;
    TRY(call(vm.get(), KVM_GET_IRQCHIP, state, what));
    return toBlob(state);
}

/// KVM's log of one slot, whose first page is number `first`.
void mergeLog(DirtyBitmap &into, std::uint64_t first, std::span<const std::uint64_t> words)
{
    constexpr std::uint64_t kBits = 64;
    if (first % kBits == 0) {
        into.merge(first, words);
        return;
    }
    for (std::uint64_t word : words) {
        for (; word != 0; word &= word - 1)
            into.mark(first + static_cast<std::uint64_t>(std::countr_zero(word)), 1);
        first += kBits;
    }
}

} // namespace

Result<std::vector<std::uint32_t>> KvmVm::savedMsrs() const
{
    // The number of MSRs, then their indices. KVM answers E2BIG, with the number, while they do not fit.
    std::vector<std::uint32_t> list(1 + 256);
    list[0] = static_cast<std::uint32_t>(list.size() - 1);
    if (::ioctl(m_device->get(), kGetMsrIndexList, list.data()) < 0) {
        if (errno != E2BIG)
            return hostError(errno, "Cannot list the MSRs: ");
        list.resize(std::size_t{1} + list[0]);
        TRY(call(m_device->get(), kGetMsrIndexList, *list.data(), "Cannot list the MSRs: "));
    }
    const std::size_t count = std::min<std::size_t>(list[0], list.size() - 1);
    const auto cpuid = TRY(supportedCpuid());
    return savedMsrSet(std::span(list).subspan(1, count), cpuid);
}

Result<VmState> KvmVm::saveState() const
{
    VmState state;
    kvm_pit_state2 pit{};
    TRY(call(m_vm.get(), KVM_GET_PIT2, pit, "Cannot get the interval timer: "));
    state.pit = toBlob(pit);
    kvm_clock_data clock{};
    TRY(call(m_vm.get(), KVM_GET_CLOCK, clock, "Cannot get the guest's clock: "));
    state.clock = ClockState{
        .nanoseconds = clock.clock, .flags = clock.flags, .realtime = clock.realtime, .hostTsc = clock.host_tsc};
    state.picPrimary = TRY(getChip(m_vm, KVM_IRQCHIP_PIC_MASTER, "Cannot get the primary PIC: "));
    state.picSecondary = TRY(getChip(m_vm, KVM_IRQCHIP_PIC_SLAVE, "Cannot get the secondary PIC: "));
    state.ioApic = TRY(getChip(m_vm, KVM_IRQCHIP_IOAPIC, "Cannot get the IOAPIC: "));
    return state;
}

Result<> KvmVm::restoreState(const VmState &state, ClockRestore clock)
{
    VmStructs in = TRY(decodeVmState(state, clock));
    TRY(call(m_vm.get(), KVM_SET_PIT2, in.pit, "Cannot set the interval timer: "));
    TRY(call(m_vm.get(), KVM_SET_CLOCK, in.clock, "Cannot set the guest's clock: "));
    TRY(call(m_vm.get(), KVM_SET_IRQCHIP, in.picPrimary, "Cannot set the primary PIC: "));
    TRY(call(m_vm.get(), KVM_SET_IRQCHIP, in.picSecondary, "Cannot set the secondary PIC: "));
    TRY(call(m_vm.get(), KVM_SET_IRQCHIP, in.ioApic, "Cannot set the IOAPIC: "));
    return {};
}

Result<> KvmVm::takeDirtyLog(const GuestMemory &memory, DirtyBitmap &into)
{
    std::uint32_t slot = 0;
    std::uint64_t firstPage = 0;
    for (const GuestMemory::Region &region : memory.regions()) {
        const std::uint64_t pages = region.bytes / DirtyBitmap::kPage;
        std::vector<std::uint64_t> words((pages + 63) / 64);
        kvm_dirty_log log{};
        log.slot = slot++;
        log.dirty_bitmap = words.data();
        TRY(call(m_vm.get(), KVM_GET_DIRTY_LOG, log, "Cannot read the log of written pages: "));
        mergeLog(into, firstPage, words);
        firstPage += pages;
    }
    return {};
}

} // namespace sparkler::kvm
