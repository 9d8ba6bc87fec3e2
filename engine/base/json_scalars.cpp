// Numbers, strings, booleans and the messages about values of the wrong type.

#include "base/json.h"

#include "base/format.h"
#include "base/json_messages.h"
#include "base/json_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace sparkler {

using namespace json_detail;

namespace {

struct IntegerType {
    std::string_view name;
    std::uint64_t max;
};

constexpr IntegerType describe(JsonInteger type)
{
    switch (type) {
    case JsonInteger::U8:
        return {"u8", UINT8_MAX};
    case JsonInteger::U16:
        return {"u16", UINT16_MAX};
    case JsonInteger::U32:
        return {"u32", UINT32_MAX};
    case JsonInteger::U64:
        return {"u64", UINT64_MAX};
    case JsonInteger::Usize:
        return {"usize", UINT64_MAX};
    }
    return {"u64", UINT64_MAX};
}

} // namespace

bool JsonReader::invalidType(std::string_view expected)
{
    const int next = peekValue();
    std::string unexpected;
    JsonNumber number;
    std::string text;
    switch (next) {
    case 'n':
        ++m_at;
        if (!takeIdent("ull"))
            return false;
        unexpected = "null";
        break;
    case 't':
    case 'f':
        ++m_at;
        if (!takeIdent(next == 't' ? "rue" : "alse"))
            return false;
        unexpected = next == 't' ? "boolean `true`" : "boolean `false`";
        break;
    case '"':
        ++m_at;
        if (!readStringBody(text))
            return false;
        unexpected = "string " + debugQuoted(text);
        break;
    case '[':
        unexpected = "sequence";
        break;
    case '{':
        unexpected = "map";
        break;
    default:
        if (!readNumber(number))
            return false;
        unexpected = fmt::format("{} `{}`", number.kind == JsonNumber::Kind::Float ? "floating point" : "integer",
                                 toString(number));
    }
    return failHere(fmt::format("invalid type: {}, expected {}", unexpected, expected));
}

bool JsonReader::readBool(bool &out)
{
    const int next = peekValue();
    if (next < 0)
        return false;
    if (next != 't' && next != 'f')
        return invalidType("a boolean");
    ++m_at;
    out = next == 't';
    return takeIdent(out ? "rue" : "alse");
}

bool JsonReader::takeDigits()
{
    const std::size_t start = m_at;
    while (isDigit(peekOrNul()))
        ++m_at;
    return m_at != start;
}

/// Takes a number, checking its grammar only.
bool JsonReader::scanNumber()
{
    if (peekOrNul() == '-')
        ++m_at;
    if (atEnd())
        return failHere(kEofValue);
    const char first = m_text[m_at++];
    if (!isDigit(first))
        return failHere(kInvalidNumber);
    if (first == '0') {
        if (isDigit(peekOrNul()))
            return failAhead(kInvalidNumber);
    } else {
        takeDigits();
    }
    if (peekOrNul() == '.') {
        ++m_at;
        if (!takeDigits())
            return failAhead(atEnd() ? kEofValue : kInvalidNumber);
    }
    if (peekOrNul() == 'e' || peekOrNul() == 'E') {
        ++m_at;
        if (peekOrNul() == '+' || peekOrNul() == '-')
            ++m_at;
        if (atEnd())
            return failHere(kEofValue);
        if (!isDigit(m_text[m_at++]))
            return failHere(kInvalidNumber);
        takeDigits();
    }
    return true;
}

bool JsonReader::readNumber(JsonNumber &number)
{
    const int next = peekValue();
    if (next < 0)
        return false;
    return next == '-' || isDigit(next) ? takeNumber(number) : failAhead(kExpectedValue);
}

