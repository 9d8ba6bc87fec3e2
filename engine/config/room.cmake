sparkler_room(config
    SOURCES config/config_file.cpp config/cpu_template_json.cpp config/cpu_template_merge.cpp config/cpu_template_text.cpp config/json_tables.cpp config/parse.cpp config/rules.cpp config/serialize.cpp
    DEPENDS sparkler_base)
