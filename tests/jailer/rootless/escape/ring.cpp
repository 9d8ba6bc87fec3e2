#include "ring.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace escape {
namespace {

/// Maps a part of a ring's memory.
char *map(int ring, std::size_t bytes, off_t what)
{
    void *memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring, what);
    return memory == MAP_FAILED ? nullptr : static_cast<char *>(memory);
}

/// Has the kernel do one operation; its result, negative: an errno.
int performOne(const io_uring_sqe &operation)
{
    io_uring_params parameters{};
    const int ring = static_cast<int>(::syscall(SYS_io_uring_setup, 1, &parameters));
    if (ring < 0)
        return -errno;
    const io_sqring_offsets &sq = parameters.sq_off;
    const io_cqring_offsets &cq = parameters.cq_off;
    char *submissions = map(ring, sq.array + parameters.sq_entries * sizeof(std::uint32_t), IORING_OFF_SQ_RING);
    char *completions = map(ring, cq.cqes + parameters.cq_entries * sizeof(io_uring_cqe), IORING_OFF_CQ_RING);
    char *entries = map(ring, parameters.sq_entries * sizeof(io_uring_sqe), IORING_OFF_SQES);
    if (!submissions || !completions || !entries)
        return -errno;
    // SAFETY: where the kernel says that these are, for one entry each; nobody else uses the ring.
    *reinterpret_cast<io_uring_sqe *>(entries) = operation;
    *reinterpret_cast<std::uint32_t *>(submissions + sq.array) = 0;
    __atomic_store_n(reinterpret_cast<std::uint32_t *>(submissions + sq.tail), 1, __ATOMIC_RELEASE);
    const long done = ::syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS, nullptr, 0);
    const int result = done < 0 ? -errno : reinterpret_cast<const io_uring_cqe *>(completions + cq.cqes)->res;
    ::close(ring);
    return result;
}

int withErrno(int result)
{
    if (result >= 0)
        return result;
    errno = -result;
    return -1;
}

} // namespace

int openByRing(const char *path)
{
    io_uring_sqe operation{};
    operation.opcode = IORING_OP_OPENAT;
    operation.fd = AT_FDCWD;
    operation.addr = reinterpret_cast<std::uintptr_t>(path);
    operation.open_flags = O_RDONLY | O_CLOEXEC;
    return withErrno(performOne(operation));
}

int connectByRing(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    io_uring_sqe socket{};
    socket.opcode = IORING_OP_SOCKET;
    socket.fd = AF_INET;
    socket.off = SOCK_STREAM;
    const int made = performOne(socket);
    if (made < 0)
        return withErrno(made);
    io_uring_sqe connect{};
    connect.opcode = IORING_OP_CONNECT;
    connect.fd = made;
    connect.addr = reinterpret_cast<std::uintptr_t>(&address);
    connect.off = sizeof address;
    return withErrno(performOne(connect));
}

} // namespace escape
