#include "machine/console_scrollback.h"

#include <QTest>

#include <string>

using namespace sparkler;

namespace {

void append(ConsoleScrollback &scrollback, std::string_view text)
{
    for (const char letter : text)
        scrollback.append(static_cast<std::byte>(letter));
}

/// At most `room` bytes from `position` on, as a reader takes them.
std::string take(const ConsoleScrollback &scrollback, std::uint64_t &position, std::size_t room = 100)
{
    std::vector<std::byte> out(room);
    const std::size_t size = scrollback.copy(position, out);
    position += size;
    std::string text;
    for (const std::byte byte : std::span(out).first(size))
        text += static_cast<char>(byte);
    return text;
}

} // namespace

class TestConsoleScrollback : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void empty_givesNothing();
    void copy_withinCapacity_givesEverything();
    void copy_exactlyFull_givesEverything();
    void copy_beyondCapacity_givesTheNewest();
    void copy_doesNotMoveAReaderThatUsedNothing();
    void copy_inPieces_hasNoGapOrDuplicate();
    void readerThatFellBehind_skipsAhead();
    void readers_areIndependent();
    void capacityOfOne_keepsTheLastByte();
};

void TestConsoleScrollback::empty_givesNothing()
{
    const ConsoleScrollback scrollback(5);
    std::uint64_t position = 0;
    QCOMPARE(take(scrollback, position), std::string());
    QCOMPARE(position, 0u);
}

void TestConsoleScrollback::copy_withinCapacity_givesEverything()
{
    ConsoleScrollback scrollback(5);
    append(scrollback, "abc");
    std::uint64_t position = 0;
    QCOMPARE(take(scrollback, position), std::string("abc"));
    QCOMPARE(take(scrollback, position), std::string());
    append(scrollback, "d");
    QCOMPARE(take(scrollback, position), std::string("d"));
}

void TestConsoleScrollback::copy_exactlyFull_givesEverything()
{
    ConsoleScrollback scrollback(5);
    append(scrollback, "abcde");
    std::uint64_t position = 0;
    QCOMPARE(take(scrollback, position), std::string("abcde"));
}

void TestConsoleScrollback::copy_beyondCapacity_givesTheNewest()
{
    ConsoleScrollback scrollback(5);
    append(scrollback, "abcdefgh");
    QCOMPARE(scrollback.begin(), 3u);
    QCOMPARE(scrollback.end(), 8u);
    std::uint64_t position = 0;
    QCOMPARE(take(scrollback, position), std::string("defgh"));
    QCOMPARE(position, 8u);
}

void TestConsoleScrollback::copy_doesNotMoveAReaderThatUsedNothing()
{
    ConsoleScrollback scrollback(5);
    append(scrollback, "abc");
    std::uint64_t position = 1;
    std::array<std::byte, 2> out{};
    QCOMPARE(scrollback.copy(position, out), 2u);
    QCOMPARE(position, 1u);
}

void TestConsoleScrollback::copy_inPieces_hasNoGapOrDuplicate()
{
    ConsoleScrollback scrollback(7);
    std::uint64_t position = 0;
    std::string sent;
    std::string received;
    for (int round = 0; round < 50; ++round) {
        const std::string piece(1 + static_cast<std::size_t>(round) % 7, static_cast<char>('a' + round % 26));
        append(scrollback, piece);
        sent += piece;
        for (std::string part = take(scrollback, position, 3); !part.empty(); part = take(scrollback, position, 3))
            received += part;
    }
    QCOMPARE(received, sent);
}

void TestConsoleScrollback::readerThatFellBehind_skipsAhead()
{
    ConsoleScrollback scrollback(4);
    append(scrollback, "abcd");
    std::uint64_t position = 0;
    QCOMPARE(take(scrollback, position, 2), std::string("ab"));
    append(scrollback, "efgh"); // "cd" is gone
    QCOMPARE(take(scrollback, position), std::string("efgh"));
}

void TestConsoleScrollback::readers_areIndependent()
{
    ConsoleScrollback scrollback(10);
    append(scrollback, "abc");
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    QCOMPARE(take(scrollback, first), std::string("abc"));
    append(scrollback, "def");
    QCOMPARE(take(scrollback, first), std::string("def"));
    QCOMPARE(take(scrollback, second), std::string("abcdef"));
}

void TestConsoleScrollback::capacityOfOne_keepsTheLastByte()
{
    ConsoleScrollback scrollback(1);
    append(scrollback, "abc");
    std::uint64_t position = 0;
    QCOMPARE(take(scrollback, position), std::string("c"));
}

QTEST_APPLESS_MAIN(TestConsoleScrollback)
#include "tst_console_scrollback.moc"
