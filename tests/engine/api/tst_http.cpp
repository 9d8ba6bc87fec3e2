#include "api/http.h"

#include <QTest>

using namespace sparkler::api;

namespace {

constexpr std::uint32_t kLimit = 51200;

/// Feeds in reads of at most `step` bytes.
void feed(HttpConnection &connection, const QByteArray &bytes, qsizetype step = HttpConnection::kReadBytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        const QByteArray piece = bytes.mid(at, step);
        connection.feed({piece.data(), static_cast<std::size_t>(piece.size())});
    }
}

QByteArray takeOutput(HttpConnection &connection)
{
    const QByteArray output(connection.output().data(), static_cast<qsizetype>(connection.output().size()));
    connection.consumeOutput(connection.output().size());
    return output;
}

/// The 400 for a parse error, byte by byte.
QByteArray parseError(const QByteArray &message)
{
    const QByteArray body = "{ \"error\": \"" + message + "\nAll previous unanswered requests will be dropped.\" }";
    return "HTTP/1.1 400 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\nContent-Type: application/json\r\n"
           "Content-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

class TestHttp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void request_isUnderstood_data();
    void pollHeader_isSeen();
    void request_isUnderstood();
    void request_byteByByte_isTheSame();
    void pipelinedRequests_areQueuedInOrder();
    void slowBody_isCollected();
    void bodyBytesBehindTheBody_startTheNextRequest();
    void parseError_isAnswered_data();
    void parseError_isAnswered();
    void parseError_dropsRequestsOfTheSameRead();
    void parseError_keepsRequestsOfEarlierReads();
    void requestLineError_nextReadStartsAfresh();
    void headerError_restOfTheRequestIsSkipped();
    void headerErrors_areAnsweredOnce();
    void longHeader_isSkippedUpToItsEnd();
    void badContentLength_losesTheConnection();
    void chunkedBody_becomesASecondBadRequest();
    void payload_limitIsInclusive();
    void oversizePayload_isRefusedAndSkipped();
    void oversizePayload_withExpectGetsNoInterimResponse();
    void expectContinue_isAnsweredOnce_data();
    void expectContinue_isAnsweredOnce();
    void acceptHeader_asksForJson_data();
    void acceptHeader_asksForJson();
    void chunks_areFramed();
    void response_isSerialized_data();
    void response_isSerialized();
    void partialOutput_isRemembered();
    void anyBytes_needLittleMemory();
};

void TestHttp::request_isUnderstood_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("hasBody");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, QByteArray input, QByteArray method, QByteArray path, bool hasBody = false,
                        QByteArray body = {}) { QTest::newRow(name) << input << method << path << hasBody << body; };
    row("get", "GET / HTTP/1.1\r\n\r\n", "GET", "/");
    row("http/1.0", "GET /version HTTP/1.0\r\n\r\n", "GET", "/version");
    row("delete", "DELETE /drives/a HTTP/1.1\r\n\r\n", "DELETE", "/drives/a");
    row("put", "PUT /a HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", "PUT", "/a", true, "{}");
    row("patch", "PATCH /a HTTP/1.1\r\ncontent-LENGTH:2\r\n\r\nab", "PATCH", "/a", true, "ab");
    row("plus in length", "PUT /a HTTP/1.1\r\nContent-Length: +2\r\n\r\nab", "PUT", "/a", true, "ab");
    row("last length wins", "PUT /a HTTP/1.1\r\nContent-Length: 9\r\nContent-Length:   2  \r\n\r\nab", "PUT", "/a",
        true, "ab");
    row("length 0", "PUT /a HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "PUT", "/a");
    row("get with body", "GET /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nx", "GET", "/a", true, "x");
    row("binary body", QByteArray("PUT /a HTTP/1.1\r\nContent-Length: 4\r\n\r\n\0\r\n\n", 43), "PUT", "/a", true,
        QByteArray("\0\r\n\n", 4));
    row("absolute uri", "GET http://localhost/version?x=1 HTTP/1.1\r\n\r\n", "GET", "/version?x=1");
    row("absolute uri without path", "GET http://localhost HTTP/1.1\r\n\r\n", "GET", "");
    row("no uri form", "GET foo HTTP/1.1\r\n\r\n", "GET", "");
    row("upper-case scheme", "GET HTTP://x/y HTTP/1.1\r\n\r\n", "GET", "");
    row("not decoded", "GET /a%20b HTTP/1.1\r\n\r\n", "GET", "/a%20b");
    row("bare lf is no end", "GET / HTTP/1.1\r\nA: b\nContent-Length: 5\r\n\r\n", "GET", "/");
    row("unknown headers", "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX:\r\n: y\r\n\r\n", "GET", "/");
    row("values ignored",
        "GET / HTTP/1.1\r\nContent-Type: foo\r\nAccept: bar\r\nTransfer-Encoding: x\r\nServer: y\r\n\r\n", "GET", "/");
    row("encodings", "GET / HTTP/1.1\r\nAccept-Encoding: gzip, *;q=0, identity\r\n\r\n", "GET", "/");
    // Line end included the limit is 1024 bytes.
    row("longest line", "GET /" + QByteArray(1024 - 2 - 14, 'a') + " HTTP/1.1\r\n\r\n", "GET",
        "/" + QByteArray(1024 - 2 - 14, 'a'));
    row("longest header", "GET / HTTP/1.1\r\nX: " + QByteArray(1024 - 2 - 3, 'a') + "\r\n\r\n", "GET", "/");
}

