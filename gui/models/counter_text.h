#pragma once

#include <QString>

namespace sparkler::gui {

// What the name of a counter of GET /metrics ("block_rootfs.read_agg.sum_us") says about it.

enum class CounterUnit { Count, Bytes, Milliseconds, Microseconds };

/// From the ends of the name's components: _bytes and _bytes_count, _ms, _us; all else is a count.
CounterUnit unitOf(const QString &name);
/// "B", "ms", "µs"; empty for a count.
QString unitText(CounterUnit unit);

/// Everything before the first dot: "block_rootfs". Empty: the counter has no group.
QString groupOf(const QString &name);
/// Everything behind the first dot: "read_agg.sum_us".
QString leafOf(const QString &name);
/// "block" for "block_rootfs", "net" for "net_eth0"; a group that is no device's is its own kind.
QString kindOfGroup(const QString &group);
/// "rootfs" for "block_rootfs"; empty for a group that is no single device's.
QString deviceOfGroup(const QString &group);
/// For people: "Drive rootfs", "All drives", "vCPUs".
QString groupTitle(const QString &group);

/// Whether it counts something that does not happen in a healthy run, so that any value but 0 deserves a look.
bool tellsFailure(const QString &name);
/// What it counts, a sentence without full stop; empty: not known.
QString describeCounter(const QString &name);

} // namespace sparkler::gui
