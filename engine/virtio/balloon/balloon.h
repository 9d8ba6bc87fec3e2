#pragma once

#include "events/timer.h"
#include "telemetry/metrics.h"
#include "virtio/balloon/device.h"
#include "virtio/balloon/hinting_run.h"
#include "virtio/balloon/page_list.h"
#include "virtio/queue_pass.h"

#include <optional>
#include <vector>

namespace sparkler::virtio {

/// The balloon behind BalloonDevice::create().
class Balloon final : public BalloonDevice {
public:
    Balloon(const BalloonSettings &settings, Fd againEvent, TimerFd statisticsTimer);

    DeviceType type() const override { return DeviceType::Balloon; }
    std::uint64_t features() const override;
    std::span<const std::uint16_t> queueMaxSizes() const override { return m_queueSizes; }
    std::size_t queuesInUse(std::uint64_t features) const override;
    void readConfig(std::uint64_t offset, std::span<std::byte> out) const override;
    void writeConfig(std::uint64_t offset, std::span<const std::byte> in) override;
    Result<> activate(Activation activation) override;
    bool isActive() const override { return m_activation.has_value(); }
    bool reset() override;
    void queueNotified(std::uint16_t index) override;
    std::vector<HostEvent> hostEvents() override;
    Result<> quiesce() override { return {}; } // each wake-up releases what it has taken
    std::vector<QueuePosition> queuePositions() const override;
    DeviceState save() const override;
    Result<> restore(const DeviceState &state) override;
    std::vector<std::uint16_t> heldHeads(std::size_t index, std::uint64_t features) const override;

    BalloonSettings settings() const override { return m_settings; }
    Result<> setAmount(std::uint32_t amountMib) override;
    Result<> setStatsPollingInterval(std::uint16_t seconds) override;
    Result<BalloonStatistics> statistics() const override;
    Result<> startHinting(bool acknowledgeOnStop) override;
    Result<> stopHinting() override;
    Result<BalloonHinting> hinting() const override;

private:
    enum class Role { Inflate, Deflate, Statistics, Hinting, Reporting };
    /// Leaves that releasing counts into.
    struct ReleaseCounters {
        Counter &ranges, &bytes, &fails;
    };

    static std::vector<Role> rolesFor(std::uint64_t features);
    Result<> hintingUsable() const;
    void armStatisticsTimer();
    Result<> checkRestored(const Activation &activation) const;
    void goOnRestored();

    // balloon_queues.cpp: what the guest puts into its queues.
    void serve(std::size_t index);
    Result<Next> handle(Role role, Queue &queue, Queue::Pop popped);
    void inflate();
    void releaseInflated();
    Result<> keepStatistics(Queue &queue, Queue::Pop popped);
    void requestStatistics();
    void takeHints();
    void hint(const DescriptorChain::Buffer &range);
    void takeReport();
    void release(const DescriptorChain::Buffer &range, const ReleaseCounters &counters);
    void refuse(std::string_view why);
    void publish(Queue &queue);
    void ringFault(const Error &error);
    void onAgain();
    void onStatisticsTimer();

    BalloonSettings m_settings;
    BalloonMetrics &m_metrics = metrics().balloon;
    std::vector<std::uint16_t> m_queueSizes;
    std::uint32_t m_targetPages = 0;
    std::uint32_t m_actualPages = 0; ///< the guest's word
    BalloonStatistics m_statistics;  ///< the guest's values; the page counts are filled in when asked for
    HintingRun m_hinting;
    Fd m_againEvent; ///< signalled by ourselves: more work than one wake-up may do
    TimerFd m_statisticsTimer;

    std::optional<Activation> m_activation;
    std::vector<Role> m_roles;                     ///< by queue index, as negotiated
    DescriptorChain m_chain;                       ///< the one being looked at
    PageList m_inflated;                           ///< given up by the guest, not yet released, not yet returned
    std::optional<std::uint16_t> m_statisticsHead; ///< the buffer that is held until fresh values are wanted
    std::uint64_t m_releasedThisWake = 0;          ///< bytes
    std::vector<bool> m_again;                     ///< by queue index: has more work
    bool m_broken = false;                         ///< a ring of the guest's is impossible; until reset
};

} // namespace sparkler::virtio
