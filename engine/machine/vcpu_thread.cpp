#include "machine/vcpu_thread.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/named_thread.h"
#include "base/os_error.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <cerrno>
#include <csignal>
#include <pthread.h>
#include <sys/utsname.h>
#include <system_error>

namespace sparkler {
namespace {

/// The vCPU that the current thread runs; null elsewhere. Lets the kick handler close the window between the loop's
/// last look at its orders and KVM_RUN, also when the signal comes from outside the process.
thread_local Vcpu *t_vcpu = nullptr;

void onKick(int)
{
    if (t_vcpu)
        t_vcpu->requestImmediateExit();
}

int kickSignal()
{
    return SIGRTMIN; // SIGRTMIN+0, as drivers know it
}

class LatencyTimer {
public:
    explicit LatencyTimer(LatencyAggregate &aggregate) : m_aggregate(aggregate) {}
    ~LatencyTimer() { m_aggregate.record(monotonicMicros() - m_start); }
    LatencyTimer(const LatencyTimer &) = delete;
    LatencyTimer &operator=(const LatencyTimer &) = delete;

private:
    LatencyAggregate &m_aggregate;
    const std::uint64_t m_start = monotonicMicros();
};

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

} // namespace

void VcpuThread::installKickHandler()
{
    struct sigaction action = {};
    action.sa_handler = onKick;
    sigemptyset(&action.sa_mask);
    ::sigaction(kickSignal(), &action, nullptr); // no SA_RESTART: KVM_RUN must come back with EINTR
}

VcpuThread::VcpuThread(std::uint32_t index, std::string name, std::unique_ptr<Vcpu> vcpu, GuestBuses buses,
                       VcpuHooks hooks)
    : m_index(index), m_name(std::move(name)), m_vcpu(std::move(vcpu)), m_buses(buses), m_hooks(std::move(hooks))
{
}

Result<std::unique_ptr<VcpuThread>> VcpuThread::create(std::uint32_t index, std::string name,
                                                       std::unique_ptr<Vcpu> vcpu, GuestBuses buses, VcpuHooks hooks)
{
    std::unique_ptr<VcpuThread> made(new VcpuThread(index, std::move(name), std::move(vcpu), buses, std::move(hooks)));
    try {
        // The name is there when the caller says that the machine runs: clients pin threads by name.
        made->m_thread = startNamedThread(made->m_name, [vcpuThread = made.get()] { vcpuThread->threadMain(); });
    } catch (const std::system_error &error) {
        return hostError(error.code().value(), "Cannot spawn a new vCPU thread: ");
    }
    // And it is under its filter.
    std::unique_lock lock(made->m_lock);
    made->m_changed.wait(lock, [&] { return made->m_isReady; });
    return made;
}

VcpuThread::~VcpuThread()
{
    stop();
}

void VcpuThread::kick()
{
    m_vcpu->requestImmediateExit();
    ::pthread_kill(m_thread.native_handle(), kickSignal());
}

void VcpuThread::requestPause()
{
    {
        const std::lock_guard lock(m_lock);
        m_target = Target::Paused;
    }
    kick();
}

bool VcpuThread::waitPaused(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_lock);
    return m_changed.wait_until(lock, deadline, [this] { return !m_inGuest; });
}

void VcpuThread::resume()
{
    {
        const std::lock_guard lock(m_lock);
        m_target = Target::Running;
    }
    m_changed.notify_all();
}

void VcpuThread::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_lock);
        m_target = Target::Stopped;
    }
    m_changed.notify_all();
    kick();
    m_thread.join();
}

void VcpuThread::threadMain()
{
    if (m_hooks.starts)
        m_hooks.starts(m_index);
    {
        const std::lock_guard lock(m_lock);
        m_isReady = true;
    }
    m_changed.notify_all();
    t_vcpu = m_vcpu.get();
    // Whoever started the process may have had it blocked, and a guest that cannot be kicked cannot be paused or
    // stopped.
    sigset_t kicks;
    sigemptyset(&kicks);
    sigaddset(&kicks, kickSignal());
    ::pthread_sigmask(SIG_UNBLOCK, &kicks, nullptr);
    for (;;) {
        bool wasRunning = false;
        {
            std::unique_lock lock(m_lock);
            wasRunning = std::exchange(m_inGuest, false);
            m_changed.notify_all();
            if (wasRunning && m_target == Target::Paused) {
                // Keeps the guest's watchdogs calm about the time it will miss; guests without kvm-clock refuse,
                // harmless.
                if (!m_vcpu->notifyPaused())
                    metrics().vcpu.kvmclockCtrlFails.add();
            }
            m_changed.wait(lock, [this] { return m_target != Target::Paused; });
            if (m_target == Target::Stopped)
                break;
            m_inGuest = true;
            // Orders given from here on come with a new kick.
            m_vcpu->clearImmediateExit();
        }
        if (!runGuest())
            break;
    }
    t_vcpu = nullptr;
    const std::lock_guard lock(m_lock);
    m_inGuest = false;
    m_changed.notify_all();
}

