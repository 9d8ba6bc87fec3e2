// What a user sets on the Network, Metadata, Hardware and Metrics pages, as the guest has it: see README.md.
#include "end_to_end/end_to_end.h"
#include "harness/host_network.h"
#include "support/window_driver.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

const QString kTap = u"tap7"_s; // none that the manager would choose by itself
const QString kHostAddress = u"172.16.7.1"_s;
const QString kGuestAddress = u"172.16.7.2"_s;
constexpr double kBalloonMib = 64;
constexpr double kTolerance = 0.9; ///< the guest does other things with its memory too

/// What a read-only text of this name shows; nothing: it is not in sight.
std::optional<QString> shown(ManagerSession &s, const QString &name)
{
    const auto *view = driver::find<QPlainTextEdit>(s.window(), name);
    return view ? std::optional(view->toPlainText()) : std::nullopt;
}

/// What the guest says of itself.
std::optional<double> freeMibInGuest(ManagerSession &s)
{
    const auto answer = s.run(u"grep MemFree: /proc/meminfo"_s, slow(10) + 10);
    const auto match = QRegularExpression(u"MemFree:\\s+(\\d+) kB"_s).match(answer.value_or(QString()));
    return match.hasMatch() ? std::optional(match.captured(1).toDouble() / 1024) : std::nullopt;
}

/// The same as the page shows it, from the balloon's statistics.
std::optional<double> freeMibOnPage(ManagerSession &s)
{
    const auto *table = driver::find<QTableWidget>(s.window(), u"Statistics of the guest's memory"_s);
    const QModelIndex row = table ? driver::findRow(table, u"Free memory"_s) : QModelIndex();
    const auto match = QRegularExpression(u"^([\\d.]+) MiB$"_s).match(row.siblingAtColumn(1).data().toString());
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

} // namespace

class TestManagerDevices : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void manager_networkMetadataAndBalloon_reachTheGuest();

private:
    void create(ManagerSession &s);
    void connectToTap(ManagerSession &s);
    void enterMetadata(ManagerSession &s);
    void addBalloon(ManagerSession &s);
    void start(ManagerSession &s);
    void setUpNetwork(ManagerSession &s);
    void readMetadata(ManagerSession &s);
    void changeMetadata(ManagerSession &s);
    void inflate(ManagerSession &s);
    void deflate(ManagerSession &s);

    QString m_machine;
    QString m_expected; ///< the guest's answer as the Metadata page told it beforehand
    QString m_question; ///< the command for it, from the same page
    double m_freeMib = 0;
};

void TestManagerDevices::initTestCase()
{
    // Not in a network namespace, as elsewhere: /sys, where the manager looks, would still show the former one.
    QVERIFY2(harness::addTap(kTap, kHostAddress + u"/30"_s), "no tap: this test needs root");
}

void TestManagerDevices::cleanupTestCase()
{
    QCOMPARE(harness::runOnHost(u"ip link del "_s + kTap).status, 0);
}

void TestManagerDevices::create(ManagerSession &s)
{
    s.step("create a machine");
    s.open();
    CHECK(s.waitFor([&s] { return s.workspace().readiness()->complete(); }, slow(30)));
    const auto made = s.createMachine();
    CHECK(made);
    m_machine = made->machine->definition().name;
}

void TestManagerDevices::connectToTap(ManagerSession &s)
{
    s.step("connect it to the host's tap on the Network page");
    CHECK(s.showPage(u"Network"_s));
    CHECK(driver::clickButton(s.window(), u"Add interface"_s));
    QLineEdit *device = nullptr;
    CHECK(s.waitFor([&] { return (device = driver::find<QLineEdit>(s.window(), u"Host device"_s)) != nullptr; },
                    slow(5)));
    CHECK(driver::type(device, kTap));
    CHECK(driver::clickButton(device->window(), u"Add"_s));
    CHECK(s.waitFor([&] { return s.texts().contains(u"%1 is ready."_s.arg(kTap)); }, slow(5)));
    CHECK(driver::clickButton(s.window(), u"Apply"_s));
    CHECK(s.waitFor([&s] { return s.messages().contains(u"The changes are saved."_s); }, slow(10)));
}

