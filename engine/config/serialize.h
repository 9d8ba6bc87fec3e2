#pragma once

#include "config/types.h"

#include <string>
#include <string_view>

namespace sparkler {

/// As the API spells it.
std::string_view nameOf(CpuTemplate value);

/// GET /machine-config. `cpu_template` and `huge_pages` appear only when they are set.
std::string toJson(const MachineConfig &config);
/// GET /balloon. The newer keys appear only when they are set.
std::string toJson(const BalloonConfig &config);
/// GET /vm/config: the keys of API level 1.4, in their order; sections of devices that do not exist are null or empty,
/// and keys of later levels appear only when they are set.
std::string toJson(const FullVmConfig &config);

} // namespace sparkler
