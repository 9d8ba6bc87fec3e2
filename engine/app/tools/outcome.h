#pragma once

#include "base/result.h"

#include <string>

namespace sparkler::tools {

// How the programs end.
inline constexpr int kExitFailure = 1;
inline constexpr int kExitUsage = 2;

/// What a run came to: the exit code, and what goes to standard output and standard error.
struct Outcome {
    int exitCode = 0;
    std::string out;
    std::string err;
};

inline Outcome success(std::string out = {})
{
    return {.exitCode = 0, .out = std::move(out), .err = {}};
}

/// `sentence` goes to standard error as a line.
inline Outcome failure(std::string sentence, int exitCode = kExitFailure)
{
    return {.exitCode = exitCode, .out = {}, .err = std::move(sentence) + "\n"};
}

/// The text of a good result, or the error's sentence with `prefix` in front.
inline Outcome outcomeOf(const Result<std::string> &result, std::string_view prefix = {})
{
    return result ? success(*result) : failure(std::string(prefix) + result.error().text);
}

/// The same of a result without a text: nothing is printed when it is good.
inline Outcome outcomeOf(const Result<> &result, std::string_view prefix = {})
{
    return result ? success() : failure(std::string(prefix) + result.error().text);
}

} // namespace sparkler::tools