void TestManagerDevices::enterMetadata(ManagerSession &s)
{
    s.step("enter metadata for it on the Metadata page");
    CHECK(s.showPage(u"Metadata"_s));
    CHECK(driver::clickMark(
        driver::find<QCheckBox>(s.window(), u"The guest can ask for metadata at an address of its network"_s)));
    CHECK(driver::choose(driver::find<QComboBox>(s.window(), u"Version"_s), u"Version 1: without (deprecated)"_s));
    CHECK(driver::type(driver::find<QPlainTextEdit>(s.window(), u"Metadata (JSON)"_s),
                       uR"({"latest": {"meta-data": {"name": "web-1", "zone": "a"}, "user-data": "x"}})"_s));
    CHECK(driver::type(driver::find<QLineEdit>(s.window(), u"Path"_s), u"/latest/meta-data"_s));
    m_expected = shown(s, u"Answer: Plain text"_s).value_or(QString());
    m_question = shown(s, u"Commands for the guest"_s).value_or(QString());
    QCOMPARE(m_expected, u"name\nzone"_s);
    CHECK(driver::clickButton(s.window(), u"Apply"_s));
    CHECK(s.waitFor([&s] { return s.messages().contains(u"The changes are saved."_s); }, slow(10)));
}

void TestManagerDevices::addBalloon(ManagerSession &s)
{
    s.step("add a balloon on the Hardware page");
    CHECK(s.showPage(u"Hardware"_s));
    CHECK(driver::clickMark(driver::find<QCheckBox>(s.window(), u"The host can take memory back from the guest"_s)));
    CHECK(driver::clickButton(s.window(), u"Apply"_s));
    CHECK(s.waitFor([&s] { return s.messages().contains(u"The changes are saved."_s); }, slow(10)));
}

void TestManagerDevices::start(ManagerSession &s)
{
    s.step("start it and log in");
    CHECK(s.choose(u"Start"_s));
    CHECK(s.waitForState(m_machine, MachineState::Running, slow(10) + 20));
    CHECK(!s.machine(m_machine)->emulated());
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.logIn());
}

void TestManagerDevices::setUpNetwork(ManagerSession &s)
{
    s.step("type the Network page's commands in the guest");
    CHECK(s.showPage(u"Network"_s));
    CHECK(s.waitFor([&] { return s.texts().contains(u"%1 carries this machine's packets."_s.arg(kTap)); }, slow(10)));
    const auto commands = shown(s, u"Commands for the guest's address"_s);
    CHECK(commands && commands->contains(kGuestAddress));
    CHECK(s.showPage(u"Console"_s));
    for (const QString &command : commands->split(u'\n'))
        QCOMPARE(s.run(command, slow(10) + 10), QString());
    const auto answer = s.run(u"ping -c 1 -W 20 "_s + kHostAddress, slow(20) + 10);
    CHECK(answer && answer->contains(u"1 packets received"_s));
}

void TestManagerDevices::readMetadata(ManagerSession &s)
{
    s.step("ask for the metadata in the guest");
    QCOMPARE(s.run(u"ip route add 169.254.169.254 dev eth0"_s, slow(10) + 10), QString());
    QCOMPARE(s.run(m_question, slow(20) + 10), m_expected);
    QCOMPARE(s.run(u"curl -s http://169.254.169.254/latest/meta-data/name"_s, slow(20) + 10), u"web-1"_s);
}

void TestManagerDevices::changeMetadata(ManagerSession &s)
{
    s.step("change it while the machine runs");
    CHECK(s.showPage(u"Metadata"_s));
    auto *text = driver::find<QPlainTextEdit>(s.window(), u"Metadata (JSON)"_s);
    CHECK(driver::type(text, uR"({"latest": {"meta-data": {"name": "web-2", "zone": null}}})"_s));
    CHECK(driver::clickButton(s.window(), u"Patch the machine's"_s));
    CHECK(s.waitFor([&s] { return s.messages().join(u' ').contains(u"is merged with this text"_s); }, slow(10)));
    s.step("the text that the machine starts with can come back, the guest's data stay");
    CHECK(driver::clickButton(s.window(), u"Discard"_s));
    CHECK(text->toPlainText().contains(u"web-1"_s));
    CHECK(driver::clickButton(s.window(), u"Get from the machine"_s));
    CHECK(s.waitFor([&] { return text->toPlainText().contains(u"web-2"_s); }, slow(10)));
    CHECK(!text->toPlainText().contains(u"zone"_s));
    CHECK(driver::clickButton(s.window(), u"Discard"_s));
    CHECK(s.showPage(u"Console"_s));
    QCOMPARE(s.run(m_question, slow(20) + 10), u"name"_s);
    QCOMPARE(s.run(u"curl -s http://169.254.169.254/latest/meta-data/name"_s, slow(20) + 10), u"web-2"_s);
}

