#pragma once

#include "manager/snapshots/library.h"
#include "pages/snapshot_dialog.h"

class QButtonGroup;
class QLabel;

namespace sparkler::gui {

class Card;
class FormSection;

/// Before a snapshot is deleted: what depends on it, and the choice what becomes of that.
class RemoveSnapshotDialog : public SnapshotDialog {
    Q_OBJECT
public:
    /// `library` must outlive it.
    RemoveSnapshotDialog(SnapshotLibrary *library, const QString &machineId, const SnapshotEntry &entry,
                         QWidget *parent);

    RemovalMode mode() const;

private:
    void addChoice(RemovalMode mode, const QString &label, const QString &text, const QString &hint);
    void showPlan();
    QString namesOf(const QStringList &ids) const;

    SnapshotLibrary *m_library;
    QString m_machineId, m_snapshotId;
    FormSection *m_section = nullptr;
    QButtonGroup *m_choices;
    Card *m_consequences = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace sparkler::gui
