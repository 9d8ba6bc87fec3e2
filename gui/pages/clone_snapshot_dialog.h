#pragma once

#include "manager/paths.h"
#include "manager/snapshots/library.h"
#include "pages/snapshot_dialog.h"

#include <QTimer>

class QCheckBox;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace sparkler::gui {

class FindingsView;

/// New machines from a snapshot: how many, what they are called, and, shown before, which network devices they get and
/// whether it can work here.
class CloneSnapshotDialog : public SnapshotDialog {
    Q_OBJECT
public:
    enum class Mode { One, Several };
    /// `library` and `store` must outlive it. `name`: proposed for the first machine.
    CloneSnapshotDialog(Mode mode, SnapshotLibrary *library, MachineStore *store, const QString &machineId,
                        const Snapshot &snapshot, const QString &name, const Paths &paths, QWidget *parent);

    CloneSnapshot request() const;
    /// What the machines will be called, as far as it is known now.
    QStringList names() const;

private:
    void build(const Paths &paths);
    void ask();
    void showPlan(const RestorePlan &plan);
    void showMachines();
    void check();

    Mode m_mode;
    SnapshotLibrary *m_library;
    MachineStore *m_store;
    QString m_machineId;
    Snapshot m_snapshot;
    QTimer m_debounce;
    quint64 m_asked = 0; ///< serial: only the newest answer counts
    std::optional<RestorePlan> m_plan;
    QLineEdit *m_name = nullptr;
    QSpinBox *m_count = nullptr;
    QTableWidget *m_machines = nullptr;
    FindingsView *m_findings = nullptr;
    QCheckBox *m_resume = nullptr;
    QCheckBox *m_record = nullptr;
};

} // namespace sparkler::gui
