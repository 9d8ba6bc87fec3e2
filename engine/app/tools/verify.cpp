#include "app/tools/commands.h"
#include "app/tools/manifest.h"
#include "app/tools/write_file.h"
#include "base/format.h"
#include "base/os_error.h"
#include "snapshot/state_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::tools {
namespace {

constexpr std::uint64_t kManifestLimit = 1u << 20; ///< bytes

/// The two files of a snapshot, open for reading.
struct SnapshotFiles {
    std::string statePath;
    std::string memoryPath;
    Fd state;
    Fd memory;
};

/// A regular file; `what` it is, for errors.
Result<Fd> openFile(const std::string &path, std::string_view what)
{
    auto file = snapshot::openStateFile(path); // without waiting for a FIFO
    if (!file)
        return fail(file.error().kind, fmt::format("Could not open {} file: {}", what, file.error().text));
    struct stat status {};
    if (::fstat(file->get(), &status) != 0)
        return hostError(errno, fmt::format("Failed to get metadata for {} file: ", what));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::InvalidInput, fmt::format("Could not open {} file: it is not a regular file", what));
    return file;
}

Result<SnapshotFiles> openFiles(const ParsedArguments &arguments)
{
    SnapshotFiles files{.statePath = *arguments.value("vmstate-path"),
                        .memoryPath = *arguments.value("memory-path"),
                        .state = {},
                        .memory = {}};
    files.state = TRY(openFile(files.statePath, "vmstate"));
    files.memory = TRY(openFile(files.memoryPath, "memory"));
    return files;
}

/// The state decodes, and the memory file is as long as its machine's memory.
Result<MachineState> checkFiles(const SnapshotFiles &files)
{
    const std::vector<std::byte> bytes = TRY(snapshot::readStateFile(files.state));
    MachineState state = TRY(snapshot::decodeState(bytes));
    std::uint64_t expected = 0;
    for (const MemoryRange &range : state.memory)
        expected += range.bytes; // the decoder has seen to it that the sum is a file's size
    const std::uint64_t found = TRY(fileSizeBytes(files.memory));
    if (found != expected)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("The memory file has {} bytes, but the machine's memory {}", found, expected));
    return state;
}

Result<Manifest> checksumsOf(const SnapshotFiles &files)
{
    Manifest manifest(2);
    manifest[0].name = TRY(manifestName(files.statePath));
    manifest[1].name = TRY(manifestName(files.memoryPath));
    if (manifest[0].name == manifest[1].name)
        return fail(ErrorKind::InvalidInput, "Both files have the same name, so their checksums cannot be told apart");
    manifest[0].sha256 = TRY(sha256Of(files.state));
    manifest[1].sha256 = TRY(sha256Of(files.memory));
    return manifest;
}

Result<> compare(const Manifest &found, const Manifest &expected)
{
    for (const Checksum &checksum : found) {
        const auto line = std::ranges::find(expected, checksum.name, &Checksum::name);
        if (line == expected.end())
            return fail(ErrorKind::InvalidInput, fmt::format("The manifest has no line for {}", checksum.name));
        if (line->sha256 != checksum.sha256)
            return fail(ErrorKind::InvalidInput, fmt::format("{} is not what it was: its checksum is {}, not {}",
                                                             checksum.name, checksum.sha256, line->sha256));
    }
    return {};
}

std::string counted(std::uint64_t count, std::string_view what)
{
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

Result<std::string> verify(const ParsedArguments &arguments)
{
    const SnapshotFiles files = TRY(openFiles(arguments));
    const MachineState state = TRY(checkFiles(files));
    std::string summary = fmt::format("The snapshot is whole: {}, {} MiB, {}", counted(state.vcpus.size(), "vCPU"),
                                      state.config.memSizeMib, counted(snapshot::targetFacts(state).devices, "device"));
    if (const auto path = arguments.value("manifest")) {
        const auto text = readWholeFile(*path, kManifestLimit);
        if (!text)
            return fail(text.error().kind, "Could not read the manifest: " + text.error().text);
        const auto expected = parseManifest(*text);
        if (!expected)
            return fail(expected.error().kind, "The manifest is invalid: " + expected.error().text);
        const Manifest found = TRY(checksumsOf(files));
        TRY(compare(found, *expected));
        summary += "; the checksums are right";
    }
    return summary + ".\n";
}

Result<std::string> checksum(const ParsedArguments &arguments)
{
    const SnapshotFiles files = TRY(openFiles(arguments));
    TRY(checkFiles(files)); // of a broken snapshot checksums would say that all is well
    const Manifest manifest = TRY(checksumsOf(files));
    if (const auto written = writeFile(*arguments.value("manifest"), toText(manifest)); !written)
        return prefixed("Could not write the manifest: ", written.error());
    return std::string();
}

} // namespace

Outcome verifySnapshot(const ParsedArguments &arguments)
{
    return outcomeOf(verify(arguments));
}

Outcome writeChecksums(const ParsedArguments &arguments)
{
    return outcomeOf(checksum(arguments));
}

} // namespace sparkler::tools
