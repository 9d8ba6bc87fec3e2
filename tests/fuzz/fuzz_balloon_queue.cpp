// A balloon whose driver is the fuzzer, with the host's calls in between.
#include "fuzz_device.h"
#include "virtio/balloon/device.h"

#include <cstdlib>

namespace {

/// What must hold whatever was played.
void check(const sparkler::virtio::BalloonDevice &balloon)
{
    std::uint32_t target = 0;
    balloon.readConfig(0, std::as_writable_bytes(std::span(&target, 1)));
    if (target != balloon.settings().amountMib * 256)
        std::abort(); // only the host moves the target
    if (const auto hinting = balloon.hinting(); hinting.has_value() != balloon.settings().freePageHinting)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    static const test::FakeGuest guest(1);
    FuzzInput input(data, size);
    const auto flags = input.take<std::uint8_t>();
    const auto device = virtio::BalloonDevice::create({.amountMib = input.take<std::uint8_t>(),
                                                       .deflateOnOom = (flags & 1) != 0,
                                                       .statsPollingIntervalSeconds = input.take<std::uint8_t>(),
                                                       .freePageHinting = (flags & 2) != 0,
                                                       .freePageReporting = (flags & 4) != 0});
    if (!device)
        return 0;
    virtio::BalloonDevice &balloon = **device;
    test::ManualClock clock;
    test::FuzzedDevice driver(input, guest);
    driver.play(balloon, clock, [&](std::uint8_t action) {
        switch (action / 16 % 6) {
        case 0:
            (void)balloon.setAmount(input.take<std::uint32_t>());
            break;
        case 1:
            (void)balloon.setStatsPollingInterval(input.take<std::uint16_t>());
            break;
        case 2:
            (void)balloon.startHinting(action >= 128);
            break;
        case 3:
            (void)balloon.stopHinting();
            break;
        case 4:
            (void)balloon.statistics();
            break;
        default:
            balloon.queueNotified(static_cast<std::uint16_t>(action / 32 + 3));
            break;
        }
    });
    check(balloon);
    return 0;
}
