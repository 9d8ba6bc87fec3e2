#include "virtio/block/device.h"

#include "base/format.h"
#include "base/os_error.h"
#include "telemetry/log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace sparkler::virtio {
namespace {

constexpr std::array<std::uint16_t, 1> kQueueSizes{256};

/// struct virtio_blk_config as far as the offered features reach. Virtio 1.2, 5.2.4.
struct ConfigSpace {
    std::uint64_t capacity;
    std::uint32_t sizeMax; ///< VIRTIO_BLK_F_SIZE_MAX is not offered
    std::uint32_t segMax;
};
static_assert(sizeof(ConfigSpace) == 16);

} // namespace

// --- life ---

Result<std::unique_ptr<BlockDevice>> BlockDevice::open(const BlockSettings &settings)
{
    DiskFile disk = TRY(DiskFile::open(settings.path, settings.readOnly));
    Fd completionEvent = TRY(Fd::eventFd());
    Fd againEvent = TRY(Fd::eventFd());
    TimerFd timer = TRY(TimerFd::create());
    std::unique_ptr<BlockDevice> device(new BlockDevice(settings, std::move(disk), std::move(completionEvent),
                                                        std::move(againEvent), std::move(timer)));
    auto backend = TRY(device->makeBackend(device->m_disk));
    device->adoptBackend(std::move(backend));
    return device;
}

BlockDevice::BlockDevice(const BlockSettings &settings, DiskFile disk, Fd completionEvent, Fd againEvent, TimerFd timer)
    : m_driveId(settings.driveId), m_readOnly(settings.readOnly), m_cache(settings.cache), m_engine(settings.engine),
      m_registration(settings.registration), m_backendFactory(settings.backendFactory),
      m_metrics(blockMetrics(settings.driveId)), m_clock(*settings.clock), m_limiter(settings.limiter, m_clock.now()),
      m_disk(std::move(disk)), m_completionEvent(std::move(completionEvent)), m_againEvent(std::move(againEvent)),
      m_timer(std::move(timer))
{
}

BlockDevice::~BlockDevice()
{
    if (!m_backend)
        return;
    // Guest memory goes away after this device: nothing may still write to it.
    if (const auto drained = drain(); !drained)
        logErrorAlways("Drive {}: requests in flight were lost: {}", m_driveId, drained.error().text);
    if (m_cache == BlockCache::Writeback && ::fdatasync(m_disk.fd.get()) != 0)
        logErrorAlways("Drive {}: cannot sync: {}", m_driveId, osErrorText(errno));
}

Result<std::unique_ptr<BlockBackend>> BlockDevice::makeBackend(const DiskFile &disk) const
{
    if (m_backendFactory)
        return m_backendFactory(disk.fd.get(), m_completionEvent.get());
    if (m_engine == BlockEngine::Sync)
        return makeSyncBackend(disk.fd.get());
    return makeAsyncBackend(disk.fd.get(), m_completionEvent.get(), m_registration);
}

void BlockDevice::adoptBackend(std::unique_ptr<BlockBackend> backend)
{
    m_backend = std::move(backend);
    if (m_activation)
        m_backend->useMemory(*m_activation->memory);
    m_slots.resize(m_backend->depth());
    m_freeSlots.clear();
    for (std::uint16_t i = m_backend->depth(); i > 0; --i)
        m_freeSlots.push_back(static_cast<std::uint16_t>(i - 1));
}

std::uint64_t BlockDevice::features() const
{
    std::uint64_t bits = kFeatureVersion1 | kFeatureEventIndex | kFeatureIndirect | kBlockFeatureSegMax;
    if (m_readOnly)
        bits |= kBlockFeatureReadOnly;
    if (m_cache == BlockCache::Writeback)
        bits |= kBlockFeatureFlush;
    return bits;
}

std::span<const std::uint16_t> BlockDevice::queueMaxSizes() const
{
    return kQueueSizes;
}

void BlockDevice::readConfig(std::uint64_t offset, std::span<std::byte> out) const
{
    const ConfigSpace config{m_disk.sectors(), 0, kBlockSegMax};
    const auto bytes = std::as_bytes(std::span(&config, 1));
    std::ranges::fill(out, std::byte{0});
    if (offset >= bytes.size()) {
        m_metrics.cfgFails.add();
        logWarn("Drive {}: guest read past the configuration space, at {}", m_driveId, offset);
        return;
    }
    const auto from = bytes.subspan(offset, std::min<std::uint64_t>(out.size(), bytes.size() - offset));
    std::ranges::copy(from, out.begin());
}

void BlockDevice::writeConfig(std::uint64_t offset, std::span<const std::byte> in)
{
    m_metrics.cfgFails.add();
    logWarn("Drive {}: guest attempted to write {} bytes at {} of the configuration space", m_driveId, in.size(),
            offset);
}

