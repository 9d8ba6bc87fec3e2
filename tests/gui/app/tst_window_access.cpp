// Whatever takes the keyboard focus has a name for a screen reader: the whole window, its dialogs and the create flow.
#include "support/window_driver.h"
#include "window_fixture.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QWizard>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

/// Those that can be reached now: a message that is not shown has no text to be named by yet.
QString nameless(QWidget &root)
{
    QStringList missing;
    for (QWidget *widget : driver::allVisible<QWidget>(&root)) {
        const bool inner = widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox");
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || inner)
            continue;
        if (driver::nameOf(widget).isEmpty())
            missing << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return missing.join(u", "_s);
}

QAction *menuAction(MainWindow &window, const QString &text)
{
    for (const QAction *menu : window.menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (driver::plain(action->text()) == text)
                return action;
        }
    }
    return nullptr;
}

} // namespace

class TestWindowAccess : public QObject {
    Q_OBJECT
private slots:
    void window_firstRun_allNamed();
    void window_severalSelected_allNamed();
    void page_stoppedAndRunning_allNamed_data();
    void page_stoppedAndRunning_allNamed();
    void dialog_opened_allNamed_data();
    void dialog_opened_allNamed();
    void driveDialogs_opened_allNamed();
    void createFlow_eachSourceAndPage_allNamed();
    void buttons_iconOnly_haveToolTips();
    void menus_mnemonics_areUnique();
};

void TestWindowAccess::window_firstRun_allNamed()
{
    WindowFixture f;
    QCOMPARE(nameless(f.window()), QString());
}

void TestWindowAccess::window_severalSelected_allNamed()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    f.add(u"beta"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickRow(f.list(), u"beta"_s, Qt::ControlModifier));
    QCOMPARE(nameless(f.window()), QString());
}

void TestWindowAccess::page_stoppedAndRunning_allNamed_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"Overview", "Console", "Hardware", "CPU", "Metrics", "Logs", "API"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestWindowAccess::page_stoppedAndRunning_allNamed()
{
    QFETCH(QString, page);
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickTab(driver::find<QTabBar>(&f.window(), u"Pages of the machine"_s), page));
    QCOMPARE(nameless(f.window()), QString());
    QVERIFY(driver::clickButton(&f.window(), u"Start"_s));
    QTRY_COMPARE(f.machine(u"alpha"_s)->state(), MachineState::Running);
    QCOMPARE(nameless(f.window()), QString());
}

void TestWindowAccess::dialog_opened_allNamed_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"Settings", "Deleted machines", "Keyboard shortcuts", "About Sparkler"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestWindowAccess::dialog_opened_allNamed()
{
    QFETCH(QString, action);
    WindowFixture f;
    QVERIFY(f.workspace().store()->moveToTrash(f.add(u"alpha"_s)));
    bool opened = false;
    QString missing;
    QString title;
    driver::inNextDialog([&](QWidget *dialog) {
        opened = true;
        missing = nameless(*dialog);
        title = dialog->windowTitle();
    });
    QAction *open = menuAction(f.window(), action);
    QVERIFY(open);
    open->trigger();
    QVERIFY(opened);
    QCOMPARE(missing, QString());
    QVERIFY(!title.isEmpty());
}

void TestWindowAccess::driveDialogs_opened_allNamed()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    QVERIFY(driver::clickTab(driver::find<QTabBar>(&f.window(), u"Pages of the machine"_s), u"Hardware"_s));
    QVERIFY(driver::clickRow(driver::find<QTableView>(&f.window(), u"Drives"_s), u"rootfs"_s));
    for (const auto &button : {u"Add drive"_s, u"New disk"_s, u"Edit"_s, u"Limits"_s}) {
        QVERIFY2(driver::clickButton(&f.window(), button), qPrintable(button));
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget *dialog = QApplication::activeModalWidget();
        // With the fields that appear with a limit.
        if (auto *limit = driver::find<QAbstractButton>(dialog, u"Limit bandwidth"_s))
            QVERIFY(driver::clickMark(limit));
        QCOMPARE(nameless(*dialog), QString());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
}

void TestWindowAccess::createFlow_eachSourceAndPage_allNamed()
{
    WindowFixture f;
    f.makeDemoGuest();
    QVERIFY(driver::clickButton(&f.window(), u"Create machine"_s));
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *wizard = qobject_cast<QWizard *>(QApplication::activeModalWidget());
    QVERIFY(wizard);
    const auto choices = driver::allVisible<QRadioButton>(wizard);
    QVERIFY(choices.size() >= 3);
    for (QRadioButton *choice : choices) {
        QVERIFY(driver::clickMark(choice));
        QVERIFY(choice->isChecked());
        QCOMPARE(nameless(*wizard), QString());
    }
    QVERIFY(driver::clickMark(choices.first()));
    while (!wizard->button(QWizard::FinishButton)->isVisible()) {
        QVERIFY(driver::click(wizard->button(QWizard::NextButton)));
        QCOMPARE(nameless(*wizard), QString());
    }
    QVERIFY(!wizard->windowTitle().isEmpty());
}

void TestWindowAccess::buttons_iconOnly_haveToolTips()
{
    WindowFixture f;
    f.add(u"alpha"_s);
    QVERIFY(driver::clickRow(f.list(), u"alpha"_s));
    for (const char *page : {"Overview", "Console", "Hardware", "CPU", "Metrics", "Logs", "API"}) {
        QVERIFY(
            driver::clickTab(driver::find<QTabBar>(&f.window(), u"Pages of the machine"_s), QString::fromLatin1(page)));
        for (QAbstractButton *button : driver::allVisible<QAbstractButton>(&f.window())) {
            const auto *tool = qobject_cast<QToolButton *>(button);
            const bool wordless =
                button->text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
            if (wordless && button->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!button->toolTip().isEmpty(),
                         qPrintable(QString::fromLatin1(page) + u": "_s + driver::nameOf(button)));
        }
    }
}

void TestWindowAccess::menus_mnemonics_areUnique()
{
    WindowFixture f;
    for (const QAction *menu : f.window().menuBar()->actions()) {
        QHash<QChar, QString> taken;
        for (const QAction *action : menu->menu()->actions()) {
            const qsizetype mark = action->text().indexOf(u'&');
            if (mark < 0 || mark + 1 >= action->text().size())
                continue;
            const QChar key = action->text().at(mark + 1).toLower();
            QVERIFY2(!taken.contains(key), qPrintable(taken.value(key) + u" and "_s + action->text()));
            taken.insert(key, action->text());
        }
    }
}

QTEST_MAIN(TestWindowAccess)
#include "tst_window_access.moc"
