#pragma once

// Text helpers of the JSON and HTTP parts: UTF-8 checks and the quoting styles that are visible on the wire and in
// logs.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler {

/// The first place where a text stops being UTF-8.
struct Utf8Flaw {
    std::size_t offset = 0; ///< bytes of valid text before it
    std::size_t length = 0; ///< bytes of the bad sequence, 1..3; 0: the text ends inside a character
};

/// Nothing for valid UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF).
std::optional<Utf8Flaw> findUtf8Flaw(std::string_view text);

/// `text` with every flawed sequence replaced by U+FFFD.
std::string lossyUtf8(std::string_view text);

/// Appends the UTF-8 form of `codePoint` (a Unicode scalar value).
void appendUtf8(std::string &out, char32_t codePoint);

/// Reads one character of valid UTF-8 at `at` and moves `at` behind it.
char32_t takeUtf8(std::string_view text, std::size_t &at);

/// Appends `text` as a JSON string with its quotes: `"`, `\` and control characters are escaped, all else goes out raw.
void appendJsonString(std::string &out, std::string_view text);

/// `text` in quotes with `"`, `\` and unprintable characters escaped the way log lines and type errors show strings.
std::string debugQuoted(std::string_view text);

} // namespace sparkler
