#pragma once

#include "manager/failure.h"
#include "manager/machine_definition.h"
#include "manager/machine_directory.h"
#include "manager/process_identity.h"

#include <QDateTime>
#include <QHash>

namespace sparkler::gui {

/// What runs in a machine's directory, as kept in state.json: written before there is an engine, removed when its end
/// has been dealt with. Whoever finds it knows what to attach to.
struct RunState {
    enum class Phase { Starting, Running, Stopping };

    static constexpr int kVersion = 1;

    Phase phase = Phase::Starting;
    std::optional<ProcessIdentity> process; ///< nothing: not started yet. The jail's lid, where there is one
    QString runner;                         ///< Runner::name()
    QString seenAs;                         ///< Runner::directoryAsSeen()
    QDateTime startedAt;                    ///< UTC
    /// What the engine has been told: the definition it was started with, and live changes since. The user's paths.
    VmConfig config;
    LogLevel logLevel = LogLevel::Info;
    QString memoryBase;    ///< see Machine::memoryBase()
    QString consoleBefore; ///< see SnapshotStart::consoleText
    /// The role (see MachineDirectory::place()) that a drive's file has after it was changed live.
    QHash<QString, QString> driveRoles;
    /// Files placed for live changes, to be removed when the engine has ended.
    QStringList litter;
    /// What a jailed engine sees. Empty: all that the user sees.
    QList<ShownPath> shown;

    /// Written atomically, mode 0600.
    Outcome<void> save(const QString &file) const;

    enum class Missing { NoFile, Unreadable };
    static std::expected<RunState, Missing> load(const QString &file);

    /// Moves the record of a manager from before the jails to where it is looked for now. Only until this machine's
    /// start lock is there, that is until it was started once: the old place can be written to by jailed engines.
    static void takeOver(const MachineDirectory &directory);
};

} // namespace sparkler::gui
