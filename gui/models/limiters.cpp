#include "models/limiters.h"

#include "models/counter_rates.h"
#include "models/counter_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>
#include <limits>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Appends the flow unless nothing limits it. False: what is configured is not understood; `error` says why.
bool add(QList<LimitedFlow> &flows, const QJsonValue &limiter, const QString &place, LimitedFlow flow, QString &error)
{
    if (limiter.isNull() || limiter.isUndefined())
        return true;
    const auto read = rateLimiterFromJson(limiter);
    if (!read) {
        error = place + u": "_s + read.error();
        return false;
    }
    flow.limiter = *read;
    if (isOn(flow.limiter.bandwidth) || isOn(flow.limiter.ops))
        flows.append(std::move(flow));
    return true;
}

LimitedFlow drive(const QString &id)
{
    const QString group = u"block_"_s + id;
    return {.group = group,
            .title = groupTitle(group),
            .limiter = {},
            .bytes = {group + u".read_bytes"_s, group + u".write_bytes"_s},
            .operations = {group + u".read_count"_s, group + u".write_count"_s, group + u".flush_count"_s},
            .throttled = group + u".rate_limiter_throttled_events"_s};
}

LimitedFlow interface(const QString &id, bool receiving)
{
    const QString group = u"net_"_s + id;
    const QString way = group + (receiving ? u".rx"_s : u".tx"_s);
    const QString title = receiving ? QCoreApplication::translate("sparkler::gui::Limiters", "%1: receiving")
                                    : QCoreApplication::translate("sparkler::gui::Limiters", "%1: sending");
    return {.group = group,
            .title = title.arg(groupTitle(group)),
            .limiter = {},
            .bytes = {way + u"_bytes_count"_s},
            .operations = {way + u"_packets_count"_s},
            .throttled = way + u"_rate_limiter_throttled"_s};
}

LimitedFlow entropy()
{
    return {.group = u"entropy"_s,
            .title = groupTitle(u"entropy"_s),
            .limiter = {},
            .bytes = {u"entropy.entropy_bytes"_s},
            .operations = {u"entropy.entropy_event_count"_s},
            .throttled = u"entropy.entropy_rate_limiter_throttled"_s};
}

} // namespace

bool isOn(const std::optional<TokenBucket> &bucket)
{
    return bucket && bucket->size > 0 && bucket->refillTimeMs > 0;
}

double sustainedRate(const TokenBucket &bucket)
{
    return static_cast<double>(bucket.size) * 1000.0 / static_cast<double>(bucket.refillTimeMs);
}

double rateOf(const QStringList &counters, const CounterRates &rates)
{
    double sum = std::numeric_limits<double>::quiet_NaN();
    for (const QString &name : counters) {
        if (const auto rate = rates.rate(name))
            sum = std::isnan(sum) ? *rate : sum + *rate;
    }
    return sum;
}

JsonResult<QList<LimitedFlow>> limitersOf(const QJsonObject &vmConfig)
{
    QList<LimitedFlow> flows;
    QString error;
    const auto each = [&](const QString &section, auto what) {
        const QJsonArray items = vmConfig.value(section).toArray();
        for (qsizetype at = 0; at < items.size() && error.isEmpty(); ++at)
            what(items.at(at).toObject(), u"%1[%2]"_s.arg(section).arg(at));
    };
    each(u"drives"_s, [&](const QJsonObject &item, const QString &place) {
        add(flows, item.value(u"rate_limiter"_s), place, drive(item.value(u"drive_id"_s).toString()), error);
    });
    each(u"network-interfaces"_s, [&](const QJsonObject &item, const QString &place) {
        const QString id = item.value(u"iface_id"_s).toString();
        if (add(flows, item.value(u"rx_rate_limiter"_s), place, interface(id, true), error))
            add(flows, item.value(u"tx_rate_limiter"_s), place, interface(id, false), error);
    });
    if (error.isEmpty())
        add(flows, vmConfig.value(u"entropy"_s).toObject().value(u"rate_limiter"_s), u"entropy"_s, entropy(), error);
    if (!error.isEmpty())
        return std::unexpected(error);
    return flows;
}

} // namespace sparkler::gui
