#pragma once

// Whether a snapshot can be used here, told before it is tried. Pure functions over facts that somebody else has
// collected (see collectHostFacts()). Texts are translated sentences.

#include "manager/cpu_report.h"
#include "manager/snapshots/snapshot.h"
#include "manager/tap_state.h"

#include <QHash>

namespace sparkler::gui {

struct Finding {
    enum class Severity {
        Note,    ///< worth knowing
        Warning, ///< it may be tried and may go wrong
        Risk,    ///< it will probably go wrong; tried when the user says so
        Problem, ///< it cannot work; not tried
    };
    Severity severity = Severity::Note;
    QString text{};
    QString remedy{};  ///< what helps; may be empty
    QString command{}; ///< to copy into a shell; may be empty
    bool operator==(const Finding &) const = default;
};

/// Whether one of them is a Problem.
bool blocked(const QList<Finding> &findings);
/// Whether one of them is a Risk.
bool risky(const QList<Finding> &findings);

/// What this host can do.
struct HostFacts {
    HostCpu cpu{};
    /// What this host's KVM says of the snapshot's processor; nothing: it was not asked, or cannot tell.
    std::optional<SnapshotCpuVerdict> cpuVerdict{};
    QString
        engineVersion{};   ///< of the engine that would be started, as in VersionInfo::sparklerVersion; empty: unknown
    QString runner{};      ///< that the machine would be started with; empty: none can be
    QString whyNoRunner{}; ///< then, and what helps
    QString runnerRemedy{};
    QHash<QString, TapState> taps{}; ///< of the interfaces that would be used, by name
};

/// What is on disk of a snapshot and of those it needs.
struct SnapshotFacts {
    QStringList missingFiles{}; ///< paths
    QStringList problems{};     ///< other reasons why files cannot be used, sentences
    QStringList changedFiles{}; ///< read-only drives that are not what they were: paths
    QString chainProblem{};     ///< why the memory is not whole; empty: it is
    qint64 bytesNeeded = 0;     ///< disk space for copies, if nothing can be shared
    qint64 bytesFree = -1;      ///< -1: unknown
};

/// Processor, engine and runner.
QList<Finding> hostFindings(const Snapshot &snapshot, const HostFacts &host);
/// Files and space.
QList<Finding> fileFindings(const SnapshotFacts &facts);
/// What a clone shares with the original, and what it does not get.
QList<Finding> cloneFindings(const Snapshot &snapshot);
/// `taps`: of each interface of the snapshot (by its id) the host's device to be used.
QList<Finding> tapFindings(const Snapshot &snapshot, const QHash<QString, QString> &taps, const HostFacts &host);

} // namespace sparkler::gui
