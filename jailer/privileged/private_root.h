#pragma once

#include "base/fd.h"

namespace sparkler::jail {

/// Makes `jail` the root of a mount namespace of this process's own, with what is mounted below it, and the working
/// directory; nothing else of the host's files is left in reach. Nothing of it shows on the host. By descriptor all the
/// way: a directory renamed meanwhile changes nothing. Error: Host, the whole sentence.
///
/// Firecracker's jailer puts the old root into a directory `old_root` for a moment; here it never has a name.
Result<> enterPrivateRoot(const Fd &jail);

} // namespace sparkler::jail
