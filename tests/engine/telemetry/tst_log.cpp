#include "telemetry/log.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace sparkler;

class TestLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void threshold_keepsWhatIsAsSevere_data();
    void threshold_keepsWhatIsAsSevere();
    void line_hasTheExactShape_data();
    void line_hasTheExactShape();
    void line_timestampIsLocalTime();
    void line_multipleLinesAreNotEscaped();
    void thread_name_data();
    void thread_name();
    void module_filtersBySourcePath_data();
    void module_filtersBySourcePath();
    void configure_absentPartsStayButTheLevel();
    void configure_badPath_changesNothing();
    void configure_secondPath_isTaken();
    void fullFifo_isCountedAndNeverBlocks();
    void threads_doNotMixLines();
    void rateLimit_warnsBeforeTheNextRecord();
    void rateLimit_disabledLevelsCostNoTokens();
    void rateLimit_alwaysFormsAreExempt();
    void fromSignal_writesTheSameShape();
    void fromSignal_off_isSilent();

private:
    QStringList lines() const;
    std::string logPath() const { return m_directory->filePath(QStringLiteral("log")).toStdString(); }
    /// Everything at its default but for the path and `change`.
    void configure(LoggerSettings change = {});
    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

const QString kTimestamp = QStringLiteral("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{9}");

void warnAt(const char *text)
{
    logWarn("{}", text); // one call site
}

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

void TestLog::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    setLogInstanceId("TEST-id");
    configure();
}

void TestLog::configure(LoggerSettings change)
{
    change.path = logPath();
    change.showLevel = change.showLevel.value_or(false);
    change.showLogOrigin = change.showLogOrigin.value_or(false);
    change.module = change.module.value_or("");
    const auto configured = configureLogger(change);
    QVERIFY2(configured.has_value(), configured ? "" : configured.error().text.c_str());
}

QStringList TestLog::lines() const
{
    QFile file(m_directory->filePath(QStringLiteral("log")));
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("unreadable")};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void TestLog::threshold_keepsWhatIsAsSevere_data()
{
    QTest::addColumn<int>("threshold");
    QTest::addColumn<QStringList>("kept");
    const QStringList all{QStringLiteral("error"), QStringLiteral("warn"), QStringLiteral("info"),
                          QStringLiteral("debug")};
    QTest::newRow("Off") << static_cast<int>(LogLevel::Off) << QStringList();
    QTest::newRow("Error") << static_cast<int>(LogLevel::Error) << all.mid(0, 1);
    QTest::newRow("Warn") << static_cast<int>(LogLevel::Warn) << all.mid(0, 2);
    QTest::newRow("Info") << static_cast<int>(LogLevel::Info) << all.mid(0, 3);
    QTest::newRow("Debug") << static_cast<int>(LogLevel::Debug) << all;
    QTest::newRow("Trace") << static_cast<int>(LogLevel::Trace) << all;
}

void TestLog::threshold_keepsWhatIsAsSevere()
{
    QFETCH(int, threshold);
    QFETCH(QStringList, kept);
    configure({.level = static_cast<LogLevel>(threshold)});
    logErrorAlways("error");
    logWarnAlways("warn");
    logInfoAlways("info");
    logDebug("debug");
    QStringList texts;
    for (const QString &line : lines())
        texts << line.section(QLatin1Char(' '), -1);
    QCOMPARE(texts, kept);
}

void TestLog::line_hasTheExactShape_data()
{
    QTest::addColumn<bool>("showLevel");
    QTest::addColumn<bool>("showOrigin");
    QTest::addColumn<QString>("prefix");
    const QString origin = QStringLiteral(":([^:]+/[^:]+):([0-9]+)");
    QTest::newRow("plain") << false << false << QStringLiteral("\\[TEST-id:main\\]");
    QTest::newRow("level") << true << false << QStringLiteral("\\[TEST-id:main:WARN\\]");
    QTest::newRow("origin") << false << true << QStringLiteral("\\[TEST-id:main") + origin + QStringLiteral("\\]");
    QTest::newRow("both") << true << true << QStringLiteral("\\[TEST-id:main:WARN") + origin + QStringLiteral("\\]");
}

