#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "memory/dirty_bitmap.h"
#include "memory/guest_address.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
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

/// What a page holds that nobody has touched yet.
enum class PageSource {
    Zeroes,  ///< zeroes: memory of a fresh machine
    File,    ///< what the memory file has there (GuestMemory::mapFile())
    Handler, ///< what a userfaultfd handler puts there (snapshot/uffd.h)
};

/// What the host is about to do with a piece of guest memory.
enum class Access {
    Read,  ///< read it: the guest's memory stays as it is
    Write, ///< write it: the pages count as changed
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
        std::uint64_t fileOffset = 0; ///< where it begins in a memory file: the bytes of the regions before it
    };

    /// Maps `ranges` (ascending, not overlapping, not empty) as private memory with a PROT_NONE guard page on either
    /// side of each, so that neighbours never merge into one mapping. Error: Host with the reason of mmap(2).
    static Result<GuestMemory> map(std::span<const MemoryRange> ranges, PageBacking backing = PageBacking::Normal);
    /// The same with the contents of a memory file: region i begins at the sum of the sizes before it. Mapped
    /// privately, so a page is read when it is first touched and the file never changes; it must stay as it is for the
    /// life of this object (a page that was cut off kills the process with SIGBUS). `file` is borrowed, a duplicate is
    /// kept. Errors: InvalidInput for Huge2M, Host when the file is too short or cannot be mapped; nothing stays
    /// mapped.
    static Result<GuestMemory> mapFile(std::span<const MemoryRange> ranges, const Fd &file,
                                       PageBacking backing = PageBacking::Normal);

    GuestMemory(GuestMemory &&other) noexcept;
    GuestMemory &operator=(GuestMemory &&other) noexcept;
    GuestMemory(const GuestMemory &) = delete;
    GuestMemory &operator=(const GuestMemory &) = delete;
    ~GuestMemory();

    std::span<const Region> regions() const { return m_regions; }
    std::uint64_t totalBytes() const;
    /// Size of the host pages behind it in bytes, which is the least that can be discarded. (Transparent: 4096.)
    std::uint64_t pageBytes() const;
    /// What untouched pages hold.
    PageSource pageSource() const { return m_pageSource; }
    /// The mapped memory file, null for other sources. Borrowed.
    const Fd *memoryFile() const { return m_file ? &m_file->descriptor : nullptr; }
    /// From now on missing pages are put there by a userfaultfd handler. Called once, before anybody touches a page.
    void markServedByHandler() { m_pageSource = PageSource::Handler; }

    /// From now on every write of this process goes into dirtyPages(). Call before other threads use the memory.
    void trackDirtyPages();
    /// Pages written or discarded through this object since the record was last taken, counted through the regions in
    /// order as a memory file has them. Null while tracking is off. What the guest writes itself is in KVM's log.
    DirtyBitmap *dirtyPages() const { return m_dirty.get(); }
    /// Pages that were ever discarded, tracking or not: residency cannot tell them from untouched ones, but they hold
    /// zeroes (or what was written since), whatever the page source or an earlier snapshot has for them.
    const DirtyBitmap &discardedPages() const { return *m_discarded; }

    /// Whether all of [at, at + bytes) is RAM. A range may cross adjacent regions. `bytes` 0: whether `at` itself is.
    bool contains(GuestAddress at, std::uint64_t bytes) const;

    /// Copies out / in; the whole range or GuestFault and nothing touched.
    Result<> readBytes(GuestAddress at, std::span<std::byte> out) const;
    Result<> writeBytes(GuestAddress at, std::span<const std::byte> in) const;
    /// Fills with zero bytes. Error: GuestFault.
    Result<> zero(GuestAddress at, std::uint64_t bytes) const;

    /// Gives the host pages of [at, at + bytes) back; the guest reads zeroes there from now on, also where a memory
    /// file has something else. 4096-byte aligned. Host addresses stay valid, so KVM's slots do too. With a file, what
    /// is given back becomes a mapping of its own. The kernel has only so many; once a guest used up kMostReplacements
    /// of them by discarding in small pieces, further pieces are filled with zeroes and stay resident. Errors:
    /// GuestFault when the range is not all RAM or not aligned; Host, e.g. EINVAL for a part of a huge page. With
    /// GuestFault, and for a part of a huge page, nothing has changed.
    Result<> discard(GuestAddress at, std::uint64_t bytes) const;
    static constexpr unsigned kMostReplacements = 8192; ///< the kernel allows 65530 mappings (vm.max_map_count)

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
    /// crosses regions. The pointers live as long as this object. With Access::Write the pages count as changed from
    /// now on: whoever takes the dirty pages first sees to it that no such pieces are in use any more.
    /// Error: GuestFault, `out` unchanged.
    Result<> appendSlices(GuestAddress at, std::uint64_t bytes, std::vector<iovec> &out, Access access) const;

private:
    struct Mapping {
        void *base = nullptr; ///< including guard pages
        std::size_t bytes = 0;
    };
    /// What a mapped memory file brings along.
    struct FileBacking {
        Fd descriptor;
        DirtyBitmap replaced;           ///< pages whose mapping is anonymous by now
        std::atomic<unsigned> count{0}; ///< how often something was replaced
    };
    GuestMemory() = default;
    static Result<GuestMemory> mapRegions(std::span<const MemoryRange> ranges, PageBacking backing, int file);
    void unmapAll() noexcept;
    /// Calls visit(host pointer, bytes, offset in the memory file) for each piece; false when the range is not all RAM
    /// (then visit was not called).
    template <typename Visit>
    bool visitPieces(GuestAddress at, std::uint64_t bytes, Visit visit) const;
    /// The same with visit(host pointer, bytes), for one kind of access: pages to be written are marked.
    template <Access access, typename Visit>
    bool forEachPiece(GuestAddress at, std::uint64_t bytes, Visit visit) const;
    /// Makes a piece read as zeroes; errno.
    int discardPiece(std::byte *host, std::uint64_t bytes, std::uint64_t fileOffset) const;
    int replaceFilePages(std::byte *host, std::uint64_t bytes, std::uint64_t fileOffset) const;

    std::vector<Region> m_regions;
    std::vector<Mapping> m_mappings;
    PageBacking m_backing = PageBacking::Normal;
    PageSource m_pageSource = PageSource::Zeroes;
    std::unique_ptr<DirtyBitmap> m_discarded;
    std::unique_ptr<DirtyBitmap> m_dirty; ///< null: not tracked
    std::unique_ptr<FileBacking> m_file;
};

} // namespace sparkler
