#pragma once

// Between a machine's state and the FlatBuffer that stands for it in the file (state.fbs), theme by theme. Internal to
// the room: state_file.h is the way in.

#include "machine/machine_state.h"
#include "snapshot/origin.h"
#include "snapshot/place.h"

#include <snapshot_wire/state_generated.h>

namespace sparkler::snapshot {

using Builder = flatbuffers::FlatBufferBuilder;

// ---- Into the file. Nothing is checked: what came out is decoded once before it is given away.

flatbuffers::Offset<wire::Origin> encodeOrigin(Builder &builder, const SnapshotOrigin &origin);
flatbuffers::Offset<wire::Vcpu> encodeVcpu(Builder &builder, const VcpuState &vcpu);
flatbuffers::Offset<wire::Vm> encodeVm(Builder &builder, const VmState &vm);
flatbuffers::Offset<wire::Balloon> encodeBalloon(Builder &builder, const SavedBalloon &balloon);
flatbuffers::Offset<wire::Drive> encodeDrive(Builder &builder, const SavedDrive &drive);
flatbuffers::Offset<wire::Interface> encodeInterface(Builder &builder, const SavedInterface &interface);
flatbuffers::Offset<wire::Vsock> encodeVsock(Builder &builder, const SavedVsock &vsock);
flatbuffers::Offset<wire::Entropy> encodeEntropy(Builder &builder, const SavedEntropy &entropy);
/// The root; finishes the buffer.
void encodePayload(Builder &builder, const MachineState &state, const SnapshotOrigin &origin);

// ---- Out of it. What is given has passed the verifier. Errors: InvalidInput, naming the field.

Result<SnapshotOrigin> decodeOrigin(const wire::Origin *origin, const Place &place);
Result<VcpuState> decodeVcpu(const wire::Vcpu &vcpu, const Place &place);
Result<VmState> decodeVm(const wire::Vm *vm, const Place &place);
Result<SavedBalloon> decodeBalloon(const wire::Balloon &balloon, const Place &place);
Result<SavedDrive> decodeDrive(const wire::Drive &drive, const Place &place);
Result<SavedInterface> decodeInterface(const wire::Interface &interface, const Place &place);
Result<SavedVsock> decodeVsock(const wire::Vsock &vsock, const Place &place);
Result<SavedEntropy> decodeEntropy(const wire::Entropy &entropy, const Place &place);
/// The machine's own configuration.
Result<MachineConfig> decodeMachineConfig(const wire::MachineConfig *config, const Place &place);
/// The whole state, which obeys the rules of state_rules.h.
Result<MachineState> decodePayload(const wire::State &state);

} // namespace sparkler::snapshot
