#include "manager/jailed_runner.h"

#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestJailedRunner : public QObject {
    Q_OBJECT

    static Paths paths()
    {
        Paths made;
        made.engine = u"/opt/sparkler-engine"_s;
        made.jailer = u"/opt/sparkler-jailer"_s;
        return made;
    }
    static MachineDefinition definition()
    {
        MachineDefinition made;
        made.id = u"abcd1234"_s;
        return made;
    }
    static MachineDirectory directory() { return MachineDirectory(u"/home/u/machines/abcd1234"_s); }
    static QString inDirectory(const QString &path) { return directory().root() + path; }
    static QStringList values(const QStringList &arguments, const QString &option)
    {
        QStringList found;
        for (qsizetype at = 0; at + 1 < arguments.size(); ++at) {
            if (arguments[at] == option)
                found << arguments[at + 1];
        }
        return found;
    }

private slots:
    void launch_plain_isTheContract()
    {
        const auto launch = JailedRunner(paths()).launch(directory(), definition(), {});
        QVERIFY(launch);
        QCOMPARE(launch->program, u"/opt/sparkler-jailer"_s);
        const QStringList wanted{u"--rootless"_s,
                                 u"--id"_s,
                                 u"abcd1234"_s,
                                 u"--exec-file"_s,
                                 u"/opt/sparkler-engine"_s,
                                 u"--machine-dir"_s,
                                 u"/home/u/machines/abcd1234"_s,
                                 u"--show"_s,
                                 u"/home/u/machines/abcd1234/run=/machine/run:rw"_s,
                                 u"--show"_s,
                                 u"/home/u/machines/abcd1234/logs=/machine/logs:rw"_s,
                                 u"--show"_s,
                                 u"/home/u/machines/abcd1234/files=/machine/files:rw"_s,
                                 u"--show"_s,
                                 u"/home/u/machines/abcd1234/exchange=/machine/exchange:rw"_s,
                                 u"--show"_s,
                                 u"/home/u/machines/abcd1234/snapshots=/machine/snapshots:ro"_s,
                                 u"--network"_s,
                                 u"none"_s,
                                 u"--"_s,
                                 u"--api-sock"_s,
                                 u"/machine/run/api.sock"_s,
                                 u"--console-sock"_s,
                                 u"/machine/run/console.sock"_s,
                                 u"--id"_s,
                                 u"abcd1234"_s,
                                 u"--log-path"_s,
                                 u"/machine/logs/engine.log"_s,
                                 u"--level"_s,
                                 u"Info"_s,
                                 u"--show-level"_s};
        QCOMPARE(launch->arguments, wanted);
    }

    void launch_files_areShownInOrder()
    {
        const QList<ShownPath> files{
            {inDirectory(u"/files/linked/kernel"_s), u"/machine/files/linked/kernel"_s, false},
            {inDirectory(u"/files/disk.img"_s), u"/machine/files/disk.img"_s, true},
            {u"/mnt/data.img"_s, u"/machine/elsewhere/drive-data"_s, true},
            {inDirectory(u"/beside.img"_s), u"/machine/beside.img"_s, false},
        };
        const auto launch = JailedRunner(paths()).launch(directory(), definition(), files);
        QVERIFY(launch);
        const QStringList shown = values(launch->arguments, u"--show"_s).mid(5);
        const QStringList wanted{u"/home/u/machines/abcd1234/beside.img=/machine/beside.img:ro"_s,
                                 u"/mnt/data.img=/machine/elsewhere/drive-data:rw"_s,
                                 u"/home/u/machines/abcd1234/files/linked/kernel=/machine/files/linked/kernel:ro"_s};
        QCOMPARE(shown, wanted);
        QCOMPARE(launch->shown.size(), 8);
    }

    void shownBeside_oneFileTwice_isWritableIfOneWrites()
    {
        const QList<ShownPath> folders{{u"/m/files"_s, u"/machine/files"_s, true}};
        const ShownPath reads{u"/m/files/disk"_s, u"/machine/files/disk"_s, false};
        ShownPath writes = reads;
        writes.writable = true;
        QCOMPARE(shownBeside(folders, {reads, writes}), QList<ShownPath>());
        QCOMPARE(shownBeside(folders, {writes, reads}), QList<ShownPath>());
        QCOMPARE(shownBeside(folders, {reads}), QList<ShownPath>{reads});
    }

    void shownBeside_writableFolderInAReadOnlyOne_keepsWhatIsInIt()
    {
        const QList<ShownPath> folders{{u"/m/snapshots"_s, u"/machine/snapshots"_s, false}};
        const ShownPath load{u"/m/snapshots/.work-a"_s, u"/machine/snapshots/.work-a"_s, true};
        const ShownPath memory{u"/m/snapshots/.work-a/memory"_s, u"/machine/snapshots/.work-a/memory"_s, false};
        QCOMPARE(shownBeside(folders, {memory, load}), (QList<ShownPath>{load, memory}));
    }

    void launch_network_followsTheInterfaces()
    {
        MachineDefinition made = definition();
        made.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s}};
        auto launch = JailedRunner(paths()).launch(directory(), made, {});
        QVERIFY(launch);
        QCOMPARE(values(launch->arguments, u"--network"_s), QStringList{u"host"_s});

        NetworkInterface user{.ifaceId = u"eth0"_s, .socketPath = u"net.sock"_s};
        user.forwards = {
            {.hostPort = 8080, .guestPort = 80},
            {.protocol = PortForward::Protocol::Udp, .address = u"0.0.0.0"_s, .hostPort = 5300, .guestPort = 53}};
        made.config.networkInterfaces = {user};
        launch = JailedRunner(paths()).launch(directory(), made, {});
        QVERIFY(launch);
        QCOMPARE(values(launch->arguments, u"--network"_s), QStringList{u"user"_s});
        QCOMPARE(values(launch->arguments, u"--passt-socket"_s), QStringList{inDirectory(u"/run/net-eth0.sock"_s)});
        QCOMPARE(values(launch->arguments, u"--forward"_s),
                 (QStringList{u"tcp:127.0.0.1/8080:80"_s, u"udp:0.0.0.0/5300:53"_s}));

        made.config.networkInterfaces << NetworkInterface{.ifaceId = u"eth1"_s, .hostDevName = u"tap0"_s};
        launch = JailedRunner(paths()).launch(directory(), made, {});
        QVERIFY(!launch);
        QVERIFY(!launch.error().remedy.isEmpty());
    }

    void launch_limits_arePassed()
    {
        MachineDefinition made = definition();
        made.jail.openFiles = 512;
        made.jail.fileSizeMib = 3;
        const auto launch = JailedRunner(paths()).launch(directory(), made, {});
        QVERIFY(launch);
        QCOMPARE(values(launch->arguments, u"--resource-limit"_s), (QStringList{u"no-file=512"_s, u"fsize=3145728"_s}));
    }

    void launch_programMissing_failsWithRemedy()
    {
        Paths none = paths();
        none.jailer.clear();
        auto launch = JailedRunner(none).launch(directory(), definition(), {});
        QVERIFY(!launch && launch.error().why.contains(u"sparkler-jailer"_s));
        none = paths();
        none.engine.clear();
        launch = JailedRunner(none).launch(directory(), definition(), {});
        QVERIFY(!launch && launch.error().why.contains(u"sparkler-engine"_s));
    }

    void launch_pathThatCannotBeTold_isRefused()
    {
        const ShownPath strange{inDirectory(u"/a=/b.img"_s), u"/machine/a=/b.img"_s, false};
        const auto launch = JailedRunner(paths()).launch(directory(), definition(), {strange});
        QVERIFY(!launch);
        QVERIFY(launch.error().why.contains(strange.path));
    }
};

QTEST_GUILESS_MAIN(TestJailedRunner)
#include "tst_jailed_runner.moc"
