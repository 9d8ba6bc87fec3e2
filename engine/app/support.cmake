# What main() is made of: options, signal handlers, snapshot queries, periodic metrics, version. A library of its own, so that tests can link it.
add_library(sparkler_app_support STATIC
    ${CMAKE_CURRENT_LIST_DIR}/options.cpp ${CMAKE_CURRENT_LIST_DIR}/periodic_metrics.cpp ${CMAKE_CURRENT_LIST_DIR}/signals.cpp
    ${CMAKE_CURRENT_LIST_DIR}/snapshot_query.cpp ${CMAKE_CURRENT_LIST_DIR}/version.cpp)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/rooms/app)
file(CREATE_LINK ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_BINARY_DIR}/rooms/app/app SYMBOLIC)
target_include_directories(sparkler_app_support PUBLIC ${CMAKE_BINARY_DIR}/rooms/app)
target_link_libraries(sparkler_app_support PUBLIC sparkler_base sparkler_events sparkler_telemetry PRIVATE sparkler_snapshot)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/version.cpp PROPERTIES COMPILE_DEFINITIONS
    "SPARKLER_VERSION=\"${PROJECT_VERSION}\";SPARKLER_API_LEVEL=\"${SPARKLER_API_LEVEL}\"")

# The filters of this build. What sanitizers do of their own accord is allowed only where they are.
set(filter_sources ${CMAKE_SOURCE_DIR}/resources/seccomp/x86_64.json)
if(SPARKLER_SANITIZE)
    list(APPEND filter_sources ${CMAKE_SOURCE_DIR}/resources/seccomp/x86_64-sanitizers.json)
endif()
set(builtin_filters ${CMAKE_CURRENT_BINARY_DIR}/builtin_filters.cpp)
add_custom_command(OUTPUT ${builtin_filters}
    COMMAND sparkler-embed-filters ${filter_sources} > ${builtin_filters}
    DEPENDS sparkler-embed-filters ${filter_sources}
    VERBATIM)
add_library(sparkler_builtin_filters STATIC ${builtin_filters})
target_link_libraries(sparkler_builtin_filters PUBLIC sparkler_app_support sparkler_seccomp)
