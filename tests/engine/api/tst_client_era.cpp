// Which names the vCPU threads get: drivers of two eras must find them.
#include "api/client_era.h"
#include "config/parse.h"

#include <QTest>

using namespace sparkler;
using sparkler::api::ClientEra;

class TestClientEra : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void machineConfig_tells_data();
    void machineConfig_tells();
    void vhostVsock_isBefore020_whateverFollows();
};

void TestClientEra::machineConfig_tells_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("before020");
    QTest::newRow("a container runtime of 2019")
        << QByteArray(R"({"vcpu_count":1,"mem_size_mib":2048,"ht_enabled":false})") << true;
    QTest::newRow("the test framework at 0.25, which pins fc_vcpu 0")
        << QByteArray(R"({"vcpu_count":2,"ht_enabled":false,"mem_size_mib":256,"track_dirty_pages":false})") << false;
    QTest::newRow("today") << QByteArray(R"({"vcpu_count":2,"mem_size_mib":256,"smt":false})") << false;
    QTest::newRow("the least") << QByteArray(R"({"vcpu_count":2,"mem_size_mib":256})") << false;
    QTest::newRow("a mixture") << QByteArray(R"({"vcpu_count":2,"mem_size_mib":2,"ht_enabled":true,"huge_pages":"2M"})")
                               << false;
}

void TestClientEra::machineConfig_tells()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, before020);
    const auto config = parseMachineConfig(body.toStdString());
    QVERIFY(config.has_value());
    ClientEra era;
    QVERIFY(!era.isBefore020());
    era.note(*config);
    QCOMPARE(era.isBefore020(), before020);
}

void TestClientEra::vhostVsock_isBefore020_whateverFollows()
{
    ClientEra era;
    era.noteVhostVsock();
    QVERIFY(era.isBefore020());
    era.note(MachineConfigUpdate{});
    QVERIFY(era.isBefore020());
}

QTEST_APPLESS_MAIN(TestClientEra)
#include "tst_client_era.moc"
