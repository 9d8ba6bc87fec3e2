#include "client/engine_client.h"

#include "support/stub_engine.h"

#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T, typename Call>
ApiResult<T> ask(Call call)
{
    std::optional<ApiResult<T>> result;
    call([&result](ApiResult<T> found) { result = std::move(found); });
    const bool ended = QTest::qWaitFor([&] { return result.has_value(); }, 10000);
    return ended ? *std::move(result) : std::unexpected(ApiError{.detail = u"no callback"_s});
}

} // namespace

class TestBalloonClient : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void balloon_overTheApi_isReadAndChanged();
    void calls_everyOne_hasItsRequest();
    void statistics_whatTheGuestTold_isKept();
    void documents_wrong_nameTheKey_data();
    void documents_wrong_nameTheKey();
};

void TestBalloonClient::balloon_overTheApi_isReadAndChanged()
{
    stub::Engine engine;
    EngineClient client(engine.socketPath());
    engine.model().state = u"Running"_s;
    const auto none = ask<Balloon>([&](auto done) { client.getBalloon(nullptr, done); });
    QVERIFY(!none);
    QCOMPARE(none.error().fault, u"Internal VMM error: Failed perform action on device: Device not found"_s);

    engine.model().balloon = {{u"amount_mib"_s, 8},
                              {u"deflate_on_oom"_s, true},
                              {u"stats_polling_interval_s"_s, 2},
                              {u"free_page_hinting"_s, true}};
    engine.model().balloonActualMib = 7;
    QVERIFY(ask<void>([&](auto done) { client.patchBalloon(64, nullptr, done); }));
    QVERIFY(ask<void>([&](auto done) { client.patchBalloonStatistics(5, nullptr, done); }));
    const auto balloon = ask<Balloon>([&](auto done) { client.getBalloon(nullptr, done); });
    QVERIFY(balloon);
    QCOMPARE(*balloon, (Balloon{.amountMib = 64,
                                .deflateOnOom = true,
                                .statsPollingIntervalS = 5,
                                .freePageHinting = true,
                                .freePageReporting = false}));
    const auto statistics = ask<BalloonStatistics>([&](auto done) { client.getBalloonStatistics(nullptr, done); });
    QVERIFY(statistics);
    QCOMPARE(statistics->targetMib, 64u);
    QCOMPARE(statistics->actualMib, 7u);
    QVERIFY(ask<void>([&](auto done) { client.startBalloonHinting(true, nullptr, done); }));
    auto hinting = ask<BalloonHinting>([&](auto done) { client.getBalloonHinting(nullptr, done); });
    QVERIFY(hinting);
    QCOMPARE(*hinting, (BalloonHinting{.hostCommand = 2, .guestCommand = {}}));
    engine.model().hintingGuest = 2;
    QVERIFY(ask<void>([&](auto done) { client.stopBalloonHinting(nullptr, done); }));
    hinting = ask<BalloonHinting>([&](auto done) { client.getBalloonHinting(nullptr, done); });
    QCOMPARE(*hinting, (BalloonHinting{.hostCommand = 1, .guestCommand = 2}));
}

void TestBalloonClient::calls_everyOne_hasItsRequest()
{
    stub::Engine engine;
    engine.setHandler([](const stub::Request &) { return stub::Answer{}; });
    EngineClient client(engine.socketPath());
    client.getBalloon(nullptr, {});
    client.getBalloonStatistics(nullptr, {});
    client.getBalloonHinting(nullptr, {});
    client.patchBalloon(300, nullptr, {});
    client.patchBalloonStatistics(65535, nullptr, {});
    client.startBalloonHinting(false, nullptr, {});
    client.stopBalloonHinting(nullptr, {});
    client.vmConfigDocument(nullptr, {});
    QTRY_COMPARE(engine.requests().size(), 8);
    QStringList sent;
    for (const stub::Request &request : engine.requests())
        sent.append(QString::fromUtf8(request.method + ' ' + request.path + ' ' + request.body).trimmed());
    QCOMPARE(sent, (QStringList{u"GET /balloon"_s, u"GET /balloon/statistics"_s, u"GET /balloon/hinting/status"_s,
                                uR"(PATCH /balloon {"amount_mib":300})"_s,
                                uR"(PATCH /balloon/statistics {"stats_polling_interval_s":65535})"_s,
                                uR"(PATCH /balloon/hinting/start {"acknowledge_on_stop":false})"_s,
                                u"PATCH /balloon/hinting/stop {}"_s, u"GET /vm/config"_s}));
    QTRY_COMPARE(client.connection()->pending(), 0);
}

void TestBalloonClient::statistics_whatTheGuestTold_isKept()
{
    const auto read = balloonStatisticsFromJson(QJsonObject{{u"target_pages"_s, 256},
                                                            {u"actual_pages"_s, 0},
                                                            {u"target_mib"_s, 1},
                                                            {u"actual_mib"_s, 0},
                                                            {u"free_memory"_s, qint64{1} << 40},
                                                            {u"swap_in"_s, 3},
                                                            {u"total_memory"_s, QJsonValue::Null},
                                                            {u"something_newer"_s, u"text"_s}});
    QVERIFY(read);
    const QMap<QString, quint64> expected{{u"swap_in"_s, 3}, {u"free_memory"_s, 1ULL << 40}};
    QCOMPARE(read->reported, expected);
}

void TestBalloonClient::documents_wrong_nameTheKey_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no amount") << QByteArray("/balloon") << QByteArray("{}") << u"amount_mib: missing"_s;
    QTest::newRow("negative") << QByteArray("/balloon") << QByteArray(R"({"amount_mib":-1,"deflate_on_oom":true})")
                              << u"amount_mib: expected an integer from 0 to 4294967295"_s;
    QTest::newRow("fraction") << QByteArray("/balloon") << QByteArray(R"({"amount_mib":1.5,"deflate_on_oom":true})")
                              << u"amount_mib: expected an integer from 0 to 4294967295"_s;
    QTest::newRow("no truth") << QByteArray("/balloon") << QByteArray(R"({"amount_mib":1,"deflate_on_oom":1})")
                              << u"deflate_on_oom: expected true or false"_s;
    QTest::newRow("interval") << QByteArray("/balloon")
                              << QByteArray(
                                     R"({"amount_mib":1,"deflate_on_oom":true,"stats_polling_interval_s":65536})")
                              << u"stats_polling_interval_s: expected an integer from 0 to 65535"_s;
    QTest::newRow("statistics") << QByteArray("/balloon/statistics") << QByteArray(R"({"target_pages":1})")
                                << u"target_mib: missing"_s;
    QTest::newRow("hinting") << QByteArray("/balloon/hinting/status") << QByteArray(R"({"host_cmd":"x"})")
                             << u"host_cmd: expected an integer from 0 to 4294967295"_s;
}

void TestBalloonClient::documents_wrong_nameTheKey()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    stub::Engine engine;
    engine.setAnswer("GET " + path, {200, body});
    EngineClient client(engine.socketPath());
    std::optional<ApiError> error;
    const auto take = [&error](const auto &result) {
        if (!result)
            error = result.error();
    };
    if (path == "/balloon")
        client.getBalloon(nullptr, take);
    else if (path == "/balloon/statistics")
        client.getBalloonStatistics(nullptr, take);
    else
        client.getBalloonHinting(nullptr, take);
    QTRY_VERIFY(error);
    QVERIFY(error->kind == ApiError::Kind::Protocol);
    QCOMPARE(error->detail, detail);
}

QTEST_GUILESS_MAIN(TestBalloonClient)
#include "tst_balloon_client.moc"
