#pragma once

#include "base/mac_address.h"
#include "ratelimit/rate_limiter.h"
#include "virtio/device.h"
#include "virtio/net/backend.h"
#include "virtio/net/frame_detour.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sparkler::virtio {

/// Opens the back end that the host calls `name`; as openTap() and openStream().
using BackendFactory = std::function<Result<std::unique_ptr<NetBackend>>(const std::string &name)>;

/// What an interface is made from.
struct NetSettings {
    std::string ifaceId;
    std::string hostDevName;                 ///< tap, shorter than 16 bytes; of no meaning with a socketPath
    std::optional<std::string> socketPath{}; ///< of a process that speaks the stream protocol, in place of the tap
    std::optional<MacAddress> mac;           ///< none: the guest picks one
    std::optional<std::uint16_t> mtu;        ///< told to the guest only; 68..65535
    LimiterSettings rxLimiter;
    LimiterSettings txLimiter;
    BackendFactory backendFactory; ///< empty: openTap() or openStream(). For tests
};

/// A virtio network device (virtio 1.3, 5.1) over a tap or a stream, with one pair of queues. As all devices, covered
/// by its transport's lock; the calls that are not part of VirtioDevice need that lock, too.
class NetDevice : public VirtioDevice {
public:
    /// Opens the tap or connects to the socket. Error: Host or InvalidInput with the text that
    /// follows "Could not create the network device: ".
    static Result<std::unique_ptr<NetDevice>> open(const NetSettings &settings);

    /// Null takes it away. Before the activation only.
    virtual void setDetour(std::shared_ptr<FrameDetour> detour) = 0;
    /// PATCH semantics: see RateLimiter::update(). Needs the transport's lock, as every call.
    virtual void updateRateLimiters(const LimiterSettings &rx, const LimiterSettings &tx) = 0;
};

} // namespace sparkler::virtio
