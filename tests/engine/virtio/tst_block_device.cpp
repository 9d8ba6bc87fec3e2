#include "base/os_error.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/manual_clock.h"
#include "support/mmio_driver.h"
#include "support/temp_files.h"
#include "telemetry/event_hub.h"
#include "virtio/block/device.h"
#include "virtio/mmio_transport.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <random>
#include <sys/resource.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

Q_DECLARE_METATYPE(sparkler::virtio::BlockSettings)

namespace {

constexpr std::uint64_t kMib = 1 << 20;
constexpr std::byte kOk{0}, kIoError{1}, kUnsupported{2}, kUntouched{0xee};
constexpr std::uint64_t kFeatures = kFeatureVersion1 | kFeatureIndirect;

std::vector<std::byte> header(std::uint32_t type, std::uint64_t sector)
{
    std::vector<std::byte> out(16);
    std::memcpy(out.data(), &type, sizeof type);
    std::memcpy(out.data() + 8, &sector, sizeof sector);
    return out;
}

/// An active block device with a driver, an interrupt and a loop that serves its host events.
struct Bench {
    FakeGuest guest;
    FakeDriver driver;
    FakeDeviceInterrupt interrupt;
    std::unique_ptr<EventLoop> loop = std::move(EventLoop::create().value());
    std::unique_ptr<BlockDevice> device;
    std::vector<EventLoop::Registration> registrations;
    BlockMetrics *metrics = nullptr;

    Bench(BlockSettings settings, const std::string &path, std::uint64_t features = kFeatures,
          std::uint16_t queueSize = 256)
        : guest(64), driver(guest, queueSize)
    {
        static int counter = 0;
        settings.driveId = "drive" + std::to_string(counter++); // metrics of its own
        settings.path = path;
        auto opened = BlockDevice::open(settings);
        if (!opened)
            qFatal("%s", opened.error().text.c_str());
        device = std::move(*opened);
        metrics = &blockMetrics(settings.driveId);
        for (HostEvent &event : device->hostEvents()) {
            auto registration = loop->watch(event.fd, 1, [ready = event.onReady](std::uint32_t) { ready(); });
            registrations.push_back(std::move(registration.value()));
        }
        activate(features);
    }

    void activate(std::uint64_t features = kFeatures)
    {
        Activation activation{&guest.memory(), {}, &interrupt, features};
        activation.queues.push_back(driver.queue(features));
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }

    void kick() { device->queueNotified(0); }

    /// Kicks and serves events until everything submitted has come back.
    std::vector<FakeDriver::Used> finishAll()
    {
        kick();
        return takeAll();
    }
    std::vector<FakeDriver::Used> takeAll()
    {
        std::vector<FakeDriver::Used> all;
        const bool done = eventually(*loop, [&] {
            while (auto used = driver.takeUsed())
                all.push_back(std::move(*used));
            return driver.outstanding() == 0;
        });
        if (!done)
            all.clear();
        return all;
    }
    /// Runs one request; its answer.
    FakeDriver::Used one(FakeDriver::ChainBuilder &&builder)
    {
        builder.submit();
        const auto all = finishAll();
        return all.size() == 1 ? all.front() : FakeDriver::Used{};
    }

    FakeDriver::Used read(std::uint64_t sector, std::uint32_t bytes)
    {
        return one(std::move(driver.chain().readable(header(0, sector)).writable(bytes).writable(1)));
    }
    FakeDriver::Used write(std::uint64_t sector, std::span<const std::byte> bytes)
    {
        return one(std::move(driver.chain().readable(header(1, sector)).readable(bytes).writable(1)));
    }
};

/// A backend that moves bytes when the test says so. Reads give bytes of 0x5a.
class ManualBackend final : public BlockBackend {
public:
    explicit ManualBackend(int event) : m_event(event) {}
    std::uint16_t depth() const override { return 4; }
    void queue(const IoRequest &request) override { queued.push_back(request); }
    Result<> submit() override
    {
        if (submitFailures > 0 && !queued.empty()) {
            --submitFailures;
            return hostError(EAGAIN);
        }
        running.insert(running.end(), queued.begin(), queued.end());
        queued.clear();
        return {};
    }
    std::span<const IoCompletion> takeCompletions() override
    {
        m_taken.clear();
        std::swap(m_taken, m_finished);
        return m_taken;
    }
    /// Finishes all that runs.
    Result<> wait() override
    {
        ++waits;
        while (!running.empty())
            finish(~0u);
        return {};
    }
    void useMemory(const GuestMemory &) override {}

    /// Moves up to `limit` bytes of the oldest running request.
    void finish(std::size_t limit)
    {
        const IoRequest request = running.front();
        running.erase(running.begin());
        std::size_t moved = 0;
        for (const iovec &piece : request.pieces) {
            const std::size_t step = std::min(piece.iov_len, limit - moved);
            const auto bytes = std::span(static_cast<std::byte *>(piece.iov_base), step);
            if (request.kind == IoKind::Read)
                std::ranges::fill(bytes, std::byte{0x5a});
            else
                written.insert(written.end(), bytes.begin(), bytes.end());
            moved += step;
        }
        offsets.push_back(request.offset);
        m_finished.push_back({request.slot, static_cast<int>(moved)});
        signalEventFd(m_event);
    }
    void fail(int error)
    {
        m_finished.push_back({running.front().slot, -error});
        running.erase(running.begin());
        signalEventFd(m_event);
    }

