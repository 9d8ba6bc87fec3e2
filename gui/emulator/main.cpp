// sparkler-emulator: one sparkler-engine in an emulated helper machine, for hosts without KVM. See README.md.

#include "base/exit_code.h"
#include "emulator/helper.h"
#include "emulator/helper_machine.h"
#include "emulator/host.h"

#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

int complain(const std::string &text, ExitCode code)
{
    std::fprintf(stderr, "sparkler-emulator: %s\n", text.c_str());
    return static_cast<int>(code);
}

void prepareSignals()
{
    ::signal(SIGPIPE, SIG_IGN);
    sigset_t handled;
    sigemptyset(&handled);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&handled, number);
    ::sigprocmask(SIG_BLOCK, &handled, nullptr);
}

int runHost(HostOptions options)
{
    struct stat status{};
    char resolved[PATH_MAX];
    if (!::realpath(options.directory.c_str(), resolved) || ::stat(resolved, &status) != 0 || !S_ISDIR(status.st_mode))
        return complain("There is no directory " + options.directory, ExitCode::ArgumentParsing);
    options.directory = resolved;
    prepareSignals();
    auto log = HostLog::open(options.log);
    if (!log)
        return complain(log.error().text, ExitCode::ArgumentParsing);
    auto loop = EventLoop::create();
    if (!loop)
        return complain(loop.error().text, ExitCode::GenericError);
    return Host(options, **loop, *log).run();
}

int runHelper(const HelperOptions &options)
{
    ::signal(SIGPIPE, SIG_IGN);
    auto loop = EventLoop::create();
    if (!loop)
        return complain(loop.error().text, ExitCode::GenericError);
    Helper helper(
        **loop, Fd(options.channel),
        {.engine = options.engine, .runDirectory = options.runDirectory, .workDirectory = {}, .beforeExit = {}});
    const auto ended = helper.run();
    return ended ? 0 : complain(ended.error().text, ExitCode::GenericError);
}

int emulatorMain(std::span<const char *const> arguments)
{
    if (::getpid() == 1) {
        ::signal(SIGPIPE, SIG_IGN);
        runHelperMachine(); // what the kernel passes on from its command line is of no interest
    }
    fillStandardDescriptors();
    auto options = parseCommandLine(arguments);
    if (!options)
        return complain(options.error() + " (see --help)", ExitCode::ArgumentParsing);
    if (const auto *help = std::get_if<HelpText>(&*options)) {
        std::puts(help->text.c_str());
        return 0;
    }
    if (const auto *helper = std::get_if<HelperOptions>(&*options))
        return runHelper(*helper);
    return runHost(std::get<HostOptions>(std::move(*options)));
}

} // namespace
} // namespace sparkler::emulator

int main(int argc, char **argv)
{
    return sparkler::emulator::emulatorMain(
        std::span<const char *const>(argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0));
}
