#include "virtio/net/device.h"

#include "base/fd.h"
#include "base/format.h"
#include "events/timer.h"
#include "telemetry/log.h"
#include "virtio/net/features.h"
#include "virtio/net/receiver.h"
#include "virtio/net/stream.h"
#include "virtio/net/tap.h"
#include "virtio/net/transmitter.h"

#include <algorithm>
#include <array>

namespace sparkler::virtio {
namespace {

constexpr std::uint16_t kReceiveQueue = 0;
constexpr std::uint16_t kTransmitQueue = 1;
constexpr std::array<std::uint16_t, 2> kQueueSizes{256, 256};

constexpr std::uint16_t kLeastMtu = 68;

/// struct virtio_net_config as far as the offered features reach. Virtio 1.3, 5.1.4.
struct ConfigSpace {
    MacAddress mac;
    std::uint16_t status;
    std::uint16_t maxQueuePairs; ///< VIRTIO_NET_F_MQ is not offered
    std::uint16_t mtu;
};
static_assert(sizeof(ConfigSpace) == 12);

/// When one direction is to be tried again. Touches the timer only when the moment changes.
class RetryTimer {
public:
    explicit RetryTimer(TimerFd timer) : m_timer(std::move(timer)) {}

    void arm(std::optional<TimePoint> at, TimePoint now)
    {
        if (!at || at == m_at)
            return;
        // A moment that has passed and was not acted on must not make the loop spin.
        constexpr std::chrono::nanoseconds kOverdueWait = std::chrono::milliseconds(1);
        m_timer.armOnce(*at > now ? *at - now : kOverdueWait);
        m_at = at;
    }
    void disarm()
    {
        m_timer.disarm();
        m_at.reset();
    }
    /// It fired; false when it was armed anew or disarmed since the loop saw that.
    bool take()
    {
        if (m_timer.drain() == 0)
            return false;
        m_at.reset();
        return true;
    }
    int fd() const { return m_timer.get(); }

private:
    TimerFd m_timer;
    std::optional<TimePoint> m_at;
};

/// The parts that can fail to be made.
struct Parts {
    std::unique_ptr<NetBackend> backend;
    Fd again;
    TimerFd receiveTimer;
    TimerFd transmitTimer;
};

class HostNetDevice final : public NetDevice {
public:
    HostNetDevice(const NetSettings &settings, Parts parts, TimePoint now);

    DeviceType type() const override { return DeviceType::Net; }
    std::uint64_t features() const override;
    std::span<const std::uint16_t> queueMaxSizes() const override { return kQueueSizes; }
    void readConfig(std::uint64_t offset, std::span<std::byte> out) const override;
    void writeConfig(std::uint64_t offset, std::span<const std::byte> in) override;
    Result<> activate(Activation activation) override;
    bool isActive() const override { return m_interrupt != nullptr; }
    bool reset() override;
    void queueNotified(std::uint16_t index) override;
    std::vector<HostEvent> hostEvents() override;
    Result<> quiesce() override;
    std::vector<QueuePosition> queuePositions() const override;
    DeviceState save() const override;
    Result<> restore(const DeviceState &state) override;

    void setDetour(std::shared_ptr<FrameDetour> detour) override;
    void updateRateLimiters(const LimiterSettings &rx, const LimiterSettings &tx) override;

private:
    bool works() const { return m_interrupt && !m_broken; }
    void receive();
    void transmit();
    void settle(const NetPass &pass, RetryTimer &timer, bool &again, TimePoint now);
    void tellLink();
    void onBackend();
    void onRoom();
    void onAgain();
    void onReceiveTimer();
    void onTransmitTimer();

