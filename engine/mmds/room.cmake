# The cipher and base64 of the session tokens. The archive, never the shared object: the engine is one static file.
find_library(LIBSODIUM_ARCHIVE NAMES libsodium.a REQUIRED)
sparkler_room(mmds
    SOURCES mmds/data_store.cpp mmds/ethernet.cpp mmds/http_answer.cpp mmds/http_request.cpp mmds/http_session.cpp
            mmds/ipv4_packet.cpp mmds/metadata_service.cpp mmds/network_stack.cpp mmds/request_handler.cpp mmds/tcp_connection.cpp
            mmds/tcp_segment.cpp mmds/tcp_server.cpp mmds/token_authority.cpp
    DEPENDS sparkler_base sparkler_telemetry
    PRIVATE_DEPENDS ${LIBSODIUM_ARCHIVE})
