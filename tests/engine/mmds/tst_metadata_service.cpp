#include "mmds/metadata_service.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::mmds;

namespace {

constexpr std::size_t kLimit = 100;

std::string errorOf(const Result<> &result)
{
    return result ? "" : result.error().text;
}

JsonValue parsed(std::string_view json)
{
    return JsonValue::parse(json).value();
}

} // namespace

class TestMetadataService : public QObject {
    Q_OBJECT
private slots:
    void init() { service = MetadataService::create("anonymous-instance", kLimit); }

    void isEmptyAtFirst();
    void putReplaces();
    void putTakesAnyValue();
    void patchNeedsAPut();
    void patchMerges();
    void limitIsExact();
    void tooLargeChangesNothing();
    void keepsSettings();
    void needsAKey();
    void imdsText_data();
    void imdsText();
    void sharesTexts();

private:
    Result<> put(std::string_view json) { return service->put(parsed(json)); }
    Result<> patch(std::string_view json) { return service->patch(parsed(json)); }

    std::shared_ptr<MetadataService> service;
};

void TestMetadataService::isEmptyAtFirst()
{
    QCOMPARE(service->contents(), std::string("{}"));
    QVERIFY(service->store().value().isNull());
    QVERIFY(service->settings().version == Version::V1);
    QCOMPARE(toString(service->settings().address), std::string("169.254.169.254"));
    QVERIFY(!service->settings().imdsCompat);
}

void TestMetadataService::putReplaces()
{
    QVERIFY(put(R"({"b": 1, "a": {"d": 2, "c": 3}})"));
    QCOMPARE(service->contents(), std::string(R"({"a":{"c":3,"d":2},"b":1})"));
    QVERIFY(put(R"({"x": 1.0})"));
    QCOMPARE(service->contents(), std::string(R"({"x":1.0})"));
}

void TestMetadataService::putTakesAnyValue()
{
    for (const char *text : {"[1,2]", R"("text")", "5", "true"}) {
        QVERIFY(put(text));
        QCOMPARE(service->contents(), std::string(text));
    }
    QVERIFY(put("null"));
    QCOMPARE(service->contents(), std::string("{}"));
}

void TestMetadataService::patchNeedsAPut()
{
    const auto result = patch(R"({"a":1})");
    QCOMPARE(errorOf(result), std::string("The MMDS data store is not initialized."));
    QVERIFY(result.error().kind == ErrorKind::InvalidInput);
    QCOMPARE(service->contents(), std::string("{}"));
    QVERIFY(put("null"));
    QVERIFY(patch(R"({"a":1})"));
    QCOMPARE(service->contents(), std::string(R"({"a":1})"));
}

void TestMetadataService::patchMerges()
{
    QVERIFY(put(R"({"a":{"b":1,"c":2},"d":3})"));
    QVERIFY(patch(R"({"a":{"b":null,"e":4},"d":[]})"));
    QCOMPARE(service->contents(), std::string(R"({"a":{"c":2,"e":4},"d":[]})"));
}

void TestMetadataService::limitIsExact()
{
    const auto withSize = [](std::size_t size) { return '"' + std::string(size - 2, 'x') + '"'; };
    QVERIFY(put(withSize(kLimit)));
    QVERIFY(put("[" + std::string(500, ' ') + "]")); // what counts is the compact form
    const auto result = put(withSize(kLimit + 1));
    QCOMPARE(errorOf(result), std::string("The MMDS patch request doesn't fit."));
    QVERIFY(result.error().kind == ErrorKind::TooLarge);
}

void TestMetadataService::tooLargeChangesNothing()
{
    QVERIFY(put(R"({"a":1})"));
    const std::string large = R"({"b":")" + std::string(kLimit, 'x') + "\"}";
    QCOMPARE(errorOf(put(large)), std::string("The MMDS patch request doesn't fit."));
    QCOMPARE(errorOf(patch(large)), std::string("The MMDS patch request doesn't fit."));
    QCOMPARE(service->contents(), std::string(R"({"a":1})"));
    const auto fresh = MetadataService::create("anonymous-instance", kLimit);
    QVERIFY(!fresh->put(parsed(large)));
    QCOMPARE(errorOf(fresh->patch(parsed("{}"))), std::string("The MMDS data store is not initialized."));
}

void TestMetadataService::keepsSettings()
{
    QVERIFY(service->configure({.version = Version::V2, .address = {{169, 254, 1, 2}}, .imdsCompat = true}));
    QVERIFY(service->settings().version == Version::V2);
    QCOMPARE(toString(service->settings().address), std::string("169.254.1.2"));
    QVERIFY(service->settings().imdsCompat);
}

void TestMetadataService::needsAKey()
{
    const RandomSource broken = [](std::span<std::byte>) { return fail(ErrorKind::Host, "no entropy", 5); };
    MetadataService poor("anonymous-instance", kLimit, broken);
    const auto configured = poor.configure({.version = Version::V2});
    QCOMPARE(errorOf(configured), std::string("Token Authority error: no entropy"));
    QVERIFY(configured.error().kind == ErrorKind::Host);
    QVERIFY(poor.settings().version == Version::V1);
}

void TestMetadataService::imdsText_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << R"({"b":1,"a":{"x":1},"c":[],"d":{},"B":"s"})"
                            << "B\na/\nb\nc\nd/";
    QTest::newRow("one key") << R"({"a":"b"})"
                             << "a";
    QTest::newRow("empty object") << "{}"
                                  << "";
    QTest::newRow("string") << R"("two\nlines \"quoted\"")"
                            << "two\nlines \"quoted\"";
    QTest::newRow("empty string") << R"("")"
                                  << "";
    for (const char *json : {"1", "1.5", "true", "null", "[]", "[\"a\"]"})
        QTest::newRow(json) << json << "(none)";
}

void TestMetadataService::imdsText()
{
    QFETCH(QString, json);
    QFETCH(QString, text);
    const JsonValue value = JsonValue::parse(json.toStdString()).value();
    QCOMPARE(QString::fromStdString(mmds::imdsText(value).value_or("(none)")), text);
}

void TestMetadataService::sharesTexts()
{
    DataStore &store = service->store();
    QVERIFY(put(R"({"a":{"b":"c"}})"));
    const JsonValue &value = *store.find("/a");
    const auto json = store.render(value, OutputFormat::Json);
    QCOMPARE(store.render(value, OutputFormat::Json), json);
    QCOMPARE(*store.render(value, OutputFormat::Imds), std::string("b"));
    QCOMPARE(*store.render(*store.find("/a/b"), OutputFormat::Imds), std::string("c"));
    QVERIFY(patch(R"({"a":{"b":"d"}})"));
    QCOMPARE(*json, std::string(R"({"b":"c"})"));
    QCOMPARE(*store.render(*store.find("/a"), OutputFormat::Json), std::string(R"({"b":"d"})"));
    // The whole value stays where it is; texts of the one before must not come back.
    const auto whole = store.render(*store.find(""), OutputFormat::Json);
    QVERIFY(put("5"));
    QCOMPARE(*store.render(*store.find(""), OutputFormat::Json), std::string("5"));
    QCOMPARE(*whole, std::string(R"({"a":{"b":"d"}})"));
    QCOMPARE(store.render(*store.find(""), OutputFormat::Imds), nullptr);
}

QTEST_APPLESS_MAIN(TestMetadataService)
#include "tst_metadata_service.moc"
