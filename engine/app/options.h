#pragma once

#include "base/exit_code.h"
#include "telemetry/logger.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <variant>

namespace sparkler {

/// Why the process ends before a machine exists.
struct StartFailure {
    ExitCode code = ExitCode::GenericError;
    std::string text; ///< for the log
    /// For a line "Error: …" on standard error, in Firecracker's debug form; empty where clients know none.
    std::string debugText;
};

/// --help, --version and --snapshot-version: what to print on standard output before leaving with ExitCode::Ok.
struct Information {
    std::string text;
};

/// --describe-snapshot: which state file to tell of, see describeSnapshot().
struct SnapshotQuery {
    std::string path;
};

/// What the command line asks for. Numbers stay texts here: see parseNumericOptions().
struct EngineOptions {
    std::string apiSocket; ///< not used with noApi
    std::string id;        ///< valid
    std::optional<std::string> configFile;
    std::optional<std::string> consoleSocket;
    bool noApi = false;
    LoggerSettings logger;
    std::optional<std::string> metricsPath;
    bool bootTimer = false;
    bool noSeccomp = false;
    std::optional<std::string> seccompFilter; ///< a file of compiled filters, in place of those that are built in

    std::optional<std::string> metadataFile;

    std::string httpApiMaxPayloadSize;
    std::optional<std::string> mmdsSizeLimit;
    std::optional<std::string> startTimeUs;
    std::optional<std::string> startTimeCpuUs;
    std::optional<std::string> parentCpuTimeUs;
};

struct NumericOptions {
    std::uint64_t httpApiMaxPayloadSize = 0; ///< bytes of a request's body
    std::uint64_t mmdsSizeLimit = 0;         ///< bytes of the metadata store; as the payload when not given
    /// With the API only. Monotonic time at which the jailer started, and CPU times, microseconds.
    std::optional<std::uint64_t> startTimeUs;
    std::optional<std::uint64_t> startTimeCpuUs;
    std::optional<std::uint64_t> parentCpuTimeUs;
};

/// `arguments` without the program's name. Failures: ArgumentParsing (grammar, options that are not there yet), Abort
/// (bad instance id), BadConfiguration (bad level); the first one in this order.
std::expected<std::variant<EngineOptions, Information, SnapshotQuery>, StartFailure>
parseCommandLine(std::span<const char *const> arguments);

/// The second step, to be taken when logger and metrics have been set up: an error in a number is reported there.
/// Failure: Abort.
std::expected<NumericOptions, StartFailure> parseNumericOptions(const EngineOptions &options);

} // namespace sparkler
