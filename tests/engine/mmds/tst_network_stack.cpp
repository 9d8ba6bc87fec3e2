#include "guest_frames.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <algorithm>

using namespace sparkler;
using namespace sparkler::mmds;
using namespace sparkler::mmds::test;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t kGuestPort = 49152;
constexpr Sequence kGuestStart{0xfffffff0}; // both streams wrap around within a request
constexpr Sequence kServiceStart{0xffffff80};
constexpr auto kTimeout = TcpConnection::kRetransmitAfter;

const std::string kGet = "GET /text HTTP/1.1\r\n\r\n";

std::string expectedAnswer(const std::string &body)
{
    return "HTTP/1.1 200 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\nContent-Type: "
           "text/plain\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// How much of each leaf came since the object was made.
class Counted {
public:
    Counted() : m_before(read()) {}
    /// "rxAccepted 1, …" for leaves that changed.
    QString text() const
    {
        static constexpr std::array kNames{"accepted", "err",      "unusual",  "badEth",  "rx",       "txBytes",
                                           "tx",       "txErrors", "txFrames", "created", "destroyed"};
        const auto now = read();
        QStringList changes;
        for (std::size_t i = 0; i < kNames.size(); ++i) {
            if (now[i] != m_before[i])
                changes << QString("%1 %2").arg(kNames[i]).arg(now[i] - m_before[i]);
        }
        return changes.join(", ");
    }

private:
    static std::array<std::uint64_t, 11> read()
    {
        const auto &m = metrics().mmds;
        return {m.rxAccepted.total(),
                m.rxAcceptedErr.total(),
                m.rxAcceptedUnusual.total(),
                m.rxBadEth.total(),
                m.rxCount.total(),
                m.txBytes.total(),
                m.txCount.total(),
                m.txErrors.total(),
                m.txFrames.total(),
                m.connectionsCreated.total(),
                m.connectionsDestroyed.total()};
    }
    const std::array<std::uint64_t, 11> m_before;
};

} // namespace

class TestNetworkStack : public QObject {
    Q_OBJECT
private slots:
    void init();

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
    void usesTheGuestsMss_data();
    void usesTheGuestsMss();
    void staysWithinTheWindow();
    void waitsForAClosedWindow();
    void asksAboutAClosedWindow();
    void refusesWhatIsAheadOrOld();
    void takesOnlyWhatFits();
    void resetsARequestThatNeverEnds();
    void repeatsAfterADuplicateAck();
    void repeatsAfterATimeout();
    void givesUpAfterRetries();
    void repeatsItsSyn();
    void countsNoRetriesWhileNobodyReads();
    void startsAnewAfterTheGuestForgot();
    void obeysAReset();
    void refusesUnknownSegments_data();
    void refusesUnknownSegments();
    void keepsFewResets();
    void fillsAndEvicts();
    void servesConnectionsInTurn();
    void survivesAcksOfTheFuture();
    void needsRoomForAFrame();

private:
    void makeStack(Sequence initial = kServiceStart)
    {
        stack = std::make_unique<NetworkStack>(service, [initial](auto) { return initial; });
    }
    TcpHeader header(TcpFlags flags, std::size_t sent = 1) const
    {
        return {.sourcePort = kGuestPort,
                .destinationPort = 80,
                .sequence = kGuestStart + sent,
                .acknowledgment = acknowledged,
                .flags = flags,
                .window = window,
                .mss = {}};
    }
    void give(const TcpHeader &tcp, std::string_view payload = {}) { give(tcpFrame(guest, tcp, payload)); }
    void give(const Frame &frame)
    {
        QVERIFY(stack->wants(std::span(frame).first(std::min<std::size_t>(frame.size(), 64))));
        stack->take(frame, now);
    }
    /// Sends payload that begins `sent` bytes after the guest's SYN and acknowledges all that came.
    void giveData(std::string_view payload, std::size_t sent = 1) { give(header({.ack = true}, sent), payload); }
    void giveAck(std::size_t sent = 1) { give(header({.ack = true}, sent)); }

