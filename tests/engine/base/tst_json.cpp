#include "base/json_struct.h"
#include "base/json_text.h"
#include "base/json_writer.h"

#include <QTest>

using namespace sparkler;

namespace {

enum class Shade { Light, Dark };
constexpr std::array<JsonVariant<Shade>, 2> kShades{{{"Light", Shade::Light}, {"Dark", Shade::Dark}}};

struct Inner {
    std::uint64_t size = 0;
};
constexpr std::array kInnerFields{
    jsonField<&Inner::size, kJsonInteger<JsonInteger::U64>>("size", Presence::Required),
};
constexpr auto kInner = [](JsonReader &reader, Inner &out) {
    return readJsonStruct(reader, {"Inner", kInnerFields, UnknownFields::Ignored}, &out);
};
constexpr auto kEven = [](JsonReader &reader, std::uint32_t &out) {
    return kJsonInteger<JsonInteger::U32>(reader, out) && (out % 2 == 0 || reader.failLater("must be even"));
};

/// One field of each kind.
struct Sample {
    std::uint32_t count = 0;
    std::string name;
    bool flag = false;
    Shade shade = Shade::Light;
    std::optional<std::string> path;
    std::optional<Inner> inner;
    std::vector<std::string> list;
    std::uint32_t even = 0;
};
constexpr std::array kSampleFields{
    jsonField<&Sample::count, kJsonInteger<JsonInteger::U8>>("count", Presence::Required),
    jsonField<&Sample::name, kJsonString>("name", Presence::Required),
    jsonField<&Sample::flag, kJsonBool>("flag", Presence::Optional, Listing::Listed, "old_flag"),
    jsonField<&Sample::shade, kJsonEnum<kShades>>("shade"),
    jsonField<&Sample::path, kJsonNullable<kJsonPath>>("path"),
    jsonField<&Sample::inner, kJsonNullable<kInner>>("inner"),
    jsonField<&Sample::list, kJsonList<kJsonString>>("list"),
    jsonField<&Sample::even, kEven>("even", Presence::Optional, Listing::Unlisted),
};

/// "" when the text is a valid Sample.
std::string errorOf(std::string_view text)
{
    JsonReader reader(text);
    Sample sample;
    const bool ok = readJsonStruct(reader, {"Sample", kSampleFields}, &sample) && reader.finish();
    return ok ? "" : reader.errorText();
}

std::string anyErrorOf(std::string_view text)
{
    JsonReader reader(text);
    JsonKind kind{};
    std::string string;
    const bool ok = reader.readAny(kind, string) && reader.finish();
    return ok ? "" : reader.errorText();
}

std::string skipErrorOf(std::string_view text)
{
    JsonReader reader(text);
    const bool ok = reader.skipValue() && reader.finish();
    return ok ? "" : reader.errorText();
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void invalidDocument_reportsMessageAndPosition_data();
    void invalidDocument_reportsMessageAndPosition();
    void validDocument_isRead_data();
    void validDocument_isRead();
    void validDocument_fillsEveryField();
    void structAsArray_fillsListedFieldsInOrder();
    void escapedString_isDecoded();
    void deepNesting_isRefusedAt128();
    void deepNesting_costsNoStackWhenSkipped();
    void anyValue_reportsSyntax_data();
    void anyValue_reportsSyntax();
    void skippedValue_reportsSyntax_data();
    void skippedValue_reportsSyntax();
    void truncatedDocument_neverPasses();
    void utf8Flaw_isFound_data();
    void utf8Flaw_isFound();
    void debugQuoted_escapesLikeTheOriginal();
    void writer_writesCompactEscapedJson();
};

void TestJson::invalidDocument_reportsMessageAndPosition_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, QByteArray text, QByteArray error) { QTest::newRow(name) << text << error; };
    // Struct level.
    row("missing first", "{}", "missing field `count` at line 1 column 2");
    row("missing second", R"({"count":1})", "missing field `name` at line 1 column 11");
    row("missing on line 3", "{\n  \"count\": 1\n}", "missing field `name` at line 3 column 1");
    row("missing nested", R"({"inner":{}})", "missing field `size` at line 1 column 11");
    row("unknown many", R"({"foo": 1})",
        "unknown field `foo`, expected one of `count`, `name`, `flag`, `shade`, `path`, `inner`, `list` at line 1 "
        "column 6");
    row("unknown then blanks", R"({"foo"  : 1})",
        "unknown field `foo`, expected one of `count`, `name`, `flag`, `shade`, `path`, `inner`, `list` at line 1 "
        "column 8");
    row("duplicate", R"({"count":1,"count":2})", "duplicate field `count` at line 1 column 18");
    row("duplicate through alias", R"({"flag":true,"old_flag":true})", "duplicate field `flag` at line 1 column 23");
    row("value error before missing", R"({"name":1})",
        "invalid type: integer `1`, expected a string at line 1 column 9");
    row("struct is true", "true", "invalid type: boolean `true`, expected struct Sample at line 1 column 4");
    row("struct is string", R"("{}")", "invalid type: string \"{}\", expected struct Sample at line 1 column 4");
    row("nested struct is number", R"({"inner":5})",
        "invalid type: integer `5`, expected struct Inner at line 1 column 10");
    row("array too short", "[1]", "invalid length 1, expected struct Sample with 7 elements at line 1 column 3");
    row("array too long", R"([1,"n",true,"Dark",null,null,[],2])", "trailing characters at line 1 column 33");
    // Integers.
    row("string for integer", R"({"count": "-2"})", "invalid type: string \"-2\", expected u8 at line 1 column 14");
    row("negative", R"({"count": -2})", "invalid value: integer `-2`, expected u8 at line 1 column 12");
    row("over type", R"({"count": 256})", "invalid value: integer `256`, expected u8 at line 1 column 13");
    row("null", R"({"count": null})", "invalid type: null, expected u8 at line 1 column 14");
    row("bool", R"({"count": true})", "invalid type: boolean `true`, expected u8 at line 1 column 14");
    row("false", R"({"count": false})", "invalid type: boolean `false`, expected u8 at line 1 column 15");
    row("array", R"({"count": []})", "invalid type: sequence, expected u8 at line 1 column 10");
    row("object", R"({"count": {}})", "invalid type: map, expected u8 at line 1 column 10");
    row("whole float", R"({"count": 2.0})", "invalid type: floating point `2.0`, expected u8 at line 1 column 13");
    row("exponent", R"({"count": 1e2})", "invalid type: floating point `100.0`, expected u8 at line 1 column 13");
    row("fraction", R"({"count": -1.5})", "invalid type: floating point `-1.5`, expected u8 at line 1 column 14");
    row("minus zero", R"({"count": -0})", "invalid type: floating point `-0.0`, expected u8 at line 1 column 12");
    row("over u64", R"({"count": 18446744073709551616})",
        "invalid type: floating point `1.8446744073709552e+19`, expected u8 at line 1 column 30");
    row("u64 max", R"({"count": 18446744073709551615})",
        "invalid value: integer `18446744073709551615`, expected u8 at line 1 column 30");
    row("i64 min", R"({"count": -9223372036854775808})",
        "invalid value: integer `-9223372036854775808`, expected u8 at line 1 column 30");
    row("below i64", R"({"count": -9223372036854775809})",
        "invalid type: floating point `-9.223372036854776e+18`, expected u8 at line 1 column 30");
    row("number out of range", R"({"count": 1e400})", "number out of range at line 1 column 15");
    // Other scalars.
    row("string for bool", R"({"flag": "x"})", "invalid type: string \"x\", expected a boolean at line 1 column 12");
    row("integer for bool", R"({"flag": 1})", "invalid type: integer `1`, expected a boolean at line 1 column 10");
    row("null for bool", R"({"flag": null})", "invalid type: null, expected a boolean at line 1 column 13");
    row("integer for path", R"({"path": 1})", "invalid type: integer `1`, expected path string at line 1 column 10");
    row("scalar for list", R"({"list": "1"})", "invalid type: string \"1\", expected a sequence at line 1 column 12");
    row("bad element", R"({"list": ["a", 1]})", "invalid type: integer `1`, expected a string at line 1 column 16");
    row("string quoted in message", R"({"count": "a\"b\\\n"})",
        R"(invalid type: string "a\"b\\\n", expected u8 at line 1 column 20)");
    // Enums.
    row("variant", R"({"shade": "foo"})", "unknown variant `foo`, expected `Light` or `Dark` at line 1 column 15");
    row("variant number", R"({"shade": 1})", "expected value at line 1 column 11");
    row("variant null", R"({"shade": null})", "expected value at line 1 column 11");
    row("variant empty object", R"({"shade": {}})", "expected value at line 1 column 12");
    row("variant object with value", R"({"shade": {"Dark": 1}})",
        "invalid type: integer `1`, expected unit at line 1 column 20");
    row("variant object not closed", R"({"shade": {"Dark": null, "x": 1}})", "expected value at line 1 column 23");
    // Checks after the value: reported behind the closing bracket, or before the comma.
    row("late error at brace", R"({"even": 3})", "must be even at line 1 column 11");
    row("late error at blanks", R"({"even": 3  })", "must be even at line 1 column 13");
    row("late error at comma", R"({"even": 3 , "count": 1})", "must be even at line 1 column 11");
    row("late error close to comma", R"({"even": 3, "count": 1})", "must be even at line 1 column 10");
    // Syntax.
    row("eof after value", R"({"count": 1)", "EOF while parsing an object at line 1 column 11");
    row("eof after key", R"({"count")", "EOF while parsing an object at line 1 column 8");
    row("eof after comma", R"({"count": 1,)", "EOF while parsing a value at line 1 column 12");
    row("eof before value", R"({"count": )", "EOF while parsing a value at line 1 column 10");
    row("eof in key", R"({"cou)", "EOF while parsing a string at line 1 column 5");
    row("eof in list", R"({"list": ["a")", "EOF while parsing a list at line 1 column 13");
    row("empty", "", "EOF while parsing a value at line 1 column 0");
    row("blanks", "  ", "EOF while parsing a value at line 1 column 2");
    row("trailing x", R"({"count":1,"name":""}x)", "trailing characters at line 1 column 22");
    row("trailing brace after blanks", R"({"count":1,"name":""}  })", "trailing characters at line 1 column 24");
    row("trailing comma", R"({"count": 1,})", "trailing comma at line 1 column 13");
    row("trailing comma in list", R"({"list": ["a",]})", "trailing comma at line 1 column 15");
    row("bare key", "{count: 1}", "key must be a string at line 1 column 2");
    row("single quotes", "{'a':1}", "key must be a string at line 1 column 2");
    row("lone comma", "{,}", "key must be a string at line 1 column 2");
    row("no colon", R"({"count" 1})", "expected `:` at line 1 column 10");
    row("no comma", R"({"count": 1 "name":1})", "expected `,` or `}` at line 1 column 13");
    row("no comma in list", R"({"list": ["a" "b"]})", "expected `,` or `]` at line 1 column 15");
    row("leading zero", R"({"count": 01})", "invalid number at line 1 column 12");
    row("point without digits", R"({"count": 1.})", "invalid number at line 1 column 13");
    row("exponent without digits", R"({"count": 1e})", "invalid number at line 1 column 13");
    row("minus alone", R"({"count": -})", "invalid number at line 1 column 12");
    row("eof after minus", R"({"count": -)", "EOF while parsing a value at line 1 column 11");
    row("plus", R"({"count": +1})", "expected value at line 1 column 11");
    row("point first", R"({"count": .5})", "expected value at line 1 column 11");
    row("quote kind", R"({"count": 'a'})", "expected value at line 1 column 11");
    row("nothing", R"({"count": })", "expected value at line 1 column 11");
    row("foo", "foo", "expected ident at line 1 column 2");
    row("nul", R"({"count": nul})", "expected ident at line 1 column 14");
    row("bom", "\xef\xbb\xbf{}", "expected value at line 1 column 1");
    row("bad escape", R"({"name": "\q"})", "invalid escape at line 1 column 12");
    row("bad hex escape", R"({"name": "\u12g4"})", "invalid escape at line 1 column 16");
    row("lone low surrogate", R"({"name": "\udc00"})", "lone leading surrogate in hex escape at line 1 column 16");
    row("lone high surrogate", R"({"name": "\ud800x"})", "unexpected end of hex escape at line 1 column 17");
    row("eof in escape", R"({"name": "\u12)", "EOF while parsing a string at line 1 column 14");
    row("raw line feed", "{\"name\": \"a\nb\"}",
        "control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0");
    row("raw tab", "{\"name\": \"\t\"}",
        "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 11");
    row("raw nul", QByteArray("{\"name\": \"\0\"}", 13),
        "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 11");
    row("bad utf-8", "{\"name\": \"\xff\"}", "invalid unicode code point at line 1 column 12");
    row("columns count bytes", "{\"name\": \"\xc3\xa4\", \"count\": -1}",
        "invalid value: integer `-1`, expected u8 at line 1 column 26");
}

