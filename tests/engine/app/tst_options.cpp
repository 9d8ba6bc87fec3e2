#include "app/options.h"
#include "app/version.h"

#include <QRegularExpression>
#include <QTest>

using namespace sparkler;

namespace {

auto parse(std::initializer_list<const char *> arguments)
{
    return parseCommandLine(std::span(arguments.begin(), arguments.size()));
}

/// The options of a command line that is expected to be good.
EngineOptions optionsOf(std::initializer_list<const char *> arguments)
{
    const auto parsed = parse(arguments);
    const auto *options = parsed ? std::get_if<EngineOptions>(&*parsed) : nullptr;
    return options ? *options : EngineOptions{};
}

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_givesTheDefaults();
    void everything_isUnderstood();
    void seedCommandLines_parse_data();
    void seedCommandLines_parse();
    void level_words_data();
    void level_words();
    void level_bad_isBadConfiguration();
    void id_bad_aborts();
    void grammar_error_is153();
    void noApi_withoutConfigFile_isRefused();
    void consoleSock_withoutValue_isRefused();
    void seccomp_isFilteredUnlessToldOtherwise();
    void absentFeature_isRefusedByName_data();
    void absentFeature_isRefusedByName();
    void version_firstLineIsTheApiLevel();
    void snapshotVersion_isTheNewest();
    void describeSnapshot_asksAboutTheFile();
    void help_startsWithTheVersion();
    void numbers_data();
    void numbers();
    void numbers_withoutApi_timesAreNotLookedAt();
};

void TestOptions::nothing_givesTheDefaults()
{
    const EngineOptions options = optionsOf({});
    QCOMPARE(options.apiSocket, std::string("/run/firecracker.socket"));
    QCOMPARE(options.id, std::string("anonymous-instance"));
    QVERIFY(!options.consoleSocket);
    QVERIFY(!options.configFile && !options.noApi && !options.metricsPath && !options.bootTimer);
    QVERIFY(!options.logger.path && !options.logger.level && !options.logger.showLevel);
    QVERIFY(!options.logger.showLogOrigin && !options.logger.module);
    const auto numbers = parseNumericOptions(options);
    QVERIFY(numbers.has_value());
    QCOMPARE(numbers->httpApiMaxPayloadSize, 51200u);
    QCOMPARE(numbers->mmdsSizeLimit, 51200u);
    QVERIFY(!numbers->startTimeUs && !numbers->startTimeCpuUs && !numbers->parentCpuTimeUs);
}

void TestOptions::everything_isUnderstood()
{
    const EngineOptions options = optionsOf({"--api-sock",
                                             "a.sock",
                                             "--id",
                                             "my-vm",
                                             "--config-file",
                                             "c.json",
                                             "--console-sock",
                                             "console.sock",
                                             "--no-api",
                                             "--log-path",
                                             "log",
                                             "--level",
                                             "debug",
                                             "--module",
                                             "api",
                                             "--show-level",
                                             "--show-log-origin",
                                             "--metrics-path",
                                             "m",
                                             "--boot-timer",
                                             "--http-api-max-payload-size",
                                             "77",
                                             "--metadata",
                                             "md.json",
                                             "--mmds-size-limit",
                                             "88",
                                             "--no-seccomp",
                                             "--start-time-us",
                                             "1",
                                             "--start-time-cpu-us",
                                             "2",
                                             "--parent-cpu-time-us",
                                             "3"});
    QCOMPARE(options.apiSocket, std::string("a.sock"));
    QCOMPARE(options.id, std::string("my-vm"));
    QCOMPARE(options.configFile.value_or(""), std::string("c.json"));
    QCOMPARE(options.consoleSocket.value_or(""), std::string("console.sock"));
    QVERIFY(options.noApi);
    QCOMPARE(options.logger.path.value_or(""), std::string("log"));
    QVERIFY(options.logger.level == LogLevel::Debug);
    QCOMPARE(options.logger.module.value_or(""), std::string("api"));
    QVERIFY(options.logger.showLevel == true && options.logger.showLogOrigin == true);
    QCOMPARE(options.metricsPath.value_or(""), std::string("m"));
    QVERIFY(options.bootTimer);
    QCOMPARE(options.httpApiMaxPayloadSize, std::string("77"));
    QCOMPARE(options.metadataFile.value_or(""), std::string("md.json"));
    QCOMPARE(options.mmdsSizeLimit.value_or(""), std::string("88"));
    QCOMPARE(options.startTimeUs.value_or(""), std::string("1"));
    QCOMPARE(options.startTimeCpuUs.value_or(""), std::string("2"));
    QCOMPARE(options.parentCpuTimeUs.value_or(""), std::string("3"));
}

