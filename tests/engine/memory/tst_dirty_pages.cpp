#include "memory/guest_memory.h"

#include <QTest>

#include <array>
#include <functional>
#include <set>
#include <vector>

using namespace sparkler;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHoleEnd = std::uint64_t{4} << 30;
constexpr std::uint64_t kBehindHole = kMib / kPage; ///< the first page of the second region, as a memory file has it

using Pages = std::set<std::uint64_t>;

/// [0, 1 MiB) and [4 GiB, 4 GiB + 1 MiB).
GuestMemory twoRegions()
{
    return std::move(
        GuestMemory::map(std::array{MemoryRange{GuestAddress(0), kMib}, MemoryRange{GuestAddress(kHoleEnd), kMib}})
            .value());
}

Pages marked(const DirtyBitmap &bitmap)
{
    Pages pages;
    for (std::uint64_t page = 0; page < bitmap.pages(); ++page) {
        if (bitmap.isMarked(page))
            pages.insert(page);
    }
    return pages;
}

struct Step {
    const char *name;
    std::function<bool(const GuestMemory &)> act;
    Pages changed;
};

const std::vector<Step> &steps()
{
    static const std::vector<Step> all{
        {"write over a page border",
         [](const GuestMemory &memory) {
             return memory.writeBytes(GuestAddress(2 * kPage - 1), std::array<std::byte, 2>{}).has_value();
         },
         {1, 2}},
        {"write a whole page",
         [](const GuestMemory &memory) {
             return memory.writeBytes(GuestAddress(kPage), std::vector<std::byte>(kPage)).has_value();
         },
         {1}},
        {"write nothing",
         [](const GuestMemory &memory) { return memory.writeBytes(GuestAddress(5), {}).has_value(); },
         {}},
        {"write an object",
         [](const GuestMemory &memory) { return memory.write(GuestAddress(kHoleEnd), 7u).has_value(); },
         {kBehindHole}},
        {"zero",
         [](const GuestMemory &memory) { return memory.zero(GuestAddress(3 * kPage + 5), 2 * kPage).has_value(); },
         {3, 4, 5}},
        {"ring index",
         [](const GuestMemory &memory) { return memory.storeRelease(GuestAddress(8 * kPage - 2), 1).has_value(); },
         {7}},
        {"discard",
         [](const GuestMemory &memory) {
             return memory.discard(GuestAddress(kHoleEnd + kPage), 2 * kPage).has_value();
         },
         {kBehindHole + 1, kBehindHole + 2}},
        {"slices to write",
         [](const GuestMemory &memory) {
             std::vector<iovec> out;
             return memory.appendSlices(GuestAddress(6 * kPage), kPage + 1, out, Access::Write).has_value();
         },
         {6, 7}},
        {"slices to read",
         [](const GuestMemory &memory) {
             std::vector<iovec> out;
             return memory.appendSlices(GuestAddress(6 * kPage), kPage + 1, out, Access::Read).has_value();
         },
         {}},
        {"reading",
         [](const GuestMemory &memory) {
             return memory.read<std::uint64_t>(GuestAddress(0)).has_value() &&
                    memory.loadAcquire(GuestAddress(4)).has_value();
         },
         {}},
        {"refused writes",
         [](const GuestMemory &memory) {
             std::vector<iovec> out;
             return !memory.writeBytes(GuestAddress(kMib - 1), std::array<std::byte, 2>{}) &&
                    !memory.zero(GuestAddress(kMib - 1), 2) && !memory.discard(GuestAddress(kMib - kPage), 2 * kPage) &&
                    !memory.appendSlices(GuestAddress(kMib - 1), 2, out, Access::Write) &&
                    !memory.storeRelease(GuestAddress(3), 1);
         },
         {}},
    };
    return all;
}

} // namespace

class TestDirtyPages : public QObject {
    Q_OBJECT
private slots:
    void everyWriteMarks_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(steps().size()); ++i)
            QTest::newRow(steps()[static_cast<std::size_t>(i)].name) << i;
    }

    void everyWriteMarks()
    {
        QFETCH(int, index);
        const Step &step = steps()[static_cast<std::size_t>(index)];
        GuestMemory memory = twoRegions();
        memory.trackDirtyPages();
        QVERIFY(step.act(memory));
        QVERIFY(marked(*memory.dirtyPages()) == step.changed);
    }

    void untracked_remembersDiscardsOnly()
    {
        const GuestMemory memory = twoRegions();
        for (const Step &step : steps())
            QVERIFY(step.act(memory));
        QVERIFY(!memory.dirtyPages());
        const Pages discarded{kBehindHole + 1, kBehindHole + 2};
        QVERIFY(marked(memory.discardedPages()) == discarded);
    }

    void adjacentRegions_countOn()
    {
        GuestMemory memory = std::move(
            GuestMemory::map(std::array{MemoryRange{GuestAddress(0), kMib}, MemoryRange{GuestAddress(kMib), kMib}})
                .value());
        memory.trackDirtyPages();
        QVERIFY(memory.write<std::uint64_t>(GuestAddress(kMib - 4), 1));
        const Pages both{kBehindHole - 1, kBehindHole};
        QVERIFY(marked(*memory.dirtyPages()) == both);
        QCOMPARE(memory.dirtyPages()->pages(), 2 * kMib / kPage);
        QCOMPARE(memory.regions()[1].fileOffset, kMib);
    }

    void move_keepsMarks()
    {
        GuestMemory memory = twoRegions();
        memory.trackDirtyPages();
        QVERIFY(memory.write(GuestAddress(0), 1u));
        GuestMemory other = std::move(memory);
        QVERIFY(other.write(GuestAddress(kPage), 1u));
        memory = std::move(other);
        const Pages both{0, 1};
        QVERIFY(memory.dirtyPages() && marked(*memory.dirtyPages()) == both);
    }
};

QTEST_APPLESS_MAIN(TestDirtyPages)
#include "tst_dirty_pages.moc"
