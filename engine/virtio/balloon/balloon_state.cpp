// What a snapshot keeps of a balloon.

#include "virtio/balloon/balloon.h"
#include "virtio/balloon/statistics.h"

#include <algorithm>

namespace sparkler::virtio {
namespace {

std::unexpected<Error> impossible(const char *what)
{
    return fail(ErrorKind::InvalidInput, std::string("a saved balloon is impossible: ") + what);
}

} // namespace

std::vector<QueuePosition> Balloon::queuePositions() const
{
    return m_activation ? positionsOf(m_activation->queues) : std::vector<QueuePosition>();
}

DeviceState Balloon::save() const
{
    BalloonState state;
    state.targetPages = m_targetPages;
    state.lastHintingRun = m_hinting.lastRun();
    if (m_broken) // what the reset that it waits for will leave: it comes to a device that is not active
        return state;
    state.actualPages = m_actualPages;
    state.statisticsHead = m_statisticsHead;
    state.hintingHostCommand = m_hinting.state().hostCommand;
    state.hintingGuestCommand = m_hinting.state().guestCommand;
    state.hintingAcknowledgeOnStop = m_hinting.acknowledgesOnStop();
    state.statistics = valuesByTag(m_statistics);
    return state;
}

Result<> Balloon::restore(const DeviceState &state)
{
    const auto own = TRY(stateFor<BalloonState>(*this, state));
    if (own.targetPages % kBalloonPagesPerMib != 0)
        return impossible("its target is no whole number of MiB");
    const auto hinting = HintingRun::restore({own.hintingHostCommand, own.hintingGuestCommand}, own.lastHintingRun,
                                             own.hintingAcknowledgeOnStop);
    if (!hinting)
        return impossible("its hinting command was never given");
    const bool hinted = *hinting != HintingRun();
    if (hinted && !m_settings.freePageHinting)
        return impossible("it hints, and has no hinting");
    const bool reported = std::ranges::any_of(own.statistics, [](const auto &value) { return value.has_value(); });
    if ((own.statisticsHead || reported) && m_settings.statsPollingIntervalSeconds == 0)
        return impossible("it has statistics, and they are off");
    m_targetPages = own.targetPages;
    m_settings.amountMib = own.targetPages / kBalloonPagesPerMib;
    m_actualPages = own.actualPages; // the guest's word: it may say anything
    m_hinting = *hinting;
    setValuesByTag(m_statistics, own.statistics);
    m_statisticsHead = own.statisticsHead;
    return {};
}

std::vector<std::uint16_t> Balloon::heldHeads(std::size_t index, std::uint64_t features) const
{
    const std::vector<Role> roles = rolesFor(features);
    if (m_statisticsHead && index < roles.size() && roles[index] == Role::Statistics)
        return {*m_statisticsHead};
    return {};
}

/// What restore() could not know: the features that the driver took, and the guest's memory.
Result<> Balloon::checkRestored(const Activation &activation) const
{
    if (m_targetPages > activation.memory->totalBytes() / kBalloonPageBytes)
        return impossible("its target is more than the guest's memory");
    if (m_statisticsHead && (activation.features & kBalloonFeatureStatistics) == 0)
        return impossible("it holds a buffer of a queue that is not in use");
    if (m_hinting.state() != BalloonHinting() && (activation.features & kBalloonFeatureHinting) == 0)
        return impossible("it hints, and the driver does not");
    return {};
}

/// Whoever started the hinting run is not there any more to end it, and until it ends the guest does without the pages
/// it hinted: it is told to take them back.
void Balloon::goOnRestored()
{
    if (m_hinting.state().hostCommand < HintingRun::kFirstRun)
        return;
    m_hinting.stop();
    m_activation->interrupt->signalConfigChange();
}

} // namespace sparkler::virtio
