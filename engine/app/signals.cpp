#include "app/signals.h"

#include "base/exit_code.h"
#include "base/os_error.h"
#include "telemetry/event_hub.h"
#include "telemetry/logger.h"
#include "telemetry/metrics.h"
#include "telemetry/metrics_sink.h"
#include "telemetry/text_buffer.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <unistd.h>

#ifndef SYS_SECCOMP
#define SYS_SECCOMP 1 // si_code of a SIGSYS that a seccomp filter raised; not in every libc's headers
#endif

namespace sparkler {
namespace {

struct DeadlySignal {
    int number;
    Gauge SignalMetrics::*metric;
    ExitCode exitCode;
};
constexpr std::array kDeadlySignals{
    DeadlySignal{SIGBUS, &SignalMetrics::sigbus, ExitCode::SigBus},
    DeadlySignal{SIGSEGV, &SignalMetrics::sigsegv, ExitCode::SigSegv},
    DeadlySignal{SIGXFSZ, &SignalMetrics::sigxfsz, ExitCode::SigXfsz},
    DeadlySignal{SIGXCPU, &SignalMetrics::sigxcpu, ExitCode::SigXcpu},
    DeadlySignal{SIGHUP, &SignalMetrics::sighup, ExitCode::SigHup},
    DeadlySignal{SIGILL, &SignalMetrics::sigill, ExitCode::SigIll},
};

constinit std::atomic<void (*)()> terminalRestore{nullptr};
constinit std::atomic_flag dying{};

/// A handler of a stack overflow needs another stack. Only the main thread has one.
constinit std::array<char, 65536> alternateStack{};

// From here to installSignalHandlers() everything is async-signal-safe.

[[noreturn]] void leave(ExitCode code) noexcept
{
    ::_exit(static_cast<int>(code));
}

/// The first thread that dies reports; a second one that gets a deadly signal meanwhile waits for the end of the
/// process.
void claimDeath() noexcept
{
    if (!dying.test_and_set())
        return;
    for (;;)
        ::pause();
}

void logSigned(std::string_view before, int number, std::string_view middle, int code) noexcept
{
    std::array<char, 160> storage;
    detail::TextBuffer text(storage);
    text.append(before);
    text.appendDecimal(static_cast<std::uint64_t>(number));
    text.append(middle);
    if (code < 0)
        text.append('-');
    text.appendDecimal(static_cast<std::uint64_t>(std::abs(static_cast<long>(code))));
    text.append('.');
    logFromSignal(text.text());
}

void restoreTerminalAndFlush(std::string_view failureText) noexcept
{
    if (void (*const restore)() = terminalRestore.load())
        restore();
    const int error = metricsSink().flushFromSignal();
    if (error == 0)
        return;
    std::array<char, 160> storage;
    detail::TextBuffer text(storage);
    text.append(failureText);
    text.append(osErrorMessage(error));
    text.append(" (os error ");
    text.appendDecimal(static_cast<std::uint64_t>(error));
    text.append(')');
    logFromSignal(text.text());
}

constexpr std::string_view kStoppingFailure = "Failed to write metrics while stopping: ";

void onDeadlySignal(int number, siginfo_t *info, void *) noexcept
{
    const auto row = std::ranges::find(kDeadlySignals, number, &DeadlySignal::number);
    if (row == kDeadlySignals.end() || info->si_signo != number)
        leave(ExitCode::UnexpectedError);
    claimDeath();
    (metrics().signalCounts.*(row->metric)).set(1);
    logSigned("Shutting down VM after intercepting signal ", number, ", code ", info->si_code);
    restoreTerminalAndFlush(kStoppingFailure);
    eventHub().publishLastFromSignal("signal", number, static_cast<int>(row->exitCode));
    leave(row->exitCode);
}

void onBadSyscall(int number, siginfo_t *info, void *) noexcept
{
    if (number != SIGSYS || info->si_signo != number)
        leave(ExitCode::UnexpectedError);
    claimDeath();
    metrics().seccomp.numFaults.set(1);
    logSigned("Shutting down VM after intercepting signal ", number, ", code ", info->si_code);
    const bool filtered = info->si_code == SYS_SECCOMP;
    if (filtered) {
        std::array<char, 160> storage;
        detail::TextBuffer text(storage);
        text.append("Shutting down VM after intercepting a bad syscall (");
        text.appendDecimal(static_cast<std::uint64_t>(std::max(info->si_syscall, 0)));
        text.append(").");
        logFromSignal(text.text());
    }
    restoreTerminalAndFlush(kStoppingFailure);
    const ExitCode code = filtered ? ExitCode::BadSyscall : ExitCode::UnexpectedError;
    eventHub().publishLastFromSignal("signal", number, static_cast<int>(code));
    leave(code);
}

void onBrokenPipe(int number, siginfo_t *info, void *) noexcept
{
    const int savedErrno = errno;
    if (number != SIGPIPE || info->si_signo != number)
        leave(ExitCode::UnexpectedError);
    metrics().signalCounts.sigpipe.add();
    logSigned("Received signal ", number, ", code ", info->si_code);
    errno = savedErrno;
}

[[noreturn]] void onTerminate() noexcept
{
    abortProcess("Firecracker panicked: an exception was not caught");
}

Result<> install(int number, void (*handler)(int, siginfo_t *, void *) noexcept)
{
    struct sigaction action {};
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
    ::sigfillset(&action.sa_mask);
    if (::sigaction(number, &action, nullptr) != 0)
        return hostError(errno);
    return {};
}

} // namespace

Result<> installSignalHandlers()
{
    prepareLogFromSignal();
    const stack_t stack{alternateStack.data(), 0, alternateStack.size()};
    if (::sigaltstack(&stack, nullptr) != 0)
        return hostError(errno);
    for (const DeadlySignal &signal : kDeadlySignals)
        TRY(install(signal.number, onDeadlySignal));
    TRY(install(SIGSYS, onBadSyscall));
    TRY(install(SIGPIPE, onBrokenPipe));
    std::set_terminate(onTerminate);
    return {};
}

void setTerminalRestoreHook(void (*restore)())
{
    terminalRestore.store(restore);
}

void abortProcess(std::string_view reason) noexcept
{
    claimDeath();
    logFromSignal(reason);
    metrics().vmm.panicCount.set(1);
    restoreTerminalAndFlush("Failed to write metrics while panicking: ");
    eventHub().publishLastFromSignal("internal error", SIGABRT, static_cast<int>(ExitCode::Abort));
    std::abort();
}

void endStuckProcess(std::string_view reason, std::string_view event, int exitCode) noexcept
{
    claimDeath();
    logFromSignal(reason);
    restoreTerminalAndFlush("Failed to write metrics while ending: ");
    eventHub().publishLastFromSignal(event, 0, exitCode);
    ::_exit(exitCode);
}

} // namespace sparkler
