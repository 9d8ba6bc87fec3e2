#include "base/instance_id.h"

#include <QTest>

using namespace sparkler;

class TestInstanceId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void check_id_data();
    void check_id();
};

void TestInstanceId::check_id_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("text"); // empty: valid
    QTest::addColumn<QByteArray>("debugText");
    const auto valid = [](const char *name, const QByteArray &id) {
        QTest::newRow(name) << id << QByteArray() << QByteArray();
    };
    valid("one letter", "a");
    valid("all kinds", "Az09-");
    valid("64 bytes", QByteArray(64, 'x'));
    QTest::newRow("empty") << QByteArray("") << QByteArray("Invalid len (0);  the length must be between 1 and 64")
                           << QByteArray("InvalidLen(0, 1, 64)");
    QTest::newRow("65 bytes") << QByteArray(65, 'x')
                              << QByteArray("Invalid len (65);  the length must be between 1 and 64")
                              << QByteArray("InvalidLen(65, 1, 64)");
    QTest::newRow("underscore") << QByteArray("abc_d") << QByteArray("Invalid char (_) at position 3")
                                << QByteArray("InvalidChar('_', 3)");
    QTest::newRow("slash first") << QByteArray("/abc") << QByteArray("Invalid char (/) at position 0")
                                 << QByteArray("InvalidChar('/', 0)");
    QTest::newRow("quote") << QByteArray("a'") << QByteArray("Invalid char (') at position 1")
                           << QByteArray("InvalidChar('\\'', 1)");
    QTest::newRow("two-byte letter") << QByteArray("a\xc3\xa9z") << QByteArray("Invalid char (\xc3\xa9) at position 1")
                                     << QByteArray("InvalidChar('\xc3\xa9', 1)");
    QTest::newRow("broken UTF-8") << QByteArray("\xc3") << QByteArray("Invalid char (\xc3) at position 0")
                                  << QByteArray("InvalidChar('\xc3', 0)");
}

void TestInstanceId::check_id()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, debugText);
    const auto wrong = checkInstanceId(id.toStdString());
    QCOMPARE(wrong ? QByteArray::fromStdString(wrong->text()) : QByteArray(), text);
    QCOMPARE(wrong ? QByteArray::fromStdString(wrong->debugText()) : QByteArray(), debugText);
}

QTEST_APPLESS_MAIN(TestInstanceId)
#include "tst_instance_id.moc"
