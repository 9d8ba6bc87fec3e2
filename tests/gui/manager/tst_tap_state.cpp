#include "manager/network_hints.h"
#include "manager/tap_state.h"

#include "store_testing.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using Problem = TapState::Problem;

class TestTapState : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_host;

    /// A host with files in place of its kernel's.
    TapReader reader() const
    {
        TapReader reader;
        reader.net = m_host->filePath(u"net"_s);
        reader.tun = m_host->filePath(u"tun"_s);
        reader.proc = m_host->filePath(u"proc"_s);
        reader.user = 1000;
        reader.groups = {1000, 44};
        reader.networkAdmin = false;
        return reader;
    }
    void attribute(const QString &device, const QString &name, const QByteArray &text) const
    {
        store_testing::write(m_host->filePath(u"net/"_s + device + u'/' + name), text + '\n');
    }
    void addTap(const QString &name, const QByteArray &owner = "1000", const QByteArray &group = "-1") const
    {
        attribute(name, u"tun_flags"_s, "0x5002");
        attribute(name, u"flags"_s, "0x1003");
        attribute(name, u"mtu"_s, "1500");
        attribute(name, u"owner"_s, owner);
        attribute(name, u"group"_s, group);
        attribute(name, u"carrier"_s, "0");
    }

private slots:
    void init()
    {
        m_host = std::make_unique<QTemporaryDir>();
        store_testing::write(m_host->filePath(u"tun"_s), {});
        QVERIFY(QDir(m_host->path()).mkpath(u"net"_s) && QDir(m_host->path()).mkpath(u"proc"_s));
    }

    void ready_isToldWithAllThereIs()
    {
        addTap(u"tap0"_s);
        QVERIFY(QFile::link(u"../br0"_s, m_host->filePath(u"net/tap0/master"_s)));
        const TapState state = reader().read(u"tap0"_s);
        QCOMPARE(state.problem, Problem::None);
        QVERIFY(state.exists && state.up && !state.blocks());
        QCOMPARE(state.owner, std::optional<quint32>(1000));
        QVERIFY(!state.group);
        QCOMPARE(state.mtu, 1500);
        QCOMPARE(state.bridge, u"br0"_s);
        QCOMPARE(state.sentence(), u"tap0 is ready."_s);
        QVERIFY(state.remedy().isEmpty() && state.errorText().isEmpty());
    }

    void problems_eachOne_isFound()
    {
        QCOMPARE(reader().read(u"way_too_long_name"_s).problem, Problem::BadName);
        const TapState missing = reader().read(u"tap0"_s);
        QCOMPARE(missing.problem, Problem::Missing);
        QVERIFY(missing.blocks() && !missing.exists);
        QCOMPARE(missing.errorText(), u"Operation not permitted"_s);

        attribute(u"eth0"_s, u"flags"_s, "0x1003");
        QCOMPARE(reader().read(u"eth0"_s).problem, Problem::NotATap);
        attribute(u"tun0"_s, u"tun_flags"_s, "0x1001");
        QCOMPARE(reader().read(u"tun0"_s).problem, Problem::NotATap);
        QCOMPARE(reader().read(u"tun0"_s).errorText(), u"Invalid argument"_s);

        addTap(u"tap0"_s);
        attribute(u"tap0"_s, u"carrier"_s, "1");
        const TapState busy = reader().read(u"tap0"_s);
        QCOMPARE(busy.problem, Problem::Busy);
        QCOMPARE(busy.errorText(), u"Device or resource busy"_s);
        QVERIFY(!busy.remedy().isEmpty());

        attribute(u"tap0"_s, u"carrier"_s, "");
        attribute(u"tap0"_s, u"flags"_s, "0x1002");
        const TapState down = reader().read(u"tap0"_s);
        QCOMPARE(down.problem, Problem::Down);
        QVERIFY(!down.blocks() && !down.up);
        QVERIFY(down.remedy().contains(u"ip link set tap0 up"_s));
    }

    void permission_ownerGroupAndAdmin_likeTheKernel()
    {
        addTap(u"anybody"_s, "-1");
        addTap(u"others"_s, "1001");
        addTap(u"group"_s, "-1", "44");
        addTap(u"othergroup"_s, "1000", "45");
        TapReader host = reader();
        QCOMPARE(host.read(u"anybody"_s).problem, Problem::None);
        QCOMPARE(host.read(u"group"_s).problem, Problem::None);
        const TapState others = host.read(u"others"_s);
        QCOMPARE(others.problem, Problem::Forbidden);
        QCOMPARE(others.errorText(), u"Operation not permitted"_s);
        QVERIFY(others.sentence().contains(u"1001"_s));
        QCOMPARE(host.read(u"othergroup"_s).problem, Problem::Forbidden);
        host.networkAdmin = true;
        QCOMPARE(host.read(u"others"_s).problem, Problem::None);
    }

    void tunDevice_missing_comesFirst()
    {
        addTap(u"tap0"_s);
        TapReader host = reader();
        host.tun = m_host->filePath(u"none"_s);
        const TapState state = host.read(u"tap0"_s);
        QCOMPARE(state.problem, Problem::NoTun);
        QCOMPARE(state.errorText(), u"No such file or directory"_s);
        QVERIFY(state.exists); // what can be told is told
    }

    void holder_ofOurs_isNamed()
    {
        addTap(u"tap0"_s);
        store_testing::write(m_host->filePath(u"proc/4711/fdinfo/7"_s), "pos:\t0\nflags:\t0104002\niff:\ttap0\n");
        store_testing::write(m_host->filePath(u"proc/4712/fdinfo/7"_s), "iff:\ttap01\n");
        const TapState state = reader().read(u"tap0"_s);
        QCOMPARE(state.problem, Problem::Busy);
        QCOMPARE(state.holder, 4711);
        QVERIFY(state.sentence().contains(u"4711"_s));
    }

    void taps_onlyThese_areListed()
    {
        addTap(u"tap1"_s);
        addTap(u"tap0"_s);
        attribute(u"eth0"_s, u"flags"_s, "0x1003");
        attribute(u"tun0"_s, u"tun_flags"_s, "0x1001");
        QCOMPARE(reader().taps(), QStringList({u"tap0"_s, u"tap1"_s}));
    }

    void thisHost_loopback_isNoTapAndHasItsAddress()
    {
        QVERIFY(TapReader::hostAddresses(u"lo"_s).contains(HostAddress{u"127.0.0.1"_s, 8}) ||
                TapReader::hostAddresses(u"lo"_s).isEmpty());
        const Problem problem = TapReader().read(u"lo"_s).problem;
        QVERIFY(problem == Problem::NotATap || problem == Problem::NoTun || problem == Problem::TunForbidden);
    }

    void hints_guestIsBesideTheHost_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("prefix");
        QTest::addColumn<QString>("argument");
        QTest::newRow("first of two") << u"172.16.0.1"_s << 30
                                      << u"ip=172.16.0.2::172.16.0.1:255.255.255.252::eth0:off"_s;
        QTest::newRow("second of two") << u"172.16.0.2"_s << 30
                                       << u"ip=172.16.0.1::172.16.0.2:255.255.255.252::eth0:off"_s;
        QTest::newRow("last of many") << u"10.0.0.254"_s << 24 << u"ip=10.0.0.1::10.0.0.254:255.255.255.0::eth0:off"_s;
        QTest::newRow("wide") << u"10.200.0.5"_s << 8 << u"ip=10.200.0.6::10.200.0.5:255.0.0.0::eth0:off"_s;
        QTest::newRow("too small") << u"10.0.0.1"_s << 31 << QString();
        QTest::newRow("no network") << u"10.0.0.1"_s << 32 << QString();
    }
    void hints_guestIsBesideTheHost()
    {
        QFETCH(QString, host);
        QFETCH(int, prefix);
        const auto guest = GuestNetwork::beside({host, prefix});
        QTEST(guest ? guest->kernelArgument(u"eth0"_s) : QString(), "argument");
    }

    void hints_commands_sayTheSame()
    {
        QCOMPARE(GuestNetwork::beside({u"172.16.0.1"_s, 30})->commands(u"eth1"_s),
                 QStringList({u"ip addr add 172.16.0.2/30 dev eth1"_s, u"ip link set eth1 up"_s,
                              u"ip route add default via 172.16.0.1"_s}));
        QCOMPARE(GuestNetwork{}.kernelArgument(u"eth0"_s), u"ip=dhcp"_s);
    }

    void freeNames_areFree()
    {
        QCOMPARE(freeTapName({u"tap0"_s, u"tap2"_s}), u"tap1"_s);
        QCOMPARE(freeNetwork({}), u"172.16.0.0/30"_s);
        QCOMPARE(freeNetwork({{u"172.16.0.1"_s, 30}, {u"172.16.0.6"_s, 29}}), u"172.16.0.8/30"_s);
        QCOMPARE(freeNetwork({{u"172.16.3.4"_s, 12}}), QString()); // all of it belongs to a larger network
    }
};

QTEST_GUILESS_MAIN(TestTapState)
#include "tst_tap_state.moc"
