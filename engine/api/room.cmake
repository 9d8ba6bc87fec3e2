sparkler_room(api
    SOURCES api/balloon_json.cpp api/body_parsers.cpp api/controller.cpp api/controller_devices.cpp api/controller_snapshot.cpp api/device_parsers.cpp api/exchange.cpp api/http.cpp api/request_target.cpp api/routes.cpp api/server.cpp api/snapshot_parsers.cpp
            api/unsupported.cpp api/vmm_proxy.cpp
    DEPENDS sparkler_base sparkler_config sparkler_events sparkler_machine sparkler_snapshot sparkler_telemetry
    PRIVATE_DEPENDS Threads::Threads)
