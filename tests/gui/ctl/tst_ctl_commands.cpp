// Every command as a user types it, against fake engines: what it does, what it prints, and how it ends.

#include "ctl_fixture.h"

#include "client/json.h"

#include <QDir>
#include <QFile>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList keysOf(const QJsonObject &object)
{
    return object.keys();
}

} // namespace

class TestCtlCommands : public QObject {
    Q_OBJECT

    std::unique_ptr<CtlFixture> m_user;

private slots:
    void init() { m_user = std::make_unique<CtlFixture>(); }
    void cleanup() { m_user.reset(); }

    void noCommand_tellsWhichThereAre()
    {
        for (const QStringList &words : {QStringList{}, {u"--help"_s}, {u"help"_s}}) {
            const auto result = m_user->run(words);
            VERIFY_CODE(result, 0);
            QVERIFY(result.out.contains("snapshot create"));
        }
        VERIFY_CODE(m_user->run({u"start"_s, u"--help"_s}), 0);
        VERIFY_CODE(m_user->run({u"snapshot"_s, u"--help"_s}), 0);
        QVERIFY(m_user->run({u"--version"_s}).out.startsWith("sparklectl "));
        QVERIFY(m_user->run({u"help"_s, u"--man"_s}).out.startsWith(".TH SPARKLECTL 1"));
        QVERIFY(m_user->run({u"completion"_s, u"bash"_s}).out.contains("complete -F _sparklectl sparklectl"));
        QVERIFY(!QDir(m_user->paths().data).exists()); // none of them touches anything
    }

    void wrongUsage_isTwo_andSaysWhatHelps()
    {
        const auto result = m_user->run({u"strat"_s});
        VERIFY_CODE(result, 2);
        QCOMPARE(result.err,
                 QByteArray("sparklectl: There is no command “strat”.\n  What helps: See sparklectl --help\n"));
        VERIFY_CODE(m_user->run({u"stop"_s, u"x"_s, u"--timeout"_s, u"soon"_s}), 2);
        const auto json = m_user->run({u"show"_s, u"--json"_s});
        VERIFY_CODE(json, 2);
        const QJsonObject error = QJsonDocument::fromJson(json.err).object();
        QCOMPARE(error.value("exit_code"_L1).toInt(), 2);
        QCOMPARE(error.value("error"_L1).toObject().value("what"_L1).toString(), u"MACHINE is missing."_s);
    }

    void languageOfTheUser_isSpoken()
    {
        QFile settings(m_user->environment().value(u"XDG_CONFIG_HOME"_s) + u"/sparkler/sparkler.conf"_s);
        QVERIFY(QDir().mkpath(QFileInfo(settings).path()) && settings.open(QIODevice::WriteOnly));
        settings.write("[General]\nlanguage=de\n");
        settings.close();
        QVERIFY(m_user->run({u"help"_s}).out.startsWith("Aufruf: "));
    }

