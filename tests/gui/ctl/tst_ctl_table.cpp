// The table of commands and what is made of it, without a machine.

#include "ctl/arguments.h"
#include "ctl/completion.h"
#include "ctl/help.h"
#include "ctl/limit_flags.h"
#include "ctl/machine_flags.h"
#include "ctl/merge_patch.h"
#include "ctl/output.h"
#include "ctl/progress.h"
#include "ctl/raw_terminal.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a shell says about a script that it is to read only. Nothing: there is no such shell here.
std::optional<QByteArray> syntaxErrors(const QString &shell, const QString &script)
{
    QProcess process;
    process.start(shell, {shell == u"fish"_s ? u"--no-execute"_s : u"-n"_s});
    if (!process.waitForStarted())
        return std::nullopt;
    process.write(script.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardError() : "exit code " + process.readAllStandardError();
}

// Each shell is asked for what it offers with the last word being typed, with machines named "web one" and "db".
constexpr QStringView kBashQuestion = uR"(
sparklectl() { [ "$1 $2" = 'list --names' ] && printf 'web one\ndb\n'; }
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_sparklectl
printf '%s\n' "${COMPREPLY[@]}"
)";
// zsh completes on a terminal only: what the script hands to it is filtered here as it does it.
constexpr QStringView kZshQuestion = uR"(
sparklectl() { [[ "$1 $2" == 'list --names' ]] && printf 'web one\ndb\n' }
compadd() { [[ $1 == -a ]] && print -rl -- ${(M)${(P)2}:#${words[CURRENT]}*} }
words=("$@")
CURRENT=$#
_sparklectl
)";
constexpr QStringView kFishQuestion = uR"(
function sparklectl; test "$argv" = 'list --names'; and printf 'web one\ndb\n'; end
complete -C "$argv"
)";

/// Without the descriptions. Nothing: there is no such shell here.
std::optional<QStringList> offers(const QString &shell, const QStringList &words)
{
    QTemporaryDir home; // fish writes there
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    process.setProcessEnvironment(environment);
    const QString script = completionScript(shell);
    if (shell == u"bash"_s)
        process.start(shell, QStringList{u"-c"_s, script + kBashQuestion, shell} + words);
    else if (shell == u"zsh"_s)
        process.start(shell,
                      QStringList{u"-f"_s, u"-c"_s, u"compdef() { : }\n"_s + script + kZshQuestion, shell} + words);
    else
        process.start(shell, {u"-N"_s, u"-c"_s, script + kFishQuestion, words.join(u' ')});
    if (!process.waitForStarted())
        return std::nullopt;
    process.waitForFinished();
    const QString complaints = QString::fromUtf8(process.readAllStandardError());
    QStringList offered = complaints.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
        offered.append(line.section(u'\t', 0, 0));
    return offered;
}

} // namespace

class TestCtlTable : public QObject {
    Q_OBJECT

private slots:
    void everyCommand_isComplete()
    {
        QSet<QString> names;
        for (const Command *command : allCommands()) {
            const QString name = QString::fromLatin1(command->name);
            QVERIFY2(!names.contains(name), command->name);
            names << name;
            QVERIFY2(command->run, command->name);
            QVERIFY2(*command->summary != 0 && !QString::fromUtf8(command->summary).endsWith(u'.'), command->name);
            const QString details = QString::fromUtf8(command->details);
            QVERIFY2(details.isEmpty() || details.endsWith(u'.'), command->name);
            QSet<QString> options;
            for (const auto table : {command->options, commonOptions()}) {
                for (const Option &option : table) {
                    const QString what = QString::fromLatin1(option.name);
                    QVERIFY2(what.startsWith("--"_L1) && !options.contains(what), option.name);
                    options << what;
                    if (option.letter != 0) {
                        const QString letter = u'-' + QString(QLatin1Char(option.letter));
                        QVERIFY2(!options.contains(letter), option.name);
                        options << letter;
                    }
                    QVERIFY2(*option.help != 0, option.name);
                    QCOMPARE(option.completes == Completes::Words, option.words != nullptr);
                }
            }
            QVERIFY(helpText(*command).contains(usageLine(*command)));
            QVERIFY(overview().contains(name));
        }
        QVERIFY(names.contains(u"snapshot create"_s));
    }

