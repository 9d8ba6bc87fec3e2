sparkler_room(machine
    SOURCES machine/balloon.cpp machine/console_scrollback.cpp machine/console_server.cpp machine/drive.cpp machine/limiters.cpp
        machine/identity.cpp machine/cpu_choice.cpp machine/configure.cpp machine/machine.cpp machine/machine_snapshot.cpp machine/machine_state.cpp machine/network.cpp
        machine/resources.cpp machine/resources_snapshot.cpp machine/serial_console.cpp machine/terminal.cpp machine/vcpu_thread.cpp
        machine/virtio_board.cpp
    DEPENDS sparkler_base sparkler_events sparkler_telemetry sparkler_memory sparkler_ratelimit sparkler_bus
        sparkler_hypervisor sparkler_boot sparkler_legacy sparkler_mmds sparkler_virtio sparkler_config sparkler_arch)
