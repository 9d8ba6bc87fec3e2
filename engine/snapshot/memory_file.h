#pragma once

#include "memory/dirty_bitmap.h"
#include "memory/guest_memory.h"
#include "snapshot/atomic_file.h"

#include <string>

namespace sparkler {

// The memory file of a snapshot (snapshots.md 4): all regions one after the other, exactly as long as they are
// together. While one is written nobody may write to the guest's memory: the machine is paused, its devices are quiet.
// Both functions leave the file to the caller's commit(); after an error the target is as it was.
//
// Errors: `Cannot perform {set_length,get_metadata} on the memory backing file: {}` and `Cannot write memory file: {}`
// (snapshots.md 1.3); InvalidInput for memory that is not made of whole pages or dirty pages of another memory.

/// The whole memory into `file`, which is fresh. What is zero stays a hole. Untouched memory is not read: of a fresh
/// machine it is zero, of a restored one it is copied from file to file. Only a Handler (userfaultfd) has to bring
/// every page that it still has.
Result<> writeFull(const GuestMemory &memory, const AtomicFile &file);

/// The pages in `dirty` into `file`, which is fresh. When under its name stands a file that is as long as the memory,
/// its contents are taken over first: a diff onto the image it is based on makes a whole image again. Otherwise all
/// other pages are holes. Dirty pages of zeroes are written, or they would not cover what is below.
Result<> writeDiff(const GuestMemory &memory, const DirtyBitmap &dirty, const AtomicFile &file);

/// Lays a diff onto its base, in place: what is not a hole in `diff` replaces what `base` has there. The base keeps its
/// length; it is on the disk when this returns. Interrupted, it can be done again: the diff does not change.
/// Errors: Host and InvalidInput, with the words of the snapshot editor (`Could not open memory file: `,
/// `Could not open diff file: `, `Failed to get metadata for diff file: `, `Failed to seek data in diff file: `,
/// `Failed to seek hole in diff file: `, `Failed to send the file: `); also when the diff is longer than the base or
/// the same file. Then the base is unchanged, unless reading or writing failed midway.
Result<> rebase(const std::string &base, const std::string &diff);

} // namespace sparkler
