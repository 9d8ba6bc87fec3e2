#include "base/json.h"

#include "base/format.h"
#include "base/json_messages.h"

#include <algorithm>

namespace sparkler {

using namespace json_detail;

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
    JsonNumber number;
    switch (next) {
    case -1:
        return false;
    case 'n':
        kind = JsonKind::Null;
        ++m_at;
        return takeIdent("ull");
    case 't':
        kind = JsonKind::Boolean;
        ++m_at;
        return takeIdent("rue");
    case 'f':
        kind = JsonKind::Boolean;
        ++m_at;
        return takeIdent("alse");
    case '"':
        kind = JsonKind::String;
        ++m_at;
        return readStringBody(text);
    case '[':
        kind = JsonKind::Array;
        return readAnyArray();
    case '{':
        kind = JsonKind::Object;
        return readAnyObject();
    default:
        kind = JsonKind::Number;
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
    case 'n':
        ++m_at;
        return takeIdent("ull");
    case 't':
        ++m_at;
        return takeIdent("rue");
    case 'f':
        ++m_at;
        return takeIdent("alse");
    case '"':
        ++m_at;
        return readStringBody(ignored);
    default:
        return first == '-' || isDigit(first) ? scanNumber() : failAhead(kExpectedValue);
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
