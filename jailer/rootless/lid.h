#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "jailer/rootless/passt.h"

#include <optional>
#include <string_view>
#include <sys/types.h>

namespace sparkler::jail {

/// From now on the signals that ask for the engine's end, and those of children, wait until superviseEngine() takes
/// them off this descriptor. Error: Host.
Result<Fd> holdSignals();

/// Whether a process with this /proc/…/status has a handler for a signal.
bool catches(std::string_view procStatus, int signal);

/// How the engine ended.
struct EngineEnd {
    int exitStatus = 0;
    int signal = 0; ///< that killed it, or 0
};

/// Waits for the end of the engine, and passes on what asks for it: a signal that the engine does not handle kills it,
/// as it would without a jail (process 1 of a pid namespace ignores it). `passt` is listened to meanwhile.
EngineEnd superviseEngine(pid_t engine, const Fd &signals, std::optional<Passt> &passt);

/// Dies of `signal`, as the engine did: without a core dump.
[[noreturn]] void dieOf(int signal);

} // namespace sparkler::jail
