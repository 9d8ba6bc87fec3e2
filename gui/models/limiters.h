#pragma once

#include "client/json.h"

#include <QStringList>

namespace sparkler::gui {

class CounterRates;

/// A configured rate limiter and the counters that tell how it works.
struct LimitedFlow {
    QString group;          ///< of the counters: "net_eth0"
    QString title;          ///< "Network interface eth0: receiving"
    RateLimiter limiter;    ///< at least one bucket is on
    QStringList bytes;      ///< counters that add up to what the bandwidth limits
    QStringList operations; ///< the same for the operations
    QString throttled;      ///< counts what was held back
    bool operator==(const LimitedFlow &) const = default;
};

/// The limiters of drives, network interfaces and the entropy device in GET /vm/config, in the document's order.
/// Devices without limit are left out.
JsonResult<QList<LimitedFlow>> limitersOf(const QJsonObject &vmConfig);

bool isOn(const std::optional<TokenBucket> &bucket);
/// Tokens per second that the bucket lets through for good.
double sustainedRate(const TokenBucket &bucket);
/// Sum of the counters' rates; NaN: none is known.
double rateOf(const QStringList &counters, const CounterRates &rates);

} // namespace sparkler::gui
