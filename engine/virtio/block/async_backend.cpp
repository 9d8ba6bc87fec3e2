#include "base/os_error.h"
#include "telemetry/log.h"
#include "virtio/block/backend.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <vector>

#include <liburing.h>

namespace sparkler::virtio {
namespace {

constexpr unsigned kRingEntries = 128;
constexpr std::uint64_t kMaxRegisteredBuffer = std::uint64_t{1} << 30; // the kernel's limit for one buffer

/// A set-up io_uring that tears itself down.
class Ring {
public:
    Ring() = default;
    Ring(const Ring &) = delete;
    Ring &operator=(const Ring &) = delete;
    ~Ring()
    {
        if (m_live)
            ::io_uring_queue_exit(&m_ring);
    }
    /// 0 or -errno.
    int open(unsigned entries)
    {
        io_uring_params params{};
        params.flags = IORING_SETUP_R_DISABLED; // restrictions can be set only before the ring is enabled
        const int rc = ::io_uring_queue_init_params(entries, &m_ring, &params);
        m_live = rc == 0;
        return rc;
    }
    io_uring *get() { return &m_ring; }

private:
    io_uring m_ring{};
    bool m_live = false;
};

io_uring_restriction restrictTo(unsigned kind, unsigned value)
{
    io_uring_restriction rule{};
    rule.opcode = static_cast<__u16>(kind);
    rule.sqe_op = static_cast<__u8>(value); // one union: also register_op and sqe_flags
    return rule;
}

/// Whatever happens to this process, the ring can only read, write and sync the one registered file.
int restrictRing(io_uring *ring, MemoryRegistration registration)
{
    std::vector<io_uring_restriction> rules;
    for (const unsigned op : {IORING_OP_READ, IORING_OP_WRITE, IORING_OP_READV, IORING_OP_WRITEV, IORING_OP_FSYNC})
        rules.push_back(restrictTo(IORING_RESTRICTION_SQE_OP, op));
    rules.push_back(restrictTo(IORING_RESTRICTION_SQE_FLAGS_REQUIRED, IOSQE_FIXED_FILE));
    rules.push_back(restrictTo(IORING_RESTRICTION_SQE_FLAGS_ALLOWED, IOSQE_FIXED_FILE));
    if (registration == MemoryRegistration::On) {
        rules.push_back(restrictTo(IORING_RESTRICTION_SQE_OP, IORING_OP_READ_FIXED));
        rules.push_back(restrictTo(IORING_RESTRICTION_SQE_OP, IORING_OP_WRITE_FIXED));
        rules.push_back(restrictTo(IORING_RESTRICTION_REGISTER_OP, IORING_REGISTER_BUFFERS));
        rules.push_back(restrictTo(IORING_RESTRICTION_REGISTER_OP, IORING_UNREGISTER_BUFFERS));
    }
    return ::io_uring_register_restrictions(ring, rules.data(), static_cast<unsigned>(rules.size()));
}

class AsyncBackend final : public BlockBackend {
public:
    explicit AsyncBackend(MemoryRegistration registration) : m_registration(registration) {}

    Result<> open(int file, int completionEvent)
    {
        int rc = m_ring.open(kRingEntries);
        if (rc == 0)
            rc = ::io_uring_register_files(m_ring.get(), &file, 1);
        if (rc == 0)
            rc = ::io_uring_register_eventfd(m_ring.get(), completionEvent);
        if (rc == 0)
            rc = restrictRing(m_ring.get(), m_registration);
        if (rc == 0)
            rc = ::io_uring_enable_rings(m_ring.get());
        if (rc < 0)
            return fail(ErrorKind::Host, "FileEngine(UnsupportedEngine(Async))", -rc);
        return {};
    }

    std::uint16_t depth() const override { return kRingEntries; }
    void queue(const IoRequest &request) override;
    Result<> submit() override;
    std::span<const IoCompletion> takeCompletions() override;
    Result<> wait() override;
    void useMemory(const GuestMemory &memory) override;

private:
    /// The registered buffer that holds all of `piece`, or -1.
    int registeredBuffer(const iovec &piece) const;

