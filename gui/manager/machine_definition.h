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
    LogLevel logLevel = LogLevel::Info;
    QDateTime createdAt; ///< UTC
    VmConfig config;
    QJsonObject unknown; ///< keys of a later version, kept
    DefinitionBasis basis;

    bool operator==(const MachineDefinition &) const = default;
};

} // namespace sparkler::gui
