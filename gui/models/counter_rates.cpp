#include "models/counter_rates.h"

#include <array>
#include <cmath>
#include <limits>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

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
    m_totals = std::move(current);
    m_at = at;
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

QStringList CounterRates::drives() const
{
    static constexpr auto kPrefix = "block_"_L1;
    static constexpr auto kLeaf = ".read_bytes"_L1;
    QStringList out;
    for (auto it = m_totals.lowerBound(kPrefix); it != m_totals.constEnd() && it.key().startsWith(kPrefix); ++it) {
        if (it.key().endsWith(kLeaf))
            out.append(it.key().sliced(kPrefix.size(), it.key().size() - kPrefix.size() - kLeaf.size()));
    }
    return out;
}

} // namespace sparkler::gui
