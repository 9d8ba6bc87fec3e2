#include "hypervisor/kvm/exit_decoder.h"

#include "hypervisor/kvm/kvm_ioctl.h"

#include <algorithm>

namespace sparkler::kvm {
namespace {

VcpuExit decodePort(const kvm_run &run, std::span<std::byte> runArea)
{
    const std::uint64_t size = run.io.size;
    const std::uint64_t bytes = size * run.io.count; // at most 255 * (2^32 - 1): cannot wrap
    const std::uint64_t offset = run.io.data_offset;
    if ((size != 1 && size != 2 && size != 4) || offset > runArea.size() || bytes > runArea.size() - offset)
        return ExitUnknown{run.exit_reason};
    const auto data = runArea.subspan(offset, bytes);
    if (run.io.direction == KVM_EXIT_IO_OUT)
        return ExitPortOut{run.io.port, size, data};
    std::ranges::fill(data, std::byte{0});
    return ExitPortIn{run.io.port, size, data};
}

VcpuExit decodeMmio(kvm_run &run)
{
    const std::size_t bytes = run.mmio.len;
    if (bytes > sizeof run.mmio.data)
        return ExitUnknown{run.exit_reason};
    const auto data = std::as_writable_bytes(std::span(run.mmio.data, bytes));
    const GuestAddress address(run.mmio.phys_addr);
    if (run.mmio.is_write)
        return ExitMmioWrite{address, data};
    std::ranges::fill(data, std::byte{0});
    return ExitMmioRead{address, data};
}

VcpuExit decodeInternalError(const kvm_run &run)
{
    ExitInternalError error;
    error.suberror = run.internal.suberror;
    if (error.suberror != KVM_INTERNAL_ERROR_EMULATION)
        return error;
    // ndata counts 64-bit words: one for the flags, two for the instruction's size and bytes.
    const auto &failure = run.emulation_failure;
    const bool hasBytes = failure.ndata >= 3 && (failure.flags & KVM_INTERNAL_ERROR_EMULATION_FLAG_INSTRUCTION_BYTES);
    if (hasBytes) {
        const std::size_t size = std::min<std::size_t>(failure.insn_size, sizeof failure.insn_bytes);
        const auto bytes = std::as_bytes(std::span(failure.insn_bytes, size));
        error.instruction.assign(bytes.begin(), bytes.end());
    }
    return error;
}

} // namespace

VcpuExit decodeExit(std::span<std::byte> runArea)
{
    // SAFETY: the area is the page-aligned mapping of the vCPU's descriptor (in tests, an aligned buffer) and holds at
    // least a kvm_run; openKvm() checked its size.
    auto &run = *reinterpret_cast<kvm_run *>(runArea.data());
    switch (run.exit_reason) {
    case KVM_EXIT_IO:
        return decodePort(run, runArea);
    case KVM_EXIT_MMIO:
        return decodeMmio(run);
    case KVM_EXIT_HLT:
        return ExitHalt{};
    case KVM_EXIT_SHUTDOWN:
        return ExitShutdown{};
    case KVM_EXIT_SYSTEM_EVENT:
        return ExitSystemEvent{run.system_event.type, run.system_event.flags};
    case KVM_EXIT_FAIL_ENTRY:
        return ExitFailEntry{run.fail_entry.hardware_entry_failure_reason, run.fail_entry.cpu};
    case KVM_EXIT_INTERNAL_ERROR:
        return decodeInternalError(run);
    case KVM_EXIT_INTR:
        return ExitInterrupted{};
    default:
        return ExitUnknown{run.exit_reason};
    }
}

} // namespace sparkler::kvm