    /// The next frame; `tcp.flags.rst` and all else is 0 when there is none.
    ServiceFrame next()
    {
        const auto frame = takeFrame(*stack, now);
        if (!frame)
            return {};
        auto read = readServiceFrame(*frame);
        if (!read) {
            [] { QFAIL("a broken frame"); }();
            return {};
        }
        return std::move(*read);
    }
    bool isQuiet() { return !stack->hasFrame(now); }
    void connect(std::optional<std::uint16_t> mss = 1460)
    {
        TcpHeader syn = header({.syn = true}, 0);
        syn.acknowledgment = {};
        syn.mss = mss;
        give(syn);
        const ServiceFrame synAck = next();
        QVERIFY(synAck.tcp.flags.syn && synAck.tcp.flags.ack);
        acknowledged = synAck.tcp.sequence + 1;
        giveAck();
        QVERIFY(isQuiet());
    }
    /// All data that comes at once, each segment as it is. In order.
    std::vector<std::string> readAll()
    {
        std::vector<std::string> pieces;
        for (ServiceFrame frame = next(); frame.bytes != 0; frame = next()) {
            if (frame.tcp.sequence != acknowledged)
                return {"(out of order)"};
            acknowledged = acknowledged + frame.payload.size();
            if (!frame.payload.empty())
                pieces.push_back(frame.payload);
        }
        return pieces;
    }
    static std::string joined(const std::vector<std::string> &pieces)
    {
        std::string all;
        for (const std::string &piece : pieces)
            all += piece;
        return all;
    }
    void storeText(std::size_t bytes)
    {
        text.clear();
        for (std::size_t i = 0; i < bytes; ++i)
            text += static_cast<char>('a' + i % 23);
        QVERIFY(service->put(JsonValue(JsonValue::Object{{"text", JsonValue(text)}})));
    }

    std::shared_ptr<MetadataService> service;
    std::unique_ptr<NetworkStack> stack;
    NetworkStack::TimePoint now;
    GuestAddress guest;
    Sequence acknowledged; ///< what the guest acknowledges
    std::uint16_t window = 65535;
    std::string text;
};

void TestNetworkStack::init()
{
    service = MetadataService::create("anonymous-instance", 51200);
    QVERIFY(service->configure({}));
    storeText(5);
    makeStack();
    now = NetworkStack::TimePoint(1000s);
    guest = {};
    acknowledged = {};
    window = 65535;
}

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
    connect();
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
    connect();
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
    connect();
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
    connect();
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
    connect();
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

// ---- flow control

void TestNetworkStack::usesTheGuestsMss_data()
{
    QTest::addColumn<int>("told"); ///< -1: no option
    QTest::addColumn<int>("used");
    QTest::newRow("none") << -1 << 536;
    QTest::newRow("0") << 0 << 536;
    QTest::newRow("1") << 1 << 1;
    QTest::newRow("100") << 100 << 100;
    QTest::newRow("1460") << 1460 << 1460;
    QTest::newRow("8960") << 8960 << 1460;
    QTest::newRow("65535") << 65535 << 1460;
}

void TestNetworkStack::usesTheGuestsMss()
{
    QFETCH(int, told);
    QFETCH(int, used);
    storeText(5000);
    connect(told < 0 ? std::nullopt : std::optional(static_cast<std::uint16_t>(told)));
    giveData(kGet);
    const auto pieces = readAll();
    QCOMPARE(joined(pieces), expectedAnswer(text));
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        QCOMPARE(pieces[i].size(), static_cast<std::size_t>(used));
    QVERIFY(pieces.back().size() <= static_cast<std::size_t>(used));
}

void TestNetworkStack::staysWithinTheWindow()
{
    storeText(20000);
    window = 3000;
    connect();
    giveData(kGet);
    std::string all;
    while (all.size() < expectedAnswer(text).size()) {
        const std::string piece = joined(readAll());
        QCOMPARE(piece.size(), std::min<std::size_t>(3000, expectedAnswer(text).size() - all.size()));
        all += piece;
        giveAck(1 + kGet.size());
    }
    QCOMPARE(all, expectedAnswer(text));
}

void TestNetworkStack::waitsForAClosedWindow()
{
    connect();
    window = 0;
    giveData(kGet);
    const ServiceFrame ack = next();
    QVERIFY(ack.payload.empty() && ack.tcp.flags.ack);
    QVERIFY(isQuiet());
    QVERIFY(stack->nextDeadline() == now + kTimeout);
    window = 10;
    giveAck(1 + kGet.size());
    QCOMPARE(joined(readAll()), expectedAnswer(text).substr(0, 10));
}

void TestNetworkStack::asksAboutAClosedWindow()
{
    connect();
    window = 0;
    giveData(kGet);
    QVERIFY(next().payload.empty());
    // The guest asks for patience far longer than it may stay silent.
    for (int i = 0; i < 3 * TcpConnection::kMaxRetries; ++i) {
        now += kTimeout;
        QVERIFY(stack->nextDeadline() <= now);
        QCOMPARE(next().payload, expectedAnswer(text).substr(0, 1));
        QVERIFY(isQuiet());
        giveAck(1 + kGet.size());
        QVERIFY(isQuiet());
    }
    window = 65535; // the byte of the probe is not acknowledged: it comes again, at once
    giveAck(1 + kGet.size());
    QCOMPARE(joined(readAll()), expectedAnswer(text));
}

