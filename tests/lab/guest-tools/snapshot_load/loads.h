#pragma once

#include "check.h"

#include <string>

// The loads: each runs on a thread that is its own until running() is false.

/// Files in `directory`: written, fsynced, read back past the guest's page cache (by turns dropped, or O_DIRECT), and
/// what was written in earlier rounds read again before it is replaced.
void loadFiles(Check &check, const std::string &directory);
/// A stream to somebody at `address` (stream_address.h) who sends back what he gets: 32 KiB on their way at any time,
/// all of them compared. One that ends is begun anew with other bytes. `done` counts pieces of 4 KiB.
void loadEcho(Check &check, const std::string &address);
/// `mib` MiB of which each page says what it has to hold; most are only verified, some written anew.
void loadMemory(Check &check, std::size_t mib);
/// All of a thread's registers hold patterns while it is interrupted.
void loadRegisters(Check &check, std::uint64_t seed);
/// The clocks, as seen by processor `cpu` and compared with what all others saw, never go back.
void loadClocks(Check &check, unsigned cpu);
/// Sleeps are never too short; how much too long they are is for the host to judge.
void loadSleeps(Check &check);
/// A periodic timer has expired as many times as its periods have passed.
void loadTicks(Check &check);
