// sparkler-tools and the names under which it stands in for Firecracker's tools.
#include "app/version.h"
#include "state_samples.h"
#include "support/temp_files.h"
#include "tool_runner.h"

#include <QProcess>
#include <QTest>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::tools;

namespace {

/// A base of four pages of 'b', and a diff with 'd' in the second page and zeroes in the third, the rest holes.
struct RebaseFiles {
    TempDir dir;
    std::string base = dir.file("base");
    std::string diff = dir.file("diff");
    static constexpr std::size_t kPage = 4096;

    RebaseFiles()
    {
        writeFile(base, std::string(4 * kPage, 'b'));
        writeFile(diff, "");
        const int fd = ::open(diff.c_str(), O_WRONLY | O_CLOEXEC);
        const std::string data = std::string(kPage, 'd') + std::string(kPage, '\0');
        const bool written = ::ftruncate(fd, 4 * kPage) == 0 &&
                             ::pwrite(fd, data.data(), data.size(), kPage) == static_cast<ssize_t>(data.size());
        ::close(fd);
        if (!written)
            qFatal("the diff could not be written");
    }
    std::string merged() const
    {
        return std::string(kPage, 'b') + std::string(kPage, 'd') + std::string(kPage, '\0') + std::string(kPage, 'b');
    }
    std::string content() const
    {
        const auto bytes = readFile(base);
        return std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    }
};

/// The file whose state is fullState().
const std::string kState = GOLDEN_STATE;

} // namespace

class TestTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rebase_laysTheDiffOntoTheBase_data();
    void rebase_laysTheDiffOntoTheBase();
    void rebase_errors_data();
    void rebase_errors();
    void rebaseSnap_usage();

    void info_version();
    void info_vcpuStates_namesRegisters();
    void info_vmState_tellsOfEverything();
    void info_hostileNames_areEscaped();
    void describe_isJson();
    void info_errors_data();
    void info_errors();
    void removeRegisters_isRefused();

    void usage_data();
    void usage();
    void editor_hasNotOurCommands();
    void helpAndVersion_data();
    void helpAndVersion();

    void process_namesOfTheProgram();
};

void TestTools::rebase_laysTheDiffOntoTheBase_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArrayList>("words"); // B and D: the paths
    QTest::newRow("editor") << QByteArray("/usr/bin/snapshot-editor")
                            << QByteArrayList{"edit-memory", "rebase", "--memory-path", "B", "--diff-path", "D"};
    QTest::newRow("editor, short options")
        << QByteArray("snapshot-editor") << QByteArrayList{"edit-memory", "rebase", "-d", "D", "-m", "B"};
    QTest::newRow("ours") << QByteArray("./sparkler-tools")
                          << QByteArrayList{"edit-memory", "rebase", "--memory-path", "B", "--diff-path", "D"};
    QTest::newRow("rebase-snap") << QByteArray("bin/rebase-snap")
                                 << QByteArrayList{"--base-file", "B", "--diff-file", "D"};
    QTest::newRow("ours as rebase-snap") << QByteArray("sparkler-tools")
                                         << QByteArrayList{"rebase-snap", "--base-file", "B", "--diff-file", "D"};
}

