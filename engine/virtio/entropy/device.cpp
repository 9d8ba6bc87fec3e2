#include "virtio/entropy/device.h"

#include "events/timer.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"
#include "virtio/queue_pass.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

namespace sparkler::virtio {
namespace {

constexpr std::array<std::uint16_t, 1> kQueueSizes{256};

// What one wake-up may do before other devices get their turn.
constexpr unsigned kRequestsPerWake = 256;
constexpr std::uint64_t kBytesPerWake = 256 * 1024;

/// Bytes fetched from the host at once. Through a buffer of ours: as fast as straight into one guest buffer, and a
/// request in many small pieces still costs one system call.
constexpr std::size_t kChunkBytes = 4096;

class Entropy final : public EntropyDevice {
public:
    Entropy(const LimiterSettings &limiter, const EntropyHost &host, Fd againEvent, TimerFd timer)
        : m_source(*host.source), m_clock(*host.clock), m_limiter(limiter, m_clock.now()),
          m_againEvent(std::move(againEvent)), m_timer(std::move(timer))
    {
    }

    DeviceType type() const override { return DeviceType::Entropy; }
    std::uint64_t features() const override { return kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect; }
    std::span<const std::uint16_t> queueMaxSizes() const override { return kQueueSizes; }
    void readConfig(std::uint64_t, std::span<std::byte> out) const override { std::ranges::fill(out, std::byte{0}); }
    void writeConfig(std::uint64_t offset, std::span<const std::byte> in) override;
    Result<> activate(Activation activation) override;
    bool isActive() const override { return m_activation.has_value(); }
    bool reset() override;
    void queueNotified(std::uint16_t index) override;
    std::vector<HostEvent> hostEvents() override;
    Result<> quiesce() override { return {}; } // each wake-up finishes what it has begun
    std::vector<QueuePosition> queuePositions() const override;
    DeviceState save() const override { return EntropyState{m_limiter.save(m_clock.now())}; }
    Result<> restore(const DeviceState &state) override;

private:
    Queue &queue() { return m_activation->queues.front(); }
    void processQueue();
    Result<Next> handleChain(Queue::Pop popped);
    bool admit(std::uint32_t bytes);
    void armTimer();
    /// The bytes that the guest got.
    std::uint32_t answer();
    void refuse(std::string_view why);
    void publish();
    void ringFault(const Error &error);
    void onAgain();
    void onTimer();

    EntropyMetrics &m_metrics = metrics().entropy;
    RandomSource &m_source;
    const Clock &m_clock;
    RateLimiter m_limiter;
    Fd m_againEvent; ///< signalled by ourselves: more work than one wake-up may do
    TimerFd m_timer; ///< a chain waits for the rate limiter

