#include "api/request_target.h"

#include "base/format.h"
#include "base/json_text.h"

#include <algorithm>
#include <array>

namespace sparkler::api {
namespace {

struct CodePointRange {
    char32_t first, last;
};
/// Outside ASCII ids may hold letters and digits of any script. Telling these exactly takes the Unicode tables; this
/// list of the blocks made of punctuation, symbols, spaces and private use comes close enough for names.
constexpr std::array<CodePointRange, 26> kNotInIds{{
    {0x80, 0xa9},       {0xab, 0xb1},        {0xb4, 0xb4},     {0xb6, 0xb8},     {0xbb, 0xbb},       {0xbf, 0xbf},
    {0xd7, 0xd7},       {0xf7, 0xf7},        {0x2000, 0x206f}, {0x207a, 0x207e}, {0x208a, 0x208f},   {0x20a0, 0x20ff},
    {0x2190, 0x245f},   {0x2500, 0x2775},    {0x2794, 0x2bff}, {0x2e00, 0x2e7f}, {0x3000, 0x3004},   {0x3008, 0x3020},
    {0xe000, 0xf8ff},   {0xfe00, 0xfe6f},    {0xff00, 0xff0f}, {0xffe0, 0xffff}, {0x1f000, 0x1f0ff}, {0x1f300, 0x1faff},
    {0xe0000, 0xe0fff}, {0xf0000, 0x10ffff},
}};

bool isIdCharacter(char32_t c)
{
    if (c < 0x80)
        return c == U'_' || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    return std::ranges::none_of(kNotInIds, [c](CodePointRange range) { return c >= range.first && c <= range.last; });
}

} // namespace

RequestTarget splitPath(std::string_view path)
{
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    std::array<std::optional<std::string_view>, 3> tokens;
    for (auto &token : tokens) {
        if (path.empty())
            break; // at the end, or behind the final slash
        const std::size_t slash = path.find('/');
        token = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return {.resource = tokens[0].value_or(std::string_view{}), .second = tokens[1], .third = tokens[2]};
}

Result<std::string_view> resourceId(const RequestTarget &target)
{
    const std::string_view id = target.second.value_or(std::string_view{});
    if (id.empty())
        return fail(ErrorKind::InvalidInput, "The ID cannot be empty.");
    for (std::size_t at = 0; at < id.size();) {
        if (!isIdCharacter(takeUtf8(id, at)))
            return fail(ErrorKind::InvalidInput,
                        "API Resource IDs can only contain alphanumeric characters and underscores.");
    }
    return id;
}

std::unexpected<Error> invalidPath(Method method, std::string_view path)
{
    return fail(ErrorKind::InvalidInput,
                fmt::format("Invalid request method and/or path: {} {}.", methodName(method), path));
}

} // namespace sparkler::api
