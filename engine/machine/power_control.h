#pragma once

#include "arch/x86_64/layout.h"
#include "bus/bus.h"

#include <functional>

namespace sparkler {

/// The ACPI sleep control and status registers of a hardware-reduced platform (ACPI 6.5, 4.8.3.7): one byte each. A
/// guest that enters S5 writes the sleep type with the enable bit; the machine then ends. An addition of ours, so that
/// a stock guest's `poweroff` powers the machine off instead of leaving it halted.
class PowerControl final : public BusDevice {
public:
    static constexpr std::uint64_t kBytes = 2;         ///< control at 0, status at 1
    static constexpr std::uint8_t kSleepEnable = 0x20; ///< bit 5 of the control register

    /// `powerOff` runs on a vCPU thread.
    explicit PowerControl(std::function<void()> powerOff) : m_powerOff(std::move(powerOff)) {}

    void read(std::uint64_t, std::span<std::byte>) override {} // both registers read as 0: nothing pending
    void write(std::uint64_t offset, std::span<const std::byte> data) override
    {
        if (offset == 0 && data.size() == 1 &&
            std::to_integer<unsigned>(data[0]) == (kSleepEnable | (x86_64::kSleepTypeS5 << 2)))
            m_powerOff();
    }

private:
    std::function<void()> m_powerOff;
};

} // namespace sparkler
