#include "app/tools/host_facts.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <sys/utsname.h>

namespace sparkler::tools {
namespace {

constexpr std::uint64_t kFileLimit = 16u << 20; ///< bytes; /proc/cpuinfo has about 2 KiB for each of its processors

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

Result<std::string> read(const std::string &path)
{
    const auto text = readWholeFile(path, kFileLimit);
    if (!text)
        return prefixed(fmt::format("Failed to read {}: ", path), text.error());
    return std::string(trimmed(*text));
}

} // namespace

Result<std::string> microcodeVersion(std::string_view cpuInfo)
{
    while (!cpuInfo.empty()) {
        const std::string_view line = cpuInfo.substr(0, cpuInfo.find('\n'));
        cpuInfo.remove_prefix(std::min(line.size() + 1, cpuInfo.size()));
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos && trimmed(line.substr(0, colon)) == "microcode")
            return std::string(trimmed(line.substr(colon + 1)));
    }
    return fail(ErrorKind::InvalidInput, "Failed to find microcode version in /proc/cpuinfo");
}

Result<HostFacts> readHostFacts(const HostFiles &files)
{
    HostFacts facts;
    utsname names{};
    if (::uname(&names) != 0)
        return prefixed("Failed to get kernel version: ", hostError(errno).error());
    facts.kernelVersion = names.release;
    const std::string cpuInfo = TRY(read(files.cpuInfo));
    facts.microcodeVersion = TRY(microcodeVersion(cpuInfo));
    facts.biosVersion = TRY(read(files.biosVersion));
    facts.biosRevision = TRY(read(files.biosRevision));
    return facts;
}

} // namespace sparkler::tools
