#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace sparkler::gui {

/// The leaves of GET /metrics by name: "vcpu.exit_io_in", "block_rootfs.read_agg.sum_us". Leaves that are no integers,
/// and the time stamp, are left out.
using Counters = QMap<QString, qint64>;
Counters flattenCounters(const QJsonObject &totals);

/// Whether the leaf is a level (an extreme, a duration, a last signal) rather than something that is counted.
bool isGauge(const QString &name);

// A duration X_agg has the extremes since the start and the sum. Its average since the sample before is named here
// X_agg.avg_us, beside the engine's own leaves: the growth of the sum over that of the matching counter.
bool isAverage(const QString &name);
QString sumOfAverage(const QString &average);
/// The counter that counts what the duration sums up; empty: `totals` has none.
QString countOfAverage(const QString &average, const Counters &totals);

/// Totals become rates: the difference of two samples over the time between them.
class CounterRates {
public:
    /// Over a longer silence an average would hide what happened; the next sample only begins anew.
    static constexpr std::chrono::milliseconds kLongestGap{5000};

    void feed(const QDateTime &at, const QJsonObject &totals);
    void forget();

    const Counters &totals() const { return m_totals; }
    const QDateTime &at() const { return m_at; }
    /// Per second. Nothing: unknown, a gauge, the first sample, or the counter went back (the engine was started anew).
    std::optional<double> rate(const QString &name) const;
    /// As rate(), NaN for nothing: what a plot takes.
    double rateOrGap(const QString &name) const;
    /// Microseconds, by the name of the average. Nothing: unknown, or nothing happened since the sample before.
    std::optional<double> average(const QString &name) const;
    /// What is drawn of a name: an average, a gauge's value, a counter's rate. NaN: unknown.
    double shown(const QString &name) const;
    /// Averages that can be asked for, in byte order.
    QStringList averages() const;
    /// In byte order.
    QStringList groups() const;

private:
    void average(const Counters &before, bool comparable);

    Counters m_totals;
    QMap<QString, double> m_rates;
    QMap<QString, std::optional<double>> m_averages;
    QDateTime m_at;
};

} // namespace sparkler::gui
