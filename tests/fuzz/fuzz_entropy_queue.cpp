// An entropy device whose driver is the fuzzer.
#include "fuzz_device.h"
#include "virtio/entropy/device.h"

#include <algorithm>

namespace {

/// Fails when the fuzzer says so; else writes all it is asked for, where a sanitizer sees it.
class FuzzedSource final : public sparkler::virtio::RandomSource {
public:
    explicit FuzzedSource(unsigned failEvery) : m_failEvery(failEvery) {}
    sparkler::Result<> fill(std::span<std::byte> out) override
    {
        if (m_failEvery != 0 && ++m_calls % m_failEvery == 0)
            return sparkler::fail(sparkler::ErrorKind::Host, "no");
        std::ranges::fill(out, std::byte{0xa5});
        return {};
    }

private:
    unsigned m_failEvery;
    unsigned m_calls = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    static const test::FakeGuest guest(1);
    FuzzInput input(data, size);
    FuzzedSource source(input.take<std::uint8_t>() % 8);
    test::ManualClock clock;
    const LimiterSettings limiter = test::takeLimiter(input);
    const auto device = virtio::EntropyDevice::create(limiter, {&source, &clock});
    if (!device)
        return 0;
    test::FuzzedDevice driver(input, guest);
    driver.play(**device, clock, [&](std::uint8_t) { (*device)->queueNotified(0); });
    return 0;
}
