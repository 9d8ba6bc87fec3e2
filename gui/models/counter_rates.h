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
    /// Ids of the drives that have counters, in byte order.
    QStringList drives() const;

private:
    Counters m_totals;
    QMap<QString, double> m_rates;
    QDateTime m_at;
};

} // namespace sparkler::gui
