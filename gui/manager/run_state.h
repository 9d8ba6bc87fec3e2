#pragma once

#include "manager/failure.h"
#include "manager/machine_definition.h"
#include "manager/process_identity.h"

#include <QDateTime>
#include <QHash>

namespace sparkler::gui {

/// What runs in a machine's directory, as kept in run/state.json: written before there is an engine, removed when its
/// end has been dealt with. Whoever finds it knows what to attach to.
struct RunState {
    enum class Phase { Starting, Running, Stopping };

    static constexpr int kVersion = 1;

    Phase phase = Phase::Starting;
    std::optional<ProcessIdentity> process; ///< nothing: not started yet
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

    /// Written atomically, mode 0600.
    Outcome<void> save(const QString &file) const;

    enum class Missing { NoFile, Unreadable };
    static std::expected<RunState, Missing> load(const QString &file);
};

} // namespace sparkler::gui
