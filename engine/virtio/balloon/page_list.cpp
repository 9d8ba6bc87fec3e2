#include "virtio/balloon/page_list.h"

#include <algorithm>
#include <cassert>

namespace sparkler::virtio {

void PageList::append(std::span<const std::uint32_t> pages)
{
    assert(pages.size() <= room());
    std::ranges::copy(pages, m_pages.begin() + static_cast<std::ptrdiff_t>(m_count));
    m_count += pages.size();
}

void PageList::sortAndDropDuplicates()
{
    const auto all = std::span(m_pages).first(m_count);
    // Linux hands its pages over in ascending runs more often than not.
    if (!std::ranges::is_sorted(all))
        std::ranges::sort(all);
    m_count -= std::ranges::unique(all).size();
}

} // namespace sparkler::virtio
