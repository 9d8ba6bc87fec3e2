#include "base/json_value.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace sparkler;

namespace {

std::string rewritten(const std::string &text)
{
    const auto value = JsonValue::parse(text);
    return value ? value->text() : "error: " + value.error().text;
}

JsonValue parsed(const std::string &text)
{
    return JsonValue::parse(text).value();
}

std::string nested(int depth)
{
    const auto levels = static_cast<std::size_t>(depth);
    return std::string(levels, '[') + std::string(levels, ']');
}

} // namespace

class TestJsonValue : public QObject {
    Q_OBJECT
private slots:
    void writesWhatItRead_data();
    void writesWhatItRead();
    void floatsReadBackTheSame();
    void comparesByValue();
    void findsByPointer_data();
    void findsByPointer();
    void merges_data();
    void merges();
    void limitsNesting();
};

void TestJsonValue::writesWhatItRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("out");
    const auto row = [](const char *name, const char *text, const char *out) {
        QTest::newRow(name) << QString(text) << QString(out);
    };
    row("null", "null", "null");
    row("true", " true\n", "true");
    row("false", "false", "false");
    row("string", R"("a\u00e9\n\/\"")", R"("aé\n/\"")");
    row("empty string", R"("")", R"("")");
    row("empty array", "[ ]", "[]");
    row("empty object", "{ }", "{}");
    row("array", "[1, [2, {}], \"x\"]", R"([1,[2,{}],"x"])");
    row("keys sorted", R"({"b": 1, "a": 2, "B": 3, "": 4, "ab": 5})", R"({"":4,"B":3,"a":2,"ab":5,"b":1})");
    row("keys sorted by byte", R"({"é": 1, "z": 2, "~": 3})", R"({"z":2,"~":3,"é":1})");
    row("last of equal keys", R"({"a": 1, "b": 2, "a": {"c": 3}})", R"({"a":{"c":3},"b":2})");
    row("last of equal keys, null", R"({"a": {"c": 3}, "a": null})", R"({"a":null})");
    row("zero", "0", "0");
    row("largest unsigned", "18446744073709551615", "18446744073709551615");
    row("beyond unsigned", "18446744073709551616", "1.8446744073709552e+19");
    row("lowest signed", "-9223372036854775808", "-9223372036854775808");
    row("beyond signed", "-9223372036854775809", "-9.223372036854776e+18");
    row("not exact as a double", "9007199254740993", "9007199254740993");
    row("minus one", "-1", "-1");
    row("minus zero", "-0", "-0.0");
    row("one as a float", "1.0", "1.0");
    row("zero as a float", "0.0", "0.0");
    row("minus zero as a float", "-0.0", "-0.0");
    row("fraction", "0.1", "0.1");
    row("digits on both sides", "1234.5678", "1234.5678");
    row("exponent becomes digits", "1e2", "100.0");
    row("most digits", "1e15", "1000000000000000.0");
    row("too large for digits", "1e16", "1e+16");
    row("too large for digits, fraction", "12345678901234567.0", "1.2345678901234568e+16");
    row("small", "0.00001234", "0.00001234");
    row("too small for digits", "0.000001234", "1.234e-6");
    row("one digit and an exponent", "1e-7", "1e-7");
    row("negative", "-1.5E-10", "-1.5e-10");
    row("largest", "1.7976931348623157e308", "1.7976931348623157e+308");
    row("smallest", "5e-324", "5e-324");
    row("too large", "1e400", "error: number out of range at line 1 column 5");
    row("nothing", "", "error: EOF while parsing a value at line 1 column 0");
    row("word", "foo", "error: expected ident at line 1 column 2");
    row("other", "x", "error: expected value at line 1 column 1");
    row("open object", R"({"a":1)", "error: EOF while parsing an object at line 1 column 6");
    row("key only", R"({"a")", "error: EOF while parsing an object at line 1 column 4");
    row("bad member", R"({"a":+})", "error: expected value at line 1 column 6");
    row("bad element", "[1,]", "error: trailing comma at line 1 column 4");
    row("trailing", "{} x", "error: trailing characters at line 1 column 4");
}

void TestJsonValue::writesWhatItRead()
{
    QFETCH(QString, text);
    QFETCH(QString, out);
    QCOMPARE(QString::fromStdString(rewritten(text.toStdString())), out);
}

