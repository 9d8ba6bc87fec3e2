#include "mmds/http_session.h"
#include "telemetry/metrics.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::mmds;

namespace {

using TimePoint = TokenAuthority::TimePoint;
using namespace std::chrono_literals;

constexpr TimePoint kNow{1000s};

constexpr const char *kStore =
    R"({"latest":{"meta-data":{"ami-id":"ami-1","b":{"x":"y"},"list":["e0",{"k":"v"}],"number":5,
    "real":1.50,"flag":true,"nothing":null}},"a/b":"slash","text":"plain"})";

std::string textOf(const AnswerBytes &answer)
{
    std::string out(answer.size(), '\0');
    answer.copy(0, std::as_writable_bytes(std::span(out)));
    return out;
}

/// All answers to what a guest sent on one connection.
std::string talk(const std::shared_ptr<MetadataService> &service, std::string_view input, TimePoint now = kNow)
{
    HttpSession session(service);
    std::string output;
    while (!input.empty()) {
        const std::string_view piece = input.substr(0, session.room());
        if (piece.empty())
            return output + "(stuck)";
        session.append(std::as_bytes(std::span(piece)));
        input.remove_prefix(piece.size());
        while (const auto answer = session.next(now))
            output += textOf(*answer);
    }
    return output;
}

std::string response(int status, const std::string &body, const std::string &extra = "",
                     const std::string &type = "text/plain", const std::string &version = "HTTP/1.1")
{
    return version + " " + std::to_string(status) + " \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n" +
           extra + "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string head(const std::string &line, const std::string &headers = "")
{
    return line + " HTTP/1.1\r\n" + headers + "\r\n";
}

const std::string kNoToken =
    "No MMDS token provided. Use `X-metadata-token` or `X-aws-ec2-metadata-token` header to specify "
    "the session token.";
const std::string kNoTtl = "Token time to live value not found. Use `X-metadata-token-ttl-seconds` or "
                           "`X-aws-ec2-metadata-token-ttl-seconds` header to specify the token's lifetime.";

} // namespace

class TestGuestRequests : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        service = MetadataService::create("anonymous-instance", 51200);
        QVERIFY(service->put(JsonValue::parse(kStore).value()));
        configure(Version::V1);
    }

    void answersEachRequest_data();
    void answersEachRequest();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void issuesTokens_data();
    void issuesTokens();
    void tokensOpenVersion2_data();
    void tokensOpenVersion2();
    void countsMissingTokens_data();
    void countsMissingTokens();
    void formats_data();
    void formats();
    void beforeTheFirstPut();
    void passesOverBodies();
    void answersPipelinedRequests();
    void takesAnySplit();
    void getsStuckWhenARequestNeverEnds();
    void copiesAnyPart();

private:
    void configure(Version version, bool imdsCompat = false)
    {
        QVERIFY(service->configure({.version = version, .imdsCompat = imdsCompat}));
    }
    std::string token(const std::string &header = "X-metadata-token-ttl-seconds: 60\r\n")
    {
        const std::string answer = talk(service, head("PUT /latest/api/token", header));
        return answer.substr(answer.find("\r\n\r\n") + 4);
    }

    std::shared_ptr<MetadataService> service;
};

Q_DECLARE_METATYPE(std::string)

