#pragma once

#include "api/actions.h"
#include "api/http.h"

#include <vector>

namespace sparkler::api {

/// A request understood: what to do, and whether its form is deprecated.
struct ParsedRequest {
    Action action;
    bool deprecated = false;
};

/// Finds the route and parses path ids and body. Counts the request in the metrics. The error's text is the fault
/// message.
Result<ParsedRequest> parseRequest(const HttpRequest &request);

/// What a row of the dispatch table takes: method, first token, and the second one where the row asks for one.
struct RouteName {
    Method method;
    std::string_view resource;
    std::string_view second;
};
/// Every row, in order. For the check against the API's description.
std::vector<RouteName> routeNames();

} // namespace sparkler::api
