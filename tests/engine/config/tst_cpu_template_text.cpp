// Custom CPU templates as text: numbers, bitmaps, capabilities, and the JSON around them.
#include "config/cpu_template_json.h"
#include "config/cpu_template_text.h"
#include "config/parse.h"

#include <QTest>

#include <random>

using namespace sparkler;

namespace {

template <typename T>
QByteArray errorOf(const Result<T> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text);
}

} // namespace

class TestCpuTemplateText : public QObject {
    Q_OBJECT
private slots:
    void numbers_data();
    void numbers();
    void bitmaps_data();
    void bitmaps();
    void bitmapText_isReadBack();
    void capabilities_data();
    void capabilities();
    void json_whole();
    void json_empty_isATemplate();
    void json_errors_data();
    void json_errors();
    void json_isReadBack();
    void json_tooManyChanges_areRefused();
};

void TestCpuTemplateText::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<unsigned>("number");
    QTest::addColumn<QByteArray>("error");
    const auto good = [](const char *text, unsigned number) {
        QTest::newRow(text) << QByteArray(text) << number << QByteArray();
    };
    const auto bad = [](const char *text, const char *kind) {
        QTest::newRow(*text ? text : "nothing")
            << QByteArray(text) << 0u
            << QByteArray("Failed to parse string [") + text +
                   "] as a number for CPU template - ParseIntError { kind: " + kind + " }";
    };
    const auto bare = [](const char *text) {
        QTest::newRow(*text ? text : "nothing")
            << QByteArray(text) << 0u
            << QByteArray("No supported number system prefix found in value [") + text +
                   "]. Make sure to prefix the number with '0x' for hexadecimal numbers or '0b' for binary numbers.";
    };
    good("0x0", 0);
    good("0x80000001", 0x8000'0001);
    good("0xFfFfFfFf", 0xffff'ffff);
    good("0b101", 5);
    bad("0x", "Empty");
    bad("0xg", "InvalidDigit");
    bad("0x-1", "InvalidDigit");
    bad("0b2", "InvalidDigit");
    bad("0x100000000", "PosOverflow");
    bare("");
    bare("1");
    bare("0X1");
    bare(" 0x1");
}

void TestCpuTemplateText::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(unsigned, number);
    QFETCH(QByteArray, error);
    const auto parsed = parseTemplateNumber(text.toStdString());
    QCOMPARE(errorOf(parsed), error);
    QCOMPARE(parsed.value_or(0), number);
}

void TestCpuTemplateText::bitmaps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<unsigned>("width");
    QTest::addColumn<quint64>("filter");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QByteArray>("error");
    const auto good = [](const char *text, unsigned width, quint64 filter, quint64 value) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << width << filter << value << QByteArray();
    };
    const auto bad = [](const char *text, unsigned width, const char *why) {
        QTest::newRow(text) << QByteArray(text) << width << quint64{0} << quint64{0}
                            << QByteArray("Failed to parse string [") + text + "] as a bitmap - " + why;
    };
    good("0b1", 32, 1, 1);
    good("x0x1", 32, 0b0101, 0b0001);
    good("0bxxxx_0001_1x", 32, 0b11'1110, 0b00'0110);
    good("0b", 32, 0, 0);
    good("", 32, 0, 0);
    good("0b11111111111111111111111111111111", 32, 0xffff'ffff, 0xffff'ffff);
    good("0b1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0", 64, 0x8000'0000'0000'0001,
         0x8000'0000'0000'0000);
    bad("0b111111111111111111111111111111111", 32, "string is too long");
    bad("0b12", 32, "unknown character: 50");
    bad("0bX", 32, "unknown character: 88");
    good("0x1", 32, 0b101, 0b001); // no prefix of numbers here: the bits 0, x and 1
}

void TestCpuTemplateText::bitmaps()
{
    QFETCH(QByteArray, text);
    QFETCH(unsigned, width);
    QFETCH(quint64, filter);
    QFETCH(quint64, value);
    QFETCH(QByteArray, error);
    const auto parsed = parseBitmap(text.toStdString(), width);
    QCOMPARE(errorOf(parsed), error);
    if (parsed)
        QVERIFY((*parsed == BitChange{filter, value}));
}

void TestCpuTemplateText::bitmapText_isReadBack()
{
    QCOMPARE(bitmapText({0b110, 0b010}, 4), "0bx01x");
    std::mt19937_64 random(3);
    for (const unsigned width : {32u, 64u}) {
        for (int round = 0; round < 200; ++round) {
            const std::uint64_t filter = random() >> (64 - width);
            const BitChange change{filter, random() & filter};
            const std::string text = bitmapText(change, width);
            QCOMPARE(text.size(), 2 + width);
            QVERIFY(parseBitmap(text, width).value() == change);
        }
    }
}

void TestCpuTemplateText::capabilities_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<unsigned>("number");
    QTest::addColumn<bool>("removed");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("171") << QByteArray("171") << 171u << false << QByteArray();
    QTest::newRow("!56") << QByteArray("!56") << 56u << true << QByteArray();
    const auto bad = [](const char *text, const char *why) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << 0u << false
                                                << QByteArray("Failed to parse string [") + text +
                                                       "] as a kvm capability - can not convert to numeric: " + why;
    };
    bad("", "cannot parse integer from empty string");
    bad("!", "cannot parse integer from empty string");
    bad("!!1", "invalid digit found in string");
    bad("0x1", "invalid digit found in string");
    bad("4294967296", "number too large to fit in target type");
}

void TestCpuTemplateText::capabilities()
{
    QFETCH(QByteArray, text);
    QFETCH(unsigned, number);
    QFETCH(bool, removed);
    QFETCH(QByteArray, error);
    const auto parsed = parseCapability(text.toStdString());
    QCOMPARE(errorOf(parsed), error);
    if (parsed)
        QVERIFY((*parsed == CapabilityChange{number, removed}));
}

