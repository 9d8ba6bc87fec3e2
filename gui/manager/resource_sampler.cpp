#include "manager/resource_sampler.h"

#include "manager/machine.h"
#include "manager/proc_stat.h"

#include <array>
#include <charconv>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace sparkler::gui {

ResourceSampler::ResourceSampler(qint64 pid, bool withChildren)
{
    const std::string process = "/proc/" + std::to_string(pid);
    m_stat = ::open((process + "/stat").c_str(), O_RDONLY | O_CLOEXEC);
    if (withChildren)
        m_children = ::open((process + "/task/" + std::to_string(pid) + "/children").c_str(), O_RDONLY | O_CLOEXEC);
}

ResourceSampler::~ResourceSampler()
{
    if (m_stat >= 0)
        ::close(m_stat);
    if (m_children >= 0)
        ::close(m_children);
}

void ResourceSampler::addChildren(quint64 &cpuTicks, qint64 &pages) const
{
    std::array<char, 512> buffer;
    const ssize_t bytes = m_children < 0 ? 0 : ::pread(m_children, buffer.data(), buffer.size(), 0);
    const char *at = buffer.data();
    const char *const end = at + (bytes > 0 ? bytes : 0);
    while (at < end) {
        qint64 pid = 0;
        const auto [next, error] = std::from_chars(at, end, pid);
        if (error != std::errc())
            break;
        if (const auto stat = readProcStat(pid)) {
            cpuTicks += stat->cpuTicks;
            pages += stat->residentPages;
        }
        at = next + 1;
    }
}

std::optional<ResourceUsage> ResourceSampler::sample()
{
    static const double ticksPerSecond = static_cast<double>(::sysconf(_SC_CLK_TCK));
    static const qint64 pageSize = ::sysconf(_SC_PAGESIZE);
    const auto stat = m_stat < 0 ? std::nullopt : readProcStat(m_stat);
    if (!stat)
        return std::nullopt;
    quint64 ticks = stat->cpuTicks;
    qint64 pages = stat->residentPages;
    addChildren(ticks, pages);

    const auto now = std::chrono::steady_clock::now();
    ResourceUsage usage{QDateTime::currentDateTimeUtc(), 0.0, pages * pageSize};
    const double seconds = std::chrono::duration<double>(now - m_lastAt).count();
    if (m_lastTicks && ticks > *m_lastTicks && seconds > 0)
        usage.cpuPercent = static_cast<double>(ticks - *m_lastTicks) / ticksPerSecond / seconds * 100.0;
    m_lastTicks = ticks;
    m_lastAt = now;
    return usage;
}

} // namespace sparkler::gui
