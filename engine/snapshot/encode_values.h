#pragma once

// From our values to the payload's texts and vectors.

#include <flatbuffers/flatbuffers.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sparkler::snapshot {

using WireText = flatbuffers::Offset<flatbuffers::String>;
using WireBlob = flatbuffers::Offset<flatbuffers::Vector<std::uint8_t>>;

inline WireText encodeText(flatbuffers::FlatBufferBuilder &builder, const std::string &text)
{
    return builder.CreateString(text);
}

/// No text: a null offset, which leaves the field out.
inline WireText encodeText(flatbuffers::FlatBufferBuilder &builder, const std::optional<std::string> &text)
{
    return text ? builder.CreateString(*text) : WireText();
}

inline WireBlob encodeBlob(flatbuffers::FlatBufferBuilder &builder, const std::vector<std::byte> &bytes)
{
    return builder.CreateVector(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
}

inline WireBlob encodeBytes(flatbuffers::FlatBufferBuilder &builder, const std::vector<std::uint8_t> &bytes)
{
    return builder.CreateVector(bytes);
}

/// Each value with encode(builder, value), as a vector of tables.
template <typename Value, typename Encode>
auto encodeList(flatbuffers::FlatBufferBuilder &builder, const std::vector<Value> &values, Encode encode)
{
    std::vector<decltype(encode(builder, values.front()))> offsets;
    offsets.reserve(values.size());
    for (const Value &value : values)
        offsets.push_back(encode(builder, value));
    return builder.CreateVector(offsets);
}

/// The value with encode(builder, value), or a null offset, which leaves the field out.
template <typename Value, typename Encode>
auto encodeOptional(flatbuffers::FlatBufferBuilder &builder, const std::optional<Value> &value, Encode encode)
    -> decltype(encode(builder, *value))
{
    if (!value)
        return {};
    return encode(builder, *value);
}

} // namespace sparkler::snapshot
