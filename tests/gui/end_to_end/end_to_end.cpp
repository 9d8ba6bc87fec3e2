#include "end_to_end/end_to_end.h"

#include "manager/log_tail.h"
#include "models/machine_text.h"
#include "support/window_driver.h"
#include "widgets/inline_message.h"

#include <QApplication>
#include <QDir>
#include <QTreeView>

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

} // namespace

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

void ManagerSession::step(const char *what)
{
    m_steps += QByteArray::number(m_clock.elapsed()) + " ms " + what + '\n';
    qInfo("%s ms %s", QByteArray::number(m_clock.elapsed()).constData(), what);
}

QByteArray ManagerSession::report() const
{
    QByteArray text = "\n=== steps and states\n" + m_steps;
    if (!m_workspace || !m_window)
        return text + "no window\n";
    text += "=== failures\n" + m_failures.join(u'\n').toUtf8() + "\n=== messages\n" + messages().join(u'\n').toUtf8() +
            '\n';
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
