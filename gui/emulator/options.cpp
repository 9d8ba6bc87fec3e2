#include "emulator/options.h"

#include "base/arguments.h"
#include "base/format.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sparkler::emulator {
namespace {

using enum ArgumentKind;

constexpr std::array kHostOptions{
    ArgumentSpec{.name = "directory",
                 .kind = Value,
                 .help = "Directory shared with the helper machine, there /machine.",
                 .required = true},
    ArgumentSpec{
        .name = "kernel", .kind = Value, .help = "The helper machine's kernel, an ELF file.", .required = true},
    ArgumentSpec{.name = "initrd", .kind = Value, .help = "The helper machine's initramfs.", .required = true},
    ArgumentSpec{.name = "memory", .kind = Value, .help = "The helper machine's memory, MiB.", .defaultValue = "512"},
    ArgumentSpec{.name = "cpus", .kind = Value, .help = "The helper machine's processors.", .defaultValue = "1"},
    ArgumentSpec{.name = "qemu", .kind = Value, .help = "The QEMU program.", .defaultValue = "qemu-system-x86_64"},
    ArgumentSpec{
        .name = "api-sock", .kind = Value, .help = "Unix socket to make for the engine's API.", .required = true},
    ArgumentSpec{.name = "console-sock", .kind = Value, .help = "Unix socket to make for the engine's serial console."},
    ArgumentSpec{
        .name = "log", .kind = Value, .help = "File to which emulator, QEMU and helper machine append what they say."},
    ArgumentSpec{.name = "boot-timeout",
                 .kind = Value,
                 .help = "Seconds that the helper machine may take to start.",
                 .defaultValue = "180"},
};

constexpr std::array kHelperOptions{
    ArgumentSpec{.name = "helper", .help = "Be the helper machine's end."},
    ArgumentSpec{.name = "channel", .kind = Value, .help = "Descriptor of the channel.", .required = true},
    ArgumentSpec{.name = "engine", .kind = Value, .help = "The engine's program.", .required = true},
    ArgumentSpec{
        .name = "run-directory", .kind = Value, .help = "Directory of the engine's sockets.", .required = true},
};

std::expected<unsigned, std::string> number(const ParsedArguments &parsed, std::string_view name, unsigned low,
                                            unsigned high)
{
    const std::string text = parsed.value(name).value_or("");
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
        return std::unexpected(fmt::format("--{} takes a number from {} to {}, not \"{}\"", name, low, high, text));
    return value;
}

std::expected<ParsedArguments, std::string> parse(std::span<const ArgumentSpec> specs,
                                                  std::span<const char *const> arguments)
{
    auto parsed = ArgumentGrammar(specs).parse(arguments);
    if (!parsed)
        return std::unexpected(parsed.error().text());
    return std::move(*parsed);
}

std::expected<HostOptions, std::string> hostOptions(const ParsedArguments &parsed)
{
    const auto text = [&](std::string_view name) { return parsed.value(name).value_or(""); };
    const auto memory = number(parsed, "memory", 256, 1u << 20);
    const auto cpus = number(parsed, "cpus", 1, 16);
    const auto timeout = number(parsed, "boot-timeout", 1, 86400);
    for (const auto *value : {&memory, &cpus, &timeout})
        if (!*value)
            return std::unexpected(value->error());
    for (const std::string &argument : parsed.extra())
        if (argument == "--api-sock" || argument == "--console-sock" || argument == "--no-api")
            return std::unexpected(fmt::format("The engine's {} is not for the caller to say", argument));
    return HostOptions{.directory = text("directory"),
                       .kernel = text("kernel"),
                       .initrd = text("initrd"),
                       .memoryMib = *memory,
                       .cpus = *cpus,
                       .qemu = text("qemu"),
                       .apiSocket = text("api-sock"),
                       .consoleSocket = parsed.value("console-sock"),
                       .log = parsed.value("log"),
                       .bootTimeoutSeconds = *timeout,
                       .engineArguments = parsed.extra()};
}

std::expected<HelperOptions, std::string> helperOptions(const ParsedArguments &parsed)
{
    const auto channel = number(parsed, "channel", 3, 1u << 20);
    if (!channel)
        return std::unexpected(channel.error());
    return HelperOptions{.channel = static_cast<int>(*channel),
                         .engine = parsed.value("engine").value_or(""),
                         .runDirectory = parsed.value("run-directory").value_or("")};
}

template <typename Some>
std::expected<Options, std::string> asOptions(std::expected<Some, std::string> some)
{
    if (!some)
        return std::unexpected(std::move(some).error());
    return Options(std::move(*some));
}

} // namespace

std::expected<Options, std::string> parseCommandLine(std::span<const char *const> arguments)
{
    if (!arguments.empty() && std::string_view(arguments[0]) == "--helper") {
        const auto parsed = parse(kHelperOptions, arguments);
        if (!parsed)
            return std::unexpected(parsed.error());
        return asOptions(helperOptions(*parsed));
    }
    const auto parsed = parse(kHostOptions, arguments);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (parsed->versionRequested())
        return HelpText{"sparkler-emulator v" SPARKLER_VERSION};
    if (parsed->helpRequested()) {
        return HelpText{"sparkler-emulator: a sparkler-engine in an emulated helper machine, for hosts without KVM.\n"
                        "What follows -- goes to the engine.\n" +
                        ArgumentGrammar(kHostOptions).helpText()};
    }
    return asOptions(hostOptions(*parsed));
}

} // namespace sparkler::emulator
