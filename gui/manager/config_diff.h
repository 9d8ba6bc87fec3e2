#pragma once

#include "manager/machine_definition.h"

namespace sparkler::gui {

/// A live change of one drive: from what the engine has to what it should have. Paths are the user's.
struct DriveChange {
    DriveUpdate update;
    bool readOnly = false; ///< how the engine has opened it
};

/// The live changes that lead from `running` towards `wanted`.
QList<DriveChange> liveChanges(const VmConfig &running, const VmConfig &wanted);

/// The live changes of interfaces' limits that lead from `running` towards `wanted`.
QList<NetworkInterfaceUpdate> liveInterfaceChanges(const VmConfig &running, const VmConfig &wanted);

/// Whether both limit alike: a limiter whose buckets are all off limits nothing, like none.
bool sameLimits(const std::optional<RateLimiter> &a, const std::optional<RateLimiter> &b);

/// What a restart would change, one translated line each; empty: nothing.
QStringList restartLines(const VmConfig &running, LogLevel runningLevel, const VmConfig &wanted, LogLevel wantedLevel);

/// The limiter to send so that the engine has `wanted` afterwards: an absent bucket would stay, so it is switched off.
RateLimiter limiterForPatch(const std::optional<RateLimiter> &wanted);

} // namespace sparkler::gui
