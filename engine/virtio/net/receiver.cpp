#include "virtio/net/receiver.h"

#include "telemetry/log.h"
#include "virtio/net/features.h"
#include "virtio/net/pieces.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sparkler::virtio {
namespace {

// What one wake-up may do before other devices get their turn, and before the driver sees the first frame of it.
constexpr unsigned kFramesPerWake = 64;
constexpr std::uint64_t kBytesPerWake = std::uint64_t{1} << 20;

constexpr std::chrono::seconds kReadRetry{1};

/// Whether a frame that waits outside the guest's memory may begin like this: as readBackend() leaves it.
bool mayReceive(std::uint64_t features, std::span<const std::byte> header)
{
    const auto flags = static_cast<std::uint8_t>(header[kNetHeaderFlags]);
    return driverAccepts(features, flags, static_cast<std::uint8_t>(header[kNetHeaderFlags + 1])) &&
           (flags == 0 || (features & kNetFeatureGuestCsum) != 0);
}

} // namespace

// --- life ---

Receiver::Receiver(NetBackend &backend, NetMetrics &metrics, const std::string &ifaceId, const LimiterSettings &limiter,
                   TimePoint now)
    : m_backend(backend), m_metrics(metrics), m_ifaceId(ifaceId), m_limiter(limiter, now),
      m_tail(std::make_unique_for_overwrite<std::byte[]>(kNetMaxFrameBytes))
{
}

void Receiver::start(Queue queue, const GuestMemory &memory, std::uint64_t features)
{
    const std::uint16_t size = queue.size();
    const bool merge = (features & kNetFeatureMergeBuffers) != 0;
    m_running.emplace(Running{
        .queue = std::move(queue),
        .buffers = ReceiveBuffers(memory, size, leastReceiveBuffer(features)),
        .features = features,
        .merge = merge,
        .wanted = merge ? leastReceiveBuffer(features & ~kNetFeatureMergeBuffers) : 1, // any single one is long enough
    });
}

Result<> Receiver::resume(Queue queue, const GuestMemory &memory, std::uint64_t features,
                          const std::optional<PendingFrame> &pending)
{
    if (pending) {
        const std::span<const std::byte> bytes(pending->bytes);
        if (bytes.size() <= kNetHeaderBytes || bytes.size() > kNetMaxFrameBytes ||
            pending->buffersTried >= queue.size() || !mayReceive(features, bytes))
            return fail(ErrorKind::InvalidInput, "a saved network frame is impossible");
        std::ranges::copy(bytes, m_tail.get());
        m_frame = {.bytes = static_cast<std::uint32_t>(bytes.size()),
                   .buffersTried = pending->buffersTried,
                   .paid = pending->paid};
    }
    start(std::move(queue), memory, features);
    return {};
}

NetPass Receiver::giveBuffersBack()
{
    ReceiveBuffers &buffers = m_running->buffers;
    if (m_frame.inBuffers > 0) {
        copyFromPieces(buffers.pieces(), 0, std::span(m_tail.get(), m_frame.inBuffers));
        m_frame.inBuffers = 0;
        if (!mayReceive(m_running->features, std::span<const std::byte>(m_tail.get(), kNetHeaderBytes)))
            drop("the driver has written over its header");
    }
    NetPass pass;
    publish(buffers.putBack(m_running->queue), pass);
    return pass;
}

std::optional<PendingFrame> Receiver::pendingFrame() const
{
    if (m_frame.bytes == 0)
        return std::nullopt;
    return PendingFrame{{m_tail.get(), m_tail.get() + m_frame.bytes}, m_frame.paid, m_frame.buffersTried};
}

void Receiver::stop()
{
    m_running.reset();
    m_frame = {};
    m_throttled = false;
}

// --- one wake-up ---

NetPass Receiver::process(TimePoint now)
{
    NetPass pass;
    m_throttled = false;
    m_work = 0;
    if (m_backendRetry && now >= *m_backendRetry) {
        m_backendRetry.reset();
        m_backendReady = true;
    }
    publish(moveFrames(now, pass), pass);
    pass.retryAt = retryAt(now);
    return pass;
}

