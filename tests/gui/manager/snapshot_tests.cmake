sparkler_gui_test(tst_snapshot_scan SOURCES tst_snapshot_scan.cpp snapshot_testing.h DEPENDS sparkler_gui_manager)
sparkler_gui_test(tst_snapshot_lineage SOURCES tst_snapshot_lineage.cpp snapshot_testing.h DEPENDS sparkler_gui_manager)
sparkler_gui_test(tst_snapshot_memory SOURCES tst_snapshot_memory.cpp DEPENDS sparkler_gui_manager)
sparkler_gui_test(tst_snapshot_compatibility SOURCES tst_snapshot_compatibility.cpp snapshot_testing.h
    DEPENDS sparkler_gui_manager)
foreach(test IN ITEMS tst_snapshot_create tst_snapshot_restore tst_snapshot_clone tst_snapshot_upkeep tst_snapshot_archive)
    sparkler_gui_test(${test} SOURCES ${test}.cpp snapshot_fixture.h snapshot_testing.h supervisor_fixture.h
        supervisor_fixture.cpp DEPENDS sparkler_gui_manager TIMEOUT 180)
    target_compile_definitions(${test} PRIVATE FAKE_ENGINE_PROGRAM="$<TARGET_FILE:sparkler_fake_engine>")
    add_dependencies(${test} sparkler_fake_engine)
endforeach()
# It makes archives as strangers would.
target_link_libraries(tst_snapshot_archive PRIVATE PkgConfig::ARCHIVE)