void TestJson::invalidDocument_reportsMessageAndPosition()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    QCOMPARE(QByteArray::fromStdString(errorOf({text.data(), static_cast<std::size_t>(text.size())})), error);
}

void TestJson::validDocument_isRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("minimal") << QByteArray(R"({"count":1,"name":"x"})");
    QTest::newRow("newlines behind") << QByteArray("{\"count\":1,\"name\":\"x\"}\n\n");
    QTest::newRow("null optional") << QByteArray(R"({"count":1,"name":"x","path":null,"inner":null})");
    QTest::newRow("enum as object") << QByteArray(R"({"count":1,"name":"x","shade":{"Dark":null}})");
    QTest::newRow("unlisted field") << QByteArray(R"({"count":1,"name":"x","even":2})");
    QTest::newRow("old name") << QByteArray(R"({"count":1,"name":"x","old_flag":true})");
    QTest::newRow("ignored fields") << QByteArray(
        R"({"count":1,"name":"x","inner":{"size":1,"z":[{"a":[1e999,{}]}]}})");
}

void TestJson::validDocument_isRead()
{
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(errorOf(text.toStdString())), QByteArray());
}

void TestJson::validDocument_fillsEveryField()
{
    JsonReader reader(R"({"count":255,"name":"n","flag":true,"shade":"Dark","path":"/p","inner":{"size":7},
                          "list":["a","b"],"even":4})");
    Sample sample;
    QVERIFY(readJsonStruct(reader, {"Sample", kSampleFields}, &sample) && reader.finish());
    QCOMPARE(sample.count, 255U);
    QCOMPARE(sample.name, std::string("n"));
    QVERIFY(sample.flag);
    QVERIFY(sample.shade == Shade::Dark);
    QCOMPARE(sample.path.value(), std::string("/p"));
    QCOMPARE(sample.inner.value().size, std::uint64_t{7});
    QCOMPARE(sample.list, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(sample.even, 4U);
}

