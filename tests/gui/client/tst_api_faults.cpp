#include "client/api_connection.h"

#include "support/stub_engine.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace sparkler::gui;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using Kind = ApiError::Kind;
using Manner = stub::Engine::Manner;

namespace {

/// Runs one request to its end.
ApiResult<HttpReply> ask(ApiConnection &connection, HttpRequest request)
{
    std::optional<ApiResult<HttpReply>> result;
    connection.send(std::move(request), &connection, [&](ApiResult<HttpReply> found) { result = std::move(found); });
    const bool ended = QTest::qWaitFor([&] { return result.has_value(); }, 15000);
    return ended ? *std::move(result) : std::unexpected(ApiError{.detail = u"no callback"_s});
}

ApiError errorOf(const QString &socketPath)
{
    ApiConnection connection(socketPath);
    const auto result = ask(connection, {.method = "GET", .path = u"/version"_s});
    return result ? ApiError{.detail = u"it worked"_s} : result.error();
}

} // namespace

/// What ApiConnection makes of engines that are absent, dead, slow, broken or refuse.
class TestApiFaults : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void noListener_request_saysWhich();
    void longPath_request_isRefusedFirst();
    void socketWithoutPermission_request_isDenied();
    void fault_answer_isWordForWord_data();
    void fault_answer_isWordForWord();
    void badAnswer_request_fails_data();
    void badAnswer_request_fails();
    void afterBadAnswer_nextRequest_works_data() { badAnswer_request_fails_data(); }
    void afterBadAnswer_nextRequest_works();
    void earlyClose_request_isConnectionLost_data();
    void earlyClose_request_isConnectionLost();
    void silentEngine_request_timesOutAndTheNextWorks();
    void slowTrickle_request_timesOut();
    void slowEngine_request_waits();
    void deadline_queuedRequest_countsFromSending();
    void bigAnswer_request_isWhole();
    void surplusBytes_afterAnswer_costTheConnectionOnly();
    void tooManyConnections_answer_isRead();
    void sentence_everyKind_isOneSentence();
};

void TestApiFaults::noListener_request_saysWhich()
{
    QTemporaryDir directory;
    const QString missing = directory.filePath(u"none.sock"_s);
    ApiError error = errorOf(missing);
    QVERIFY(error.kind == Kind::NotConnected);
    QCOMPARE(error.detail, u"there is no socket file"_s);
    QCOMPARE(error.sentence(), u"GET /version failed: the engine cannot be reached, there is no socket file."_s);

    stub::Engine engine;
    engine.die();
    QVERIFY(QFile::exists(engine.socketPath()));
    error = errorOf(engine.socketPath());
    QVERIFY(error.kind == Kind::NotConnected);
    QCOMPARE(error.detail, u"nobody listens on the socket"_s);

    QFile file(directory.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    error = errorOf(file.fileName());
    QVERIFY(error.kind == Kind::NotConnected);
    QCOMPARE(error.detail, u"the file is not a socket"_s);

    error = errorOf(u"api.sock"_s);
    QVERIFY(error.kind == Kind::NotConnected);
    QCOMPARE(error.detail, u"the socket's path is not absolute"_s);
}

void TestApiFaults::longPath_request_isRefusedFirst()
{
    QTemporaryDir directory;
    const auto padded = [&](qsizetype bytes) -> QString {
        const QString base = directory.path() + u'/';
        return base + QString(bytes - QFile::encodeName(base).size(), u'x');
    };
    stub::Engine engine(padded(106));
    QVERIFY(engine.isListening());
    ApiConnection connection(engine.socketPath());
    QVERIFY(ask(connection, {.method = "GET", .path = u"/"_s}));
    const ApiError error = errorOf(padded(107));
    QVERIFY(error.kind == Kind::NotConnected);
    QCOMPARE(error.detail, u"the socket's path is longer than 106 bytes"_s);
}

void TestApiFaults::socketWithoutPermission_request_isDenied()
{
    stub::Engine engine;
    QCOMPARE(::chmod(QFile::encodeName(engine.socketPath()).constData(), 0), 0);
    // Root may open everything: become somebody else meanwhile.
    const uid_t user = ::geteuid();
    if (user == 0) {
        QCOMPARE(::chmod(QFile::encodeName(QFileInfo(engine.socketPath()).path()).constData(), 0755), 0);
        if (::seteuid(65534) != 0)
            QSKIP("cannot give up the privileges of root");
    }
    const ApiError error = errorOf(engine.socketPath());
    if (user == 0)
        QCOMPARE(::seteuid(0), 0);
    QVERIFY(error.kind == Kind::NotConnected);
    QCOMPARE(error.detail, u"you may not open the socket"_s);
}

void TestApiFaults::fault_answer_isWordForWord_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fault");
    QTest::newRow("usual") << 400 << QByteArray(R"({"fault_message":"Invalid block device path: \"/a b\""})")
                           << u"Invalid block device path: \"/a b\""_s;
    QTest::newRow("413") << 413 << QByteArray(R"({"fault_message":"too much"})") << u"too much"_s;
    QTest::newRow("HTTP level") << 400
                                << QByteArray(
                                       "{ \"error\": \"Invalid request.\nAll previous unanswered requests will be "
                                       "dropped.\" }")
                                << u"Invalid request.\nAll previous unanswered requests will be dropped."_s;
    QTest::newRow("no JSON") << 500 << QByteArray("oops") << QString();
    QTest::newRow("empty") << 500 << QByteArray() << QString();
    QTest::newRow("other JSON") << 400 << QByteArray(R"({"fault_message":7})") << QString();
}

