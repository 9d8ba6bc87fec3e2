#include "app/machine_view.h"
#include "support/window_driver.h"
#include "widgets/byte_size_field.h"
#include "window_fixture.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QWizard>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void firstRun_noMachines_offersCreateAndDemo();
    void selection_machinesChangeAround_staysOnItsMachine();
    void selection_machineDeleted_isGone();
    void search_text_showsMatchesOnly();
    void search_inAPage_searchesThere();
    void search_nothingFound_showAllBringsAllBack();
    void filter_state_showsMatchesOnly();
    void start_severalSelected_startsAll();
    void actions_notPossible_sayWhy();
    void deletion_undone_machineIsBackAndSelected();
    void deletion_keyInTheList_deletesTheSelected();
    void duplicate_byKeys_onlyTheCopyIsSelected();
    void window_allPagesSeen_fitsASmallScreen();
    void close_unsavedChanges_asksFirst();
    void close_machinesRun_theyRunOn();
    void close_machineStarts_programStaysUntilItRuns();
    void createFlow_keysOnly_makesMachine();
    void createFlow_cancelled_makesNothing();
    void theme_darkAndLight_lookDifferent();
    void rightToLeft_window_staysUsable();
};

void TestMainWindow::firstRun_noMachines_offersCreateAndDemo()
{
    WindowFixture f;
    QVERIFY(f.shows(u"No machines yet"_s));
    QVERIFY(driver::find<QPushButton>(&f.window(), u"Try the demo machine"_s));
    QVERIFY(driver::find<QPushButton>(&f.window(), u"Create machine"_s));
    QVERIFY(!f.window().windowTitle().isEmpty());
}

void TestMainWindow::selection_machinesChangeAround_staysOnItsMachine()
{
    WindowFixture f;
    for (const auto &name : {u"alpha"_s, u"beta"_s, u"gamma"_s})
        f.add(name);
    QVERIFY(driver::clickRow(f.list(), u"beta"_s));
    const auto betaIsShown = [&] {
        return f.list()->selectionModel()->selectedRows().size() == 1 &&
               f.list()->selectionModel()->selectedRows().first().data().toString() == u"beta"_s && f.shows(u"beta"_s);
    };
    QVERIFY(betaIsShown());
    // Another row moves, one goes, one comes, and it moves itself.
    f.change(u"alpha"_s, [](MachineDefinition &definition) { definition.name = u"zeta"_s; });
    QTRY_VERIFY(f.machine(u"zeta"_s));
    QVERIFY(betaIsShown());
    QVERIFY(f.workspace().store()->moveToTrash(f.machine(u"gamma"_s)->id()));
    QTRY_VERIFY(!f.machine(u"gamma"_s));
    f.add(u"aardvark"_s);
    QTRY_VERIFY(betaIsShown());
    f.change(u"beta"_s, [](MachineDefinition &definition) { definition.group = u"Web"_s; });
    QTRY_VERIFY(driver::findRow(f.list(), u"beta"_s).parent().isValid());
    QTRY_VERIFY(betaIsShown());
}

void TestMainWindow::selection_machineDeleted_isGone()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    const QString id = f.add(u"beta"_s);
    QVERIFY(driver::clickRow(f.list(), u"beta"_s));
    QVERIFY(f.workspace().store()->moveToTrash(id));
    QTRY_VERIFY(!f.shows(u"beta"_s));
    QVERIFY(f.shows(u"No machine selected"_s) || f.shows(u"alpha"_s));
}

void TestMainWindow::search_text_showsMatchesOnly()
{
    WindowFixture f;
    f.add(u"alpha"_s, {}, {u"blue"_s});
    f.add(u"beta"_s, u"Web"_s);
    f.add(u"gamma"_s);
    QTest::keyClick(&f.window(), Qt::Key_F, Qt::ControlModifier);
    auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(search);
    QCOMPARE(driver::nameOf(search), u"Search machines"_s);
    const auto shown = [&](const QString &name) { return driver::findRow(f.list(), name).isValid(); };
    QTest::keyClicks(search, u"BLUE"_s);
    QTRY_VERIFY(!shown(u"gamma"_s));
    QVERIFY(shown(u"alpha"_s));
    QVERIFY(!shown(u"beta"_s));
    QVERIFY(driver::type(search, u"web"_s));
    QTRY_VERIFY(shown(u"beta"_s));
    QVERIFY(!shown(u"alpha"_s));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(shown(u"alpha"_s) && shown(u"beta"_s) && shown(u"gamma"_s));
}

