#include <QTest>

#include "engine/snapshot/memory_model.h"
#include "snapshot/residency.h"

#include <filesystem>

using namespace sparkler;
using namespace sparkler::test;

namespace {

enum class Start { Fresh, FromFile };
enum class Dirty { Tracked, ByResidency };

} // namespace

/// Random memories through chains of snapshots: what comes out is what a model holds, byte for byte.
class TestMemoryChain : public QObject {
    Q_OBJECT
private slots:
    /// Every file is brought to the disk; hundreds of them take long on a busy one. The other tests use a disk.
    void initTestCase()
    {
        if (std::filesystem::is_directory("/dev/shm"))
            qputenv("TMPDIR", "/dev/shm");
    }

    void diffsOnAFull_areTheFull_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("dirty");
        QTest::addColumn<bool>("inPlace");
        for (const auto &[startName, start] :
             {std::pair{"fresh", Start::Fresh}, std::pair{"from a file", Start::FromFile}}) {
            for (const auto &[dirtyName, dirty] :
                 {std::pair{"tracked", Dirty::Tracked}, std::pair{"by residency", Dirty::ByResidency}}) {
                for (const bool inPlace : {false, true}) {
                    QTest::addRow("%s, %s, %s", startName, dirtyName, inPlace ? "onto the image" : "rebased")
                        << static_cast<int>(start) << static_cast<int>(dirty) << inPlace;
                }
            }
        }
    }

    void diffsOnAFull_areTheFull()
    {
        QFETCH(int, start);
        QFETCH(int, dirty);
        QFETCH(bool, inPlace);
        std::mt19937_64 random(static_cast<unsigned>(start * 2 + dirty + 1));
        for (int round = 0; round < 8; ++round) {
            const TempDir dir;
            ModelledMemory subject = begin(static_cast<Start>(start), dir, random);
            const bool tracked = static_cast<Dirty>(dirty) == Dirty::Tracked;
            if (tracked)
                subject.memory.trackDirtyPages();
            subject.mutate(random, 60);
            QVERIFY(saveFull(subject.memory, dir.file("image")));
            QVERIFY(readFile(dir.file("image")) == subject.model);
            if (tracked)
                (void)subject.memory.dirtyPages()->take();
            for (int i = 0; i < 10; ++i) {
                subject.mutate(random, 1 + static_cast<int>(random() % 12));
                const std::string path = inPlace ? dir.file("image") : dir.file("diff");
                if (tracked) {
                    QVERIFY(saveDiff(subject.memory, *subject.memory.dirtyPages(), path));
                    (void)subject.memory.dirtyPages()->take();
                } else {
                    QVERIFY(saveDiff(subject.memory, touchedPages(subject.memory), path));
                }
                if (!inPlace) {
                    QVERIFY(rebase(dir.file("image"), path));
                    std::filesystem::remove(path); // or the next diff would be laid onto it
                }
            }
            QVERIFY(readFile(dir.file("image")) == subject.model);
            QVERIFY(saveFull(subject.memory, dir.file("full")));
            QVERIFY(readFile(dir.file("full")) == subject.model);
        }
    }

    /// A diff by residency holds all since the start: the ones before it may be left out.
    void lastDiffByResidency_standsOnTheFirstImage()
    {
        std::mt19937_64 random(77);
        for (int round = 0; round < 10; ++round) {
            const TempDir dir;
            ModelledMemory subject = begin(Start::FromFile, dir, random);
            for (int i = 0; i < 5; ++i)
                subject.mutate(random, 10);
            QVERIFY(saveDiff(subject.memory, touchedPages(subject.memory), dir.file("diff")));
            QVERIFY(rebase(dir.file("origin"), dir.file("diff")));
            QVERIFY(readFile(dir.file("origin")) == subject.model);
        }
    }

    /// Without /proc: more is written, but nothing wrong.
    void withoutPagemap_allPagesCount()
    {
        std::mt19937_64 random(78);
        const TempDir dir;
        ModelledMemory subject = begin(Start::FromFile, dir, random);
        subject.mutate(random, 30);
        const DirtyBitmap touched = touchedPages(subject.memory, fail(ErrorKind::Host, "no /proc"));
        QCOMPARE(touched.marked(), subject.pages());
        QVERIFY(saveDiff(subject.memory, touched, dir.file("diff")));
        QVERIFY(readFile(dir.file("diff")) == subject.model);
    }

    /// A restored machine saved under the name of the file it runs on.
    void savedOverItsOwnMemoryFile()
    {
        std::mt19937_64 random(79);
        const TempDir dir;
        ModelledMemory subject = begin(Start::FromFile, dir, random);
        subject.mutate(random, 40);
        QVERIFY(saveFull(subject.memory, dir.file("origin")));
        QVERIFY(readFile(dir.file("origin")) == subject.model);
        subject.mutate(random, 40);
        QVERIFY(saveDiff(subject.memory, touchedPages(subject.memory), dir.file("origin")));
        QVERIFY(readFile(dir.file("origin")) == subject.model);
        QVERIFY(saveFull(subject.memory, dir.file("other"))); // its untouched pages are still those of the first file
        QVERIFY(readFile(dir.file("other")) == subject.model);
    }

private:
    /// A fresh memory, or one out of a memory file "origin".
    static ModelledMemory begin(Start start, const TempDir &dir, std::mt19937_64 &random)
    {
        const auto ranges = ModelledMemory::randomRanges(random);
        ModelledMemory subject = ModelledMemory::fresh(ranges);
        if (start == Start::Fresh)
            return subject;
        subject.mutate(random, 200);
        if (!saveFull(subject.memory, dir.file("origin")))
            qFatal("cannot save");
        return ModelledMemory::fromFile(ranges, dir.file("origin"));
    }
};

QTEST_APPLESS_MAIN(TestMemoryChain)
#include "tst_memory_chain.moc"
