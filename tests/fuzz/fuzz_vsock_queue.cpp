// The socket device between a guest whose rings and packets are all the fuzzer's and a host side that does anything at
// any time. Two ways in: raw rings in guest memory, or packets straight to the multiplexer with a clock that jumps.
#include "fuzz_input.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/memory_streams.h"
#include "virtio/vsock/device.h"

#include <array>
#include <cstdlib>
#include <vector>

using namespace sparkler;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kCid = 3;
constexpr std::uint32_t kServedPort = 1;
constexpr std::uint16_t kQueueEntries = 8;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What a program of the host does next.
void programActs(FuzzInput &input, test::MemoryStreams &streams,
                 std::vector<std::shared_ptr<test::MemoryPeer>> &dialled)
{
    const auto what = input.take<std::uint8_t>();
    if (what % 8 == 0) {
        if (dialled.size() < 64)
            dialled.push_back(streams.dial("CONNECT 9\n"));
        return;
    }
    if (what % 8 == 1) {
        const auto words = input.takeBytes(input.take<std::uint8_t>() % 40);
        if (dialled.size() < 64)
            dialled.push_back(streams.dial({reinterpret_cast<const char *>(words.data()), words.size()}));
        return;
    }
    auto &programs = (what & 0x80) != 0 ? dialled : streams.answered;
    if (programs.empty())
        return;
    test::MemoryPeer &peer = *programs[input.take<std::uint8_t>() % programs.size()];
    switch (what % 8) {
    case 2:
        peer.send(std::vector<std::byte>(input.take<std::uint16_t>()));
        break;
    case 3:
        peer.end();
        break;
    case 4:
        peer.hangUp();
        break;
    case 5:
        peer.makeRoom(input.take<std::uint16_t>());
        break;
    case 6:
        peer.room = 0;
        break;
    default:
        peer.readError = peer.writeError = ECONNRESET;
        peer.events.readable = peer.events.writable = true;
        break;
    }
}

VsockHeader header(FuzzInput &input)
{
    const auto shape = input.take<std::uint8_t>();
    VsockHeader made{.sourceCid = kCid,
                     .destinationCid = kVsockHostCid,
                     .sourcePort = input.take<std::uint8_t>() % 4u,
                     .destinationPort = input.take<std::uint8_t>() % 4u,
                     .type = kVsockTypeStream,
                     .op = static_cast<VsockOp>(shape & 7),
                     .flags = (shape >> 3) & 3u,
                     .bufferAllocated = 1u << (input.take<std::uint8_t>() % 20),
                     .forwardCount = input.take<std::uint16_t>()};
    if ((shape & 0x20) != 0) // towards a connection from the host
        made.destinationPort = VsockMuxer::kFirstLocalPort + made.destinationPort;
    if ((shape & 0x20) != 0)
        made.sourcePort = 9;
    if ((shape & 0xc0) == 0xc0)
        made.sourceCid = input.take<std::uint8_t>();
    if ((shape & 0xc0) == 0x80)
        made.type = input.take<std::uint8_t>();
    return made;
}

void packets(FuzzInput &input)
{
    test::MemoryStreams streams;
    streams.accepting = true;
    streams.listening = {0, kServedPort, 2};
    streams.peerRoom = input.take<std::uint16_t>();
    VsockMuxer muxer(kCid, streams);
    VsockTimePoint now{std::chrono::hours(1)};
    std::vector<std::shared_ptr<test::MemoryPeer>> dialled;
    std::vector<std::byte> bytes(kVsockMaxPayload);
    for (int round = 0; round < 500 && !input.empty(); ++round) {
        switch (input.take<std::uint8_t>() % 6) {
        case 0:
        case 1: {
            VsockHeader made = header(input);
            made.length = made.op == VsockOp::ReadWrite ? input.take<std::uint16_t>() : 0;
            const iovec piece{bytes.data(), made.length};
            muxer.fromGuest(made, std::span(&piece, 1), now);
            break;
        }
        case 2:
            programActs(input, streams, dialled);
            break;
        case 3:
            streams.dispatch(muxer, now);
            break;
        case 4: {
            const std::size_t room = input.take<std::uint16_t>();
            std::array pieces{iovec{bytes.data(), room / 2}, iovec{bytes.data() + room / 2, room - room / 2}};
            VsockHeader made;
            const VsockFill fill = muxer.toGuest(made, pieces, now);
            require(pieces[0].iov_len == room / 2 && pieces[1].iov_len == room - room / 2);
            if (fill == VsockFill::Packet)
                require(made.length <= room && made.sourceCid == kVsockHostCid && made.destinationCid == kCid &&
                        (made.op == VsockOp::ReadWrite) == (made.length > 0));
            break;
        }
        default:
            now += std::chrono::milliseconds(input.take<std::uint16_t>());
            muxer.expire(now);
            require(!muxer.nextDeadline() || *muxer.nextDeadline() > now);
            break;
        }
    }
    // Whatever happened, everything ends.
    muxer.dropAll();
    require(muxer.connectionCount() == 0 && !muxer.hasPacket());
}

