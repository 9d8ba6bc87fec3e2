// The stream protocol without a socket: whatever pieces the bytes come in, the same frames come out.
#include "net_rig.h"
#include "stream_peer.h"
#include "virtio/net/frame_stream.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

/// Gives the reader `bytes`, as a socket that has just these would, and takes what is whole.
void feed(FrameReader &reader, std::span<const std::byte> bytes, std::vector<Bytes> &frames)
{
    while (!bytes.empty() && !reader.isBroken()) {
        const std::span<std::byte> room = reader.room();
        if (room.empty())
            qFatal("no room for the next bytes");
        const std::size_t part = std::min(room.size(), bytes.size());
        std::ranges::copy(bytes.first(part), room.begin());
        reader.add(part);
        bytes = bytes.subspan(part);
        while (const auto frame = reader.next())
            frames.emplace_back(frame->begin(), frame->end());
    }
}

/// What a reader makes of an announced length alone.
bool refuses(std::uint32_t length)
{
    FrameReader reader;
    std::vector<Bytes> frames;
    feed(reader, streamLength(length), frames);
    return reader.isBroken() && reader.badLength() == length && frames.empty();
}

iovec pieceOf(Bytes &bytes)
{
    return {bytes.data(), bytes.size()};
}

} // namespace

class TestFrameStream : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void length_isBigEndian();
    void reader_takesFramesCutAnywhere();
    void reader_takesRandomPieces();
    void reader_refusesImpossibleLengths();
    void reader_deliversWhatCameBeforeABadLength();
    void reader_takesNothingAfterABadLength();
    void reader_holdsOneBufferOnly();
    void outbox_givesTheStreamsForm();
    void outbox_goesOnAtEveryByte();
    void outbox_fits_isLimited();
};

void TestFrameStream::length_isBigEndian()
{
    QCOMPARE(streamLength(0x01020304), (std::array{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}}));
}

void TestFrameStream::reader_takesFramesCutAnywhere()
{
    const std::vector<Bytes> sent{pattern(14, 1), pattern(60, 2), pattern(15, 3)};
    const Bytes wire = onWire(sent);
    for (std::size_t first = 0; first <= wire.size(); ++first) {
        for (std::size_t second = first; second <= wire.size(); ++second) {
            FrameReader reader;
            std::vector<Bytes> got;
            const std::span all(wire);
            feed(reader, all.first(first), got);
            feed(reader, all.subspan(first, second - first), got);
            feed(reader, all.subspan(second), got);
            QVERIFY2(got == sent, qPrintable(QStringLiteral("cut at %1 and %2").arg(first).arg(second)));
            QVERIFY(!reader.isMidFrame() && !reader.isBroken());
        }
    }
    FrameReader reader;
    std::vector<Bytes> got;
    for (const std::byte &byte : wire)
        feed(reader, {&byte, 1}, got);
    QCOMPARE(got, sent);
}

void TestFrameStream::reader_takesRandomPieces()
{
    std::mt19937 random(6);
    FrameReader reader;
    std::vector<Bytes> sent, got;
    for (unsigned i = 0; i < 400; ++i) {
        const std::size_t most = random() % 4 == 0 ? kStreamMostFrame : 2000;
        sent.push_back(pattern(kStreamLeastFrame + random() % (most - kStreamLeastFrame + 1), i));
    }
    sent.push_back(pattern(kStreamMostFrame, 7));
    const Bytes wire = onWire(sent);
    for (std::size_t at = 0; at < wire.size();) {
        const std::size_t most = random() % 3 == 0 ? 200000 : 3000;
        const std::size_t part = std::min<std::size_t>(1 + random() % most, wire.size() - at);
        feed(reader, std::span(wire).subspan(at, part), got);
        at += part;
    }
    QVERIFY(got == sent);
}

void TestFrameStream::reader_refusesImpossibleLengths()
{
    for (const std::uint32_t length :
         {0u, 1u, kStreamLeastFrame - 1, kStreamMostFrame + 1, 0x20000u, 0x7fffffffu, 0x80000000u, 0xffffffffu})
        QVERIFY2(refuses(length), qPrintable(QString::number(length)));
    for (const std::uint32_t length : {kStreamLeastFrame, kStreamMostFrame})
        QVERIFY2(!refuses(length), qPrintable(QString::number(length)));
}

