// The multiplexer: two of them back to back, and one against a hostile peer.
#include "emulator/mux.h"
#include "emulator/options.h"
#include "emulator/qemu_command.h"
#include "emulator/start_order.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace sparkler;
using namespace sparkler::emulator;

namespace {

std::span<const std::byte> bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

std::string frame(FrameType type, std::uint8_t kind, StreamId stream, std::string_view payload = {})
{
    std::string out;
    appendFrame(out, type, kind, stream, payload);
    return out;
}

const std::string kGreeting = frame(FrameType::Hello, 0, 0, kHello);

/// Both ends, and the way between them.
struct Pair {
    Mux host{Side::Host};
    Mux helper{Side::Helper};
    std::vector<MuxEvent> atHost;
    std::vector<MuxEvent> atHelper;

    /// Moves all output in pieces of at most `piece` bytes, both ways, until there is none.
    bool exchange(std::size_t piece = SIZE_MAX)
    {
        while (!host.output().empty() || !helper.output().empty())
            if (!move(host, helper, atHelper, piece) || !move(helper, host, atHost, piece))
                return false;
        return true;
    }

private:
    static bool move(Mux &from, Mux &to, std::vector<MuxEvent> &events, std::size_t piece)
    {
        const auto output = from.output();
        const std::size_t count = std::min(piece, output.size());
        const bool good = to.receive(output.first(count), events).has_value();
        from.outputSent(count);
        return good;
    }
};

/// Bytes that differ at each place.
std::string pattern(std::size_t size, unsigned seed)
{
    std::minstd_rand random(seed + 1);
    std::string text(size, '\0');
    for (char &character : text)
        character = static_cast<char>(random() & 0xff);
    return text;
}

/// What a mux says to bytes of a hostile peer after its greeting.
std::string complaint(Side side, const std::string &bytes)
{
    Mux mux(side);
    std::vector<MuxEvent> events;
    const auto received = mux.receive(bytesOf(kGreeting + bytes), events);
    return received ? std::string() : received.error().text;
}

} // namespace

class TestEmulatorMux : public QObject {
    Q_OBJECT
private slots:
    void bytes_arriveInPiecesOfEverySize();
    void window_boundsWhatASenderMaySend();
    void stalledStream_holdsBackNoOther();
    void output_isBounded();
    void end_leavesTheOtherDirectionOpen();
    void close_keepsWhatWasSentBefore();
    void framesAfterOwnClose_areIgnored();
    void streamLimit_refusesFurtherOnes();
    void controlFrames_carryPayload();
    void hostileFrames_areErrors_data();
    void hostileFrames_areErrors();
    void unreadAnswers_areAnError();
    void randomBytes_neverBreakBounds();
    void randomFrames_neverBreakBounds();
    void startOrder_survivesEncoding();
    void qemuCommand_doublesCommas();
    void qemuCommand_sharedDirectoryGetsNoLinks();
    void commandLine_isChecked();
};

void TestEmulatorMux::bytes_arriveInPiecesOfEverySize()
{
    const std::string sent = pattern(700, 1);
    for (std::size_t piece = 1; piece < 64; ++piece) {
        Pair pair;
        const auto id = pair.host.open(StreamKind::Api);
        QVERIFY(id);
        pair.host.write(*id, sent);
        pair.host.finish(*id);
        QVERIFY(pair.exchange(piece));
        QCOMPARE(pair.atHelper.front().kind, MuxEvent::Kind::Opened);
        QCOMPARE(pair.atHelper.front().stream, *id);
        QVERIFY(pair.helper.pending(*id) == sent);
        QVERIFY(pair.helper.endReceived(*id));
        QVERIFY(!pair.helper.closeReceived(*id));
    }
}

