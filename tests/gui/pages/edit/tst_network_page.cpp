#include "pages/change_bar.h"
#include "pages/edit/page_test.h"
#include "pages/edit/shown_names.h"
#include "pages/forwards_editor.h"
#include "pages/interface_dialog.h"
#include "pages/interfaces_card.h"
#include "pages/make_tap_dialog.h"
#include "pages/network_page.h"
#include "pages/user_network_card.h"
#include "support/help_testing.h"
#include "widgets/copy_block.h"
#include "widgets/rate_limiter_editor.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTableView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(sparkler::gui::Validity::Level)

class TestNetworkPage : public PageTest<NetworkPage> {
    Q_OBJECT

    static void program(const QString &path, const QByteArray &lines)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + lines + '\n') < 0 ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("no test program");
    }

    std::unique_ptr<QTemporaryDir> m_host;

    /// A host with files in place of its kernel's.
    TapReader host() const
    {
        TapReader reader;
        reader.net = m_host->filePath(u"net"_s);
        reader.tun = m_host->filePath(u"tun"_s);
        reader.proc = m_host->filePath(u"proc"_s);
        reader.user = 1000;
        reader.groups = {1000};
        reader.networkAdmin = false;
        return reader;
    }
    void addTap(const QString &name, const QByteArray &carrier = "0", const QByteArray &owner = "1000") const
    {
        const auto attribute = [&](const QString &key, const QByteArray &text) {
            store_testing::write(m_host->filePath(u"net/"_s + name + u'/' + key), text + '\n');
        };
        attribute(u"tun_flags"_s, "0x5002");
        attribute(u"flags"_s, "0x1003");
        attribute(u"owner"_s, owner);
        attribute(u"group"_s, "-1");
        attribute(u"carrier"_s, carrier);
        attribute(u"mtu"_s, "1500");
    }
    Machine *addWithNetwork(const QString &name)
    {
        MachineDefinition made = definition(name);
        made.config.networkInterfaces = {
            {.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"02:00:00:00:00:01"_s},
            {.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s}};
        return add(made);
    }
    InterfacesCard *card() const { return m_page->findChild<InterfacesCard *>(); }
    QString cell(int row, int column) const { return card()->model()->index(row, column).data().toString(); }
    bool barIsShown() const { return m_page->findChild<ChangeBar *>()->isVisible(); }
    static void limit(QWidget *form, int which, quint64 bytes)
    {
        form->findChildren<RateLimiterEditor *>()[which]->setValue(
            {TokenBucketValue{bytes, std::nullopt, 1000}, std::nullopt});
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        m_host = std::make_unique<QTemporaryDir>();
        store_testing::write(m_host->filePath(u"tun"_s), {});
        QVERIFY(QDir(m_host->path()).mkpath(u"net"_s) && QDir(m_host->path()).mkpath(u"proc"_s));
        setUp([this](Workspace *workspace) { return std::make_unique<NetworkPage>(workspace, host()); });
    }
    void cleanup() { tearDown(); }

    void noMachine_nothingToEdit()
    {
        QVERIFY(!button(u"Add interface…"_s)->isEnabled());
        QVERIFY(!barIsShown());
    }

    void add_suggestsAndIsInTheFile()
    {
        addTap(u"tap7"_s);
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        QTRY_VERIFY(m_page->isVisible());
        QTest::qWait(0);
        QVERIFY(shownText().contains(u"This machine has no network."_s));
        button(u"Look again"_s)->click();
        button(u"Add interface…"_s)->click();
        auto *form = dialog<InterfaceDialog>();
        QVERIFY(form);
        QCOMPARE(field<QLineEdit>(u"ID"_s, form)->text(), u"eth0"_s);
        const QString mac = field<QLineEdit>(u"MAC address"_s, form)->text();
        QVERIFY2(mac.startsWith(u'0') || mac.size() == 17, qPrintable(mac));
        button(u"Generate"_s, form)->click();
        QVERIFY(field<QLineEdit>(u"MAC address"_s, form)->text() != mac);
        field<QSpinBox>(u"MTU"_s, form)->setValue(1400);
        field<QComboBox>(u"Host device"_s, form)->setCurrentText(u"tap7"_s);
        limit(form, 1, 10 << 20);
        QCOMPARE(namelessShownWidgets(*form), QString());
        button(u"Add"_s, form)->click();
        QCOMPARE(card()->selectedId(), u"eth0"_s);
        QCOMPARE(cell(0, InterfaceModel::TxColumn), u"10 MiB/s"_s);
        QVERIFY(barIsShown());
        QVERIFY(shownText().contains(u"Network interface “eth0”: added"_s));
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        const NetworkInterface saved = machine->definition().config.networkInterfaces.value(0);
        QCOMPARE(saved.hostDevName, u"tap7"_s);
        QCOMPARE(saved.mtu, std::optional<quint64>(1400));
        QVERIFY(!saved.rxRateLimiter && saved.txRateLimiter);
        QTRY_COMPARE(cell(0, InterfaceModel::HostColumn), u"Ready"_s);
    }

    void add_userMode_withForwards_isInTheFile()
    {
        MachineDefinition made = definition(u"one"_s);
        made.jail = {};
        Machine *machine = add(made);
        m_page->setMachine(machine);
        button(u"Add interface…"_s)->click();
        auto *form = dialog<InterfaceDialog>();
        QVERIFY(form);
        QVERIFY(!form->findChild<ForwardsEditor *>()->isVisible());
        field<QComboBox>(u"Network"_s, form)->setCurrentIndex(1);
        QVERIFY(form->findChild<ForwardsEditor *>()->isVisible());
        QVERIFY(!field<QComboBox>(u"Host device"_s, form)->isVisible());
        button(u"Add forward"_s, form)->click();
        field<QSpinBox>(u"Guest port"_s, form)->setValue(22);
        QCOMPARE(namelessShownWidgets(*form), QString());
        button(u"Add"_s, form)->click();
        QCOMPARE(cell(0, InterfaceModel::DeviceColumn), u"User-mode"_s);
        // Its address and how it is reached are there to copy.
        auto *user = m_page->findChild<UserNetworkCard *>();
        QVERIFY(user->isVisible());
        QStringList lines;
        for (const CopyBlock *block : user->findChildren<CopyBlock *>())
            lines << block->text();
        QVERIFY(lines.contains(u"ip=dhcp"_s));
        QVERIFY(lines.contains(u"127.0.0.1:8080"_s));
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        const NetworkInterface saved = machine->definition().config.networkInterfaces.value(0);
        QVERIFY(saved.userMode() && saved.hostDevName.isEmpty());
        const PortForward wanted{.hostPort = 8080, .guestPort = 22};
        QCOMPARE(saved.forwards, QList<PortForward>{wanted});
    }

    void forwards_entries_areJudged_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::addColumn<Validity::Level>("level");
        QTest::addColumn<QString>("says");
        using Level = Validity::Level;
        QTest::newRow("good") << u"127.0.0.1"_s << 2222 << Level::Ok << QString();
        QTest::newRow("low") << u"127.0.0.1"_s << 80 << Level::Warning << u"1024"_s;
        QTest::newRow("open to all") << u"0.0.0.0"_s << 2222 << Level::Warning << u"everybody"_s;
        QTest::newRow("no address") << u"localhost"_s << 2222 << Level::Error << u"IPv4"_s;
        QTest::newRow("twice") << u"127.0.0.1"_s << 5000 << Level::Error << u"twice"_s;
        QTest::newRow("of another machine") << u"127.0.0.1"_s << 6000 << Level::Warning << u"“other”"_s;
    }
    void forwards_entries_areJudged()
    {
        QFETCH(QString, address);
        QFETCH(int, port);
        ForwardsEditor editor({{u"other"_s, {.hostPort = 6000, .guestPort = 80}}});
        const PortForward first{.hostPort = 5000, .guestPort = 80};
        editor.setForwards({first, {.address = address, .hostPort = static_cast<quint16>(port), .guestPort = 80}});
        QTEST(editor.validity().level, "level");
        QFETCH(QString, says);
        QVERIFY2(editor.validity().text.contains(says), qPrintable(editor.validity().text));
    }

    void userMode_besideATap_isRefused()
    {
        Machine *machine = addWithNetwork(u"one"_s);
        m_page->setMachine(machine);
        button(u"Add interface…"_s)->click();
        auto *form = dialog<InterfaceDialog>();
        field<QComboBox>(u"Network"_s, form)->setCurrentIndex(1);
        QVERIFY(!button(u"Add"_s, form)->isEnabled());
        QVERIFY(shownText(form).contains(u"only one for now"_s));
    }

    void userMode_withoutAJail_isWarnedOf()
    {
        MachineDefinition made = definition(u"one"_s); // without a jail
        made.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .socketPath = u"net.sock"_s}};
        m_page->setMachine(add(made));
        QVERIFY(shownText().contains(u"needs the rootless jail"_s));
    }

    void dialog_wrongEntries_areRefused()
    {
        Machine *machine = addWithNetwork(u"one"_s);
        addWithNetwork(u"two"_s); // with the same address as the first one's
        m_page->setMachine(machine);
        button(u"Add interface…"_s)->click();
        auto *form = dialog<InterfaceDialog>();
        auto *id = field<QLineEdit>(u"ID"_s, form);
        auto *mac = field<QLineEdit>(u"MAC address"_s, form);
        auto *device = field<QComboBox>(u"Host device"_s, form);
        auto *accept = button(u"Add"_s, form);
        QCOMPARE(id->text(), u"eth2"_s);
        QCOMPARE(device->currentText(), u"tap2"_s);
        QVERIFY(accept->isEnabled());
        id->setText(u"eth-2"_s);
        QVERIFY(!accept->isEnabled());
        QVERIFY(shownText(form).contains(u"API Resource IDs can only contain"_s));
        id->setText(u"eth2"_s);
        mac->setText(u"02:00:00:00:00:01"_s);
        QVERIFY(!accept->isEnabled());
        QVERIFY(shownText(form).contains(u"The MAC address is already in use: 02:00:00:00:00:01"_s));
        mac->setText(u"nonsense"_s);
        QVERIFY(!accept->isEnabled());
        mac->clear(); // the guest chooses
        QVERIFY(accept->isEnabled());
        device->setCurrentText(u"tap1"_s);
        QVERIFY(!accept->isEnabled());
        device->setCurrentText(u"tap2"_s);
        QVERIFY(accept->isEnabled());
        form->reject();
        // Another machine's address is only warned of.
        card()->select(u"eth1"_s);
        QTest::keyClick(m_page->findChild<QTableView *>(), Qt::Key_Return);
        form = dialog<InterfaceDialog>();
        QVERIFY(form && form->windowTitle().contains(u"eth1"_s));
        form->reject();
    }

    void foreignMac_isWarnedOf()
    {
        addWithNetwork(u"other"_s);
        m_page->setMachine(add(definition(u"one"_s)));
        button(u"Add interface…"_s)->click();
        auto *form = dialog<InterfaceDialog>();
        field<QLineEdit>(u"MAC address"_s, form)->setText(u"02:00:00:00:00:01"_s);
        QVERIFY(shownText(form).contains(u"Another machine has this address."_s));
        QVERIFY(button(u"Add"_s, form)->isEnabled());
        form->reject();
    }

    void remove_byKeyboard_metadataServiceFollows()
    {
        MachineDefinition made = definition(u"one"_s);
        made.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s}};
        made.config.mmdsConfig = MmdsConfig{MmdsVersion::V2, {u"eth0"_s}, {}, false};
        Machine *machine = add(made);
        m_page->setMachine(machine);
        QTest::keyClick(m_page->findChild<QTableView *>(), Qt::Key_Delete);
        QCOMPARE(card()->model()->rowCount(), 0);
        QVERIFY(shownText().contains(u"Metadata service"_s)); // told before it is applied
        button(u"Discard"_s)->click();
        QCOMPARE(card()->model()->rowCount(), 1);
        QTest::keyClick(m_page->findChild<QTableView *>(), Qt::Key_Delete);
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        QVERIFY(machine->definition().config.networkInterfaces.isEmpty());
        QVERIFY(!machine->definition().config.mmdsConfig);
    }

    void host_states_areShownWithTheHostsWords()
    {
        addTap(u"tap0"_s, "0", "1001");
        m_page->setMachine(addWithNetwork(u"one"_s));
        QTRY_COMPARE(cell(0, InterfaceModel::HostColumn), u"Not permitted"_s);
        QCOMPARE(cell(1, InterfaceModel::HostColumn), u"Missing"_s);
        card()->select(u"eth0"_s);
        QVERIFY2(shownText().contains(u"Operation not permitted (os error 1)"_s), qPrintable(shownText()));
        QVERIFY(button(u"Take it away…"_s)->isVisible());
        QVERIFY(!button(u"Make it…"_s)->isVisible());
        card()->select(u"eth1"_s);
        QVERIFY(shownText().contains(u"There is no device tap1 on this host."_s));
        QVERIFY(button(u"Make it…"_s)->isVisible());
        addTap(u"tap0"_s);
        addTap(u"tap1"_s, "1");
        button(u"Look again"_s)->click();
        QTRY_COMPARE(cell(0, InterfaceModel::HostColumn), u"Ready"_s);
        QCOMPARE(cell(1, InterfaceModel::HostColumn), u"Busy"_s);
        QVERIFY(shownText().contains(u"Device or resource busy (os error 16)"_s));
    }

    void host_ownEngine_isNoProblem()
    {
        addTap(u"tap0"_s);
        addTap(u"tap1"_s);
        Machine *machine = addWithNetwork(u"one"_s);
        m_page->setMachine(machine);
        start(machine);
        addTap(u"tap0"_s, "1");
        button(u"Look again"_s)->click();
        QTRY_COMPARE(cell(0, InterfaceModel::HostColumn), u"In use here"_s);
        card()->select(u"eth0"_s);
        QVERIFY(shownText().contains(u"tap0 carries this machine's packets."_s));
    }

    void limits_running_arePatchedAndUndone()
    {
        Machine *machine = addWithNetwork(u"one"_s);
        m_page->setMachine(machine);
        start(machine);
        card()->select(u"eth0"_s);
        button(u"Limits…"_s)->click();
        auto *form = dialog<InterfaceLimitsDialog>();
        QVERIFY(form);
        QCOMPARE(namelessShownWidgets(*form), QString());
        limit(form, 0, 10 << 20);
        button(u"Apply now"_s, form)->click();
        QTRY_VERIFY(shownText().contains(u"The rate limits of “eth0” apply now."_s));
        QVERIFY(requests(machine).constLast().startsWith(u"PATCH /network-interfaces/eth0"_s));
        QVERIFY(requests(machine).constLast().contains(u"10485760"_s));
        QVERIFY(!barIsShown());
        QCOMPARE(cell(0, InterfaceModel::RxColumn), u"10 MiB/s"_s);
        button(u"Undo"_s)->click();
        QTRY_VERIFY(shownText().contains(u"The rate limits of “eth0” are what they were."_s));
        QVERIFY(requests(machine).constLast().contains(
            u"\"rx_rate_limiter\":{\"bandwidth\":{\"refill_time\":0,\"size\":0}"_s));
        QVERIFY(!machine->definition().config.networkInterfaces[0].rxRateLimiter);
        QVERIFY(!machine->needsRestart());
    }

    void limits_refused_areToldWithTheEnginesWords()
    {
        qputenv("FAKE_ENGINE", R"({"refuse":["PATCH /network-interfaces/eth0"]})");
        Machine *machine = addWithNetwork(u"one"_s);
        m_page->setMachine(machine);
        start(machine);
        card()->select(u"eth0"_s);
        button(u"Limits…"_s)->click();
        limit(dialog<InterfaceLimitsDialog>(), 0, 10 << 20);
        button(u"Apply now"_s, dialog<InterfaceLimitsDialog>())->click();
        auto *message = card()->findChild<InlineMessage *>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->copyText().contains(u"The fake engine refuses."_s), qPrintable(message->copyText()));
        QVERIFY(!machine->definition().config.networkInterfaces[0].rxRateLimiter);
        QVERIFY(m_page->hasUnsavedChanges()); // what was wanted is not lost
    }

    void edit_running_partlyNeedsARestart()
    {
        Machine *machine = addWithNetwork(u"one"_s);
        m_page->setMachine(machine);
        start(machine);
        card()->select(u"eth0"_s);
        button(u"Edit…"_s)->click();
        auto *form = dialog<InterfaceDialog>();
        field<QSpinBox>(u"MTU"_s, form)->setValue(1400);
        limit(form, 0, 10 << 20);
        button(u"Change"_s, form)->click();
        QCOMPARE(cell(0, InterfaceModel::NoteColumn), u"Changed: partly at the next start"_s);
        button(u"Apply"_s)->click();
        QTRY_VERIFY(shownText().contains(u"Some need a restart: Network interface “eth0”: MTU"_s));
        QVERIFY(requests(machine).constLast().startsWith(u"PATCH /network-interfaces/eth0"_s));
    }

    void startRefused_isToldBesideTheInterfaces()
    {
        qputenv("FAKE_ENGINE", R"({"refuse":["PUT /network-interfaces/eth1"]})");
        Machine *machine = addWithNetwork(u"one"_s);
        m_page->setMachine(machine);
        machine->start();
        auto *message = card()->findChild<InlineMessage *>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->copyText().contains(u"The fake engine refuses."_s));
        QTRY_VERIFY(machine->state() == MachineState::Crashed);
    }

    void fileEditedByHand_problemIsToldAndKeepsFromApplying()
    {
        MachineDefinition made = definition(u"one"_s);
        made.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s},
                                         {.ifaceId = u"eth1"_s, .hostDevName = u"tap0"_s}};
        m_page->setMachine(add(made));
        QVERIFY(shownText().contains(u"Interface “eth1”: Another interface of this machine uses the host device"_s));
        card()->select(u"eth0"_s);
        button(u"Edit…"_s)->click();
        field<QSpinBox>(u"MTU"_s, dialog<InterfaceDialog>())->setValue(1400);
        field<QComboBox>(u"Host device"_s, dialog<InterfaceDialog>())->setCurrentText(u"tap9"_s);
        button(u"Change"_s, dialog<InterfaceDialog>())->click();
        QVERIFY(button(u"Apply"_s)->isEnabled()); // that was the remedy
    }

    void makeTap_showsScriptAndCommands()
    {
        m_page->setMachine(addWithNetwork(u"one"_s));
        card()->select(u"eth1"_s);
        QTRY_VERIFY(button(u"Make it…"_s)->isVisible());
        QCOMPARE(help_testing::sectionBehindLink(*m_page), u"The TAP device cannot be used"_s);
        button(u"Make it…"_s)->click();
        auto *form = dialog<MakeTapDialog>();
        QVERIFY(form);
        auto *commands = field<CopyBlock>(u"What will run"_s, form);
        QTRY_VERIFY(commands->text().startsWith(u"+ ip tuntap add dev tap1 mode tap user "_s));
        QVERIFY(commands->text().contains(u"nft add table"_s));
        QVERIFY(field<CopyBlock>(u"The script"_s, form)->text().startsWith(u"#!/bin/bash"_s));
        auto *line = field<CopyBlock>(u"In a terminal"_s, form);
        QVERIFY(line->text().startsWith(u"sudo /"_s));
        QVERIFY(line->text().endsWith(u" --nat"_s));
        button(u"A bridge"_s, form)->click();
        QTRY_VERIFY(commands->text().contains(u"ip link set dev tap1 master br0"_s));
        QVERIFY(line->text().endsWith(u"--bridge br0"_s));
        button(u"Nothing yet"_s, form)->click();
        QTRY_VERIFY(!commands->text().contains(u"br0"_s));
        button(u"The host's network, behind its address (NAT)"_s, form)->click();
        auto *network = field<QLineEdit>(u"Network"_s, form);
        network->selectAll();
        QTest::keyClicks(network, u"10.0.0.1/24"_s);
        QTRY_VERIFY(commands->text().contains(u"does not begin at a multiple of its size"_s));
        QVERIFY(!button(u"Run as administrator"_s, form)->isEnabled());
        QCOMPARE(help_testing::sectionBehindLink(*form), u"The TAP device cannot be used"_s);
        button(u"Nothing yet"_s, form)->click();
        QTRY_VERIFY(!commands->text().contains(u"does not begin"_s));
        QVERIFY(help_testing::links(*form).isEmpty());
        QCOMPARE(namelessShownWidgets(*form), QString());
        form->reject();
    }

    void makeTap_fails_leadsToTheSection()
    {
        const QString resources = m_directory->filePath(u"resources"_s);
        QVERIFY(QDir().mkpath(resources + u"/network"_s));
        program(
            resources + u"/network/make-tap"_s,
            "case $* in *--dry-run*) exit 0;; esac\necho 'make-tap: nft is missing (package nftables)' >&2; exit 1");
        program(m_directory->filePath(u"pkexec"_s), "exec \"$@\""); // asked by all but root
        const QByteArray path = qgetenv("PATH");
        const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
        qputenv("PATH", m_directory->path().toUtf8() + ':' + path);
        Paths paths = m_workspace->paths();
        paths.resources = resources;
        TaskList tasks;
        MakeTapDialog form(MakeTapDialog::Mode::Make, u"tap9"_s, u"172.16.0.0/30"_s, paths, &tasks, nullptr);
        form.show();
        QTRY_VERIFY(button(u"Run as administrator"_s, &form)->isEnabled());
        QVERIFY(help_testing::links(form).isEmpty());
        button(u"Run as administrator"_s, &form)->click();
        QTRY_VERIFY(shownText(&form).contains(u"The device tap9 was not made."_s));
        QVERIFY(shownText(&form).contains(u"nft is missing (package nftables)"_s));
        QCOMPARE(help_testing::sectionBehindLink(form), u"The TAP device cannot be used"_s);
    }

    void makeTap_withoutItsScript_leadsToTheSection()
    {
        Paths paths = m_workspace->paths();
        paths.resources.clear();
        TaskList tasks;
        MakeTapDialog form(MakeTapDialog::Mode::Make, u"tap9"_s, {}, paths, &tasks, nullptr);
        form.show();
        QCOMPARE(help_testing::sectionBehindLink(form), u"A part of Sparkler is missing"_s);
    }

    void everything_focusableHasAName()
    {
        m_page->setMachine(addWithNetwork(u"one"_s));
        QTRY_COMPARE(cell(0, InterfaceModel::HostColumn), u"Missing"_s);
        QCOMPARE(namelessShownWidgets(*m_page), QString());
    }
};

QTEST_MAIN(TestNetworkPage)
#include "tst_network_page.moc"