void TestNetworkStack::refusesWhatIsAheadOrOld()
{
    connect();
    const auto isPlainAck = [this](std::size_t taken) {
        const ServiceFrame ack = next();
        return ack.tcp.flags.ack && ack.payload.empty() && ack.tcp.sequence == acknowledged &&
               ack.tcp.acknowledgment == kGuestStart + taken && isQuiet();
    };
    giveData(kGet.substr(5), 6);
    QVERIFY(isPlainAck(1));
    giveData(kGet.substr(0, 5));
    QVERIFY(isPlainAck(6));
    giveData(kGet.substr(0, 5));
    QVERIFY(isPlainAck(6));
    giveData(kGet.substr(2, 3), 3);
    QVERIFY(isPlainAck(6));
    give(header({.ack = true}, 5)); // a keep-alive probe
    QVERIFY(isPlainAck(6));
    give(header({.fin = true, .ack = true}, 30), "xx");
    QVERIFY(isPlainAck(6));
    giveData(kGet.substr(3), 4); // partly new
    QCOMPARE(joined(readAll()), expectedAnswer(text));
}

void TestNetworkStack::takesOnlyWhatFits()
{
    connect();
    std::string requests;
    while (requests.size() < 6000)
        requests += kGet;
    std::size_t taken = 0;
    std::size_t answers = 0;
    // The guest ignores the window and sends everything, again and again, behind what was taken.
    for (int i = 0; i < 1000 && taken < requests.size(); ++i) {
        giveData(std::string_view(requests).substr(taken), 1 + taken);
        for (ServiceFrame frame = next(); frame.bytes != 0; frame = next()) {
            if (frame.tcp.sequence != acknowledged)
                continue;
            QVERIFY(frame.tcp.window <= 2500);
            acknowledged = acknowledged + frame.payload.size();
            answers += frame.payload.empty() ? 0U : 1U;
            const auto progress = frame.tcp.acknowledgment.since(kGuestStart + 1 + taken);
            QVERIFY(progress >= 0 && progress <= 2500);
            taken += static_cast<std::size_t>(progress);
        }
    }
    QCOMPARE(taken, requests.size());
    giveAck(1 + taken);
    while (!isQuiet()) {
        QCOMPARE(joined(readAll()), expectedAnswer(text));
        ++answers;
        giveAck(1 + taken);
    }
    QCOMPARE(answers, requests.size() / kGet.size());
}

void TestNetworkStack::resetsARequestThatNeverEnds()
{
    connect();
    const Counted counted;
    const std::string endless = "GET /" + std::string(2495, 'x');
    giveData(endless.substr(0, 1460));
    QCOMPARE(next().tcp.window, std::uint16_t{2500 - 1460});
    giveData(endless.substr(1460), 1461);
    const ServiceFrame reset = next();
    QVERIFY(reset.tcp.flags.rst);
    QVERIFY(reset.tcp.sequence == acknowledged);
    QVERIFY(counted.text().endsWith("destroyed 1"));
    QVERIFY(isQuiet());
}

// ---- losses

void TestNetworkStack::repeatsAfterADuplicateAck()
{
    storeText(5000);
    connect();
    giveData(kGet);
    const ServiceFrame first = next();
    while (!isQuiet())
        next(); // lost
    acknowledged = acknowledged + first.payload.size();
    giveAck(1 + kGet.size());
    QVERIFY(isQuiet());
    giveAck(1 + kGet.size());
    QCOMPARE(joined(readAll()), expectedAnswer(text).substr(first.payload.size()));
    acknowledged = kServiceStart + 1 + first.payload.size();
    giveAck(1 + kGet.size()); // once is enough
    QVERIFY(isQuiet());
}

void TestNetworkStack::repeatsAfterATimeout()
{
    storeText(3000);
    connect();
    giveData(kGet);
    const Sequence start = acknowledged;
    const auto pieces = readAll();
    QCOMPARE(pieces.size(), std::size_t{3});
    QVERIFY(stack->nextDeadline() == now + kTimeout);
    now += kTimeout - 1ms;
    QVERIFY(isQuiet());
    now += 1ms;
    acknowledged = start;
    QVERIFY(readAll() == pieces);
    // What was acknowledged in part is repeated in part, even when the guest has more than it should.
    acknowledged = start + 2000;
    giveAck(1 + kGet.size());
    QVERIFY(isQuiet());
    now += kTimeout;
    QCOMPARE(joined(readAll()), expectedAnswer(text).substr(2000));
}