    std::vector<IoRequest> queued, running;
    std::vector<std::uint64_t> offsets;
    std::vector<std::byte> written;
    int submitFailures = 0;
    int waits = 0;

private:
    int m_event;
    std::vector<IoCompletion> m_finished, m_taken;
};

/// `current` always names the backend in use.
BlockSettings manual(ManualBackend *&current)
{
    BlockSettings settings;
    settings.engine = BlockEngine::Async;
    settings.backendFactory = [&current](int, int event) -> Result<std::unique_ptr<BlockBackend>> {
        auto backend = std::make_unique<ManualBackend>(event);
        current = backend.get();
        return backend;
    };
    return settings;
}

BlockSettings engine(BlockEngine which)
{
    BlockSettings settings;
    settings.engine = which;
    return settings;
}

} // namespace

class TestBlockDevice : public QObject {
    Q_OBJECT
private slots:
    void identity_features_data();
    void identity_features();
    void config_space_data();
    void config_space();
    void config_write_isRefused();
    void open_missingFile_tellsErrno();

    void read_data() { engines(); }
    void read();
    void read_scattered_data() { engines(); }
    void read_scattered();
    void write_data() { engines(); }
    void write();
    void write_indirectMaximum_data() { engines(); }
    void write_indirectMaximum();
    void write_readOnly_isRefused_data() { engines(); }
    void write_readOnly_isRefused();
    void write_fileSizeLimit_isIoError_data() { engines(); }
    void write_fileSizeLimit_isIoError();
    void write_noSpace_isIoError_data() { engines(); }
    void write_noSpace_isIoError();
    void read_vanishedBytes_isIoErrorWithPartialLength_data() { engines(); }
    void read_vanishedBytes_isIoErrorWithPartialLength();
    void flush_data() { engines(); }
    void flush();
    void getId_data() { engines(); }
    void getId();
    void unknownType_isUnsupported_data() { engines(); }
    void unknownType_isUnsupported();
    void malformed_isGivenBackEmpty_data() { engines(); }
    void malformed_isGivenBackEmpty();
    void emptyData_isOk_data() { engines(); }
    void emptyData_isOk();
    void manyRequests_moreThanOneWake_allFinish_data() { engines(); }
    void manyRequests_moreThanOneWake_allFinish();
    void randomTraffic_matchesModel_data() { engines(); }
    void randomTraffic_matchesModel();
    void registeredMemory_works();
    void asyncFullRing_isThrottledAndResumes();
    void interrupts_oncePerPass_data() { engines(); }
    void interrupts_oncePerPass();
    void interrupts_suppressedByEventIndex();
    void brokenRing_needsReset_data() { engines(); }
    void brokenRing_needsReset();
    void rateLimit_ops_delaysAndResumes_data() { engines(); }
    void rateLimit_ops_delaysAndResumes();
    void rateLimit_bytesRefused_refundsOp();
    void rateLimit_overconsumption_passesThenBlocks();
    void rateLimit_update_takesEffect();
    void rateLimit_reset_theNextDriverIsServedInTime();
    void update_runningDevice_switchesFile_data() { engines(); }
    void update_runningDevice_switchesFile();
    void update_withRequestsInFlight_finishesThemFirst();
    void update_missingFile_changesNothing();
    void update_inactiveDevice_sendsNoInterrupt();
    void rescan_grownFile_isTold();
    void reset_dropsStateAndCanBeActivatedAgain_data() { engines(); }
    void reset_dropsStateAndCanBeActivatedAgain();
    void destroy_withRequestsInFlight_drains();
    void quiesce_leavesNothingInFlight();
    void bytesPerWake_areBounded();
    void shortTransfers_goOnAcrossPieces();
    void transfer_interrupted_isRepeated();
    void transfer_failsAfterPart_tellsPart();
    void completions_outOfOrder_answerTheRightChains();
    void backendFull_waitsForACompletion();
    void submitFails_isTriedAgain();
    void reset_waitsForRequestsInFlight();
    void update_waitsForRequestsInFlight();
    void quiesce_submitFails_isTriedAgain();
    void behindMmioTransport_answersAGuest_data() { engines(); }
    void behindMmioTransport_answersAGuest();

private:
    static void engines()
    {
        QTest::addColumn<BlockSettings>("settings");
        QTest::newRow("Sync") << engine(BlockEngine::Sync);
        QTest::newRow("Async") << engine(BlockEngine::Async);
    }
};

void TestBlockDevice::identity_features_data()
{
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<bool>("writeback");
    QTest::addColumn<quint64>("features");
    const quint64 always = kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect | kBlockFeatureSegMax;
    QTest::newRow("plain") << false << false << always;
    QTest::newRow("read-only") << true << false << (always | kBlockFeatureReadOnly);
    QTest::newRow("writeback") << false << true << (always | kBlockFeatureFlush);
    QTest::newRow("both") << true << true << (always | kBlockFeatureFlush | kBlockFeatureReadOnly);
}

void TestBlockDevice::identity_features()
{
    QFETCH(bool, readOnly);
    QFETCH(bool, writeback);
    const TempFile file = TempFile::ofSize(4096);
    BlockSettings settings;
    settings.readOnly = readOnly;
    settings.cache = writeback ? BlockCache::Writeback : BlockCache::Unsafe;
    const Bench bench(settings, file.path());
    QTEST(static_cast<quint64>(bench.device->features()), "features");
    QCOMPARE(bench.device->type(), DeviceType::Block);
    QCOMPARE(bench.device->queueMaxSizes().size(), std::size_t{1});
    QCOMPARE(bench.device->queueMaxSizes()[0], 256);
}

void TestBlockDevice::config_space_data()
{
    QTest::addColumn<unsigned>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("capacity") << 0u << QByteArray("\x05\0\0\0\0\0\0\0", 8);
    QTest::newRow("size_max") << 8u << QByteArray(4, '\0');
    QTest::newRow("seg_max") << 12u << QByteArray("\xfe\0\0\0", 4);
    QTest::newRow("over the end") << 14u << QByteArray(8, '\0');
    QTest::newRow("far behind") << 0xef8u << QByteArray(8, '\0');
}

