#pragma once

#include "jailer/privileged/beneath.h"

namespace sparkler::jail {

// Becoming another process, or another kind of one. Single-threaded; errors: Host, the whole sentence.

/// Forks; the parent ends with status 0, the child goes on.
Result<> continueInChild();

/// Begins a session of its own, unless this process leads one already.
Result<> beginSession();

/// Makes standard input, output and error `nullDevice`.
Result<> redirectStandardStreams(const Fd &nullDevice);

/// Clones this process into a new PID namespace, where it is process 1 and goes on; the parent writes its PID, as seen
/// outside, to `pidFile` and ends: status 0, or 1 with the error on stderr, and then the child ends as well. A child of
/// a session's leader leads one of its own, since the end of the leader would end it too.
Result<> continueInNewPidNamespace(const Fd &root, const std::string &pidFile);

/// Writes a decimal PID without a newline to a file that must not exist. `path` is absolute, in the jail.
Result<> writePidFile(const Fd &root, const std::string &path, pid_t process);

/// Gives up root: no supplementary groups, then group and user. For good. Errors read as those of the exec that
/// follows, as they do with Firecracker.
Result<> becomeOwner(const Owner &owner);

} // namespace sparkler::jail
