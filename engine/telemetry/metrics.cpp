#include "telemetry/metrics.h"

#include "telemetry/metrics_json.h"

#include <mutex>
#include <string>

namespace sparkler {
namespace {

constinit Metrics processMetrics;
constinit std::atomic<detail::BlockMetricsNode *> firstBlock{nullptr};
constinit std::mutex blockInsertLock;

/// The link after which `id` stands or belongs: it points to the first node that is not before `id`.
std::atomic<detail::BlockMetricsNode *> &linkFor(std::string_view id)
{
    std::atomic<detail::BlockMetricsNode *> *link = &firstBlock;
    for (detail::BlockMetricsNode *node = link->load(std::memory_order_acquire); node && node->id < id;
         node = link->load(std::memory_order_acquire))
        link = &node->next;
    return *link;
}

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
    const std::lock_guard guard(blockInsertLock);
    std::atomic<detail::BlockMetricsNode *> &link = linkFor(driveId);
    detail::BlockMetricsNode *next = link.load(std::memory_order_acquire);
    if (next && next->id == driveId)
        return next->leaves;
    // Kept for the process's life, as promised: a group that once was there stays in every later line.
    auto *node = new detail::BlockMetricsNode;
    node->id = *new std::string(driveId);
    node->next.store(next, std::memory_order_relaxed);
    link.store(node, std::memory_order_release);
    return node->leaves;
}

detail::BlockMetricsNode *detail::firstBlockMetrics() noexcept
{
    return firstBlock.load(std::memory_order_acquire);
}

} // namespace sparkler