void TestHttp::request_isUnderstood()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(bool, hasBody);
    QFETCH(QByteArray, body);
    HttpConnection connection(kLimit);
    feed(connection, input);
    QCOMPARE(takeOutput(connection), QByteArray());
    const auto request = connection.takeRequest();
    QVERIFY(request.has_value());
    QCOMPARE(bytes(std::string(methodName(request->method))), method);
    QCOMPARE(bytes(request->path), path);
    QCOMPARE(request->body.has_value(), hasBody);
    QCOMPARE(bytes(request->body.value_or("")), body);
    QVERIFY(!connection.takeRequest());
}

void TestHttp::request_byteByByte_isTheSame()
{
    HttpConnection connection(kLimit);
    feed(connection, "PUT /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n\r\n", 1);
    QCOMPARE(bytes(connection.takeRequest().value().body.value()), QByteArray("abc"));
    QVERIFY(connection.takeRequest().value().method == Method::Get);
}

void TestHttp::pipelinedRequests_areQueuedInOrder()
{
    HttpConnection connection(kLimit);
    feed(connection,
         "GET /a HTTP/1.1\r\n\r\nPUT /b HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /c HTTP/1.1\r\n\r\nGET /d");
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/a"));
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/b"));
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/c"));
    QVERIFY(!connection.takeRequest());
    feed(connection, " HTTP/1.1\r\n\r\n");
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/d"));
}

void TestHttp::slowBody_isCollected()
{
    HttpConnection connection(kLimit);
    const QByteArray body(static_cast<qsizetype>(kLimit), 'z');
    feed(connection, "PUT /a HTTP/1.1\r\nContent-Length: 51200\r\n\r\n");
    feed(connection, body.left(body.size() - 1), 7);
    QVERIFY(!connection.takeRequest());
    feed(connection, body.right(1));
    QCOMPARE(bytes(connection.takeRequest().value().body.value()), body);
}

void TestHttp::bodyBytesBehindTheBody_startTheNextRequest()
{
    HttpConnection connection(kLimit);
    feed(connection, "PUT /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nxyz");
    QCOMPARE(bytes(connection.takeRequest().value().body.value()), QByteArray("x"));
    feed(connection, " a b\r\n");
    QCOMPARE(takeOutput(connection), parseError("Invalid HTTP Method: Unsupported HTTP method."));
}

