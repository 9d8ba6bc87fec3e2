#include "base/instance_id.h"

namespace sparkler {
namespace {

constexpr bool isAllowed(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/// All bytes of the UTF-8 character that starts at `at`, which is not 10xxxxxx.
std::string_view characterAt(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        ++end;
    return text.substr(at, end - at);
}

} // namespace

std::string InstanceIdError::text() const
{
    if (!character.empty())
        return "Invalid char (" + character + ") at position " + std::to_string(position);
    return "Invalid len (" + std::to_string(lengthBytes) + ");  the length must be between 1 and 64";
}

std::string InstanceIdError::debugText() const
{
    if (!character.empty()) {
        const bool escaped = character == "'" || character == "\\";
        return "InvalidChar('" + (escaped ? "\\" + character : character) + "', " + std::to_string(position) + ")";
    }
    return "InvalidLen(" + std::to_string(lengthBytes) + ", 1, 64)";
}

std::optional<InstanceIdError> checkInstanceId(std::string_view id)
{
    if (id.empty() || id.size() > kMaxInstanceIdBytes)
        return InstanceIdError{{}, 0, id.size()};
    // Up to the first bad character all are one byte long, so its byte offset is its position.
    for (std::size_t index = 0; index < id.size(); ++index) {
        if (!isAllowed(id[index]))
            return InstanceIdError{std::string(characterAt(id, index)), index, id.size()};
    }
    return std::nullopt;
}

} // namespace sparkler