void TestApiFaults::fault_answer_isWordForWord()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    stub::Engine engine;
    engine.setAnswer("PUT /drives/a", {status, body});
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "PUT", .path = u"/drives/a"_s, .body = "{}"});
    QVERIFY(!result);
    QVERIFY(result.error().kind == Kind::Fault);
    QCOMPARE(result.error().status, status);
    QTEST(result.error().fault, "fault");
    QCOMPARE(result.error().method, QByteArray("PUT"));
    QCOMPARE(result.error().path, u"/drives/a"_s);
}

void TestApiFaults::badAnswer_request_fails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind) {
        QTest::newRow(name) << bytes << static_cast<int>(kind);
    };
    row("garbage", QByteArrayLiteral("\x00\xff nonsense"), Kind::Protocol);
    row("other protocol", "SSH-2.0-OpenSSH\r\n", Kind::Protocol);
    row("bad header", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", Kind::Protocol);
    row("redirect", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", Kind::Protocol);
    row("endless header", "HTTP/1.1 200 OK\r\nA: " + QByteArray(70000, 'a'), Kind::TooLarge);
    row("huge body announced", "HTTP/1.1 200 OK\r\nContent-Length: 17000000\r\n\r\n", Kind::TooLarge);
    row("huge body to the end", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(17'000'000, 'a'), Kind::TooLarge);
}

void TestApiFaults::badAnswer_request_fails()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    stub::Engine engine;
    engine.setRawAnswer("GET /", bytes);
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "GET", .path = u"/"_s});
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().kind), kind);
    QVERIFY(!result.error().detail.isEmpty());
}

void TestApiFaults::afterBadAnswer_nextRequest_works()
{
    QFETCH(QByteArray, bytes);
    stub::Engine engine;
    engine.setRawAnswer("GET /", bytes);
    ApiConnection connection(engine.socketPath());
    QVERIFY(!ask(connection, {.method = "GET", .path = u"/"_s}));
    QVERIFY(ask(connection, {.method = "PUT", .path = u"/logger"_s, .body = "{}"}));
}

void TestApiFaults::earlyClose_request_isConnectionLost_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 2");
    QTest::newRow("half the headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("half the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"half\":");
    QTest::newRow("half a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc");
}

void TestApiFaults::earlyClose_request_isConnectionLost()
{
    QFETCH(QByteArray, bytes);
    stub::Engine engine;
    engine.setRawAnswer("GET /", bytes, true);
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "GET", .path = u"/"_s});
    QVERIFY(!result);
    QVERIFY(result.error().kind == Kind::ConnectionLost);
    QCOMPARE(result.error().sentence(), u"GET / failed: the engine closed the connection before it had answered."_s);
    QCOMPARE(engine.requests().size(), 1); // a new connection: nothing to repeat
}