void TestHttp::parseError_isAnswered_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, QByteArray input, QByteArray message) {
        QTest::newRow(name) << input << message;
    };
    const QByteArray method = "Invalid HTTP Method: Unsupported HTTP method.";
    const QByteArray version = "Invalid HTTP Version: Unsupported HTTP version.";
    const QByteArray line = "GET / HTTP/1.1\r\n";
    row("lower-case method", "get / HTTP/1.1\r\n", method);
    row("post", "POST / HTTP/1.1\r\n", method);
    row("method before the rest", "POST  HTTP/9\r\n", method);
    row("version", "GET / HTTP/2\r\n", version);
    row("lower-case version", "GET / http/1.1\r\n", version);
    row("extra space", "GET / HTTP/1.1 \r\n", version);
    row("space in path", "GET /a b HTTP/1.1\r\n", version);
    row("empty uri", "GET  HTTP/1.1\r\n", "Invalid URI: Empty URI not allowed.");
    row("uri not utf-8", "GET /\xff HTTP/1.1\r\n", "Invalid URI: Cannot parse URI as UTF-8.");
    row("one space", "GET /\r\n", "Invalid request.");
    row("no space", "FOO\r\n", "Invalid request.");
    row("empty line", "\r\n", "Invalid request.");
    row("endless line", QByteArray(1024, 'a'), "Invalid request.");
    row("line one too long", "GET /" + QByteArray(1024 - 1 - 14, 'a') + " HTTP/1.1\r\n", "Invalid request.");
    row("header without colon", line + "foo bar\r\n",
        "Invalid header. Reason: Header is incorrectly formatted. Key: foo bar");
    row("header not utf-8", line + "a: b\xff\r\n",
        "Invalid header. Reason: Header contains invalid characters. Key: invalid utf-8 sequence of 1 bytes from index "
        "4");
    row("endless header", line + QByteArray(1024, 'h'),
        "Invalid header. Reason: Invalid content length. Header: " + QByteArray(1024, 'h'));
    row("length negative", line + "Content-Length: -1\r\n",
        "Invalid header. Reason: Invalid value. Key:Content-Length; Value: -1");
    row("length text", line + "content-length:x\r\n",
        "Invalid header. Reason: Invalid value. Key:content-length; Value:x");
    row("length over 32 bits", line + "Content-Length: 4294967296\r\n",
        "Invalid header. Reason: Invalid value. Key:Content-Length; Value: 4294967296");
    row("length empty", line + "Content-Length:\r\n",
        "Invalid header. Reason: Invalid value. Key:Content-Length; Value:");
    row("identity refused", line + "Accept-Encoding: gzip, identity;q=0\r\n",
        "Invalid header. Reason: Invalid value. Key:Accept-Encoding; Value:identity;q=0");
    row("everything refused", line + "Accept-Encoding: *;q=0\r\n",
        "Invalid header. Reason: Invalid value. Key:Accept-Encoding; Value:*;q=0");
    row("encoding empty", line + "Accept-Encoding: \r\n", "Invalid request.");
    row("payload", line + "Content-Length: 51201\r\n\r\n",
        "Request payload with size 51201 is larger than the limit of 51200 allowed by server.");
}

void TestHttp::parseError_isAnswered()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, message);
    HttpConnection connection(kLimit);
    feed(connection, input);
    QCOMPARE(takeOutput(connection), parseError(message));
    QVERIFY(!connection.takeRequest());
}

void TestHttp::parseError_dropsRequestsOfTheSameRead()
{
    HttpConnection connection(kLimit);
    feed(connection, "GET /a HTTP/1.1\r\n\r\nFOO\r\n");
    QCOMPARE(takeOutput(connection), parseError("Invalid request."));
    QVERIFY(!connection.takeRequest());
}

void TestHttp::parseError_keepsRequestsOfEarlierReads()
{
    HttpConnection connection(kLimit);
    feed(connection, "GET /a HTTP/1.1\r\n\r\n");
    feed(connection, "GET /b HTTP/1.1\r\n\r\nFOO\r\n");
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/a"));
    QVERIFY(!connection.takeRequest());
}

void TestHttp::requestLineError_nextReadStartsAfresh()
{
    HttpConnection connection(kLimit);
    feed(connection, "FOO\r\nGET /lost HTTP/1.1\r\n\r\n");
    feed(connection, "GET /a HTTP/1.1\r\n\r\n");
    QCOMPARE(takeOutput(connection), parseError("Invalid request."));
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/a"));
}

void TestHttp::headerError_restOfTheRequestIsSkipped()
{
    HttpConnection connection(kLimit);
    feed(connection, "PUT /a HTTP/1.1\r\nnonsense\r\nContent-Length: 5\r\n\r\nGET /GET /b HTTP/1.1\r\n\r\n", 3);
    QCOMPARE(takeOutput(connection),
             parseError("Invalid header. Reason: Header is incorrectly formatted. Key: nonsense"));
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/b"));
}

