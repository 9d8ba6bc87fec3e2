#pragma once

#include "ratelimit/rate_limiter.h"
#include "telemetry/metrics.h"
#include "virtio/net/backend.h"
#include "virtio/net/frame_detour.h"
#include "virtio/net/pass.h"
#include "virtio/net/receive_buffers.h"
#include "virtio/state.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler::virtio {

/// Frames for the guest: from the detour, then from the back end, straight into the buffers of the receive queue. Knows
/// no clock and waits for nothing: process() says what has to happen for it to go on.
///
/// Each frame is delivered once and in order. A frame that was taken and cannot be delivered yet (rate limiter, no
/// buffers) is the first one later; what did not fit into buffers waits in a tail of our own.
class Receiver {
public:
    /// All borrowed.
    Receiver(NetBackend &backend, NetMetrics &metrics, const std::string &ifaceId, const LimiterSettings &limiter,
             TimePoint now);

    /// Null: none. Borrowed.
    void setDetour(FrameDetour *detour) { m_detour = detour; }
    /// The driver is there. `features`: the negotiated ones.
    void start(Queue queue, const GuestMemory &memory, std::uint64_t features);
    /// Goes on where the receiver of a snapshot stood: with the frame that waited there, if any. Error: InvalidInput
    /// for a frame that this driver cannot be given.
    Result<> resume(Queue queue, const GuestMemory &memory, std::uint64_t features,
                    const std::optional<PendingFrame> &pending);
    /// Puts the buffers that wait for a frame back into the queue: nothing is in flight. A frame that was taken waits
    /// on. What the driver has to be told of it.
    NetPass giveBuffersBack();
    /// The frame that was taken and waits. After giveBuffersBack().
    std::optional<PendingFrame> pendingFrame() const;
    QueuePosition position() const { return m_running->queue.position(); }
    /// It is gone; a frame that waited for it is dropped.
    void stop();

    /// The back end became readable; it will not say so again before it was found empty.
    void backendReadable() { m_backendReady = true; }
    /// Moves what can be moved, within the limits of one wake-up. Only when started.
    NetPass process(TimePoint now);

    RateLimiter &limiter() { return m_limiter; }
    const RateLimiter &limiter() const { return m_limiter; }
    /// The last pass was ended by the limiter.
    bool throttled() const { return m_throttled; }

private:
    enum class Step {
        Go,   ///< there is a frame
        Skip, ///< there was one of no use
        Stop, ///< nothing more now
    };
    /// The frame on its way: the first `inBuffers` bytes are in the buffers, the others in m_tail at their offset.
    struct Frame {
        std::uint32_t bytes = 0; ///< with header; 0: no frame
        std::uint32_t inBuffers = 0;
        std::uint16_t buffersTried = 0;
        bool paid = false;
    };
    struct Running {
        Queue queue;
        ReceiveBuffers buffers;
        std::uint64_t features;
        bool merge;
        std::uint32_t wanted; ///< bytes of buffers to have ready for a frame
    };

    Result<> moveFrames(TimePoint now, NetPass &pass);
    Result<Step> fetch(TimePoint now);
    bool readDetour(TimePoint now);
    Step readBackend(TimePoint now);
    void readFailed(int error, TimePoint now);
    Result<Step> prepare(std::uint64_t wanted, std::uint64_t needed);
    Result<Step> deliver();
    Result<Step> findSingleBuffer();
    Result<> complete();
    void drop(std::string_view why);
    void noteThrottled();
    void publish(const Result<> &done, NetPass &pass);
    std::optional<TimePoint> retryAt(TimePoint now) const;

    NetBackend &m_backend;
    NetMetrics &m_metrics;
    const std::string &m_ifaceId;
    RateLimiter m_limiter;
    FrameDetour *m_detour = nullptr;

    std::optional<Running> m_running;
    Frame m_frame;
    std::unique_ptr<std::byte[]> m_tail;     ///< kNetMaxFrameBytes; touched only when buffers are short
    bool m_backendReady = true;              ///< it may hold frames
    std::optional<TimePoint> m_backendRetry; ///< it failed: try again then
    bool m_throttled = false;
    unsigned m_work = 0; ///< frames and refused buffers of this pass
};

} // namespace sparkler::virtio
