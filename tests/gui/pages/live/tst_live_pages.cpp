#include "manager/log_tail.h"
#include "manager/machine_text.h"
#include "manager/supervisor_fixture.h"
#include "pages/console_page.h"
#include "pages/inspector_page.h"
#include "pages/logs_page.h"
#include "pages/metrics_page.h"
#include "pages/overview_page.h"
#include "support/help_testing.h"
#include "support/window_driver.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/terminal/terminal_widget.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList shownTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    for (const ElidedLabel *label : page.findChildren<ElidedLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

bool says(const QWidget &page, const QString &part)
{
    return shownTexts(page).join(u'\n').contains(part);
}

QToolButton *button(const QWidget &page, const QString &text)
{
    for (QToolButton *found : page.findChildren<QToolButton *>()) {
        if (found->text().remove(u'&') == text)
            return found;
    }
    return nullptr;
}

/// Of what can be reached now.
QStringList namelessInSight(const QWidget &page)
{
    QStringList nameless;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        const bool inner = widget->parentWidget()->inherits("QAbstractSpinBox");
        if (!widget->isVisibleTo(&page) || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || inner)
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    return nameless;
}

Exchange exchange(quint64 serial, int status = 204)
{
    Exchange made;
    made.serial = serial;
    made.method = "PUT";
    made.path = u"/machine-config"_s;
    made.requestBody = R"({"vcpu_count":2,"mem_size_mib":256})";
    made.startedAt = QDateTime::currentDateTime();
    made.status = status;
    if (status >= 400) {
        ApiError error;
        error.kind = ApiError::Kind::Fault;
        error.status = status;
        error.fault = u"The fake refuses."_s;
        made.error = error;
    }
    return made;
}

/// With docs/troubleshooting.md.
Paths documented()
{
    Paths paths;
    paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
    return paths;
}

} // namespace

class TestLivePages : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void pages_withoutMachine_sayWhy_data();
    void pages_withoutMachine_sayWhy();
    void pages_stoppedMachine_everyFocusableHasAName_data() { pages_withoutMachine_sayWhy_data(); }
    void pages_stoppedMachine_everyFocusableHasAName();
    void pages_machineRemoved_letGo_data() { pages_withoutMachine_sayWhy_data(); }
    void pages_machineRemoved_letGo();
    void overview_stoppedMachine_showsFactsAndNextStep();
    void overview_missingKernel_saysWhatToDo();
    void overview_notesEdited_areSavedWhenLeft();
    void overview_notesEdited_areSavedWhenTheMachineChanges();
    void overview_nameEdited_renamesTheMachine();
    void overview_nameEmptied_machineKeepsIts();
    void overview_crash_showsReasonAndLog();
    void overview_failure_leadsToItsSection();
    void console_twoMachines_keepTheirScreens();
    void console_fedBeforeItIsShown_keepsLinesWhole();
    void console_stopped_saysSoAndClearWorks();
    void logs_lines_appearAndAreCopied();
    void inspector_exchanges_areShownFilteredAndCopied();
    void inspector_fault_leadsToItsSection();
    void inspector_noEngine_formSaysWhy();
    void inspector_sendRequest_answerIsSelected();

private:
    static MachinePage *makePage(const QString &name);

    std::unique_ptr<SupervisorFixture> m_fixture;
};

void TestLivePages::init()
{
    m_fixture = std::make_unique<SupervisorFixture>();
}

void TestLivePages::cleanup()
{
    m_fixture.reset();
}

MachinePage *TestLivePages::makePage(const QString &name)
{
    if (name == u"overview")
        return new OverviewPage({});
    if (name == u"console")
        return new ConsolePage;
    if (name == u"metrics")
        return new MetricsPage({});
    if (name == u"logs")
        return new LogsPage;
    return new InspectorPage({});
}

void TestLivePages::pages_withoutMachine_sayWhy_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"overview", "console", "metrics", "logs", "inspector"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestLivePages::pages_withoutMachine_sayWhy()
{
    QFETCH(QString, name);
    const std::unique_ptr<MachinePage> page(makePage(name));
    QVERIFY(!page->title().isEmpty());
    page->show();
    page->setMachine(nullptr);
    page->focusContent();
    QVERIFY2(says(*page, u"Select a machine"_s), qPrintable(shownTexts(*page).join(u'\n')));
}

void TestLivePages::pages_stoppedMachine_everyFocusableHasAName()
{
    QFETCH(QString, name);
    const std::unique_ptr<MachinePage> page(makePage(name));
    page->setMachine(m_fixture->addDefault());
    page->show();
    QCOMPARE(namelessInSight(*page).join(u' '), QString());
}

void TestLivePages::pages_machineRemoved_letGo()
{
    QFETCH(QString, name);
    const std::unique_ptr<MachinePage> page(makePage(name));
    page->setMachine(m_fixture->addDefault());
    page->show();
    page->setMachine(nullptr);
    m_fixture->destroySupervisor();
    QCoreApplication::processEvents();
    QVERIFY(says(*page, u"Select a machine"_s));
}

