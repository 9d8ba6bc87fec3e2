// What a rate limiter adds to every request of a device.

#include "ratelimit/rate_limiter.h"

#include <benchmark/benchmark.h>

namespace {

using namespace sparkler;
using namespace std::chrono_literals;

constexpr BucketSettings kEndless{.size = std::uint64_t{1} << 40, .oneTimeBurst = 0, .refillTimeMs = 1000};
constexpr BucketSettings kTight{.size = 10000, .oneTimeBurst = 0, .refillTimeMs = 100};

/// One operation of 4 KiB through the buckets that are there; the time is given, not asked for.
void take(benchmark::State &state, const LimiterSettings &settings)
{
    TimePoint now{};
    RateLimiter limiter(settings, now);
    for (auto _ : state) {
        now += 1us;
        benchmark::DoNotOptimize(limiter.take(RateLimiter::Kind::Ops, 1, now));
        benchmark::DoNotOptimize(limiter.take(RateLimiter::Kind::Bytes, 4096, now));
    }
    state.SetItemsProcessed(state.iterations());
}

/// A bucket that runs dry again and again, so refusals and waiting times count as well.
void throttled(benchmark::State &state)
{
    TimePoint now{};
    RateLimiter limiter({.bandwidth = {}, .ops = kTight}, now);
    std::int64_t taken = 0;
    for (auto _ : state) {
        now += 1us; // ten times as often as the bucket allows
        if (limiter.take(RateLimiter::Kind::Ops, 1, now) == RateLimiter::Verdict::Blocked)
            benchmark::DoNotOptimize(limiter.retryAfter(now));
        else
            ++taken;
    }
    state.counters["taken"] = static_cast<double>(taken) / static_cast<double>(state.iterations());
}

} // namespace

BENCHMARK_CAPTURE(take, unlimited, LimiterSettings{});
BENCHMARK_CAPTURE(take, ops, LimiterSettings{.bandwidth = {}, .ops = kEndless});
BENCHMARK_CAPTURE(take, both, LimiterSettings{.bandwidth = kEndless, .ops = kEndless});
BENCHMARK(throttled);
