#pragma once

#include "base/http_syntax.h"
#include "mmds/data_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler::mmds {

/// A header whose name or value an answer repeats, trimmed.
struct SentHeader {
    std::string name;
    std::string value;
};

/// A guest's request as far as the metadata service looks at it. Of a header that came twice the last counts.
struct GuestRequest {
    HttpMethod method = HttpMethod::Get;
    std::string_view version = "HTTP/1.1"; ///< static text
    std::string path;                      ///< as sent
    OutputFormat format = OutputFormat::Imds;
    std::optional<SentHeader> token;
    std::optional<SentHeader> tokenTtl;
    std::optional<SentHeader> forwardedFor;
    std::uint32_t bodyBytes = 0; ///< Content-Length: what follows the head and is of no interest
};

/// The longest head, and the longest body, of a request.
inline constexpr std::uint32_t kMaxRequestBytes = 2500;

/// `head`: the bytes before the blank line, without the line end of the last header.
HttpParsed<GuestRequest> parseGuestRequest(std::string_view head);

} // namespace sparkler::mmds
