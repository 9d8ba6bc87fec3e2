#pragma once

// What the controller's files share. Private to the room.

#include "base/clock.h"
#include "base/result.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <string_view>

namespace sparkler::api {

/// Runs a life-cycle step of the machine, with its latency gauge and log line on success.
template <typename Step>
Result<> timed(std::string_view action, Gauge &gauge, Step step)
{
    const std::uint64_t start = monotonicMicros();
    TRY(step());
    const std::uint64_t micros = monotonicMicros() - start;
    gauge.set(micros);
    logInfoAlways("'{}' VMM action took {} us.", action, micros);
    return {};
}

} // namespace sparkler::api
