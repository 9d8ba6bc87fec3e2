#include "base/log_level.h"

#include <algorithm>
#include <array>

namespace sparkler {
namespace {

struct LevelWord {
    std::string_view word; ///< lower case
    LogLevel level;
};
constexpr std::array<LevelWord, 7> kLevelWords{{
    {"off", LogLevel::Off},
    {"error", LogLevel::Error},
    {"warn", LogLevel::Warn},
    {"warning", LogLevel::Warn},
    {"info", LogLevel::Info},
    {"debug", LogLevel::Debug},
    {"trace", LogLevel::Trace},
}};

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::optional<LogLevel> parseLogLevel(std::string_view word)
{
    for (const LevelWord &row : kLevelWords) {
        if (std::ranges::equal(row.word, word, {}, {}, lowerAscii))
            return row.level;
    }
    return std::nullopt;
}

} // namespace sparkler
