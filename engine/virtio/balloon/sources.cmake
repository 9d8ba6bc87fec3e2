list(APPEND virtio_sources
    virtio/balloon/page_list.cpp virtio/balloon/statistics.cpp virtio/balloon/hinting_run.cpp virtio/balloon/balloon.cpp
    virtio/balloon/balloon_queues.cpp virtio/balloon/balloon_state.cpp)
