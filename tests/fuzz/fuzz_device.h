#pragma once

#include "fuzz_input.h"
#include "ratelimit/rate_limiter.h"
#include "support/fake_guest.h"
#include "support/manual_clock.h"
#include "virtio/device.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace sparkler::test {

/// A device whose driver is the fuzzer: rings, buffers, notifications, configuration space, resets, time.
class FuzzedDevice {
public:
    static constexpr std::uint64_t kGuestBytes = 1 << 20;

    /// Takes the queues' sizes and the features from `input`. Both outlive this.
    FuzzedDevice(FuzzInput &input, const FakeGuest &guest) : m_input(input), m_guest(guest)
    {
        (void)m_guest.memory().zero(GuestAddress(0), kGuestBytes);
        m_features = m_input.take<std::uint64_t>();
        m_sizeExponents = m_input.take<std::uint32_t>();
    }

    void activate(virtio::VirtioDevice &device)
    {
        const std::uint64_t features = (m_features & device.features()) | virtio::kFeatureVersion1;
        virtio::Activation activation{&m_guest.memory(), {}, &m_interrupt, features};
        const std::size_t queues = device.queuesInUse(features);
        for (std::size_t i = 0; i < queues; ++i) {
            m_next[i] = 0;
            (void)m_guest.memory().zero(ringsOf(i), kRingBytes);
            auto queue = virtio::Queue::create(configOf(i), m_guest.memory(), 256, features);
            if (!queue)
                return;
            activation.queues.push_back(std::move(*queue));
        }
        (void)device.activate(std::move(activation));
    }

    /// Plays the rest of the input. `other(action)` gets what is left of the actions for calls of the device's own.
    template <typename Other>
    void play(virtio::VirtioDevice &device, ManualClock &clock, Other other)
    {
        activate(device);
        std::vector<virtio::HostEvent> events = device.hostEvents();
        for (int step = 0; step < 400 && !m_input.empty(); ++step) {
            const auto action = m_input.take<std::uint8_t>();
            const std::size_t queue = action / 32 % kMaxQueues;
            switch (action % 16) {
            case 0:
            case 1:
                device.queueNotified(static_cast<std::uint16_t>(action / 32));
                break;
            case 2:
            case 3:
            case 4:
                offerChain(queue);
                break;
            case 5:
                putBytes();
                break;
            case 6:
                putRawRing(queue);
                break;
            case 7:
                events[action / 32 % events.size()].onReady();
                break;
            case 8:
                readConfig(device);
                break;
            case 9:
                device.writeConfig(m_input.take<std::uint16_t>(), m_input.takeBytes(action / 16));
                break;
            case 10:
                clock.advance(std::chrono::nanoseconds(m_input.take<std::uint32_t>()));
                break;
            case 11:
                if (action >= 224 && device.reset())
                    activate(device);
                break;
            default:
                other(action);
                break;
            }
        }
    }

private:
    class Interrupt final : public virtio::DeviceInterrupt {
    public:
        void signalUsedQueue() override {}
        void signalConfigChange() override {}
        void signalNeedsReset() override {}
    };
    static constexpr std::size_t kMaxQueues = 8;
    static constexpr std::uint64_t kRingBytes = 0x3000;
    static constexpr std::uint64_t kDataAt = kMaxQueues * kRingBytes;

    static GuestAddress ringsOf(std::size_t queue) { return GuestAddress(queue * kRingBytes); }
    virtio::QueueConfig configOf(std::size_t queue) const
    {
        const std::uint64_t at = queue * kRingBytes;
        return {.size = static_cast<std::uint16_t>(1u << ((m_sizeExponents >> (4 * queue)) % 9)),
                .ready = true,
                .descriptors = GuestAddress(at),
                .available = GuestAddress(at + 0x1000),
                .used = GuestAddress(at + 0x2000)};
    }

    /// One to four descriptors that are mostly sensible, made available as a driver would.
    void offerChain(std::size_t queue)
    {
        const virtio::QueueConfig config = configOf(queue);
        const auto shape = m_input.take<std::uint8_t>();
        const auto head = static_cast<std::uint16_t>(m_next[queue] * 4 % config.size);
        const unsigned count = 1 + shape % 4;
        for (unsigned i = 0; i < count; ++i) {
            const auto kind = m_input.take<std::uint8_t>();
            virtio::Descriptor descriptor{};
            descriptor.address = kDataAt + std::uint64_t{m_input.take<std::uint16_t>()} * (kind & 1 ? 16 : 4096);
            descriptor.length =
                kind & 2 ? std::uint32_t{m_input.take<std::uint8_t>()} * 4096 : m_input.take<std::uint16_t>();
            descriptor.flags = static_cast<std::uint16_t>((kind & 4 ? virtio::kDescriptorWrite : 0) |
                                                          (kind & 0xf0 ? 0 : virtio::kDescriptorIndirect) |
                                                          (i + 1 < count ? virtio::kDescriptorNext : 0));
            descriptor.next = static_cast<std::uint16_t>(head + i + 1);
            const std::uint64_t at = config.descriptors.value() + 16u * ((head + i) % config.size);
            (void)m_guest.memory().write(GuestAddress(at), descriptor);
        }
        const std::uint64_t slot = config.available.value() + 4 + 2u * (m_next[queue] % config.size);
        (void)m_guest.memory().write(GuestAddress(slot), head);
        (void)m_guest.memory().storeRelease(GuestAddress(config.available.value() + 2), ++m_next[queue]);
    }

    void putBytes()
    {
        const std::uint64_t at = std::uint64_t{m_input.take<std::uint16_t>()} * 16;
        (void)m_guest.memory().writeBytes(GuestAddress(at), m_input.takeBytes(m_input.take<std::uint8_t>()));
    }

    /// Any bytes anywhere in the rings.
    void putRawRing(std::size_t queue)
    {
        const std::uint64_t at = ringsOf(queue).value() + m_input.take<std::uint16_t>() % kRingBytes;
        (void)m_guest.memory().writeBytes(GuestAddress(at), m_input.takeBytes(16));
    }

    void readConfig(virtio::VirtioDevice &device)
    {
        std::array<std::byte, 16> out;
        const std::uint64_t offset = m_input.take<std::uint16_t>();
        device.readConfig(offset, std::span(out).first(m_input.take<std::uint8_t>() % 17));
    }

    FuzzInput &m_input;
    const FakeGuest &m_guest;
    Interrupt m_interrupt;
    std::uint64_t m_features = 0;
    std::uint32_t m_sizeExponents = 0;
    std::array<std::uint16_t, kMaxQueues> m_next{}; ///< available indices
};

/// A limiter of the fuzzer's choice.
inline LimiterSettings takeLimiter(FuzzInput &input)
{
    LimiterSettings settings;
    const auto which = input.take<std::uint8_t>();
    for (std::optional<BucketSettings> *bucket : {&settings.bandwidth, &settings.ops}) {
        if (which & (bucket == &settings.ops ? 1 : 2))
            *bucket =
                BucketSettings{input.take<std::uint16_t>(), input.take<std::uint8_t>(), input.take<std::uint8_t>()};
        if (*bucket && (which & 4))
            (*bucket)->size = input.take<std::uint64_t>();
    }
    return settings;
}

} // namespace sparkler::test
