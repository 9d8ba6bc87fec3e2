#pragma once

#include <string>
#include <string_view>

namespace sparkler {

/// The metrics in Prometheus' text exposition format 0.0.4, totals since the process's start. Resets nothing. Any
/// thread.
///
/// A leaf becomes the family `sparkler_<group>_<leaf>`: a counter with `_total` behind it, a gauge without. An
/// aggregate
/// `<name>_agg` becomes three: the gauges `<name>_min_us` and `<name>_max_us` (0: none yet) and the counter
/// `<name>_us_total`. Each sample has the label `instance_id`; each drive and each interface has samples of its own,
/// told apart by `drive` and `iface`, and there is no sum over them.
std::string prometheusMetrics(std::string_view instanceId);

} // namespace sparkler
