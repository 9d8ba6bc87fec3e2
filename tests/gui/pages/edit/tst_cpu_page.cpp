#include "manager/cpu_answer.h"
#include "pages/change_bar.h"
#include "pages/cpu_editor_card.h"
#include "pages/cpu_page.h"
#include "pages/cpu_template_card.h"
#include "pages/edit/page_test.h"
#include "pages/edit/shown_names.h"
#include "support/help_testing.h"
#include "widgets/json_view.h"
#include "widgets/search_field.h"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// The page of the CPU template, with the fake engine and a tool that answers what it is told to.
class TestCpuPage : public PageTest<CpuPage> {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_tool;

    void put(const QString &name, const QByteArray &content) const
    {
        QFile made(m_tool->filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("no answer");
    }
    QString asked() const { return QString::fromUtf8(store_testing::read(m_tool->filePath(u"asked"_s))); }
    JsonView *editor() const { return field<JsonView>(u"Custom template (JSON)"_s); }
    void type(const QString &text) const
    {
        editor()->selectAll();
        editor()->insertPlainText(text);
    }
    void choose(const QString &name) const { button(name)->click(); }
    bool chosen(const QString &name) const { return button(name)->isChecked(); }
    bool barIsShown() const { return m_page->findChild<ChangeBar *>()->isVisible(); }
    QTableView *table() const { return field<QTableView>(u"Features of the processor"_s); }
    QStringList features() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names << table()->model()->index(row, 0).data().toString();
        return names;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        m_tool = std::make_unique<QTemporaryDir>();
        qputenv("FAKE_TOOLS", m_tool->path().toUtf8());
        put(u"answer"_s, cpuAnswer());
        m_tools = QStringLiteral(FAKE_TOOLS_PROGRAM);
        setUp([](Workspace *workspace) { return std::make_unique<CpuPage>(workspace); });
    }
    void cleanup() { tearDown(); }

