#pragma once

#include "manager/machine.h"
#include "manager/machine_store.h"
#include "manager/paths.h"

#include <QHash>

namespace sparkler::gui {

class Readiness;

/// One Machine for each definition of the store. At adoptAll() it finds engines that run from before, attaches to them,
/// and cleans up after those that died. Ends no engine when it is destroyed. GUI thread.
class Supervisor : public QObject {
    Q_OBJECT
public:
    /// `store` and `readiness` must outlive it. `readiness` decides which runner Automatic is.
    Supervisor(Paths paths, MachineStore *store, Readiness *readiness, QObject *parent = nullptr);
    ~Supervisor() override;

    /// From now on it only looks: what died is not cleaned up after and a start that was interrupted not ended, so that
    /// whoever acts next finds both. Before adoptAll().
    void observe();
    void adoptAll(); ///< once, after the store has loaded
    /// Where long work of the runners is shown (building the emulator's helper machine).
    void setTaskList(TaskList *tasks);
    Machine *find(const QString &id) const; ///< null: none
    QList<Machine *> machines() const;      ///< in the store's order

signals:
    void added(sparkler::gui::Machine *machine);
    void aboutToRemove(sparkler::gui::Machine *machine);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
