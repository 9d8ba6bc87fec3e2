set(pages_live_sources)
set(pages_edit_sources)
set(pages_snapshot_sources)
include(pages/live_sources.cmake OPTIONAL)
include(pages/edit_sources.cmake OPTIONAL)
include(pages/snapshot_sources.cmake OPTIONAL)
sparkler_gui_room(pages
    SOURCES
        pages/help_dialog.cpp
        pages/help_link.cpp
        pages/machine_page.cpp
        pages/state_look.cpp
        ${pages_live_sources}
        ${pages_edit_sources}
        ${pages_snapshot_sources}
    DEPENDS models widgets
    QT Core Gui Widgets)
