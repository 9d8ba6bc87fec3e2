#include "machine/identity.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"

#include <QTest>

#include <array>

using namespace sparkler;
using namespace sparkler::test;

namespace {

constexpr std::uint64_t kGuidAt = 0xd'e000;
constexpr std::uint64_t kClockAt = 0xd'f000;
constexpr std::uint64_t kPage = 0x1000;

// Offsets of struct vmclock_abi, from its specification.
constexpr std::uint64_t kSequence = 12;
constexpr std::uint64_t kDisruptions = 16;
constexpr std::uint64_t kGenerations = 104;

GuestMemory makeMemory(std::uint64_t bytes = 2u << 20)
{
    const std::array ranges{MemoryRange{GuestAddress(0), bytes}};
    auto memory = GuestMemory::map(ranges);
    if (!memory)
        qFatal("cannot map guest memory");
    return std::move(*memory);
}

QByteArray bytesAt(const GuestMemory &memory, std::uint64_t at, qsizetype count)
{
    QByteArray out(count, '\xee');
    if (!memory.readBytes(GuestAddress(at), std::as_writable_bytes(std::span(out.data(), std::size_t(count)))))
        return "not memory";
    return out;
}

template <typename T>
T valueAt(const GuestMemory &memory, std::uint64_t at)
{
    const auto value = memory.read<T>(GuestAddress(at));
    return value ? *value : static_cast<T>(~T{0});
}

} // namespace

class TestIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void create_contents_matchSpecification();
    void create_twice_differs();
    void create_smallMemory_fails();
    void notifyRestored_guestIsTold();
    void notifyRestored_hostileContents_keepProtocol_data();
    void notifyRestored_hostileContents_keepProtocol();
    void restore_otherPages_areUsed();
    void restore_hostilePlaces_areRefused_data();
    void restore_hostilePlaces_areRefused();
};

void TestIdentity::create_contents_matchSpecification()
{
    const GuestMemory memory = makeMemory();
    QVERIFY(memory.write(GuestAddress(kClockAt + 200), std::uint64_t{7})); // as an image may leave it
    FakeInterruptLine line;
    const auto identity = Identity::create(memory, line);
    QVERIFY(identity);
    QCOMPARE(identity->save().vmGenIdAt.value(), kGuidAt);
    QCOMPARE(identity->save().vmClockAt.value(), kClockAt);
    QVERIFY(bytesAt(memory, kGuidAt, 16) != QByteArray(16, '\0'));
    const QByteArray clock = bytesAt(memory, kClockAt, kPage);
    QCOMPARE(clock.first(12), QByteArray::fromHex("56434c4b"
                                                  "00100000"
                                                  "0100"
                                                  "ff"
                                                  "00"));
    QCOMPARE(clock.mid(12, 12), QByteArray(12, '\0')); // sequence, disruption marker
    QCOMPARE(clock.mid(24, 8), QByteArray::fromHex("0003000000000000"));
    QCOMPARE(clock.mid(32), QByteArray(kPage - 32, '\0'));
    QCOMPARE(line.count(), 0);
}

void TestIdentity::create_twice_differs()
{
    const GuestMemory memory = makeMemory();
    FakeInterruptLine line;
    QVERIFY(Identity::create(memory, line));
    const QByteArray first = bytesAt(memory, kGuidAt, 16);
    QVERIFY(Identity::create(memory, line));
    QVERIFY(bytesAt(memory, kGuidAt, 16) != first);
}

void TestIdentity::create_smallMemory_fails()
{
    FakeInterruptLine line;
    QVERIFY(!Identity::create(makeMemory(kGuidAt), line));
    QVERIFY(!Identity::create(makeMemory(kClockAt), line));
    QVERIFY(Identity::create(makeMemory(kClockAt + kPage), line));
}

void TestIdentity::notifyRestored_guestIsTold()
{
    const GuestMemory memory = makeMemory();
    FakeInterruptLine line;
    const auto booted = Identity::create(memory, line);
    QVERIFY(booted);
    QByteArray guid = bytesAt(memory, kGuidAt, 16);
    for (std::uint64_t copy = 1; copy <= 3; ++copy) {
        auto identity = Identity::restore(memory, booted->save(), line);
        QVERIFY(identity);
        QCOMPARE(bytesAt(memory, kGuidAt, 16), guid); // not yet: that is one step, with the interrupt
        QVERIFY(identity->notifyRestored(memory));
        const QByteArray before = std::exchange(guid, bytesAt(memory, kGuidAt, 16));
        QVERIFY(guid != before);
        QCOMPARE(valueAt<std::uint32_t>(memory, kClockAt + kSequence), std::uint32_t(2 * copy));
        QCOMPARE(valueAt<std::uint64_t>(memory, kClockAt + kDisruptions), copy);
        QCOMPARE(valueAt<std::uint64_t>(memory, kClockAt + kGenerations), copy);
        QCOMPARE(line.take(), 1);
    }
    QCOMPARE(bytesAt(memory, kGuidAt + 16, kPage - 16), QByteArray(kPage - 16, '\0'));
}