void TestMainWindow::search_inAPage_searchesThere()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    const auto searched = [&] {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        return driver::nameOf(QApplication::focusWidget());
    };
    auto *view = f.window().findChild<MachineView *>();
    view->showPage(MachineView::Logs);
    QCOMPARE(searched(), u"Filter lines by text"_s);
    QCOMPARE(searched(), u"Filter lines by text"_s);
    view->showPage(MachineView::Overview); // which has none
    QCOMPARE(searched(), u"Search machines"_s);
}

void TestMainWindow::search_nothingFound_showAllBringsAllBack()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    auto *search = driver::find<QLineEdit>(&f.window(), u"Search machines"_s);
    QVERIFY(driver::type(search, u"nothing like that"_s));
    QTRY_VERIFY(f.shows(u"No match"_s));
    QVERIFY(driver::clickButton(&f.window(), u"Show all"_s));
    QTRY_VERIFY(f.list());
    QVERIFY(driver::findRow(f.list(), u"alpha"_s).isValid());
    QVERIFY(search->text().isEmpty());
}

void TestMainWindow::filter_state_showsMatchesOnly()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    f.add(u"beta"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickButton(&f.window(), u"Start"_s));
    QTRY_COMPARE(f.machine(u"alpha"_s)->state(), MachineState::Running);
    QTimer::singleShot(100, qApp, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Running"_s)
                QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
        }
        if (menu->isVisible())
            menu->close();
    });
    QVERIFY(driver::clickButton(&f.window(), u"Filter by state and tag"_s));
    QTRY_VERIFY(!driver::findRow(f.list(), u"beta"_s).isValid());
    QVERIFY(driver::findRow(f.list(), u"alpha"_s).isValid());
}

void TestMainWindow::start_severalSelected_startsAll()
{
    WindowFixture f;
    for (const auto &name : {u"alpha"_s, u"beta"_s, u"gamma"_s})
        f.add(name);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickRow(f.list(), u"gamma"_s, Qt::ControlModifier));
    QVERIFY2(f.shows(u"2 machine"_s), qPrintable(f.shownText()));
    QVERIFY(driver::clickButton(&f.window(), u"Start"_s));
    QTRY_COMPARE(f.machine(u"alpha"_s)->state(), MachineState::Running);
    QTRY_COMPARE(f.machine(u"gamma"_s)->state(), MachineState::Running);
    QCOMPARE(f.machine(u"beta"_s)->state(), MachineState::Stopped);
    QTRY_VERIFY(f.shows(u"They go on when this window is closed"_s));
}

void TestMainWindow::actions_notPossible_sayWhy()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    for (const auto &name : {u"Pause"_s, u"Resume"_s, u"Stop"_s}) {
        const auto *button = driver::find<QToolButton>(&f.window(), name);
        QVERIFY2(button, qPrintable(name));
        QVERIFY2(!button->isEnabled(), qPrintable(name));
        // "Pause: reason"
        QVERIFY2(button->toolTip().startsWith(name + u": "_s), qPrintable(button->toolTip()));
        QVERIFY2(button->toolTip().size() > name.size() + 10, qPrintable(button->toolTip()));
    }
    const auto *start = driver::find<QToolButton>(&f.window(), u"Start"_s);
    QVERIFY(start && start->isEnabled());
    // In the menus too nothing is off without a reason.
    for (const QAction *action : f.window().findChildren<QAction *>()) {
        if (!action->isEnabled() && action->isVisible() && !action->isSeparator() && !action->text().isEmpty() &&
            action->parent()->inherits("sparkler::gui::MachineActions"))
            QVERIFY2(action->toolTip().contains(u": "_s), qPrintable(action->text() + u" | "_s + action->toolTip()));
    }
}

