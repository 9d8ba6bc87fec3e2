// The privileged mode's command line: what each option takes, which mistake is told first, and in which words.
#include "command_line.h"

#include "jailer/descriptors.h"
#include "jailer/engine_start.h"
#include "jailer/number.h"
#include "jailer/resource_limits.h"

#include <QTest>

#include <fcntl.h>
#include <filesystem>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::jail;
using test::PretendedHost;

class TestJailOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void error_ofEachOption_data();
    void error_ofEachOption();
    void error_firstInOrder_isTold();
    void settings_ofAllOptions();
    void settings_withDefaults();
    void execFile_throughLink_isResolved();
    void help_namesEveryOption();
    void number_asRustReadsIt_data();
    void number_asRustReadsIt();
    void limits_lastOneCounts();
    void commandLine_isTheEngines();
    void closing_everyWay_data();
    void closing_everyWay();
};

void TestJailOptions::error_ofEachOption_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *line, const char *error) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(error);
    };
    // The grammar.
    row("nothing", "", "Argument 'exec-file' required, but not found.");
    row("no gid", "--id a --exec-file ENGINE --uid 1", "Argument 'gid' required, but not found.");
    row("no id", "--gid 1 --exec-file ENGINE --uid 1", "Argument 'id' required, but not found.");
    row("no uid", "--gid 1 --exec-file ENGINE --id a", "Argument 'uid' required, but not found.");
    row("unknown", "--node 0", "Found argument 'node' which wasn't expected, or isn't valid in this context.");
    row("stray word", "word", "Found argument 'word' which wasn't expected, or isn't valid in this context.");
    row("with equals sign", "--id=a", "Found argument 'id=a' which wasn't expected, or isn't valid in this context.");
    row("no value", "--id --uid 1", "The argument 'id' requires a value, but none was supplied.");
    row("twice", "--id a --id b", "The argument 'id' was provided more than once.");
    row("flag twice", "--daemonize --daemonize", "The argument 'daemonize' was provided more than once.");

    // Values; the rest of the command line is right.
    const auto value = [&](const char *name, const char *options, const char *error) {
        const QByteArray line =
            QByteArray("--id ab-1 --exec-file ENGINE --uid 1 --gid 2 --chroot-base-dir BASE ") + options;
        row(name, line.constData(), error);
    };
    row("id with a wrong character", "--id a_b --exec-file x --uid 1 --gid 2",
        "Invalid instance ID: Invalid char (_) at position 1");
    row("id too long",
        "--id 12345678901234567890123456789012345678901234567890123456789012345 --exec-file x --uid 1 --gid 2",
        "Invalid instance ID: Invalid len (65);  the length must be between 1 and 64");
    row("no exec file", "--id a --exec-file DIR/none --uid 1 --gid 2",
        "Failed to canonicalize path DIR/none: No such file or directory (os error 2)");
    row("exec file is a directory", "--id a --exec-file BASE --uid 1 --gid 2", "BASE is not a file");
    row("no chroot base", "--id a --exec-file ENGINE --uid 1 --gid 2 --chroot-base-dir DIR/none",
        "Failed to canonicalize path DIR/none: No such file or directory (os error 2)");
    row("chroot base is a file", "--id a --exec-file ENGINE --uid 1 --gid 2 --chroot-base-dir ENGINE",
        "ENGINE is not a directory");
    row("uid no number", "--id a --exec-file ENGINE --uid root --gid 2 --chroot-base-dir BASE", "Invalid uid: root");
    row("uid negative", "--id a --exec-file ENGINE --uid -1 --gid 2 --chroot-base-dir BASE", "Invalid uid: -1");
    row("uid too large", "--id a --exec-file ENGINE --uid 4294967296 --gid 2 --chroot-base-dir BASE",
        "Invalid uid: 4294967296");
    row("gid no number", "--id a --exec-file ENGINE --uid 1 --gid 2x --chroot-base-dir BASE", "Invalid gid: 2x");
    const char *parent = "Parent cgroup path is invalid. Path should not be absolute or contain '..' or '.'";
    value("parent absolute", "--parent-cgroup /a", parent);
    value("parent goes up", "--parent-cgroup a/../b", parent);
    value("parent stays", "--parent-cgroup ./a", parent);
    value("cgroup version no number", "--cgroup-version v2", "v2 is an invalid cgroup version specifier");
    value("cgroup version too large", "--cgroup-version 256", "256 is an invalid cgroup version specifier");
    value("cgroup version unused", "--cgroup-version 3", "no error");
    value("limit without value", "--resource-limit fsize", "Invalid format for resources limits: fsize");
    value("limit no number", "--resource-limit fsize=x",
          "Invalid limit value for resource: x: invalid digit found in string");
    value("limit empty",
          "--resource-limit no-file=", "Invalid limit value for resource: : cannot parse integer from empty string");
    value("limit too large", "--resource-limit no-file=18446744073709551616",
          "Invalid limit value for resource: 18446744073709551616: number too large to fit in target type");
    value("limit of what", "--resource-limit cpu=1", "Invalid resource argument: cpu");
    value("limit number before name", "--resource-limit cpu=x",
          "Invalid limit value for resource: x: invalid digit found in string");
    value("second limit wrong", "--resource-limit fsize=1 --resource-limit a",
          "Invalid format for resources limits: a");
    value("dialect of the drivers", "--daemonize --new-pid-ns --resource-limit no-file=10 -- --id other", "no error");
}

