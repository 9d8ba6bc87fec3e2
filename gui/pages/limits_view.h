#pragma once

#include "manager/paths.h"
#include "models/limiters.h"
#include "pages/metrics_view.h"
#include "widgets/card.h"

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace sparkler::gui {

class EmptyState;
class InlineMessage;
class LivePlot;
class PlotControls;

/// One rate limiter at work: what it allows, what is used of that, and what it holds back.
class LimiterCard : public Card {
    Q_OBJECT
public:
    LimiterCard(const LimitedFlow &flow, PlotControls *controls, QWidget *parent = nullptr);

    void fill(const CounterHistory &history);
    void append(qint64 ms, const CounterRates &rates);
    const LimitedFlow &flow() const { return m_flow; }

private:
    struct Meter {
        QStringList counters;
        double limit = 0; ///< tokens per second
        LivePlot *plot = nullptr;
        QProgressBar *bar = nullptr;
        QLabel *text = nullptr;
    };
    Meter makeMeter(const TokenBucket &bucket, bool bytes);
    void showUse(const Meter &meter, double rate);

    LimitedFlow m_flow;
    QList<Meter> m_meters;
    LivePlot *m_throttled;
    PlotControls *m_controls;
};

/// All rate limiters that the engine has, as it tells them.
class LimitsView : public MetricsView {
    Q_OBJECT
public:
    LimitsView(PlotControls *controls, Paths paths, QWidget *parent = nullptr);

    std::vector<CsvColumn> columns() const override;

protected:
    void reload() override;
    void onSample() override;
    void onState() override { refreshTexts(); }
    void enter() override;
    void leave() override;

private:
    void onConfig();
    void rebuild();
    void refreshTexts();

    PlotControls *m_controls;
    JsonResult<QList<LimitedFlow>> m_flows;
    QList<LimiterCard *> m_cards; ///< of m_flows
    Paths m_paths;
    InlineMessage *m_message;
    EmptyState *m_empty;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QWidget *m_scroll;
};

/// "100 MiB/s: 100 MiB each 1 s, and 50 MiB once": what a bucket allows, for people.
QString bucketText(const TokenBucket &bucket, bool bytes);

} // namespace sparkler::gui
