include(manager/store_sources.cmake OPTIONAL)
include(manager/supervisor_sources.cmake OPTIONAL)
include(manager/snapshot_sources.cmake OPTIONAL)
sparkler_gui_room(manager SOURCES ${manager_store_sources} ${manager_supervisor_sources} ${manager_snapshot_sources}
    DEPENDS client QT Core Network LIBRARIES PkgConfig::ARCHIVE)
