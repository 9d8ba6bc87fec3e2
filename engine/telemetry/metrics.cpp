#include "telemetry/metrics.h"

#include "telemetry/metrics_tree.h"

#include <mutex>
#include <string>

namespace sparkler {
namespace {

constinit Metrics processMetrics;

template <typename Leaves>
struct DeviceList {
    using Node = detail::DeviceMetricsNode;

    /// The link after which `id` stands or belongs: it points to the first node that is not before `id`.
    std::atomic<Node *> &linkFor(std::string_view id)
    {
        std::atomic<Node *> *link = &first;
        for (Node *node = link->load(std::memory_order_acquire); node && node->id < id;
             node = link->load(std::memory_order_acquire))
            link = &node->next;
        return *link;
    }

    Leaves &find(std::string_view id)
    {
        const std::lock_guard guard(insertLock);
        std::atomic<Node *> &link = linkFor(id);
        Node *next = link.load(std::memory_order_acquire);
        if (next && next->id == id)
            return *static_cast<Leaves *>(next->set);
        // Kept for the process's life, as promised: a group that once was there stays in every later line.
        auto *leaves = new Leaves;
        auto *node = new Node{.id = std::string(id), .set = leaves, .next = next};
        link.store(node, std::memory_order_release);
        return *leaves;
    }

    std::atomic<Node *> first{nullptr};
    std::mutex insertLock;
};

constinit DeviceList<BlockMetrics> blocks;
constinit DeviceList<NetMetrics> nets;

} // namespace

void LatencyAggregate::record(std::uint64_t micros) noexcept
{
    minUs.lowerTo(micros);
    maxUs.raiseTo(micros);
    sumUs.add(micros);
}

Metrics &metrics()
{
    return processMetrics;
}

BlockMetrics &blockMetrics(std::string_view driveId)
{
    return blocks.find(driveId);
}

NetMetrics &netMetrics(std::string_view ifaceId)
{
    return nets.find(ifaceId);
}

template <>
detail::DeviceMetricsNode *detail::firstDeviceMetrics<BlockMetrics>() noexcept
{
    return blocks.first.load(std::memory_order_acquire);
}

template <>
detail::DeviceMetricsNode *detail::firstDeviceMetrics<NetMetrics>() noexcept
{
    return nets.first.load(std::memory_order_acquire);
}

} // namespace sparkler
