#include "snapshot/paging.h"

#include "snapshot/working_set.h"
#include "support/temp_files.h"

#include <QTest>

#include <algorithm>

using namespace sparkler;
using namespace sparkler::snapshot;
using namespace sparkler::test;

namespace {

constexpr std::uint64_t kBytes = 1 << 20;
constexpr std::uint64_t kPage = 4096;
const std::vector<MemoryRange> kRanges{{GuestAddress(0), kBytes}};
const WorkingSet kEarlier{kBytes, {{7, 1}}};

void touchPage(const GuestMemory &memory, std::uint64_t page)
{
    if (!memory.read<std::uint8_t>(GuestAddress(page * kPage)))
        qFatal("cannot read");
}

} // namespace

class TestPaging : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_directory.emplace();
        m_request.memoryPath = m_directory->file("memory");
        m_request.recordWorkingSet = true;
        writeFile(m_request.memoryPath, std::string(kBytes, 'x'));
        QVERIFY(writeWorkingSet(m_request.memoryPath, kEarlier));
        m_loop = std::move(EventLoop::create().value());
    }

    void recording_machineThatNeverRuns_leavesTheEarlierRecord()
    {
        {
            auto restored = openMemory(m_request, kRanges, PageBacking::Normal, {});
            QVERIFY(restored.has_value());
            touchPage(*restored->memory, 3);
        }
        const auto kept = readWorkingSet(m_request.memoryPath, kBytes);
        QVERIFY(kept && *kept == kEarlier);
    }

    void recording_machineThatRuns_isWritten()
    {
        {
            auto restored = openMemory(m_request, kRanges, PageBacking::Normal, {});
            QVERIFY(restored.has_value());
            touchPage(*restored->memory, 3); // as the restore of a queue does
            restored->paging->follow(*restored->memory, *m_loop);
            touchPage(*restored->memory, 5);
            restored->paging->follow(*restored->memory, *m_loop); // paused and resumed
        }
        const auto recorded = readWorkingSet(m_request.memoryPath, kBytes);
        QVERIFY(recorded.has_value());
        QVERIFY(recorded->pages() >= 2);
        const auto has = [&](std::uint32_t page) {
            return std::ranges::any_of(recorded->runs, [page](const WorkingSet::Run &run) {
                return run.first <= page && page < run.first + run.count;
            });
        };
        QVERIFY(has(3) && has(5));
    }

private:
    std::optional<TempDir> m_directory;
    LoadRequest m_request;
    std::unique_ptr<EventLoop> m_loop;
};

QTEST_APPLESS_MAIN(TestPaging)
#include "tst_paging.moc"
