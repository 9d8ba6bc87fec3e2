// The controller's actions on network, metadata, vsock, balloon and entropy.

#include "api/controller.h"
#include "machine/balloon.h"
#include "telemetry/event_hub.h"

namespace sparkler::api {
namespace {

constexpr std::string_view kMmdsCategory = "MMDS error: ";
constexpr std::string_view kMmdsLimitCategory = "MMDS limit exceeded error: ";

std::unexpected<Error> mmdsError(const Error &error)
{
    const std::string_view category = error.kind == ErrorKind::TooLarge ? kMmdsLimitCategory : kMmdsCategory;
    return fail(error.kind, std::string(category) + error.text, error.hostErrno);
}

/// Done, or the error.
Result<Reply> answer(const Result<> &done)
{
    if (!done)
        return std::unexpected(done.error());
    return Done{};
}

} // namespace

// --- network and metadata ---

Result<Reply> Controller::on(const PutNetwork &action)
{
    TRY(configureBoot());
    return answer(m_resources.putNetwork(action.config));
}

Result<Reply> Controller::on(const PatchNetwork &action)
{
    TRY(requireAfter());
    NetInterface *interface = m_resources.findInterface(action.update.ifaceId);
    if (!interface)
        return fail(ErrorKind::NotFound, "Network config error: Unable to update the net device: Failed perform action "
                                         "on device: Device not found");
    const auto lock = m_machine->lockDevice(*interface->device);
    updateInterface(*interface, action.update);
    if (action.update.rxRateLimiter || action.update.txRateLimiter)
        publishEvent("rate_limiter_patched", {{"iface_id", action.update.ifaceId}});
    return Done{};
}

Result<> Controller::requireMmds() const
{
    if (m_machine && !m_resources.hasMmdsInterface())
        return fail(ErrorKind::NotFound, "MMDS error: The MMDS data store is not initialized.");
    return {};
}

Result<Reply> Controller::on(const GetMmds &)
{
    TRY(requireMmds());
    return MmdsContents{m_resources.metadata().contents()};
}

Result<Reply> Controller::on(const PutMmds &action)
{
    TRY(requireMmds());
    const auto done = m_resources.metadata().put(action.metadata);
    if (!done)
        return mmdsError(done.error());
    return Done{};
}

Result<Reply> Controller::on(const PatchMmds &action)
{
    TRY(requireMmds());
    const auto done = m_resources.metadata().patch(action.change);
    if (!done)
        return mmdsError(done.error());
    return Done{};
}

Result<Reply> Controller::on(const PutMmdsConfig &action)
{
    TRY(configureBoot());
    return answer(m_resources.putMmdsConfig(action.config));
}

// --- vsock and entropy ---

Result<Reply> Controller::on(const PutVsock &action)
{
    TRY(configureBoot());
    return answer(m_resources.putVsock(action.config));
}

Result<Reply> Controller::on(const PutVhostVsock &action)
{
    TRY(configureBoot());
    m_client.noteVhostVsock();
    return answer(m_resources.putVhostVsock(action.config));
}

Result<Reply> Controller::on(const PutEntropy &action)
{
    TRY(configureBoot());
    return answer(m_resources.putEntropy(action.config));
}

// --- balloon ---

template <typename Work>
auto Controller::withBalloon(Work work)
{
    virtio::BalloonDevice *balloon = m_resources.balloon();
    std::unique_lock<std::mutex> lock;
    if (balloon && m_machine)
        lock = m_machine->lockDevice(*balloon);
    return work(balloon);
}

Result<Reply> Controller::on(const GetBalloon &)
{
    return withBalloon([this](const virtio::BalloonDevice *balloon) -> Result<Reply> {
        if (balloon)
            return balloonConfig(*balloon);
        if (!m_machine)
            return fail(ErrorKind::NotFound, "Balloon config error: No balloon device found.");
        return fail(ErrorKind::NotFound, "Internal VMM error: Failed perform action on device: Device not found");
    });
}

Result<Reply> Controller::on(const PutBalloon &action)
{
    TRY(configureBoot());
    return answer(m_resources.putBalloon(action.config));
}

Result<Reply> Controller::on(const PatchBalloon &action)
{
    TRY(requireAfter());
    TRY(withBalloon([&](virtio::BalloonDevice *balloon) {
        return setBalloonAmount(balloon, action.amountMib, m_resources.machineConfig().memSizeMib);
    }));
    publishEvent("balloon_target_changed", {{"amount_mib", std::uint64_t{action.amountMib}}});
    return Done{};
}

Result<Reply> Controller::on(const GetBalloonStatistics &)
{
    TRY(requireAfter());
    return TRY(withBalloon(balloonStatistics));
}

Result<Reply> Controller::on(const PatchBalloonStatistics &action)
{
    TRY(requireAfter());
    return answer(withBalloon(
        [&](virtio::BalloonDevice *balloon) { return setBalloonPollingInterval(balloon, action.intervalS); }));
}

Result<Reply> Controller::on(const StartBalloonHinting &action)
{
    TRY(requireAfter());
    return answer(withBalloon(
        [&](virtio::BalloonDevice *balloon) { return startBalloonHinting(balloon, action.acknowledgeOnStop); }));
}

Result<Reply> Controller::on(const StopBalloonHinting &)
{
    TRY(requireAfter());
    return answer(withBalloon(stopBalloonHinting));
}

Result<Reply> Controller::on(const GetBalloonHinting &)
{
    TRY(requireAfter());
    return TRY(withBalloon(balloonHinting));
}

} // namespace sparkler::api
