#include "pages/plot_plan.h"

#include "models/counter_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 6; ///< colours repeat after these

/// Which counters belong together in a plot, by kind of device. `of` is the group with a dot: "block_rootfs.".
struct Plans {
    Q_DECLARE_TR_FUNCTIONS(sparkler::gui::PlotPlan)
public:
    static PlotPlan diskBytes(const QString &title, const QString &of)
    {
        return {title,
                PlotUnit::BytesPerSecond,
                {{tr("Read"), of + u"read_bytes"_s}, {tr("Write"), of + u"write_bytes"_s}}};
    }
    static PlotPlan diskOperations(const QString &title, const QString &of)
    {
        return {title,
                PlotUnit::OperationsPerSecond,
                {{tr("Read"), of + u"read_count"_s},
                 {tr("Write"), of + u"write_count"_s},
                 {tr("Flush"), of + u"flush_count"_s}}};
    }
    static PlotPlan networkBytes(const QString &title, const QString &of)
    {
        return {title,
                PlotUnit::BytesPerSecond,
                {{tr("Received"), of + u"rx_bytes_count"_s}, {tr("Sent"), of + u"tx_bytes_count"_s}}};
    }
    static PlotPlan networkPackets(const QString &title, const QString &of)
    {
        return {title,
                PlotUnit::OperationsPerSecond,
                {{tr("Received"), of + u"rx_packets_count"_s}, {tr("Sent"), of + u"tx_packets_count"_s}}};
    }
    static PlotPlan exits(const QString &title)
    {
        return {title,
                PlotUnit::OperationsPerSecond,
                {{tr("Port in"), u"vcpu.exit_io_in"_s},
                 {tr("Port out"), u"vcpu.exit_io_out"_s},
                 {tr("MMIO read"), u"vcpu.exit_mmio_read"_s},
                 {tr("MMIO write"), u"vcpu.exit_mmio_write"_s}}};
    }
    static PlotPlan serial(const QString &title)
    {
        return {title,
                PlotUnit::BytesPerSecond,
                {{tr("From the guest"), u"uart.write_count"_s}, {tr("To the guest"), u"uart.read_count"_s}}};
    }

    static PlotPlans overview()
    {
        const QString drives = tr("all drives"), interfaces = tr("all interfaces");
        return {diskBytes(tr("Drive throughput, %1").arg(drives), u"block."_s),
                diskOperations(tr("Drive operations, %1").arg(drives), u"block."_s),
                networkBytes(tr("Network throughput, %1").arg(interfaces), u"net."_s),
                networkPackets(tr("Network packets, %1").arg(interfaces), u"net."_s),
                {tr("Held back by rate limiters"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Drives"), u"block.rate_limiter_throttled_events"_s},
                  {tr("Receiving"), u"net.rx_rate_limiter_throttled"_s},
                  {tr("Sending"), u"net.tx_rate_limiter_throttled"_s}}},
                exits(tr("vCPU exits")),
                serial(tr("Serial console")),
                {tr("Interrupts"), PlotUnit::OperationsPerSecond, {{tr("Raised"), u"interrupts.triggers"_s}}}};
    }

