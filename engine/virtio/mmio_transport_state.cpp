// The registers of a transport and the queues behind them, saved and restored.

#include "virtio/mmio_transport.h"

#include "base/format.h"
#include "telemetry/log.h"

#include <algorithm>
#include <array>

namespace sparkler::virtio {
namespace {

constexpr std::uint32_t kFeaturesAgreed = kStatusAcknowledge | kStatusDriver | kStatusFeaturesOk;
constexpr std::uint32_t kRunning = kFeaturesAgreed | kStatusDriverOk;
/// What a driver can bring about, step by step (virtio 1.2, 3.1.1). FAILED may come on top of each.
constexpr std::array<std::uint32_t, 5> kSteps{0, kStatusAcknowledge, kStatusAcknowledge | kStatusDriver,
                                              kFeaturesAgreed, kRunning};

constexpr std::uint32_t kInterruptConfig = 2;
constexpr std::uint32_t kInterruptBits = 3;

std::unexpected<Error> impossible(std::string_view what)
{
    return fail(ErrorKind::InvalidInput, fmt::format("a saved virtio device is impossible: {}", what));
}

/// What each register may hold, given the status.
Result<> checkRegisters(const TransportState &state, std::uint64_t offered, std::size_t queues)
{
    const std::uint32_t step = state.status & ~(kStatusFailed | kStatusNeedsReset);
    if (std::ranges::find(kSteps, step) == kSteps.end())
        return impossible(fmt::format("status {:#x}", state.status));
    const bool needsReset = state.status & kStatusNeedsReset;
    // Whatever reaches DRIVER_OK runs, or has given up.
    if (step == kRunning ? state.active == needsReset : state.active || needsReset)
        return impossible(
            fmt::format("status {:#x} of a device that is {}active", state.status, state.active ? "" : "not "));
    if ((state.interruptStatus & ~kInterruptBits) != 0 || (step != kRunning && state.interruptStatus != 0))
        return impossible(fmt::format("interrupt status {:#x}", state.interruptStatus));
    const std::uint64_t acceptable = step & kStatusDriver ? offered : 0;
    if (state.driverFeatures & ~acceptable)
        return impossible(fmt::format("features {:#x} that were not offered", state.driverFeatures & ~acceptable));
    if (state.queues.size() != queues)
        return impossible(fmt::format("{} queues instead of {}", state.queues.size(), queues));
    return {};
}

/// Of the queues from `inUse` on the device knows nothing; before FEATURES_OK the driver cannot set up any.
Result<> checkUnusedQueues(const TransportState &state, std::size_t inUse)
{
    const bool settable = state.status & kStatusFeaturesOk;
    for (std::size_t i = 0; i < state.queues.size(); ++i) {
        if (!settable && state.queues[i].config != QueueConfig{})
            return impossible(fmt::format("queue {} is set up before the features are", i));
        if (i >= inUse && state.queues[i].position != QueuePosition{})
            return impossible(fmt::format("queue {} is not in use and has moved", i));
    }
    return {};
}

} // namespace

TransportState MmioTransport::save()
{
    const auto guard = lock();
    TransportState state{
        .status = status(),
        .interruptStatus = m_interruptStatus.load(std::memory_order_acquire),
        .configGeneration = m_configGeneration.load(std::memory_order_acquire),
        .deviceFeaturesPage = m_deviceFeaturesPage,
        .driverFeaturesPage = m_driverFeaturesPage,
        .queueSelect = m_queueSelect,
        .driverFeatures = m_driverFeatures,
        // What waits for its reset does nothing any more, and its rings may be impossible.
        .active = m_device.isActive() && (status() & kStatusNeedsReset) == 0,
        .queues = {},
    };
    for (const QueueConfig &config : m_queues)
        state.queues.push_back({config, {}});
    if (!state.active)
        return state;
    const std::vector<QueuePosition> positions = m_device.queuePositions();
    for (std::size_t i = 0; i < positions.size(); ++i)
        state.queues[i].position = positions[i];
    if (auto queues = restoreQueues(state.queues, positions.size()); !queues) {
        logError("virtio device {}: {}; what is restored from this snapshot needs a reset",
                 static_cast<std::uint32_t>(m_device.type()), queues.error().text);
        state.active = false;
        state.status |= kStatusNeedsReset;
        state.interruptStatus |= kInterruptConfig;
        for (QueueState &queue : state.queues)
            queue.position = {};
    }
    return state;
}

Result<> MmioTransport::restore(const TransportState &state)
{
    const auto guard = lock();
    if (status() != 0 || m_device.isActive())
        return fail(ErrorKind::WrongPhase, "a virtio device that is in use cannot be restored");
    TRY(checkRegisters(state, m_device.features() | kFeatureVersion1, m_queues.size()));
    const std::size_t inUse = state.active ? std::min(m_device.queuesInUse(state.driverFeatures), m_queues.size()) : 0;
    TRY(checkUnusedQueues(state, inUse));
    m_deviceFeaturesPage = state.deviceFeaturesPage;
    m_driverFeaturesPage = state.driverFeaturesPage;
    m_driverFeatures = state.driverFeatures;
    m_queueSelect = state.queueSelect;
    for (std::size_t i = 0; i < m_queues.size(); ++i)
        m_queues[i] = state.queues[i].config;
    m_status.store(state.status, std::memory_order_release);
    m_interruptStatus.store(state.interruptStatus, std::memory_order_release);
    m_configGeneration.store(state.configGeneration, std::memory_order_release);
    if (!state.active)
        return {};
    auto queues = TRY(restoreQueues(state.queues, inUse));
    return m_device.activate({&m_memory, std::move(queues), this, m_driverFeatures, true});
}

/// The first `inUse` queues where they stood.
Result<std::vector<Queue>> MmioTransport::restoreQueues(std::span<const QueueState> states, std::size_t inUse) const
{
    std::vector<Queue> queues;
    for (std::size_t i = 0; i < inUse; ++i) {
        const std::vector<std::uint16_t> held = m_device.heldHeads(i, m_driverFeatures);
        Queue queue = TRY(Queue::restore(states[i].config, m_memory, m_device.queueMaxSizes()[i], m_driverFeatures,
                                         states[i].position, held));
        queues.push_back(std::move(queue));
    }
    return queues;
}

} // namespace sparkler::virtio
