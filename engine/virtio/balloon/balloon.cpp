// Life, configuration space and the host's wishes; the queues are in balloon_queues.cpp.

#include "virtio/balloon/balloon.h"

#include "base/checked.h"
#include "base/format.h"
#include "telemetry/log.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace sparkler::virtio {
namespace {

constexpr std::uint16_t kQueueSize = 256;

/// struct virtio_balloon_config as far as the offered features reach. Virtio 1.2, 5.5.4.
struct ConfigSpace {
    std::uint32_t targetPages;
    std::uint32_t actualPages;
    std::uint32_t hintingCommand;
};
static_assert(sizeof(ConfigSpace) == 12);

Result<std::uint32_t> pagesOf(std::uint32_t amountMib)
{
    const auto pages = checkedMultiply(amountMib, kBalloonPagesPerMib);
    if (!pages)
        return fail(ErrorKind::InvalidInput, fmt::format("Requested memory should be less than {}MiB", amountMib));
    return *pages;
}

std::unexpected<Error> notActivated()
{
    return fail(ErrorKind::WrongPhase, "Device not activated yet.");
}

std::unexpected<Error> hintingNotEnabled()
{
    return fail(ErrorKind::InvalidInput, "Attempting to use hinting when not enabled");
}

} // namespace

// --- life ---

Result<std::unique_ptr<BalloonDevice>> BalloonDevice::create(const BalloonSettings &settings)
{
    TRY(pagesOf(settings.amountMib));
    Fd againEvent = TRY(Fd::eventFd());
    TimerFd statisticsTimer = TRY(TimerFd::create());
    return std::make_unique<Balloon>(settings, std::move(againEvent), std::move(statisticsTimer));
}

Balloon::Balloon(const BalloonSettings &settings, Fd againEvent, TimerFd statisticsTimer)
    : m_settings(settings), m_targetPages(settings.amountMib * kBalloonPagesPerMib),
      m_againEvent(std::move(againEvent)), m_statisticsTimer(std::move(statisticsTimer))
{
    m_queueSizes.assign(rolesFor(features()).size(), kQueueSize);
}

std::uint64_t Balloon::features() const
{
    std::uint64_t bits = kFeatureVersion1 | kFeatureEventIndex;
    if (m_settings.statsPollingIntervalSeconds > 0)
        bits |= kBalloonFeatureStatistics;
    if (m_settings.deflateOnOom)
        bits |= kBalloonFeatureDeflateOnOom;
    if (m_settings.freePageHinting)
        bits |= kBalloonFeatureHinting;
    if (m_settings.freePageReporting)
        bits |= kBalloonFeatureReporting;
    return bits;
}

/// Drivers number the queues that they use one after the other: what they do not accept leaves no gap.
std::vector<Balloon::Role> Balloon::rolesFor(std::uint64_t features)
{
    std::vector<Role> roles{Role::Inflate, Role::Deflate};
    if (features & kBalloonFeatureStatistics)
        roles.push_back(Role::Statistics);
    if (features & kBalloonFeatureHinting)
        roles.push_back(Role::Hinting);
    if (features & kBalloonFeatureReporting)
        roles.push_back(Role::Reporting);
    return roles;
}

std::size_t Balloon::queuesInUse(std::uint64_t features) const
{
    return rolesFor(features).size();
}

Result<> Balloon::activate(Activation activation)
{
    std::vector<Role> roles = rolesFor(activation.features);
    const auto check = [&]() -> Result<> {
        if (activation.queues.size() != roles.size() || !activation.memory || !activation.interrupt)
            return fail(ErrorKind::GuestFault, "a balloon has two queues and one for each of its features");
        return activation.restored ? checkRestored(activation) : Result<>();
    };
    if (auto checked = check(); !checked) {
        m_metrics.activateFails.add();
        return checked;
    }
    m_activation = std::move(activation);
    m_roles = std::move(roles);
    m_again.assign(m_roles.size(), false);
    armStatisticsTimer();
    if (m_activation->restored)
        goOnRestored();
    else
        m_statisticsHead.reset(); // of a saved device that turned out not to be active
    return {};
}