/// Shows what was completed, after work that is `done` or failed.
void Receiver::publish(const Result<> &done, NetPass &pass)
{
    const auto wanted = m_running->queue.publish();
    pass.interrupt = wanted && *wanted;
    if (!done)
        pass.fault = done.error();
    else if (!wanted)
        pass.fault = wanted.error();
}

Result<> Receiver::moveFrames(TimePoint now, NetPass &pass)
{
    for (std::uint64_t bytes = 0; m_work < kFramesPerWake && bytes < kBytesPerWake; ++m_work) {
        if (m_frame.bytes == 0) {
            const Step fetched = TRY(fetch(now));
            if (fetched == Step::Stop)
                return {};
            if (fetched == Step::Skip)
                continue;
        }
        if (!m_frame.paid && !chargeFrame(m_limiter, m_frame.bytes, now)) {
            noteThrottled();
            return {};
        }
        m_frame.paid = true;
        bytes += m_frame.bytes;
        if (TRY(deliver()) == Step::Stop)
            return {};
    }
    pass.again = true;
    return {};
}

void Receiver::noteThrottled()
{
    m_throttled = true;
    m_metrics.rxRateLimiterThrottled.add();
}

std::optional<TimePoint> Receiver::retryAt(TimePoint now) const
{
    std::optional<TimePoint> at = m_backendRetry;
    const auto sooner = [&at](TimePoint other) { at = at ? std::min(*at, other) : other; };
    if (const auto wait = m_limiter.retryAfter(now); wait && m_throttled)
        sooner(now + *wait);
    if (m_detour && !m_detour->hasFrame(now)) { // else it waits for something that wakes us anyway
        if (const auto deadline = m_detour->nextDeadline())
            sooner(*deadline);
    }
    return at;
}

// --- taking a frame ---

Result<Receiver::Step> Receiver::fetch(TimePoint now)
{
    const bool detoured = m_detour && m_detour->hasFrame(now);
    if (!detoured && !m_backendReady)
        return Step::Stop;
    if (m_limiter.isBlocked(now)) { // it stays where it is
        noteThrottled();
        return Step::Stop;
    }
    // With less room than the largest frame needs it goes on all the same: most frames are small.
    const Step prepared = TRY(prepare(m_running->wanted, 1));
    if (prepared != Step::Go)
        return prepared;
    if (detoured && readDetour(now))
        return Step::Go;
    return m_backendReady ? readBackend(now) : Step::Stop;
}

bool Receiver::readDetour(TimePoint now)
{
    const std::span tail(m_tail.get(), kNetMaxFrameBytes);
    const std::size_t bytes = m_detour->nextFrame(tail.subspan(kNetHeaderBytes), now);
    if (bytes == 0 || bytes > tail.size() - kNetHeaderBytes)
        return false;
    std::ranges::fill(tail.first(kNetHeaderBytes), std::byte{0});
    m_frame = {.bytes = static_cast<std::uint32_t>(kNetHeaderBytes + bytes)};
    return true;
}

Receiver::Step Receiver::readBackend(TimePoint now)
{
    ReceiveBuffers &buffers = m_running->buffers;
    const std::uint64_t room = std::min<std::uint64_t>(buffers.bytes(), kNetMaxFrameBytes);
    const ssize_t got = buffers.read(m_backend, std::span(m_tail.get(), kNetMaxFrameBytes).subspan(room));
    if (got == -EAGAIN) {
        m_backendReady = false;
        return Step::Stop;
    }
    if (got < 0) {
        readFailed(static_cast<int>(-got), now);
        return Step::Stop;
    }
    std::array<std::byte, 2> flagsAndType{};
    copyFromPieces(buffers.pieces(), kNetHeaderFlags, flagsAndType);
    const std::uint64_t features = m_running->features;
    if (got <= static_cast<ssize_t>(kNetHeaderBytes) ||
        !driverAccepts(features, static_cast<std::uint8_t>(flagsAndType[0]),
                       static_cast<std::uint8_t>(flagsAndType[1]))) {
        // Also what arrived while a driver that had agreed on more was there.
        drop("it is malformed, or the driver cannot take its offloads");
        return Step::Skip;
    }
    if (!(features & kNetFeatureGuestCsum)) // virtio 1.2, 5.1.6.4.1: then there are no flags
        copyToPieces(buffers.pieces(), kNetHeaderFlags, std::array{std::byte{0}});
    const auto bytes = static_cast<std::uint32_t>(got);
    m_frame = {.bytes = bytes,
               .inBuffers = static_cast<std::uint32_t>(std::min<std::uint64_t>(bytes, buffers.bytes()))};
    return Step::Go;
}

