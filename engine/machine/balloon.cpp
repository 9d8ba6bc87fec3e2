#include "machine/balloon.h"

#include "base/format.h"
#include "config/rules.h"

namespace sparkler {
namespace {

constexpr std::string_view kUpdate = "Balloon update error: ";
constexpr std::string_view kQuery = "Internal VMM error: ";

/// Runs `work` with the device; its errors, and that of a missing device, get the category in front.
template <typename Device, typename Work>
auto withBalloon(Device *balloon, std::string_view category, Work work) -> decltype(work(*balloon))
{
    if (!balloon)
        return fail(ErrorKind::NotFound, fmt::format("{}Failed perform action on device: Device not found", category));
    auto done = work(*balloon);
    if (!done)
        return fail(done.error().kind, fmt::format("{}Balloon: {}", category, done.error().text),
                    done.error().hostErrno);
    return done;
}

} // namespace

Result<std::shared_ptr<virtio::BalloonDevice>> createBalloon(const BalloonConfig &config, Origin origin)
{
    auto device = virtio::BalloonDevice::create({.amountMib = config.amountMib,
                                                 .deflateOnOom = config.deflateOnOom,
                                                 .statsPollingIntervalSeconds = config.statsPollingIntervalS,
                                                 .freePageHinting = config.freePageHinting,
                                                 .freePageReporting = config.freePageReporting});
    if (!device)
        return fail(device.error().kind,
                    inCategory(Category::Balloon, origin, "Error creating the balloon device: " + device.error().text),
                    device.error().hostErrno);
    return std::shared_ptr<virtio::BalloonDevice>(std::move(*device));
}

BalloonConfig balloonConfig(const virtio::BalloonDevice &device)
{
    const virtio::BalloonSettings now = device.settings();
    return {.amountMib = now.amountMib,
            .deflateOnOom = now.deflateOnOom,
            .statsPollingIntervalS = now.statsPollingIntervalSeconds,
            .freePageHinting = now.freePageHinting,
            .freePageReporting = now.freePageReporting};
}

Result<> setBalloonAmount(virtio::BalloonDevice *balloon, std::uint32_t amountMib, std::uint64_t memoryMib)
{
    return withBalloon(balloon, kUpdate, [&](virtio::BalloonDevice &device) -> Result<> {
        if (device.isActive() && amountMib > memoryMib)
            return fail(ErrorKind::InvalidInput, fmt::format("Requested memory should be less than {}MiB", amountMib));
        return device.setAmount(amountMib);
    });
}

Result<> setBalloonPollingInterval(virtio::BalloonDevice *balloon, std::uint16_t seconds)
{
    return withBalloon(balloon, kUpdate,
                       [&](virtio::BalloonDevice &device) { return device.setStatsPollingInterval(seconds); });
}

Result<virtio::BalloonStatistics> balloonStatistics(const virtio::BalloonDevice *balloon)
{
    return withBalloon(balloon, kQuery, [](const virtio::BalloonDevice &device) { return device.statistics(); });
}

Result<> startBalloonHinting(virtio::BalloonDevice *balloon, bool acknowledgeOnStop)
{
    return withBalloon(balloon, kUpdate,
                       [&](virtio::BalloonDevice &device) { return device.startHinting(acknowledgeOnStop); });
}

Result<> stopBalloonHinting(virtio::BalloonDevice *balloon)
{
    return withBalloon(balloon, kUpdate, [](virtio::BalloonDevice &device) { return device.stopHinting(); });
}

Result<virtio::BalloonHinting> balloonHinting(const virtio::BalloonDevice *balloon)
{
    return withBalloon(balloon, kUpdate, [](const virtio::BalloonDevice &device) { return device.hinting(); });
}

} // namespace sparkler
