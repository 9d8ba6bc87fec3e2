#include "jailer/privileged/cgroup_mounts.h"

#include <algorithm>

namespace sparkler::jail {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

bool isOctalDigit(char character)
{
    return character >= '0' && character <= '7';
}

/// The kernel writes blanks, line ends and backslashes in paths as a backslash and three octal digits.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 3 < text.size() && std::ranges::all_of(text.substr(at + 1, 3), isOctalDigit)) {
            out += static_cast<char>((text[at + 1] - '0') * 64 + (text[at + 2] - '0') * 8 + (text[at + 3] - '0'));
            at += 3;
        } else {
            out += text[at];
        }
    }
    return out;
}

} // namespace

CgroupMounts CgroupMounts::parse(std::string_view procMounts)
{
    constexpr std::size_t kDirectory = 1;
    constexpr std::size_t kType = 2;
    constexpr std::size_t kOptions = 3;
    constexpr std::size_t kFields = 6;
    CgroupMounts mounts;
    for (const std::string_view line : split(procMounts, '\n')) {
        const std::vector<std::string_view> fields = split(line, ' ');
        if (fields.size() != kFields)
            continue;
        if (fields[kType] == "cgroup2" && !mounts.unified)
            mounts.unified = unescaped(fields[kDirectory]);
        if (fields[kType] == "cgroup") {
            const std::vector<std::string_view> options = split(fields[kOptions], ',');
            mounts.v1.push_back({unescaped(fields[kDirectory]), {options.begin(), options.end()}});
        }
    }
    return mounts;
}

const std::string *CgroupMounts::directoryOf(std::string_view controller) const
{
    for (const Hierarchy &hierarchy : v1) {
        if (std::ranges::find(hierarchy.options, controller) != hierarchy.options.end())
            return &hierarchy.directory;
    }
    return nullptr;
}

} // namespace sparkler::jail