void TestBlockDevice::config_space()
{
    QFETCH(unsigned, offset);
    QFETCH(QByteArray, bytes);
    const TempFile file = TempFile::ofSize(5 * 512 + 100); // the odd 100 bytes do not show
    const Bench bench({}, file.path());
    QByteArray out(bytes.size(), 'x');
    bench.device->readConfig(offset,
                             std::as_writable_bytes(std::span(out.data(), static_cast<std::size_t>(out.size()))));
    QCOMPARE(out, bytes);
    QCOMPARE(bench.metrics->cfgFails.total(), offset >= 16 ? 1u : 0u);
}

void TestBlockDevice::config_write_isRefused()
{
    const TempFile file = TempFile::ofSize(4096);
    const Bench bench({}, file.path());
    bench.device->writeConfig(0, std::array{std::byte{1}});
    std::array<std::byte, 1> first{};
    bench.device->readConfig(0, first);
    QCOMPARE(first[0], std::byte{8});
    QCOMPARE(bench.metrics->cfgFails.total(), 1u);
}

void TestBlockDevice::open_missingFile_tellsErrno()
{
    BlockSettings settings;
    settings.path = "/nonexistent/disk";
    const auto device = BlockDevice::open(settings);
    QVERIFY(!device);
    QCOMPARE(device.error().hostErrno, ENOENT);
}

void TestBlockDevice::read()
{
    QFETCH(BlockSettings, settings);
    const auto content = pattern(64 * 1024);
    const TempFile file(content);
    Bench bench(settings, file.path());
    const auto used = bench.read(3, 4096);
    QCOMPARE(used.written, 4097u);
    QCOMPARE(used.lastByte(), kOk);
    QVERIFY(std::equal(used.content.begin(), used.content.end() - 1, content.begin() + 3 * 512));
    QCOMPARE(bench.metrics->readCount.total(), 1u);
    QCOMPARE(bench.metrics->readBytes.total(), 4096u);
    QCOMPARE(bench.metrics->queueEventCount.total(), 1u);
    QVERIFY(bench.metrics->readAgg.maxUs.value() < 10'000'000);
    QVERIFY(bench.metrics->readAgg.sumUs.total() >= bench.metrics->readAgg.maxUs.value());
    QVERIFY(bench.interrupt.used >= 1);
}

void TestBlockDevice::read_scattered()
{
    QFETCH(BlockSettings, settings);
    const auto content = pattern(8192);
    const TempFile file(content);
    Bench bench(settings, file.path());
    const auto used = bench.one(std::move(
        bench.driver.chain().readable(header(0, 0)).writable(1).writable(4000).writable(0).writable(95).writable(1)));
    QCOMPARE(used.written, 4097u);
    QCOMPARE(used.lastByte(), kOk);
    QVERIFY(std::equal(used.content.begin(), used.content.end() - 1, content.begin()));
}

void TestBlockDevice::write()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(64 * 1024);
    Bench bench(settings, file.path());
    const auto data = pattern(8192, 5);
    const auto used = bench.write(7, data);
    QCOMPARE(used.written, 1u);
    QCOMPARE(used.lastByte(), kOk);
    const auto content = file.content();
    QCOMPARE(content.size(), std::size_t{64 * 1024});
    QVERIFY(std::equal(data.begin(), data.end(), content.begin() + 7 * 512));
    QCOMPARE(content[7 * 512 - 1], std::byte{0});
    QCOMPARE(content[7 * 512 + 8192], std::byte{0});
    QCOMPARE(bench.metrics->writeCount.total(), 1u);
    QCOMPARE(bench.metrics->writeBytes.total(), 8192u);
}

void TestBlockDevice::write_indirectMaximum()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(settings, file.path());
    const auto data = pattern(kBlockSegMax * 512, 9);
    auto builder = bench.driver.chain();
    builder.readable(header(1, 1));
    for (std::size_t i = 0; i < kBlockSegMax; ++i)
        builder.readable(std::span(data).subspan(i * 512, 512));
    const auto used = bench.one(std::move(builder.writable(1).indirect()));
    QCOMPARE(used.lastByte(), kOk);
    const auto content = file.content();
    QVERIFY(std::equal(data.begin(), data.end(), content.begin() + 512));
}

void TestBlockDevice::write_readOnly_isRefused()
{
    QFETCH(BlockSettings, settings);
    settings.readOnly = true;
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    const auto used = bench.write(0, pattern(512));
    QCOMPARE(used.written, 1u);
    QCOMPARE(used.lastByte(), kIoError);
    QCOMPARE(bench.metrics->invalidReqsCount.total(), 1u);
    QCOMPARE(bench.metrics->writeCount.total(), 0u);
    QCOMPARE(file.content(), std::vector(4096, std::byte{0}));
}

/// Lowers RLIMIT_FSIZE for its life: writes beyond it fail with EFBIG.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit lower{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &lower);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

void TestBlockDevice::write_fileSizeLimit_isIoError()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(64 * 1024);
    Bench bench(settings, file.path());
    FakeDriver::Used crossing, beyond;
    {
        const FileSizeLimit limit(8192);
        crossing = bench.write(15, pattern(1024)); // the first half fits
        beyond = bench.write(100, pattern(512));
    }
    QCOMPARE(crossing.lastByte(), kIoError);
    QCOMPARE(crossing.written, 1u);
    QCOMPARE(beyond.lastByte(), kIoError);
    QCOMPARE(bench.metrics->invalidReqsCount.total(), 2u);
    QCOMPARE(bench.metrics->writeCount.total(), 0u);
    QCOMPARE(bench.write(100, pattern(512)).lastByte(), kOk);
}