    std::string m_ifaceId;
    std::optional<MacAddress> m_mac;
    std::optional<std::uint16_t> m_mtu;
    NetMetrics &m_metrics;
    std::unique_ptr<NetBackend> m_backend;
    std::shared_ptr<FrameDetour> m_detour;
    Receiver m_receiver;
    Transmitter m_transmitter;
    Fd m_againEvent; ///< signalled by ourselves: more work than one wake-up may do
    RetryTimer m_receiveTimer;
    RetryTimer m_transmitTimer;
    bool m_receiveAgain = false;
    bool m_transmitAgain = false;
    std::optional<PendingFrame> m_savedFrame; ///< of a restored device, until it is activated
    DeviceInterrupt *m_interrupt = nullptr;   ///< null: not active
    bool m_broken = false;                    ///< a ring of the guest is impossible; until reset
    bool m_linkTold = true;                   ///< whether the driver takes the link for up
};

// --- life ---

HostNetDevice::HostNetDevice(const NetSettings &settings, Parts parts, TimePoint now)
    : m_ifaceId(settings.ifaceId), m_mac(settings.mac), m_mtu(settings.mtu), m_metrics(netMetrics(settings.ifaceId)),
      m_backend(std::move(parts.backend)), m_receiver(*m_backend, m_metrics, m_ifaceId, settings.rxLimiter, now),
      m_transmitter(*m_backend, m_metrics, m_ifaceId, settings.mac, settings.txLimiter, now),
      m_againEvent(std::move(parts.again)), m_receiveTimer(std::move(parts.receiveTimer)),
      m_transmitTimer(std::move(parts.transmitTimer))
{
}

std::uint64_t HostNetDevice::features() const
{
    std::uint64_t bits = kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect | kNetFeatureMergeBuffers |
                         offloadFeatures(m_backend->offloads());
    if (m_backend->hasLinkState())
        bits |= kNetFeatureStatus;
    if (m_mac)
        bits |= kNetFeatureMac;
    if (m_mtu)
        bits |= kNetFeatureMtu;
    return bits;
}

void HostNetDevice::readConfig(std::uint64_t offset, std::span<std::byte> out) const
{
    const std::uint16_t status = m_backend->hasLinkState() && m_backend->linkUp() ? kNetStatusLinkUp : 0;
    const ConfigSpace config{m_mac.value_or(MacAddress{}), status, 0, m_mtu.value_or(0)};
    const auto bytes = std::as_bytes(std::span(&config, 1));
    std::ranges::fill(out, std::byte{0});
    if (offset >= bytes.size()) {
        m_metrics.cfgFails.add();
        logWarn("Network interface {}: guest read past the configuration space, at {}", m_ifaceId, offset);
        return;
    }
    const auto from = bytes.subspan(offset, std::min<std::uint64_t>(out.size(), bytes.size() - offset));
    std::ranges::copy(from, out.begin());
}

void HostNetDevice::writeConfig(std::uint64_t offset, std::span<const std::byte> in)
{
    m_metrics.cfgFails.add();
    logWarn("Network interface {}: guest attempted to write {} bytes at {} of the configuration space", m_ifaceId,
            in.size(), offset);
}

Result<> HostNetDevice::activate(Activation activation)
{
    const auto start = [&]() -> Result<> {
        if (activation.queues.size() != kQueueSizes.size() || !activation.memory || !activation.interrupt)
            return fail(ErrorKind::GuestFault, "a network device has two queues");
        if (const auto set = m_backend->setOffloads(tapOffloads(activation.features)); !set)
            return fail(ErrorKind::Host, "Setting tap interface offload flags failed: " + set.error().text,
                        set.error().hostErrno);
        return {};
    };
    if (auto started = start(); !started) {
        m_metrics.activateFails.add();
        return started;
    }
    const auto saved = std::exchange(m_savedFrame, std::nullopt);
    const auto resumed = m_receiver.resume(std::move(activation.queues[kReceiveQueue]), *activation.memory,
                                           activation.features, activation.restored ? saved : std::nullopt);
    if (!resumed) {
        m_metrics.activateFails.add();
        return resumed;
    }
    m_transmitter.start(std::move(activation.queues[kTransmitQueue]), *activation.memory);
    m_interrupt = activation.interrupt;
    m_linkTold = m_backend->linkUp();
    if (activation.restored && m_backend->hasLinkState())
        m_interrupt->signalConfigChange(); // the saved machine's link may have been another
    return {};
}

bool HostNetDevice::reset()
{
    m_receiver.stop();
    m_transmitter.stop();
    m_receiveTimer.disarm();
    m_transmitTimer.disarm();
    drainEventFd(m_againEvent.get());
    m_receiveAgain = m_transmitAgain = m_broken = false;
    if (m_interrupt) {
        m_interrupt = nullptr;
        if (const auto off = m_backend->setOffloads(0); !off)
            logError("Network interface {}: cannot switch the offloads of its {} off: {}", m_ifaceId, m_backend->kind(),
                     off.error().text);
    }
    return true;
}

std::vector<HostEvent> HostNetDevice::hostEvents()
{
    std::vector<HostEvent> events;
    // Frames often have to stay in the host (no buffers, rate limiter). On edges that costs no system call per packet,
    // and at most one wake-up for each of the frames that the tap's or the socket's own queue can hold.
    events.push_back({m_backend->fd(), [this] { onBackend(); }, true});
    if (m_backend->roomFd() >= 0)
        events.push_back({m_backend->roomFd(), [this] { onRoom(); }});
    events.push_back({m_againEvent.get(), [this] { onAgain(); }});
    events.push_back({m_receiveTimer.fd(), [this] { onReceiveTimer(); }});
    events.push_back({m_transmitTimer.fd(), [this] { onTransmitTimer(); }});
    return events;
}

void HostNetDevice::setDetour(std::shared_ptr<FrameDetour> detour)
{
    m_detour = std::move(detour);
    m_receiver.setDetour(m_detour.get());
    m_transmitter.setDetour(m_detour.get());
}

void HostNetDevice::updateRateLimiters(const LimiterSettings &rx, const LimiterSettings &tx)
{
    const TimePoint now = TimePoint::clock::now();
    m_receiver.limiter().update(rx, now);
    m_transmitter.limiter().update(tx, now);
}

// --- snapshots ---

Result<> HostNetDevice::quiesce()
{
    if (works())
        settle(m_receiver.giveBuffersBack(), m_receiveTimer, m_receiveAgain, TimePoint::clock::now());
    return {};
}

std::vector<QueuePosition> HostNetDevice::queuePositions() const
{
    if (!m_interrupt)
        return {};
    return {m_receiver.position(), m_transmitter.position()};
}

/// What the detour still has for the guest is not in it: the guest's TCP sends again, and a restored host side answers
/// with RST.
DeviceState HostNetDevice::save() const
{
    const TimePoint now = TimePoint::clock::now();
    return NetState{m_receiver.limiter().save(now), m_transmitter.limiter().save(now),
                    works() ? m_receiver.pendingFrame() : m_savedFrame};
}

Result<> HostNetDevice::restore(const DeviceState &state)
{
    auto own = TRY(stateFor<NetState>(*this, state));
    const TimePoint now = TimePoint::clock::now();
    const RateLimiter receive = TRY(RateLimiter::restore(own.rxLimiter, now));
    const RateLimiter transmit = TRY(RateLimiter::restore(own.txLimiter, now));
    m_receiver.limiter() = receive;
    m_transmitter.limiter() = transmit;
    m_savedFrame = std::move(own.pendingFrame);
    return {};
}

// --- wake-ups ---

void HostNetDevice::queueNotified(std::uint16_t index)
{
    if (!m_interrupt)
        return;
    if (index == kReceiveQueue) {
        m_metrics.rxQueueEventCount.add();
        receive();
    } else if (index == kTransmitQueue) {
        m_metrics.txQueueEventCount.add();
        transmit();
    }
}

void HostNetDevice::onBackend()
{
    // Also before the driver is there: it will not be said again.
    m_receiver.backendReadable();
    if (!m_interrupt)
        return;
    m_metrics.rxTapEventCount.add();
    receive();
}

void HostNetDevice::onRoom()
{
    if (!m_backend->room())
        return;
    m_transmitter.backendHasRoom();
    transmit();
}

void HostNetDevice::onAgain()
{
    drainEventFd(m_againEvent.get());
    if (std::exchange(m_receiveAgain, false))
        receive();
    if (std::exchange(m_transmitAgain, false))
        transmit();
}

void HostNetDevice::onReceiveTimer()
{
    if (!m_receiveTimer.take())
        return;
    if (m_receiver.throttled())
        m_metrics.rxEventRateLimiterCount.add();
    receive();
}

void HostNetDevice::onTransmitTimer()
{
    if (!m_transmitTimer.take())
        return;
    m_metrics.txRateLimiterEventCount.add();
    transmit();
}

void HostNetDevice::receive()
{
    if (!works())
        return;
    const TimePoint now = TimePoint::clock::now();
    settle(m_receiver.process(now), m_receiveTimer, m_receiveAgain, now);
    tellLink();
}

void HostNetDevice::transmit()
{
    if (!works())
        return;
    const TimePoint now = TimePoint::clock::now();
    const NetPass pass = m_transmitter.process(now);
    settle(pass, m_transmitTimer, m_transmitAgain, now);
    tellLink();
    if (pass.detoured) // it answers at once, and its deadlines may have changed
        receive();
}

void HostNetDevice::tellLink()
{
    const bool up = m_backend->linkUp();
    if (m_interrupt && std::exchange(m_linkTold, up) != up)
        m_interrupt->signalConfigChange();
}

void HostNetDevice::settle(const NetPass &pass, RetryTimer &timer, bool &again, TimePoint now)
{
    if (pass.interrupt)
        m_interrupt->signalUsedQueue();
    if (pass.fault) {
        m_broken = true;
        m_metrics.eventFails.add();
        logError("Network interface {}: {}", m_ifaceId, pass.fault->text);
        m_interrupt->signalNeedsReset();
        return;
    }
    if (pass.again && !std::exchange(again, true))
        signalEventFd(m_againEvent.get());
    timer.arm(pass.retryAt, now);
}

Result<std::unique_ptr<NetBackend>> openBackend(const NetSettings &settings)
{
    if (settings.backendFactory)
        return settings.backendFactory(settings.socketPath.value_or(settings.hostDevName));
    return settings.socketPath ? openStream(*settings.socketPath) : openTap(settings.hostDevName);
}

} // namespace

Result<std::unique_ptr<NetDevice>> NetDevice::open(const NetSettings &settings)
{
    auto backend = TRY(openBackend(settings));
    if (settings.mtu && *settings.mtu < kLeastMtu)
        return fail(ErrorKind::InvalidInput, fmt::format("MTU {} is out of range [68, 65535]", *settings.mtu));
    Fd again = TRY(Fd::eventFd());
    TimerFd receiveTimer = TRY(TimerFd::create());
    TimerFd transmitTimer = TRY(TimerFd::create());
    Parts parts{std::move(backend), std::move(again), std::move(receiveTimer), std::move(transmitTimer)};
    return std::make_unique<HostNetDevice>(settings, std::move(parts), TimePoint::clock::now());
}

} // namespace sparkler::virtio
