#include "jailer/rootless/options.h"

#include "base/format.h"
#include "base/instance_id.h"

#include <array>

namespace sparkler::jail {
namespace {

constexpr std::array kSpecs{
    ArgumentSpec{.name = "rootless", .help = "Build the jail as an ordinary user."},
    ArgumentSpec{.name = "id", .kind = ArgumentKind::Value, .help = "Name of the machine.", .required = true},
    ArgumentSpec{.name = "exec-file", .kind = ArgumentKind::Value, .help = "The engine.", .required = true},
    ArgumentSpec{.name = "machine-dir",
                 .kind = ArgumentKind::Value,
                 .help = "The machine's directory; what is shown of it appears in /machine.",
                 .required = true},
    ArgumentSpec{.name = "show",
                 .kind = ArgumentKind::RepeatedValue,
                 .help = "PATH[=INSIDE][:ro|:rw], a file or directory that the jail shows."},
    ArgumentSpec{.name = "network",
                 .kind = ArgumentKind::Value,
                 .help = "none, host (for taps) or user (passt).",
                 .defaultValue = "none"},
    ArgumentSpec{.name = "passt-socket", .kind = ArgumentKind::Value, .help = "Where passt listens."},
    ArgumentSpec{.name = "passt", .kind = ArgumentKind::Value, .help = "The program.", .defaultValue = "passt"},
    ArgumentSpec{.name = "forward",
                 .kind = ArgumentKind::RepeatedValue,
                 .help = "tcp|udp:[ADDRESS/]HOSTPORT[:GUESTPORT], a port of the guest for the host."},
    ArgumentSpec{.name = "resource-limit",
                 .kind = ArgumentKind::RepeatedValue,
                 .help = "no-file=NUMBER (2048 by default) or fsize=BYTES."},
    ArgumentSpec{.name = "cgroup",
                 .kind = ArgumentKind::RepeatedValue,
                 .help = "FILE=VALUE in the machine's control group, where the session may make one."},
    ArgumentSpec{.name = "dry-run", .help = "Print the steps, do nothing."},
};

std::unexpected<Error> refuse(std::string text)
{
    return fail(ErrorKind::InvalidInput, std::move(text));
}

Result<NetworkMode> parseNetwork(std::string_view text)
{
    if (text == "none")
        return NetworkMode::None;
    if (text == "host")
        return NetworkMode::Host;
    if (text == "user")
        return NetworkMode::User;
    return refuse(fmt::format("Unknown network {}: none, host or user.", text));
}

/// A file of the control group itself: a name with a dot, in no other directory.
Result<std::pair<std::string, std::string>> parseCgroup(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals + 1 == text.size() ||
        text.find('=', equals + 1) != std::string_view::npos)
        return refuse(fmt::format("Invalid format for cgroups: {}", text));
    const std::string_view file = text.substr(0, equals);
    if (file.find('/') != std::string_view::npos || file.find('.') == std::string_view::npos || file.front() == '.')
        return refuse(fmt::format("Cgroup invalid file: {}", file));
    // Moving processes about is the jailer's own business.
    if (file.starts_with("cgroup."))
        return refuse(fmt::format("Cgroup invalid file: {}", file));
    return std::pair(std::string(file), std::string(text.substr(equals + 1)));
}

Result<> interpretNetwork(const ParsedArguments &arguments, RootlessOptions &options)
{
    options.network = TRY(parseNetwork(arguments.value("network").value_or("none")));
    options.passtProgram = arguments.value("passt").value_or("passt");
    options.passtSocket = arguments.value("passt-socket").value_or("");
    for (const std::string &text : arguments.values("forward"))
        options.forwards.push_back(TRY(parseForward(text)));
    if (options.network == NetworkMode::User) {
        if (!isPlainPath(options.passtSocket))
            return refuse("--network user needs --passt-socket with an absolute path, where passt is to listen.");
    } else if (!options.forwards.empty() || !options.passtSocket.empty()) {
        return refuse("--forward and --passt-socket need --network user: only passt has a socket and forwards ports.");
    }
    return {};
}

} // namespace

std::string RootlessOptions::engineName() const
{
    return execFile.substr(execFile.rfind('/') + 1);
}

std::span<const ArgumentSpec> rootlessArgumentSpecs()
{
    return kSpecs;
}

Result<RootlessOptions> interpretRootless(const ParsedArguments &arguments)
{
    RootlessOptions options;
    options.id = arguments.value("id").value_or("");
    if (const auto wrong = checkInstanceId(options.id))
        return refuse("Invalid instance ID: " + wrong->text());
    options.execFile = arguments.value("exec-file").value_or("");
    if (const std::string name = options.engineName(); name.empty() || name == "." || name == "..")
        return refuse("Failed to extract filename from path " + options.execFile);
    options.machineDirectory = arguments.value("machine-dir").value_or("");
    if (!isPlainPath(options.machineDirectory))
        return refuse(
            fmt::format("The machine's directory {} has to be absolute, without empty parts, \".\" and \"..\".",
                        options.machineDirectory));
    for (const std::string &text : arguments.values("show"))
        options.shows.push_back(TRY(parseShow(text, options.machineDirectory)));
    options.shows = TRY(arrangeShows(std::move(options.shows), options.engineName()));
    TRY(interpretNetwork(arguments, options));
    options.limits = TRY(parseResourceLimits(arguments.values("resource-limit")));
    for (const std::string &text : arguments.values("cgroup"))
        options.cgroups.push_back(TRY(parseCgroup(text)));
    options.dryRun = arguments.flag("dry-run");
    options.engineArguments = arguments.extra();
    for (const std::string_view place : {"dev", "proc", "tmp", "machine"}) {
        if (options.engineName() == place)
            return refuse(fmt::format("The engine cannot be named {}: the jail has a directory of that name.", place));
    }
    return options;
}

} // namespace sparkler::jail