void TestBlockDevice::write_noSpace_isIoError()
{
    QFETCH(BlockSettings, settings);
    // /dev/full has no size, so no guest can reach it through the device: ask the backend itself.
    Fd full = Fd::open("/dev/full", O_RDWR).value();
    const Fd event = Fd::eventFd().value();
    auto backend = settings.engine == BlockEngine::Sync
                       ? makeSyncBackend(full.get())
                       : makeAsyncBackend(full.get(), event.get(), MemoryRegistration::Off).value();
    auto data = pattern(512);
    const iovec piece{data.data(), data.size()};
    backend->queue({IoKind::Write, 3, 0, std::span(&piece, 1)});
    QVERIFY(backend->submit());
    QVERIFY(backend->wait());
    const auto done = backend->takeCompletions();
    QCOMPARE(done.size(), std::size_t{1});
    QCOMPARE(done[0].slot, 3);
    QCOMPARE(done[0].result, -ENOSPC);
    QVERIFY(backend->takeCompletions().empty());
}

void TestBlockDevice::read_vanishedBytes_isIoErrorWithPartialLength()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(64 * 1024);
    Bench bench(settings, file.path());
    file.truncate(1000);
    const auto events = eventHub().subscribe("state", {}).value();
    events->take();
    const auto partial = bench.read(0, 4096);
    QVERIFY(events->take().contains("\"what\":\"a read failed\""));
    QCOMPARE(partial.lastByte(), kIoError);
    QCOMPARE(partial.written, 1001u);
    const auto nothing = bench.read(64, 512);
    QCOMPARE(nothing.lastByte(), kIoError);
    QCOMPARE(nothing.written, 1u);
    QCOMPARE(bench.metrics->invalidReqsCount.total(), 2u);
    QCOMPARE(bench.metrics->readCount.total(), 0u);
}

void TestBlockDevice::flush()
{
    QFETCH(BlockSettings, settings);
    settings.cache = BlockCache::Writeback;
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    const auto used = bench.one(std::move(bench.driver.chain().readable(header(4, 0)).writable(1)));
    QCOMPARE(used.written, 1u);
    QCOMPARE(used.lastByte(), kOk);
    QCOMPARE(bench.metrics->flushCount.total(), 1u);
}

void TestBlockDevice::getId()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    const auto used = bench.one(std::move(bench.driver.chain().readable(header(8, 0)).writable(20).writable(1)));
    QCOMPARE(used.written, 21u);
    QCOMPARE(used.lastByte(), kOk);
    const auto disk = DiskFile::open(file.path(), true);
    QVERIFY(std::equal(disk->serial.begin(), disk->serial.end(), used.content.begin()));
}

void TestBlockDevice::unknownType_isUnsupported()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    const auto used =
        bench.one(std::move(bench.driver.chain().readable(header(13, 0)).readable(pattern(16)).writable(1)));
    QCOMPARE(used.written, 1u);
    QCOMPARE(used.lastByte(), kUnsupported);
    QCOMPARE(bench.metrics->invalidReqsCount.total(), 1u);
}

void TestBlockDevice::malformed_isGivenBackEmpty()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    bench.driver.chain().readable(pattern(15)).writable(1).submit();                // header too short
    bench.driver.chain().readable(header(0, 0)).writable(511).writable(1).submit(); // not in sectors
    bench.driver.chain().readable(header(0, 8)).writable(512).writable(1).submit(); // past the end
    bench.driver.chain().readable(header(0, 0)).raw(1ull << 60, 512, kDescriptorWrite).writable(1).submit(); // no
                                                                                                             // memory
    bench.driver.chain().writable(1).raw(0, 16, 0).submit(); // wrong order
    const auto all = bench.finishAll();
    QCOMPARE(all.size(), std::size_t{5});
    for (const auto &used : all) {
        QCOMPARE(used.written, 0u);
        QCOMPARE(used.lastByte(), kUntouched);
    }
    QCOMPARE(bench.metrics->executeFails.total(), 5u);
    QCOMPARE(bench.interrupt.needsReset, 0);
    QCOMPARE(bench.read(0, 512).lastByte(), kOk);
}

void TestBlockDevice::emptyData_isOk()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    const auto used = bench.one(std::move(bench.driver.chain().readable(header(0, 0)).writable(0).writable(1)));
    QCOMPARE(used.written, 1u);
    QCOMPARE(used.lastByte(), kOk);
}

void TestBlockDevice::manyRequests_moreThanOneWake_allFinish()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(settings, file.path());
    // The driver feeds the ring while the device works, always keeping it full: 2,000 requests.
    int submitted = 0, finished = 0;
    const auto feed = [&] {
        while (submitted < 2000 && bench.driver.outstanding() < 250) {
            bench.driver.chain()
                .readable(header(0, static_cast<std::uint64_t>(submitted % 2048)))
                .writable(512)
                .writable(1)
                .indirect()
                .submit();
            ++submitted;
        }
    };
    feed();
    bench.kick();
    QVERIFY(eventually(*bench.loop, [&] {
        while (const auto used = bench.driver.takeUsed())
            finished += used->lastByte() == kOk;
        if (submitted < 2000 && bench.driver.outstanding() < 100) {
            feed();
            bench.kick();
        }
        return finished == 2000;
    }));
    QCOMPARE(bench.metrics->readCount.total(), 2000u);
}

