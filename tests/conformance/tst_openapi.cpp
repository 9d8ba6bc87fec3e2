// resources/openapi.yaml and the engine's requests against each other, in both directions.
#include "api/exchange.h"
#include "api/routes.h"
#include "openapi_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace sparkler::api;
using openapi::Document;
using openapi::Operation;

namespace {

using namespace Qt::Literals::StringLiterals;

const QString kId = u"sample_1"_s;
const QString kRefusedJson = u"An error occurred when deserializing the json body of a request: "_s;
const QString kUnsupported = u"The requested operation is not supported: "_s;

const Document &document()
{
    static const Document loaded = Document::load(QStringLiteral(OPENAPI_FILE));
    return loaded;
}

std::optional<Method> methodOf(const QByteArray &name)
{
    for (const Method method : {Method::Get, Method::Put, Method::Patch, Method::Delete}) {
        if (name == QByteArray::fromStdString(std::string(methodName(method))))
            return method;
    }
    return std::nullopt;
}

/// The fault that the engine answers before it executes anything; empty: it would execute the request.
QString faultOf(const Operation &operation, const QByteArray &body)
{
    HttpRequest request{
        .method = methodOf(operation.method).value(), .path = operation.pathWith(kId).toStdString(), .body = {}};
    if (!body.isEmpty())
        request.body = body.toStdString();
    const auto parsed = parseRequest(request);
    return parsed ? QString() : QString::fromStdString(parsed.error().text);
}

QByteArray text(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    // A document must be an object or an array.
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).mid(1);
}

/// The body that the document's schema asks for at least; empty where the operation takes none.
QByteArray sampleBody(const Operation &operation)
{
    const auto schema = document().bodySchema(operation);
    return schema ? text(document().sample(*schema, operation.parameter(), kId)) : QByteArray();
}

/// Rows of the checks of request bodies, made from a schema.
class BodyRows {
public:
    explicit BodyRows(const Operation &operation) : m_operation(operation) {}

    void addAll()
    {
        const auto schema = document().bodySchema(m_operation);
        if (!schema)
            return;
        const QJsonObject body = document().resolved(*schema);
        const auto whole = [](const QJsonObject &object) { return object; };
        const QJsonArray alternatives = body[u"oneOf"_s].toArray();
        if (alternatives.isEmpty() && !body.contains(u"type"_s))
            return; // any JSON value
        if (alternatives.isEmpty())
            addObject(body, {}, whole);
        for (qsizetype i = 0; i < alternatives.size(); ++i) {
            // What is wrong with a body is told about the first of its forms.
            m_exactTexts = i == 0;
            addObject(document().resolved(alternatives[i].toObject()), i == 0 ? u""_s : u"form %1: "_s.arg(i + 1),
                      whole);
        }
    }

private:
    using Wrap = std::function<QJsonObject(const QJsonObject &)>;

    void row(const QString &what, const QJsonObject &body, bool accepted, const QString &fault = {})
    {
        QTest::newRow(qPrintable(m_operation.name() + u": "_s + what))
            << m_operation.name() << QJsonDocument(body).toJson(QJsonDocument::Compact) << accepted
            << (m_exactTexts ? fault : QString());
    }

    QJsonObject sample(const QJsonObject &schema, const QString &without = {}) const
    {
        return document().sample(schema, m_operation.parameter(), kId, without).toObject();
    }

    /// `wrap` puts an object of that schema where it belongs in the body.
    void addObject(const QJsonObject &schema, const QString &place, const Wrap &wrap)
    {
        const QJsonObject least = sample(schema);
        row(place + u"the least"_s, wrap(least), true);
        for (const QJsonValue &name : schema[u"required"_s].toArray()) {
            QJsonObject body = least;
            body.remove(name.toString());
            const QString special =
                document().property(schema, name.toString())[u"x-sparkler-missing-fault"_s].toString();
            row(place + u"without "_s + name.toString(), wrap(body), false,
                special.isEmpty() ? u"missing field `%1`"_s.arg(name.toString()) : special);
        }
        QJsonObject more = least;
        more.insert(u"unknown_field"_s, 1);
        if (schema[u"additionalProperties"_s].isBool()) {
            const bool accepted = schema[u"additionalProperties"_s].toBool();
            row(place + u"with an unknown field"_s, wrap(more), accepted, u"unknown field `unknown_field`"_s);
        }
        for (const QString &name : schema[u"properties"_s].toObject().keys())
            addProperty(schema, name, place, wrap);
    }

