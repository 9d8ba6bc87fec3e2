#pragma once

#include "base/fd.h"
#include "memory/guest_memory.h"

#include <cstdint>

namespace sparkler {

/// A userfaultfd(2): whoever holds it decides about page faults in the memory that is registered with it.
class Userfaultfd {
public:
    /// Whose faults it may hold up.
    enum class Faults {
        OfAll,      ///< the kernel's own accesses (KVM, system calls) too: needs /dev/userfaultfd or a privilege
        OfUserCode, ///< only this process's own code; anybody may ask for that
    };
    /// What memory is registered for.
    enum class Mode {
        Missing,      ///< pages that are not there
        WriteProtect, ///< writes to pages that were protected
    };

    /// Non-blocking. /dev/userfaultfd where it can be opened, the system call otherwise. `features`: UFFD_FEATURE_*,
    /// all of them or the error. Error: Host, the reason alone.
    static Result<Userfaultfd> open(Faults faults, std::uint64_t features);

    /// Registers a whole region. Error: Host, the reason alone.
    Result<> add(const GuestMemory::Region &region, Mode mode) const;

    const Fd &descriptor() const { return m_file; }

private:
    explicit Userfaultfd(Fd file) : m_file(std::move(file)) {}

    Fd m_file;
};

} // namespace sparkler
