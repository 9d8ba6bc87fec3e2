#pragma once

#include "api/actions.h"
#include "api/http.h"

namespace sparkler::api {

/// One request from parsing to response: logs both, lets `handler` execute the action, records the API latencies.
HttpResponse answerRequest(const HttpRequest &request, ActionHandler &handler);

/// The response to a reply or an error of the handler.
HttpResponse toResponse(const Result<Reply> &result);

} // namespace sparkler::api
