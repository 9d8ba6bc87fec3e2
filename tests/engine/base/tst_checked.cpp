#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "base/checked.h"

using namespace sparkler;

class TestChecked : public QObject {
    Q_OBJECT
private slots:
    void add_limits();
    void subtract_limits();
    void multiply_limits();
    void cast_limits();
    void align_limits();
};

void TestChecked::add_limits()
{
    QCOMPARE(checkedAdd<std::uint64_t>(~0ull - 1, 1).value(), ~0ull);
    QVERIFY(!checkedAdd<std::uint64_t>(~0ull, 1));
    QCOMPARE(checkedAdd<std::uint8_t>(200, 55).value(), std::uint8_t{255});
    QVERIFY(!checkedAdd<std::uint8_t>(200, 56));
    QVERIFY(!checkedAdd<std::int32_t>(INT32_MAX, 1));
    QVERIFY(!checkedAdd<std::int32_t>(INT32_MIN, -1));
}

void TestChecked::subtract_limits()
{
    QCOMPARE(checkedSubtract<std::uint32_t>(5, 5).value(), 0u);
    QVERIFY(!checkedSubtract<std::uint32_t>(5, 6));
    QVERIFY(!checkedSubtract<std::int64_t>(INT64_MIN, 1));
}

void TestChecked::multiply_limits()
{
    QCOMPARE(checkedMultiply<std::uint64_t>(1ull << 32, (1ull << 32) - 1).value(), (1ull << 32) * ((1ull << 32) - 1));
    QVERIFY(!checkedMultiply<std::uint64_t>(1ull << 32, 1ull << 32));
    QCOMPARE(checkedMultiply<std::uint64_t>(0, ~0ull).value(), 0u);
}

void TestChecked::cast_limits()
{
    QCOMPARE(checkedCast<std::uint8_t>(255).value(), std::uint8_t{255});
    QVERIFY(!checkedCast<std::uint8_t>(256));
    QVERIFY(!checkedCast<std::uint8_t>(-1));
    QVERIFY(!checkedCast<std::uint64_t>(-1));
    QVERIFY(!checkedCast<std::int64_t>(~0ull));
    QCOMPARE(checkedCast<std::int64_t>(static_cast<std::uint64_t>(INT64_MAX)).value(), INT64_MAX);
    QCOMPARE(checkedCast<std::int8_t>(-128).value(), std::int8_t{-128});
    QVERIFY(!checkedCast<std::int8_t>(-129));
    QVERIFY(!checkedCast<std::int8_t>(128));
}

void TestChecked::align_limits()
{
    QCOMPARE(alignDown(4097, 4096), 4096u);
    QCOMPARE(alignDown(4096, 4096), 4096u);
    QCOMPARE(alignUp(1, 4096).value(), 4096u);
    QCOMPARE(alignUp(4096, 4096).value(), 4096u);
    QCOMPARE(alignUp(0, 4096).value(), 0u);
    QCOMPARE(alignUp(~0ull - 4095, 4096).value(), ~0ull - 4095);
    QVERIFY(!alignUp(~0ull - 4094, 4096));
}

QTEST_APPLESS_MAIN(TestChecked)
#include "tst_checked.moc"
