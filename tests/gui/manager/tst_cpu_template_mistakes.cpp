#include "manager/cpu_template_text.h"
#include "manager/positioned_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// What is said about the text of a CPU template before an engine sees it, and how one is written for people.
class TestCpuTemplateMistakes : public QObject {
    Q_OBJECT

    static QString shown(const QList<CpuTemplateMistake> &mistakes)
    {
        QStringList lines;
        for (const CpuTemplateMistake &one : mistakes)
            lines << u"%1:%2+%3 %4"_s.arg(one.line).arg(one.column).arg(one.length).arg(one.reason);
        return lines.join(u'\n');
    }
    static QString cpuid(const QString &fields) { return u"{\"cpuid_modifiers\": [{%1}]}"_s.arg(fields); }
    static QString msr(const QString &fields) { return u"{\"msr_modifiers\": [{%1}]}"_s.arg(fields); }
    static QString withRegister(const QString &fields)
    {
        return cpuid(uR"("leaf":"0x1","subleaf":"0x0","flags":0,"modifiers":[{%1}])"_s.arg(fields));
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void good_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u"{}"_s;
        QTest::newRow("lists") << uR"({"kvm_capabilities":[],"cpuid_modifiers":[],"msr_modifiers":[]})"_s;
        QTest::newRow("capabilities") << uR"({"kvm_capabilities":["171","!4294967295"]})"_s;
        QTest::newRow("cpuid") << withRegister(uR"("register":"ecx","bitmap":"0b1x0")"_s);
        QTest::newRow("binary numbers") << cpuid(
            uR"("leaf":"0b1","subleaf":"0xFf","flags":4294967295,"modifiers":[],"note":"ignored")"_s);
        QTest::newRow("bits apart") << msr(uR"("addr":"0x10a","bitmap":"0bxxxx_1111")"_s);
        QTest::newRow("64 bits") << msr(uR"("addr":"0xffffffff","bitmap":"%1")"_s.arg(QString(64, u'x')));
        QTest::newRow("no JSON") << u"{"_s; // told by whoever shows it
    }
    void good()
    {
        QFETCH(QString, text);
        QCOMPARE(shown(cpuTemplateMistakes(text)), QString());
    }

