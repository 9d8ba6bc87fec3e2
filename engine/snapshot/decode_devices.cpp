#include "snapshot/decode_values.h"
#include "snapshot/enums.h"
#include "snapshot/limits.h"
#include "snapshot/payload.h"
#include "virtio/net/features.h"

#include <algorithm>

namespace sparkler::snapshot {
namespace {

TokenBucketConfig decodeTokenBucket(const wire::TokenBucket &bucket)
{
    return {.size = bucket.size(), .oneTimeBurst = bucket.one_time_burst(), .refillTimeMs = bucket.refill_time_ms()};
}

std::optional<RateLimiterConfig> decodeRateLimiter(const wire::RateLimiter *limiter)
{
    if (!limiter)
        return std::nullopt;
    RateLimiterConfig config;
    if (limiter->bandwidth())
        config.bandwidth = decodeTokenBucket(*limiter->bandwidth());
    if (limiter->ops())
        config.ops = decodeTokenBucket(*limiter->ops());
    return config;
}

BucketState decodeBucket(const wire::Bucket &bucket)
{
    return {.size = bucket.size(),
            .oneTimeBurst = bucket.one_time_burst(),
            .refillTimeMs = bucket.refill_time_ms(),
            .budget = bucket.budget(),
            .burst = bucket.burst(),
            .elapsedNanos = bucket.elapsed_nanos()};
}

Result<LimiterState> decodeLimiter(const wire::Limiter *limiter, const Place &place)
{
    TRY(requirePresent(limiter, place));
    LimiterState state;
    if (limiter->bandwidth())
        state.bandwidth = decodeBucket(*limiter->bandwidth());
    if (limiter->ops())
        state.ops = decodeBucket(*limiter->ops());
    state.blockedNanos = limiter->blocked_nanos();
    return state;
}

virtio::QueueState decodeQueue(const wire::Queue &queue)
{
    return {.config = {.size = queue.size(),
                       .ready = queue.ready(),
                       .descriptors = GuestAddress(queue.descriptors()),
                       .available = GuestAddress(queue.available()),
                       .used = GuestAddress(queue.used())},
            .position = {.nextAvailable = queue.next_available(), .nextUsed = queue.next_used()}};
}

Result<virtio::TransportState> decodeTransport(const wire::Transport *transport, const Place &place)
{
    TRY(requirePresent(transport, place));
    TRY(requirePresent(transport->queues(), place.field("queues")));
    TRY(checkCount(transport->queues()->size(), kMaxQueues, "queues", place.field("queues")));
    virtio::TransportState state;
    state.status = transport->status();
    state.interruptStatus = transport->interrupt_status();
    state.configGeneration = transport->config_generation();
    state.deviceFeaturesPage = transport->device_features_page();
    state.driverFeaturesPage = transport->driver_features_page();
    state.queueSelect = transport->queue_select();
    state.driverFeatures = transport->driver_features();
    state.active = transport->active();
    for (const wire::Queue *queue : *transport->queues())
        state.queues.push_back(decodeQueue(*queue));
    return state;
}

Result<virtio::PendingFrame> decodePendingFrame(const wire::PendingFrame &frame, const Place &place)
{
    virtio::PendingFrame pending;
    pending.bytes = TRY(decodeBlob(frame.bytes(), virtio::kNetMaxFrameBytes, place.field("bytes")));
    pending.paid = frame.paid();
    pending.buffersTried = frame.buffers_tried();
    return pending;
}

Result<std::optional<MacAddress>> decodeMac(const WireBytes *bytes, const Place &place)
{
    if (!bytes)
        return std::nullopt;
    MacAddress mac;
    if (bytes->size() != mac.bytes.size())
        return place.bad("it does not have 6 bytes");
    std::copy(bytes->begin(), bytes->end(), mac.bytes.begin());
    return mac;
}

} // namespace

Result<SavedDrive> decodeDrive(const wire::Drive &drive, const Place &place)
{
    SavedDrive saved;
    saved.config.driveId = TRY(decodeName(drive.drive_id(), kMaxId, place.field("drive_id")));
    saved.config.pathOnHost = TRY(decodeName(drive.path_on_host(), kMaxPath, place.field("path_on_host")));
    saved.config.isRootDevice = drive.is_root_device();
    saved.config.partuuid = TRY(decodeOptionalText(drive.partuuid(), kMaxId, place.field("partuuid")));
    saved.config.isReadOnly = drive.is_read_only();
    saved.config.cacheType = TRY(fromWire(drive.cache_type(), kCacheTypes, place.field("cache_type")));
    saved.config.rateLimiter = decodeRateLimiter(drive.rate_limiter());
    saved.config.ioEngine = TRY(fromWire(drive.io_engine(), kIoEngines, place.field("io_engine")));
    saved.transport = TRY(decodeTransport(drive.transport(), place.field("transport")));
    saved.own.limiter = TRY(decodeLimiter(drive.limiter(), place.field("limiter")));
    return saved;
}

Result<SavedInterface> decodeInterface(const wire::Interface &interface, const Place &place)
{
    SavedInterface saved;
    saved.config.ifaceId = TRY(decodeName(interface.iface_id(), kMaxId, place.field("iface_id")));
    if (interface.socket_path() && interface.host_dev_name())
        return place.bad("it has both a tap and a socket");
    if (interface.socket_path())
        saved.config.socketPath = TRY(decodeName(interface.socket_path(), kMaxPath, place.field("socket_path")));
    else
        saved.config.hostDevName =
            TRY(decodeName(interface.host_dev_name(), kMaxHostDevName, place.field("host_dev_name")));
    saved.config.guestMac = TRY(decodeMac(interface.guest_mac(), place.field("guest_mac")));
    saved.config.mtu = interface.mtu();
    saved.config.rxRateLimiter = decodeRateLimiter(interface.rx_rate_limiter());
    saved.config.txRateLimiter = decodeRateLimiter(interface.tx_rate_limiter());
    saved.config.allowMmdsRequests = interface.allow_mmds_requests();
    saved.transport = TRY(decodeTransport(interface.transport(), place.field("transport")));
    saved.own.rxLimiter = TRY(decodeLimiter(interface.rx_limiter(), place.field("rx_limiter")));
    saved.own.txLimiter = TRY(decodeLimiter(interface.tx_limiter(), place.field("tx_limiter")));
    saved.own.pendingFrame =
        TRY(decodeOptional(interface.pending_frame(), place.field("pending_frame"), decodePendingFrame));
    return saved;
}

Result<SavedVsock> decodeVsock(const wire::Vsock &vsock, const Place &place)
{
    SavedVsock saved;
    saved.config.vsockId = TRY(decodeOptionalText(vsock.vsock_id(), kMaxId, place.field("vsock_id")));
    saved.config.guestCid = vsock.guest_cid();
    saved.config.udsPath = TRY(decodeName(vsock.uds_path(), kMaxPath, place.field("uds_path")));
    saved.transport = TRY(decodeTransport(vsock.transport(), place.field("transport")));
    saved.own.lastLocalPort = vsock.last_local_port();
    saved.own.eventsAnsweredAt = vsock.events_answered_at();
    return saved;
}

Result<SavedBalloon> decodeBalloon(const wire::Balloon &balloon, const Place &place)
{
    SavedBalloon saved;
    saved.config = {.amountMib = balloon.amount_mib(),
                    .deflateOnOom = balloon.deflate_on_oom(),
                    .statsPollingIntervalS = balloon.stats_polling_interval_s(),
                    .freePageHinting = balloon.free_page_hinting(),
                    .freePageReporting = balloon.free_page_reporting()};
    saved.transport = TRY(decodeTransport(balloon.transport(), place.field("transport")));
    virtio::BalloonState &own = saved.own;
    own.targetPages = balloon.target_pages();
    own.actualPages = balloon.actual_pages();
    own.statisticsHead = balloon.statistics_head();
    own.lastHintingRun = balloon.last_hinting_run();
    own.hintingHostCommand = balloon.hinting_host_command();
    own.hintingGuestCommand = balloon.hinting_guest_command();
    own.hintingAcknowledgeOnStop = balloon.hinting_acknowledge_on_stop();

    const auto *statistics = balloon.statistics();
    const std::size_t count = statistics ? statistics->size() : 0;
    TRY(checkCount(count, own.statistics.size(), "values", place.field("statistics")));
    if ((balloon.statistics_known() >> count) != 0)
        return place.bad("statistics_known tells of more statistics than there are");
    for (std::size_t tag = 0; tag < count; ++tag) {
        if ((balloon.statistics_known() >> tag & 1) != 0)
            own.statistics[tag] = statistics->Get(static_cast<flatbuffers::uoffset_t>(tag));
    }
    return saved;
}

Result<SavedEntropy> decodeEntropy(const wire::Entropy &entropy, const Place &place)
{
    SavedEntropy saved;
    saved.config.rateLimiter = decodeRateLimiter(entropy.rate_limiter());
    saved.transport = TRY(decodeTransport(entropy.transport(), place.field("transport")));
    saved.own.limiter = TRY(decodeLimiter(entropy.limiter(), place.field("limiter")));
    return saved;
}

} // namespace sparkler::snapshot
