set(snapshot_sources snapshot/create.cpp snapshot/load.cpp snapshot/paging.cpp)
set(snapshot_libraries)
include(${CMAKE_CURRENT_LIST_DIR}/memory_sources.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/format_sources.cmake)
sparkler_room(snapshot SOURCES ${snapshot_sources}
    DEPENDS sparkler_machine
    PRIVATE_DEPENDS ${snapshot_libraries})