void TestGuestRequests::answersEachRequest_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<std::string>("request");
    QTest::addColumn<std::string>("expected");
    const auto both = [](const char *name, const std::string &request, const std::string &expected) {
        QTest::addRow("V1 %s", name) << 1 << request << expected;
        QTest::addRow("V2 %s", name) << 2 << request << expected;
    };
    const auto v1 = [](const char *name, const std::string &request, const std::string &expected) {
        QTest::addRow("V1 %s", name) << 1 << request << expected;
    };
    const auto v2 = [](const char *name, const std::string &request, const std::string &expected) {
        QTest::addRow("V2 %s", name) << 2 << request << expected;
    };
    const std::string allow = "Allow: GET, PUT\r\n";

    v1("no token", head("GET /text"), response(200, "plain"));
    v1("bad token", head("GET /text", "X-metadata-token: nonsense\r\n"), response(200, "plain"));
    v2("no token", head("GET /text"), response(401, kNoToken));
    v2("no token, no such key", head("GET /none"), response(401, kNoToken));
    v2("bad token", head("GET /text", "X-metadata-token: nonsense\r\n"), response(401, "MMDS token not valid."));
    v2("bad token, other name", head("GET /text", "X-aws-ec2-metadata-token: nonsense\r\n"),
       response(401, "MMDS token not valid."));
    v2("empty token", head("GET /text", "X-metadata-token:\r\n"), response(401, "MMDS token not valid."));
    v2("overlong token", head("GET /text", "X-metadata-token: " + std::string(71, 'A') + "\r\n"),
       response(401, "MMDS token not valid."));
    v2("bad TTL does not matter to a GET", head("GET /text", "X-metadata-token-ttl-seconds: x\r\n"),
       response(401, kNoToken));

    for (const char *method : {"PATCH", "DELETE"})
        both(method, head(std::string(method) + " /text"), response(405, "Not allowed HTTP method.", allow));
    both("empty path", head("GET http://169.254.169.254"), response(400, "Invalid URI."));
    both("relative path", head("GET text"), response(400, "Invalid URI."));
    both("empty path beats the method", head("PATCH text"), response(400, "Invalid URI."));

    v1("missing key", head("GET /latest//none/"), response(404, "Resource not found: /latest//none/."));
    v1("missing key, absolute URI", head("GET http://169.254.169.254/none"),
       response(404, "Resource not found: /none."));
    v1("key of a string", head("GET /text/more"), response(404, "Resource not found: /text/more."));
    v1("token path is no key", head("GET /latest/api/token"), response(404, "Resource not found: /latest/api/token."));

    const auto ttl = [](const std::string &value) { return "X-metadata-token-ttl-seconds: " + value + "\r\n"; };
    const auto range = [](const std::string &value) {
        return "Invalid time to live value provided for token: " + value +
               ". Please provide a value between 1 and 21600.";
    };
    const std::string put = "PUT /latest/api/token";
    both("no TTL", head(put), response(400, kNoTtl));
    both("TTL 0", head(put, ttl("0")), response(400, range("0")));
    both("TTL 21601", head(put, ttl("21601")), response(400, range("21601")));
    both("largest TTL", head(put, ttl("4294967295")), response(400, range("4294967295")));
    for (const char *bad : {"-1", "4294967296", "60s", "1.5", "0x10", ""})
        both((std::string("TTL '") + bad + "'").c_str(), head(put, ttl(bad)),
             response(400,
                      std::string("Invalid header. Reason: Invalid value. Key:X-metadata-token-ttl-seconds; Value:") +
                          bad));
    both("TTL not a number, as sent", head(put, "x-AWS-ec2-metadata-token-TTL-seconds:  many \r\n"),
         response(400, "Invalid header. Reason: Invalid value. Key:x-AWS-ec2-metadata-token-TTL-seconds; Value:many"));
    both("forwarded", head(put, ttl("60") + "X-Forwarded-For: 10.0.0.1\r\n"),
         response(400, "Invalid header. Reason: Unsupported header name. Key: X-Forwarded-For"));
    both("forwarded, as sent", head(put, "x-forwarded-FOR: 10.0.0.1\r\n" + ttl("60")),
         response(400, "Invalid header. Reason: Unsupported header name. Key: x-forwarded-FOR"));
    both("forwarded beats the path", head("PUT /other", "X-Forwarded-For: a\r\n"),
         response(400, "Invalid header. Reason: Unsupported header name. Key: X-Forwarded-For"));
    both("path beats the TTL", head("PUT //other/", ttl("x")), response(404, "Resource not found: //other/."));
    v1("forwarded GET", head("GET /text", "X-Forwarded-For: a\r\n"), response(200, "plain"));

    v1("HTTP/1.0", "GET /text HTTP/1.0\r\n\r\n", response(200, "plain", "", "text/plain", "HTTP/1.0"));
    v1("HTTP/1.0, not found", "GET /x HTTP/1.0\r\n\r\n",
       response(404, "Resource not found: /x.", "", "text/plain", "HTTP/1.0"));
    v1("a real client's headers",
       head("GET /text", "Host: 169.254.169.254\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n"
                         "Accept-Encoding: gzip, deflate\r\nConnection: close\r\n"),
       response(200, "plain"));
}

void TestGuestRequests::answersEachRequest()
{
    QFETCH(int, version);
    QFETCH(std::string, request);
    QFETCH(std::string, expected);
    configure(version == 1 ? Version::V1 : Version::V2);
    QCOMPARE(talk(service, request), expected);
}