void TestBlockDevice::randomTraffic_matchesModel()
{
    QFETCH(BlockSettings, settings);
    std::mt19937 random(42);
    std::vector<std::byte> model = pattern(kMib, 3);
    const TempFile file(model);
    Bench bench(settings, file.path(), kFeatures | kFeatureEventIndex);
    for (unsigned round = 0; round < 150; ++round) {
        // Requests of one round touch different blocks of 32 KiB: their order does not matter.
        std::vector<std::uint32_t> blocks(32);
        for (std::uint32_t i = 0; i < blocks.size(); ++i)
            blocks[i] = i;
        std::shuffle(blocks.begin(), blocks.end(), random);
        std::map<std::uint16_t, std::pair<std::size_t, std::size_t>> reads;
        const auto count = static_cast<unsigned>(1 + random() % 20);
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t sectors = 1 + random() % 16;
            const std::size_t at = blocks[i] * 32768 + random() % 16 * 512;
            const std::size_t cut = random() % (sectors * 512 + 1);
            auto builder = bench.driver.chain();
            if (random() % 2) {
                const auto data = pattern(sectors * 512, round * 100 + i);
                builder.readable(header(1, at / 512))
                    .readable(std::span(data).first(cut))
                    .readable(std::span(data).subspan(cut));
                std::copy(data.begin(), data.end(), model.begin() + static_cast<std::ptrdiff_t>(at));
                builder.writable(1);
                if (random() % 2)
                    builder.indirect(random() % 2);
                builder.submit();
            } else {
                builder.readable(header(0, at / 512)).writable(static_cast<std::uint32_t>(cut));
                builder.writable(static_cast<std::uint32_t>(sectors * 512 - cut)).writable(1);
                reads[builder.indirect(random() % 2).submit()] = {at, sectors * 512};
            }
        }
        bench.driver.setUsedEvent(bench.driver.usedIndex());
        const auto all = bench.finishAll();
        QCOMPARE(all.size(), std::size_t{count});
        for (const auto &used : all) {
            QCOMPARE(used.lastByte(), kOk);
            if (const auto found = reads.find(used.head); found != reads.end()) {
                const auto [at, bytes] = found->second;
                QCOMPARE(used.written, bytes + 1);
                QVERIFY(std::equal(used.content.begin(), used.content.end() - 1,
                                   model.begin() + static_cast<std::ptrdiff_t>(at)));
            }
        }
    }
    QCOMPARE(file.content(), model);
}

void TestBlockDevice::registeredMemory_works()
{
    BlockSettings settings = engine(BlockEngine::Async);
    settings.registration = MemoryRegistration::On; // where RLIMIT_MEMLOCK forbids it, the device goes on without
    const auto content = pattern(64 * 1024);
    const TempFile file(content);
    Bench bench(settings, file.path());
    const auto used = bench.read(1, 8192);
    QCOMPARE(used.lastByte(), kOk);
    QVERIFY(std::equal(used.content.begin(), used.content.end() - 1, content.begin() + 512));
    QCOMPARE(bench.write(1, pattern(4096, 8)).lastByte(), kOk);
    const auto after = file.content();
    QVERIFY(std::ranges::equal(std::span(after).subspan(512, 4096), pattern(4096, 8)));
    QCOMPARE(bench.one(std::move(bench.driver.chain().readable(header(0, 0)).writable(100).writable(412).writable(1)))
                 .lastByte(),
             kOk);
}

void TestBlockDevice::asyncFullRing_isThrottledAndResumes()
{
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(engine(BlockEngine::Async), file.path());
    for (std::uint64_t i = 0; i < 200; ++i)
        bench.driver.chain().readable(header(1, i)).readable(pattern(512)).writable(1).indirect().submit();
    bench.kick();
    QVERIFY2(bench.metrics->ioEngineThrottledEvents.total() > 0, "200 requests do not fit into a ring of 128");
    QVERIFY(bench.metrics->remainingReqsCount.total() > 0);
    const auto all = bench.takeAll();
    QCOMPARE(all.size(), std::size_t{200});
    QCOMPARE(bench.metrics->writeCount.total(), 200u);
}

void TestBlockDevice::interrupts_oncePerPass()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(settings, file.path());
    for (std::uint64_t i = 0; i < 20; ++i)
        bench.driver.chain().readable(header(8, i)).writable(20).writable(1).submit();
    bench.kick();
    QCOMPARE(bench.interrupt.used, 1);
    bench.kick();
    QCOMPARE(bench.interrupt.used, 1);
    QCOMPARE(bench.metrics->noAvailBuffer.total(), 1u);
}

void TestBlockDevice::interrupts_suppressedByEventIndex()
{
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench({}, file.path(), kFeatures | kFeatureEventIndex);
    bench.driver.setUsedEvent(1); // after the second
    bench.read(0, 512);
    QCOMPARE(bench.interrupt.used, 0);
    QCOMPARE(bench.driver.availableEvent(), 1);
    bench.read(0, 512);
    QCOMPARE(bench.interrupt.used, 1);
    QCOMPARE(bench.driver.availableEvent(), 2);
}

void TestBlockDevice::brokenRing_needsReset()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.driver.setAvailableIndex(1000);
    bench.kick();
    QCOMPARE(bench.interrupt.needsReset, 1);
    QCOMPARE(bench.metrics->eventFails.total(), 1u);
    bench.kick();
    bench.kick();
    QCOMPARE(bench.interrupt.needsReset, 1);
}

void TestBlockDevice::rateLimit_ops_delaysAndResumes()
{
    QFETCH(BlockSettings, settings);
    settings.limiter.ops = BucketSettings{2, 0, 100};
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    for (int i = 0; i < 5; ++i)
        bench.driver.chain().readable(header(8, 0)).writable(20).writable(1).submit();
    const auto start = std::chrono::steady_clock::now();
    bench.kick();
    QCOMPARE(bench.driver.usedIndex(), 2);
    QCOMPARE(bench.metrics->rateLimiterThrottledEvents.total(), 1u);
    bench.kick(); // while blocked: counted and not served
    QCOMPARE(bench.driver.usedIndex(), 2);
    QCOMPARE(bench.metrics->rateLimiterThrottledEvents.total(), 2u);
    QCOMPARE(bench.takeAll().size(), std::size_t{5});
    QVERIFY(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(150));
    QVERIFY(bench.metrics->rateLimiterEventCount.total() >= 2);
}

