#pragma once

namespace sparkler {

/// The terminal on standard input and output while a guest owns it: raw, both ends non-blocking. There is one per
/// process, hence free functions. VMM thread, except restoreTerminal().

/// Puts standard input into raw mode when it is a terminal, and standard input and output into non-blocking mode,
/// keeping what was there before. Failures leave the descriptors as they are.
void prepareTerminal();

/// Puts back what prepareTerminal() changed; idempotent and async-signal-safe.
void restoreTerminal();

} // namespace sparkler