    void host_isAskedAndShown()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        QVERIFY(chosen(u"None"_s));
        QTRY_VERIFY(shownText().contains(u"A machine with it starts on this host (AuthenticAMD, AMD EPYC)."_s));
        QCOMPARE(asked(), u"cpu explain --vcpus 1\n"_s);
        QCOMPARE(features(), QStringList({u"avx"_s, u"erms"_s, u"rdseed"_s, u"ht"_s}));
        // What does not fit is told, and can be chosen.
        QVERIFY(shownText().contains(u"It is made for processors of another vendor."_s));
        QVERIFY(shownText().contains(u"A machine with it does not start on this host."_s)); // C3
        QVERIFY(button(u"T2"_s)->isEnabled());
        QVERIFY(button(u"T2"_s)->accessibleDescription().contains(u"another vendor"_s));
        QVERIFY(!button(u"T2A"_s)->accessibleDescription().contains(u"vendor."_s));
        QVERIFY(!barIsShown());
        QVERIFY(!editor()->isVisible());
    }

    void named_isSavedThoughItDoesNotFit()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        QTRY_VERIFY(!features().isEmpty());
        put(u"answer"_s, cpuAnswer(R"({"fits":false,"reason":"CPU vendor mismatched.","warnings":[],"template":""})"));
        choose(u"T2"_s);
        QTRY_VERIFY(shownText().contains(u"It is made for processors of another vendor. The engine: “CPU vendor "
                                         u"mismatched.” Choose it when the machine is for another host."_s));
        QVERIFY(asked().endsWith(u"cpu explain --vcpus 1 --template T2\n"_s));
        QCOMPARE(help_testing::sectionBehindLink(*m_page), u"The CPU template does not fit"_s);
        QVERIFY(shownText().contains(u"CPU template"_s)); // in the bar
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        QCOMPARE(machine->definition().config.machine.cpuTemplate, u"T2"_s);
        choose(u"None"_s);
        QVERIFY(barIsShown());
        button(u"Discard"_s)->click();
        QVERIFY(chosen(u"T2"_s));
    }

    void custom_typed_isCheckedSavedAndStarted()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        choose(u"Custom"_s);
        QVERIFY(editor()->isVisible());
        type(u"{\n  \"msr_modifiers\": [ { \"addr\": \"10a\", \"bitmap\": \"0b1\" } ]\n}"_s);
        QVERIFY(shownText().contains(u"Line 2, column 32: a number in quotes is expected, with 0x or 0b in front"_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        QVERIFY(!button(u"Export…"_s)->isEnabled());
        QCOMPARE(editor()->extraSelections().size(), 1);
        button(u"Go to the mistake"_s)->click();
        QCOMPARE(editor()->textCursor().blockNumber(), 1);
        QCOMPARE(editor()->textCursor().positionInBlock(), 31);
        type(u"{"_s);
        QVERIFY(shownText().contains(u"the object is not closed with }"_s));
        put(u"answer"_s,
            cpuAnswer(R"({"fits":true,"reason":null,"warnings":[{"kind":"not_offered","name":"fma","message":"m"},
                         {"kind":"flags","name":"0x7.0","message":"m"}],"template":""})"));
        type(uR"({"msr_modifiers":[{"addr":"0x10a","bitmap":"0b1"}]})"_s);
        QTRY_VERIFY(shownText().contains(u"fma: the template sets it, but this host does not offer it."_s));
        QVERIFY(shownText().contains(u"Leaf 0x7.0: the template has other flags"_s));
        QCOMPARE(store_testing::read(m_tool->filePath(u"template"_s)),
                 QByteArray(R"({"msr_modifiers":[{"addr":"0x10a","bitmap":"0b1"}]})"));
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
        QVERIFY(editor()->toPlainText().startsWith(u"{\"msr"_s)); // as it was typed
        start(machine);
        QVERIFY(requests(machine).join(u'\n').contains(
            uR"(PUT /cpu-config {"msr_modifiers":[{"addr":"0x10a","bitmap":"0b1"}]})"_s));
        QVERIFY(shownText().contains(u"another template counts from its next start"_s));
    }

    void custom_otherChoice_bringsItBack()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        choose(u"Custom"_s);
        const QString mine = uR"({"kvm_capabilities":["!171"]})"_s;
        type(mine);
        choose(u"C3"_s);
        QVERIFY(!editor()->isVisible());
        choose(u"Custom"_s);
        QCOMPARE(editor()->toPlainText(), mine);
        editor()->undo();
        QVERIFY(editor()->toPlainText() != mine);
    }

    void custom_wrongText_goesWithTheMachine()
    {
        MachineDefinition made = definition(u"one"_s);
        made.config.cpuConfig = QJsonObject();
        Machine *first = add(made);
        Machine *second = add(definition(u"two"_s));
        m_page->setMachine(first);
        QVERIFY(chosen(u"Custom"_s));
        QCOMPARE(editor()->toPlainText(), u"{}"_s);
        type(u"{\"x\":1}"_s);
        QVERIFY(barIsShown());
        m_page->setMachine(second);
        QVERIFY(!barIsShown());
        QVERIFY(chosen(u"None"_s));
        m_page->setMachine(first);
        QVERIFY(!barIsShown());
        QCOMPARE(editor()->toPlainText(), u"{}"_s);
    }

    void custom_beginWith_takesTheToolsText()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        choose(u"Custom"_s);
        auto *start = qobject_cast<QPushButton *>(button(u"Begin with"_s));
        QVERIFY(start);
        QCOMPARE(start->menu()->actions().size(), 5);
        start->menu()->actions().at(2)->trigger();
        QTRY_COMPARE(editor()->toPlainText(), u"{\n  \"msr_modifiers\": []\n}"_s);
        QVERIFY(asked().contains(u"cpu explain --vcpus 1 --template T2CL\n"_s));
        put(u"error"_s, "There is no KVM.");
        start->menu()->actions().at(0)->trigger();
        QTRY_COMPARE(m_page->findChild<CpuEditorCard *>()->message()->text(), u"There is no KVM."_s);
    }

    void custom_files()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        choose(u"Custom"_s);
        auto *card = m_page->findChild<CpuEditorCard *>();
        const QString path = m_directory->filePath(u"mine.json"_s);
        type(uR"({"msr_modifiers":[]})"_s);
        card->exportTo(path);
        QTRY_VERIFY(card->message()->text().contains(path));
        QCOMPARE(store_testing::read(path), QByteArray("{\"msr_modifiers\":[]}\n"));
        type(u"{}"_s);
        card->importFrom(path);
        QTRY_COMPARE(editor()->toPlainText(), uR"({"msr_modifiers":[]})"_s);
        editor()->undo();
        QCOMPARE(editor()->toPlainText(), u"{}"_s);
        card->importFrom(u"/nowhere/x.json"_s);
        QTRY_VERIFY(card->message()->text().contains(u"/nowhere/x.json was not imported."_s));
        card->importFrom(file(u"huge"_s, 2 << 20));
        QTRY_VERIFY(card->message()->text().contains(u"far larger"_s));
        QCOMPARE(editor()->toPlainText(), u"{}"_s);
    }

    void table_searchAndDifferences()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        QTRY_COMPARE(features().size(), 4);
        button(u"Only differences"_s)->click();
        QCOMPARE(features(), QStringList({u"erms"_s, u"rdseed"_s, u"ht"_s}));
        QVERIFY(shownText().contains(u"3 feature(s) shown"_s));
        QVERIFY(m_page->focusSearch());
        auto *search = m_page->findChild<SearchField *>();
        QTest::keyClicks(search, u"movsb"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(features(), QStringList{u"erms"_s});
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(features().size(), 3);
    }

    void unknownName_isShownAndKept()
    {
        MachineDefinition made = definition(u"one"_s);
        made.config.machine.cpuTemplate = u"V1N1"_s;
        m_page->setMachine(add(made));
        QVERIFY(chosen(u"V1N1"_s));
        QTRY_VERIFY(shownText().contains(u"does not know it"_s));
    }

    void noAnswer_isTold()
    {
        put(u"error"_s, "There is no KVM.");
        m_page->setMachine(add(definition(u"one"_s)));
        QTRY_VERIFY(shownText().contains(u"Whether it fits this host is not known. There is no KVM."_s));
        QVERIFY(shownText().contains(u"Nothing is known about this host's processor."_s));
        QVERIFY(help_testing::links(*m_page).isEmpty());
        QVERIFY(button(u"T2"_s)->isEnabled());
    }

    void noTool_leadsToTheSection()
    {
        tearDown();
        m_tools.clear();
        setUp([](Workspace *workspace) { return std::make_unique<CpuPage>(workspace); });
        m_page->setMachine(add(definition(u"one"_s)));
        QTRY_VERIFY(shownText().contains(u"sparkler-tools is not installed"_s));
        QCOMPARE(help_testing::sectionBehindLink(*m_page), u"A part of Sparkler is missing"_s);
    }

    void emulated_isTold()
    {
        MachineDefinition made = definition(u"one"_s);
        made.runner = RunnerChoice::Emulated;
        m_page->setMachine(add(made));
        QVERIFY(shownText().contains(u"a processor that is not this host's"_s));
    }

    void refusal_isShownBesideTheChoice()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        Failure failure;
        failure.what = u"The machine could not be configured."_s;
        failure.request = u"PUT /cpu-config"_s;
        failure.fault = u"Invalid template."_s;
        emit machine->failed(failure);
        QVERIFY(shownText(m_page->findChild<CpuTemplateCard *>()).contains(u"could not be configured"_s));
    }

    void everything_hasAName()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        choose(u"Custom"_s);
        QTRY_VERIFY(!features().isEmpty());
        QCOMPARE(namelessShownWidgets(*m_page), QString());
    }
};

QTEST_MAIN(TestCpuPage)
#include "tst_cpu_page.moc"
