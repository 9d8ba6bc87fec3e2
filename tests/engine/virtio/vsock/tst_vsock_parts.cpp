// Packets, handshake lines, the buffer towards the host, the kill queue.
#include "support/fake_driver.h"
#include "support/memory_streams.h"
#include "support/vsock_guest.h"
#include "virtio/vsock/fixed_ring.h"
#include "virtio/vsock/handshake.h"
#include "virtio/vsock/kill_queue.h"
#include "virtio/vsock/packet.h"
#include "virtio/vsock/tx_buffer.h"

#include <QTest>

#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr VsockTimePoint kStart{1h};

/// One chain made by `build`, popped.
struct Chain {
    FakeGuest guest{16};
    FakeDriver driver{guest, 256};
    Queue queue = driver.queue();
    DescriptorChain chain;
    template <typename Build>
    explicit Chain(Build build)
    {
        build(driver).submit();
        if (!queue.pop(chain))
            qFatal("no chain");
    }
};

VsockHeader sample(VsockOp op, std::uint32_t length)
{
    return {.sourceCid = 0x1122334455667788,
            .destinationCid = 2,
            .sourcePort = 0x01020304,
            .destinationPort = 0x05060708,
            .length = length,
            .type = 1,
            .op = op,
            .flags = 3,
            .bufferAllocated = 0x0a0b0c0d,
            .forwardCount = 0xfffffff0};
}

std::vector<std::byte> bytesOf(std::span<const iovec> pieces)
{
    std::vector<std::byte> all;
    for (const iovec &piece : pieces) {
        const auto *from = static_cast<const std::byte *>(piece.iov_base);
        all.insert(all.end(), from, from + piece.iov_len);
    }
    return all;
}

} // namespace

class TestVsockParts : public QObject {
    Q_OBJECT
private slots:
    void wireForm_isLittleEndianAndPacked()
    {
        const auto wire = wireForm(sample(VsockOp::Shutdown, 0));
        QCOMPARE(wire.size(), std::size_t{44});
        QCOMPARE(wire[0], std::byte{0x88});
        QCOMPARE(wire[16], std::byte{0x04}); // source port
        QCOMPARE(wire[28], std::byte{1});    // type
        QCOMPARE(wire[30], std::byte{4});    // op
        QCOMPARE(wire[36], std::byte{0x0d}); // buf_alloc
        QCOMPARE(wire[43], std::byte{0xff}); // fwd_cnt
    }

    void readPacket_anyScatter()
    {
        const auto payload = pattern(300);
        auto wire = wireForm(sample(VsockOp::ReadWrite, 300));
        wire.insert(wire.end(), payload.begin(), payload.end());
        for (const std::size_t first :
             {std::size_t{1}, std::size_t{20}, std::size_t{44}, std::size_t{45}, wire.size() - 1}) {
            const std::span all(wire);
            Chain made([&](FakeDriver &driver) {
                return driver.chain().readable(all.first(first)).readable(all.subspan(first));
            });
            VsockHeader header;
            std::vector<iovec> pieces;
            QVERIFY(readVsockPacket(made.guest.memory(), made.chain, header, pieces));
            QCOMPARE(header.sourceCid, 0x1122334455667788u);
            QCOMPARE(header.forwardCount, 0xfffffff0u);
            QCOMPARE(bytesOf(pieces), payload);
        }
    }

    void readPacket_bytesAfterThePayload_areIgnored()
    {
        Chain made([&](FakeDriver &driver) {
            return driver.chain().readable(wireForm(sample(VsockOp::ReadWrite, 3))).readable(pattern(10));
        });
        VsockHeader header;
        std::vector<iovec> pieces;
        QVERIFY(readVsockPacket(made.guest.memory(), made.chain, header, pieces));
        QCOMPARE(bytesOf(pieces).size(), std::size_t{3});
    }

