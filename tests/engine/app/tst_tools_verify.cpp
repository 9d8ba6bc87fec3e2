// sparkler-tools verify and checksum, and the manifest between them.
#include "app/tools/manifest.h"
#include "state_samples.h"
#include "support/temp_files.h"
#include "tool_runner.h"

#include <QProcess>
#include <QTest>
#include <filesystem>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::tools;

namespace {

/// A state file of the smallest machine, of 2 MiB, and the memory that belongs to it.
struct SnapshotFilesOnDisk {
    TempDir dir;
    std::string state = dir.file("vm.state");
    std::string memory = dir.file("vm.mem");
    std::string manifest = dir.file("SHA256SUMS");

    SnapshotFilesOnDisk()
    {
        MachineState machine = smallestState();
        machine.config.memSizeMib = 2;
        machine.memory = {{.start = GuestAddress(0), .bytes = 2u << 20}};
        const auto file = snapshot::encodeState(machine, snapshot::newestDataVersion(), sampleOrigin());
        if (!file)
            qFatal("%s", file.error().text.c_str());
        writeFile(state, *file);
        writeFile(memory, std::string(2u << 20, 'm'));
    }
    std::vector<std::string> words(const std::string &command) const
    {
        return {command, "--vmstate-path", state, "--memory-path", memory};
    }
    std::vector<std::string> wordsWithManifest(const std::string &command) const
    {
        return {command, "-v", state, "-m", memory, "--manifest", manifest};
    }
};

} // namespace

class TestToolsVerify : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verify_good();
    void verify_broken_data();
    void verify_broken();
    void checksum_ofBrokenSnapshot_writesNothing();
    void checksum_sameNames_areRefused();
    void manifest_isThatOfSha256sum();
    void manifest_malformed_data();
    void manifest_malformed();
};

void TestToolsVerify::verify_good()
{
    const SnapshotFilesOnDisk files;
    const Outcome plain = run("sparkler-tools", files.words("verify"));
    QCOMPARE(bytes(plain.err), QByteArray());
    QCOMPARE(plain.exitCode, 0);
    QCOMPARE(bytes(plain.out), QByteArray("The snapshot is whole: 1 vCPU, 2 MiB, 0 devices.\n"));

    const Outcome written = run("sparkler-tools", files.wordsWithManifest("checksum"));
    QCOMPARE(bytes(written.err), QByteArray());
    QCOMPARE(written.exitCode, 0);
    const Outcome compared = run("sparkler-tools", files.wordsWithManifest("verify"));
    QCOMPARE(bytes(compared.err), QByteArray());
    QCOMPARE(compared.exitCode, 0);
    QCOMPARE(bytes(compared.out),
             QByteArray("The snapshot is whole: 1 vCPU, 2 MiB, 0 devices; the checksums are right.\n"));
}

void TestToolsVerify::verify_broken_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<QByteArray>("error"); // how it starts
    QTest::newRow("state") << QByteArray("state") << QByteArray("CRC64 validation failed\n");
    QTest::newRow("no memory") << QByteArray("no memory")
                               << QByteArray("Could not open memory file: No such file or directory (os error 2)\n");
    QTest::newRow("memory short") << QByteArray("short")
                                  << QByteArray(
                                         "The memory file has 2097151 bytes, but the machine's memory 2097152\n");
    QTest::newRow("memory long") << QByteArray("long")
                                 << QByteArray("The memory file has 2097153 bytes, but the machine's memory 2097152\n");
    QTest::newRow("one byte of memory") << QByteArray("memory")
                                        << QByteArray("vm.mem is not what it was: its checksum is ");
    QTest::newRow("other state") << QByteArray("other state")
                                 << QByteArray("vm.state is not what it was: its checksum is ");
    QTest::newRow("no line") << QByteArray("no line") << QByteArray("The manifest has no line for vm.mem\n");
    QTest::newRow("no manifest") << QByteArray("no manifest") << QByteArray("Could not read the manifest: ");
    QTest::newRow("bad manifest") << QByteArray("bad manifest")
                                  << QByteArray("The manifest is invalid: line 1 is no checksum and name\n");
}

