# The jail that root builds, with the command line of Firecracker's jailer.
list(APPEND jailer_sources
    privileged/beneath.cpp privileged/cgroup_files.cpp privileged/cgroup_layout.cpp privileged/cgroup_mounts.cpp
    privileged/executable_copy.cpp privileged/jail_content.cpp privileged/options.cpp privileged/private_root.cpp
    privileged/privileged.cpp privileged/privileged_jail.cpp privileged/process.cpp privileged/settings.cpp)
set_source_files_properties(privileged/privileged.cpp PROPERTIES COMPILE_DEFINITIONS "SPARKLER_API_LEVEL=\"${SPARKLER_API_LEVEL}\"")