void rings(FuzzInput &input)
{
    static const test::FakeGuest guest(1);
    constexpr std::uint64_t kQueueBytes = 0x1000;
    (void)guest.memory().zero(GuestAddress(0), 0x8000);
    auto owned = std::make_unique<test::MemoryStreams>();
    test::MemoryStreams &streams = *owned;
    streams.listening = {kServedPort};
    auto created = VsockDevice::create(kCid, std::move(owned));
    require(created.has_value());
    VsockDevice &device = **created;
    const auto events = device.hostEvents();
    test::FakeDeviceInterrupt interrupt;
    const auto how = input.take<std::uint8_t>();
    const std::uint64_t features = how % 2 == 0 ? device.features() : kFeatureVersion1;
    Activation activation{&guest.memory(), {}, &interrupt, features, how >= 128}; // restored: there is an event to tell
    for (std::uint64_t i = 0; i < 3; ++i) {
        const QueueConfig config{.size = kQueueEntries,
                                 .ready = true,
                                 .descriptors = GuestAddress(i * kQueueBytes),
                                 .available = GuestAddress(i * kQueueBytes + 0x200),
                                 .used = GuestAddress(i * kQueueBytes + 0x400)};
        activation.queues.push_back(Queue::create(config, guest.memory(), 256, features).value());
    }
    require(device.activate(std::move(activation)).has_value());

    std::vector<std::shared_ptr<test::MemoryPeer>> dialled;
    std::array<std::uint16_t, 3> available{};
    for (int round = 0; round < 200 && !input.empty(); ++round) {
        const auto what = input.take<std::uint8_t>();
        const auto queue = static_cast<std::uint16_t>(what / 16 % 3);
        switch (what % 8) {
        case 0: // anything anywhere
            (void)guest.memory().writeBytes(GuestAddress(input.take<std::uint16_t>() % 0x8000u),
                                            input.takeBytes(input.take<std::uint8_t>()));
            break;
        case 1: { // an honest packet
            const VsockHeader made = header(input);
            (void)guest.memory().writeBytes(GuestAddress(0x4000),
                                            std::as_bytes(std::span(&made, 1)).first(kVsockHeaderBytes));
            break;
        }
        case 2: { // a descriptor, any flags
            const Descriptor descriptor{0x4000u + input.take<std::uint8_t>() * 16u, input.take<std::uint16_t>(),
                                        input.take<std::uint8_t>(), input.take<std::uint8_t>()};
            (void)guest.memory().write(
                GuestAddress(queue * kQueueBytes + 16u * (input.take<std::uint8_t>() % kQueueEntries)), descriptor);
            break;
        }
        case 3: { // a head
            const std::uint64_t ring = queue * kQueueBytes + 0x200;
            const std::uint16_t head = input.take<std::uint8_t>() % (kQueueEntries + 1u);
            (void)guest.memory().write(GuestAddress(ring + 4 + 2u * (available[queue] % kQueueEntries)), head);
            (void)guest.memory().write(GuestAddress(ring + 2), ++available[queue]);
            break;
        }
        case 4:
            device.queueNotified(queue);
            break;
        case 5:
            programActs(input, streams, dialled);
            break;
        case 6:
            for (const HostEvent &event : events)
                event.onReady();
            break;
        default: {
            const QueuePosition before = device.queuePositions().front();
            require(device.quiesce().has_value() && device.queuePositions().front() == before);
            break;
        }
        }
    }
    require(interrupt.needsReset <= 1);
    require(device.reset() && device.connectionCount() == 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    if (input.take<std::uint8_t>() % 2 == 0)
        packets(input);
    else
        rings(input);
    return 0;
}
