// Two snapshots, the way back to each of them and a machine made from one, as a user clicks them: see README.md.
#include "end_to_end/end_to_end.h"
#include "support/window_driver.h"
#include "widgets/console_thumbnail.h"
#include "widgets/json_view.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QJsonDocument>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

const QString kFirst = u"before the change"_s;
const QString kSecond = u"after the change"_s;
constexpr double kMemoryMib = 256;
constexpr double kDriveMib = 64;
/// What the guest says of the change: a variable in the memory of its shell, and a file as the drive itself has it.
const QString kAskGuest = u"sync; echo 3 >/proc/sys/vm/drop_caches; echo \"<$CHANGE>\"; cat /root/change"_s;

QTreeView *tree(ManagerSession &s)
{
    return driver::find<QTreeView>(s.window(), u"Snapshots"_s);
}

/// The names of all rows.
QStringList rows(ManagerSession &s)
{
    QStringList names;
    const QTreeView *view = tree(s);
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        names << view->model()->index(row, 0).data().toString();
    return names;
}

/// The text in the column with this title; empty: there is no such row or column.
QString cell(ManagerSession &s, const QString &snapshot, const QString &title)
{
    const QTreeView *view = tree(s);
    const QModelIndex row = view ? driver::findRow(view, snapshot) : QModelIndex();
    for (int column = 0; row.isValid() && column < view->model()->columnCount(); ++column) {
        if (view->model()->headerData(column, Qt::Horizontal).toString() == title)
            return row.siblingAtColumn(column).data().toString();
    }
    return {};
}

double diskMib(ManagerSession &s, const QString &snapshot)
{
    const auto match = QRegularExpression(u"^([\\d.]+) MiB$"_s).match(cell(s, snapshot, u"On disk"_s));
    return match.hasMatch() ? match.captured(1).toDouble() : -1;
}

/// The dialog that a click has opened; null: none came in time.
QDialog *dialog(ManagerSession &s, const QString &title)
{
    QDialog *found = nullptr;
    s.waitFor([&] { return (found = driver::find<QDialog>(s.window(), title)) != nullptr; }, slow(5) + 5);
    return found;
}

bool waitForMessage(ManagerSession &s, const QString &text)
{
    return s.waitFor([&] { return s.messages().join(u'\n').contains(text); }, slow(30) + 60);
}

/// A button that may have to wait for what its dialog looks up.
bool clickWhenEnabled(ManagerSession &s, QWidget *root, const QString &name)
{
    return root && s.waitFor([&] { return driver::clickButton(root, name); }, slow(10) + 10);
}

} // namespace

class TestManagerSnapshots : public QObject {
    Q_OBJECT
private slots:
    void manager_snapshots_areMadeBrowsedRestoredClonedAndDeleted();

private:
    void create(ManagerSession &s);
    void start(ManagerSession &s);
    void takeFirst(ManagerSession &s);
    void change(ManagerSession &s);
    void takeSecond(ManagerSession &s);
    void browse(ManagerSession &s);
    void restoreFirst(ManagerSession &s);
    void cloneSecond(ManagerSession &s);
    void lookAtBoth(ManagerSession &s);
    void restoreSecond(ManagerSession &s);
    void deleteWithDependents(ManagerSession &s);

    void take(ManagerSession &s, const QString &name, bool diff);
    void expectGuest(ManagerSession &s, const QString &machine, bool changed);
    void expectEngine(ManagerSession &s, const QString &machine);
    void expectClock(ManagerSession &s);

    QString m_machine, m_clone;
    QDateTime m_secondTaken;
    QHash<QString, QString> m_pauses; ///< by the name of the snapshot, as its message told it
};

void TestManagerSnapshots::create(ManagerSession &s)
{
    s.step("create a machine whose written pages are tracked");
    s.open();
    CHECK(s.waitFor([&s] { return s.workspace().readiness()->complete(); }, slow(30)));
    const auto made = s.createMachine();
    CHECK(made);
    m_machine = made->machine->definition().name;
    CHECK(s.showPage(u"Hardware"_s));
    CHECK(driver::clickMark(driver::find<QCheckBox>(s.window(), u"Track written pages, for incremental snapshots"_s)));
    CHECK(driver::clickButton(s.window(), u"Apply"_s));
    CHECK(s.waitFor([&s] { return s.messages().contains(u"The changes are saved."_s); }, slow(10)));
}

void TestManagerSnapshots::start(ManagerSession &s)
{
    s.step("start it and log in");
    CHECK(s.showPage(u"Snapshots"_s));
    CHECK(s.texts().contains(u"No snapshots yet"_s));
    CHECK(s.choose(u"Start"_s));
    CHECK(s.waitForState(m_machine, MachineState::Running, slow(10) + 20));
    CHECK(s.machine(m_machine)->emulated() == (qgetenv("SPARKLER_E2E_RUNNER") == "emulated"));
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.logIn());
    CHECK(s.run(u"echo seen be''fore"_s, slow(10) + 30));
}

