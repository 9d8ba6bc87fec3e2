#pragma once

#include "mmds/network_stack.h"
#include "virtio/net/frame_detour.h"

#include <memory>

namespace sparkler {

/// The metadata service in front of a tap: joins two rooms that know nothing of each other.
class MmdsDetour final : public virtio::FrameDetour {
public:
    explicit MmdsDetour(std::unique_ptr<mmds::NetworkStack> stack) : m_stack(std::move(stack)) {}

    bool wants(std::span<const std::byte> frameStart) override { return m_stack->wants(frameStart); }
    void take(std::span<const std::byte> frame, TimePoint now) override { m_stack->take(frame, now); }
    bool hasFrame(TimePoint now) override { return m_stack->hasFrame(now); }
    std::size_t nextFrame(std::span<std::byte> out, TimePoint now) override { return m_stack->nextFrame(out, now); }
    std::optional<TimePoint> nextDeadline() const override { return m_stack->nextDeadline(); }

private:
    std::unique_ptr<mmds::NetworkStack> m_stack;
};

} // namespace sparkler
