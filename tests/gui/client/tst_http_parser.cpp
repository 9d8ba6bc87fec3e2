#include "client/http_parser.h"

#include <QTest>

using sparkler::gui::HttpParser;
using State = HttpParser::State;
using Failure = HttpParser::Failure;
using namespace Qt::Literals::StringLiterals;

namespace {

HttpParser fed(const QByteArray &bytes)
{
    HttpParser parser;
    parser.feed(bytes);
    return parser;
}

} // namespace

class TestHttpParser : public QObject {
    Q_OBJECT
private slots:
    void goodAnswer_splitAnywhere_isUnderstood_data();
    void goodAnswer_splitAnywhere_isUnderstood();
    void goodAnswer_byteByByte_isUnderstood_data() { goodAnswer_splitAnywhere_isUnderstood_data(); }
    void goodAnswer_byteByByte_isUnderstood();
    void goodAnswer_cutAnywhere_isIncomplete_data() { goodAnswer_splitAnywhere_isUnderstood_data(); }
    void goodAnswer_cutAnywhere_isIncomplete();
    void badAnswer_fed_failsWithReason_data();
    void badAnswer_fed_failsWithReason();
    void feed_bytesAfterTheAnswer_areNotTaken();
    void head_overLimit_isTooLarge();
    void head_atLimit_isTaken();
    void body_atLimit_isTaken();
    void closeDelimitedBody_overLimit_isTooLarge();
    void chunks_overLimitTogether_areTooLarge();
    void header_anyCase_isFound();
    void failed_moreBytes_areIgnored();
};

void TestHttpParser::goodAnswer_splitAnywhere_isUnderstood_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");
    QTest::addColumn<bool>("toEnd"); ///< its end is the end of the connection

    QTest::newRow("firecracker 204") << QByteArray("HTTP/1.1 204 \r\nServer: Firecracker API\r\n"
                                                   "Connection: keep-alive\r\n\r\n")
                                     << 204 << QByteArray() << true << false;
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nCONTENT-length:  7 \r\n\r\n{\"a\":1}") << 200
                            << QByteArray("{\"a\":1}") << true << false;
    QTest::newRow("length 0") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << 200 << QByteArray()
                              << true << false;
    QTest::newRow("same length twice") << QByteArray(
                                              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}")
                                       << 200 << QByteArray("{}") << true << false;
    QTest::newRow("304 with length") << QByteArray("HTTP/1.1 304 \r\nContent-Length: 9\r\n\r\n") << 304 << QByteArray()
                                     << true << false;
    QTest::newRow("503 without space")
        << QByteArray("HTTP/1.1 503\r\nServer: Firecracker API\r\nConnection: close\r\nContent-Length: 40\r\n\r\n"
                      "{ \"error\": \"Too many open connections\" }")
        << 503 << QByteArray("{ \"error\": \"Too many open connections\" }") << false << false;
    QTest::newRow("interim first") << QByteArray(
                                          "HTTP/1.1 100 \r\nX: y\r\n\r\nHTTP/1.1 200 \r\nContent-Length: 1\r\n\r\n1")
                                   << 200 << QByteArray("1") << true << false;
    QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                           "3\r\nab\n\r\nA;x=y\r\n0123456789\r\n000\r\nTrailer: t\r\n\r\n")
                             << 200 << QByteArray("ab\n0123456789") << true << false;
    QTest::newRow("empty chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                   << 200 << QByteArray() << true << false;
    QTest::newRow("to the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\n{\"x\":[]}") << 200 << QByteArray("{\"x\":[]}")
                                << false << true;
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 400 Bad\r\nContent-Length: 2\r\n\r\n{}") << 400
                              << QByteArray("{}") << false << false;
    QTest::newRow("HTTP/1.0 keep-alive")
        << QByteArray("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\n{}") << 200
        << QByteArray("{}") << true << false;
}

void TestHttpParser::goodAnswer_splitAnywhere_isUnderstood()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, toEnd);
    for (qsizetype cut = 0; cut <= answer.size(); ++cut) {
        HttpParser parser;
        QCOMPARE(parser.feed(answer.first(cut)), cut);
        QVERIFY2(cut == answer.size() || toEnd || parser.state() == State::NeedsMore, QByteArray::number(cut));
        QCOMPARE(parser.feed(answer.sliced(cut)), answer.size() - cut);
        if (toEnd)
            parser.endOfStream();
        QCOMPARE(parser.state(), State::Complete);
        QTEST(parser.status(), "status");
        QTEST(parser.body(), "body");
        QTEST(parser.keepAlive(), "keepAlive");
    }
}

