# The jail that root builds, with the command line of Firecracker's jailer.
list(APPEND jailer_sources privileged/options.cpp)
