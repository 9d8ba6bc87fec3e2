#include "virtio/entropy/random_source.h"

#include "base/os_error.h"

#include <cerrno>
#include <sys/random.h>

namespace sparkler::virtio {
namespace {

class HostRandomSource final : public RandomSource {
public:
    Result<> fill(std::span<std::byte> out) override
    {
        while (!out.empty()) {
            // GRND_NONBLOCK: right after the host's boot its generator may not be seeded yet, and nothing here may
            // wait.
            const ssize_t got = ::getrandom(out.data(), out.size(), GRND_NONBLOCK);
            if (got < 0 && errno != EINTR)
                return hostError(errno);
            if (got > 0)
                out = out.subspan(static_cast<std::size_t>(got));
        }
        return {};
    }
};
constinit HostRandomSource theHostRandomSource;

} // namespace

RandomSource &hostRandomSource()
{
    return theHostRandomSource;
}

} // namespace sparkler::virtio
