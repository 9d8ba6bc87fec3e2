#include "support/mmio_driver.h"

#include <cstddef>

namespace sparkler::test {

std::uint32_t MmioDriver::read(std::uint64_t offset)
{
    std::uint32_t value = 0;
    m_device.read(m_base + offset, std::as_writable_bytes(std::span(&value, 1)));
    return value;
}

void MmioDriver::write(std::uint64_t offset, std::uint32_t value)
{
    m_device.write(m_base + offset, std::as_bytes(std::span(&value, 1)));
}

std::uint64_t MmioDriver::negotiate(std::uint64_t wanted)
{
    write(0x70, 1);
    write(0x70, 3);
    std::uint64_t agreed = 0;
    for (const std::uint32_t page : {0u, 1u}) {
        write(0x14, page);
        const std::uint32_t offered = read(0x10);
        const std::uint32_t chosen = offered & static_cast<std::uint32_t>(wanted >> (32 * page));
        write(0x24, page);
        write(0x20, chosen);
        agreed |= std::uint64_t{chosen} << (32 * page);
    }
    write(0x70, 11);
    return agreed;
}

void MmioDriver::setUpQueue(std::uint32_t index, const virtio::QueueConfig &config)
{
    const auto low = [](GuestAddress at) { return static_cast<std::uint32_t>(at.value()); };
    const auto high = [](GuestAddress at) { return static_cast<std::uint32_t>(at.value() >> 32); };
    write(0x30, index);
    write(0x38, config.size);
    write(0x80, low(config.descriptors));
    write(0x84, high(config.descriptors));
    write(0x90, low(config.available));
    write(0x94, high(config.available));
    write(0xa0, low(config.used));
    write(0xa4, high(config.used));
    write(0x44, config.ready ? 1 : 0);
}

std::uint32_t MmioDriver::bringUp(std::uint64_t wanted, std::span<const virtio::QueueConfig> queues)
{
    negotiate(wanted | virtio::kFeatureVersion1);
    for (std::uint32_t i = 0; i < queues.size(); ++i)
        setUpQueue(i, queues[i]);
    write(0x70, 15);
    return read(0x70);
}

} // namespace sparkler::test
