#pragma once

#include "models/counter_rates.h"

#include <QHash>

#include <deque>
#include <vector>

namespace sparkler::gui {

/// What all counters were at each sample, for an hour at one a second. A counter costs memory only where it changes:
/// most never do. GUI thread.
class CounterHistory {
public:
    static constexpr std::size_t kMaxSamples = 3600;

    explicit CounterHistory(std::size_t most = kMaxSamples) : m_most(most) {}

    /// Samples not younger than the last one are left out.
    void append(const QDateTime &at, const Counters &totals);
    void clear();

    bool isEmpty() const { return m_times.empty(); }
    /// Of the samples, milliseconds since 1970 UTC, oldest first.
    const std::deque<qint64> &times() const { return m_times; }
    /// Counters that ever were, in byte order.
    QStringList names() const;
    /// The counter at each of times(); -1: it was not there.
    std::vector<qint64> values(const QString &name) const;
    /// What is drawn of it at each of times(), NaN: unknown. See CounterRates::shown().
    std::vector<double> shown(const QString &name) const;

private:
    struct Change {
        qint64 ms;
        qint64 value;
    };
    void note(const QString &name, qint64 ms, qint64 value);
    void forgetOldest();

    std::size_t m_most;
    std::deque<qint64> m_times;
    QHash<QString, std::deque<Change>> m_changes;
    Counters m_last;
};

} // namespace sparkler::gui
