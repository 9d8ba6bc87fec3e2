#pragma once

#include "manager/paths.h"
#include "manager/snapshots/library.h"
#include "pages/snapshot_dialog.h"

class QCheckBox;
class QLabel;

namespace sparkler::gui {

class Card;
class FindingsView;

/// Before a machine goes back to a snapshot: what is lost, whether it can work here, and the offer to keep the present
/// state in a snapshot first.
class RestoreSnapshotDialog : public SnapshotDialog {
    Q_OBJECT
public:
    /// `library` must outlive it.
    RestoreSnapshotDialog(SnapshotLibrary *library, const QString &machineId, const Snapshot &snapshot,
                          const Paths &paths, QWidget *parent);

    RestoreSnapshot request() const;
    bool snapshotFirst() const;

private:
    void showPlan(const RestorePlan &plan);

    QString m_machineId, m_snapshotId;
    QLabel *m_lost;
    QCheckBox *m_first;
    QCheckBox *m_resume;
    QCheckBox *m_record;
    FindingsView *m_findings;
};

} // namespace sparkler::gui
