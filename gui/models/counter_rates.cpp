#include "models/counter_rates.h"

#include "models/counter_text.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kAverageEnd = "_agg.avg_us"_L1;
constexpr auto kSumEnd = "_agg.sum_us"_L1;

void flattenInto(Counters &out, const QString &prefix, const QJsonObject &object, int depth)
{
    constexpr int kDeepest = 4; // the document has three levels; deeper ones are not ours
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = prefix.isEmpty() ? it.key() : prefix + u'.' + it.key();
        if (it->isObject() && depth < kDeepest) {
            flattenInto(out, name, it->toObject(), depth + 1);
        } else if (it->isDouble() && name != "utc_timestamp_ms"_L1) {
            const double value = it->toDouble();
            if (value >= 0 && value < 9.2e18)
                out.insert(name, it->toInteger(static_cast<qint64>(value)));
        }
    }
}

} // namespace

Counters flattenCounters(const QJsonObject &totals)
{
    Counters out;
    flattenInto(out, {}, totals, 1);
    return out;
}

bool isGauge(const QString &name)
{
    static constexpr std::array kGroups{"api_server."_L1, "latencies_us."_L1, "seccomp."_L1, "vmm."_L1};
    for (const QLatin1StringView group : kGroups) {
        if (name.startsWith(group))
            return true;
    }
    if (name.startsWith("signals."_L1))
        return name != "signals.sigpipe"_L1;
    return name.endsWith(".min_us"_L1) || name.endsWith(".max_us"_L1);
}

bool isAverage(const QString &name)
{
    return name.endsWith(kAverageEnd);
}

QString sumOfAverage(const QString &average)
{
    return average.chopped(kAverageEnd.size()) + kSumEnd;
}

QString countOfAverage(const QString &average, const Counters &totals)
{
    const QString stem = average.chopped(kAverageEnd.size());
    for (const QString &candidate : {QString(stem + u"_count"_s), stem}) {
        if (totals.contains(candidate))
            return candidate;
    }
    // Writes to the TAP interface are what the transmit counter counts.
    const QString transmitted = groupOf(average) + u".tx_count"_s;
    return stem.endsWith(".tap_write"_L1) && totals.contains(transmitted) ? transmitted : QString();
}

void CounterRates::feed(const QDateTime &at, const QJsonObject &totals)
{
    Counters current = flattenCounters(totals);
    m_rates.clear();
    const qint64 elapsedMs = m_at.isValid() ? m_at.msecsTo(at) : 0;
    if (elapsedMs > 0 && elapsedMs <= kLongestGap.count()) {
        for (auto it = current.constBegin(); it != current.constEnd(); ++it) {
            const auto before = m_totals.constFind(it.key());
            if (before == m_totals.constEnd() || *before > *it || isGauge(it.key()))
                continue;
            m_rates.insert(it.key(), static_cast<double>(*it - *before) * 1000.0 / static_cast<double>(elapsedMs));
        }
    }
    const Counters before = std::exchange(m_totals, std::move(current));
    average(before, elapsedMs > 0 && elapsedMs <= kLongestGap.count());
    m_at = at;
}

void CounterRates::average(const Counters &before, bool comparable)
{
    m_averages.clear();
    for (auto it = m_totals.constBegin(); it != m_totals.constEnd(); ++it) {
        if (!it.key().endsWith(kSumEnd))
            continue;
        const QString name = it.key().chopped(kSumEnd.size()) + kAverageEnd;
        const QString count = countOfAverage(name, m_totals);
        if (count.isEmpty())
            continue;
        std::optional<double> &value = m_averages[name];
        const qint64 operations = m_totals.value(count) - before.value(count);
        const qint64 us = *it - before.value(it.key());
        if (comparable && before.contains(it.key()) && before.contains(count) && operations > 0 && us >= 0)
            value = static_cast<double>(us) / static_cast<double>(operations);
    }
}

void CounterRates::forget()
{
    *this = {};
}

std::optional<double> CounterRates::rate(const QString &name) const
{
    const auto found = m_rates.constFind(name);
    return found == m_rates.constEnd() ? std::nullopt : std::optional(*found);
}

double CounterRates::rateOrGap(const QString &name) const
{
    return rate(name).value_or(std::numeric_limits<double>::quiet_NaN());
}

std::optional<double> CounterRates::average(const QString &name) const
{
    return m_averages.value(name);
}

double CounterRates::shown(const QString &name) const
{
    if (isAverage(name))
        return average(name).value_or(std::numeric_limits<double>::quiet_NaN());
    if (!isGauge(name))
        return rateOrGap(name);
    const auto found = m_totals.constFind(name);
    return found == m_totals.constEnd() ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(*found);
}

QStringList CounterRates::averages() const
{
    return m_averages.keys();
}

QStringList CounterRates::groups() const
{
    QStringList out;
    for (auto it = m_totals.constBegin(); it != m_totals.constEnd(); ++it) {
        const QString group = groupOf(it.key());
        if (!group.isEmpty() && (out.isEmpty() || out.last() != group))
            out.append(group);
    }
    return out;
}

} // namespace sparkler::gui
