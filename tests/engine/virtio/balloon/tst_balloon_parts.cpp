#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "virtio/balloon/hinting_run.h"
#include "virtio/balloon/page_list.h"
#include "virtio/balloon/statistics.h"

#include <QTest>

#include <cstring>
#include <numeric>
#include <random>
#include <set>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

using Pages = std::vector<std::uint32_t>;
using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Ranges rangesOf(PageList &list)
{
    Ranges out;
    list.takeRanges([&out](const PageRange &range) { out.emplace_back(range.first, range.count); });
    return out;
}

Ranges rangesOf(const Pages &pages)
{
    PageList list;
    list.append(pages);
    return rangesOf(list);
}

struct Record {
    std::uint16_t tag;
    std::uint64_t value;
};

std::vector<std::byte> packed(const std::vector<Record> &records)
{
    std::vector<std::byte> out(records.size() * 10);
    for (std::size_t i = 0; i < records.size(); ++i) {
        std::memcpy(&out[i * 10], &records[i].tag, 2);
        std::memcpy(&out[i * 10 + 2], &records[i].value, 8);
    }
    return out;
}

/// A chain with one buffer of these bytes, as a device sees it.
struct Update {
    FakeGuest guest{2};
    FakeDriver driver{guest, 16};
    Queue queue = driver.queue();
    DescriptorChain chain;
    BalloonStatistics statistics;

    Result<> read(std::span<const std::byte> bytes)
    {
        driver.chain().readable(bytes).submit();
        if (queue.pop(chain).value() != Queue::Pop::Chain)
            qFatal("no chain");
        return readStatistics(guest.memory(), chain, statistics);
    }
};

} // namespace

class TestBalloonParts : public QObject {
    Q_OBJECT
private slots:
    void pages_none_giveNoRange();
    void pages_areSortedAndMerged();
    void pages_duplicates_areDropped();
    void pages_highest_doNotWrap();
    void pages_taken_areGone();
    void pages_random_matchASet();
    void statistics_everyTag();
    void statistics_laterUpdate_keepsOtherValues();
    void statistics_unknownTags_areIgnored();
    void statistics_oddLength_changesNothing();
    void statistics_tooMany_areCutOff();
    void statistics_scattered_areRead();
    void hinting_start_countsFromTwo();
    void hinting_release_onlyDuringItsRun();
    void hinting_stop_isDone();
    void hinting_guestStop_acknowledged();
    void hinting_guestStop_notAcknowledged();
    void hinting_staleStop_doesNotEndTheNextRun();
    void hinting_ids_wrapPastReserved();
    void hinting_reset_doesNotRepeatAnId();
};

void TestBalloonParts::pages_none_giveNoRange()
{
    QCOMPARE(rangesOf(Pages{}), Ranges{});
}

void TestBalloonParts::pages_areSortedAndMerged()
{
    QCOMPARE(rangesOf(Pages{9, 3, 4, 1, 5, 8}), (Ranges{{1, 1}, {3, 3}, {8, 2}}));
}

void TestBalloonParts::pages_duplicates_areDropped()
{
    QCOMPARE(rangesOf(Pages{7, 7, 8, 7, 8}), (Ranges{{7, 2}}));
}