void TestLog::line_hasTheExactShape()
{
    QFETCH(bool, showLevel);
    QFETCH(bool, showOrigin);
    QFETCH(QString, prefix);
    configure({.showLevel = showLevel, .showLogOrigin = showOrigin});
    logWarnAlways("text {}", 7);
    const QRegularExpression shape(QStringLiteral("^") + kTimestamp + QLatin1Char(' ') + prefix +
                                   QStringLiteral(" text 7$"));
    QCOMPARE(lines().size(), 1);
    const auto match = shape.match(lines().first());
    QVERIFY2(match.hasMatch(), qPrintable(lines().first()));
    if (showOrigin)
        QCOMPARE(match.captured(1), QStringLiteral("tests/engine/telemetry/tst_log.cpp"));
}

void TestLog::line_timestampIsLocalTime()
{
    const QDateTime before = QDateTime::currentDateTime();
    logInfoAlways("now");
    const QDateTime after = QDateTime::currentDateTime();
    const QString stamp = lines().first().section(QLatin1Char(' '), 0, 0);
    const auto shown = QDateTime::fromString(stamp.chopped(6), QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    QVERIFY(shown.isValid());
    QVERIFY2(shown >= before && shown <= after, qPrintable(stamp));
}

void TestLog::line_multipleLinesAreNotEscaped()
{
    logInfoAlways("first\nsecond");
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().at(1), QStringLiteral("second"));
}

void TestLog::thread_name_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("shown");
    QTest::newRow("api") << QByteArray("fc_api") << QStringLiteral("fc_api");
    QTest::newRow("vcpu") << QByteArray("fc_vcpu 3") << QStringLiteral("fc_vcpu 3");
    QTest::newRow("unnamed") << QByteArray() << QStringLiteral("-");
}

void TestLog::thread_name()
{
    QFETCH(QByteArray, given);
    QFETCH(QString, shown);
    std::thread([&given] {
        if (!given.isEmpty())
            ::pthread_setname_np(::pthread_self(), given.constData());
        logInfoAlways("x");
    }).join();
    QVERIFY2(lines().first().contains(QStringLiteral("[TEST-id:") + shown + QStringLiteral("] x")),
             qPrintable(lines().first()));
}

void TestLog::module_filtersBySourcePath_data()
{
    QTest::addColumn<QByteArray>("module");
    QTest::addColumn<int>("kept");
    QTest::newRow("folder of this file") << QByteArray("telemetry") << 1;
    QTest::newRow("file") << QByteArray("telemetry/tst_log") << 1;
    QTest::newRow("another folder") << QByteArray("api") << 0;
    QTest::newRow("not at the beginning") << QByteArray("tst_log") << 0;
    QTest::newRow("empty keeps all") << QByteArray() << 1;
}

void TestLog::module_filtersBySourcePath()
{
    QFETCH(QByteArray, module);
    QFETCH(int, kept);
    configure({.module = module.toStdString()});
    logWarnAlways("x");
    QCOMPARE(lines().size(), kept);
}

void TestLog::configure_absentPartsStayButTheLevel()
{
    configure({.level = LogLevel::Error, .showLevel = true});
    QVERIFY(configureLogger({}).has_value());
    logInfoAlways("x");
    QCOMPARE(lines().size(), 1);
    QVERIFY(lines().first().contains(QStringLiteral("[TEST-id:main:INFO] x")));
}

void TestLog::configure_badPath_changesNothing()
{
    const auto failed = configureLogger(
        {.path = m_directory->filePath(QStringLiteral("no/such")).toStdString(), .level = LogLevel::Off});
    QVERIFY(!failed);
    QCOMPARE(textOf(failed.error().text),
             QStringLiteral("Failed to open target file: No such file or directory (os error 2)"));
    logInfoAlways("still logging");
    QCOMPARE(lines().size(), 1);
}

void TestLog::configure_secondPath_isTaken()
{
    const QString second = m_directory->filePath(QStringLiteral("second"));
    QVERIFY(configureLogger({.path = second.toStdString()}).has_value());
    logInfoAlways("x");
    QCOMPARE(lines().size(), 0);
    QVERIFY(QFileInfo(second).size() > 0);
}

