list(APPEND virtio_sources
    virtio/net/features.cpp virtio/net/pieces.cpp virtio/net/pass.cpp virtio/net/tap.cpp virtio/net/frame_stream.cpp
    virtio/net/stream.cpp virtio/net/receive_buffers.cpp virtio/net/receiver.cpp virtio/net/transmitter.cpp
    virtio/net/device.cpp)
