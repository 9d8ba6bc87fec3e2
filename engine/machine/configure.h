#pragma once

#include "base/json_value.h"
#include "config/types.h"
#include "machine/resources.h"

#include <optional>

namespace sparkler {

/// Fills the metadata store, and says so in the log. Error: TooLarge, as of MetadataService::put().
Result<> loadMetadata(Resources &resources, JsonValue metadata);

/// Applies a configuration file but for its logger and its metrics, which are the process's: all sections in the order
/// of the reference (rest-api.md 10.1), with `metadata` (--metadata) in its place among them. Errors start with their
/// category ("Block device error: …"); what came before them is applied. VMM thread.
Result<> configure(Resources &resources, const VmConfigFile &file, std::optional<JsonValue> metadata = {});

/// What InstanceStart builds of `resources`, whose kernel is there; borrows from them. Who starts it adds the console,
/// the boot timer and what concerns its threads.
MachinePlan planOf(const Resources &resources);

} // namespace sparkler
