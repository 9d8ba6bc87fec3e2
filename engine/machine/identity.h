#pragma once

#include "base/result.h"
#include "bus/bus.h"
#include "machine/machine_state.h"
#include "memory/guest_memory.h"

namespace sparkler {

/// The devices by which a guest learns that it was restored, and may now be one of several copies: VMGenID (a GUID that
/// is new in each copy; Linux reseeds its random numbers) and VMClock (counters of such events, beside a clock that we
/// do not offer). Each is a page of guest RAM, which ACPI points to, and one interrupt for both. The guest may write
/// there as it likes, which harms only itself. Reference: machine model 6.8. VMM thread.
class Identity {
public:
    /// For a guest that boots: fresh contents at the places the ACPI tables name. `interrupt` outlives the object.
    /// Error: Host (random numbers), GuestFault.
    static Result<Identity> create(const GuestMemory &memory, InterruptLine &interrupt);
    /// For a guest whose memory is restored, and with it the contents. Error: InvalidInput when `saved`, which may come
    /// out of a hostile file, names anything but two pages of system memory that are RAM.
    static Result<Identity> restore(const GuestMemory &memory, const SavedIdentity &saved, InterruptLine &interrupt);

    SavedIdentity save() const { return m_places; }

    /// Tells the guest: a new GUID, counted events, the interrupt. While the vCPUs wait, and after the interrupt
    /// controllers were restored, which forget it otherwise. Error: Host (random numbers), GuestFault.
    Result<> notifyRestored(const GuestMemory &memory);

private:
    Identity(const SavedIdentity &places, InterruptLine &interrupt) : m_places(places), m_interrupt(&interrupt) {}

    SavedIdentity m_places;
    InterruptLine *m_interrupt;
};

} // namespace sparkler
