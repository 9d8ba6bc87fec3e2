# Reusable widgets: nothing here knows machines, the engine or the disk state of the manager.
set(SPARKLER_TERMINAL_SOURCES)
if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/terminal/sources.cmake)
    include(${CMAKE_CURRENT_LIST_DIR}/terminal/sources.cmake)
endif()
sparkler_gui_room(widgets
    SOURCES
        ${CMAKE_SOURCE_DIR}/resources/icons/sparkler_icons.qrc
        widgets/byte_size_field.cpp
        widgets/card.cpp
        widgets/console_thumbnail.cpp
        widgets/copy_block.cpp
        widgets/elided_label.cpp
        widgets/empty_state.cpp
        widgets/error_details.cpp
        widgets/flow_layout.cpp
        widgets/fold.cpp
        widgets/form_section.cpp
        widgets/icons.cpp
        widgets/inline_message.cpp
        widgets/json_highlighter.cpp
        widgets/json_view.cpp
        widgets/line_numbers.cpp
        widgets/live_plot.cpp
        widgets/page_column.cpp
        widgets/path_field.cpp
        widgets/plot_controls.cpp
        widgets/plot_scale.cpp
        widgets/rate_limiter_editor.cpp
        widgets/search_field.cpp
        widgets/sparkline.cpp
        widgets/style.cpp
        widgets/style_parts.cpp
        widgets/tag_editor.cpp
        widgets/theme.cpp
        widgets/time_series.cpp
        widgets/token_bucket_editor.cpp
        widgets/validity.cpp
        ${SPARKLER_TERMINAL_SOURCES}
    DEPENDS text
    QT Core Gui Widgets Svg
    LIBRARIES PkgConfig::VTERM)
