list(APPEND snapshot_sources snapshot/atomic_file.cpp snapshot/file_io.cpp snapshot/memory_file.cpp snapshot/pagemap.cpp
    snapshot/rebase.cpp snapshot/residency.cpp
    snapshot/uffd.cpp snapshot/userfaultfd.cpp snapshot/working_set.cpp
    snapshot/working_set_prefetcher.cpp snapshot/working_set_recorder.cpp)
