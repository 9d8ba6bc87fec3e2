#include "pages/remove_snapshot_dialog.h"

#include "pages/live_parts.h"
#include "text/human_units.h"
#include "widgets/card.h"
#include "widgets/form_section.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sparkler::gui {
namespace {

constexpr qsizetype kMostNames = 12; ///< told one by one

} // namespace

RemoveSnapshotDialog::RemoveSnapshotDialog(SnapshotLibrary *library, const QString &machineId,
                                           const SnapshotEntry &entry, QWidget *parent)
    : SnapshotDialog(tr("Delete “%1”").arg(entry.snapshot.name), tr("&Delete"), ButtonKind::Danger, parent),
      m_library(library), m_machineId(machineId), m_snapshotId(entry.snapshot.id), m_choices(new QButtonGroup(this))
{
    const QStringList dependents = library->lineage(machineId)->dependents(m_snapshotId);
    setIntroduction(
        dependents.isEmpty()
            ? tr("No other snapshot needs it. Machines that were made from it stay: they have copies of their own.")
            : tr("These diffs are of no use without it: %1.", "names of snapshots").arg(namesOf(dependents)));
    if (!dependents.isEmpty()) {
        m_section = new FormSection;
        addChoice(RemovalMode::MergeDiffs, tr("What becomes of them"), tr("&Keep them: make them full first"),
                  tr("Their memory is put together. That takes time and space."));
        addChoice(RemovalMode::WithDiffs, {}, tr("Delete &them, too"), {});
        column()->addWidget(m_section);
        connect(m_choices, &QButtonGroup::idToggled, this, &RemoveSnapshotDialog::showPlan);
    }
    m_consequences = addCard(column(), tr("What happens"));
    m_text = new QLabel(m_consequences);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_consequences->body()->addWidget(m_text);
    column()->addStretch(1);
    showPlan();
    resize(560, dependents.isEmpty() ? 280 : 460);
}

void RemoveSnapshotDialog::addChoice(RemovalMode mode, const QString &label, const QString &text, const QString &hint)
{
    auto *button = new QRadioButton(text, m_section);
    const QString whyNot = m_library->planRemoval(m_machineId, m_snapshotId, mode).whyNot;
    m_choices->addButton(button, static_cast<int>(mode));
    m_section->addRow(label, button, whyNot.isEmpty() ? hint : whyNot);
    setEnabledOrWhyNot(button, whyNot);
    if (whyNot.isEmpty() && m_choices->checkedId() < 0)
        button->setChecked(true);
}

RemovalMode RemoveSnapshotDialog::mode() const
{
    return m_choices->checkedId() < 0 ? RemovalMode::OnlyIt : static_cast<RemovalMode>(m_choices->checkedId());
}

QString RemoveSnapshotDialog::namesOf(const QStringList &ids) const
{
    const auto snapshots = m_library->of(m_machineId);
    QStringList names;
    for (const QString &id : ids.first(std::min(ids.size(), kMostNames))) {
        const SnapshotEntry *found = snapshots->find(id);
        names << tr("“%1”", "name of a snapshot")
                     .arg(found && !found->snapshot.name.isEmpty() ? found->snapshot.name : id);
    }
    if (ids.size() > kMostNames)
        names << tr("and %n more", "snapshots", static_cast<int>(ids.size() - kMostNames));
    return names.join(tr(", ", "between names of snapshots"));
}

void RemoveSnapshotDialog::showPlan()
{
    const RemovalPlan plan = m_library->planRemoval(m_machineId, m_snapshotId, mode());
    QStringList lines;
    if (!plan.whyNot.isEmpty()) {
        lines << plan.whyNot;
    } else {
        if (!plan.merged.isEmpty())
            lines << tr("Made full first: %1.", "names of snapshots").arg(namesOf(plan.merged));
        lines << tr("Deleted: %1.", "names of snapshots").arg(namesOf(plan.removed));
        lines << tr("This frees %1 at most, and cannot be undone.", "size")
                     .arg(formatByteSize(static_cast<double>(plan.freedBytes)));
    }
    m_text->setText(lines.join(u'\n'));
    setWhyNot(plan.whyNot);
}

} // namespace sparkler::gui
