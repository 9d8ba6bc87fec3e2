#pragma once

// Field tables and readers of the configuration structs. Private to the room.
// The order of the rows is the order in which missing fields are reported and known ones are listed in messages. The
// lists are those of API level 1.4, whose texts are documented; fields that came later (or before) are read but not
// listed.

#include "base/json_struct.h"
#include "config/parse.h"

namespace sparkler::tables {

/// PUT /drives as read; `pathOnHost` is decided upon afterwards.
struct DriveBody {
    std::string driveId;
    std::optional<std::string> pathOnHost;
    bool isRootDevice = false;
    std::optional<std::string> partuuid;
    std::optional<bool> isReadOnly;
    CacheType cacheType = CacheType::Unsafe;
    std::optional<RateLimiterConfig> rateLimiter;
    std::optional<IoEngine> ioEngine;
    std::optional<std::string> socket;
};

/// PUT /vsocks/{id} as read.
struct OldVsockBody {
    std::string id;
    std::uint32_t guestCid = 0;
    std::optional<std::string> udsPath;
};

bool readMachineConfig(JsonReader &reader, MachineConfigUpdate &out);
bool readMachineConfigUpdate(JsonReader &reader, MachineConfigUpdate &out);
bool readBootSource(JsonReader &reader, BootSourceConfig &out);
bool readDrive(JsonReader &reader, DriveBody &out);
bool readDriveUpdate(JsonReader &reader, DriveUpdate &out);
bool readLogger(JsonReader &reader, LoggerConfig &out);
bool readMetrics(JsonReader &reader, MetricsConfig &out);
bool readSerial(JsonReader &reader, SerialConfig &out);
bool readNetwork(JsonReader &reader, NetworkConfig &out);
bool readNetworkUpdate(JsonReader &reader, NetworkUpdate &out);
bool readMmdsConfig(JsonReader &reader, MmdsConfig &out);
bool readVsock(JsonReader &reader, VsockConfig &out);
bool readOldVsock(JsonReader &reader, OldVsockBody &out);
bool readBalloon(JsonReader &reader, BalloonConfig &out);
bool readEntropy(JsonReader &reader, EntropyConfig &out);

/// Decides between the forms of a drive. The category of the fault follows the origin.
Result<DriveConfig> toDriveConfig(DriveBody body, Origin origin);

} // namespace sparkler::tables
