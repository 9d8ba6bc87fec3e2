#pragma once

#include <span>

namespace sparkler::jail {

/// `sparkler-jailer --rootless`: starts an engine in a jail that an ordinary user can build, out of namespaces alone.
///
/// The calling process stays outside as the lid: the engine is its child, process 1 of a new pid namespace, and cannot
/// outlive it. `arguments` is the command line without the program's name. Returns the engine's exit status; 1 after
/// one line on stderr when there is no jail; does not return when a signal ended the engine, but dies of the same one.
/// To be called on the only thread, before descriptors are opened.
int rootlessMain(std::span<const char *const> arguments);

} // namespace sparkler::jail
