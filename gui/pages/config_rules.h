#pragma once

// What the engine would refuse, told before it is asked. Its own words are quoted where it would answer with some.

#include "client/types.h"
#include "manager/failure.h"
#include "widgets/validity.h"

#include <QHash>

namespace sparkler::gui {

/// The part of a machine's configuration that something is about.
enum class HardwarePart {
    Machine,
    Processor,
    BootSource,
    Drives,
    Network,
    Metadata,
    Vsock,
    Balloon,
    Entropy,
    Serial,
    Whole
};
/// By the request that failed: "PATCH /drives/rootfs" is about the drives.
HardwarePart partOf(const Failure &failure);

/// Nothing: the engine takes it. Texts are translated sentences.
std::optional<QString> vcpuProblem(const MachineConfig &config);
std::optional<QString> memoryProblem(const MachineConfig &config);
std::optional<QString> bootArgsProblem(const QString &bootArgs);
/// `taken`: the ids of the other drives.
std::optional<QString> driveIdProblem(const QString &driveId, const QStringList &taken);

/// About a file of the user's: whether it is there and can be read (written). A stat, no more. `role`: "kernel",
/// "initrd"; empty: a drive.
enum class FileRole { Kernel, Initrd, Drive };
Validity fileProblem(const QString &path, FileRole role, bool readOnly);

/// All about one configuration. `planned`: paths that will exist by then.
struct ConfigProblems {
    std::optional<QString> machine;
    std::optional<QString> bootSource;
    QString drives;                     ///< about all of them; empty: nothing
    QHash<QString, QString> driveNotes; ///< by drive id
    bool isEmpty() const { return !machine && !bootSource && drives.isEmpty() && driveNotes.isEmpty(); }
};
ConfigProblems findProblems(const VmConfig &config, const QStringList &planned);

/// A drive id that is free: `wanted`, made of allowed characters, with a number behind where needed.
QString freeDriveId(const QString &wanted, const QStringList &taken);

} // namespace sparkler::gui
