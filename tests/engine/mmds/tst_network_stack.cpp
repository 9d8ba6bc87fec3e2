#include "stack_fixture.h"

using namespace sparkler;
using namespace sparkler::mmds;
using namespace sparkler::mmds::test;

class TestNetworkStack : public QObject, private StackFixture {
    Q_OBJECT
private slots:
    void init() { reset(); }

    void wants_data();
    void wants();
    void answersArp();
    void keepsFewArpReplies();
    void countsWhatItCannotUse_data();
    void countsWhatItCannotUse();
    void connects();
    void answersARequest();
    void endsAfterTheGuest();
    void answersBeforeItEnds();
    void keepsTheConnection();
    void goesToWhoeverAsked();
    void needsRoomForAFrame();
};

// ---- which frames

void TestNetworkStack::wants_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("wanted");
    const auto row = [](const char *name, Frame frame, bool wanted) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(frame.data()),
                                          static_cast<qsizetype>(frame.size()))
                            << wanted;
    };
    const GuestAddress from;
    const auto withType = [](Frame frame, std::uint8_t high, std::uint8_t low) {
        frame[12] = std::byte{high};
        frame[13] = std::byte{low};
        return frame;
    };
    const auto cut = [](Frame frame, std::size_t bytes) {
        frame.resize(bytes);
        return frame;
    };
    row("ARP request", arpFrame(from, kServiceAddress), true);
    row("ARP reply", arpFrame(from, kServiceAddress, kArpReply), true);
    row("ARP, shortest", cut(arpFrame(from, kServiceAddress), 42), true);
    row("ARP, cut off", cut(arpFrame(from, kServiceAddress), 41), false);
    row("ARP for another", arpFrame(from, {{172, 16, 0, 1}}), false);
    row("TCP", ipv4Frame(from, kServiceAddress, 6, "x"), true);
    row("UDP", ipv4Frame(from, kServiceAddress, 17), true);
    row("IPv4 to another", ipv4Frame(from, {{169, 254, 169, 253}}, 6), false);
    row("IPv4, cut off", cut(ipv4Frame(from, kServiceAddress, 6), 33), false);
    row("IPv6", withType(ipv4Frame(from, kServiceAddress, 6), 0x86, 0xdd), false);
    row("VLAN", withType(ipv4Frame(from, kServiceAddress, 6), 0x81, 0x00), false);
    row("header only", cut(arpFrame(from, kServiceAddress), 14), false);
    row("nothing", {}, false);
}

void TestNetworkStack::wants()
{
    QFETCH(QByteArray, frame);
    QFETCH(bool, wanted);
    const auto bytes = std::as_bytes(std::span(frame.constData(), static_cast<std::size_t>(frame.size())));
    const Counted counted;
    QCOMPARE(stack->wants(bytes), wanted);
    QCOMPARE(counted.text(), QString(frame.isEmpty() ? "badEth 1" : ""));
    QVERIFY(service->configure({.address = {{169, 254, 1, 1}}}));
    QVERIFY(!stack->wants(bytes));
}

void TestNetworkStack::answersArp()
{
    const Counted counted;
    give(arpFrame(guest, kServiceAddress));
    const ServiceFrame reply = next();
    QVERIFY(reply.arp);
    QVERIFY(reply.mac == guest.mac);
    QCOMPARE(reply.arp->operation, kArpReply);
    QCOMPARE(toString(reply.arp->senderMac), std::string("06:01:23:45:67:01"));
    QVERIFY(reply.arp->sender == kServiceAddress);
    QVERIFY(reply.arp->targetMac == guest.mac && reply.arp->target == guest.address);
    QCOMPARE(reply.bytes, std::size_t{42});
    QCOMPARE(counted.text(), QString("accepted 1, txBytes 42, txFrames 1"));
    give(arpFrame(guest, kServiceAddress, kArpReply));
    QVERIFY(isQuiet());
    QCOMPARE(counted.text(), QString("accepted 2, unusual 1, txBytes 42, txFrames 1"));
}