void TestJailOptions::error_ofEachOption()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, error);
    QCOMPARE(PretendedHost().errorOf(line.toStdString()), error.toStdString());
}

void TestJailOptions::error_firstInOrder_isTold()
{
    // Everything is wrong; then the options are put right one by one, in the order in which they are checked.
    const PretendedHost host;
    std::vector<std::pair<std::string, std::string>> options{{"--id", "_"},
                                                             {"--exec-file", "DIR/none"},
                                                             {"--chroot-base-dir", "ENGINE"},
                                                             {"--uid", "u"},
                                                             {"--gid", "g"},
                                                             {"--parent-cgroup", "/"},
                                                             {"--cgroup-version", "x"},
                                                             {"--cgroup", "y"},
                                                             {"--resource-limit", "z"}};
    const char *const rightValues[] = {"a", "ENGINE", "BASE", "1", "2", "p", "1", "cpu.shares=2", "fsize=1"};
    const char *const errors[] = {"Invalid instance ID: Invalid char (_) at position 0",
                                  "Failed to canonicalize path DIR/none: No such file or directory (os error 2)",
                                  "ENGINE is not a directory",
                                  "Invalid uid: u",
                                  "Invalid gid: g",
                                  "Parent cgroup path is invalid. Path should not be absolute or contain '..' or '.'",
                                  "x is an invalid cgroup version specifier",
                                  "Invalid format for cgroups: y",
                                  "Invalid format for resources limits: z"};
    host.setMounts("cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n");
    for (std::size_t right = 0; right <= options.size(); ++right) {
        std::string line;
        // Given in the opposite order: the order of the arguments does not matter.
        for (auto option = options.rbegin(); option != options.rend(); ++option)
            line += option->first + ' ' + option->second + ' ';
        QCOMPARE(host.errorOf(line), right < options.size() ? errors[right] : "no error");
        if (right < options.size())
            options[right].second = rightValues[right];
    }
}

void TestJailOptions::settings_ofAllOptions()
{
    const PretendedHost host;
    host.setMounts("cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0\n");
    host.setMisc("  1 psaux\n257 userfaultfd\n232 kvm\n");
    // The order is that of the test framework's driver.
    const auto made = host.settings("--id id-7 --exec-file ENGINE --uid 1234 --gid 4321 --chroot-base-dir BASE "
                                    "--netns /var/run/netns/id-7 --daemonize --new-pid-ns --parent-cgroup p/q "
                                    "--cgroup-version 1 --cgroup cpu.shares=2 --cgroup cpu.weight.nice=3,4 "
                                    "--resource-limit fsize=250000 --resource-limit no-file=+100 "
                                    "-- --no-api --id other");
    QVERIFY2(made, made ? "" : made.error().text.c_str());
    QCOMPARE(made->id, "id-7");
    QCOMPARE(made->execName, "firecracker");
    QCOMPARE(host.generic(made->jailDirectory()), "BASE/firecracker/id-7/root");
    QCOMPARE(made->owner.uid, 1234U);
    QCOMPARE(made->owner.gid, 4321U);
    QCOMPARE(made->networkNamespace.value_or(""), "/var/run/netns/id-7");
    QVERIFY(made->daemonize && made->newPidNamespace);
    QVERIFY(made->cgroups && made->cgroups->groups.size() == 1);
    QCOMPARE(made->cgroups->groups[0].directory(), "/sys/fs/cgroup/cpu/p/q/id-7");
    QCOMPARE(made->limits.fileSizeBytes.value_or(0), 250000U);
    QCOMPARE(made->limits.openFiles, 100U);
    QCOMPARE(made->userfaultfdMinor.value_or(0), 257U);
    QVERIFY(made->engineArguments == (std::vector<std::string>{"--no-api", "--id", "other"}));
}