void TestFrameStream::reader_deliversWhatCameBeforeABadLength()
{
    const std::vector<Bytes> good{pattern(100, 1), pattern(70, 2)};
    Bytes wire = onWire(good);
    append(wire, streamLength(3));
    append(wire, onWire(good));
    FrameReader reader;
    std::vector<Bytes> got;
    feed(reader, wire, got);
    QCOMPARE(got, good);
    QVERIFY(reader.isBroken());
    QCOMPARE(reader.badLength(), 3u);
}

void TestFrameStream::reader_takesNothingAfterABadLength()
{
    FrameReader reader;
    const auto bad = streamLength(kStreamMostFrame + 1);
    std::ranges::copy(bad, reader.room().begin());
    reader.add(bad.size());
    QVERIFY(!reader.next());
    QVERIFY(reader.isBroken());
    QVERIFY(!reader.next());
    QVERIFY(reader.isBroken());
}

void TestFrameStream::reader_holdsOneBufferOnly()
{
    FrameReader reader;
    // One byte less than a whole frame, after each of many frames: the worst to move about.
    for (unsigned round = 0; round < 50; ++round) {
        const Bytes wire = onWire(pattern(kStreamMostFrame - round, round));
        std::vector<Bytes> got;
        feed(reader, std::span(wire).first(wire.size() - 1), got);
        QVERIFY(got.empty() && reader.isMidFrame());
        const std::span<std::byte> room = reader.room();
        QVERIFY(!room.empty() && room.size() <= FrameReader::kCapacity);
        feed(reader, std::span(wire).last(1), got);
        QCOMPARE(got.size(), std::size_t{1});
    }
    QCOMPARE(reader.room().size(), FrameReader::kCapacity);
}

void TestFrameStream::outbox_givesTheStreamsForm()
{
    FrameOutbox outbox;
    QVERIFY(outbox.pending().empty());
    // A frame behind a header of 12 bytes, in pieces.
    Bytes whole = netFrame(kNetHeaderBytes + 90, 4);
    std::array pieces{iovec{whole.data(), 5}, iovec{whole.data() + 5, 40}, iovec{whole.data() + 45, 57}};
    outbox.add(pieces, kNetHeaderBytes, 90);
    Bytes second = pattern(20, 5);
    const std::array plain{pieceOf(second)};
    outbox.add(plain, 0, 20);
    Bytes expected = onWire(payload(whole));
    append(expected, onWire(second));
    QVERIFY(std::ranges::equal(outbox.pending(), expected));
}

void TestFrameStream::outbox_goesOnAtEveryByte()
{
    Bytes frame = pattern(30, 1);
    const std::array piece{pieceOf(frame)};
    const Bytes wire = onWire({frame, frame});
    for (std::size_t first = 0; first <= wire.size(); ++first) {
        FrameOutbox outbox;
        outbox.add(piece, 0, 30);
        outbox.add(piece, 0, 30);
        outbox.sent(first);
        QVERIFY(std::ranges::equal(outbox.pending(), std::span(wire).subspan(first)));
        outbox.sent(wire.size() - first);
        QVERIFY(outbox.pending().empty());
    }
}

void TestFrameStream::outbox_fits_isLimited()
{
    FrameOutbox outbox;
    QVERIFY(outbox.fits(kStreamMostFrame));
    Bytes frame = pattern(1000, 1);
    const std::array piece{pieceOf(frame)};
    std::size_t frames = 0;
    for (; outbox.fits(1000); ++frames)
        outbox.add(piece, 0, 1000);
    QCOMPARE(frames, FrameOutbox::kBatchBytes / (kStreamLengthBytes + 1000));
    QVERIFY(outbox.pending().size() <= FrameOutbox::kBatchBytes);
    outbox.sent(outbox.pending().size() - 1);
    QVERIFY2(!outbox.fits(kStreamMostFrame), "the end of a frame waits");
    outbox.sent(1);
    QVERIFY(outbox.fits(kStreamMostFrame));
    Bytes large = pattern(kStreamMostFrame, 2);
    const std::array largePiece{pieceOf(large)};
    outbox.add(largePiece, 0, kStreamMostFrame);
    QVERIFY(std::ranges::equal(outbox.pending(), onWire(large)));
    QVERIFY(!outbox.fits(kStreamLeastFrame));
}

QTEST_APPLESS_MAIN(TestFrameStream)
#include "tst_frame_stream.moc"
