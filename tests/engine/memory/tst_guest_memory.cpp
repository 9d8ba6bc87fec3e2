#include "memory/guest_memory.h"
#include "support/resident_pages.h"

#include <QFile>
#include <QTest>

#include <array>
#include <cerrno>
#include <csetjmp>
#include <csignal>
#include <cstring>
#include <limits>
#include <thread>
#include <vector>

using namespace sparkler;
using sparkler::test::residentPages;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHoleEnd = std::uint64_t{4} << 30;

/// [0, 2 MiB), [2 MiB, 3 MiB) next to it, and [4 GiB, 4 GiB + 1 MiB) behind a hole.
GuestMemory threeRegions()
{
    return std::move(
        GuestMemory::map(std::array{MemoryRange{GuestAddress(0), 2 * kMib}, MemoryRange{GuestAddress(2 * kMib), kMib},
                                    MemoryRange{GuestAddress(kHoleEnd), kMib}})
            .value());
}

std::vector<std::byte> counting(std::size_t count)
{
    std::vector<std::byte> out(count);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<std::byte>(i * 7 + 1);
    return out;
}

/// Anonymous memory of this process that is present, in bytes.
std::uint64_t residentAnonymousBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').at(1).toULongLong() * 1024;
    }
    return 0;
}

sigjmp_buf escape;
void onSegv(int)
{
    siglongjmp(escape, 1);
}

/// Whether reading the byte at `host` kills.
bool faults(const volatile std::byte *host)
{
    struct sigaction catching {
    }, before{};
    catching.sa_handler = onSegv;
    ::sigaction(SIGSEGV, &catching, &before);
    const bool faulted = sigsetjmp(escape, 1) != 0;
    if (!faulted)
        static_cast<void>(*host);
    ::sigaction(SIGSEGV, &before, nullptr);
    return faulted;
}

} // namespace

class TestGuestMemory : public QObject {
    Q_OBJECT
private slots:
    void map_regions_asAsked();
    void map_impossibleSize_isHostError();
    void map_freshMemory_isZero();
    void map_guardPages_surroundEachRegion();
    void move_keepsMappings();
    void contains_data();
    void contains();
    void access_data();
    void access();
    void readWrite_acrossAdjacentRegions();
    void zero_acrossAdjacentRegions();
    void readWrite_nothing_touchesNothing();
    void readWrite_objects();
    void atomics_alignment_data();
    void atomics_alignment();
    void atomics_areSeenByAnotherThread();
    void slices_oneRegion_isOnePiece();
    void slices_acrossRegions_areTwoPieces();
    void slices_failure_leavesOutputAlone();
    void discard_givesPagesBack();
    void discard_wholeProcess_shrinks();
    void discard_acrossAdjacentRegions();
    void discard_nothing_changesNothing();
    void discard_refused_data();
    void discard_refused();
    void discard_transparentHugePages_partOfOne();
    void discard_hugePages_onlyWholeOnes();
};

void TestGuestMemory::map_regions_asAsked()
{
    const GuestMemory memory = threeRegions();
    QCOMPARE(memory.regions().size(), std::size_t{3});
    QCOMPARE(memory.regions()[2].start.value(), kHoleEnd);
    QCOMPARE(memory.regions()[1].bytes, kMib);
    QCOMPARE(memory.totalBytes(), 4 * kMib);
    for (const auto &region : memory.regions())
        QCOMPARE(reinterpret_cast<std::uintptr_t>(region.host) % 4096, std::uintptr_t{0});
}

void TestGuestMemory::map_impossibleSize_isHostError()
{
    const auto tooMuch = GuestMemory::map(std::array{MemoryRange{GuestAddress(0), std::uint64_t{1} << 60}});
    QVERIFY(!tooMuch);
    QCOMPARE(tooMuch.error().hostErrno, ENOMEM);
    QVERIFY(!GuestMemory::map(std::array{MemoryRange{GuestAddress(0), std::numeric_limits<std::uint64_t>::max()}}));
}

