// An evening with sparklectl: a real engine, a real guest, one command after the other as a user types them.

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLimitMs = 240'000;

struct Result {
    int code;
    QByteArray out, err;
};

Result run(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("SPARKLECTL"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(kLimitMs))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A console that a user types on.
class Console {
public:
    explicit Console(const QString &machine)
    {
        m_process.start(qEnvironmentVariable("SPARKLECTL"), {u"console"_s, machine});
    }
    ~Console()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(kLimitMs);
    }
    bool waitFor(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return (m_seen += m_process.readAllStandardOutput()).contains(text); }, kLimitMs);
    }
    /// Types a command and waits for `answer`, which the typed line itself must not contain.
    bool ask(const QByteArray &command, const QByteArray &answer)
    {
        m_seen.clear();
        m_process.write(command + '\n');
        return waitFor(answer);
    }
    QByteArray seen() const { return m_seen; }

private:
    QProcess m_process;
    QByteArray m_seen;
};

QString stateOf(const QString &machine)
{
    return QJsonDocument::fromJson(run({u"show"_s, u"--json"_s, machine}).out).object().value("state"_L1).toString();
}

#define RUN(...)                                                                                                       \
    do {                                                                                                               \
        const Result result = run({__VA_ARGS__});                                                                      \
        const QByteArray said = result.out + result.err;                                                               \
        QVERIFY2(result.code == 0, said.constData());                                                                  \
    } while (false)

} // namespace

class TestCtlEndToEnd : public QObject {
    Q_OBJECT

    QTemporaryDir m_home{u"/tmp/sp-cli-XXXXXX"_s};

private slots:
    void initTestCase()
    {
        share();
        for (const auto &[variable, folder] : {std::pair{"XDG_DATA_HOME", "data"},
                                               {"XDG_CACHE_HOME", "cache"},
                                               {"XDG_CONFIG_HOME", "config"},
                                               {"XDG_STATE_HOME", "state"},
                                               {"XDG_RUNTIME_DIR", "runtime"},
                                               {"HOME", "home"}}) {
            const QString path = m_home.filePath(QLatin1StringView(folder));
            QVERIFY(QDir().mkpath(path));
            qputenv(variable, path.toUtf8());
        }
        qunsetenv("SPARKLER_CACHE");
    }

    void cleanupTestCase()
    {
        const QJsonArray all = QJsonDocument::fromJson(run({u"list"_s, u"--json"_s}).out).array();
        for (const QJsonValue &machine : all)
            run({u"stop"_s, u"--force"_s, machine["id"_L1].toString()});
    }

    void demo_startConsoleSnapshotCloneDelete()
    {
        RUN(u"doctor"_s);
        RUN(u"create"_s, u"--demo"_s, u"demo"_s, u"--memory"_s, u"128"_s, u"--start"_s);
        QCOMPARE(stateOf(u"demo"_s), u"running"_s);
        {
            Console console(u"demo"_s);
            QVERIFY2(console.waitFor("login: "), console.seen().constData());
            QVERIFY2(console.ask("root", "# "), console.seen().constData());
            QVERIFY2(console.ask("WORD=kept; echo 4$((1+1))", "42"), console.seen().constData());
        }
        RUN(u"snapshot"_s, u"create"_s, u"demo"_s, u"--name"_s, u"first"_s);
        RUN(u"snapshot"_s, u"verify"_s, u"demo"_s, u"first"_s);
        const Result twin = run({u"snapshot"_s, u"clone"_s, u"demo"_s, u"first"_s, u"--name"_s, u"twin"_s});
        if (twin.err.contains("The saved TSC frequency"))
            QSKIP("an emulated processor's clock was measured wrongly, as happens on a host with far too much to do");
        QVERIFY2(twin.code == 0, twin.err.constData());
        {
            Console console(u"twin"_s);
            QVERIFY2(console.ask("echo is-$WORD", "is-kept"), console.seen().constData());
        }
        QCOMPARE(stateOf(u"demo"_s), u"running"_s);
        RUN(u"stop"_s, u"--force"_s, u"demo"_s, u"twin"_s);
        RUN(u"delete"_s, u"demo"_s, u"twin"_s);
        QCOMPARE(run({u"list"_s, u"--json"_s}).out.trimmed(), QByteArray("[\n]"));
    }

private:
    /// Packages and the demo guest are made once for all tests: this user begins with them.
    void share() const
    {
        const QString base = qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + u"/.cache"_s);
        const QString mine = qEnvironmentVariable("SPARKLER_CACHE", base + u"/sparkler"_s);
        const QString cache = m_home.filePath(u"cache/sparkler"_s);
        const QString assets = m_home.filePath(u"data/sparkler/assets"_s);
        QVERIFY(QDir().mkpath(mine + u"/packages"_s) && QDir().mkpath(cache) && QDir().mkpath(assets));
        QVERIFY(QFile::link(mine + u"/packages"_s, cache + u"/packages"_s));
        QVERIFY(QFile::link(mine + u"/guest/6.1"_s, assets + u"/demo"_s));
    }
};

QTEST_GUILESS_MAIN(TestCtlEndToEnd)
#include "tst_ctl_end_to_end.moc"
