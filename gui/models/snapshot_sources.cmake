set(models_snapshot_sources
    models/lineage.cpp)