void TestMainWindow::deletion_undone_machineIsBackAndSelected()
{
    WindowFixture f;
    const QString id = f.add(u"alpha"_s);
    f.add(u"beta"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    f.list()->setFocus();
    QAction *remove = nullptr;
    for (QAction *action : f.window().findChildren<QAction *>()) {
        if (driver::plain(action->text()) == u"Delete"_s && action->parent()->inherits("sparkler::gui::MachineActions"))
            remove = action;
    }
    QVERIFY(remove && remove->isEnabled());
    remove->trigger();
    QTRY_VERIFY(!f.machine(u"alpha"_s));
    QVERIFY(f.shows(u"“alpha” was deleted."_s));
    QVERIFY(driver::clickButton(&f.window(), u"Undo"_s));
    QTRY_VERIFY(f.machine(u"alpha"_s));
    QCOMPARE(f.machine(u"alpha"_s)->id(), id);
    QTRY_COMPARE(f.list()->currentIndex().data().toString(), u"alpha"_s);
    QVERIFY(!f.shows(u"was deleted"_s));
}

void TestMainWindow::deletion_keyInTheList_deletesTheSelected()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    f.add(u"beta"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    f.list()->setFocus();
    QTest::keyClick(f.list(), Qt::Key_Delete);
    QTRY_VERIFY(!f.machine(u"alpha"_s));
    QVERIFY(f.machine(u"beta"_s));
    QVERIFY(f.shows(u"“alpha” was deleted."_s));
}

void TestMainWindow::duplicate_byKeys_onlyTheCopyIsSelected()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    // As the keyboard sends it: the Ctrl key is still down when the copy appears.
    QTest::keyClick(f.window().windowHandle(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(f.workspace().supervisor()->machines().size(), 2);
    QTRY_COMPARE(f.list()->currentIndex().data().toString(), u"alpha copy"_s);
    QCOMPARE(f.list()->selectionModel()->selectedIndexes().size(), 1);
}

void TestMainWindow::window_allPagesSeen_fitsASmallScreen()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickButton(&f.window(), u"Start"_s));
    QTRY_COMPARE(f.machine(u"alpha"_s)->state(), MachineState::Running);
    for (const auto &page : {u"Overview"_s, u"Console"_s, u"Hardware"_s, u"CPU"_s, u"Metrics"_s, u"Logs"_s, u"API"_s}) {
        QVERIFY(driver::clickTab(driver::find<QTabBar>(&f.window(), u"Pages of the machine"_s), page));
        if (page == u"API"_s)
            QVERIFY(driver::clickButton(&f.window(), u"Send a request"_s));
        const QSize least = f.window().minimumSizeHint();
        QVERIFY2(least.width() <= 900 && least.height() <= 600,
                 qPrintable(u"%1: %2 × %3"_s.arg(page).arg(least.width()).arg(least.height())));
    }
}

void TestMainWindow::close_unsavedChanges_asksFirst()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickTab(driver::find<QTabBar>(&f.window(), u"Pages of the machine"_s), u"Hardware"_s));
    auto *memory = driver::find<ByteSizeField>(&f.window(), u"Memory"_s);
    QVERIFY(memory);
    QVERIFY(driver::type(memory, u"384 MiB"_s));
    QVERIFY(f.shows(u"Unsaved changes"_s));

    QString question;
    driver::inNextDialog([&](QWidget *dialog) {
        question = qobject_cast<QMessageBox *>(dialog)->text();
        driver::clickButton(dialog, u"Cancel"_s);
    });
    QVERIFY(!f.window().close());
    QVERIFY2(question.contains(u"not applied"_s), qPrintable(question));
    QVERIFY(f.window().isVisible());

    driver::inNextDialog(
        [](QWidget *dialog) { driver::click(qobject_cast<QMessageBox *>(dialog)->button(QMessageBox::Discard)); });
    QVERIFY(f.window().close());
    QVERIFY(!f.window().isVisible());
}

