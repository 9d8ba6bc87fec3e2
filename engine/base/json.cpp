#include "base/json.h"

#include "base/format.h"
#include "base/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace sparkler {
namespace {

constexpr std::string_view kEofValue = "EOF while parsing a value";
constexpr std::string_view kEofObject = "EOF while parsing an object";
constexpr std::string_view kEofList = "EOF while parsing a list";
constexpr std::string_view kEofString = "EOF while parsing a string";
constexpr std::string_view kExpectedValue = "expected value";
constexpr std::string_view kExpectedIdent = "expected ident";
constexpr std::string_view kExpectedColon = "expected `:`";
constexpr std::string_view kExpectedListEnd = "expected `,` or `]`";
constexpr std::string_view kExpectedObjectEnd = "expected `,` or `}`";
constexpr std::string_view kKeyNotString = "key must be a string";
constexpr std::string_view kTrailingComma = "trailing comma";
constexpr std::string_view kTrailingCharacters = "trailing characters";
constexpr std::string_view kInvalidNumber = "invalid number";
constexpr std::string_view kNumberOutOfRange = "number out of range";
constexpr std::string_view kInvalidEscape = "invalid escape";
constexpr std::string_view kLoneSurrogate = "lone leading surrogate in hex escape";
constexpr std::string_view kEndOfHexEscape = "unexpected end of hex escape";
constexpr std::string_view kInvalidCodePoint = "invalid unicode code point";
constexpr std::string_view kControlCharacter = "control character (\\u0000-\\u001F) found while parsing a string";
constexpr std::string_view kRecursionLimit = "recursion limit exceeded";

struct IntegerType {
    std::string_view name;
    std::uint64_t max;
};

constexpr IntegerType describe(JsonInteger type)
{
    switch (type) {
    case JsonInteger::U8: return {"u8", UINT8_MAX};
    case JsonInteger::U16: return {"u16", UINT16_MAX};
    case JsonInteger::U32: return {"u32", UINT32_MAX};
    case JsonInteger::U64: return {"u64", UINT64_MAX};
    case JsonInteger::Usize: return {"usize", UINT64_MAX};
    }
    return {"u64", UINT64_MAX};
}

bool isDigit(int c) { return c >= '0' && c <= '9'; }

/// Shortest form that reads back the same, always recognisable as a float.
std::string floatText(double value)
{
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

} // namespace

std::string jsonNameList(std::span<const std::string_view> names)
{
    if (names.size() == 1)
        return fmt::format("`{}`", names[0]);
    if (names.size() == 2)
        return fmt::format("`{}` or `{}`", names[0], names[1]);
    std::string list = "one of ";
    for (std::size_t i = 0; i < names.size(); ++i)
        list += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
    return list;
}

// ---- errors and positions

void JsonReader::place(std::size_t index)
{
    const std::string_view before = m_text.substr(0, index);
    const std::size_t lastBreak = before.rfind('\n');
    m_errorLine = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    m_errorColumn = lastBreak == std::string_view::npos ? index : index - lastBreak - 1;
}

/// Reports at the last byte taken.
bool JsonReader::failHere(std::string_view message)
{
    failLater(std::string(message));
    return settle();
}

/// Reports at the next byte, the one that does not fit (or the last one at the end of the text).
bool JsonReader::failAhead(std::string_view message)
{
    if (!m_failed) {
        failLater(std::string(message));
        place(std::min(m_at + 1, m_text.size()));
    }
    return false;
}

bool JsonReader::failLater(std::string message)
{
    if (!m_failed) {
        m_failed = true;
        m_error = std::move(message);
    }
    return false;
}

/// Gives an error without position the current one.
bool JsonReader::settle()
{
    if (m_failed && m_errorLine == 0)
        place(m_at);
    return false;
}

std::string JsonReader::errorText() const
{
    if (m_errorLine == 0)
        return m_error;
    return fmt::format("{} at line {} column {}", m_error, m_errorLine, m_errorColumn);
}

bool JsonReader::invalidType(std::string_view expected)
{
    const int next = peekValue();
    std::string unexpected;
    Number number;
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
    case '[': unexpected = "sequence"; break;
    case '{': unexpected = "map"; break;
    default:
        if (next != '-' && !isDigit(next))
            return failAhead(kExpectedValue);
        if (!readNumber(number))
            return false;
        if (number.kind == Number::Kind::Float)
            unexpected = fmt::format("floating point `{}`", floatText(number.value));
        else
            unexpected = fmt::format("integer `{}{}`", number.kind == Number::Kind::Negative ? "-" : "", number.magnitude);
    }
    return failHere(fmt::format("invalid type: {}, expected {}", unexpected, expected));
}

// ---- bytes