void TestBlockDevice::rateLimit_bytesRefused_refundsOp()
{
    BlockSettings settings;
    settings.limiter = {BucketSettings{1024, 0, 3'600'000}, BucketSettings{2, 0, 3'600'000}};
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    QCOMPARE(bench.read(0, 1024).lastByte(), kOk); // all bytes, one op
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    QCOMPARE(bench.driver.usedIndex(), 1);
    // The op came back: once the byte bucket is gone the request passes with it.
    bench.device->updateRateLimiter({BucketSettings{0, 0, 0}, std::nullopt});
    QCOMPARE(bench.takeAll().size(), std::size_t{1});
}

void TestBlockDevice::rateLimit_overconsumption_passesThenBlocks()
{
    BlockSettings settings;
    settings.limiter.bandwidth = BucketSettings{512, 0, 20};
    const TempFile file = TempFile::ofSize(64 * 1024);
    Bench bench(settings, file.path());
    bench.driver.chain().readable(header(0, 0)).writable(4096).writable(1).submit();
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    const auto start = std::chrono::steady_clock::now();
    bench.kick();
    QCOMPARE(bench.driver.usedIndex(), 1); // the large one went through
    QCOMPARE(bench.takeAll().size(), std::size_t{2});
    QVERIFY(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(140)); // 7/1 of 20 ms
}

void TestBlockDevice::rateLimit_update_takesEffect()
{
    const TempFile file = TempFile::ofSize(4096);
    Bench bench({}, file.path());
    bench.device->updateRateLimiter({std::nullopt, BucketSettings{1, 0, 3'600'000}});
    QCOMPARE(bench.read(0, 512).lastByte(), kOk);
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    QCOMPARE(bench.driver.usedIndex(), 1);
    bench.device->updateRateLimiter({std::nullopt, BucketSettings{0, 0, 0}});
    QCOMPARE(bench.takeAll().size(), std::size_t{1});
}

void TestBlockDevice::rateLimit_reset_theNextDriverIsServedInTime()
{
    ManualClock clock;
    BlockSettings settings;
    settings.clock = &clock;
    settings.limiter.bandwidth = BucketSettings{512, 0, 20};
    const TempFile file = TempFile::ofSize(4096);
    Bench bench(settings, file.path());
    QCOMPARE(bench.read(0, 1024).lastByte(), kOk); // more than the bucket holds
    QVERIFY(bench.device->reset());
    FakeDriver second(bench.guest, 16, 0x40000, 0x800000);
    Activation activation{&bench.guest.memory(), {}, &bench.interrupt, kFeatures};
    activation.queues.push_back(second.queue(kFeatures));
    QVERIFY(bench.device->activate(std::move(activation)));
    second.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick(); // the only one: a driver waits for its answer
    QCOMPARE(bench.metrics->rateLimiterThrottledEvents.total(), 1u);
    clock.advance(std::chrono::hours(1));
    QVERIFY(eventually(*bench.loop, [&] { return second.takeUsed().has_value(); }));
}

void TestBlockDevice::update_runningDevice_switchesFile()
{
    QFETCH(BlockSettings, settings);
    const TempFile before = TempFile::ofSize(4096);
    const auto content = pattern(8192, 77);
    const TempFile after(content);
    Bench bench(settings, before.path());
    QCOMPARE(bench.read(0, 512).lastByte(), kOk);
    QVERIFY(bench.device->update(after.path()));
    QCOMPARE(bench.interrupt.config, 1);
    QCOMPARE(bench.device->capacitySectors(), 16u);
    QCOMPARE(bench.metrics->updateCount.total(), 1u);
    const auto used = bench.read(15, 512);
    QCOMPARE(used.lastByte(), kOk);
    QVERIFY(std::equal(used.content.begin(), used.content.end() - 1, content.begin() + 15 * 512));
    const auto id = bench.one(std::move(bench.driver.chain().readable(header(8, 0)).writable(20).writable(1)));
    const auto disk = DiskFile::open(after.path(), true);
    QVERIFY(std::equal(disk->serial.begin(), disk->serial.end(), id.content.begin()));
}

void TestBlockDevice::update_withRequestsInFlight_finishesThemFirst()
{
    const TempFile before = TempFile::ofSize(kMib);
    const TempFile after = TempFile::ofSize(kMib);
    Bench bench(engine(BlockEngine::Async), before.path());
    const auto data = pattern(512, 4);
    for (std::uint64_t i = 0; i < 100; ++i)
        bench.driver.chain().readable(header(1, i)).readable(data).writable(1).indirect().submit();
    bench.kick();
    QVERIFY(bench.device->update(after.path()));
    QCOMPARE(bench.driver.usedIndex(), 100);
    const auto content = before.content();
    for (std::size_t i = 0; i < 100; ++i)
        QVERIFY(std::equal(data.begin(), data.end(), content.begin() + static_cast<std::ptrdiff_t>(i * 512)));
    QCOMPARE(after.content(), std::vector(kMib, std::byte{0}));
    QCOMPARE(bench.takeAll().size(), std::size_t{100});
}

void TestBlockDevice::update_missingFile_changesNothing()
{
    const TempFile file = TempFile::ofSize(4096);
    Bench bench({}, file.path());
    const auto outcome = bench.device->update("/nonexistent/disk");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().hostErrno, ENOENT);
    QCOMPARE(bench.interrupt.config, 0);
    QCOMPARE(bench.metrics->updateFails.total(), 1u);
    QCOMPARE(bench.read(0, 512).lastByte(), kOk);
}

