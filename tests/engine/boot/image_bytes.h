#pragma once

#include "base/fd.h"
#include "memory/guest_memory.h"

#include <QByteArray>
#include <QtTest>

#include <array>
#include <cstring>
#include <span>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

namespace sparkler {

/// A file image under construction, and the file it becomes.
class ImageBytes {
public:
    explicit ImageBytes(qsizetype bytes) : m_bytes(bytes, '\0') {}

    template <typename T>
    void put(std::uint64_t offset, const T &value)
    {
        std::memcpy(m_bytes.data() + offset, &value, sizeof value);
    }
    void put(std::uint64_t offset, const QByteArray &text)
    {
        std::memcpy(m_bytes.data() + offset, text.data(), static_cast<std::size_t>(text.size()));
    }
    void fill(std::uint64_t offset, qsizetype bytes, char value)
    {
        std::memset(m_bytes.data() + offset, value, static_cast<std::size_t>(bytes));
    }
    void truncate(qsizetype bytes) { m_bytes.truncate(bytes); }
    qsizetype size() const { return m_bytes.size(); }

    Fd file() const
    {
        Fd fd(::memfd_create("image", MFD_CLOEXEC));
        if (::write(fd.get(), m_bytes.data(), static_cast<std::size_t>(m_bytes.size())) != m_bytes.size())
            qFatal("cannot write the image");
        return fd;
    }

private:
    QByteArray m_bytes;
};

inline GuestMemory makeMemory(std::uint64_t bytes)
{
    const std::array ranges{MemoryRange{GuestAddress(0), bytes}};
    auto memory = GuestMemory::map(ranges);
    if (!memory)
        qFatal("cannot map guest memory");
    return std::move(*memory);
}

inline QByteArray readGuest(const GuestMemory &memory, std::uint64_t at, qsizetype bytes)
{
    QByteArray out(bytes, '\xee');
    const auto span = std::as_writable_bytes(std::span(out.data(), static_cast<std::size_t>(bytes)));
    if (!memory.readBytes(GuestAddress(at), span))
        return "not memory";
    return out;
}

} // namespace sparkler
