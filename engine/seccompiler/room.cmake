# The archive, never the shared object. The engine has nothing of it: its filters are compiled when it is built.
find_library(LIBSECCOMP_ARCHIVE NAMES libseccomp.a REQUIRED)
sparkler_room(seccompiler
    SOURCES seccompiler/bpf_builder.cpp seccompiler/compile.cpp seccompiler/filter_source.cpp
    DEPENDS sparkler_seccomp
    PRIVATE_DEPENDS ${LIBSECCOMP_ARCHIVE})

# The built-in filters as constant arrays: a program of the build's own writes them.
add_executable(sparkler-embed-filters seccompiler/embed_filters.cpp)
target_link_libraries(sparkler-embed-filters PRIVATE sparkler_seccompiler)