void TestNetworkStack::keepsFewArpReplies()
{
    for (std::size_t i = 0; i < NetworkStack::kMaxArpReplies + 10; ++i)
        give(arpFrame(guest, kServiceAddress));
    std::size_t replies = 0;
    while (next().arp)
        ++replies;
    QCOMPARE(replies, NetworkStack::kMaxArpReplies);
    give(arpFrame(guest, kServiceAddress));
    QVERIFY(next().arp);
}

void TestNetworkStack::countsWhatItCannotUse_data()
{
    QTest::addColumn<int>("at"); ///< byte of a SYN frame to change; 0: none
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("counted");
    QTest::newRow("good") << 0 << 0 << "accepted 1, rx 1, created 1";
    QTest::newRow("ICMP") << 23 << 1 << "accepted 1, unusual 1";
    QTest::newRow("UDP") << 23 << 17 << "accepted 1, unusual 1";
    QTest::newRow("fragment") << 20 << 0x20 << "accepted 1, unusual 1";
    QTest::newRow("IP version") << 14 << 0x65 << "accepted 1, err 1";
    QTest::newRow("IP header length") << 14 << 0x44 << "accepted 1, err 1";
    QTest::newRow("IP total length") << 16 << 0xff << "accepted 1, err 1";
    QTest::newRow("TCP header length") << 46 << 0x40 << "accepted 1, err 1";
    QTest::newRow("TCP option length") << 55 << 0 << "accepted 1, err 1";
    QTest::newRow("TCP port") << 37 << 81 << "accepted 1, unusual 1, rx 1";
    QTest::newRow("no flags") << 47 << 0 << "accepted 1, unusual 1, rx 1";
    QTest::newRow("checksums do not matter") << 24 << 0x77 << "accepted 1, rx 1, created 1";
}

void TestNetworkStack::countsWhatItCannotUse()
{
    QFETCH(int, at);
    QFETCH(int, value);
    QFETCH(QString, counted);
    TcpHeader syn = header({.syn = true}, 0);
    syn.mss = std::uint16_t{1460};
    Frame frame = tcpFrame(guest, syn);
    if (at != 0)
        frame[static_cast<std::size_t>(at)] = static_cast<std::byte>(value);
    const Counted changes;
    give(frame);
    QCOMPARE(changes.text(), counted);
}

// ---- the course of a connection

void TestNetworkStack::connects()
{
    const Counted counted;
    TcpHeader syn = header({.syn = true}, 0);
    syn.acknowledgment = {};
    give(syn);
    const ServiceFrame synAck = next();
    QVERIFY(synAck.mac == guest.mac && synAck.address == guest.address);
    const TcpFlags &flags = synAck.tcp.flags;
    QVERIFY(flags.syn && flags.ack && !flags.fin && !flags.rst && !flags.psh);
    QCOMPARE(synAck.tcp.sourcePort, std::uint16_t{80});
    QCOMPARE(synAck.tcp.destinationPort, kGuestPort);
    QVERIFY(synAck.tcp.sequence == kServiceStart);
    QVERIFY(synAck.tcp.acknowledgment == kGuestStart + 1);
    QCOMPARE(synAck.tcp.window, std::uint16_t{2500});
    QCOMPARE(synAck.tcp.mss.value_or(0), std::uint16_t{1460});
    QVERIFY(synAck.payload.empty());
    QVERIFY(isQuiet());
    QCOMPARE(counted.text(), QString("accepted 1, rx 1, txBytes 58, tx 1, txFrames 1, created 1"));
    acknowledged = kServiceStart + 1;
    giveAck();
    QVERIFY(isQuiet());
    QVERIFY(!stack->nextDeadline());
}

