#pragma once

#include "virtio/balloon/device.h"

#include <cstdint>
#include <optional>

namespace sparkler::virtio {

/// Who may release what during free page hinting (virtio 1.2, 5.5.6.5): each run has a command id of the host's; what
/// the guest hints counts only while it has told that very id back.
class HintingRun {
public:
    static constexpr std::uint32_t kStop = 0;
    static constexpr std::uint32_t kDone = 1;
    static constexpr std::uint32_t kFirstRun = 2;

    /// `lastRun`: the id before the first one.
    explicit HintingRun(std::uint32_t lastRun = kFirstRun - 1) : m_lastRun(lastRun) {}

    /// As a snapshot keeps it. Nothing when there cannot be such a run.
    static std::optional<HintingRun> restore(const BalloonHinting &state, std::uint32_t lastRun,
                                             bool acknowledgeOnStop);
    std::uint32_t lastRun() const { return m_lastRun; }
    bool acknowledgesOnStop() const { return m_acknowledgeOnStop; }

    /// The next run, with an id that the one before did not have.
    void start(bool acknowledgeOnStop);
    /// The guest may use its pages again: nothing is released from now on.
    void stop() { m_state.hostCommand = kDone; }
    /// The guest told a command id. True when the host's command changed by it (it stopped, and that is acknowledged).
    bool guestTold(std::uint32_t command);
    /// The driver is gone; ids go on where they were.
    void reset() { m_state = {}; }

    bool mayRelease() const { return m_state.hostCommand >= kFirstRun && m_state.guestCommand == m_state.hostCommand; }
    const BalloonHinting &state() const { return m_state; }
    bool operator==(const HintingRun &) const = default;

private:
    BalloonHinting m_state;
    std::uint32_t m_lastRun;
    bool m_acknowledgeOnStop = true;
};

} // namespace sparkler::virtio
