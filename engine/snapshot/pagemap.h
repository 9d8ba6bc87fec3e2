#pragma once

#include "base/fd.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sparkler {

/// /proc/self/pagemap: what the kernel knows about each page of this process
/// (Documentation/admin-guide/mm/pagemap.rst).
class Pagemap {
public:
    /// Error: Host, where there is no /proc or it may not be read.
    static Result<Pagemap> open();

    /// The entries of the pages from `host` on, 4096-byte aligned. Error: Host.
    Result<> read(const std::byte *host, std::span<std::uint64_t> entries) const;

    /// Whether there is anything behind the page: it was touched and not given back.
    static constexpr bool isPopulated(std::uint64_t entry) { return (entry & (kPresent | kSwapped)) != 0; }
    /// Whether that is memory of this process's own, not a page of a file. (Also true of shared memory's pages, which
    /// guests do not have.)
    static constexpr bool isAnonymous(std::uint64_t entry) { return isPopulated(entry) && (entry & kFilePage) == 0; }

private:
    static constexpr std::uint64_t kPresent = std::uint64_t{1} << 63;
    static constexpr std::uint64_t kSwapped = std::uint64_t{1} << 62;
    static constexpr std::uint64_t kFilePage = std::uint64_t{1} << 61; ///< or shared anonymous

    explicit Pagemap(Fd file) : m_file(std::move(file)) {}

    Fd m_file;
};

} // namespace sparkler
