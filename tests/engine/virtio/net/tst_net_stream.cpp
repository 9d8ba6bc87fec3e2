// A network device whose network is a stream socket: an honest peer, a slow one, a hostile one and one that goes.
#include "base/unix_socket.h"
#include "net_rig.h"
#include "stream_peer.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "telemetry/metrics.h"
#include "virtio/net/device.h"
#include "virtio/net/stream.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <sys/epoll.h>
#include <sys/socket.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kFeatures = kNetBase | kNetFeatureStatus;
constexpr int kSmallBuffer = 20000;

/// A device with its drivers and the loop that serves its host events, and the peer of its stream.
struct Rig {
    FakeGuest guest{128};
    FakeDriver rx{guest, 256};
    FakeDriver tx{guest, 256, 0x40000, 0x4000000};
    FakeDeviceInterrupt interrupt;
    std::unique_ptr<EventLoop> loop = std::move(EventLoop::create().value());
    StreamPeer peer;
    std::unique_ptr<NetDevice> device;
    std::vector<EventLoop::Registration> registrations;
    NetMetrics *metrics = nullptr;
    FrameAssembler assembler;
    std::size_t transmitted = 0; ///< chains that came back

    explicit Rig(NetSettings settings = {}, int bufferBytes = 0) : peer(bufferBytes)
    {
        static int counter = 0;
        settings.ifaceId = "stream" + std::to_string(counter++); // metrics of its own
        settings.socketPath = "/peer";
        settings.backendFactory = [this](const std::string &name) { return streamOver(peer.takeOther(), name); };
        device = std::move(NetDevice::open(settings).value());
        metrics = &netMetrics(settings.ifaceId);
        for (HostEvent &event : device->hostEvents()) {
            const std::uint32_t watched = EPOLLIN | (event.edgeTriggered ? std::uint32_t{EPOLLET} : 0);
            registrations.push_back(
                loop->watch(event.fd, watched, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        }
    }
    Result<> activate(bool restored = false) { return activate(rx, tx, restored); }
    Result<> activate(const FakeDriver &receive, const FakeDriver &transmit, bool restored = false)
    {
        Activation activation{&guest.memory(), {}, &interrupt, kFeatures, restored};
        activation.queues.push_back(receive.queue(kFeatures));
        activation.queues.push_back(transmit.queue(kFeatures));
        return device->activate(std::move(activation));
    }
    void buffers(int count, std::uint32_t bytes = 2000)
    {
        for (int i = 0; i < count; ++i)
            rx.chain().writable(bytes).submit();
        device->queueNotified(0);
    }
    void submit(const Bytes &frame) { tx.chain().readable(frame).submit(); }
    void notify() { device->queueNotified(1); }
    void send(const Bytes &frame)
    {
        submit(frame);
        notify();
    }
    /// What is ready in the loop, until nothing is.
    void turn(int rounds = 8)
    {
        for (int i = 0; i < rounds; ++i)
            QVERIFY(loop->runOnce(0));
    }
    /// Payloads of the frames the guest has got.
    std::vector<Bytes> received() { return received(rx); }
    std::vector<Bytes> received(FakeDriver &driver)
    {
        while (const auto used = driver.takeUsed()) {
            if (!assembler.add(*used))
                qFatal("the device broke the rules for merged buffers");
        }
        std::vector<Bytes> frames;
        for (; !assembler.frames.empty(); assembler.frames.pop_front()) {
            const Bytes &frame = assembler.frames.front().bytes;
            if (!std::ranges::all_of(std::span(frame).first(kNetHeaderNumBuffers),
                                     [](std::byte byte) { return byte == std::byte{0}; }))
                qFatal("a header that says something");
            frames.push_back(payload(frame));
        }
        return frames;
    }
    void takeTransmitted()
    {
        while (tx.takeUsed())
            ++transmitted;
    }
    std::uint16_t status() const
    {
        std::uint16_t value = 0;
        device->readConfig(6, std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
};

/// Frames of the guest with their headers, and what must come out of the stream.
std::vector<Bytes> guestFrames(int count, std::size_t most, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Bytes> frames;
    for (int i = 0; i < count; ++i) {
        const std::size_t limit = random() % 3 == 0 ? most : 200;
        frames.push_back(netFrame(kNetHeaderBytes + 14 + random() % (limit - 13), static_cast<unsigned>(i)));
    }
    return frames;
}

std::vector<Bytes> payloads(const std::vector<Bytes> &frames)
{
    std::vector<Bytes> all;
    for (const Bytes &frame : frames)
        all.push_back(payload(frame));
    return all;
}

} // namespace

class TestNetStream : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void features_haveLinkStateAndNoOffloads();
    void framesFromTheGuest_comeWithoutHeader();
    void framesFromTheGuest_tooShort_areDropped();
    void framesFromTheGuest_comeInBatches();
    void largeFrames_comeWhole_data();
    void largeFrames_comeWhole();
    void framesForTheGuest_comeCutAnywhere();
    void framesForTheGuest_waitForBuffersAndTheDriver();
    void slowPeer_losesAndRepeatsNothing_data();
    void slowPeer_losesAndRepeatsNothing();
    void slowPeer_stopsTheQueue();
    void slowPeer_costsNoRounds();
    void limiters_holdAndGoOn();
    void fullSocket_isNotCharged();
    void detour_worksBesideAndWithoutTheStream();
    void floodingPeer_isHeldBack();
    void badLength_takesTheLinkDown_data();
    void badLength_takesTheLinkDown();
    void peerThatGoes_takesTheLinkDown();
    void peerThatGoes_midFrame_takesTheLinkDown();
    void peerThatGoes_withAFullSocket_letsTheQueueGoOn();
    void peerThatGoes_atAnyMoment();
    void reset_keepsTheStreamInStep();
    void restoredDriver_isToldToLookAtTheLink();
    void open_connects();
    void open_errors();
};

void TestNetStream::features_haveLinkStateAndNoOffloads()
{
    NetSettings settings;
    settings.mtu = 65520;
    Rig rig(settings);
    QCOMPARE(rig.device->features(), kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect |
                                         kNetFeatureMergeBuffers | kNetFeatureStatus | kNetFeatureMtu);
    QCOMPARE(rig.status(), kNetStatusLinkUp);
    std::uint16_t mtu = 0;
    rig.device->readConfig(10, std::as_writable_bytes(std::span(&mtu, 1)));
    QCOMPARE(mtu, 65520);
    QVERIFY(rig.activate());
    QCOMPARE(rig.interrupt.config.load(), 0);
}

void TestNetStream::framesFromTheGuest_comeWithoutHeader()
{
    Rig rig;
    QVERIFY(rig.activate());
    const std::vector<Bytes> frames = guestFrames(50, 1514, 1);
    for (const Bytes &frame : frames)
        rig.send(frame);
    rig.peer.read();
    QCOMPARE(rig.peer.takeFrames(), payloads(frames));
    QCOMPARE(rig.peer.heldBytes(), std::size_t{0});
    rig.takeTransmitted();
    QCOMPARE(rig.transmitted, frames.size());
    QCOMPARE(rig.metrics->txPacketsCount.total(), std::uint64_t{50});
}

void TestNetStream::framesFromTheGuest_tooShort_areDropped()
{
    Rig rig;
    QVERIFY(rig.activate());
    const Bytes least = netFrame(kNetHeaderBytes + kStreamLeastFrame);
    rig.send(netFrame(kNetHeaderBytes + kStreamLeastFrame - 1));
    rig.send(least);
    rig.peer.read();
    QCOMPARE(rig.peer.takeFrames(), std::vector<Bytes>{payload(least)});
    rig.takeTransmitted();
    QCOMPARE(rig.transmitted, std::size_t{2});
    QCOMPARE(rig.metrics->tapWriteFails.total(), std::uint64_t{1});
}

void TestNetStream::framesFromTheGuest_comeInBatches()
{
    Rig rig;
    QVERIFY(rig.activate());
    const Bytes frame = netFrame(kNetHeaderBytes + 60);
    for (int i = 0; i < 100; ++i)
        rig.submit(frame);
    rig.notify();
    // One send, one buffer of the socket: that is what the peer gets at once.
    Bytes expected(100 * 64);
    QCOMPARE(rig.peer.read(expected.size()), expected.size());
    QCOMPARE(rig.peer.takeFrames(), std::vector<Bytes>(100, payload(frame)));
}

void TestNetStream::largeFrames_comeWhole_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("pieceBytes");
    QTest::newRow("the largest in one") << int(kStreamMostFrame) << 70000;
    QTest::newRow("the largest in pages") << int(kStreamMostFrame) << 4096;
    QTest::newRow("more pieces than a call takes") << int(kStreamMostFrame) << 300;
    QTest::newRow("just copied") << 4096 << 1000;
    QTest::newRow("just not copied") << 4097 << 1000;
    QTest::newRow("header in a piece of its own") << 9000 << 12;
}

void TestNetStream::largeFrames_comeWhole()
{
    QFETCH(const int, bytes);
    QFETCH(const int, pieceBytes);
    Rig rig;
    QVERIFY(rig.activate());
    const Bytes frame = netFrame(kNetHeaderBytes + static_cast<std::size_t>(bytes), 3);
    auto chain = rig.tx.chain();
    // The rest in one piece, where the ring has not that many descriptors.
    const std::size_t most = 240;
    std::size_t at = 0;
    for (std::size_t pieces = 1; at < frame.size(); ++pieces) {
        const std::size_t part =
            pieces == most ? frame.size() - at : std::min(static_cast<std::size_t>(pieceBytes), frame.size() - at);
        chain.readable(std::span(frame).subspan(at, part));
        at += part;
    }
    chain.submit();
    rig.notify();
    rig.peer.read();
    QCOMPARE(rig.peer.takeFrames(), std::vector<Bytes>{payload(frame)});
    rig.takeTransmitted();
    QCOMPARE(rig.transmitted, std::size_t{1});
}

void TestNetStream::framesForTheGuest_comeCutAnywhere()
{
    const std::vector<Bytes> frames{pattern(14, 1), pattern(40, 2), pattern(25, 3)};
    const Bytes wire = onWire(frames);
    for (std::size_t cut = 0; cut <= wire.size(); ++cut) {
        Rig rig;
        QVERIFY(rig.activate());
        rig.buffers(8);
        QCOMPARE(rig.peer.write(std::span(wire).first(cut)), cut);
        rig.turn(2);
        QCOMPARE(rig.peer.write(std::span(wire).subspan(cut)), wire.size() - cut);
        rig.turn(2);
        QVERIFY2(rig.received() == frames, qPrintable(QString::number(cut)));
    }
}

void TestNetStream::framesForTheGuest_waitForBuffersAndTheDriver()
{
    Rig rig;
    const std::vector<Bytes> frames{pattern(1514, 1), pattern(kStreamMostFrame, 2), pattern(60, 3), pattern(9000, 4)};
    rig.peer.write(onWire(frames));
    rig.turn();
    QVERIFY(rig.activate());
    rig.turn();
    QVERIFY(rig.received().empty());
    rig.buffers(3);
    std::vector<Bytes> got = rig.received();
    for (int i = 0; i < 60 && got.size() < frames.size(); ++i) {
        rig.buffers(1);
        rig.turn(2);
        for (Bytes &frame : rig.received())
            got.push_back(std::move(frame));
    }
    QVERIFY(got == frames);
}

void TestNetStream::slowPeer_losesAndRepeatsNothing_data()
{
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("readAtMost");
    QTest::newRow("small frames") << 200 << 3000 << 3000;
    QTest::newRow("plain frames") << 1514 << 2000 << 3000;
    QTest::newRow("large frames") << int(kStreamMostFrame) << 300 << 40000;
    QTest::newRow("large frames, few bytes at a time") << int(kStreamMostFrame) << 60 << 700;
}

void TestNetStream::slowPeer_losesAndRepeatsNothing()
{
    QFETCH(const int, most);
    QFETCH(const int, count);
    QFETCH(const int, readAtMost);
    Rig rig({}, kSmallBuffer);
    QVERIFY(rig.activate());
    const std::vector<Bytes> frames = guestFrames(count, static_cast<std::size_t>(most), 5);
    std::mt19937 random(9);
    std::size_t given = 0;
    std::vector<Bytes> got;
    for (int step = 0; got.size() < frames.size() && step < 200000; ++step) {
        // The guest notifies about new frames once; after that the device goes on by itself.
        if (given < frames.size() && rig.tx.outstanding() < 100 && random() % 3 == 0)
            rig.send(frames[given++]);
        rig.peer.read(random() % static_cast<unsigned>(readAtMost));
        QVERIFY(rig.loop->runOnce(0));
        rig.takeTransmitted();
        for (Bytes &frame : rig.peer.takeFrames())
            got.push_back(std::move(frame));
    }
    QVERIFY(got == payloads(frames));
    QCOMPARE(rig.transmitted, frames.size());
    QCOMPARE(rig.metrics->txPacketsCount.total(), static_cast<std::uint64_t>(count));
    QCOMPARE(rig.metrics->tapWriteFails.total(), std::uint64_t{0});
}

void TestNetStream::slowPeer_stopsTheQueue()
{
    Rig rig({}, kSmallBuffer);
    QVERIFY(rig.activate());
    const std::vector<Bytes> frames = guestFrames(200, 1514, 2);
    for (const Bytes &frame : frames)
        rig.send(frame);
    rig.turn();
    rig.takeTransmitted();
    const std::size_t stoppedAt = rig.transmitted;
    QVERIFY2(stoppedAt > 0 && stoppedAt < 150, qPrintable(QString::number(stoppedAt)));
    rig.turn();
    rig.takeTransmitted();
    QCOMPARE(rig.transmitted, stoppedAt);
    std::vector<Bytes> got;
    QVERIFY(eventually(*rig.loop, [&] {
        rig.peer.read();
        for (Bytes &frame : rig.peer.takeFrames())
            got.push_back(std::move(frame));
        return got.size() == frames.size();
    }));
    QVERIFY(got == payloads(frames));
    rig.takeTransmitted();
    QCOMPARE(rig.transmitted, frames.size());
}

void TestNetStream::slowPeer_costsNoRounds()
{
    Rig rig({}, kSmallBuffer);
    QVERIFY(rig.activate());
    for (const Bytes &frame : guestFrames(200, 1514, 2))
        rig.send(frame);
    rig.turn();
    // Nothing is ready while the socket is full; a loop that waited would sleep.
    int woken = 0;
    const auto quiet = std::move(EventLoop::create().value());
    std::vector<EventLoop::Registration> watches;
    for (const HostEvent &event : rig.device->hostEvents())
        watches.push_back(quiet->watch(event.fd, EPOLLIN, [&woken](std::uint32_t) { ++woken; }).value());
    QVERIFY(quiet->runOnce(0));
    QCOMPARE(woken, 0);
    rig.peer.read();
    QVERIFY(quiet->runOnce(0));
    QCOMPARE(woken, 1);
}

void TestNetStream::limiters_holdAndGoOn()
{
    NetSettings settings;
    settings.rxLimiter.ops = settings.txLimiter.ops = BucketSettings{5, 0, 20};
    Rig rig(settings);
    QVERIFY(rig.activate());
    rig.buffers(64);
    const std::vector<Bytes> frames = guestFrames(30, 600, 3);
    for (const Bytes &frame : frames)
        rig.send(frame);
    rig.peer.write(onWire(payloads(frames)));
    rig.turn(2);
    rig.takeTransmitted();
    QVERIFY2(rig.transmitted < 30, "the limiter holds the guest's frames");
    QVERIFY(rig.metrics->txRateLimiterThrottled.total() > 0);
    std::vector<Bytes> out, in;
    QVERIFY(eventually(*rig.loop, [&] {
        rig.peer.read();
        for (Bytes &frame : rig.peer.takeFrames())
            out.push_back(std::move(frame));
        for (Bytes &frame : rig.received())
            in.push_back(std::move(frame));
        return out.size() == frames.size() && in.size() == frames.size();
    }));
    QVERIFY(out == payloads(frames) && in == payloads(frames));
    QVERIFY(rig.metrics->rxRateLimiterThrottled.total() > 0);
}

void TestNetStream::fullSocket_isNotCharged()
{
    // As many operations as frames, and none comes back in this test's time: a frame that was charged twice would make
    // the last ones wait.
    constexpr int kFrames = 150;
    NetSettings settings;
    settings.txLimiter.ops = BucketSettings{kFrames, 0, 3600'000};
    Rig rig(settings, kSmallBuffer);
    QVERIFY(rig.activate());
    const std::vector<Bytes> frames = guestFrames(kFrames, 1514, 4);
    for (const Bytes &frame : frames)
        rig.send(frame);
    std::vector<Bytes> got;
    QVERIFY(eventually(*rig.loop, [&] {
        rig.notify();
        rig.peer.read(5000);
        for (Bytes &frame : rig.peer.takeFrames())
            got.push_back(std::move(frame));
        return got.size() == frames.size();
    }));
    QVERIFY(got == payloads(frames));
    QCOMPARE(rig.metrics->txRateLimiterThrottled.total(), std::uint64_t{0});
}

void TestNetStream::detour_worksBesideAndWithoutTheStream()
{
    Rig rig;
    const auto detour = std::make_shared<FakeDetour>();
    detour->echo = true;
    rig.device->setDetour(detour);
    QVERIFY(rig.activate());
    rig.buffers(16);
    Bytes wanted = netFrame(kNetHeaderBytes + 80, 6);
    wanted[kNetHeaderBytes] = detour->wanted;
    Bytes other = netFrame(kNetHeaderBytes + 90, 7);
    other[kNetHeaderBytes] = std::byte{1};
    for (const bool peerLives : {true, false}) {
        if (!peerLives) {
            rig.peer.close();
            rig.turn();
            QCOMPARE(rig.status(), 0);
        }
        rig.send(wanted);
        rig.send(other);
        rig.turn();
        QCOMPARE(rig.received(), std::vector<Bytes>{payload(wanted)});
        rig.takeTransmitted();
        if (peerLives) {
            rig.peer.read();
            QCOMPARE(rig.peer.takeFrames(), std::vector<Bytes>{payload(other)});
        }
    }
    QCOMPARE(rig.transmitted, std::size_t{4});
    QCOMPARE(rig.metrics->tapWriteFails.total(), std::uint64_t{1});
}

void TestNetStream::floodingPeer_isHeldBack()
{
    Rig rig({}, kSmallBuffer);
    QVERIFY(rig.activate());
    const std::vector<Bytes> frames(400, pattern(1514, 3));
    const Bytes wire = onWire(frames);
    std::size_t written = 0;
    for (int i = 0; i < 1000; ++i) {
        written += rig.peer.write(std::span(wire).subspan(written, std::min<std::size_t>(3000, wire.size() - written)));
        QVERIFY(rig.loop->runOnce(0));
    }
    // Without buffers not even our own is filled; the socket holds the peer back.
    QVERIFY2(written < 100000, qPrintable(QString::number(written)));
    std::vector<Bytes> got;
    for (int i = 0; i < 4000 && got.size() < frames.size(); ++i) {
        written += rig.peer.write(std::span(wire).subspan(written, std::min<std::size_t>(3000, wire.size() - written)));
        if (rig.rx.outstanding() < 100)
            rig.buffers(2);
        rig.turn(1);
        for (Bytes &frame : rig.received())
            got.push_back(std::move(frame));
    }
    QVERIFY(got == frames);
}

void TestNetStream::badLength_takesTheLinkDown_data()
{
    QTest::addColumn<quint32>("length");
    for (const quint32 length : {0u, 13u, kStreamMostFrame + 1, 0xffffffffu})
        QTest::addRow("%u", length) << length;
}

void TestNetStream::badLength_takesTheLinkDown()
{
    QFETCH(const quint32, length);
    Rig rig;
    QVERIFY(rig.activate());
    rig.buffers(16);
    const std::vector<Bytes> good{pattern(200, 1), pattern(100, 2)};
    Bytes wire = onWire(good);
    append(wire, streamLength(length));
    append(wire, onWire(pattern(500, 3)));
    rig.peer.write(wire);
    rig.turn();
    QCOMPARE(rig.received(), good); // what came before it is there, and nothing after it
    QCOMPARE(rig.status(), 0);
    QCOMPARE(rig.interrupt.config.load(), 1);
    QCOMPARE(rig.interrupt.needsReset.load(), 0);
    QCOMPARE(rig.metrics->tapReadFails.total(), std::uint64_t{1});
    // The peer sees it, and the guest's frames are dropped and counted.
    rig.send(netFrame(kNetHeaderBytes + 60));
    rig.takeTransmitted();
    QCOMPARE(rig.transmitted, std::size_t{1});
    QCOMPARE(rig.metrics->tapWriteFails.total(), std::uint64_t{1});
    rig.peer.read();
    QVERIFY(rig.peer.atEnd);
    QCOMPARE(rig.interrupt.config.load(), 1);
}

void TestNetStream::peerThatGoes_takesTheLinkDown()
{
    Rig rig;
    QVERIFY(rig.activate());
    rig.buffers(16);
    const std::vector<Bytes> last{pattern(200, 1), pattern(1500, 2)};
    rig.peer.write(onWire(last));
    rig.peer.close();
    rig.turn();
    QCOMPARE(rig.received(), last);
    QCOMPARE(rig.status(), 0);
    QCOMPARE(rig.interrupt.config.load(), 1);
    // It stays so, through a reset of the driver as well, and wakes nobody any more.
    rig.device->reset();
    QVERIFY(rig.activate());
    rig.send(netFrame(kNetHeaderBytes + 60));
    rig.turn();
    QCOMPARE(rig.status(), 0);
    QCOMPARE(rig.interrupt.config.load(), 1);
    QCOMPARE(rig.metrics->tapReadFails.total(), std::uint64_t{1});
}

void TestNetStream::peerThatGoes_midFrame_takesTheLinkDown()
{
    const Bytes wire = onWire(pattern(100, 1));
    for (std::size_t cut = 1; cut < wire.size(); ++cut) {
        Rig rig;
        QVERIFY(rig.activate());
        rig.buffers(4);
        rig.peer.write(std::span(wire).first(cut));
        rig.turn(2);
        QCOMPARE(rig.status(), kNetStatusLinkUp);
        rig.peer.close();
        rig.turn(2);
        QVERIFY(rig.received().empty());
        QCOMPARE(rig.status(), 0);
        QCOMPARE(rig.interrupt.config.load(), 1);
    }
}

void TestNetStream::peerThatGoes_withAFullSocket_letsTheQueueGoOn()
{
    for (const std::size_t most : {std::size_t{1514}, std::size_t{kStreamMostFrame}}) {
        Rig rig({}, kSmallBuffer);
        QVERIFY(rig.activate());
        for (const Bytes &frame : guestFrames(200, most, 2))
            rig.send(frame);
        rig.turn();
        rig.takeTransmitted();
        QVERIFY(rig.transmitted < 200);
        rig.peer.close();
        rig.turn();
        rig.takeTransmitted();
        QCOMPARE(rig.transmitted, std::size_t{200});
        QCOMPARE(rig.status(), 0);
        QCOMPARE(rig.interrupt.config.load(), 1);
        QVERIFY(rig.metrics->tapWriteFails.total() > 0);
    }
}

void TestNetStream::peerThatGoes_atAnyMoment()
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        Rig rig({}, kSmallBuffer);
        QVERIFY(rig.activate());
        const auto goesAt = static_cast<unsigned>(random() % 60);
        const Bytes wire = onWire(std::vector<Bytes>(100, pattern(700, seed)));
        std::size_t written = 0;
        std::size_t sent = 0;
        for (unsigned step = 0; step < 100; ++step) {
            if (step == goesAt)
                rig.peer.close();
            if (random() % 2 == 0 && rig.tx.outstanding() < 60) {
                rig.send(netFrame(kNetHeaderBytes + 14 + random() % 60000, step));
                ++sent;
            }
            if (random() % 2 == 0 && step < goesAt)
                written += rig.peer.write(std::span(wire).subspan(written, random() % 2000));
            if (random() % 3 == 0 && step < goesAt)
                rig.peer.read(random() % 50000);
            if (random() % 4 == 0 && rig.rx.outstanding() < 60)
                rig.buffers(3);
            rig.takeTransmitted();
            for (const Bytes &frame : rig.received())
                QVERIFY(frame == pattern(700, seed));
            QVERIFY(rig.loop->runOnce(0));
        }
        rig.buffers(60);
        rig.turn();
        rig.takeTransmitted();
        QCOMPARE(rig.transmitted, sent);
        QCOMPARE(rig.status(), 0);
        QCOMPARE(rig.interrupt.needsReset.load(), 0);
    }
}

