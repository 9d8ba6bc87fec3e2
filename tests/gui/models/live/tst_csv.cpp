#include "models/csv.h"

#include <QTest>

#include <cmath>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestCsv : public QObject {
    Q_OBJECT
private slots:
    void line_specialCharacters_areQuoted();
    void document_columnsOfDifferentTimes_areMerged();
    void document_numbers_areExactAndWithFullStop();
    void document_nothing_isTheHeader();
};

void TestCsv::line_specialCharacters_areQuoted()
{
    QCOMPARE(csvLine({u"plain"_s, u"a,b"_s, u"say \"x\""_s, u"two\nlines"_s, u"cr\r"_s, QString()}),
             QByteArray("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"cr\r\",\r\n"));
    QCOMPARE(csvLine({QString(), u"ü"_s}), QByteArray(",\xc3\xbc\r\n"));
}

void TestCsv::document_columnsOfDifferentTimes_areMerged()
{
    const QByteArray document =
        csvDocument({{u"a"_s, {1000, 2000}, {1, std::nan("")}}, {u"b,c"_s, {1500, 2000}, {2.5, 3}}});
    QCOMPARE(document, QByteArray("time,a,\"b,c\"\r\n"
                                  "1970-01-01T00:00:01.000Z,1,\r\n"
                                  "1970-01-01T00:00:01.500Z,,2.5\r\n"
                                  "1970-01-01T00:00:02.000Z,,3\r\n"));
}

void TestCsv::document_numbers_areExactAndWithFullStop()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QByteArray document = csvDocument({{u"a"_s, {0, 1, 2}, {9007199254740992.0, 0.1, 1234567.5}}});
    QLocale::setDefault(before);
    QVERIFY2(document.contains(",9007199254740992\r\n"), document);
    QVERIFY2(document.contains(",0.1\r\n"), document);
    QVERIFY2(document.contains(",1234567.5\r\n"), document);
}

void TestCsv::document_nothing_isTheHeader()
{
    QCOMPARE(csvDocument({}), QByteArray("time\r\n"));
    QCOMPARE(csvDocument({{u"a"_s, {}, {}}}), QByteArray("time,a\r\n"));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