    Ring m_ring;
    MemoryRegistration m_registration;
    std::vector<iovec> m_registered; ///< what the kernel knows, by buffer index
    std::array<IoCompletion, kRingEntries> m_taken{};
};

void AsyncBackend::queue(const IoRequest &request)
{
    // Never null: at most depth() requests are in flight, and that is the size of the submission queue.
    io_uring_sqe *sqe = ::io_uring_get_sqe(m_ring.get());
    const auto count = static_cast<unsigned>(std::min<std::size_t>(request.pieces.size(), IOV_MAX));
    const bool reads = request.kind == IoKind::Read;
    constexpr int kFile = 0; // index into the registered files
    if (request.kind == IoKind::Flush) {
        ::io_uring_prep_fsync(sqe, kFile, IORING_FSYNC_DATASYNC);
    } else if (count == 1) {
        const iovec &piece = request.pieces.front();
        const auto bytes = static_cast<unsigned>(piece.iov_len); // a chain has less than 4 GiB
        const int buffer = registeredBuffer(piece);
        if (buffer >= 0 && reads)
            ::io_uring_prep_read_fixed(sqe, kFile, piece.iov_base, bytes, request.offset, buffer);
        else if (buffer >= 0)
            ::io_uring_prep_write_fixed(sqe, kFile, piece.iov_base, bytes, request.offset, buffer);
        else if (reads)
            ::io_uring_prep_read(sqe, kFile, piece.iov_base, bytes, request.offset);
        else
            ::io_uring_prep_write(sqe, kFile, piece.iov_base, bytes, request.offset);
    } else if (reads) {
        ::io_uring_prep_readv(sqe, kFile, request.pieces.data(), count, request.offset);
    } else {
        ::io_uring_prep_writev(sqe, kFile, request.pieces.data(), count, request.offset);
    }
    ::io_uring_sqe_set_flags(sqe, IOSQE_FIXED_FILE);
    ::io_uring_sqe_set_data64(sqe, request.slot);
}

Result<> AsyncBackend::submit()
{
    while (::io_uring_sq_ready(m_ring.get()) > 0) {
        const int rc = ::io_uring_submit(m_ring.get());
        if (rc == -EINTR)
            continue;
        if (rc <= 0)
            return hostError(rc == 0 ? EAGAIN : -rc);
    }
    return {};
}

std::span<const IoCompletion> AsyncBackend::takeCompletions()
{
    std::array<io_uring_cqe *, kRingEntries> entries;
    const unsigned count =
        ::io_uring_peek_batch_cqe(m_ring.get(), entries.data(), static_cast<unsigned>(entries.size()));
    for (unsigned i = 0; i < count; ++i)
        m_taken[i] = IoCompletion{static_cast<std::uint16_t>(::io_uring_cqe_get_data64(entries[i])), entries[i]->res};
    ::io_uring_cq_advance(m_ring.get(), count);
    return std::span(m_taken).first(count);
}

Result<> AsyncBackend::wait()
{
    io_uring_cqe *entry = nullptr;
    int rc = 0;
    do {
        rc = ::io_uring_wait_cqe(m_ring.get(), &entry);
    } while (rc == -EINTR);
    if (rc < 0)
        return hostError(-rc);
    return {};
}

void AsyncBackend::useMemory(const GuestMemory &memory)
{
    if (m_registration == MemoryRegistration::Off || !m_registered.empty())
        return;
    std::vector<iovec> buffers;
    for (const GuestMemory::Region &region : memory.regions()) {
        for (std::uint64_t at = 0; at < region.bytes; at += kMaxRegisteredBuffer)
            buffers.push_back(iovec{region.host + at, std::min(kMaxRegisteredBuffer, region.bytes - at)});
    }
    const int rc = ::io_uring_register_buffers(m_ring.get(), buffers.data(), static_cast<unsigned>(buffers.size()));
    if (rc < 0)
        logWarn("Guest memory cannot be registered with the io_uring: {}", osErrorText(-rc));
    else
        m_registered = std::move(buffers);
}

int AsyncBackend::registeredBuffer(const iovec &piece) const
{
    const auto begin = reinterpret_cast<std::uintptr_t>(piece.iov_base);
    for (std::size_t i = 0; i < m_registered.size(); ++i) {
        const auto base = reinterpret_cast<std::uintptr_t>(m_registered[i].iov_base);
        if (begin >= base && begin - base < m_registered[i].iov_len &&
            piece.iov_len <= m_registered[i].iov_len - (begin - base))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

Result<std::unique_ptr<BlockBackend>> makeAsyncBackend(int file, int completionEvent, MemoryRegistration registration)
{
    auto backend = std::make_unique<AsyncBackend>(registration);
    TRY(backend->open(file, completionEvent));
    return std::unique_ptr<BlockBackend>(std::move(backend));
}

} // namespace sparkler::virtio
