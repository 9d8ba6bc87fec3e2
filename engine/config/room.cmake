sparkler_room(config
    SOURCES config/config_file.cpp config/json_tables.cpp config/parse.cpp config/rules.cpp config/serialize.cpp
    DEPENDS sparkler_base)
