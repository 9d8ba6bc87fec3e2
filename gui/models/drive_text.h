#pragma once

#include "client/types.h"

namespace sparkler::gui {

/// What a limiter allows, in words: "100 MiB/s, 1,000 operations/s"; "None" where nothing is limited. Rounded.
QString limiterText(const std::optional<RateLimiter> &limiter);
QString cacheText(CacheType type);
QString ioEngineText(IoEngine engine);

} // namespace sparkler::gui
