#include "support/host_cpu_dump.h"

#include "support/temp_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

namespace sparkler::test {
namespace {

constexpr std::string_view kBlank = " \t";

[[noreturn]] void die(std::string_view what, std::string_view where)
{
    std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(where.size()),
                 where.data());
    std::abort();
}

/// Cuts the next word off `line`; empty at its end.
std::string_view nextWord(std::string_view &line)
{
    line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(kBlank));
    line.remove_prefix(word.size());
    return word;
}

std::optional<std::uint32_t> hexadecimal(std::string_view word)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, 16);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

/// "leaf sub-leaf eax ebx ecx edx".
std::optional<CpuidEntry> parseEntry(std::string_view line)
{
    CpuidEntry entry;
    const auto leaf = hexadecimal(nextWord(line));
    const std::string_view subleafWord = nextWord(line);
    const auto subleaf = subleafWord == "-" ? 0 : hexadecimal(subleafWord);
    if (!leaf || !subleaf)
        return std::nullopt;
    entry.leaf = *leaf;
    entry.subleaf = *subleaf;
    entry.flags = subleafWord == "-" ? 0 : 1;
    for (std::uint32_t *reg : {&entry.eax, &entry.ebx, &entry.ecx, &entry.edx}) {
        const auto value = hexadecimal(nextWord(line));
        if (!value)
            return std::nullopt;
        *reg = *value;
    }
    return nextWord(line).empty() ? std::optional(entry) : std::nullopt;
}

} // namespace

HostCpuDump hostCpuDump(std::string_view name)
{
    const std::string path = std::string(SPARKLER_HOST_CPUS "/").append(name).append(".cpuid");
    const std::vector<std::byte> bytes = readFile(path);
    std::string_view rest(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    HostCpuDump dump;
    std::vector<CpuidEntry> *section = nullptr;
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        line = line.substr(0, line.find('#'));
        std::string_view words = line;
        const std::string_view first = nextWord(words);
        if (first.empty())
            continue;
        if (first == "[kvm]" || first == "[host]") {
            section = first == "[kvm]" ? &dump.kvm : &dump.host;
            continue;
        }
        const auto entry = parseEntry(line);
        if (!entry || !section)
            die(path, line);
        section->push_back(*entry);
    }
    if (dump.kvm.empty() || dump.host.empty())
        die(path, "a section is missing");
    return dump;
}

const CpuidEntry &entryOf(const std::vector<CpuidEntry> &entries, std::uint32_t leaf, std::uint32_t subleaf)
{
    const auto found = std::ranges::find_if(
        entries, [&](const CpuidEntry &entry) { return entry.leaf == leaf && entry.subleaf == subleaf; });
    if (found == entries.end()) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%#x.%x", leaf, subleaf);
        die("no such CPUID entry", text.data());
    }
    return *found;
}

} // namespace sparkler::test