void TestLivePages::overview_stoppedMachine_showsFactsAndNextStep()
{
    OverviewPage page({});
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.show();
    QVERIFY(says(page, stateText(MachineState::Stopped)));
    QVERIFY(says(page, u"Local KVM"_s));
    QVERIFY(says(page, sizeText(machine->definition().config.machine)));
    QVERIFY(says(page, machine->directory().apiSocket()));
    QVERIFY(says(page, machine->definition().config.bootSource.kernelImagePath));
    QTRY_VERIFY(says(page, u"rootfs"_s));
    QVERIFY(says(page, u"Ready to start"_s));
}

void TestLivePages::overview_missingKernel_saysWhatToDo()
{
    MachineDefinition definition = m_fixture->definition();
    definition.config.bootSource.kernelImagePath.clear();
    OverviewPage page({});
    page.setMachine(m_fixture->add(definition));
    page.show();
    QVERIFY(says(page, u"no kernel"_s));
}

void TestLivePages::overview_notesEdited_areSavedWhenLeft()
{
    OverviewPage page({});
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.show();
    auto *notes = page.findChild<QPlainTextEdit *>();
    for (auto *edit : page.findChildren<QPlainTextEdit *>()) {
        if (!edit->isReadOnly())
            notes = edit;
    }
    notes->setFocus();
    notes->setPlainText(u"for the demo"_s);
    QFocusEvent out(QEvent::FocusOut);
    QCoreApplication::sendEvent(notes, &out);
    QTRY_COMPARE(machine->definition().notes, u"for the demo"_s);
}

void TestLivePages::overview_notesEdited_areSavedWhenTheMachineChanges()
{
    OverviewPage page({});
    Machine *first = m_fixture->add(m_fixture->definition(u"first"_s));
    Machine *second = m_fixture->add(m_fixture->definition(u"second"_s));
    page.setMachine(first);
    page.show();
    auto *group = page.findChild<QComboBox *>();
    group->setEditText(u"lab"_s);
    page.setMachine(second);
    QTRY_COMPARE(first->definition().group, u"lab"_s);
    QVERIFY(second->definition().group.isEmpty());
    QVERIFY(group->currentText().isEmpty());
}

void TestLivePages::overview_nameEdited_renamesTheMachine()
{
    OverviewPage page({});
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.show();
    auto *name = driver::find<QLineEdit>(&page, u"Name"_s);
    QVERIFY(name);
    QCOMPARE(name->text(), machine->definition().name);
    name->selectAll();
    QTest::keyClicks(name, u"build server"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(machine->definition().name, u"build server"_s);
}

void TestLivePages::overview_nameEmptied_machineKeepsIts()
{
    OverviewPage page({});
    Machine *machine = m_fixture->addDefault();
    const QString before = machine->definition().name;
    page.setMachine(machine);
    page.show();
    auto *name = driver::find<QLineEdit>(&page, u"Name"_s);
    QVERIFY(name);
    name->clear();
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(name->text(), before);
    QCOMPARE(machine->definition().name, before);
}

void TestLivePages::overview_crash_showsReasonAndLog()
{
    m_fixture->script({{u"exitOn"_s, QJsonObject{{u"PUT /actions"_s, 7}}}});
    OverviewPage page({});
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.resize(1000, 1400);
    page.show();
    machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Crashed, 20000);
    QVERIFY(says(page, stateText(MachineState::Crashed)));
    const auto edits = page.findChildren<QPlainTextEdit *>();
    const bool log = std::any_of(edits.begin(), edits.end(), [](const QPlainTextEdit *edit) {
        return edit->toPlainText().contains(u"exit_code=7");
    });
    QVERIFY(log);
}

void TestLivePages::overview_failure_leadsToItsSection()
{
    OverviewPage page(documented());
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.resize(1000, 1400);
    page.show();
    QVERIFY(help_testing::links(page).isEmpty());
    Failure failure;
    failure.what = u"It was not started."_s;
    failure.fault = u"Drive config error: Invalid block device path: /gone"_s;
    emit machine->failed(failure);
    QVERIFY(says(page, failure.what));
    QCOMPARE(help_testing::sectionBehindLink(page), u"A drive cannot be opened"_s);
    failure.fault = u"Something that nobody has written down."_s;
    emit machine->failed(failure);
    QVERIFY(help_testing::links(page).isEmpty());
}

void TestLivePages::console_twoMachines_keepTheirScreens()
{
    ConsolePage page;
    Machine *first = m_fixture->add(m_fixture->definition(u"first"_s));
    Machine *second = m_fixture->add(m_fixture->definition(u"second"_s));
    page.setMachine(first);
    page.show();
    emit first->console()->data("one says hello\r\n");
    TerminalWidget *const terminal = page.terminal();
    page.setMachine(second);
    QVERIFY(page.terminal() != terminal);
    emit first->console()->data("and goes on\r\n"); // not shown, still listened to
    QVERIFY(!page.terminal()->screenText().contains(u"hello"));
    page.setMachine(first);
    QCOMPARE(page.terminal(), terminal);
    QVERIFY(terminal->screenText().contains(u"one says hello"));
    QVERIFY(terminal->screenText().contains(u"and goes on"));
    emit first->console()->restarted();
    QVERIFY(!terminal->screenText().contains(u"hello"));
}

