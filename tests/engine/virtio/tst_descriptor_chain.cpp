#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "virtio/descriptor_chain.h"

#include <QTest>

#include <array>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint16_t N = kDescriptorNext, W = kDescriptorWrite, I = kDescriptorIndirect;
constexpr std::uint64_t kTable = 0x1000;         // direct descriptors, 8 of them
constexpr std::uint64_t kIndirectTable = 0x8000; // indirect ones

void putDescriptor(const FakeGuest &guest, std::uint64_t at, const Descriptor &descriptor)
{
    guest.put(GuestAddress(at), std::as_bytes(std::span(&descriptor, 1)));
}

} // namespace

class TestDescriptorChain : public QObject {
    Q_OBJECT
private slots:
    void collect_data();
    void collect();
    void collect_indirectNotNegotiated_isRefused();
    void collect_indirectTableTooLong_isRefused();
    void collect_indirectTableLongest_isTaken();
    void collect_totalBytes_areLimited_data();
    void collect_totalBytes_areLimited();
    void collect_afterFault_startsAnew();
    void collect_copies_laterGuestWritesDoNotMatter();
    void cursor_crossesDescriptors();
    void cursor_zeroLengthBuffers_areSkipped();
    void cursor_tooShort_isGuestFault();
    void cursor_slices_areBoundedByRequest();
    void cursor_bufferAcrossRegions_givesTwoSlices();
};

using Descriptors = QVector<Descriptor>;
Q_DECLARE_METATYPE(Descriptors)

