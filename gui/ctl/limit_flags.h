#pragma once

#include "client/types.h"

#include <expected>

namespace sparkler::gui {

class Arguments;
struct Option;

enum class BucketUnit { Bytes, Operations };

/// "none", or "SIZE[/TIME][+BURST]": "10M", "10M/100ms", "500/1s+1000". Without a time: per second. Bytes may have a
/// unit, operations may not. A bucket that is off has size 0. Error: a translated sentence.
std::expected<TokenBucket, QString> bucketFromFlag(const QString &text, BucketUnit unit);
/// And back, for showing: "10 MiB / 1000 ms + 50 MiB".
QString bucketText(const std::optional<TokenBucket> &bucket, BucketUnit unit);

/// Puts what the two options say on top of `limiter`; options that are not there leave it as it is. Nothing is left:
/// no limiter. Error: a translated sentence.
std::expected<void, QString> applyLimits(const Arguments &flags, const char *bandwidth, const char *operations,
                                         std::optional<RateLimiter> &limiter);

} // namespace sparkler::gui
