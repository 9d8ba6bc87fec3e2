// The manager as somebody uses it for the first time, with a real engine and a real guest: see README.md.
#include "end_to_end/end_to_end.h"
#include "manager/machine_text.h"
#include "support/window_driver.h"
#include "widgets/json_view.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

const QString kDemo = u"Demo"_s;
constexpr int kLimitKib = 256; ///< a second
constexpr int kReadKib = 2048;

bool expectEmulated()
{
    return qgetenv("SPARKLER_E2E_RUNNER") == "emulated";
}

} // namespace

class TestManagerEndToEnd : public QObject {
    Q_OBJECT
private slots:
    void manager_firstDayOfAUser_everythingWorks();

private:
    void firstRun(ManagerSession &s);
    void createInThreeClicks(ManagerSession &s);
    void logIn(ManagerSession &s);
    void lookAtJail(ManagerSession &s);
    void limitDrive(ManagerSession &s);
    void askEngine(ManagerSession &s);
    void pauseAndResume(ManagerSession &s);
    void lookAtMetrics(ManagerSession &s);
    void restartManager(ManagerSession &s);
    void stop(ManagerSession &s);
    void deleteAndUndo(ManagerSession &s);
};

void TestManagerEndToEnd::firstRun(ManagerSession &s)
{
    s.step("first run: an empty window");
    s.open();
    CHECK(driver::find<QAbstractButton>(s.window(), u"Try the demo machine"_s));
    CHECK(s.texts().contains(u"No machines yet"_s));
    CHECK(s.workspace().supervisor()->machines().isEmpty());
    CHECK(s.waitFor([&s] { return s.workspace().readiness()->complete(); }, slow(30)));
    CHECK(s.workspace().readiness()->kvmUsable().has_value());
    QCOMPARE(*s.workspace().readiness()->kvmUsable(), !expectEmulated());

    s.step("try the demo machine");
    CHECK(driver::clickButton(s.window(), u"Try the demo machine"_s));
    CHECK(s.waitFor([&s] { return s.machine(kDemo) != nullptr; }, slow(60)));
    CHECK(s.waitForState(kDemo, MachineState::Running, slow(120) + 240));
    QCOMPARE(s.machine(kDemo)->emulated(), expectEmulated());
    CHECK(s.texts().contains(u"Running"_s));
}

void TestManagerEndToEnd::createInThreeClicks(ManagerSession &s)
{
    s.step("create a machine in three clicks");
    const auto made = s.createMachine();
    CHECK(made);
    CHECK(made->clicks <= 3);
    CHECK(s.texts().contains(made->machine->definition().name));
    CHECK(s.selectMachine(kDemo));
}

void TestManagerEndToEnd::logIn(ManagerSession &s)
{
    s.step("wait for the login prompt");
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.logIn());
    s.step("run a command");
    const auto answer = s.run(u"echo answer $((6 * 7)); uname -s"_s, slow(10) + 30);
    CHECK(answer);
    CHECK(answer->contains(u"answer 42"_s));
    CHECK(answer->contains(u"Linux"_s));
}

/// The default is a jail, and the page proves it from what the kernel says.
void TestManagerEndToEnd::lookAtJail(ManagerSession &s)
{
    s.step("look at the jail");
    CHECK(s.showPage(u"Jail"_s));
    if (expectEmulated()) {
        CHECK(s.texts().contains(u"the helper machine around the engine is its jail"_s));
        CHECK(s.showPage(u"Console"_s));
        return;
    }
    QCOMPARE(s.machine(kDemo)->runningOn(), u"rootless"_s);
    CHECK(s.waitFor([&s] { return s.texts().contains(u"All that /proc tells of the engine is as promised."_s); },
                    slow(20)));
    // The rows come into sight with the next layout.
    CHECK(s.waitFor([&s] { return s.texts().contains(u"Seccomp: 2"_s); }, slow(10)));
    s.step("the jail is proven");
    const QString texts = s.texts();
    CHECK(texts.contains(u"fc_vcpu 0"_s));
    CHECK(!texts.contains(u"weaker than promised"_s));
    CHECK(s.showPage(u"Console"_s));
}

