#include "accessible_names.h"
#include "widgets/byte_size_field.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestSizeField : public QObject {
    Q_OBJECT

    static void type(ByteSizeField &field, const QString &text)
    {
        field.selectAll();
        QTest::keyClicks(&field, text);
    }

private slots:
    void typed_withUnit_givesBytesAndTidiesAtTheEnd()
    {
        ByteSizeField field;
        QSignalSpy changed(&field, &ByteSizeField::valueChanged);
        type(field, u"1.5G"_s);
        QCOMPARE(field.value(), 3 * kGiB / 2);
        QCOMPARE(field.text(), u"1.5G"_s);
        QVERIFY(changed.count() > 0);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.text(), u"1.5 GiB"_s);
    }

    void typed_bareNumber_countsTheBareUnit()
    {
        ByteSizeField field;
        field.setBareUnit(kMiB);
        type(field, u"512"_s);
        QCOMPARE(field.value(), 512 * kMiB);
    }

    void typed_wrong_keepsValueTextAndExplains_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nonsense") << u"much"_s;
        QTest::newRow("too small") << u"1 KiB"_s;
        QTest::newRow("too large") << u"5 TiB"_s;
        QTest::newRow("between the steps") << u"1536 KiB"_s;
        QTest::newRow("negative") << u"-5M"_s;
    }
    void typed_wrong_keepsValueTextAndExplains()
    {
        QFETCH(QString, text);
        ByteSizeField field;
        field.setRange(kMiB, kTiB);
        field.setGranularity(kMiB);
        field.setValue(512 * kMiB);
        type(field, text);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.text(), text);
        QCOMPARE(field.validity().level, Validity::Level::Error);
        QVERIFY(!field.validity().text.isEmpty());
        QCOMPARE(field.accessibleDescription(), field.validity().text);
        type(field, u"64 MiB"_s);
        QCOMPARE(field.validity(), Validity{});
        QCOMPARE(field.value(), 64 * kMiB);
    }

    void arrows_step_inASensibleUnit()
    {
        ByteSizeField field;
        field.setRange(0, 2 * kGiB);
        field.setValue(512 * kMiB);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.value(), 513 * kMiB);
        QTest::keyClick(&field, Qt::Key_Down);
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(field.value(), 511 * kMiB);
        field.setValue(2 * kGiB - 5);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.value(), 2 * kGiB);
        field.setValue(3);
        QTest::keyClick(&field, Qt::Key_PageDown);
        QCOMPARE(field.value(), quint64{0});
    }

    void setValue_outside_isClamped()
    {
        ByteSizeField field;
        field.setRange(10, 20);
        QCOMPARE(field.value(), quint64{10});
        field.setValue(99);
        QCOMPARE(field.value(), quint64{20});
    }

    void count_kind_takesWholeNumbersWithSuffix()
    {
        ByteSizeField field(nullptr, ByteSizeField::Kind::Count);
        field.setUnitSuffix(u" ops/s"_s);
        field.setValue(1500);
        QVERIFY(field.text().endsWith(u" ops/s"_s));
        type(field, u"2500"_s);
        QCOMPARE(field.value(), quint64{2500});
        type(field, u"1k"_s);
        QCOMPARE(field.validity().level, Validity::Level::Error);
    }

    void focusableChildren_all_haveNames()
    {
        ByteSizeField field;
        QCOMPARE(namelessFocusableWidgets(field), QStringList());
    }
};

QTEST_MAIN(TestSizeField)
#include "tst_size_field.moc"