void TestEmulatorMux::window_boundsWhatASenderMaySend()
{
    Pair pair;
    const auto id = pair.host.open(StreamKind::Api);
    const std::string sent = pattern(3 * Mux::kWindow, 2);
    std::size_t written = 0;
    const auto writeAll = [&] {
        while (const std::size_t room = std::min(pair.host.writeRoom(*id), sent.size() - written)) {
            pair.host.write(*id, std::string_view(sent).substr(written, room));
            written += room;
            if (!pair.exchange())
                return false;
        }
        return true;
    };
    QVERIFY(writeAll());
    QCOMPARE(written, std::size_t(Mux::kWindow));
    QCOMPARE(pair.helper.pending(*id).size(), std::size_t(Mux::kWindow));

    std::string received;
    while (received.size() < sent.size()) {
        const std::string_view pending = pair.helper.pending(*id);
        QVERIFY(!pending.empty());
        QVERIFY(pending.size() <= Mux::kWindow);
        const std::size_t count = std::min<std::size_t>(pending.size(), 10'000);
        received += pending.substr(0, count);
        pair.helper.consume(*id, count);
        QVERIFY(pair.exchange());
        QVERIFY(writeAll());
    }
    QVERIFY(received == sent);
}

void TestEmulatorMux::stalledStream_holdsBackNoOther()
{
    Pair pair;
    const auto stalled = pair.host.open(StreamKind::Console);
    while (const std::size_t room = pair.host.writeRoom(*stalled)) {
        pair.host.write(*stalled, std::string(room, 'x'));
        QVERIFY(pair.exchange());
    }
    const auto other = pair.host.open(StreamKind::Api);
    for (int round = 0; round < 50; ++round) {
        const std::string request = pattern(20'000, static_cast<unsigned>(round));
        QVERIFY(pair.host.writeRoom(*other) >= request.size());
        pair.host.write(*other, request);
        QVERIFY(pair.exchange());
        QVERIFY(pair.helper.pending(*other) == request);
        pair.helper.consume(*other, request.size());
        QVERIFY(pair.exchange());
    }
    QCOMPARE(pair.helper.pending(*stalled).size(), std::size_t(Mux::kWindow));
}

void TestEmulatorMux::output_isBounded()
{
    Mux mux(Side::Host);
    std::vector<StreamId> ids;
    while (const auto id = mux.open(StreamKind::Api))
        ids.push_back(*id);
    QCOMPARE(ids.size(), Mux::kMaxStreams);
    for (const StreamId id : ids)
        while (const std::size_t room = mux.writeRoom(id))
            mux.write(id, std::string(room, 'x'));
    QVERIFY(mux.output().size() <= Mux::kOutputTarget + 2 * kFrameHeaderBytes);
    mux.outputSent(40'000);
    QVERIFY(mux.writeRoom(ids.back()) > 0);
}

void TestEmulatorMux::end_leavesTheOtherDirectionOpen()
{
    Pair pair;
    const auto id = pair.host.open(StreamKind::Api);
    pair.host.write(*id, "request");
    pair.host.finish(*id);
    QCOMPARE(pair.host.writeRoom(*id), std::size_t(0));
    QVERIFY(pair.exchange());
    pair.helper.write(*id, "answer");
    QVERIFY(pair.exchange());
    QVERIFY(pair.host.pending(*id) == "answer");
    QVERIFY(!pair.host.endReceived(*id));
    pair.helper.close(*id);
    QVERIFY(pair.exchange());
    QVERIFY(pair.host.endReceived(*id) && pair.host.closeReceived(*id));
}

void TestEmulatorMux::close_keepsWhatWasSentBefore()
{
    Pair pair;
    const auto id = pair.host.open(StreamKind::Console);
    pair.host.write(*id, "last words");
    pair.host.close(*id);
    QCOMPARE(pair.host.streamCount(), std::size_t(0));
    QVERIFY(pair.exchange());
    QVERIFY(pair.helper.pending(*id) == "last words");
    QVERIFY(pair.helper.closeReceived(*id));
    QCOMPARE(pair.helper.writeRoom(*id), std::size_t(0));
    pair.helper.close(*id);
    QVERIFY(pair.helper.output().empty());
}

void TestEmulatorMux::framesAfterOwnClose_areIgnored()
{
    Pair pair;
    const auto id = pair.host.open(StreamKind::Console);
    QVERIFY(pair.exchange());
    pair.helper.write(*id, "on its way");
    pair.helper.finish(*id);
    pair.host.close(*id);
    QVERIFY(pair.exchange());
    QVERIFY(pair.host.pending(*id).empty());
    QVERIFY(pair.host.closeReceived(*id));
}

void TestEmulatorMux::streamLimit_refusesFurtherOnes()
{
    Mux helper(Side::Helper);
    std::vector<MuxEvent> events;
    std::string bytes = kGreeting;
    for (StreamId id = 2; id <= 2 * (Mux::kMaxAccepted + 1); id += 2)
        bytes += frame(FrameType::Open, 1, id);
    QVERIFY(helper.receive(bytesOf(bytes), events));
    QCOMPARE(events.size(), Mux::kMaxAccepted);
    QCOMPARE(helper.streamCount(), Mux::kMaxAccepted);
    QVERIFY(helper.open(StreamKind::Output)); // the other side's number does not count here
    helper.close(1);
    helper.outputSent(helper.output().size());
    QVERIFY(helper.receive(bytesOf(frame(FrameType::Open, 1, 2 * (Mux::kMaxAccepted + 2))), events));
    const std::string refusal = frame(FrameType::Close, 0, 2 * (Mux::kMaxAccepted + 2));
    const auto output = helper.output();
    QVERIFY(std::ranges::equal(output.last(refusal.size()), bytesOf(refusal)));
}

void TestEmulatorMux::controlFrames_carryPayload()
{
    Pair pair;
    pair.host.sendControl(ControlKind::Start, "order");
    pair.helper.sendControl(ControlKind::Exit, u32Payload(7));
    QVERIFY(pair.exchange(5));
    QCOMPARE(pair.atHelper.at(0).control, ControlKind::Start);
    QVERIFY(pair.atHelper.at(0).payload == "order");
    QCOMPARE(payloadU32(pair.atHost.at(0).payload), std::optional<std::uint32_t>(7));
}

void TestEmulatorMux::hostileFrames_areErrors_data()
{
    QTest::addColumn<bool>("atHost");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, bool atHost, const std::string &bytes, const char *text) {
        QTest::newRow(name) << atHost << QByteArray::fromStdString(bytes) << QByteArray(text);
    };
    const std::string open = frame(FrameType::Open, 1, 2);
    const std::string tooLong("\x03\0\0\0\x02\0\0\0\x01\0\x01\0", 12);
    row("second greeting", false, kGreeting, "version");
    row("unknown type", false, frame(static_cast<FrameType>(9), 0, 2), "no frame");
    row("too long", false, open + tooLong, "no frame");
    row("reserved bytes", false, open + std::string("\x05\0\x01\0\x02\0\0\0\0\0\0\0", 12), "no frame");
    row("empty data", false, open + frame(FrameType::Data, 0, 2), "no frame");
    row("end with payload", false, open + frame(FrameType::End, 0, 2, "x"), "no frame");
    row("data of stream 0", false, frame(FrameType::Data, 0, 0, "x"), "no frame");
    row("stream that never was", false, open + frame(FrameType::Data, 0, 4, "x"), "does not exist");
    row("own stream that never was", true, frame(FrameType::Data, 0, 2, "x"), "does not exist");
    row("open twice", false, open + open, "must not be opened");
    row("open with the other's id", false, frame(FrameType::Open, 1, 3), "must not be opened");
    row("open of the other's kind", false, frame(FrameType::Open, 3, 2), "must not be opened");
    row("api opened at the host", true, frame(FrameType::Open, 1, 1), "must not be opened");
    row("unknown kind", false, frame(FrameType::Open, 9, 2), "no frame");
    row("data after end", false, open + frame(FrameType::End, 0, 2) + frame(FrameType::Data, 0, 2, "x"),
        "after its end");
    row("end twice", false, open + frame(FrameType::End, 0, 2) + frame(FrameType::End, 0, 2), "ended twice");
    row("end after close", false, open + frame(FrameType::Close, 0, 2) + frame(FrameType::End, 0, 2),
        "after its close");
    row("more than granted", false,
        open + frame(FrameType::Data, 0, 2, std::string(kMaxPayload, 'x')) +
            frame(FrameType::Data, 0, 2, std::string(kMaxPayload, 'x')) + frame(FrameType::Data, 0, 2, "x"),
        "than were granted");
    row("credit for nothing sent", false, open + frame(FrameType::Credit, 0, 2, u32Payload(1)), "impossible credit");
    row("credit overflow", false, open + frame(FrameType::Credit, 0, 2, u32Payload(0xffffffff)), "impossible credit");
    row("credit of zero", false, open + frame(FrameType::Credit, 0, 2, u32Payload(0)), "impossible credit");
    row("exit from the host", false, frame(FrameType::Control, 4, 0, u32Payload(0)), "wrong side");
    row("start from the helper", true, frame(FrameType::Control, 1, 0, "0"), "wrong side");
}

void TestEmulatorMux::hostileFrames_areErrors()
{
    QFETCH(bool, atHost);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    const std::string said = complaint(atHost ? Side::Host : Side::Helper, bytes.toStdString());
    QVERIFY2(said.find(text.toStdString()) != std::string::npos, said.c_str());

    Mux ungreeted(Side::Helper);
    std::vector<MuxEvent> events;
    if (QByteArray(QTest::currentDataTag()) != "second greeting")
        QVERIFY(!ungreeted.receive(bytesOf(bytes.toStdString()), events));
    QVERIFY(events.empty());
}

void TestEmulatorMux::unreadAnswers_areAnError()
{
    Mux mux(Side::Helper);
    std::vector<MuxEvent> events;
    QVERIFY(mux.receive(bytesOf(kGreeting), events));
    bool refused = false;
    for (StreamId id = 2; id < 1'000'000 && !refused; id += 2)
        refused = !mux.receive(bytesOf(frame(FrameType::Open, 1, id)), events);
    QVERIFY(refused);
    QVERIFY(mux.output().size() <= Mux::kOutputLimit + kFrameHeaderBytes);
}

void TestEmulatorMux::randomBytes_neverBreakBounds()
{
    std::minstd_rand random(42);
    for (int round = 0; round < 3000; ++round) {
        Mux mux(round % 2 ? Side::Host : Side::Helper);
        std::vector<MuxEvent> events;
        const std::string noise =
            (round % 3 ? kGreeting : std::string()) + pattern(random() % 400, static_cast<unsigned>(round));
        QVERIFY(!mux.receive(bytesOf(noise + std::string(1000, '\xff')), events));
        QVERIFY(mux.streamCount() <= 2);
    }
}

void TestEmulatorMux::randomFrames_neverBreakBounds()
{
    std::minstd_rand random(43);
    int frames = 0;
    for (int round = 0; round < 500; ++round) {
        Mux mux(Side::Helper);
        std::vector<MuxEvent> events;
        QVERIFY(mux.receive(bytesOf(kGreeting), events));
        StreamId newest = 0;
        for (bool good = true; good; ++frames) {
            const bool opens = newest == 0 || (random() >> 8) % 4 == 0;
            newest += opens ? 2 : 0;
            const StreamId id = opens ? newest : 2 * (1 + static_cast<StreamId>(random() >> 8) % (newest / 2));
            const std::uint32_t pick = static_cast<std::uint32_t>(random() >> 8) % 16;
            // Mostly what is allowed, so that the rounds last.
            const bool lives = !opens && !mux.closeReceived(id) && !mux.endReceived(id);
            const FrameType type = opens                ? FrameType::Open
                                   : lives && pick < 12 ? FrameType::Data
                                   : lives && pick < 13 ? FrameType::End
                                   : pick < 15          ? FrameType::Close
                                                        : FrameType::Credit;
            const std::string payload = type == FrameType::Data ? std::string(1 + random() % 3000, 'd')
                                        : type == FrameType::Credit
                                            ? u32Payload(static_cast<std::uint32_t>(random() % 9))
                                            : std::string();
            good = mux.receive(bytesOf(frame(type, opens ? 1 + pick % 2 : 0, id, payload)), events).has_value();
            QVERIFY(mux.streamCount() <= Mux::kMaxAccepted);
            QVERIFY(mux.pending(id).size() <= Mux::kWindow);
            mux.consume(id, mux.pending(id).size() / (1 + random() % 2));
            if (pick == 3)
                mux.close(id);
            mux.outputSent(mux.output().size());
        }
    }
    QVERIFY(frames > 2 * 500); // most rounds get past the first ones
}

void TestEmulatorMux::startOrder_survivesEncoding()
{
    const StartOrder order{.console = true, .arguments = {"--id", "a b", "", "--level", "ä\n"}};
    const auto decoded = StartOrder::decode(order.encode());
    QVERIFY(decoded);
    QVERIFY(decoded->console);
    QVERIFY(decoded->arguments == order.arguments);
    QVERIFY(!StartOrder::decode(""));
    QVERIFY(!StartOrder::decode("2"));
    QVERIFY(!StartOrder::decode("1unterminated"));
    QVERIFY(StartOrder::decode("0")->arguments.empty());
}

void TestEmulatorMux::qemuCommand_doublesCommas()
{
    HostOptions options;
    options.qemu = "qemu";
    options.directory = "/a,b";
    options.memoryMib = 700;
    options.cpus = 1;
    const auto words = qemuCommand(options, 7, 8);
    QCOMPARE(words.front(), std::string("qemu"));
    const auto has = [&](const std::string &part) {
        return std::ranges::any_of(words,
                                   [&](const std::string &word) { return word.find(part) != std::string::npos; });
    };
    QVERIFY(has("path=/a,,b,"));
    QVERIFY(has("socket,id=channel,fd=7"));
    QVERIFY(has("fd=8,set=1"));
    QVERIFY(has("700"));
}

// With any other model the helper machine could leave symbolic links and named pipes for programs of the host.
void TestEmulatorMux::qemuCommand_sharedDirectoryGetsNoLinks()
{
    const auto command = qemuCommand(HostOptions{}, 3, 4);
    const auto share =
        std::ranges::find_if(command, [](const std::string &word) { return word.starts_with("local,"); });
    QVERIFY(share != command.end());
    QVERIFY(share->find(",security_model=mapped-file") != std::string::npos);
}

void TestEmulatorMux::commandLine_isChecked()
{
    const auto parse = [](std::vector<const char *> words) {
        std::vector<const char *> all{"--directory", "d", "--kernel", "k", "--initrd", "i", "--api-sock", "a"};
        all.insert(all.end(), words.begin(), words.end());
        return parseCommandLine(all);
    };
    const auto good = parse({"--memory", "700", "--", "--id", "x"});
    QVERIFY(good);
    const auto &options = std::get<HostOptions>(*good);
    QCOMPARE(options.memoryMib, 700u);
    QCOMPARE(options.cpus, 1u);
    QVERIFY(options.engineArguments == (std::vector<std::string>{"--id", "x"}));
    QVERIFY(!options.consoleSocket);
    QVERIFY(!parse({"--memory", "10"}));
    QVERIFY(!parse({"--cpus", "two"}));
    QVERIFY(!parse({"--boot-timeout", "0"}));
    QVERIFY(!parse({"--unknown"}));
    QVERIFY(!parse({"--", "--api-sock", "x"}));
    QVERIFY(!parseCommandLine(std::array{"--directory", "d"}));
    QVERIFY(std::holds_alternative<HelpText>(*parseCommandLine(std::array{"--help"})));
    const std::array helper{"--helper", "--channel", "5", "--engine", "e", "--run-directory", "r"};
    QCOMPARE(std::get<HelperOptions>(*parseCommandLine(helper)).channel, 5);
}

QTEST_APPLESS_MAIN(TestEmulatorMux)
#include "tst_emulator_mux.moc"