void TestManagerEndToEnd::limitDrive(ManagerSession &s)
{
    // What the guest itself measures, in seconds.
    const auto readDrive = [&s]() -> std::optional<double> {
        const auto printed =
            s.run(u"time dd if=/dev/vda of=/dev/null bs=64k count=%1 iflag=direct"_s.arg(kReadKib / 64), slow(60));
        const auto match = QRegularExpression(u"real\\s+([0-9]+)m\\s*([0-9.]+)s"_s).match(printed.value_or(QString()));
        return match.hasMatch() ? std::optional(60 * match.captured(1).toDouble() + match.captured(2).toDouble())
                                : std::nullopt;
    };
    s.step("read the drive without a limit");
    const auto before = readDrive();
    CHECK(before);

    s.step("limit the drive on the Hardware page");
    CHECK(s.showPage(u"Hardware"_s));
    CHECK(driver::clickRow(driver::find<QTableView>(s.window(), u"Drives"_s), u"rootfs"_s));
    CHECK(driver::clickButton(s.window(), u"Limits"_s));
    CHECK(s.waitFor([&s] { return driver::find<QAbstractButton>(s.window(), u"Limit bandwidth"_s) != nullptr; },
                    slow(5)));
    CHECK(driver::clickMark(driver::find<QAbstractButton>(s.window(), u"Limit bandwidth"_s)));
    CHECK(driver::type(driver::find<QAbstractSpinBox>(s.window(), u"Limit bandwidth: rate"_s),
                       u"%1 KiB"_s.arg(kLimitKib)));
    CHECK(driver::clickButton(s.window(), u"Apply now"_s));
    CHECK(s.waitFor([&s] { return s.messages().join(u' ').contains(u"apply now"_s); }, slow(10) + 10));

    s.step("read the drive with the limit");
    CHECK(s.showPage(u"Console"_s));
    const auto after = readDrive();
    CHECK(after);
    qInfo("reading %d KiB took %.2f s, with a limit of %d KiB/s %.2f s", kReadKib, *before, kLimitKib, *after);
    // The bucket is full at first: one second's worth is free.
    CHECK(*after > 0.8 * (kReadKib - kLimitKib) / kLimitKib);
    CHECK(*after > 1.5 * *before);
}

void TestManagerEndToEnd::askEngine(ManagerSession &s)
{
    s.step("ask the engine for its configuration in the API inspector");
    CHECK(s.showPage(u"API"_s));
    CHECK(driver::clickButton(s.window(), u"Send a request"_s));
    CHECK(driver::type(driver::find<QLineEdit>(s.window(), u"Path"_s), u"/vm/config"_s));
    CHECK(driver::clickButton(s.window(), u"Send"_s));
    const auto response = [&s] {
        const auto *view = driver::find<JsonView>(s.window(), u"Response body"_s);
        return view ? QJsonDocument::fromJson(view->toPlainText().toUtf8()).object() : QJsonObject();
    };
    CHECK(s.waitFor([&] { return response().contains(u"drives"_s); }, slow(10) + 10));
    const QJsonObject drive = response().value(u"drives"_s).toArray().first().toObject();
    const QJsonObject bucket = drive.value(u"rate_limiter"_s).toObject().value(u"bandwidth"_s).toObject();
    QCOMPARE(bucket.value(u"size"_s).toInt(), kLimitKib * 1024);
    QCOMPARE(bucket.value(u"refill_time"_s).toInt(), 1000);

    s.step("take the limit away again");
    CHECK(s.showPage(u"Hardware"_s));
    CHECK(driver::clickRow(driver::find<QTableView>(s.window(), u"Drives"_s), u"rootfs"_s));
    CHECK(driver::clickButton(s.window(), u"Limits"_s));
    CHECK(s.waitFor([&s] { return driver::find<QAbstractButton>(s.window(), u"Limit bandwidth"_s) != nullptr; },
                    slow(5)));
    CHECK(driver::clickMark(driver::find<QAbstractButton>(s.window(), u"Limit bandwidth"_s)));
    CHECK(driver::clickButton(s.window(), u"Apply now"_s));
    CHECK(s.waitFor(
        [&s] {
            const Machine *machine = s.machine(kDemo);
            return !machine->definition().config.drives.constFirst().rateLimiter &&
                   s.messages().join(u' ').contains(u"apply now"_s);
        },
        slow(10) + 10));
}

void TestManagerEndToEnd::pauseAndResume(ManagerSession &s)
{
    s.step("pause: the console is silent");
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.choose(u"Pause"_s));
    CHECK(s.waitForState(kDemo, MachineState::Paused, slow(10) + 10));
    CHECK(s.texts().contains(u"Paused"_s));
    const QString before = s.console();
    CHECK(s.type(u"echo typed while pau''sed"_s));
    // That nothing comes can only be seen by waiting.
    CHECK(!s.waitFor([&] { return s.console() != before; }, 2));

    s.step("resume: what was typed meanwhile is there");
    CHECK(s.choose(u"Resume"_s));
    CHECK(s.waitForState(kDemo, MachineState::Running, slow(10) + 10));
    CHECK(s.waitForConsole(u"typed while paused"_s, slow(20) + 20));
}