    void reference_namesEveryCommandOptionAndExitCode()
    {
        QFile file(QStringLiteral(REFERENCE));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const Command *command : allCommands()) {
            QVERIFY2(text.contains(u"sparklectl "_s + QLatin1StringView(command->name)), command->name);
            for (const Option &option : command->options)
                QVERIFY2(text.contains(QLatin1StringView(option.name)), option.name);
        }
        for (const auto &[code, meaning] : exitCodes())
            QVERIFY2(text.contains(u"| %1 |"_s.arg(code)), qPrintable(meaning));
    }

    void parse_takesAllSpellings_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("apart") << QStringList{u"one"_s, u"--timeout"_s, u"5"_s, u"--json"_s};
        QTest::newRow("together") << QStringList{u"--timeout=5"_s, u"--json"_s, u"one"_s};
        QTest::newRow("letter") << QStringList{u"-t"_s, u"5"_s, u"--json"_s, u"--"_s, u"one"_s};
    }

    void parse_takesAllSpellings()
    {
        QFETCH(const QStringList, words);
        const auto parsed = Arguments::parse(*findCommand(u"stop"_s), words);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error()));
        QCOMPARE(parsed->value("--timeout"), u"5"_s);
        QVERIFY(parsed->has("--json") && !parsed->has("--force"));
        QCOMPARE(parsed->operandsFrom(0), QStringList{u"one"_s});
    }

    void parse_behindTheDashes_everythingIsAnOperand()
    {
        const auto parsed = Arguments::parse(*findCommand(u"start"_s), {u"--"_s, u"--json"_s, u"-x"_s});
        QVERIFY(parsed && !parsed->has("--json"));
        QCOMPARE(parsed->operandsFrom(0), QStringList({u"--json"_s, u"-x"_s}));
    }

    void parse_repeatedOption_keepsOrder()
    {
        const auto parsed =
            Arguments::parse(*findCommand(u"create"_s), {u"--drive"_s, u"a"_s, u"--drive=b"_s, u"--drive"_s, u"c"_s});
        QVERIFY(parsed);
        QCOMPARE(parsed->values("--drive"), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    }

    void parse_wrong_isRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << u"show"_s << QStringList{} << u"MACHINE is missing."_s;
        QTest::newRow("too many") << u"show"_s << QStringList{u"a"_s, u"b"_s} << u"“b” is one word too many."_s;
        QTest::newRow("unknown") << u"list"_s << QStringList{u"--colour"_s} << u"There is no option --colour."_s;
        QTest::newRow("no value") << u"stop"_s << QStringList{u"a"_s, u"-t"_s}
                                  << u"--timeout needs a value: SECONDS."_s;
        QTest::newRow("a value") << u"list"_s << QStringList{u"--json=1"_s} << u"--json takes no value."_s;
        QTest::newRow("twice") << u"list"_s << QStringList{u"--group=a"_s, u"--group=b"_s}
                               << u"--group is there twice."_s;
        QTest::newRow("word") << u"create"_s << QStringList{u"--jail=glass"_s}
                              << u"--jail cannot be “glass”. Possible: rootless, none."_s;
    }

    void parse_wrong_isRefused()
    {
        QFETCH(const QString, command);
        QFETCH(const QStringList, words);
        QFETCH(const QString, says);
        const auto parsed = Arguments::parse(*findCommand(command), words);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error(), says);
    }

    void order_ofTwoWords_isFound()
    {
        const auto order = findOrder({u"snapshot"_s, u"list"_s, u"one"_s});
        QVERIFY(order);
        QCOMPARE(order->command, findCommand(u"snapshot list"_s));
        QCOMPARE(order->rest, QStringList{u"one"_s});
        QVERIFY(findOrder({u"snapshot"_s}).error().contains(u"create"_s));
        QCOMPARE(findOrder({u"lst"_s}).error(), u"There is no command “lst”."_s);
    }

    void bucket_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("bytes");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("time");
        QTest::addColumn<quint64>("burst");
        QTest::newRow("bytes") << u"10M"_s << true << quint64{10485760} << quint64{1000} << quint64{0};
        QTest::newRow("in 100 ms") << u"1K/100ms"_s << true << quint64{1024} << quint64{100} << quint64{0};
        QTest::newRow("burst") << u"10/2s+5K"_s << true << quint64{10} << quint64{2000} << quint64{5120};
        QTest::newRow("operations") << u"500"_s << false << quint64{500} << quint64{1000} << quint64{0};
        QTest::newRow("off") << u"none"_s << false << quint64{0} << quint64{0} << quint64{0};
        for (const char *wrong : {"", "0", "M", "-1", "10/0s", "10/x", "10+", "10/", "5/1s/2s", "99999999999999999999"})
            QTest::addRow("wrong: %s", wrong)
                << QString::fromLatin1(wrong) << false << quint64{0} << quint64{1} << quint64{0};
        QTest::newRow("operations have no unit") << u"1K"_s << false << quint64{0} << quint64{1} << quint64{0};
    }

    void bucket()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, bytes);
        QFETCH(const quint64, size);
        QFETCH(const quint64, time);
        QFETCH(const quint64, burst);
        const auto found = bucketFromFlag(text, bytes ? BucketUnit::Bytes : BucketUnit::Operations);
        if (size == 0 && time == 1) {
            QVERIFY2(!found, qPrintable(text));
            return;
        }
        QVERIFY2(found, found ? "" : qPrintable(found.error()));
        QCOMPARE(found->size, size);
        QCOMPARE(found->refillTimeMs, time);
        QCOMPARE(found->oneTimeBurst.value_or(0), burst);
    }

    void drive_pathMayHaveColons()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a:ro:b"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto plain = driveFromFlag(path);
        QVERIFY(plain && !plain->isReadOnly && !plain->isRootDevice);
        QCOMPARE(plain->pathOnHost, path);
        const auto both = driveFromFlag(path + u":root:ro"_s);
        QVERIFY(both && both->isReadOnly && both->isRootDevice);
        QCOMPARE(both->pathOnHost, path);
        QVERIFY(!driveFromFlag(folder.filePath(u"none"_s)));
        QVERIFY(!driveFromFlag(folder.path()));
    }

    void forward_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char *good : {"8080:80", "udp:53:53", "tcp:0.0.0.0:80:8080"})
            QTest::addRow("%s", good) << QString::fromLatin1(good) << true;
        for (const char *wrong : {"", "80", "tcp:80", "a:b", "1:2:3:4", "99999:80", "sctp:1:2x"})
            QTest::addRow("%s", wrong) << QString::fromLatin1(wrong) << false;
    }

    void forward()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, good);
        QCOMPARE(forwardFromFlag(text).has_value(), good);
    }

    void mergePatch_asInTheStandard_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("replace") << QByteArray(R"({"a":"b"})") << QByteArray(R"({"a":"c"})")
                                 << QByteArray(R"({"a":"c"})");
        QTest::newRow("add") << QByteArray(R"({"a":"b"})") << QByteArray(R"({"b":1})")
                             << QByteArray(R"({"a":"b","b":1})");
        QTest::newRow("remove") << QByteArray(R"({"a":"b","c":1})") << QByteArray(R"({"a":null})")
                                << QByteArray(R"({"c":1})");
        QTest::newRow("list") << QByteArray(R"({"a":["b"]})") << QByteArray(R"({"a":"c"})")
                              << QByteArray(R"({"a":"c"})");
        QTest::newRow("deep") << QByteArray(R"({"a":{"b":1,"c":2}})") << QByteArray(R"({"a":{"b":3,"c":null}})")
                              << QByteArray(R"({"a":{"b":3}})");
        QTest::newRow("into nothing") << QByteArray("{}") << QByteArray(R"({"a":{"b":{"c":null}}})")
                                      << QByteArray(R"({"a":{"b":{}}})");
    }

    void mergePatch_asInTheStandard()
    {
        const auto object = [](const QByteArray &text) { return QJsonDocument::fromJson(text).object(); };
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, patch);
        QFETCH(const QByteArray, result);
        QCOMPARE(mergePatch(object(target), object(patch)), object(result));
    }

    void escapes_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("plain") << QByteArray("ls\r") << QByteArray("ls\r") << false;
        QTest::newRow("leave") << QByteArray("a\x1dqb") << QByteArray("a") << true;
        QTest::newRow("itself") << QByteArray("\x1d]\x1d\x1d") << QByteArray("\x1d\x1d") << false;
        QTest::newRow("other") << QByteArray("\x1dx") << QByteArray("\x1dx") << false;
        QTest::newRow("help") << QByteArray("\x1d?x") << QByteArray("x") << false;
    }

    void escapes()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const QByteArray, sent);
        QFETCH(const bool, leaves);
        EscapeFilter whole;
        QCOMPARE(whole.take(typed), sent);
        QCOMPARE(whole.wish() == EscapeFilter::Wish::Leave, leaves);
        EscapeFilter bytewise;
        QByteArray seen;
        for (const char byte : typed) {
            seen += bytewise.take(QByteArray(1, byte));
            if (bytewise.wish() == EscapeFilter::Wish::Leave)
                break;
        }
        QCOMPARE(seen, sent);
    }

    void printable_nothingReachesTheTerminal()
    {
        QCOMPARE(printable(u"a\x1b[2Jb\n\tü"_s), u"a\\x1b[2Jb\n\tü"_s);
        QCOMPARE(printable(QString(QChar(0x202e))), u"\\x202e"_s);
        QCOMPARE(printable(QString(QChar(0x9b))), u"\\x9b"_s);
        QCOMPARE(columnsOf(u"日本"_s), 4);
    }

    void bar_isNoWiderThanTheTerminal()
    {
        QCOMPARE(Progress::bar(u"text"_s, 0.5, 80), u"[##########..........]  50 %  text"_s);
        const qsizetype columns = columnsOf(Progress::bar(QString(200, u'語'), 1.0, 40));
        QVERIFY2(columns == 38 || columns == 39, QByteArray::number(columns).constData());
        QCOMPARE(Progress::bar(u"a\x1b\nb"_s, {}, 80), u"a\\x1b b"_s);
    }

    void manPage_hasEverything()
    {
        const QString page = manPage(u"1.2.3"_s, u"2026-01-02"_s);
        QVERIFY(page.startsWith(u".TH SPARKLECTL 1 \"2026-01-02\" \"Sparkler 1.2.3\"\n"_s));
        for (const Command *command : allCommands())
            QVERIFY2(page.contains(u".SS sparklectl "_s + QLatin1StringView(command->name)), command->name);
        for (const QString &line : page.split(u'\n'))
            QVERIFY2(!line.startsWith(u'\'') && (!line.startsWith(u'.') || line[1].isUpper()), qPrintable(line));
    }

    void completion_isValid_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"bash", "zsh", "fish"})
            QTest::newRow(shell) << QString::fromLatin1(shell);
    }

    void completion_isValid()
    {
        QFETCH(const QString, shell);
        const QString script = completionScript(shell);
        for (const Command *command : allCommands())
            QVERIFY2(script.contains(QString::fromLatin1(command->name).section(u' ', -1)), command->name);
        const auto errors = syntaxErrors(shell, script);
        if (!errors)
            QSKIP("the shell is not installed");
        QCOMPARE(*errors, QByteArray());
    }

    void completion_offersWhatFits_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("offered");
        for (const char *shell : {"bash", "zsh", "fish"}) {
            const auto row = [shell](const char *what, const QStringList &words, const QStringList &offered) {
                QTest::addRow("%s: %s", shell, what)
                    << QString::fromLatin1(shell) << QStringList(u"sparklectl"_s) + words << offered;
            };
            // bash takes what is offered as it is typed.
            const QString spaced = qstrcmp(shell, "bash") == 0 ? u"web\\ one"_s : u"web one"_s;
            row("command", {u"snap"_s}, {u"snapshot"_s});
            row("second word", {u"snapshot"_s, u"cl"_s}, {u"clone"_s});
            row("machine", {u"start"_s, u"w"_s}, {spaced});
            row("second machine", {u"start"_s, u"a"_s, u"d"_s}, {u"db"_s});
            row("option", {u"stop"_s, u"x"_s, u"--fo"_s}, {u"--force"_s});
            row("value", {u"create"_s, u"--jail"_s, u"r"_s}, {u"rootless"_s});
            row("shell", {u"completion"_s, u"z"_s}, {u"zsh"_s});
            row("nothing", {u"drive"_s, u"x"_s, u"zz"_s}, {});
        }
    }

    void completion_offersWhatFits()
    {
        QFETCH(const QString, shell);
        QFETCH(const QStringList, words);
        QFETCH(const QStringList, offered);
        const auto found = offers(shell, words);
        if (!found)
            QSKIP("the shell is not installed");
        QCOMPARE(*found, offered);
    }
};

QTEST_GUILESS_MAIN(TestCtlTable)
#include "tst_ctl_table.moc"
