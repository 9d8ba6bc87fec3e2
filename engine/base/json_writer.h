#pragma once

#include "base/json_number.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sparkler {

/// Builds compact JSON (no spaces, keys in the order written). The caller keeps begin and end calls balanced.
class JsonWriter {
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    JsonWriter &key(std::string_view name);

    JsonWriter &string(std::string_view text);
    JsonWriter &number(std::uint64_t value);
    JsonWriter &number(const JsonNumber &value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();

    const std::string &text() const & { return m_out; }
    std::string text() && { return std::move(m_out); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();

    std::string m_out;
    bool m_needsComma = false;
};

} // namespace sparkler