void TestTools::rebase_laysTheDiffOntoTheBase()
{
    QFETCH(QByteArray, program);
    QFETCH(QByteArrayList, words);
    const RebaseFiles files;
    std::vector<std::string> replaced;
    for (const QByteArray &word : words)
        replaced.push_back(word == "B" ? files.base : word == "D" ? files.diff : word.toStdString());
    const Outcome outcome = run(program.toStdString(), replaced);
    QCOMPARE(bytes(outcome.err), QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(files.content() == files.merged());
    const bool isOld = words.contains("--base-file");
    QCOMPARE(bytes(outcome.out), isOld ? QByteArray("This tool is deprecated and will be removed in the future. Please "
                                                    "use 'snapshot-editor' instead.\n")
                                       : QByteArray());
}

void TestTools::rebase_errors_data()
{
    QTest::addColumn<bool>("old");
    QTest::addColumn<bool>("baseExists");
    QTest::addColumn<QByteArray>("error");
    const QByteArray reason = "No such file or directory (os error 2)\n";
    QTest::newRow("editor, no base") << false << false
                                     << "Error during editing memory file: Could not open memory file: " + reason;
    QTest::newRow("editor, no diff") << false << true
                                     << "Error during editing memory file: Could not open diff file: " + reason;
    QTest::newRow("rebase-snap, no base")
        << true << false << "Error parsing the cmd line args: Invalid base file: " + reason;
    QTest::newRow("rebase-snap, no diff")
        << true << true << "Error parsing the cmd line args: Invalid diff file: " + reason;
}

void TestTools::rebase_errors()
{
    QFETCH(bool, old);
    QFETCH(bool, baseExists);
    QFETCH(QByteArray, error);
    const RebaseFiles files;
    std::filesystem::remove(baseExists ? files.diff : files.base);
    const Outcome outcome = old ? run("rebase-snap", {"--base-file", files.base, "--diff-file", files.diff})
                                : run("snapshot-editor", {"edit-memory", "rebase", "-m", files.base, "-d", files.diff});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.err), error);
    QVERIFY(!std::filesystem::exists(files.base) || files.content() == std::string(4 * RebaseFiles::kPage, 'b'));
}

void TestTools::rebaseSnap_usage()
{
    const Outcome outcome = run("rebase-snap", {"--base-file", "x"});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.err),
             QByteArray("Arguments parsing error: Argument 'diff-file' required, but not found. \n\n"
                        "For more information try --help.\n"));
    QCOMPARE(bytes(run("rebase-snap", {"--version"}).out), bytes("Rebase_snap v" + std::string(apiLevel()) + "\n\n"));
    const Outcome help = run("rebase-snap", {"--help"});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.starts_with("Rebase_snap v" + std::string(apiLevel()) + "\n"));
    QVERIFY(help.out.find("--base-file <base-file>") != std::string::npos);
}

void TestTools::info_version()
{
    const Outcome outcome = run("snapshot-editor", {"info-vmstate", "version", "--vmstate-path", kState});
    QCOMPARE(bytes(outcome.err), QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(bytes(outcome.out), QByteArray("v1.4.0\n"));
}

void TestTools::info_vcpuStates_namesRegisters()
{
    const Outcome outcome = run("snapshot-editor", {"info-vmstate", "vcpu-states", "-v", kState});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.starts_with("vcpu 0:\n"), outcome.out.c_str());
    // The sample's blobs count upwards from the vCPU's number + 1, so each register tells where it was read.
    for (const char *wanted : {
             "\nvcpu 1:\n",
             "rax 0x0807060504030201  rbx 0x100f0e0d0c0b0a09",
             "rip 0x8887868584838281",
             "mp_state: 1 (uninitialized)",
             "tsc_khz: 2400001",
             "cs  base 0x807060504030201 limit 0xc0b0a09 selector 0xe0d type 15",
             "cr0 0xe8e7e6e5e4e3e2e1",
             "dr0 0x807060504030201",
             "id 0x24232221",
             "fcw 0x201",
             "0xc0000080 0x1",
             "0x00000004.0x1 eax 0x00000001 ebx 0x00000005",
         })
        QVERIFY2(outcome.out.find(wanted) != std::string::npos, (wanted + ("\nin\n" + outcome.out)).c_str());
}

