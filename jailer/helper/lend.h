#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <sys/types.h>
#include <vector>

namespace sparkler::jail {

/// Whom pkexec has let in, from its environment variable. Errors: InvalidInput for what is no user's number, and for
/// root, who needs nobody's leave.
Result<uid_t> parseCaller(const char *pkexecUid);

/// The user's groups, the primary one first. Errors: NotFound for a user that the host does not know.
Result<std::vector<gid_t>> groupsOf(uid_t user);

/// Opens `path` for execution. Errors: Host; InvalidInput when anyone but root could change it, or it is no plain
/// program. The folders above it are the packager's business.
Result<Fd> openTrustedProgram(const char *path);

/// This process, root's, becomes the user's: with its numbers, its groups, and of all capabilities CAP_SYS_ADMIN alone,
/// which also the next program has. Error: Host.
Result<> becomeUser(uid_t user, const std::vector<gid_t> &groups);

} // namespace sparkler::jail
