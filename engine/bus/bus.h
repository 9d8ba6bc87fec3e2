#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sparkler {

/// What sits on a port or MMIO address range. Called on vCPU threads: an implementation that shares state with another
/// thread locks it itself. Any access size and offset must be answered; none may be asserted on.
class BusDevice {
public:
    virtual ~BusDevice() = default;
    /// Guest reads data.size() bytes at `offset` bytes from the range's base. `data` comes in zeroed.
    virtual void read(std::uint64_t offset, std::span<std::byte> data) = 0;
    /// Guest writes `data` at `offset` bytes from the range's base.
    virtual void write(std::uint64_t offset, std::span<const std::byte> data) = 0;
};

/// An address map of one address space (ports or MMIO). Filled before the vCPUs start, read-only afterwards, so lookups
/// need no lock.
class Bus {
public:
    /// Maps [base, base + bytes) to `device`, which must outlive the bus. Error: InvalidInput on overlap, wrap-around
    /// or an empty range.
    Result<> insert(std::uint64_t base, std::uint64_t bytes, BusDevice &device);

    /// Zeroes `data` and lets the device at `address` fill it; false when the access is not wholly inside one device
    /// (the guest then reads zeros).
    bool read(std::uint64_t address, std::span<std::byte> data) const;
    /// false when the access is not wholly inside one device (the write is lost).
    bool write(std::uint64_t address, std::span<const std::byte> data) const;

private:
    struct Entry {
        std::uint64_t base = 0;
        std::uint64_t bytes = 0;
        BusDevice *device = nullptr;
    };
    const Entry *find(std::uint64_t address, std::uint64_t bytes) const;

    std::vector<Entry> m_entries; ///< sorted by base
};

/// One edge-triggered interrupt input of the guest. Thread-safe.
class InterruptLine {
public:
    virtual ~InterruptLine() = default;
    virtual void trigger() = 0;
};

} // namespace sparkler
