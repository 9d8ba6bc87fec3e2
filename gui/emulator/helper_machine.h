#pragma once

namespace sparkler::emulator {

/// The helper machine's process 1: sets the machine up, does a Helper's work and switches the machine off. What goes
/// wrong is said on the kernel's console.
[[noreturn]] void runHelperMachine();

} // namespace sparkler::emulator
