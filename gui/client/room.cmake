sparkler_gui_room(client
    SOURCES
        client/api_connection.h client/api_connection.cpp
        client/balloon.cpp
        client/console_client.h client/console_client.cpp
        client/engine_client.h client/engine_client.cpp
        client/error.cpp
        client/http_parser.h client/http_parser.cpp
        client/json.cpp
        client/json_devices.cpp
        client/snapshots.cpp
        client/snippets.cpp
    QT Core Network)
