#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "memory/guest_memory.h"

#include <cstdint>
#include <span>
#include <type_traits>

namespace sparkler {

/// A kernel or initrd file as the loaders read it: positioned reads (the descriptor's own offset is never used or
/// moved), each checked against the size the file had when it was opened here. The file is not trusted.
class ImageFile {
public:
    /// `file` is borrowed. Error: Host when the size cannot be found (a pipe, for example).
    static Result<ImageFile> of(const Fd &file);

    std::uint64_t bytes() const { return m_bytes; }
    /// Whether [offset, offset + bytes) lies in the file.
    bool contains(std::uint64_t offset, std::uint64_t bytes) const
    {
        return offset <= m_bytes && bytes <= m_bytes - offset;
    }

    /// Fills `out` from `offset`. Errors: InvalidInput when the file ends before that, Host.
    Result<> read(std::uint64_t offset, std::span<std::byte> out) const;
    /// A plain struct from `offset`.
    template <typename T>
        requires std::is_trivially_copyable_v<T>
    Result<T> readObject(std::uint64_t offset) const
    {
        T object{};
        const auto done = read(offset, std::as_writable_bytes(std::span(&object, 1)));
        if (!done)
            return std::unexpected(done.error());
        return object;
    }
    /// Reads [offset, offset + bytes) straight into guest memory. Errors: InvalidInput when the file ends before that
    /// or the guest range is not memory, Host.
    Result<> readIntoGuest(std::uint64_t offset, std::uint64_t bytes, const GuestMemory &memory, GuestAddress at) const;

private:
    ImageFile(int fd, std::uint64_t bytes) : m_fd(fd), m_bytes(bytes) {}
    Result<> readPiece(std::uint64_t offset, std::byte *out, std::uint64_t bytes) const;

    int m_fd;
    std::uint64_t m_bytes;
};

} // namespace sparkler