    void addProperty(const QJsonObject &schema, const QString &name, const QString &place, const Wrap &wrap)
    {
        const QJsonObject property = document().property(schema, name);
        if (property.contains(u"x-sparkler-status"_s))
            return;
        const QString title = place + name;
        QJsonObject others = sample(schema, name);
        const QString aliasOf = property[u"x-sparkler-alias-of"_s].toString();
        others.remove(aliasOf);
        const auto with = [&](const QJsonValue &value) {
            QJsonObject object = others;
            object.insert(name, value);
            return wrap(object);
        };

        // An id must be that of the path.
        const bool isId = !m_operation.parameter().isEmpty() &&
                          (name == m_operation.parameter() || aliasOf == m_operation.parameter());
        row(title + u" valid"_s, with(isId ? QJsonValue(kId) : document().sample(property, {}, {})), true);
        if (!isId)
            row(title + u" null"_s, with(QJsonValue::Null), property[u"nullable"_s].toBool());
        row(title + u" of a wrong type"_s, with(wrongFor(property)), false, kRefusedJson);
        for (const QJsonValue &value : property[u"enum"_s].toArray())
            row(title + u" = "_s + value.toString(), with(value), true);
        if (property.contains(u"enum"_s))
            row(title + u" = no_such_value"_s, with(u"no_such_value"_s), false, kRefusedJson);
        if (property[u"type"_s].toString() == u"integer"_s)
            row(title + u" = -1"_s, with(-1), false, kRefusedJson);
        if (property.contains(u"maximum"_s))
            row(title + u" = its maximum"_s, with(property[u"maximum"_s]), true);

        const auto inner = [&](const QJsonObject &object) { return with(object); };
        if (const QJsonValue values = property[u"additionalProperties"_s]; values.isObject()) {
            row(title + u" with a value"_s, inner({{u"key"_s, document().sample(values.toObject(), {}, {})}}), true);
            row(title + u" with a wrong value"_s, inner({{u"key"_s, wrongFor(values.toObject())}}), false,
                kRefusedJson);
        } else if (property[u"type"_s].toString() == u"object"_s) {
            addObject(property, title + u"."_s, inner);
        }
    }

    static QJsonValue wrongFor(const QJsonObject &schema)
    {
        const QString type = schema[u"type"_s].toString();
        return type == u"integer"_s || type == u"boolean"_s ? QJsonValue(u"x"_s) : QJsonValue(1);
    }

    const Operation m_operation;
    bool m_exactTexts = true;
};

Operation operationCalled(const QString &name)
{
    for (const Operation &operation : document().operations()) {
        if (operation.name() == name)
            return operation;
    }
    return {};
}

} // namespace

class TestOpenApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void version_isTheApiLevel();
    void operation_isKnown_data();
    void operation_isKnown();
    void operation_isDescribedWhole_data();
    void operation_isDescribedWhole();
    void route_isDocumented_data();
    void route_isDocumented();
    void body_isTakenAsDescribed_data();
    void body_isTakenAsDescribed();
    void answer_isAsDescribed_data();
    void answer_isAsDescribed();
};

void TestOpenApi::initTestCase()
{
    QVERIFY(document().operations().size() >= 40);
}

void TestOpenApi::version_isTheApiLevel()
{
    QCOMPARE(document().root()[u"info"_s].toObject()[u"version"_s].toString(), QStringLiteral(SPARKLER_API_LEVEL_TEXT));
}

void TestOpenApi::operation_isKnown_data()
{
    QTest::addColumn<QString>("name");
    for (const Operation &operation : document().operations())
        QTest::newRow(qPrintable(operation.name())) << operation.name();
}

void TestOpenApi::operation_isKnown()
{
    QFETCH(QString, name);
    const Operation operation = operationCalled(name);
    QVERIFY2(methodOf(operation.method).has_value(), "the engine knows no such method");
    const QString fault = faultOf(operation, sampleBody(operation));
    QVERIFY2(!fault.startsWith(u"Invalid request method and/or path"_s), qPrintable(fault));
    if (operation.isUnsupported())
        QVERIFY2(fault.startsWith(kUnsupported), qPrintable(u"expected \"not supported\", got: "_s + fault));
    else
        QCOMPARE(fault, QString());
    if (operation.node[u"requestBody"_s].toObject()[u"required"_s].isBool()) {
        const bool required = operation.node[u"requestBody"_s].toObject()[u"required"_s].toBool();
        const QString bare = faultOf(operation, {});
        QCOMPARE(bare, required ? u"Empty %1 request."_s.arg(QLatin1String(operation.method)) : fault);
    }
}

void TestOpenApi::operation_isDescribedWhole_data()
{
    operation_isKnown_data();
}

void TestOpenApi::operation_isDescribedWhole()
{
    QFETCH(QString, name);
    const Operation operation = operationCalled(name);
    const QJsonObject responses = operation.node[u"responses"_s].toObject();
    QVERIFY(responses.contains(u"400"_s));
    const bool reads = operation.method == "GET";
    if (operation.isUnsupported())
        QCOMPARE(responses.keys(), QStringList{u"400"_s});
    else
        QVERIFY(responses.contains(reads ? u"200"_s : u"204"_s));
    QVERIFY(!operation.node[u"summary"_s].toString().isEmpty());
    QVERIFY(!operation.node[u"operationId"_s].toString().isEmpty());
    const QJsonObject item = document().root()[u"paths"_s].toObject()[operation.path].toObject();
    QCOMPARE(item[u"parameters"_s].toArray().first().toObject()[u"name"_s].toString(), operation.parameter());
    if (const auto schema = document().bodySchema(operation))
        QVERIFY2(!document().resolved(*schema).isEmpty(), "the schema of the body is missing");
}