void TestGuestRequests::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<std::string>("request");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *name, const std::string &request, int status, const std::string &body) {
        QTest::newRow(name) << request << response(status, body);
    };
    row("method", "POST / HTTP/1.0\r\n\r\n", 501, "Invalid HTTP Method: Unsupported HTTP method.");
    row("lower case method", "get / HTTP/1.1\r\n\r\n", 501, "Invalid HTTP Method: Unsupported HTTP method.");
    row("version", "GET / HTTP/2\r\n\r\n", 501, "Invalid HTTP Version: Unsupported HTTP version.");
    row("no version", "GET /\r\n\r\n", 400, "Invalid request.");
    row("nothing", "\r\n\r\n", 400, "Invalid request.");
    row("blank line first", "\r\nGET / HTTP/1.1\r\n\r\n", 400, "Invalid request.");
    row("empty URI", "GET  HTTP/1.1\r\n\r\n", 400, "Invalid URI: Empty URI not allowed.");
    row("URI no UTF-8", "GET /\xff HTTP/1.1\r\n\r\n", 400, "Invalid URI: Cannot parse URI as UTF-8.");
    row("header without colon", head("GET /", "Accept\r\n"), 400,
        "Invalid header. Reason: Header is incorrectly formatted. Key: Accept");
    row("header no UTF-8", head("GET /", "A: \xff\r\n"), 400,
        "Invalid header. Reason: Header contains invalid characters. Key: invalid utf-8 sequence of 1 bytes from index "
        "3");
    row("Content-Length", head("GET /", "Content-Length: x\r\n"), 400,
        "Invalid header. Reason: Invalid value. Key:Content-Length; Value: x");
    row("Accept-Encoding", head("GET /", "Accept-Encoding: identity;q=0\r\n"), 400,
        "Invalid header. Reason: Invalid value. Key:Accept-Encoding; Value:identity;q=0");
    row("empty Accept-Encoding", head("GET /", "Accept-Encoding:\r\n"), 400, "Invalid request.");
    row("long body", head("PUT /latest/api/token", "Content-Length: 2501\r\n"), 413,
        "Request payload with size 2501 is larger than the limit of 2500 allowed by server.");
}

void TestGuestRequests::refusesWhatIsNoRequest()
{
    QFETCH(std::string, request);
    QFETCH(std::string, expected);
    QCOMPARE(talk(service, request), expected);
    // The connection goes on with the next request.
    if (expected.find(" 413 ") == std::string::npos)
        QCOMPARE(talk(service, request + head("GET /text")), expected + response(200, "plain"));
}

void TestGuestRequests::issuesTokens_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    for (const int version : {1, 2}) {
        const auto row = [version](const char *path, const char *name, const char *value) {
            QTest::addRow("V%d %s %s %s", version, path, name, value) << version << path << name << value;
        };
        row("/latest/api/token", "X-metadata-token-ttl-seconds", "1");
        row("/latest/api/token", "X-metadata-token-ttl-seconds", "21600");
        row("/latest/api/token", "X-aws-ec2-metadata-token-ttl-seconds", "60");
        row("/latest/api/token", "x-METADATA-token-ttl-seconds", "60");
        row("/latest/api/token", "x-aws-ec2-metadata-token-ttl-seconds", "+60");
        row("/latest/api/token/", "X-metadata-token-ttl-seconds", "60");
        row("//latest//api///token", "X-metadata-token-ttl-seconds", "60");
        row("http://169.254.169.254/latest/api/token", "X-metadata-token-ttl-seconds", "60");
    }
}

void TestGuestRequests::issuesTokens()
{
    QFETCH(int, version);
    QFETCH(QString, path);
    QFETCH(QString, name);
    QFETCH(QString, value);
    configure(version == 1 ? Version::V1 : Version::V2);
    const std::string header = (name + ": " + value + "\r\n").toStdString();
    const std::string answer = talk(service, head("PUT " + path.toStdString(), header));
    const std::string issued = answer.substr(answer.find("\r\n\r\n") + 4);
    QCOMPARE(answer, response(200, issued, header));
    QCOMPARE(issued.size(), std::size_t{48});
    QVERIFY(service->tokens().isValid(issued, kNow));
    QVERIFY(!service->tokens().isValid(issued, kNow + std::chrono::seconds(value.toInt())));
}