void TestManagerDevices::inflate(ManagerSession &s)
{
    const auto before = freeMibInGuest(s);
    CHECK(before);
    s.step("take memory away on the Metrics page");
    CHECK(s.showPage(u"Metrics"_s));
    CHECK(s.waitFor([&s] { return driver::find<QTabBar>(s.window(), u"Parts of the metrics"_s) != nullptr; },
                    slow(10) + 10));
    CHECK(driver::clickTab(driver::find<QTabBar>(s.window(), u"Parts of the metrics"_s), u"Memory and balloon"_s));
    CHECK(s.waitFor([&s] { return driver::find<QSpinBox>(s.window(), u"Target of the balloon"_s) != nullptr; },
                    slow(10) + 10));
    auto *target = driver::find<QSpinBox>(s.window(), u"Target of the balloon"_s);
    CHECK(driver::type(target, QString::number(kBalloonMib)));
    QTest::keyClick(target, Qt::Key_Return);
    CHECK(s.waitFor([&] { return s.texts().contains(u"%1 MiB of %1 MiB wanted"_s.arg(kBalloonMib)); }, slow(20) + 20));
    CHECK(s.waitFor([&] { return freeMibOnPage(s).value_or(*before) < *before - kTolerance * kBalloonMib; },
                    slow(10) + 10));
    const auto onPage = freeMibOnPage(s);
    CHECK(s.showPage(u"Console"_s));
    const auto after = freeMibInGuest(s);
    CHECK(onPage && after);
    qInfo("free in the guest: %.1f MiB before, %.1f MiB with %.0f MiB in the balloon; the page said %.1f MiB", *before,
          *after, kBalloonMib, *onPage);
    CHECK(*after < *before - kTolerance * kBalloonMib);
    CHECK(qAbs(*after - *onPage) < (1 - kTolerance) * kBalloonMib);
    m_freeMib = *after;
}

void TestManagerDevices::deflate(ManagerSession &s)
{
    s.step("give it back by the slider");
    CHECK(s.showPage(u"Metrics"_s));
    auto *slider = driver::find<QSlider>(s.window(), u"Target of the balloon in MiB"_s);
    CHECK(slider && slider->value() == kBalloonMib);
    QTest::keyClick(slider, Qt::Key_Home);
    CHECK(s.waitFor([&s] { return s.texts().contains(u"0 MiB of 0 MiB wanted"_s); }, slow(20) + 20));
    CHECK(s.showPage(u"Console"_s));
    const auto after = freeMibInGuest(s);
    CHECK(after && *after > m_freeMib + kTolerance * kBalloonMib);
}

void TestManagerDevices::manager_networkMetadataAndBalloon_reachTheGuest()
{
    ManagerSession session;
    using Part = void (TestManagerDevices::*)(ManagerSession &);
    constexpr Part story[] = {&TestManagerDevices::create,        &TestManagerDevices::connectToTap,
                              &TestManagerDevices::enterMetadata, &TestManagerDevices::addBalloon,
                              &TestManagerDevices::start,         &TestManagerDevices::setUpNetwork,
                              &TestManagerDevices::readMetadata,  &TestManagerDevices::changeMetadata,
                              &TestManagerDevices::inflate,       &TestManagerDevices::deflate};
    for (const Part part : story) {
        (this->*part)(session);
        if (QTest::currentTestFailed())
            return;
    }
}

int main(int argc, char **argv)
{
    TestManagerDevices test;
    // The manager's commands for guests use curl.
    return runEndToEnd(argc, argv, test, u"6.1-test"_s);
}

#include "tst_manager_devices_end_to_end.moc"
