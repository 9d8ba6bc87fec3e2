#include "manager/device_rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestDeviceRules : public QObject {
    Q_OBJECT

private slots:
    void mac_anyText_isJudgedLikeTheEngine_data()
    {
        QTest::addColumn<QString>("mac");
        QTest::addColumn<bool>("good");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("lower") << u"06:00:ac:10:00:02"_s << true;
        QTest::newRow("upper") << u"06:00:AC:10:00:02"_s << true;
        QTest::newRow("dashes") << u"06-00-ac-10-00-02"_s << false;
        QTest::newRow("five") << u"06:00:ac:10:00"_s << false;
        QTest::newRow("seven") << u"06:00:ac:10:00:02:03"_s << false;
        QTest::newRow("one digit") << u"6:00:ac:10:00:02"_s << false;
        QTest::newRow("no hex") << u"06:00:ag:10:00:02"_s << false;
        QTest::newRow("line feed") << u"06:00:ac:10:00:02\n"_s << false;
        QTest::newRow("space") << u" 06:00:ac:10:00:02"_s << false;
    }
    void mac_anyText_isJudgedLikeTheEngine()
    {
        QFETCH(QString, mac);
        const auto problem = macProblem(mac, {});
        QTEST(!problem, "good");
        if (problem)
            QVERIFY2(problem->contains(u"The provided MAC address is invalid."_s), qPrintable(*problem));
    }

    void mac_takenInOtherCase_quotesTheEngine()
    {
        const auto problem = macProblem(u"06:00:AC:10:00:02"_s, {u"06:00:ac:10:00:02"_s});
        QVERIFY(problem);
        QVERIFY(problem->contains(u"The MAC address is already in use: 06:00:ac:10:00:02"_s));
    }

    void interfaceId_rules()
    {
        QVERIFY(!interfaceIdProblem(u"eth_0"_s, {u"eth1"_s}));
        QVERIFY(interfaceIdProblem(u"eth-0"_s, {})
                    ->contains(u"API Resource IDs can only contain alphanumeric characters and underscores."_s));
        QVERIFY(interfaceIdProblem({}, {})->contains(u"The ID cannot be empty."_s));
        QVERIFY(interfaceIdProblem(u"eth1"_s, {u"eth1"_s}));
    }

    void tapName_rules()
    {
        QVERIFY(!tapNameProblem(u"tap0"_s));
        QVERIFY(!tapNameProblem(QString(15, u'a')));
        QVERIFY(tapNameProblem(QString(16, u'a'))->contains(u"Invalid interface name"_s));
        QVERIFY(tapNameProblem(QString(8, u'ä'))); // 16 bytes
        for (const QString &bad : {QString(), u"a/b"_s, u"a b"_s, u".."_s, u"tap%d"_s, u"a:b"_s})
            QVERIFY2(tapNameProblem(bad), qPrintable(bad));
    }

    void mtu_rules()
    {
        QVERIFY(!mtuProblem(68) && !mtuProblem(65535));
        QVERIFY(mtuProblem(67)->contains(u"MTU 67 is out of range [68, 65535]"_s));
        QVERIFY(mtuProblem(65536));
    }

    void interface_sameTapTwice_isAProblem()
    {
        const NetworkInterface one{.ifaceId = u"a"_s, .hostDevName = u"tap0"_s};
        NetworkInterface two{.ifaceId = u"b"_s, .hostDevName = u"tap0"_s};
        QVERIFY(interfaceProblem(two, {one})->contains(u"tap0"_s));
        two.hostDevName = u"tap1"_s;
        QVERIFY(!interfaceProblem(two, {one}));
        two.mtu = 5;
        QVERIFY(interfaceProblem(two, {one}));
    }

    void mmdsAddress_limits_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("default") << QString() << true;
        QTest::newRow("usual") << u"169.254.169.254"_s << true;
        QTest::newRow("first") << u"169.254.1.0"_s << true;
        QTest::newRow("last") << u"169.254.254.255"_s << true;
        QTest::newRow("before") << u"169.254.0.255"_s << false;
        QTest::newRow("after") << u"169.254.255.0"_s << false;
        QTest::newRow("elsewhere") << u"10.0.0.1"_s << false;
        QTest::newRow("short") << u"169.254.1"_s << false;
        QTest::newRow("v6") << u"fe80::1"_s << false;
        QTest::newRow("text") << u"metadata"_s << false;
        QTest::newRow("large") << u"169.254.256.1"_s << false;
    }
    void mmdsAddress_limits()
    {
        QFETCH(QString, address);
        QTEST(!mmdsAddressProblem(address), "good");
    }

    void mmdsConfig_interfaces_mustBeThere()
    {
        const QList<NetworkInterface> interfaces{{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s}};
        MmdsConfig config;
        QVERIFY(mmdsConfigProblem(config, interfaces)
                    ->contains(u"The list of network interface IDs that allow forwarding MMDS requests is empty."_s));
        config.networkInterfaces = {u"eth0"_s};
        QVERIFY(!mmdsConfigProblem(config, interfaces));
        config.networkInterfaces << u"eth1"_s;
        QVERIFY(mmdsConfigProblem(config, interfaces)
                    ->contains(u"does not correspond to any existing network interface."_s));
    }

    void mmdsData_size_isLimited()
    {
        const auto ofSize = [](qsizetype size) { // {"a":"…"}
            return QJsonObject{{u"a"_s, QString(size - 8, u'x')}};
        };
        QVERIFY(!mmdsDataProblem(ofSize(kMostMmdsBytes)));
        QVERIFY(mmdsDataProblem(ofSize(kMostMmdsBytes + 1))->contains(u"The MMDS patch request doesn't fit."_s));
    }

    void vsock_cid_isTheGuests()
    {
        for (const quint64 bad : {quint64{0}, quint64{2}, quint64{4294967295}})
            QVERIFY(vsockProblem({.guestCid = bad}));
        for (const quint64 good : {quint64{3}, quint64{4294967294}})
            QVERIFY(!vsockProblem({.guestCid = good}));
    }

    void balloon_target_fitsTheMemory()
    {
        const MachineConfig machine{.vcpuCount = 1, .memSizeMib = 128};
        QVERIFY(!balloonProblem({.amountMib = 128}, machine));
        QVERIFY(balloonProblem({.amountMib = 129}, machine)->contains(u"Amount of pages requested is too large."_s));
    }

    void devices_everyProblem_isListed()
    {
        VmConfig config;
        QVERIFY(deviceProblems(config).isEmpty());
        config.networkInterfaces = {{.ifaceId = u"a"_s, .hostDevName = u"tap0"_s, .guestMac = u"02:00:00:00:00:01"_s},
                                    {.ifaceId = u"b"_s, .hostDevName = u"tap1"_s, .guestMac = u"02:00:00:00:00:01"_s}};
        config.mmdsConfig = MmdsConfig{};
        config.vsock = Vsock{.guestCid = 1};
        config.balloon = Balloon{.amountMib = 1024};
        const QStringList lines = deviceProblems(config);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].contains(u"“b”"_s)); // the first one was there first
    }

    void newMac_isLocalUnicastAndFree()
    {
        QSet<QString> taken;
        for (int round = 0; round < 200; ++round) {
            const QString mac = newMac(taken);
            QVERIFY2(!macProblem(mac, {}) && mac == mac.toLower(), qPrintable(mac));
            QVERIFY(!taken.contains(mac));
            QCOMPARE(mac.left(2).toInt(nullptr, 16) & 3, 2);
            taken.insert(mac);
        }
    }
};

QTEST_APPLESS_MAIN(TestDeviceRules)
#include "tst_device_rules.moc"
