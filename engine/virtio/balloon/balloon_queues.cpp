// What the guest puts into the balloon's queues. Pages are released before their buffer goes back: until then the guest
// has given them up, afterwards it may use them again.

#include "virtio/balloon/balloon.h"
#include "virtio/balloon/statistics.h"

#include "telemetry/log.h"

#include <algorithm>
#include <array>

namespace sparkler::virtio {
namespace {

/// Page frame numbers that one inflate request may hold; what Linux puts there at most.
constexpr std::uint32_t kMaxInflatePages = 256;
static_assert(kMaxInflatePages <= PageList::kCapacity);

// What one wake-up may do before other devices get their turn. A page costs a system call when it has no neighbours.
constexpr unsigned kInflateChainsPerWake = 32;
constexpr unsigned kChainsPerWake = 256;
constexpr std::uint64_t kReleasedBytesPerWake = std::uint64_t{128} << 20;

} // namespace

// --- wake-ups ---

void Balloon::queueNotified(std::uint16_t index)
{
    if (m_activation && index < m_roles.size())
        serve(index);
}

void Balloon::onAgain()
{
    drainEventFd(m_againEvent.get());
    for (std::size_t index = 0; index < m_roles.size(); ++index) {
        if (m_again[index])
            serve(index);
    }
}

void Balloon::onStatisticsTimer()
{
    // Armed anew or disarmed since the loop saw it fire: it is to fire later or never.
    if (m_statisticsTimer.drain() != 0 && m_activation)
        requestStatistics();
}

void Balloon::serve(std::size_t index)
{
    if (m_broken)
        return;
    const Role role = m_roles[index];
    if (role == Role::Inflate)
        m_metrics.inflateCount.add();
    else if (role == Role::Deflate)
        m_metrics.deflateCount.add();
    m_releasedThisWake = 0;
    Queue &queue = m_activation->queues[index];
    const unsigned limit = role == Role::Inflate ? kInflateChainsPerWake : kChainsPerWake;
    const auto end = passOver(queue, m_chain, limit, [&](Queue::Pop popped) { return handle(role, queue, popped); });
    if (!end)
        return ringFault(end.error());
    m_again[index] = *end != PassEnd::Drained;
    if (m_again[index])
        signalEventFd(m_againEvent.get());
    releaseInflated();
    publish(queue);
}

Result<Next> Balloon::handle(Role role, Queue &queue, Queue::Pop popped)
{
    if (role == Role::Statistics) {
        TRY(keepStatistics(queue, popped));
        return Next::Continue;
    }
    if (popped == Queue::Pop::Malformed)
        refuse(m_chain.fault());
    else if (role == Role::Inflate)
        inflate();
    else if (role == Role::Hinting)
        takeHints();
    else if (role == Role::Reporting)
        takeReport();
    // Deflating needs no work: the guest's next access brings the page back.
    TRY(queue.complete(m_chain.head(), 0));
    return m_releasedThisWake < kReleasedBytesPerWake ? Next::Continue : Next::Stop;
}

// --- inflating ---

void Balloon::inflate()
{
    const std::uint32_t bytes = m_chain.readableBytes();
    const std::uint32_t count = bytes / sizeof(std::uint32_t);
    if (!m_chain.writable().empty() || bytes % sizeof(std::uint32_t) != 0)
        return refuse("inflate descriptor is no array of page numbers");
    if (count > kMaxInflatePages) {
        m_metrics.eventFails.add();
        logError("Inflate descriptor has bogus page count {} > {}, skipping.", count, kMaxInflatePages);
        return;
    }
    std::array<std::uint32_t, kMaxInflatePages> storage; // filled below as far as it is used
    const auto pages = std::span(storage).first(count);
    ChainReader reader(*m_activation->memory, m_chain);
    if (const auto read = reader.readBytes(std::as_writable_bytes(pages)); !read)
        return refuse(read.error().text);
    if (m_inflated.room() < count)
        releaseInflated();
    m_inflated.append(pages);
}

void Balloon::releaseInflated()
{
    m_inflated.takeRanges([this](const PageRange &range) {
        const GuestAddress at(range.first * kBalloonPageBytes);
        if (const auto done = m_activation->memory->discard(at, range.count * kBalloonPageBytes); !done) {
            m_metrics.eventFails.add();
            logError("Error removing memory range: {}", done.error().text);
        }
    });
}

// --- statistics ---

Result<> Balloon::keepStatistics(Queue &queue, Queue::Pop popped)
{
    m_metrics.statsUpdatesCount.add();
    // A driver has one buffer there. One that brings more gets the older ones back.
    if (m_statisticsHead)
        TRY(queue.complete(*m_statisticsHead, 0));
    m_statisticsHead = m_chain.head();
    const Result<> read = popped == Queue::Pop::Malformed
                              ? fail(ErrorKind::GuestFault, std::string(m_chain.fault()))
                              : readStatistics(*m_activation->memory, m_chain, m_statistics);
    if (!read) {
        m_metrics.statsUpdateFails.add();
        logError("Failed to read balloon statistics: {}", read.error().text);
    }
    return {};
}

/// Gives the buffer back: the driver fills it anew.
void Balloon::requestStatistics()
{
    if (m_broken || !m_statisticsHead)
        return; // the driver has not answered the last request yet
    const auto index = static_cast<std::size_t>(std::ranges::find(m_roles, Role::Statistics) - m_roles.begin());
    Queue &queue = m_activation->queues[index];
    const auto done = queue.complete(*m_statisticsHead, 0);
    m_statisticsHead.reset();
    if (!done)
        return ringFault(done.error());
    publish(queue);
}

// --- free page hinting and reporting ---

void Balloon::takeHints()
{
    for (const DescriptorChain::Buffer &buffer : m_chain.readable()) {
        if (buffer.bytes != sizeof(std::uint32_t)) {
            hint(buffer);
            continue;
        }
        const auto command = m_activation->memory->read<std::uint32_t>(buffer.at);
        if (!command)
            refuse(command.error().text);
        else if (m_hinting.guestTold(*command))
            m_activation->interrupt->signalConfigChange();
    }
    for (const DescriptorChain::Buffer &buffer : m_chain.writable())
        hint(buffer);
}

void Balloon::hint(const DescriptorChain::Buffer &range)
{
    // What belongs to another run may be in use again.
    if (m_hinting.mayRelease())
        release(range, {m_metrics.freePageHintCount, m_metrics.freePageHintFreed, m_metrics.freePageHintFails});
}

void Balloon::takeReport()
{
    const ReleaseCounters counters{m_metrics.freePageReportCount, m_metrics.freePageReportFreed,
                                   m_metrics.freePageReportFails};
    for (const DescriptorChain::Buffer &range : m_chain.readable())
        release(range, counters);
    for (const DescriptorChain::Buffer &range : m_chain.writable())
        release(range, counters);
}

void Balloon::release(const DescriptorChain::Buffer &range, const ReleaseCounters &counters)
{
    counters.ranges.add();
    m_releasedThisWake += range.bytes;
    if (const auto done = m_activation->memory->discard(range.at, range.bytes); done) {
        counters.bytes.add(range.bytes);
    } else {
        counters.fails.add();
        logError("Error removing memory range: {}", done.error().text);
    }
}

// --- back to the guest ---

void Balloon::refuse(std::string_view why)
{
    m_metrics.eventFails.add();
    logError("Balloon: request ignored: {}", why);
}

void Balloon::publish(Queue &queue)
{
    const auto wanted = queue.publish();
    if (!wanted)
        ringFault(wanted.error());
    else if (*wanted)
        m_activation->interrupt->signalUsedQueue();
}

void Balloon::ringFault(const Error &error)
{
    m_broken = true;
    m_inflated.clear();
    m_metrics.eventFails.add();
    logError("Balloon: {}", error.text);
    m_activation->interrupt->signalNeedsReset();
}

} // namespace sparkler::virtio
