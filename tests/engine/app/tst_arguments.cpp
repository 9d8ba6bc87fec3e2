#include "base/arguments.h"

#include <QTest>

using namespace sparkler;

namespace {

using Kind = ArgumentKind;

constexpr std::array kSpecs{
    ArgumentSpec{.name = "name", .kind = Kind::Value, .help = "A name.", .defaultValue = "nobody"},
    ArgumentSpec{.name = "alone", .help = "Alone.", .forbids = "file"},
    ArgumentSpec{.name = "file", .kind = Kind::Value, .help = "A file."},
    ArgumentSpec{.name = "needy", .help = "Needs a file.", .requires_ = "file"},
    ArgumentSpec{.name = "many", .kind = Kind::RepeatedValue, .help = "Many."},
    ArgumentSpec{.name = "version", .help = "Version."},
};
constexpr std::array kStrictSpecs{
    ArgumentSpec{.name = "id", .kind = Kind::Value, .help = "The id.", .required = true},
    ArgumentSpec{.name = "exec-file", .kind = Kind::Value, .help = "The program.", .required = true},
    ArgumentSpec{.name = "flag", .help = "A flag."},
};

/// Words separated by blanks; "''" stands for an empty word.
std::vector<std::string> words(const QByteArray &line)
{
    std::vector<std::string> list;
    for (const QByteArray &word : line.split(' ')) {
        if (!word.isEmpty())
            list.push_back(word == "''" ? std::string() : word.toStdString());
    }
    return list;
}

std::expected<ParsedArguments, ArgumentError> parse(std::span<const ArgumentSpec> specs, const QByteArray &line)
{
    const std::vector<std::string> list = words(line);
    std::vector<const char *> pointers;
    for (const std::string &word : list)
        pointers.push_back(word.c_str());
    return ArgumentGrammar(specs).parse(pointers);
}

} // namespace

class TestArguments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_data();
    void value();
    void flag_isKnownWhenGiven();
    void repeated_keepsAllInOrder();
    void separator_keepsTheRestAsItIs();
    void information_winsOverErrors_data();
    void information_winsOverErrors();
    void error_data();
    void error();
    void required_missing_firstByName();
    void helpText_hasTheShape();
    void helpText_required_hasItsSection();
};

void TestArguments::value_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("default") << QByteArray() << QByteArray("nobody");
    QTest::newRow("given") << QByteArray("--name joe") << QByteArray("joe");
    QTest::newRow("empty") << QByteArray("--name ''") << QByteArray("");
    QTest::newRow("one dash") << QByteArray("--name -5") << QByteArray("-5");
    QTest::newRow("equals sign inside") << QByteArray("--name a=b") << QByteArray("a=b");
}

void TestArguments::value()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, expected);
    const auto parsed = parse(kSpecs, line);
    QVERIFY(parsed.has_value());
    QCOMPARE(QByteArray::fromStdString(parsed->value("name").value_or("nothing")), expected);
    QVERIFY(!parsed->value("file").has_value());
}

void TestArguments::flag_isKnownWhenGiven()
{
    const auto parsed = parse(kSpecs, "--alone");
    QVERIFY(parsed.has_value());
    QVERIFY(parsed->flag("alone"));
    QVERIFY(!parsed->flag("name")); // a default is not given
}

void TestArguments::repeated_keepsAllInOrder()
{
    const auto parsed = parse(kSpecs, "--many b --name x --many a --many b");
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->values("many"), (std::vector<std::string>{"b", "a", "b"}));
}

void TestArguments::separator_keepsTheRestAsItIs()
{
    const auto parsed = parse(kSpecs, "--alone -- --file x --help -- --unknown");
    QVERIFY(parsed.has_value());
    QVERIFY(!parsed->helpRequested());
    QVERIFY(!parsed->value("file").has_value());
    QCOMPARE(parsed->extra(), (std::vector<std::string>{"--file", "x", "--help", "--", "--unknown"}));
}

void TestArguments::information_winsOverErrors_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("help");
    QTest::addColumn<bool>("version");
    QTest::newRow("help") << QByteArray("--bad --name --help") << true << false;
    QTest::newRow("short help") << QByteArray("word -h") << true << false;
    QTest::newRow("version") << QByteArray("--bad --version") << false << true;
    QTest::newRow("help over version") << QByteArray("--version --help") << true << false;
}

