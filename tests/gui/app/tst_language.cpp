#include "manager/machine_text.h"
#include "text/language.h"

#include <QGuiApplication>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// One language a process: what was installed stays.
class TestLanguage : public QObject {
    Q_OBJECT

private slots:
    void everyLanguage_speaks_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("running");
        QTest::addColumn<QString>("oneProcessor");
        QTest::newRow("en") << u"en"_s << u"Running"_s << u"1 vCPU"_s;
        QTest::newRow("de") << u"de"_s << u"Läuft"_s << u"1 vCPU"_s;
        QTest::newRow("fr") << u"fr"_s << QString() << QString();
        QTest::newRow("ja") << u"ja"_s << QString() << QString();
        QTest::newRow("zh_CN") << u"zh_CN"_s << QString() << QString();
    }

    void everyLanguage_speaks()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, running);
        QFETCH(const QString, oneProcessor);
        installLanguage(*QCoreApplication::instance(), code);
        const QString text = stateText(MachineState::Running);
        if (running.isEmpty())
            QVERIFY2(text != u"Running"_s, qPrintable(text));
        else
            QCOMPARE(text, running);
        const QString size = sizeText({.vcpuCount = 1, .memSizeMib = 512});
        QVERIFY2(!size.contains(u"(s)"_s), qPrintable(size));
        if (!oneProcessor.isEmpty())
            QVERIFY2(size.startsWith(oneProcessor), qPrintable(size));
    }

    void list_hasEachOnce()
    {
        QStringList codes;
        for (const Language &language : languages()) {
            QVERIFY(!language.name.isEmpty());
            codes << language.code;
        }
        QCOMPARE(codes, (QStringList{u"en"_s, u"de"_s, u"fr"_s, u"ja"_s, u"zh_CN"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