void TestLog::fullFifo_isCountedAndNeverBlocks()
{
    const std::string fifo = m_directory->filePath(QStringLiteral("fifo")).toStdString();
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    QVERIFY(configureLogger({.path = fifo}).has_value());
    const std::uint64_t missedBefore = metrics().logger.missedLogCount.total();
    const std::string payload(1000, 'x');
    for (int i = 0; i < 100; ++i)
        logInfoAlways("{}", payload);
    const std::uint64_t missed = metrics().logger.missedLogCount.total() - missedBefore;
    QVERIFY(missed > 0);

    const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    std::string buffer(1 << 17, '\0');
    ssize_t got = ::read(reader, buffer.data(), buffer.size());
    QVERIFY(got > 0);
    QCOMPARE(std::count(buffer.begin(), buffer.begin() + got, '\n'), 100 - static_cast<std::ptrdiff_t>(missed));
    QCOMPARE(buffer[static_cast<std::size_t>(got) - 1], '\n'); // whole lines only
    logInfoAlways("reader is back");
    got = ::read(reader, buffer.data(), buffer.size());
    ::close(reader);
    QVERIFY(got > 0);
    buffer.resize(static_cast<std::size_t>(got));
    QVERIFY(buffer.ends_with("] reader is back\n"));
    QCOMPARE(metrics().logger.missedLogCount.total() - missedBefore, missed);
}

void TestLog::threads_doNotMixLines()
{
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([thread] {
            for (int i = 0; i < 200; ++i)
                logInfoAlways("{}", std::string(300, static_cast<char>('a' + thread)));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const QRegularExpression shape(QStringLiteral("^") + kTimestamp +
                                   QStringLiteral(" \\[TEST-id:-\\] (a{300}|b{300}|c{300}|d{300})$"));
    const QStringList all = lines();
    QCOMPARE(all.size(), 800);
    QVERIFY(std::ranges::all_of(all, [&shape](const QString &line) { return shape.match(line).hasMatch(); }));
}

void TestLog::rateLimit_warnsBeforeTheNextRecord()
{
    const std::uint64_t limitedBefore = metrics().logger.rateLimitedLogCount.total();
    for (int i = 0; i < 14; ++i)
        warnAt("again");
    QCOMPARE(lines().size(), 10);
    QCOMPARE(metrics().logger.rateLimitedLogCount.total() - limitedBefore, 4u);
    QTest::qSleep(600);
    warnAt("later");
    QCOMPARE(lines().size(), 12);
    QVERIFY(lines().at(10).endsWith(QStringLiteral("] 4 messages were suppressed due to rate limiting")));
    QVERIFY(lines().at(11).endsWith(QStringLiteral("] later")));
}

void TestLog::rateLimit_disabledLevelsCostNoTokens()
{
    for (int i = 0; i < 31; ++i) {
        if (i == 0)
            configure({.level = LogLevel::Error});
        if (i == 20)
            configure();
        logInfo("one site");
    }
    QCOMPARE(lines().size(), 10);
}

void TestLog::rateLimit_alwaysFormsAreExempt()
{
    for (int i = 0; i < 50; ++i)
        logErrorAlways("{}", i);
    QCOMPARE(lines().size(), 50);
}

void TestLog::fromSignal_writesTheSameShape()
{
    configure({.showLevel = true, .showLogOrigin = true});
    prepareLogFromSignal();
    logFromSignal("deadly");
    const QRegularExpression shape(QStringLiteral("^") + kTimestamp +
                                   QStringLiteral(" \\[TEST-id:main:ERROR:tests/engine/telemetry/tst_log.cpp:\\d+\\] "
                                                  "deadly$"));
    QCOMPARE(lines().size(), 1);
    QVERIFY2(shape.match(lines().first()).hasMatch(), qPrintable(lines().first()));
}

void TestLog::fromSignal_off_isSilent()
{
    configure({.level = LogLevel::Off});
    logFromSignal("deadly");
    QCOMPARE(lines().size(), 0);
}

int main(int argc, char *argv[])
{
    // A zone whose offset is neither zero nor whole hours.
    ::setenv("TZ", "XYZ-05:45", 1);
    TestLog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_log.moc"
