#pragma once

// The messages of the original, and helpers of the reader's source files. Private to json*.cpp.

#include <string_view>

namespace sparkler::json_detail {

inline constexpr std::string_view kEofValue = "EOF while parsing a value";
inline constexpr std::string_view kEofObject = "EOF while parsing an object";
inline constexpr std::string_view kEofList = "EOF while parsing a list";
inline constexpr std::string_view kEofString = "EOF while parsing a string";
inline constexpr std::string_view kExpectedValue = "expected value";
inline constexpr std::string_view kExpectedIdent = "expected ident";
inline constexpr std::string_view kExpectedColon = "expected `:`";
inline constexpr std::string_view kExpectedListEnd = "expected `,` or `]`";
inline constexpr std::string_view kExpectedObjectEnd = "expected `,` or `}`";
inline constexpr std::string_view kKeyNotString = "key must be a string";
inline constexpr std::string_view kTrailingComma = "trailing comma";
inline constexpr std::string_view kTrailingCharacters = "trailing characters";
inline constexpr std::string_view kInvalidNumber = "invalid number";
inline constexpr std::string_view kNumberOutOfRange = "number out of range";
inline constexpr std::string_view kInvalidEscape = "invalid escape";
inline constexpr std::string_view kLoneSurrogate = "lone leading surrogate in hex escape";
inline constexpr std::string_view kEndOfHexEscape = "unexpected end of hex escape";
inline constexpr std::string_view kInvalidCodePoint = "invalid unicode code point";
inline constexpr std::string_view kControlCharacter =
    "control character (\\u0000-\\u001F) found while parsing a string";
inline constexpr std::string_view kRecursionLimit = "recursion limit exceeded";

inline bool isDigit(int c)
{
    return c >= '0' && c <= '9';
}

} // namespace sparkler::json_detail
