# find_package(SparklerEngine) gives Sparkler::engine.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
include(${CMAKE_CURRENT_LIST_DIR}/SparklerEngineTargets.cmake)
