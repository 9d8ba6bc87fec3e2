// From what the window itself tells of to docs/troubleshooting.md: its tasks, its settings, and a page that it made.
#include "app/machine_view.h"
#include "app/settings_dialog.h"
#include "app/task_panel.h"
#include "pages/jail_page.h"
#include "support/help_testing.h"
#include "widgets/elided_label.h"
#include "window_fixture.h"

#include <QScrollArea>
#include <QScrollBar>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestHelpLinks : public QObject {
    Q_OBJECT
private slots:
    void task_failed_leadsToItsSection();
    void task_failedOtherwise_hasNoLink();
    void settings_whatIsMissingHere_leadsToItsSection();
    void page_ofTheWindow_knowsTheDocument();
};

namespace {

Failure noSpace()
{
    Failure failure;
    failure.what = u"The demo guest was not made."_s;
    failure.why = u"build-guest ended with status 1."_s;
    failure.logLines = {u"cp: error writing 'rootfs.ext4': No space left on device"_s};
    return failure;
}

} // namespace

void TestHelpLinks::task_failed_leadsToItsSection()
{
    WindowFixture f;
    auto *panel = f.window().findChild<TaskPanel *>();
    auto *task = new Task(u"Build the demo guest"_s);
    f.workspace().tasks()->add(task);
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(help_testing::links(*panel).isEmpty());
    task->fail(noSpace());
    QCOMPARE(help_testing::links(*panel).size(), 1);
    QTRY_COMPARE(panel->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0); // what failed is in sight
    QCOMPARE(help_testing::links(*panel).constFirst()->accessibleName(), u"More about this: Build the demo guest"_s);
    QCOMPARE(help_testing::sectionBehindLink(*panel), u"There is too little disk space"_s);
}

void TestHelpLinks::task_failedOtherwise_hasNoLink()
{
    WindowFixture f;
    auto *panel = f.window().findChild<TaskPanel *>();
    auto *failed = new Task(u"Copy"_s);
    auto *done = new Task(u"Check"_s);
    for (Task *task : {failed, done})
        f.workspace().tasks()->add(task);
    Failure failure;
    failure.what = u"It was not copied."_s;
    failed->fail(failure);
    done->finish();
    const auto labels = panel->findChildren<ElidedLabel *>();
    for (const QString &outcome : {u"Failed"_s, u"Done"_s})
        QVERIFY(std::ranges::any_of(labels, [&](const ElidedLabel *label) { return label->text() == outcome; }));
    QVERIFY(help_testing::links(*panel).isEmpty());
}

void TestHelpLinks::settings_whatIsMissingHere_leadsToItsSection()
{
    WindowFixture f;
    QTRY_VERIFY(f.workspace().readiness()->complete());
    SettingsDialog dialog({}, &f.workspace(), nullptr);
    dialog.show();
    const QList<ReadinessCheck> checks = f.workspace().readiness()->checks();
    QSet<QString> wanted, there;
    for (const ReadinessCheck &check : checks) {
        if (check.state != ReadinessCheck::State::Good && check.help != HelpTopic::None)
            wanted << u"More about this: "_s + check.title;
    }
    for (const QAbstractButton *link : help_testing::links(dialog))
        there << link->accessibleName();
    QVERIFY(!wanted.isEmpty()); // there is no jailer
    QCOMPARE(there, wanted);
}

void TestHelpLinks::page_ofTheWindow_knowsTheDocument()
{
    WindowFixture f;
    const QString id = f.add(u"one"_s); // without a jail
    f.window().selectMachine(id);
    auto *view = f.window().findChild<MachineView *>();
    QTRY_COMPARE(view->machine(), f.machine(u"one"_s));
    view->showPage(MachineView::Jail);
    auto *page = f.window().findChild<JailPage *>();
    QTRY_VERIFY(page->isVisible());
    QCOMPARE(help_testing::sectionBehindLink(*page), u"No jail without user namespaces"_s);
}

QTEST_MAIN(TestHelpLinks)
#include "tst_help_links.moc"
