#pragma once

#include "api/actions.h"
#include "api/http.h"

namespace sparkler::api {

/// A request understood: what to do, and whether its form is deprecated.
struct ParsedRequest {
    Action action;
    bool deprecated = false;
};

/// Finds the route and parses path ids and body. Counts the request in the metrics. The error's text is the fault
/// message.
Result<ParsedRequest> parseRequest(const HttpRequest &request);

} // namespace sparkler::api
