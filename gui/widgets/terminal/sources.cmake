# Included by the room; paths are relative to gui/.
set(SPARKLER_TERMINAL_SOURCES
    widgets/terminal/terminal_accessible.cpp
    widgets/terminal/terminal_engine.cpp
    widgets/terminal/terminal_filter.cpp
    widgets/terminal/terminal_keys.cpp
    widgets/terminal/terminal_palette.cpp
    widgets/terminal/terminal_search_bar.cpp
    widgets/terminal/terminal_surface.cpp
    widgets/terminal/terminal_text.cpp
    widgets/terminal/terminal_view.cpp
    widgets/terminal/terminal_view_input.cpp
    widgets/terminal/terminal_widget.cpp)
