// The commands of cpu-template-helper that need no machine: files in, files out, hostile files, and how it is called.
#include "app/version.h"
#include "support/temp_files.h"
#include "tool_runner.h"

#include <QProcess>
#include <QTest>

#include <cstring>
#include <filesystem>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::tools;

namespace {

constexpr auto kHelper = "cpu-template-helper";

std::string msrTemplate(const char *bitmap)
{
    return std::string(R"({"msr_modifiers": [{"addr": "0x10a", "bitmap": ")") + bitmap + R"("}]})";
}

/// As strip writes it.
QByteArray writtenMsrTemplate(const char *lowBits)
{
    return R"({
  "kvm_capabilities": [],
  "cpuid_modifiers": [],
  "msr_modifiers": [
    { "addr": "0x10a", "bitmap": "0b)" +
           QByteArray(64 - static_cast<int>(std::strlen(lowBits)), 'x') + lowBits + R"(" }
  ]
}
)";
}

constexpr auto kEmptyTemplate = R"({
  "kvm_capabilities": [],
  "cpuid_modifiers": [],
  "msr_modifiers": []
}
)";

std::string fingerprint(const char *kernel, const char *bitmap, const char *microcode = "0x1")
{
    return std::string(R"({"firecracker_version": "1", "kernel_version": ")") + kernel +
           R"(", "microcode_version": ")" + microcode + R"(", "bios_version": "b", "bios_revision": "r",
               "guest_cpu_config": )" +
           msrTemplate(bitmap) + "}";
}

QByteArray contentOf(const std::string &path)
{
    const auto content = readFile(path);
    return QByteArray(reinterpret_cast<const char *>(content.data()), static_cast<qsizetype>(content.size()));
}

/// Hostile or broken files, and what is said of each.
struct BadFile {
    const char *name;
    std::string content;
    QByteArray error;
};

std::vector<BadFile> badFiles()
{
    const QByteArray json = "Failed to serialize/deserialize JSON file: ";
    return {
        {"empty", "", json + "EOF while parsing a value at line 1 column 0"},
        {"not JSON", std::string("\0\xff\x01", 3), json + "expected value at line 1 column 1"},
        {"wrong type", "7", ""},
        {"larger than any template", std::string((1u << 20) + 1, ' '),
         "Failed to operate file: File too large (os error 27)"},
        {"deep", std::string(500'000, '['), ""},
        {"deep objects",
         [] {
             std::string text;
             for (int i = 0; i < 100'000; ++i)
                 text += R"({"a":)";
             return text;
         }(),
         ""},
        {"unending string", "{\"" + std::string(1'000'000, 'a'), ""},
    };
}

void addBadFileRows()
{
    QTest::addColumn<int>("row");
    const auto all = badFiles();
    for (std::size_t row = 0; row < all.size(); ++row)
        QTest::newRow(all[row].name) << static_cast<int>(row);
}

} // namespace

class TestToolsTemplate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void strip_writesBesideTheInputs_data();
    void strip_writesBesideTheInputs();
    void strip_emptySuffix_overwrites();
    void strip_oneInput_isRefused();
    void strip_overAnotherFile_isRefused_data();
    void strip_overAnotherFile_isRefused();
    void strip_badFile_writesNothing_data();
    void strip_badFile_writesNothing();
    void strip_unwritableOutput();

    void compare_equal_isSilent();
    void compare_differences();
    void compare_filters_data();
    void compare_filters();
    void compare_unknownFilter();
    void compare_badFile_data();
    void compare_badFile();

    void probe_badFiles_data();
    void probe_badFiles();

    void names_haveTheirCommands();
    void process_isCalledByItsName();
};

void TestToolsTemplate::strip_writesBesideTheInputs_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("suffix");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("default") << QByteArray("a.json") << QByteArrayList() << QByteArray("a_stripped.json");
    QTest::newRow("-s") << QByteArray("a.json") << QByteArrayList{"-s", "-x"} << QByteArray("a-x.json");
    QTest::newRow("--suffix=") << QByteArray("a.json") << QByteArrayList{"--suffix=_y"} << QByteArray("a_y.json");
    QTest::newRow("no extension") << QByteArray("a") << QByteArrayList() << QByteArray("a_stripped");
    QTest::newRow("two dots") << QByteArray("a.b.json") << QByteArrayList() << QByteArray("a.b_stripped.json");
    QTest::newRow("hidden") << QByteArray(".a") << QByteArrayList() << QByteArray(".a_stripped");
}

void TestToolsTemplate::strip_writesBesideTheInputs()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, suffix);
    QFETCH(QByteArray, output);
    const TempDir dir;
    const std::string first = dir.file(input.toStdString());
    const std::string second = dir.file("other.json");
    writeFile(first, msrTemplate("0b0110"));
    writeFile(second, msrTemplate("0b1010"));
    std::vector<std::string> words{"template", "strip", "-p", first, second};
    for (const QByteArray &word : suffix)
        words.push_back(word.toStdString());
    const Outcome outcome = run(kHelper, words);
    QCOMPARE(bytes(outcome.err), QByteArray());
    QCOMPARE(bytes(outcome.out), QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(contentOf(dir.file(output.toStdString())), writtenMsrTemplate("01xx"));
    QCOMPARE(contentOf(first), QByteArray::fromStdString(msrTemplate("0b0110")));
}

