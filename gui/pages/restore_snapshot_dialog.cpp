#include "pages/restore_snapshot_dialog.h"

#include "manager/snapshots/snapshot_text.h"
#include "pages/findings_view.h"
#include "widgets/card.h"
#include "widgets/form_section.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sparkler::gui {

RestoreSnapshotDialog::RestoreSnapshotDialog(SnapshotLibrary *library, const QString &machineId,
                                             const Snapshot &snapshot, const Paths &paths, QWidget *parent)
    : SnapshotDialog(tr("Restore “%1”").arg(snapshot.name), tr("&Restore"), ButtonKind::Danger, parent),
      m_machineId(machineId), m_snapshotId(snapshot.id), m_lost(new QLabel), m_first(new QCheckBox),
      m_resume(new QCheckBox), m_record(new QCheckBox), m_findings(new FindingsView(paths))
{
    setIntroduction(tr("The machine goes back to “%1” of %2: its memory, its devices, its drives and its settings. Its "
                       "name, group, tags and notes stay.")
                        .arg(snapshot.name, momentText(snapshot.createdAt)));
    m_lost->setTextFormat(Qt::PlainText);
    m_lost->setWordWrap(true);
    m_first->setText(tr("Take a snapshot of the &present state first"));
    m_resume->setText(tr("Let the guest &go on afterwards"));
    m_resume->setChecked(true);
    m_record->setText(tr("&Note which memory the guest touches first"));
    Card *lost = addCard(column(), tr("What is lost"));
    lost->body()->addWidget(m_lost);
    lost->body()->addWidget(m_first);
    Card *here = addCard(column(), tr("On this host"));
    here->body()->addWidget(m_findings);
    here->body()->addWidget(consent());
    Card *afterwards = addCard(column(), tr("Afterwards"));
    afterwards->body()->addWidget(m_resume);
    afterwards->body()->addWidget(m_record);
    afterwards->body()->addWidget(
        makeHintLabel(tr("Later restores of this snapshot fetch that memory in large steps and are faster.")));
    column()->addStretch(1);
    m_lost->setText(tr("Looking…"));
    m_first->hide();
    m_findings->setLooking();
    setWhyNot(tr("Looking whether it can be restored here…"));
    library->planRestore(request(), this, [this](const RestorePlan &plan) { showPlan(plan); });
    resize(620, 600);
}

void RestoreSnapshotDialog::showPlan(const RestorePlan &plan)
{
    QStringList lines;
    for (const QString &lost : plan.lost)
        lines << tr("• %1", "one of several sentences").arg(lost);
    m_lost->setText(lines.isEmpty() ? tr("Nothing.") : lines.join(u'\n'));
    m_first->setVisible(plan.snapshotFirst);
    m_first->setChecked(plan.snapshotFirst && !plan.lost.isEmpty());
    m_findings->setFindings(plan.findings, tr("Processor, engine and files fit."));
    setRisk(plan.possible() && plan.needsConsent());
    setWhyNot(plan.possible() ? QString() : tr("It cannot be restored as things are; see what is said above."));
}

RestoreSnapshot RestoreSnapshotDialog::request() const
{
    return {m_machineId, m_snapshotId, m_resume->isChecked(), m_record->isChecked(), riskAccepted()};
}

bool RestoreSnapshotDialog::snapshotFirst() const
{
    return !m_first->isHidden() && m_first->isChecked();
}

} // namespace sparkler::gui