void TestOptions::seedCommandLines_parse_data()
{
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::newRow("container runtime") << QList<QByteArray>{"--api-sock", "/run/vc/x/firecracker.sock"};
    QTest::newRow("test framework") << QList<QByteArray>{"--id",
                                                         "3c4b1e5a-0a6c-4b52-8f0b-0b6a9f7f7c11",
                                                         "--start-time-us",
                                                         "123456",
                                                         "--start-time-cpu-us",
                                                         "42",
                                                         "--log-path",
                                                         "log_fifo",
                                                         "--level",
                                                         "Info",
                                                         "--show-level",
                                                         "--show-log-origin",
                                                         "--metrics-path",
                                                         "metrics_fifo",
                                                         "--parent-cpu-time-us",
                                                         "7"};
    QTest::newRow("level without path") << QList<QByteArray>{"--level", "Warning"};
    QTest::newRow("after the separator") << QList<QByteArray>{"--id", "x", "--", "--anything", "goes"};
}

void TestOptions::seedCommandLines_parse()
{
    QFETCH(QList<QByteArray>, words);
    std::vector<const char *> pointers;
    for (const QByteArray &word : words)
        pointers.push_back(word.constData());
    const auto parsed = parseCommandLine(pointers);
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().text.c_str());
    QVERIFY(std::holds_alternative<EngineOptions>(*parsed));
}

void TestOptions::level_words_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word : {"Error", "warning", "WARN", "Info", "Debug", "Trace", "Off"})
        QTest::newRow(word) << QByteArray(word);
}

void TestOptions::level_words()
{
    QFETCH(QByteArray, word);
    QVERIFY(optionsOf({"--level", word.constData()}).logger.level == parseLogLevel(word.toStdString()));
}

void TestOptions::level_bad_isBadConfiguration()
{
    const auto failed = parse({"--level", "Loud"});
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ExitCode::BadConfiguration);
    QCOMPARE(
        failed.error().text,
        std::string("Invalid value for logger level: Failed to parse string to level filter: Loud.Possible values: "
                    "[Error, Warning, Info, Debug]"));
}

void TestOptions::id_bad_aborts()
{
    const auto failed = parse({"--id", "bad_id", "--level", "Loud"}); // the id is looked at first
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ExitCode::Abort);
    QCOMPARE(failed.error().text, std::string("Invalid instance ID: InvalidChar('_', 3)"));
}

void TestOptions::grammar_error_is153()
{
    const auto failed = parse({"--id", "bad_id", "--foo"});
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ExitCode::ArgumentParsing);
    QCOMPARE(failed.error().text,
             std::string("Arguments parsing error: Found argument 'foo' which wasn't expected, or isn't valid in this "
                         "context. For more information try --help."));
    QCOMPARE(failed.error().debugText, std::string("ParseArguments(UnexpectedArgument(\"foo\"))"));
}

void TestOptions::noApi_withoutConfigFile_isRefused()
{
    const auto failed = parse({"--no-api"});
    QVERIFY(!failed);
    QVERIFY(
        failed.error().text.starts_with("Arguments parsing error: Argument 'config-file' required, but not found."));
    QVERIFY(parse({"--no-api", "--config-file", "x"}).has_value());
}

void TestOptions::consoleSock_withoutValue_isRefused()
{
    const auto failed = parse({"--console-sock"});
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ExitCode::ArgumentParsing);
    QVERIFY2(failed.error().text.find("'console-sock'") != std::string::npos, failed.error().text.c_str());
}

void TestOptions::seccomp_isFilteredUnlessToldOtherwise()
{
    QVERIFY(!optionsOf({}).noSeccomp);
    QVERIFY(!optionsOf({}).seccompFilter);
    QVERIFY(optionsOf({"--no-seccomp"}).noSeccomp);
    QCOMPARE(optionsOf({"--seccomp-filter", "f.bpf"}).seccompFilter.value_or(""), std::string("f.bpf"));
    for (const auto &both : {std::vector<const char *>{"--no-seccomp", "--seccomp-filter", "f"},
                             std::vector<const char *>{"--seccomp-filter", "f", "--no-seccomp"}}) {
        const auto failed = parseCommandLine(both);
        QVERIFY(!failed);
        QVERIFY(failed.error().code == ExitCode::ArgumentParsing);
        QVERIFY2(failed.error().text.starts_with("Arguments parsing error: Argument 'seccomp-filter' cannot be used "
                                                 "together with argument 'no-seccomp'."),
                 failed.error().text.c_str());
    }
}

void TestOptions::absentFeature_isRefusedByName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("enable-pci") << QByteArray("enable-pci") << QByteArray("the PCI transport is");
}

void TestOptions::absentFeature_isRefusedByName()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, reason);
    const QByteArray option = "--" + name;
    const auto failed = parse({option.constData(), "x"});
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ExitCode::ArgumentParsing);
    QCOMPARE(QByteArray::fromStdString(failed.error().text),
             "Arguments parsing error: Argument '" + name + "' is not supported: " + reason +
                 " not part of this version. For more information try --help.");
}

