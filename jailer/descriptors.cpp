#include "jailer/descriptors.h"

#include "base/os_error.h"
#include "jailer/number.h"

#include <cerrno>
#include <dirent.h>
#include <linux/close_range.h>
#include <memory>
#include <unistd.h>
#include <vector>

namespace sparkler::jail {

Result<> closeDescriptorsFrom(int first)
{
    // Unshared: closing them in a table that somebody else shares would be their loss.
    if (::close_range(static_cast<unsigned>(first), ~0U, CLOSE_RANGE_UNSHARE) == 0)
        return {};
    return closeListedDescriptors(first);
}

Result<> closeListedDescriptors(int first)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::opendir("/proc/self/fd"), ::closedir);
    if (!directory)
        return hostError(errno, "Failed to open directory /proc/self/fd: ");
    // Collected first: closing changes what is being listed.
    std::vector<int> found;
    while (const dirent *entry = ::readdir(directory.get())) {
        const auto number = parseDecimal<unsigned>(entry->d_name);
        if (number && static_cast<int>(*number) >= first && static_cast<int>(*number) != ::dirfd(directory.get()))
            found.push_back(static_cast<int>(*number));
    }
    for (const int descriptor : found)
        ::close(descriptor);
    return {};
}

} // namespace sparkler::jail
