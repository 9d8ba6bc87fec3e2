#include "end_to_end/end_to_end.h"

#include "manager/log_tail.h"
#include "manager/machine_text.h"
#include "support/window_driver.h"
#include "widgets/elided_label.h"
#include "widgets/inline_message.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QTreeView>
#include <QWizard>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

QByteArray lastLines(const QString &file, int count)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    source.seek(std::max<qint64>(0, source.size() - 16384));
    const QList<QByteArray> lines = source.readAll().split('\n');
    return "--- " + file.toUtf8() + '\n' + lines.sliced(std::max<qsizetype>(0, lines.size() - count)).join('\n') + '\n';
}

/// Guest packages are fetched once for all tests, so this user's cache begins with them.
bool sharePackages(const QString &cache)
{
    const QString mine = Paths::find({}, QProcessEnvironment::systemEnvironment()).cache;
    const QString shared = qEnvironmentVariable("SPARKLER_CACHE", mine) + u"/packages"_s;
    return QDir().mkpath(shared) && QDir().mkpath(cache) && QFile::link(shared, cache + u"/packages"_s);
}

/// Where the demo guest is looked for, there is one: building it in the lab would take longer than all the rest.
bool takeDemoGuest(const QString &data, const QString &guest)
{
    const QString files = qEnvironmentVariable("SPARKLER_GUEST_DIR") + u'/' + guest;
    return QDir().mkpath(data + u"/assets"_s) && QFile::link(files, data + u"/assets/demo"_s);
}

} // namespace