void TestManagerSnapshots::take(ManagerSession &s, const QString &name, bool diff)
{
    CHECK(s.showPage(u"Snapshots"_s));
    CHECK(clickWhenEnabled(s, s.window(), u"Take snapshot"_s));
    QDialog *form = dialog(s, u"Take a snapshot"_s);
    CHECK(form);
    CHECK(driver::type(driver::find<QLineEdit>(form, u"Name"_s), name));
    if (diff)
        CHECK(driver::clickMark(driver::find<QRadioButton>(form, u"Diff: only what has changed"_s)));
    CHECK(driver::clickButton(form, u"Take snapshot"_s));
    CHECK(waitForMessage(s, u"“%1” is taken."_s.arg(name)));
    const auto told =
        QRegularExpression(u"The guest stood still for ([\\d.]+ m?s)\\."_s).match(s.messages().join(u'\n'));
    CHECK(told.hasMatch());
    m_pauses.insert(name, told.captured(1));
    CHECK(s.waitForState(m_machine, MachineState::Running, slow(5)));
    QCOMPARE(cell(s, name, u"Kind"_s), diff ? u"Diff"_s : u"Full"_s);
    qInfo("%s: the guest stood still for %s; on disk %.1f MiB", qUtf8Printable(name), qUtf8Printable(m_pauses[name]),
          diskMib(s, name));
}

void TestManagerSnapshots::takeFirst(ManagerSession &s)
{
    s.step("take a full snapshot");
    take(s, kFirst, false);
}

void TestManagerSnapshots::change(ManagerSession &s)
{
    s.step("change memory and drive in the guest");
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.run(u"CHANGE=kept; echo made >/root/change; echo seen af''ter"_s, slow(10) + 30));
}

void TestManagerSnapshots::takeSecond(ManagerSession &s)
{
    s.step("take a diff");
    take(s, kSecond, true);
    m_secondTaken = QDateTime::currentDateTimeUtc();
}

void TestManagerSnapshots::browse(ManagerSession &s)
{
    s.step("browse: what was made, and what the console showed");
    QCOMPARE(rows(s), QStringList({kFirst, kSecond, u"You are here"_s}));
    const double full = diskMib(s, kFirst);
    const double diff = diskMib(s, kSecond);
    // What the guest has never touched is not there; the diff has of the memory what has changed. Each has the drive.
    CHECK(full > 16 && full < kMemoryMib + kDriveMib);
    CHECK(diff > 0 && diff < full - 16);
    for (const QString &name : {kFirst, kSecond}) {
        CHECK(driver::clickRow(tree(s), name));
        CHECK(s.waitFor([&s] { return s.texts().contains(u"It can be restored here"_s); }, slow(10) + 10));
        const auto *title = driver::find<QLineEdit>(s.window(), u"Name of the snapshot"_s);
        CHECK(title && title->text() == name);
        CHECK(s.texts().contains(u"For %1\n"_s.arg(m_pauses[name])));
        CHECK(s.texts().contains(name == kFirst ? u"\nA start of the machine\n%1\n"_s.arg(kSecond)
                                                : u"\n%1\nNo other snapshot\n"_s.arg(kFirst)));
        const auto *console = driver::find<ConsoleThumbnail>(s.window(), u"The console at that moment"_s);
        CHECK(console);
        CHECK(console->toPlainText().contains(u"seen before"_s));
        QCOMPARE(console->toPlainText().contains(u"seen after"_s), name == kSecond);
        CHECK(console->toPlainText().endsWith(u"root@sparkler:/root#"_s)); // to the last of what was printed
    }
}

/// Types at the guest's shell, which has been there all the time.
void TestManagerSnapshots::expectGuest(ManagerSession &s, const QString &machine, bool changed)
{
    CHECK(s.selectMachine(machine));
    CHECK(s.showPage(u"Console"_s));
    const auto answer = s.run(kAskGuest, slow(20) + 30);
    CHECK(answer);
    CHECK(answer->contains(changed ? u"<kept>"_s : u"<>"_s));
    CHECK(answer->contains(changed ? u"made"_s : u"No such file"_s));
}