void TestJson::structAsArray_fillsListedFieldsInOrder()
{
    JsonReader reader(R"([3, "n", true])");
    Sample sample;
    QVERIFY(readJsonStruct(reader, {"Sample", kSampleFields}, &sample) && reader.finish());
    QCOMPARE(sample.count, 3U);
    QCOMPARE(sample.name, std::string("n"));
    QVERIFY(sample.flag);
}

void TestJson::escapedString_isDecoded()
{
    JsonReader reader(R"("\"\\\/\b\f\n\r\t\u0041\u00e4\u20ac\ud83d\ude00\u0000z")");
    std::string text;
    QVERIFY(reader.readString(text));
    const std::string expected("\"\\/\b\f\n\r\tA\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\0z", 20);
    QCOMPARE(text, expected);
}

void TestJson::deepNesting_isRefusedAt128()
{
    QCOMPARE(anyErrorOf(std::string(127, '[') + std::string(127, ']')), std::string());
    QCOMPARE(anyErrorOf(std::string(128, '[') + std::string(128, ']')),
             std::string("recursion limit exceeded at line 1 column 128"));
}

void TestJson::deepNesting_costsNoStackWhenSkipped()
{
    constexpr std::size_t kDepth = 1'000'000;
    QCOMPARE(skipErrorOf(std::string(kDepth, '[') + std::string(kDepth, ']')), std::string());
}

