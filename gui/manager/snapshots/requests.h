#pragma once

// What can be asked of the snapshot library, and what it says before it does it. Values.

#include "manager/snapshots/compatibility.h"
#include "manager/snapshots/snapshot.h"

#include <QHash>

#include <functional>

namespace sparkler::gui {

struct CreateSnapshot {
    QString machineId{};
    SnapshotKind kind = SnapshotKind::Full;
    QString name{}; ///< empty: one is made of the time
    QString note{};
    /// Makes text of what a terminal was sent. Asked once, in the GUI thread, with all that the guest had printed when
    /// its memory was written; SnapshotLibrary::kMostConsoleText characters of the end are kept. Null: nothing is.
    std::function<QString(const QByteArray &output)> consoleText{};
};

struct RestoreSnapshot {
    QString machineId{};
    QString snapshotId{};
    bool resume = true;            ///< else the machine is paused afterwards
    bool recordWorkingSet = false; ///< the engine notes which pages the guest touches first, for faster restores
    bool acceptRisk = false;       ///< also when a finding is a Risk
};

/// By the id of the interface: the host's TAP device.
using TapChoice = QHash<QString, QString>;

/// New machines from a snapshot; one: "restore as a new machine".
struct CloneSnapshot {
    static constexpr int kMost = 64;

    QString machineId{};
    QString snapshotId{};
    int count = 1;  ///< 1..kMost
    QString name{}; ///< of the first; the others get a number. Empty: the machine's with "clone"
    /// For each clone in turn; what is absent is chosen as proposeTaps() does.
    QList<TapChoice> taps{};
    bool resume = true;
    bool recordWorkingSet = false; ///< of the first one
    bool acceptRisk = false;       ///< also when a finding is a Risk
};

/// What restoring or cloning would do, and whether it can.
struct RestorePlan {
    QStringList lost{};         ///< what would be gone afterwards, a translated sentence each; restoring in place only
    bool snapshotFirst = false; ///< the machine runs, so what is lost could be kept in a snapshot before
    QList<Finding> findings{};
    QList<TapChoice> taps{}; ///< cloning only: what would be used
    bool possible() const { return !blocked(findings); }
    bool needsConsent() const { return risky(findings); }
};

enum class RemovalMode {
    OnlyIt,     ///< refused while diffs depend on it
    MergeDiffs, ///< the diffs that depend on it directly are made full first
    WithDiffs,  ///< all diffs that depend on it go, too
};

/// What a removal would do.
struct RemovalPlan {
    QString whyNot{};      ///< a translated sentence; empty: it can be done
    QStringList removed{}; ///< snapshots, parents before children; the one itself first
    QStringList merged{};  ///< snapshots that are made full before
    qint64 freedBytes = 0; ///< at most; blocks that others share stay
};

/// What became of one file in a verification.
struct VerifiedFile {
    enum class State {
        Good,
        Changed, ///< it does not have the checksum of when it was made
        Missing,
        Recorded, ///< it had no checksum yet: it has one now, which says nothing of before
        Unreadable,
    };
    QString file{}; ///< below the snapshot's folder
    State state = State::Good;
    QString detail{}; ///< translated; may be empty
};

struct Verification {
    QDateTime at{}; ///< UTC
    QList<VerifiedFile> files{};
    QMap<QString, QByteArray> recorded{}; ///< checksums of those that had none, by name
    bool good() const;
};

} // namespace sparkler::gui
