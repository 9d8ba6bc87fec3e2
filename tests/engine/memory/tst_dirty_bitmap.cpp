#include "memory/dirty_bitmap.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <unistd.h>
#include <vector>

using sparkler::DirtyBitmap;

namespace {

/// Memory that this process has in use, in bytes.
std::uint64_t residentBytes()
{
    std::uint64_t all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

/// Against a vector<bool> as the model.
class TestDirtyBitmap : public QObject {
    Q_OBJECT
private slots:
    void startsClean()
    {
        const DirtyBitmap bitmap(100);
        QCOMPARE(bitmap.marked(), 0u);
        QCOMPARE(bitmap.nextRun(0).count, 0u);
        QCOMPARE(DirtyBitmap(0).nextRun(0).count, 0u);
    }

    void takesMemoryOnlyForWhatIsMarked()
    {
        const std::uint64_t before = residentBytes();
        QVERIFY(before > 0);
        DirtyBitmap bitmap(std::uint64_t{1} << 30); // of 4 TiB: 128 MiB of bits
        bitmap.mark(std::uint64_t{1} << 29, 1);
        (void)bitmap.take();
        QCOMPARE(bitmap.marked(), 0u);
        QVERIFY2(residentBytes() < before + (32u << 20), "the whole bitmap was written");
    }

    void marksWhatIsThere()
    {
        DirtyBitmap bitmap(70);
        bitmap.mark(60, 1000);
        bitmap.mark(70, 1);
        bitmap.mark(~std::uint64_t{0}, ~std::uint64_t{0});
        QCOMPARE(bitmap.marked(), 10u);
        QVERIFY(bitmap.isMarked(69) && !bitmap.isMarked(70) && !bitmap.isMarked(59));
        (void)bitmap.take();
        QCOMPARE(bitmap.marked(), 0u);
    }

    void mergesTheKernelsLog()
    {
        DirtyBitmap bitmap(130);
        constexpr std::array<std::uint64_t, 3> log{0x8000'0000'0000'0001, 0, ~std::uint64_t{0}};
        bitmap.merge(0, log);
        QCOMPARE(bitmap.marked(), 4u); // 0, 63, 128, 129: there is nothing beyond
        (void)bitmap.take();
        bitmap.merge(64, log);
        QVERIFY(bitmap.isMarked(64) && bitmap.isMarked(127));
        QCOMPARE(bitmap.marked(), 2u);
    }

    void whatIsTakenCanBePutBack()
    {
        DirtyBitmap bitmap(100);
        bitmap.mark(3, 2);
        bitmap.mark(99, 1);
        const DirtyBitmap taken = bitmap.take();
        QCOMPARE(bitmap.marked(), 0u);
        QCOMPARE(taken.marked(), 3u);
        bitmap.mark(4, 2);
        bitmap.merge(taken);
        QCOMPARE(bitmap.marked(), 4u);
        QVERIFY(bitmap.isMarked(3) && bitmap.isMarked(5) && bitmap.isMarked(99));
    }

    void agreesWithTheModel()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 200; ++round) {
            const std::uint64_t pages = 1 + random() % 400;
            DirtyBitmap bitmap(pages);
            std::vector<bool> model(pages);
            for (int i = 0; i < 5; ++i) {
                const std::uint64_t first = random() % (pages + 10);
                const std::uint64_t count = random() % 90;
                bitmap.mark(first, count);
                for (std::uint64_t page = first; page < first + count && page < pages; ++page)
                    model[page] = true;
            }
            std::vector<bool> seen(pages);
            std::uint64_t at = 0;
            for (auto run = bitmap.nextRun(0); run.count != 0; run = bitmap.nextRun(at)) {
                QVERIFY(run.first >= at);
                for (std::uint64_t page = run.first; page < run.first + run.count; ++page)
                    seen[page] = true;
                at = run.first + run.count;
                QVERIFY(at == pages || !bitmap.isMarked(at));
            }
            QVERIFY(seen == model);
            QCOMPARE(bitmap.marked(), static_cast<std::uint64_t>(std::count(model.begin(), model.end(), true)));
        }
    }
};

QTEST_APPLESS_MAIN(TestDirtyBitmap)
#include "tst_dirty_bitmap.moc"
