#include "snapshot/decode_values.h"

#include "base/format.h"
#include "base/json_text.h"

#include <cstring>

namespace sparkler::snapshot {

Result<> checkCount(std::size_t count, std::size_t most, std::string_view what, const Place &place)
{
    if (count > most)
        return place.bad(fmt::format("{} {}, at most {} are possible", count, what, most));
    return {};
}

Result<std::string> decodeText(const flatbuffers::String *text, std::size_t most, const Place &place)
{
    TRY(requirePresent(text, place));
    TRY(checkCount(text->size(), most, "bytes", place));
    const std::string_view view(text->data(), text->size());
    if (findUtf8Flaw(view) || view.find('\0') != std::string_view::npos)
        return place.bad("it is not a text");
    return std::string(view);
}

Result<std::string> decodeName(const flatbuffers::String *text, std::size_t most, const Place &place)
{
    auto name = TRY(decodeText(text, most, place));
    if (name.empty())
        return place.bad("it is empty");
    return name;
}

Result<std::optional<std::string>> decodeOptionalText(const flatbuffers::String *text, std::size_t most,
                                                      const Place &place)
{
    if (!text)
        return std::nullopt;
    return TRY(decodeText(text, most, place));
}

Result<KvmBlob> decodeBlob(const WireBytes *bytes, std::size_t most, const Place &place)
{
    TRY(requirePresent(bytes, place));
    TRY(checkCount(bytes->size(), most, "bytes", place));
    KvmBlob blob(bytes->size());
    if (!blob.empty())
        std::memcpy(blob.data(), bytes->data(), blob.size());
    return blob;
}

Result<std::vector<std::uint8_t>> decodeBytes(const WireBytes *bytes, std::size_t most, const Place &place)
{
    TRY(requirePresent(bytes, place));
    TRY(checkCount(bytes->size(), most, "bytes", place));
    return std::vector<std::uint8_t>(bytes->begin(), bytes->end());
}

} // namespace sparkler::snapshot
