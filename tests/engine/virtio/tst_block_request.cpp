#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/temp_files.h"
#include "virtio/block/disk_file.h"
#include "virtio/block/request.h"

#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kCapacity = 100; // sectors

std::vector<std::byte> header(std::uint32_t type, std::uint64_t sector)
{
    std::vector<std::byte> out(16);
    std::memcpy(out.data(), &type, sizeof type);
    std::memcpy(out.data() + 8, &sector, sizeof sector);
    return out;
}

using Builder = FakeDriver::ChainBuilder;
using Build = std::function<void(Builder &)>;

QString describe(const Result<BlockRequest> &request)
{
    if (!request)
        return QString::fromStdString("error: " + request.error().text);
    const auto &operation = request->operation;
    if (const auto *read = std::get_if<BlockRead>(&operation))
        return QStringLiteral("read %1 at %2").arg(read->bytes).arg(read->offset);
    if (const auto *write = std::get_if<BlockWrite>(&operation))
        return QStringLiteral("write %1 at %2").arg(write->bytes).arg(write->offset);
    if (std::holds_alternative<BlockFlush>(operation))
        return QStringLiteral("flush");
    if (std::holds_alternative<BlockGetId>(operation))
        return QStringLiteral("id");
    return QStringLiteral("unsupported %1").arg(std::get<BlockUnsupported>(operation).type);
}

} // namespace
Q_DECLARE_METATYPE(Build)

class TestBlockRequest : public QObject {
    Q_OBJECT
private slots:
    void parse_data();
    void parse();
    void parse_status_isTheLastWritableByte();
    void diskFile_missing_isNotFound();
    void diskFile_directory_isRefused();
    void diskFile_fifo_doesNotBlock();
    void diskFile_sizeAndSerial();
};

void TestBlockRequest::parse_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QString>("expected"); // errors: a prefix
    const auto row = [](const char *name, const char *expected, Build build) {
        QTest::newRow(name) << build << QString(expected);
    };
    const auto three = [](std::uint32_t type, std::uint64_t sector, std::uint32_t in, std::uint32_t out) {
        return [=](Builder &chain) {
            chain.readable(header(type, sector));
            if (in > 0)
                chain.readable(pattern(in));
            if (out > 0)
                chain.writable(out);
            chain.writable(1);
        };
    };
    row("read", "read 512 at 0", three(0, 0, 0, 512));
    row("read, last sectors", "read 1024 at 50176", three(0, 98, 0, 1024));
    row("read, one past the end", "error: 1024 bytes at sector 99", three(0, 99, 0, 1024));
    row("read, sector at capacity", "error: 512 bytes at sector 100", three(0, 100, 0, 512));
    row("read, sector wraps around", "error: 512 bytes at sector 18446744073709551615", three(0, ~0ull, 0, 512));
    row("read, byte offset would wrap around", "error: 512 bytes at sector", three(0, std::uint64_t{1} << 55, 0, 512));
    row("read, not in sectors", "error: data length 511", three(0, 0, 0, 511));
    row("read with data for the device", "error: read request", three(0, 0, 512, 512));
    row("read with only data for the device", "error: read request", three(0, 0, 512, 0));
    row("read without data", "error: read request", three(0, 0, 0, 0));
    row("read of empty data", "read 0 at 512", [](Builder &c) { c.readable(header(0, 1)).writable(0).writable(1); });
    row("write", "write 1024 at 1024", three(1, 2, 1024, 0));
    row("write past the end", "error: 1024 bytes at sector 99", three(1, 99, 1024, 0));
    row("write, not in sectors", "error: data length 513", three(1, 0, 513, 0));
    row("write with writable data", "error: write request", three(1, 0, 0, 512));
    row("write without data", "error: write request", three(1, 0, 0, 0));
    row("flush", "flush", three(4, 0, 0, 0));
    row("flush at any sector", "flush", three(4, ~0ull, 0, 0));
    row("flush with data", "flush", three(4, 0, 0, 512));
    row("id", "id", three(8, 0, 0, 20));
    row("id, more room", "id", three(8, 0, 0, 64));
    row("id, too little room", "error: 19 bytes are too few", three(8, 0, 0, 19));
    row("id, data for the device", "error: 0 bytes are too few", three(8, 0, 20, 0));
    row("discard", "unsupported 11", three(11, 0, 16, 0));
    row("write zeroes", "unsupported 13", three(13, 0, 16, 0));
    row("highest type", "unsupported 4294967295", three(0xffff'ffff, 0, 0, 0));

    row("nothing but a status", "error: request header too short", [](Builder &c) { c.writable(1); });
    row("header of 15 bytes", "error: request header too short",
        [](Builder &c) { c.readable(pattern(15)).writable(512).writable(1); });
    row("header writable", "error: request header too short",
        [](Builder &c) { c.writable(16).writable(512).writable(1); });
    row("no status", "error: no byte for the status",
        [](Builder &c) { c.readable(header(1, 0)).readable(pattern(512)); });
    row("status empty", "error: no byte for the status",
        [](Builder &c) { c.readable(header(1, 0)).readable(pattern(512)).writable(0); });
    row("header only", "error: no byte for the status", [](Builder &c) { c.readable(header(4, 0)); });

    row("header split", "read 512 at 512", [](Builder &c) {
        const auto h = header(0, 1);
        c.readable(std::span(h).first(5)).readable(std::span(h).subspan(5)).writable(512).writable(1);
    });
    row("data scattered", "read 1536 at 512",
        [](Builder &c) { c.readable(header(0, 1)).writable(100).writable(412).writable(1024).writable(1); });
    row("data and status together", "read 512 at 512", [](Builder &c) { c.readable(header(0, 1)).writable(513); });
    row("header and data together", "write 512 at 512", [](Builder &c) {
        auto h = header(1, 1);
        h.resize(16 + 512);
        c.readable(h).writable(1);
    });
    row("write gathered", "write 1024 at 0", [](Builder &c) {
        c.readable(header(1, 0)).readable(pattern(1)).readable(pattern(1022)).readable(pattern(1)).writable(1);
    });
    row("indirect", "read 512 at 0", [](Builder &c) { c.readable(header(0, 0)).writable(512).writable(1).indirect(); });
}

void TestBlockRequest::parse()
{
    QFETCH(Build, build);
    QFETCH(QString, expected);
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    auto builder = driver.chain();
    build(builder);
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 16, true}, builder.place()));
    const auto request = parseBlockRequest(guest.memory(), chain, kCapacity);
    if (expected.startsWith("error"))
        QCOMPARE(describe(request).left(expected.size()), expected);
    else
        QCOMPARE(describe(request), expected);
}