void TestTools::info_vmState_tellsOfEverything()
{
    const Outcome outcome = run("sparkler-tools", {"info-vmstate", "vm-state", "--vmstate-path", kState});
    QCOMPARE(bytes(outcome.err), QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    for (const char *wanted : {
             "version: v1.4.0 (data version 8, format version 1)",
             "made: 2026-09-21 14:13:20 UTC by Sparkler \"0.2.0\" (API level \"1.4.0\")",
             "host CPU: \"GenuineIntel\" family 6 model 106 stepping 6 \"A Processor @ 3.00GHz\"",
             "\"path_on_host\":\"/images/rootfs.ext4\"",
             "memory: 0x100000000, ",
             "balloon:\n  status 0xf  active true",
             "  queue 4: size 256  ready true  descriptors 0x110000",
             "statistic 0: 0\n",
             "drive \"rootfs\":",
             "bandwidth: size 1000  budget 7",
             "blocked_ns 77",
             "interface \"eth0\":",
             "pending frame: 60 bytes",
             "vsock:",
             "entropy:",
             "serial: divisor 0x201  ier 0x3",
             "keyboard: status 0x1",
             "identity: vmgenid 0xbf000000  vmclock 0x100000000",
             "nanoseconds 123456789",
             "channel 0 count 67305985",
             "pic_master:",
             "pin 23 ",
             "vcpu 1:",
         })
        QVERIFY2(outcome.out.find(wanted) != std::string::npos, (wanted + ("\nin\n" + outcome.out)).c_str());
}

void TestTools::info_hostileNames_areEscaped()
{
    MachineState state = fullState();
    state.drives[0].config.driveId = "\x1b[2J";
    snapshot::SnapshotOrigin origin = sampleOrigin();
    origin.cpuBrand = "\x1b]0;x\a";
    const auto file = snapshot::encodeState(state, snapshot::newestDataVersion(), origin);
    QVERIFY(file.has_value());
    const TempFile onDisk(*file);
    const Outcome outcome = run("sparkler-tools", {"info-vmstate", "vm-state", "-v", onDisk.path()});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.find('\x1b') == std::string::npos);
    QVERIFY(outcome.out.find("drive \"\\u001b[2J\"") != std::string::npos);
}

void TestTools::describe_isJson()
{
    const Outcome outcome = run("sparkler-tools", {"describe", "--vmstate-path", kState});
    QCOMPARE(bytes(outcome.err), QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(bytes(outcome.out),
             QByteArray("{\"version\":\"1.4.0\",\"format_version\":1,\"sparkler_version\":\"0.2.0\",\"api_level\":"
                        "\"1.4.0\",\"created_at\":1790000000,\"cpu\":{\"vendor\":\"GenuineIntel\",\"brand\":\"A "
                        "Processor @ 3.00GHz\",\"family\":6,\"model\":106,\"stepping\":6},\"vcpu_count\":2,"
                        "\"mem_size_mib\":4096,\"clock_realtime\":true}\n"));
}

void TestTools::info_errors_data()
{
    QTest::addColumn<QByteArray>("command");
    for (const char *command : {"version", "vcpu-states", "vm-state"})
        QTest::newRow(command) << QByteArray(command);
}

void TestTools::info_errors()
{
    QFETCH(QByteArray, command);
    const TempDir dir;
    const Outcome absent = run("snapshot-editor", {"info-vmstate", command.toStdString(), "-v", dir.file("absent")});
    QCOMPARE(absent.exitCode, 1);
    QCOMPARE(bytes(absent.err), QByteArray("Error during getting info from a vmstate file: Can not open snapshot file: "
                                           "No such file or directory (os error 2)\n"));
    writeFile(dir.file("bad"), std::string(100, 'x'));
    const Outcome bad = run("snapshot-editor", {"info-vmstate", command.toStdString(), "-v", dir.file("bad")});
    QCOMPARE(bad.exitCode, 1);
    QCOMPARE(bytes(bad.err), QByteArray("Error during getting info from a vmstate file: Can not load snapshot: CRC64 "
                                        "validation failed\n"));
    QCOMPARE(bytes(bad.out), QByteArray());
}

void TestTools::removeRegisters_isRefused()
{
    const Outcome outcome = run("snapshot-editor", {"edit-vmstate", "remove-regs", "0x1", "0x2", "3", "--vmstate-path",
                                                    kState, "--output-path", "/nonexistent/x"});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.err), QByteArray("Error during editing vmstate file: registers can only be removed from the "
                                            "state of aarch64 machines; this program is for x86_64.\n"));
}

