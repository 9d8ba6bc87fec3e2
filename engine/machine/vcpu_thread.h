#pragma once

#include "bus/bus.h"
#include "hypervisor/hypervisor.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace sparkler {

/// The address spaces that a vCPU's exits go to. Read-only while vCPUs run.
struct GuestBuses {
    const Bus *ports = nullptr;
    const Bus *mmio = nullptr;
};

/// Why a vCPU stopped for good. `exitCode` is what the process should end with.
struct VcpuStop {
    std::uint32_t index = 0;
    int exitCode = 0;
};

/// What happens on a vCPU's thread besides running the guest. Both are called there, once.
struct VcpuHooks {
    std::function<void(std::uint32_t index)> starts = {}; ///< the first thing the thread does; empty: nothing
    std::function<void(VcpuStop)> stopped = {};           ///< the guest or KVM ended it (not after stop())
};

/// One vCPU and the thread that runs it (`fc_vcpu N`). Starts paused. All members are for the VMM thread; the
/// destructor stops and joins.
class VcpuThread {
public:
    /// Returns when the thread has its name and `hooks.starts` has run. Error: Host when the host has no thread left.
    static Result<std::unique_ptr<VcpuThread>> create(std::uint32_t index, std::string name, std::unique_ptr<Vcpu> vcpu,
                                                      GuestBuses buses, VcpuHooks hooks);
    ~VcpuThread();
    VcpuThread(const VcpuThread &) = delete;
    VcpuThread &operator=(const VcpuThread &) = delete;

    /// Installs the process-wide handler of the signal that kicks vCPUs out of the guest. Once, before any vCPU.
    static void installKickHandler();

    /// Asks the vCPU to leave the guest and wait. Returns at once.
    void requestPause();
    /// Whether the vCPU is out of the guest by then.
    bool waitPaused(std::chrono::steady_clock::time_point deadline);
    void resume();
    /// The vCPU itself, to look at while it is paused.
    Vcpu &pausedVcpu() { return *m_vcpu; }
    /// Leaves the guest and ends the thread. Idempotent.
    void stop();

private:
    enum class Target { Paused, Running, Stopped };

    VcpuThread(std::uint32_t index, std::string name, std::unique_ptr<Vcpu> vcpu, GuestBuses buses, VcpuHooks hooks);

    void threadMain();
    /// Runs the guest until it must pause or stop; false when the vCPU is finished for good.
    bool runGuest();
    /// Handles one exit. A value: the vCPU is finished with that process exit code.
    std::optional<int> handle(const VcpuExit &exit);
    int reportInternalError(const ExitInternalError &exit) const;
    void kick();

    const std::uint32_t m_index;
    const std::string m_name;
    const std::unique_ptr<Vcpu> m_vcpu;
    const GuestBuses m_buses;
    const VcpuHooks m_hooks;

    std::mutex m_lock;
    std::condition_variable m_changed;
    Target m_target = Target::Paused; ///< guarded by m_lock; written by the VMM thread only
    bool m_inGuest = false;           ///< guarded by m_lock
    bool m_isReady = false;           ///< guarded by m_lock; the thread has its name and ran its hook
    std::thread m_thread;
};

} // namespace sparkler
