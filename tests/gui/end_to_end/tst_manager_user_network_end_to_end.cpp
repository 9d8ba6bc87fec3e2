// An ordinary user, without root and without a tap, gives a machine a network on the Network page: see README.md.
#include "end_to_end/end_to_end.h"
#include "harness/host_network.h"
#include "harness/host_program.h"
#include "support/window_driver.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>

#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

constexpr uid_t kUser = 1000;
constexpr int kGuestPort = 7002;

/// What a read-only text of this name shows; nothing: it is not in sight.
std::optional<QString> shown(ManagerSession &s, const QString &name)
{
    const auto *view = driver::find<QPlainTextEdit>(s.window(), name);
    return view ? std::optional(view->toPlainText()) : std::nullopt;
}

/// The programs and the guest at a place where this user finds them: their own may be in a folder that root keeps to
/// itself.
bool showToUser(const QString &place)
{
    const QString programs = place + u"/bin"_s;
    const QString guests = place + u"/guests"_s;
    const QString guestTools = place + u"/tools"_s;
    const QString engine = qEnvironmentVariable("SPARKLER_ENGINE");
    for (const auto &[from, to] : {std::pair(QFileInfo(engine).absolutePath(), programs),
                                   std::pair(qEnvironmentVariable("SPARKLER_GUEST_DIR"), guests),
                                   std::pair(qEnvironmentVariable("SPARKLER_GUEST_TOOLS"), guestTools)}) {
        if (!QDir().mkpath(to) || harness::runOnHost(u"mount"_s, {u"--bind"_s, from, to}).status != 0)
            return false;
    }
    for (const char *variable :
         {"SPARKLER_ENGINE", "SPARKLER_JAILER", "SPARKLER_EMULATOR", "SPARKLER_TOOLS", "SPARKLER_KVM_PROBE"})
        qputenv(variable, (programs + u'/' + QFileInfo(qEnvironmentVariable(variable)).fileName()).toUtf8());
    qputenv("SPARKLER_GUEST_DIR", guests.toUtf8());
    qputenv("SPARKLER_GUEST_TOOLS", guestTools.toUtf8());
    return QFile::setPermissions(place, QFile::Permissions(0x7055));
}

/// From here on this process is that of a user like any other.
bool becomeUser()
{
    return ::setgroups(0, nullptr) == 0 && ::setresgid(kUser, kUser, kUser) == 0 &&
           ::setresuid(kUser, kUser, kUser) == 0 && ::prctl(PR_SET_DUMPABLE, 1) == 0;
}

} // namespace

class TestManagerUserNetwork : public QObject {
    Q_OBJECT
public:
    explicit TestManagerUserNetwork(harness::HostProgram &server) : m_server(server) {}

private slots:
    void manager_userModeNetwork_reachesOutAndIn();

private:
    void create(ManagerSession &s);
    void addInterface(ManagerSession &s);
    void start(ManagerSession &s);
    void setUpNetwork(ManagerSession &s);
    void reachOut(ManagerSession &s);
    void reachIn(ManagerSession &s);

    harness::HostProgram &m_server;
    QString m_machine;
};

void TestManagerUserNetwork::create(ManagerSession &s)
{
    s.step("create a machine");
    QCOMPARE(::geteuid(), kUser);
    s.open();
    CHECK(s.waitFor([&s] { return s.workspace().readiness()->complete(); }, slow(30)));
    const auto made = s.createMachine();
    CHECK(made);
    m_machine = made->machine->definition().name;
}

void TestManagerUserNetwork::addInterface(ManagerSession &s)
{
    s.step("give it a user-mode network on the Network page");
    CHECK(s.showPage(u"Network"_s));
    CHECK(driver::clickButton(s.window(), u"Add interface"_s));
    QComboBox *kind = nullptr;
    CHECK(s.waitFor([&] { return (kind = driver::find<QComboBox>(s.window(), u"Network"_s)) != nullptr; }, slow(5)));
    CHECK(driver::choose(kind, u"User-mode (no root)"_s));
    CHECK(driver::clickButton(kind->window(), u"Add forward"_s));
    CHECK(driver::type(driver::find<QSpinBox>(kind->window(), u"Guest port"_s), QString::number(kGuestPort)));
    CHECK(driver::clickButton(kind->window(), u"Add"_s));
    CHECK(s.waitFor([&] { return shown(s, u"Addresses of the forwarded ports"_s) == u"127.0.0.1:8080"_s; }, slow(5)));
    CHECK(driver::clickButton(s.window(), u"Apply"_s));
    CHECK(s.waitFor([&s] { return s.messages().contains(u"The changes are saved."_s); }, slow(10)));
}