void TestBlockDevice::update_inactiveDevice_sendsNoInterrupt()
{
    const TempFile file = TempFile::ofSize(4096);
    const TempFile after = TempFile::ofSize(8192);
    Bench bench({}, file.path());
    QVERIFY(bench.device->reset());
    QVERIFY(bench.device->update(after.path()));
    QCOMPARE(bench.interrupt.config, 0);
    QCOMPARE(bench.device->capacitySectors(), 16u);
}

void TestBlockDevice::rescan_grownFile_isTold()
{
    const TempFile file = TempFile::ofSize(4096);
    Bench bench({}, file.path());
    file.truncate(8192);
    QCOMPARE(bench.read(8, 512).written, 0u);
    QVERIFY(bench.device->rescan());
    QCOMPARE(bench.interrupt.config, 1);
    QCOMPARE(bench.read(8, 512).lastByte(), kOk);
}

void TestBlockDevice::reset_dropsStateAndCanBeActivatedAgain()
{
    QFETCH(BlockSettings, settings);
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(settings, file.path());
    for (std::uint64_t i = 0; i < 50; ++i)
        bench.driver.chain().readable(header(0, i)).writable(4096).writable(1).indirect().submit();
    bench.kick();
    QVERIFY(bench.device->reset());
    QVERIFY(!bench.device->isActive());
    bench.kick();
    QVERIFY(bench.loop->runOnce(0)); // events that were on their way find an inactive device
    FakeDriver second(bench.guest, 16, 0x40000, 0x800000);
    Activation activation{&bench.guest.memory(), {}, &bench.interrupt, kFeatures};
    activation.queues.push_back(second.queue(kFeatures));
    QVERIFY(bench.device->activate(std::move(activation)));
    second.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    std::optional<FakeDriver::Used> used;
    QVERIFY(eventually(*bench.loop, [&] { return (used = second.takeUsed()).has_value(); }));
    QCOMPARE(used->lastByte(), kOk);
}

void TestBlockDevice::destroy_withRequestsInFlight_drains()
{
    const TempFile file = TempFile::ofSize(kMib);
    BlockSettings settings = engine(BlockEngine::Async);
    settings.cache = BlockCache::Writeback;
    Bench bench(settings, file.path());
    for (std::uint64_t i = 0; i < 100; ++i)
        bench.driver.chain().readable(header(1, i)).readable(pattern(512)).writable(1).indirect().submit();
    bench.kick();
    bench.registrations.clear();
    bench.device.reset();
    QCOMPARE(bench.metrics->writeCount.total(), 100u);
}

void TestBlockDevice::quiesce_leavesNothingInFlight()
{
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(engine(BlockEngine::Async), file.path());
    for (std::uint64_t i = 0; i < 100; ++i)
        bench.driver.chain().readable(header(1, i)).readable(pattern(512)).writable(1).indirect().submit();
    bench.kick();
    QVERIFY(bench.device->quiesce());
    QCOMPARE(bench.driver.usedIndex(), 100);
    QVERIFY(bench.interrupt.used >= 1);
}

void TestBlockDevice::bytesPerWake_areBounded()
{
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench({}, file.path());
    for (int i = 0; i < 60; ++i) // 60 MiB, all into the same megabyte
        bench.driver.chain().readable(header(0, 0)).raw(32 * kMib, kMib, kDescriptorWrite).writable(1).submit();
    bench.kick();
    const int first = bench.driver.usedIndex();
    QVERIFY2(first > 0 && first < 60, "one wake-up must leave time for others");
    // The device wakes itself: no further kick.
    QVERIFY(eventually(*bench.loop, [&bench] { return bench.driver.usedIndex() == 60; }));
    QCOMPARE(bench.metrics->queueEventCount.total(), 1u);
}

void TestBlockDevice::shortTransfers_goOnAcrossPieces()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    const auto data = pattern(1024);
    bench.driver.chain()
        .readable(header(1, 3))
        .readable(std::span(data).first(100))
        .readable(std::span(data).subspan(100, 400))
        .readable(std::span(data).subspan(500))
        .writable(1)
        .submit();
    bench.kick();
    for (const std::size_t limit : {std::size_t{1}, std::size_t{99}, std::size_t{450}, std::size_t{1000}}) {
        QCOMPARE(backend->running.size(), std::size_t{1});
        QCOMPARE(bench.driver.usedIndex(), 0);
        backend->finish(limit);
        QVERIFY(bench.loop->runOnce(0));
    }
    QCOMPARE(backend->offsets, (std::vector<std::uint64_t>{1536, 1537, 1636, 2086}));
    QCOMPARE(backend->written, data);
    const auto used = bench.driver.takeUsed();
    QVERIFY(used && used->lastByte() == kOk && used->written == 1);
    QCOMPARE(bench.metrics->writeCount.total(), 1u);
    QCOMPARE(bench.metrics->writeBytes.total(), 1024u);
}

void TestBlockDevice::transfer_interrupted_isRepeated()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    backend->fail(EINTR);
    QVERIFY(bench.loop->runOnce(0));
    QCOMPARE(backend->running.size(), std::size_t{1});
    backend->finish(~0u);
    QVERIFY(bench.loop->runOnce(0));
    QCOMPARE(bench.driver.takeUsed()->lastByte(), kOk);
}

