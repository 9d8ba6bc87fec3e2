#include "api/exchange.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"

#include <QByteArrayList>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler;
using namespace sparkler::api;

namespace {

/// Answers everything alike.
class FixedHandler : public ActionHandler {
public:
    explicit FixedHandler(Result<Reply> reply) : m_reply(std::move(reply)) {}
    Result<Reply> handle(const Action &) override
    {
        ++calls;
        return m_reply;
    }
    int calls = 0;

private:
    Result<Reply> m_reply;
};

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

HttpRequest put(std::string path, std::string body)
{
    return {.method = Method::Put, .path = std::move(path), .body = std::move(body)};
}

} // namespace

class TestExchange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void reply_becomesBody_data();
    void reply_becomesBody();
    void metricsText_hasItsContentType();
    void eventStream_hasChunksAndEndsTheConnection();
    void fault_becomesEscapedBody();
    void tooLarge_is413();
    void parseError_doesNotReachTheHandler();
    void deprecation_isSentOnSuccessAndFault();
    void deprecation_isNotSentWhenParsingFailed();
    void exchange_isLogged_data();
    void exchange_isLogged();
    void duration_isLoggedAtDebug();
    void poll_isLoggedAtDebugOrWhenItFails();
    void pause_latencyIsRecordedOnSuccessOnly();

private:
    /// Messages of the log since init(), without their prefixes.
    QByteArrayList logged() const;
    QTemporaryDir m_dir;
    QString m_log;
    qint64 m_logStart = 0;
};

void TestExchange::initTestCase()
{
    m_log = m_dir.filePath("log");
    QVERIFY(configureLogger({.path = m_log.toStdString(), .level = LogLevel::Debug}).has_value());
}

void TestExchange::init()
{
    m_logStart = QFile(m_log).size();
}

QByteArrayList TestExchange::logged() const
{
    QFile file(m_log);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(m_logStart);
    QByteArrayList lines = file.readAll().split('\n');
    lines.removeLast();
    for (QByteArray &line : lines)
        line = line.mid(line.indexOf("] ") + 2);
    return lines;
}

void TestExchange::reply_becomesBody_data()
{
    QTest::addColumn<int>("reply");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("done") << 0 << 204 << QByteArray();
    QTest::newRow("not started")
        << 1 << 200
        << QByteArray(
               R"({"id":"i","state":"Not started","vmm_version":"1.4.0","app_name":"Firecracker","started":false})");
    QTest::newRow("running")
        << 2 << 200
        << QByteArray(R"({"id":"i","state":"Running","vmm_version":"1.4.0","app_name":"Firecracker","started":true})");
    QTest::newRow("paused")
        << 3 << 200
        << QByteArray(R"({"id":"i","state":"Paused","vmm_version":"1.4.0","app_name":"Firecracker","started":true})");
    QTest::newRow("version") << 4 << 200 << QByteArray(R"({"firecracker_version":"1.4.0","sparkler_version":"0.1.0"})");
    QTest::newRow("metrics") << 6 << 200 << QByteArray(R"({"utc_timestamp_ms":1})");
    QTest::newRow("machine") << 5 << 200
                             << QByteArray(
                                    R"({"vcpu_count":1,"mem_size_mib":128,"smt":false,"track_dirty_pages":false})");
}

void TestExchange::reply_becomesBody()
{
    QFETCH(int, reply);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto info = [](InstanceState state) { return InstanceInfo{"i", state, "1.4.0", "Firecracker"}; };
    const std::array<Reply, 7> replies{Done{},
                                       info(InstanceState::NotStarted),
                                       info(InstanceState::Running),
                                       info(InstanceState::Paused),
                                       VersionInfo{"1.4.0", "0.1.0"},
                                       MachineConfig{},
                                       MetricsTotals{MetricsFormat::Json, R"({"utc_timestamp_ms":1})"}};
    const HttpResponse response = toResponse(replies[static_cast<std::size_t>(reply)]);
    QCOMPARE(response.status, status);
    QCOMPARE(bytes(response.body), body);
}

void TestExchange::metricsText_hasItsContentType()
{
    const HttpResponse response = toResponse(MetricsTotals{MetricsFormat::Prometheus, "x 1\n"});
    QCOMPARE(bytes(serializeResponse(response)),
             QByteArray("HTTP/1.1 200 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n"
                        "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: 4\r\n\r\nx 1\n"));
}