    void readPacket_bad_data()
    {
        QTest::addColumn<std::uint32_t>("length");
        QTest::addColumn<int>("headerBytes");
        QTest::addColumn<int>("payloadBytes");
        QTest::newRow("no whole header") << 0u << 43 << 0;
        QTest::newRow("payload missing") << 1u << 44 << 0;
        QTest::newRow("payload short") << 100u << 44 << 99;
        QTest::newRow("over the limit") << 65537u << 44 << 70000;
        QTest::newRow("huge") << 0xffffffffu << 44 << 100;
    }
    void readPacket_bad()
    {
        QFETCH(std::uint32_t, length);
        QFETCH(int, headerBytes);
        QFETCH(int, payloadBytes);
        const auto wire = wireForm(sample(VsockOp::ReadWrite, length));
        Chain made([&](FakeDriver &driver) {
            return driver.chain()
                .readable(std::span(wire).first(static_cast<std::size_t>(headerBytes)))
                .readable(pattern(static_cast<std::size_t>(payloadBytes)));
        });
        VsockHeader header;
        std::vector<iovec> pieces;
        const auto read = readVsockPacket(made.guest.memory(), made.chain, header, pieces);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::GuestFault);
    }

    void payloadRoom_isWhatFollowsTheHeader()
    {
        Chain made([&](FakeDriver &driver) { return driver.chain().writable(10).writable(40).writable(100); });
        std::vector<iovec> room;
        QVERIFY(vsockPayloadRoom(made.guest.memory(), made.chain, room));
        QCOMPARE(bytesOf(room).size(), std::size_t{106});
        QVERIFY(writeVsockHeader(made.guest.memory(), made.chain, sample(VsockOp::Reset, 0)));
        made.queue.complete(made.chain.head(), 44).value();
        made.queue.publish().value();
        const auto used = made.driver.takeUsed();
        QVERIFY(std::ranges::equal(std::span(used->content).first(44), wireForm(sample(VsockOp::Reset, 0))));
        QVERIFY(std::ranges::all_of(std::span(used->content).subspan(44),
                                    [](std::byte b) { return b == std::byte{0xee}; }));
    }
    void payloadRoom_isLimited()
    {
        Chain made([&](FakeDriver &driver) { return driver.chain().writable(200'000); });
        std::vector<iovec> room;
        QVERIFY(vsockPayloadRoom(made.guest.memory(), made.chain, room));
        QCOMPARE(bytesOf(room).size(), std::size_t{65536});
    }
    void payloadRoom_tooSmallForAHeader()
    {
        Chain made([&](FakeDriver &driver) { return driver.chain().writable(43); });
        std::vector<iovec> room;
        QVERIFY(!vsockPayloadRoom(made.guest.memory(), made.chain, room));
    }

    void connectLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<qint64>("port"); // -1: refused
        QTest::newRow("plain") << QByteArray("CONNECT 52\n") << qint64{52};
        QTest::newRow("lower case") << QByteArray("connect 1\n") << qint64{1};
        QTest::newRow("mixed case") << QByteArray("CoNnEcT 4294967295\n") << qint64{4294967295};
        QTest::newRow("more white space") << QByteArray("  CONNECT \t 7 \r\n") << qint64{7};
        QTest::newRow("zero") << QByteArray("CONNECT 0\n") << qint64{0};
        QTest::newRow("no port") << QByteArray("CONNECT   \n") << qint64{-1};
        QTest::newRow("not a number") << QByteArray("CONNECT x1\n") << qint64{-1};
        QTest::newRow("rubbish after the number") << QByteArray("CONNECT 1x\n") << qint64{-1};
        QTest::newRow("negative") << QByteArray("CONNECT -1\n") << qint64{-1};
        QTest::newRow("over 32 bits") << QByteArray("CONNECT 4294967296\n") << qint64{-1};
        QTest::newRow("another keyword") << QByteArray("CONNECTS 1\n") << qint64{-1};
        QTest::newRow("keyword cut") << QByteArray("CONNEC 12\n") << qint64{-1};
        QTest::newRow("no white space") << QByteArray("CONNECT52\n") << qint64{-1};
        QTest::newRow("a third word") << QByteArray("CONNECT 1 2\n") << qint64{-1};
        QTest::newRow("empty") << QByteArray("\n") << qint64{-1};
    }
    void connectLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(qint64, port);
        const auto parsed = parseConnectLine({line.data(), static_cast<std::size_t>(line.size())});
        QCOMPARE(parsed ? qint64{*parsed} : qint64{-1}, port);
    }

    void handshake_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("left"); // bytes that stay in the stream
        const auto row = [](const char *name, const QByteArrayList &pieces, VsockHandshake::Step step, int left) {
            QTest::newRow(name) << pieces << static_cast<int>(step) << left;
        };
        using Step = VsockHandshake::Step;
        row("at once", {"CONNECT 1\n"}, Step::Done, 0);
        row("data behind", {"CONNECT 1\nhello\nthere, this is long"}, Step::Done, 25);
        row("nothing yet", {""}, Step::Waiting, 0);
        row("too few at first", {"CONNECT 1"}, Step::Refused, 9);
        row("short line", {"CONNECT\n"}, Step::Refused, 8);
        row("in two parts", {"CONNECT 12", "34\nx"}, Step::Done, 1);
        row("half a line", {"CONNECT 12"}, Step::Waiting, 0);
        row("not a request", {"GET / HTTP/1.1\r\n"}, Step::Refused, 0);
        row("no end of line in 32 bytes", {"CONNECT" + QByteArray(24, ' ') + "1\n"}, Step::Refused, 1);
        row("32 bytes exactly", {"CONNECT" + QByteArray(23, ' ') + "1\n"}, Step::Done, 0);
    }
    void handshake()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(int, step);
        QFETCH(int, left);
        MemoryStreams streams;
        streams.listening = {1};
        auto stream = std::move(streams.connect(1).value());
        const auto peer = streams.answered.back();
        VsockHandshake shake(std::move(stream), kStart);
        auto last = VsockHandshake::Step::Waiting;
        for (const QByteArray &piece : pieces) {
            QCOMPARE(last, VsockHandshake::Step::Waiting);
            peer->send(std::string_view(piece.data(), static_cast<std::size_t>(piece.size())));
            last = shake.advance();
        }
        QCOMPARE(static_cast<int>(last), step);
        QCOMPARE(static_cast<int>(peer->sent.size()), left);
    }
    void handshake_endOfStream_isRefused()
    {
        MemoryStreams streams;
        streams.listening = {1};
        VsockHandshake shake(std::move(streams.connect(1).value()), kStart);
        streams.answered.back()->end();
        QCOMPARE(shake.advance(), VsockHandshake::Step::Refused);
    }

    void txBuffer_randomUse_keepsOrder()
    {
        std::minstd_rand random(7);
        VsockTxBuffer buffer;
        std::deque<std::byte> model;
        unsigned seed = 0;
        for (int round = 0; round < 3000; ++round) {
            if (random() % 2 == 0) {
                auto bytes = pattern(random() % (buffer.free() + 1), ++seed);
                const std::size_t cut = bytes.empty() ? 0 : random() % bytes.size();
                const std::size_t skip = bytes.empty() ? 0 : random() % bytes.size();
                const std::array<iovec, 2> pieces{iovec{bytes.data(), cut},
                                                  iovec{bytes.data() + cut, bytes.size() - cut}};
                buffer.append(pieces, skip);
                model.insert(model.end(), bytes.begin() + static_cast<std::ptrdiff_t>(skip), bytes.end());
            } else {
                const auto bytes = static_cast<std::uint32_t>(random() % (buffer.size() + 1));
                buffer.drop(bytes);
                model.erase(model.begin(), model.begin() + bytes);
            }
            QCOMPARE(buffer.size(), static_cast<std::uint32_t>(model.size()));
            QVERIFY(std::ranges::equal(bytesOf(buffer.content()), model));
        }
    }

    void killQueue_inOrder()
    {
        VsockKillQueue queue;
        QVERIFY(!queue.nextDeadline());
        queue.add({1, kStart + 1s});
        queue.add({2, kStart + 2s});
        QCOMPARE(*queue.nextDeadline(), kStart + 1s);
        QVERIFY(!queue.takeDue(kStart));
        QCOMPARE(queue.takeDue(kStart + 1s), std::optional<StreamToken>(1));
        QVERIFY(!queue.takeDue(kStart + 1s));
        QCOMPARE(queue.takeDue(kStart + 5s), std::optional<StreamToken>(2));
        QVERIFY(!queue.needsRebuild());
    }
    void killQueue_overflow_isRebuiltWithoutLoss()
    {
        VsockKillQueue queue;
        std::vector<VsockKillQueue::Entry> all;
        for (unsigned i = 0; i < 300; ++i) {
            all.push_back({i, kStart + std::chrono::milliseconds(i)});
            queue.add(all.back());
            if (i == 200) // room again, but an earlier one was left out: nothing may overtake it
                QCOMPARE(queue.takeDue(kStart), std::optional<StreamToken>(0));
        }
        std::vector<StreamToken> taken{0};
        int rebuilds = 0;
        while (taken.size() < all.size() && rebuilds < 10) {
            while (const auto token = queue.takeDue(kStart + 1s))
                taken.push_back(*token);
            if (!queue.needsRebuild())
                break;
            ++rebuilds;
            std::vector rest(all.begin() + static_cast<std::ptrdiff_t>(taken.size()), all.end());
            std::ranges::reverse(rest);
            queue.rebuild(std::move(rest));
        }
        QCOMPARE(rebuilds, 2);
        QCOMPARE(taken.size(), all.size());
        QVERIFY(std::ranges::is_sorted(taken));
        QVERIFY(!queue.needsRebuild());
    }
};

QTEST_GUILESS_MAIN(TestVsockParts)
#include "tst_vsock_parts.moc"
