// The metadata service as a guest's curl sees it.
#include "lab_guest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

using namespace harness;

namespace {

const QByteArray kNetworkArguments = " ip=172.16.0.2::172.16.0.1:255.255.255.252::eth0:off";
const QByteArray kData =
    R"({"latest": {"meta-data": {"ami-id": "ami-12345", "reservation-id": "r-1", "list": ["a", "b"], "number": 5,
        "network": {"interfaces": {"mac": "06:00:ac:10:00:02"}}}, "user-data": "two\nlines"}})";

/// What curl was answered.
struct Answer {
    int status = 0;
    QByteArray body;
};

Answer curl(LabGuest &guest, const QByteArray &arguments)
{
    // The status on a line of its own, after whatever the body ends with.
    const GuestShell::Output output = guest.run("curl -s -S -m 60 -w '\\n%{http_code}' " + arguments, 60000);
    const qsizetype line = output.text.lastIndexOf('\n');
    return {output.text.mid(line + 1).toInt(), output.text.left(line).trimmed()};
}

} // namespace

#define COMPARE_ANSWER(answer, expectedStatus, expectedBody)                                                           \
    do {                                                                                                               \
        const Answer got = (answer);                                                                                   \
        QCOMPARE(got.body, QByteArray(expectedBody));                                                                  \
        QCOMPARE(got.status, expectedStatus);                                                                          \
    } while (false)

class TestLabMmds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void version1_overApi();
    void version2_fromFilesWithoutApi();

private:
    void checkDocument(LabGuest &guest);
    void checkChanges(LabGuest &guest);
    void checkOtherTraffic(LabGuest &guest);
    void checkTokens(LabGuest &guest);
};

void TestLabMmds::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root");
    QVERIFY(addTap(QStringLiteral("tap0"), QStringLiteral("172.16.0.1/30")));
    QVERIFY(addTap(QStringLiteral("tap1"), QStringLiteral("172.16.0.5/30")));
}

void TestLabMmds::checkDocument(LabGuest &guest)
{
    const QByteArray data = "http://169.254.170.2/latest/meta-data";
    COMPARE_ANSWER(curl(guest, "http://169.254.170.2/"), 200, "latest/");
    COMPARE_ANSWER(curl(guest, data), 200, "ami-id\nlist\nnetwork/\nnumber\nreservation-id");
    COMPARE_ANSWER(curl(guest, data + "/ami-id"), 200, "ami-12345");
    COMPARE_ANSWER(curl(guest, data + "//network/"), 200, "interfaces/");
    COMPARE_ANSWER(curl(guest, data + "/list/1"), 200, "b");
    COMPARE_ANSWER(curl(guest, "http://169.254.170.2/latest/user-data"), 200, "two\nlines");
    COMPARE_ANSWER(curl(guest, data + "/number"), 501, "Cannot retrieve value. The value has an unsupported type.");
    COMPARE_ANSWER(curl(guest, data + "/none"), 404, "Resource not found: /latest/meta-data/none.");

    const QByteArray asJson = "-H 'Accept: application/json' ";
    COMPARE_ANSWER(curl(guest, asJson + data + "/ami-id"), 200, "\"ami-12345\"");
    COMPARE_ANSWER(curl(guest, asJson + data + "/number"), 200, "5");
    const Answer whole = curl(guest, asJson + "http://169.254.170.2/");
    QCOMPARE(whole.status, 200);
    QCOMPARE(QJsonDocument::fromJson(whole.body).object(), json(kData));

    // PATCH is the host's to use; POST is no method that the service's parser knows.
    COMPARE_ANSWER(curl(guest, "-X PATCH " + data), 405, "Not allowed HTTP method.");
    QCOMPARE(curl(guest, "-X POST " + data).status, 501);
    // Without tokens asked for, a wrong one does no harm; and one can be had.
    COMPARE_ANSWER(curl(guest, "-H 'X-metadata-token: nonsense' " + data + "/ami-id"), 200, "ami-12345");
    const Answer token =
        curl(guest, "-X PUT -H 'X-metadata-token-ttl-seconds: 60' http://169.254.170.2/latest/api/token");
    QCOMPARE(token.status, 200);
    QVERIFY(token.body.size() > 40);
    // Several requests over one connection, then many connections, more than there can be at a time.
    QCOMPARE(guest.run("curl -s -S -m 60 " + data + "/ami-id " + data + "/reservation-id " + data + "/list/0").text,
             QByteArray("ami-12345r-1a"));
    VERIFY_GUEST(
        guest.succeeds("for i in $(seq 40); do test $(wget -q -O - " + data + "/ami-id) = ami-12345 || exit 1; done",
                       120000),
        guest.engine());
}

