#pragma once

// The state file of a snapshot: header, payload, checksum. docs/snapshots.md tells of the format.

#include "base/fd.h"
#include "base/result.h"
#include "machine/machine_state.h"
#include "snapshot/origin.h"
#include "snapshot/versions.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sparkler::snapshot {

/// The layout of the file that this engine writes, and the newest that it reads.
inline constexpr std::uint16_t kFormatVersion = 1;

/// A whole state file. What is returned has been decoded once: a snapshot that could not be loaded is never written.
/// Error: InvalidInput "Invalid snapshot state: …", for a state that breaks a rule or limit of the format.
Result<std::vector<std::byte>> encodeState(const MachineState &state, DataVersion version,
                                           const SnapshotOrigin &origin);

/// The machine in a whole state file, from whomever it comes: every length, count, value and name in it is checked, but
/// for what a device's registers and the kernel's structs hold, which whoever restores them checks. Errors, the first
/// that applies in the order of the reference (snapshots.md, 6): "Snapshot size exceeds limit of … bytes" (TooLarge),
/// then InvalidInput "Snapshot file is smaller than CRC length.", "CRC64 validation failed", "Magic value does not
/// match arch: …", "Invalid format version: …", "Invalid data version: …", and "Invalid snapshot state: …" with the
/// field.
Result<MachineState> decodeState(std::span<const std::byte> file);

/// What a state file says of itself.
struct Description {
    std::uint16_t formatVersion = 0;
    DataVersion dataVersion{};
    SnapshotOrigin origin;
    MachineConfig config;
    bool hasRealtime = false; ///< whether it can be loaded with clock_realtime
    bool operator==(const Description &) const = default;
};
/// Checks header, checksum and structure, but decodes no more than it returns. Errors: as decodeState().
Result<Description> describeState(std::span<const std::byte> file);
/// Errors: Host or NotFound "Unable to open snapshot state file: …"; else "Invalid data format version of snapshot
/// file: …" around those of decodeState().
Result<Description> describeState(const std::string &path);

/// A state file's bytes; it must be a regular file. Errors: TooLarge "Snapshot size exceeds limit of … bytes"; Host "IO
/// Error: …".
Result<std::vector<std::byte>> readStateFile(const Fd &file);
/// Opens a file for readStateFile() without ever waiting for another process, as opening a FIFO would. Error: Host or
/// NotFound with the bare reason.
Result<Fd> openStateFile(const std::string &path);
/// Opens, reads and decodes. Error: what follows "Failed to restore from snapshot: " in the answer to a client.
Result<MachineState> loadState(const std::string &path);

} // namespace sparkler::snapshot
