#pragma once

// From the payload's scalars, texts and vectors to ours, within limits. What they are given has passed the verifier, so
// it can be read; nothing else is known of it. Errors: InvalidInput, naming the field.

#include "hypervisor/state.h"
#include "snapshot/place.h"

#include <flatbuffers/flatbuffers.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace sparkler::snapshot {

using WireBytes = flatbuffers::Vector<std::uint8_t>;

/// Something that must be there: a table, a text, a vector.
template <typename T>
Result<> requirePresent(const T *value, const Place &place)
{
    if (!value)
        return place.bad("it is missing");
    return {};
}

/// A vector whose items lie where their type may lie; an empty one may lie anywhere. The verifier looks at a vector's
/// length and bounds alone.
template <typename Item>
Result<> requireAligned(const flatbuffers::Vector<Item> *vector, const Place &place)
{
    TRY(requirePresent(vector, place));
    if (vector->size() != 0 &&
        reinterpret_cast<std::uintptr_t>(vector->Data()) % alignof(std::remove_pointer_t<Item>) != 0)
        return place.bad("it is not aligned");
    return {};
}

/// `what`: what is counted.
Result<> checkCount(std::size_t count, std::size_t most, std::string_view what, const Place &place);

/// UTF-8 of at most `most` bytes, without a zero byte, which names cannot have.
Result<std::string> decodeText(const flatbuffers::String *text, std::size_t most, const Place &place);
/// The same, and not empty.
Result<std::string> decodeName(const flatbuffers::String *text, std::size_t most, const Place &place);
Result<std::optional<std::string>> decodeOptionalText(const flatbuffers::String *text, std::size_t most,
                                                      const Place &place);

Result<KvmBlob> decodeBlob(const WireBytes *bytes, std::size_t most, const Place &place);
Result<std::vector<std::uint8_t>> decodeBytes(const WireBytes *bytes, std::size_t most, const Place &place);

/// Decodes an optional part with decode(table, place): nothing when it is missing.
template <typename Table, typename Decode>
auto decodeOptional(const Table *table, const Place &place, Decode decode)
    -> Result<std::optional<typename decltype(decode(*table, place))::value_type>>
{
    if (!table)
        return std::nullopt;
    return TRY(decode(*table, place));
}

/// Decodes each of a vector's tables with decode(table, place of the item). No vector: none.
template <typename Table, typename Decode>
auto decodeList(const flatbuffers::Vector<flatbuffers::Offset<Table>> *tables, std::size_t most, const Place &parent,
                std::string_view name, Decode decode)
    -> Result<std::vector<typename decltype(decode(std::declval<const Table &>(), parent))::value_type>>
{
    std::vector<typename decltype(decode(std::declval<const Table &>(), parent))::value_type> values;
    const std::size_t count = tables ? tables->size() : 0;
    TRY(checkCount(count, most, "entries", parent.field(name)));
    values.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
        const Place place = parent.item(name, index);
        values.push_back(TRY(decode(*tables->Get(static_cast<flatbuffers::uoffset_t>(index)), place)));
    }
    return values;
}

} // namespace sparkler::snapshot