void TestHttpParser::goodAnswer_byteByByte_isUnderstood()
{
    QFETCH(QByteArray, answer);
    HttpParser parser;
    QVERIFY(!parser.started());
    for (const char byte : answer)
        QCOMPARE(parser.feed(QByteArrayView(&byte, 1)), 1);
    QVERIFY(parser.started());
    parser.endOfStream();
    QCOMPARE(parser.state(), State::Complete);
    QTEST(parser.status(), "status");
    QTEST(parser.body(), "body");
}

void TestHttpParser::goodAnswer_cutAnywhere_isIncomplete()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, toEnd);
    const qsizetype last = toEnd ? answer.indexOf("\r\n\r\n") + 4 : answer.size();
    for (qsizetype cut = 0; cut < last; ++cut) {
        HttpParser parser = fed(answer.first(cut));
        parser.endOfStream();
        QCOMPARE(parser.state(), State::Failed);
        QCOMPARE(parser.failure(), Failure::Incomplete);
        QVERIFY(!parser.failureText().isEmpty());
    }
}

void TestHttpParser::badAnswer_fed_failsWithReason_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QString>("text");
    const int protocol = static_cast<int>(Failure::Protocol);
    const int tooLarge = static_cast<int>(Failure::TooLarge);
    const QString notHttp = u"the answer does not begin with HTTP/1."_s;
    const QString badStatus = u"the status line of the answer is malformed"_s;
    const QString badHeader = u"a header of the answer is malformed"_s;
    const QString ok = u"HTTP/1.1 200 OK\r\n"_s;
    const auto row = [](const char *name, const QString &answer, int failure, const QString &text) {
        QTest::newRow(name) << answer.toLatin1() << failure << text;
    };
    row("one wrong byte", u"X"_s, protocol, notHttp);
    row("ssh", u"SSH-2.0-x"_s, protocol, notHttp);
    row("lower case", u"http/1.1 200 OK\r\n"_s, protocol, notHttp);
    row("HTTP/2", u"HTTP/2 200\r\n"_s, protocol, notHttp);
    row("HTTP/1.2", u"HTTP/1.2 200 OK\r\n"_s, protocol, badStatus);
    row("short status", u"HTTP/1.1 20\r\n"_s, protocol, badStatus);
    row("status 600", u"HTTP/1.1 600 X\r\n"_s, protocol, badStatus);
    row("status 099", u"HTTP/1.1 099 X\r\n"_s, protocol, badStatus);
    row("status glued", u"HTTP/1.1 2000\r\n"_s, protocol, badStatus);
    row("reason with control", u"HTTP/1.1 200 O\x01K\r\n"_s, protocol, badStatus);
    row("bare line feed", u"HTTP/1.1 200 OK\n"_s, protocol, u"a line of the answer does not end with CR LF"_s);
    row("header without colon", ok + u"Server\r\n"_s, protocol, badHeader);
    row("header without name", ok + u": x\r\n"_s, protocol, badHeader);
    row("space before colon", ok + u"Server : x\r\n"_s, protocol, badHeader);
    row("folded header", ok + u"A: b\r\n c: d\r\n"_s, protocol, badHeader);
    row("control in value", ok + u"A: b\x07\r\n"_s, protocol, badHeader);
    row("lone CR in value", ok + u"A: b\rc\r\n"_s, protocol, badHeader);
    row("101", u"HTTP/1.1 101 Switching\r\n\r\n"_s, protocol, u"the answer switches to another protocol"_s);
    const QString noNumber = u"the length of the answer is not a number"_s;
    row("negative length", ok + u"Content-Length: -1\r\n\r\n"_s, protocol, noNumber);
    row("plus length", ok + u"Content-Length: +1\r\n\r\n"_s, protocol, noNumber);
    row("hex length", ok + u"Content-Length: 0x1\r\n\r\n"_s, protocol, noNumber);
    row("empty length", ok + u"Content-Length:\r\n\r\n"_s, protocol, noNumber);
    row("two lengths", ok + u"Content-Length: 1\r\nContent-Length: 2\r\n\r\n"_s, protocol,
        u"the answer has two different lengths"_s);
    row("length and chunks", ok + u"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"_s, protocol,
        u"the answer has both a length and chunks"_s);
    row("gzip", ok + u"Transfer-Encoding: gzip, chunked\r\n\r\n"_s, protocol,
        u"the answer has an unknown transfer encoding"_s);
    const QString tooBig = u"the body of the answer is larger than 16 MiB"_s;
    row("length over limit", ok + u"Content-Length: 16777217\r\n\r\n"_s, tooLarge, tooBig);
    row("length overflow", ok + u"Content-Length: 99999999999999999999999999\r\n\r\n"_s, tooLarge, tooBig);
    const QString chunked = ok + u"Transfer-Encoding: chunked\r\n\r\n"_s;
    row("chunk without size", chunked + u"\r\n"_s, protocol, u"a chunk of the answer has no size"_s);
    row("chunk size garbage", chunked + u"5x\r\n"_s, protocol, u"a chunk of the answer has no size"_s);
    row("chunk too long", chunked + u"2\r\nabc\r\n"_s, protocol, u"a chunk of the answer is longer than announced"_s);
    row("chunk over limit", chunked + u"1000001\r\n"_s, tooLarge, tooBig);
    row("chunk size overflow", chunked + u"fffffffffffffffff\r\n"_s, tooLarge, tooBig);
    row("bad trailer", chunked + u"0\r\nbad\r\n"_s, protocol, badHeader);
}

