#include "emulator/helper_machine.h"

#include "base/format.h"
#include "base/os_error.h"
#include "emulator/helper.h"
#include "emulator/qemu_command.h"

#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

constexpr const char *kModuleList = "/etc/helper-modules";
constexpr const char *kEngine = "/bin/sparkler-engine";
constexpr const char *kShare = "/machine";
constexpr const char *kPorts = "/sys/class/virtio-ports";
constexpr const char *kClockSource = "/sys/devices/system/clocksource/clocksource0/current_clocksource";
constexpr int kAttempts = 1000;
constexpr useconds_t kPauseUs = 10'000;

Result<> mount(const char *source, const char *target, const char *type, const char *options = nullptr)
{
    ::mkdir(target, 0755);
    if (::mount(source, target, type, 0, options) != 0)
        return hostError(errno, fmt::format("cannot mount {}: ", target));
    return {};
}

/// The kernel measures the processor's clock once more, exactly, in its first seconds. KVM remembers the rate that it
/// finds when it is loaded; with the first, rough one, guests' timers fire late, by ten seconds and more.
Result<> waitForClock()
{
    for (int attempt = 0; attempt < kAttempts; ++attempt, ::usleep(kPauseUs)) {
        const auto name = readWholeFile(kClockSource, 4096);
        if (name && *name == "tsc\n")
            return {};
    }
    return fail(ErrorKind::Host, "the processor's clock is of no use");
}

/// The list holds one file a line, dependencies first.
Result<> loadModules()
{
    const std::string list = TRY(readWholeFile(kModuleList, 1u << 20));
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find('\n', begin), list.size());
        const std::string path = list.substr(begin, end - begin);
        begin = end + 1;
        if (path.ends_with("/kvm.ko"))
            TRY(waitForClock());
        const Fd file = TRY(Fd::open(path, O_RDONLY));
        if (::syscall(SYS_finit_module, file.get(), "", 0) != 0 && errno != EEXIST)
            return hostError(errno, fmt::format("cannot load {}: ", path));
    }
    return {};
}

/// The device of our port; empty while it is not there.
std::string findPort()
{
    std::string device;
    DIR *const directory = ::opendir(kPorts);
    while (const dirent *const entry = directory ? ::readdir(directory) : nullptr) {
        const auto name = readWholeFile(fmt::format("{}/{}/name", kPorts, entry->d_name), 4096);
        if (name && *name == fmt::format("{}\n", kPortName))
            device = fmt::format("/dev/{}", entry->d_name);
    }
    if (directory)
        ::closedir(directory);
    return device;
}

/// The port appears some time after its driver, and the host's end of it after that.
Result<Fd> openChannel()
{
    Fd channel;
    for (int attempt = 0; attempt < kAttempts; ++attempt, ::usleep(kPauseUs)) {
        if (!channel) {
            const std::string device = findPort();
            auto opened = device.empty() ? Result<Fd>() : Fd::open(device, O_RDWR | O_NONBLOCK);
            if (opened)
                channel = std::move(*opened);
        }
        pollfd state{.fd = channel.get(), .events = POLLOUT, .revents = 0};
        if (channel && ::poll(&state, 1, 0) >= 0 && !(state.revents & POLLHUP))
            return channel;
    }
    return fail(ErrorKind::Host, "the channel to the host did not appear");
}

Result<> work()
{
    TRY(mount("proc", "/proc", "proc"));
    TRY(mount("sysfs", "/sys", "sysfs"));
    TRY(mount("devtmpfs", "/dev", "devtmpfs"));
    TRY(mount("tmpfs", "/run", "tmpfs", "mode=755"));
    TRY(mount("tmpfs", "/tmp", "tmpfs"));
    TRY(loadModules());
    // mmap: nothing is cached but what is mapped, so the host sees what is written and the other way round.
    TRY(mount(kShareTag, kShare, "9p", "trans=virtio,version=9p2000.L,msize=512000,cache=mmap"));
    ::setenv("PATH", "/bin", 1);
    auto loop = TRY(EventLoop::create());
    Helper helper(*loop, TRY(openChannel()),
                  {.engine = kEngine, .runDirectory = "/run", .workDirectory = kShare, .beforeExit = [] { ::sync(); }});
    return helper.run();
}

} // namespace

void runHelperMachine()
{
    if (const auto worked = work(); !worked)
        std::fprintf(stderr, "sparkler-emulator: %s\n", worked.error().text.c_str());
    ::sync();
    ::reboot(RB_POWER_OFF);
    for (;;)
        ::pause();
}

} // namespace sparkler::emulator
