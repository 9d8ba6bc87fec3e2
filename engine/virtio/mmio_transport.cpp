#include "virtio/mmio_transport.h"

#include "telemetry/event_hub.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <algorithm>
#include <cstring>

namespace sparkler::virtio {
namespace {

enum Register : std::uint64_t {
    kMagicValue = 0x000,
    kVersion = 0x004,
    kDeviceId = 0x008,
    kVendorId = 0x00c,
    kDeviceFeatures = 0x010,
    kDeviceFeaturesSelect = 0x014,
    kDriverFeatures = 0x020,
    kDriverFeaturesSelect = 0x024,
    kQueueSelect = 0x030,
    kQueueNumMax = 0x034,
    kQueueNum = 0x038,
    kQueueReady = 0x044,
    kQueueNotify = kMmioQueueNotify,
    kInterruptStatus = 0x060,
    kInterruptAck = 0x064,
    kStatus = 0x070,
    kQueueDescLow = 0x080,
    kQueueDescHigh = 0x084,
    kQueueDriverLow = 0x090,
    kQueueDriverHigh = 0x094,
    kQueueDeviceLow = 0x0a0,
    kQueueDeviceHigh = 0x0a4,
    kConfigGeneration = 0x0fc,
    kConfigSpace = 0x100,
};

constexpr std::uint32_t kMagic = 0x74726976; // "virt"
constexpr std::uint32_t kMmioVersion = 2;
constexpr std::uint32_t kInterruptUsed = 1;
constexpr std::uint32_t kInterruptConfig = 2;

// Status values on the way up; each is reached only from the one before.
constexpr std::uint32_t kSeenDevice = kStatusAcknowledge;
constexpr std::uint32_t kHasDriver = kSeenDevice | kStatusDriver;
constexpr std::uint32_t kFeaturesAgreed = kHasDriver | kStatusFeaturesOk;
constexpr std::uint32_t kRunning = kFeaturesAgreed | kStatusDriverOk;

bool isStepUp(std::uint32_t from, std::uint32_t to)
{
    return (from == 0 && to == kSeenDevice) || (from == kSeenDevice && to == kHasDriver) ||
           (from == kHasDriver && to == kFeaturesAgreed) || (from == kFeaturesAgreed && to == kRunning);
}

/// Status `status` has all of `set` and none of `clear`.
bool statusIs(std::uint32_t status, std::uint32_t set, std::uint32_t clear)
{
    return (status & (set | clear)) == set;
}

std::string_view typeName(DeviceType type)
{
    switch (type) {
    case DeviceType::Net:
        return "net";
    case DeviceType::Block:
        return "block";
    case DeviceType::Entropy:
        return "entropy";
    case DeviceType::Balloon:
        return "balloon";
    case DeviceType::Vsock:
        return "vsock";
    }
    return "";
}

GuestAddress withLow(GuestAddress address, std::uint32_t low)
{
    return GuestAddress((address.value() & 0xffff'ffff'0000'0000) | low);
}

GuestAddress withHigh(GuestAddress address, std::uint32_t high)
{
    return GuestAddress((address.value() & 0xffff'ffff) | std::uint64_t{high} << 32);
}

} // namespace

MmioTransport::MmioTransport(VirtioDevice &device, const GuestMemory &memory, InterruptLine &line)
    : m_device(device), m_memory(memory), m_line(line), m_queues(device.queueMaxSizes().size())
{
}

MmioTransport::~MmioTransport()
{
    const auto guard = lock();
    if (m_device.isActive() && !m_device.reset())
        logErrorAlways("virtio device {} cannot be reset and keeps its queues",
                       static_cast<std::uint32_t>(m_device.type()));
}

// --- what the device says ---

void MmioTransport::raise(std::uint32_t statusBit)
{
    m_interruptStatus.fetch_or(statusBit, std::memory_order_acq_rel);
    metrics().interrupts.triggers.add();
    m_line.trigger();
}

void MmioTransport::signalUsedQueue()
{
    raise(kInterruptUsed);
}

void MmioTransport::signalConfigChange()
{
    m_configGeneration.fetch_add(1, std::memory_order_acq_rel);
    raise(kInterruptConfig);
}

void MmioTransport::signalNeedsReset()
{
    giveUp("the queues are broken, the driver has to reset the device");
}

void MmioTransport::giveUp(std::string_view why)
{
    eventHub().publishDeviceError(typeName(m_device.type()), m_deviceId, why);
    m_status.fetch_or(kStatusNeedsReset, std::memory_order_acq_rel);
    raise(kInterruptConfig);
}

// --- what the guest says ---

void MmioTransport::read(std::uint64_t offset, std::span<std::byte> data)
{
    if (offset >= kConfigSpace && offset < kMmioWindowBytes) {
        const auto guard = lock();
        m_device.readConfig(offset - kConfigSpace, data);
        return;
    }
    if (offset >= kConfigSpace || data.size() != sizeof(std::uint32_t)) {
        logWarn("invalid virtio mmio read: {:#x}:{:#x}", offset, data.size());
        return;
    }
    const std::uint32_t value = readRegister(offset);
    std::memcpy(data.data(), &value, sizeof value);
}

void MmioTransport::write(std::uint64_t offset, std::span<const std::byte> data)
{
    if (offset >= kConfigSpace && offset < kMmioWindowBytes) {
        writeConfig(offset - kConfigSpace, data);
        return;
    }
    if (offset >= kConfigSpace || data.size() != sizeof(std::uint32_t)) {
        logWarn("invalid virtio mmio write: {:#x}:{:#x}", offset, data.size());
        return;
    }
    std::uint32_t value = 0;
    std::memcpy(&value, data.data(), sizeof value);
    if (writeRegister(offset, value) == After::RunHook && m_activationHook)
        m_activationHook();
}

std::uint32_t MmioTransport::readRegister(std::uint64_t offset)
{
    switch (offset) {
    case kMagicValue:
        return kMagic;
    case kVersion:
        return kMmioVersion;
    case kDeviceId:
        return static_cast<std::uint32_t>(m_device.type());
    case kVendorId:
        return 0;
    case kInterruptStatus:
        return m_interruptStatus.load(std::memory_order_acquire);
    case kStatus:
        return status();
    case kConfigGeneration:
        return m_configGeneration.load(std::memory_order_acquire);
    default:
        break;
    }
    const auto guard = lock();
    switch (offset) {
    case kDeviceFeatures:
        return offeredFeatures();
    case kQueueNumMax:
        return m_queueSelect < m_queues.size() ? m_device.queueMaxSizes()[m_queueSelect] : 0;
    case kQueueReady:
        return selectedQueue() && selectedQueue()->ready ? 1 : 0;
    default:
        logWarn("unknown virtio mmio register read: 0x{:x}", offset);
        return 0;
    }
}

std::uint32_t MmioTransport::offeredFeatures() const
{
    if (m_deviceFeaturesPage > 1) {
        logWarn("unknown virtio device features page: {}", m_deviceFeaturesPage);
        return 0;
    }
    return static_cast<std::uint32_t>((m_device.features() | kFeatureVersion1) >> (32 * m_deviceFeaturesPage));
}

MmioTransport::After MmioTransport::writeRegister(std::uint64_t offset, std::uint32_t value)
{
    if (offset == kInterruptAck) {
        if (status() & kStatusDriverOk)
            m_interruptStatus.fetch_and(~value, std::memory_order_acq_rel);
        return After::Nothing;
    }
    const auto guard = lock();
    switch (offset) {
    case kDeviceFeaturesSelect:
        m_deviceFeaturesPage = value;
        break;
    case kDriverFeatures:
        acceptFeatures(value);
        break;
    case kDriverFeaturesSelect:
        m_driverFeaturesPage = value;
        break;
    case kQueueSelect:
        m_queueSelect = value;
        break;
    case kQueueNotify:
        if (m_notificationHook && value < m_queues.size())
            m_notificationHook(static_cast<std::uint16_t>(value));
        else
            notifyLocked(value);
        break;
    case kStatus:
        return writeStatus(value);
    default:
        writeQueueRegister(offset, value);
        break;
    }
    return After::Nothing;
}

void MmioTransport::writeConfig(std::uint64_t offset, std::span<const std::byte> data)
{
    const auto guard = lock();
    if (!statusIs(status(), kStatusDriver, kStatusFailed | kStatusNeedsReset)) {
        logWarn("can not write to device config data area before driver is ready");
        return;
    }
    m_device.writeConfig(offset, data);
}

void MmioTransport::acceptFeatures(std::uint32_t value)
{
    if (!statusIs(status(), kStatusDriver, kStatusFeaturesOk | kStatusFailed | kStatusNeedsReset)) {
        logWarn("ack virtio features in invalid state 0x{:x}", status());
        return;
    }
    if (m_driverFeaturesPage > 1) {
        logWarn("unknown virtio driver features page: {}", m_driverFeaturesPage);
        return;
    }
    const unsigned shift = 32 * m_driverFeaturesPage;
    const std::uint64_t offered = (m_device.features() | kFeatureVersion1) & (std::uint64_t{0xffff'ffff} << shift);
    const std::uint64_t wanted = std::uint64_t{value} << shift;
    if (wanted & ~offered)
        logWarn("virtio driver acknowledged features that were not offered: {:#x}", wanted & ~offered);
    m_driverFeatures = (m_driverFeatures & ~(std::uint64_t{0xffff'ffff} << shift)) | (wanted & offered);
}

QueueConfig *MmioTransport::selectedQueue()
{
    return m_queueSelect < m_queues.size() ? &m_queues[m_queueSelect] : nullptr;
}

void MmioTransport::writeQueueRegister(std::uint64_t offset, std::uint32_t value)
{
    void (*assign)(QueueConfig &, std::uint32_t) = nullptr;
    switch (offset) {
    case kQueueNum:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.size = static_cast<std::uint16_t>(v); };
        break;
    case kQueueReady:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.ready = v == 1; };
        break;
    case kQueueDescLow:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.descriptors = withLow(queue.descriptors, v); };
        break;
    case kQueueDescHigh:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.descriptors = withHigh(queue.descriptors, v); };
        break;
    case kQueueDriverLow:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.available = withLow(queue.available, v); };
        break;
    case kQueueDriverHigh:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.available = withHigh(queue.available, v); };
        break;
    case kQueueDeviceLow:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.used = withLow(queue.used, v); };
        break;
    case kQueueDeviceHigh:
        assign = [](QueueConfig &queue, std::uint32_t v) { queue.used = withHigh(queue.used, v); };
        break;
    default:
        logWarn("unknown virtio mmio register write: 0x{:x}", offset);
        return;
    }
    if (!statusIs(status(), kStatusFeaturesOk, kStatusDriverOk | kStatusFailed)) {
        logWarn("update virtio queue in invalid state 0x{:x}", status());
        return;
    }
    if (QueueConfig *queue = selectedQueue())
        assign(*queue, value);
}

MmioTransport::After MmioTransport::writeStatus(std::uint32_t value)
{
    const std::uint32_t current = status();
    if (value == 0) {
        reset();
    } else if (value & kStatusFailed) {
        m_status.fetch_or(kStatusFailed, std::memory_order_acq_rel);
    } else if (isStepUp(current, value)) {
        m_status.store(value, std::memory_order_release);
        if (value == kRunning)
            return activate();
    } else {
        logWarn("invalid virtio driver status transition: 0x{:x} -> 0x{:x}", current, value);
    }
    return After::Nothing;
}

MmioTransport::After MmioTransport::activate()
{
    if (m_device.isActive())
        return After::Nothing; // cannot be: a reset made it inactive
    Activation activation{&m_memory, {}, this, m_driverFeatures};
    const std::size_t inUse = std::min(m_device.queuesInUse(m_driverFeatures), m_queues.size());
    activation.queues.reserve(inUse);
    Result<> outcome;
    for (std::size_t i = 0; i < inUse && outcome; ++i) {
        auto queue = Queue::create(m_queues[i], m_memory, m_device.queueMaxSizes()[i], m_driverFeatures);
        if (queue)
            activation.queues.push_back(std::move(*queue));
        else
            outcome = propagate(std::move(queue));
    }
    if (outcome)
        outcome = m_device.activate(std::move(activation));
    if (!outcome) {
        logError("Failed to activate virtio device: {}", outcome.error().text);
        giveUp("activation failed: " + outcome.error().text);
        return After::Nothing;
    }
    return After::RunHook;
}

void MmioTransport::reset()
{
    if (m_device.isActive() && !m_device.reset()) {
        logError("virtio device {} cannot be reset", static_cast<std::uint32_t>(m_device.type()));
        m_status.fetch_or(kStatusFailed, std::memory_order_acq_rel);
        return;
    }
    m_deviceFeaturesPage = m_driverFeaturesPage = m_queueSelect = 0;
    m_driverFeatures = 0;
    m_queues.assign(m_queues.size(), QueueConfig{});
    m_interruptStatus.store(0, std::memory_order_release);
    m_status.store(0, std::memory_order_release);
}

void MmioTransport::notifyLocked(std::uint64_t index)
{
    const bool working = statusIs(status(), kStatusDriverOk, kStatusFailed | kStatusNeedsReset);
    if (working && m_device.isActive() && index < m_queues.size())
        m_device.queueNotified(static_cast<std::uint16_t>(index));
}

void MmioTransport::notifyQueue(std::uint16_t index)
{
    const auto guard = lock();
    notifyLocked(index);
}

void MmioTransport::kickAllQueues()
{
    const auto guard = lock();
    if (m_interruptStatus.load(std::memory_order_acquire) != 0)
        m_line.trigger();
    for (std::size_t i = 0; i < m_queues.size(); ++i)
        notifyLocked(i);
}

} // namespace sparkler::virtio
