#pragma once

#include "api/http.h"
#include "base/result.h"

#include <optional>
#include <string_view>

namespace sparkler::api {

/// What a request asks for: the parts of its path that mean something, as views into it, and the form of the answer.
struct RequestTarget {
    std::string_view resource;              ///< first token, empty for "/"
    std::optional<std::string_view> second; ///< id or sub-resource
    std::optional<std::string_view> third;
    bool wantsJson = false;
};

/// Leading slashes are dropped, further tokens ignored, and one empty token at the end is no token.
RequestTarget splitPath(std::string_view path);

/// The second token as a resource id: letters, digits and `_`. Error: the fault for a missing, empty or bad id.
Result<std::string_view> resourceId(const RequestTarget &target);

/// "Invalid request method and/or path: PUT drives."
std::unexpected<Error> invalidPath(Method method, std::string_view path);

} // namespace sparkler::api
