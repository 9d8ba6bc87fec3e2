#pragma once

#include "memory/guest_memory.h"

#include <cstddef>

namespace sparkler::test {

/// Host pages of 4 KiB behind guest RAM at [at, at + bytes) that are present or swapped out. Aborts the test when that
/// is not RAM or the kernel does not tell.
std::size_t residentPages(const GuestMemory &memory, GuestAddress at, std::uint64_t bytes);

} // namespace sparkler::test
