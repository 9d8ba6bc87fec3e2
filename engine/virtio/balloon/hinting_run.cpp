#include "virtio/balloon/hinting_run.h"

#include <limits>

namespace sparkler::virtio {

std::optional<HintingRun> HintingRun::restore(const BalloonHinting &state, std::uint32_t lastRun,
                                              bool acknowledgeOnStop)
{
    if (lastRun < kFirstRun - 1 || (state.hostCommand >= kFirstRun && state.hostCommand != lastRun))
        return std::nullopt;
    HintingRun run(lastRun);
    run.m_state = state;
    run.m_acknowledgeOnStop = acknowledgeOnStop;
    return run;
}

void HintingRun::start(bool acknowledgeOnStop)
{
    m_lastRun = m_lastRun == std::numeric_limits<std::uint32_t>::max() ? kFirstRun : m_lastRun + 1;
    m_state.hostCommand = m_lastRun;
    m_acknowledgeOnStop = acknowledgeOnStop;
}

bool HintingRun::guestTold(std::uint32_t command)
{
    // A stop that was meant for the run before must not end the one that the guest has not begun yet.
    const bool ended = mayRelease() && command == kStop && m_acknowledgeOnStop;
    m_state.guestCommand = command;
    if (ended)
        stop();
    return ended;
}

} // namespace sparkler::virtio
