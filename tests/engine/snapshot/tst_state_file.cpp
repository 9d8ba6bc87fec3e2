// The state file as a whole: round trips, the header's errors in their order, damaged files, and the file that must
// load forever.
#include "snapshot/state_file.h"
#include "state_samples.h"

#include "base/format.h"
#include "snapshot/limits.h"
#include "support/temp_files.h"

#include <QTest>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::snapshot;
using namespace sparkler::test;

namespace {

template <typename T>
QByteArray errorOf(const Result<T> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text);
}

std::vector<std::byte> encoded(const MachineState &state)
{
    auto file = encodeState(state, newestDataVersion(), sampleOrigin());
    if (!file)
        qFatal("%s", file.error().text.c_str());
    return *file;
}

/// Whether a file is either refused or gives a machine that can be saved again as it is.
bool isHandled(std::span<const std::byte> file, int &loaded)
{
    const auto state = decodeState(file);
    const auto described = describeState(file);
    if (!state)
        return !state.error().text.empty();
    ++loaded;
    const auto again = encodeState(*state, newestDataVersion(), sampleOrigin());
    if (!again)
        return false;
    const auto twice = decodeState(*again);
    return twice && *twice == *state && (described || !described.error().text.empty());
}

} // namespace

class TestStateFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_samples();
    void roundTrip_randomStates();
    void encode_sameState_givesTheSameFile();
    void encode_dataVersion_isInTheHeader();
    void decode_unalignedBytes();
    void largestMachine_fits();

    void header_isChecked_data();
    void header_isChecked();
    void order_checksumBeforeMagic();
    void order_magicBeforeVersions();
    void size_overTheLimit_isRefused();
    void size_shorterThanChecksum_isRefused();
    void payload_empty_isRefused();

    void truncated_everyLength_isRefused();
    void truncated_withHeaderToMatch_isHandled();
    void bitFlips_areRefused();
    void bitFlips_withChecksumToMatch_areHandled();

    void golden_loads();
    void describe_returnsOriginAndConfig();
    void describePath_errors();
    void loadState_errors();
    void readStateFile_refusesWhatIsNoFile();
};

void TestStateFile::roundTrip_samples()
{
    for (const MachineState &state : {smallestState(), fullState()}) {
        const auto decoded = decodeState(encoded(state));
        QVERIFY2(decoded.has_value(), errorOf(decoded));
        QVERIFY(*decoded == state);
    }
}

