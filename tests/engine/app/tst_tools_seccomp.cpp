// The compiler of filters as a program: sparkler-tools seccomp, and seccompiler-bin.
#include "app/version.h"
#include "seccomp/container.h"
#include "support/temp_files.h"
#include "tool_runner.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::tools;

namespace {

const std::string kOneRule = R"({"vmm": {"default_action": "trap", "filter_action": "allow", "filter": [
    {"syscall": "ioctl", "args": [{"index": 1, "type": "dword", "op": "eq", "val": 7}]}]}})";

std::string content(const std::string &path)
{
    const auto bytes = readFile(path);
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

bool exists(const std::string &path)
{
    return ::access(path.c_str(), F_OK) == 0;
}

} // namespace

class TestToolsSeccomp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void compile_writesWhatTheEngineReads();
    void compile_isSilentAndReproducible();
    void compile_basic_dropsConditions();
    void compile_split_writesBareInstructions();
    void compile_hasADefaultOutput();
    void compile_failures_data();
    void compile_failures();
    void usage_isThatOfTheName_data();
    void usage_isThatOfTheName();
    void show_tellsWhatAFileHolds();
};

void TestToolsSeccomp::compile_writesWhatTheEngineReads()
{
    TempDir directory;
    const std::string output = directory.file("filters");
    const Outcome done = run("seccompiler-bin", {"-i", SHIPPED_FILTERS, "-t", "x86_64", "-o", output});
    QVERIFY2(done.exitCode == 0, done.err.c_str());
    const auto set = seccomp::FilterSet::load(output);
    QVERIFY2(set, set ? "" : set.error().text.c_str());
    QVERIFY((*set)[seccomp::ThreadKind::Vmm].size() > (*set)[seccomp::ThreadKind::Api].size());
}

void TestToolsSeccomp::compile_isSilentAndReproducible()
{
    TempDir directory;
    const auto compiled = [&](const char *name) {
        QProcess program;
        const std::string output = directory.file(name);
        program.start(QStringLiteral(TOOLS_DIR "/seccompiler-bin"),
                      {QStringLiteral("--input-file"), QStringLiteral(SHIPPED_FILTERS), QStringLiteral("--target-arch"),
                       QStringLiteral("X86_64"), QStringLiteral("--output-file"), QString::fromStdString(output)});
        const bool good = program.waitForFinished() && program.exitCode() == 0 &&
                          program.readAllStandardOutput().isEmpty() && program.readAllStandardError().isEmpty();
        return good ? content(output) : std::string();
    };
    const std::string first = compiled("a");
    QVERIFY(first.size() > 1000);
    QCOMPARE(compiled("b"), first);
    const std::string ours = directory.file("c");
    QCOMPARE(run("sparkler-tools", {"seccomp", "compile", "-i", SHIPPED_FILTERS, "-t", "x86_64", "-o", ours}).exitCode,
             0);
    QCOMPARE(content(ours), first);
}

void TestToolsSeccomp::compile_basic_dropsConditions()
{
    TempDir directory;
    writeFile(directory.file("in"), kOneRule);
    const auto instructions = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"-i", directory.file("in"), "-t", "x86_64", "-o", directory.file("out")};
        words.insert(words.end(), more.begin(), more.end());
        if (run("seccompiler-bin", words).exitCode != 0)
            return std::size_t{0};
        return seccomp::decodeContainer(content(directory.file("out")))->front().instructions.size();
    };
    const std::size_t whole = instructions({});
    QVERIFY(whole > 0);
    QVERIFY(instructions({"-b"}) < whole);
    QCOMPARE(instructions({"--basic"}), instructions({"-b"}));
}

void TestToolsSeccomp::compile_split_writesBareInstructions()
{
    TempDir directory;
    const std::string output = directory.file("filters");
    QCOMPARE(run("seccompiler-bin", {"-i", SHIPPED_FILTERS, "-t", "x86_64", "-o", output, "--split-output"}).exitCode,
             0);
    QVERIFY(!exists(output));
    QCOMPARE(run("seccompiler-bin", {"-i", SHIPPED_FILTERS, "-t", "x86_64", "-o", output}).exitCode, 0);
    const auto whole = seccomp::decodeContainer(content(output));
    QVERIFY(whole);
    for (const seccomp::NamedProgram &program : *whole) {
        const std::string bare = content(directory.file(program.name + ".bpf"));
        QCOMPARE(bare.size(), program.instructions.size() * 8);
        QVERIFY(std::memcmp(bare.data(), program.instructions.data(), bare.size()) == 0);
    }
}

