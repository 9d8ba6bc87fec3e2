sparkler_room(virtio
    SOURCES
        virtio/descriptor_chain.cpp virtio/queue.cpp virtio/mmio_transport.cpp
        virtio/block/disk_file.cpp virtio/block/request.cpp virtio/block/sync_backend.cpp virtio/block/async_backend.cpp
        virtio/block/device.cpp virtio/block/device_io.cpp
    DEPENDS sparkler_base sparkler_bus sparkler_events sparkler_memory sparkler_ratelimit sparkler_telemetry
    PRIVATE_DEPENDS ${LIBURING_ARCHIVE})
