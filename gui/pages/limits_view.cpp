#include "pages/limits_view.h"

#include "manager/failure.h"
#include "pages/help_dialog.h"
#include "pages/live_parts.h"
#include "text/human_units.h"
#include "widgets/empty_state.h"
#include "widgets/form_section.h"
#include "widgets/inline_message.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"
#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QScrollArea>

#include <cmath>

namespace sparkler::gui {

namespace {

/// Rates of several counters, added up at each time; NaN where none is known.
std::vector<double> addedUp(const QStringList &counters, const CounterHistory &history)
{
    std::vector<double> sum(history.times().size(), std::nan(""));
    for (const QString &counter : counters) {
        const std::vector<double> one = history.shown(counter);
        for (std::size_t at = 0; at < sum.size(); ++at) {
            if (!std::isnan(one[at]))
                sum[at] = std::isnan(sum[at]) ? one[at] : sum[at] + one[at];
        }
    }
    return sum;
}

void fillPlot(LivePlot *plot, const std::vector<double> &values, const CounterHistory &history)
{
    std::vector<Sample> samples;
    for (std::size_t at = 0; at < values.size(); ++at)
        samples.push_back({history.times()[at], values[at]});
    plot->fill(0, samples);
}

} // namespace

QString bucketText(const TokenBucket &bucket, bool bytes)
{
    const auto amount = [bytes](double tokens) { return bytes ? formatByteSize(tokens) : formatCount(tokens); };
    const QString each = bucket.refillTimeMs % 1000 == 0
                             ? LimitsView::tr("%1 s", "refill time").arg(bucket.refillTimeMs / 1000)
                             : LimitsView::tr("%1 ms", "refill time").arg(bucket.refillTimeMs);
    QString text = LimitsView::tr("%1: %2 each %3", "sustained rate, size of the bucket, refill time")
                       .arg(formatPlotValue(sustainedRate(bucket),
                                            bytes ? PlotUnit::BytesPerSecond : PlotUnit::OperationsPerSecond),
                            amount(static_cast<double>(bucket.size)), each);
    if (bucket.oneTimeBurst.value_or(0) > 0)
        text = LimitsView::tr("%1, and %2 once").arg(text, amount(static_cast<double>(*bucket.oneTimeBurst)));
    return text;
}

LimiterCard::LimiterCard(const LimitedFlow &flow, PlotControls *controls, QWidget *parent)
    : Card(flow.title, parent), m_flow(flow), m_controls(controls)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::kLarge);
    grid->setVerticalSpacing(spacing::kTight);
    if (isOn(flow.limiter.bandwidth))
        m_meters.append(makeMeter(*flow.limiter.bandwidth, true));
    if (isOn(flow.limiter.ops))
        m_meters.append(makeMeter(*flow.limiter.ops, false));
    m_throttled = new LivePlot(tr("Held back"), PlotUnit::OperationsPerSecond, this);
    m_throttled->addSeries(tr("Requests delayed by the limiter"));
    int column = 0;
    for (const Meter &meter : std::as_const(m_meters)) {
        grid->addWidget(meter.text, 0, column);
        grid->addWidget(meter.bar, 1, column);
        grid->addWidget(meter.plot, 2, column);
        grid->setColumnStretch(column++, 1);
    }
    grid->addWidget(m_throttled, 2, column);
    grid->setColumnStretch(column, 1);
    for (LivePlot *plot : findChildren<LivePlot *>()) {
        plot->setMinimumHeight(190);
        controls->addPlot(plot);
    }
    body()->addLayout(grid);
}

LimiterCard::Meter LimiterCard::makeMeter(const TokenBucket &bucket, bool bytes)
{
    Meter meter;
    meter.counters = bytes ? m_flow.bytes : m_flow.operations;
    meter.limit = sustainedRate(bucket);
    const QString name = bytes ? tr("Bandwidth") : tr("Operations");
    meter.plot = new LivePlot(name, bytes ? PlotUnit::BytesPerSecond : PlotUnit::OperationsPerSecond, this);
    meter.plot->addSeries(tr("Now"));
    meter.plot->setLimit(meter.limit, tr("Limit"));
    meter.bar = new QProgressBar(this);
    meter.bar->setRange(0, 100);
    meter.bar->setAccessibleName(bytes ? tr("Bandwidth used of the limit, %1").arg(m_flow.title)
                                       : tr("Operations used of the limit, %1").arg(m_flow.title));
    meter.text = new QLabel(bucketText(bucket, bytes), this);
    meter.text->setTextFormat(Qt::PlainText);
    meter.text->setWordWrap(true);
    showUse(meter, std::nan(""));
    return meter;
}