namespace {
void addSyntaxRows()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("valid") << QByteArray(R"({"a":[1,-2.5e3,"x",true,false,null,{}],"b":{}})") << QByteArray();
    QTest::newRow("list end") << QByteArray("[1") << QByteArray("EOF while parsing a list at line 1 column 2");
    QTest::newRow("list comma") << QByteArray("[1 2]") << QByteArray("expected `,` or `]` at line 1 column 4");
    QTest::newRow("object comma") << QByteArray(R"({"a":1 2})") << QByteArray("expected `,` or `}` at line 1 column 8");
    QTest::newRow("object end") << QByteArray(R"({"a":1)")
                                << QByteArray("EOF while parsing an object at line 1 column 6");
    QTest::newRow("colon") << QByteArray(R"({"a" 1})") << QByteArray("expected `:` at line 1 column 6");
    QTest::newRow("key") << QByteArray("{1:1}") << QByteArray("key must be a string at line 1 column 2");
    QTest::newRow("value") << QByteArray(R"({"a":?})") << QByteArray("expected value at line 1 column 6");
    QTest::newRow("ident") << QByteArray("[trux]") << QByteArray("expected ident at line 1 column 5");
    QTest::newRow("escape") << QByteArray(R"(["\x"])") << QByteArray("invalid escape at line 1 column 4");
    QTest::newRow("trailing") << QByteArray("[] []") << QByteArray("trailing characters at line 1 column 4");
}
} // namespace

