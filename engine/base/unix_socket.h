#pragma once

#include "base/fd.h"

#include <string>
#include <string_view>

namespace sparkler {

/// A non-blocking Unix stream socket that listens at `path`. Its mode is 0755 whatever the umask, so only the owner may
/// connect; the file is never removed, and one that is there already is an error. Changes the umask for a moment: call
/// before other threads create files. Error: Host, the text to show, in which `name` says what the socket is for.
Result<Fd> listenUnix(std::string_view name, const std::string &path);

/// A non-blocking Unix stream socket connected to who listens at `path`. Such a connection is made at once or not at
/// all; a listener whose backlog is full counts as refusal (EAGAIN), for nobody would tell when it has room. Errors:
/// Host, text = the reason in the wire's form ("… (os error N)"), or InvalidInput for a path that cannot be.
Result<Fd> connectUnix(const std::string &path);

} // namespace sparkler