void LimiterCard::showUse(const Meter &meter, double rate)
{
    if (std::isnan(rate)) {
        meter.bar->setValue(0);
        meter.bar->setFormat(tr("not known"));
        return;
    }
    const double share = 100 * rate / meter.limit;
    meter.bar->setValue(static_cast<int>(std::clamp(share, 0.0, 100.0)));
    // A burst goes beyond what is possible for good.
    meter.bar->setFormat(tr("%1 % of the limit").arg(QLocale().toString(share, 'f', share > 0 && share < 10 ? 1 : 0)));
}

void LimiterCard::fill(const CounterHistory &history)
{
    for (const Meter &meter : std::as_const(m_meters)) {
        const std::vector<double> values = addedUp(meter.counters, history);
        fillPlot(meter.plot, values, history);
        showUse(meter, values.empty() ? std::nan("") : values.back());
    }
    fillPlot(m_throttled, history.shown(m_flow.throttled), history);
}

void LimiterCard::append(qint64 ms, const CounterRates &rates)
{
    for (const Meter &meter : std::as_const(m_meters)) {
        const double rate = rateOf(meter.counters, rates);
        meter.plot->append(0, ms, rate);
        showUse(meter, rate);
    }
    m_throttled->append(0, ms, rates.shown(m_flow.throttled));
}

LimitsView::LimitsView(PlotControls *controls, Paths paths, QWidget *parent)
    : MetricsView(parent), m_controls(controls), m_paths(std::move(paths)), m_message(new InlineMessage(this)),
      m_empty(new EmptyState(Icon::Filter, tr("The limits are not known yet"), tr("The engine is being asked."), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    m_message->setClosable(false);
    layout->addWidget(m_message);
    layout->addWidget(m_empty, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Rate limiters"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget(scroll);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, spacing::kSmall, 0, spacing::kSmall);
    m_column->setSpacing(spacing::kLarge);
    m_column->addWidget(
        makeHintLabel(tr("The limits are those that the engine has now. Drives get others under Hardware and "
                         "network interfaces under Network, also while the machine runs; the entropy device under "
                         "Hardware, for the next start."),
                      m_content));
    m_column->addStretch();
    scroll->setWidget(m_content);
    m_scroll = scroll;
    layout->addWidget(scroll, 1);
}

void LimitsView::enter()
{
    connect(&record()->config, &EngineConfig::changed, this, &LimitsView::onConfig);
    record()->config.watch(true);
}

void LimitsView::leave()
{
    record()->config.watch(false);
    disconnect(&record()->config, nullptr, this, nullptr);
}

/// Much of the configuration may change and leave the plots as they are.
void LimitsView::onConfig()
{
    const auto before = m_flows;
    m_flows = limitersOf(record()->config.document().value_or(QJsonObject()));
    if (m_flows != before)
        rebuild();
    refreshTexts();
}

void LimitsView::reload()
{
    const auto document = record() ? record()->config.document() : std::nullopt;
    m_flows = limitersOf(document.value_or(QJsonObject()));
    rebuild();
    refreshTexts();
}

void LimitsView::refreshTexts()
{
    m_scroll->setVisible(!m_cards.isEmpty());
    m_empty->setVisible(m_cards.isEmpty());
    const std::optional<ApiError> error = record() ? record()->config.error() : std::nullopt;
    if (error)
        showFailure(m_message, Failure::fromApi(tr("The engine's configuration is not known."), *error), m_paths);
    else if (!m_flows)
        m_message->setMessage(InlineMessage::Kind::Error, tr("The engine's configuration is not understood."),
                              m_flows.error());
    else
        m_message->hide();
    if (record() && record()->config.document()) {
        m_empty->setHeadline(tr("Nothing is limited"));
        m_empty->setText(tr("No drive, network interface or entropy device of this machine has a rate limit. Set one "
                            "under Hardware or Network."));
        return;
    }
    m_empty->setHeadline(tr("The limits are not known yet"));
    const QString why = machine() ? whyNothingLive(machine()->state()) : QString();
    m_empty->setText(why.isEmpty() ? tr("The engine is being asked.")
                                   : tr("%1 The limits appear here while it runs.", "why there are none").arg(why));
}

void LimitsView::rebuild()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const LimitedFlow &flow : m_flows.value_or(QList<LimitedFlow>())) {
        auto *card = new LimiterCard(flow, m_controls, m_content);
        card->fill(record()->counters);
        m_column->insertWidget(m_column->count() - 1, card);
        m_cards.append(card);
    }
}

void LimitsView::onSample()
{
    for (LimiterCard *card : std::as_const(m_cards))
        card->append(record()->rates.at().toMSecsSinceEpoch(), record()->rates);
}

std::vector<CsvColumn> LimitsView::columns() const
{
    std::vector<CsvColumn> columns;
    for (const LimiterCard *card : m_cards) {
        const LimitedFlow &flow = card->flow();
        for (const QString &counter : flow.bytes + flow.operations + QStringList{flow.throttled})
            columns.push_back(shownColumn(record()->counters, counter));
    }
    return columns;
}

} // namespace sparkler::gui
