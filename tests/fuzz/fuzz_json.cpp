// JSON texts: read, write, read again; look up; merge. Input: a text, a NUL, a patch.
#include "base/json_value.h"
#include "fuzz_input.h"

#include <cstdlib>

namespace {

using sparkler::JsonValue;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Whoever only looks at a text finds the same in it as whoever keeps it.
void compareWithReader(std::string_view text, const sparkler::Result<JsonValue> &value)
{
    sparkler::JsonReader reader(text);
    sparkler::JsonKind kind{};
    std::string ignored;
    const bool good = reader.readAny(kind, ignored) && reader.finish();
    require(good == value.has_value());
    require(good || reader.errorText() == value.error().text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const std::size_t split = std::min(text.find('\0'), size);
    const std::string_view rest = text.substr(std::min(split + 1, size));
    auto value = JsonValue::parse(text.substr(0, split));
    compareWithReader(text.substr(0, split), value);
    const auto patch = JsonValue::parse(rest);
    if (!value)
        return 0;
    const std::string written = value->text();
    const auto again = JsonValue::parse(written);
    require(again && *again == *value && again->text() == written);
    require(value->find("") == &*value);
    value->find(rest); // as a pointer
    if (!patch)
        return 0;
    value->merge(*patch);
    const auto merged = JsonValue::parse(value->text());
    require(merged && *merged == *value);
    value->merge(*patch); // RFC 7396: a patch applied twice is a patch applied once
    require(*merged == *value);
    return 0;
}