void TestGuestRequests::tokensOpenVersion2_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"X-metadata-token", "x-metadata-token", "X-METADATA-TOKEN", "X-aws-ec2-metadata-token",
                             "x-aws-EC2-metadata-token"})
        QTest::newRow(name) << name;
}

void TestGuestRequests::tokensOpenVersion2()
{
    QFETCH(QString, name);
    configure(Version::V2);
    const std::string request = head("GET /text", name.toStdString() + ":  " + token() + " \r\n");
    QCOMPARE(talk(service, request), response(200, "plain"));
    QCOMPARE(talk(service, request, kNow + 59s), response(200, "plain"));
    QCOMPARE(talk(service, request, kNow + 60s), response(401, "MMDS token not valid."));
}

void TestGuestRequests::countsMissingTokens_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("V1") << 1;
    QTest::newRow("V2") << 2;
}

void TestGuestRequests::countsMissingTokens()
{
    QFETCH(int, version);
    configure(version == 1 ? Version::V1 : Version::V2);
    const std::string good = token();
    auto &counters = metrics().mmds;
    const auto missing = counters.rxNoToken.total();
    const auto invalid = counters.rxInvalidToken.total();
    talk(service, head("GET /text"));
    talk(service, head("GET /none"));
    QCOMPARE(counters.rxNoToken.total(), missing + 2);
    talk(service, head("GET /text", "X-metadata-token: x\r\n"));
    QCOMPARE(counters.rxInvalidToken.total(), invalid + 1);
    talk(service, head("GET /text", "X-metadata-token: " + good + "\r\n"));
    talk(service, head("PUT /latest/api/token"));
    talk(service, head("PATCH /text"));
    QCOMPARE(counters.rxNoToken.total(), missing + 2);
    QCOMPARE(counters.rxInvalidToken.total(), invalid + 1);
}

void TestGuestRequests::formats_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("accept"); ///< "" for no such header
    QTest::addColumn<bool>("compat");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("body");
    const QString unsupported = "Cannot retrieve value. The value has an unsupported type.";
    const QString keys = "ami-id\nb/\nflag\nlist\nnothing\nnumber\nreal";
    const QString json =
        R"({"ami-id":"ami-1","b":{"x":"y"},"flag":true,"list":["e0",{"k":"v"}],"nothing":null,"number":5,)"
        R"("real":1.5})";
    const auto row = [](const QString &path, const QString &accept, bool compat, int status, const QString &type,
                        const QString &body) {
        QTest::addRow("%s accept '%s' compat %d", qPrintable(path), qPrintable(accept), compat)
            << path << accept << compat << status << type << body;
    };
    for (const bool compat : {false, true}) {
        for (const char *accept : {"", "*/*", "text/plain", "text/html", "application/xml"}) {
            row("/latest/meta-data", accept, compat, 200, "text/plain", keys);
            row("/latest/meta-data/ami-id", accept, compat, 200, "text/plain", "ami-1");
            row("/latest/meta-data/list/1", accept, compat, 200, "text/plain", "k");
            for (const char *name : {"number", "real", "flag", "nothing", "list"})
                row(QString("/latest/meta-data/") + name, accept, compat, 501, "text/plain", unsupported);
        }
    }
    const auto asJson = [&row](const QString &path, const QString &body) {
        row(path, "application/json", false, 200, "application/json", body);
    };
    asJson("/latest/meta-data", json);
    asJson("/latest/meta-data/ami-id", R"("ami-1")");
    asJson("/latest/meta-data/number", "5");
    asJson("/latest/meta-data/real", "1.5");
    asJson("/latest/meta-data/flag", "true");
    asJson("/latest/meta-data/nothing", "null");
    asJson("/latest/meta-data/list", R"(["e0",{"k":"v"}])");
    asJson("/latest/meta-data/list/0", R"("e0")");
    row("/latest/meta-data", "application/json", true, 200, "text/plain", keys);
    row("/latest/meta-data/ami-id", "application/json", true, 200, "text/plain", "ami-1");
    row("/latest/meta-data/number", "application/json", true, 501, "text/plain", unsupported);

    row("/", "", false, 200, "text/plain", "a/b\nlatest/\ntext");
    row("//", "", false, 200, "text/plain", "a/b\nlatest/\ntext");
    row("/latest//meta-data///b/", "", false, 200, "text/plain", "x");
    row("http://169.254.169.254/latest/meta-data/b/x", "", false, 200, "text/plain", "y");
    row("/a~1b", "", false, 200, "text/plain", "slash");
    row("/latest/meta-data/list/01", "", false, 404, "text/plain", "Resource not found: /latest/meta-data/list/01.");
}