void TestDescriptorChain::collect_data()
{
    QTest::addColumn<Descriptors>("direct");
    QTest::addColumn<Descriptors>("table");
    QTest::addColumn<QString>("fault"); // empty: well-formed
    QTest::addColumn<unsigned>("readableBytes");
    QTest::addColumn<unsigned>("writableBytes");
    const auto good = [](const char *name, Descriptors direct, Descriptors table, unsigned r, unsigned w) {
        QTest::newRow(name) << direct << table << QString() << r << w;
    };
    const auto bad = [](const char *name, Descriptors direct, Descriptors table, const char *fault) {
        QTest::newRow(name) << direct << table << QString(fault) << 0u << 0u;
    };
    const Descriptor indirect2{kIndirectTable, 32, I, 0};

    good("one readable", {{kMib, 16, 0, 0}}, {}, 16, 0);
    good("one writable", {{kMib, 16, W, 0}}, {}, 0, 16);
    good("three", {{kMib, 16, N, 1}, {kMib, 512, N | W, 2}, {kMib, 1, W, 0}}, {}, 16, 513);
    good("not in order", {{kMib, 1, N, 5}, {}, {}, {}, {}, {kMib, 2, W, 0}}, {}, 1, 2);
    good("next ignored without the flag", {{kMib, 1, 0, 0xffff}}, {}, 1, 0);
    good("unknown flags ignored", {{kMib, 1, 0xfff8, 0}}, {}, 1, 0);
    good("zero length", {{kMib, 0, N, 1}, {kMib, 1, W, 0}}, {}, 0, 1);
    good("zero length at no address", {{~0ull, 0, N, 1}, {kMib, 1, W, 0}}, {}, 0, 1);
    good("last byte of memory", {{16 * kMib - 1, 1, 0, 0}}, {}, 1, 0);
    good("all eight",
         {{kMib, 1, N, 1},
          {kMib, 1, N, 2},
          {kMib, 1, N, 3},
          {kMib, 1, N, 4},
          {kMib, 1, N, 5},
          {kMib, 1, N, 6},
          {kMib, 1, N, 7},
          {kMib, 1, 0, 0}},
         {}, 8, 0);
    bad("self loop", {{kMib, 1, N, 0}}, {}, "loop of descriptors");
    bad("loop of two", {{kMib, 1, N, 1}, {kMib, 1, N, 0}}, {}, "loop of descriptors");
    bad("next is table size", {{kMib, 1, N, 8}}, {}, "next index outside the descriptor table");
    bad("next is 65535", {{kMib, 1, N, 0xffff}}, {}, "next index outside the descriptor table");
    bad("readable after writable", {{kMib, 1, N | W, 1}, {kMib, 1, 0, 0}}, {},
        "readable descriptor after a writable one");
    bad("one byte past memory", {{16 * kMib - 1, 2, 0, 0}}, {}, "descriptor outside guest memory");
    bad("address wraps around", {{~0ull, 2, 0, 0}}, {}, "descriptor outside guest memory");
    bad("end wraps around", {{~0ull - 0xfff, 0xffff'ffff, 0, 0}}, {}, "descriptor outside guest memory");

    good("indirect", {indirect2}, {{kMib, 16, N, 1}, {kMib, 1, W, 0}}, 16, 1);
    good("indirect, write flag of the outer one ignored", {{kIndirectTable, 32, I | W, 0}},
         {{kMib, 16, N, 1}, {kMib, 1, W, 0}}, 16, 1);
    good("direct, then indirect", {{kMib, 4, N, 1}, indirect2}, {{kMib, 16, N, 1}, {kMib, 1, W, 0}}, 20, 1);
    good("indirect, one entry unused", {indirect2}, {{kMib, 16, 0, 0}, {~0ull, 1, 0, 0}}, 16, 0);
    bad("indirect with next", {{kIndirectTable, 32, I | N, 1}, {kMib, 1, W, 0}}, {{kMib, 1, 0, 0}},
        "indirect descriptor with a next one");
    bad("indirect inside indirect", {indirect2}, {{kMib, 16, N, 1}, {kIndirectTable, 32, I, 0}},
        "indirect descriptor inside an indirect table");
    bad("indirect table empty", {{kIndirectTable, 0, I, 0}}, {}, "indirect table of an impossible length");
    bad("indirect table not in entries", {{kIndirectTable, 33, I, 0}}, {}, "indirect table of an impossible length");
    bad("indirect table of 4 GiB", {{kIndirectTable, 0xffff'fff0, I, 0}}, {}, "indirect table of an impossible length");
    bad("indirect table outside memory", {{16 * kMib - 16, 32, I, 0}}, {}, "indirect table outside guest memory");
    bad("indirect next outside", {indirect2}, {{kMib, 1, N, 2}, {}}, "next index outside the indirect table");
    bad("indirect loop", {indirect2}, {{kMib, 1, N, 1}, {kMib, 1, N, 0}}, "loop of descriptors in an indirect table");
    bad("readable in the table after writable before it", {{kMib, 1, N | W, 1}, indirect2}, {{kMib, 1, 0, 0}, {}},
        "readable descriptor after a writable one");
    Descriptors big;
    for (std::uint16_t i = 0; i < 8; ++i)
        big.append({0, 16 * kMib, N, static_cast<std::uint16_t>(i + 1)});
    big.last().flags = 0;
    good("128 MiB of the same pages", big, {}, 128 * kMib, 0);
}

void TestDescriptorChain::collect()
{
    QFETCH(Descriptors, direct);
    QFETCH(Descriptors, table);
    QFETCH(QString, fault);
    const FakeGuest guest(16);
    guest.put(GuestAddress(kTable),
              std::as_bytes(std::span(direct.constData(), static_cast<std::size_t>(direct.size()))));
    guest.put(GuestAddress(kIndirectTable),
              std::as_bytes(std::span(table.constData(), static_cast<std::size_t>(table.size()))));
    DescriptorChain chain;
    QCOMPARE(chain.collect(guest.memory(), {GuestAddress(kTable), 8, true}, 0), fault.isEmpty());
    QCOMPARE(QString::fromStdString(std::string(chain.fault())), fault);
    QTEST(chain.readableBytes(), "readableBytes");
    QTEST(chain.writableBytes(), "writableBytes");
    QVERIFY(fault.isEmpty() || (chain.readable().empty() && chain.writable().empty()));
}

void TestDescriptorChain::collect_indirectNotNegotiated_isRefused()
{
    const FakeGuest guest(16);
    putDescriptor(guest, kTable, {kIndirectTable, 16, I, 0});
    DescriptorChain chain;
    QVERIFY(!chain.collect(guest.memory(), {GuestAddress(kTable), 8, false}, 0));
    QCOMPARE(chain.fault(), std::string_view("indirect descriptor without the feature"));
}

void TestDescriptorChain::collect_indirectTableTooLong_isRefused()
{
    const FakeGuest guest(16);
    const std::uint32_t bytes = (kMaxIndirectEntries + 1) * sizeof(Descriptor);
    putDescriptor(guest, kTable, {kIndirectTable, bytes, I, 0});
    DescriptorChain chain;
    QVERIFY(!chain.collect(guest.memory(), {GuestAddress(kTable), 8, true}, 0));
}

void TestDescriptorChain::collect_indirectTableLongest_isTaken()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    auto builder = driver.chain();
    for (std::uint32_t i = 0; i < kMaxIndirectEntries; ++i)
        builder.writable(1);
    const std::uint16_t head = builder.indirect().place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    QCOMPARE(chain.writable().size(), std::size_t{kMaxIndirectEntries});
}

void TestDescriptorChain::collect_totalBytes_areLimited_data()
{
    QTest::addColumn<unsigned>("lastBytes"); // after 255 buffers of 16 MiB
    QTest::addColumn<bool>("accepted");
    QTest::newRow("4 GiB - 1") << unsigned{16 * kMib - 1} << true;
    QTest::newRow("4 GiB") << unsigned{16 * kMib} << false;
}

void TestDescriptorChain::collect_totalBytes_areLimited()
{
    QFETCH(unsigned, lastBytes);
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    auto builder = driver.chain();
    for (std::uint32_t i = 0; i < 255; ++i)
        builder.raw(0, 16 * kMib, i < 100 ? 0 : W);
    const std::uint16_t head = builder.raw(0, lastBytes, W).indirect().place();
    DescriptorChain chain;
    QTEST(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head), "accepted");
}

void TestDescriptorChain::collect_afterFault_startsAnew()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    const DescriptorTable table{driver.config().descriptors, 8, true};
    const std::uint16_t bad = driver.chain().writable(4).raw(kMib, 1, 0).place();
    const std::uint16_t good = driver.chain().writable(4).place();
    DescriptorChain chain;
    QVERIFY(!chain.collect(guest.memory(), table, bad));
    QVERIFY(chain.collect(guest.memory(), table, good));
    QCOMPARE(chain.head(), good);
    QVERIFY(chain.fault().empty());
    QCOMPARE(chain.writableBytes(), 4u);
}

void TestDescriptorChain::collect_copies_laterGuestWritesDoNotMatter()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    const std::uint16_t head = driver.chain().writable(4).place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    const GuestAddress before = chain.writable().front().at;
    driver.writeDescriptor(head, {~0ull - 10, 0xffff'ffff, W, 0});
    QCOMPARE(chain.writable().front().at, before);
    QVERIFY(ChainWriter(guest.memory(), chain).write<std::uint32_t>(0x12345678));
}

void TestDescriptorChain::cursor_crossesDescriptors()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    const auto content = pattern(24);
    const std::uint16_t head = driver.chain()
                                   .readable(std::span(content).first(3))
                                   .readable(std::span(content).subspan(3))
                                   .writable(3)
                                   .writable(5)
                                   .place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    ChainReader reader(guest.memory(), chain);
    std::vector<std::byte> first(8), rest(14);
    QVERIFY(reader.readBytes(first));
    QVERIFY(reader.skip(2));
    QVERIFY(reader.readBytes(rest));
    QCOMPARE(reader.remaining(), 0u);
    QVERIFY(std::ranges::equal(first, std::span(content).first(8)));
    QVERIFY(std::ranges::equal(rest, std::span(content).subspan(10)));
    ChainWriter writer(guest.memory(), chain);
    QVERIFY(writer.write<std::uint64_t>(0x1122334455667788));
    QCOMPARE(guest.bytes(chain.writable()[1].at, 1).front(), std::byte{0x55});
}

void TestDescriptorChain::cursor_zeroLengthBuffers_areSkipped()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    const auto content = pattern(2);
    const std::uint16_t head = driver.chain()
                                   .readable({})
                                   .readable(std::span(content).first(1))
                                   .readable({})
                                   .readable({})
                                   .readable(std::span(content).subspan(1))
                                   .place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    ChainReader reader(guest.memory(), chain);
    std::vector<iovec> slices;
    QVERIFY(reader.takeSlices(2, slices));
    QCOMPARE(slices.size(), std::size_t{2});
    QCOMPARE(*static_cast<std::byte *>(slices[1].iov_base), content[1]);
}

void TestDescriptorChain::cursor_tooShort_isGuestFault()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    const std::uint16_t head = driver.chain().readable(pattern(7)).place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    ChainReader reader(guest.memory(), chain);
    QCOMPARE(reader.read<std::uint64_t>().error().kind, ErrorKind::GuestFault);
    QVERIFY(reader.read<std::uint32_t>()); // nothing was consumed
    ChainWriter writer(guest.memory(), chain);
    QVERIFY(!writer.write<std::uint8_t>(0));
    QVERIFY(!reader.skip(~0ull));
}

void TestDescriptorChain::cursor_slices_areBoundedByRequest()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 8);
    const std::uint16_t head = driver.chain().writable(600).writable(600).place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    ChainWriter writer(guest.memory(), chain);
    std::vector<iovec> slices;
    QVERIFY(writer.takeSlices(1024, slices));
    QCOMPARE(slices.size(), std::size_t{2});
    QCOMPARE(slices[0].iov_len, std::size_t{600});
    QCOMPARE(slices[1].iov_len, std::size_t{424});
    QCOMPARE(writer.remaining(), 176u);
}

void TestDescriptorChain::cursor_bufferAcrossRegions_givesTwoSlices()
{
    const FakeGuest guest(
        std::array{MemoryRange{GuestAddress(0), 2 * kMib}, MemoryRange{GuestAddress(2 * kMib), 2 * kMib}});
    FakeDriver driver(guest, 8);
    const std::uint16_t head = driver.chain().raw(2 * kMib - 100, 300, W).place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 8, true}, head));
    ChainWriter writer(guest.memory(), chain);
    std::vector<iovec> slices;
    QVERIFY(writer.takeSlices(300, slices));
    QCOMPARE(slices.size(), std::size_t{2});
    QCOMPARE(slices[0].iov_len, std::size_t{100});
    QCOMPARE(slices[1].iov_len, std::size_t{200});
}

QTEST_APPLESS_MAIN(TestDescriptorChain)
#include "tst_descriptor_chain.moc"