void TestManagerSnapshots::restoreFirst(ManagerSession &s)
{
    s.step("restore the first");
    const qint64 before = s.machine(m_machine)->enginePid();
    CHECK(driver::clickRow(tree(s), kFirst));
    CHECK(clickWhenEnabled(s, s.window(), u"Restore"_s));
    QDialog *form = dialog(s, u"Restore “%1”"_s.arg(kFirst));
    CHECK(form);
    auto *keep = form->findChild<QCheckBox *>();
    CHECK(s.waitFor([&] { return driver::nameOf(keep).startsWith(u"Take a snapshot"_s) && keep->isVisible(); },
                    slow(10) + 10));
    CHECK(s.texts().contains(u"everything written since"_s));
    CHECK(driver::clickMark(keep) && !keep->isChecked());
    CHECK(clickWhenEnabled(s, form, u"Restore"_s));
    CHECK(waitForMessage(s, u"The machine is back at “%1” and goes on from there."_s.arg(kFirst)));
    CHECK(s.waitForState(m_machine, MachineState::Running, slow(5)));
    CHECK(s.machine(m_machine)->enginePid() != before);
    s.step("the guest knows nothing of the change");
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.waitForConsole(u"seen before"_s, slow(5)));
    CHECK(!s.console().contains(u"seen after"_s));
    expectGuest(s, m_machine, false);
}

void TestManagerSnapshots::cloneSecond(ManagerSession &s)
{
    s.step("make a machine from the second");
    CHECK(s.showPage(u"Snapshots"_s));
    CHECK(driver::clickRow(tree(s), kSecond));
    CHECK(clickWhenEnabled(s, s.window(), u"New machine"_s));
    QDialog *form = dialog(s, u"New machine from “%1”"_s.arg(kSecond));
    CHECK(form);
    const auto *name = driver::find<QLineEdit>(form, u"Name"_s);
    CHECK(name);
    m_clone = name->text();
    CHECK(clickWhenEnabled(s, form, u"Make and start"_s));
    CHECK(waitForMessage(s, u"made from the snapshot."_s));
    CHECK(s.waitForState(m_clone, MachineState::Running, slow(5)));
    CHECK(s.waitFor([&] { return rows(s).contains(m_clone); }, slow(10)));
    CHECK(driver::clickButton(s.window(), u"Go to the machine"_s));
    CHECK(s.texts().contains(m_clone));
    CHECK(s.showPage(u"Snapshots"_s));
    CHECK(s.waitFor(
        [&] { return s.texts().contains(u"This machine was made from “%1” of “%2”."_s.arg(kSecond, m_machine)); },
        slow(10)));
}

/// What the engine itself answers in the API inspector.
void TestManagerSnapshots::expectEngine(ManagerSession &s, const QString &machine)
{
    CHECK(s.selectMachine(machine));
    CHECK(s.showPage(u"API"_s));
    // Stays open for the next machine.
    CHECK(driver::find<QLineEdit>(s.window(), u"Path"_s) || driver::clickButton(s.window(), u"Send a request"_s));
    CHECK(driver::type(driver::find<QLineEdit>(s.window(), u"Path"_s), u"/"_s));
    CHECK(driver::clickButton(s.window(), u"Send"_s));
    const auto answer = [&s] {
        const auto *view = driver::find<JsonView>(s.window(), u"Response body"_s);
        return view ? QJsonDocument::fromJson(view->toPlainText().toUtf8()).object() : QJsonObject();
    };
    CHECK(s.waitFor([&] { return answer().contains(u"id"_s); }, slow(10) + 10));
    QCOMPARE(answer().value(u"id"_s).toString(), s.machine(machine)->id());
    QCOMPARE(answer().value(u"state"_s).toString(), u"Running"_s);
}

void TestManagerSnapshots::lookAtBoth(ManagerSession &s)
{
    s.step("both run at once, each with its own");
    const Machine *one = s.machine(m_machine);
    const Machine *other = s.machine(m_clone);
    CHECK(one->state() == MachineState::Running && other->state() == MachineState::Running);
    CHECK(one->id() != other->id());
    CHECK(one->enginePid() > 0 && other->enginePid() > 0 && one->enginePid() != other->enginePid());
    CHECK(one->directory().apiSocket() != other->directory().apiSocket());
    CHECK(QFile::exists(one->directory().apiSocket()) && QFile::exists(other->directory().apiSocket()));
    const QString drive = one->definition().config.drives.constFirst().pathOnHost;
    const QString copy = other->definition().config.drives.constFirst().pathOnHost;
    CHECK(QFileInfo(drive).canonicalFilePath() != QFileInfo(copy).canonicalFilePath());
    expectEngine(s, m_machine);
    expectEngine(s, m_clone);

    s.step("the new one has the change");
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.waitForConsole(u"seen after"_s, slow(5)));
    expectGuest(s, m_clone, true);
    s.step("what it writes is its own");
    CHECK(s.run(u"echo clone >/root/clone; sync"_s, slow(10) + 30));
    CHECK(s.selectMachine(m_machine));
    CHECK(s.showPage(u"Console"_s));
    const auto seen = s.run(u"sync; echo 3 >/proc/sys/vm/drop_caches; ls /root/clone"_s, slow(20) + 30);
    CHECK(seen && seen->contains(u"No such file"_s));
}

