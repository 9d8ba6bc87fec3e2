#pragma once

namespace sparkler {

/// How the engine's process ends. Clients know these numbers.
enum class ExitCode : int {
    Ok = 0,
    GenericError = 1,
    UnexpectedError = 2, ///< an impossible condition of ours
    Abort = 134,         ///< not an exit status: the process is to end by SIGABRT, which a shell shows as 134
    BadSyscall = 148,    ///< stopped by seccomp
    SigBus = 149,
    SigSegv = 150,
    SigXfsz = 151,
    BadConfiguration = 152,
    ArgumentParsing = 153,
    SigXcpu = 154,
    SigPipe = 155, ///< reserved: SIGPIPE does not end the process
    SigHup = 156,
    SigIll = 157,
};

} // namespace sparkler
