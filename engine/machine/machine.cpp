#include "machine/machine.h"

#include "arch/x86_64/boot_data.h"
#include "arch/x86_64/layout.h"
#include "arch/x86_64/vcpu_setup.h"
#include "base/format.h"
#include "base/os_error.h"
#include "boot/command_line.h"
#include "boot/initrd.h"
#include "machine/cpu_choice.h"
#include "machine/limiters.h"
#include "telemetry/event_hub.h"
#include "telemetry/log.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <string_view>

namespace sparkler {
namespace {

constexpr std::chrono::seconds kVcpuAnswerLimit{30};

/// root=, and whether it may be written.
std::string rootToken(const DriveConfig &root)
{
    const std::string device = root.partuuid ? "PARTUUID=" + *root.partuuid : std::string("/dev/vda");
    return fmt::format("root={} {}", device, root.isReadOnly ? "ro" : "rw");
}

std::unexpected<Error> internalError(const Error &error)
{
    return prefixed(kStartFailed, error);
}

} // namespace

PageBacking pageBacking(HugePages pages)
{
    switch (pages) {
    case HugePages::TwoMiB:
        return PageBacking::Huge2M;
    case HugePages::Transparent:
        return PageBacking::Transparent;
    case HugePages::None:
        break;
    }
    return PageBacking::Normal;
}

Machine::Machine(EventLoop &loop, Ended onEnded)
    : m_loop(loop), m_onEnded(std::move(onEnded)), m_alive(std::make_shared<bool>(true))
{
}

Machine::~Machine()
{
    for (const auto &vcpu : m_vcpus)
        vcpu->stop();
    *m_alive = false;
}

Result<std::unique_ptr<Machine>> Machine::build(const MachinePlan &plan, EventLoop &loop, Ended onEnded)
{
    const BootTime zero = BootTime::now();
    std::unique_ptr<Machine> machine(new Machine(loop, std::move(onEnded)));
    TRY(machine->mapMemory(plan));
    TRY(machine->loadImages(plan));
    TRY(machine->createVm(plan.config, capabilityWishes(plan.customTemplate)));
    TRY(machine->chooseCpu(plan));
    if (plan.bootTimer) {
        machine->m_bootTimer = std::make_unique<BootTimer>(zero);
        TRY(machine->m_mmio.insert(x86_64::kBootTimer.value(), BootTimer::kBytes, *machine->m_bootTimer));
    }
    TRY(machine->createLegacyDevices(plan.serial, plan.console));
    TRY(machine->createIdentity());
    TRY(machine->attachDevices(plan.devices));
    TRY(machine->createVcpus(plan));
    TRY(machine->writeBootData(plan));
    machine->m_serial->attachInput();
    return machine;
}

Result<> Machine::mapMemory(const MachinePlan &plan)
{
    // A size that has no number of bytes becomes the largest one, which no host can map: never a small one by wrapping
    // around, and the same fault as any other that is too large.
    constexpr std::uint64_t kMostMib = std::numeric_limits<std::uint64_t>::max() >> 20;
    const std::uint64_t bytes = std::min(plan.config.memSizeMib, kMostMib) << 20;
    const auto ranges = x86_64::memoryRanges(bytes);
    auto memory = GuestMemory::map(ranges, pageBacking(plan.config.hugePages));
    if (!memory) {
        std::string reason = osErrorDebug(memory.error().hostErrno);
        std::erase(reason, '"');
        return fail(ErrorKind::Host, fmt::format("Invalid Memory Configuration: MmapRegion(Mmap({}))", reason),
                    memory.error().hostErrno);
    }
    m_memory = std::make_shared<GuestMemory>(std::move(*memory));
    if (plan.config.trackDirtyPages)
        m_memory->trackDirtyPages();
    return {};
}

Result<> Machine::loadImages(const MachinePlan &plan)
{
    m_kernel.emplace(TRY(loadKernel(*plan.kernel, *m_memory)));
    if (plan.initrd)
        m_initrd.emplace(TRY(loadInitrd(*plan.initrd, *m_memory, m_kernel->end)));
    return {};
}

Result<> Machine::createVm(const MachineConfig &config, const CapabilityWishes &wishes)
{
    auto hypervisor = openKvm("/dev/kvm", wishes);
    if (!hypervisor)
        return internalError(hypervisor.error());
    m_hypervisor = std::move(*hypervisor);
    auto vm = m_hypervisor->createVm();
    if (!vm)
        return internalError(vm.error());
    m_vm = std::move(*vm);
    auto cpuid = m_vm->supportedCpuid();
    if (!cpuid)
        return internalError(cpuid.error());
    m_supportedCpuid = std::move(*cpuid);
    if (const auto done = m_vm->setMemory(*m_memory, config.trackDirtyPages); !done)
        return internalError(done.error());
    if (const auto done = m_vm->createInterruptControllers(); !done)
        return internalError(done.error());
    return {};
}

Result<> Machine::chooseCpu(const MachinePlan &plan)
{
    if (const auto known = checkVendor(m_supportedCpuid); !known)
        return prefixed(kGuestConfigFailed, known.error());
    const CustomCpuTemplate changes = TRY(cpuChanges(plan.config.cpuTemplate, plan.customTemplate, m_supportedCpuid));
    if (!plan.customTemplate)
        warnOfTemplate(plan.config.cpuTemplate, m_supportedCpuid);
    auto cpu = x86_64::GuestCpu::create(m_supportedCpuid, changes);
    if (!cpu)
        return prefixed(kGuestConfigFailed, cpu.error());
    m_cpu.emplace(std::move(*cpu));
    m_extraMsrs = m_cpu->changedMsrs();
    return {};
}

Result<> Machine::createLegacyDevices(const SerialConfig &serialConfig, ConsoleServer *console)
{
    m_serialInterrupt.emplace(TRY(InterruptFd::create()));
    m_keyboardInterrupt.emplace(TRY(InterruptFd::create()));
    TRY(m_vm->registerIrqFd(m_serialInterrupt->get(), x86_64::kSerialGsi));
    TRY(m_vm->registerIrqFd(m_keyboardInterrupt->get(), x86_64::kKeyboardGsi));

    auto serial = SerialConsole::create({.outputPath = serialConfig.serialOutPath,
                                         .outputLimit = bucketSettings(serialConfig.rateLimiter),
                                         .server = console},
                                        m_loop, *m_serialInterrupt);
    if (!serial)
        return fail(serial.error().kind, "Could not open the serial output: " + serial.error().text,
                    serial.error().hostErrno);
    m_serial = std::move(*serial);
    TRY(m_ports.insert(x86_64::kCom1Port, Uart16550::kBytes, m_serial->device()));

    m_keyboard = std::make_unique<I8042>(I8042Ports{
        .raiseKeyboardInterrupt = [this] { m_keyboardInterrupt->trigger(); },
        .requestReset =
            [this] {
                requestEnd("guest reset", 0);
                return true;
            },
    });
    TRY(m_ports.insert(x86_64::kKeyboardDataPort, I8042::kBytes, *m_keyboard));

    m_power = std::make_unique<PowerControl>([this] { requestEnd("guest power-off", 0); });
    TRY(m_ports.insert(x86_64::kSleepControlPort, PowerControl::kBytes, *m_power));
    return {};
}

Result<> Machine::createIdentity()
{
    TRY(connectIdentity());
    m_identity.emplace(TRY(Identity::create(*m_memory, *m_identityInterrupt)));
    return {};
}

Result<> Machine::connectIdentity()
{
    m_identityInterrupt.emplace(TRY(InterruptFd::create()));
    return m_vm->registerIrqFd(m_identityInterrupt->get(), x86_64::kIdentityGsi);
}

Result<> Machine::attachDevices(const std::vector<NamedDevice> &devices)
{
    m_board = std::make_unique<VirtioBoard>(*m_vm, m_loop, m_mmio, *m_memory);
    for (const NamedDevice &device : devices)
        TRY(m_board->attach(device.device, device.id));
    return {};
}

Result<> Machine::createVcpus(const MachinePlan &plan)
{
    VcpuThread::installKickHandler();
    for (std::uint32_t index = 0; index < plan.config.vcpuCount; ++index) {
        auto vcpu = m_vm->createVcpu(index);
        if (!vcpu)
            return internalError(vcpu.error());
        if (const auto done = x86_64::configureVcpu(
                **vcpu, {.index = index, .count = plan.config.vcpuCount, .smt = plan.config.smt}, *m_cpu, *m_kernel);
            !done) {
            // A template that asks for what is not there; everything else is the host's.
            return done.error().kind == ErrorKind::InvalidInput ? prefixed(kGuestConfigFailed, done.error())
                                                                : prefixed(kSetUpFailed, done.error());
        }
        if (const auto looked = index == 0 ? warnOfUnshownChanges(*m_cpu, **vcpu) : Result<>(); !looked)
            return internalError(looked.error());
        if (const auto started = startVcpuThread(index, std::move(*vcpu), plan.vcpuNames, plan.onVcpuStart); !started)
            return internalError(started.error());
    }
    return {};
}

Result<> Machine::startVcpuThread(std::uint32_t index, std::unique_ptr<Vcpu> vcpu, VcpuNames names,
                                  const VcpuStarts &onStart)
{
    auto name = fmt::format("fc_vcpu{}{}", names == VcpuNames::WithBlank ? " " : "", index);
    VcpuHooks hooks{.starts = onStart, .stopped = [this](VcpuStop stop) { requestEnd("vCPU error", stop.exitCode); }};
    auto thread = TRY(
        VcpuThread::create(index, std::move(name), std::move(vcpu), GuestBuses{&m_ports, &m_mmio}, std::move(hooks)));
    m_vcpus.push_back(std::move(thread));
    return {};
}

Result<> Machine::writeBootData(const MachinePlan &plan)
{
    auto commandLine = TRY(KernelCommandLine::create(plan.commandLine));
    TRY(commandLine.append("pci=off"));
    if (plan.rootDrive)
        TRY(commandLine.append(rootToken(*plan.rootDrive)));
    const auto placements = m_board->placements();
    for (const x86_64::MmioSlot &slot : placements)
        TRY(commandLine.append(virtioMmioToken(slot.base, slot.gsi)));
    const std::string text = commandLine.text();
    return x86_64::writeBootData(*m_memory, {.kernel = *m_kernel,
                                             .commandLine = text,
                                             .initrd = m_initrd,
                                             .vcpuCount = plan.config.vcpuCount,
                                             .virtioDevices = placements});
}

void Machine::requestEnd(std::string_view reason, int exitCode)
{
    // A guest can ask for its reset again and again, which must not fill the loop's queue.
    if (m_endRequested.exchange(true))
        return;
    eventHub().publishLast("stopping", {{"reason", reason}, {"exit_code", static_cast<std::uint64_t>(exitCode)}});
    // Called on vCPU threads, which are joined before this object goes: m_loop and m_alive are there.
    m_loop.post([this, exitCode, alive = m_alive] {
        if (!*alive || !m_onEnded)
            return;
        std::exchange(m_onEnded, nullptr)(exitCode);
    });
}

void Machine::resumeVcpus()
{
    for (const auto &vcpu : m_vcpus)
        vcpu->resume();
}

void Machine::resume()
{
    resumeVcpus();
    if (std::exchange(m_paused, false)) {
        logDebug("Artificially kick devices.");
        m_board->kickAll();
    }
}

Result<> Machine::pause()
{
    for (const auto &vcpu : m_vcpus)
        vcpu->requestPause();
    const auto deadline = std::chrono::steady_clock::now() + kVcpuAnswerLimit;
    for (const auto &vcpu : m_vcpus) {
        if (vcpu->waitPaused(deadline))
            continue;
        // Not half paused: the others go on as before.
        if (!m_paused)
            resumeVcpus();
        return fail(ErrorKind::Host, "Failed to message the vCPUs.");
    }
    m_paused = true;
    return {};
}

Result<> Machine::sendCtrlAltDel()
{
    return m_keyboard->sendCtrlAltDel();
}

std::unique_lock<std::mutex> Machine::lockDevice(const virtio::VirtioDevice &device)
{
    return m_board->transportOf(device).lock();
}

} // namespace sparkler
