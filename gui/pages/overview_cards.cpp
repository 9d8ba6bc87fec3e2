#include "pages/overview_cards.h"

#include "manager/log_tail.h"
#include "manager/machine_text.h"
#include "pages/help_dialog.h"
#include "pages/live_parts.h"
#include "text/human_units.h"
#include "widgets/elided_label.h"
#include "widgets/error_details.h"
#include "widgets/sparkline.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace sparkler::gui {
namespace {

struct OverviewText {
    Q_DECLARE_TR_FUNCTIONS(OverviewText)
};

constexpr int kStateIconSize = 40;
constexpr int kRunnerIconSize = 16;
constexpr int kLogLines = 12;
constexpr int kLabelCharacters = 18; ///< so that the values of all cards stand in one column

QLabel *label(TextRole role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setFont(Theme::font(role));
    made->setTextFormat(Qt::PlainText);
    return made;
}

ErrorReport reportOf(const Failure &failure)
{
    ErrorReport report;
    report.summary = failure.summary();
    report.request = failure.request;
    if (failure.status != 0)
        report.status = QString::number(failure.status);
    report.fault = failure.fault;
    report.logLines = failure.logLines;
    return report;
}

ErrorReport crashReport(const Machine &machine)
{
    ErrorReport report;
    const QString why = machine.reason();
    report.summary = (why.isEmpty() ? OverviewText::tr("The machine stopped unexpectedly.") : why) + QLatin1Char(' ') +
                     OverviewText::tr("The last log lines are among the technical details; the whole log is under "
                                      "Logs. The machine can be started again.");
    report.logLines = machine.log()->lastLines(kLogLines);
    return report;
}

} // namespace

FactGrid::FactGrid(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::kMedium);
    m_grid->setVerticalSpacing(spacing::kSmall);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * kLabelCharacters);
}

ElidedLabel *FactGrid::addFact(const QString &text, Qt::TextElideMode mode)
{
    auto *name = new QLabel(text, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new ElidedLabel({}, this);
    value->setElideMode(mode);
    value->setAccessibleName(text);
    m_column = 2;
    m_grid->addWidget(name, m_rows, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(value, m_rows, 1);
    ++m_rows;
    return value;
}

void FactGrid::addBehind(QWidget *widget)
{
    m_grid->addWidget(widget, m_rows - 1, m_column++, Qt::AlignRight | Qt::AlignVCenter);
}

void FactGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

StateCard::StateCard(Paths paths, QWidget *parent)
    : Card({}, parent), m_icon(new QLabel(this)), m_text(label(TextRole::Heading, this)),
      m_reason(label(TextRole::Body, this)), m_uptime(label(TextRole::Body, this)), m_runnerIcon(new QLabel(this)),
      m_runner(label(TextRole::Body, this)), m_hint(label(TextRole::Body, this)), m_failure(new ErrorDetails(this)),
      m_paths(std::move(paths))
{
    m_icon->setFixedSize(kStateIconSize, kStateIconSize);
    m_reason->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *runner = new QHBoxLayout;
    runner->setSpacing(spacing::kTight);
    runner->addStretch();
    runner->addWidget(m_runnerIcon);
    runner->addWidget(m_runner);
    auto *left = new QVBoxLayout;
    left->setSpacing(spacing::kTight);
    left->addStretch();
    left->addWidget(m_text);
    left->addWidget(m_reason);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::kTight);
    right->addStretch();
    right->addLayout(runner);
    right->addWidget(m_uptime, 0, Qt::AlignRight);
    right->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kMedium);
    row->addWidget(m_icon);
    row->addLayout(left, 1);
    row->addLayout(right);
    body()->addLayout(row);
    body()->addWidget(m_hint);
    body()->addWidget(m_failure);
}

void StateCard::show(const Machine &machine, const std::optional<Failure> &failure)
{
    m_state = machine.state();
    m_emulated = machine.emulated();
    m_text->setText(stateText(m_state));
    const bool crashed = m_state == MachineState::Crashed;
    m_reason->setText(crashed ? QString() : machine.reason()); // a crash's reason leads the report below
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_runner->setText(runnerText(m_emulated));
    m_runner->setToolTip(m_emulated ? tr("The engine runs in a helper machine that is computed, not accelerated: "
                                         "everything works, many times slower.")
                                    : tr("The engine runs on this host's processor through KVM."));
    m_hint->setText(nextStep(machine));
    m_hint->setVisible(!m_hint->text().isEmpty());
    const bool broken = failure || crashed;
    if (broken) {
        const ErrorReport report = failure ? reportOf(*failure) : crashReport(machine);
        m_failure->setReport(report);
        offerHelp(m_failure->message(), failure ? helpTopicOf(*failure) : helpTopicOf(report.logLines.join(u'\n')),
                  m_paths);
    }
    m_failure->setVisible(broken);
    refreshUptime(machine);
    refreshIcons();
}

