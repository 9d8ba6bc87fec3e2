#pragma once

#include "base/clock.h"
#include "events/timer.h"
#include "ratelimit/rate_limiter.h"
#include "telemetry/metrics.h"
#include "virtio/block/backend.h"
#include "virtio/block/disk_file.h"
#include "virtio/block/request.h"
#include "virtio/device.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sparkler::virtio {

enum class BlockEngine { Sync, Async };
/// Writeback offers FLUSH to the driver and syncs the file when the device goes.
enum class BlockCache { Unsafe, Writeback };

/// Makes the backend for an open file; `completionEvent` is an eventfd to signal. Both are borrowed.
using BlockBackendFactory = std::function<Result<std::unique_ptr<BlockBackend>>(int file, int completionEvent)>;

/// What a drive is made from.
struct BlockSettings {
    std::string driveId;
    std::string path;
    bool readOnly = false;
    BlockCache cache = BlockCache::Unsafe;
    BlockEngine engine = BlockEngine::Sync;
    LimiterSettings limiter;
    MemoryRegistration registration = MemoryRegistration::Off; ///< with Async only
    BlockBackendFactory backendFactory;                        ///< empty: the engine's own. For tests and other storage
    const Clock *clock = &hostClock();                         ///< the rate limiter's; outlives the device
};

// Feature bits of virtio 1.2, 5.2.3.
constexpr std::uint64_t kBlockFeatureSegMax = std::uint64_t{1} << 2;
constexpr std::uint64_t kBlockFeatureReadOnly = std::uint64_t{1} << 5;
constexpr std::uint64_t kBlockFeatureFlush = std::uint64_t{1} << 9;

/// Data segments per request: a queue's (or an indirect table's) 256 entries less header and status.
constexpr std::uint32_t kBlockSegMax = 254;

/// A virtio block device (virtio 1.2, 5.2) with one queue over a raw file. As all devices, covered by its transport's
/// lock; the calls that are not part of VirtioDevice need that lock, too.
class BlockDevice final : public VirtioDevice {
public:
    /// Opens the file and sets up the engine. Errors: as DiskFile::open() and makeAsyncBackend(); Host.
    static Result<std::unique_ptr<BlockDevice>> open(const BlockSettings &settings);
    /// Waits for what is in flight; with Writeback also syncs the file.
    ~BlockDevice() override;

    DeviceType type() const override { return DeviceType::Block; }
    std::uint64_t features() const override;
    std::span<const std::uint16_t> queueMaxSizes() const override;
    void readConfig(std::uint64_t offset, std::span<std::byte> out) const override;
    void writeConfig(std::uint64_t offset, std::span<const std::byte> in) override;
    Result<> activate(Activation activation) override;
    bool isActive() const override { return m_activation.has_value(); }
    bool reset() override;
    void queueNotified(std::uint16_t index) override;
    std::vector<HostEvent> hostEvents() override;
    /// Waits until nothing is in flight and the driver has been told all results; then syncs the file, whatever the
    /// cache: the guest's view of the disk is in the snapshot, and must not be newer than the disk.
    Result<> quiesce() override;
    std::vector<QueuePosition> queuePositions() const override;
    DeviceState save() const override;
    Result<> restore(const DeviceState &state) override;

    /// Puts another file under the running device: finishes what is in flight, then changes capacity and serial and
    /// tells the driver. On an error nothing has changed. Errors: as open().
    Result<> update(const std::string &path);
    /// Reads the size of the file again and tells the driver. Error: Host.
    Result<> rescan();
    /// PATCH semantics: see RateLimiter::update().
    void updateRateLimiter(const LimiterSettings &changes);

    std::uint64_t capacitySectors() const { return m_disk.sectors(); }

private:
    /// A request on its way through the backend.
    struct Slot {
        IoKind kind = IoKind::Read;
        std::uint16_t head = 0;
        GuestAddress statusAt;
        std::uint64_t offset = 0; ///< of the whole request
        std::uint32_t bytes = 0;
        std::uint32_t done = 0;
        std::vector<iovec>
            pieces; ///< what is left to transfer starts at firstPiece; keeps its memory for the next request
        std::size_t firstPiece = 0;
        std::uint64_t startedMicros = 0;
    };
    enum class Next { Continue, Stop };

    BlockDevice(const BlockSettings &settings, DiskFile disk, Fd completionEvent, Fd againEvent, TimerFd timer);
    Result<std::unique_ptr<BlockBackend>> makeBackend(const DiskFile &disk) const;
    void adoptBackend(std::unique_ptr<BlockBackend> backend);

    Queue &queue() { return m_activation->queues.front(); }
    void processQueue();
    Next processChain();
    bool admit(const BlockOperation &operation);
    bool hasFreeSlot();
    void execute(const BlockRequest &request);
    void start(IoKind kind, std::uint64_t offset, std::uint32_t bytes, GuestAddress statusAt);
    void answer(std::uint16_t head, GuestAddress statusAt, BlockStatus status, std::uint32_t written);
    void answerId(const BlockRequest &request);
    void giveBackUnanswered(std::string_view why);

    void collectCompletions();
    bool resumeTransfer(std::uint16_t index, int result);
    void finish(std::uint16_t index, int result);
    void account(const Slot &slot, int result);
    /// Submits, collects what is done already, publishes, interrupts, arms the timer where something must be tried
    /// again.
    void settle();
    Result<> drain();
    Result<> finishAll();
    void ringFault(const Error &error);
    void armTimer();

    void onCompletion();
    void onAgain();
    void onTimer();

    std::string m_driveId;
    bool m_readOnly;
    BlockCache m_cache;
    BlockEngine m_engine;
    MemoryRegistration m_registration;
    BlockBackendFactory m_backendFactory;
    BlockMetrics &m_metrics;
    const Clock &m_clock;
    RateLimiter m_limiter;

    DiskFile m_disk;
    Fd m_completionEvent; ///< signalled by the backend
    Fd m_againEvent;      ///< signalled by ourselves: more work than one wake-up may do
    TimerFd m_timer;      ///< rate limiter, or the kernel did not take our requests
    std::unique_ptr<BlockBackend> m_backend;

    std::optional<Activation> m_activation;
    DescriptorChain m_chain; ///< the one being looked at
    std::vector<Slot> m_slots;
    std::vector<std::uint16_t> m_freeSlots;
    bool m_engineFull = false;   ///< a chain waits for a slot; resumed by the next completion
    bool m_submitFailed = false; ///< requests wait in the backend; resumed by the timer
    bool m_broken = false;       ///< the guest's ring is impossible; until reset
};

} // namespace sparkler::virtio