void TestMainWindow::close_machinesRun_theyRunOn()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickButton(&f.window(), u"Start"_s));
    QTRY_COMPARE(f.machine(u"alpha"_s)->state(), MachineState::Running);
    QVERIFY(f.window().close());
    QCOMPARE(f.machine(u"alpha"_s)->state(), MachineState::Running);
}

void TestMainWindow::close_machineStarts_programStaysUntilItRuns()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    Machine *machine = f.machine(u"alpha"_s);
    machine->start();
    QCOMPARE(machine->state(), MachineState::Starting);
    QVERIFY(f.window().close());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    QTRY_COMPARE(machine->state(), MachineState::Running);
    QGuiApplication::setQuitOnLastWindowClosed(true);

    QVERIFY(f.window().close());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed()); // nothing to wait for now
}

void TestMainWindow::createFlow_keysOnly_makesMachine()
{
    WindowFixture f;
    f.makeDemoGuest();
    QTest::keyClick(&f.window(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *wizard = qobject_cast<QWizard *>(QApplication::activeModalWidget());
    QVERIFY(wizard);
    wizard->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), wizard);
    // Return takes the defaults of a page, wherever the focus is.
    for (int page = 0; page < 3; ++page) {
        QTRY_COMPARE(wizard->currentId(), page);
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
        QVERIFY(wizard->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QTRY_COMPARE(f.workspace().supervisor()->machines().size(), 1);
    const Machine *made = f.workspace().supervisor()->machines().first();
    QTRY_COMPARE(f.list()->currentIndex().data().toString(), made->definition().name);
    QTRY_COMPARE(made->whyNot(MachineAction::Start), QString());
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestMainWindow::createFlow_cancelled_makesNothing()
{
    WindowFixture f;
    f.makeDemoGuest();
    QTest::keyClick(&f.window(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(f.workspace().supervisor()->machines().isEmpty());
    QVERIFY(f.shows(u"No machines yet"_s));
}

void TestMainWindow::theme_darkAndLight_lookDifferent()
{
    Theme theme(*qApp);
    WindowFixture f(&theme);
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    const auto lightness = [&f] {
        const QImage image =
            f.window().grab().toImage().scaled(32, 32, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qreal sum = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                sum += image.pixelColor(x, y).lightnessF();
        }
        return sum / (image.width() * image.height());
    };
    theme.apply(ThemeMode::Light);
    QTRY_COMPARE(f.window().palette().color(QPalette::Window), QApplication::palette().color(QPalette::Window));
    const qreal light = lightness();
    theme.apply(ThemeMode::Dark);
    // The new palette comes to the widgets through the event loop.
    QTRY_VERIFY(Theme::isDark(f.window().palette()));
    const qreal dark = lightness();
    theme.apply(ThemeMode::System);
    QVERIFY2(light > 0.75, qPrintable(QString::number(light)));
    QVERIFY2(dark < 0.35, qPrintable(QString::number(dark)));
}

void TestMainWindow::rightToLeft_window_staysUsable()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
        WindowFixture f;
        f.add(u"alpha"_s);
        f.add(u"beta"_s, u"Web"_s);
        // The list is at the right side now, and works.
        QVERIFY(f.list()->mapTo(&f.window(), QPoint()).x() > f.window().width() / 2);
        QVERIFY(driver::clickRow(f.list(), u"beta"_s));
        QVERIFY(f.shows(u"beta"_s));
        for (const auto &page :
             {u"Overview"_s, u"Console"_s, u"Hardware"_s, u"CPU"_s, u"Metrics"_s, u"Logs"_s, u"API"_s}) {
            QVERIFY2(driver::clickTab(driver::find<QTabBar>(&f.window(), u"Pages of the machine"_s), page),
                     qPrintable(page));
            const QImage image = f.window().grab().toImage().scaled(64, 64);
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    colours.insert(image.pixel(x, y));
            }
            QVERIFY2(colours.size() > 8, qPrintable(page));
        }
        QVERIFY(driver::clickButton(&f.window(), u"Start"_s));
        QTRY_COMPARE(f.machine(u"beta"_s)->state(), MachineState::Running);
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
