#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sparkler::x86_64 {

/// A little-endian byte sequence under construction: firmware tables, boot structures.
class TableBytes {
public:
    TableBytes() = default;
    /// `bytes` zero bytes, to be filled with the set functions.
    explicit TableBytes(std::size_t bytes) : m_bytes(bytes) {}

    void add8(std::uint64_t value) { add(value, 1); }
    void add16(std::uint64_t value) { add(value, 2); }
    void add32(std::uint64_t value) { add(value, 4); }
    void add64(std::uint64_t value) { add(value, 8); }
    void addZeros(std::size_t count) { m_bytes.resize(m_bytes.size() + count); }
    /// `text` in a field of `width` bytes, filled up with `filler`, cut when longer.
    void addText(std::string_view text, std::size_t width, char filler = ' ');
    void addBytes(std::span<const std::byte> bytes);

    // Overwrite what is there; `offset` + size must lie within size().
    void set8(std::size_t offset, std::uint64_t value) { set(offset, value, 1); }
    void set16(std::size_t offset, std::uint64_t value) { set(offset, value, 2); }
    void set32(std::size_t offset, std::uint64_t value) { set(offset, value, 4); }
    void set64(std::size_t offset, std::uint64_t value) { set(offset, value, 8); }
    void setBytes(std::size_t offset, std::span<const std::byte> bytes);
    /// Sets the byte at `offset` such that the `count` bytes from `start` sum to 0 modulo 256.
    void setChecksum(std::size_t offset, std::size_t start, std::size_t count);

    std::size_t size() const { return m_bytes.size(); }
    std::span<const std::byte> bytes() const { return m_bytes; }

private:
    void add(std::uint64_t value, std::size_t width);
    void set(std::size_t offset, std::uint64_t value, std::size_t width);

    std::vector<std::byte> m_bytes;
};

} // namespace sparkler::x86_64