void TestGuestRequests::formats()
{
    QFETCH(QString, path);
    QFETCH(QString, accept);
    QFETCH(bool, compat);
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(QString, body);
    configure(Version::V1, compat);
    const std::string header = accept.isEmpty() ? "" : "aCCept: " + accept.toStdString() + "\r\n";
    QCOMPARE(talk(service, head("GET " + path.toStdString(), header)),
             response(status, body.toStdString(), "", type.toStdString()));
}

void TestGuestRequests::beforeTheFirstPut()
{
    service = MetadataService::create("anonymous-instance", 51200);
    QCOMPARE(talk(service, head("GET /", "Accept: application/json\r\n")),
             response(200, "null", "", "application/json"));
    QCOMPARE(talk(service, head("GET /")), response(501, "Cannot retrieve value. The value has an unsupported type."));
    QCOMPARE(talk(service, head("GET /x")), response(404, "Resource not found: /x."));
}

void TestGuestRequests::passesOverBodies()
{
    const std::string answer = response(200, "plain");
    for (const std::size_t bytes : {0U, 1U, 100U, 2500U}) {
        const std::string get =
            head("GET /text", "Content-Length: " + std::to_string(bytes) + "\r\n") + std::string(bytes, '\n');
        QCOMPARE(talk(service, get + get), answer + answer);
    }
    const std::string large = head("GET /", "content-length: 100000\r\n") + std::string(100000, '\n');
    QCOMPARE(talk(service, large + head("GET /text")),
             response(413, "Request payload with size 100000 is larger than the limit of 2500 allowed by server.") +
                 answer);
}

void TestGuestRequests::answersPipelinedRequests()
{
    std::string input;
    std::string output;
    for (int i = 0; i < 100; ++i) {
        input += head("GET /text") + head("GET /x") + head("HEAD /");
        output += response(200, "plain") + response(404, "Resource not found: /x.") +
                  response(501, "Invalid HTTP Method: Unsupported HTTP method.");
    }
    QCOMPARE(talk(service, input), output);
}

void TestGuestRequests::takesAnySplit()
{
    const std::string input = head("GET /text", "Content-Length: 3\r\n") + "abc" + head("GET /latest/meta-data/b");
    const std::string output = response(200, "plain") + response(200, "x");
    for (std::size_t first = 0; first <= input.size(); ++first) {
        HttpSession session(service);
        std::string answers;
        for (const auto &piece : {input.substr(0, first), input.substr(first)}) {
            session.append(std::as_bytes(std::span(piece)));
            while (const auto answer = session.next(kNow))
                answers += textOf(*answer);
        }
        QCOMPARE(answers, output);
        QCOMPARE(session.room(), std::size_t{kMaxRequestBytes});
    }
}

void TestGuestRequests::getsStuckWhenARequestNeverEnds()
{
    const std::string line = "GET /text HTTP/1.1\r\n";
    const std::string longest = line + std::string(kMaxRequestBytes - line.size() - 5, 'a') + ":\r\n\r\n";
    QCOMPARE(longest.size(), std::size_t{kMaxRequestBytes});
    QCOMPARE(talk(service, longest), response(200, "plain"));
    HttpSession session(service);
    session.append(std::as_bytes(std::span(longest).first(kMaxRequestBytes - 1)));
    QVERIFY(!session.next(kNow) && !session.isStuck());
    session.append(std::as_bytes(std::span("x", 1)));
    QVERIFY(!session.next(kNow) && session.isStuck());
}

void TestGuestRequests::copiesAnyPart()
{
    HttpSession session(service);
    session.append(std::as_bytes(std::span(std::string_view("GET /latest HTTP/1.1\r\n\r\n"))));
    const AnswerBytes answer = *session.next(kNow);
    const std::string all = textOf(answer);
    for (std::size_t from = 0; from <= all.size(); ++from) {
        for (std::size_t bytes = 0; bytes <= all.size() - from; ++bytes) {
            std::string part(bytes, '\0');
            answer.copy(from, std::as_writable_bytes(std::span(part)));
            QVERIFY(part == all.substr(from, bytes));
        }
    }
}

QTEST_APPLESS_MAIN(TestGuestRequests)
#include "tst_guest_requests.moc"
