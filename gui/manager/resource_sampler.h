#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace sparkler::gui {

struct ResourceUsage;

/// Reads what a process uses from /proc with descriptors that stay open. GUI thread.
class ResourceSampler {
public:
    /// `withChildren`: what its direct children use counts, too.
    ResourceSampler(qint64 pid, bool withChildren);
    ~ResourceSampler();
    ResourceSampler(const ResourceSampler &) = delete;
    ResourceSampler &operator=(const ResourceSampler &) = delete;

    /// Processor time since the sample before (the first one: 0 %). Nothing: the process is gone.
    std::optional<ResourceUsage> sample();

private:
    void addChildren(quint64 &cpuTicks, qint64 &pages) const;

    int m_stat = -1;
    int m_children = -1;
    std::optional<quint64> m_lastTicks;
    std::chrono::steady_clock::time_point m_lastAt;
};

} // namespace sparkler::gui
