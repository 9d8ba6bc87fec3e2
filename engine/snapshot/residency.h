#pragma once

#include "memory/dirty_bitmap.h"
#include "memory/guest_memory.h"
#include "snapshot/pagemap.h"

namespace sparkler {

/// The pages of `memory` that may hold something else than they did untouched (GuestMemory::pageSource()): zeroes, the
/// memory file's content, what a handler has for them. From what the kernel knows of them, so no tracking is needed;
/// what was ever discarded counts too. Always a superset; pages only read are in it where that leaves a page of
/// our own, and without /proc it is all pages. The machine must be paused. It reaches back to the machine's start or
/// restore, never to the last snapshot: each such diff stands on what the machine was started from, or on any later
/// one.
DirtyBitmap touchedPages(const GuestMemory &memory);

/// The same by a pagemap of the caller's; nothing (all pages): the kernel does not tell.
DirtyBitmap touchedPages(const GuestMemory &memory, const Result<Pagemap> &pagemap);

} // namespace sparkler
