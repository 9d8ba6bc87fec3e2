#include "telemetry/metrics_json.h"

#include "telemetry/metrics_tree.h"

#include <array>

namespace sparkler::detail {
namespace {

/// Compact JSON of objects and unsigned integers.
class JsonLine {
public:
    JsonLine(TextBuffer &out, MetricsValues values) noexcept : m_out(out), m_values(values) {}

    std::uint64_t valueOf(Counter &leaf) const noexcept
    {
        return m_values == MetricsValues::SinceFlush ? leaf.takeDelta() : leaf.total();
    }

    void open() noexcept
    {
        m_out.append('{');
        m_first = true;
    }
    void open(std::string_view name) noexcept
    {
        key(name);
        open();
    }
    void openDevice(std::string_view group, std::string_view id) noexcept
    {
        beginKey(group);
        m_out.append('_');
        appendEscaped(id);
        endKey();
        open();
    }
    void close() noexcept
    {
        m_out.append('}');
        m_first = false;
    }
    void number(std::string_view name, std::uint64_t value) noexcept
    {
        key(name);
        m_out.appendDecimal(value);
    }
    void aggregate(std::string_view name, std::uint64_t minUs, std::uint64_t maxUs, std::uint64_t sumUs) noexcept
    {
        open(name);
        number("min_us", minUs);
        number("max_us", maxUs);
        number("sum_us", sumUs);
        close();
    }

private:
    void beginKey(std::string_view name) noexcept
    {
        m_out.append(m_first ? "\"" : ",\"");
        m_first = false;
        m_out.append(name);
    }
    void endKey() noexcept { m_out.append("\":"); }
    void key(std::string_view name) noexcept
    {
        beginKey(name);
        endKey();
    }
    /// Ids are validated where they come in; this keeps the line JSON whatever they are.
    void appendEscaped(std::string_view text) noexcept
    {
        static constexpr std::string_view kHex = "0123456789abcdef";
        for (const char character : text) {
            const auto byte = static_cast<unsigned char>(character);
            if (byte < 0x20) {
                m_out.append("\\u00");
                m_out.append(kHex[byte >> 4]);
                m_out.append(kHex[byte & 0xf]);
                continue;
            }
            if (character == '"' || character == '\\')
                m_out.append('\\');
            m_out.append(character);
        }
    }

    TextBuffer &m_out;
    const MetricsValues m_values;
    bool m_first = true;
};

/// Prints a leaf of `set`. The value that adds up over devices, 0 for a gauge.
std::uint64_t appendLeaf(JsonLine &json, const MetricsLeaf &leaf, void *set) noexcept
{
    switch (leaf.kind) {
    case LeafKind::Counter: {
        const std::uint64_t value = json.valueOf(leaf.counter(set));
        json.number(leaf.name, value);
        return value;
    }
    case LeafKind::Gauge:
        json.number(leaf.name, leaf.gauge(set).value());
        return 0;
    case LeafKind::Aggregate: {
        LatencyAggregate &aggregate = leaf.aggregate(set);
        const std::uint64_t sum = json.valueOf(aggregate.sumUs);
        json.aggregate(leaf.name, aggregate.minUs.value(), aggregate.maxUs.value(), sum);
        return sum;
    }
    }
    return 0;
}

/// All devices of one kind ("block_{id}", "net_{id}") and their sum, whose extremes are 0.
void appendDevices(JsonLine &json, const MetricsGroup &group) noexcept
{
    std::array<std::uint64_t, kMostDeviceLeaves> sums{};
    for (auto *node = group.firstDevice(); node; node = node->next.load(std::memory_order_acquire)) {
        json.openDevice(group.name, node->id);
        for (std::size_t i = 0; i < group.leaves.size(); ++i)
            sums[i] += appendLeaf(json, group.leaves[i], node->set);
        json.close();
    }
    json.open(group.name);
    for (std::size_t i = 0; i < group.leaves.size(); ++i) {
        if (group.leaves[i].kind == LeafKind::Aggregate)
            json.aggregate(group.leaves[i].name, 0, 0, sums[i]);
        else
            json.number(group.leaves[i].name, sums[i]);
    }
    json.close();
}

} // namespace

void appendMetricsLine(TextBuffer &out, std::uint64_t utcTimestampMs, MetricsValues values,
                       std::string_view labels) noexcept
{
    JsonLine json(out, values);
    json.open();
    json.number("utc_timestamp_ms", utcTimestampMs);
    out.append(labels);
    for (const MetricsGroup &group : metricsTree()) {
        if (group.firstDevice) {
            appendDevices(json, group);
            continue;
        }
        json.open(group.name);
        for (const MetricsLeaf &leaf : group.leaves)
            appendLeaf(json, leaf, group.set());
        json.close();
    }
    json.close();
    out.append('\n');
}

} // namespace sparkler::detail
