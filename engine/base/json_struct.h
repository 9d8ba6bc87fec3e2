#pragma once

// Reading JSON objects into structs by field tables. Errors come out in the order of the original: bad values, unknown
// and duplicate fields in document order, missing fields last and in table order.

#include "base/json.h"

#include <array>
#include <optional>
#include <vector>

namespace sparkler {

enum class Presence { Required, Optional };
enum class Listing { Listed, Unlisted };
enum class UnknownFields { Refused, Ignored };

/// One row of a field table; see jsonField().
struct JsonField {
    std::string_view name;
    Presence presence = Presence::Optional;
    bool (*read)(JsonReader &reader, void *object) = nullptr;
    Listing listing = Listing::Listed; ///< whether "expected one of …" names it (fields newer than that text are not)
    std::string_view alias = {};       ///< another accepted spelling
    std::string_view instead = {};     ///< another field that comes in place of this one, never beside it
};

struct JsonStruct {
    std::string_view name;             ///< as in "expected struct …"
    std::span<const JsonField> fields; ///< at most 32
    UnknownFields unknown = UnknownFields::Refused;
};

/// Reads an object (or an array with the listed fields' values in order) into `object`, whose type the table is for.
[[nodiscard]] bool readJsonStruct(JsonReader &reader, const JsonStruct &spec, void *object);

namespace detail {
template <typename Object, typename Value>
Object memberOwner(Value Object::*);
template <auto Member, auto Read>
bool readMember(JsonReader &reader, void *object)
{
    using Owner = decltype(memberOwner(Member));
    return Read(reader, static_cast<Owner *>(object)->*Member);
}
} // namespace detail

/// A row that reads `Member` with `Read(JsonReader &, Value &)`.
template <auto Member, auto Read>
constexpr JsonField jsonField(std::string_view name, Presence presence = Presence::Optional,
                              Listing listing = Listing::Listed, std::string_view alias = {},
                              std::string_view instead = {})
{
    return {name, presence, &detail::readMember<Member, Read>, listing, alias, instead};
}

// Readers for jsonField().

inline constexpr auto kJsonBool = [](JsonReader &reader, bool &out) { return reader.readBool(out); };
inline constexpr auto kJsonString = [](JsonReader &reader, std::string &out) { return reader.readString(out); };
inline constexpr auto kJsonPath = [](JsonReader &reader, std::string &out) {
    return reader.readString(out, "path string");
};

/// An integer whose range and name are those of `Type`, whatever holds it.
template <JsonInteger Type>
inline constexpr auto kJsonInteger = [](JsonReader &reader, auto &out) {
    std::uint64_t value = 0;
    if (!reader.readUnsigned(Type, value))
        return false;
    out = static_cast<std::remove_reference_t<decltype(out)>>(value);
    return true;
};

/// The value or `null`, which counts as absent, into a std::optional.
template <auto Read>
inline constexpr auto kJsonNullable = [](JsonReader &reader, auto &out) {
    bool isNull = false;
    out.reset();
    if (!reader.takeNull(isNull))
        return false;
    return isNull || Read(reader, out.emplace());
};

/// The value, never `null`, into a std::optional.
template <auto Read>
inline constexpr auto kJsonPresent = [](JsonReader &reader, auto &out) { return Read(reader, out.emplace()); };

/// An object with any keys: `entry(key)` takes the colon and the value of each, and is false after an error.
template <typename Entry>
bool readJsonMap(JsonReader &reader, Entry &&entry)
{
    const int next = reader.peekValue();
    if (next < 0)
        return false;
    if (next != '{')
        return reader.invalidType("a map");
    if (!reader.enter())
        return false;
    std::string key;
    bool first = true;
    bool atEnd = false;
    bool ok = true;
    while ((ok = reader.nextKey(first, key, atEnd)) && !atEnd) {
        if (!(ok = entry(key)))
            break;
    }
    return reader.leaveObject(ok);
}

/// An object of strings into a std::map; of a key that comes twice the last value counts.
inline constexpr auto kJsonStringMap = [](JsonReader &reader, auto &out) {
    out.clear();
    return readJsonMap(reader,
                       [&](const std::string &key) { return reader.takeColon() && reader.readString(out[key]); });
};

template <typename Enum>
struct JsonVariant {
    std::string_view name;
    Enum value;
};

/// One of the names of `Table`, a constexpr std::array of JsonVariant.
template <const auto &Table>
inline constexpr auto kJsonEnum = [](JsonReader &reader, auto &out) {
    std::array<std::string_view, Table.size()> names;
    for (std::size_t i = 0; i < Table.size(); ++i)
        names[i] = Table[i].name;
    std::size_t index = 0;
    if (!reader.readVariant(names, index))
        return false;
    out = Table[index].value;
    return true;
};

/// An array into a std::vector.
template <auto Read>
inline constexpr auto kJsonList = [](JsonReader &reader, auto &out) {
    const int next = reader.peekValue();
    if (next < 0)
        return false;
    if (next != '[')
        return reader.invalidType("a sequence");
    if (!reader.enter())
        return false;
    out.clear();
    bool first = true;
    bool atEnd = false;
    bool ok = true;
    while ((ok = reader.nextElement(first, atEnd)) && !atEnd) {
        if (!(ok = Read(reader, out.emplace_back())))
            break;
    }
    return reader.leaveArray(ok);
};

} // namespace sparkler
