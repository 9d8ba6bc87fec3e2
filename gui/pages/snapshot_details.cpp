#include "pages/snapshot_details.h"

#include "manager/snapshots/snapshot_text.h"
#include "pages/findings_view.h"
#include "pages/overview_cards.h"
#include "text/human_units.h"
#include "widgets/console_thumbnail.h"
#include "widgets/elided_label.h"
#include "widgets/form_section.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kNoteLines = 3;
constexpr int kConsoleLines = 14;
constexpr int kTwoColumnsFrom = 640; ///< width

QLabel *subheading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(Theme::font(TextRole::Subheading));
    return label;
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kSmall);
    return column;
}

void clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

SnapshotDetails::SnapshotDetails(const Paths &paths, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Details"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::kTight, spacing::kSmall, spacing::kSmall, spacing::kSmall);
    column->addWidget(buildWords());
    column->addWidget(buildSnapshot(paths));
    column->addStretch(1);
    setWidget(content);
    showWords({}, {});
}

/// The fields go after this; the one with the focus says then that it was left.
SnapshotDetails::~SnapshotDetails()
{
    m_name->disconnect(this);
    m_note->removeEventFilter(this);
}

QWidget *SnapshotDetails::buildWords()
{
    m_words = new QWidget;
    auto *column = columnIn(m_words);
    m_heading = new QLabel(m_words);
    m_heading->setFont(Theme::font(TextRole::Heading));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_sentences = new QLabel(m_words);
    m_sentences->setTextFormat(Qt::PlainText);
    m_sentences->setWordWrap(true);
    m_action = new QPushButton(m_words);
    connect(m_action, &QPushButton::clicked, this, &SnapshotDetails::actionRequested);
    column->addWidget(m_heading);
    column->addWidget(m_sentences);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    return m_words;
}

