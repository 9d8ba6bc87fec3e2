#pragma once

#include "base/result.h"

#include <string_view>

namespace sparkler {

/// Installs the process's signal handlers and the handler of unexpected exceptions. Once, from the main thread, after
/// the logger and before other threads. SIGBUS, SIGSEGV, SIGXFSZ, SIGXCPU, SIGHUP, SIGILL and SIGSYS end the process
/// with their ExitCode after a metric, a log record and a flush of the metrics; SIGPIPE is counted and logged; all
/// others keep their default. Error: Host with the bare reason; the caller puts "Failed to register signal handlers: "
/// before it.
Result<> installSignalHandlers();

/// What puts the terminal back before the process dies; it runs in signal handlers. Null: nothing to do.
void setTerminalRestoreHook(void (*restore)());

/// The end after an impossible condition of ours, or where Firecracker would panic (ExitCode::Abort): logs `reason`,
/// restores the terminal, counts vmm.panic_count, flushes the metrics and dies of SIGABRT. Any thread.
[[noreturn]] void abortProcess(std::string_view reason) noexcept;

/// The end when the main thread may be stuck for good (a page of guest memory that nobody brings): as abortProcess(),
/// but it is told as an error with an exit code. `event`: the reason in the last event. Any thread.
[[noreturn]] void endStuckProcess(std::string_view reason, std::string_view event, int exitCode) noexcept;

} // namespace sparkler