void TestGuestMemory::map_freshMemory_isZero()
{
    const GuestMemory memory = threeRegions();
    std::vector<std::byte> all(kMib, std::byte{1});
    QVERIFY(memory.readBytes(GuestAddress(kHoleEnd), all));
    QCOMPARE(all, std::vector(kMib, std::byte{0}));
}

void TestGuestMemory::map_guardPages_surroundEachRegion()
{
    const GuestMemory memory = threeRegions();
    for (const auto &region : memory.regions()) {
        QVERIFY(faults(region.host - 1));
        QVERIFY(faults(region.host + region.bytes));
        QVERIFY(!faults(region.host));
        QVERIFY(!faults(region.host + region.bytes - 1));
    }
}

void TestGuestMemory::move_keepsMappings()
{
    GuestMemory first = threeRegions();
    QVERIFY(first.write<std::uint32_t>(GuestAddress(100), 0xdead'beef));
    GuestMemory second = std::move(first);
    QCOMPARE(second.read<std::uint32_t>(GuestAddress(100)).value(), 0xdead'beefu);
    QCOMPARE(first.totalBytes(), 0u);
    GuestMemory third = threeRegions();
    third = std::move(second);
    QCOMPARE(third.read<std::uint32_t>(GuestAddress(100)).value(), 0xdead'beefu);
}

void TestGuestMemory::contains_data()
{
    QTest::addColumn<quint64>("at");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<bool>("inside");
    const auto max = std::numeric_limits<quint64>::max();
    QTest::newRow("first byte") << quint64{0} << quint64{1} << true;
    QTest::newRow("whole first") << quint64{0} << quint64{2 * kMib} << true;
    QTest::newRow("both adjacent") << quint64{0} << quint64{3 * kMib} << true;
    QTest::newRow("over the border") << quint64{2 * kMib - 1} << quint64{2} << true;
    QTest::newRow("one byte into the hole") << quint64{0} << quint64{3 * kMib + 1} << false;
    QTest::newRow("in the hole") << quint64{3 * kMib} << quint64{1} << false;
    QTest::newRow("over the hole") << quint64{3 * kMib - 1} << quint64{kHoleEnd} << false;
    QTest::newRow("before the high region") << quint64{kHoleEnd - 1} << quint64{2} << false;
    QTest::newRow("high region") << quint64{kHoleEnd} << quint64{kMib} << true;
    QTest::newRow("past the end") << quint64{kHoleEnd + kMib - 1} << quint64{2} << false;
    QTest::newRow("wraps around") << quint64{kHoleEnd} << max << false;
    QTest::newRow("highest address") << max << quint64{1} << false;
    QTest::newRow("all addresses") << quint64{0} << max << false;
    QTest::newRow("nothing, inside") << quint64{5} << quint64{0} << true;
    QTest::newRow("nothing, in the hole") << quint64{3 * kMib} << quint64{0} << false;
}

void TestGuestMemory::contains()
{
    QFETCH(quint64, at);
    QFETCH(quint64, bytes);
    const GuestMemory memory = threeRegions();
    QTEST(memory.contains(GuestAddress(at), bytes), "inside");
}

void TestGuestMemory::access_data()
{
    QTest::addColumn<quint64>("at");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<bool>("inside");
    QTest::newRow("inside") << quint64{10} << quint64{100} << true;
    QTest::newRow("last bytes") << quint64{kHoleEnd + kMib - 8} << quint64{8} << true;
    QTest::newRow("one too many") << quint64{kHoleEnd + kMib - 8} << quint64{9} << false;
    QTest::newRow("into the hole") << quint64{3 * kMib - 4} << quint64{8} << false;
    QTest::newRow("wraps around") << quint64{~0ull - 3} << quint64{8} << false;
}

void TestGuestMemory::access()
{
    QFETCH(quint64, at);
    QFETCH(quint64, bytes);
    QFETCH(bool, inside);
    const GuestMemory memory = threeRegions();
    const auto data = counting(bytes);
    std::vector<std::byte> back(bytes, std::byte{0xcc});
    const auto written = memory.writeBytes(GuestAddress(at), data);
    QCOMPARE(written.has_value(), inside);
    QCOMPARE(memory.readBytes(GuestAddress(at), back).has_value(), inside);
    QCOMPARE(memory.zero(GuestAddress(at), bytes).has_value(), inside);
    if (inside) {
        QCOMPARE(back, data);
        return;
    }
    QCOMPARE(written.error().kind, ErrorKind::GuestFault);
    QCOMPARE(back, std::vector(bytes, std::byte{0xcc}));
    // Nothing was written to the part that is memory.
    QCOMPARE(memory.read<std::uint8_t>(GuestAddress(3 * kMib - 1)).value(), std::uint8_t{0});
}

void TestGuestMemory::readWrite_acrossAdjacentRegions()
{
    const GuestMemory memory = threeRegions();
    const auto data = counting(1000);
    QVERIFY(memory.writeBytes(GuestAddress(2 * kMib - 300), data));
    std::vector<std::byte> back(1000);
    QVERIFY(memory.readBytes(GuestAddress(2 * kMib - 300), back));
    QCOMPARE(back, data);
    QCOMPARE(memory.regions()[1].host[0], data[300]);
}

void TestGuestMemory::zero_acrossAdjacentRegions()
{
    const GuestMemory memory = threeRegions();
    QVERIFY(memory.writeBytes(GuestAddress(2 * kMib - 8), counting(16)));
    QVERIFY(memory.zero(GuestAddress(2 * kMib - 4), 8));
    std::array<std::byte, 16> back{};
    QVERIFY(memory.readBytes(GuestAddress(2 * kMib - 8), back));
    auto expected = counting(16);
    std::fill(expected.begin() + 4, expected.begin() + 12, std::byte{0});
    QVERIFY(std::ranges::equal(back, expected));
}

void TestGuestMemory::readWrite_nothing_touchesNothing()
{
    const GuestMemory memory = threeRegions();
    QVERIFY(memory.writeBytes(GuestAddress(5), {}));
    QVERIFY(memory.readBytes(GuestAddress(5), {}));
    std::vector<iovec> slices;
    QVERIFY(memory.appendSlices(GuestAddress(5), 0, slices, Access::Read));
    QVERIFY(slices.empty());
}

void TestGuestMemory::readWrite_objects()
{
    struct Pair {
        std::uint32_t a, b;
    };
    const GuestMemory memory = threeRegions();
    QVERIFY(memory.write(GuestAddress(2 * kMib - 4), Pair{1, 2})); // also over a border, unaligned to it
    const auto back = memory.read<Pair>(GuestAddress(2 * kMib - 4));
    QVERIFY(back && back->a == 1 && back->b == 2);
    QVERIFY(!memory.read<Pair>(GuestAddress(3 * kMib - 4)));
}

void TestGuestMemory::atomics_alignment_data()
{
    QTest::addColumn<quint64>("at");
    QTest::addColumn<bool>("possible");
    QTest::newRow("aligned") << quint64{2} << true;
    QTest::newRow("odd") << quint64{3} << false;
    QTest::newRow("last of the region") << quint64{3 * kMib - 2} << true;
    QTest::newRow("in the hole") << quint64{3 * kMib} << false;
    QTest::newRow("highest") << quint64{~1ull} << false;
}

void TestGuestMemory::atomics_alignment()
{
    QFETCH(quint64, at);
    QFETCH(bool, possible);
    const GuestMemory memory = threeRegions();
    QCOMPARE(memory.storeRelease(GuestAddress(at), 0x1234).has_value(), possible);
    const auto loaded = memory.loadAcquire(GuestAddress(at));
    QCOMPARE(loaded.has_value(), possible);
    QVERIFY(!possible || *loaded == 0x1234);
}

void TestGuestMemory::atomics_areSeenByAnotherThread()
{
    const GuestMemory memory = threeRegions();
    std::jthread writer([&memory] {
        for (std::uint16_t i = 1; i <= 1000; ++i) {
            static_cast<void>(memory.write<std::uint64_t>(GuestAddress(4096 + 8u * i), i));
            static_cast<void>(memory.storeRelease(GuestAddress(64), i));
        }
    });
    for (std::uint16_t seen = 0; seen < 1000;) {
        seen = memory.loadAcquire(GuestAddress(64)).value();
        if (seen > 0)
            QCOMPARE(memory.read<std::uint64_t>(GuestAddress(4096 + 8u * seen)).value(), seen);
    }
}

void TestGuestMemory::slices_oneRegion_isOnePiece()
{
    const GuestMemory memory = threeRegions();
    std::vector<iovec> slices;
    QVERIFY(memory.appendSlices(GuestAddress(100), 200, slices, Access::Read));
    QCOMPARE(slices.size(), std::size_t{1});
    QCOMPARE(slices[0].iov_base, static_cast<void *>(memory.regions()[0].host + 100));
    QCOMPARE(slices[0].iov_len, std::size_t{200});
}

void TestGuestMemory::slices_acrossRegions_areTwoPieces()
{
    const GuestMemory memory = threeRegions();
    std::vector<iovec> slices;
    QVERIFY(memory.appendSlices(GuestAddress(2 * kMib - 10), 30, slices, Access::Write));
    QCOMPARE(slices.size(), std::size_t{2});
    QCOMPARE(slices[0].iov_len, std::size_t{10});
    QCOMPARE(slices[1].iov_base, static_cast<void *>(memory.regions()[1].host));
    QCOMPARE(slices[1].iov_len, std::size_t{20});
}

void TestGuestMemory::slices_failure_leavesOutputAlone()
{
    const GuestMemory memory = threeRegions();
    std::vector<iovec> slices(1);
    QVERIFY(!memory.appendSlices(GuestAddress(3 * kMib - 10), 30, slices, Access::Write));
    QCOMPARE(slices.size(), std::size_t{1});
}

void TestGuestMemory::discard_givesPagesBack()
{
    const GuestMemory memory = threeRegions();
    const auto data = counting(kMib);
    QVERIFY(memory.writeBytes(GuestAddress(0), data));
    QCOMPARE(residentPages(memory, GuestAddress(0), kMib), std::size_t{256});
    QVERIFY(memory.discard(GuestAddress(16 * kPage), 8 * kPage));
    QCOMPARE(residentPages(memory, GuestAddress(16 * kPage), 8 * kPage), std::size_t{0});
    QCOMPARE(residentPages(memory, GuestAddress(0), kMib), std::size_t{248});
    std::vector<std::byte> back(kMib);
    QVERIFY(memory.readBytes(GuestAddress(0), back));
    auto expected = data;
    std::fill_n(expected.begin() + 16 * kPage, 8 * kPage, std::byte{0});
    QCOMPARE(back, expected);
    QVERIFY(memory.writeBytes(GuestAddress(16 * kPage), std::span(data).first(kPage))); // and can be used again
    QCOMPARE(memory.read<std::uint8_t>(GuestAddress(16 * kPage)).value(), std::to_integer<std::uint8_t>(data[0]));
}

void TestGuestMemory::discard_wholeProcess_shrinks()
{
    const auto memory = GuestMemory::map(std::array{MemoryRange{GuestAddress(0), 64 * kMib}});
    QVERIFY(memory);
    QVERIFY(memory->zero(GuestAddress(0), 64 * kMib));
    const std::uint64_t full = residentAnonymousBytes();
    QVERIFY(memory->discard(GuestAddress(0), 64 * kMib));
    QVERIFY(residentAnonymousBytes() + 60 * kMib < full); // the kernel's count lags a little behind
}

void TestGuestMemory::discard_acrossAdjacentRegions()
{
    const GuestMemory memory = threeRegions();
    QVERIFY(memory.writeBytes(GuestAddress(0), counting(3 * kMib)));
    QVERIFY(memory.discard(GuestAddress(2 * kMib - kPage), 3 * kPage));
    QCOMPARE(residentPages(memory, GuestAddress(2 * kMib - kPage), 3 * kPage), std::size_t{0});
    QCOMPARE(residentPages(memory, GuestAddress(0), 3 * kMib), std::size_t{3 * 256 - 3});
    QCOMPARE(memory.regions()[1].host[0], std::byte{0});
    QVERIFY(memory.discard(GuestAddress(0), 3 * kMib));
    QCOMPARE(residentPages(memory, GuestAddress(0), 3 * kMib), std::size_t{0});
}

void TestGuestMemory::discard_nothing_changesNothing()
{
    const GuestMemory memory = threeRegions();
    QVERIFY(memory.write<std::uint32_t>(GuestAddress(kPage), 7));
    QVERIFY(memory.discard(GuestAddress(kPage), 0));
    QCOMPARE(memory.read<std::uint32_t>(GuestAddress(kPage)).value(), 7u);
}

void TestGuestMemory::discard_refused_data()
{
    QTest::addColumn<quint64>("at");
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("address not aligned") << quint64{2048} << quint64{kPage};
    QTest::newRow("length not aligned") << quint64{0} << quint64{kPage + 1};
    QTest::newRow("neither, the page is inside") << quint64{kPage - 1} << quint64{kPage + 2};
    QTest::newRow("in the hole") << quint64{3 * kMib} << quint64{kPage};
    QTest::newRow("into the hole") << quint64{3 * kMib - kPage} << quint64{2 * kPage};
    QTest::newRow("over the hole") << quint64{3 * kMib - kPage} << quint64{kHoleEnd};
    QTest::newRow("past the end") << quint64{kHoleEnd + kMib - kPage} << quint64{2 * kPage};
    QTest::newRow("wraps around") << ~quint64{kPage - 1} << quint64{2 * kPage};
    QTest::newRow("all addresses") << quint64{0} << ~quint64{kPage - 1};
}

void TestGuestMemory::discard_refused()
{
    QFETCH(quint64, at);
    QFETCH(quint64, bytes);
    const GuestMemory memory = threeRegions();
    QVERIFY(memory.writeBytes(GuestAddress(0), counting(3 * kMib)));
    QVERIFY(memory.writeBytes(GuestAddress(kHoleEnd), counting(kMib)));
    const auto discarded = memory.discard(GuestAddress(at), bytes);
    QVERIFY(!discarded);
    QCOMPARE(discarded.error().kind, ErrorKind::GuestFault);
    QCOMPARE(residentPages(memory, GuestAddress(0), 3 * kMib), std::size_t{3 * 256});
    QCOMPARE(residentPages(memory, GuestAddress(kHoleEnd), kMib), std::size_t{256});
}

void TestGuestMemory::discard_transparentHugePages_partOfOne()
{
    const auto memory = GuestMemory::map(std::array{MemoryRange{GuestAddress(0), 4 * kMib}}, PageBacking::Transparent);
    if (!memory)
        QSKIP("this kernel has no transparent huge pages");
    QVERIFY(memory->writeBytes(GuestAddress(0), counting(4 * kMib)));
    QVERIFY(memory->discard(GuestAddress(kMib), kPage));
    QCOMPARE(residentPages(*memory, GuestAddress(0), 4 * kMib), std::size_t{4 * 256 - 1});
    QCOMPARE(memory->read<std::uint64_t>(GuestAddress(kMib)).value(), 0u);
}

void TestGuestMemory::discard_hugePages_onlyWholeOnes()
{
    const auto memory = GuestMemory::map(std::array{MemoryRange{GuestAddress(0), 4 * kMib}}, PageBacking::Huge2M);
    if (!memory)
        QSKIP("this host has no free huge pages");
    QVERIFY(memory->writeBytes(GuestAddress(0), counting(4 * kMib)));
    for (const auto &[at, bytes] : {std::pair{std::uint64_t{0}, kPage}, std::pair{kMib, 2 * kMib}}) {
        const auto part = memory->discard(GuestAddress(at), bytes);
        QVERIFY(!part);
        QCOMPARE(part.error().hostErrno, EINVAL);
    }
    std::vector<std::byte> back(4 * kMib);
    QVERIFY(memory->readBytes(GuestAddress(0), back));
    QCOMPARE(back, counting(4 * kMib));
    QVERIFY(memory->discard(GuestAddress(2 * kMib), 2 * kMib));
    QCOMPARE(memory->read<std::uint64_t>(GuestAddress(2 * kMib)).value(), 0u);
}

QTEST_APPLESS_MAIN(TestGuestMemory)
#include "tst_guest_memory.moc"
