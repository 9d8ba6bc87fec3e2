#include "base/random.h"

#include "base/os_error.h"

#include <cerrno>
#include <sys/random.h>

namespace sparkler {

Result<> hostRandom(std::span<std::byte> out)
{
    while (!out.empty()) {
        const ssize_t got = ::getrandom(out.data(), out.size(), GRND_NONBLOCK);
        if (got < 0 && errno != EINTR)
            return hostError(errno);
        if (got > 0)
            out = out.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

} // namespace sparkler
