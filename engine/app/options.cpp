#include "app/options.h"

#include "app/version.h"
#include "base/arguments.h"
#include "base/instance_id.h"
#include "snapshot/versions.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sparkler {
namespace {

using Kind = ArgumentKind;

constexpr std::array kOptions{
    ArgumentSpec{.name = "api-sock",
                 .kind = Kind::Value,
                 .help = "Path of the Unix socket that the HTTP API is served on.",
                 .defaultValue = "/run/firecracker.socket"},
    ArgumentSpec{.name = "boot-timer", .help = "Add the boot timer device: the guest's boot time is logged."},
    ArgumentSpec{.name = "config-file",
                 .kind = Kind::Value,
                 .help = "Path of a JSON file with a whole microVM, which is started without API calls."},
    ArgumentSpec{.name = "console-sock",
                 .kind = Kind::Value,
                 .help = "Path of a Unix socket for the serial console, in place of standard input and output."},
    ArgumentSpec{.name = "describe-snapshot",
                 .kind = Kind::Value,
                 .help = "Print the data format version of a snapshot's state file."},
    ArgumentSpec{.name = "http-api-max-payload-size",
                 .kind = Kind::Value,
                 .help = "Largest HTTP request body that is accepted, in bytes.",
                 .defaultValue = "51200"},
    ArgumentSpec{.name = "id",
                 .kind = Kind::Value,
                 .help = "Id of the microVM: up to 64 letters, digits and '-'.",
                 .defaultValue = "anonymous-instance"},
    ArgumentSpec{.name = "level",
                 .kind = Kind::Value,
                 .help = "Least severe records that are logged: Error, Warning, Info, Debug, Trace or Off."},
    ArgumentSpec{
        .name = "log-path", .kind = Kind::Value, .help = "File or FIFO to log to, instead of standard output."},
    ArgumentSpec{.name = "metadata",
                 .kind = Kind::Value,
                 .help = "Path of a JSON file that the metadata store (MMDS) starts with."},
    ArgumentSpec{.name = "metrics-path", .kind = Kind::Value, .help = "File or FIFO that metrics are written to."},
    ArgumentSpec{.name = "mmds-size-limit",
                 .kind = Kind::Value,
                 .help = "Largest metadata store, in bytes of compact JSON. Default: as --http-api-max-payload-size."},
    ArgumentSpec{.name = "module",
                 .kind = Kind::Value,
                 .help = "Log only what comes from source paths that start with this text."},
    ArgumentSpec{.name = "no-api",
                 .help = "Do not serve the API: the microVM comes from --config-file.",
                 .requires_ = "config-file"},
    ArgumentSpec{.name = "no-seccomp",
                 .help = "Do not install system call filters: for debugging only.",
                 .forbids = "seccomp-filter"},
    ArgumentSpec{.name = "parent-cpu-time-us", .kind = Kind::Value, .help = "CPU time of the jailer, in microseconds."},
    ArgumentSpec{.name = "seccomp-filter",
                 .kind = Kind::Value,
                 .help =
                     "File of system call filters (see sparkler-tools seccomp compile), in place of the built-in ones.",
                 .forbids = "no-seccomp"},
    ArgumentSpec{.name = "show-level", .help = "Show the level of each log record."},
    ArgumentSpec{.name = "show-log-origin", .help = "Show the source file and line of each log record."},
    ArgumentSpec{.name = "snapshot-version", .help = "Print the newest data format version of snapshots."},
    ArgumentSpec{.name = "start-time-cpu-us",
                 .kind = Kind::Value,
                 .help = "CPU time used before this program was started, in microseconds."},
    ArgumentSpec{.name = "start-time-us",
                 .kind = Kind::Value,
                 .help = "Monotonic time at which the process was started, in microseconds."},
    ArgumentSpec{.name = "version", .help = "Print the version."},
};

/// Options of Firecracker whose features are not built yet: refused with the reason rather than as unknown.
struct AbsentOption {
    std::string_view name;
    std::string_view feature;
};
constexpr std::array kAbsentOptions{
    AbsentOption{"enable-pci", "the PCI transport"},
};

std::string argumentErrorText(const ArgumentError &error)
{
    if (error.kind == ArgumentError::Kind::Unexpected) {
        const auto absent = std::ranges::find(kAbsentOptions, error.argument, &AbsentOption::name);
        if (absent != kAbsentOptions.end())
            return "Argument '" + error.argument + "' is not supported: " + std::string(absent->feature) +
                   " is not part of this version.";
    }
    return error.text();
}

std::expected<LoggerSettings, StartFailure> loggerSettings(const ParsedArguments &arguments)
{
    LoggerSettings settings;
    settings.path = arguments.value("log-path");
    settings.module = arguments.value("module");
    if (arguments.flag("show-level"))
        settings.showLevel = true;
    if (arguments.flag("show-log-origin"))
        settings.showLogOrigin = true;
    if (const auto word = arguments.value("level")) {
        settings.level = parseLogLevel(*word);
        if (!settings.level)
            return std::unexpected(
                StartFailure{ExitCode::BadConfiguration,
                             "Invalid value for logger level: Failed to parse string to level filter: " + *word +
                                 ".Possible values: [Error, Warning, Info, Debug]",
                             {}});
    }
    return settings;
}

/// Decimal digits, with or without one '+' in front.
std::optional<std::uint64_t> parseUnsigned(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

StartFailure notANumber(std::string_view name, std::string_view type)
{
    return {ExitCode::Abort,
            "'" + std::string(name) + "' parameter expected to be of '" + std::string(type) + "' type.",
            {}};
}

} // namespace

std::expected<std::variant<EngineOptions, Information, SnapshotQuery>, StartFailure>
parseCommandLine(std::span<const char *const> arguments)
{
    const ArgumentGrammar grammar(kOptions);
    const auto parsed = grammar.parse(arguments);
    if (!parsed)
        return std::unexpected(StartFailure{ExitCode::ArgumentParsing,
                                            "Arguments parsing error: " + argumentErrorText(parsed.error()) +
                                                " For more information try --help.",
                                            "ParseArguments(" + parsed.error().debugText() + ")"});
    const std::string title = "Firecracker v" + std::string(apiLevel()) + "\n";
    if (parsed->helpRequested())
        return Information{title + "\n" + grammar.helpText() + "\n"};
    if (parsed->versionRequested())
        return Information{title + "Sparkler v" + std::string(sparklerVersion()) + "\n"};
    if (parsed->flag("snapshot-version"))
        return Information{"v" + std::string(snapshot::supportedVersions().back().microVm) + "\n"};
    if (const auto path = parsed->value("describe-snapshot"))
        return SnapshotQuery{*path};

    EngineOptions options;
    options.id = parsed->value("id").value_or(std::string());
    if (const auto wrong = checkInstanceId(options.id))
        return std::unexpected(StartFailure{ExitCode::Abort, "Invalid instance ID: " + wrong->debugText(), {}});
    auto logger = loggerSettings(*parsed);
    if (!logger)
        return std::unexpected(std::move(logger).error());
    options.logger = std::move(*logger);
    options.apiSocket = parsed->value("api-sock").value_or(std::string());
    options.configFile = parsed->value("config-file");
    options.consoleSocket = parsed->value("console-sock");
    options.noApi = parsed->flag("no-api");
    options.metricsPath = parsed->value("metrics-path");
    options.bootTimer = parsed->flag("boot-timer");
    options.noSeccomp = parsed->flag("no-seccomp");
    options.seccompFilter = parsed->value("seccomp-filter");
    options.metadataFile = parsed->value("metadata");
    options.mmdsSizeLimit = parsed->value("mmds-size-limit");
    options.httpApiMaxPayloadSize = parsed->value("http-api-max-payload-size").value_or(std::string());
    options.startTimeUs = parsed->value("start-time-us");
    options.startTimeCpuUs = parsed->value("start-time-cpu-us");
    options.parentCpuTimeUs = parsed->value("parent-cpu-time-us");
    return options;
}

std::expected<NumericOptions, StartFailure> parseNumericOptions(const EngineOptions &options)
{
    NumericOptions numbers;
    const auto payloadSize = parseUnsigned(options.httpApiMaxPayloadSize);
    if (!payloadSize)
        return std::unexpected(notANumber("http-api-max-payload-size", "usize"));
    numbers.httpApiMaxPayloadSize = *payloadSize;
    const auto mmdsLimit = options.mmdsSizeLimit ? parseUnsigned(*options.mmdsSizeLimit) : payloadSize;
    if (!mmdsLimit)
        return std::unexpected(notANumber("mmds-size-limit", "usize"));
    numbers.mmdsSizeLimit = *mmdsLimit;
    if (options.noApi)
        return numbers;

    struct Row {
        std::string_view name;
        const std::optional<std::string> &text;
        std::optional<std::uint64_t> &value;
    };
    const std::array rows{
        Row{"start-time-us", options.startTimeUs, numbers.startTimeUs},
        Row{"start-time-cpu-us", options.startTimeCpuUs, numbers.startTimeCpuUs},
        Row{"parent-cpu-time-us", options.parentCpuTimeUs, numbers.parentCpuTimeUs},
    };
    for (const Row &row : rows) {
        if (!row.text)
            continue;
        row.value = parseUnsigned(*row.text);
        if (!row.value)
            return std::unexpected(notANumber(row.name, "u64"));
    }
    return numbers;
}

} // namespace sparkler
