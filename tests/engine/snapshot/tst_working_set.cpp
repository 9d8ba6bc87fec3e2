#include "snapshot/working_set.h"

#include <QTest>

#include "engine/snapshot/in_child.h"
#include "snapshot/working_set_prefetcher.h"
#include "snapshot/working_set_recorder.h"
#include "support/resident_pages.h"
#include "support/temp_files.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <random>
#include <set>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using When = WorkingSetPrefetcher::When;

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHoleEnd = std::uint64_t{4} << 30;
const std::array kRanges{MemoryRange{GuestAddress(0), 8 * kMib}, MemoryRange{GuestAddress(kHoleEnd), 8 * kMib}};
constexpr std::uint64_t kBytes = 16 * kMib;
constexpr std::uint32_t kSecond = 8 * kMib / kPage; ///< the second region's first page

const WorkingSet kExample{kBytes, {{5, 3}, {1, 1}, {kSecond - 1, 2}, {kBytes / kPage - 1, 1}}};

GuestMemory mapFileAt(const std::string &path)
{
    const Fd file = std::move(Fd::open(path, O_RDONLY).value());
    return std::move(GuestMemory::mapFile(kRanges, file).value());
}

std::size_t resident(const GuestMemory &memory)
{
    return residentPages(memory, GuestAddress(0), 8 * kMib) + residentPages(memory, GuestAddress(kHoleEnd), 8 * kMib);
}

std::set<std::uint32_t> pagesOf(const WorkingSet &set)
{
    std::set<std::uint32_t> pages;
    for (const auto &run : set.runs) {
        for (std::uint32_t i = 0; i < run.count; ++i)
            pages.insert(run.first + i);
    }
    return pages;
}

void touch(const GuestMemory &memory, std::uint64_t address)
{
    if (!memory.read<std::uint8_t>(GuestAddress(address)))
        qFatal("cannot read");
}