void TestNetworkStack::givesUpAfterRetries()
{
    connect();
    giveData(kGet);
    const Counted counted;
    QCOMPARE(next().payload, expectedAnswer(text));
    for (int i = 0; i < TcpConnection::kMaxRetries; ++i) {
        now += kTimeout;
        QCOMPARE(next().payload, expectedAnswer(text));
        QVERIFY(isQuiet());
    }
    now += kTimeout;
    const ServiceFrame reset = next();
    QVERIFY(reset.tcp.flags.rst && reset.tcp.flags.ack);
    QVERIFY(reset.tcp.sequence == acknowledged + expectedAnswer(text).size());
    QVERIFY(isQuiet());
    QVERIFY(!stack->nextDeadline());
    QVERIFY(counted.text().endsWith("destroyed 1"));
}

void TestNetworkStack::repeatsItsSyn()
{
    const TcpHeader syn = header({.syn = true}, 0);
    give(syn);
    QVERIFY(next().tcp.flags.syn);
    QVERIFY(isQuiet());
    give(syn); // the guest's timer is faster
    QVERIFY(next().tcp.flags.syn);
    QVERIFY(isQuiet());
    for (int i = 0; i < TcpConnection::kMaxRetries; ++i) {
        now += kTimeout;
        const ServiceFrame again = next();
        QVERIFY(again.tcp.flags.syn && again.tcp.mss && again.tcp.sequence == kServiceStart);
    }
    now += kTimeout;
    QVERIFY(next().tcp.flags.rst);
    QVERIFY(isQuiet());
}

void TestNetworkStack::countsNoRetriesWhileNobodyReads()
{
    connect();
    giveData(kGet);
    for (int i = 0; i < 100; ++i) {
        now += 1min; // the guest has no buffers, or is paused
        QVERIFY(!isQuiet());
    }
    QCOMPARE(joined(readAll()), expectedAnswer(text));
}

// ---- resets

void TestNetworkStack::startsAnewAfterTheGuestForgot()
{
    connect();
    TcpHeader syn = header({.syn = true}, 0);
    syn.sequence = syn.sequence + 100000;
    give(syn);
    const ServiceFrame challenge = next();
    QVERIFY(challenge.tcp.flags.ack && !challenge.tcp.flags.syn && !challenge.tcp.flags.rst);
    QVERIFY(challenge.tcp.acknowledgment == kGuestStart + 1);
    TcpHeader reset = header({.rst = true});
    reset.sequence = challenge.tcp.acknowledgment;
    give(reset);
    QVERIFY(isQuiet());
    give(syn);
    const ServiceFrame synAck = next();
    QVERIFY(synAck.tcp.flags.syn && synAck.tcp.acknowledgment == syn.sequence + 1);
}

void TestNetworkStack::obeysAReset()
{
    connect();
    const Counted counted;
    give(header({.rst = true}, 0));    // before the window
    give(header({.rst = true}, 2502)); // behind it
    QCOMPARE(counted.text(), QString("accepted 2, unusual 2, rx 2"));
    give(header({.rst = true}));
    QCOMPARE(counted.text(), QString("accepted 3, unusual 2, rx 3, destroyed 1"));
    QVERIFY(isQuiet());
}

void TestNetworkStack::refusesUnknownSegments_data()
{
    QTest::addColumn<int>("flags"); ///< 1 FIN, 2 SYN, 4 RST, 16 ACK
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("payload");
    QTest::addColumn<bool>("refused");
    QTest::newRow("ACK") << 16 << 80 << 0 << true;
    QTest::newRow("data") << 16 << 80 << 100 << true;
    QTest::newRow("FIN") << 17 << 80 << 0 << true;
    QTest::newRow("SYN with ACK") << 18 << 80 << 0 << true;
    QTest::newRow("SYN with FIN") << 3 << 80 << 0 << true;
    QTest::newRow("no flag") << 0 << 80 << 5 << true;
    QTest::newRow("RST") << 4 << 80 << 0 << false;
    QTest::newRow("RST with ACK") << 20 << 80 << 0 << false;
    QTest::newRow("RST with SYN") << 6 << 80 << 0 << false;
    QTest::newRow("SYN to another port") << 2 << 443 << 0 << true;
    QTest::newRow("RST to another port") << 4 << 443 << 0 << false;
}

