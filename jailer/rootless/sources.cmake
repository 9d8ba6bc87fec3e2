# Appends to jailer_sources.
list(APPEND jailer_sources landlock.cpp
    rootless/control_group.cpp rootless/devices.cpp rootless/diagnosis.cpp rootless/first_process.cpp rootless/forward.cpp
    rootless/lent_privilege.cpp rootless/lid.cpp rootless/mounts.cpp rootless/options.cpp rootless/passt.cpp rootless/plan.cpp
    rootless/private_root.cpp rootless/privileges.cpp rootless/rootless.cpp rootless/show.cpp)