void TestLivePages::console_fedBeforeItIsShown_keepsLinesWhole()
{
    ConsolePage page;
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    const QByteArray line = QByteArray(70, 'x') + "end";
    emit machine->console()->data(line + "\r\n");
    page.resize(1000, 600);
    page.show();
    QVERIFY(page.terminal()->screenText().contains(QString::fromLatin1(line)));
}

void TestLivePages::console_stopped_saysSoAndClearWorks()
{
    ConsolePage page;
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.show();
    QVERIFY(says(page, u"not running"_s));
    emit machine->console()->data("text to clear");
    button(page, u"Copy all"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"text to clear"));
    button(page, u"Clear"_s)->click();
    QVERIFY(!page.terminal()->screenText().contains(u"text"));
    button(page, u"Read-only"_s)->click();
    QVERIFY(page.terminal()->isReadOnly());
}

void TestLivePages::logs_lines_appearAndAreCopied()
{
    LogsPage page;
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.resize(1000, 600);
    page.show();
    QVERIFY(says(page, u"No log yet"_s));
    machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Running, 20000);
    auto *view = page.findChild<QTreeView *>();
    QTRY_VERIFY(view->model()->rowCount() > 0);
    QVERIFY(!button(page, u"Copy"_s)->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(button(page, u"Copy"_s)->isEnabled());
    button(page, u"Copy"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Running Firecracker"));
    auto *severity = page.findChild<QComboBox *>();
    severity->setCurrentIndex(1); // errors only
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(says(page, u"No line matches"_s));
}

void TestLivePages::inspector_exchanges_areShownFilteredAndCopied()
{
    InspectorPage page({});
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.resize(1000, 700);
    page.show();
    QVERIFY(says(page, u"No requests yet"_s));
    emit machine->exchangeFinished(exchange(1));
    emit machine->exchangeFinished(exchange(2, 400));
    auto *view = page.findChild<QTableView *>();
    QCOMPARE(view->model()->rowCount(), 2);
    page.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(view->model()->rowCount(), 1);
    view->selectRow(0);
    QVERIFY(says(page, u"The fake refuses."_s));
    button(page, u"Copy as curl"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"curl"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"vcpu_count"));
    button(page, u"Clear"_s)->click();
    QVERIFY(says(page, u"No requests yet"_s));
}

void TestLivePages::inspector_fault_leadsToItsSection()
{
    InspectorPage page(documented());
    Machine *machine = m_fixture->addDefault();
    page.setMachine(machine);
    page.resize(1000, 700);
    page.show();
    Exchange refused = exchange(1, 400);
    refused.error->fault = u"Drive config error: Invalid block device path: /gone"_s;
    emit machine->exchangeFinished(refused);
    page.findChild<QTableView *>()->selectRow(0);
    QVERIFY(says(page, u"Invalid block device path"_s));
    QCOMPARE(help_testing::sectionBehindLink(page), u"A drive cannot be opened"_s);
    button(page, u"Clear"_s)->click();
    emit machine->exchangeFinished(exchange(2, 400));
    page.findChild<QTableView *>()->selectRow(0);
    QVERIFY(says(page, u"The fake refuses."_s));
    QVERIFY(help_testing::links(page).isEmpty());
}

void TestLivePages::inspector_noEngine_formSaysWhy()
{
    InspectorPage page({});
    page.setMachine(m_fixture->addDefault());
    page.show();
    const auto buttons = page.findChildren<QAbstractButton *>();
    const auto send = std::find_if(buttons.begin(), buttons.end(),
                                   [](const QAbstractButton *found) { return found->text() == u"&Send"; });
    QVERIFY(send != buttons.end());
    QVERIFY(!(*send)->isEnabled());
    QVERIFY((*send)->toolTip().contains(u"Start the machine"));
}

void TestLivePages::inspector_sendRequest_answerIsSelected()
{
    Machine *machine = m_fixture->addDefault();
    machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(machine->state(), MachineState::Running, 20000);
    InspectorPage page({});
    page.setMachine(machine);
    page.resize(1000, 700);
    page.show();
    auto *view = page.findChild<QTableView *>();
    const int before = view->model()->rowCount();
    QVERIFY(before > 0); // what starting it said
    const auto buttons = page.findChildren<QAbstractButton *>();
    const auto send = std::find_if(buttons.begin(), buttons.end(),
                                   [](const QAbstractButton *found) { return found->text() == u"&Send"; });
    QVERIFY((*send)->isEnabled());
    (*send)->click();
    QVERIFY(!(*send)->isEnabled());
    QTRY_COMPARE(view->model()->rowCount(), before + 1);
    QCOMPARE(view->selectionModel()->selectedRows().size(), 1);
    QVERIFY(says(page, u"GET /"_s));
    QTRY_VERIFY((*send)->isEnabled());
}

QTEST_MAIN(TestLivePages)
#include "tst_live_pages.moc"
