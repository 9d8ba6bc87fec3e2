#include "base/json_struct.h"

#include "base/format.h"

namespace sparkler {
namespace {

std::vector<std::string_view> listedNames(const JsonStruct &spec)
{
    std::vector<std::string_view> names;
    for (const JsonField &field : spec.fields) {
        if (field.listing == Listing::Listed)
            names.push_back(field.name);
    }
    return names;
}

const JsonField *findField(const JsonStruct &spec, std::string_view key)
{
    for (const JsonField &field : spec.fields) {
        if (field.name == key || (!field.alias.empty() && field.alias == key))
            return &field;
    }
    return nullptr;
}

bool readField(JsonReader &reader, const JsonStruct &spec, std::string_view key, void *object, std::uint32_t &seen)
{
    const JsonField *field = findField(spec, key);
    if (!field) {
        if (spec.unknown == UnknownFields::Ignored)
            return reader.takeColon() && reader.skipValue();
        return reader.failLater(fmt::format("unknown field `{}`, expected {}", key, jsonNameList(listedNames(spec))));
    }
    const std::uint32_t bit = std::uint32_t{1} << (field - spec.fields.data());
    if (seen & bit)
        return reader.failLater(fmt::format("duplicate field `{}`", field->name));
    seen |= bit;
    return reader.takeColon() && field->read(reader, object);
}

bool checkPresence(JsonReader &reader, const JsonStruct &spec, std::uint32_t seen)
{
    const auto isSeen = [&](const JsonField *field) {
        return field && (seen & (std::uint32_t{1} << (field - spec.fields.data())));
    };
    for (const JsonField &field : spec.fields) {
        const bool replaced = !field.instead.empty() && isSeen(findField(spec, field.instead));
        if (replaced && isSeen(&field))
            return reader.failLater(
                fmt::format("too many fields: either `{}` or `{}` exclusively is required", field.name, field.instead));
        if (field.presence == Presence::Required && !replaced && !isSeen(&field))
            return reader.failLater(fmt::format("missing field `{}`", field.name));
    }
    return true;
}

bool readByName(JsonReader &reader, const JsonStruct &spec, void *object)
{
    std::uint32_t seen = 0;
    std::string key;
    bool first = true;
    for (bool atEnd = false;;) {
        if (!reader.nextKey(first, key, atEnd))
            return false;
        if (atEnd)
            break;
        if (!readField(reader, spec, key, object, seen))
            return false;
    }
    return checkPresence(reader, spec, seen);
}

bool readByPosition(JsonReader &reader, const JsonStruct &spec, void *object)
{
    const std::size_t count = listedNames(spec).size();
    bool first = true;
    bool atEnd = false;
    std::size_t position = 0;
    for (const JsonField &field : spec.fields) {
        if (field.listing == Listing::Unlisted)
            continue;
        if (!atEnd && !reader.nextElement(first, atEnd))
            return false;
        if (!atEnd && !field.read(reader, object))
            return false;
        if (atEnd && field.presence == Presence::Required)
            return reader.failLater(fmt::format("invalid length {}, expected struct {} with {} element{}", position,
                                                spec.name, count, count == 1 ? "" : "s"));
        ++position;
    }
    return true;
}

} // namespace

bool readJsonStruct(JsonReader &reader, const JsonStruct &spec, void *object)
{
    const int next = reader.peekValue();
    if (next < 0)
        return false;
    if (next != '{' && next != '[')
        return reader.invalidType(fmt::format("struct {}", spec.name));
    if (!reader.enter())
        return false;
    if (next == '[')
        return reader.leaveArray(readByPosition(reader, spec, object));
    return reader.leaveObject(readByName(reader, spec, object));
}

} // namespace sparkler
