#pragma once

// What the tests of the network device share: frames, a detour that is told what to say, a driver that merges buffers.

#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_tap.h"
#include "virtio/net/features.h"
#include "virtio/net/frame_detour.h"

#include <cstddef>
#include <cstring>
#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace sparkler::test {

constexpr std::uint64_t kNetBase =
    virtio::kFeatureVersion1 | virtio::kFeatureIndirect | virtio::kNetFeatureMergeBuffers;
constexpr std::uint64_t kNetGuestOffloads = virtio::kNetFeatureGuestCsum | virtio::kNetFeatureGuestTso4 |
                                            virtio::kNetFeatureGuestTso6 | virtio::kNetFeatureGuestUfo |
                                            virtio::kNetFeatureGuestUso4 | virtio::kNetFeatureGuestUso6;

using Bytes = std::vector<std::byte>;

/// `bytes` bytes, an empty header first; other seeds give other content.
inline Bytes netFrame(std::size_t bytes, unsigned seed = 1)
{
    Bytes frame = pattern(bytes, seed);
    std::fill_n(frame.begin(), std::min(bytes, virtio::kNetHeaderBytes), std::byte{0});
    return frame;
}

/// Without its header.
inline Bytes payload(const Bytes &frame)
{
    return Bytes(frame.begin() + virtio::kNetHeaderBytes, frame.end());
}

/// Answers with the frames it is given and takes those whose first byte is `wanted`.
class FakeDetour final : public virtio::FrameDetour {
public:
    bool wants(std::span<const std::byte> frameStart) override
    {
        longestStart = std::max(longestStart, frameStart.size());
        return !frameStart.empty() && frameStart.front() == wanted;
    }
    void take(std::span<const std::byte> frame, TimePoint) override
    {
        taken.emplace_back(frame.begin(), frame.end());
        if (echo)
            answers.emplace_back(frame.begin(), frame.end());
    }
    bool hasFrame(TimePoint) override { return !answers.empty(); }
    std::size_t nextFrame(std::span<std::byte> out, TimePoint) override
    {
        if (answers.empty())
            return 0;
        const Bytes frame = std::move(answers.front());
        answers.pop_front();
        std::memcpy(out.data(), frame.data(), frame.size());
        return frame.size();
    }
    std::optional<TimePoint> nextDeadline() const override { return deadline; }

    std::deque<Bytes> answers, taken;
    std::optional<TimePoint> deadline;
    std::byte wanted{0xdd};
    std::size_t longestStart = 0;
    bool echo = false;
};

struct ReceivedFrame {
    Bytes bytes; ///< with header
    std::uint16_t buffers = 0;
    std::uint16_t numBuffers = 0; ///< as the header says
};

/// Puts frames together from used chains as a driver does: num_buffers of them each. Chains of length 0 count as
/// refused.
class FrameAssembler {
public:
    /// False when the device broke the rules.
    bool add(const FakeDriver::Used &used)
    {
        if (used.written == 0) {
            ++refused;
            return m_left == 0; // none in the middle of a frame
        }
        if (used.written > used.content.size())
            return false;
        const bool first = m_left == 0;
        if (first) {
            m_frame = {};
            std::memcpy(&m_frame.numBuffers, used.content.data() + virtio::kNetHeaderNumBuffers, 2);
            m_left = m_frame.numBuffers;
            if (m_left == 0 || used.written < virtio::kNetHeaderBytes)
                return false;
        }
        m_frame.bytes.insert(m_frame.bytes.end(), used.content.begin(), used.content.begin() + used.written);
        ++m_frame.buffers;
        if (--m_left == 0)
            frames.push_back(std::move(m_frame));
        else if (used.written != used.content.size())
            return false; // all but the last are full
        return true;
    }
    std::deque<ReceivedFrame> frames;
    int refused = 0;

private:
    ReceivedFrame m_frame;
    unsigned m_left = 0;
};

} // namespace sparkler::test
