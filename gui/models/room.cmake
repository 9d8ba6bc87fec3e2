set(models_live_sources)
set(models_edit_sources)
set(models_snapshot_sources)
include(models/live_sources.cmake OPTIONAL)
include(models/edit_sources.cmake OPTIONAL)
include(models/snapshot_sources.cmake OPTIONAL)
sparkler_gui_room(models
    SOURCES
        models/machine_model.cpp
        models/machine_filter_model.cpp
        ${models_live_sources}
        ${models_edit_sources}
        ${models_snapshot_sources}
    DEPENDS manager
    QT Core Gui)
