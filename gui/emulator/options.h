#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace sparkler::emulator {

/// On the host. README.md tells what they mean.
struct HostOptions {
    std::string directory;
    std::string kernel;
    std::string initrd;
    unsigned memoryMib = 0;
    unsigned cpus = 1;
    std::string qemu;
    std::string apiSocket;
    std::optional<std::string> consoleSocket;
    std::optional<std::string> log;
    unsigned bootTimeoutSeconds = 0;
    std::vector<std::string> engineArguments;
};

/// In the helper machine, or, for tests, in a process beside the host's.
struct HelperOptions {
    int channel = -1;         ///< descriptor
    std::string engine;       ///< program
    std::string runDirectory; ///< where the engine's sockets are made
};

/// For --help and --version.
struct HelpText {
    std::string text;
};

using Options = std::variant<HostOptions, HelperOptions, HelpText>;

/// `arguments` without the program's name. Error: the sentence for the user.
std::expected<Options, std::string> parseCommandLine(std::span<const char *const> arguments);

} // namespace sparkler::emulator