void TestLabMmds::checkChanges(LabGuest &guest)
{
    const QByteArray data = "http://169.254.170.2/latest/meta-data";
    QCOMPARE(guest.api()
                 .patch("/mmds", json(R"({"latest": {"meta-data": {"ami-id": "ami-6", "list": null, "new": "n"}}})"))
                 .status,
             204);
    COMPARE_ANSWER(curl(guest, data), 200, "ami-id\nnetwork/\nnew\nnumber\nreservation-id");
    COMPARE_ANSWER(curl(guest, data + "/ami-id"), 200, "ami-6");
    COMPARE_ANSWER(curl(guest, data + "/list"), 404, "Resource not found: /latest/meta-data/list.");

    // A document that takes many segments, none of them lost or mixed up.
    QByteArray text;
    for (int i = 0; text.size() < 48 * 1024; ++i)
        text += QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).toHex();
    const QJsonObject large{{QStringLiteral("large"), QString::fromLatin1(text)}};
    QCOMPARE(guest.api().put("/mmds", large).status, 204);
    QCOMPARE(guest.run("curl -s -S -m 60 http://169.254.170.2/large | sha256sum | cut -c1-64", 60000).text,
             QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    const Answer asJson = curl(guest, "-o /tmp/large -H 'Accept: application/json' http://169.254.170.2/");
    QCOMPARE(asJson.status, 200);
    QCOMPARE(guest.run("sha256sum </tmp/large | cut -c1-64").text,
             QCryptographicHash::hash(ApiClient::compact(large), QCryptographicHash::Sha256).toHex());
    // One that is too large changes nothing.
    const QJsonObject larger{{QStringLiteral("more"), QString(4000, QLatin1Char('x'))}};
    QCOMPARE(guest.api().patch("/mmds", larger).status, 413);
    QCOMPARE(guest.api().get("/mmds").json(), large);
    COMPARE_ANSWER(curl(guest, "http://169.254.170.2/"), 200, "large");
}

void TestLabMmds::checkOtherTraffic(LabGuest &guest)
{
    // The tap sees everything that is not for the service: the default address too, which is another one here.
    VERIFY_GUEST(guest.succeeds("ping -c 3 -W 10 172.16.0.1", 30000), guest.engine());
    QCOMPARE(runOnHost(QStringLiteral("ip addr add 169.254.169.254/32 dev tap0")).status, 0);
    VERIFY_GUEST(guest.succeeds("ip route add 169.254.169.254 dev eth0 && ping -c 1 -W 10 169.254.169.254"),
                 guest.engine());
    // The service's own address goes to the host on an interface that does not serve it.
    VERIFY_GUEST(!guest.succeeds("ping -c 1 -W 1 169.254.170.2"), guest.engine());
    QCOMPARE(runOnHost(QStringLiteral("ip addr add 169.254.170.2/32 dev tap1")).status, 0);
    VERIFY_GUEST(guest.succeeds("ip addr add 172.16.0.6/30 dev eth1 && ip link set eth1 up && "
                                "ip route del 169.254.170.2 dev eth0 && ip route add 169.254.170.2 dev eth1 && "
                                "ping -c 1 -W 10 169.254.170.2"),
                 guest.engine());
}

