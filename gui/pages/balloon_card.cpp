#include "pages/balloon_card.h"

#include "manager/failure.h"
#include "pages/balloon_statistics.h"
#include "pages/help_dialog.h"
#include "pages/live_parts.h"
#include "text/human_units.h"
#include "widgets/inline_message.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>

namespace sparkler::gui {

namespace {

constexpr int kMostIntervalS = 65535;

/// In MiB throughout, so that target and actual size can be compared at a glance.
QString mibText(quint64 mib)
{
    return BalloonCard::tr("%1 MiB").arg(QLocale().toString(mib));
}

} // namespace

BalloonCard::BalloonCard(PlotControls *controls, Paths paths, QWidget *parent)
    : FormSection(tr("Balloon"), parent), m_paths(std::move(paths)), m_message(new InlineMessage(this)),
      m_absent(new QLabel(this))
{
    m_absent->setWordWrap(true);
    m_absent->setTextFormat(Qt::PlainText);
    m_absent->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_absent->setAccessibleName(tr("Why there is no balloon"));
    addWide(m_message);
    addWide(m_absent);
    buildTarget();
    buildHinting();
    buildStatistics(controls);
    for (const auto &[from, to] : std::initializer_list<std::pair<QWidget *, QWidget *>>{{m_slider, m_target},
                                                                                         {m_target, m_start},
                                                                                         {m_start, m_stop},
                                                                                         {m_stop, m_acknowledge},
                                                                                         {m_acknowledge, m_interval},
                                                                                         {m_interval, m_statistics}})
        setTabOrder(from, to);
    refresh();
}

void BalloonCard::buildTarget()
{
    m_targetField = new QWidget(this);
    auto *row = new QHBoxLayout(m_targetField);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kMedium);
    m_slider = new QSlider(Qt::Horizontal, m_targetField);
    m_slider->setAccessibleName(tr("Target of the balloon in MiB"));
    m_target = new QSpinBox(m_targetField);
    m_target->setSuffix(tr(" MiB"));
    m_target->setAccessibleName(tr("Target of the balloon"));
    m_target->setKeyboardTracking(false);
    guardWheel(m_slider);
    guardWheel(m_target);
    row->addWidget(m_slider, 1);
    row->addWidget(m_target);
    m_targetField->setFocusProxy(m_slider);
    addRow(tr("Tar&get"), m_targetField,
           tr("So much memory the guest is asked to give back to the host. Its driver decides how fast, and "
              "whether it can."));
    m_actual = new QLabel(this);
    m_actual->setTextFormat(Qt::PlainText);
    m_actual->setWordWrap(true);
    addRow(tr("Given back"), m_actual);
    connect(m_slider, &QSlider::valueChanged, this, &BalloonCard::chooseTarget);
    connect(m_target, &QSpinBox::valueChanged, this, &BalloonCard::chooseTarget);
}

void BalloonCard::buildHinting()
{
    m_hintingField = new QWidget(this);
    auto *column = new QVBoxLayout(m_hintingField);
    column->setContentsMargins(0, 8, 0, 0); // level with the label
    column->setSpacing(spacing::kSmall);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kSmall);
    m_hinting = new QLabel(m_hintingField);
    m_hinting->setTextFormat(Qt::PlainText);
    m_hinting->setWordWrap(true);
    m_acknowledge = new QCheckBox(tr("A&cknowledge at the end"), m_hintingField);
    m_acknowledge->setToolTip(tr("The engine tells the guest when a run is over, so that it may use the pages again"));
    m_acknowledge->setChecked(true);
    m_start = new QPushButton(tr("Start a &run"), m_hintingField);
    m_stop = new QPushButton(tr("Stop &hinting"), m_hintingField);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_acknowledge);
    row->addStretch();
    column->addWidget(m_hinting);
    column->addLayout(row);
    m_hintingField->setFocusProxy(m_start);
    addRow(tr("Free page hinting"), m_hintingField);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_monitor)
            m_monitor->startHinting(m_acknowledge->isChecked());
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_monitor)
            m_monitor->stopHinting();
    });
}

void BalloonCard::buildStatistics(PlotControls *controls)
{
    m_interval = new QSpinBox(this);
    m_interval->setRange(1, kMostIntervalS);
    m_interval->setSuffix(tr(" s"));
    m_interval->setKeyboardTracking(false);
    m_interval->setAccessibleName(tr("Interval of the statistics"));
    addRow(tr("&Statistics every"), m_interval);
    m_intervalHint = makeHintLabel({}, this);
    addRow({}, m_intervalHint);
    m_statistics = new BalloonStatisticsView(controls, this);
    addWide(m_statistics);
    m_fields = {m_targetField, m_actual, m_hintingField, m_interval, m_intervalHint};
    connect(m_interval, &QSpinBox::valueChanged, this, [this](int seconds) {
        if (!m_showing && m_monitor)
            m_monitor->setStatisticsInterval(static_cast<quint64>(seconds));
    });
}

void BalloonCard::setMonitor(BalloonMonitor *monitor, const QString &whyNot)
{
    const bool other = monitor != m_monitor;
    if (other && m_monitor)
        disconnect(m_monitor, nullptr, this, nullptr);
    m_monitor = monitor;
    m_whyNot = whyNot;
    if (other) {
        m_message->hide();
        m_statistics->fill(monitor ? monitor->samples() : std::deque<BalloonSample>());
    }
    if (other && monitor) {
        connect(monitor, &BalloonMonitor::changed, this, &BalloonCard::refresh);
        connect(monitor, &BalloonMonitor::sampled, this, [this] { m_statistics->append(m_monitor->samples().back()); });
        connect(monitor, &BalloonMonitor::failed, this, &BalloonCard::onFailed);
        connect(monitor, &BalloonMonitor::succeeded, m_message, &QWidget::hide);
    }
    refresh();
}

