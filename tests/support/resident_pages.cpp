#include "support/resident_pages.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace sparkler::test {
namespace {

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kPresentOrSwapped = std::uint64_t{3} << 62; // Documentation/admin-guide/mm/pagemap.rst

[[noreturn]] void die(const char *what)
{
    std::perror(what);
    std::abort();
}

} // namespace

std::size_t residentPages(const GuestMemory &memory, GuestAddress at, std::uint64_t bytes)
{
    std::vector<iovec> pieces;
    if (!memory.appendSlices(at, bytes, pieces, Access::Read))
        die("not guest memory");
    const int pagemap = ::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    if (pagemap < 0)
        die("pagemap");
    std::size_t resident = 0;
    for (const iovec &piece : pieces) {
        const std::uint64_t first = reinterpret_cast<std::uintptr_t>(piece.iov_base) / kPage;
        std::vector<std::uint64_t> entries(piece.iov_len / kPage);
        const auto wanted = static_cast<ssize_t>(entries.size() * sizeof entries[0]);
        if (::pread(pagemap, entries.data(), static_cast<std::size_t>(wanted),
                    static_cast<off_t>(first * sizeof entries[0])) != wanted)
            die("pagemap");
        for (const std::uint64_t entry : entries)
            resident += (entry & kPresentOrSwapped) != 0 ? 1 : 0;
    }
    ::close(pagemap);
    return resident;
}

} // namespace sparkler::test
