#include "arch/x86_64/layout.h"

#include <QtTest>

using namespace sparkler;
using namespace sparkler::x86_64;

namespace {

constexpr quint64 kMiB = 1u << 20;
constexpr quint64 kGiB = 1u << 30;
using Ranges = QList<std::pair<quint64, quint64>>; // start, bytes

} // namespace

class TestLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void memoryRanges_size_splitAroundHoles_data();
    void memoryRanges_size_splitAroundHoles();
    void memoryRanges_absurdSize_cannotBeMapped_data();
    void memoryRanges_absurdSize_cannotBeMapped();
    void virtioMmioSlot_ordinal_ascends();
    void virtioMmioSlot_beyondLines_isNothing();
};

void TestLayout::memoryRanges_size_splitAroundHoles_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<Ranges>("expected");
    QTest::newRow("nothing") << quint64(0) << Ranges{};
    QTest::newRow("1 MiB") << kMiB << Ranges{{0, kMiB}};
    QTest::newRow("128 MiB") << 128 * kMiB << Ranges{{0, 128 * kMiB}};
    QTest::newRow("up to the hole") << 3 * kGiB << Ranges{{0, 3 * kGiB}};
    QTest::newRow("1 MiB behind the hole") << 3 * kGiB + kMiB << Ranges{{0, 3 * kGiB}, {4 * kGiB, kMiB}};
    QTest::newRow("up to the 64-bit hole") << 255 * kGiB << Ranges{{0, 3 * kGiB}, {4 * kGiB, 252 * kGiB}};
    QTest::newRow("1 MiB behind the 64-bit hole")
        << 255 * kGiB + kMiB << Ranges{{0, 3 * kGiB}, {4 * kGiB, 252 * kGiB}, {512 * kGiB, kMiB}};
}

void TestLayout::memoryRanges_size_splitAroundHoles()
{
    QFETCH(quint64, bytes);
    QFETCH(Ranges, expected);
    Ranges ranges;
    for (const MemoryRange &range : memoryRanges(bytes))
        ranges.append({range.start.value(), range.bytes});
    QCOMPARE(ranges, expected);
}

void TestLayout::memoryRanges_absurdSize_cannotBeMapped_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("2^64 - 1 MiB") << ~quint64(0) - kMiB + 1;
    QTest::newRow("2^64 - 4 KiB") << ~quint64(0) - 4095;
    QTest::newRow("2^63") << (quint64(1) << 63);
}

void TestLayout::memoryRanges_absurdSize_cannotBeMapped()
{
    QFETCH(quint64, bytes);
    const auto ranges = memoryRanges(bytes);
    for (const MemoryRange &range : ranges)
        QVERIFY(range.start.checkedAdd(range.bytes)); // no range wraps around
    const auto memory = GuestMemory::map(ranges);
    QVERIFY(!memory);
    QCOMPARE(memory.error().hostErrno, ENOMEM);
}

void TestLayout::virtioMmioSlot_ordinal_ascends()
{
    QCOMPARE(virtioMmioSlot(0)->base, GuestAddress(0xc000'1000));
    QCOMPARE(virtioMmioSlot(0)->gsi, 5u);
    QCOMPARE(virtioMmioSlot(18)->base, GuestAddress(0xc001'3000));
    QCOMPARE(virtioMmioSlot(18)->gsi, 23u);
}

void TestLayout::virtioMmioSlot_beyondLines_isNothing()
{
    QVERIFY(!virtioMmioSlot(19));
    QVERIFY(!virtioMmioSlot(~0u));
}

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