QWidget *SnapshotDetails::buildSnapshot(const Paths &paths)
{
    m_snapshot = new QWidget;
    auto *column = columnIn(m_snapshot);
    column->setSpacing(spacing::kMedium);
    m_name = new QLineEdit(m_snapshot);
    m_name->setFont(Theme::font(TextRole::Heading));
    m_name->setMaxLength(120);
    m_name->setAccessibleName(tr("Name of the snapshot"));
    m_name->setToolTip(tr("Saved when you leave the field"));
    connect(m_name, &QLineEdit::editingFinished, this, &SnapshotDetails::saveWords);
    m_findings = new FindingsView(paths, m_snapshot);
    column->addWidget(m_name);
    column->addWidget(m_findings);

    auto *left = new QWidget(m_snapshot);
    auto *facts = new FactGrid(left);
    m_taken = facts->addFact(tr("Taken"));
    m_pause = facts->addFact(tr("Guest stood still"));
    m_size = facts->addFact(tr("Size on disk"));
    m_machine = facts->addFact(tr("Machine"));
    m_from = facts->addFact(tr("Comes from"));
    m_needed = facts->addFact(tr("Needed by"));
    m_engine = facts->addFact(tr("Engine"));
    m_cpu = facts->addFact(tr("Processor"));
    m_verified = facts->addFact(tr("Files"));
    m_drives = new QWidget(left);
    m_driveGrid = new QGridLayout;
    m_driveGrid->setHorizontalSpacing(spacing::kMedium);
    m_driveGrid->setVerticalSpacing(spacing::kTight);
    m_driveGrid->setColumnStretch(1, 1);
    auto *drives = columnIn(m_drives);
    drives->addWidget(subheading(tr("Drives"), m_drives));
    drives->addLayout(m_driveGrid);
    auto *leftColumn = columnIn(left);
    leftColumn->setSpacing(spacing::kMedium);
    leftColumn->addWidget(facts);
    leftColumn->addWidget(m_drives);
    leftColumn->addStretch(1);

    auto *right = new QWidget(m_snapshot);
    m_note = new QPlainTextEdit(right);
    m_note->setTabChangesFocus(true);
    m_note->setPlaceholderText(tr("What it is for"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setToolTip(tr("Saved when you leave the field"));
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * kNoteLines + spacing::kLarge);
    m_note->installEventFilter(this);
    m_consoleBox = new QWidget(right);
    m_console = new ConsoleThumbnail(m_consoleBox);
    m_console->setAccessibleName(tr("The console at that moment"));
    auto *console = columnIn(m_consoleBox);
    console->addWidget(subheading(tr("The console at that moment"), m_consoleBox));
    console->addWidget(m_console);
    auto *rightColumn = columnIn(right);
    rightColumn->setSpacing(spacing::kMedium);
    rightColumn->addWidget(m_note);
    rightColumn->addWidget(m_consoleBox, 1);

    m_columns = new QBoxLayout(QBoxLayout::TopToBottom);
    m_columns->setSpacing(spacing::kLarge);
    m_columns->addWidget(left, 1);
    m_columns->addWidget(right, 1);
    column->addLayout(m_columns);
    return m_snapshot;
}

void SnapshotDetails::showWords(const QString &heading, const QStringList &sentences, const QString &action)
{
    m_shown = {};
    m_heading->setText(heading);
    m_sentences->setText(sentences.join(u'\n'));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_words->show();
    m_snapshot->hide();
}

void SnapshotDetails::showSnapshot(const Shown &shown)
{
    const bool another = shown.entry.snapshot.id != m_shown.entry.snapshot.id;
    const Shown before = std::exchange(m_shown, shown);
    const Snapshot &snapshot = m_shown.entry.snapshot;
    // What is being typed stays.
    if (another || (m_name->text() == before.entry.snapshot.name && m_name->text() != snapshot.name))
        m_name->setText(snapshot.name);
    if (another || (m_note->toPlainText() == before.entry.snapshot.note && m_note->toPlainText() != snapshot.note))
        m_note->setPlainText(snapshot.note);
    showFacts();
    if (another || before.entry.snapshot.drives != snapshot.drives)
        showDrives();
    m_console->setOutput(snapshot.consoleText.toUtf8());
    m_consoleBox->setVisible(!snapshot.consoleText.isEmpty());
    m_words->hide();
    m_snapshot->show();
    arrange();
}

void SnapshotDetails::showFacts()
{
    const Snapshot &snapshot = m_shown.entry.snapshot;
    const QLocale locale;
    const QString unknown = tr("Unknown");
    m_taken->setText(
        snapshot.createdAt.isValid()
            ? tr("%1 · %2", "time and kind of snapshot")
                  .arg(locale.toString(snapshot.createdAt.toLocalTime(), QLocale::ShortFormat), kindText(snapshot.kind))
            : unknown);
    m_pause->setText(snapshot.pause ? tr("For %1").arg(durationText(*snapshot.pause)) : tr("It was paused already"));
    m_size->setText(tr("%1 (state %2)", "size on disk")
                        .arg(formatByteSize(static_cast<double>(m_shown.entry.diskBytes)),
                             formatByteSize(static_cast<double>(snapshot.stateBytes))));
    m_machine->setText(tr("%1 RAM · %2", "memory and processors")
                           .arg(formatByteSize(static_cast<double>(snapshot.memoryMib) * static_cast<double>(kMiB)),
                                tr("%n vCPU(s)", nullptr, snapshot.vcpus)));
    m_from->setText(m_shown.from.isEmpty() ? tr("A start of the machine") : m_shown.from);
    m_needed->setText(m_shown.needed.isEmpty() ? tr("No other snapshot")
                                               : m_shown.needed.join(tr(", ", "between names of snapshots")));
    m_engine->setText(engineText(snapshot));
    m_cpu->setText(cpuText(snapshot.cpu));
    m_verified->setText(m_shown.verification ? verificationText(*m_shown.verification)
                                             : tr("Not verified in this session"));
}

void SnapshotDetails::showDrives()
{
    clear(m_driveGrid);
    const QList<SnapshotDrive> &drives = m_shown.entry.snapshot.drives;
    int row = 0;
    for (const SnapshotDrive &drive : drives) {
        auto *id = new QLabel(drive.driveId, m_drives);
        id->setTextFormat(Qt::PlainText);
        auto *path = new ElidedLabel(drive.path, m_drives);
        path->setElideMode(Qt::ElideMiddle);
        path->setAccessibleName(tr("Drive “%1”").arg(drive.driveId));
        QLabel *how = makeHintLabel(tr("%1, %2", "size of a drive, and how it was copied")
                                        .arg(formatByteSize(static_cast<double>(drive.bytes)), copyText(drive)),
                                    m_drives);
        m_driveGrid->addWidget(id, row, 0);
        m_driveGrid->addWidget(path, row, 1);
        m_driveGrid->addWidget(how, row + 1, 1);
        row += 2;
    }
    m_drives->setVisible(!drives.isEmpty());
}

void SnapshotDetails::setLooking()
{
    m_findings->setLooking();
}

void SnapshotDetails::setFindings(const QList<Finding> &findings)
{
    m_findings->setFindings(findings, tr("It can be restored here: processor, engine and files fit."));
}

void SnapshotDetails::editName()
{
    if (!m_snapshot->isVisible())
        return;
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
    ensureWidgetVisible(m_name);
}

void SnapshotDetails::saveWords()
{
    const Snapshot &snapshot = m_shown.entry.snapshot;
    if (snapshot.id.isEmpty())
        return;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) // a snapshot keeps its name until it has another
        m_name->setText(snapshot.name);
    const QString note = m_note->toPlainText();
    const QString kept = name.isEmpty() ? snapshot.name : name;
    if (kept != snapshot.name || note != snapshot.note)
        emit describeRequested(snapshot.id, kept, note);
}

bool SnapshotDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        saveWords();
    return QScrollArea::eventFilter(watched, event);
}

void SnapshotDetails::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void SnapshotDetails::arrange()
{
    const bool wide = viewport()->width() >= kTwoColumnsFrom;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_console->setMinimumHeight(QFontMetrics(m_console->font()).lineSpacing() * kConsoleLines);
}

} // namespace sparkler::gui
