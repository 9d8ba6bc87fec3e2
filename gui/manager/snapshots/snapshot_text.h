#pragma once

#include "manager/snapshots/requests.h"

namespace sparkler::gui {

/// "Full", "Diff"
QString kindText(SnapshotKind kind);
/// "35 ms", "1.2 s"
QString durationText(std::chrono::milliseconds duration);
/// "29 Nov 2026 16:10", in local time; empty for an invalid one.
QString momentText(const QDateTime &utc);
/// How a drive goes with the snapshot: "shares its blocks until they change", in a few words.
QString copyText(const SnapshotDrive &drive);
/// How all of them go with it: "2 shared, 1 copied", "None".
QString drivesText(const QList<SnapshotDrive> &drives);
/// "Intel(R) Xeon(R) …", with family, model and stepping.
QString cpuText(const HostCpu &cpu);
/// "Sparkler 0.1.0, API 1.4.0", and where it ran.
QString engineText(const Snapshot &snapshot);
/// "As it was", "Missing" …
QString fileStateText(VerifiedFile::State state);
/// One sentence on a verification.
QString verificationText(const Verification &verification);

} // namespace sparkler::gui