    std::optional<Activation> m_activation;
    DescriptorChain m_chain; ///< the one being looked at
    std::uint64_t m_bytesThisWake = 0;
    bool m_broken = false; ///< the guest's ring is impossible; until reset
};

void Entropy::writeConfig(std::uint64_t offset, std::span<const std::byte> in)
{
    logWarn("Entropy device: guest attempted to write {} bytes at {} of the configuration space", in.size(), offset);
}

Result<> Entropy::activate(Activation activation)
{
    if (activation.queues.size() != kQueueSizes.size() || !activation.memory || !activation.interrupt) {
        m_metrics.activateFails.add();
        return fail(ErrorKind::GuestFault, "an entropy device has one queue");
    }
    m_activation = std::move(activation);
    armTimer(); // a block that the driver before caused is still in force
    return {};
}

bool Entropy::reset()
{
    m_activation.reset();
    m_timer.disarm();
    drainEventFd(m_againEvent.get());
    m_broken = false;
    return true;
}

std::vector<HostEvent> Entropy::hostEvents()
{
    return {{m_againEvent.get(), [this] { onAgain(); }}, {m_timer.get(), [this] { onTimer(); }}};
}

// --- snapshots ---

std::vector<QueuePosition> Entropy::queuePositions() const
{
    return m_activation ? positionsOf(m_activation->queues) : std::vector<QueuePosition>();
}

Result<> Entropy::restore(const DeviceState &state)
{
    const auto own = TRY(stateFor<EntropyState>(*this, state));
    m_limiter = TRY(RateLimiter::restore(own.limiter, m_clock.now()));
    return {};
}

// --- wake-ups ---

void Entropy::queueNotified(std::uint16_t index)
{
    if (!m_activation || index != 0)
        return;
    if (!m_limiter.isUnlimited() && m_limiter.isBlocked(m_clock.now()))
        m_metrics.entropyRateLimiterThrottled.add(); // the timer is armed
    else
        processQueue();
}

void Entropy::onAgain()
{
    drainEventFd(m_againEvent.get());
    if (m_activation)
        processQueue();
}

void Entropy::onTimer()
{
    // Armed anew or disarmed since the loop saw it fire: it is to fire later or never.
    if (m_timer.drain() == 0)
        return;
    m_metrics.rateLimiterEventCount.add();
    if (m_activation)
        processQueue();
}

// --- from the available ring to the used ring ---

void Entropy::processQueue()
{
    if (m_broken)
        return;
    m_bytesThisWake = 0;
    const auto end =
        passOver(queue(), m_chain, kRequestsPerWake, [this](Queue::Pop popped) { return handleChain(popped); });
    if (!end)
        ringFault(end.error());
    else if (*end == PassEnd::LimitReached)
        signalEventFd(m_againEvent.get());
    publish();
}

Result<Next> Entropy::handleChain(Queue::Pop popped)
{
    if (m_bytesThisWake >= kBytesPerWake) {
        queue().undoPop(m_chain);
        signalEventFd(m_againEvent.get());
        return Next::Stop;
    }
    std::uint32_t written = 0;
    if (popped == Queue::Pop::Malformed) {
        refuse(m_chain.fault());
    } else if (!m_chain.readable().empty()) {
        refuse("readable descriptor");
    } else if (!admit(m_chain.writableBytes())) { // what is asked for is charged, also where the cap gives less
        m_metrics.entropyRateLimiterThrottled.add();
        queue().undoPop(m_chain);
        return Next::Stop;
    } else {
        written = answer();
    }
    m_metrics.entropyEventCount.add();
    m_metrics.entropyBytes.add(written);
    m_bytesThisWake += written;
    TRY(queue().complete(m_chain.head(), written));
    return Next::Continue;
}

bool Entropy::admit(std::uint32_t bytes)
{
    if (m_limiter.isUnlimited())
        return true;
    const RateLimiter::Verdict verdict = m_limiter.takeOperation(bytes, m_clock.now());
    if (verdict == RateLimiter::Verdict::Overconsumed)
        logError("Consumed {} tokens from bucket of size {}", bytes,
                 m_limiter.bucket(RateLimiter::Kind::Bytes)->size());
    armTimer();
    return verdict != RateLimiter::Verdict::Blocked;
}

void Entropy::armTimer()
{
    if (m_limiter.isUnlimited())
        return;
    if (const auto wait = m_limiter.retryAfter(m_clock.now()))
        m_timer.armOnce(*wait);
}

void Entropy::refuse(std::string_view why)
{
    m_metrics.entropyEventFails.add();
    logError("Failed to parse entropy request: {}", why);
}

std::uint32_t Entropy::answer()
{
    const std::uint32_t bytes = std::min(m_chain.writableBytes(), kMaxEntropyRequestBytes);
    ChainWriter out(*m_activation->memory, m_chain);
    std::array<std::byte, kChunkBytes> chunk; // nothing leaves it that was not filled before
    Result<> filled;
    for (std::uint32_t left = bytes; left > 0 && filled;) {
        const auto part = std::span(chunk).first(std::min<std::size_t>(left, chunk.size()));
        filled = m_source.fill(part);
        if (filled)
            filled = out.writeBytes(part);
        left -= static_cast<std::uint32_t>(part.size());
    }
    ::explicit_bzero(chunk.data(), std::min<std::size_t>(bytes, chunk.size())); // they are the guest's secrets now
    if (filled)
        return bytes;
    m_metrics.entropyEventFails.add();
    m_metrics.hostRngFails.add();
    logError("Failed to get random bytes: {}", filled.error().text);
    return 0;
}

void Entropy::publish()
{
    const auto wanted = queue().publish();
    if (!wanted)
        ringFault(wanted.error());
    else if (*wanted)
        m_activation->interrupt->signalUsedQueue();
}

void Entropy::ringFault(const Error &error)
{
    if (std::exchange(m_broken, true))
        return;
    m_metrics.entropyEventFails.add();
    logError("Entropy device: {}", error.text);
    m_activation->interrupt->signalNeedsReset();
}

} // namespace

Result<std::unique_ptr<EntropyDevice>> EntropyDevice::create(const LimiterSettings &limiter, const EntropyHost &host)
{
    Fd againEvent = TRY(Fd::eventFd());
    TimerFd timer = TRY(TimerFd::create());
    return std::make_unique<Entropy>(limiter, host, std::move(againEvent), std::move(timer));
}

} // namespace sparkler::virtio
