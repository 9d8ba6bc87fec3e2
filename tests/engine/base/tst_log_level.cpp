#include "base/log_level.h"

#include <QTest>

using namespace sparkler;

class TestLogLevel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void word_anyCaseIsUnderstood_data();
    void word_anyCaseIsUnderstood();
};

void TestLogLevel::word_anyCaseIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("expected"); // -1: refused
    const auto row = [](const char *word, LogLevel level) {
        QTest::newRow(word) << QByteArray(word) << static_cast<int>(level);
    };
    row("Error", LogLevel::Error);
    row("ERROR", LogLevel::Error);
    row("Warning", LogLevel::Warn);
    row("wArNiNg", LogLevel::Warn);
    row("Warn", LogLevel::Warn);
    row("Info", LogLevel::Info);
    row("debug", LogLevel::Debug);
    row("Trace", LogLevel::Trace);
    row("off", LogLevel::Off);
    for (const char *bad : {"", "Warnings", "Inf", "Info ", "0"})
        QTest::addRow("refused '%s'", bad) << QByteArray(bad) << -1;
}

void TestLogLevel::word_anyCaseIsUnderstood()
{
    QFETCH(QByteArray, word);
    QFETCH(int, expected);
    const auto level = parseLogLevel(word.toStdString());
    QCOMPARE(level ? static_cast<int>(*level) : -1, expected);
}

QTEST_APPLESS_MAIN(TestLogLevel)
#include "tst_log_level.moc"
