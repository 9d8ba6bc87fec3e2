set(manager_store_sources
    manager/asset_library.h manager/asset_library.cpp
    manager/asset_recognise.cpp
    manager/definition_json.cpp
    manager/device_rules.cpp
    manager/disk_work.h manager/disk_work.cpp
    manager/failure.cpp
    manager/file_copy.cpp
    manager/help_topic.cpp
    manager/machine_directory.cpp
    manager/machine_files.cpp
    manager/machine_import.cpp
    manager/machine_store.h manager/machine_store.cpp
    manager/machine_trash.cpp
    manager/paths.cpp
    manager/process_step.h manager/process_step.cpp
    manager/store_files.cpp
    manager/task.h manager/task.cpp
    manager/worker.h manager/worker.cpp
    manager/workspace.h manager/workspace.cpp)
