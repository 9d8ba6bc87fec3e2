#pragma once

// What a configuration must obey beyond its JSON shape, and how updates merge. Pure; the fault texts are final.

#include "base/result.h"
#include "config/parse.h"
#include "config/types.h"

#include <span>
#include <string>
#include <string_view>

namespace sparkler {

/// What a fault is about; the words in front of it depend on the origin as well.
enum class Category { Balloon, BootSource, Drive, Entropy, Logger, Machine, Metrics, MmdsConfig, Network, Vsock };

/// `text` with the category in front: "Drive config error: …" for the API, "Block device error: …" for the file.
std::string inCategory(Category category, Origin origin, std::string_view text);

/// `current` with the update applied, not checked.
MachineConfig withUpdate(const MachineConfig &current, const MachineConfigUpdate &update);
/// `current` with the update applied, if the result is allowed (nothing is ever half stored).
Result<MachineConfig> mergeMachineConfig(const MachineConfig &current, const MachineConfigUpdate &update,
                                         Origin origin = Origin::Api);
/// vCPUs 1..32, and 1 or even with SMT; memory not 0 and a multiple of the huge page size.
Result<> checkMachineConfig(const MachineConfig &config, Origin origin = Origin::Api);

/// Printable ASCII, at most 2048 bytes with the terminating NUL.
Result<> checkBootArgs(std::string_view bootArgs, Origin origin = Origin::Api);

/// Whether `drive` may join (or replace its namesake in) `drives`: one root drive only.
Result<> checkDrive(std::span<const DriveConfig> drives, const DriveConfig &drive, Origin origin = Origin::Api);
/// Whether the PATCH patches anything. Part of the request's parsing: it comes before phase and existence.
Result<> checkDriveUpdate(const DriveUpdate &update);

/// Whether `config`'s MAC is free: no other interface has it.
Result<> checkNetwork(std::span<const NetworkConfig> interfaces, const NetworkConfig &config,
                      Origin origin = Origin::Api);
/// A link-local address, and interfaces, all of which exist.
Result<> checkMmdsConfig(std::span<const NetworkConfig> interfaces, const MmdsConfig &config,
                         Origin origin = Origin::Api);
/// A CID that can be a guest's: 0 to 2 and 2^32 - 1 have a meaning of their own (linux/vm_sockets.h).
Result<> checkVhostVsock(const VhostVsockConfig &config, Origin origin = Origin::Api);
/// The target fits into the machine's memory.
Result<> checkBalloon(const BalloonConfig &balloon, const MachineConfig &machine, Origin origin = Origin::Api);
/// The machine's memory holds the balloon that is configured already.
Result<> checkMemoryHoldsBalloon(const MachineConfig &machine, const BalloonConfig &balloon);

/// A bucket without size or refill time limits nothing.
bool isOff(const TokenBucketConfig &bucket);
/// The limiter without its buckets that are off; nothing when none is left.
std::optional<RateLimiterConfig> effectiveRateLimiter(const std::optional<RateLimiterConfig> &limiter);
/// PATCH: buckets given in `update` replace those in `current`, a bucket that is off removes it.
std::optional<RateLimiterConfig> mergeRateLimiter(const std::optional<RateLimiterConfig> &current,
                                                  const RateLimiterConfig &update);

} // namespace sparkler
