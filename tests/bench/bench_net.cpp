// The network device with everything but a guest, its exits and the kernel's tap: ring, limiter, buffers, used ring.
// The tap takes and gives frames without copying their payload, so this is the monitor's own cost. Of a stream, whose
// peer is this thread, too, the socket's both ends are included. Argument: bytes of a frame, header included.

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "virtio/net/device.h"
#include "virtio/net/features.h"
#include "virtio/net/frame_stream.h"
#include "virtio/net/stream.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <sys/socket.h>
#include <vector>

namespace {

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

constexpr std::uint64_t kStreamFeatures =
    kFeatureVersion1 | kFeatureIndirect | kFeatureEventIndex | kNetFeatureMergeBuffers;
constexpr std::uint64_t kFeatures = kStreamFeatures | kNetFeatureGuestCsum | kNetFeatureGuestTso4;
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
    Fd peer; ///< of a stream

    explicit Rig(const LimiterSettings &limiter, bool stream = false)
    {
        NetSettings settings;
        settings.ifaceId = "bench";
        settings.mac = MacAddress{};
        settings.rxLimiter = settings.txLimiter = limiter;
        settings.backendFactory = [this, stream](const std::string &name) -> Result<std::unique_ptr<NetBackend>> {
            if (stream)
                return streamOver(connect(), name);
            auto made = std::make_unique<IdleTap>();
            tap = made.get();
            return made;
        };
        device = NetDevice::open(settings).value();
        const std::uint64_t features = stream ? kStreamFeatures : kFeatures;
        Activation activation{&guest.memory(), {}, &interrupt, features};
        activation.queues.push_back(rx.queue(features));
        activation.queues.push_back(tx.queue(features));
        if (!device->activate(std::move(activation)))
            device.reset();
    }
    /// The back end's end of a new stream.
    Fd connect()
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return {};
        peer = Fd(ends[0]);
        return Fd(ends[1]);
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

/// Puts one batch of chains into the transmit queue, as Linux does: header and linear part, then fragments of 32 KiB.
std::vector<std::uint16_t> placeFrames(Rig &rig, std::uint32_t bytes)
{
    std::vector<std::uint16_t> heads;
    for (int i = 0; i < kBatch; ++i) {
        auto builder = rig.tx.chain();
        for (std::uint32_t at = 0; at < bytes; at += 32u << 10)
            builder.raw(0x1000000 + at, std::min(bytes - at, 32u << 10), 0);
        heads.push_back(bytes > 32u << 10 ? builder.indirect().place() : builder.place());
    }
    return heads;
}

void transmit(benchmark::State &state, bool limited)
{
    Rig rig(limiterOf(limited));
    const std::vector<std::uint16_t> heads = placeFrames(rig, static_cast<std::uint32_t>(state.range(0)));
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

void transmitStream(benchmark::State &state)
{
    Rig rig({}, true);
    const std::vector<std::uint16_t> heads = placeFrames(rig, static_cast<std::uint32_t>(state.range(0)));
    std::vector<std::byte> buffer(std::size_t{1} << 20);
    const auto onRoom = rig.device->hostEvents()[1].onReady;
    std::size_t got = 0;
    for (auto _ : state) {
        for (const std::uint16_t head : heads)
            rig.tx.makeAvailable(head);
        rig.device->queueNotified(1);
        for (;;) {
            const ssize_t part = ::recv(rig.peer.get(), buffer.data(), buffer.size(), 0);
            if (part > 0)
                got += static_cast<std::size_t>(part);
            else if (rig.tx.usedIndex() == rig.tx.availableIndex())
                break;
            onRoom();
        }
    }
    const std::size_t each = static_cast<std::size_t>(state.range(0)) - kNetHeaderBytes + kStreamLengthBytes;
    if (got != static_cast<std::size_t>(state.iterations()) * kBatch * each)
        state.SkipWithError("not every frame was sent");
    finish(state);
}

void receiveStream(benchmark::State &state)
{
    Rig rig({}, true);
    const auto bytes = static_cast<std::uint32_t>(state.range(0)) - static_cast<std::uint32_t>(kNetHeaderBytes);
    std::vector<std::byte> frame(kStreamLengthBytes + bytes);
    std::ranges::copy(streamLength(bytes), frame.begin());
    std::vector<std::uint16_t> heads;
    for (std::uint32_t i = 0; i < 256; ++i)
        heads.push_back(rig.rx.chain().raw(0x1000000 + 0x2000 * i, 4096, kDescriptorWrite).place());
    for (const std::uint16_t head : heads)
        rig.rx.makeAvailable(head);
    const auto onBackend = rig.device->hostEvents().front().onReady;
    std::uint16_t returned = 0;
    for (auto _ : state) {
        for (int i = 0; i < kBatch; ++i) {
            if (::send(rig.peer.get(), frame.data(), frame.size(), 0) != static_cast<ssize_t>(frame.size()))
                state.SkipWithError("the socket is full");
            // As often as a loop would be woken: for many small frames at a time, for each large one.
            if (i % std::max<int>(1, static_cast<int>(65536 / frame.size())) == 0 || i == kBatch - 1)
                onBackend();
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
BENCHMARK(transmitStream)->Arg(76)->Arg(1526)->Arg(9012)->Arg(65546);
BENCHMARK(receiveStream)->Arg(76)->Arg(1526)->Arg(9012)->Arg(65546);
