#include "pages/take_snapshot_dialog.h"

#include "manager/background.h"
#include "pages/help_link.h"
#include "pages/live_parts.h"
#include "text/human_units.h"
#include "widgets/card.h"
#include "widgets/form_section.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sparkler::gui {
namespace {

constexpr int kMostName = 120;
constexpr int kNoteLines = 3;

QString sizeText(qint64 bytes)
{
    return formatByteSize(static_cast<double>(bytes));
}

QLabel *wrappingLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

TakeSnapshotDialog::TakeSnapshotDialog(Context context, QWidget *parent)
    : SnapshotDialog(tr("Take a snapshot"), tr("&Take snapshot"), ButtonKind::Primary, parent),
      m_context(std::move(context))
{
    setIntroduction(m_context.running
                        ? tr("Keeps memory, devices and drives as they are now. The guest stands still while its "
                             "memory is written and its drives are copied, and goes on afterwards.")
                        : tr("Keeps memory, devices and drives as they are now. The guest stays paused."));
    build();
    measure();
    showSpace();
    check();
    m_name->setFocus();
    m_name->selectAll();
    resize(640, 660);
}

void TakeSnapshotDialog::build()
{
    auto *section = new FormSection;
    m_name = new QLineEdit(m_context.name, section);
    m_name->setMaxLength(kMostName);
    section->addRow(tr("Na&me"), m_name);
    m_note = new QPlainTextEdit(section);
    m_note->setTabChangesFocus(true);
    m_note->setPlaceholderText(tr("What it is for"));
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * kNoteLines + 16);
    section->addRow(tr("N&ote"), m_note);
    m_full = new QRadioButton(tr("&Full: the whole memory"), section);
    m_full->setChecked(true);
    section->addRow(tr("Kind"), m_full, tr("Can be restored by itself."));
    m_diff = new QRadioButton(tr("&Diff: only what has changed"), section);
    const QString diffHint =
        m_context.from.isEmpty()
            ? tr("Smaller and quicker; of no use without the snapshot that it comes from.")
            : tr("Smaller and quicker; of no use without “%1”, which it comes from.").arg(m_context.from);
    section->addRow({}, m_diff, m_context.whyNotDiff.isEmpty() ? diffHint : m_context.whyNotDiff);
    setEnabledOrWhyNot(m_full, m_context.whyNotFull);
    setEnabledOrWhyNot(m_diff, m_context.whyNotDiff);
    if (!m_context.whyNotFull.isEmpty() && m_context.whyNotDiff.isEmpty())
        m_diff->setChecked(true);
    connect(m_full, &QRadioButton::toggled, this, &TakeSnapshotDialog::showSpace);
    connect(m_full, &QRadioButton::toggled, this, &TakeSnapshotDialog::check);
    column()->addWidget(section);

    Card *card = addCard(column(), tr("Drives and space"));
    m_drives = wrappingLabel(card);
    m_needed = wrappingLabel(card);
    m_warning = new HelpedNote(m_context.paths, card);
    card->body()->addWidget(m_drives);
    card->body()->addWidget(m_needed);
    card->body()->addWidget(m_warning);
    column()->addStretch(1);
}

void TakeSnapshotDialog::measure()
{
    const auto work = [drives = m_context.drives, directory = m_context.directory] {
        return measureSnapshotSpace(drives, directory);
    };
    runInBackground(this, work, [this](const SnapshotSpace &space) {
        m_space = space;
        showSpace();
    });
}

QString TakeSnapshotDialog::driveLine(const DriveSpace &drive) const
{
    if (drive.bytes < 0)
        return tr("%1: its file is missing").arg(drive.driveId);
    if (!drive.copied)
        return tr("%1: read-only, is not copied", "drive").arg(drive.driveId);
    if (drive.shared)
        return tr("%1: copied by reflink, shares its blocks and needs no space now", "drive").arg(drive.driveId);
    return tr("%1: copied with its holes, needs %2", "drive and size").arg(drive.driveId, sizeText(drive.allocated));
}

void TakeSnapshotDialog::showSpace()
{
    m_drives->setVisible(true);
    m_warning->tell({});
    if (!m_space) {
        m_drives->setText(tr("Looking at the drives…"));
        m_needed->clear();
        return;
    }
    QStringList lines;
    for (const DriveSpace &drive : std::as_const(m_space->drives))
        lines << driveLine(drive);
    m_drives->setText(lines.isEmpty() ? tr("The machine has no drives.") : lines.join(u'\n'));
    const qint64 memory = static_cast<qint64>(m_context.memoryMib) << 20;
    const qint64 drives = m_space->needed();
    QString needed = m_diff->isChecked()
                         ? tr("Needs at most %1 for the memory, usually far less", "size").arg(sizeText(memory))
                         : tr("Needs at most %1 for the memory", "size").arg(sizeText(memory));
    if (drives > 0)
        needed = tr("%1, and %2 for the drives", "what the memory needs, and a size").arg(needed, sizeText(drives));
    m_needed->setText(m_space->free < 0
                          ? tr("%1.", "a sentence").arg(needed)
                          : tr("%1. %2 are free.", "what is needed, and a size").arg(needed, sizeText(m_space->free)));
    if (m_space->free >= 0 && m_space->free < drives + memory)
        m_warning->tell({Validity::Level::Warning,
                         m_space->free < drives ? tr("There is not enough space for the drives. Free some first.")
                                                : tr("The space may not be enough. Free some first.")},
                        HelpTopic::DiskSpace);
}

void TakeSnapshotDialog::check()
{
    setWhyNot(m_full->isChecked() ? m_context.whyNotFull : m_context.whyNotDiff);
}

SnapshotKind TakeSnapshotDialog::kind() const
{
    return m_full->isChecked() ? SnapshotKind::Full : SnapshotKind::Diff;
}

QString TakeSnapshotDialog::name() const
{
    return m_name->text().trimmed();
}

QString TakeSnapshotDialog::note() const
{
    return m_note->toPlainText();
}

} // namespace sparkler::gui
