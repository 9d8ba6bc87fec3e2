#pragma once

#include "app/options.h"

namespace sparkler {

/// What --describe-snapshot prints: "v1.4.0", the microVM version that the state file was made for. Failure:
/// GenericError with the words of the reference (snapshots.md, 6.3).
std::expected<Information, StartFailure> describeSnapshot(const SnapshotQuery &query);

} // namespace sparkler