void TestToolsVerify::verify_broken()
{
    QFETCH(QByteArray, how);
    QFETCH(QByteArray, error);
    const SnapshotFilesOnDisk files;
    QCOMPARE(run("sparkler-tools", files.wordsWithManifest("checksum")).exitCode, 0);
    const auto flip = [](const std::string &path) {
        auto content = readFile(path);
        content[content.size() / 2] ^= std::byte{1};
        writeFile(path, content);
    };
    if (how == "state")
        flip(files.state);
    else if (how == "no memory")
        std::filesystem::remove(files.memory);
    else if (how == "short")
        std::filesystem::resize_file(files.memory, (2u << 20) - 1);
    else if (how == "long")
        std::filesystem::resize_file(files.memory, (2u << 20) + 1);
    else if (how == "memory")
        flip(files.memory);
    else if (how == "other state") {
        auto content = readFile(files.state);
        content[10] = std::byte{7}; // the data version
        fixChecksum(content);
        writeFile(files.state, content);
    } else if (how == "no line") {
        const auto manifest = readFile(files.manifest);
        writeFile(files.manifest, std::span(manifest).first(64 + 2 + 8 + 1));
    } else if (how == "no manifest")
        std::filesystem::remove(files.manifest);
    else if (how == "bad manifest")
        writeFile(files.manifest, "hello\n");

    const Outcome outcome = run("sparkler-tools", files.wordsWithManifest("verify"));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(bytes(outcome.err).startsWith(error), outcome.err.c_str());
    QCOMPARE(bytes(outcome.out), QByteArray());
}

void TestToolsVerify::checksum_ofBrokenSnapshot_writesNothing()
{
    const SnapshotFilesOnDisk files;
    std::filesystem::resize_file(files.memory, 4096);
    QCOMPARE(run("sparkler-tools", files.wordsWithManifest("checksum")).exitCode, 1);
    QVERIFY(!std::filesystem::exists(files.manifest));
}

void TestToolsVerify::checksum_sameNames_areRefused()
{
    const SnapshotFilesOnDisk files;
    const TempDir other;
    std::filesystem::copy(files.memory, other.file("vm.state"));
    const Outcome outcome = run(
        "sparkler-tools", {"checksum", "-v", files.state, "-m", other.file("vm.state"), "--manifest", files.manifest});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.err),
             QByteArray("Both files have the same name, so their checksums cannot be told apart\n"));
}

void TestToolsVerify::manifest_isThatOfSha256sum()
{
    const SnapshotFilesOnDisk files;
    QCOMPARE(run("sparkler-tools", files.wordsWithManifest("checksum")).exitCode, 0);
    QProcess sha256sum;
    sha256sum.setWorkingDirectory(QString::fromStdString(files.dir.path()));
    sha256sum.start(QStringLiteral("sha256sum"), {QStringLiteral("--check"), QStringLiteral("SHA256SUMS")});
    QVERIFY(sha256sum.waitForFinished());
    QCOMPARE(sha256sum.readAllStandardOutput(), QByteArray("vm.state: OK\nvm.mem: OK\n"));
    QCOMPARE(sha256sum.exitCode(), 0);
}

void TestToolsVerify::manifest_malformed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("good");
    const QByteArray digits(64, 'a');
    QTest::newRow("good") << digits + "  name" << true;
    QTest::newRow("binary") << digits + " *name" << true;
    QTest::newRow("name with spaces") << digits + "   a b" << true;
    QTest::newRow("comment") << QByteArray("# x") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("no name") << digits + "  " << false;
    QTest::newRow("short") << digits.left(63) + "  name" << false;
    QTest::newRow("long") << digits + "a  name" << false;
    QTest::newRow("upper case") << digits.toUpper() + "  name" << false;
    QTest::newRow("one space") << digits + " name" << false;
    QTest::newRow("directory") << digits + "  a/b" << false;
    QTest::newRow("parent") << digits + "  .." << false;
    QTest::newRow("escape") << digits + "  a\\nb" << false;
    QTest::newRow("control") << digits + "  a\tb" << false;
}

void TestToolsVerify::manifest_malformed()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, good);
    const std::string first = std::string(64, '0') + "  first\n";
    const auto parsed = parseManifest(first + line.toStdString());
    QCOMPARE(parsed.has_value(), good);
    if (!parsed)
        QCOMPARE(bytes(parsed.error().text), QByteArray("line 2 is no checksum and name"));
    else
        QCOMPARE(bytes(parsed->front().name), QByteArray("first"));
}

QTEST_GUILESS_MAIN(TestToolsVerify)
#include "tst_tools_verify.moc"
