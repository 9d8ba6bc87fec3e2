#pragma once

namespace escape {

/// Opens `path` for reading by way of io_uring, whose operations no system call filter sees; a descriptor, or -1 with
/// errno.
int openByRing(const char *path);

/// Connects a new TCP socket to `port` of the loopback address the same way; 0, or -1 with errno.
int connectByRing(int port);

} // namespace escape
