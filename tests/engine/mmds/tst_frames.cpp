#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "mmds/big_endian.h"
#include "mmds/ethernet.h"
#include "mmds/ipv4_packet.h"
#include "mmds/tcp_segment.h"

#include <QByteArray>

using namespace sparkler;
using namespace sparkler::mmds;

namespace {

using Bytes = std::vector<std::byte>;

Bytes fromHex(const QByteArray &hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    const auto bytes = std::as_bytes(std::span(raw.constData(), static_cast<std::size_t>(raw.size())));
    return {bytes.begin(), bytes.end()};
}

QByteArray toHex(std::span<const std::byte> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex();
}

// The SYN of a Linux guest, 172.16.0.2:49152 to 169.254.169.254:80, with the options of a real one.
constexpr const char *kSyn = "060123456701"
                             "0600ac100002"
                             "0800"
                             "4500003c1c46400040069999"
                             "ac100002"
                             "a9fea9fe"
                             "c0000050"
                             "01020304"
                             "00000000"
                             "a002faf0beef0000"
                             "020405b40402080a0011223344556677"
                             "01030307";
// What an independent program wrote for the header fields in the tests below.
constexpr const char *kSynAckPacket =
    "4500002c0000400040063abda9fea9feac1000020050c000fffffff001020305601209c4c9fa0000020405b4";
constexpr const char *kDataPacket =
    "4500002b0000400040063abea9fea9feac1000020050c000fffffff001020305501909c40e4800006f6464";

std::span<const std::byte> ipOf(const Bytes &frame)
{
    return std::span(frame).subspan(kEthernetHeaderBytes);
}

Bytes tcpWithOptions(const QByteArray &optionsHex)
{
    Bytes segment(kTcpHeaderBytes);
    const Bytes options = fromHex(optionsHex);
    segment.insert(segment.end(), options.begin(), options.end());
    segment.resize((segment.size() + 3) / 4 * 4);
    segment[12] = static_cast<std::byte>(segment.size() / 4 << 4);
    return segment;
}

} // namespace

class TestFrames : public QObject {
    Q_OBJECT
private slots:
    void readsASyn();
    void refusesEveryShorterOne();
    void ipLengths_data();
    void ipLengths();
    void leavesPaddingOut();
    void knowsFragments();
    void tcpLengths_data();
    void tcpLengths();
    void options_data();
    void options();
    void writesTcp();
    void readsAndWritesArp();
    void arpOfOtherAddresses_data();
    void arpOfOtherAddresses();
    void checksums();
    void sequencesWrapAround();
};

void TestFrames::readsASyn()
{
    const Bytes frame = fromHex(kSyn);
    const auto ethernet = parseEthernet(frame);
    QVERIFY(ethernet);
    QCOMPARE(toString(ethernet->destination), std::string("06:01:23:45:67:01"));
    QCOMPARE(toString(ethernet->source), std::string("06:00:ac:10:00:02"));
    QCOMPARE(ethernet->type, kEtherTypeIpv4);
    const auto packet = parseIpv4(ipOf(frame));
    QVERIFY(packet);
    QCOMPARE(toString(packet->source), std::string("172.16.0.2"));
    QCOMPARE(toString(packet->destination), std::string("169.254.169.254"));
    QVERIFY(ipv4Destination(ipOf(frame)) == packet->destination);
    QCOMPARE(packet->protocol, kProtocolTcp);
    QVERIFY(!packet->isFragment);
    const auto segment = parseTcp(packet->payload);
    QVERIFY(segment);
    QCOMPARE(segment->header.sourcePort, std::uint16_t{49152});
    QCOMPARE(segment->header.destinationPort, std::uint16_t{80});
    QCOMPARE(segment->header.sequence.value, 0x01020304U);
    QCOMPARE(segment->header.acknowledgment.value, 0U);
    QCOMPARE(segment->header.window, std::uint16_t{64240});
    QCOMPARE(segment->header.mss.value_or(0), std::uint16_t{1460});
    const TcpFlags &flags = segment->header.flags;
    QVERIFY(flags.syn && !flags.ack && !flags.fin && !flags.rst && !flags.psh);
    QVERIFY(segment->payload.empty());
    QCOMPARE(segment->streamBytes(), std::size_t{1});
}