void TestTools::usage_data()
{
    QTest::addColumn<QByteArrayList>("words");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("unknown command") << QByteArrayList{"edit"} << QByteArray("unrecognized subcommand 'edit'");
    QTest::newRow("half a command") << QByteArrayList{"info-vmstate"}
                                    << QByteArray("'info-vmstate' needs a subcommand that it knows");
    QTest::newRow("wrong half") << QByteArrayList{"info-vmstate", "rebase"}
                                << QByteArray("'info-vmstate' needs a subcommand that it knows");
    QTest::newRow("missing option") << QByteArrayList{"edit-memory", "rebase", "-m", "x"}
                                    << QByteArray("Argument 'diff-path' required, but not found.");
    QTest::newRow("missing value") << QByteArrayList{"info-vmstate", "version", "-v"}
                                   << QByteArray(
                                          "The argument 'vmstate-path' requires a value, but none was supplied.");
    QTest::newRow("unknown option") << QByteArrayList{"info-vmstate", "version", "--path", "x"}
                                    << QByteArray("Found argument 'path' which wasn't expected, or isn't valid in this "
                                                  "context.");
    QTest::newRow("another command's option")
        << QByteArrayList{"info-vmstate", "version", "-v", "x", "-m", "y"}
        << QByteArray("Found argument 'memory-path' which wasn't expected, or isn't valid in this context.");
}

void TestTools::usage()
{
    QFETCH(QByteArrayList, words);
    QFETCH(QByteArray, error);
    std::vector<std::string> converted;
    for (const QByteArray &word : words)
        converted.push_back(word.toStdString());
    const Outcome outcome = run("snapshot-editor", converted);
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(bytes(outcome.err), "error: " + error + "\n\nFor more information, try '--help'.\n");
    QCOMPARE(bytes(outcome.out), QByteArray());
}

void TestTools::editor_hasNotOurCommands()
{
    QCOMPARE(run("snapshot-editor", {"verify", "-v", "x", "-m", "y"}).exitCode, 2);
    QVERIFY(run("snapshot-editor", {"--help"}).out.find("verify") == std::string::npos);
    QVERIFY(run("sparkler-tools", {"--help"}).out.find("\n  verify ") != std::string::npos);
}

void TestTools::helpAndVersion_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArrayList>("words");
    QTest::addColumn<QByteArray>("start");
    const QByteArray editor = bytes("snapshot-editor v" + std::string(apiLevel()) + "\n");
    const QByteArray ours = bytes("sparkler-tools v" + std::string(sparklerVersion()) + "\n");
    QTest::newRow("version") << QByteArray("snapshot-editor") << QByteArrayList{"--version"} << editor;
    QTest::newRow("-V") << QByteArray("snapshot-editor") << QByteArrayList{"-V"} << editor;
    QTest::newRow("help") << QByteArray("snapshot-editor") << QByteArrayList{"--help"} << editor + "\nCommands";
    QTest::newRow("-h") << QByteArray("snapshot-editor") << QByteArrayList{"-h"} << editor + "\nCommands";
    QTest::newRow("command's help") << QByteArray("snapshot-editor")
                                    << QByteArrayList{"info-vmstate", "version", "--help"}
                                    << editor + "\ninfo-vmstate version: Print the version a state file was made for.\n"
                                                "\nrequired arguments:\n  --vmstate-path <vmstate-path>";
    QTest::newRow("ours") << QByteArray("sparkler-tools") << QByteArrayList{"--version"} << ours;
}

void TestTools::helpAndVersion()
{
    QFETCH(QByteArray, program);
    QFETCH(QByteArrayList, words);
    QFETCH(QByteArray, start);
    std::vector<std::string> converted;
    for (const QByteArray &word : words)
        converted.push_back(word.toStdString());
    const Outcome outcome = run(program.toStdString(), converted);
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(bytes(outcome.err), QByteArray());
    QVERIFY2(bytes(outcome.out).startsWith(start), outcome.out.c_str());
}

void TestTools::process_namesOfTheProgram()
{
    const auto output = [](const char *name) {
        QProcess tool;
        tool.start(QStringLiteral(TOOLS_DIR "/") + QLatin1String(name), {QStringLiteral("--version")});
        if (!tool.waitForFinished() || tool.exitCode() != 0)
            return QByteArray("failed");
        return tool.readAllStandardOutput();
    };
    QCOMPARE(output("sparkler-tools"), bytes("sparkler-tools v" + std::string(sparklerVersion()) + "\n"));
    QCOMPARE(output("snapshot-editor"), bytes("snapshot-editor v" + std::string(apiLevel()) + "\n"));
    QCOMPARE(output("rebase-snap"), bytes("Rebase_snap v" + std::string(apiLevel()) + "\n\n"));
}

QTEST_GUILESS_MAIN(TestTools)
#include "tst_tools.moc"