void TestNetworkStack::answersARequest()
{
    establish();
    giveData(kGet);
    const ServiceFrame answer = next();
    QCOMPARE(answer.payload, expectedAnswer(text));
    QVERIFY(answer.tcp.sequence == kServiceStart + 1);
    QVERIFY(answer.tcp.acknowledgment == kGuestStart + 1 + kGet.size());
    QVERIFY(answer.tcp.flags.psh && answer.tcp.flags.ack && !answer.tcp.flags.fin && !answer.tcp.mss);
    QVERIFY(isQuiet());
    acknowledged = acknowledged + answer.payload.size();
    giveAck(1 + kGet.size());
    QVERIFY(isQuiet());
    QVERIFY(!stack->nextDeadline());
}

void TestNetworkStack::endsAfterTheGuest()
{
    establish();
    const Counted counted;
    give(header({.fin = true, .ack = true}));
    const ServiceFrame fin = next();
    QVERIFY(fin.tcp.flags.fin && fin.tcp.flags.ack);
    QVERIFY(fin.tcp.acknowledgment == kGuestStart + 2);
    QVERIFY(fin.tcp.sequence == kServiceStart + 1);
    QVERIFY(isQuiet());
    acknowledged = acknowledged + 1;
    giveAck(2);
    QCOMPARE(counted.text(), QString("accepted 2, rx 2, txBytes 54, tx 1, txFrames 1, destroyed 1"));
    QVERIFY(isQuiet());
    giveAck(2); // nobody knows it now
    QVERIFY(next().tcp.flags.rst);
}

void TestNetworkStack::answersBeforeItEnds()
{
    establish();
    const std::string requests = kGet + kGet;
    TcpHeader last = header({.fin = true, .ack = true});
    give(last, requests + "GET /uncompl");
    std::string all;
    for (int i = 0; i < 2; ++i) {
        const ServiceFrame answer = next();
        all += answer.payload;
        QVERIFY(!answer.tcp.flags.fin);
        acknowledged = acknowledged + answer.payload.size();
        giveAck(2 + requests.size() + 12);
    }
    QCOMPARE(all, expectedAnswer(text) + expectedAnswer(text));
    QVERIFY(next().tcp.flags.fin);
}

void TestNetworkStack::keepsTheConnection()
{
    establish();
    std::size_t sent = 1;
    for (int i = 0; i < 50; ++i) {
        giveData(kGet, sent);
        sent += kGet.size();
        QCOMPARE(joined(readAll()), expectedAnswer(text));
        giveAck(sent);
        now += 1h;
        QVERIFY(isQuiet());
    }
}

void TestNetworkStack::goesToWhoeverAsked()
{
    establish();
    const GuestAddress other{.mac = {{2, 0, 0, 0, 0, 9}}, .address = {{10, 1, 2, 3}}};
    stack->take(tcpFrame(other, header({.syn = true}, 0)), now);
    const ServiceFrame synAck = next();
    QVERIFY(synAck.tcp.flags.syn);
    QVERIFY(synAck.mac == other.mac && synAck.address == other.address);
    guest.mac = {{2, 0, 0, 0, 0, 5}}; // the first guest's card was replaced
    giveData(kGet);
    const ServiceFrame answer = next();
    QVERIFY(answer.mac == guest.mac && answer.address == guest.address);
    QCOMPARE(answer.payload, expectedAnswer(text));
}

void TestNetworkStack::needsRoomForAFrame()
{
    give(header({.syn = true}, 0));
    const Counted counted;
    Frame small(NetworkStack::kMaxFrameBytes - 1);
    QCOMPARE(stack->nextFrame(small, now), std::size_t{0});
    QCOMPARE(counted.text(), QString("txErrors 1"));
    QVERIFY(next().tcp.flags.syn);
    QCOMPARE(stack->nextFrame(small, now), std::size_t{0});
    QCOMPARE(counted.text(), QString("txBytes 58, tx 1, txErrors 1, txFrames 1"));
}

QTEST_APPLESS_MAIN(TestNetworkStack)
#include "tst_network_stack.moc"