void TestApiFaults::silentEngine_request_timesOutAndTheNextWorks()
{
    stub::Engine engine;
    engine.setManner("PUT /actions", Manner::Never);
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "PUT", .path = u"/actions"_s, .body = "{}", .deadline = 30ms});
    QVERIFY(!result);
    QVERIFY(result.error().kind == Kind::TimedOut);
    QCOMPARE(result.error().sentence(),
             u"PUT /actions failed: the engine did not answer in time. It may still act on it."_s);
    QVERIFY(ask(connection, {.method = "GET", .path = u"/version"_s}));
    QCOMPARE(engine.requests().last().connection, 2);
}

void TestApiFaults::slowTrickle_request_timesOut()
{
    stub::Engine engine;
    engine.setRawAnswer("GET /", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"");
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "GET", .path = u"/"_s, .body = {}, .deadline = 50ms});
    QVERIFY(!result);
    QVERIFY(result.error().kind == Kind::TimedOut);
}

void TestApiFaults::slowEngine_request_waits()
{
    stub::Engine engine;
    engine.setDelay(50);
    ApiConnection connection(engine.socketPath());
    QVERIFY(ask(connection, {.method = "GET", .path = u"/"_s}));
}

void TestApiFaults::deadline_queuedRequest_countsFromSending()
{
    stub::Engine engine;
    ApiConnection connection(engine.socketPath());
    engine.setManner("GET /", Manner::Never);
    bool firstFailed = false;
    connection.send({.method = "GET", .path = u"/"_s, .body = {}, .deadline = 2000ms}, this,
                    [&](const ApiResult<HttpReply> &result) { firstFailed = !result; });
    // It waits longer for its turn than its own deadline is.
    const auto second = ask(connection, {.method = "GET", .path = u"/version"_s, .body = {}, .deadline = 1500ms});
    QVERIFY(firstFailed);
    QVERIFY(second);
}

void TestApiFaults::bigAnswer_request_isWhole()
{
    stub::Engine engine;
    const QByteArray body = "{\"x\":\"" + QByteArray(10'000'000, 'a') + "\"}";
    engine.setAnswer("GET /", {200, body});
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "GET", .path = u"/"_s});
    QVERIFY(result);
    QVERIFY(result->body == body);
}

void TestApiFaults::surplusBytes_afterAnswer_costTheConnectionOnly()
{
    stub::Engine engine;
    engine.setRawAnswer("GET /", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 400 \r\n");
    ApiConnection connection(engine.socketPath());
    QVERIFY(ask(connection, {.method = "GET", .path = u"/"_s}));
    QVERIFY(ask(connection, {.method = "PUT", .path = u"/logger"_s, .body = "{}"}));
    QCOMPARE(engine.requests().last().connection, 2);
}

void TestApiFaults::tooManyConnections_answer_isRead()
{
    stub::Engine engine;
    engine.setRawAnswer("GET /",
                        "HTTP/1.1 503\r\nServer: Firecracker API\r\nConnection: close\r\nContent-Length: 40\r\n\r\n"
                        "{ \"error\": \"Too many open connections\" }",
                        true);
    ApiConnection connection(engine.socketPath());
    const auto result = ask(connection, {.method = "GET", .path = u"/"_s});
    QVERIFY(!result);
    QVERIFY(result.error().kind == Kind::Fault);
    QCOMPARE(result.error().status, 503);
    QCOMPARE(result.error().sentence(), u"The engine refused GET /: Too many open connections"_s);
}

void TestApiFaults::sentence_everyKind_isOneSentence()
{
    ApiError error{.kind = Kind::NotConnected, .method = "PUT", .path = u"/drives/%1 %2"_s};
    QCOMPARE(error.sentence(), u"PUT /drives/%1 %2 failed: the engine cannot be reached."_s);
    error.kind = Kind::Protocol;
    error.detail = u"id: missing"_s;
    QCOMPARE(error.sentence(), u"PUT /drives/%1 %2 failed: the answer is not valid (id: missing)."_s);
    error.kind = Kind::TooLarge;
    QCOMPARE(error.sentence(), u"PUT /drives/%1 %2 failed: the answer is too large."_s);
    error.kind = Kind::Fault;
    error.status = 500;
    QCOMPARE(error.sentence(), u"The engine refused PUT /drives/%1 %2 with status 500."_s);
    error.fault = u"100%1 bad"_s;
    QCOMPARE(error.sentence(), u"The engine refused PUT /drives/%1 %2: 100%1 bad"_s);
}

QTEST_GUILESS_MAIN(TestApiFaults)
#include "tst_api_faults.moc"