void TestOpenApi::route_isDocumented_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    for (const RouteName &route : routeNames()) {
        const QString method = QString::fromStdString(std::string(methodName(route.method)));
        QString path = u"/"_s + QString::fromStdString(std::string(route.resource));
        if (!route.second.empty())
            path += u'/' + QString::fromStdString(std::string(route.second));
        QTest::newRow(qPrintable(method + u' ' + path)) << method << path;
    }
}

void TestOpenApi::route_isDocumented()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    bool found = false;
    for (const Operation &operation : document().operations()) {
        const bool below = operation.path == path || operation.path.startsWith(path + u'/');
        found = found || (operation.method == method.toLatin1() && below);
    }
    QVERIFY2(found, "the document does not have it");
}

void TestOpenApi::body_isTakenAsDescribed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<QString>("fault");
    for (const Operation &operation : document().operations()) {
        if (!operation.isUnsupported())
            BodyRows(operation).addAll();
    }
}

void TestOpenApi::body_isTakenAsDescribed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, body);
    QFETCH(bool, accepted);
    QFETCH(QString, fault);
    const QString answer = faultOf(operationCalled(name), body);
    const QString told = QString::fromUtf8(body) + u" -> "_s + answer;
    // A refusal must be about the body: an operation that is not there refuses everything.
    QVERIFY2(!answer.startsWith(kUnsupported), qPrintable(told));
    QVERIFY2(answer.isEmpty() == accepted, qPrintable(told));
    if (!accepted)
        QVERIFY2(answer.contains(fault), qPrintable(told));
}

void TestOpenApi::answer_isAsDescribed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *what, const QString &name, const sparkler::Result<Reply> &reply) {
        const HttpResponse response = toResponse(reply);
        QTest::newRow(what) << name << QString::number(response.status) << QByteArray::fromStdString(response.body);
    };
    row("instance", u"GET /"_s, InstanceInfo{"i", InstanceState::NotStarted, "1.4.0", "Firecracker"});
    row("paused instance", u"GET /"_s, InstanceInfo{"i", InstanceState::Paused, "1.4.0", "Firecracker"});
    row("version", u"GET /version"_s, VersionInfo{"1.4.0", "0.1.0"});
    sparkler::MachineConfig machine;
    row("machine", u"GET /machine-config"_s, machine);
    machine.cpuTemplate = sparkler::CpuTemplate::T2;
    machine.hugePages = sparkler::HugePages::TwoMiB;
    row("special machine", u"GET /machine-config"_s, machine);
    sparkler::FullVmConfig config;
    row("empty configuration", u"GET /vm/config"_s, config);
    sparkler::DriveConfig drive;
    drive.driveId = "a";
    drive.pathOnHost = "/a";
    config.drives.push_back(drive);
    drive.partuuid = "0";
    drive.rateLimiter = sparkler::RateLimiterConfig{.bandwidth = sparkler::TokenBucketConfig{1, 2, 3}, .ops = {}};
    config.drives.push_back(drive);
    config.bootSource = {.kernelImagePath = "/k", .initrdPath = "/i", .bootArgs = "x"};
    config.machine = machine;
    config.vsock = sparkler::VsockConfig{.vsockId = {}, .guestCid = 3, .udsPath = "v"};
    row("configuration", u"GET /vm/config"_s, config);
    config.vsock.reset();
    config.vhostVsock = sparkler::VhostVsockConfig{.id = "root", .guestCid = 3};
    row("configuration of an old client", u"GET /vm/config"_s, config);
    row("fault", u"GET /vm/config"_s, sparkler::fail(sparkler::ErrorKind::Host, "x"));
    row("too large", u"PUT /mmds"_s, sparkler::fail(sparkler::ErrorKind::TooLarge, "x"));
    row("stream that is refused", u"GET /events"_s, sparkler::fail(sparkler::ErrorKind::InvalidInput, "x"));
}

void TestOpenApi::answer_isAsDescribed()
{
    QFETCH(QString, name);
    QFETCH(QString, status);
    QFETCH(QByteArray, body);
    const QJsonObject response =
        document().resolved(operationCalled(name).node[u"responses"_s].toObject()[status].toObject());
    const QJsonObject content = response[u"content"_s].toObject()[u"application/json"_s].toObject();
    QVERIFY2(!content.isEmpty(), "no such answer is described");
    const QString wrong = document().mismatch(content[u"schema"_s].toObject(), QJsonDocument::fromJson(body).object());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u" in "_s + QString::fromUtf8(body)));
}

QTEST_APPLESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
