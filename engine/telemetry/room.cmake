# spdlog is used as headers only, and only inside the room.
find_path(SPDLOG_INCLUDE_DIR spdlog/logger.h REQUIRED)
sparkler_room(telemetry
    SOURCES telemetry/call_site_limiter.cpp telemetry/event_hub.cpp telemetry/logger.cpp telemetry/metrics.cpp telemetry/metrics_json.cpp
            telemetry/metrics_prometheus.cpp telemetry/metrics_sink.cpp telemetry/metrics_tree.cpp telemetry/output_target.cpp telemetry/spdlog_backend.cpp
    DEPENDS sparkler_base Threads::Threads)
if(NOT SPDLOG_INCLUDE_DIR STREQUAL "/usr/include")
    target_include_directories(sparkler_telemetry SYSTEM PRIVATE ${SPDLOG_INCLUDE_DIR})
endif()