void TestJson::anyValue_reportsSyntax_data()
{
    addSyntaxRows();
}
void TestJson::anyValue_reportsSyntax()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    QCOMPARE(QByteArray::fromStdString(anyErrorOf(text.toStdString())), error);
}

void TestJson::skippedValue_reportsSyntax_data()
{
    addSyntaxRows();
}
void TestJson::skippedValue_reportsSyntax()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    QCOMPARE(QByteArray::fromStdString(skipErrorOf(text.toStdString())), error);
}

void TestJson::truncatedDocument_neverPasses()
{
    const std::string whole =
        R"({"count":1,"name":"\u00e4","flag":true,"shade":{"Dark":null},"path":null,"inner":{"size":1,"z":[1.5]}})";
    QCOMPARE(errorOf(whole), std::string());
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!errorOf(whole.substr(0, length)).empty(), whole.substr(0, length).c_str());
}

void TestJson::utf8Flaw_isFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset"); // -1: none
    QTest::addColumn<int>("length");
    QTest::newRow("ascii") << QByteArray("abc") << -1 << 0;
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x98\x80") << -1 << 0;
    QTest::newRow("stray continuation") << QByteArray("ab\x80") << 2 << 1;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << 0 << 1;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << 0 << 1;
    QTest::newRow("third byte wrong") << QByteArray("\xe2\x82z") << 0 << 2;
    QTest::newRow("fourth byte wrong") << QByteArray("\xf0\x9f\x98z") << 0 << 3;
    QTest::newRow("cut off") << QByteArray("a\xe2\x82") << 1 << 0;
    QTest::newRow("above range") << QByteArray("\xf4\x90\x80\x80") << 0 << 1;
}

void TestJson::utf8Flaw_isFound()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(int, length);
    const auto flaw = findUtf8Flaw(text.toStdString());
    QCOMPARE(flaw ? static_cast<int>(flaw->offset) : -1, offset);
    QCOMPARE(flaw ? static_cast<int>(flaw->length) : 0, length);
}

void TestJson::debugQuoted_escapesLikeTheOriginal()
{
    QCOMPARE(debugQuoted(std::string_view("a\"\\\n\t\r\0'\x1b\x7f\xc3\xa4\xff", 13)),
             std::string("\"a\\\"\\\\\\n\\t\\r\\0'\\u{1b}\\u{7f}\xc3\xa4\xef\xbf\xbd\""));
}

void TestJson::writer_writesCompactEscapedJson()
{
    JsonWriter json;
    json.beginObject().key("a").beginArray().number(1).boolean(true).null().endArray();
    json.key("b").string("\"\\\n\x01\x7f\xc3\xa4/").key("c").beginObject().endObject().endObject();
    QCOMPARE(json.text(), std::string("{\"a\":[1,true,null],\"b\":\"\\\"\\\\\\n\\u0001\x7f\xc3\xa4/\",\"c\":{}}"));
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