void TestJailOptions::settings_withDefaults()
{
    const PretendedHost host;
    const auto made = host.settings("--id a --exec-file ENGINE --uid 0 --gid 4294967295 --chroot-base-dir BASE");
    QVERIFY2(made, made ? "" : made.error().text.c_str());
    QCOMPARE(made->parentCgroup, "firecracker");
    QVERIFY(!made->cgroups && !made->moveInto && !made->networkNamespace && !made->userfaultfdMinor);
    QVERIFY(!made->daemonize && !made->newPidNamespace && made->engineArguments.empty());
    QVERIFY(!made->limits.fileSizeBytes);
    QCOMPARE(made->limits.openFiles, 2048U);
    QCOMPARE(made->owner.gid, 4294967295U);
    // The built-in base is where Firecracker's jailer has it.
    const std::string error = host.errorOf("--id a --exec-file ENGINE --uid 0 --gid 0");
    QVERIFY(error == "no error" ||
            error == "Failed to canonicalize path /srv/jailer: No such file or directory (os error 2)");
}

void TestJailOptions::execFile_throughLink_isResolved()
{
    const PretendedHost host;
    std::filesystem::create_symlink(host.engine(), host.file("alias"));
    const auto made = host.settings("--id a --exec-file DIR/alias --uid 0 --gid 0 --chroot-base-dir BASE");
    QVERIFY(made.has_value());
    QCOMPARE(made->execFile, host.engine());
    QCOMPARE(made->execName, "firecracker");
}

void TestJailOptions::help_namesEveryOption()
{
    const std::string help = ArgumentGrammar(privilegedOptions()).helpText();
    for (const ArgumentSpec &option : privilegedOptions())
        QVERIFY2(help.find("--" + std::string(option.name)) != std::string::npos, option.name.data());
    QVERIFY(help.starts_with("required arguments:\n  --exec-file <exec-file>"));
    QVERIFY(help.find("[default: \"/srv/jailer\"]") != std::string::npos);
}

void TestJailOptions::number_asRustReadsIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *text, int number, const char *error = "") {
        QTest::newRow(*text ? text : "empty") << QByteArray(text) << number << QByteArray(error);
    };
    row("0", 0);
    row("007", 7);
    row("255", 255);
    row("+1", 1);
    row("", -1, "cannot parse integer from empty string");
    row("+", -1, "invalid digit found in string");
    row("-1", -1, "invalid digit found in string");
    row("++1", -1, "invalid digit found in string");
    row(" 1", -1, "invalid digit found in string");
    row("256", -1, "number too large to fit in target type");
    row("999x", -1, "number too large to fit in target type");
    row("99x", -1, "invalid digit found in string");
}

void TestJailOptions::number_asRustReadsIt()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, number);
    QFETCH(const QByteArray, error);
    const auto parsed = parseDecimal<std::uint8_t>(text.toStdString());
    QCOMPARE(parsed ? *parsed : -1, number);
    QCOMPARE(parsed ? std::string_view() : parsed.error(), std::string_view(error.constData()));
}

void TestJailOptions::limits_lastOneCounts()
{
    const std::vector<std::string> arguments{"no-file=5", "fsize=1", "no-file=18446744073709551615", "fsize=0"};
    const auto limits = parseResourceLimits(arguments);
    QVERIFY(limits.has_value());
    QCOMPARE(limits->openFiles, 18446744073709551615U);
    QCOMPARE(limits->fileSizeBytes.value_or(9), 0U);
}

void TestJailOptions::commandLine_isTheEngines()
{
    const auto words = engineCommandLine("/firecracker", "a-1", {.startUs = 11, .cpuUs = 22, .parentCpuUs = 33},
                                         {"--no-api", "", "--id"});
    QVERIFY(words ==
            (std::vector<std::string>{"/firecracker", "--id", "a-1", "--start-time-us", "11", "--start-time-cpu-us",
                                      "22", "--parent-cpu-time-us", "33", "--no-api", "", "--id"}));
}

void TestJailOptions::closing_everyWay_data()
{
    QTest::addColumn<bool>("listed");
    QTest::newRow("close_range") << false;
    QTest::newRow("through /proc/self/fd") << true;
}

void TestJailOptions::closing_everyWay()
{
    QFETCH(const bool, listed);
    // In a child, whose descriptors nobody misses.
    const pid_t child = ::fork();
    if (child == 0) {
        const int high = ::fcntl(STDERR_FILENO, F_DUPFD, 700);
        const int low = ::dup(STDERR_FILENO);
        const bool done = listed ? closeListedDescriptors(3).has_value() : closeDescriptorsFrom(3).has_value();
        const bool closed = ::fcntl(high, F_GETFD) < 0 && ::fcntl(low, F_GETFD) < 0;
        ::_exit(done && closed && ::fcntl(2, F_GETFD) >= 0 ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

QTEST_APPLESS_MAIN(TestJailOptions)
#include "tst_jail_options.moc"
