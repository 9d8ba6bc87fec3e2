#pragma once

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "virtio/vsock/device.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace sparkler::test {

/// A packet as it is on the wire.
struct VsockPacket {
    virtio::VsockHeader header;
    std::vector<std::byte> payload;
};

/// The wire form of a header.
inline std::vector<std::byte> wireForm(const virtio::VsockHeader &header)
{
    std::vector<std::byte> out(virtio::kVsockHeaderBytes);
    std::memcpy(out.data(), &header, out.size());
    return out;
}

/// The driver of a vsock device: three queues, buffers for what comes, packets to send.
class VsockGuest {
public:
    static constexpr std::uint64_t kCid = 3;
    static constexpr std::uint64_t kFeatures =
        virtio::kFeatureVersion1 | virtio::kFeatureIndirect | virtio::kFeatureEventIndex | virtio::kFeatureInOrder;
    static constexpr std::uint32_t kSlotBytes = 72 * 1024; ///< largest receive buffer

    VsockGuest() { connectQueues(); }

    /// New rings, as a driver makes after a reset.
    void connectQueues()
    {
        rx.emplace(guest, std::uint16_t{256}, 0x10000, 0x30000);
        tx.emplace(guest, std::uint16_t{256}, 0x14000, kTxBase);
        events.emplace(guest, std::uint16_t{64}, 0x18000, 0x38000);
        m_freeSlots.clear();
        m_slotOf.clear();
        for (std::uint64_t i = 0; i < 256; ++i)
            m_freeSlots.push_back(kRxBase + i * kSlotBytes);
    }
    virtio::Activation activation(std::uint64_t features = kFeatures)
    {
        virtio::Activation all{&guest.memory(), {}, &interrupt, features};
        for (FakeDriver *driver : {&*rx, &*tx, &*events})
            all.queues.push_back(driver->queue(features));
        return all;
    }

    /// Puts `count` buffers of `bytes` into the receive queue, each in `pieces` descriptors.
    void supply(unsigned count, std::uint32_t bytes = 4096, std::uint32_t pieces = 1)
    {
        for (unsigned i = 0; i < count; ++i) {
            const std::uint64_t at = m_freeSlots.back();
            m_freeSlots.pop_back();
            auto chain = rx->chain();
            std::uint32_t done = 0;
            for (std::uint32_t piece = 1; piece <= pieces; ++piece) {
                const std::uint32_t end = piece == pieces ? bytes : bytes / pieces * piece;
                chain.raw(at + done, end - done, virtio::kDescriptorWrite);
                done = end;
            }
            m_slotOf[chain.submit()] = at;
        }
    }
    std::size_t supplied() const { return rx->outstanding(); }

    struct Received {
        std::uint16_t head = 0;
        std::uint32_t written = 0;
        VsockPacket packet; ///< as far as `written` reaches
    };
    /// The next buffer that came back.
    std::optional<Received> receiveAny()
    {
        const auto used = rx->takeUsed();
        if (!used)
            return std::nullopt;
        m_freeSlots.push_back(m_slotOf.at(used->head));
        Received received{used->head, used->written, {}};
        if (used->written >= virtio::kVsockHeaderBytes) {
            std::ranges::copy(std::span(used->content).first(virtio::kVsockHeaderBytes),
                              std::as_writable_bytes(std::span(&received.packet.header, 1)).begin());
            received.packet.payload.assign(used->content.begin() + virtio::kVsockHeaderBytes,
                                           used->content.begin() + used->written);
        }
        return received;
    }
    /// The next packet; nothing when there is none.
    std::optional<VsockPacket> receive()
    {
        auto received = receiveAny();
        if (!received)
            return std::nullopt;
        return std::move(received->packet);
    }

    static virtio::VsockHeader header(virtio::VsockOp op, std::uint32_t hostPort, std::uint32_t guestPort)
    {
        return {.sourceCid = kCid,
                .destinationCid = virtio::kVsockHostCid,
                .sourcePort = guestPort,
                .destinationPort = hostPort,
                .type = virtio::kVsockTypeStream,
                .op = op,
                .bufferAllocated = 1u << 18};
    }
    /// Puts a packet into the transmit queue.
    void send(virtio::VsockHeader header, std::span<const std::byte> payload = {})
    {
        header.length = static_cast<std::uint32_t>(payload.size());
        reclaim();
        auto chain = tx->chain();
        chain.readable(wireForm(header));
        if (!payload.empty())
            chain.readable(payload);
        chain.submit();
    }
    /// Takes back what the device has read.
    void reclaim()
    {
        while (tx->takeUsed()) {
        }
    }

    FakeGuest guest{64};
    FakeDeviceInterrupt interrupt;
    std::optional<FakeDriver> rx, tx, events;

private:
    static constexpr std::uint64_t kTxBase = 0x100000;
    static constexpr std::uint64_t kRxBase = 32u << 20;
    std::vector<std::uint64_t> m_freeSlots;
    std::map<std::uint16_t, std::uint64_t> m_slotOf;
};

} // namespace sparkler::test
