#pragma once

#include "ctl/output.h"
#include "ctl/progress.h"
#include "ctl/signals.h"
#include "manager/preferences.h"
#include "manager/workspace.h"

#include <chrono>
#include <functional>
#include <optional>

namespace sparkler::gui {

/// One call of sparklectl: the core library that the manager has too, and a main loop that runs while something is
/// waited for. It works on the same folders as managers and other calls that run at the same time: what they share is
/// told apart by the store's locks, the start locks and the records of what runs. Main thread.
class Session {
public:
    Session(const Paths &paths, Preferences preferences, const Output &output);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Output &out() const { return m_output; }
    const Preferences &preferences() const { return m_preferences; }
    Workspace &workspace() { return m_workspace; }
    MachineStore &store() { return *m_workspace.store(); }
    Progress &progress() { return m_progress; }

    /// Look: what a dead engine or an interrupted start has left stays for whoever acts next. Act: as a manager does.
    enum class Role { Look, Act };
    /// Reads the machines and attaches to the engines that run. Once, before what follows.
    void open(Role role);
    void checkHost() { m_workspace.readiness()->check(); }
    void openSnapshots() { m_workspace.snapshots()->open(); }

    /// The machine with this id, name, or unique beginning of an id, when its state is known. Null: told.
    Machine *machine(const QString &name);
    /// The same of the store's id alone, without its engine. Empty: told.
    QString machineId(const QString &name);
    /// The machine named last may go now: from here on it is no surprise when it does.
    void letGo() { m_inUse = nullptr; }
    /// Until what runs has answered, of one machine or of all.
    void settle(const Machine *machine);
    void settleAll();

    /// Runs the loop until `condition` holds. False: a signal came, or the time is over.
    bool wait(const std::function<bool()> &condition, std::optional<std::chrono::milliseconds> limit = {});
    bool interrupted() const { return m_signals.last() != 0; }
    /// How the program ends after a signal.
    Exit interruption() const;
    Signals &signalsOfProcess() { return m_signals; }

    /// Waits for the task's end; a signal cancels it. Tells its failure.
    Exit finish(Task *task);

private:
    Output m_output;
    Preferences m_preferences;
    Signals m_signals;
    Workspace m_workspace;
    Progress m_progress;
    const Machine *m_inUse = nullptr;
};

/// "running", "stopped" …: the words of the JSON. Never translated.
QString stateWord(MachineState state);

} // namespace sparkler::gui