void TestArguments::information_winsOverErrors()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, help);
    QFETCH(bool, version);
    const auto parsed = parse(kSpecs, line);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->helpRequested(), help);
    QCOMPARE(parsed->versionRequested(), version);
}

void TestArguments::error_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("debugText");
    const auto row = [](const char *name, const char *line, const char *text, const char *debugText) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(text) << QByteArray(debugText);
    };
    row("unknown", "--foo", "Found argument 'foo' which wasn't expected, or isn't valid in this context.",
        "UnexpectedArgument(\"foo\")");
    row("stray word", "foo", "Found argument 'foo' which wasn't expected, or isn't valid in this context.",
        "UnexpectedArgument(\"foo\")");
    row("one dash", "-x", "Found argument '-x' which wasn't expected, or isn't valid in this context.",
        "UnexpectedArgument(\"-x\")");
    row("equals form", "--name=joe", "Found argument 'name=joe' which wasn't expected, or isn't valid in this context.",
        "UnexpectedArgument(\"name=joe\")");
    row("three dashes", "---name x", "Found argument '-name' which wasn't expected, or isn't valid in this context.",
        "UnexpectedArgument(\"-name\")");
    row("word after a flag", "--alone x", "Found argument 'x' which wasn't expected, or isn't valid in this context.",
        "UnexpectedArgument(\"x\")");
    row("value missing at the end", "--name", "The argument 'name' requires a value, but none was supplied.",
        "MissingValue(\"name\")");
    row("value missing before an option", "--name --alone",
        "The argument 'name' requires a value, but none was supplied.", "MissingValue(\"name\")");
    row("value missing before the separator", "--name -- x",
        "The argument 'name' requires a value, but none was supplied.", "MissingValue(\"name\")");
    row("twice", "--name a --name b", "The argument 'name' was provided more than once.",
        "DuplicateArgument(\"name\")");
    row("flag twice", "--alone --alone", "The argument 'alone' was provided more than once.",
        "DuplicateArgument(\"alone\")");
    row("needed option absent", "--needy", "Argument 'file' required, but not found.", "MissingArgument(\"file\")");
    row("needed option after the separator", "--needy -- --file x", "Argument 'file' required, but not found.",
        "MissingArgument(\"file\")");
    row("incompatible", "--file x --alone", "Argument 'file' cannot be used together with argument 'alone'.",
        "ForbiddenArgument(\"alone\", \"file\")");
    row("first syntax error counts", "--name a --name b --foo", "The argument 'name' was provided more than once.",
        "DuplicateArgument(\"name\")");
    row("syntax before relations", "--needy --foo",
        "Found argument 'foo' which wasn't expected, or isn't valid in this context.", "UnexpectedArgument(\"foo\")");
}

void TestArguments::error()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, debugText);
    const auto parsed = parse(kSpecs, line);
    QVERIFY(!parsed.has_value());
    QCOMPARE(QByteArray::fromStdString(parsed.error().text()), text);
    QCOMPARE(QByteArray::fromStdString(parsed.error().debugText()), debugText);
}

void TestArguments::required_missing_firstByName()
{
    const auto parsed = parse(kStrictSpecs, "--flag");
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().text(), std::string("Argument 'exec-file' required, but not found."));
    QVERIFY(parse(kStrictSpecs, "--exec-file x --id y").has_value());
}

void TestArguments::helpText_hasTheShape()
{
    const char *expected = "optional arguments:\n"
                           "  --alone         Alone.\n"
                           "  --file <file>   A file.\n"
                           "  --help          Show the help message.\n"
                           "  --many <many>   Many.\n"
                           "  --name <name>   A name. [default: \"nobody\"]\n"
                           "  --needy         Needs a file.\n"
                           "  --version       Version.";
    QCOMPARE(QByteArray::fromStdString(ArgumentGrammar(kSpecs).helpText()), QByteArray(expected));
}

void TestArguments::helpText_required_hasItsSection()
{
    const char *expected = "required arguments:\n"
                           "  --exec-file <exec-file>   The program.\n"
                           "  --id <id>                 The id.\n"
                           "\n"
                           "optional arguments:\n"
                           "  --flag   A flag.\n"
                           "  --help   Show the help message.";
    QCOMPARE(QByteArray::fromStdString(ArgumentGrammar(kStrictSpecs).helpText()), QByteArray(expected));
}

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