/// From now on fsync(2) fails in this process.
bool refuseToSync()
{
    std::array filter{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_fsync, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EIO),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

void waitUntilDone(const WorkingSetPrefetcher &prefetcher)
{
    while (!prefetcher.isDone())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

} // namespace

class TestWorkingSet : public QObject {
    Q_OBJECT
private slots:
    void file_isWrittenWithoutWaitingForTheDisk()
    {
        const TempDir dir;
        QCOMPARE(inChild([&] {
                     if (!refuseToSync())
                         return 2;
                     return writeWorkingSet(dir.file("mem"), kExample) ? 0 : 1;
                 }),
                 0);
        const auto back = readWorkingSet(dir.file("mem"), kBytes);
        QVERIFY(back && *back == kExample);
    }

    void file_roundTrip()
    {
        const TempDir dir;
        QVERIFY(writeWorkingSet(dir.file("mem"), kExample));
        QVERIFY(std::filesystem::exists(dir.file("mem.ws")));
        const auto back = readWorkingSet(dir.file("mem"), kBytes);
        QVERIFY(back && *back == kExample);
        QCOMPARE(back->pages(), 7u);
        QVERIFY(decodeWorkingSet(encodeWorkingSet({kBytes, {}}), kBytes));
    }

    void file_layout()
    {
        const auto bytes = encodeWorkingSet({kBytes, {{5, 3}}});
        QCOMPARE(bytes.size(), std::size_t{40});
        QCOMPARE(std::memcmp(bytes.data(), "SPRKLWS\n\1\0\0\0", 12), 0);
        std::uint64_t memory = 0;
        std::memcpy(&memory, bytes.data() + 16, sizeof memory);
        QCOMPARE(memory, kBytes);
        QCOMPARE(std::memcmp(bytes.data() + 24, "\1\0\0\0\0\0\0\0\5\0\0\0\3\0\0\0", 16), 0);
    }

    void file_missing_isNotFound()
    {
        const TempDir dir;
        const auto none = readWorkingSet(dir.file("mem"), kBytes);
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }

    void file_hostile_isRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const WorkingSet &set) {
            const auto bytes = encodeWorkingSet(set);
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("rubbish") << QByteArray(500, 'x');
        row("of another memory", {kBytes + kPage, {{1, 1}}});
        row("no page at all", {kBytes, {{1, 0}}});
        row("beyond the end", {kBytes, {{kBytes / kPage - 1, 2}}});
        row("far beyond the end", {kBytes, {{UINT32_MAX, UINT32_MAX}}});
        row("the whole memory twice", {kBytes, {{0, kBytes / kPage}, {0, 1}}});
    }

    /// Found by a fuzzer: the checksum is right, so only the field itself tells.
    void file_reservedPartInUse_isRefused()
    {
        constexpr std::size_t kChecksumAt = 12;
        constexpr std::size_t kCoveredFrom = 16;
        constexpr std::size_t kReservedAt = 28;
        auto bytes = encodeWorkingSet(kExample);
        const auto withChecksum = [&bytes] {
            std::uint32_t crc = ~0u; // IEEE 802.3, bit by bit
            for (const std::byte byte : std::span(bytes).subspan(kCoveredFrom)) {
                crc ^= std::to_integer<std::uint32_t>(byte);
                for (int bit = 0; bit < 8; ++bit)
                    crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0u);
            }
            crc = ~crc;
            std::memcpy(&bytes[kChecksumAt], &crc, sizeof crc);
        };
        withChecksum();
        QVERIFY(decodeWorkingSet(bytes, kBytes));
        bytes[kReservedAt] = std::byte{1};
        withChecksum();
        const auto refused = decodeWorkingSet(bytes, kBytes);
        QVERIFY(!refused);
        QVERIFY(refused.error().text.find("a reserved part of it is in use") != std::string::npos);
    }

    void file_hostile_isRefused()
    {
        QFETCH(QByteArray, bytes);
        const TempDir dir;
        writeFile(dir.file("mem.ws"), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        const auto refused = readWorkingSet(dir.file("mem"), kBytes);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    }

    void file_notAFile_isRefused()
    {
        const TempDir dir;
        QCOMPARE(::mkfifo(dir.file("mem.ws").c_str(), 0600), 0);
        QVERIFY(!readWorkingSet(dir.file("mem"), kBytes));
        const TempDir other;
        std::filesystem::create_directory(other.file("mem.ws"));
        QVERIFY(!readWorkingSet(other.file("mem"), kBytes));
        const TempDir large;
        writeFile(large.file("mem.ws"), "x");
        QCOMPARE(::truncate(large.file("mem.ws").c_str(), off_t{1} << 40), 0);
        const auto refused = readWorkingSet(large.file("mem"), kBytes);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
    }

    /// Any changed bit and any cut is noticed.
    void file_mutations_areNoticed()
    {
        const auto good = encodeWorkingSet(kExample);
        for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
            auto bytes = good;
            bytes[bit / 8] ^= std::byte{1} << (bit % 8);
            QVERIFY(!decodeWorkingSet(bytes, kBytes));
        }
        for (std::size_t length = 0; length < good.size(); ++length)
            QVERIFY(!decodeWorkingSet(std::span(good).first(length), kBytes));
        auto longer = good;
        longer.push_back(std::byte{0});
        QVERIFY(!decodeWorkingSet(longer, kBytes));
    }

    void file_tooManyRuns_areCutOff()
    {
        WorkingSet set{std::uint64_t{1} << 40, std::vector<WorkingSet::Run>(kMostWorkingSetRuns + 5, {0, 1})};
        const auto back = decodeWorkingSet(encodeWorkingSet(set), set.memoryBytes);
        QVERIFY(back);
        QCOMPARE(back->runs.size(), kMostWorkingSetRuns);
    }

    void recorder_seesWhatWasTouched()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'})); // all of it in the page cache
        const GuestMemory memory = mapFileAt(file.path());
        auto recorder = std::move(WorkingSetRecorder::start(memory).value());
        touch(memory, 100 * kPage);
        touch(memory, 101 * kPage);
        touch(memory, kHoleEnd + 7 * kPage);
        QVERIFY(memory.write(GuestAddress(40 * kPage), 1u));
        const bool exact = recorder->isExact();
        const auto set = recorder->finish();
        QVERIFY(set);
        QCOMPARE(set->memoryBytes, kBytes);
        const auto pages = pagesOf(*set);
        const std::set<std::uint32_t> touched{40, 100, 101, kSecond + 7};
        for (const std::uint32_t page : touched)
            QVERIFY(pages.contains(page));
        if (!exact)
            QSKIP("this kernel maps neighbours along, so the record is coarse");
        QVERIFY(pages == touched);
        QVERIFY(decodeWorkingSet(encodeWorkingSet(*set), kBytes));
    }

    void recorder_keepsTheOrderOfLooks()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'}));
        const GuestMemory memory = mapFileAt(file.path());
        auto recorder = std::move(WorkingSetRecorder::start(memory, WorkingSetRecorder::Interval(1)).value());
        // Descending, so that a record by address would be another; a whole look after each.
        for (const std::uint64_t page : {900u, 600u, 300u}) {
            touch(memory, page * kPage);
            for (const std::uint64_t before = recorder->looks(); recorder->looks() < before + 2;)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        const auto set = recorder->finish();
        QVERIFY(set);
        std::vector<std::uint32_t> order;
        for (const auto &run : set->runs) {
            for (const std::uint32_t page : {300u, 600u, 900u}) {
                if (page - run.first < run.count)
                    order.push_back(page);
            }
        }
        const std::vector<std::uint32_t> expected{900, 600, 300};
        QVERIFY(order == expected);
    }

    void recorder_guestGoesOnUndisturbed()
    {
        std::vector<std::byte> content(kBytes);
        for (std::uint64_t i = 0; i < kBytes; i += kPage)
            content[i] = static_cast<std::byte>(i / kPage);
        const TempFile file(content);
        const GuestMemory memory = mapFileAt(file.path());
        auto recorder = std::move(WorkingSetRecorder::start(memory, WorkingSetRecorder::Interval(1)).value());
        QVERIFY(memory.zero(GuestAddress(0), 4 * kMib));
        QVERIFY(memory.discard(GuestAddress(4 * kMib), kMib));
        std::vector<std::byte> back(8 * kMib);
        QVERIFY(memory.readBytes(GuestAddress(0), back));
        std::fill_n(content.begin(), 5 * kMib, std::byte{0});
        QVERIFY(std::ranges::equal(back, std::span(content).first(8 * kMib)));
        QVERIFY(recorder->finish());
        QVERIFY(memory.write(GuestAddress(6 * kMib), 1u)); // also when it is over
    }

    void recorder_ofFreshMemory_isRefused()
    {
        const GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        QVERIFY(!WorkingSetRecorder::start(memory));
        QVERIFY(!WorkingSetPrefetcher::start(memory, kExample));
    }

    void prefetcher_mapsTheRecordedPages()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'}));
        const GuestMemory memory = mapFileAt(file.path());
        const WorkingSet set{kBytes, {{1000, 200}, {10, 1}, {kSecond - 300, 600}, {14, 1}}};
        const auto prefetcher = std::move(WorkingSetPrefetcher::start(memory, set, When::Always).value());
        waitUntilDone(*prefetcher);
        for (const auto &run : set.runs) {
            for (std::uint64_t page = run.first; page < run.first + run.count; ++page) {
                const std::uint64_t at = page < kSecond ? page * kPage : kHoleEnd + (page - kSecond) * kPage;
                QCOMPARE(residentPages(memory, GuestAddress(at), kPage), std::size_t{1});
            }
        }
        QVERIFY(resident(memory) < 1200); // and not everything
    }

    /// There is nothing to gain then.
    void prefetcher_leavesCachedPagesAlone()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'}));
        const GuestMemory memory = mapFileAt(file.path());
        const auto prefetcher = std::move(WorkingSetPrefetcher::start(memory, kExample).value());
        waitUntilDone(*prefetcher);
        QCOMPARE(resident(memory), std::size_t{0});
    }

    void prefetcher_readsWhatIsNotCached()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'}));
        const Fd descriptor = std::move(Fd::open(file.path(), O_RDWR).value());
        QCOMPARE(::fsync(descriptor.get()), 0);
        QCOMPARE(::posix_fadvise(descriptor.get(), 0, 0, POSIX_FADV_DONTNEED), 0);
        char byte = 0;
        const iovec one{&byte, 1};
        if (::preadv2(descriptor.get(), &one, 1, kBytes / 2, RWF_NOWAIT) == 1)
            QSKIP("this file system keeps files in memory");
        const GuestMemory memory = mapFileAt(file.path());
        const auto prefetcher = std::move(WorkingSetPrefetcher::start(memory, kExample).value());
        waitUntilDone(*prefetcher);
        QVERIFY(resident(memory) >= kExample.pages());
    }

    void prefetcher_neverCopiesNorChanges()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'}));
        const GuestMemory memory = mapFileAt(file.path());
        QVERIFY(memory.write(GuestAddress(3 * kPage), 77u));
        const auto prefetcher =
            std::move(WorkingSetPrefetcher::start(memory, {kBytes, {{0, kBytes / kPage}}}, When::Always).value());
        waitUntilDone(*prefetcher);
        QCOMPARE(resident(memory), std::size_t{kBytes / kPage});
        QCOMPARE(memory.read<std::uint32_t>(GuestAddress(3 * kPage)).value(), 77u);
        const Pagemap pagemap = std::move(Pagemap::open().value());
        std::vector<std::uint64_t> entries(kSecond);
        QVERIFY(pagemap.read(memory.regions()[0].host, entries));
        QCOMPARE(std::ranges::count_if(entries, Pagemap::isAnonymous), 1);
    }

    void prefetcher_stopsAtOnce()
    {
        const TempFile file = TempFile::ofSize(kBytes);
        const GuestMemory memory = mapFileAt(file.path());
        for (int round = 0; round < 50; ++round) {
            auto prefetcher =
                std::move(WorkingSetPrefetcher::start(memory, {kBytes, {{0, kBytes / kPage}}}, When::Always).value());
            if (round % 2 == 0)
                std::this_thread::sleep_for(std::chrono::microseconds(round * 20));
            prefetcher.reset();
        }
        QCOMPARE(memory.read<std::uint32_t>(GuestAddress(0)).value(), 0u);
    }

    void prefetcher_ofAnotherMemory_isRefused()
    {
        const TempFile file = TempFile::ofSize(kBytes);
        const GuestMemory memory = mapFileAt(file.path());
        QVERIFY(!WorkingSetPrefetcher::start(memory, {kBytes / 2, {{0, 1}}}));
    }

    void recordedThenPrefetched()
    {
        const TempFile file(std::vector<std::byte>(kBytes, std::byte{'f'}));
        std::mt19937 random(5);
        WorkingSet set;
        std::set<std::uint64_t> touched;
        {
            const GuestMemory memory = mapFileAt(file.path());
            auto recorder = std::move(WorkingSetRecorder::start(memory).value());
            for (int i = 0; i < 200; ++i) {
                const std::uint64_t at = random() % (8 * kMib) / kPage * kPage + (i % 2 == 0 ? kHoleEnd : 0);
                touched.insert(at);
                touch(memory, at);
            }
            set = std::move(recorder->finish().value());
        }
        QVERIFY(writeWorkingSet(file.path(), set));
        const GuestMemory memory = mapFileAt(file.path());
        const auto prefetcher = std::move(
            WorkingSetPrefetcher::start(memory, readWorkingSet(file.path(), kBytes).value(), When::Always).value());
        waitUntilDone(*prefetcher);
        for (const std::uint64_t at : touched)
            QCOMPARE(residentPages(memory, GuestAddress(at), kPage), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestWorkingSet)
#include "tst_working_set.moc"
