#include "telemetry/metrics_prometheus.h"

#include "telemetry/metrics_tree.h"

#include <string>

namespace sparkler {
namespace {

using detail::DeviceMetricsNode;
using detail::LeafKind;
using detail::MetricsGroup;
using detail::MetricsLeaf;

/// `name="value"`, escaped as label values are.
void appendLabel(std::string &out, std::string_view name, std::string_view value)
{
    out.append(name).append("=\"");
    for (const char character : value) {
        if (character == '\n') {
            out += "\\n";
            continue;
        }
        if (character == '"' || character == '\\')
            out += '\\';
        out += character;
    }
    out += '"';
}

/// One family: its two comment lines, then its samples.
class FamilyPrinter {
public:
    FamilyPrinter(std::string &out, std::string_view instanceId) : m_out(out)
    {
        appendLabel(m_instance, "instance_id", instanceId);
    }

    /// `value` takes a set of the group.
    template <typename Value>
    void print(const MetricsGroup &group, const std::string &name, std::string_view type, std::string_view help,
               Value value)
    {
        m_out.append("# HELP ").append(name).append(" ").append(help).append("\n");
        m_out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
        if (!group.firstDevice)
            return sample(name, {}, {}, value(group.set()));
        for (DeviceMetricsNode *node = group.firstDevice(); node; node = node->next.load(std::memory_order_acquire))
            sample(name, group.deviceLabel, node->id, value(node->set));
    }

private:
    void sample(const std::string &name, std::string_view label, std::string_view id, std::uint64_t value)
    {
        m_out.append(name).append("{").append(m_instance);
        if (!label.empty()) {
            m_out += ',';
            appendLabel(m_out, label, id);
        }
        m_out.append("} ").append(std::to_string(value)).append("\n");
    }

    std::string &m_out;
    std::string m_instance;
};

void printAggregate(FamilyPrinter &printer, const MetricsGroup &group, const MetricsLeaf &leaf, std::string name)
{
    constexpr std::string_view kSuffix = "_agg";
    if (name.ends_with(kSuffix))
        name.resize(name.size() - kSuffix.size());
    const std::string help = leaf.help;
    printer.print(group, name + "_min_us", "gauge", help + ", the shortest in microseconds",
                  [&](void *set) { return leaf.aggregate(set).minUs.value(); });
    printer.print(group, name + "_max_us", "gauge", help + ", the longest in microseconds",
                  [&](void *set) { return leaf.aggregate(set).maxUs.value(); });
    printer.print(group, name + "_us_total", "counter", help + ", in all in microseconds",
                  [&](void *set) { return leaf.aggregate(set).sumUs.total(); });
}

void printLeaf(FamilyPrinter &printer, const MetricsGroup &group, const MetricsLeaf &leaf)
{
    const std::string name = std::string("sparkler_") + group.name + "_" + leaf.name;
    switch (leaf.kind) {
    case LeafKind::Counter:
        printer.print(group, name + "_total", "counter", leaf.help,
                      [&](void *set) { return leaf.counter(set).total(); });
        break;
    case LeafKind::Gauge:
        printer.print(group, name, "gauge", leaf.help, [&](void *set) { return leaf.gauge(set).value(); });
        break;
    case LeafKind::Aggregate:
        printAggregate(printer, group, leaf, name);
        break;
    }
}

} // namespace

std::string prometheusMetrics(std::string_view instanceId)
{
    std::string text;
    FamilyPrinter printer(text, instanceId);
    for (const MetricsGroup &group : detail::metricsTree()) {
        if (group.firstDevice && !group.firstDevice())
            continue; // a family without a sample says nothing
        for (const MetricsLeaf &leaf : group.leaves)
            printLeaf(printer, group, leaf);
    }
    return text;
}

} // namespace sparkler