void TestFrames::refusesEveryShorterOne()
{
    const Bytes frame = fromHex(kSyn);
    for (std::size_t bytes = 0; bytes < frame.size(); ++bytes) {
        const auto part = std::span(frame).first(bytes);
        QCOMPARE(parseEthernet(part).has_value(), bytes >= kEthernetHeaderBytes);
        if (bytes < kEthernetHeaderBytes)
            continue;
        QVERIFY(!parseIpv4(part.subspan(kEthernetHeaderBytes)));
        QCOMPARE(ipv4Destination(part.subspan(kEthernetHeaderBytes)).has_value(), bytes >= 34);
    }
    const auto segment = std::span(frame).subspan(34);
    for (std::size_t bytes = 0; bytes < segment.size(); ++bytes)
        QVERIFY(!parseTcp(segment.first(bytes)));
}

void TestFrames::ipLengths_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << 0x45 << 60 << true;
    QTest::newRow("no payload") << 0x45 << 20 << true;
    QTest::newRow("with options") << 0x4f << 60 << true;
    QTest::newRow("version 6") << 0x65 << 60 << false;
    QTest::newRow("version 0") << 0x05 << 60 << false;
    QTest::newRow("header too short") << 0x44 << 60 << false;
    QTest::newRow("no header") << 0x40 << 60 << false;
    QTest::newRow("header longer than all") << 0x4f << 59 << false;
    QTest::newRow("total below the header") << 0x45 << 19 << false;
    QTest::newRow("total 0") << 0x45 << 0 << false;
    QTest::newRow("total beyond the frame") << 0x45 << 61 << false;
    QTest::newRow("largest total") << 0x45 << 0xffff << false;
}

void TestFrames::ipLengths()
{
    QFETCH(int, first);
    QFETCH(int, total);
    QFETCH(bool, good);
    Bytes frame = fromHex(kSyn);
    const auto packet = std::span(frame).subspan(kEthernetHeaderBytes);
    packet[0] = static_cast<std::byte>(first);
    storeBig(packet, 2, static_cast<std::uint16_t>(total));
    const auto parsed = parseIpv4(packet);
    QCOMPARE(parsed.has_value(), good);
    if (parsed)
        QCOMPARE(parsed->payload.size(), static_cast<std::size_t>(total - (first & 0xf) * 4));
}

void TestFrames::leavesPaddingOut()
{
    Bytes frame = fromHex(kSyn);
    frame.resize(frame.size() + 30, std::byte{0xff});
    QCOMPARE(parseIpv4(ipOf(frame))->payload.size(), std::size_t{40});
}

void TestFrames::knowsFragments()
{
    Bytes frame = fromHex(kSyn);
    const auto packet = std::span(frame).subspan(kEthernetHeaderBytes);
    for (const int bits : {0x2000, 0x0001, 0x1fff, 0x3fff}) {
        storeBig(packet, 6, static_cast<std::uint16_t>(bits));
        QVERIFY(parseIpv4(packet)->isFragment);
    }
    for (const int bits : {0x0000, 0x4000, 0x8000}) {
        storeBig(packet, 6, static_cast<std::uint16_t>(bits));
        QVERIFY(!parseIpv4(packet)->isFragment);
    }
}

void TestFrames::tcpLengths_data()
{
    QTest::addColumn<int>("words");
    QTest::addColumn<bool>("good");
    for (int words = 0; words < 16; ++words)
        QTest::addRow("%d words", words) << words << (words >= 5 && words <= 10);
}

void TestFrames::tcpLengths()
{
    QFETCH(int, words);
    QFETCH(bool, good);
    Bytes segment(40);
    segment[12] = static_cast<std::byte>(words << 4);
    const auto parsed = parseTcp(segment);
    QCOMPARE(parsed.has_value(), good);
    if (parsed)
        QCOMPARE(parsed->payload.size(), static_cast<std::size_t>(40 - words * 4));
}

void TestFrames::options_data()
{
    QTest::addColumn<QString>("hex");
    QTest::addColumn<int>("mss"); ///< -1: none; -2: refused
    QTest::newRow("none") << "" << -1;
    QTest::newRow("MSS") << "020405b4" << 1460;
    QTest::newRow("MSS 0") << "02040000" << 0;
    QTest::newRow("MSS behind nothings") << "010101020405b4" << 1460;
    QTest::newRow("MSS behind others") << "0402080a1111111122222222020405b4" << 1460;
    QTest::newRow("the last MSS") << "020405b402040218" << 536;
    QTest::newRow("MSS behind the end") << "00020405b4" << -1;
    QTest::newRow("garbage behind the end") << "00ff00ff" << -1;
    QTest::newRow("unknown") << "fe04abcd" << -1;
    QTest::newRow("length 0") << "03000000" << -2;
    QTest::newRow("length 1") << "03010000" << -2;
    QTest::newRow("length beyond the end") << "03050000" << -2;
    QTest::newRow("largest length") << "08ff0000" << -2;
    QTest::newRow("no room for a length") << "01010103" << -2;
    QTest::newRow("MSS too short") << "02030500" << -2;
    QTest::newRow("MSS too long") << "020605b40000" << -2;
    QTest::newRow("MSS cut off") << "01010204" << -2;
}