void Receiver::readFailed(int error, TimePoint now)
{
    m_metrics.tapReadFails.add();
    m_backendReady = false;
    if (m_backend.explain(NetBackend::Direction::FromHost, error))
        m_backendRetry = now + kReadRetry;
}

// --- giving it to the driver ---

/// Prepares buffers until they hold `wanted` bytes, or as many as there are when that is at least `needed`. Stop: the
/// driver will notify us. Skip: enough for this wake-up, or the frame had to be dropped.
Result<Receiver::Step> Receiver::prepare(std::uint64_t wanted, std::uint64_t needed)
{
    ReceiveBuffers &buffers = m_running->buffers;
    while (buffers.bytes() < wanted) {
        switch (TRY(buffers.add(m_running->queue))) {
        case ReceiveBuffers::Added::Chain:
            break;
        case ReceiveBuffers::Added::Refused:
            m_metrics.rxFails.add();
            logError("Network interface {}: a receive buffer is given back: {}", m_ifaceId, buffers.refusal());
            if (++m_work >= kFramesPerWake)
                return Step::Skip;
            break;
        case ReceiveBuffers::Added::Full:
            if (buffers.bytes() >= needed)
                return Step::Go;
            drop("it is larger than all receive buffers together");
            return Step::Skip;
        case ReceiveBuffers::Added::Empty:
            if (buffers.bytes() >= needed)
                return Step::Go;
            if (TRY(m_running->queue.armNotification()))
                break;
            m_metrics.noRxAvailBuffer.add();
            return Step::Stop;
        }
    }
    return Step::Go;
}

Result<Receiver::Step> Receiver::deliver()
{
    const auto room = TRY(m_running->merge ? prepare(m_frame.bytes, m_frame.bytes) : findSingleBuffer());
    if (room == Step::Go)
        TRY(complete());
    return room;
}

/// Without merging: tries one buffer after the other for the frame, each once.
Result<Receiver::Step> Receiver::findSingleBuffer()
{
    ReceiveBuffers &buffers = m_running->buffers;
    while (buffers.bytes() < m_frame.bytes) {
        if (buffers.chains() > 0) {
            copyFromPieces(buffers.pieces(), 0, std::span(m_tail.get(), m_frame.inBuffers));
            m_frame.inBuffers = 0;
            m_metrics.rxFails.add();
            TRY(buffers.refuseFirst(m_running->queue));
            if (++m_frame.buffersTried >= m_running->queue.size()) {
                drop("it is larger than any receive buffer");
                return Step::Skip;
            }
            if (++m_work >= kFramesPerWake)
                return Step::Skip;
        }
        const Step prepared = TRY(prepare(1, 1));
        if (prepared != Step::Go)
            return prepared;
    }
    return Step::Go;
}

Result<> Receiver::complete()
{
    ReceiveBuffers &buffers = m_running->buffers;
    const std::uint32_t bytes = m_frame.bytes;
    if (m_frame.inBuffers < bytes)
        copyToPieces(buffers.pieces(), m_frame.inBuffers, std::span(m_tail.get(), bytes).subspan(m_frame.inBuffers));
    const std::uint16_t used = buffers.chainsFor(bytes);
    copyToPieces(buffers.pieces(), kNetHeaderNumBuffers, std::as_bytes(std::span(&used, 1)));
    m_frame = {};
    TRY(buffers.complete(m_running->queue, bytes));
    m_metrics.rxCount.add();
    m_metrics.rxPacketsCount.add();
    m_metrics.rxBytesCount.add(bytes);
    return {};
}

void Receiver::drop(std::string_view why)
{
    m_frame = {};
    m_metrics.rxFails.add();
    logError("Network interface {}: a frame for the guest is dropped: {}", m_ifaceId, why);
}

} // namespace sparkler::virtio
