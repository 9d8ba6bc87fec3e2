# Each device folder lists its sources itself.
set(virtio_sources virtio/descriptor_chain.cpp virtio/queue.cpp virtio/mmio_transport.cpp
    virtio/mmio_transport_state.cpp)
foreach(device block net vsock vhost_vsock balloon entropy)
    include(virtio/${device}/sources.cmake)
endforeach()
sparkler_room(virtio
    SOURCES ${virtio_sources}
    DEPENDS sparkler_base sparkler_bus sparkler_events sparkler_memory sparkler_ratelimit sparkler_telemetry
    PRIVATE_DEPENDS ${LIBURING_ARCHIVE})