bool Balloon::reset()
{
    m_activation.reset();
    m_roles.clear();
    m_again.clear();
    m_inflated.clear();
    m_statisticsHead.reset();
    m_statistics = {};
    m_hinting.reset();
    m_actualPages = 0;
    m_statisticsTimer.disarm();
    drainEventFd(m_againEvent.get());
    m_broken = false;
    return true;
}

std::vector<HostEvent> Balloon::hostEvents()
{
    return {{m_againEvent.get(), [this] { onAgain(); }}, {m_statisticsTimer.get(), [this] { onStatisticsTimer(); }}};
}

// --- configuration space ---

void Balloon::readConfig(std::uint64_t offset, std::span<std::byte> out) const
{
    const ConfigSpace config{m_targetPages, m_actualPages, m_hinting.state().hostCommand};
    const auto bytes = std::as_bytes(std::span(&config, 1));
    std::ranges::fill(out, std::byte{0});
    if (offset >= bytes.size())
        return;
    const auto from = bytes.subspan(offset, std::min<std::uint64_t>(out.size(), bytes.size() - offset));
    std::ranges::copy(from, out.begin());
}

void Balloon::writeConfig(std::uint64_t offset, std::span<const std::byte> in)
{
    constexpr std::uint64_t kActual = offsetof(ConfigSpace, actualPages);
    const bool withinActual = offset >= kActual && offset - kActual <= sizeof m_actualPages &&
                              in.size() <= sizeof m_actualPages - (offset - kActual);
    if (!withinActual) {
        logWarn("Balloon: guest attempted to write {} bytes at {} of the configuration space", in.size(), offset);
        return;
    }
    std::ranges::copy(in, std::as_writable_bytes(std::span(&m_actualPages, 1)).begin() +
                              static_cast<std::ptrdiff_t>(offset - kActual));
}

// --- what the host wants ---

Result<> Balloon::setAmount(std::uint32_t amountMib)
{
    if (!m_activation)
        return notActivated();
    m_targetPages = TRY(pagesOf(amountMib));
    m_settings.amountMib = amountMib;
    m_activation->interrupt->signalConfigChange();
    return {};
}

Result<> Balloon::setStatsPollingInterval(std::uint16_t seconds)
{
    std::uint16_t &current = m_settings.statsPollingIntervalSeconds;
    if (seconds == current)
        return {};
    if ((seconds == 0) != (current == 0))
        return fail(ErrorKind::InvalidInput, "Statistics cannot be enabled/disabled after activation.");
    current = seconds;
    if (m_activation) {
        requestStatistics();
        armStatisticsTimer();
    }
    return {};
}

void Balloon::armStatisticsTimer()
{
    if (m_activation->features & kBalloonFeatureStatistics)
        m_statisticsTimer.armPeriodic(std::chrono::seconds(m_settings.statsPollingIntervalSeconds));
}

Result<BalloonStatistics> Balloon::statistics() const
{
    if (m_settings.statsPollingIntervalSeconds == 0)
        return fail(ErrorKind::InvalidInput, "Received stats query when stats are disabled.");
    BalloonStatistics now = m_statistics;
    now.targetPages = m_targetPages;
    now.actualPages = m_actualPages;
    now.targetMib = m_targetPages / kBalloonPagesPerMib;
    now.actualMib = m_actualPages / kBalloonPagesPerMib;
    return now;
}

Result<> Balloon::hintingUsable() const
{
    if (!m_settings.freePageHinting)
        return hintingNotEnabled();
    if (!m_activation)
        return notActivated();
    if ((m_activation->features & kBalloonFeatureHinting) == 0)
        return hintingNotEnabled();
    return {};
}

Result<> Balloon::startHinting(bool acknowledgeOnStop)
{
    TRY(hintingUsable());
    m_hinting.start(acknowledgeOnStop);
    m_activation->interrupt->signalConfigChange();
    return {};
}

Result<> Balloon::stopHinting()
{
    TRY(hintingUsable());
    m_hinting.stop();
    m_activation->interrupt->signalConfigChange();
    return {};
}

Result<BalloonHinting> Balloon::hinting() const
{
    if (!m_settings.freePageHinting)
        return hintingNotEnabled();
    return m_hinting.state();
}

} // namespace sparkler::virtio
