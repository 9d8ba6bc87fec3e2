set(snapshot_sources snapshot/create.cpp snapshot/load.cpp snapshot/paging.cpp)
set(snapshot_libraries)
foreach(part memory format)
    if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/${part}_sources.cmake)
        include(${CMAKE_CURRENT_LIST_DIR}/${part}_sources.cmake)
    endif()
endforeach()
sparkler_room(snapshot SOURCES ${snapshot_sources}
    DEPENDS sparkler_machine
    PRIVATE_DEPENDS ${snapshot_libraries})
