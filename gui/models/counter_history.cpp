#include "models/counter_history.h"

#include <algorithm>
#include <limits>

namespace sparkler::gui {
namespace {

constexpr qint64 kAbsent = -1;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Growth between two samples, per second; NaN where that says nothing.
double growth(qint64 before, qint64 now)
{
    return before < 0 || now < before ? kUnknown : static_cast<double>(now - before);
}

} // namespace

void CounterHistory::note(const QString &name, qint64 ms, qint64 value)
{
    m_changes[name].push_back({ms, value});
}

void CounterHistory::append(const QDateTime &at, const Counters &totals)
{
    const qint64 ms = at.toMSecsSinceEpoch();
    if (!m_times.empty() && ms <= m_times.back())
        return;
    m_times.push_back(ms);
    // Both are ordered by name: one walk finds what is new, gone or changed.
    auto before = m_last.constBegin();
    for (auto now = totals.constBegin(); now != totals.constEnd(); ++now) {
        for (; before != m_last.constEnd() && before.key() < now.key(); ++before)
            note(before.key(), ms, kAbsent);
        const bool known = before != m_last.constEnd() && before.key() == now.key();
        if (!known || *before != *now)
            note(now.key(), ms, *now);
        if (known)
            ++before;
    }
    for (; before != m_last.constEnd(); ++before)
        note(before.key(), ms, kAbsent);
    m_last = totals;
    if (m_times.size() > m_most)
        forgetOldest();
}

void CounterHistory::forgetOldest()
{
    m_times.pop_front();
    const qint64 oldest = m_times.front();
    for (auto it = m_changes.begin(); it != m_changes.end();) {
        std::deque<Change> &changes = *it;
        while (changes.size() > 1 && changes[1].ms <= oldest)
            changes.pop_front();
        const bool gone = changes.size() == 1 && changes.front().value == kAbsent && changes.front().ms <= oldest;
        it = gone ? m_changes.erase(it) : std::next(it);
    }
}

void CounterHistory::clear()
{
    m_times.clear();
    m_changes.clear();
    m_last.clear();
}

QStringList CounterHistory::names() const
{
    QStringList all = m_changes.keys();
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<qint64> CounterHistory::values(const QString &name) const
{
    std::vector<qint64> out(m_times.size(), kAbsent);
    const auto found = m_changes.constFind(name);
    if (found == m_changes.constEnd())
        return out;
    std::size_t change = 0;
    qint64 value = kAbsent;
    for (std::size_t i = 0; i < m_times.size(); ++i) {
        for (; change < found->size() && (*found)[change].ms <= m_times[i]; ++change)
            value = (*found)[change].value;
        out[i] = value;
    }
    return out;
}

std::vector<double> CounterHistory::shown(const QString &name) const
{
    std::vector<double> out(m_times.size(), kUnknown);
    const bool average = isAverage(name);
    const std::vector<qint64> of = values(average ? sumOfAverage(name) : name);
    if (isGauge(name) && !average) {
        std::transform(of.begin(), of.end(), out.begin(),
                       [](qint64 value) { return value < 0 ? kUnknown : static_cast<double>(value); });
        return out;
    }
    const std::vector<qint64> count = average ? values(countOfAverage(name, m_last)) : std::vector<qint64>();
    for (std::size_t i = 1; i < of.size(); ++i) {
        const qint64 elapsed = m_times[i] - m_times[i - 1];
        if (elapsed > CounterRates::kLongestGap.count())
            continue;
        const double grown = growth(of[i - 1], of[i]);
        if (!average) {
            out[i] = grown * 1000.0 / static_cast<double>(elapsed);
            continue;
        }
        const double operations = growth(count[i - 1], count[i]);
        out[i] = operations > 0 ? grown / operations : kUnknown;
    }
    return out;
}

} // namespace sparkler::gui
