#pragma once

#include "base/fd.h"

#include <optional>
#include <string>
#include <string_view>

namespace sparkler::emulator {

/// Where the emulator says what happens, and where QEMU and the helper machine's kernel write.
class HostLog {
public:
    /// Without a path, our own lines go to standard error and the others' are kept in memory. Error: Host.
    static Result<HostLog> open(const std::optional<std::string> &path);

    void line(std::string_view text);
    /// Also to standard error: the last words of a failure.
    void failure(std::string_view text);
    /// For QEMU: open for writing only, appends. Borrowed.
    int console() const { return m_writer.get(); }
    /// The newest lines that are there since open(), at most 30 and 8 KiB.
    std::string tail() const;

private:
    HostLog(Fd writer, Fd reader, bool inMemory, std::uint64_t start);
    Fd m_writer;
    Fd m_reader;
    bool m_inMemory;
    std::uint64_t m_start; ///< offset in bytes at which this run's part begins
};

} // namespace sparkler::emulator
