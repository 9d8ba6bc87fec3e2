#include "snapshot/uffd.h"

#include <QTest>

#include "base/unix_socket.h"
#include "engine/snapshot/memory_model.h"
#include "engine/snapshot/page_handler.h"
#include "snapshot/residency.h"
#include "support/eventually.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <atomic>
#include <linux/userfaultfd.h>
#include <thread>

using namespace sparkler;
using namespace sparkler::test;
using Manner = PageHandlerProcess::Manner;
using End = UffdBackend::End;

namespace {

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kHoleEnd = std::uint64_t{4} << 30;
const std::array kRanges{MemoryRange{GuestAddress(0), 64 * kPage}, MemoryRange{GuestAddress(kHoleEnd), 32 * kPage}};

std::vector<std::byte> expectedContent()
{
    std::vector<std::byte> content;
    for (std::uint64_t page = 0; page < 96; ++page)
        content.insert(content.end(), kPage, PageHandlerProcess::pattern(page));
    return content;
}

} // namespace

class TestUffd : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        if (const auto possible = Userfaultfd::open(Userfaultfd::Faults::OfAll, UFFD_FEATURE_EVENT_REMOVE); !possible)
            QSKIP(("this kernel lets us have no userfaultfd: " + possible.error().text).c_str());
        m_dir = std::make_unique<TempDir>();
    }

    void handlerFillsPages()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"));
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        QVERIFY2(backend, backend ? "" : backend.error().text.c_str());
        QCOMPARE(memory.pageSource(), PageSource::Handler);
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(5 * kPage)).value(), std::uint8_t{6});
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(kHoleEnd + kPage)).value(), std::uint8_t{66});
        QVERIFY(memory.write(GuestAddress(7 * kPage + 100), std::uint8_t{200}));
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(7 * kPage)).value(), std::uint8_t{8});
    }

    void message_isTheProtocols()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"));
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        QVERIFY(backend && memory.read<std::uint8_t>(GuestAddress(0))); // so the message has arrived
        const auto text = readFile(m_dir->file("message"));
        const QJsonArray regions =
            QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(text.data()), qsizetype(text.size())))
                .array();
        QCOMPARE(regions.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const auto &region = memory.regions()[static_cast<std::size_t>(i)];
            const QJsonObject expected{
                {"base_host_virt_addr", static_cast<qint64>(reinterpret_cast<std::uintptr_t>(region.host))},
                {"size", static_cast<qint64>(region.bytes)},
                {"offset", static_cast<qint64>(region.fileOffset)},
                {"page_size", 4096},
                {"page_size_kib", 4096}};
            QCOMPARE(regions[i].toObject(), expected);
        }
    }

    void discardedPages_areZeroFromThenOn()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"));
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        QVERIFY(backend);
        QVERIFY(memory.read<std::uint8_t>(GuestAddress(3 * kPage)));
        QVERIFY(memory.discard(GuestAddress(3 * kPage), 2 * kPage)); // one was there, one never
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(3 * kPage)).value(), std::uint8_t{0});
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(4 * kPage)).value(), std::uint8_t{0});
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(5 * kPage)).value(), std::uint8_t{6});
    }

    /// Untouched pages are not zero here: a snapshot has to ask for them.
    void snapshot_bringsEveryPage()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"));
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        QVERIFY(backend);
        auto expected = expectedContent();
        QVERIFY(memory.write(GuestAddress(9 * kPage), std::uint8_t{255}));
        expected[9 * kPage] = std::byte{255};
        QVERIFY(memory.discard(GuestAddress(20 * kPage), 3 * kPage));
        std::fill_n(expected.begin() + 20 * kPage, 3 * kPage, std::byte{0});
        const DirtyBitmap touched = touchedPages(memory);
        QVERIFY(touched.marked() == 4 && touched.isMarked(9) && touched.isMarked(22));
        QVERIFY(saveFull(memory, m_dir->file("mem")));
        QVERIFY(readFile(m_dir->file("mem")) == expected);
    }

    void handlerDies_ownerHears_data()
    {
        QTest::addColumn<int>("manner");
        QTest::newRow("it kept the socket") << static_cast<int>(Manner::KeepsSocket);
        QTest::newRow("it had closed the socket") << static_cast<int>(Manner::ClosesSocket);
    }

    void handlerDies_ownerHears()
    {
        QFETCH(int, manner);
        PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"), static_cast<Manner>(manner));
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        QVERIFY(backend);
        std::atomic<int> gone{0};
        QVERIFY(backend->watch([&gone](End end) { gone += end == End::Lost ? 1 : 100; }));
        QVERIFY(memory.read<std::uint8_t>(GuestAddress(0)));
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        QCOMPARE(gone.load(), 0); // it serves, whatever it did with the socket
        handler.kill();
        QTRY_COMPARE_WITH_TIMEOUT(gone.load(), 1, 5000);
    }

    void handlerThatHasBroughtEverything_isNotMissed()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"), Manner::FillsAndEnds);
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        QVERIFY2(backend, backend ? "" : backend.error().text.c_str());
        std::atomic<int> gone{0};
        QVERIFY(backend->watch([&gone](End end) { gone += end == End::Complete ? 1 : 100; }));
        QTRY_COMPARE_WITH_TIMEOUT(gone.load(), 1, 5000);
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(5 * kPage)).value(), std::uint8_t{6});
        QVERIFY(memory.discard(GuestAddress(3 * kPage), 2 * kPage)); // asks nobody
        auto expected = expectedContent();
        std::fill_n(expected.begin() + 3 * kPage, 2 * kPage, std::byte{0});
        QVERIFY(saveFull(memory, m_dir->file("mem")));
        QVERIFY(readFile(m_dir->file("mem")) == expected);
    }

    void watch_endsWithTheBackend()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"));
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        std::atomic<int> gone{0};
        {
            auto backend = UffdBackend::connect(memory, m_dir->file("s"));
            QVERIFY(backend && backend->watch([&gone](End) { ++gone; }));
            const UffdBackend moved = std::move(*backend);
        }
        QCOMPARE(gone.load(), 0);
    }

    void handlerThatHangsUp_isHeardOf()
    {
        const PageHandlerProcess handler(m_dir->file("s"), m_dir->file("message"), Manner::HangsUp);
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        auto backend = UffdBackend::connect(memory, m_dir->file("s"));
        if (!backend) { // it was faster than our message
            QCOMPARE(backend.error().text, std::string("Failed to sends file descriptor: Broken pipe (os error 32)"));
            return;
        }
        std::atomic<int> gone{0};
        QVERIFY(backend->watch([&gone](End end) { gone += end == End::Lost ? 1 : 100; }));
        // The process is a zombie until the test collects it, and counts as ended all the same.
        QTRY_COMPARE_WITH_TIMEOUT(gone.load(), 1, 5000);
    }

    void noHandler_isAnError_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing there") << "none"
                                       << "No such file or directory (os error 2)";
        QTest::newRow("nobody listens") << "stale"
                                        << "Connection refused (os error 111)";
        QTest::newRow("too long") << QString(200, 'p') << "path must be shorter than SUN_LEN";
    }

    void noHandler_isAnError()
    {
        QFETCH(QString, path);
        QFETCH(QString, reason);
        static_cast<void>(listenUnix("stale", m_dir->file("stale")).value()); // closed at once
        GuestMemory memory = std::move(GuestMemory::map(kRanges).value());
        const auto backend = UffdBackend::connect(memory, m_dir->file(path.toStdString()));
        QVERIFY(!backend);
        QCOMPARE(backend.error().text, "Failed to connect to UDS Unix stream: " + reason.toStdString());
        // Nothing stays registered: the memory is plain again.
        QCOMPARE(memory.pageSource(), PageSource::Zeroes);
        QCOMPARE(memory.read<std::uint8_t>(GuestAddress(0)).value(), std::uint8_t{0});
    }

private:
    std::unique_ptr<TempDir> m_dir;
};

QTEST_APPLESS_MAIN(TestUffd)
#include "tst_uffd.moc"
