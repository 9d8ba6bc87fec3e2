sparkler_room(seccomp SOURCES seccomp/container.cpp seccomp/filter_set.cpp seccomp/install.cpp DEPENDS sparkler_base)
