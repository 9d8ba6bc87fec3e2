list(APPEND virtio_sources
    virtio/vsock/config_space.cpp virtio/vsock/packet.cpp virtio/vsock/tx_buffer.cpp virtio/vsock/handshake.cpp virtio/vsock/kill_queue.cpp
    virtio/vsock/connection.cpp virtio/vsock/muxer.cpp virtio/vsock/unix_backend.cpp
    virtio/vsock/device.cpp virtio/vsock/device_io.cpp)