    static PlotPlans block(const QString &of)
    {
        return {diskBytes(tr("Throughput"), of),
                diskOperations(tr("Operations"), of),
                {tr("Latency, average"),
                 PlotUnit::Microseconds,
                 {{tr("Read"), of + u"read_agg.avg_us"_s}, {tr("Write"), of + u"write_agg.avg_us"_s}}},
                {tr("Held back"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("By rate limiter"), of + u"rate_limiter_throttled_events"_s},
                  {tr("By full I/O queue"), of + u"io_engine_throttled_events"_s}}}};
    }

    static PlotPlans net(const QString &of)
    {
        return {networkBytes(tr("Throughput"), of),
                networkPackets(tr("Packets"), of),
                {tr("Latency of sending, average"),
                 PlotUnit::Microseconds,
                 {{tr("TAP write"), of + u"tap_write_agg.avg_us"_s}}},
                {tr("Held back"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Receiving"), of + u"rx_rate_limiter_throttled"_s},
                  {tr("Sending"), of + u"tx_rate_limiter_throttled"_s},
                  {tr("No guest buffer"), of + u"no_rx_avail_buffer"_s}}}};
    }

    static PlotPlans vsock(const QString &of)
    {
        return {networkBytes(tr("Throughput"), of),
                networkPackets(tr("Packets"), of),
                {tr("Connections"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Begun"), of + u"conns_added"_s},
                  {tr("Ended"), of + u"conns_removed"_s},
                  {tr("Cut"), of + u"conns_killed"_s}}}};
    }

    static PlotPlans balloon(const QString &of)
    {
        return {{tr("Inflating and deflating"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Inflate"), of + u"inflate_count"_s}, {tr("Deflate"), of + u"deflate_count"_s}}},
                {tr("Statistics"), PlotUnit::OperationsPerSecond, {{tr("Updates"), of + u"stats_updates_count"_s}}},
                {tr("Given back to the host"),
                 PlotUnit::BytesPerSecond,
                 {{tr("By reporting"), of + u"free_page_report_freed"_s},
                  {tr("By hinting"), of + u"free_page_hint_freed"_s}}}};
    }

    static PlotPlans entropy(const QString &of)
    {
        return {{tr("Random data"), PlotUnit::BytesPerSecond, {{tr("To the guest"), of + u"entropy_bytes"_s}}},
                {tr("Requests"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Handled"), of + u"entropy_event_count"_s},
                  {tr("Held back"), of + u"entropy_rate_limiter_throttled"_s}}}};
    }

    static PlotPlans mmds(const QString &of)
    {
        return {{tr("Throughput"), PlotUnit::BytesPerSecond, {{tr("To the guest"), of + u"tx_bytes"_s}}},
                {tr("Frames"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Taken"), of + u"rx_accepted"_s}, {tr("Sent"), of + u"tx_frames"_s}}},
                {tr("Connections"),
                 PlotUnit::OperationsPerSecond,
                 {{tr("Begun"), of + u"connections_created"_s}, {tr("Ended"), of + u"connections_destroyed"_s}}}};
    }

    static PlotPlans vcpu(const QString &of)
    {
        return {exits(tr("Exits")),
                {tr("Time for an exit, average"),
                 PlotUnit::Microseconds,
                 {{tr("Port in"), of + u"exit_io_in_agg.avg_us"_s},
                  {tr("Port out"), of + u"exit_io_out_agg.avg_us"_s},
                  {tr("MMIO read"), of + u"exit_mmio_read_agg.avg_us"_s},
                  {tr("MMIO write"), of + u"exit_mmio_write_agg.avg_us"_s}}}};
    }

    static QString unitTitle(const QString &counter)
    {
        const bool level = isGauge(counter) || isAverage(counter);
        switch (unitOf(counter)) {
        case CounterUnit::Bytes:
            return level ? tr("Bytes") : tr("Bytes per second");
        case CounterUnit::Milliseconds:
        case CounterUnit::Microseconds:
            return level ? tr("Durations") : tr("Time taken per second");
        case CounterUnit::Count:
            break;
        }
        return level ? tr("Values") : tr("Events per second");
    }

    static QString durationName(const QString &stem)
    {
        if (stem == u"read")
            return tr("Read");
        if (stem == u"write")
            return tr("Write");
        if (stem == u"tap_write")
            return tr("TAP write");
        if (stem == u"exit_io_in")
            return tr("Port in");
        if (stem == u"exit_io_out")
            return tr("Port out");
        if (stem == u"exit_mmio_read")
            return tr("MMIO read");
        return stem == u"exit_mmio_write" ? tr("MMIO write") : stem;
    }
};

PlotUnit plotUnit(const QString &counter)
{
    const bool level = isGauge(counter) || isAverage(counter);
    switch (unitOf(counter)) {
    case CounterUnit::Bytes:
        return level ? PlotUnit::Bytes : PlotUnit::BytesPerSecond;
    case CounterUnit::Milliseconds:
        return PlotUnit::Milliseconds;
    case CounterUnit::Microseconds:
        return PlotUnit::Microseconds;
    case CounterUnit::Count:
        break;
    }
    return level ? PlotUnit::Count : PlotUnit::OperationsPerSecond;
}

/// By unit, in the order of their first counter; a new plot when one is full.
PlotPlans byUnit(const QStringList &counters, bool wholeNames)
{
    PlotPlans plans;
    for (const QString &counter : counters) {
        const PlotUnit unit = plotUnit(counter);
        const QString title = Plans::unitTitle(counter);
        auto plan = std::find_if(plans.begin(), plans.end(), [&](const PlotPlan &known) {
            return known.unit == unit && known.title == title && known.lines.size() < kMostLines;
        });
        if (plan == plans.end())
            plan = plans.insert(plans.end(), {title, unit, {}});
        plan->lines.append({wholeNames ? counter : leafOf(counter), counter});
    }
    return plans;
}

/// Without what an engine of this version, or without this device, does not count.
PlotPlans known(PlotPlans plans, const Counters &totals)
{
    for (PlotPlan &plan : plans)
        plan.lines.removeIf([&totals](const PlotLine &line) {
            return !totals.contains(isAverage(line.counter) ? sumOfAverage(line.counter) : line.counter);
        });
    plans.removeIf([](const PlotPlan &plan) { return plan.lines.isEmpty(); });
    return plans;
}

QStringList countersOf(const QString &group, const Counters &totals)
{
    const QString prefix = group + u'.';
    QStringList names;
    for (auto it = totals.lowerBound(prefix); it != totals.constEnd() && it.key().startsWith(prefix); ++it)
        names.append(it.key());
    return names;
}

} // namespace

PlotPlans overviewPlans(const Counters &totals)
{
    PlotPlans plans = known(Plans::overview(), totals);
    // The engine counts for all kinds of devices; what this machine has none of says nothing.
    const bool network =
        std::ranges::any_of(totals.keys(), [](const QString &name) { return name.startsWith("net_"_L1); });
    if (!network)
        plans.removeIf([](const PlotPlan &plan) { return plan.lines.first().counter.startsWith("net."_L1); });
    return plans;
}

PlotPlans groupPlans(const QString &group, const Counters &totals)
{
    static const QHash<QString, PlotPlans (*)(const QString &)> kPlans{
        {u"block"_s, Plans::block},     {u"net"_s, Plans::net},   {u"vsock"_s, Plans::vsock},
        {u"balloon"_s, Plans::balloon}, {u"mmds"_s, Plans::mmds}, {u"entropy"_s, Plans::entropy},
        {u"vcpu"_s, Plans::vcpu}};
    if (group == "uart"_L1)
        return known({Plans::serial(groupTitle(group))}, totals);
    if (const auto make = kPlans.value(kindOfGroup(group)))
        return known(make(group + u'.'), totals);
    return byUnit(countersOf(group, totals), false);
}

PlotPlans chosenPlans(const QStringList &counters)
{
    return byUnit(counters, true);
}

QList<Duration> durationsOf(const QString &group, const Counters &totals)
{
    constexpr auto kEnd = "_agg.sum_us"_L1;
    QList<Duration> durations;
    for (const QString &name : countersOf(group, totals)) {
        if (!name.endsWith(kEnd))
            continue;
        const QString stem = name.chopped(kEnd.size());
        Duration duration;
        duration.name = Plans::durationName(leafOf(stem));
        duration.average = stem + u"_agg.avg_us"_s;
        const qint64 count = totals.value(countOfAverage(duration.average, totals));
        if (count > 0)
            duration.sinceStart = static_cast<double>(totals.value(name)) / static_cast<double>(count);
        // 0 says "none yet", and that is all that the sum over all devices ever says.
        if (const qint64 most = totals.value(stem + u"_agg.max_us"_s); most > 0) {
            duration.longest = most;
            duration.shortest = totals.value(stem + u"_agg.min_us"_s);
        }
        durations.append(duration);
    }
    return durations;
}

} // namespace sparkler::gui
