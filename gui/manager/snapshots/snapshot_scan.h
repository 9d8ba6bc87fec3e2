#pragma once

#include "manager/snapshots/snapshot_folder.h"

#include <functional>

namespace sparkler::gui {

/// Reads the snapshots of one machine: entries, here, origin. Whatever lies there is shown: a folder that is no usable
/// snapshot is damaged, never removed. Takes one look at each file; the contents of memory, state and drives are not
/// read. Any thread; `goOn` is asked between two folders, false gives an incomplete result.
MachineSnapshots scanSnapshots(
    const QString &machineId, const QString &machineRoot, const std::function<bool()> &goOn = [] { return true; });

/// Removes what a crash left unfinished; the content goes in another thread. Only with the machine's SnapshotLock.
void removeUnfinished(const SnapshotFolder &folder);

} // namespace sparkler::gui
