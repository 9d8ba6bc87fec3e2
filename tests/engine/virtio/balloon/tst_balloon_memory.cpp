// What gives memory back to the host: inflating, free page reports and hints.
#include "balloon_bench.h"
#include "support/eventually.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::test;
using Bench = BalloonBench;

class TestBalloonMemory : public QObject {
    Q_OBJECT
private slots:
    void inflate_givesMemoryBack();
    void inflate_unsortedAcrossChains_isReleasedBeforeTheGuestIsTold();
    void inflate_highestPages_areSkipped();
    void inflate_badArrays_data();
    void inflate_badArrays();
    void inflate_manyChains_goOnAfterTheWake();
    void deflate_isAcknowledged();

    void reporting_givesMemoryBack();
    void reporting_badRanges_data();
    void reporting_badRanges();
    void reporting_bytesPerWake_areBounded();
    void hinting_onlyTheActiveRunReleases();
    void hinting_acknowledgedStop_tellsTheDriver();
    void hinting_refusals();
};

void TestBalloonMemory::inflate_givesMemoryBack()
{
    Bench bench;
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QVERIFY(bench.inflate(run(kSpare, 256)));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
    QCOMPARE(bench.resident(kSpare + kMib, kMib), std::size_t{256});
    QCOMPARE(bench.guest.bytes(GuestAddress(kSpare), kMib), std::vector(kMib, std::byte{0}));
    QCOMPARE(bench.inflates(), 1u);
    QCOMPARE(bench.eventFails(), 0u);
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestBalloonMemory::inflate_unsortedAcrossChains_isReleasedBeforeTheGuestIsTold()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    std::vector<std::uint32_t> backwards = run(kSpare, 256);
    std::ranges::reverse(backwards);
    driver.chain().readable(frames(backwards)).submit();
    driver.chain().readable(frames({0, backwards[0]})).submit(); // the very first page, and a duplicate
    driver.chain().readable(frames({})).submit();
    bench.guest.put(GuestAddress(0), pattern(kPage));
    bench.kick(kInflate);
    QCOMPARE(driver.usedIndex(), 3);
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
    QCOMPARE(bench.resident(0, kPage), std::size_t{0});
    QCOMPARE(bench.interrupt.used.load(), 1);
    QCOMPARE(bench.eventFails(), 0u);
}

void TestBalloonMemory::inflate_highestPages_areSkipped()
{
    Bench bench;
    const auto end = static_cast<std::uint32_t>((kGuestMib << 20) / kPage);
    QVERIFY(bench.inflate({0xffff'ffff, 0xffff'fffe, end + 7, static_cast<std::uint32_t>(kSpare / kPage)}));
    QCOMPARE(bench.eventFails(), 2u); // two ranges
    QCOMPARE(bench.resident(kSpare, kPage), std::size_t{0});
    QCOMPARE(bench.interrupt.needsReset.load(), 0);
}

void TestBalloonMemory::inflate_badArrays_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("too long") << 0;
    QTest::newRow("no multiple of four") << 1;
    QTest::newRow("writable") << 2;
    QTest::newRow("partly outside memory") << 3;
    QTest::newRow("endless") << 4;
}

void TestBalloonMemory::inflate_badArrays()
{
    QFETCH(int, kind);
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    auto chain = driver.chain();
    switch (kind) {
    case 0:
        chain.readable(frames(run(kSpare, 257)));
        break;
    case 1:
        chain.readable(std::vector(7, std::byte{0}));
        break;
    case 2:
        chain.writable(16);
        break;
    case 3:
        chain.raw((kGuestMib << 20) - 4, 8, 0);
        break;
    default:
        chain.raw(0, 60u << 20, 0);
        break;
    }
    QVERIFY(bench.comesBack(kInflate, std::move(chain)));
    QCOMPARE(bench.eventFails(), 1u);
    QCOMPARE(bench.resident(kSpare, 2 * kMib), std::size_t{512});
    QVERIFY(bench.inflate(run(kSpare, 1))); // and goes on
    QCOMPARE(bench.resident(kSpare, kPage), std::size_t{0});
}