    void noSuchMachine_isThree()
    {
        for (const QString &command : {u"show"_s, u"start"_s, u"stop"_s, u"delete"_s, u"console"_s, u"logs"_s})
            VERIFY_CODE(m_user->run({command, u"nobody"_s}), 3);
        const QString one = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"drive"_s, u"limit"_s, one, u"none"_s, u"--bandwidth"_s, u"1M"_s}), 3);
        VERIFY_CODE(m_user->run({u"interface"_s, u"limit"_s, one, u"eth0"_s}), 3);
        VERIFY_CODE(m_user->run({u"snapshot"_s, u"delete"_s, one, u"none"_s}), 3);
        VERIFY_CODE(m_user->run({u"undelete"_s, u"none"_s}), 3);
    }

    void machine_byNameIdOrItsBeginning()
    {
        const QString one = m_user->create(u"one"_s);
        QCOMPARE(m_user->show(u"one"_s).value("id"_L1).toString(), one);
        QCOMPARE(m_user->show(one.left(4)).value("id"_L1).toString(), one);
        VERIFY_CODE(m_user->run({u"show"_s, u"on"_s}), one.startsWith(u"on"_s) ? 0 : 3); // of a name all of it
        // Another one with the same beginning of its id.
        const QString other = one.left(7) + (one[7] == u'0' ? u'1' : u'0');
        QVERIFY(QDir().mkpath(m_user->directory(other)));
        QFile source(m_user->directory(one) + u"/machine.json"_s);
        QFile copy(m_user->directory(other) + u"/machine.json"_s);
        QVERIFY(source.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly));
        copy.write(source.readAll().replace(one.toUtf8(), other.toUtf8()).replace("\"one\"", "\"two\""));
        copy.close();
        const auto several = m_user->run({u"show"_s, one.left(7)});
        VERIFY_CODE(several, 3);
        QVERIFY(several.err.contains("fits several machines"));
        QCOMPARE(m_user->show(u"two"_s).value("id"_L1).toString(), other);
    }

    void create_ofFlags_isWhatTheySay()
    {
        const QString disk = m_user->file(u"root.img"_s);
        const QString data = m_user->file(u"data:ro.img"_s);
        const auto made = m_user->run({u"create"_s,
                                       u"--json"_s,
                                       u"web"_s,
                                       u"--kernel"_s,
                                       m_user->kernel(),
                                       u"--cmdline"_s,
                                       u"console=ttyS0 quiet"_s,
                                       u"--drive"_s,
                                       disk,
                                       u"--drive"_s,
                                       data + u":ro"_s,
                                       u"--vcpus"_s,
                                       u"2"_s,
                                       u"--memory"_s,
                                       u"1G"_s,
                                       u"--network"_s,
                                       u"user"_s,
                                       u"--forward"_s,
                                       u"udp:127.0.0.1:5353:53"_s,
                                       u"--vsock"_s,
                                       u"5"_s,
                                       u"--track-dirty-pages"_s,
                                       u"--group"_s,
                                       u"g"_s,
                                       u"--tag"_s,
                                       u"a"_s,
                                       u"--tag"_s,
                                       u"b"_s,
                                       u"--note"_s,
                                       u"n"_s,
                                       u"--runner"_s,
                                       u"local"_s});
        VERIFY_CODE(made, 0);
        const QJsonObject machine = made.object();
        QCOMPARE(machine.value("name"_L1).toString(), u"web"_s);
        QCOMPARE(machine.value("state"_L1).toString(), u"stopped"_s);
        QCOMPARE(machine.value("runner"_L1).toString(), u"local"_s);
        QCOMPARE(machine.value("jail"_L1).toString(), u"rootless"_s);
        QCOMPARE(machine.value("group"_L1).toString(), u"g"_s);
        QCOMPARE(machine.value("tags"_L1).toArray(), (QJsonArray{u"a"_s, u"b"_s}));
        const auto config = vmConfigFromJson(machine.value("config"_L1));
        QVERIFY2(config, config ? "" : qPrintable(config.error()));
        QCOMPARE(config->bootSource.kernelImagePath, m_user->kernel());
        QCOMPARE(config->bootSource.bootArgs, std::optional(u"console=ttyS0 quiet"_s));
        QCOMPARE(config->machine.vcpuCount, 2);
        QCOMPARE(config->machine.memSizeMib, quint64{1024});
        QVERIFY(config->machine.trackDirtyPages);
        QCOMPARE(config->drives.size(), 2);
        QCOMPARE(config->drives[0].driveId, u"rootfs"_s);
        QCOMPARE(config->drives[0].pathOnHost, disk);
        QVERIFY(config->drives[0].isRootDevice && !config->drives[0].isReadOnly);
        QCOMPARE(config->drives[1].pathOnHost, data);
        QVERIFY(!config->drives[1].isRootDevice && config->drives[1].isReadOnly);
        QCOMPARE(config->networkInterfaces.size(), 1);
        QVERIFY(config->networkInterfaces[0].userMode());
        QCOMPARE(config->networkInterfaces[0].forwards.size(), 1);
        QVERIFY(!config->networkInterfaces[0].guestMac.isEmpty());
        QVERIFY(config->vsock && config->vsock->guestCid == 5);
    }

    void create_twoTaps_haveDifferentAddresses()
    {
        const QString id = m_user->create(u"one"_s, {u"--network"_s, u"tap7"_s, u"--network=tap8"_s});
        const QJsonArray all = m_user->run({u"interface"_s, u"list"_s, u"--json"_s, id}).array();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[1]["iface_id"_L1].toString(), u"eth1"_s);
        QCOMPARE(all[1]["host_dev_name"_L1].toString(), u"tap8"_s);
        QVERIFY(all[0]["guest_mac"_L1].toString() != all[1]["guest_mac"_L1].toString());
    }

    void create_cpuTemplate_byNameOrFile()
    {
        QCOMPARE(m_user
                     ->show(m_user->create(u"named"_s, {u"--cpu-template"_s,
                                                        u"T2S"_s}))["config"_L1]["machine-config"_L1]["cpu_template"_L1]
                     .toString(),
                 u"T2S"_s);
        QFile file(m_user->home() + u"/template.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"msr_modifiers":[{"addr":"0x10a","bitmap":"0b1"}]})");
        file.close();
        const QJsonObject own = m_user->show(m_user->create(u"own"_s, {u"--cpu-template"_s, file.fileName()}));
        QCOMPARE(own["config"_L1]["cpu-config"_L1]["msr_modifiers"_L1][0]["addr"_L1].toString(), u"0x10a"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"msr_modifiers":[{"addr":"none"}]})");
        file.close();
        VERIFY_CODE(
            m_user->run({u"create"_s, u"bad"_s, u"--kernel"_s, m_user->kernel(), u"--cpu-template"_s, file.fileName()}),
            2);
    }

    void create_wrong_makesNothing_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::newRow("no kernel") << QStringList{};
        QTest::newRow("kernel is none") << QStringList{u"--kernel"_s, u"/dev/null"_s};
        QTest::newRow("no file") << QStringList{u"--kernel"_s, u"/nowhere/vmlinux"_s};
        QTest::newRow("two sources") << QStringList{u"--demo"_s, u"--from-config"_s, u"x"_s};
        QTest::newRow("demo with a kernel") << QStringList{u"--demo"_s, u"--kernel"_s, u"x"_s};
        QTest::newRow("processors") << QStringList{u"--kernel"_s, u"@"_s, u"--vcpus"_s, u"33"_s};
        QTest::newRow("memory") << QStringList{u"--kernel"_s, u"@"_s, u"--memory"_s, u"1000B"_s};
        QTest::newRow("two roots") << QStringList{u"--kernel"_s, u"@"_s,       u"--drive"_s,
                                                  u"@:root"_s,   u"--drive"_s, u"@:root"_s};
        QTest::newRow("user mode and a tap")
            << QStringList{u"--kernel"_s, u"@"_s, u"--network=user"_s, u"--network=tap0"_s};
        QTest::newRow("tap") << QStringList{u"--kernel"_s, u"@"_s, u"--network"_s, u"averyverylongname"_s};
        QTest::newRow("forward") << QStringList{u"--kernel"_s, u"@"_s, u"--forward"_s, u"1:2"_s};
        QTest::newRow("size without copy") << QStringList{u"--kernel"_s, u"@"_s, u"--disk-size"_s, u"1G"_s};
        QTest::newRow("template") << QStringList{u"--kernel"_s, u"@"_s, u"--cpu-template"_s, u"T9"_s};
        QTest::newRow("vsock") << QStringList{u"--kernel"_s, u"@"_s, u"--vsock"_s, u"2"_s};
    }

    void create_wrong_makesNothing()
    {
        QFETCH(QStringList, flags);
        for (QString &flag : flags)
            flag.replace(u'@', m_user->kernel());
        const auto result = m_user->run(QStringList{u"create"_s, u"x"_s} + flags);
        VERIFY_CODE(result, 2);
        QVERIFY(!result.err.isEmpty() && result.out.isEmpty());
        QCOMPARE(m_user->run({u"list"_s, u"--json"_s}).array().size(), 0);
    }

    void create_ofConfiguration_takesItAndTheFlags()
    {
        QFile config(m_user->home() + u"/vm.json"_s);
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(
            R"({"boot-source":{"kernel_image_path":"vmlinux"},"drives":[],"machine-config":{"vcpu_count":3,"mem_size_mib":64}})");
        config.close();
        const auto made =
            m_user->run({u"create"_s, u"--json"_s, u"--from-config"_s, config.fileName(), u"--memory"_s, u"96"_s});
        VERIFY_CODE(made, 0);
        QCOMPARE(made.object().value("name"_L1).toString(), u"vm"_s);
        QCOMPARE(made.object().value("vcpus"_L1).toInt(), 3);
        QCOMPARE(made.object().value("memory_mib"_L1).toInt(), 96);
        const auto broken = m_user->run({u"create"_s, u"--from-config"_s, m_user->file(u"broken"_s)});
        VERIFY_CODE(broken, 1);
        QVERIFY(broken.err.contains("What helps: "));
    }

    void create_copyOfTheRootDrive_isItsOwn()
    {
        const QString disk = m_user->file(u"root.img"_s, 8192);
        const QString id = m_user->create(u"one"_s, {u"--drive"_s, disk, u"--copy-root"_s});
        QFile copy(m_user->directory(id) + u"/files/rootfs.img"_s);
        QCOMPARE(copy.size(), qint64{8192});
        const auto drives = m_user->run({u"drive"_s, u"list"_s, u"--json"_s, id}).array();
        QCOMPARE(drives[0].toObject().value("path_on_host"_L1).toString(), copy.fileName());
    }

    void takenName_getsANumber()
    {
        m_user->create(u"one"_s);
        m_user->create(u"one"_s);
        QCOMPARE(m_user->run({u"list"_s, u"--names"_s}).out, QByteArray("one\none 2\n"));
    }

    void list_shape()
    {
        m_user->create(u"one"_s);
        const QJsonArray all = m_user->run({u"list"_s, u"--json"_s}).array();
        QCOMPARE(all.size(), 1);
        QCOMPARE(keysOf(all[0].toObject()),
                 QStringList({u"created_at"_s, u"engine_pid"_s, u"group"_s, u"id"_s, u"jail"_s, u"memory_mib"_s,
                              u"name"_s, u"needs_restart"_s, u"reason"_s, u"runner"_s, u"running_on"_s, u"started_at"_s,
                              u"state"_s, u"tags"_s, u"vcpus"_s}));
        const QJsonObject whole = m_user->show(u"one"_s);
        for (const QString &key : {u"notes"_s, u"directory"_s, u"api_socket"_s, u"console_socket"_s, u"log"_s,
                                   u"config"_s, u"running_config"_s})
            QVERIFY2(whole.contains(key), qPrintable(key));
        QVERIFY(m_user->run({u"list"_s}).out.contains("one   Stopped"));
        QCOMPARE(m_user->run({u"list"_s, u"--json"_s, u"--running"_s}).array().size(), 0);
        QCOMPARE(m_user->run({u"list"_s, u"--json"_s, u"--group"_s, u"none"_s}).array().size(), 0);
    }

    void startStop_theEngineOutlivesTheCommand()
    {
        const QString id = m_user->create(u"one"_s);
        const auto started = m_user->run({u"start"_s, u"--json"_s, u"one"_s});
        VERIFY_CODE(started, 0);
        QCOMPARE(started.array()[0].toObject().value("state"_L1).toString(), u"running"_s);
        QCOMPARE(m_user->engines(id), 1);
        const QJsonObject shown = m_user->show(u"one"_s);
        QCOMPARE(shown.value("state"_L1).toString(), u"running"_s);
        QCOMPARE(shown.value("running_on"_L1).toString(), u"local"_s);
        QVERIFY(shown.value("engine_pid"_L1).toInteger() > 0);
        VERIFY_CODE(m_user->run({u"start"_s, u"one"_s}), 4);
        VERIFY_CODE(m_user->run({u"delete"_s, u"one"_s}), 4);
        VERIFY_CODE(m_user->run({u"stop"_s, u"one"_s}), 0);
        QCOMPARE(m_user->engines(id), 0);
        QVERIFY(m_user->requests(id).join(u'\n').contains(u"SendCtrlAltDel"_s));
        QVERIFY(m_user->runRecord(id).isEmpty());
        VERIFY_CODE(m_user->run({u"stop"_s, u"one"_s}), 4);
    }

    void stop_guestThatDoesNotListen_isForced()
    {
        m_user->script({{u"ignoreCtrlAltDel"_s, true}});
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        VERIFY_CODE(m_user->run({u"stop"_s, u"--timeout"_s, u"1"_s, id}), 0);
        QCOMPARE(m_user->engines(id), 0);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        VERIFY_CODE(m_user->run({u"stop"_s, u"--force"_s, id}), 0);
        QCOMPARE(m_user->engines(id), 0);
    }

    void stop_interrupted_leavesItRunning()
    {
        m_user->script({{u"ignoreCtrlAltDel"_s, true}});
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        const auto stop = m_user->begin({u"stop"_s, u"--timeout"_s, u"600"_s, id});
        QTRY_COMPARE_WITH_TIMEOUT(m_user->runRecord(id).value("phase"_L1).toString(), u"stopping"_s, 20'000);
        ::kill(static_cast<pid_t>(stop->processId()), SIGINT);
        VERIFY_CODE(CtlFixture::end(*stop), 130);
        QCOMPARE(m_user->runRecord(id).value("phase"_L1).toString(), u"running"_s);
        QCOMPARE(m_user->state(id), u"running"_s);
    }

    void start_thatFails_tellsWhyAndLeavesNothing()
    {
        m_user->script({{u"refuse"_s, QJsonArray{u"PUT /boot-source"_s}}});
        const QString id = m_user->create(u"one"_s);
        const auto failed = m_user->run({u"start"_s, id});
        VERIFY_CODE(failed, 1);
        QVERIFY2(failed.err.startsWith("sparklectl: The machine could not be configured."), failed.err.constData());
        QVERIFY(failed.err.contains("The fake engine refuses."));
        QCOMPARE(m_user->engines(id), 0);
        const auto json = m_user->run({u"start"_s, u"--json"_s, id});
        VERIFY_CODE(json, 1);
        const QJsonObject error = QJsonDocument::fromJson(json.err).object().value("error"_L1).toObject();
        QCOMPARE(error.value("request"_L1).toString(), u"PUT /boot-source"_s);
        QCOMPARE(error.value("status"_L1).toInt(), 400);
        QCOMPARE(error.value("fault"_L1).toString(), u"The fake engine refuses."_s);
    }

    void start_interrupted_leavesNothing()
    {
        m_user->script({{u"hangOn"_s, QJsonArray{u"PUT /boot-source"_s}}});
        const QString id = m_user->create(u"one"_s);
        const auto start = m_user->begin({u"start"_s, id});
        QTRY_VERIFY_WITH_TIMEOUT(m_user->requests(id).join(u'\n').contains(u"PUT /boot-source"_s), 20'000);
        ::kill(static_cast<pid_t>(start->processId()), SIGTERM);
        VERIFY_CODE(CtlFixture::end(*start), 130);
        QCOMPARE(m_user->engines(id), 0);
        QVERIFY(m_user->runRecord(id).isEmpty());
    }

    void pauseResumeRestart()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"pause"_s, id}), 4);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        VERIFY_CODE(m_user->run({u"pause"_s, id}), 0);
        QCOMPARE(m_user->state(id), u"paused"_s);
        VERIFY_CODE(m_user->run({u"pause"_s, id}), 4);
        VERIFY_CODE(m_user->run({u"resume"_s, id}), 0);
        QCOMPARE(m_user->state(id), u"running"_s);
        const qint64 before = m_user->runRecord(id).value("pid"_L1).toInteger();
        VERIFY_CODE(m_user->run({u"restart"_s, id}), 0);
        QVERIFY(m_user->runRecord(id).value("pid"_L1).toInteger() != before);
        QCOMPARE(m_user->engines(id), 1);
    }

    void severalMachines_oneOfThemUnknown_othersAreDone()
    {
        const QString a = m_user->create(u"a"_s);
        const QString b = m_user->create(u"b"_s);
        VERIFY_CODE(m_user->run({u"start"_s, a, u"nobody"_s, b}), 3);
        QCOMPARE(m_user->engines(a), 1);
        QCOMPARE(m_user->engines(b), 1);
    }

    void crash_isToldUntilSomebodyActs()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        ::kill(static_cast<pid_t>(m_user->runRecord(id).value("pid"_L1).toInteger()), SIGKILL);
        QTRY_COMPARE(m_user->engines(id), 0);
        QCOMPARE(m_user->state(id), u"crashed"_s);
        QCOMPARE(m_user->state(id), u"crashed"_s); // a look changes nothing
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QCOMPARE(m_user->state(id), u"running"_s);
    }

    void trash()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"delete"_s, id}), 0);
        QCOMPARE(m_user->run({u"list"_s, u"--json"_s}).array().size(), 0);
        const QJsonObject entry = m_user->run({u"trash"_s, u"--json"_s}).array()[0].toObject();
        QCOMPARE(keysOf(entry), QStringList({u"bytes"_s, u"deleted_at"_s, u"id"_s, u"name"_s}));
        QCOMPARE(m_user->run({u"trash"_s, u"--names"_s}).out, QByteArray("one\n"));
        VERIFY_CODE(m_user->run({u"undelete"_s, u"one"_s}), 0);
        QCOMPARE(m_user->show(u"one"_s).value("id"_L1).toString(), id);
        VERIFY_CODE(m_user->run({u"delete"_s, u"--permanently"_s, u"one"_s}), 0);
        QCOMPARE(m_user->run({u"trash"_s, u"--json"_s}).array().size(), 0);
        QVERIFY(!QDir(m_user->directory(id)).exists());
    }

    void drives_stopped()
    {
        const QString id = m_user->create(u"one"_s, {u"--drive"_s, m_user->file(u"root.img"_s)});
        const QString more = m_user->file(u"more.img"_s);
        VERIFY_CODE(m_user->run({u"drive"_s, u"add"_s, id, more + u":ro"_s, u"--io"_s, u"async"_s}), 0);
        VERIFY_CODE(m_user->run({u"drive"_s, u"add"_s, id, more, u"--id"_s, u"rootfs"_s}), 2);
        VERIFY_CODE(m_user->run({u"drive"_s, u"add"_s, id, more + u":root"_s}), 2);
        QJsonArray drives = m_user->run({u"drive"_s, u"list"_s, u"--json"_s, id}).array();
        QCOMPARE(drives.size(), 2);
        QCOMPARE(drives[1].toObject().value("drive_id"_L1).toString(), u"drive1"_s);
        QCOMPARE(drives[1].toObject().value("io_engine"_L1).toString(), u"Async"_s);
        VERIFY_CODE(m_user->run({u"drive"_s, u"set"_s, id, u"drive1"_s, u"--writable"_s, u"--cache"_s, u"writeback"_s}),
                    0);
        drives = m_user->run({u"drive"_s, u"list"_s, u"--json"_s, id}).array();
        QCOMPARE(drives[1].toObject().value("is_read_only"_L1).toBool(), false);
        QCOMPARE(drives[1].toObject().value("cache_type"_L1).toString(), u"Writeback"_s);
        VERIFY_CODE(m_user->run({u"drive"_s, u"remove"_s, id, u"drive1"_s}), 0);
        QCOMPARE(m_user->run({u"drive"_s, u"list"_s, u"--json"_s, id}).array().size(), 1);
        QVERIFY(QFile::exists(more));
    }

    void drives_running_areChangedLive()
    {
        const QString id =
            m_user->create(u"one"_s, {u"--drive"_s, m_user->file(u"root.img"_s), u"--network"_s, u"tap0"_s});
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        VERIFY_CODE(m_user->run({u"drive"_s, u"limit"_s, id, u"rootfs"_s, u"--bandwidth"_s, u"1M/100ms"_s}), 0);
        VERIFY_CODE(m_user->run({u"drive"_s, u"set"_s, id, u"rootfs"_s, u"--file"_s, m_user->file(u"new.img"_s)}), 0);
        VERIFY_CODE(m_user->run({u"interface"_s, u"limit"_s, id, u"eth0"_s, u"--send-operations"_s, u"100"_s}), 0);
        const QStringList requests = m_user->requests(id).filter(u"PATCH"_s);
        QCOMPARE(requests.size(), 3);
        QVERIFY2(requests[0].startsWith(u"PATCH /drives/rootfs"_s) && requests[0].contains(u"\"size\":1048576"_s),
                 qPrintable(requests[0]));
        QVERIFY2(requests[1].contains(u"path_on_host"_s), qPrintable(requests[1]));
        QVERIFY2(requests[2].startsWith(u"PATCH /network-interfaces/eth0"_s), qPrintable(requests[2]));
        const auto pending = m_user->run({u"drive"_s, u"add"_s, u"--json"_s, id, m_user->file(u"more.img"_s)});
        VERIFY_CODE(pending, 0);
        QCOMPARE(pending.object().value("pending_restart"_L1).toArray().size(), 1);
        QCOMPARE(m_user->show(id).value("needs_restart"_L1).toBool(), true);
    }

    void drives_refusedByTheEngine_stayAsTheyWere()
    {
        const QString id = m_user->create(u"one"_s, {u"--drive"_s, m_user->file(u"root.img"_s)});
        m_user->script({{u"refuse"_s, QJsonArray{u"PATCH /drives/rootfs"_s}}});
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        const auto refused = m_user->run({u"drive"_s, u"limit"_s, id, u"rootfs"_s, u"--bandwidth"_s, u"1M"_s});
        VERIFY_CODE(refused, 1);
        QVERIFY(refused.err.contains("The fake engine refuses."));
        const QJsonObject drive = m_user->run({u"drive"_s, u"list"_s, u"--json"_s, id}).array()[0].toObject();
        QVERIFY(!drive.contains("rate_limiter"_L1));
    }

    void metadata()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"mmds"_s, u"put"_s, id, uR"({"a":1,"b":{"c":2}})"_s}), 0);
        VERIFY_CODE(m_user->run({u"mmds"_s, u"patch"_s, id, u"-"_s}, R"({"b":{"c":null,"d":3}})"), 0);
        const QJsonObject stored{{u"a"_s, 1}, {u"b"_s, QJsonObject{{u"d"_s, 3}}}};
        QCOMPARE(m_user->run({u"mmds"_s, u"get"_s, id}).object(), stored);
        VERIFY_CODE(m_user->run({u"mmds"_s, u"put"_s, id, u"[1]"_s}), 2);
        VERIFY_CODE(m_user->run({u"mmds"_s, u"put"_s, id, u"@/nowhere"_s}), 2);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QCOMPARE(m_user->run({u"mmds"_s, u"get"_s, id}).object(), (QJsonObject{{u"from"_s, u"the engine"_s}}));
        QCOMPARE(m_user->run({u"mmds"_s, u"get"_s, u"--stored"_s, id}).object(), stored);
        VERIFY_CODE(m_user->run({u"mmds"_s, u"patch"_s, id, uR"({"x":18446744073709551615})"_s}), 0);
        QVERIFY(m_user->requests(id).contains(uR"(PATCH /mmds {"x":18446744073709551615})"_s)); // word for word
        QCOMPARE(m_user->run({u"mmds"_s, u"get"_s, u"--stored"_s, id}).object(), stored);
    }

    void metrics()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"metrics"_s, id}), 4);
        m_user->script(
            {{u"answers"_s,
              QJsonObject{{u"GET /metrics"_s,
                           QJsonObject{{u"net_eth0"_s, QJsonObject{{u"rx_bytes_count"_s, 7}, {u"tx_fails"_s, 0}}},
                                       {u"vmm"_s, QJsonObject{{u"panic_count"_s, 0}}}}}}}});
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QCOMPARE(m_user->run({u"metrics"_s, id}).out,
                 QByteArray("COUNTER                  VALUE\nnet_eth0.rx_bytes_count  7\n"));
        QVERIFY(m_user->run({u"metrics"_s, u"--all"_s, id, u"vmm"_s}).out.endsWith("vmm.panic_count  0\n"));
        QCOMPARE(m_user->run({u"metrics"_s, u"--json"_s, id})
                     .object()
                     .value("net_eth0"_L1)
                     .toObject()
                     .value("rx_bytes_count"_L1)
                     .toInt(),
                 7);
        const auto follow = m_user->begin({u"metrics"_s, u"--json"_s, u"--follow"_s, id});
        QByteArray seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen += follow->readAllStandardOutput()).count('\n') >= 2, 20'000);
        ::kill(static_cast<pid_t>(follow->processId()), SIGINT);
        VERIFY_CODE(CtlFixture::end(*follow), 0);
        const QJsonObject record = QJsonDocument::fromJson(seen.split('\n')[0]).object();
        QCOMPARE(keysOf(record), QStringList({u"at"_s, u"metrics"_s}));
    }

    void logs()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QVERIFY(m_user->run({u"logs"_s, id}).out.contains("Running Firecracker"));
        const QJsonObject line = m_user->run({u"logs"_s, u"--json"_s, u"--lines"_s, u"1"_s, id}).object();
        QCOMPARE(keysOf(line), QStringList({u"at"_s, u"level"_s, u"origin"_s, u"text"_s}));
        QCOMPARE(line.value("level"_L1).toString(), u"info"_s);
        const auto follow = m_user->begin({u"logs"_s, u"--follow"_s, id});
        QByteArray seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen += follow->readAllStandardOutput()).contains("Running Firecracker"), 20'000);
        QFile log(m_user->directory(id) + u"/logs/engine.log"_s);
        QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Append));
        log.write("hostile \x1b]0;title\x07\n");
        log.close();
        QTRY_VERIFY_WITH_TIMEOUT((seen += follow->readAllStandardOutput()).contains("hostile \\x1b]0;title\\x07\n"),
                                 20'000);
        ::kill(static_cast<pid_t>(follow->processId()), SIGTERM);
        VERIFY_CODE(CtlFixture::end(*follow), 0);
    }

    void events_ofAnEngineWithoutThem_isToldSo()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"events"_s, id}), 4);
        m_user->script({{u"refuse"_s, QJsonArray{u"GET /events"_s}}});
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        const auto refused = m_user->run({u"events"_s, id});
        VERIFY_CODE(refused, 1);
        QVERIFY(refused.err.contains("The fake engine refuses."));
    }

    void rawRequests()
    {
        const QString id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"api"_s, id, u"GET"_s, u"/version"_s}), 4);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QCOMPARE(m_user->run({u"api"_s, id, u"get"_s, u"/version"_s}).object().value("sparkler_version"_L1).toString(),
                 u"9.8.7"_s);
        const QJsonObject json = m_user->run({u"api"_s, u"--json"_s, id, u"GET"_s, u"/version"_s}).object();
        QCOMPARE(json.value("status"_L1).toInt(), 200);
        VERIFY_CODE(m_user->run({u"api"_s, id, u"PATCH"_s, u"/vm"_s, uR"({"state":"Paused"})"_s}), 0);
        QCOMPARE(m_user->state(id), u"paused"_s);
        VERIFY_CODE(m_user->run({u"api"_s, id, u"GET"_s, u"/a b"_s}), 2);
        VERIFY_CODE(m_user->run({u"api"_s, id, u"GET"_s, u"/a\r\nX: y"_s}), 2);
    }

    void doctor_shapeAndCode()
    {
        const auto result = m_user->run({u"doctor"_s, u"--json"_s});
        bool problem = false;
        for (const QJsonValue &value : result.array()) {
            const QJsonObject check = value.toObject();
            QCOMPARE(keysOf(check),
                     QStringList({u"command"_s, u"help"_s, u"id"_s, u"reason"_s, u"remedy"_s, u"state"_s, u"title"_s}));
            problem = problem || check.value("state"_L1).toString() == u"problem"_s;
        }
        QVERIFY(result.array().size() > 5);
        VERIFY_CODE(result, problem ? 5 : 0);
    }

    void doctor_withoutAnEngine_isFive()
    {
        QFile settings(m_user->environment().value(u"XDG_CONFIG_HOME"_s) + u"/sparkler/sparkler.conf"_s);
        QVERIFY(QDir().mkpath(QFileInfo(settings).path()) && settings.open(QIODevice::WriteOnly));
        settings.write("[General]\nenginePath=/nowhere/engine\n"); // the manager's choice counts here, too
        settings.close();
        const auto result = m_user->run({u"doctor"_s});
        VERIFY_CODE(result, 5);
        QVERIFY(result.out.contains("[problem] "));
        QVERIFY(result.out.contains("See troubleshooting.md#installation"));
    }

    void interruptedRestore_keepsFromStartingAndDeleting()
    {
        const QString id = m_user->create(u"one"_s);
        QVERIFY(QDir().mkpath(m_user->directory(id) + u"/snapshots"_s));
        QFile journal(m_user->directory(id) + u"/snapshots/.restore.json"_s);
        QVERIFY(journal.open(QIODevice::WriteOnly)); // damaged, so nobody undoes it
        journal.close();
        const auto start = m_user->run({u"start"_s, id});
        VERIFY_CODE(start, 1);
        QVERIFY(start.err.contains("restore"));
        QCOMPARE(m_user->engines(id), 0);
        VERIFY_CODE(m_user->run({u"delete"_s, id}), 1);
        QVERIFY(journal.remove());
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
    }
};

QTEST_GUILESS_MAIN(TestCtlCommands)
#include "tst_ctl_commands.moc"
