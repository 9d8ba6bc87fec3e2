sparkler_room(machine
    SOURCES machine/console_scrollback.cpp machine/console_server.cpp machine/drive.cpp machine/machine.cpp
        machine/resources.cpp machine/serial_console.cpp machine/terminal.cpp machine/vcpu_thread.cpp
        machine/virtio_board.cpp
    DEPENDS sparkler_base sparkler_events sparkler_telemetry sparkler_memory sparkler_ratelimit sparkler_bus
        sparkler_hypervisor sparkler_boot sparkler_legacy sparkler_virtio sparkler_config sparkler_arch)
