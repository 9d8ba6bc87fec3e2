sparkler_room(base SOURCES base/fd.cpp base/os_error.cpp base/clock.cpp base/format.cpp base/arguments.cpp base/instance_id.cpp
    base/ipv4_address.cpp base/http_syntax.cpp
    base/json.cpp base/json_number.cpp base/json_scalars.cpp base/json_struct.cpp base/json_text.cpp base/json_value.cpp
    base/json_writer.cpp base/log_level.cpp base/mac_address.cpp base/random.cpp base/unix_socket.cpp)
