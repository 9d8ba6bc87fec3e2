#pragma once

#include "manager/failure.h"
#include "manager/machine_directory.h"
#include "manager/paths.h"
#include "manager/process_identity.h"
#include "manager/task.h"

#include <QStringList>

#include <chrono>
#include <functional>

namespace sparkler::gui {

/// Where an engine runs: the seam between "start a machine" and the kinds of places for it. A started engine is a
/// process on this host that owns the machine directory's API and console sockets and ends with the engine's exit code;
/// it is its own session and outlives us. What it is inside of is the runner's secret.
class Runner {
public:
    virtual ~Runner() = default;

    virtual QString name() const = 0; ///< "local", "rootless", "privileged", "emulated": as kept in state.json
    /// How the engine sees the machine's directory (the prefix of the paths it is told).
    virtual QString directoryAsSeen(const MachineDirectory &directory) const = 0;
    /// What becomes of files on other file systems.
    virtual MachineDirectory::Elsewhere elsewhere() const = 0;
    /// Whether the started process only waits for the engine, which is its child then.
    virtual bool hasLid() const { return false; }
    /// What an exit code of the started process means that is not the engine's; empty: nothing of this runner's.
    virtual QString explainExit(int code) const
    {
        Q_UNUSED(code)
        return {};
    }
    /// Where docs/troubleshooting.md has what explainExit() says.
    virtual HelpTopic exitTopic() const { return HelpTopic::None; }
    /// What must be there first (e.g. the helper VM's image); null: nothing to do.
    virtual Task *prepare() = 0;

    struct Launch {
        QString program;
        QStringList arguments;
        QList<ShownPath> shown{}; ///< what the engine sees in its jail; empty: it has none
    };
    /// The command that starts the engine with the given engine arguments beside its sockets. `files`: what has been
    /// placed for it, and whether it writes to it.
    virtual Outcome<Launch> launch(const MachineDirectory &directory, const MachineDefinition &definition,
                                   const QList<ShownPath> &files) const = 0;
    /// How long until the API answers may take.
    virtual std::chrono::seconds startLimit() const = 0;
    /// How long one configuration request may take.
    virtual std::chrono::seconds requestLimit() const = 0;
    /// After how many polls (1 Hz) without an answer the engine counts as unresponsive.
    virtual int missedPollsAllowed() const = 0;
};

/// Starts `launch` in its own session with standard input from /dev/null, output appended to `outputFile` (made with
/// mode 0600), no other descriptor open, and signals as a shell would leave them. It outlives us; while we live it is
/// our child, so a ProcessWatch knows how it ended. Never blocks for longer than fork and exec take. `beforeExec` is
/// called when the process exists and has not begun to run the program: what it records about the process cannot come
/// too late. Its failure ends the process; so does our death meanwhile.
Outcome<ProcessIdentity> startDetached(const Runner::Launch &launch, const QString &outputFile,
                                       const QString &workingDirectory,
                                       const std::function<Outcome<void>(const ProcessIdentity &)> &beforeExec = {});

/// There is no engine's program to start.
Failure engineNotFound();

/// The engine's arguments that every runner passes: id, and the logger in place of PUT /logger.
QStringList commonEngineArguments(const MachineDefinition &definition, const QString &logFile);

} // namespace sparkler::gui
