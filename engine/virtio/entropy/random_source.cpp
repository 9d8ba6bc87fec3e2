#include "virtio/entropy/random_source.h"

#include "base/random.h"

namespace sparkler::virtio {
namespace {

class HostRandomSource final : public RandomSource {
public:
    Result<> fill(std::span<std::byte> out) override { return hostRandom(out); }
};
constinit HostRandomSource theHostRandomSource;

} // namespace

RandomSource &hostRandomSource()
{
    return theHostRandomSource;
}

} // namespace sparkler::virtio
