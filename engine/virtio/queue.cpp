#include "virtio/queue.h"

#include "base/format.h"

#include <atomic>
#include <bit>
#include <cassert>

namespace sparkler::virtio {
namespace {

// Offsets in the available ring: u16 flags, u16 index, u16 ring[size], u16 used_event.
// In the used ring: u16 flags, u16 index, {u32 id, u32 length} ring[size], u16 avail_event.
constexpr std::uint64_t kRingIndex = 2;
constexpr std::uint64_t kRingStart = 4;
constexpr std::uint64_t kAvailableEntry = 2;
constexpr std::uint64_t kUsedEntry = 8;
constexpr std::uint16_t kNoInterrupt = 1;

/// Full fence between what we publish and what we then read of the driver's wishes.
void fenceBeforeReadingPeer()
{
#if defined(__SANITIZE_THREAD__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored                                                                                         \
    "-Wtsan" // the sanitizer does not model it; the peer is a guest, which it cannot see anyway
#endif
    std::atomic_thread_fence(std::memory_order_seq_cst);
#if defined(__SANITIZE_THREAD__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
}

struct UsedElement {
    std::uint32_t id;
    std::uint32_t length;
};

Result<> validateArea(std::string_view name, GuestAddress at, std::uint64_t bytes, std::uint64_t alignment,
                      const GuestMemory &memory)
{
    if (at.value() % alignment != 0)
        return fail(ErrorKind::GuestFault, fmt::format("virtio queue {} at {:#x} is not aligned", name, at.value()));
    if (!memory.contains(at, bytes))
        return fail(ErrorKind::GuestFault,
                    fmt::format("virtio queue {} at {:#x} is not in guest memory", name, at.value()));
    return {};
}

} // namespace

Result<> validate(const QueueConfig &config, const GuestMemory &memory, std::uint16_t maxSize)
{
    if (!config.ready)
        return fail(ErrorKind::GuestFault, "virtio queue is not ready");
    if (config.size == 0 || config.size > maxSize || !std::has_single_bit(config.size))
        return fail(ErrorKind::GuestFault, fmt::format("virtio queue with invalid size: {}", config.size));
    const std::uint64_t size = config.size;
    TRY(validateArea("descriptor table", config.descriptors, sizeof(Descriptor) * size, 16, memory));
    TRY(validateArea("available ring", config.available, kRingStart + kAvailableEntry * size + 2, 2, memory));
    return validateArea("used ring", config.used, kRingStart + kUsedEntry * size + 2, 4, memory);
}

Result<Queue> Queue::create(const QueueConfig &config, const GuestMemory &memory, std::uint16_t maxSize,
                            std::uint64_t features)
{
    TRY(validate(config, memory, maxSize));
    return Queue(config, memory, features);
}

Result<Queue> Queue::restore(const QueueConfig &config, const GuestMemory &memory, std::uint16_t maxSize,
                             std::uint64_t features, const QueuePosition &position,
                             std::span<const std::uint16_t> inFlight)
{
    Queue queue = TRY(create(config, memory, maxSize, features));
    queue.m_nextAvailable = queue.m_knownAvailable = position.nextAvailable;
    queue.m_nextUsed = queue.m_publishedUsed = position.nextUsed;
    TRY(queue.available());
    // The device alone writes this index, and has published what it completed.
    if (TRY(memory.loadAcquire(queue.usedField(kRingIndex))) != position.nextUsed)
        return fail(ErrorKind::GuestFault,
                    fmt::format("saved used index {} of a virtio queue is not the one in its ring", position.nextUsed));
    const auto taken = static_cast<std::uint16_t>(position.nextAvailable - position.nextUsed);
    if (taken != inFlight.size())
        return fail(ErrorKind::GuestFault,
                    fmt::format("{} chains of a saved virtio queue are in flight, not {}", taken, inFlight.size()));
    for (const std::uint16_t head : inFlight) {
        if (head >= config.size || queue.m_inFlight[head])
            return fail(ErrorKind::GuestFault,
                        fmt::format("chain {} of a saved virtio queue cannot be in flight", head));
        queue.m_inFlight[head] = true;
        ++queue.m_inFlightCount;
    }
    return queue;
}

Queue::Queue(const QueueConfig &config, const GuestMemory &memory, std::uint64_t features)
    : m_memory(&memory), m_table{config.descriptors, config.size, (features & kFeatureIndirect) != 0},
      m_available(config.available), m_used(config.used), m_eventIndex((features & kFeatureEventIndex) != 0),
      m_inFlight(config.size)
{
}

Result<std::uint16_t> Queue::available()
{
    m_knownAvailable = TRY(m_memory->loadAcquire(availableField(kRingIndex)));
    const auto waiting = static_cast<std::uint16_t>(m_knownAvailable - m_nextAvailable);
    if (waiting > m_table.size)
        return fail(ErrorKind::GuestFault,
                    fmt::format("The number of available virtio descriptors {} is greater than queue size: {}!",
                                waiting, m_table.size));
    return waiting;
}

Result<Queue::Pop> Queue::pop(DescriptorChain &chain)
{
    if (m_knownAvailable == m_nextAvailable) {
        const std::uint16_t waiting = TRY(available());
        if (waiting == 0)
            return Pop::Empty;
    }
    const std::uint64_t slot = m_nextAvailable & (m_table.size - 1u);
    const auto head = TRY(m_memory->read<std::uint16_t>(availableField(kRingStart + kAvailableEntry * slot)));
    if (head >= m_table.size)
        return fail(ErrorKind::GuestFault, fmt::format("virtio descriptor head {} is outside the queue", head));
    if (m_inFlight[head])
        return fail(ErrorKind::GuestFault, fmt::format("virtio descriptor head {} is in flight already", head));
    m_inFlight[head] = true;
    ++m_inFlightCount;
    ++m_nextAvailable;
    return chain.collect(*m_memory, m_table, head) ? Pop::Chain : Pop::Malformed;
}

void Queue::undoPop(std::uint16_t head)
{
    assert(m_inFlight[head]);
    m_inFlight[head] = false;
    --m_inFlightCount;
    --m_nextAvailable;
}

Result<> Queue::complete(std::uint16_t head, std::uint32_t written)
{
    assert(head < m_table.size && m_inFlight[head]);
    const std::uint64_t slot = m_nextUsed & (m_table.size - 1u);
    TRY(m_memory->write(usedField(kRingStart + kUsedEntry * slot), UsedElement{head, written}));
    m_inFlight[head] = false;
    --m_inFlightCount;
    ++m_nextUsed;
    return {};
}

Result<bool> Queue::publish()
{
    if (m_nextUsed == m_publishedUsed)
        return false;
    TRY(m_memory->storeRelease(usedField(kRingIndex), m_nextUsed));
    const std::uint16_t before = m_publishedUsed;
    m_publishedUsed = m_nextUsed;
    // The index must be visible before the driver's wish is read, or both sides could miss each other.
    fenceBeforeReadingPeer();
    if (!m_eventIndex) {
        const std::uint16_t flags = TRY(m_memory->loadAcquire(availableField(0)));
        return (flags & kNoInterrupt) == 0;
    }
    const std::uint64_t usedEvent = kRingStart + kAvailableEntry * m_table.size;
    const std::uint16_t event = TRY(m_memory->loadAcquire(availableField(usedEvent)));
    // Whether `event` lies in [before, now): then the entry the driver waits for is among the new ones.
    return static_cast<std::uint16_t>(m_nextUsed - event - 1) < static_cast<std::uint16_t>(m_nextUsed - before);
}

/// The driver is to notify when its index moves past `availableIndex` (2.7.10).
Result<> Queue::askForNotification(std::uint16_t availableIndex)
{
    if (!m_eventIndex)
        return {};
    const std::uint64_t availableEvent = kRingStart + kUsedEntry * m_table.size;
    TRY(m_memory->storeRelease(usedField(availableEvent), availableIndex));
    // The wish must be visible before the index is read again, or a chain in between would go unnoticed.
    fenceBeforeReadingPeer();
    return {};
}

Result<bool> Queue::armNotification()
{
    TRY(askForNotification(m_nextAvailable));
    const std::uint16_t waiting = TRY(available());
    return waiting > 0;
}

Result<std::uint16_t> Queue::armNextArrival()
{
    for (std::uint16_t before = TRY(available());;) {
        TRY(askForNotification(m_knownAvailable));
        const std::uint16_t waiting = TRY(available());
        if (waiting == before)
            return waiting;
        // Nothing is taken meanwhile, so it can only grow, and not for long.
        if (waiting < before)
            return fail(ErrorKind::GuestFault, "the available index of a virtio queue went back");
        before = waiting;
    }
}

std::vector<QueuePosition> positionsOf(std::span<const Queue> queues)
{
    std::vector<QueuePosition> positions;
    for (const Queue &queue : queues)
        positions.push_back(queue.position());
    return positions;
}

} // namespace sparkler::virtio
