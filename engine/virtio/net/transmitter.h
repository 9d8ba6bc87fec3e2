#pragma once

#include "base/mac_address.h"
#include "ratelimit/rate_limiter.h"
#include "telemetry/metrics.h"
#include "virtio/net/backend.h"
#include "virtio/net/frame_detour.h"
#include "virtio/net/pass.h"
#include "virtio/queue.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::virtio {

/// Frames from the guest: to the detour, if that wants them, else to the back end, straight from the buffers of the
/// transmit queue. Knows no clock and waits for nothing: process() says what has to happen for it to go on.
class Transmitter {
public:
    /// All borrowed. `mac`: what the guest was told to be, if it was.
    Transmitter(NetBackend &backend, NetMetrics &metrics, const std::string &ifaceId, std::optional<MacAddress> mac,
                const LimiterSettings &limiter, TimePoint now);

    /// Null: none. Borrowed.
    void setDetour(FrameDetour *detour);
    /// The driver is there.
    void start(Queue queue, const GuestMemory &memory);
    void stop();

    /// The back end, which was found full, takes frames again.
    void backendHasRoom() { m_backendFull = false; }
    /// Sends what can be sent, within the limits of one wake-up. Only when started.
    NetPass process(TimePoint now);

    RateLimiter &limiter() { return m_limiter; }
    const RateLimiter &limiter() const { return m_limiter; }
    /// Between two passes nothing is in flight. Only when started.
    QueuePosition position() const { return m_running->queue.position(); }
    /// The last pass was ended by the limiter.
    bool throttled() const { return m_throttled; }

private:
    struct Running {
        Queue queue;
        const GuestMemory *memory;
    };
    enum class Next { Continue, Stop };

    Result<> sendChains(TimePoint now, NetPass &pass);
    Next sendChain(TimePoint now, NetPass &pass);
    bool goesToDetour(TimePoint now);
    void checkSource();
    void giveChargeBack();
    Next sendToBackend();
    void reject(Counter &counter, std::string_view why);

    NetBackend &m_backend;
    NetMetrics &m_metrics;
    const std::string &m_ifaceId;
    std::optional<MacAddress> m_mac;
    RateLimiter m_limiter;
    FrameDetour *m_detour = nullptr;
    std::unique_ptr<std::byte[]> m_copy; ///< kNetMaxFrameBytes, for frames that the detour takes

    std::optional<Running> m_running;
    DescriptorChain m_chain;     ///< the one being looked at
    std::vector<iovec> m_pieces; ///< its bytes, header first
    bool m_throttled = false;
    bool m_backendFull = false; ///< until backendHasRoom()
};

} // namespace sparkler::virtio
