#include "virtio/vsock/kill_queue.h"

#include <algorithm>

namespace sparkler::virtio {

void VsockKillQueue::add(const Entry &entry)
{
    // After one was left out, a later one must not overtake it.
    m_incomplete = m_incomplete || !m_entries.push(entry);
}

std::optional<StreamToken> VsockKillQueue::takeDue(VsockTimePoint now)
{
    if (m_entries.empty() || m_entries.front().deadline > now)
        return std::nullopt;
    return m_entries.pop().token;
}

void VsockKillQueue::rebuild(std::vector<Entry> all)
{
    clear();
    std::ranges::sort(all, {}, &Entry::deadline);
    for (const Entry &entry : all)
        add(entry);
}

std::optional<VsockTimePoint> VsockKillQueue::nextDeadline() const
{
    if (m_entries.empty())
        return std::nullopt;
    return m_entries.front().deadline;
}

void VsockKillQueue::clear()
{
    m_entries.clear();
    m_incomplete = false;
}

} // namespace sparkler::virtio