void TestToolsTemplate::strip_emptySuffix_overwrites()
{
    const TempDir dir;
    const std::vector<std::string> paths{dir.file("a"), dir.file("b"), dir.file("c")};
    writeFile(paths[0], msrTemplate("0b11"));
    writeFile(paths[1], msrTemplate("0b11"));
    writeFile(paths[2], msrTemplate("0b11x"));
    // Names of the option again and again are the same as one list.
    const Outcome outcome =
        run("sparkler-tools", {"template", "strip", "--suffix", "", "-p", paths[0], "--paths=" + paths[1], paths[2]});
    QCOMPARE(bytes(outcome.err), QByteArray());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(contentOf(paths[0]), writtenMsrTemplate("x1"));
    QCOMPARE(contentOf(paths[1]), writtenMsrTemplate("x1"));
    QCOMPARE(contentOf(paths[2]), writtenMsrTemplate("1xx"));
    QCOMPARE(run(kHelper, {"template", "strip", "-s", "", "-p", paths[0], paths[1]}).exitCode, 0);
    QCOMPARE(contentOf(paths[0]), QByteArray(kEmptyTemplate));
}

void TestToolsTemplate::strip_oneInput_isRefused()
{
    const TempFile file(std::as_bytes(std::span(std::string_view("{}"))));
    const Outcome outcome = run(kHelper, {"template", "strip", "-p", file.path()});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.err), QByteArray("The number of inputs should be two or more.\n"));
    QCOMPARE(run(kHelper, {"template", "strip"}).exitCode, 2);
}

void TestToolsTemplate::strip_overAnotherFile_isRefused_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::newRow("an input") << QByteArrayList{"a.json", "a_stripped.json"};
    QTest::newRow("the same twice") << QByteArrayList{"a.json", "b.json", "a.json"};
    QTest::newRow("the same by another name") << QByteArrayList{"a.json", "./a.json"};
    QTest::newRow("the same by a link") << QByteArrayList{"a.json", "link.json"};
}

void TestToolsTemplate::strip_overAnotherFile_isRefused()
{
    QFETCH(QByteArrayList, names);
    const TempDir dir;
    for (const char *name : {"a.json", "a_stripped.json", "b.json"})
        writeFile(dir.file(name), msrTemplate("0b1"));
    std::filesystem::create_symlink("a_stripped.json", dir.file("link_stripped.json"));
    writeFile(dir.file("link.json"), msrTemplate("0b0"));
    std::vector<std::string> words{"template", "strip", "-p"};
    for (const QByteArray &name : names)
        words.push_back(dir.file(name.toStdString()));
    const Outcome outcome = run(kHelper, words);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(bytes(outcome.err).contains("would be written over"), outcome.err.c_str());
    QCOMPARE(contentOf(dir.file("a_stripped.json")), QByteArray::fromStdString(msrTemplate("0b1")));
}

void TestToolsTemplate::strip_badFile_writesNothing_data()
{
    addBadFileRows();
}

void TestToolsTemplate::strip_badFile_writesNothing()
{
    QFETCH(int, row);
    const BadFile bad = badFiles()[static_cast<std::size_t>(row)];
    const TempDir dir;
    writeFile(dir.file("good.json"), msrTemplate("0b1"));
    writeFile(dir.file("bad.json"), bad.content);
    const Outcome outcome = run(kHelper, {"template", "strip", "-p", dir.file("good.json"), dir.file("bad.json")});
    QCOMPARE(outcome.exitCode, 1);
    if (bad.error.isEmpty())
        QVERIFY2(outcome.err.starts_with("Failed to serialize/deserialize JSON file: "), outcome.err.c_str());
    else
        QCOMPARE(bytes(outcome.err), bad.error + "\n");
    QVERIFY(outcome.err.size() < 400);
    QVERIFY(!std::filesystem::exists(dir.file("good_stripped.json")));
}

