#include "boot/initrd.h"
#include "image_bytes.h"

#include <QtTest>

using namespace sparkler;

namespace {

constexpr std::uint64_t kMemory = 1u << 20;
constexpr GuestAddress kFloor{0x8'0000};

Fd fileOf(qsizetype bytes)
{
    ImageBytes image(bytes);
    image.fill(0, bytes, 'R');
    return image.file();
}

} // namespace

class TestInitrd : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void load_size_placedAtEnd_data();
    void load_size_placedAtEnd();
    void load_twoRegions_usesFirst();
    void load_tooLarge_isRefused_data();
    void load_tooLarge_isRefused();
    void load_emptyFile_isRefused();
    void load_pipe_saysWhy();
};

void TestInitrd::load_size_placedAtEnd_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<quint64>("address");
    QTest::newRow("one byte") << qsizetype(1) << quint64(kMemory - 4096);
    QTest::newRow("one page") << qsizetype(4096) << quint64(kMemory - 4096);
    QTest::newRow("a page and a byte") << qsizetype(4097) << quint64(kMemory - 8192);
    QTest::newRow("down to the floor") << qsizetype(kMemory - kFloor.value()) << quint64(kFloor.value());
}

void TestInitrd::load_size_placedAtEnd()
{
    QFETCH(qsizetype, bytes);
    QFETCH(quint64, address);
    const GuestMemory memory = makeMemory(kMemory);
    const auto range = loadInitrd(fileOf(bytes), memory, kFloor);
    QVERIFY2(range, range ? "" : range.error().text.c_str());
    QCOMPARE(range->start.value(), address);
    QCOMPARE(range->bytes, static_cast<std::uint64_t>(bytes));
    QCOMPARE(readGuest(memory, address, bytes), QByteArray(bytes, 'R'));
}

void TestInitrd::load_twoRegions_usesFirst()
{
    const std::array ranges{MemoryRange{GuestAddress(0), kMemory}, MemoryRange{GuestAddress(1ull << 32), 4 * kMemory}};
    const auto memory = GuestMemory::map(ranges);
    QVERIFY(memory);
    const auto range = loadInitrd(fileOf(4096), *memory, kFloor);
    QVERIFY(range);
    QCOMPARE(range->start.value(), kMemory - 4096);
}

void TestInitrd::load_tooLarge_isRefused_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::newRow("reaches below the floor") << qsizetype(kMemory - kFloor.value() + 1);
    QTest::newRow("larger than memory") << qsizetype(kMemory + 1);
}

void TestInitrd::load_tooLarge_isRefused()
{
    QFETCH(qsizetype, bytes);
    const GuestMemory memory = makeMemory(kMemory);
    const auto range = loadInitrd(fileOf(bytes), memory, kFloor);
    QVERIFY(!range);
    QCOMPARE(range.error().text, std::string("Cannot load initrd due to an invalid memory configuration."));
}

void TestInitrd::load_emptyFile_isRefused()
{
    const GuestMemory memory = makeMemory(kMemory);
    const auto range = loadInitrd(fileOf(0), memory, kFloor);
    QVERIFY(!range);
    QCOMPARE(range.error().text, std::string("Initrd image seek returned a size of zero"));
}

void TestInitrd::load_pipe_saysWhy()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe(ends), 0);
    const Fd reader(ends[0]);
    const Fd writer(ends[1]);
    const GuestMemory memory = makeMemory(kMemory);
    const auto range = loadInitrd(reader, memory, kFloor);
    QVERIFY(!range);
    QCOMPARE(range.error().text, std::string("Cannot load initrd due to an invalid image: Invalid seek (os error 29)"));
}

QTEST_APPLESS_MAIN(TestInitrd)
#include "tst_initrd.moc"
