#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The script that makes TAP devices: what it would do, and, where this user may make devices in a network namespace of
/// their own, that it does it.
class TestMakeTap : public QObject {
    Q_OBJECT

    struct Result {
        int code = -1;
        QString out, err;
    };
    static Result run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        Result result;
        if (process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit)
            result.code = process.exitCode();
        result.out = QString::fromUtf8(process.readAllStandardOutput());
        result.err = QString::fromUtf8(process.readAllStandardError());
        return result;
    }
    static Result makeTap(const QStringList &arguments) { return run(QStringLiteral(MAKE_TAP), arguments); }

private slots:
    void dryRun_prints_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("commands");
        QTest::newRow("plain") << QStringList{u"sptest0"_s}
                               << u"+ ip tuntap add dev sptest0 mode tap user root\n+ ip link set dev sptest0 up\n"_s;
        QTest::newRow("bridge, mtu") << QStringList{u"sptest0"_s, u"--bridge"_s, u"spbr0"_s, u"--mtu"_s, u"1400"_s}
                                     << u"+ ip tuntap add dev sptest0 mode tap user root\n"
                                        "+ ip link set dev sptest0 mtu 1400\n"
                                        "+ ip link add name spbr0 type bridge\n"
                                        "+ ip link set dev spbr0 up\n"
                                        "+ ip link set dev sptest0 master spbr0\n"
                                        "+ ip link set dev sptest0 up\n"_s;
        QTest::newRow("nat") << QStringList{u"sptest0"_s, u"--net"_s, u"172.16.255.252/30"_s, u"--nat"_s}
                             << u"+ ip tuntap add dev sptest0 mode tap user root\n"
                                "+ ip address add 172.16.255.253/30 dev sptest0\n"
                                "+ ip link set dev sptest0 up\n"
                                "+ sysctl -w net.ipv4.ip_forward=1\n"
                                "+ nft add table ip sparkler_sptest0\n"
                                "+ nft add chain ip sparkler_sptest0 postrouting "
                                "'{ type nat hook postrouting priority srcnat; }'\n"
                                "+ nft add rule ip sparkler_sptest0 postrouting ip saddr 172.16.255.252/30 oifname "
                                "'!=' sptest0 masquerade\n"
                                "+ nft add chain ip sparkler_sptest0 forward "
                                "'{ type filter hook forward priority filter; }'\n"
                                "+ nft add rule ip sparkler_sptest0 forward iifname sptest0 accept\n"
                                "+ nft add rule ip sparkler_sptest0 forward oifname sptest0 ct state "
                                "established,related accept\n"_s;
    }
    void dryRun_prints()
    {
        QFETCH(QStringList, arguments);
        const Result result = makeTap(arguments + QStringList{u"--owner"_s, u"root"_s, u"--dry-run"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QTEST(result.out, "commands");
    }

    void wrongArguments_areRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QString &arguments) {
            QTest::newRow(name) << arguments.split(u' ', Qt::SkipEmptyParts);
        };
        row("nothing", {});
        row("long name", u"abcdefghijklmnop"_s);
        row("option as a name", u"--remove --dry-run"_s);
        row("path", u"../x"_s);
        row("two names", u"a b"_s);
        row("unknown", u"tap0 --force"_s);
        row("mtu", u"tap0 --mtu 67"_s);
        row("mtu text", u"tap0 --mtu 1$(id)"_s);
        row("nat alone", u"tap0 --nat"_s);
        row("bridge and net", u"tap0 --bridge br0 --net 10.0.0.0/24"_s);
        row("no network", u"tap0 --net 10.0.0/24"_s);
        row("inside a network", u"tap0 --net 10.0.0.1/24"_s);
        row("large number", u"tap0 --net 10.0.256.0/24"_s);
        row("no room", u"tap0 --net 10.0.0.0/31"_s);
        row("bad bridge", u"tap0 --bridge a/b"_s);
        row("owner", u"tap0 --owner no_such_user_here"_s);
        row("removing what is no tap", u"--remove lo"_s);
        row("removing nothing", u"--remove sptest9"_s);
        row("removing with more", u"--remove lo --nat"_s);
        row("what is there", u"lo"_s);
    }
    void wrongArguments_areRefused()
    {
        QFETCH(QStringList, arguments);
        const Result result = makeTap(arguments + QStringList{u"--dry-run"_s});
        QCOMPARE(result.code, 1);
        QVERIFY2(result.err.startsWith(u"make-tap: "_s), qPrintable(result.err));
        QVERIFY(result.out.isEmpty());
    }

    void help_namesEveryOption()
    {
        const Result result = makeTap({u"--help"_s});
        QCOMPARE(result.code, 0);
        for (const QString &option :
             {u"--owner"_s, u"--mtu"_s, u"--bridge"_s, u"--net"_s, u"--nat"_s, u"--remove"_s, u"--dry-run"_s})
            QVERIFY2(result.out.contains(option), qPrintable(option));
    }

    void forReal_inANamespace_makesAndRemoves()
    {
        const QString script = uR"(set -e
mount -t sysfs sysfs /sys
"$0" sptest0 --net 10.99.0.0/24 --mtu 1400
cat /sys/class/net/sptest0/owner /sys/class/net/sptest0/mtu
"$0" sptest0 && exit 9
"$0" sptest1 --bridge spbr0
test -e /sys/class/net/spbr0/brif/sptest1
"$0" --remove sptest0
"$0" --remove sptest1
test ! -e /sys/class/net/sptest0 && test ! -e /sys/class/net/sptest1
echo all well)"_s;
        if (run(u"unshare"_s,
                {u"-rnm"_s, u"sh"_s, u"-c"_s, u"mount -t sysfs sysfs /sys && ip tuntap add sptestx mode tap"_s})
                .code != 0)
            QSKIP("this user may not make devices in a network namespace of its own");
        const Result result = run(u"unshare"_s, {u"-rnm"_s, u"bash"_s, u"-c"_s, script, QStringLiteral(MAKE_TAP)});
        QVERIFY2(result.code == 0, qPrintable(result.out + result.err));
        QVERIFY2(result.out.contains(u"\n0\n1400\n"_s), qPrintable(result.out));
        QVERIFY(result.out.endsWith(u"all well\n"_s));
    }
};

QTEST_GUILESS_MAIN(TestMakeTap)
#include "tst_make_tap.moc"