void TestToolsTemplate::strip_unwritableOutput()
{
    const TempDir dir;
    for (const char *name : {"a.json", "b.json"})
        writeFile(dir.file(name), "{}");
    std::filesystem::create_directory(dir.file("a_stripped.json"));
    const Outcome outcome = run(kHelper, {"template", "strip", "-p", dir.file("a.json"), dir.file("b.json")});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.err), QByteArray("Failed to operate file: Is a directory (os error 21)\n"));
}

void TestToolsTemplate::compare_equal_isSilent()
{
    const TempDir dir;
    writeFile(dir.file("a"), fingerprint("6.1", "0b1"));
    writeFile(dir.file("b"), fingerprint("6.1", "0b1"));
    const Outcome outcome = run(kHelper, {"fingerprint", "compare", "-p", dir.file("a"), "-c", dir.file("b")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.out + outcome.err, "");
}

void TestToolsTemplate::compare_differences()
{
    const TempDir dir;
    writeFile(dir.file("a"), fingerprint("6.1", "0b10"));
    writeFile(dir.file("b"), fingerprint("6.2", "0b11"));
    const Outcome outcome = run(kHelper, {"fingerprint", "compare", "--prev", dir.file("a"), "--curr", dir.file("b")});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(bytes(outcome.out), QByteArray());
    QCOMPARE(bytes(outcome.err), R"(Difference detected between source and target:
{
  "name": "kernel_version",
  "prev": "6.1",
  "curr": "6.2"
}
{
  "name": "guest_cpu_config",
  "prev": {
    "kvm_capabilities": [],
    "cpuid_modifiers": [],
    "msr_modifiers": [
      { "addr": "0x10a", "bitmap": "0b)" +
                                     QByteArray(63, 'x') +
                                     R"(0" }
    ]
  },
  "curr": {
    "kvm_capabilities": [],
    "cpuid_modifiers": [],
    "msr_modifiers": [
      { "addr": "0x10a", "bitmap": "0b)" +
                                     QByteArray(63, 'x') + R"(1" }
    ]
  }
}
)");
}

void TestToolsTemplate::compare_filters_data()
{
    QTest::addColumn<QByteArrayList>("filters");
    QTest::addColumn<QByteArrayList>("told");
    QTest::newRow("one that is equal") << QByteArrayList{"-f", "bios_version"} << QByteArrayList();
    QTest::newRow("one that differs") << QByteArrayList{"-f", "kernel_version"} << QByteArrayList{"kernel_version"};
    QTest::newRow("several") << QByteArrayList{"-f", "bios_version", "guest_cpu_config", "microcode_version"}
                             << QByteArrayList{"microcode_version", "guest_cpu_config"};
    QTest::newRow("the option again") << QByteArrayList{"--filters", "kernel_version", "-f", "microcode_version"}
                                      << QByteArrayList{"kernel_version", "microcode_version"};
}

void TestToolsTemplate::compare_filters()
{
    QFETCH(QByteArrayList, filters);
    QFETCH(QByteArrayList, told);
    const TempDir dir;
    writeFile(dir.file("a"), fingerprint("6.1", "0b10", "0x1"));
    writeFile(dir.file("b"), fingerprint("6.2", "0b11", "0x2"));
    std::vector<std::string> words{"fingerprint", "compare"};
    for (const QByteArray &word : filters)
        words.push_back(word.toStdString());
    words.insert(words.end(), {"-p", dir.file("a"), "-c", dir.file("b")});
    const Outcome outcome = run(kHelper, words);
    QCOMPARE(outcome.exitCode, told.isEmpty() ? 0 : 1);
    QByteArrayList names;
    for (const QByteArray &line : bytes(outcome.err).split('\n')) {
        if (line.startsWith("  \"name\": \""))
            names << line.sliced(11).chopped(2);
    }
    QCOMPARE(names, told);
}

void TestToolsTemplate::compare_unknownFilter()
{
    const Outcome outcome = run(kHelper, {"fingerprint", "compare", "-p", "a", "-c", "b", "-f", "bios_version", "x"});
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(bytes(outcome.err),
             QByteArray("error: invalid value 'x' for '--filters': expected one of `firecracker_version`, "
                        "`kernel_version`, `microcode_version`, `bios_version`, `bios_revision`, `guest_cpu_config`\n\n"
                        "For more information, try '--help'.\n"));
}

void TestToolsTemplate::compare_badFile_data()
{
    addBadFileRows();
}

void TestToolsTemplate::compare_badFile()
{
    QFETCH(int, row);
    const BadFile bad = badFiles()[static_cast<std::size_t>(row)];
    const TempDir dir;
    writeFile(dir.file("good"), fingerprint("6.1", "0b1"));
    writeFile(dir.file("bad"), bad.content);
    for (const auto &[previous, current] : {std::pair{"good", "bad"}, {"bad", "good"}}) {
        const Outcome outcome =
            run(kHelper, {"fingerprint", "compare", "-p", dir.file(previous), "-c", dir.file(current)});
        QCOMPARE(outcome.exitCode, 1);
        if (bad.error.isEmpty())
            QVERIFY2(outcome.err.starts_with("Failed to serialize/deserialize JSON file: "), outcome.err.c_str());
        else
            QCOMPARE(bytes(outcome.err), bad.error + "\n");
        QVERIFY(outcome.err.size() < 400);
    }
}

void TestToolsTemplate::probe_badFiles_data()
{
    QTest::addColumn<QByteArray>("config");      // empty: none
    QTest::addColumn<QByteArray>("cpuTemplate"); // likewise
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("no config") << QByteArray("/missing") << QByteArray()
                               << QByteArray("Failed to operate file: No such file or directory (os error 2)");
    QTest::newRow("bad config") << QByteArray("{}") << QByteArray()
                                << QByteArray("Failed to create VmResources: Invalid JSON: missing field `drives` at "
                                              "line 1 column 2");
    QTest::newRow("no kernel") << QByteArray(R"({"drives": [], "boot-source": {"kernel_image_path": "/missing"}})")
                               << QByteArray()
                               << QByteArray("Failed to create VmResources: Boot source error: The kernel file cannot "
                                             "be opened: No such file or directory (os error 2)");
    QTest::newRow("no template") << QByteArray() << QByteArray("/missing")
                                 << QByteArray("Failed to operate file: No such file or directory (os error 2)");
    QTest::newRow("bad template") << QByteArray() << QByteArray(R"({"msr_modifiers": [{"addr": "1"}]})")
                                  << QByteArray(
                                         "Failed to serialize/deserialize JSON file: No supported number system prefix "
                                         "found in value [1]. Make sure to prefix the number with '0x' for hexadecimal "
                                         "numbers or '0b' for binary numbers. at line 1 column 32");
}

/// Before anything is asked of KVM.
void TestToolsTemplate::probe_badFiles()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, cpuTemplate);
    QFETCH(QByteArray, error);
    const TempDir dir;
    for (const auto &[group, name] : {std::pair{"template", "dump"}, {"template", "verify"}, {"fingerprint", "dump"}}) {
        std::vector<std::string> words{group, name};
        for (const auto &[option, given] : {std::pair{"-c", config}, {"-t", cpuTemplate}}) {
            if (given.isEmpty())
                continue;
            const bool isPath = given.startsWith('/');
            const std::string path = isPath ? given.toStdString() : dir.file(option);
            if (!isPath)
                writeFile(path, given.toStdString());
            words.insert(words.end(), {option, path});
        }
        if (std::string_view(name) == "dump")
            words.insert(words.end(), {"-o", dir.file("output")});
        const Outcome outcome = run(kHelper, words);
        QCOMPARE(bytes(outcome.err), error + "\n");
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(!std::filesystem::exists(dir.file("output")));
    }
}