void TestHttpParser::badAnswer_fed_failsWithReason()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, failure);
    const HttpParser whole = fed(answer);
    QCOMPARE(whole.state(), State::Failed);
    QCOMPARE(static_cast<int>(whole.failure()), failure);
    QTEST(whole.failureText(), "text");
    QVERIFY(!whole.keepAlive());

    HttpParser bytewise;
    for (const char byte : answer)
        bytewise.feed(QByteArrayView(&byte, 1));
    QCOMPARE(bytewise.failureText(), whole.failureText());
}

void TestHttpParser::feed_bytesAfterTheAnswer_areNotTaken()
{
    const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    HttpParser parser;
    QCOMPARE(parser.feed(QByteArray(answer + "HTTP/1.1")), answer.size());
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.feed("more"), 0);
}

void TestHttpParser::head_overLimit_isTooLarge()
{
    HttpParser parser = fed("HTTP/1.1 200 OK\r\n");
    const QByteArray header = "A: " + QByteArray(1000, 'x') + "\r\n";
    for (int i = 0; i < 64; ++i)
        parser.feed(header);
    QCOMPARE(parser.state(), State::NeedsMore);
    parser.feed(QByteArray(header + header));
    QCOMPARE(parser.failure(), Failure::TooLarge);
    QCOMPARE(parser.failureText(), u"the headers of the answer are larger than 64 KiB"_s);

    HttpParser endless = fed("HTTP/1.1 200 " + QByteArray(HttpParser::kMaxHeadBytes, 'x'));
    QCOMPARE(endless.failure(), Failure::TooLarge);

    // Interim answers share the limit: they cannot go on for ever.
    HttpParser interim;
    const QByteArray again = "HTTP/1.1 100 \r\n\r\n";
    for (qsizetype sent = 0; sent <= HttpParser::kMaxHeadBytes; sent += again.size())
        interim.feed(again);
    QCOMPARE(interim.failure(), Failure::TooLarge);
}

void TestHttpParser::head_atLimit_isTaken()
{
    const QByteArray frame = "HTTP/1.1 204 \r\nA: \r\n\r\n";
    QByteArray answer = frame;
    answer.insert(frame.size() - 4, QByteArray(HttpParser::kMaxHeadBytes - frame.size(), 'x'));
    QCOMPARE(answer.size(), HttpParser::kMaxHeadBytes);
    QCOMPARE(fed(answer).state(), State::Complete);
}

void TestHttpParser::body_atLimit_isTaken()
{
    HttpParser parser = fed("HTTP/1.1 200 OK\r\nContent-Length: 16777216\r\n\r\n");
    parser.feed(QByteArray(HttpParser::kMaxBodyBytes, ' '));
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.body().size(), HttpParser::kMaxBodyBytes);
}

void TestHttpParser::closeDelimitedBody_overLimit_isTooLarge()
{
    HttpParser parser = fed("HTTP/1.1 200 OK\r\n\r\n");
    parser.feed(QByteArray(HttpParser::kMaxBodyBytes, ' '));
    QCOMPARE(parser.state(), State::NeedsMore);
    parser.feed("x");
    QCOMPARE(parser.failure(), Failure::TooLarge);
}

void TestHttpParser::chunks_overLimitTogether_areTooLarge()
{
    HttpParser parser = fed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    parser.feed(QByteArray("1000000\r\n" + QByteArray(HttpParser::kMaxBodyBytes, ' ') + "\r\n"));
    QCOMPARE(parser.state(), State::NeedsMore);
    parser.feed("1\r\n");
    QCOMPARE(parser.failure(), Failure::TooLarge);
}

void TestHttpParser::header_anyCase_isFound()
{
    const HttpParser parser = fed("HTTP/1.1 204 \r\nDePrecation:\ttrue \r\n\r\n");
    QCOMPARE(parser.header("deprecation").value_or(QByteArray()), QByteArray("true"));
    QVERIFY(!parser.header("content-type"));
}

void TestHttpParser::failed_moreBytes_areIgnored()
{
    HttpParser parser = fed("garbage");
    QCOMPARE(parser.feed("HTTP/1.1 204 \r\n\r\n"), 0);
    parser.endOfStream();
    QCOMPARE(parser.failure(), Failure::Protocol);
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "tst_http_parser.moc"
