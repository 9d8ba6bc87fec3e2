#pragma once

// Looking at everything before something is tried. A question is put together in the GUI thread and answered in another
// one, because files and network devices have to be looked at.

#include "manager/snapshots/operation.h"

namespace sparkler::gui {

struct RestoreQuestion {
    Snapshot snapshot;
    QStringList chain; ///< see Lineage::chain()
    QString machineRoot;
    HostFacts host; ///< without `taps` and `cpuVerdict`
    QString tools;  ///< sparkler-tools; empty: not installed
    TapReader reader;
    QSet<QString> usedTaps; ///< by definitions
    qint64 enginePid = 0;   ///< whose TAP devices will be free; 0: none
    bool inPlace = true;
    QList<TapChoice> taps; ///< what was chosen so far; in place: one
    int clones = 0;        ///< as many choices are wanted
    QStringList lost;
    bool running = false;
};

RestoreQuestion restoreQuestion(const SnapshotContext &context, const QString &machineId, const Snapshot &snapshot);
RestoreQuestion cloneQuestion(const SnapshotContext &context, const CloneSnapshot &request, const Snapshot &snapshot);
/// Blocks; any thread.
RestorePlan answer(const RestoreQuestion &question);
/// The first Problem as a failure, or the first Risk unless it is accepted; nothing: there is none.
std::optional<Failure> firstProblem(const QList<Finding> &findings, bool acceptRisk, Failure what);

/// The machine as it will be after going back: as it was then, but with its name, group, tags, notes, runner and the
/// TAP devices that it has now.
MachineDefinition restoredDefinition(const Snapshot &snapshot, const MachineDefinition &now);
/// The file that a drive's copy takes the place of. Error: a translated sentence.
std::expected<QString, QString> restoreTarget(const QString &path, const QString &machineRoot);

} // namespace sparkler::gui
