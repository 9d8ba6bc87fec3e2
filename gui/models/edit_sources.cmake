set(models_edit_sources
    models/drive_model.cpp
    models/drive_text.cpp)
