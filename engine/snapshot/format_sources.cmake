# The state file. Its schema becomes a header at build time; as a system header, since the warnings we build with are not
# for generated code.
find_program(FLATC flatc REQUIRED)
find_path(FLATBUFFERS_INCLUDE flatbuffers/flatbuffers.h REQUIRED)
# CRC-64. The archive, never the shared object: the engine is one static file; two small objects of it are linked.
find_library(LIBLZMA_ARCHIVE NAMES liblzma.a REQUIRED)

set(snapshot_wire_dir ${CMAKE_BINARY_DIR}/generated)
set(snapshot_wire_header ${snapshot_wire_dir}/snapshot_wire/state_generated.h)
add_custom_command(OUTPUT ${snapshot_wire_header}
    COMMAND ${FLATC} --cpp --cpp-std c++17 --scoped-enums -o ${snapshot_wire_dir}/snapshot_wire ${CMAKE_CURRENT_LIST_DIR}/state.fbs
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/state.fbs
    COMMENT "Generating the snapshot's wire format")
add_custom_target(sparkler_snapshot_schema DEPENDS ${snapshot_wire_header})
add_library(sparkler_snapshot_wire INTERFACE)
add_dependencies(sparkler_snapshot_wire sparkler_snapshot_schema)
target_include_directories(sparkler_snapshot_wire SYSTEM INTERFACE ${snapshot_wire_dir} ${FLATBUFFERS_INCLUDE})

list(APPEND snapshot_sources
    snapshot/decode_cpu.cpp snapshot/decode_devices.cpp snapshot/decode_machine.cpp snapshot/decode_values.cpp
    snapshot/encode_cpu.cpp snapshot/encode_devices.cpp snapshot/encode_machine.cpp
    snapshot/origin.cpp snapshot/place.cpp snapshot/semver.cpp snapshot/state_file.cpp snapshot/state_rules.cpp
    snapshot/versions.cpp)
list(APPEND snapshot_libraries sparkler_snapshot_wire ${LIBLZMA_ARCHIVE})
