#pragma once

#include <cstddef>

/// Both ends of byte streams between a guest and its host, named by one word:
///
///     tcp:HOST:PORT     HOST a numeric IPv4 address; empty for a listener
///     vsock:CID:PORT    CID empty for a listener
///     unix:PATH
///     muxer:PATH:PORT   a monitor's vsock socket: connect to PATH, ask for PORT, be told OK (connecting only)
///
/// These programs are for tests: what fails is printed and ends the process with status 1.
int listenAt(const char *address);
int connectTo(const char *address);
/// For a connection that may be refused: -1 then. Not for "muxer".
int tryToConnectTo(const char *address);
/// The next connection of a listener.
int acceptFrom(int listener);

[[noreturn]] void die(const char *what);

/// Exactly `size` bytes, or the end of the process.
void readAll(int fd, void *buffer, std::size_t size);
void writeAll(int fd, const void *buffer, std::size_t size);