void TestCpuTemplateText::json_whole()
{
    const auto parsed = parseCpuConfig(R"({"kvm_capabilities": ["1", "!171"],
        "cpuid_modifiers": [{"leaf": "0x7", "subleaf": "0b1", "flags": 1, "more": {}, "modifiers": [
            {"register": "ebx", "bitmap": "0b1x"}, {"bitmap": "0", "register": "edx"}]}],
        "msr_modifiers": [{"addr": "0x10a", "bitmap": "0b_1"}]})");
    QCOMPARE(errorOf(parsed), QByteArray());
    const CustomCpuTemplate expected{
        .capabilities = {{1, false}, {171, true}},
        .cpuid = {{7, 1, 1, {{CpuidRegister::Ebx, {0b10, 0b10}}, {CpuidRegister::Edx, {1, 0}}}}},
        .msrs = {{0x10a, {1, 1}}}};
    QVERIFY(*parsed == expected);
}

void TestCpuTemplateText::json_empty_isATemplate()
{
    QVERIFY(parseCpuConfig("{}").value() == CustomCpuTemplate());
    QVERIFY(parseCpuConfig(R"({"cpuid_modifiers": [], "msr_modifiers": []})").value() == CustomCpuTemplate());
}

void TestCpuTemplateText::json_errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("error"); // how it begins, after the words for every body
    const auto row = [](const char *name, const char *json, const char *error) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(error);
    };
    row("a string", R"("{}")", R"(invalid type: string "{}", expected struct CustomCpuTemplate at line 1 column 4)");
    row("unknown key", R"({"reg_modifiers": []})",
        "unknown field `reg_modifiers`, expected one of `kvm_capabilities`, `cpuid_modifiers`, `msr_modifiers` at line "
        "1 "
        "column 16");
    row("null list", R"({"msr_modifiers": null})", "invalid type: null, expected a sequence at line 1 column 22");
    row("no flags", R"({"cpuid_modifiers": [{"leaf": "0x1", "subleaf": "0x0", "modifiers": []}]})",
        "missing field `flags`");
    row("no register",
        R"({"cpuid_modifiers": [{"leaf":"0x1","subleaf":"0x0","flags":0,"modifiers":[{"bitmap":"1"}]}]})",
        "missing field `register`");
    row("other register",
        R"({"cpuid_modifiers": [{"leaf":"0x1","subleaf":"0x0","flags":0,"modifiers":[{"register":"rax","bitmap":"1"}]}]})",
        "Invalid CPUID register. Must be one of [eax, ebx, ecx, edx]");
    row("number is a number", R"({"msr_modifiers": [{"addr": 1, "bitmap": "1"}]})",
        "invalid type: integer `1`, expected a string");
    row("bitmap too long",
        R"({"cpuid_modifiers": [{"leaf":"0x1","subleaf":"0x0","flags":0,"modifiers":[{"register":"eax","bitmap":"111111111111111111111111111111111"}]}]})",
        "Failed to parse string [111111111111111111111111111111111] as a bitmap - string is too long");
    row("flags too large", R"({"cpuid_modifiers": [{"leaf":"0x1","subleaf":"0x0","flags":4294967296,"modifiers":[]}]})",
        "invalid value: integer `4294967296`, expected u32");
    row("capability", R"({"kvm_capabilities": ["x"]})",
        "Failed to parse string [x] as a kvm capability - can not convert to numeric: invalid digit found in string");
}

void TestCpuTemplateText::json_errors()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, error);
    const QByteArray text = errorOf(parseCpuConfig(json.toStdString()));
    const QByteArray words = "An error occurred when deserializing the json body of a request: ";
    QVERIFY2(text.startsWith(words + error), text.constData());
    QVERIFY2(text.contains("at line 1 column "), text.constData());
}

void TestCpuTemplateText::json_isReadBack()
{
    std::mt19937_64 random(4);
    for (int round = 0; round < 100; ++round) {
        CustomCpuTemplate made;
        for (std::uint64_t i = random() % 4; i-- > 0;)
            made.capabilities.push_back({static_cast<std::uint32_t>(random()), random() % 2 == 0});
        for (std::uint64_t i = random() % 4; i-- > 0;) {
            CpuidChange &change = made.cpuid.emplace_back();
            change = {static_cast<std::uint32_t>(random()),
                      static_cast<std::uint32_t>(random()),
                      static_cast<std::uint32_t>(random() % 8),
                      {}};
            for (std::uint64_t reg = random() % 4; reg < 4; ++reg) {
                const std::uint64_t filter = random() & 0xffff'ffff;
                change.registers.push_back({static_cast<CpuidRegister>(reg), {filter, random() & filter}});
            }
        }
        for (std::uint64_t i = random() % 4; i-- > 0;) {
            const std::uint64_t filter = random();
            made.msrs.push_back({static_cast<std::uint32_t>(random()), {filter, random() & filter}});
        }
        const auto again = parseCpuTemplate(toJson(made));
        QVERIFY2(again.has_value(), again ? "" : again.error().text.c_str());
        QVERIFY(*again == made);
    }
}

void TestCpuTemplateText::json_tooManyChanges_areRefused()
{
    CustomCpuTemplate made;
    made.msrs.assign(kMostTemplateChanges, {});
    QVERIFY(parseCpuTemplate(toJson(made)).has_value());
    made.msrs.push_back({});
    QVERIFY(errorOf(parseCpuTemplate(toJson(made))).contains("a list of more than 4096 changes"));
}

QTEST_APPLESS_MAIN(TestCpuTemplateText)
#include "tst_cpu_template_text.moc"
