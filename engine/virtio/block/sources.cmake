list(APPEND virtio_sources
    virtio/block/disk_file.cpp virtio/block/request.cpp virtio/block/sync_backend.cpp virtio/block/async_backend.cpp
    virtio/block/device.cpp virtio/block/device_io.cpp)
