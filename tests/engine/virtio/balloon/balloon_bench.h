#pragma once

#include "events/event_loop.h"
#include "support/counter_increase.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/resident_pages.h"
#include "virtio/balloon/device.h"

#include <QtGlobal>

#include <cstring>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

namespace sparkler::test {

using namespace sparkler::virtio;

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kGuestMib = 64;
/// What the driver gives to the balloon: behind the rings and buffers of all queues.
constexpr std::uint64_t kSpare = 16 * kMib;

constexpr BalloonSettings kEverything{.amountMib = 0,
                                      .deflateOnOom = true,
                                      .statsPollingIntervalSeconds = 1,
                                      .freePageHinting = true,
                                      .freePageReporting = true};

// Queue indices with kEverything.
constexpr std::uint16_t kInflate = 0, kDeflate = 1, kStatistics = 2, kHinting = 3, kReporting = 4;

/// Page frame numbers as the driver writes them.
inline std::vector<std::byte> frames(const std::vector<std::uint32_t> &numbers)
{
    const auto bytes = std::as_bytes(std::span(numbers));
    return {bytes.begin(), bytes.end()};
}

inline std::vector<std::uint32_t> run(std::uint64_t at, std::size_t count)
{
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), static_cast<std::uint32_t>(at / kPage));
    return numbers;
}

inline std::vector<std::byte> number(std::uint32_t value)
{
    return frames({value});
}

inline std::vector<std::byte> record(std::uint16_t tag, std::uint64_t value)
{
    std::vector<std::byte> out(10);
    std::memcpy(out.data(), &tag, sizeof tag);
    std::memcpy(out.data() + 2, &value, sizeof value);
    return out;
}

struct BalloonBench {
    FakeGuest guest{kGuestMib};
    std::vector<FakeDriver> drivers;
    FakeDeviceInterrupt interrupt;
    std::unique_ptr<BalloonDevice> device;
    BalloonMetrics &metrics = sparkler::metrics().balloon;
    CounterIncrease eventFails{metrics.eventFails};
    CounterIncrease inflates{metrics.inflateCount}, deflates{metrics.deflateCount};
    CounterIncrease updates{metrics.statsUpdatesCount}, updateFails{metrics.statsUpdateFails};
    CounterIncrease hints{metrics.freePageHintCount}, hinted{metrics.freePageHintFreed},
        hintFails{metrics.freePageHintFails};
    CounterIncrease reports{metrics.freePageReportCount}, reported{metrics.freePageReportFreed},
        reportFails{metrics.freePageReportFails};

    explicit BalloonBench(const BalloonSettings &settings = kEverything)
    {
        auto made = BalloonDevice::create(settings);
        if (!made)
            qFatal("%s", made.error().text.c_str());
        device = std::move(*made);
        activate(device->features());
        static const auto content = pattern(kMib);
        for (std::uint64_t at = kSpare; at < kGuestMib << 20; at += kMib)
            guest.put(GuestAddress(at), content);
    }
    void activate(std::uint64_t features)
    {
        drivers.clear();
        Activation activation{&guest.memory(), {}, &interrupt, features};
        const std::size_t queues = device->queuesInUse(features);
        for (std::size_t i = 0; i < queues; ++i)
            drivers.emplace_back(guest, std::uint16_t{256}, kMib * (1 + i), kMib * (8 + i));
        for (const FakeDriver &driver : drivers)
            activation.queues.push_back(driver.queue(features));
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }

    FakeDriver &driver(std::uint16_t queue) { return drivers[queue]; }
    void kick(std::uint16_t queue) { device->queueNotified(queue); }
    /// Gives one chain to the device; whether it came back.
    bool comesBack(std::uint16_t queue, FakeDriver::ChainBuilder &&builder)
    {
        builder.submit();
        kick(queue);
        const auto used = driver(queue).takeUsed();
        return used && used->written == 0;
    }
    bool inflate(const std::vector<std::uint32_t> &numbers)
    {
        return comesBack(kInflate, std::move(driver(kInflate).chain().readable(frames(numbers))));
    }
    bool tellCommand(std::uint32_t command)
    {
        return comesBack(kHinting, std::move(driver(kHinting).chain().readable(number(command))));
    }
    /// One range for hints or reports. Does not look at its bytes, which would bring them back.
    bool hand(std::uint16_t queue, std::uint64_t at, std::uint32_t bytes)
    {
        const std::uint16_t before = driver(queue).usedIndex();
        driver(queue).chain().raw(at, bytes, kDescriptorWrite).submit();
        kick(queue);
        return driver(queue).usedIndex() == before + 1;
    }
    std::size_t resident(std::uint64_t at, std::uint64_t bytes) const
    {
        return residentPages(guest.memory(), GuestAddress(at), bytes);
    }
    std::uint32_t config(std::uint64_t offset) const
    {
        std::uint32_t value = 0xeeee'eeee;
        device->readConfig(offset, std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    std::vector<EventLoop::Registration> watch(EventLoop &loop) const
    {
        std::vector<EventLoop::Registration> all;
        for (HostEvent &event : device->hostEvents())
            all.push_back(loop.watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        return all;
    }
};

} // namespace sparkler::test