void TestNetStream::reset_keepsTheStreamInStep()
{
    Rig rig({}, kSmallBuffer);
    QVERIFY(rig.activate());
    // The driver goes while a frame is half in the socket, and half of another one is here.
    const Bytes large = netFrame(kNetHeaderBytes + kStreamMostFrame, 1);
    rig.send(large);
    const Bytes wire = onWire({pattern(300, 2), pattern(400, 3)});
    rig.peer.write(std::span(wire).first(200));
    rig.turn();
    rig.device->reset();
    FakeDriver rx(rig.guest, 256, 0x80000, 0x3000000);
    FakeDriver tx(rig.guest, 256, 0x90000, 0x6000000);
    QVERIFY(rig.activate(rx, tx));
    for (int i = 0; i < 8; ++i)
        rx.chain().writable(2000).submit();
    rig.device->queueNotified(0);
    rig.peer.write(std::span(wire).subspan(200));
    const Bytes next = netFrame(kNetHeaderBytes + 100, 4);
    tx.chain().readable(next).submit();
    rig.notify();
    for (int i = 0; i < 100; ++i) {
        rig.peer.read(4000);
        rig.turn(1);
    }
    QVERIFY(rig.peer.takeFrames() == (std::vector<Bytes>{payload(large), payload(next)}));
    QCOMPARE(rig.received(rx), (std::vector<Bytes>{pattern(300, 2), pattern(400, 3)}));
}

