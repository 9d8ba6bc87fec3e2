#include "manager/mmds_view.h"

#include <QJsonDocument>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestMmdsView : public QObject {
    Q_OBJECT

    static QJsonObject store()
    {
        return QJsonDocument::fromJson(R"({"latest":{"meta-data":{"zone":"a","ami-id":"x1","empty":{},"deep":{"k":"v"},
            "count":7,"on":true,"nothing":null,"list":["p",{"q":"r"}],"Zeta":"1","é":"2","a/b":"slash","t~n":"tilde"}},
            "text":"two\nlines \"quoted\""})")
            .object();
    }
    static MmdsAnswer get(const QString &path, bool json = false, const MmdsConfig &config = {})
    {
        return mmdsAnswer(config, store(), {.path = path, .acceptJson = json});
    }

private slots:
    void text_everyKind_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QByteArray unsupported = "Cannot retrieve value. The value has an unsupported type.";
        QTest::newRow("root") << u"/"_s << 200 << QByteArray("latest/\ntext");
        QTest::newRow("object") << u"/latest"_s << 200 << QByteArray("meta-data/");
        // Ascending bytes: upper case before lower case before what is not ASCII.
        QTest::newRow("many keys") << u"/latest/meta-data"_s << 200
                                   << QByteArray(
                                          "Zeta\na/b\nami-id\ncount\ndeep/\nempty/\nlist\nnothing\non\nt~n\nzone\né");
        QTest::newRow("slash at the end") << u"/latest/meta-data/deep/"_s << 200 << QByteArray("k");
        QTest::newRow("doubled slashes") << u"//latest///meta-data//deep"_s << 200 << QByteArray("k");
        QTest::newRow("string") << u"/text"_s << 200 << QByteArray("two\nlines \"quoted\"");
        QTest::newRow("leaf") << u"/latest/meta-data/ami-id"_s << 200 << QByteArray("x1");
        QTest::newRow("empty object") << u"/latest/meta-data/empty"_s << 200 << QByteArray();
        QTest::newRow("in a list") << u"/latest/meta-data/list/0"_s << 200 << QByteArray("p");
        QTest::newRow("object in a list") << u"/latest/meta-data/list/1/q"_s << 200 << QByteArray("r");
        QTest::newRow("escaped slash") << u"/latest/meta-data/a~1b"_s << 200 << QByteArray("slash");
        QTest::newRow("escaped tilde") << u"/latest/meta-data/t~0n"_s << 200 << QByteArray("tilde");
        QTest::newRow("number") << u"/latest/meta-data/count"_s << 501 << unsupported;
        QTest::newRow("boolean") << u"/latest/meta-data/on"_s << 501 << unsupported;
        QTest::newRow("null") << u"/latest/meta-data/nothing"_s << 501 << unsupported;
        QTest::newRow("list") << u"/latest/meta-data/list"_s << 501 << unsupported;
        const auto missing = [](const char *name, const QString &path) {
            QTest::newRow(name) << path << 404 << QByteArray("Resource not found: " + path.toUtf8() + '.');
        };
        missing("missing", u"/latest/user-data"_s);
        missing("missing, as it was written", u"//none/"_s);
        missing("beyond a leaf", u"/text/more"_s);
        missing("beyond a list", u"/latest/meta-data/list/2"_s);
        missing("list by name", u"/latest/meta-data/list/first"_s);
        missing("list by odd number", u"/latest/meta-data/list/01"_s);
        missing("other case", u"/Latest"_s);
        QTest::newRow("empty") << QString() << 400 << QByteArray("Invalid URI.");
    }
    void text_everyKind()
    {
        QFETCH(QString, path);
        const MmdsAnswer answer = get(path);
        QTEST(answer.status, "status");
        QTEST(answer.body, "body");
        QCOMPARE(answer.contentType, "text/plain");
    }

    void json_everyKind_isTheValue()
    {
        QCOMPARE(get(u"/latest/meta-data/deep"_s, true).body, R"({"k":"v"})");
        QCOMPARE(get(u"/latest/meta-data/deep"_s, true).contentType, "application/json");
        QCOMPARE(get(u"/latest/meta-data/count"_s, true).body, "7");
        QCOMPARE(get(u"/latest/meta-data/nothing"_s, true).body, "null");
        QCOMPARE(get(u"/latest/meta-data/on"_s, true).body, "true");
        QCOMPARE(get(u"/latest/meta-data/ami-id"_s, true).body, "\"x1\"");
        QCOMPARE(get(u"/latest/meta-data/list"_s, true).body, R"(["p",{"q":"r"}])");
        QCOMPARE(get(u"/none"_s, true).status, 404);
        QCOMPARE(QJsonDocument::fromJson(get(u"/"_s, true).body).object(), store());
    }

    void json_imdsCompatible_isTextAllTheSame()
    {
        const MmdsConfig config{.imdsCompat = true};
        QCOMPARE(get(u"/latest/meta-data/deep"_s, true, config).body, "k");
        QCOMPARE(get(u"/latest/meta-data/count"_s, true, config).status, 501);
    }

    void version1_tokens_areOfNoUse()
    {
        MmdsRequest request{.method = "PUT", .path = QString(kTokenPath), .tokenTtl = u"60"_s};
        QCOMPARE(mmdsAnswer({}, store(), request).status, 405);
        request = {.path = u"/text"_s, .token = MmdsRequest::Token::Invalid};
        QCOMPARE(mmdsAnswer({}, store(), request).status, 200);
    }

    void version2_withoutToken_isRefused()
    {
        const MmdsConfig config{.version = MmdsVersion::V2};
        MmdsRequest request{.path = u"/text"_s};
        QCOMPARE(mmdsAnswer(config, store(), request).status, 401);
        QCOMPARE(mmdsAnswer(config, store(), request).body,
                 "No MMDS token provided. Use `X-metadata-token` header to specify the session token.");
        request.token = MmdsRequest::Token::Invalid;
        QCOMPARE(mmdsAnswer(config, store(), request), (MmdsAnswer{401, "text/plain", "MMDS token not valid."}));
        request.token = MmdsRequest::Token::Valid;
        QCOMPARE(mmdsAnswer(config, store(), request).status, 200);
        request.method = "POST";
        QCOMPARE(mmdsAnswer(config, store(), request), (MmdsAnswer{405, "text/plain", "Not allowed HTTP method."}));
    }

    void version2_tokenRequest_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<std::optional<QString>>("ttl");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QString path = kTokenPath;
        const auto given = [](const QString &text) { return std::optional(text); };
        QTest::newRow("good") << path << given(u"300"_s) << 200 << QByteArray("<token>");
        QTest::newRow("shortest") << path << given(u"1"_s) << 200 << QByteArray("<token>");
        QTest::newRow("longest") << path << given(u"21600"_s) << 200 << QByteArray("<token>");
        const QByteArray range = " Please provide a value between 1 and 21600.";
        QTest::newRow("0") << path << given(u"0"_s) << 400
                           << QByteArray("Invalid time to live value provided for token: 0." + range);
        QTest::newRow("21601") << path << given(u"21601"_s) << 400
                               << QByteArray("Invalid time to live value provided for token: 21601." + range);
        QTest::newRow("text") << path << given(u"soon"_s) << 400
                              << QByteArray("Invalid header. Reason: Invalid value. "
                                            "Key:X-metadata-token-ttl-seconds; Value:soon");
        QTest::newRow("none") << path << std::optional<QString>() << 400
                              << QByteArray("Token time to live value not found. Use `X-metadata-token-ttl-seconds` "
                                            "header to specify the token's lifetime.");
        QTest::newRow("elsewhere") << u"/latest/token"_s << given(u"300"_s) << 404
                                   << QByteArray("Resource not found: /latest/token.");
    }
    void version2_tokenRequest()
    {
        QFETCH(QString, path);
        QFETCH(std::optional<QString>, ttl);
        const MmdsAnswer answer =
            mmdsAnswer({.version = MmdsVersion::V2}, store(), {.method = "PUT", .path = path, .tokenTtl = ttl});
        QTEST(answer.status, "status");
        QTEST(answer.body, "body");
    }

    void statusLine_hasTheReason()
    {
        QCOMPARE(mmdsStatusLine(200), "200 OK");
        QCOMPARE(mmdsStatusLine(404), "404 Not Found");
        QCOMPARE(mmdsStatusLine(501), "501 Not Implemented");
    }

    void guestCommands_byVersion()
    {
        QCOMPARE(mmdsGuestCommands({}, u"/latest"_s, false), QStringList{u"curl -s 'http://169.254.169.254/latest'"_s});
        const MmdsConfig config{.version = MmdsVersion::V2, .networkInterfaces = {}, .ipv4Address = u"169.254.1.1"_s};
        const QStringList commands = mmdsGuestCommands(config, u"it's"_s, true);
        QCOMPARE(commands.size(), 2);
        QCOMPARE(commands[0], u"TOKEN=$(curl -s -X PUT -H 'X-metadata-token-ttl-seconds: 300' "
                              "'http://169.254.1.1/latest/api/token')"_s);
        QCOMPARE(commands[1], u"curl -s -H \"X-metadata-token: $TOKEN\" -H 'Accept: application/json' "
                              "'http://169.254.1.1/it'\\''s'"_s);
    }
};

QTEST_APPLESS_MAIN(TestMmdsView)
#include "tst_mmds_view.moc"
