sparkler_room(legacy
    SOURCES legacy/boot_timer.cpp legacy/i8042.cpp legacy/uart16550.cpp
    DEPENDS sparkler_base sparkler_bus sparkler_telemetry)
