#pragma once

#include "bus/bus.h"
#include "virtio/device.h"

#include <atomic>

namespace sparkler::test {

/// Counts edges.
class FakeInterruptLine final : public InterruptLine {
public:
    void trigger() override { m_count.fetch_add(1); }
    int count() const { return m_count.load(); }
    /// The count since the last call.
    int take() { return m_count.exchange(0); }

private:
    std::atomic<int> m_count{0};
};

/// Counts what a device tells its driver.
class FakeDeviceInterrupt final : public virtio::DeviceInterrupt {
public:
    void signalUsedQueue() override { ++used; }
    void signalConfigChange() override { ++config; }
    void signalNeedsReset() override { ++needsReset; }

    std::atomic<int> used{0};
    std::atomic<int> config{0};
    std::atomic<int> needsReset{0};
};

} // namespace sparkler::test
