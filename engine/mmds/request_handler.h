#pragma once

#include "mmds/http_answer.h"
#include "mmds/metadata_service.h"

#include <chrono>

namespace sparkler::mmds {

/// What the service answers to a request: the rules of versions 1 and 2. Counts GETs without a (good) token.
GuestAnswer answerGuest(MetadataService &service, const GuestRequest &request,
                        std::chrono::steady_clock::time_point now);

/// The answer to what is no request.
GuestAnswer answerFault(const HttpFault &fault);
/// The answer to a request whose body is longer than any can be.
GuestAnswer answerTooLarge(std::uint32_t bodyBytes);

} // namespace sparkler::mmds