bool JsonReader::takeNumber(JsonNumber &number)
{
    const std::size_t start = m_at;
    if (!scanNumber())
        return false;
    const std::string_view text = m_text.substr(start, m_at - start);
    const bool negative = text.front() == '-';
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number.magnitude);
    const bool whole = code == std::errc() && end == digits.data() + digits.size();
    // A negative integer below the range of 64 bits, and -0, count as floating point.
    constexpr std::uint64_t kLowest = std::uint64_t{1} << 63;
    if (whole && !negative) {
        number.kind = JsonNumber::Kind::Unsigned;
        return true;
    }
    if (whole && number.magnitude != 0 && number.magnitude <= kLowest) {
        number.kind = JsonNumber::Kind::Negative;
        return true;
    }
    number.kind = JsonNumber::Kind::Float;
    number.magnitude = 0;
    number.value = std::strtod(std::string(text).c_str(), nullptr); // the programs stay in the "C" locale
    return !std::isinf(number.value) || failHere(kNumberOutOfRange);
}

bool JsonReader::readUnsigned(JsonInteger type, std::uint64_t &out)
{
    const auto [name, max] = describe(type);
    const int next = peekValue();
    if (next < 0)
        return false;
    if (next != '-' && !isDigit(next))
        return invalidType(name);
    JsonNumber number;
    if (!takeNumber(number))
        return false;
    if (number.kind == JsonNumber::Kind::Float)
        return failHere(fmt::format("invalid type: floating point `{}`, expected {}", toString(number), name));
    if (number.kind == JsonNumber::Kind::Negative || number.magnitude > max)
        return failHere(fmt::format("invalid value: integer `{}`, expected {}", toString(number), name));
    out = number.magnitude;
    return true;
}

// ---- strings

bool JsonReader::readString(std::string &out, std::string_view expected)
{
    const int next = peekValue();
    if (next < 0)
        return false;
    if (next != '"')
        return invalidType(expected);
    ++m_at;
    return readStringBody(out);
}

/// Behind the opening quote, up to and with the closing one.
bool JsonReader::readStringBody(std::string &out)
{
    out.clear();
    for (;;) {
        const std::size_t start = m_at;
        while (!atEnd() && m_text[m_at] != '"' && m_text[m_at] != '\\' &&
               static_cast<unsigned char>(m_text[m_at]) >= 0x20)
            ++m_at;
        out.append(m_text.substr(start, m_at - start));
        if (atEnd())
            return failHere(kEofString);
        const char c = m_text[m_at++];
        if (c == '"')
            return !findUtf8Flaw(out) || failHere(kInvalidCodePoint);
        if (c != '\\')
            return failHere(kControlCharacter);
        if (!readEscape(out))
            return false;
    }
}

bool JsonReader::readEscape(std::string &out)
{
    if (atEnd())
        return failHere(kEofString);
    switch (m_text[m_at++]) {
    case '"':
        out += '"';
        return true;
    case '\\':
        out += '\\';
        return true;
    case '/':
        out += '/';
        return true;
    case 'b':
        out += '\b';
        return true;
    case 'f':
        out += '\f';
        return true;
    case 'n':
        out += '\n';
        return true;
    case 'r':
        out += '\r';
        return true;
    case 't':
        out += '\t';
        return true;
    case 'u':
        break;
    default:
        return failHere(kInvalidEscape);
    }
    std::uint32_t unit = 0;
    if (!readHexEscape(unit))
        return false;
    if (unit >= 0xdc00 && unit <= 0xdfff)
        return failHere(kLoneSurrogate);
    if (unit >= 0xd800 && unit <= 0xdbff)
        return readSurrogatePair(unit, out);
    appendUtf8(out, unit);
    return true;
}

bool JsonReader::readSurrogatePair(std::uint32_t first, std::string &out)
{
    for (const char expected : {'\\', 'u'}) {
        if (atEnd())
            return failHere(kEofString);
        if (m_text[m_at++] != expected)
            return failHere(kEndOfHexEscape);
    }
    std::uint32_t second = 0;
    if (!readHexEscape(second))
        return false;
    if (second < 0xdc00 || second > 0xdfff)
        return failHere(kLoneSurrogate);
    appendUtf8(out, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
    return true;
}

bool JsonReader::readHexEscape(std::uint32_t &unit)
{
    if (m_text.size() - m_at < 4) {
        m_at = m_text.size();
        return failHere(kEofString);
    }
    const std::string_view digits = m_text.substr(m_at, 4);
    m_at += 4;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + 4, unit, 16);
    return (code == std::errc() && end == digits.data() + 4) || failHere(kInvalidEscape);
}

} // namespace sparkler
