#include "manager/proc_stat.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace sparkler::gui {
namespace {

template <typename T>
T numberFrom(std::string_view word)
{
    T value = 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

/// proc(5) counts fields from 1; the second one is the program's name in brackets, which may itself hold brackets and
/// blanks.
std::optional<ProcStat> parse(std::string_view text)
{
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(bracket + 1);
    ProcStat stat;
    int field = 2;
    while (!text.empty() && field < 24) {
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            break;
        text.remove_prefix(begin);
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());
        switch (++field) {
        case 3:
            stat.state = word.front();
            break;
        case 4:
            stat.parent = numberFrom<qint64>(word);
            break;
        case 14:
        case 15:
            stat.cpuTicks += numberFrom<quint64>(word);
            break;
        case 22:
            stat.startTicks = numberFrom<quint64>(word);
            break;
        case 24:
            stat.residentPages = numberFrom<qint64>(word);
            break;
        default:
            break;
        }
    }
    return field == 24 ? std::optional(stat) : std::nullopt;
}

} // namespace

std::optional<ProcStat> readProcStat(int fd)
{
    std::array<char, 1024> buffer;
    const ssize_t bytes = ::pread(fd, buffer.data(), buffer.size(), 0);
    if (bytes <= 0)
        return std::nullopt;
    return parse({buffer.data(), static_cast<std::size_t>(bytes)});
}

std::optional<ProcStat> readProcStat(qint64 pid)
{
    std::array<char, 40> path;
    std::snprintf(path.data(), path.size(), "/proc/%lld/stat", static_cast<long long>(pid));
    const int fd = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return std::nullopt;
    const auto stat = readProcStat(fd);
    ::close(fd);
    return stat;
}

} // namespace sparkler::gui