void TestIdentity::notifyRestored_hostileContents_keepProtocol_data()
{
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<quint32>("expected");
    QTest::addColumn<quint64>("counter");
    QTest::addColumn<quint64>("counted");
    QTest::newRow("left odd") << 7u << 8u << quint64(5) << quint64(6);
    QTest::newRow("last even") << 0xffff'fffeu << 0u << ~quint64(0) << quint64(0);
    QTest::newRow("last odd") << 0xffff'ffffu << 0u << ~quint64(1) << ~quint64(0);
}

void TestIdentity::notifyRestored_hostileContents_keepProtocol()
{
    QFETCH(const quint32, sequence);
    QFETCH(const quint32, expected);
    QFETCH(const quint64, counter);
    QFETCH(const quint64, counted);
    const GuestMemory memory = makeMemory();
    FakeInterruptLine line;
    auto identity = Identity::create(memory, line);
    QVERIFY(identity);
    QVERIFY(memory.write(GuestAddress(kClockAt + kSequence), std::uint32_t{sequence}));
    QVERIFY(memory.write(GuestAddress(kClockAt + kDisruptions), std::uint64_t{counter}));
    QVERIFY(memory.write(GuestAddress(kClockAt + kGenerations), std::uint64_t{counter}));
    QVERIFY(identity->notifyRestored(memory));
    QCOMPARE(valueAt<std::uint32_t>(memory, kClockAt + kSequence), std::uint32_t{expected});
    QCOMPARE(valueAt<std::uint64_t>(memory, kClockAt + kDisruptions), std::uint64_t{counted});
    QCOMPARE(valueAt<std::uint64_t>(memory, kClockAt + kGenerations), std::uint64_t{counted});
}

void TestIdentity::restore_otherPages_areUsed()
{
    const GuestMemory memory = makeMemory();
    FakeInterruptLine line;
    const SavedIdentity places{.vmGenIdAt = GuestAddress(0xa'0000), .vmClockAt = GuestAddress(0xa'1000)};
    auto identity = Identity::restore(memory, places, line);
    QVERIFY(identity);
    QVERIFY(identity->notifyRestored(memory));
    QVERIFY(bytesAt(memory, 0xa'0000, 16) != QByteArray(16, '\0'));
    QCOMPARE(valueAt<std::uint64_t>(memory, 0xa'1000 + kGenerations), std::uint64_t{1});
    QCOMPARE(identity->save().vmGenIdAt.value(), std::uint64_t{0xa'0000});
    QCOMPARE(identity->save().vmClockAt.value(), std::uint64_t{0xa'1000});
}

void TestIdentity::restore_hostilePlaces_areRefused_data()
{
    QTest::addColumn<quint64>("guid");
    QTest::addColumn<quint64>("clock");
    QTest::newRow("the same") << quint64(kGuidAt) << quint64(kGuidAt);
    constexpr std::array<std::uint64_t, 10> kBad{
        0,                     // low memory
        0x9'f000,              // ends in system memory
        0x9'fc00,              // its start, not aligned
        kGuidAt + 8,           // not aligned
        0xe'0000,              // behind it
        0x10'0000,             // the kernel's
        0xc000'0000,           // no RAM
        0x1'0000'0000,         // none either
        ~std::uint64_t{0},     // wraps
        ~std::uint64_t{0xfff}, // aligned, and the page's end wraps
    };
    for (const std::uint64_t bad : kBad) {
        QTest::addRow("guid at %llx", static_cast<unsigned long long>(bad)) << quint64(bad) << quint64(kClockAt);
        QTest::addRow("clock at %llx", static_cast<unsigned long long>(bad)) << quint64(kGuidAt) << quint64(bad);
    }
}

void TestIdentity::restore_hostilePlaces_areRefused()
{
    QFETCH(const quint64, guid);
    QFETCH(const quint64, clock);
    const GuestMemory memory = makeMemory();
    FakeInterruptLine line;
    const auto refused = Identity::restore(memory, {GuestAddress(guid), GuestAddress(clock)}, line);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    // Places that are right, in a memory that does not reach them.
    QVERIFY(!Identity::restore(makeMemory(kClockAt), {GuestAddress(kGuidAt), GuestAddress(kClockAt)}, line));
}

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
