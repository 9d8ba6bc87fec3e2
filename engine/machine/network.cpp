#include "machine/network.h"

#include "config/rules.h"
#include "machine/limiters.h"

namespace sparkler {

Result<NetInterface> openInterface(const NetworkConfig &config, Origin origin)
{
    auto device = virtio::NetDevice::open({.ifaceId = config.ifaceId,
                                           .hostDevName = config.hostDevName,
                                           .socketPath = config.socketPath,
                                           .mac = config.guestMac,
                                           .mtu = config.mtu,
                                           .rxLimiter = limiterSettings(config.rxRateLimiter),
                                           .txLimiter = limiterSettings(config.txRateLimiter),
                                           .backendFactory = {}});
    if (!device)
        return fail(
            device.error().kind,
            inCategory(Category::Network, origin, "Could not create the network device: " + device.error().text),
            device.error().hostErrno);
    return NetInterface{config, std::move(*device)};
}

void updateInterface(NetInterface &interface, const NetworkUpdate &update)
{
    interface.device->updateRateLimiters(limiterSettings(update.rxRateLimiter), limiterSettings(update.txRateLimiter));
    if (update.rxRateLimiter)
        interface.config.rxRateLimiter = mergeRateLimiter(interface.config.rxRateLimiter, *update.rxRateLimiter);
    if (update.txRateLimiter)
        interface.config.txRateLimiter = mergeRateLimiter(interface.config.txRateLimiter, *update.txRateLimiter);
}

} // namespace sparkler
