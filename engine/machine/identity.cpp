#include "machine/identity.h"

#include "arch/x86_64/layout.h"
#include "base/format.h"
#include "base/random.h"

#include <array>

namespace sparkler {
namespace {

/// The part of struct vmclock_abi (linux/vmclock-abi.h) that we fill; all little-endian. What follows are the fields of
/// a clock, which stay 0, and vmGenerationCounter.
struct VmClockHeader {
    std::uint32_t magic = 0x4b4c'4356; // "VCLK"
    std::uint32_t size = x86_64::kIdentityPageBytes;
    std::uint16_t version = 1;
    std::uint8_t counterId = 0xff; // none: there is no clock in here
    std::uint8_t timeType = 0;
    std::uint32_t sequence = 0; // odd while the following are written
    std::uint64_t disruptionMarker = 0;
    std::uint64_t flags = 1u << 8 | 1u << 9; // VM_GEN_COUNTER_PRESENT, NOTIFICATION_PRESENT
    std::uint64_t clockStatus = 0;           // unknown; the other bytes are those of the clock
};
constexpr std::uint64_t kSequence = 12;
constexpr std::uint64_t kDisruptionMarker = 16;
constexpr std::uint64_t kVmGenerationCounter = 104;
static_assert(sizeof(VmClockHeader) == 40 && offsetof(VmClockHeader, sequence) == kSequence &&
              offsetof(VmClockHeader, disruptionMarker) == kDisruptionMarker);

Result<> writeNewGuid(const GuestMemory &memory, GuestAddress at)
{
    std::array<std::byte, 16> guid{};
    TRY(hostRandom(guid));
    return memory.writeBytes(at, guid);
}

Result<> increment(const GuestMemory &memory, GuestAddress at)
{
    return memory.write(at, TRY(memory.read<std::uint64_t>(at)) + 1);
}

Result<> checkPage(const GuestMemory &memory, GuestAddress at, std::string_view device)
{
    const std::uint64_t bytes = x86_64::kIdentityPageBytes;
    // The order matters: with `at` in system memory, nothing below can overflow.
    if (at < x86_64::kSystemMemoryStart || at >= x86_64::kSystemMemoryEnd || at.value() % bytes != 0 ||
        at.value() + bytes > x86_64::kSystemMemoryEnd.value() || !memory.contains(at, bytes)) {
        return fail(ErrorKind::InvalidInput,
                    fmt::format("The page of {} at {:#x} is not one of system memory", device, at.value()));
    }
    return {};
}

} // namespace

Result<Identity> Identity::create(const GuestMemory &memory, InterruptLine &interrupt)
{
    const SavedIdentity places{.vmGenIdAt = x86_64::kVmGenId, .vmClockAt = x86_64::kVmClock};
    TRY(writeNewGuid(memory, places.vmGenIdAt));
    TRY(memory.zero(places.vmClockAt, x86_64::kIdentityPageBytes));
    TRY(memory.write(places.vmClockAt, VmClockHeader{}));
    return Identity(places, interrupt);
}

Result<Identity> Identity::restore(const GuestMemory &memory, const SavedIdentity &saved, InterruptLine &interrupt)
{
    TRY(checkPage(memory, saved.vmGenIdAt, "VMGenID"));
    TRY(checkPage(memory, saved.vmClockAt, "VMClock"));
    if (saved.vmGenIdAt == saved.vmClockAt)
        return fail(ErrorKind::InvalidInput, "VMGenID and VMClock share a page");
    return Identity(saved, interrupt);
}

Result<> Identity::notifyRestored(const GuestMemory &memory)
{
    TRY(writeNewGuid(memory, m_places.vmGenIdAt));

    const std::uint64_t clock = m_places.vmClockAt.value();
    const GuestAddress sequenceAt(clock + kSequence);
    // Whatever the guest may have left there: odd while the counters change, even, and another one, afterwards.
    const std::uint32_t odd = TRY(memory.read<std::uint32_t>(sequenceAt)) | 1;
    TRY(memory.write(sequenceAt, odd));
    TRY(increment(memory, GuestAddress(clock + kDisruptionMarker)));
    TRY(increment(memory, GuestAddress(clock + kVmGenerationCounter)));
    TRY(memory.write(sequenceAt, odd + 1));

    m_interrupt->trigger();
    return {};
}

} // namespace sparkler
