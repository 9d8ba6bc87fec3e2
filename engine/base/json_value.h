#pragma once

#include "base/json.h"
#include "base/json_number.h"
#include "base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sparkler {

class JsonWriter;

/// A JSON value in memory. Objects keep their keys in byte order; of equal keys in a text the last wins. Nesting is
/// limited by the reader (128), and nothing here makes a value deeper than the deeper of its sources, so recursion over
/// a value is bounded.
class JsonValue {
public:
    using Array = std::vector<JsonValue>;
    using Object = std::map<std::string, JsonValue, std::less<>>;

    /// null
    JsonValue() = default;
    explicit JsonValue(bool value) : m_value(value) {}
    explicit JsonValue(JsonNumber number) : m_value(number) {}
    explicit JsonValue(std::string text) : m_value(std::move(text)) {}
    explicit JsonValue(const char *text) : m_value(std::string(text)) {}
    explicit JsonValue(Array elements) : m_value(std::move(elements)) {}
    explicit JsonValue(Object members) : m_value(std::move(members)) {}

    /// The whole text is one value. Error: InvalidInput with the reader's message and position.
    static Result<JsonValue> parse(std::string_view text);
    /// Reads the value that comes next. False: see reader.errorText().
    [[nodiscard]] bool read(JsonReader &reader);

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    /// Null when the value is of another kind.
    const std::string *string() const { return std::get_if<std::string>(&m_value); }
    const Object *object() const { return std::get_if<Object>(&m_value); }

    /// The value at a JSON pointer (RFC 6901): "" is this value, "/a/0" the first element of its member `a`. Array
    /// indices have no leading zeros. Null when there is none.
    const JsonValue *find(std::string_view pointer) const;

    /// Applies a merge patch (RFC 7396).
    void merge(const JsonValue &patch);

    void write(JsonWriter &writer) const;
    /// Compact: no white space.
    std::string text() const;

    bool operator==(const JsonValue &) const = default;

private:
    bool readArray(JsonReader &reader);
    bool readObject(JsonReader &reader);

    std::variant<std::monostate, bool, JsonNumber, std::string, Array, Object> m_value;
};

} // namespace sparkler
