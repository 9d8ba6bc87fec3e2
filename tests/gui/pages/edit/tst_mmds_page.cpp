#include "pages/change_bar.h"
#include "pages/edit/page_test.h"
#include "pages/edit/shown_names.h"
#include "pages/mmds_data_card.h"
#include "pages/mmds_guest_card.h"
#include "pages/mmds_page.h"
#include "pages/mmds_service_form.h"
#include "support/help_testing.h"
#include "widgets/copy_block.h"
#include "widgets/json_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestMmdsPage : public PageTest<MmdsPage> {
    Q_OBJECT

    Machine *addWithNetwork(const std::optional<MmdsConfig> &config = {}, const QByteArray &store = {})
    {
        MachineDefinition made = definition(u"one"_s);
        made.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s},
                                         {.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s}};
        made.config.mmdsConfig = config;
        if (!store.isEmpty())
            made.config.mmds = QJsonDocument::fromJson(store).object();
        return add(made);
    }
    static MmdsConfig version2() { return {MmdsVersion::V2, {u"eth0"_s}, {}, false}; }
    JsonView *editor() const { return field<JsonView>(u"Metadata (JSON)"_s); }
    void type(const QString &text) const
    {
        editor()->selectAll();
        editor()->insertPlainText(text);
    }
    QString answer(const QString &kind) const { return field<QPlainTextEdit>(u"Answer: "_s + kind)->toPlainText(); }
    QAbstractButton *serviceSwitch() const
    {
        return button(u"The guest can ask for metadata at an address of its network"_s);
    }
    bool barIsShown() const { return m_page->findChild<ChangeBar *>()->isVisible(); }
    InlineMessage *message() const { return m_page->findChild<MmdsDataCard *>()->message(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        setUp([](Workspace *workspace) { return std::make_unique<MmdsPage>(workspace); });
    }
    void cleanup() { tearDown(); }

    void service_switchedOn_isInTheFile()
    {
        Machine *machine = addWithNetwork();
        m_page->setMachine(machine);
        QVERIFY(!field<QLineEdit>(u"Address"_s)->isVisible());
        QVERIFY(shownText().contains(u"The service is off"_s));
        serviceSwitch()->click();
        QVERIFY(field<QLineEdit>(u"Address"_s)->isVisible());
        QVERIFY(field<QCheckBox>(u"Interface eth0"_s)->isChecked());
        QTest::keyClicks(field<QLineEdit>(u"Address"_s), u"169.254.1.1"_s);
        field<QCheckBox>(u"Interface eth1"_s)->click();
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        const MmdsConfig wanted{MmdsVersion::V2, {u"eth0"_s, u"eth1"_s}, u"169.254.1.1"_s, false};
        QVERIFY(machine->definition().config.mmdsConfig == wanted);
        serviceSwitch()->click();
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        QVERIFY(!machine->definition().config.mmdsConfig);
    }

    void service_wrongSettings_areRefusedWithTheEnginesWords()
    {
        m_page->setMachine(addWithNetwork(version2()));
        auto *address = field<QLineEdit>(u"Address"_s);
        QTest::keyClicks(address, u"10.0.0.1"_s);
        QVERIFY(shownText().contains(u"The MMDS IPv4 address is not link local."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        address->selectAll();
        QTest::keyClick(address, Qt::Key_Delete);
        QVERIFY(!barIsShown());
        field<QCheckBox>(u"Interface eth0"_s)->click();
        QVERIFY(
            shownText().contains(u"The list of network interface IDs that allow forwarding MMDS requests is empty."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
    }

    void service_withoutInterfaces_saysWhatToDo()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        serviceSwitch()->click();
        QVERIFY(shownText().contains(u"Add one on the network page first."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
    }

    void data_typed_isSavedAndShownAsATree()
    {
        Machine *machine = addWithNetwork(version2());
        m_page->setMachine(machine);
        type(uR"({"latest":{"meta-data":{"name":"web"},"n":9007199254740993}})"_s);
        auto *tree = m_page->findChild<QTreeView *>();
        QCOMPARE(tree->model()->rowCount(), 1);
        const QModelIndex latest = tree->model()->index(0, 0);
        QCOMPARE(tree->model()->rowCount(latest), 2);
        QVERIFY(tree->isExpanded(latest));
        tree->setCurrentIndex(tree->model()->index(0, 0, latest));
        QCOMPARE(field<QLineEdit>(u"Path"_s)->text(), u"/latest/meta-data"_s);
        QCOMPARE(answer(u"Plain text"_s), u"name"_s);
        QCOMPARE(answer(u"Accept: application/json"_s), u"{\"name\":\"web\"}"_s);
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        QCOMPARE(machine->definition().config.mmds->value(u"latest"_s).toObject().value(u"n"_s).toInteger(),
                 Q_INT64_C(9007199254740993));
        QVERIFY(editor()->toPlainText().startsWith(u"{\"latest\""_s)); // as it was typed
        button(u"Format"_s)->click();
        QVERIFY(editor()->toPlainText().startsWith(u"{\n    \"latest\""_s));
        QVERIFY(!barIsShown()); // the same, in other words
    }

    void data_wrong_tellsLineAndColumn()
    {
        Machine *machine = addWithNetwork(version2(), R"({"a":"b"})");
        m_page->setMachine(machine);
        const QString before = editor()->toPlainText();
        type(u"{\n  \"a\": x\n}"_s);
        QVERIFY2(shownText().contains(u"Line 2, column 8"_s), qPrintable(shownText()));
        QVERIFY(barIsShown());
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        QVERIFY(!button(u"Format"_s)->isEnabled());
        type(u"[1]"_s);
        QVERIFY(shownText().contains(u"has to be an object"_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        button(u"Discard"_s)->click();
        QCOMPARE(editor()->toPlainText(), before);
        QVERIFY(!barIsShown());
    }

    void data_wrongAndOtherMachine_isForgotten()
    {
        Machine *machine = addWithNetwork(version2(), R"({"a":"b"})");
        Machine *other = add(definition(u"two"_s));
        m_page->setMachine(machine);
        type(u"{"_s);
        m_page->setMachine(other);
        QCOMPARE(editor()->toPlainText(), QString());
        QVERIFY(!barIsShown());
        m_page->setMachine(machine);
        QVERIFY(editor()->toPlainText().contains(u"\"a\": \"b\""_s));
    }

    void data_tooLarge_isRefusedWithTheEnginesWords()
    {
        m_page->setMachine(addWithNetwork(version2()));
        type(u"{\"a\":\""_s + QString(52000, u'x') + u"\"}"_s);
        QVERIFY(shownText().contains(u"The MMDS patch request doesn't fit."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
    }

    void data_cleared_isNone()
    {
        Machine *machine = addWithNetwork(version2(), R"({"a":"b"})");
        m_page->setMachine(machine);
        type({});
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        QVERIFY(!machine->definition().config.mmds);
    }

    void machine_stopped_canBeAskedNothing()
    {
        m_page->setMachine(addWithNetwork(version2(), R"({"a":"b"})"));
        for (const QString &name : {u"Get from the machine"_s, u"Put into the machine"_s, u"Patch the machine's"_s}) {
            QVERIFY(!button(name)->isEnabled());
            QCOMPARE(button(name)->toolTip(), u"The machine is stopped."_s);
        }
        QVERIFY(button(u"Format"_s)->isEnabled());
    }

    void machine_running_putPatchGet()
    {
        Machine *machine = addWithNetwork(version2(), R"({"a":"b"})");
        m_page->setMachine(machine);
        start(machine);
        type(u"{ \"n\": 18446744073709551615 }"_s);
        button(u"Put into the machine"_s)->click();
        QTRY_VERIFY(shownText().contains(u"The machine's metadata is this text now."_s));
        QCOMPARE(requests(machine).constLast(), u"PUT /mmds { \"n\": 18446744073709551615 }"_s); // word for word
        button(u"Patch the machine's"_s)->click();
        QTRY_VERIFY(shownText().contains(u"is merged with this text."_s));
        QVERIFY(requests(machine).constLast().startsWith(u"PATCH /mmds "_s));
        button(u"Get from the machine"_s)->click();
        QTRY_VERIFY(shownText().contains(u"This is what the machine's service has."_s));
        QCOMPARE(editor()->toPlainText(), u"{\n    \"from\": \"the engine\"\n}"_s);
        QVERIFY(barIsShown()); // it is not what the machine starts with, until it is applied
        editor()->undo();
        QVERIFY(editor()->toPlainText().contains(u"18446744073709551615"_s));
    }

    void machine_refuses_isToldWithItsWords()
    {
        qputenv("FAKE_ENGINE", R"({"refuse":["PATCH /mmds","GET /mmds"]})");
        Machine *machine = addWithNetwork(version2(), R"({"a":"b"})");
        m_page->setMachine(machine);
        start(machine);
        for (const QString &name : {u"Patch the machine's"_s, u"Get from the machine"_s}) {
            message()->hide();
            button(name)->click();
            QTRY_VERIFY(message()->isVisible());
            QVERIFY2(message()->copyText().contains(u"The fake engine refuses."_s), qPrintable(message()->copyText()));
            QVERIFY(button(name)->isEnabled());
        }
        QVERIFY(editor()->toPlainText().contains(u"\"a\": \"b\""_s));
    }

    void machine_refusesWhatDoesNotFit_leadsToTheSection()
    {
        qputenv("FAKE_ENGINE", "{\"refuse\":[\"PATCH /mmds\"],\"fault\":\"MMDS limit exceeded error: "
                               "The MMDS patch request doesn't fit.\"}");
        Machine *machine = addWithNetwork(version2(), R"({"a":"b"})");
        m_page->setMachine(machine);
        start(machine);
        button(u"Patch the machine's"_s)->click();
        QTRY_VERIFY(message()->isVisible());
        QCOMPARE(help_testing::sectionBehindLink(*m_page), u"The metadata is not taken"_s);
        button(u"Get from the machine"_s)->click(); // what works needs no help
        QTRY_VERIFY(shownText().contains(u"This is what the machine's service has."_s));
        QVERIFY(help_testing::links(*m_page).isEmpty());
    }

    void text_tooLarge_leadsToTheSection()
    {
        m_page->setMachine(addWithNetwork(version2()));
        type(u"{\"a\":\"%1\"}"_s.arg(QString(60000, u'x')));
        QTRY_VERIFY(shownText().contains(u"at most 51200 fit"_s));
        QCOMPARE(help_testing::sectionBehindLink(*m_page), u"The metadata is not taken"_s);
        type(u"[1]"_s); // what is said of it is all there is to say
        QTRY_VERIFY(shownText().contains(u"the metadata has to be an object"_s));
        QVERIFY(help_testing::links(*m_page).isEmpty());
    }

    void startRefused_isToldBesideTheMetadata()
    {
        qputenv("FAKE_ENGINE", R"({"refuse":["PUT /mmds/config"]})");
        Machine *machine = addWithNetwork(version2());
        m_page->setMachine(machine);
        machine->start();
        QTRY_VERIFY(message()->isVisible());
        QVERIFY(message()->copyText().contains(u"The fake engine refuses."_s));
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
    }

    void guest_tokensAndMissingPaths_areAnsweredLikeTheEngine()
    {
        m_page->setMachine(addWithNetwork(version2(), R"({"a":"b","n":1})"));
        QCOMPARE(answer(u"Plain text"_s), u"a\nn"_s);
        field<QLineEdit>(u"Path"_s)->setText(u"/n"_s);
        QVERIFY(shownText().contains(u"501 Not Implemented"_s));
        QCOMPARE(answer(u"Plain text"_s), u"Cannot retrieve value. The value has an unsupported type."_s);
        QCOMPARE(answer(u"Accept: application/json"_s), u"1"_s);
        field<QLineEdit>(u"Path"_s)->setText(u"/x"_s);
        QVERIFY(shownText().contains(u"404 Not Found"_s));
        QCOMPARE(answer(u"Plain text"_s), u"Resource not found: /x."_s);
        auto *token = field<QComboBox>(u"Token"_s);
        token->setCurrentIndex(1);
        QVERIFY(shownText().contains(u"401 Unauthorized"_s));
        QVERIFY(answer(u"Plain text"_s).startsWith(u"No MMDS token provided."_s));
        auto *ttl = field<QLineEdit>(u"Seconds that a token is to live"_s);
        QVERIFY(shownText().contains(u"200 OK: <token>"_s));
        ttl->setText(u"21601"_s);
        QVERIFY(shownText().contains(u"Please provide a value between 1 and 21600."_s));
        auto *commands = field<CopyBlock>(u"Commands for the guest"_s);
        QVERIFY(commands->text().contains(u"X-metadata-token: $TOKEN"_s));
        field<QComboBox>(u"Version"_s)->setCurrentIndex(1);
        QVERIFY(!token->isVisible() && !ttl->isVisible());
        QCOMPARE(commands->text(), u"curl -s 'http://169.254.169.254/x'"_s);
    }

    void everything_focusableHasAName()
    {
        m_page->setMachine(addWithNetwork(version2(), R"({"a":"b"})"));
        QCOMPARE(namelessShownWidgets(*m_page), QString());
    }
};

QTEST_MAIN(TestMmdsPage)
#include "tst_mmds_page.moc"