Result<> BlockDevice::activate(Activation activation)
{
    if (activation.queues.size() != kQueueSizes.size() || !activation.memory || !activation.interrupt) {
        m_metrics.activateFails.add();
        return fail(ErrorKind::GuestFault, "a block device has one queue");
    }
    m_backend->useMemory(*activation.memory);
    m_activation = std::move(activation);
    armTimer(); // a block that the driver before caused is still in force
    return {};
}

bool BlockDevice::reset()
{
    if (const auto drained = drain(); !drained) {
        m_metrics.eventFails.add();
        return false;
    }
    m_activation.reset();
    m_timer.disarm();
    drainEventFd(m_againEvent.get());
    m_engineFull = m_submitFailed = m_broken = false;
    return true;
}

std::vector<HostEvent> BlockDevice::hostEvents()
{
    std::vector<HostEvent> events;
    events.push_back({m_againEvent.get(), [this] { onAgain(); }});
    events.push_back({m_timer.get(), [this] { onTimer(); }});
    if (m_engine == BlockEngine::Async)
        events.push_back({m_completionEvent.get(), [this] { onCompletion(); }});
    return events;
}

// --- wake-ups ---

void BlockDevice::queueNotified(std::uint16_t index)
{
    if (!m_activation || index != 0)
        return;
    m_metrics.queueEventCount.add();
    if (!m_limiter.isUnlimited() && m_limiter.isBlocked(m_clock.now()))
        m_metrics.rateLimiterThrottledEvents.add();
    else if (m_engineFull)
        m_metrics.ioEngineThrottledEvents.add();
    else
        processQueue();
}

void BlockDevice::onCompletion()
{
    drainEventFd(m_completionEvent.get());
    if (!m_activation)
        return;
    settle();
    if (m_engineFull && !m_freeSlots.empty())
        processQueue();
}

void BlockDevice::onAgain()
{
    drainEventFd(m_againEvent.get());
    if (m_activation)
        processQueue();
}

void BlockDevice::onTimer()
{
    // Armed anew or disarmed since the loop saw it fire (a notification or a reset came first): it is to fire later or
    // never.
    if (m_timer.drain() == 0)
        return;
    if (!m_submitFailed)
        m_metrics.rateLimiterEventCount.add();
    if (m_activation)
        processQueue();
}

void BlockDevice::ringFault(const Error &error)
{
    m_broken = true;
    m_metrics.eventFails.add();
    logError("Drive {}: {}", m_driveId, error.text);
    m_activation->interrupt->signalNeedsReset();
}

// --- snapshots ---

Result<> BlockDevice::finishAll()
{
    TRY(drain());
    if (m_activation && !m_broken)
        settle();
    return {};
}

Result<> BlockDevice::quiesce()
{
    TRY(finishAll());
    if (m_engineFull) // the completions that it waits for are taken
        signalEventFd(m_againEvent.get());
    if (!m_readOnly && ::fsync(m_disk.fd.get()) != 0)
        return hostError(errno, fmt::format("Drive {}: cannot sync: ", m_driveId));
    return {};
}

std::vector<QueuePosition> BlockDevice::queuePositions() const
{
    return m_activation ? positionsOf(m_activation->queues) : std::vector<QueuePosition>();
}

DeviceState BlockDevice::save() const
{
    return BlockState{m_limiter.save(m_clock.now())};
}

Result<> BlockDevice::restore(const DeviceState &state)
{
    const auto own = TRY(stateFor<BlockState>(*this, state));
    m_limiter = TRY(RateLimiter::restore(own.limiter, m_clock.now()));
    return {};
}

// --- changes while running ---

Result<> BlockDevice::update(const std::string &path)
{
    const auto replace = [&]() -> Result<> {
        DiskFile disk = TRY(DiskFile::open(path, m_readOnly));
        auto backend = TRY(makeBackend(disk));
        TRY(finishAll());
        if (m_cache == BlockCache::Writeback && ::fdatasync(m_disk.fd.get()) != 0)
            logError("Drive {}: cannot sync the file that is being replaced: {}", m_driveId, osErrorText(errno));
        adoptBackend(std::move(backend)); // the old one goes before its file
        m_disk = std::move(disk);
        return {};
    };
    const auto replaced = replace();
    if (!replaced) {
        m_metrics.updateFails.add();
        return replaced;
    }
    m_metrics.updateCount.add();
    if (m_activation) {
        m_activation->interrupt->signalConfigChange();
        if (m_engineFull)
            processQueue();
    }
    return {};
}

Result<> BlockDevice::rescan()
{
    TRY(m_disk.refreshSize());
    if (m_activation)
        m_activation->interrupt->signalConfigChange();
    return {};
}

void BlockDevice::updateRateLimiter(const LimiterSettings &changes)
{
    m_limiter.update(changes, m_clock.now());
}

} // namespace sparkler::virtio