void TestLabMmds::version1_overApi()
{
    LabGuest guest;
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {
        json(R"({"iface_id": "eth0", "host_dev_name": "tap0", "guest_mac": "06:00:ac:10:00:02"})"),
        json(R"({"iface_id": "eth1", "host_dev_name": "tap1", "guest_mac": "06:00:ac:10:00:06"})")};
    guest.plan.mmds = json(R"({"network_interfaces": ["eth0"], "ipv4_address": "169.254.170.2"})");
    VERIFY_GUEST(guest.boot(), guest.engine());
    QCOMPARE(guest.api().put("/mmds", json(kData)).status, 204);
    QCOMPARE(guest.api().get("/mmds").json(), json(kData));
    VERIFY_GUEST(guest.succeeds("ip route add 169.254.170.2 dev eth0"), guest.engine());

    STEP(checkDocument(guest));
    STEP(checkChanges(guest));
    STEP(checkOtherTraffic(guest));

    QVERIFY(guest.metric("mmds", "rx_accepted") > 0);
    QVERIFY(guest.metric("mmds", "tx_bytes") > 2 * 48 * 1024);
    QVERIFY(guest.metric("mmds", "connections_created") >= 60);
    QTRY_COMPARE_WITH_TIMEOUT(guest.metric("mmds", "connections_destroyed"),
                              guest.metric("mmds", "connections_created"), 20000 * slowFactor());
    QVERIFY(guest.metric("mmds", "rx_no_token") > 0);
    QCOMPARE(guest.metric("mmds", "rx_invalid_token"), 1);
    for (const char *leaf : {"rx_accepted_err", "rx_bad_eth", "tx_errors"})
        QVERIFY2(guest.metric("mmds", leaf) == 0, leaf);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabMmds::checkTokens(LabGuest &guest)
{
    const QByteArray service = "http://169.254.169.254/";
    const QByteArray token = service + "latest/api/token";
    const auto ask = [&](const QByteArray &arguments) { return curl(guest, arguments); };
    const QByteArray ttl = "-X PUT -H 'X-metadata-token-ttl-seconds: ";
    const QByteArray noToken = "No MMDS token provided. Use `X-metadata-token` or `X-aws-ec2-metadata-token` header to "
                               "specify the session token.";
    COMPARE_ANSWER(ask(service + "latest/meta-data/ami-id"), 401, noToken);
    COMPARE_ANSWER(ask("-H 'X-metadata-token: nonsense' " + service), 401, "MMDS token not valid.");
    for (const char *bad : {"0", "21601"})
        COMPARE_ANSWER(ask(ttl + bad + "' " + token), 400,
                       "Invalid time to live value provided for token: " + QByteArray(bad) +
                           ". Please provide a value between 1 and 21600.");
    QCOMPARE(ask("-X PUT " + token).status, 400);
    QCOMPARE(ask(ttl + "60' -H 'X-Forwarded-For: 1.2.3.4' " + token).status, 400);
    QCOMPARE(ask(ttl + "60' " + service + "latest/elsewhere").status, 404);

    // Kept in the guest, where it belongs.
    VERIFY_GUEST(guest.succeeds("T=$(curl -s -S -m 60 " + ttl + "600' " + token + "); test ${#T} -gt 40"),
                 guest.engine());
    COMPARE_ANSWER(ask("-H \"X-metadata-token: $T\" " + service + "latest/meta-data/ami-id"), 200, "ami-12345");
    COMPARE_ANSWER(ask("-H \"x-METADATA-token: $T\" " + service + "latest/meta-data/reservation-id"), 200, "r-1");
    COMPARE_ANSWER(ask("-H \"X-aws-ec2-metadata-token: $T\" " + service), 200, "latest/");
    COMPARE_ANSWER(ask("-H \"X-metadata-token: ${T%?????}AAAAA\" " + service), 401, "MMDS token not valid.");
    // imds_compat: text, whatever is asked for.
    COMPARE_ANSWER(
        ask("-H 'Accept: application/json' -H \"X-metadata-token: $T\" " + service + "latest/meta-data/ami-id"), 200,
        "ami-12345");

    // One second is soon over; the longer one still is good then.
    VERIFY_GUEST(guest.succeeds("S=$(curl -s -S -m 60 " + ttl + "1' " + token + "); test ${#S} -gt 40"),
                 guest.engine());
    VERIFY_GUEST(
        guest.succeeds(
            "for i in $(seq 30); do test $(curl -s -o /dev/null -w '%{http_code}' -H \"X-metadata-token: $S\" " +
                service + ") = 401 && break; usleep 200000; done; test $i -lt 30",
            60000),
        guest.engine());
    COMPARE_ANSWER(ask("-H \"X-metadata-token: $S\" " + service), 401, "MMDS token not valid.");
    COMPARE_ANSWER(ask("-H \"X-metadata-token: $T\" " + service), 200, "latest/");
}

void TestLabMmds::version2_fromFilesWithoutApi()
{
    LabGuest guest;
    QFile metadata(guest.path(QStringLiteral("metadata.json")));
    QVERIFY(metadata.open(QIODevice::WriteOnly));
    metadata.write(kData);
    metadata.close();
    guest.plan.bootArgs += kNetworkArguments;
    guest.plan.interfaces = {
        json(R"({"iface_id": "eth0", "host_dev_name": "tap0", "guest_mac": "06:00:ac:10:00:02"})")};
    guest.plan.mmds = json(R"({"network_interfaces": ["eth0"], "version": "V2", "imds_compat": true})");
    VERIFY_GUEST(guest.bootFromFile({QStringLiteral("--no-api"), QStringLiteral("--metadata"), metadata.fileName()}),
                 guest.engine());
    QVERIFY(!QFile::exists(guest.engine().socketPath()));
    VERIFY_GUEST(guest.engine().log().contains("Successfully added metadata to mmds from file"), guest.engine());
    VERIFY_GUEST(guest.succeeds("ip route add 169.254.169.254 dev eth0"), guest.engine());
    STEP(checkTokens(guest));
    VERIFY_GUEST(guest.succeeds("ping -c 3 -W 10 172.16.0.1", 30000), guest.engine());
    VERIFY_GUEST(guest.ends(), guest.engine());
}

QTEST_GUILESS_MAIN(TestLabMmds)
#include "tst_lab_mmds.moc"