void TestBalloonMemory::inflate_manyChains_goOnAfterTheWake()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kInflate);
    for (std::uint64_t i = 0; i < 48; ++i) // a MiB minus a page each: no two merge
        driver.chain().readable(frames(run(kSpare + i * kMib, 255))).submit();
    bench.kick(kInflate);
    QCOMPARE(driver.usedIndex(), 32);
    QCOMPARE(bench.resident(kSpare, 32 * kMib), std::size_t{32});
    QCOMPARE(bench.resident(kSpare + 32 * kMib, 16 * kMib), std::size_t{16 * 256});
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    QVERIFY(eventually(*loop, [&] { return driver.usedIndex() == 48; }));
    QCOMPARE(bench.resident(kSpare, 48 * kMib), std::size_t{48});
}

void TestBalloonMemory::deflate_isAcknowledged()
{
    Bench bench;
    QVERIFY(bench.comesBack(kDeflate, std::move(bench.driver(kDeflate).chain().readable(frames(run(kSpare, 256))))));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QCOMPARE(bench.deflates(), 1u);
    QCOMPARE(bench.inflates(), 0u);
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestBalloonMemory::reporting_givesMemoryBack()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kReporting);
    driver.chain().raw(kSpare, 2 * kMib, kDescriptorWrite).raw(kSpare + 4 * kMib, kMib, kDescriptorWrite).submit();
    bench.kick(kReporting);
    QCOMPARE(bench.resident(kSpare, 6 * kMib), std::size_t{3 * 256});
    QCOMPARE(bench.guest.bytes(GuestAddress(kSpare), 16), std::vector(16, std::byte{0}));
    const auto used = driver.takeUsed();
    QVERIFY(used && used->written == 0);
    QCOMPARE(bench.reports(), 2u);
    QCOMPARE(bench.reported(), 3 * kMib);
    QCOMPARE(bench.reportFails(), 0u);
    QCOMPARE(bench.interrupt.used.load(), 1);
}

void TestBalloonMemory::reporting_badRanges_data()
{
    QTest::addColumn<quint64>("at");
    QTest::addColumn<quint32>("bytes");
    QTest::addColumn<int>("ranges"); // that reached the balloon
    QTest::newRow("unaligned address") << quint64{kSpare + 8} << quint32{kPage} << 1;
    QTest::newRow("unaligned length") << quint64{kSpare} << quint32{kPage + 1} << 1;
    QTest::newRow("outside memory") << quint64{kGuestMib << 20} << quint32{kPage} << 0;
    QTest::newRow("over the end") << quint64{(kGuestMib << 20) - kPage} << quint32{2 * kPage} << 0;
    QTest::newRow("wraps around") << ~quint64{kPage - 1} << quint32{2 * kPage} << 0;
}

void TestBalloonMemory::reporting_badRanges()
{
    QFETCH(quint64, at);
    QFETCH(quint32, bytes);
    QFETCH(int, ranges);
    Bench bench;
    QVERIFY(bench.hand(kReporting, at, bytes));
    QCOMPARE(bench.reports(), static_cast<quint64>(ranges));
    QCOMPARE(bench.reportFails(), static_cast<quint64>(ranges));
    QCOMPARE(bench.eventFails(), static_cast<quint64>(1 - ranges)); // a malformed chain
    QCOMPARE(bench.reported(), 0u);
    QCOMPARE(bench.resident(kSpare, (kGuestMib << 20) - kSpare), std::size_t{48 * 256});
    QVERIFY(bench.hand(kReporting, kSpare, kPage)); // and goes on
    QCOMPARE(bench.reported(), kPage);
}