void TestManagerUserNetwork::start(ManagerSession &s)
{
    s.step("start it and log in");
    CHECK(s.choose(u"Start"_s));
    CHECK(s.waitForState(m_machine, MachineState::Running, slow(10) + 20));
    QCOMPARE(s.machine(m_machine)->runningOn(), u"rootless"_s);
    CHECK(s.showPage(u"Console"_s));
    CHECK(s.logIn());
}

void TestManagerUserNetwork::setUpNetwork(ManagerSession &s)
{
    s.step("type the Network page's commands in the guest");
    CHECK(s.showPage(u"Network"_s));
    const auto commands = shown(s, u"Commands for the guest's address"_s);
    CHECK(commands && !commands->isEmpty());
    CHECK(s.texts().contains(u"the address that this host itself has: 10.7.0.1"_s));
    CHECK(s.showPage(u"Console"_s));
    for (const QString &command : commands->split(u'\n'))
        CHECK(s.run(command, slow(20) + 20));
    const auto address = s.run(u"ip -4 addr show dev eth0"_s, slow(10) + 10);
    CHECK(address && address->contains(u"inet 10.7.0.1/"_s));
}

void TestManagerUserNetwork::reachOut(ManagerSession &s)
{
    s.step("the guest reaches a server beyond the host");
    const auto answer = s.run(
        u"guest_streams connect tcp:%1:7001 1 50000"_s.arg(QLatin1StringView(harness::kOutsideServer)), slow(30) + 10);
    CHECK(answer);
    QVERIFY2(answer->contains(u"STREAMS 1 verified"_s), qPrintable(*answer));
    CHECK(m_server.succeeds());
}

void TestManagerUserNetwork::reachIn(ManagerSession &s)
{
    s.step("and is reached by the forwarded port");
    const auto listens = s.run(u"guest_streams listen tcp::%1 1 >/tmp/in & for i in $(seq 100); do grep -q listening "
                               "/tmp/in && break; usleep 50000; done"_s.arg(kGuestPort),
                               slow(10) + 10);
    CHECK(listens);
    const harness::HostOutput host =
        harness::runOnHost(harness::guestTool(u"guest_streams"_s) + u" connect tcp:127.0.0.1:8080 1 50000"_s, 60000);
    QVERIFY2(host.text.contains("STREAMS 1 verified"), host.text);
}

void TestManagerUserNetwork::manager_userModeNetwork_reachesOutAndIn()
{
    ManagerSession session;
    using Part = void (TestManagerUserNetwork::*)(ManagerSession &);
    constexpr Part story[] = {&TestManagerUserNetwork::create,   &TestManagerUserNetwork::addInterface,
                              &TestManagerUserNetwork::start,    &TestManagerUserNetwork::setUpNetwork,
                              &TestManagerUserNetwork::reachOut, &TestManagerUserNetwork::reachIn};
    for (const Part part : story) {
        (this->*part)(session);
        if (QTest::currentTestFailed())
            return;
    }
}

int main(int argc, char **argv)
{
    // Whoever asks only which tests there are wants no world made.
    const bool lists = argc > 1 && QByteArrayView(argv[1]) == "-datatags";
    QTemporaryDir place(u"/tmp/sp-user-XXXXXX"_s);
    place.setAutoRemove(lists); // else it holds mounts, and the lab ends with the test
    // What needs root comes first: the world around, and a server in it.
    const QByteArray wrong = lists ? QByteArray() : harness::makeOutside();
    if (!place.isValid() || !wrong.isEmpty() || (!lists && !showToUser(place.path()))) {
        qCritical("this test needs root, in the lab. %s", wrong.constData());
        return 1;
    }
    const QStringList serverCommand{u"netns"_s,  u"exec"_s,      u"outside"_s, harness::guestTool(u"guest_streams"_s),
                                    u"listen"_s, u"tcp::7001"_s, u"1"_s};
    harness::HostProgram server(u"ip"_s, lists ? QStringList{u"-V"_s} : serverCommand);
    if (!lists && (!server.prints("STREAMS listening") || !becomeUser())) {
        qCritical("no server beyond the host, or no user");
        return 1;
    }
    TestManagerUserNetwork test(server);
    return runEndToEnd(argc, argv, test, u"6.1-test"_s);
}

#include "tst_manager_user_network_end_to_end.moc"
