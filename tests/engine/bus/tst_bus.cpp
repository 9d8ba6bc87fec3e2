#include "bus/bus.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>

using namespace sparkler;

namespace {

/// Answers every byte with its offset plus a base value; remembers writes.
class FakeDevice final : public BusDevice {
public:
    explicit FakeDevice(unsigned base = 0) : m_base(base) {}
    void read(std::uint64_t offset, std::span<std::byte> data) override
    {
        ++reads;
        for (std::size_t i = 0; i < data.size(); ++i) {
            zeroedBefore = zeroedBefore && data[i] == std::byte{0};
            data[i] = static_cast<std::byte>(m_base + offset + i);
        }
    }
    void write(std::uint64_t offset, std::span<const std::byte> data) override
    {
        lastOffset = offset;
        lastData.assign(data.begin(), data.end());
    }
    int reads = 0;
    bool zeroedBefore = true;
    std::uint64_t lastOffset = ~0ull;
    std::vector<std::byte> lastData;

private:
    unsigned m_base;
};

} // namespace

class TestBus : public QObject {
    Q_OBJECT
private slots:
    void insert_data();
    void insert();
    void read_data();
    void read();
    void read_dataIsZeroedBefore();
    void write_reachesTheRightDevice();
    void write_outside_isLost();
    void emptyBus_answersNothing();
};

void TestBus::insert_data()
{
    QTest::addColumn<quint64>("base");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<bool>("fits"); // beside [0x1000, 0x2000) and [0x3000, 0x4000)
    const auto max = std::numeric_limits<quint64>::max();
    QTest::newRow("before") << quint64{0xf00} << quint64{0x100} << true;
    QTest::newRow("between") << quint64{0x2000} << quint64{0x1000} << true;
    QTest::newRow("behind") << quint64{0x4000} << quint64{0x1000} << true;
    QTest::newRow("at the very end") << (max - 0xff) << quint64{0xff} << true;
    QTest::newRow("same") << quint64{0x1000} << quint64{0x1000} << false;
    QTest::newRow("inside") << quint64{0x1100} << quint64{1} << false;
    QTest::newRow("around") << quint64{0xf00} << quint64{0x2000} << false;
    QTest::newRow("first byte of next") << quint64{0x2000} << quint64{0x1001} << false;
    QTest::newRow("last byte of previous") << quint64{0x1fff} << quint64{0x10} << false;
    QTest::newRow("empty") << quint64{0x5000} << quint64{0} << false;
    QTest::newRow("wraps around") << max << quint64{2} << false;
}

void TestBus::insert()
{
    QFETCH(quint64, base);
    QFETCH(quint64, bytes);
    QFETCH(bool, fits);
    FakeDevice first, second, third;
    Bus bus;
    QVERIFY(bus.insert(0x3000, 0x1000, second));
    QVERIFY(bus.insert(0x1000, 0x1000, first));
    const auto outcome = bus.insert(base, bytes, third);
    QCOMPARE(outcome.has_value(), fits);
    QVERIFY(fits || outcome.error().kind == ErrorKind::InvalidInput);
    // What failed left no trace.
    std::array<std::byte, 1> byte{};
    QVERIFY(bus.read(0x1100, byte));
    QCOMPARE(first.reads, 1);
}

void TestBus::read_data()
{
    QTest::addColumn<quint64>("address");
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("bytes"); // empty: nobody answers
    QTest::newRow("first byte") << quint64{0x1000} << 1 << QByteArray("\x00", 1);
    QTest::newRow("four bytes") << quint64{0x1010} << 4 << QByteArray("\x10\x11\x12\x13", 4);
    QTest::newRow("odd size") << quint64{0x1010} << 3 << QByteArray("\x10\x11\x12", 3);
    QTest::newRow("last byte") << quint64{0x101f} << 1 << QByteArray("\x1f", 1);
    QTest::newRow("second device") << quint64{0x1021} << 1 << QByteArray("\x81", 1);
    QTest::newRow("over the border of two") << quint64{0x101e} << 4 << QByteArray();
    QTest::newRow("before") << quint64{0xfff} << 1 << QByteArray();
    QTest::newRow("into") << quint64{0xfff} << 2 << QByteArray();
    QTest::newRow("behind") << quint64{0x1040} << 1 << QByteArray();
    QTest::newRow("highest") << quint64{~0ull} << 8 << QByteArray();
}

void TestBus::read()
{
    QFETCH(quint64, address);
    QFETCH(int, size);
    QFETCH(QByteArray, bytes);
    FakeDevice first(0), second(0x80);
    Bus bus;
    QVERIFY(bus.insert(0x1000, 0x20, first));
    QVERIFY(bus.insert(0x1020, 0x20, second));
    QByteArray out(size, '\x77');
    QCOMPARE(bus.read(address, std::as_writable_bytes(std::span(out.data(), static_cast<std::size_t>(size)))),
             !bytes.isEmpty());
    QCOMPARE(out, bytes.isEmpty() ? QByteArray(size, '\0') : bytes);
}

void TestBus::read_dataIsZeroedBefore()
{
    FakeDevice device;
    Bus bus;
    QVERIFY(bus.insert(0, 16, device));
    std::array<std::byte, 8> data;
    data.fill(std::byte{0xff});
    QVERIFY(bus.read(0, data));
    QVERIFY(device.zeroedBefore);
}

void TestBus::write_reachesTheRightDevice()
{
    FakeDevice first, second;
    Bus bus;
    QVERIFY(bus.insert(0x10, 0x10, first));
    QVERIFY(bus.insert(0x20, 0x10, second));
    const std::array data{std::byte{1}, std::byte{2}};
    QVERIFY(bus.write(0x2e, data));
    QCOMPARE(second.lastOffset, 0xeu);
    QVERIFY(std::ranges::equal(second.lastData, data));
    QVERIFY(first.lastData.empty());
}

void TestBus::write_outside_isLost()
{
    FakeDevice device;
    Bus bus;
    QVERIFY(bus.insert(0x10, 0x10, device));
    QVERIFY(!bus.write(0x1f, std::array{std::byte{1}, std::byte{2}}));
    QVERIFY(!bus.write(0x0f, std::array{std::byte{1}}));
    QVERIFY(device.lastData.empty());
}

void TestBus::emptyBus_answersNothing()
{
    const Bus bus;
    std::array data{std::byte{1}};
    QVERIFY(!bus.read(0, data));
    QCOMPARE(data[0], std::byte{0});
    QVERIFY(!bus.write(0, data));
}

QTEST_APPLESS_MAIN(TestBus)
#include "tst_bus.moc"