void TestBalloonMemory::reporting_bytesPerWake_areBounded()
{
    Bench bench;
    FakeDriver &driver = bench.driver(kReporting);
    for (int i = 0; i < 8; ++i)
        driver.chain().raw(kSpare, 32 * kMib, kDescriptorWrite).submit();
    bench.kick(kReporting);
    QCOMPARE(driver.usedIndex(), 4); // 128 MiB
    const auto loop = std::move(EventLoop::create().value());
    const auto registrations = bench.watch(*loop);
    QVERIFY(eventually(*loop, [&] { return driver.usedIndex() == 8; }));
    QCOMPARE(bench.reports(), 8u);
}

void TestBalloonMemory::hinting_onlyTheActiveRunReleases()
{
    Bench bench;
    QVERIFY(bench.hand(kHinting, kSpare, kMib)); // no run
    QVERIFY(bench.device->startHinting(true));
    QCOMPARE(bench.config(8), 2u);
    QCOMPARE(bench.interrupt.config.load(), 1);
    QVERIFY(bench.hand(kHinting, kSpare, kMib)); // before the guest took it up
    QVERIFY(bench.tellCommand(7));
    QVERIFY(bench.hand(kHinting, kSpare, kMib)); // another run
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{256});
    QCOMPARE(bench.hints(), 0u);

    QVERIFY(bench.tellCommand(2));
    QCOMPARE(bench.device->hinting()->guestCommand.value(), 2u);
    QVERIFY(bench.hand(kHinting, kSpare, kMib));
    QCOMPARE(bench.resident(kSpare, kMib), std::size_t{0});
    QCOMPARE(bench.hints(), 1u);
    QCOMPARE(bench.hinted(), kMib);
    QVERIFY(bench.hand(kHinting, kSpare + kMib + 1, kPage));
    QCOMPARE(bench.hintFails(), 1u);

    // A hint that the host finds after it ended the run: the guest may be using the pages again.
    bench.driver(kHinting).chain().raw(kSpare + kMib, kMib, kDescriptorWrite).submit();
    QVERIFY(bench.device->stopHinting());
    QCOMPARE(bench.config(8), 1u);
    const std::uint16_t before = bench.driver(kHinting).usedIndex();
    bench.kick(kHinting);
    QCOMPARE(bench.driver(kHinting).usedIndex(), before + 1);
    QCOMPARE(bench.resident(kSpare + kMib, kMib), std::size_t{256});
}

void TestBalloonMemory::hinting_acknowledgedStop_tellsTheDriver()
{
    Bench bench;
    QVERIFY(bench.device->startHinting(true));
    QVERIFY(bench.tellCommand(2));
    QVERIFY(bench.tellCommand(0));
    QCOMPARE(bench.interrupt.config.load(), 2);
    QCOMPARE(bench.config(8), 1u);
    QCOMPARE(bench.device->hinting()->hostCommand, 1u);
    QCOMPARE(bench.device->hinting()->guestCommand.value(), 0u);
    QVERIFY(bench.device->startHinting(false));
    QVERIFY(bench.tellCommand(3));
    QVERIFY(bench.tellCommand(0));
    QCOMPARE(bench.interrupt.config.load(), 3);
    QCOMPARE(bench.config(8), 3u);
}

void TestBalloonMemory::hinting_refusals()
{
    const std::string notEnabled = "Attempting to use hinting when not enabled";
    Bench without(BalloonSettings{});
    QCOMPARE(without.device->startHinting(true).error().text, notEnabled);
    QCOMPARE(without.device->stopHinting().error().text, notEnabled);
    QCOMPARE(without.device->hinting().error().text, notEnabled);
    Bench with;
    QVERIFY(with.device->reset());
    QCOMPARE(with.device->startHinting(true).error().text, std::string("Device not activated yet."));
    QCOMPARE(with.device->stopHinting().error().kind, ErrorKind::WrongPhase);
    QVERIFY(with.device->hinting());
    with.activate(kFeatureVersion1); // a driver that cannot
    QCOMPARE(with.device->startHinting(true).error().text, notEnabled);
}

QTEST_APPLESS_MAIN(TestBalloonMemory)
#include "tst_balloon_memory.moc"
