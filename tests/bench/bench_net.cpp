// The network device with everything but a guest, its exits and the kernel's tap: ring, limiter, buffers, used ring.
// The tap takes and gives frames without copying their payload, so this is the monitor's own cost. Argument: bytes of a
// frame, header included.

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "virtio/net/device.h"
#include "virtio/net/features.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

namespace {

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

constexpr std::uint64_t kFeatures = kFeatureVersion1 | kFeatureIndirect | kFeatureEventIndex | kNetFeatureMergeBuffers |
                                    kNetFeatureGuestCsum | kNetFeatureGuestTso4;
constexpr int kBatch = 32;

/// Has `waiting` frames of `bytes` bytes; counts what is sent.
class IdleTap final : public NetBackend {
public:
    ssize_t read(std::span<const iovec> pieces) override
    {
        if (waiting == 0)
            return -EAGAIN;
        --waiting;
        std::ranges::fill_n(static_cast<std::byte *>(pieces.front().iov_base), 10, std::byte{0});
        return static_cast<ssize_t>(bytes);
    }
    ssize_t write(std::span<const iovec> pieces) override
    {
        ++sent;
        ssize_t total = 0;
        for (const iovec &piece : pieces)
            total += static_cast<ssize_t>(piece.iov_len);
        return total;
    }
    unsigned offloads() const override { return kTapCsum | kTapTso4; }
    Result<> setOffloads(unsigned) override { return {}; }
    int fd() const override { return -1; }
    std::string_view kind() const override { return "tap"; }
    const std::string &name() const override { return m_name; }
    bool explain(Direction, int) const override { return true; }

    std::size_t bytes = 0;
    int waiting = 0;
    int sent = 0;

private:
    std::string m_name = "idle0";
};

struct Rig {
    FakeGuest guest{64};
    FakeDriver rx{guest, 256, FakeDriver::kRingBase, 48u << 20};
    FakeDriver tx{guest, 256, 0x40000, 56u << 20};
    FakeDeviceInterrupt interrupt;
    IdleTap *tap = nullptr;
    std::unique_ptr<NetDevice> device;

    explicit Rig(const LimiterSettings &limiter)
    {
        NetSettings settings;
        settings.ifaceId = "bench";
        settings.mac = MacAddress{};
        settings.rxLimiter = settings.txLimiter = limiter;
        settings.backendFactory = [this](const std::string &) -> Result<std::unique_ptr<NetBackend>> {
            auto made = std::make_unique<IdleTap>();
            tap = made.get();
            return made;
        };
        device = NetDevice::open(settings).value();
        Activation activation{&guest.memory(), {}, &interrupt, kFeatures};
        activation.queues.push_back(rx.queue(kFeatures));
        activation.queues.push_back(tx.queue(kFeatures));
        if (!device->activate(std::move(activation)))
            device.reset();
    }
};

LimiterSettings limiterOf(bool limited)
{
    const BucketSettings plenty{std::uint64_t{1} << 60, 0, 1000};
    return limited ? LimiterSettings{plenty, plenty} : LimiterSettings{};
}

void finish(benchmark::State &state)
{
    state.SetItemsProcessed(state.iterations() * kBatch);
    state.SetBytesProcessed(state.iterations() * kBatch * state.range(0));
}

void transmit(benchmark::State &state, bool limited)
{
    Rig rig(limiterOf(limited));
    const auto bytes = static_cast<std::uint32_t>(state.range(0));
    std::vector<std::uint16_t> heads; // as Linux sends: header and linear part, then fragments of up to 32 KiB
    for (int i = 0; i < kBatch; ++i) {
        auto builder = rig.tx.chain();
        for (std::uint32_t at = 0; at < bytes; at += 32u << 10)
            builder.raw(0x1000000 + at, std::min(bytes - at, 32u << 10), 0);
        heads.push_back(bytes > 32u << 10 ? builder.indirect().place() : builder.place());
    }
    for (auto _ : state) {
        for (const std::uint16_t head : heads)
            rig.tx.makeAvailable(head);
        while (rig.tx.usedIndex() != rig.tx.availableIndex())
            rig.device->queueNotified(1);
    }
    if (rig.tap->sent != state.iterations() * kBatch)
        state.SkipWithError("not every frame was sent");
    finish(state);
}

void receive(benchmark::State &state, bool limited, std::uint32_t bufferBytes)
{
    Rig rig(limiterOf(limited));
    rig.tap->bytes = static_cast<std::size_t>(state.range(0));
    std::vector<std::uint16_t> heads;
    for (std::uint32_t i = 0; i < 256; ++i)
        heads.push_back(rig.rx.chain().raw(0x1000000 + 0x2000 * i, bufferBytes, kDescriptorWrite).place());
    for (const std::uint16_t head : heads)
        rig.rx.makeAvailable(head);
    const auto onTap = rig.device->hostEvents().front().onReady;
    std::uint16_t returned = 0;
    for (auto _ : state) {
        rig.tap->waiting = kBatch;
        while (rig.tap->waiting > 0) {
            onTap();
            // The driver puts every buffer it got back at the end of the ring.
            for (; returned != rig.rx.usedIndex(); ++returned)
                rig.rx.makeAvailable(heads[returned % 256]);
        }
    }
    finish(state);
}

} // namespace

BENCHMARK_CAPTURE(transmit, plain, false)->Arg(76)->Arg(1526)->Arg(65562);
BENCHMARK_CAPTURE(transmit, limited, true)->Arg(1526);
BENCHMARK_CAPTURE(receive, buffers_1536, false, 1536)->Arg(76)->Arg(1526)->Arg(65562);
BENCHMARK_CAPTURE(receive, buffers_4096, false, 4096)->Arg(76)->Arg(1526)->Arg(65562);
BENCHMARK_CAPTURE(receive, limited, true, 4096)->Arg(1526);