void TestHttp::headerErrors_areAnsweredOnce()
{
    HttpConnection connection(kLimit);
    feed(connection, "PUT /a HTTP/1.1\r\nfoo\r\nbar\r\nAccept-Encoding:\r\n\r\n");
    QCOMPARE(takeOutput(connection), parseError("Invalid header. Reason: Header is incorrectly formatted. Key: foo"));
}

void TestHttp::longHeader_isSkippedUpToItsEnd()
{
    HttpConnection connection(kLimit);
    feed(connection, "GET /a HTTP/1.1\r\nX: " + QByteArray(5000, 'a') + "\r\n\r\nGET /b HTTP/1.1\r\n\r\n", 511);
    QCOMPARE(takeOutput(connection),
             parseError("Invalid header. Reason: Invalid content length. Header: X: " + QByteArray(1021, 'a')));
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/b"));
}

void TestHttp::badContentLength_losesTheConnection()
{
    HttpConnection connection(kLimit);
    feed(connection, "PUT /a HTTP/1.1\r\nContent-Length: x\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
    QVERIFY(connection.isLost());
    takeOutput(connection);
    feed(connection, "GET /b HTTP/1.1\r\n\r\n");
    QVERIFY(!connection.takeRequest());
    QCOMPARE(takeOutput(connection), QByteArray());
}

void TestHttp::chunkedBody_becomesASecondBadRequest()
{
    HttpConnection connection(kLimit);
    feed(connection, "PUT /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
    QVERIFY(!connection.takeRequest().value().body);
    feed(connection, "2\r\n{}\r\n0\r\n\r\n");
    QCOMPARE(takeOutput(connection), parseError("Invalid request."));
}

void TestHttp::payload_limitIsInclusive()
{
    HttpConnection connection(4);
    feed(connection, "PUT /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd");
    QCOMPARE(bytes(connection.takeRequest().value().body.value()), QByteArray("abcd"));
}

void TestHttp::oversizePayload_isRefusedAndSkipped()
{
    HttpConnection connection(4);
    feed(connection, "PUT /a HTTP/1.1\r\nContent-Length: 3000\r\n\r\n");
    QCOMPARE(takeOutput(connection),
             parseError("Request payload with size 3000 is larger than the limit of 4 allowed by server."));
    feed(connection, QByteArray(3000, '\n') + "GET /b HTTP/1.1\r\n\r\n");
    QCOMPARE(takeOutput(connection), QByteArray());
    QCOMPARE(bytes(connection.takeRequest().value().path), QByteArray("/b"));
}

void TestHttp::oversizePayload_withExpectGetsNoInterimResponse()
{
    HttpConnection connection(4);
    feed(connection, "PUT /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(takeOutput(connection),
             parseError("Request payload with size 5 is larger than the limit of 4 allowed by server."));
    QVERIFY(connection.isLost());
}

void TestHttp::expectContinue_isAnsweredOnce_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("interim");
    const QByteArray tail = " 100 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n\r\n";
    QTest::newRow("1.1") << QByteArray("PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
                         << "HTTP/1.1" + tail;
    QTest::newRow("1.0") << QByteArray("PUT / HTTP/1.0\r\nContent-Length: 2\r\nexpect:100-continue\r\n\r\n")
                         << "HTTP/1.0" + tail;
    QTest::newRow("upper case") << QByteArray("PUT / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n")
                                << QByteArray();
    QTest::newRow("no body") << QByteArray("PUT / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n") << QByteArray();
}

void TestHttp::expectContinue_isAnsweredOnce()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, interim);
    HttpConnection connection(kLimit);
    feed(connection, head);
    QCOMPARE(takeOutput(connection), interim);
}

