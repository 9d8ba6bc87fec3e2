#pragma once

#include "manager/disk_work.h"
#include "manager/machine_store.h"

#include <QList>

namespace sparkler::gui {

/// Makes the files that `store` was told are still to come for machine `id`, one after the other, and ends `task`:
/// result(): the id. When it fails the machine stays, unready; when it is cancelled it goes. Deleting the machine
/// meanwhile cancels the task.
void makeMachineFiles(MachineStore *store, Task *task, const QString &id, const QList<DiskPlan> &plans);

/// Removes a machine that was never complete.
void discardMachine(MachineStore *store, const QString &id);

} // namespace sparkler::gui
