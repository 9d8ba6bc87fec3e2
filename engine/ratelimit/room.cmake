sparkler_room(ratelimit SOURCES ratelimit/token_bucket.cpp ratelimit/rate_limiter.cpp DEPENDS sparkler_base)