void TestBlockRequest::parse_status_isTheLastWritableByte()
{
    const FakeGuest guest(16);
    FakeDriver driver(guest, 16);
    const std::uint16_t head = driver.chain().readable(header(0, 0)).writable(500).writable(13).writable(0).place();
    DescriptorChain chain;
    QVERIFY(chain.collect(guest.memory(), {driver.config().descriptors, 16, true}, head));
    const auto request = parseBlockRequest(guest.memory(), chain, kCapacity);
    QVERIFY(request);
    QCOMPARE(request->statusAt.value(), chain.writable()[1].at.value() + 12);
}

void TestBlockRequest::diskFile_missing_isNotFound()
{
    const TempDir dir;
    const auto disk = DiskFile::open(dir.file("none"), true);
    QVERIFY(!disk);
    QCOMPARE(disk.error().kind, ErrorKind::NotFound);
    QCOMPARE(disk.error().hostErrno, ENOENT);
}

void TestBlockRequest::diskFile_directory_isRefused()
{
    const TempDir dir;
    QCOMPARE(DiskFile::open(dir.path(), true).error().hostErrno, EISDIR);
    QCOMPARE(DiskFile::open(dir.path(), false).error().hostErrno, EISDIR);
}

void TestBlockRequest::diskFile_fifo_doesNotBlock()
{
    const TempDir dir;
    QCOMPARE(::mkfifo(dir.file("fifo").c_str(), 0600), 0);
    QCOMPARE(DiskFile::open(dir.file("fifo"), true).error().hostErrno, ESPIPE);
}

void TestBlockRequest::diskFile_sizeAndSerial()
{
    const TempFile file = TempFile::ofSize(1000);
    auto disk = DiskFile::open(file.path(), false);
    QVERIFY(disk);
    QCOMPARE(disk->sizeBytes, 1000u);
    QCOMPARE(disk->sectors(), 1u);
    struct stat status{};
    QCOMPARE(::stat(file.path().c_str(), &status), 0);
    std::string serial = std::to_string(status.st_dev) + std::to_string(status.st_rdev) + std::to_string(status.st_ino);
    serial.resize(20);
    QVERIFY(std::ranges::equal(disk->serial, std::as_bytes(std::span(serial))));
    QCOMPARE(::fcntl(disk->fd.get(), F_GETFL) & (O_NONBLOCK | O_ACCMODE), O_RDWR);
    file.truncate(5120);
    QVERIFY(disk->refreshSize());
    QCOMPARE(disk->sectors(), 10u);
}

QTEST_APPLESS_MAIN(TestBlockRequest)
#include "tst_block_request.moc"
