#include "virtio/net/transmitter.h"

#include "base/clock.h"
#include "telemetry/log.h"
#include "virtio/net/features.h"
#include "virtio/net/pieces.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sparkler::virtio {
namespace {

// What one wake-up may do before other devices get their turn.
constexpr unsigned kChainsPerWake = 256;
constexpr std::uint64_t kBytesPerWake = std::uint64_t{1} << 20;

/// What a detour has to see of a frame before it says whether it wants it.
constexpr std::size_t kDetourPeek = 64;

/// Of the sender's address in an Ethernet frame.
constexpr std::size_t kSourceOffset = 6;

} // namespace

Transmitter::Transmitter(NetBackend &backend, NetMetrics &metrics, const std::string &ifaceId,
                         std::optional<MacAddress> mac, const LimiterSettings &limiter, TimePoint now)
    : m_backend(backend), m_metrics(metrics), m_ifaceId(ifaceId), m_mac(mac), m_limiter(limiter, now)
{
}

void Transmitter::setDetour(FrameDetour *detour)
{
    m_detour = detour;
    m_copy = detour ? std::make_unique_for_overwrite<std::byte[]>(kNetMaxFrameBytes) : nullptr;
}

void Transmitter::start(Queue queue, const GuestMemory &memory)
{
    m_running.emplace(Running{std::move(queue), &memory});
}

void Transmitter::stop()
{
    m_running.reset();
    m_throttled = false;
}

NetPass Transmitter::process(TimePoint now)
{
    NetPass pass;
    m_throttled = false;
    if (m_backendFull)
        return pass;
    auto done = sendChains(now, pass);
    m_backend.flush();
    const auto wanted = m_running->queue.publish();
    pass.interrupt = wanted && *wanted;
    if (!done)
        pass.fault = std::move(done).error();
    else if (!wanted)
        pass.fault = wanted.error();
    if (const auto wait = m_limiter.retryAfter(now); wait && m_throttled)
        pass.retryAt = now + *wait;
    return pass;
}

Result<> Transmitter::sendChains(TimePoint now, NetPass &pass)
{
    Queue &queue = m_running->queue;
    bool usedAny = false;
    std::uint64_t bytes = 0;
    for (unsigned chains = 0;; ++chains) {
        if (chains == kChainsPerWake || bytes >= kBytesPerWake) {
            pass.again = true;
            break;
        }
        const auto popped = TRY(queue.pop(m_chain));
        if (popped == Queue::Pop::Empty) {
            if (TRY(queue.armNotification()))
                continue;
            break;
        }
        bytes += m_chain.readableBytes();
        if (popped == Queue::Pop::Malformed) {
            reject(m_metrics.txFails, m_chain.fault());
        } else if (sendChain(now, pass) == Next::Stop) {
            queue.undoPop(m_chain);
            break;
        }
        TRY(queue.complete(m_chain.head(), 0));
        usedAny = true;
    }
    if (!usedAny)
        m_metrics.noTxAvailBuffer.add();
    m_metrics.txRemainingReqsCount.add(TRY(queue.available()));
    return {};
}

Transmitter::Next Transmitter::sendChain(TimePoint now, NetPass &pass)
{
    const std::uint32_t bytes = m_chain.readableBytes();
    m_pieces.clear();
    if (!m_chain.writable().empty())
        reject(m_metrics.txFails, "a buffer of it is writable");
    else if (bytes <= kNetHeaderBytes)
        reject(m_metrics.txMalformedFrames, "there is nothing but a header");
    else if (bytes > kNetMaxFrameBytes)
        reject(m_metrics.txMalformedFrames, "it is too large");
    else if (!ChainReader(*m_running->memory, m_chain).takeSlices(bytes, m_pieces))
        reject(m_metrics.txFails, "it is outside guest memory"); // cannot be: the chain was checked
    else if (!chargeFrame(m_limiter, bytes, now)) {
        m_throttled = true;
        m_metrics.txRateLimiterThrottled.add();
        return Next::Stop;
    } else if (goesToDetour(now)) {
        pass.detoured = true;
    } else {
        return sendToBackend();
    }
    return Next::Continue;
}

bool Transmitter::goesToDetour(TimePoint now)
{
    if (!m_detour)
        return false;
    std::array<std::byte, kDetourPeek> start;
    const std::size_t seen = copyFromPieces(m_pieces, kNetHeaderBytes, start);
    if (!m_detour->wants(std::span(start).first(seen)))
        return false;
    // The beginning is what it agreed to, whatever the guest has written over it since.
    const std::size_t bytes = m_chain.readableBytes() - kNetHeaderBytes;
    const std::span copy(m_copy.get(), bytes);
    std::copy_n(start.begin(), seen, copy.begin());
    copyFromPieces(m_pieces, kNetHeaderBytes + seen, copy.subspan(seen));
    m_detour->take(copy, now);
    giveChargeBack();
    return true;
}

void Transmitter::checkSource()
{
    if (!m_mac)
        return;
    MacAddress source;
    copyFromPieces(m_pieces, kNetHeaderBytes + kSourceOffset, std::as_writable_bytes(std::span(source.bytes)));
    if (source != *m_mac)
        m_metrics.txSpoofedMacCount.add();
}

/// Stop: the back end is full. The frame was neither sent nor charged.
Transmitter::Next Transmitter::sendToBackend()
{
    const std::uint64_t started = monotonicMicros();
    const ssize_t sent = m_backend.write(m_pieces);
    if (sent == -EAGAIN && m_backend.roomFd() >= 0) {
        giveChargeBack();
        m_backendFull = true;
        return Next::Stop;
    }
    checkSource();
    if (sent < 0) {
        const int error = static_cast<int>(-sent);
        m_metrics.tapWriteFails.add();
        m_backend.explain(NetBackend::Direction::ToHost, error);
        return Next::Continue;
    }
    m_metrics.tapWriteAgg.record(monotonicMicros() - started);
    m_metrics.txCount.add();
    m_metrics.txPacketsCount.add();
    m_metrics.txBytesCount.add(m_chain.readableBytes());
    return Next::Continue;
}

void Transmitter::giveChargeBack()
{
    m_limiter.giveBack(RateLimiter::Kind::Ops, 1);
    m_limiter.giveBack(RateLimiter::Kind::Bytes, m_chain.readableBytes());
}

void Transmitter::reject(Counter &counter, std::string_view why)
{
    counter.add();
    logError("Network interface {}: a frame of the guest is dropped: {}", m_ifaceId, why);
}

} // namespace sparkler::virtio
