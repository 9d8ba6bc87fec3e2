#pragma once

#include "base/result.h"
#include "memory/guest_address.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include <sys/uio.h>

namespace sparkler {

/// A type whose bytes mean the same in guest and host: no padding, no pointers of ours.
template <typename T>
concept GuestPod = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

/// A piece of guest physical address space that holds RAM.
struct MemoryRange {
    GuestAddress start;
    std::uint64_t bytes = 0;
    bool operator==(const MemoryRange &) const = default;
};

/// How the pages behind guest RAM are made (machine-config `huge_pages`).
enum class PageBacking {
    Normal,      ///< anonymous 4 KiB pages
    Huge2M,      ///< hugetlbfs pages of 2 MiB (MAP_HUGETLB)
    Transparent, ///< anonymous, MADV_HUGEPAGE
};

/// The guest's RAM, mapped into this process. Thread-safe as far as memory itself is: every access copies bytes out or
/// in once and checks bounds before it touches them; nothing hands out references. Owns the mappings.
class GuestMemory {
public:
    /// One mapped range. `host` points to `bytes` bytes, owned by the GuestMemory.
    struct Region {
        GuestAddress start;
        std::uint64_t bytes = 0;
        std::byte *host = nullptr;
    };

    /// Maps `ranges` (ascending, not overlapping, not empty) as private memory with a PROT_NONE guard page on either
    /// side of each, so that neighbours never merge into one mapping. Error: Host with the reason of mmap(2).
    static Result<GuestMemory> map(std::span<const MemoryRange> ranges, PageBacking backing = PageBacking::Normal);

    GuestMemory(GuestMemory &&other) noexcept;
    GuestMemory &operator=(GuestMemory &&other) noexcept;
    GuestMemory(const GuestMemory &) = delete;
    GuestMemory &operator=(const GuestMemory &) = delete;
    ~GuestMemory();

    std::span<const Region> regions() const { return m_regions; }
    std::uint64_t totalBytes() const;
    /// Whether all of [at, at + bytes) is RAM. A range may cross adjacent regions. `bytes` 0: whether `at` itself is.
    bool contains(GuestAddress at, std::uint64_t bytes) const;

    /// Copies out / in; the whole range or GuestFault and nothing touched.
    Result<> readBytes(GuestAddress at, std::span<std::byte> out) const;
    Result<> writeBytes(GuestAddress at, std::span<const std::byte> in) const;
    /// Fills with zero bytes. Error: GuestFault.
    Result<> zero(GuestAddress at, std::uint64_t bytes) const;

    /// Gives the host pages of [at, at + bytes) back; the guest reads zeroes there from now on. 4096-byte aligned.
    /// Errors: GuestFault when the range is not all RAM or not aligned; Host, e.g. EINVAL for a part of a huge page.
    /// With GuestFault, and for a part of a huge page, nothing has changed.
    Result<> discard(GuestAddress at, std::uint64_t bytes) const;

    /// Whole object or GuestFault.
    template <GuestPod T>
    Result<T> read(GuestAddress at) const
    {
        T value{};
        const auto done = readBytes(at, std::as_writable_bytes(std::span(&value, 1)));
        if (!done)
            return std::unexpected(done.error());
        return value;
    }
    template <GuestPod T>
    Result<> write(GuestAddress at, const T &value) const
    {
        return writeBytes(at, std::as_bytes(std::span(&value, 1)));
    }

    /// A shared 16-bit ring index, 2-byte aligned: atomic, with acquire / release order. Error: GuestFault.
    Result<std::uint16_t> loadAcquire(GuestAddress at) const;
    Result<> storeRelease(GuestAddress at, std::uint16_t value) const;

    /// Appends the host pieces of [at, at + bytes) to `out` for readv/writev/io_uring; more than one when the range
    /// crosses regions. The pointers live as long as this object. Error: GuestFault, `out` unchanged.
    Result<> appendSlices(GuestAddress at, std::uint64_t bytes, std::vector<iovec> &out) const;

private:
    struct Mapping {
        void *base = nullptr; ///< including guard pages
        std::size_t bytes = 0;
    };
    GuestMemory() = default;
    void unmapAll() noexcept;
    /// Calls visit(host pointer, bytes) for each piece; false when the range is not all RAM (then visit was not
    /// called).
    template <typename Visit>
    bool forEachPiece(GuestAddress at, std::uint64_t bytes, Visit visit) const;

    std::vector<Region> m_regions;
    std::vector<Mapping> m_mappings;
    std::uint64_t m_pageBytes = 0; ///< the least that can be given back
};

} // namespace sparkler
