#include "models/counter_text.h"

#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestCounterText : public QObject {
    Q_OBJECT
private slots:
    void unit_isInTheName_data();
    void unit_isInTheName();
    void names_fallApartIntoGroupAndLeaf();
    void groups_haveKindDeviceAndTitle_data();
    void groups_haveKindDeviceAndTitle();
    void failures_areKnownByTheirNames_data();
    void failures_areKnownByTheirNames();
    void meanings_ofKnownCounters_areThere_data();
    void meanings_ofKnownCounters_areThere();
};

void TestCounterText::unit_isInTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("unit");
    QTest::newRow("bytes") << u"block_a.read_bytes"_s << u"B"_s;
    QTest::newRow("bytes count") << u"net_a.rx_bytes_count"_s << u"B"_s;
    QTest::newRow("sum") << u"block_a.read_agg.sum_us"_s << u"µs"_s;
    QTest::newRow("by the group") << u"latencies_us.pause_vm"_s << u"µs"_s;
    QTest::newRow("milliseconds") << u"utc_timestamp_ms"_s << u"ms"_s;
    QTest::newRow("count") << u"block_a.read_count"_s << QString();
    QTest::newRow("only at the end") << u"net_a.rx_bytes_count_fails"_s << QString();
}

void TestCounterText::unit_isInTheName()
{
    QFETCH(QString, name);
    QFETCH(QString, unit);
    QCOMPARE(unitText(unitOf(name)), unit);
}

void TestCounterText::names_fallApartIntoGroupAndLeaf()
{
    QCOMPARE(groupOf(u"block_a.read_agg.sum_us"_s), u"block_a"_s);
    QCOMPARE(leafOf(u"block_a.read_agg.sum_us"_s), u"read_agg.sum_us"_s);
    QCOMPARE(groupOf(u"alone"_s), QString());
    QCOMPARE(leafOf(u"alone"_s), u"alone"_s);
}

void TestCounterText::groups_haveKindDeviceAndTitle_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("title");
    QTest::newRow("drive") << u"block_root_fs"_s << u"block"_s << u"root_fs"_s << u"Drive root_fs"_s;
    QTest::newRow("drives") << u"block"_s << u"block"_s << QString() << u"All drives"_s;
    QTest::newRow("no id") << u"block_"_s << u"block_"_s << QString() << u"block_"_s;
    QTest::newRow("interface") << u"net_eth0"_s << u"net"_s << u"eth0"_s << u"Network interface eth0"_s;
    QTest::newRow("vhost") << u"vhost_user_block_x"_s << u"vhost_user_block"_s << u"x"_s << u"Vhost-user drive x"_s;
    QTest::newRow("vcpu") << u"vcpu"_s << u"vcpu"_s << QString() << u"vCPUs"_s;
    QTest::newRow("like a device") << u"memory_hotplug"_s << u"memory_hotplug"_s << QString() << u"Memory hotplug"_s;
    QTest::newRow("unknown") << u"future"_s << u"future"_s << QString() << u"future"_s;
}

void TestCounterText::groups_haveKindDeviceAndTitle()
{
    QFETCH(QString, group);
    QTEST(kindOfGroup(group), "kind");
    QTEST(deviceOfGroup(group), "device");
    QTEST(groupTitle(group), "title");
}

void TestCounterText::failures_areKnownByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("failure");
    QTest::newRow("fails") << u"block_a.activate_fails"_s << true;
    QTest::newRow("failures") << u"vcpu.failures"_s << true;
    QTest::newRow("errors") << u"mmds.tx_errors"_s << true;
    QTest::newRow("err") << u"mmds.rx_accepted_err"_s << true;
    QTest::newRow("panic") << u"vmm.panic_count"_s << true;
    QTest::newRow("seccomp") << u"seccomp.num_faults"_s << true;
    QTest::newRow("deadly signal") << u"signals.sigsegv"_s << true;
    QTest::newRow("harmless signal") << u"signals.sigpipe"_s << false;
    QTest::newRow("healthy peer") << u"vsock.tx_write_fails"_s << false;
    QTest::newRow("major faults") << u"x.major_faults"_s << false;
    QTest::newRow("in the group only") << u"interrupts.triggers"_s << false;
    QTest::newRow("reads") << u"block_a.read_count"_s << false;
}

void TestCounterText::failures_areKnownByTheirNames()
{
    QFETCH(QString, name);
    QTEST(tellsFailure(name), "failure");
}

void TestCounterText::meanings_ofKnownCounters_areThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("device") << u"block_rootfs.read_bytes"_s << u"Bytes read by the guest"_s;
    QTest::newRow("sum of devices") << u"net.tx_fails"_s << u"Frames that could not be transmitted"_s;
    QTest::newRow("of any device") << u"vsock.activate_fails"_s
                                   << u"Times the device could not be activated by the guest's driver"_s;
    QTest::newRow("part of a duration") << u"block_a.read_agg.max_us"_s
                                        << u"Duration of reads: the longest since the start"_s;
    QTest::newRow("request") << u"put_api_requests.boot_source_count"_s << u"Requests PUT /boot-source"_s;
    QTest::newRow("refused request") << u"patch_api_requests.drive_fails"_s
                                     << u"Requests PATCH /drives refused because of their form"_s;
    QTest::newRow("action") << u"latencies_us.vmm_pause_vm"_s
                            << u"Duration of the last such action inside the engine; 0: none yet"_s;
    QTest::newRow("unknown") << u"future.thing"_s << QString();
}

void TestCounterText::meanings_ofKnownCounters_areThere()
{
    QFETCH(QString, name);
    QTEST(describeCounter(name), "meaning");
}

QTEST_GUILESS_MAIN(TestCounterText)
#include "tst_counter_text.moc"
