#pragma once

#include "bus/bus.h"

#include <cstdint>
#include <functional>

namespace sparkler {

/// A moment on two clocks, microseconds.
struct BootTime {
    std::uint64_t wallUs = 0; ///< monotonic
    std::uint64_t cpuUs = 0;  ///< CPU time of the process
    /// Now.
    static BootTime now();
};

/// A pseudo device with which a guest tells that it has booted: a one-byte write of 123 at offset 0 logs the time since
/// the zero point. All else is ignored. vCPU threads.
class BootTimer final : public BusDevice {
public:
    static constexpr std::uint64_t kBytes = 0x1000;
    static constexpr std::uint8_t kBooted = 123;

    /// `zero`: when building of the machine started. `clock` may be called on several threads at once.
    explicit BootTimer(BootTime zero, std::function<BootTime()> clock = BootTime::now);

    void read(std::uint64_t offset, std::span<std::byte> data) override;
    void write(std::uint64_t offset, std::span<const std::byte> data) override;

private:
    BootTime m_zero;
    std::function<BootTime()> m_clock;
};

} // namespace sparkler
