#pragma once

#include "base/result.h"
#include "memory/guest_memory.h"
#include "virtio/descriptor_chain.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sparkler::virtio {

// Feature bits that concern every device. Virtio 1.2, chapter 6.
constexpr std::uint64_t kFeatureIndirect = std::uint64_t{1} << 28;
constexpr std::uint64_t kFeatureEventIndex = std::uint64_t{1} << 29;
constexpr std::uint64_t kFeatureVersion1 = std::uint64_t{1} << 32;
constexpr std::uint64_t kFeatureInOrder = std::uint64_t{1} << 35; ///< only for a device that gives chains back in order

/// What the driver put into the queue registers. Addresses are guest physical.
struct QueueConfig {
    std::uint16_t size = 0;
    bool ready = false;
    GuestAddress descriptors;
    GuestAddress available;
    GuestAddress used;
    bool operator==(const QueueConfig &) const = default;
};

/// How far the device has come in a queue's rings: free-running indices. Their difference is what is in flight.
struct QueuePosition {
    std::uint16_t nextAvailable = 0;
    std::uint16_t nextUsed = 0;
    bool operator==(const QueuePosition &) const = default;
};

/// Whether a queue can run like this: ready, a power of two up to `maxSize`, the three areas aligned (16, 2, 4) and
/// wholly in guest memory. Error: GuestFault.
Result<> validate(const QueueConfig &config, const GuestMemory &memory, std::uint16_t maxSize);

/// A running split virtqueue, device side. Its configuration was checked and cannot change. Whatever the guest writes
/// into the rings gives at worst an error value. Owned by one thread at a time. Virtio 1.2, 2.7.
class Queue {
public:
    enum class Pop {
        Empty,
        Chain,     ///< `chain` is well-formed
        Malformed, ///< `chain` has a head and a fault(): give it back with complete(head, 0)
    };

    /// `features`: the negotiated ones. `memory` must outlive the queue. Error: GuestFault as from validate().
    static Result<Queue> create(const QueueConfig &config, const GuestMemory &memory, std::uint16_t maxSize,
                                std::uint64_t features);

    /// Goes on where the device of a snapshot stood, over the rings as they were then. `inFlight`: heads of the chains
    /// that it had taken and not given back. Error: GuestFault as from create(), and when the position does not agree
    /// with the rings (2.7.6, 2.7.8) or with `inFlight`.
    static Result<Queue> restore(const QueueConfig &config, const GuestMemory &memory, std::uint16_t maxSize,
                                 std::uint64_t features, const QueuePosition &position,
                                 std::span<const std::uint16_t> inFlight);

    /// Takes the next chain. Error: GuestFault when the ring itself is impossible (index too far ahead, head outside
    /// the table, head still in flight); the queue is of no use after that.
    Result<Pop> pop(DescriptorChain &chain);
    /// Puts the chain that was popped last, and is in flight, back to the front; it will be read anew.
    void undoPop(std::uint16_t head);
    void undoPop(const DescriptorChain &chain) { undoPop(chain.head()); }

    /// Returns a chain to the driver, who sees it after publish(). `written`: bytes the device put into it. Error:
    /// GuestFault.
    Result<> complete(std::uint16_t head, std::uint32_t written);
    /// Shows what was completed. True: the driver wants an interrupt (2.7.7, 2.7.10). Error: GuestFault.
    Result<bool> publish();

    /// Asks for a notification when the next chain arrives. True: one arrived in the meantime, so pop on. Error:
    /// GuestFault.
    Result<bool> armNotification();
    /// Asks for a notification when a chain arrives after those that wait now, which stay. How many do. Error:
    /// GuestFault.
    Result<std::uint16_t> armNextArrival();
    /// Chains waiting. Error: GuestFault when the index is impossible.
    Result<std::uint16_t> available();

    std::uint16_t size() const { return m_table.size; }
    /// As it was checked.
    QueueConfig config() const { return {m_table.size, true, m_table.at, m_available, m_used}; }
    std::uint16_t inFlight() const { return m_inFlightCount; }
    QueuePosition position() const { return {m_nextAvailable, m_nextUsed}; }

private:
    Queue(const QueueConfig &config, const GuestMemory &memory, std::uint64_t features);
    Result<> askForNotification(std::uint16_t availableIndex);
    GuestAddress availableField(std::uint64_t offset) const { return GuestAddress(m_available.value() + offset); }
    GuestAddress usedField(std::uint64_t offset) const { return GuestAddress(m_used.value() + offset); }

    const GuestMemory *m_memory;
    DescriptorTable m_table;
    GuestAddress m_available;
    GuestAddress m_used;
    bool m_eventIndex;
    std::uint16_t m_nextAvailable = 0;  ///< free-running, as all ring indices
    std::uint16_t m_knownAvailable = 0; ///< the driver's index as last read
    std::uint16_t m_nextUsed = 0;
    std::uint16_t m_publishedUsed = 0;
    std::uint16_t m_inFlightCount = 0;
    std::vector<bool> m_inFlight; ///< by head
};

/// Where each of `queues` stands.
std::vector<QueuePosition> positionsOf(std::span<const Queue> queues);

} // namespace sparkler::virtio
