list(APPEND virtio_sources virtio/entropy/random_source.cpp virtio/entropy/device.cpp)
