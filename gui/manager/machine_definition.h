#pragma once

#include "client/types.h"

#include <QDateTime>
#include <QStringList>

namespace sparkler::gui {

/// Where a machine's engine runs.
enum class RunnerChoice {
    Automatic, ///< locally where KVM can run a stock kernel, else emulated
    Local,
    Emulated,
};

/// What confines an engine that runs locally; in the emulator the helper machine does.
enum class JailChoice {
    Rootless,   ///< sparkler-jailer --rootless
    None,       ///< an ordinary process of this user
    Privileged, ///< the same jail, made by root's leave; only where the polkit helper for it is installed
};

struct JailSettings {
    JailChoice choice = JailChoice::Rootless;
    quint64 openFiles = 0;   ///< at most so many; 0: the jailer's default
    quint64 fileSizeMib = 0; ///< the engine makes no file larger; 0: no limit
    bool operator==(const JailSettings &) const = default;
};

/// Which reading of the file a definition stems from; the store's own. Takes no part in comparisons.
struct DefinitionBasis {
    quint64 generation = 0; ///< 0: none
    bool operator==(const DefinitionBasis &) const { return true; }
};

/// One machine as it is kept on disk (machine.json in its directory). Paths in `config` are the user's paths on this
/// host; what the engine is told is MachineDirectory's business.
struct MachineDefinition {
    QString id; ///< [a-z0-9]{8}, also the name of its directory; never changes
    QString name;
    QString group; ///< empty: none
    QStringList tags;
    QString notes;
    RunnerChoice runner = RunnerChoice::Automatic;
    JailSettings jail;
    LogLevel logLevel = LogLevel::Info;
    QDateTime createdAt; ///< UTC
    VmConfig config;
    QJsonObject unknown; ///< keys of a later version, kept
    DefinitionBasis basis;

    bool operator==(const MachineDefinition &) const = default;
};

} // namespace sparkler::gui
