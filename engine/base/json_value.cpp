#include "base/json_value.h"

#include "base/json_writer.h"

#include <charconv>

namespace sparkler {
namespace {

/// One element of a JSON pointer with its escapes undone: "~1" is '/', "~0" is '~'.
std::string unescape(std::string_view token)
{
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const char next = token[i] == '~' && i + 1 < token.size() ? token[i + 1] : '\0';
        const bool escape = next == '0' || next == '1';
        out += escape ? (next == '1' ? '/' : '~') : token[i];
        i += escape ? 1 : 0;
    }
    return out;
}

const JsonValue *elementAt(const JsonValue::Array &elements, std::string_view index)
{
    std::size_t at = 0;
    const auto [end, code] = std::from_chars(index.data(), index.data() + index.size(), at);
    const bool canonical =
        code == std::errc() && end == index.data() + index.size() && (index.size() == 1 || index.front() != '0');
    return canonical && at < elements.size() ? &elements[at] : nullptr;
}

const JsonValue *memberAt(const JsonValue::Object &members, std::string_view name)
{
    const auto found = members.find(name);
    return found == members.end() ? nullptr : &found->second;
}

} // namespace

// ---- reading

Result<JsonValue> JsonValue::parse(std::string_view text)
{
    JsonReader reader(text);
    JsonValue value;
    if (!value.read(reader) || !reader.finish())
        return fail(ErrorKind::InvalidInput, reader.errorText());
    return value;
}

bool JsonValue::read(JsonReader &reader)
{
    bool isNullNext = false;
    switch (reader.peekValue()) {
    case -1:
        return false;
    case 'n':
        m_value = std::monostate{};
        return reader.takeNull(isNullNext);
    case 't':
    case 'f':
        return reader.readBool(m_value.emplace<bool>());
    case '"':
        return reader.readString(m_value.emplace<std::string>());
    case '[':
        return readArray(reader);
    case '{':
        return readObject(reader);
    default:
        return reader.readNumber(m_value.emplace<JsonNumber>());
    }
}

bool JsonValue::readArray(JsonReader &reader)
{
    if (!reader.enter())
        return false;
    Array &elements = m_value.emplace<Array>();
    bool first = true;
    bool last = false;
    bool ok = true;
    while ((ok = reader.nextElement(first, last)) && !last) {
        if (!(ok = elements.emplace_back().read(reader)))
            break;
    }
    return reader.leaveArray(ok);
}

bool JsonValue::readObject(JsonReader &reader)
{
    if (!reader.enter())
        return false;
    Object &members = m_value.emplace<Object>();
    bool first = true;
    bool last = false;
    bool ok = true;
    std::string key;
    while ((ok = reader.nextKey(first, key, last)) && !last) {
        if (!(ok = reader.takeColon() && members[key].read(reader)))
            break;
    }
    return reader.leaveObject(ok);
}

// ---- looking up and changing

const JsonValue *JsonValue::find(std::string_view pointer) const
{
    const JsonValue *value = this;
    while (value && !pointer.empty()) {
        if (pointer.front() != '/')
            return nullptr;
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const std::string token = unescape(pointer.substr(1, end - 1));
        pointer.remove_prefix(end);
        if (const auto *members = std::get_if<Object>(&value->m_value))
            value = memberAt(*members, token);
        else if (const auto *elements = std::get_if<Array>(&value->m_value))
            value = elementAt(*elements, token);
        else
            value = nullptr;
    }
    return value;
}

void JsonValue::merge(const JsonValue &patch)
{
    const Object *changes = patch.object();
    if (!changes) {
        *this = patch;
        return;
    }
    auto *members = std::get_if<Object>(&m_value);
    if (!members)
        members = &m_value.emplace<Object>();
    for (const auto &[name, change] : *changes) {
        if (change.isNull())
            members->erase(name);
        else
            (*members)[name].merge(change);
    }
}

// ---- writing

void JsonValue::write(JsonWriter &writer) const
{
    if (const auto *flag = std::get_if<bool>(&m_value)) {
        writer.boolean(*flag);
    } else if (const auto *number = std::get_if<JsonNumber>(&m_value)) {
        writer.number(*number);
    } else if (const auto *text = string()) {
        writer.string(*text);
    } else if (const auto *elements = std::get_if<Array>(&m_value)) {
        writer.beginArray();
        for (const JsonValue &element : *elements)
            element.write(writer);
        writer.endArray();
    } else if (const auto *members = object()) {
        writer.beginObject();
        for (const auto &[name, member] : *members)
            member.write(writer.key(name));
        writer.endObject();
    } else {
        writer.null();
    }
}

std::string JsonValue::text() const
{
    JsonWriter writer;
    write(writer);
    return std::move(writer).text();
}

} // namespace sparkler
