#pragma once

// Request bodies and the configuration file, from JSON to values. Pure: text in, value or fault text out.
// A body that is not what its struct asks for gives "An error occurred when deserializing the json body of a request:
// ….".

#include "base/json_value.h"
#include "base/result.h"
#include "config/cpu_template.h"
#include "config/types.h"

#include <optional>
#include <string_view>
#include <variant>

namespace sparkler {

/// Where a configuration came from; it decides the category words in front of a fault.
enum class Origin { Api, ConfigFile };

/// PUT /machine-config: `vcpuCount` and `memSizeMib` are always present. Not checked against the rules yet.
Result<MachineConfigUpdate> parseMachineConfig(std::string_view json);
/// PATCH /machine-config. At least one field is present.
Result<MachineConfigUpdate> parseMachineConfigUpdate(std::string_view json);
/// PUT /cpu-config.
Result<CustomCpuTemplate> parseCpuConfig(std::string_view json);
Result<BootSourceConfig> parseBootSource(std::string_view json);
Result<DriveConfig> parseDrive(std::string_view json);
/// May be without any property to patch; see checkDriveUpdate().
Result<DriveUpdate> parseDriveUpdate(std::string_view json);
Result<LoggerConfig> parseLogger(std::string_view json);
Result<MetricsConfig> parseMetrics(std::string_view json);
Result<SerialConfig> parseSerial(std::string_view json);
Result<NetworkConfig> parseNetwork(std::string_view json);
Result<NetworkUpdate> parseNetworkUpdate(std::string_view json);
Result<MmdsConfig> parseMmdsConfig(std::string_view json);
Result<VsockConfig> parseVsock(std::string_view json);
/// PUT /vsocks/{id} of drivers from before API level 0.19. With a path in it (0.18) it is today's device, with
/// `vsockId` set; without one it is that of the host's kernel.
Result<std::variant<VsockConfig, VhostVsockConfig>> parseOldVsock(std::string_view json);
Result<BalloonConfig> parseBalloon(std::string_view json);
/// PATCH /balloon: the new target in MiB.
Result<std::uint32_t> parseBalloonUpdate(std::string_view json);
/// PATCH /balloon/statistics: the new interval in seconds.
Result<std::uint16_t> parseBalloonStatsUpdate(std::string_view json);
/// PATCH /balloon/hinting/start: whether the guest's end ends the run; true when the body (or all of it) is missing.
Result<bool> parseStartHinting(std::string_view json);
Result<EntropyConfig> parseEntropy(std::string_view json);
/// Any JSON value.
Result<JsonValue> parseJsonBody(std::string_view json);

/// The whole --config-file. Error: "Invalid JSON: …"; the errors in the value start with their categories as well
/// ("Block device error: …").
Result<VmConfigFile> parseConfigFile(std::string_view json);

/// The fault for a JSON body, around the reader's own message.
Error bodyError(std::string_view message);

} // namespace sparkler
