// Virtio devices. The structured bindings name every field of a struct: a field that is added to one does not compile
// until it is dealt with here.

#include "snapshot/encode_values.h"
#include "snapshot/enums.h"
#include "snapshot/payload.h"

namespace sparkler::snapshot {
namespace {

auto encodeTokenBucket(Builder &builder, const TokenBucketConfig &bucket)
{
    const auto &[size, oneTimeBurst, refillTimeMs] = bucket;
    return wire::CreateTokenBucket(builder, size, oneTimeBurst, refillTimeMs);
}

auto encodeRateLimiter(Builder &builder, const RateLimiterConfig &limiter)
{
    const auto &[bandwidth, ops] = limiter;
    const auto bandwidthAt = encodeOptional(builder, bandwidth, encodeTokenBucket);
    const auto opsAt = encodeOptional(builder, ops, encodeTokenBucket);
    return wire::CreateRateLimiter(builder, bandwidthAt, opsAt);
}

auto encodeBucket(Builder &builder, const BucketState &bucket)
{
    const auto &[size, oneTimeBurst, refillTimeMs, budget, burst, elapsedNanos] = bucket;
    return wire::CreateBucket(builder, size, oneTimeBurst, refillTimeMs, budget, burst, elapsedNanos);
}

auto encodeLimiter(Builder &builder, const LimiterState &limiter)
{
    const auto &[bandwidth, ops, blockedNanos] = limiter;
    const auto bandwidthAt = encodeOptional(builder, bandwidth, encodeBucket);
    const auto opsAt = encodeOptional(builder, ops, encodeBucket);
    return wire::CreateLimiter(builder, bandwidthAt, opsAt, blockedNanos);
}

auto encodeQueue(Builder &builder, const virtio::QueueState &queue)
{
    const auto &[config, position] = queue;
    const auto &[size, ready, descriptors, available, used] = config;
    const auto &[nextAvailable, nextUsed] = position;
    return wire::CreateQueue(builder, size, ready, descriptors.value(), available.value(), used.value(), nextAvailable,
                             nextUsed);
}

auto encodeTransport(Builder &builder, const virtio::TransportState &transport)
{
    const auto &[status, interruptStatus, configGeneration, deviceFeaturesPage, driverFeaturesPage, queueSelect,
                 driverFeatures, active, queues] = transport;
    const auto queuesAt = encodeList(builder, queues, encodeQueue);
    wire::TransportBuilder table(builder);
    table.add_status(status);
    table.add_interrupt_status(interruptStatus);
    table.add_config_generation(configGeneration);
    table.add_device_features_page(deviceFeaturesPage);
    table.add_driver_features_page(driverFeaturesPage);
    table.add_queue_select(queueSelect);
    table.add_driver_features(driverFeatures);
    table.add_active(active);
    table.add_queues(queuesAt);
    return table.Finish();
}

auto encodePendingFrame(Builder &builder, const virtio::PendingFrame &frame)
{
    const auto &[bytes, paid, buffersTried] = frame;
    const auto bytesAt = encodeBlob(builder, bytes);
    return wire::CreatePendingFrame(builder, bytesAt, paid, buffersTried);
}

} // namespace

flatbuffers::Offset<wire::Drive> encodeDrive(Builder &builder, const SavedDrive &drive)
{
    const auto &[config, transport, own] = drive;
    const auto &[driveId, pathOnHost, isRootDevice, partuuid, isReadOnly, cacheType, rateLimiter, ioEngine] = config;
    const auto &[limiter] = own;
    const auto idAt = encodeText(builder, driveId);
    const auto pathAt = encodeText(builder, pathOnHost);
    const auto partuuidAt = encodeText(builder, partuuid);
    const auto rateLimiterAt = encodeOptional(builder, rateLimiter, encodeRateLimiter);
    const auto transportAt = encodeTransport(builder, transport);
    const auto limiterAt = encodeLimiter(builder, limiter);

    wire::DriveBuilder table(builder);
    table.add_drive_id(idAt);
    table.add_path_on_host(pathAt);
    table.add_is_root_device(isRootDevice);
    table.add_partuuid(partuuidAt);
    table.add_is_read_only(isReadOnly);
    table.add_cache_type(toWire<wire::CacheType>(cacheType, kCacheTypes));
    table.add_rate_limiter(rateLimiterAt);
    table.add_io_engine(toWire<wire::IoEngine>(ioEngine, kIoEngines));
    table.add_transport(transportAt);
    table.add_limiter(limiterAt);
    return table.Finish();
}

flatbuffers::Offset<wire::Interface> encodeInterface(Builder &builder, const SavedInterface &interface)
{
    const auto &[config, transport, own] = interface;
    const auto &[ifaceId, hostDevName, socketPath, guestMac, mtu, rxRateLimiter, txRateLimiter, allowMmdsRequests] =
        config;
    const auto &[rxLimiter, txLimiter, pendingFrame] = own;
    const auto idAt = encodeText(builder, ifaceId);
    const auto nameAt = socketPath ? WireText() : encodeText(builder, hostDevName);
    const auto socketAt = encodeText(builder, socketPath);
    const auto macAt = guestMac ? builder.CreateVector(guestMac->bytes.data(), guestMac->bytes.size()) : WireBlob();
    const auto rxRateLimiterAt = encodeOptional(builder, rxRateLimiter, encodeRateLimiter);
    const auto txRateLimiterAt = encodeOptional(builder, txRateLimiter, encodeRateLimiter);
    const auto transportAt = encodeTransport(builder, transport);
    const auto rxLimiterAt = encodeLimiter(builder, rxLimiter);
    const auto txLimiterAt = encodeLimiter(builder, txLimiter);
    const auto pendingFrameAt = encodeOptional(builder, pendingFrame, encodePendingFrame);

    wire::InterfaceBuilder table(builder);
    table.add_iface_id(idAt);
    table.add_host_dev_name(nameAt);
    table.add_guest_mac(macAt);
    if (mtu)
        table.add_mtu(*mtu);
    table.add_rx_rate_limiter(rxRateLimiterAt);
    table.add_tx_rate_limiter(txRateLimiterAt);
    table.add_allow_mmds_requests(allowMmdsRequests);
    table.add_transport(transportAt);
    table.add_rx_limiter(rxLimiterAt);
    table.add_tx_limiter(txLimiterAt);
    table.add_pending_frame(pendingFrameAt);
    table.add_socket_path(socketAt);
    return table.Finish();
}

flatbuffers::Offset<wire::Vsock> encodeVsock(Builder &builder, const SavedVsock &vsock)
{
    const auto &[config, transport, own] = vsock;
    const auto &[vsockId, guestCid, udsPath] = config;
    const auto &[lastLocalPort, eventsAnsweredAt] = own;
    const auto idAt = encodeText(builder, vsockId);
    const auto pathAt = encodeText(builder, udsPath);
    const auto transportAt = encodeTransport(builder, transport);
    return wire::CreateVsock(builder, idAt, guestCid, pathAt, transportAt, lastLocalPort, eventsAnsweredAt);
}

flatbuffers::Offset<wire::Balloon> encodeBalloon(Builder &builder, const SavedBalloon &balloon)
{
    const auto &[config, transport, own] = balloon;
    const auto &[amountMib, deflateOnOom, statsPollingIntervalS, freePageHinting, freePageReporting] = config;
    const auto &[targetPages, actualPages, statisticsHead, lastHintingRun, hintingHostCommand, hintingGuestCommand,
                 hintingAcknowledgeOnStop, statistics] = own;
    const auto transportAt = encodeTransport(builder, transport);
    std::vector<std::uint64_t> values;
    std::uint32_t known = 0;
    for (std::size_t tag = 0; tag < statistics.size(); ++tag) {
        values.push_back(statistics[tag].value_or(0));
        known |= statistics[tag] ? 1u << tag : 0;
    }
    const auto statisticsAt = builder.CreateVector(values);

    wire::BalloonBuilder table(builder);
    table.add_amount_mib(amountMib);
    table.add_deflate_on_oom(deflateOnOom);
    table.add_stats_polling_interval_s(statsPollingIntervalS);
    table.add_free_page_hinting(freePageHinting);
    table.add_free_page_reporting(freePageReporting);
    table.add_transport(transportAt);
    table.add_target_pages(targetPages);
    table.add_actual_pages(actualPages);
    if (statisticsHead)
        table.add_statistics_head(*statisticsHead);
    table.add_last_hinting_run(lastHintingRun);
    table.add_hinting_host_command(hintingHostCommand);
    if (hintingGuestCommand)
        table.add_hinting_guest_command(*hintingGuestCommand);
    table.add_hinting_acknowledge_on_stop(hintingAcknowledgeOnStop);
    table.add_statistics_known(known);
    table.add_statistics(statisticsAt);
    return table.Finish();
}

flatbuffers::Offset<wire::Entropy> encodeEntropy(Builder &builder, const SavedEntropy &entropy)
{
    const auto &[config, transport, own] = entropy;
    const auto &[rateLimiter] = config;
    const auto &[limiter] = own;
    const auto rateLimiterAt = encodeOptional(builder, rateLimiter, encodeRateLimiter);
    const auto transportAt = encodeTransport(builder, transport);
    const auto limiterAt = encodeLimiter(builder, limiter);
    return wire::CreateEntropy(builder, rateLimiterAt, transportAt, limiterAt);
}

} // namespace sparkler::snapshot
