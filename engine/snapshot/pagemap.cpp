#include "snapshot/pagemap.h"

#include "base/os_error.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace sparkler {
namespace {

constexpr std::uint64_t kPage = 4096;

} // namespace

Result<Pagemap> Pagemap::open()
{
    return Pagemap(TRY(Fd::open("/proc/self/pagemap", O_RDONLY)));
}

Result<> Pagemap::read(const std::byte *host, std::span<std::uint64_t> entries) const
{
    std::span<std::byte> left = std::as_writable_bytes(entries);
    std::uint64_t at = reinterpret_cast<std::uintptr_t>(host) / kPage * sizeof(std::uint64_t);
    while (!left.empty()) {
        const ssize_t got = ::pread(m_file.get(), left.data(), left.size(), static_cast<off_t>(at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return hostError(errno);
        if (got == 0) // beyond the address space
            return hostError(EFAULT);
        left = left.subspan(static_cast<std::size_t>(got));
        at += static_cast<std::uint64_t>(got);
    }
    return {};
}

} // namespace sparkler
