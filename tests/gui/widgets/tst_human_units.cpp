#include "text/human_units.h"

#include <QLocale>
#include <QTest>
#include <limits>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using Size = std::optional<quint64>;
Q_DECLARE_METATYPE(Size)

class TestHumanUnits : public QObject {
    Q_OBJECT
private slots:
    void parseByteSize_texts_giveExactBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Size>("bytes");
        const auto row = [](const QString &text, Size bytes) { QTest::newRow(qPrintable(text)) << text << bytes; };
        row(u"0"_s, 0);
        row(u"512"_s, 512);
        row(u" 20 MiB "_s, 20 * kMiB);
        row(u"1.5G"_s, kGiB + kGiB / 2);
        row(u"64 kb"_s, 64 * kKiB);
        row(u".5k"_s, 512);
        row(u"5. K"_s, 5 * kKiB);
        row(u"2TiB"_s, 2 * kTiB);
        row(u"18446744073709551615"_s, std::numeric_limits<quint64>::max());
        row(u"18446744073709551616"_s, std::nullopt);
        row(u"16777216 TiB"_s, std::nullopt);
        row(u"16777215.9999 TiB"_s, std::nullopt); // not a whole number of bytes
        row(u"0.3 B"_s, std::nullopt);
        row(u"1.1 KiB"_s, std::nullopt);
        row(u"-1"_s, std::nullopt);
        row(u""_s, std::nullopt);
        row(u"."_s, std::nullopt);
        row(u"MiB"_s, std::nullopt);
        row(u"1.2.3 G"_s, std::nullopt);
        row(u"5 MiBs"_s, std::nullopt);
        row(u"5 X"_s, std::nullopt);
        row(u"1e3"_s, std::nullopt);
    }
    void parseByteSize_texts_giveExactBytes()
    {
        QFETCH(QString, text);
        QFETCH(Size, bytes);
        QCOMPARE(parseByteSize(text), bytes);
    }

    void parseByteSize_bareNumber_countsTheBareUnit()
    {
        QCOMPARE(parseByteSize(u"512"_s, kMiB), Size(512 * kMiB));
        QCOMPARE(parseByteSize(u"512 B"_s, kMiB), Size(512));
    }

    void parseByteSize_decimalComma_followsTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const Size comma = parseByteSize(u"1,5 GiB"_s);
        const Size point = parseByteSize(u"1.5 GiB"_s);
        const QString shown = formatByteSizeExact(kGiB + kGiB / 2);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(comma, Size(kGiB + kGiB / 2));
        QCOMPARE(point, comma);
        QCOMPARE(shown, u"1,5 GiB"_s);
    }

    void formatByteSizeExact_sizes_readBackTheSame()
    {
        quint64 size = 1;
        for (int i = 0; i < 5000; ++i) {
            size = size * 6364136223846793005ULL + 1442695040888963407ULL;
            const quint64 tried = size >> (i % 64);
            QCOMPARE(parseByteSize(formatByteSizeExact(tried)), Size(tried));
        }
        for (const quint64 tried :
             {quint64{0}, kKiB - 1, kKiB, kKiB + 1, kMiB + kKiB, 3 * kGiB / 2, kTiB - 1, ~quint64{0}})
            QCOMPARE(parseByteSize(formatByteSizeExact(tried)), Size(tried));
    }

    void formatByteSizeExact_roundSizes_areShort()
    {
        QCOMPARE(formatByteSizeExact(512 * kMiB), u"512 MiB"_s);
        QCOMPARE(formatByteSizeExact(3 * kGiB / 2), u"1.5 GiB"_s);
        QCOMPARE(formatByteSizeExact(1025), u"1025 B"_s);
        QCOMPARE(formatByteSizeExact(0), u"0 B"_s);
    }

    void formatByteSize_values_haveThreeDigits()
    {
        QCOMPARE(formatByteSize(1023), u"1023 B"_s);
        QCOMPARE(formatByteSize(1.456 * 1024 * 1024 * 1024), u"1.46 GiB"_s);
        QCOMPARE(formatByteSize(123.4 * 1024), u"123 KiB"_s);
        QCOMPARE(formatByteSize(1023.9 * 1024), u"1 MiB"_s.replace(u"1 "_s, u"1.00 "_s));
    }

    void formatCount_values_areShortened()
    {
        QCOMPARE(formatCount(0), u"0"_s);
        QCOMPARE(formatCount(12345), u"12.3 k"_s);
        QCOMPARE(formatCount(4560000), u"4.56 M"_s);
        QCOMPARE(formatCount(999.9), u"1.00 k"_s);
    }
};

QTEST_APPLESS_MAIN(TestHumanUnits)
#include "tst_human_units.moc"