    void mistake_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("list") << u"[]"_s << u"1:1+2 a template is an object, { … }"_s;
        QTest::newRow("unknown key") << u"{\n  \"cpuid\": []}"_s
                                     << u"2:3+7 “cpuid” is not known here; kvm_capabilities, cpuid_modifiers and "
                                        u"msr_modifiers are"_s;
        QTest::newRow("twice") << uR"({"msr_modifiers":[],"msr_modifiers":[]})"_s
                               << u"1:21+15 “msr_modifiers” is there twice"_s;
        QTest::newRow("no list") << uR"({"msr_modifiers":null})"_s << u"1:18+4 a list is expected, [ … ]"_s;
        QTest::newRow("capability number") << uR"({"kvm_capabilities":[171]})"_s
                                           << u"1:22+3 a capability is a text with its number, like \"171\" or "
                                              u"\"!171\""_s;
        QTest::newRow("capability hex") << uR"({"kvm_capabilities":["0xab"]})"_s
                                        << u"1:22+6 a capability is a decimal number of 32 bits, with ! in front when "
                                           u"it need not be there"_s;
        QTest::newRow("no prefix") << msr(uR"("addr":"10a","bitmap":"0b1")"_s)
                                   << u"1:28+5 a number in quotes is expected, with 0x or 0b in front"_s;
        QTest::newRow("bare number") << msr(uR"("addr":266,"bitmap":"0b1")"_s)
                                     << u"1:28+3 a number in quotes is expected, with 0x or 0b in front"_s;
        QTest::newRow("33 bits") << msr(uR"("addr":"0x100000000","bitmap":"0b1")"_s)
                                 << u"1:28+13 this is no number of 32 bits"_s;
        QTest::newRow("no digits") << msr(uR"("addr":"0x","bitmap":"0b1")"_s)
                                   << u"1:28+4 this is no number of 32 bits"_s;
        QTest::newRow("foreign digits") << msr(u"\"addr\":\"0x١\",\"bitmap\":\"0b1\""_s)
                                        << u"1:28+5 this is no number of 32 bits"_s;
        QTest::newRow("missing") << msr(uR"("addr":"0x1")"_s) << u"1:20+14 “bitmap” is missing"_s;
        QTest::newRow("bit") << msr(uR"("addr":"0x1","bitmap":"0b2")"_s)
                             << u"1:43+5 a bit is 0, 1 or x (as on the host), not “2”"_s;
        QTest::newRow("too many bits") << withRegister(uR"("register":"eax","bitmap":"0b%1")"_s.arg(QString(33, u'x')))
                                       << u"1:102+37 the register has 32 bits, and here are 33"_s;
        QTest::newRow("register") << withRegister(uR"("register":"EAX","bitmap":"0b1")"_s)
                                  << u"1:87+5 a register is one of \"eax\", \"ebx\", \"ecx\" and \"edx\""_s;
        QTest::newRow("flags") << cpuid(uR"("leaf":"0x1","subleaf":"0x0","flags":"1","modifiers":[])"_s)
                               << u"1:60+3 flags are a number without quotes: 0, or 1 for a leaf with sub-leaves"_s;
        QTest::newRow("fraction") << cpuid(uR"("leaf":"0x1","subleaf":"0x0","flags":0.5,"modifiers":[])"_s)
                                  << u"1:60+3 flags are a number without quotes: 0, or 1 for a leaf with sub-leaves"_s;
        QTest::newRow("several lines") << u"{\"cpuid_modifiers\": [\n  {\n \"leaf\": 1 } ]}"_s
                                       << u"3:10+1 a number in quotes is expected, with 0x or 0b in front\n"
                                          u"2:3+1 “subleaf” is missing\n2:3+1 “flags” is missing\n"
                                          u"2:3+1 “modifiers” is missing"_s;
    }
    void mistake()
    {
        QFETCH(QString, text);
        QFETCH(QString, told);
        QCOMPARE(shown(cpuTemplateMistakes(text)), told);
    }

    void largerThanARequest_isTold()
    {
        const QString capability = uR"("1",)"_s;
        const auto textOf = [&](qsizetype count) -> QString {
            return u"{\"kvm_capabilities\":["_s + capability.repeated(count).chopped(1) + u"]}"_s;
        };
        QCOMPARE(shown(cpuTemplateMistakes(textOf(4096))), QString());
        QVERIFY(shown(cpuTemplateMistakes(textOf(4097))).contains(u"a list has at most 4096 changes"_s));
        const QString wide = uR"({"msr_modifiers":[],"kvm_capabilities":["%1"]})"_s.arg(QString(51200, u'0'));
        QVERIFY(shown(cpuTemplateMistakes(wide)).contains(u"at most 51200 fit into a request"_s));
    }

    void deepNesting_endsTheReading()
    {
        const QString text = QString(100000, u'[') + QString(100000, u']');
        QVERIFY(!readPositioned(text));
        QVERIFY(cpuTemplateMistakes(text).isEmpty());
        QVERIFY(readPositioned(QString(kDeepestJson, u'[') + QString(kDeepestJson, u']')));
    }

    void positioned_takesWhatTheLibraryTakes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const QString &text :
             {u"{}"_s, u"[]"_s, u" { \"a\" : [ 1 , -2.5e3 , true , null ] } "_s, u"{\"\\u00e4\\n\": \"\\\"\"}"_s})
            QTest::newRow(qPrintable(text)) << text << true;
        for (const QString &text : {u"{"_s, u"{\"a\"}"_s, u"[1,]"_s, u"[1 2]"_s, u"{\"a\":}"_s, u"[\"a]"_s, u"[\"\\"_s,
                                    u"[] x"_s, u"[nul]"_s})
            QTest::newRow(qPrintable(text)) << text << false;
    }
    void positioned_takesWhatTheLibraryTakes()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(readPositioned(text).has_value(), good);
        QCOMPARE(!QJsonDocument::fromJson(text.toUtf8()).isNull(), good);
    }

    void positioned_escapes_areResolved()
    {
        const auto read = readPositioned(u"{\"\\u00e4\": \"a\\\"b\"}"_s);
        QVERIFY(read);
        QCOMPARE(read->members.size(), 1);
        QCOMPARE(read->members[0].name.text, u"ä"_s);
        QCOMPARE(read->members[0].value.text, u"a\"b"_s);
        QCOMPARE(read->members[0].value.at, 11);
        QCOMPARE(read->members[0].value.length, 6);
    }

    void text_hasItsOrderAndALineForEachChange()
    {
        const QJsonObject object =
            QJsonDocument::fromJson(
                R"({"msr_modifiers":[{"bitmap":"0b1","addr":"0x10a"}],"kvm_capabilities":[],"cpuid_modifiers":[
                {"modifiers":[{"bitmap":"0b0","register":"eax"},{"register":"edx","bitmap":"0b1"}],"flags":1,
                "subleaf":"0x0","leaf":"0x7"}]})")
                .object();
        const QString text = cpuTemplateText(object);
        QCOMPARE(text, uR"({
  "kvm_capabilities": [],
  "cpuid_modifiers": [
    { "leaf": "0x7", "subleaf": "0x0", "flags": 1, "modifiers": [
      { "register": "eax", "bitmap": "0b0" },
      { "register": "edx", "bitmap": "0b1" }
    ] }
  ],
  "msr_modifiers": [
    { "addr": "0x10a", "bitmap": "0b1" }
  ]
}
)"_s);
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), object);
        QCOMPARE(cpuTemplateText({}), u"{}\n"_s);
    }

    void text_oddOnes_loseNothing()
    {
        const QJsonObject object{{u"x"_s, QJsonObject{{u"y"_s, QJsonArray{QJsonArray(), QJsonObject()}}}},
                                 {u"msr_modifiers"_s, 5},
                                 {u"\""_s, u"\n"_s}};
        QCOMPARE(QJsonDocument::fromJson(cpuTemplateText(object).toUtf8()).object(), object);
    }
};

QTEST_GUILESS_MAIN(TestCpuTemplateMistakes)
#include "tst_cpu_template_mistakes.moc"