void TestBalloonParts::pages_highest_doNotWrap()
{
    QCOMPARE(rangesOf(Pages{0xffff'ffff, 0, 0xffff'fffe}), (Ranges{{0, 1}, {0xffff'fffe, 2}}));
}

void TestBalloonParts::pages_taken_areGone()
{
    PageList list;
    Pages pages(PageList::kCapacity);
    std::iota(pages.rbegin(), pages.rend(), 100u);
    list.append(pages);
    QCOMPARE(list.room(), std::size_t{0});
    QCOMPARE(rangesOf(list), (Ranges{{100, PageList::kCapacity}}));
    QCOMPARE(list.room(), PageList::kCapacity);
    QCOMPARE(rangesOf(list), Ranges{});
}

void TestBalloonParts::pages_random_matchASet()
{
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        Pages pages(1 + random() % PageList::kCapacity);
        const auto span = static_cast<std::uint32_t>(1 + random() % 5000);
        std::ranges::generate(pages, [&] { return static_cast<std::uint32_t>(random() % span); });
        const std::set<std::uint32_t> expected(pages.begin(), pages.end());
        std::set<std::uint32_t> covered;
        std::uint64_t before = 0; // behind the last range, plus one for a gap
        for (const auto &[first, count] : rangesOf(pages)) {
            QVERIFY(covered.empty() || first > before); // ascending, and not mergeable
            for (std::uint32_t page = first; page < first + count; ++page)
                covered.insert(page);
            before = std::uint64_t{first} + count;
        }
        QVERIFY(covered == expected);
    }
}

void TestBalloonParts::statistics_everyTag()
{
    Update update;
    std::vector<Record> records;
    for (std::uint16_t tag = 0; tag < 16; ++tag)
        records.push_back({tag, 1000u + tag});
    QVERIFY(update.read(packed(records)));
    const BalloonStatistics &all = update.statistics;
    const std::array values{
        all.swapIn,       all.swapOut,         all.majorFaults, all.minorFaults,        all.freeMemory,
        all.totalMemory,  all.availableMemory, all.diskCaches,  all.hugetlbAllocations, all.hugetlbFailures,
        all.oomKill,      all.allocStall,      all.asyncScan,   all.directScan,         all.asyncReclaim,
        all.directReclaim};
    for (std::size_t tag = 0; tag < values.size(); ++tag)
        QCOMPARE(values[tag].value(), 1000u + tag);
}

void TestBalloonParts::statistics_laterUpdate_keepsOtherValues()
{
    Update update;
    QVERIFY(update.read(packed({{4, 100}, {5, ~0ull}})));
    QVERIFY(update.read(packed({{4, 90}, {4, 80}})));
    QCOMPARE(update.statistics.freeMemory.value(), 80u); // the last one of an update counts
    QCOMPARE(update.statistics.totalMemory.value(), ~0ull);
    QVERIFY(!update.statistics.swapIn);
}

void TestBalloonParts::statistics_unknownTags_areIgnored()
{
    Update update;
    QVERIFY(update.read(packed({{16, 1}, {0xffff, 2}, {0, 3}})));
    QCOMPARE(update.statistics.swapIn.value(), 3u);
}

void TestBalloonParts::statistics_oddLength_changesNothing()
{
    Update update;
    auto bytes = packed({{4, 1}, {5, 2}});
    bytes.pop_back();
    const auto read = update.read(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::GuestFault);
    QVERIFY(!update.statistics.freeMemory);
}

void TestBalloonParts::statistics_tooMany_areCutOff()
{
    Update update;
    std::vector<Record> records(kMaxStatisticsRecords, Record{4, 1});
    records.push_back({4, 2});
    records.push_back({5, 2});
    QVERIFY(update.read(packed(records)));
    QCOMPARE(update.statistics.freeMemory.value(), 1u);
    QVERIFY(!update.statistics.totalMemory);
}

void TestBalloonParts::statistics_scattered_areRead()
{
    Update update;
    const auto bytes = packed({{4, 0x0102'0304'0506'0708}});
    update.driver.chain()
        .readable(std::span(bytes).first(1))
        .readable(std::span(bytes).subspan(1, 4))
        .readable(std::span(bytes).subspan(5))
        .submit();
    QCOMPARE(update.queue.pop(update.chain).value(), Queue::Pop::Chain);
    QVERIFY(readStatistics(update.guest.memory(), update.chain, update.statistics));
    QCOMPARE(update.statistics.freeMemory.value(), 0x0102'0304'0506'0708u);
}

void TestBalloonParts::hinting_start_countsFromTwo()
{
    HintingRun run;
    QCOMPARE(run.state().hostCommand, 0u);
    QVERIFY(!run.state().guestCommand);
    run.start(true);
    QCOMPARE(run.state().hostCommand, 2u);
    run.start(true);
    QCOMPARE(run.state().hostCommand, 3u);
    QVERIFY(!run.state().guestCommand);
}

void TestBalloonParts::hinting_release_onlyDuringItsRun()
{
    HintingRun run;
    QVERIFY(!run.guestTold(0)); // equal to the host's 0, and yet no run
    QVERIFY(!run.mayRelease());
    run.start(true);
    QVERIFY(!run.mayRelease());
    QVERIFY(!run.guestTold(2));
    QVERIFY(run.mayRelease());
    run.start(true);
    QVERIFY(!run.mayRelease());
    run.guestTold(3);
    QVERIFY(run.mayRelease());
}

void TestBalloonParts::hinting_stop_isDone()
{
    HintingRun run;
    run.start(true);
    run.guestTold(2);
    run.stop();
    QCOMPARE(run.state().hostCommand, 1u);
    QVERIFY(!run.mayRelease());
    run.guestTold(1);
    QVERIFY(!run.mayRelease()); // done is no run either
    run.start(true);
    QCOMPARE(run.state().hostCommand, 3u);
}

void TestBalloonParts::hinting_guestStop_acknowledged()
{
    HintingRun run;
    run.start(true);
    run.guestTold(2);
    QVERIFY(run.guestTold(0));
    QCOMPARE(run.state().hostCommand, 1u);
    QCOMPARE(run.state().guestCommand.value(), 0u);
    QVERIFY(!run.guestTold(0)); // nothing left to end
}

void TestBalloonParts::hinting_guestStop_notAcknowledged()
{
    HintingRun run;
    run.start(false);
    run.guestTold(2);
    QVERIFY(!run.guestTold(0));
    QCOMPARE(run.state().hostCommand, 2u);
    QVERIFY(!run.mayRelease());
}

void TestBalloonParts::hinting_staleStop_doesNotEndTheNextRun()
{
    HintingRun run;
    run.start(true);
    run.guestTold(2);
    run.start(true);
    QVERIFY(!run.guestTold(0)); // the end of run 2
    QCOMPARE(run.state().hostCommand, 3u);
    run.guestTold(3);
    QVERIFY(run.mayRelease());
}

void TestBalloonParts::hinting_ids_wrapPastReserved()
{
    HintingRun run(0xffff'fffe);
    run.start(true);
    QCOMPARE(run.state().hostCommand, 0xffff'ffffu);
    run.start(true);
    QCOMPARE(run.state().hostCommand, 2u);
}

void TestBalloonParts::hinting_reset_doesNotRepeatAnId()
{
    HintingRun run;
    run.start(true);
    run.guestTold(2);
    run.reset();
    QCOMPARE(run.state().hostCommand, 0u);
    QVERIFY(!run.state().guestCommand);
    run.start(true);
    QCOMPARE(run.state().hostCommand, 3u);
}

QTEST_APPLESS_MAIN(TestBalloonParts)
#include "tst_balloon_parts.moc"