bool VcpuThread::runGuest()
{
    for (;;) {
        const auto exit = m_vcpu->run();
        std::optional<int> finished;
        if (exit) {
            if (std::holds_alternative<ExitInterrupted>(*exit))
                return true;
            finished = handle(*exit);
        } else {
            metrics().vcpu.failures.add();
            if (exit.error().hostErrno == ENOSYS)
                logErrorAlways("Received ENOSYS error because KVM failed to emulate an instruction.");
            else
                logErrorAlways("Failure during vcpu run: {}", exit.error().text);
            finished = 1;
        }
        if (finished) {
            m_hooks.stopped(VcpuStop{m_index, *finished});
            return false;
        }
    }
}

std::optional<int> VcpuThread::handle(const VcpuExit &exit)
{
    VcpuMetrics &counters = metrics().vcpu;
    const auto stopped = [&counters](int code) {
        if (code != 0)
            counters.failures.add();
        return std::optional<int>(code);
    };
    return std::visit(
        Overloaded{
            [&](const ExitPortIn &in) -> std::optional<int> {
                counters.exitIoIn.add();
                const LatencyTimer timer(counters.exitIoInAgg);
                for (std::size_t at = 0; at < in.data.size(); at += in.size)
                    m_buses.ports->read(in.port, in.data.subspan(at, in.size));
                return std::nullopt;
            },
            [&](const ExitPortOut &out) -> std::optional<int> {
                counters.exitIoOut.add();
                const LatencyTimer timer(counters.exitIoOutAgg);
                for (std::size_t at = 0; at < out.data.size(); at += out.size)
                    m_buses.ports->write(out.port, out.data.subspan(at, out.size));
                return std::nullopt;
            },
            [&](const ExitMmioRead &read) -> std::optional<int> {
                counters.exitMmioRead.add();
                const LatencyTimer timer(counters.exitMmioReadAgg);
                if (!m_buses.mmio->read(read.address.value(), read.data))
                    logDebug("Invalid MMIO read @ {:#x}:{:#x}", read.address.value(), read.data.size());
                return std::nullopt;
            },
            [&](const ExitMmioWrite &write) -> std::optional<int> {
                counters.exitMmioWrite.add();
                const LatencyTimer timer(counters.exitMmioWriteAgg);
                if (!m_buses.mmio->write(write.address.value(), write.data))
                    logDebug("Invalid MMIO write @ {:#x}:{:#x}", write.address.value(), write.data.size());
                return std::nullopt;
            },
            [&](const ExitAgain &) -> std::optional<int> { return std::nullopt; },
            [&](const ExitInterrupted &) -> std::optional<int> { return std::nullopt; },
            [&](const ExitHalt &) -> std::optional<int> {
                logErrorAlways("Unexpected exit reason on vcpu run: Hlt");
                return stopped(1);
            },
            [&](const ExitShutdown &) -> std::optional<int> {
                logErrorAlways("Unexpected exit reason on vcpu run: Shutdown (triple fault on vCPU {})", m_index);
                return stopped(1);
            },
            [&](const ExitSystemEvent &event) -> std::optional<int> {
                logErrorAlways("Received KVM_SYSTEM_EVENT signal type: {}, flag: {}", event.type, event.flags);
                return stopped(1);
            },
            [&](const ExitFailEntry &entry) -> std::optional<int> {
                logErrorAlways("Received KVM_EXIT_FAIL_ENTRY signal: {} on cpu {}", entry.reason, entry.cpu);
                return stopped(1);
            },
            [&](const ExitInternalError &error) -> std::optional<int> { return stopped(reportInternalError(error)); },
            [&](const ExitUnknown &unknown) -> std::optional<int> {
                logErrorAlways("Unexpected exit reason on vcpu run: {}", unknown.reason);
                return stopped(1);
            },
        },
        exit);
}

int VcpuThread::reportInternalError(const ExitInternalError &exit) const
{
    std::string bytes;
    for (const std::byte byte : exit.instruction)
        bytes += fmt::format("{:02x} ", std::to_integer<unsigned>(byte));
    if (bytes.empty())
        bytes = "not told by KVM ";
    utsname host{};
    ::uname(&host);
    // One line that a user can act on: which host, which instruction, what helps.
    logErrorAlways(
        "Received KVM_EXIT_INTERNAL_ERROR signal: the KVM of this host ({} {}) cannot emulate the instruction at {:#x} "
        "on vCPU {} (bytes: {}; suberror {}). A host with hardware virtualisation (Intel VT-x or AMD-V, nested or "
        "not) runs it; without one, run the microVM in an emulated lab VM.",
        host.nodename, host.release, exit.rip, m_index, bytes.substr(0, bytes.size() - 1), exit.suberror);
    return 1;
}

} // namespace sparkler
