set(models_snapshot_sources
    models/lanes.cpp
    models/snapshot_filter_model.cpp
    models/snapshot_tree_model.cpp)
