set(manager_snapshot_sources
    manager/snapshots/archive.cpp
    manager/snapshots/clone.cpp
    manager/snapshots/compatibility.cpp
    manager/snapshots/create.cpp
    manager/snapshots/exchange_folder.cpp
    manager/snapshots/host_cpu.cpp
    manager/snapshots/library.h manager/snapshots/library.cpp
    manager/snapshots/library_tasks.cpp
    manager/snapshots/lineage.cpp
    manager/snapshots/memory_image.cpp
    manager/snapshots/operation.h manager/snapshots/operation.cpp
    manager/snapshots/plans.cpp
    manager/snapshots/restore.cpp
    manager/snapshots/restore_journal.cpp
    manager/snapshots/snapshot_folder.cpp
    manager/snapshots/snapshot_json.cpp
    manager/snapshots/snapshot_scan.cpp
    manager/snapshots/snapshot_text.cpp
    manager/snapshots/state_description.cpp
    manager/snapshots/transfer.cpp
    manager/snapshots/upkeep.cpp
    manager/snapshots/verify.cpp
    manager/snapshots/work_folder.cpp)
