#include "app/tools/write_file.h"

#include "base/fd.h"
#include "base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace sparkler::tools {

Result<> writeFile(const std::string &path, std::string_view bytes)
{
    const Fd file = TRY(Fd::open(path, O_WRONLY | O_CREAT | O_TRUNC));
    while (!bytes.empty()) {
        const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return hostError(errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(file.get()) != 0 && errno != EINVAL) // a pipe has nothing to sync
        return hostError(errno);
    return {};
}

} // namespace sparkler::tools
