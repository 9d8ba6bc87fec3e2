#include "stack_fixture.h"

using namespace sparkler;
using namespace sparkler::mmds;
using namespace sparkler::mmds::test;

class TestTcpRules : public QObject, private StackFixture {
    Q_OBJECT
private slots:
    void init() { reset(); }

    void usesTheGuestsMss_data();
    void usesTheGuestsMss();
    void staysWithinTheWindow();
    void lateSegmentsDoNotTellTheWindow();
    void waitsForAClosedWindow();
    void asksAboutAClosedWindow();
    void refusesWhatIsAheadOrOld();
    void refusesWhatComesBehindTheEnd();
    void takesOnlyWhatFits();
    void resetsARequestThatNeverEnds();
    void repeatsAfterADuplicateAck();
    void repeatsAfterATimeout();
    void repeatsNothingThatArrived();
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
};

// ---- flow control

void TestTcpRules::usesTheGuestsMss_data()
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

void TestTcpRules::usesTheGuestsMss()
{
    QFETCH(int, told);
    QFETCH(int, used);
    storeText(5000);
    establish(told < 0 ? std::nullopt : std::optional(static_cast<std::uint16_t>(told)));
    giveData(kGet);
    const auto pieces = readAll();
    QCOMPARE(joined(pieces), expectedAnswer(text));
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        QCOMPARE(pieces[i].size(), static_cast<std::size_t>(used));
    QVERIFY(pieces.back().size() <= static_cast<std::size_t>(used));
}

void TestTcpRules::staysWithinTheWindow()
{
    storeText(20000);
    window = 3000;
    establish();
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

void TestTcpRules::lateSegmentsDoNotTellTheWindow()
{
    storeText(20000);
    window = 3000;
    establish();
    giveData(kGet);
    QCOMPARE(joined(readAll()).size(), std::size_t{3000});
    giveAck(1 + kGet.size());
    TcpHeader late = header({.ack = true});
    late.acknowledgment = kServiceStart + 1;
    late.window = 0;
    give(late, kGet);
    QCOMPARE(joined(readAll()).size(), std::size_t{3000});
}

void TestTcpRules::waitsForAClosedWindow()
{
    establish();
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

void TestTcpRules::asksAboutAClosedWindow()
{
    establish();
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

void TestTcpRules::refusesWhatIsAheadOrOld()
{
    establish();
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

void TestTcpRules::refusesWhatComesBehindTheEnd()
{
    establish();
    give(header({.fin = true, .ack = true}));
    QVERIFY(next().tcp.flags.fin);
    giveData(kGet, 2);
    const ServiceFrame ack = next();
    QVERIFY(ack.payload.empty() && ack.tcp.flags.ack && ack.tcp.acknowledgment == kGuestStart + 2);
    QVERIFY(isQuiet());
}

void TestTcpRules::takesOnlyWhatFits()
{
    establish();
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

void TestTcpRules::resetsARequestThatNeverEnds()
{
    establish();
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

void TestTcpRules::repeatsAfterADuplicateAck()
{
    storeText(5000);
    establish();
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

void TestTcpRules::repeatsAfterATimeout()
{
    storeText(3000);
    establish();
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

void TestTcpRules::repeatsNothingThatArrived()
{
    storeText(3000);
    establish();
    giveData(kGet);
    QCOMPARE(joined(readAll()), expectedAnswer(text));
    now += kTimeout;
    QVERIFY(!isQuiet()); // the acknowledgment is late, but not too late
    giveAck(1 + kGet.size());
    QVERIFY(isQuiet());
    giveData(kGet, 1 + kGet.size());
    QCOMPARE(joined(readAll()), expectedAnswer(text));
}

void TestTcpRules::givesUpAfterRetries()
{
    establish();
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

void TestTcpRules::repeatsItsSyn()
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

void TestTcpRules::countsNoRetriesWhileNobodyReads()
{
    establish();
    giveData(kGet);
    for (int i = 0; i < 100; ++i) {
        now += 1min; // the guest has no buffers, or is paused
        QVERIFY(!isQuiet());
    }
    QCOMPARE(joined(readAll()), expectedAnswer(text));
}

// ---- resets

void TestTcpRules::startsAnewAfterTheGuestForgot()
{
    establish();
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

void TestTcpRules::obeysAReset()
{
    establish();
    const Counted counted;
    give(header({.rst = true}, 0));    // before the window
    give(header({.rst = true}, 2502)); // behind it
    QCOMPARE(counted.text(), QString("accepted 2, unusual 2, rx 2"));
    give(header({.rst = true}));
    QCOMPARE(counted.text(), QString("accepted 3, unusual 2, rx 3, destroyed 1"));
    QVERIFY(isQuiet());
}

void TestTcpRules::refusesUnknownSegments_data()
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

void TestTcpRules::refusesUnknownSegments()
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

void TestTcpRules::keepsFewResets()
{
    for (std::size_t i = 0; i < TcpServer::kMaxResets + 50; ++i)
        giveAck();
    std::size_t resets = 0;
    while (next().tcp.flags.rst)
        ++resets;
    QCOMPARE(resets, TcpServer::kMaxResets);
}

void TestTcpRules::fillsAndEvicts()
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

void TestTcpRules::servesConnectionsInTurn()
{
    storeText(10000);
    for (int i = 0; i < 3; ++i) {
        guest.address.bytes[3] = static_cast<std::uint8_t>(2 + i);
        establish();
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

void TestTcpRules::survivesAcksOfTheFuture()
{
    establish();
    acknowledged = acknowledged + 1;
    giveData(kGet); // acknowledges what was never sent
    const ServiceFrame ack = next();
    QVERIFY(ack.tcp.flags.ack && ack.tcp.acknowledgment == kGuestStart + 1);
    QVERIFY(isQuiet());
    acknowledged = kServiceStart + 1;
    giveData(kGet);
    QCOMPARE(joined(readAll()), expectedAnswer(text));
}

QTEST_APPLESS_MAIN(TestTcpRules)
#include "tst_tcp_rules.moc"