void TestBlockDevice::transfer_failsAfterPart_tellsPart()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    bench.driver.chain().readable(header(0, 0)).writable(1024).writable(1).submit();
    bench.kick();
    backend->finish(600);
    QVERIFY(bench.loop->runOnce(0));
    backend->fail(EIO);
    QVERIFY(bench.loop->runOnce(0));
    const auto used = bench.driver.takeUsed();
    QVERIFY(used);
    QCOMPARE(used->lastByte(), kIoError);
    QCOMPARE(used->written, 601u);
    QCOMPARE(bench.metrics->invalidReqsCount.total(), 1u);
}

void TestBlockDevice::completions_outOfOrder_answerTheRightChains()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    const std::uint16_t first = bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    const std::uint16_t second = bench.driver.chain().readable(header(0, 1)).writable(1024).writable(1).submit();
    bench.kick();
    std::swap(backend->running[0], backend->running[1]);
    backend->finish(~0u);
    QVERIFY(bench.loop->runOnce(0));
    auto used = bench.driver.takeUsed();
    QVERIFY(used && used->head == second && used->written == 1025);
    backend->finish(~0u);
    QVERIFY(bench.loop->runOnce(0));
    used = bench.driver.takeUsed();
    QVERIFY(used && used->head == first && used->written == 513);
}

void TestBlockDevice::backendFull_waitsForACompletion()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    for (std::uint64_t i = 0; i < 6; ++i)
        bench.driver.chain().readable(header(0, i)).writable(512).writable(1).submit();
    bench.kick();
    QCOMPARE(backend->running.size(), std::size_t{4});
    QCOMPARE(bench.metrics->ioEngineThrottledEvents.total(), 1u);
    QCOMPARE(bench.metrics->remainingReqsCount.total(), 2u);
    bench.kick(); // no use while full
    QCOMPARE(bench.metrics->ioEngineThrottledEvents.total(), 2u);
    backend->finish(~0u);
    QVERIFY(bench.loop->runOnce(0));
    QCOMPARE(backend->running.size(), std::size_t{4});
    QCOMPARE(bench.driver.usedIndex(), 1);
    while (!backend->running.empty()) {
        backend->finish(~0u);
        QVERIFY(bench.loop->runOnce(0));
    }
    QCOMPARE(bench.driver.usedIndex(), 6);
}

void TestBlockDevice::submitFails_isTriedAgain()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    backend->submitFailures = 3;
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    QVERIFY(backend->running.empty());
    QVERIFY(eventually(*bench.loop, [&] { return backend->running.size() == 1; }));
    QCOMPARE(bench.metrics->rateLimiterEventCount.total(), 0u);
    backend->finish(~0u);
    QVERIFY(bench.loop->runOnce(0));
    QCOMPARE(bench.driver.takeUsed()->lastByte(), kOk);
}

void TestBlockDevice::reset_waitsForRequestsInFlight()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    QVERIFY(bench.device->reset());
    QVERIFY(backend->running.empty());
    QCOMPARE(backend->waits, 1);
}

void TestBlockDevice::update_waitsForRequestsInFlight()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    for (std::uint64_t i = 0; i < 6; ++i) // two more than fit
        bench.driver.chain().readable(header(0, i)).writable(512).writable(1).submit();
    bench.kick();
    ManualBackend *const before = backend;
    QVERIFY(bench.device->update(file.path()));
    QVERIFY(backend != before);
    QCOMPARE(bench.driver.usedIndex(), 4);
    // The two that had to wait go to the new backend without another kick.
    QCOMPARE(backend->running.size(), std::size_t{2});
    QCOMPARE(bench.interrupt.config, 1);
}

void TestBlockDevice::quiesce_submitFails_isTriedAgain()
{
    ManualBackend *backend = nullptr;
    const TempFile file = TempFile::ofSize(kMib);
    Bench bench(manual(backend), file.path());
    backend->submitFailures = 5;
    bench.driver.chain().readable(header(0, 0)).writable(512).writable(1).submit();
    bench.kick();
    QVERIFY(bench.device->quiesce());
    QCOMPARE(bench.driver.usedIndex(), 1);
    QCOMPARE(backend->submitFailures, 0);
}

void TestBlockDevice::behindMmioTransport_answersAGuest()
{
    QFETCH(BlockSettings, settings);
    const auto content = pattern(8192, 6);
    const TempFile file(content);
    settings.driveId = "mmio";
    settings.path = file.path();
    const FakeGuest guest(16);
    auto device = std::move(BlockDevice::open(settings).value());
    FakeInterruptLine line;
    MmioTransport transport(*device, guest.memory(), line);
    const auto loop = std::move(EventLoop::create().value());
    std::vector<EventLoop::Registration> registrations;
    for (HostEvent &event : device->hostEvents()) {
        auto registration = loop->watch(event.fd, 1, [&transport, ready = event.onReady](std::uint32_t) {
            const auto guard = transport.lock();
            ready();
        });
        registrations.push_back(std::move(registration.value()));
    }
    transport.setActivationHook([&] { loop->post([&transport] { transport.kickAllQueues(); }); });

    FakeDriver driver(guest, 128);
    MmioDriver registers(transport);
    driver.chain().readable(header(0, 2)).writable(1024).writable(1).submit(); // before DRIVER_OK: must not be lost
    QCOMPARE(registers.bringUp(~0ull, std::array{driver.config()}), 15u);
    std::optional<FakeDriver::Used> used;
    QVERIFY(eventually(*loop, [&] { return (used = driver.takeUsed()).has_value(); }));
    QCOMPARE(used->lastByte(), kOk);
    QVERIFY(std::equal(used->content.begin(), used->content.end() - 1, content.begin() + 1024));
    QVERIFY(line.count() >= 1);
    QCOMPARE(registers.read(0x60), 1u);
    registers.write(0x70, 0);
    QVERIFY(!device->isActive());
}

QTEST_GUILESS_MAIN(TestBlockDevice)
#include "tst_block_device.moc"