void TestToolsSeccomp::compile_hasADefaultOutput()
{
    TempDir directory;
    writeFile(directory.file("in"), kOneRule);
    QProcess program;
    program.setWorkingDirectory(QString::fromStdString(directory.path()));
    program.start(QStringLiteral(TOOLS_DIR "/seccompiler-bin"),
                  {QStringLiteral("-i"), QStringLiteral("in"), QStringLiteral("-t"), QStringLiteral("aarch64")});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(exists(directory.file("seccomp_binary_filter.out")));
}

void TestToolsSeccomp::compile_failures_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("error");
    const QByteArray good = QByteArray::fromStdString(kOneRule);
    QTest::newRow("target") << good << QByteArray("mips") << QByteArray("Error: ArchParse(\"mips\")\n");
    QTest::newRow("no JSON") << QByteArray("{]") << QByteArray("x86_64")
                             << QByteArray("Error: Error parsing JSON: key must be a string at line 1 column 2\n");
    QTest::newRow("unknown call")
        << QByteArray(good).replace("ioctl", "walk") << QByteArray("x86_64")
        << QByteArray("Error: Invalid syscall name: walk for given arch: x86_64. (filter `vmm`, rule 1)\n");
    QTest::newRow("a name that is a path") << QByteArray(good).replace("vmm", "../vmm") << QByteArray("x86_64")
                                           << QByteArray("Error: No file can be named after filter `../vmm`\n");
    QTest::newRow("no file") << QByteArray() << QByteArray("x86_64")
                             << QByteArray("Error: Failed to open file IN: No such file or directory (os error 2)\n");
}

void TestToolsSeccomp::compile_failures()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, error);
    TempDir directory;
    const std::string input = directory.file("in");
    if (!json.isEmpty())
        writeFile(input, json.toStdString());
    const Outcome failed = run(
        "seccompiler-bin", {"-i", input, "-t", target.toStdString(), "-o", directory.file("out"), "--split-output"});
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(failed.out.empty());
    QCOMPARE(bytes(failed.err), error.replace("IN:", QByteArray::fromStdString(input) + ":"));
}

void TestToolsSeccomp::usage_isThatOfTheName_data()
{
    QTest::addColumn<QByteArrayList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("start");
    const QByteArray version = "seccompiler-bin v" + QByteArray::fromStdString(std::string(apiLevel()));
    QTest::newRow("version") << QByteArrayList{"--version"} << 0 << version + "\n";
    QTest::newRow("help") << QByteArrayList{"--help"} << 0 << version + "\n\n";
    QTest::newRow("nothing") << QByteArrayList{} << 2
                             << QByteArray("error: Argument 'input-file' required, but not found.");
    QTest::newRow("no target") << QByteArrayList{"-i", "x"} << 2
                               << QByteArray("error: Argument 'target-arch' required, but not found.");
    QTest::newRow("unknown") << QByteArrayList{"--fast"} << 2 << QByteArray("error: Found argument 'fast'");
}

void TestToolsSeccomp::usage_isThatOfTheName()
{
    QFETCH(QByteArrayList, words);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, start);
    std::vector<std::string> arguments;
    for (const QByteArray &word : words)
        arguments.push_back(word.toStdString());
    const Outcome outcome = run("/usr/bin/seccompiler-bin", arguments);
    QCOMPARE(outcome.exitCode, exitCode);
    const QByteArray text = bytes(exitCode == 0 ? outcome.out : outcome.err);
    QVERIFY2(text.startsWith(start), text.constData());
}

void TestToolsSeccomp::show_tellsWhatAFileHolds()
{
    TempDir directory;
    const std::string path = directory.file("filters");
    std::vector<seccomp::NamedProgram> programs{{"vmm", std::vector<sock_filter>(5)}, {"Other", {}}};
    writeFile(path, *seccomp::encodeContainer(programs));
    const Outcome shown = run("sparkler-tools", {"seccomp", "show", "--filter-file", path});
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(bytes(shown.out), QByteArray("vmm: 5 instructions\nOther: 0 instructions\n"));
    writeFile(path, "Invalid BPF!");
    const Outcome refused = run("sparkler-tools", {"seccomp", "show", "--filter-file", path});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(bytes(refused.err), QByteArray("this is not a file of compiled filters\n"));
}

QTEST_APPLESS_MAIN(TestToolsSeccomp)
#include "tst_tools_seccomp.moc"