int JsonReader::skipWhitespace()
{
    while (!atEnd()) {
        const char c = m_text[m_at];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            return static_cast<unsigned char>(c);
        ++m_at;
    }
    return -1;
}

int JsonReader::peekValue()
{
    const int next = skipWhitespace();
    if (next < 0)
        failAhead(kEofValue);
    return next;
}

/// The rest of `null`, `true` or `false`.
bool JsonReader::takeIdent(std::string_view rest)
{
    for (const char expected : rest) {
        if (atEnd())
            return failHere(kEofValue);
        if (m_text[m_at++] != expected)
            return failHere(kExpectedIdent);
    }
    return true;
}

bool JsonReader::takeNull(bool &taken)
{
    taken = skipWhitespace() == 'n';
    if (!taken)
        return true;
    ++m_at;
    return takeIdent("ull");
}

bool JsonReader::finish()
{
    return skipWhitespace() < 0 || failAhead(kTrailingCharacters);
}

// ---- scalars

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

bool JsonReader::readNumber(Number &number)
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
        number.kind = Number::Kind::Unsigned;
        return true;
    }
    if (whole && number.magnitude != 0 && number.magnitude <= kLowest) {
        number.kind = Number::Kind::Negative;
        return true;
    }
    number.kind = Number::Kind::Float;
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
    Number number;
    if (!readNumber(number))
        return false;
    if (number.kind == Number::Kind::Float)
        return failHere(
            fmt::format("invalid type: floating point `{}`, expected {}", floatText(number.value), name));
    const bool negative = number.kind == Number::Kind::Negative;
    if (negative || number.magnitude > max)
        return failHere(
            fmt::format("invalid value: integer `{}{}`, expected {}", negative ? "-" : "", number.magnitude, name));
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
        while (!atEnd() && m_text[m_at] != '"' && m_text[m_at] != '\\' && static_cast<unsigned char>(m_text[m_at]) >= 0x20)
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
    case '"': out += '"'; return true;
    case '\\': out += '\\'; return true;
    case '/': out += '/'; return true;
    case 'b': out += '\b'; return true;
    case 'f': out += '\f'; return true;
    case 'n': out += '\n'; return true;
    case 'r': out += '\r'; return true;
    case 't': out += '\t'; return true;
    case 'u': break;
    default: return failHere(kInvalidEscape);
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

// ---- enum variants

bool JsonReader::readVariantName(std::span<const std::string_view> names, std::size_t &index)
{
    std::string name;
    if (!readString(name, "variant identifier"))
        return false;
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return failHere(fmt::format("unknown variant `{}`, expected {}", name, jsonNameList(names)));
    index = static_cast<std::size_t>(found - names.begin());
    return true;
}

bool JsonReader::readUnit()
{
    const int next = peekValue();
    if (next < 0)
        return false;
    if (next != 'n')
        return invalidType("unit");
    ++m_at;
    return takeIdent("ull");
}

bool JsonReader::readVariant(std::span<const std::string_view> names, std::size_t &index)
{
    const int next = peekValue();
    if (next < 0)
        return false;
    if (next == '"')
        return readVariantName(names, index);
    if (next != '{')
        return failAhead(kExpectedValue);
    if (!enter() || !readVariantName(names, index) || !takeColon() || !readUnit())
        return false;
    ++m_depthLeft;
    const int closing = skipWhitespace();
    if (closing != '}')
        return failHere(closing < 0 ? kEofObject : kExpectedValue);
    ++m_at;
    return true;
}

// ---- objects and arrays

bool JsonReader::enter()
{
    if (--m_depthLeft == 0)
        return failAhead(kRecursionLimit);
    ++m_at;
    return true;
}

bool JsonReader::nextKey(bool &first, std::string &key, bool &atEndOfObject)
{
    int next = skipWhitespace();
    atEndOfObject = next == '}';
    if (atEndOfObject)
        return true;
    if (next < 0)
        return failAhead(kEofObject);
    if (!first) {
        if (next != ',')
            return failAhead(kExpectedObjectEnd);
        ++m_at;
        next = skipWhitespace();
    }
    first = false;
    if (next < 0)
        return failAhead(kEofValue);
    if (next != '"')
        return failAhead(next == '}' ? kTrailingComma : kKeyNotString);
    ++m_at;
    return readStringBody(key);
}

bool JsonReader::takeColon()
{
    const int next = skipWhitespace();
    if (next != ':')
        return failAhead(next < 0 ? kEofObject : kExpectedColon);
    ++m_at;
    return true;
}