void BalloonCard::setMemoryMib(quint64 mib)
{
    const QScopedValueRollback showing(m_showing, true);
    const int most = static_cast<int>(std::min<quint64>(mib, std::numeric_limits<int>::max()));
    m_slider->setPageStep(std::max(1, most / 16));
    m_slider->setRange(0, most);
    m_target->setRange(0, most);
    refreshTarget();
}

void BalloonCard::chooseTarget(int mib)
{
    if (m_showing || !m_monitor)
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_slider->setValue(mib);
    m_target->setValue(mib);
    m_monitor->setTarget(static_cast<quint64>(mib));
}

void BalloonCard::onFailed(const QString &what, const ApiError &error)
{
    showFailure(m_message, Failure::fromApi(what, error), m_paths);
    refresh();
    if (m_monitor->state() == BalloonMonitor::State::Present)
        showTarget(m_monitor->balloon().amountMib); // what is, not what was wanted, also in a field with the focus
}

void BalloonCard::refresh()
{
    const bool present = m_monitor && m_monitor->state() == BalloonMonitor::State::Present;
    for (QWidget *field : std::as_const(m_fields))
        setRowVisible(field, present);
    m_absent->setVisible(!present);
    if (!present) {
        m_statistics->hide();
        refreshAbsent();
        return;
    }
    refreshTarget();
    refreshInterval();
    refreshHinting();
    m_statistics->show(m_monitor->statistics());
}

void BalloonCard::refreshAbsent()
{
    if (!m_monitor || !m_monitor->hasClient()) {
        m_absent->setText(m_whyNot.isEmpty() ? tr("The engine is not known yet.")
                                             : tr("%1 Its balloon can be worked while it runs.").arg(m_whyNot));
        return;
    }
    const std::optional<ApiError> &error = m_monitor->error();
    if (m_monitor->state() == BalloonMonitor::State::Absent) {
        m_absent->setText(tr("This machine was started without a balloon. Add one under Hardware; it is there from the "
                             "next start.\n%1")
                              .arg(error->sentence()));
    } else {
        m_absent->setText(error ? error->sentence() : tr("The engine is being asked about the balloon."));
    }
}

void BalloonCard::showTarget(quint64 mib)
{
    const QScopedValueRollback showing(m_showing, true);
    const int value = static_cast<int>(std::min<quint64>(mib, std::numeric_limits<int>::max()));
    m_slider->setValue(value);
    m_target->setValue(value);
}

void BalloonCard::refreshTarget()
{
    if (!m_monitor || m_monitor->state() != BalloonMonitor::State::Present)
        return;
    const quint64 target = m_monitor->wantedMib().value_or(m_monitor->balloon().amountMib);
    if (!m_slider->isSliderDown() && !m_target->hasFocus()) // what is being typed or dragged stays
        showTarget(target);
    const auto &statistics = m_monitor->statistics();
    if (m_monitor->wantedMib())
        m_actual->setText(tr("Asking for %1…").arg(mibText(target)));
    else if (statistics)
        m_actual->setText(tr("%1 of %2 wanted").arg(mibText(statistics->actualMib), mibText(target)));
    else
        m_actual->setText(tr("Not known: the statistics are off. Wanted: %1").arg(mibText(target)));
}

/// Statistics cannot be switched on or off after the start, so that is not even offered.
void BalloonCard::refreshInterval()
{
    const QScopedValueRollback showing(m_showing, true);
    const quint64 seconds = m_monitor->balloon().statsPollingIntervalS;
    const bool on = seconds > 0;
    if (!m_interval->hasFocus() || !on)
        m_interval->setValue(static_cast<int>(std::max<quint64>(1, seconds)));
    m_intervalHint->setText(
        on ? tr("How often the guest is asked. Statistics cannot be switched off while the machine runs.")
           : tr("This machine was started without statistics, and they cannot be switched on while it runs. Give the "
                "balloon an interval (stats_polling_interval_s) under Hardware; it counts from the next start."));
    setEnabledOrWhyNot(m_interval, on ? QString() : m_intervalHint->text());
    m_statistics->setVisible(on);
}

void BalloonCard::refreshHinting()
{
    const Balloon &balloon = m_monitor->balloon();
    setRowVisible(m_hintingField, balloon.freePageHinting);
    const std::optional<BalloonHinting> &hinting = m_monitor->hinting();
    if (!balloon.freePageHinting || !hinting) {
        m_hinting->setText(tr("Not known yet"));
        return;
    }
    const bool running = hinting->hostCommand >= 2;
    QString text = running                     ? tr("Run %1 is under way").arg(hinting->hostCommand)
                   : hinting->hostCommand == 1 ? tr("Done")
                                               : tr("Not started");
    if (!hinting->guestCommand)
        text = tr("%1; the guest has not answered yet").arg(text);
    else if (running && hinting->guestCommand == hinting->hostCommand)
        text = tr("%1; the guest is at it").arg(text);
    m_hinting->setText(text);
    m_hinting->setToolTip(
        tr("host_cmd %1, guest_cmd %2")
            .arg(hinting->hostCommand)
            .arg(hinting->guestCommand ? QString::number(*hinting->guestCommand) : QStringLiteral("null")));
    setEnabledOrWhyNot(m_stop, running ? QString() : tr("No run is under way."));
}

} // namespace sparkler::gui
