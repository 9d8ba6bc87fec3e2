#pragma once

#include "memory/guest_memory.h"

#include <QByteArray>
#include <QtTest>

#include <array>
#include <span>

namespace sparkler {

inline GuestMemory makeMemory(std::span<const MemoryRange> ranges)
{
    auto memory = GuestMemory::map(ranges);
    if (!memory)
        qFatal("cannot map guest memory");
    return std::move(*memory);
}

inline GuestMemory makeMemory(std::uint64_t bytes)
{
    const std::array ranges{MemoryRange{GuestAddress(0), bytes}};
    return makeMemory(ranges);
}

inline QByteArray readGuest(const GuestMemory &memory, std::uint64_t at, qsizetype bytes)
{
    QByteArray out(bytes, '\xee');
    const auto span = std::as_writable_bytes(std::span(out.data(), static_cast<std::size_t>(bytes)));
    if (!memory.readBytes(GuestAddress(at), span))
        return "not memory";
    return out;
}

template <typename T>
T guestValue(const GuestMemory &memory, std::uint64_t at)
{
    const auto value = memory.read<T>(GuestAddress(at));
    return value ? *value : static_cast<T>(~T{0});
}

/// The sum of bytes modulo 256: 0 for a table with a right checksum.
inline unsigned byteSum(const QByteArray &bytes)
{
    unsigned sum = 0;
    for (const char byte : bytes)
        sum += static_cast<unsigned char>(byte);
    return sum % 256;
}

} // namespace sparkler