void TestOptions::version_firstLineIsTheApiLevel()
{
    const auto parsed = parse({"--bad", "--version"});
    QVERIFY(parsed.has_value());
    const auto *information = std::get_if<Information>(&*parsed);
    QVERIFY(information);
    const QRegularExpression shape(
        QStringLiteral("^Firecracker v([0-9]+\\.[0-9]+(\\.[0-9]+)?)\\nSparkler v([0-9.]+)\\n$"));
    const auto match = shape.match(QString::fromStdString(information->text));
    QVERIFY2(match.hasMatch(), information->text.c_str());
    QCOMPARE(match.captured(1).toStdString(), std::string(apiLevel()));
    QCOMPARE(match.captured(3).toStdString(), std::string(sparklerVersion()));
}

void TestOptions::snapshotVersion_isTheNewest()
{
    const auto parsed = parse({"--id", "bad_id", "--snapshot-version"}); // the id does not matter
    QVERIFY(parsed.has_value());
    const auto *information = std::get_if<Information>(&*parsed);
    QVERIFY(information);
    QCOMPARE(information->text, std::string("v1.4.0\n"));
}

void TestOptions::describeSnapshot_asksAboutTheFile()
{
    const auto parsed = parse({"--describe-snapshot", "vm.state"});
    QVERIFY(parsed.has_value());
    const auto *query = std::get_if<SnapshotQuery>(&*parsed);
    QVERIFY(query);
    QCOMPARE(query->path, std::string("vm.state"));

    const auto failed = parse({"--describe-snapshot"});
    QVERIFY(!failed);
    QVERIFY(failed.error().code == ExitCode::ArgumentParsing);
    QCOMPARE(failed.error().debugText, std::string("ParseArguments(MissingValue(\"describe-snapshot\"))"));
}

void TestOptions::help_startsWithTheVersion()
{
    const auto parsed = parse({"--help"});
    QVERIFY(parsed.has_value());
    const auto *information = std::get_if<Information>(&*parsed);
    QVERIFY(information);
    QVERIFY(information->text.starts_with("Firecracker v" + std::string(apiLevel()) + "\n\noptional arguments:\n"));
    QVERIFY(information->text.ends_with("\n"));
    QVERIFY(information->text.find("\n  --api-sock <api-sock>") != std::string::npos);
    QVERIFY(information->text.find("\n  --console-sock <console-sock>") != std::string::npos);
    QVERIFY(information->text.find("[default: \"/run/firecracker.socket\"]") != std::string::npos);
    QVERIFY(information->text.find("--describe-snapshot <describe-snapshot>") != std::string::npos);
}

void TestOptions::numbers_data()
{
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("failure"); // empty: accepted
    const auto row = [](const char *option, const char *text, const char *type) {
        QTest::addRow("%s '%s'", option, text)
            << QByteArray(option) << QByteArray(text)
            << (*type ? QByteArray("'") + option + "' parameter expected to be of '" + type + "' type." : QByteArray());
    };
    row("http-api-max-payload-size", "0", "");
    row("http-api-max-payload-size", "+5", "");
    row("http-api-max-payload-size", "18446744073709551615", "");
    row("http-api-max-payload-size", "18446744073709551616", "usize");
    row("http-api-max-payload-size", "", "usize");
    row("http-api-max-payload-size", "-1", "usize");
    row("http-api-max-payload-size", "12k", "usize");
    row("http-api-max-payload-size", " 1", "usize");
    row("http-api-max-payload-size", "++1", "usize");
    row("mmds-size-limit", "1", "");
    row("mmds-size-limit", "x", "usize");
    row("start-time-us", "1", "");
    row("start-time-us", "x", "u64");
    row("start-time-cpu-us", "1.5", "u64");
    row("parent-cpu-time-us", "0x10", "u64");
}

void TestOptions::numbers()
{
    QFETCH(QByteArray, option);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, failure);
    const QByteArray name = "--" + option;
    const auto numbers = parseNumericOptions(optionsOf({name.constData(), text.constData()}));
    QCOMPARE(numbers.has_value(), failure.isEmpty());
    if (!numbers) {
        QCOMPARE(QByteArray::fromStdString(numbers.error().text), failure);
        QVERIFY(numbers.error().code == ExitCode::Abort);
    }
}

void TestOptions::numbers_withoutApi_timesAreNotLookedAt()
{
    const auto numbers =
        parseNumericOptions(optionsOf({"--no-api", "--config-file", "x", "--start-time-us", "nonsense"}));
    QVERIFY(numbers.has_value());
    QVERIFY(!numbers->startTimeUs);
}

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