void TestHttp::acceptHeader_asksForJson_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("wantsJson");
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("json") << QByteArray("Accept: application/json\r\n") << true;
    QTest::newRow("any case") << QByteArray("ACCEPT:Application/JSON\r\n") << true;
    QTest::newRow("in a list") << QByteArray("Accept: text/plain;q=0.5, application/json;q=0.9,*/*\r\n") << true;
    QTest::newRow("second header") << QByteArray("Accept: text/plain\r\nAccept: application/json\r\n") << true;
    QTest::newRow("anything") << QByteArray("Accept: */*\r\n") << false;
    QTest::newRow("scraper") << QByteArray("Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n")
                             << false;
    QTest::newRow("another type") << QByteArray("Accept: application/json-seq,xapplication/json\r\n") << false;
    QTest::newRow("empty") << QByteArray("Accept:\r\nAccept: ,,;\r\n") << false;
    QTest::newRow("another header") << QByteArray("Content-Type: application/json\r\n") << false;
}

void TestHttp::acceptHeader_asksForJson()
{
    QFETCH(QByteArray, headers);
    QFETCH(bool, wantsJson);
    HttpConnection connection(kLimit);
    feed(connection, "GET /metrics HTTP/1.1\r\n" + headers + "\r\nGET / HTTP/1.1\r\n\r\n");
    QCOMPARE(takeOutput(connection), QByteArray());
    QCOMPARE(connection.takeRequest().value().wantsJson, wantsJson);
    QCOMPARE(connection.takeRequest().value().wantsJson, false); // and not the next one's
}

void TestHttp::chunks_areFramed()
{
    HttpConnection connection(kLimit);
    connection.sendChunk("0123456789abcdef\n");
    connection.sendChunk("x");
    connection.endChunks();
    QCOMPARE(takeOutput(connection), QByteArray("11\r\n0123456789abcdef\n\r\n1\r\nx\r\n0\r\n\r\n"));
}

void TestHttp::response_isSerialized_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("deprecation");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("204") << 204 << QByteArray() << false
                         << QByteArray("HTTP/1.1 204 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n\r\n");
    QTest::newRow("204 deprecated")
        << 204 << QByteArray() << true
        << QByteArray(
               "HTTP/1.1 204 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\nDeprecation: true\r\n\r\n");
    QTest::newRow("200") << 200 << QByteArray("{}") << false
                         << QByteArray("HTTP/1.1 200 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n"
                                       "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    QTest::newRow("400 deprecated")
        << 400 << QByteArray("{\"fault_message\":\"x\"}") << true
        << QByteArray("HTTP/1.1 400 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\nDeprecation: true\r\n"
                      "Content-Type: application/json\r\nContent-Length: 21\r\n\r\n{\"fault_message\":\"x\"}");
}

void TestHttp::response_isSerialized()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, deprecation);
    QFETCH(QByteArray, wire);
    QCOMPARE(bytes(serializeResponse({.status = status, .body = body.toStdString(), .deprecation = deprecation})),
             wire);
}

void TestHttp::partialOutput_isRemembered()
{
    HttpConnection connection(kLimit);
    connection.respond({});
    const QByteArray whole(connection.output().data(), static_cast<qsizetype>(connection.output().size()));
    connection.consumeOutput(10);
    QCOMPARE(takeOutput(connection), whole.mid(10));
    QVERIFY(connection.output().empty());
}

void TestHttp::anyBytes_needLittleMemory()
{
    // A peer that sends only nonsense gets its answers; nothing else may pile up. A fixed generator keeps the test the
    // same.
    HttpConnection connection(64);
    std::uint32_t random = 1;
    constexpr std::string_view kAlphabet = "GET PUT/ HTTP/1.1\r\n\r\nContent-Length: 64\r\n:\xff";
    for (int read = 0; read < 5000; ++read) {
        std::string piece;
        for (int i = 0; i < 100; ++i) {
            random = random * 1664525 + 1013904223;
            piece += kAlphabet[(random >> 16) % kAlphabet.size()];
        }
        connection.feed(piece);
        while (connection.takeRequest()) {
        }
        QVERIFY(connection.output().size() < 100'000);
        connection.consumeOutput(connection.output().size());
    }
}

void TestHttp::pollHeader_isSeen()
{
    HttpConnection connection(kLimit);
    connection.feed("GET / HTTP/1.1\r\nx-SPARKLER-poll: 1\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    QVERIFY(connection.takeRequest().value().isPoll);
    QVERIFY(!connection.takeRequest().value().isPoll);
}

QTEST_APPLESS_MAIN(TestHttp)
#include "tst_http.moc"
