#pragma once

#include "bus/bus.h"
#include "virtio/queue.h"

#include <cstdint>
#include <span>

namespace sparkler::test {

/// Drives virtio-mmio registers as a guest's driver does.
class MmioDriver {
public:
    /// `device`'s window starts at `base` (0 when the transport is given directly).
    explicit MmioDriver(BusDevice &device, std::uint64_t base = 0) : m_device(device), m_base(base) {}

    std::uint32_t read(std::uint64_t offset);
    void write(std::uint64_t offset, std::uint32_t value);

    /// ACKNOWLEDGE, DRIVER, features (masked by what is offered), FEATURES_OK. Returns the features agreed on.
    std::uint64_t negotiate(std::uint64_t wanted);
    void setUpQueue(std::uint32_t index, const virtio::QueueConfig &config);
    /// negotiate(), queues in order, DRIVER_OK. Returns the status register.
    std::uint32_t bringUp(std::uint64_t wanted, std::span<const virtio::QueueConfig> queues);

private:
    BusDevice &m_device;
    std::uint64_t m_base;
};

} // namespace sparkler::test