void TestNetStream::restoredDriver_isToldToLookAtTheLink()
{
    // What was saved may have had no link; this one has.
    Rig rig;
    QVERIFY(rig.activate(true));
    QCOMPARE(rig.interrupt.config.load(), 1);
    QCOMPARE(rig.status(), kNetStatusLinkUp);
}

void TestNetStream::open_connects()
{
    QTemporaryDir directory;
    const std::string path = directory.filePath(QStringLiteral("s")).toStdString();
    const Fd listener = listenUnix("test", path).value();
    NetSettings settings;
    settings.ifaceId = "real";
    settings.socketPath = path;
    const auto device = NetDevice::open(settings);
    QVERIFY2(device.has_value(), device ? "" : device.error().text.c_str());
    const Fd peer(::accept(listener.get(), nullptr, nullptr));
    QVERIFY(bool(peer));
    QCOMPARE((*device)->hostEvents().size(), std::size_t{5});
}

void TestNetStream::open_errors()
{
    QTemporaryDir directory;
    const auto errorOf = [](const std::string &path) {
        const auto opened = openStream(path);
        return opened ? QString() : QString::fromStdString(opened.error().text);
    };
    const QString absent = directory.filePath(QStringLiteral("absent"));
    QCOMPARE(errorOf(absent.toStdString()),
             QStringLiteral("Connecting to the socket %1 failed: No such file or directory (os error 2)").arg(absent));
    const std::string abandoned = directory.filePath(QStringLiteral("abandoned")).toStdString();
    (void)listenUnix("test", abandoned).value();
    QVERIFY(errorOf(abandoned).endsWith(QStringLiteral("Connection refused (os error 111)")));
    QCOMPARE(errorOf(""), QStringLiteral("Connecting to the socket  failed: the path is empty"));
    QVERIFY(errorOf(std::string(108, 'x')).endsWith(QStringLiteral("failed: path must be shorter than SUN_LEN")));
    QVERIFY(errorOf(std::string("a\0b", 3)).endsWith(QStringLiteral("paths must not contain interior null bytes")));

    // A listener that does not accept: what its backlog does not hold is refused, not waited for.
    const std::string busy = directory.filePath(QStringLiteral("busy")).toStdString();
    const Fd listener = listenUnix("test", busy).value();
    QCOMPARE(::listen(listener.get(), 0), 0);
    const auto first = openStream(busy);
    QVERIFY(first.has_value());
    QVERIFY(errorOf(busy).endsWith(QStringLiteral("(os error 11)")));
}

QTEST_APPLESS_MAIN(TestNetStream)
#include "tst_net_stream.moc"