void TestManagerEndToEnd::lookAtMetrics(ManagerSession &s)
{
    s.step("metrics: the drive was read");
    CHECK(s.showPage(u"Metrics"_s));
    CHECK(s.waitFor([&s] { return driver::find<QTabBar>(s.window(), u"Parts of the metrics"_s) != nullptr; },
                    slow(10) + 10));
    CHECK(driver::clickTab(driver::find<QTabBar>(s.window(), u"Parts of the metrics"_s), u"All counters"_s));
    CHECK(driver::type(driver::find<QLineEdit>(s.window(), u"Filter counters by name or meaning"_s),
                       u"block.read_bytes"_s));
    const auto bytesRead = [&s]() -> qint64 {
        const auto *tree = driver::find<QTreeView>(s.window(), u"Counters"_s);
        const QModelIndex row = tree ? driver::findRow(tree, u"read_bytes"_s) : QModelIndex();
        bool ok = false;
        const qint64 value = QLocale().toLongLong(row.siblingAtColumn(1).data().toString(), &ok);
        return ok ? value : -1;
    };
    // Both reads of the drive, and the boot.
    CHECK(s.waitFor([&] { return bytesRead() > 2 * kReadKib * 1024; }, slow(20) + 20));
}

void TestManagerEndToEnd::restartManager(ManagerSession &s)
{
    s.step("close the manager and start it again");
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.run(u"echo before''-restart"_s, slow(10) + 30));
    CHECK(s.close());
    s.open();
    s.step("the machine runs on");
    CHECK(s.waitForState(kDemo, MachineState::Running, slow(20) + 20));
    CHECK(s.selectMachine(kDemo));
    CHECK(s.texts().contains(u"Running"_s));
    QCOMPARE(s.machine(kDemo)->emulated(), expectEmulated());
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.waitForConsole(u"before-restart"_s, slow(10) + 20));
    CHECK(s.console().contains(u"login:"_s));
    const auto answer = s.run(u"echo still $((20 + 3)) here"_s, slow(10) + 30);
    CHECK(answer && answer->contains(u"still 23 here"_s));
}

void TestManagerEndToEnd::stop(ManagerSession &s)
{
    s.step("allow the guest much time to shut down");
    driver::inNextDialog([](QWidget *dialog) {
        driver::type(driver::find<QSpinBox>(dialog, u"Time to shut down"_s), u"300"_s);
        driver::clickButton(dialog, u"OK"_s);
    });
    QTest::keyClick(s.window(), Qt::Key_Comma, Qt::ControlModifier);

    s.step("stop: the guest shuts down by itself");
    CHECK(s.choose(u"Stop"_s));
    CHECK(s.waitFor([&] { return s.texts().contains(u"asked to shut down"_s); }, slow(10) + 10));
    CHECK(s.machine(kDemo)->stopSecondsLeft() > 200);
    CHECK(s.waitForState(kDemo, MachineState::Stopped, slow(30) + 60));
    CHECK(s.texts().contains(u"Stopped"_s));
    QFile log(s.machine(kDemo)->directory().engineLog());
    CHECK(log.open(QIODevice::ReadOnly));
    CHECK(log.readAll().contains("exit_code=0"));
    CHECK(s.waitFor([&s] { return s.machine(kDemo)->whyNot(MachineAction::Delete).isEmpty(); }, slow(10)));
}

void TestManagerEndToEnd::deleteAndUndo(ManagerSession &s)
{
    s.step("delete, then undo");
    const QString id = s.machine(kDemo)->id();
    // The menu of the button runs an event loop of its own.
    QTimer::singleShot(200, qApp, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *action : menu->actions()) {
            if (driver::plain(action->text()) == u"Delete"_s && action->isEnabled())
                QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
        }
        if (menu->isVisible())
            menu->close();
    });
    CHECK(driver::clickButton(s.window(), u"More actions"_s));
    CHECK(s.waitFor([&] { return !s.machine(kDemo); }, slow(10)));
    CHECK(s.messages().join(u' ').contains(u"was deleted"_s));
    CHECK(driver::clickButton(s.window(), u"Undo"_s));
    CHECK(s.waitFor([&] { return s.machine(kDemo) != nullptr; }, slow(10)));
    QCOMPARE(s.machine(kDemo)->id(), id);
    CHECK(s.machine(kDemo)->whyNot(MachineAction::Start).isEmpty());
    CHECK(s.texts().contains(kDemo));
}

void TestManagerEndToEnd::manager_firstDayOfAUser_everythingWorks()
{
    ManagerSession session;
    using Part = void (TestManagerEndToEnd::*)(ManagerSession &);
    constexpr Part story[] = {&TestManagerEndToEnd::firstRun,       &TestManagerEndToEnd::createInThreeClicks,
                              &TestManagerEndToEnd::logIn,          &TestManagerEndToEnd::lookAtJail,
                              &TestManagerEndToEnd::limitDrive,     &TestManagerEndToEnd::askEngine,
                              &TestManagerEndToEnd::pauseAndResume, &TestManagerEndToEnd::lookAtMetrics,
                              &TestManagerEndToEnd::restartManager, &TestManagerEndToEnd::stop,
                              &TestManagerEndToEnd::deleteAndUndo};
    for (const Part part : story) {
        (this->*part)(session);
        if (QTest::currentTestFailed())
            return;
    }
}

int main(int argc, char **argv)
{
    TestManagerEndToEnd test;
    return runEndToEnd(argc, argv, test);
}

#include "tst_manager_end_to_end.moc"