void TestToolsTemplate::names_haveTheirCommands()
{
    const std::string help = run(kHelper, {"--help"}).out;
    for (const char *command :
         {"template dump", "template strip", "template verify", "fingerprint dump", "fingerprint compare"}) {
        QVERIFY2(help.find(std::string("\n  ") + command + " ") != std::string::npos, command);
        QVERIFY(run("snapshot-editor", {"--help"}).out.find(command) == std::string::npos);
        QVERIFY(run("sparkler-tools", {"--help"}).out.find(command) != std::string::npos);
    }
    QVERIFY(help.find("vmstate") == std::string::npos);
    QCOMPARE(bytes(run(kHelper, {"info-vmstate", "version", "-v", "x"}).err),
             QByteArray("error: unrecognized subcommand 'info-vmstate'\n\nFor more information, try '--help'.\n"));
    QCOMPARE(bytes(run("snapshot-editor", {"template", "verify"}).err),
             QByteArray("error: unrecognized subcommand 'template'\n\nFor more information, try '--help'.\n"));
    QCOMPARE(bytes(run(kHelper, {"template", "strip", "--help"}).out).left(12 + 22),
             bytes("cpu-template-helper v" + std::string(apiLevel()) + "\n\ntemplate").left(12 + 22));
}

void TestToolsTemplate::process_isCalledByItsName()
{
    QProcess tool;
    tool.start(QStringLiteral(TOOLS_DIR "/cpu-template-helper"), {QStringLiteral("--version")});
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 0);
    QCOMPARE(tool.readAllStandardOutput(), bytes("cpu-template-helper v" + std::string(apiLevel()) + "\n"));
}

QTEST_GUILESS_MAIN(TestToolsTemplate)
#include "tst_tools_template.moc"