void StateCard::refreshUptime(const Machine &machine)
{
    const QDateTime started = machine.startedAt();
    m_uptime->setVisible(started.isValid());
    if (!started.isValid()) {
        m_uptime->clear();
        return;
    }
    m_uptime->setText(
        tr("Up for %1").arg(uptimeText(std::chrono::seconds(started.secsTo(QDateTime::currentDateTime())))));
    m_uptime->setToolTip(tr("Since %1").arg(QLocale().toString(started.toLocalTime(), QLocale::LongFormat)));
}

QString StateCard::hintText() const
{
    return m_hint->text();
}

void StateCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

void StateCard::refreshIcons()
{
    const QColor tint = Theme::colour(stateRole(m_state), palette());
    m_icon->setPixmap(iconPixmap(stateIcon(m_state), tint, kStateIconSize, devicePixelRatioF()));
    const QColor plain = Theme::colour(m_emulated ? ColourRole::Warning : ColourRole::MutedText, palette());
    m_runnerIcon->setPixmap(
        iconPixmap(m_emulated ? Icon::BadgeEmulated : Icon::Hardware, plain, kRunnerIconSize, devicePixelRatioF()));
}

UsageCard::UsageCard(const QString &title, QWidget *parent)
    : Card(title, parent), m_now(label(TextRole::Heading, this)), m_note(label(TextRole::Caption, this)),
      m_line(new Sparkline(this))
{
    m_line->setAccessibleName(title);
    m_line->setMinimumHeight(44);
    auto *line = new QHBoxLayout;
    line->addWidget(m_now);
    line->addStretch();
    line->addWidget(m_note, 0, Qt::AlignBottom);
    body()->addLayout(line);
    body()->addWidget(m_line);
}

void UsageCard::show(const QString &now, const QString &note, std::vector<double> values, double top)
{
    m_now->setText(now);
    m_note->setText(note);
    const auto largest = std::max_element(values.begin(), values.end());
    m_line->setMaximum(std::max(top, largest == values.end() ? 0.0 : *largest));
    m_line->setValues(std::move(values));
}

QString stoppedHint(const MachineDefinition &definition, const QString &whyNotStart)
{
    if (definition.config.bootSource.kernelImagePath.isEmpty())
        return OverviewText::tr("This machine has no kernel yet. Choose one under Hardware.");
    if (!whyNotStart.isEmpty())
        return whyNotStart;
    const auto &drives = definition.config.drives;
    const bool root = std::any_of(drives.begin(), drives.end(), [](const Drive &drive) { return drive.isRootDevice; });
    if (!root && definition.config.bootSource.initrdPath.isEmpty())
        return OverviewText::tr("This machine has neither a root drive nor an initrd. Add one under Hardware, or the "
                                "kernel will stop early.");
    return OverviewText::tr("Ready to start. Its serial console will be under Console.");
}

QString nextStep(const Machine &machine)
{
    switch (machine.state()) {
    case MachineState::Stopped:
        return stoppedHint(machine.definition(), machine.whyNot(MachineAction::Start));
    case MachineState::Paused:
        return OverviewText::tr("The guest stands still. Resume it to let it go on.");
    case MachineState::Unresponsive:
        return OverviewText::tr("Wait a moment, or force the machine to stop. What the guest has not written to its "
                                "drives would be lost.");
    case MachineState::Running:
        return machine.needsRestart() ? OverviewText::tr("Some changes take effect when the machine is restarted.")
                                      : QString();
    default:
        return {};
    }
}

QString driveNote(const Drive &drive, qint64 bytes)
{
    QStringList words;
    if (drive.isRootDevice)
        words.append(OverviewText::tr("root"));
    if (drive.isReadOnly)
        words.append(OverviewText::tr("read-only"));
    if (drive.rateLimiter)
        words.append(OverviewText::tr("rate-limited"));
    const QString size = bytes < 0 ? OverviewText::tr("file missing") : formatByteSize(static_cast<double>(bytes));
    return words.isEmpty()
               ? size
               : OverviewText::tr("%1 · %2", "properties, size").arg(words.join(QStringLiteral(", ")), size);
}

} // namespace sparkler::gui