void TestJsonValue::floatsReadBackTheSame()
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 20000; ++i) {
        const double value =
            i % 2 == 0 ? std::bit_cast<double>(random())
                       : std::ldexp(static_cast<double>(random() % 100000), static_cast<int>(random() % 40) - 20);
        if (!std::isfinite(value))
            continue;
        const JsonNumber number{.kind = JsonNumber::Kind::Float, .magnitude = 0, .value = value};
        const std::string text = toString(number);
        QCOMPARE(std::strtod(text.c_str(), nullptr), value);
        QVERIFY2(text.find_first_of(".e") != std::string::npos, text.c_str());
        QVERIFY2(parsed(text) == JsonValue(number), text.c_str());
    }
}

void TestJsonValue::comparesByValue()
{
    QVERIFY(parsed(R"({"a":1,"b":[1.5,null]})") == parsed(R"({"b":[1.5,null],"a":1})"));
    QVERIFY(parsed("1") != parsed("1.0"));
    QVERIFY(JsonValue() == parsed("null"));
    QVERIFY(JsonValue("x") == parsed(R"("x")"));
    QVERIFY(JsonValue(true) == parsed("true"));
    QVERIFY(JsonValue(JsonValue::Array{JsonValue(false)}) == parsed("[false]"));
    QVERIFY(JsonValue(JsonValue::Object{}) == parsed("{}"));
}

void TestJsonValue::findsByPointer_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *pointer, const char *found) {
        QTest::newRow(pointer) << QString(pointer) << QString(found);
    };
    row("/a", R"({"b":[10,[20,{"c":30}]]})");
    row("/a/b/0", "10");
    row("/a/b/1/1/c", "30");
    row("/a/b/2", "");
    row("/a/b/00", "");
    row("/a/b/01", "");
    row("/a/b/+1", "");
    row("/a/b/-", "");
    row("/a/b/-1", "");
    row("/a/b/", "");
    row("/a/b/1x", "");
    row("/a/b/99999999999999999999", "");
    row("/a/c", "");
    row("/x/y", "");
    row("a", "");
    row("/", R"("empty key")");
    row("/x", R"("text")");
    row("/s~1t", R"("slash")");
    row("/s~0t", R"("tilde")");
    row("/s~2t", R"("not an escape")");
    row("/s~01t", R"("tilde, one")");
}

void TestJsonValue::findsByPointer()
{
    QFETCH(QString, pointer);
    QFETCH(QString, found);
    const JsonValue value =
        parsed(R"({"a":{"b":[10,[20,{"c":30}]]},"":"empty key","x":"text","s/t":"slash","s~t":"tilde",
        "s~2t":"not an escape","s~1t":"tilde, one"})");
    QCOMPARE(value.find(""), &value);
    const JsonValue *result = value.find(pointer.toStdString());
    QCOMPARE(QString::fromStdString(result ? result->text() : ""), found);
}

// The table of RFC 7396, appendix A.
void TestJsonValue::merges_data()
{
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("result");
    int number = 0;
    const auto row = [&number](const char *original, const char *patch, const char *result) {
        QTest::newRow(std::to_string(++number).c_str()) << QString(original) << QString(patch) << QString(result);
    };
    row(R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
    row(R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
    row(R"({"a":"b"})", R"({"a":null})", R"({})");
    row(R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})");
    row(R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})");
    row(R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
    row(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})");
    row(R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
    row(R"(["a","b"])", R"(["c","d"])", R"(["c","d"])");
    row(R"({"a":"b"})", R"(["c"])", R"(["c"])");
    row(R"({"a":"foo"})", R"(null)", R"(null)");
    row(R"({"a":"foo"})", R"("bar")", R"("bar")");
    row(R"({"e":null})", R"({"a":1})", R"({"a":1,"e":null})");
    row(R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})");
    row(R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
}

void TestJsonValue::merges()
{
    QFETCH(QString, original);
    QFETCH(QString, patch);
    QFETCH(QString, result);
    JsonValue value = parsed(original.toStdString());
    value.merge(parsed(patch.toStdString()));
    QCOMPARE(QString::fromStdString(value.text()), result);
}

void TestJsonValue::limitsNesting()
{
    QCOMPARE(rewritten(nested(127)), nested(127));
    QCOMPARE(rewritten(nested(128)), std::string("error: recursion limit exceeded at line 1 column 128"));
    QCOMPARE(rewritten(nested(100000)), std::string("error: recursion limit exceeded at line 1 column 128"));
}

QTEST_APPLESS_MAIN(TestJsonValue)
#include "tst_json_value.moc"