int runEndToEnd(int argc, char **argv, QObject &test, const QString &guest)
{
    // A name that is short enough for sockets, and a place where they work in the lab too.
    const QTemporaryDir home(u"/tmp/sp-e2e-XXXXXX"_s);
    const bool ready = home.isValid() && (qgetenv("SPARKLER_E2E_GUEST") == "ready"
                                              ? takeDemoGuest(home.filePath(u"data/sparkler"_s), guest)
                                              : sharePackages(home.filePath(u"cache/sparkler"_s)));
    if (!ready) {
        qCritical("no home directory for the test");
        return 1;
    }
    for (const auto &[variable, folder] : {std::pair{"XDG_DATA_HOME", "data"},
                                           {"XDG_CACHE_HOME", "cache"},
                                           {"XDG_CONFIG_HOME", "config"},
                                           {"XDG_STATE_HOME", "state"},
                                           {"XDG_RUNTIME_DIR", "runtime"},
                                           {"HOME", "home"}}) {
        const QString path = home.filePath(QLatin1StringView(folder));
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(variable, path.toUtf8());
    }
    qunsetenv("SPARKLER_CACHE");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setApplicationName(u"sparkler"_s);
    QApplication application(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

int ManagerSession::slowness()
{
    return std::max(1, qEnvironmentVariableIntValue("LAB_SLOW"));
}

ManagerSession::ManagerSession()
{
    m_clock.start();
}

ManagerSession::~ManagerSession()
{
    if (!m_workspace)
        return;
    // Nothing is left behind, whatever the test has come to.
    for (Machine *machine : m_workspace->supervisor()->machines())
        machine->forceStop();
    waitFor(
        [this] {
            return std::ranges::all_of(m_workspace->supervisor()->machines(), [](const Machine *machine) {
                return machine->state() == MachineState::Stopped || machine->state() == MachineState::Crashed;
            });
        },
        30);
    m_window.reset();
    m_workspace.reset();
}

void ManagerSession::open()
{
    m_workspace = std::make_unique<Workspace>(Paths::ofThisProgram());
    QObject::connect(m_workspace->supervisor(), &Supervisor::added, m_workspace.get(),
                     [this](Machine *machine) { watch(machine); });
    m_window = std::make_unique<MainWindow>(m_workspace.get(), nullptr);
    m_window->show();
    m_window->activateWindow();
    QMetaObject::invokeMethod(m_workspace.get(), &Workspace::open, Qt::QueuedConnection);
}

bool ManagerSession::close()
{
    const bool closed = m_window->close();
    m_window.reset();
    m_workspace.reset();
    return closed;
}

void ManagerSession::watch(Machine *machine)
{
    QObject::connect(machine, &Machine::failed, m_workspace.get(),
                     [this](const Failure &failure) { m_failures << failure.report(); });
    QObject::connect(machine, &Machine::stateChanged, m_workspace.get(), [this, machine] {
        m_steps += QByteArray::number(m_clock.elapsed()) + " ms   " + machine->definition().name.toUtf8() + ": " +
                   stateText(machine->state()).toUtf8() + ' ' + machine->reason().toUtf8() + '\n';
    });
}

Machine *ManagerSession::machine(const QString &name) const
{
    for (Machine *machine : m_workspace->supervisor()->machines()) {
        if (machine->definition().name == name)
            return machine;
    }
    return nullptr;
}

bool ManagerSession::waitFor(const std::function<bool()> &condition, int seconds) const
{
    return QTest::qWaitFor(condition, seconds * 1000);
}

bool ManagerSession::waitForState(const QString &name, MachineState state, int seconds) const
{
    return waitFor(
        [&] {
            const Machine *found = machine(name);
            return found && found->state() == state;
        },
        seconds);
}

bool ManagerSession::selectMachine(const QString &name)
{
    return driver::clickRow(driver::find<QTreeView>(m_window.get(), u"Machines"_s), name);
}

bool ManagerSession::showPage(const QString &title)
{
    return driver::clickTab(driver::find<QTabBar>(m_window.get(), u"Pages of the machine"_s), title);
}

bool ManagerSession::choose(const QString &action)
{
    return driver::clickButton(m_window.get(), action);
}

std::optional<ManagerSession::Created> ManagerSession::createMachine()
{
    const Supervisor *supervisor = m_workspace->supervisor();
    const qsizetype before = supervisor->machines().size();
    QWizard *wizard = nullptr;
    const auto opened = [&] {
        const auto all = driver::allVisible<QWizard>(m_window.get());
        wizard = all.isEmpty() ? nullptr : all.first();
        return wizard != nullptr;
    };
    if (!driver::clickButton(m_window.get(), u"Create machine"_s) || !waitFor(opened, slow(5)))
        return std::nullopt;
    constexpr int kMostClicks = 20;
    int clicks = 1;
    for (; !wizard->button(QWizard::FinishButton)->isVisible(); ++clicks) {
        if (clicks > kMostClicks || !driver::click(wizard->button(QWizard::NextButton)))
            return std::nullopt;
    }
    if (!driver::click(wizard->button(QWizard::FinishButton)) ||
        !waitFor([&] { return supervisor->machines().size() == before + 1; }, slow(10)))
        return std::nullopt;
    Machine *made = supervisor->machines().constLast();
    if (!waitFor([&] { return made->whyNot(MachineAction::Start).isEmpty(); }, slow(30)))
        return std::nullopt;
    return Created{made, clicks};
}

bool ManagerSession::logIn()
{
    return waitForConsole(u"login:"_s, slow(30) + 120) && type(u"root"_s) && waitForConsole(u"root@"_s, slow(10) + 30);
}

TerminalWidget *ManagerSession::terminal() const
{
    const auto all = driver::allVisible<TerminalWidget>(m_window.get());
    return all.isEmpty() ? nullptr : all.first();
}

QString ManagerSession::console() const
{
    TerminalWidget *shown = terminal();
    return shown ? shown->screenText() : QString();
}

bool ManagerSession::waitForConsole(const QString &text, int seconds, qsizetype from) const
{
    return waitFor([&] { return console().indexOf(text, from) >= 0; }, seconds);
}

bool ManagerSession::type(const QString &line)
{
    TerminalWidget *shown = terminal();
    if (!shown || !driver::click(shown->view()->viewport()))
        return false;
    QTest::keyClicks(shown->view(), line);
    QTest::keyClick(shown->view(), Qt::Key_Return);
    return true;
}

std::optional<QString> ManagerSession::run(const QString &command, int seconds)
{
    const int number = ++m_commands;
    // Not found in the echo of what was typed: the shell puts the number together.
    const QString begin = u"begin-%1-"_s.arg(number);
    const QString end = u"end-%1-"_s.arg(number);
    const QString line = u"echo begin-%1''-; %2; echo end-%1''-"_s.arg(number).arg(command);
    if (!type(line) || !waitForConsole(end, seconds))
        return std::nullopt;
    const QString text = console();
    const qsizetype from = text.lastIndexOf(begin) + begin.size();
    return text.mid(from, text.indexOf(end, from) - from).trimmed();
}

QStringList ManagerSession::messages() const
{
    QStringList texts;
    for (const InlineMessage *message : driver::allVisible<InlineMessage>(m_window.get()))
        texts << message->text();
    return texts;
}

QString ManagerSession::texts() const
{
    QStringList all;
    for (const QLabel *label : driver::allVisible<QLabel>(m_window.get()))
        all << label->text();
    for (const ElidedLabel *label : driver::allVisible<ElidedLabel>(m_window.get()))
        all << label->text();
    return all.join(u'\n');
}

void ManagerSession::step(const char *what)
{
    m_steps += QByteArray::number(m_clock.elapsed()) + " ms " + what + '\n';
    qInfo("%s ms %s", QByteArray::number(m_clock.elapsed()).constData(), what);
    const QString pictures = qEnvironmentVariable("SPARKLER_E2E_PICTURES");
    if (!pictures.isEmpty() && m_window)
        m_window->grab().save(u"%1/%2.png"_s.arg(pictures).arg(++m_pictures, 2, 10, QChar(u'0')));
}

QByteArray ManagerSession::report() const
{
    QByteArray text = "\n=== steps and states\n" + m_steps;
    if (!m_workspace || !m_window)
        return text + "no window\n";
    text += "=== failures\n" + m_failures.join(u'\n').toUtf8() + "\n=== messages\n" + messages().join(u'\n').toUtf8() +
            "\n=== labels in sight\n" + texts().toUtf8() + '\n';
    for (const Task *task : m_workspace->tasks()->tasks())
        text += "task " + task->title().toUtf8() + ": " + task->step().toUtf8() +
                (task->failure() ? task->failure()->report().toUtf8() : QByteArray()) + '\n';
    for (const ReadinessCheck &check : m_workspace->readiness()->checks())
        text += "check " + check.title.toUtf8() + ": " + check.reason.toUtf8() + '\n';
    for (const Machine *machine : m_workspace->supervisor()->machines()) {
        text += "=== machine " + machine->definition().name.toUtf8() + ": " + stateText(machine->state()).toUtf8() +
                ' ' + machine->reason().toUtf8() + '\n';
        for (const char *log : {"engine.log", "engine.out", "emulator.log"})
            text += lastLines(machine->directory().root() + u"/logs/"_s + QLatin1StringView(log), 15);
    }
    const QStringList screen = console().trimmed().split(u'\n');
    return text + "=== console\n" + screen.sliced(std::max<qsizetype>(0, screen.size() - 30)).join(u'\n').toUtf8() +
           '\n';
}