void TestExchange::eventStream_hasChunksAndEndsTheConnection()
{
    EventHub hub;
    const HttpResponse response = toResponse(EventStream{hub.subscribe("state", {}).value()});
    QVERIFY(response.events);
    QCOMPARE(bytes(serializeResponse(response)),
             QByteArray("HTTP/1.1 200 \r\nServer: Firecracker API\r\nConnection: close\r\n"
                        "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));
}

void TestExchange::fault_becomesEscapedBody()
{
    const HttpResponse response = toResponse(fail(ErrorKind::Host, "cannot open \"a\\b\"\n\xc3\xa4"));
    QCOMPARE(response.status, 400);
    QCOMPARE(bytes(response.body), QByteArray("{\"fault_message\":\"cannot open \\\"a\\\\b\\\"\\n\xc3\xa4\"}"));
}

void TestExchange::tooLarge_is413()
{
    const HttpResponse response = toResponse(fail(ErrorKind::TooLarge, "x"));
    QCOMPARE(response.status, 413);
    QCOMPARE(bytes(response.body), QByteArray(R"({"fault_message":"x"})"));
}

void TestExchange::parseError_doesNotReachTheHandler()
{
    FixedHandler handler{Done{}};
    const HttpResponse response = answerRequest({.method = Method::Get, .path = "/nothing", .body = {}}, handler);
    QCOMPARE(response.status, 400);
    QCOMPARE(bytes(response.body),
             QByteArray(R"({"fault_message":"Invalid request method and/or path: GET nothing."})"));
    QCOMPARE(handler.calls, 0);
}

void TestExchange::deprecation_isSentOnSuccessAndFault()
{
    const HttpRequest request = put("/machine-config", R"({"vcpu_count":1,"mem_size_mib":1,"cpu_template":"T2"})");
    FixedHandler success{Done{}};
    QVERIFY(answerRequest(request, success).deprecation);
    FixedHandler failure{fail(ErrorKind::InvalidInput, "x")};
    QVERIFY(answerRequest(request, failure).deprecation);
}

void TestExchange::deprecation_isNotSentWhenParsingFailed()
{
    FixedHandler handler{Done{}};
    QVERIFY(!answerRequest(put("/machine-config", R"({"cpu_template":"T2"})"), handler).deprecation);
}

void TestExchange::exchange_isLogged_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body"); // null: GET
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("get") << QByteArray("/version") << QByteArray() << 200
                         << QByteArray("The API server received a Get request on \"/version\".")
                         << QByteArray("The request was executed successfully. Status code: 200 OK.");
    QTest::newRow("put")
        << QByteArray("/logger") << QByteArray("{\"level\": \"Info\"}\n") << 204
        << QByteArray(R"(The API server received a Put request on "/logger" with body "{\"level\": \"Info\"}\n".)")
        << QByteArray("The request was executed successfully. Status code: 204 No Content.");
    QTest::newRow("fault") << QByteArray("/serial") << QByteArray("{}") << 400
                           << QByteArray(R"(The API server received a Put request on "/serial" with body "{}".)")
                           << QByteArray(
                                  "Received Error. Status code: 400 Bad Request. Message: Unable to create the block "
                                  "device: FileEngine(UnsupportedEngine(Async))");
    QTest::newRow("too large") << QByteArray("/serial") << QByteArray("{}") << 413
                               << QByteArray(R"(The API server received a Put request on "/serial" with body "{}".)")
                               << QByteArray("Received Error. Status code: 413 Payload too large. Message: big");
    QTest::newRow("metadata stays secret")
        << QByteArray("/mmds") << QByteArray("{\"secret\":1}") << 204
        << QByteArray("The API server received a Put request on \"/mmds\".")
        << QByteArray("The request was executed successfully. Status code: 204 No Content.");
}

void TestExchange::exchange_isLogged()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, response);
    const std::map<int, Result<Reply>> outcomes{
        {200, VersionInfo{"1", "2"}},
        {204, Done{}},
        {400, fail(ErrorKind::Host, "Unable to create the block device: FileEngine(UnsupportedEngine(Async))")},
        {413, fail(ErrorKind::TooLarge, "big")}};
    FixedHandler handler{outcomes.at(outcome)};
    HttpRequest http = put(path.toStdString(), body.toStdString());
    if (body.isNull())
        http = {.method = Method::Get, .path = path.toStdString(), .body = {}};
    answerRequest(http, handler);
    QCOMPARE(logged().value(0), request);
    QCOMPARE(logged().value(1), response);
}

void TestExchange::duration_isLoggedAtDebug()
{
    FixedHandler handler{Done{}};
    answerRequest(put("/serial", "{}"), handler);
    QVERIFY(QRegularExpression("^Total previous API call duration: \\d+ us\\.$").match(logged().last()).hasMatch());
}

void TestExchange::poll_isLoggedAtDebugOrWhenItFails()
{
    const HttpRequest poll{.method = Method::Get, .path = "/version", .body = {}, .isPoll = true};
    FixedHandler good{VersionInfo{"1", "2"}};
    answerRequest(poll, good);
    QVERIFY(logged().size() >= 2); // the level is Debug
    QVERIFY(configureLogger({.level = LogLevel::Info}).has_value());
    init();
    answerRequest(poll, good);
    QCOMPARE(logged().size(), 0);
    FixedHandler bad{fail(ErrorKind::Host, "x")};
    answerRequest(poll, bad);
    QCOMPARE(logged().size(), 1);
    HttpRequest change = put("/serial", "{}");
    change.isPoll = true;
    FixedHandler done{Done{}};
    answerRequest(change, done);
    QCOMPARE(logged().size(), 3);
    QVERIFY(configureLogger({.level = LogLevel::Debug}).has_value());
}

void TestExchange::pause_latencyIsRecordedOnSuccessOnly()
{
    const HttpRequest request{.method = Method::Patch, .path = "/vm", .body = R"({"state":"Paused"})"};
    constexpr std::uint64_t kUntouched = 123'456'789;
    metrics().latencies.pauseVm.set(kUntouched);
    metrics().latencies.resumeVm.set(kUntouched);
    FixedHandler failure{fail(ErrorKind::Host, "x")};
    answerRequest(request, failure);
    QCOMPARE(metrics().latencies.pauseVm.value(), kUntouched);
    FixedHandler success{Done{}};
    answerRequest(request, success);
    QVERIFY(metrics().latencies.pauseVm.value() != kUntouched);
    QCOMPARE(metrics().latencies.resumeVm.value(), kUntouched);
    QVERIFY(logged().join('\n').contains("'pause vm' API request took "));
}

QTEST_APPLESS_MAIN(TestExchange)
#include "tst_exchange.moc"
