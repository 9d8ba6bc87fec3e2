#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace sparkler::virtio {

constexpr std::uint64_t kSectorBytes = 512;
constexpr std::size_t kSerialBytes = 20;

/// The host file or block device behind a drive. The image is always taken as raw: its bytes are the guest's.
struct DiskFile {
    Fd fd;
    std::uint64_t sizeBytes = 0;
    std::array<std::byte, kSerialBytes> serial{}; ///< made of device and inode numbers, zero-padded

    std::uint64_t sectors() const { return sizeBytes / kSectorBytes; }

    /// Opens without ever blocking (a FIFO fails). Warns when the size is no multiple of the sector size. Error: Host
    /// or NotFound with the errno.
    static Result<DiskFile> open(const std::string &path, bool readOnly);
    /// Reads the size again. Error: Host.
    Result<> refreshSize();
};

} // namespace sparkler::virtio
