set(models_edit_sources
    models/cpu_feature_meanings.cpp
    models/cpu_feature_model.cpp
    models/drive_model.cpp
    models/drive_text.cpp
    models/interface_model.cpp
    models/json_tree_model.cpp)
