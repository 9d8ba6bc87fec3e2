#pragma once

#include "manager/cpu_report.h"

#include <QString>

namespace sparkler::gui {

/// Whether the guest's clock can follow the time that has passed since the state file was made: whether the host's
/// clock was saved with it, which not every host can do. Asks `tools` (sparkler-tools; empty: not installed) and waits
/// for it, so call it on a worker thread. False when it cannot tell, since a load that asks for what is not there
/// fails.
bool canFollowClock(const QString &tools, const QString &stateFile);

/// Whether this host's KVM takes the processor that the state file holds. Asks and waits as above. Nothing: it cannot
/// tell, because there is no such tool, no KVM, or no such file.
std::optional<SnapshotCpuVerdict> savedCpuVerdict(const QString &tools, const QString &stateFile);

} // namespace sparkler::gui
