#pragma once

#include "machine/machine_state.h"
#include "snapshot/state_file.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace sparkler::test {

/// One vCPU, nothing but what a machine must have.
MachineState smallestState();
/// Two vCPUs and one of everything, with every option set. Always the same: a file of it is in golden/.
MachineState fullState();
/// Anything that obeys the rules.
MachineState randomState(std::mt19937_64 &random);

snapshot::SnapshotOrigin sampleOrigin();

/// A state file around any payload, with the right checksum. `formatVersion` etc.: what the header says.
struct FileParts {
    std::uint64_t magic = 0x5350'4b4c'0000'8664;
    std::uint16_t formatVersion = 1;
    std::uint16_t dataVersion = 8;
    std::uint32_t reserved = 0;
};
std::vector<std::byte> stateFileOf(std::span<const std::byte> payload, const FileParts &parts = {});
/// The payload of a state file.
std::span<const std::byte> payloadOf(std::span<const std::byte> file);
/// Puts the right checksum at the end. At least 8 bytes.
void fixChecksum(std::span<std::byte> file);

} // namespace sparkler::test