void TestFrames::options()
{
    QFETCH(QString, hex);
    QFETCH(int, mss);
    const Bytes bytes = tcpWithOptions(hex.toLatin1());
    const auto segment = parseTcp(bytes);
    QCOMPARE(segment.has_value(), mss != -2);
    if (segment)
        QCOMPARE(segment->header.mss ? *segment->header.mss : -1, mss);
}

void TestFrames::writesTcp()
{
    const Ipv4Address service{{169, 254, 169, 254}};
    const Ipv4Address guest{{172, 16, 0, 2}};
    TcpHeader header{.sourcePort = 80,
                     .destinationPort = 49152,
                     .sequence = {0xfffffff0},
                     .acknowledgment = {0x01020305},
                     .flags = {.syn = true, .ack = true},
                     .window = 2500,
                     .mss = std::uint16_t{1460}};
    const auto packetOf = [&](std::string_view payload) {
        Bytes out(kIpv4HeaderBytes + tcpHeaderBytes(header) + payload.size(), std::byte{0xee});
        const auto segment = std::span(out).subspan(kIpv4HeaderBytes);
        std::ranges::copy(std::as_bytes(std::span(payload)), segment.subspan(tcpHeaderBytes(header)).begin());
        writeTcp(segment, header, service, guest);
        writeIpv4(
            out,
            {.source = service, .destination = guest, .protocol = kProtocolTcp, .isFragment = false, .payload = {}},
            segment.size());
        return toHex(out);
    };
    QCOMPARE(packetOf(""), QByteArray(kSynAckPacket));
    header.flags = {.fin = true, .psh = true, .ack = true};
    header.mss.reset();
    QCOMPARE(packetOf("odd"), QByteArray(kDataPacket));
}

void TestFrames::readsAndWritesArp()
{
    const Bytes packet = fromHex("0001080006040001"
                                 "0600ac100002ac100002"
                                 "000000000000a9fea9fe");
    const auto arp = parseArp(packet);
    QVERIFY(arp);
    QCOMPARE(arp->operation, kArpRequest);
    QCOMPARE(toString(arp->senderMac), std::string("06:00:ac:10:00:02"));
    QCOMPARE(toString(arp->sender), std::string("172.16.0.2"));
    QCOMPARE(toString(arp->targetMac), std::string("00:00:00:00:00:00"));
    QCOMPARE(toString(arp->target), std::string("169.254.169.254"));
    Bytes written(kArpBytes, std::byte{0xee});
    writeArp(written, *arp);
    QCOMPARE(toHex(written), toHex(packet));
    for (std::size_t bytes = 0; bytes < kArpBytes; ++bytes)
        QVERIFY(!parseArp(std::span(packet).first(bytes)));
}

void TestFrames::arpOfOtherAddresses_data()
{
    QTest::addColumn<QString>("start");
    QTest::newRow("other hardware") << "000608000604";
    QTest::newRow("other protocol") << "000186dd0604";
    QTest::newRow("hardware length") << "000108000804";
    QTest::newRow("protocol length") << "000108000610";
}

void TestFrames::arpOfOtherAddresses()
{
    QFETCH(QString, start);
    Bytes packet = fromHex(start.toLatin1());
    packet.resize(60);
    QVERIFY(!parseArp(packet));
}

void TestFrames::checksums()
{
    // RFC 1071, 3.
    QCOMPARE(internetChecksum(fromHex("0001f203f4f5f6f7")), static_cast<std::uint16_t>(~0xddf2 & 0xffff));
    QCOMPARE(internetChecksum({}), std::uint16_t{0xffff});
    QCOMPARE(internetChecksum(fromHex("ff")), std::uint16_t{0x00ff});
    QCOMPARE(internetChecksum(fromHex("ffffffff")), std::uint16_t{0});
    QCOMPARE(internetChecksum(Bytes(65536, std::byte{0xff}), 0xffffffff), std::uint16_t{0});
}

void TestFrames::sequencesWrapAround()
{
    const Sequence late{0xfffffffe};
    const Sequence early = late + 5;
    QCOMPARE(early.value, 3U);
    QVERIFY(late.isBefore(early));
    QVERIFY(!early.isBefore(late));
    QVERIFY(!early.isBefore(early));
    QCOMPARE(early.since(late), 5);
    QCOMPARE(late.since(early), -5);
    QCOMPARE((Sequence{0} + std::size_t{0x100000001}).value, 1U);
}

QTEST_APPLESS_MAIN(TestFrames)
#include "tst_frames.moc"