void TestStateFile::roundTrip_randomStates()
{
    std::mt19937_64 random(20'26);
    for (int round = 0; round < 300; ++round) {
        const MachineState state = randomState(random);
        const auto file = encodeState(state, newestDataVersion(), sampleOrigin());
        QVERIFY2(file.has_value(), errorOf(file));
        const auto decoded = decodeState(*file);
        QVERIFY2(decoded.has_value(), errorOf(decoded));
        QVERIFY(*decoded == state);
    }
}

void TestStateFile::encode_sameState_givesTheSameFile()
{
    QVERIFY(encoded(fullState()) == encoded(fullState()));
}

void TestStateFile::encode_dataVersion_isInTheHeader()
{
    for (const VersionEntry &version : supportedVersions()) {
        const auto file = encodeState(smallestState(), version.data, sampleOrigin());
        QVERIFY2(file.has_value(), errorOf(file));
        const auto described = describeState(std::span(*file));
        QVERIFY2(described.has_value(), errorOf(described));
        QVERIFY(described->dataVersion == version.data);
        QCOMPARE(described->formatVersion, kFormatVersion);
    }
    QCOMPARE(errorOf(encodeState(smallestState(), DataVersion{9}, sampleOrigin())),
             QByteArray("Invalid data version: 9"));
}

void TestStateFile::decode_unalignedBytes()
{
    const auto file = encoded(fullState());
    std::vector<std::byte> shifted(file.size() + 1);
    std::ranges::copy(file, shifted.begin() + 1);
    const auto decoded = decodeState(std::span(shifted).subspan(1));
    QVERIFY2(decoded.has_value(), errorOf(decoded));
    QVERIFY(*decoded == fullState());
}

void TestStateFile::largestMachine_fits()
{
    MachineState state = fullState();
    VcpuState vcpu = state.vcpus.front();
    vcpu.cpuid.resize(kMaxCpuidEntries);
    vcpu.msrs.resize(kMaxMsrs);
    vcpu.xsave.resize(kMaxXsave);
    state.vcpus.assign(kMaxVcpus, vcpu);
    state.config.vcpuCount = kMaxVcpus;
    SavedDrive drive = state.drives.back();
    drive.config.pathOnHost = std::string(kMaxPath, 'p');
    drive.transport.queues.resize(kMaxQueues);
    while (state.drives.size() + state.interfaces.size() + 3 < kMaxDevices) {
        drive.config.driveId = std::string(kMaxId - 4, 'd') + std::to_string(1000 + state.drives.size());
        state.drives.push_back(drive);
    }
    const auto file = encoded(state);
    QVERIFY2(file.size() > 2'900'000 && file.size() < kMaxStateFile, std::to_string(file.size()).c_str());
    const auto decoded = decodeState(file);
    QVERIFY2(decoded.has_value(), errorOf(decoded));
    QVERIFY(*decoded == state);
}

void TestStateFile::header_isChecked_data()
{
    QTest::addColumn<quint64>("magic");
    QTest::addColumn<quint16>("formatVersion");
    QTest::addColumn<quint16>("dataVersion");
    QTest::addColumn<quint32>("reserved");
    QTest::addColumn<QByteArray>("error");
    const FileParts good;
    const quint64 magic = good.magic;
    QTest::newRow("good") << magic << quint16(1) << quint16(8) << 0u << QByteArray();
    QTest::newRow("oldest data version") << magic << quint16(1) << quint16(1) << 0u << QByteArray();
    QTest::newRow("other architecture") << (magic ^ 0x8664 ^ 0xaaaa) << quint16(1) << quint16(8) << 0u
                                        << QByteArray("Magic value does not match arch: 6003381093074512554");
    QTest::newRow("Firecracker's") << quint64(0x0710'1984'8664'0001) << quint16(1) << quint16(8) << 0u
                                   << QByteArray("Magic value does not match arch: 508934814873944065");
    QTest::newRow("format 0") << magic << quint16(0) << quint16(8) << 0u << QByteArray("Invalid format version: 0");
    QTest::newRow("format 2") << magic << quint16(2) << quint16(8) << 0u
                              << QByteArray(
                                     "Invalid format version: 2 (made by a newer engine; this one reads versions "
                                     "up to 1)");
    QTest::newRow("format before data") << magic << quint16(0xffff) << quint16(0) << 0u
                                        << QByteArray("Invalid format version: 65535 (made by a newer engine; this one "
                                                      "reads versions up to 1)");
    QTest::newRow("data 0") << magic << quint16(1) << quint16(0) << 0u << QByteArray("Invalid data version: 0");
    QTest::newRow("data 9") << magic << quint16(1) << quint16(9) << 0u << QByteArray("Invalid data version: 9");
    QTest::newRow("reserved") << magic << quint16(1) << quint16(8) << 1u
                              << QByteArray("Invalid snapshot state: A reserved part of the header is in use.");
}

void TestStateFile::header_isChecked()
{
    QFETCH(quint64, magic);
    QFETCH(quint16, formatVersion);
    QFETCH(quint16, dataVersion);
    QFETCH(quint32, reserved);
    QFETCH(QByteArray, error);
    const auto original = encoded(smallestState());
    const auto file = stateFileOf(payloadOf(original), {magic, formatVersion, dataVersion, reserved});
    QCOMPARE(errorOf(decodeState(file)), error);
    QCOMPARE(errorOf(describeState(std::span(file))), error);
}

void TestStateFile::order_checksumBeforeMagic()
{
    auto file = encoded(smallestState());
    file[0] ^= std::byte{1}; // the magic value, and so the checksum too
    QCOMPARE(errorOf(decodeState(file)), QByteArray("CRC64 validation failed"));
}

void TestStateFile::order_magicBeforeVersions()
{
    const auto original = encoded(smallestState());
    QCOMPARE(errorOf(decodeState(stateFileOf(payloadOf(original), {7, 99, 99, 99}))),
             QByteArray("Magic value does not match arch: 7"));
}

void TestStateFile::size_overTheLimit_isRefused()
{
    const std::vector<std::byte> file(kMaxStateFile + 1);
    const auto decoded = decodeState(file);
    QCOMPARE(errorOf(decoded), QByteArray("Snapshot size exceeds limit of 10000000 bytes"));
    QVERIFY(decoded.error().kind == ErrorKind::TooLarge);
}

void TestStateFile::size_shorterThanChecksum_isRefused()
{
    for (std::size_t size = 0; size < 8; ++size)
        QCOMPARE(errorOf(decodeState(std::vector<std::byte>(size))),
                 QByteArray("Snapshot file is smaller than CRC length."));
    // The checksum of nothing is 0, so this one is all that its checksum says.
    QCOMPARE(errorOf(decodeState(std::vector<std::byte>(8))),
             QByteArray("Invalid snapshot state: The file is smaller than its header."));
}

void TestStateFile::payload_empty_isRefused()
{
    QCOMPARE(errorOf(decodeState(stateFileOf({}))),
             QByteArray("Invalid snapshot state: The payload is not well-formed."));
}

void TestStateFile::truncated_everyLength_isRefused()
{
    const auto original = encoded(fullState());
    for (std::size_t size = 0; size < original.size(); ++size) {
        QVERIFY2(!decodeState(std::span(original).first(size)), std::to_string(size).c_str());
        if (size < 8)
            continue;
        std::vector<std::byte> file(original.begin(), original.begin() + static_cast<std::ptrdiff_t>(size));
        fixChecksum(file);
        QVERIFY2(!decodeState(file), std::to_string(size).c_str());
    }
}

void TestStateFile::truncated_withHeaderToMatch_isHandled()
{
    const auto original = encoded(fullState());
    const auto payload = payloadOf(original);
    int loaded = 0;
    for (std::size_t size = 0; size < payload.size(); ++size)
        QVERIFY2(isHandled(stateFileOf(payload.first(size)), loaded), std::to_string(size).c_str());
    // All that may be missing is the padding after the last text.
    QVERIFY2(loaded < 8, std::to_string(loaded).c_str());
}

void TestStateFile::bitFlips_areRefused()
{
    const auto original = encoded(fullState());
    std::mt19937_64 random(1);
    for (int round = 0; round < 1000; ++round) {
        auto file = original;
        const std::size_t bit = random() % (file.size() * 8);
        file[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
        QCOMPARE(errorOf(decodeState(file)), QByteArray("CRC64 validation failed"));
    }
}

void TestStateFile::bitFlips_withChecksumToMatch_areHandled()
{
    const auto original = encoded(fullState());
    std::mt19937_64 random(2);
    constexpr int kRounds = 10'000;
    int loaded = 0;
    for (int round = 0; round < kRounds; ++round) {
        auto file = original;
        for (std::size_t flips = 1 + random() % 3; flips > 0; --flips) {
            const std::size_t bit = random() % ((file.size() - 8) * 8);
            file[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
        }
        fixChecksum(file);
        QVERIFY2(isHandled(file, loaded), std::to_string(round).c_str());
    }
    // Most bits are those of registers, where every value is one; yet many are structure.
    QVERIFY2(loaded > 0 && loaded < kRounds, std::to_string(loaded).c_str());
    qInfo("%d of %d damaged files were refused", kRounds - loaded, kRounds);
}

void TestStateFile::golden_loads()
{
    // Never made anew: a change that makes this fail breaks the promise of docs/snapshots.md. A change of the format
    // adds another file.
    const auto file = readFile(GOLDEN_DIR "/format-1.state");
    const auto decoded = decodeState(file);
    QVERIFY2(decoded.has_value(), errorOf(decoded));
    QVERIFY(*decoded == fullState());
    const auto described = describeState(std::span(file));
    QVERIFY2(described.has_value(), errorOf(described));
    QVERIFY(described->origin == sampleOrigin());
}

void TestStateFile::describe_returnsOriginAndConfig()
{
    const TempFile file(encoded(fullState()));
    const auto described = describeState(file.path());
    QVERIFY2(described.has_value(), errorOf(described));
    Description expected{.formatVersion = 1,
                         .dataVersion = newestDataVersion(),
                         .origin = sampleOrigin(),
                         .config = fullState().config,
                         .hasRealtime = true};
    QVERIFY(*described == expected);

    MachineState state = fullState();
    state.vm.clock.flags &= ~ClockState::kRealtime;
    const auto without = describeState(std::span<const std::byte>(encoded(state)));
    QVERIFY2(without.has_value(), errorOf(without));
    expected.hasRealtime = false;
    QVERIFY(*without == expected);
}

void TestStateFile::describePath_errors()
{
    const TempDir dir;
    QCOMPARE(errorOf(describeState(dir.file("absent"))),
             QByteArray("Unable to open snapshot state file: No such file or directory (os error 2)"));
    writeFile(dir.file("short"), "1234567");
    QCOMPARE(errorOf(describeState(dir.file("short"))),
             QByteArray("Invalid data format version of snapshot file: Snapshot file is smaller than CRC length."));
}

void TestStateFile::loadState_errors()
{
    const TempDir dir;
    QCOMPARE(errorOf(loadState(dir.file("absent"))),
             QByteArray("Failed to get snapshot state from file: Failed to open snapshot file: No such file or "
                        "directory (os error 2)"));
    writeFile(dir.file("short"), "1234567");
    QCOMPARE(
        errorOf(loadState(dir.file("short"))),
        QByteArray("Failed to get snapshot state from file: Failed to load snapshot state from file: Snapshot file "
                   "is smaller than CRC length."));
    writeFile(dir.file("good"), encoded(fullState()));
    const auto loaded = loadState(dir.file("good"));
    QVERIFY2(loaded.has_value(), errorOf(loaded));
    QVERIFY(*loaded == fullState());
}

void TestStateFile::readStateFile_refusesWhatIsNoFile()
{
    const TempDir dir;
    QCOMPARE(::mkfifo(dir.file("fifo").c_str(), 0600), 0);
    QCOMPARE(errorOf(describeState(dir.file("fifo"))), // at once: nobody writes into it
             QByteArray("Invalid data format version of snapshot file: IO Error: Invalid argument (os error 22)"));
    QCOMPARE(errorOf(describeState(dir.path())),
             QByteArray("Invalid data format version of snapshot file: IO Error: Is a directory (os error 21)"));
    const TempFile large = TempFile::ofSize(kMaxStateFile + 1);
    QCOMPARE(errorOf(describeState(large.path())), QByteArray("Invalid data format version of snapshot file: Snapshot "
                                                              "size exceeds limit of 10000000 bytes"));
}

QTEST_GUILESS_MAIN(TestStateFile)
#include "tst_state_file.moc"
