#include "support/eventually.h"

#include <algorithm>
#include <poll.h>
#include <vector>

namespace sparkler::test {
namespace {

using Clock = std::chrono::steady_clock;

int millisUntil(Clock::time_point end)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    return static_cast<int>(std::max<std::int64_t>(left, 0));
}

} // namespace

bool eventually(EventLoop &loop, const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    const auto end = Clock::now() + limit;
    while (!condition()) {
        if (Clock::now() >= end || !loop.runOnce(std::min(millisUntil(end), 50)))
            return condition();
    }
    return true;
}

bool eventually(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    const auto end = Clock::now() + limit;
    for (int pause = 1; !condition(); pause = std::min(pause * 2, 50)) {
        if (Clock::now() >= end)
            return condition();
        ::poll(nullptr, 0, pause);
    }
    return true;
}

int waitReadable(std::span<const int> fds, std::chrono::milliseconds limit)
{
    std::vector<pollfd> polled;
    for (const int fd : fds)
        polled.push_back(pollfd{fd, POLLIN, 0});
    if (::poll(polled.data(), polled.size(), static_cast<int>(limit.count())) <= 0)
        return -1;
    const auto ready = std::ranges::find_if(polled, [](const pollfd &one) { return one.revents != 0; });
    return static_cast<int>(ready - polled.begin());
}

} // namespace sparkler::test
