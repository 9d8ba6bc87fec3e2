#include "manager/machine_files.h"

#include <QCoreApplication>

#include <memory>

namespace sparkler::gui {

namespace {

void makeNext(MachineStore *store, Task *task, const QString &id, QList<DiskPlan> plans)
{
    if (plans.isEmpty()) {
        store->finishPreparing(id);
        task->finish(id);
        return;
    }
    const DiskPlan plan = plans.takeFirst();
    const QPointer<MachineStore> alive = store;
    makeDisk(task, plan, QCoreApplication::translate("MachineFiles", "The machine's disk was not made."),
             [alive, task, id, plans] {
                 if (alive)
                     makeNext(alive, task, id, plans);
             });
}

} // namespace

void makeMachineFiles(MachineStore *store, Task *task, const QString &id, const QList<DiskPlan> &plans)
{
    // Once deleted, the machine is the trash's: it may even be restored before the work has come to its end.
    const auto deleted = std::make_shared<bool>(false);
    QObject::connect(store, &MachineStore::removed, task, [task, id, deleted](const QString &removed) {
        if (removed != id)
            return;
        *deleted = true;
        task->cancel();
    });
    QObject::connect(task, &Task::finished, store, [store, task, id, deleted] {
        if (*deleted)
            return;
        if (task->state() == Task::State::Cancelled)
            discardMachine(store, id);
        else if (task->state() == Task::State::Failed)
            store->failPreparing(id, task->failure()->why);
    });
    makeNext(store, task, id, plans);
}

void discardMachine(MachineStore *store, const QString &id)
{
    if (store->find(id) && store->moveToTrash(id))
        static_cast<void>(store->emptyTrash(id)); // else it stays in the trash, where it can be seen
}

} // namespace sparkler::gui
