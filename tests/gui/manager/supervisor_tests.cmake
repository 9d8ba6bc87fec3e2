find_package(Qt6 REQUIRED COMPONENTS Core Network)
add_executable(sparkler_fake_engine fake_engine.cpp)
target_link_libraries(sparkler_fake_engine PRIVATE Qt6::Core Qt6::Network)

foreach(test IN ITEMS tst_process_identity tst_log_tail tst_config_diff tst_emulated_runner tst_exchange_folder
        tst_jail_checks tst_jail_facts
        tst_jailed_runner tst_readiness tst_mmds_view tst_cpu_template_mistakes tst_cpu_tool
        tst_tap_state tst_make_tap)
    sparkler_gui_test(${test} SOURCES ${test}.cpp DEPENDS sparkler_gui_manager)
endforeach()
target_compile_definitions(tst_cpu_tool PRIVATE FAKE_TOOLS_PROGRAM="${CMAKE_CURRENT_SOURCE_DIR}/fake-tools")
target_compile_definitions(tst_make_tap PRIVATE MAKE_TAP="${CMAKE_SOURCE_DIR}/resources/network/make-tap")
target_compile_definitions(tst_readiness PRIVATE FAKE_ENGINE_PROGRAM="$<TARGET_FILE:sparkler_fake_engine>")
add_dependencies(tst_readiness sparkler_fake_engine)

foreach(test IN ITEMS tst_machine_start tst_machine_stop tst_machine_adopt tst_machine_apply
        tst_machine_jail tst_machine_resume)
    sparkler_gui_test(${test} SOURCES ${test}.cpp supervisor_fixture.h supervisor_fixture.cpp DEPENDS sparkler_gui_manager
        TIMEOUT 120)
    target_compile_definitions(${test} PRIVATE FAKE_ENGINE_PROGRAM="$<TARGET_FILE:sparkler_fake_engine>")
    add_dependencies(${test} sparkler_fake_engine)
endforeach()

target_compile_definitions(tst_machine_jail PRIVATE FAKE_JAILER_PROGRAM="${CMAKE_CURRENT_SOURCE_DIR}/fake-jailer")

sparkler_gui_test(tst_machine_real_engine SOURCES tst_machine_real_engine.cpp supervisor_fixture.h supervisor_fixture.cpp
    DEPENDS sparkler_gui_manager)
target_compile_definitions(tst_machine_real_engine PRIVATE FAKE_ENGINE_PROGRAM="$<TARGET_FILE:sparkler_fake_engine>"
    REAL_ENGINE_PROGRAM="$<TARGET_FILE:sparkler-engine>")
add_dependencies(tst_machine_real_engine sparkler-engine)

# The tool, the engine and a guest agree on the processor.
sparkler_gui_test(tst_machine_cpu SOURCES tst_machine_cpu.cpp supervisor_fixture.h supervisor_fixture.cpp
    DEPENDS sparkler_gui_manager LABELS kvm TIMEOUT 300)
target_compile_definitions(tst_machine_cpu PRIVATE FAKE_ENGINE_PROGRAM="$<TARGET_FILE:sparkler_fake_engine>"
    REAL_ENGINE_PROGRAM="$<TARGET_FILE:sparkler-engine>" REAL_TOOLS_PROGRAM="$<TARGET_FILE:sparkler-tools>"
    TINY_GUEST_DIR="${tiny_guest_directory}")
add_dependencies(tst_machine_cpu sparkler-engine sparkler-tools tiny_guest_images)