bool JsonReader::nextElement(bool &first, bool &atEndOfArray)
{
    int next = skipWhitespace();
    atEndOfArray = next == ']';
    if (atEndOfArray)
        return true;
    if (next < 0)
        return failAhead(kEofList);
    if (!first) {
        if (next != ',')
            return failAhead(kExpectedListEnd);
        ++m_at;
        next = skipWhitespace();
    }
    first = false;
    if (next < 0)
        return failAhead(kEofValue);
    return next != ']' || failAhead(kTrailingComma);
}

bool JsonReader::leaveObject(bool ok)
{
    ++m_depthLeft;
    const int next = skipWhitespace();
    if (next == '}') {
        ++m_at;
        return ok || settle();
    }
    if (!ok)
        return settle();
    if (next < 0)
        return failAhead(kEofObject);
    return failAhead(next == ',' ? kTrailingComma : kTrailingCharacters);
}

bool JsonReader::leaveArray(bool ok)
{
    ++m_depthLeft;
    int next = skipWhitespace();
    if (next == ']') {
        ++m_at;
        return ok || settle();
    }
    const bool comma = next == ',';
    if (comma) {
        ++m_at;
        next = skipWhitespace();
    }
    if (!ok)
        return settle();
    if (next < 0 && !comma)
        return failAhead(kEofList);
    return failAhead(comma && next == ']' ? kTrailingComma : kTrailingCharacters);
}

// ---- values of any kind

bool JsonReader::readAny(JsonKind &kind, std::string &text)
{
    const int next = peekValue();
    Number number;
    switch (next) {
    case -1: return false;
    case 'n': kind = JsonKind::Null; ++m_at; return takeIdent("ull");
    case 't': kind = JsonKind::Boolean; ++m_at; return takeIdent("rue");
    case 'f': kind = JsonKind::Boolean; ++m_at; return takeIdent("alse");
    case '"': kind = JsonKind::String; ++m_at; return readStringBody(text);
    case '[': kind = JsonKind::Array; return readAnyArray();
    case '{': kind = JsonKind::Object; return readAnyObject();
    default:
        kind = JsonKind::Number;
        if (next != '-' && !isDigit(next))
            return failAhead(kExpectedValue);
        return readNumber(number);
    }
}

bool JsonReader::readAnyArray()
{
    if (!enter())
        return false;
    bool first = true;
    bool last = false;
    bool ok = true;
    JsonKind kind{};
    std::string text;
    while ((ok = nextElement(first, last)) && !last) {
        if (!(ok = readAny(kind, text)))
            break;
    }
    return leaveArray(ok);
}

bool JsonReader::readAnyObject()
{
    if (!enter())
        return false;
    bool first = true;
    bool last = false;
    bool ok = true;
    JsonKind kind{};
    std::string text;
    while ((ok = nextKey(first, text, last)) && !last) {
        if (!(ok = takeColon() && readAny(kind, text)))
            break;
    }
    return leaveObject(ok);
}

bool JsonReader::skipScalar(int first)
{
    std::string ignored;
    switch (first) {
    case 'n': ++m_at; return takeIdent("ull");
    case 't': ++m_at; return takeIdent("rue");
    case 'f': ++m_at; return takeIdent("alse");
    case '"': ++m_at; return readStringBody(ignored);
    default: return first == '-' || isDigit(first) ? scanNumber() : failAhead(kExpectedValue);
    }
}

bool JsonReader::skipKey()
{
    const int next = skipWhitespace();
    if (next != '"')
        return failAhead(next < 0 ? kEofObject : kKeyNotString);
    ++m_at;
    std::string ignored;
    return readStringBody(ignored) && takeColon();
}

/// Behind a value (`accepted`) or an opening bracket: closes what ends here, stops before the next value.
bool JsonReader::skipToNextItem(std::string &open, bool accepted, bool &done)
{
    done = false;
    while (!open.empty()) {
        const int next = skipWhitespace();
        const bool inArray = open.back() == '[';
        if (next < 0)
            return failAhead(inArray ? kEofList : kEofObject);
        if (next == ',' && accepted) {
            ++m_at;
            return inArray || skipKey();
        }
        if (next != (inArray ? ']' : '}')) {
            if (accepted)
                return failAhead(inArray ? kExpectedListEnd : kExpectedObjectEnd);
            return inArray || skipKey();
        }
        ++m_at;
        open.pop_back();
        accepted = true;
    }
    done = true;
    return true;
}

bool JsonReader::skipValue()
{
    std::string open; // the brackets around the current value
    for (bool done = false; !done;) {
        const int next = peekValue();
        if (next < 0)
            return false;
        const bool opens = next == '[' || next == '{';
        if (opens) {
            ++m_at;
            open += static_cast<char>(next);
        } else if (!skipScalar(next)) {
            return false;
        }
        if (!skipToNextItem(open, !opens, done))
            return false;
    }
    return true;
}

} // namespace sparkler
