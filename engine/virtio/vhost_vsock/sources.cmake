list(APPEND virtio_sources virtio/vhost_vsock/control.cpp virtio/vhost_vsock/device.cpp)
