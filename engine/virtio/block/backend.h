#pragma once

#include "base/result.h"
#include "memory/guest_memory.h"

#include <cstdint>
#include <memory>
#include <span>

#include <sys/uio.h>

namespace sparkler::virtio {

enum class IoKind : std::uint8_t { Read, Write, Flush };

/// One transfer between a file and guest memory. `slot` names it; unique among those in flight.
struct IoRequest {
    IoKind kind = IoKind::Read;
    std::uint16_t slot = 0;
    std::uint64_t offset = 0;      ///< bytes into the file
    std::span<const iovec> pieces; ///< owned by the caller and unchanged until completion; empty for Flush
};

struct IoCompletion {
    std::uint16_t slot = 0;
    int result = 0; ///< bytes transferred (may be fewer than asked for; 0 at the end of the file) or -errno
};

/// How a drive reaches its file. Owned by one thread at a time. The file descriptor outlives the backend, and so does
/// the guest memory that requests point into; destroying a backend with requests in flight is a bug of the caller.
class BlockBackend {
public:
    virtual ~BlockBackend() = default;
    /// Requests that may be in flight at once.
    virtual std::uint16_t depth() const = 0;
    /// Accepts a request; the caller keeps to depth().
    virtual void queue(const IoRequest &request) = 0;
    /// Hands what was queued to the kernel. Error: Host; the requests stay queued and submit() may be tried again.
    virtual Result<> submit() = 0;
    /// What has finished since the last call; empty when nothing has. Valid until the next call.
    virtual std::span<const IoCompletion> takeCompletions() = 0;
    /// Blocks until takeCompletions() has something. Only with submitted requests in flight. Error: Host.
    virtual Result<> wait() = 0;
    /// Guest memory is known now: a chance to register it with the kernel.
    virtual void useMemory(const GuestMemory &memory) = 0;
};

/// Transfers on the calling thread, inside queue().
std::unique_ptr<BlockBackend> makeSyncBackend(int file);

/// Whether an io_uring registers guest RAM with the kernel: saves mapping the pages for each request, but pins all of
/// them (RLIMIT_MEMLOCK applies, and a balloon can no longer give memory back).
enum class MemoryRegistration { Off, On };

/// Transfers by an io_uring, restricted to this file and to reads, writes and syncs where the kernel can restrict.
/// Completions signal `completionEvent` (borrowed eventfd). Error: Host with the text
/// `FileEngine(UnsupportedEngine(Async))` and the errno when the host offers no io_uring.
Result<std::unique_ptr<BlockBackend>> makeAsyncBackend(int file, int completionEvent, MemoryRegistration registration);

} // namespace sparkler::virtio