void TestManagerSnapshots::restoreSecond(ManagerSession &s)
{
    s.step("restore the second, and keep what is there now");
    CHECK(s.showPage(u"Snapshots"_s));
    CHECK(driver::clickRow(tree(s), kSecond));
    CHECK(clickWhenEnabled(s, s.window(), u"Restore"_s));
    CHECK(clickWhenEnabled(s, dialog(s, u"Restore “%1”"_s.arg(kSecond)), u"Restore"_s));
    CHECK(waitForMessage(s, u"The machine is back at “%1” and goes on from there."_s.arg(kSecond)));
    CHECK(s.waitFor([&] { return rows(s).contains(u"Before going back to “%1”"_s.arg(kSecond)); }, slow(10)));
    CHECK(s.waitForState(m_machine, MachineState::Running, slow(5)));
    s.step("the guest has the change again");
    expectGuest(s, m_machine, true);
    expectClock(s);
}

/// Waits until the snapshot is older than the tolerance, so that a clock that went on from it would be seen.
void TestManagerSnapshots::expectClock(ManagerSession &s)
{
    s.step("and its clock tells today's time");
    constexpr qint64 kTolerance = 10; // seconds
    const auto isOld = [&] { return m_secondTaken.secsTo(QDateTime::currentDateTimeUtc()) > 2 * kTolerance; };
    CHECK(s.waitFor(isOld, 3 * static_cast<int>(kTolerance)));
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const auto answer = s.run(u"echo \"it is $(date +%s) s\""_s, slow(10) + 10);
    CHECK(answer);
    const auto match = QRegularExpression(u"it is (\\d+) s"_s).match(*answer);
    CHECK(match.hasMatch());
    const qint64 guest = match.captured(1).toLongLong();
    qInfo("the guest's clock is %lld s behind", static_cast<long long>(before - guest));
    CHECK(guest >= before - kTolerance && guest <= QDateTime::currentSecsSinceEpoch() + kTolerance);
}

void TestManagerSnapshots::deleteWithDependents(ManagerSession &s)
{
    s.step("delete the first, and the diff with it");
    CHECK(s.showPage(u"Snapshots"_s));
    const QDir folder(s.machine(m_machine)->directory().root() + u"/snapshots"_s);
    const auto kept = [&folder] { return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden).size(); };
    QCOMPARE(kept(), 3);
    CHECK(driver::clickRow(tree(s), kFirst));
    CHECK(clickWhenEnabled(s, s.window(), u"Delete"_s));
    QDialog *form = dialog(s, u"Delete “%1”"_s.arg(kFirst));
    CHECK(form);
    CHECK(driver::clickMark(driver::find<QRadioButton>(form, u"Delete them, too"_s)));
    CHECK(s.texts().contains(u"Deleted: “%1”, “%2”."_s.arg(kFirst, kSecond)));
    CHECK(driver::clickButton(form, u"Delete"_s));
    CHECK(waitForMessage(s, u"“%1” is deleted."_s.arg(kFirst)));
    CHECK(s.waitFor([&] { return !rows(s).contains(kFirst) && !rows(s).contains(kSecond); }, slow(10)));
    CHECK(s.waitFor([&] { return kept() == 1; }, slow(10)));
    s.step("machines that came from them run on");
    expectGuest(s, m_machine, true);
    expectGuest(s, m_clone, true);
}

void TestManagerSnapshots::manager_snapshots_areMadeBrowsedRestoredClonedAndDeleted()
{
    ManagerSession session;
    using Part = void (TestManagerSnapshots::*)(ManagerSession &);
    constexpr Part story[] = {&TestManagerSnapshots::create,
                              &TestManagerSnapshots::start,
                              &TestManagerSnapshots::takeFirst,
                              &TestManagerSnapshots::change,
                              &TestManagerSnapshots::takeSecond,
                              &TestManagerSnapshots::browse,
                              &TestManagerSnapshots::restoreFirst,
                              &TestManagerSnapshots::cloneSecond,
                              &TestManagerSnapshots::lookAtBoth,
                              &TestManagerSnapshots::restoreSecond,
                              &TestManagerSnapshots::deleteWithDependents};
    for (const Part part : story) {
        (this->*part)(session);
        if (QTest::currentTestFailed())
            return;
    }
}

int main(int argc, char **argv)
{
    TestManagerSnapshots test;
    return runEndToEnd(argc, argv, test);
}

#include "tst_manager_snapshots_end_to_end.moc"
