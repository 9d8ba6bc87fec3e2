#include "ctl/session.h"

#include "ctl/text.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <cstdlib>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// Longer than any runner's engine may be silent before it counts as unresponsive.
constexpr std::chrono::milliseconds kSettleLimit = 20s;

} // namespace

Session::Session(const Paths &paths, Preferences preferences, const Output &output)
    : m_output(output), m_preferences(std::move(preferences)), m_workspace(paths),
      m_progress(!output.quiet() && !output.json())
{
    m_progress.follow(m_workspace.tasks());
    // Whoever waits for something of this machine must not go on with it. Its locks end with the process.
    QObject::connect(m_workspace.supervisor(), &Supervisor::aboutToRemove, [this](const Machine *machine) {
        if (machine != m_inUse)
            return;
        m_progress.clear();
        m_output.fail(Ctl::tr("“%1” was deleted meanwhile.").arg(machine->definition().name), {}, Exit::NoSuch);
        std::_Exit(static_cast<int>(Exit::NoSuch));
    });
}

Session::~Session()
{
    m_progress.follow(nullptr);
    letGo();
}

void Session::open(Role role)
{
    if (role == Role::Look)
        m_workspace.supervisor()->observe();
    store().load();
    m_workspace.assets()->load();
    m_workspace.supervisor()->adoptAll();
}

bool Session::wait(const std::function<bool()> &condition, std::optional<std::chrono::milliseconds> limit)
{
    QTimer timer;
    timer.setSingleShot(true);
    bool over = false;
    QObject::connect(&timer, &QTimer::timeout, [&over] { over = true; });
    if (limit)
        timer.start(*limit);
    while (!condition()) {
        if (over || interrupted())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

Exit Session::interruption() const
{
    m_output.remark(Ctl::tr("Interrupted."));
    return Exit::Interrupted;
}

QString Session::machineId(const QString &name)
{
    QStringList found;
    const QStringList ids = store().ids();
    const auto collect = [&](const auto &fits) {
        for (const QString &id : ids) {
            if (found.isEmpty() || !found.contains(id))
                if (fits(id))
                    found << id;
        }
    };
    if (ids.contains(name))
        return name;
    collect([&](const QString &id) { return store().find(id)->name == name; });
    if (found.isEmpty())
        collect([&](const QString &id) { return !name.isEmpty() && id.startsWith(name); });
    if (found.size() == 1)
        return found.constFirst();
    if (found.isEmpty())
        m_output.fail(Ctl::tr("There is no machine “%1”.").arg(name), {}, Exit::NoSuch,
                      Ctl::tr("“sparklectl list” tells which there are."));
    else
        m_output.fail(Ctl::tr("“%1” fits several machines: %2.").arg(name, found.join(u", "_s)), {}, Exit::NoSuch,
                      Ctl::tr("Use more of the id."));
    return {};
}

Machine *Session::machine(const QString &name)
{
    const QString id = machineId(name);
    Machine *found = id.isEmpty() ? nullptr : m_workspace.supervisor()->find(id);
    m_inUse = found;
    if (found)
        settle(found);
    return found;
}

void Session::settle(const Machine *machine)
{
    wait([machine] { return machine->settled(); }, kSettleLimit);
}

void Session::settleAll()
{
    wait(
        [this] {
            return std::ranges::all_of(m_workspace.supervisor()->machines(),
                                       [](const Machine *machine) { return machine->settled(); });
        },
        kSettleLimit);
}

Exit Session::finish(Task *task)
{
    if (!wait([task] { return task->ended(); })) {
        task->cancel();
        // What cannot be cancelled any more is seen through.
        while (!task->ended())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    m_progress.clear();
    if (const auto failure = task->failure())
        return m_output.fail(*failure);
    return task->state() == Task::State::Done ? Exit::Good : interruption();
}

QString stateWord(MachineState state)
{
    switch (state) {
    case MachineState::Stopped:
        return u"stopped"_s;
    case MachineState::Starting:
        return u"starting"_s;
    case MachineState::Running:
        return u"running"_s;
    case MachineState::Paused:
        return u"paused"_s;
    case MachineState::Stopping:
        return u"stopping"_s;
    case MachineState::Crashed:
        return u"crashed"_s;
    case MachineState::Unresponsive:
        break;
    }
    return u"unresponsive"_s;
}

} // namespace sparkler::gui
