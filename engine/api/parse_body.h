#pragma once

// Private to the room.

#include "base/json_struct.h"
#include "config/parse.h"

#include <string_view>

namespace sparkler::api {

/// A request's body as a `Body`, whose table is `spec`. Error: the fault for a body that is something else.
template <typename Body>
Result<Body> parseBody(std::string_view json, const JsonStruct &spec)
{
    JsonReader reader(json);
    Body body;
    if (!readJsonStruct(reader, spec, &body) || !reader.finish())
        return std::unexpected(bodyError(reader.errorText()));
    return body;
}

} // namespace sparkler::api
