#pragma once

#include "base/fd.h"

#include <span>
#include <string>
#include <vector>

#include <sys/types.h>

namespace sparkler::jail {

// Root works here in directories that others may change at the same time. So no path is walked twice: each directory is
// held by a descriptor, and what is below is reached from it without following any link. All errors: Host or NotFound,
// text = the reason alone ("… (os error N)"). Needs openat2(2), Linux 5.6.

/// Who owns what is in a jail.
struct Owner {
    uid_t uid = 0;
    gid_t gid = 0;
};

/// Opens `path`, which must lie beneath `directory`; a link anywhere in it is ELOOP. O_CLOEXEC is added.
Result<Fd> openBeneath(const Fd &directory, const std::string &path, int flags, unsigned mode = 0);

/// Opens an absolute path that holds no link any more (realpath(3) made it). O_CLOEXEC is added.
Result<Fd> openResolved(const std::string &path, int flags);

/// mkdir -p of `names` below `top`, with mode 0777 less the umask; what exists already is fine. Returns all of these
/// directories opened with O_PATH, `top`'s own not among them.
Result<std::vector<Fd>> makeDirectories(const Fd &top, std::span<const std::string> names);

} // namespace sparkler::jail