void TestNetworkStack::refusesUnknownSegments()
{
    QFETCH(int, flags);
    QFETCH(int, port);
    QFETCH(int, payload);
    QFETCH(bool, refused);
    TcpHeader sent =
        header({.fin = (flags & 1) != 0, .syn = (flags & 2) != 0, .rst = (flags & 4) != 0, .ack = (flags & 16) != 0});
    sent.destinationPort = static_cast<std::uint16_t>(port);
    sent.acknowledgment = {0x12345678};
    const Counted counted;
    give(sent, std::string(static_cast<std::size_t>(payload), 'x'));
    QCOMPARE(counted.text(), QString("accepted 1, unusual 1, rx 1"));
    QCOMPARE(isQuiet(), !refused);
    if (!refused)
        return;
    const ServiceFrame reset = next();
    QVERIFY(reset.tcp.flags.rst && isQuiet());
    QCOMPARE(reset.tcp.sourcePort, static_cast<std::uint16_t>(port));
    QCOMPARE(reset.tcp.destinationPort, kGuestPort);
    if (sent.flags.ack) {
        QVERIFY(reset.tcp.sequence == sent.acknowledgment && !reset.tcp.flags.ack);
    } else {
        const int length = payload + (flags & 1) + (flags >> 1 & 1);
        QVERIFY(reset.tcp.flags.ack && reset.tcp.sequence == Sequence{0});
        QVERIFY(reset.tcp.acknowledgment == sent.sequence + static_cast<std::size_t>(length));
    }
}

void TestNetworkStack::keepsFewResets()
{
    for (std::size_t i = 0; i < TcpServer::kMaxResets + 50; ++i)
        giveAck();
    std::size_t resets = 0;
    while (next().tcp.flags.rst)
        ++resets;
    QCOMPARE(resets, TcpServer::kMaxResets);
}

void TestNetworkStack::fillsAndEvicts()
{
    const auto synOf = [this](std::size_t number) {
        TcpHeader syn = header({.syn = true}, 0);
        syn.sourcePort = static_cast<std::uint16_t>(kGuestPort + number);
        return syn;
    };
    for (std::size_t i = 0; i < TcpServer::kMaxConnections; ++i) {
        give(synOf(i));
        QVERIFY(next().tcp.flags.syn);
        TcpHeader ack = header({.ack = true});
        ack.sourcePort = synOf(i).sourcePort;
        ack.acknowledgment = kServiceStart + 1;
        give(ack);
        now += 10ms;
    }
    const Counted counted;
    now += TcpServer::kEvictAfter - 10ms * TcpServer::kMaxConnections - 1ms;
    give(synOf(100));
    const ServiceFrame refusal = next();
    QVERIFY(refusal.tcp.flags.rst && refusal.tcp.acknowledgment == kGuestStart + 1);
    QCOMPARE(refusal.tcp.destinationPort, synOf(100).sourcePort);
    QCOMPARE(counted.text(), QString("accepted 1, unusual 1, rx 1, txBytes 54, tx 1, txFrames 1"));
    now += 1ms; // the first was silent long enough
    give(synOf(100));
    const ServiceFrame reset = next();
    QVERIFY(reset.tcp.flags.rst);
    QCOMPARE(reset.tcp.destinationPort, synOf(0).sourcePort);
    QVERIFY(reset.tcp.sequence == kServiceStart + 1);
    const ServiceFrame synAck = next();
    QVERIFY(synAck.tcp.flags.syn);
    QCOMPARE(synAck.tcp.destinationPort, synOf(100).sourcePort);
    QVERIFY(counted.text().endsWith("created 1, destroyed 1"));
    give(synOf(101));
    QVERIFY(next().tcp.flags.rst);
}

void TestNetworkStack::servesConnectionsInTurn()
{
    storeText(10000);
    for (int i = 0; i < 3; ++i) {
        guest.address.bytes[3] = static_cast<std::uint8_t>(2 + i);
        connect();
    }
    for (int i = 0; i < 3; ++i) {
        guest.address.bytes[3] = static_cast<std::uint8_t>(2 + i);
        giveData(kGet);
    }
    std::array<int, 3> segments{};
    for (int i = 0; i < 9; ++i)
        ++segments.at(next().address.bytes[3] - 2U);
    QVERIFY(segments == (std::array{3, 3, 3}));
}

void TestNetworkStack::survivesAcksOfTheFuture()
{
    connect();
    acknowledged = acknowledged + 1;
    giveData(kGet); // acknowledges what was never sent
    const ServiceFrame ack = next();
    QVERIFY(ack.tcp.flags.ack && ack.tcp.acknowledgment == kGuestStart + 1);
    QVERIFY(isQuiet());
    acknowledged = kServiceStart + 1;
    giveData(kGet);
    QCOMPARE(joined(readAll()), expectedAnswer(text));
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
