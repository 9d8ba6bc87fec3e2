#include "snapshot/working_set.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"
#include "snapshot/atomic_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler {
namespace {

static_assert(std::endian::native == std::endian::little, "the file's integers are copied as they are");

constexpr std::uint64_t kPage = 4096;
constexpr std::uint64_t kMagic = 0x0a53574c'4b525053; // "SPRKLWS\n"
constexpr std::uint32_t kVersion = 1;

struct Header {
    std::uint64_t magic = kMagic;
    std::uint32_t version = kVersion;
    std::uint32_t crc = 0; ///< of all that follows this field
    std::uint64_t memoryBytes = 0;
    std::uint32_t runs = 0;
    std::uint32_t zero = 0;
};
static_assert(sizeof(Header) == 32 && sizeof(WorkingSet::Run) == 8);
constexpr std::size_t kCoveredFrom = offsetof(Header, memoryBytes);

/// CRC-32 as in IEEE 802.3, four bits at a time: a table of 64 bytes.
std::uint32_t crc32(std::span<const std::byte> bytes)
{
    static constexpr auto kTable = [] {
        std::array<std::uint32_t, 16> table{};
        for (std::uint32_t nibble = 0; nibble < table.size(); ++nibble) {
            std::uint32_t value = nibble;
            for (int bit = 0; bit < 4; ++bit)
                value = (value >> 1) ^ ((value & 1) != 0 ? 0xedb88320u : 0u);
            table[nibble] = value;
        }
        return table;
    }();
    std::uint32_t crc = ~0u;
    for (const std::byte byte : bytes) {
        crc ^= std::to_integer<std::uint32_t>(byte);
        crc = (crc >> 4) ^ kTable[crc & 15];
        crc = (crc >> 4) ^ kTable[crc & 15];
    }
    return ~crc;
}

std::unexpected<Error> refuse(std::string_view why)
{
    return fail(ErrorKind::InvalidInput, fmt::format("the working set is not usable: {}", why));
}

} // namespace

std::uint64_t WorkingSet::pages() const
{
    std::uint64_t sum = 0;
    for (const Run &run : runs)
        sum += run.count;
    return sum;
}

std::string workingSetPath(const std::string &memoryFile)
{
    return memoryFile + ".ws";
}

std::vector<std::byte> encodeWorkingSet(const WorkingSet &set)
{
    Header header;
    header.memoryBytes = set.memoryBytes;
    header.runs = static_cast<std::uint32_t>(std::min(set.runs.size(), kMostWorkingSetRuns));
    const std::size_t runBytes = header.runs * sizeof(WorkingSet::Run);
    std::vector<std::byte> bytes(sizeof header + runBytes);
    const auto put = [&bytes, &header] { std::memcpy(bytes.data(), &header, sizeof header); };
    put();
    if (runBytes > 0)
        std::memcpy(bytes.data() + sizeof header, set.runs.data(), runBytes);
    header.crc = crc32(std::span(bytes).subspan(kCoveredFrom));
    put();
    return bytes;
}

Result<WorkingSet> decodeWorkingSet(std::span<const std::byte> bytes, std::uint64_t memoryBytes)
{
    Header header;
    if (bytes.size() < sizeof header)
        return refuse("it is cut off");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != kMagic)
        return refuse("this is another kind of file");
    if (header.version != kVersion)
        return refuse(fmt::format("version {} is not known", header.version));
    if (header.runs > kMostWorkingSetRuns ||
        bytes.size() - sizeof header != std::size_t{header.runs} * sizeof(WorkingSet::Run))
        return refuse("its length is wrong");
    if (header.crc != crc32(bytes.subspan(kCoveredFrom)))
        return refuse("its checksum is wrong");
    if (header.zero != 0)
        return refuse("a reserved part of it is in use");
    if (header.memoryBytes != memoryBytes)
        return refuse("it is of another memory");
    WorkingSet set{header.memoryBytes, std::vector<WorkingSet::Run>(header.runs)};
    if (header.runs > 0)
        std::memcpy(set.runs.data(), bytes.data() + sizeof header, header.runs * sizeof(WorkingSet::Run));
    const std::uint64_t pages = memoryBytes / kPage;
    for (const WorkingSet::Run &run : set.runs) {
        if (run.count == 0 || std::uint64_t{run.first} + run.count > pages)
            return refuse("it names pages that do not exist");
    }
    if (set.pages() > pages) // would make a prefetch go over the same pages again and again
        return refuse("it names pages twice");
    return set;
}

Result<> writeWorkingSet(const std::string &memoryFile, const WorkingSet &set)
{
    auto file = TRY(AtomicFile::create(workingSetPath(memoryFile), SnapshotFile::WorkingSet));
    TRY(file.append(encodeWorkingSet(set)));
    return file.commit();
}

Result<WorkingSet> readWorkingSet(const std::string &memoryFile, std::uint64_t memoryBytes)
{
    // Not to wait for the writer of a FIFO.
    const Fd file = TRY(Fd::open(workingSetPath(memoryFile), O_RDONLY | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return hostError(errno);
    if (!S_ISREG(status.st_mode))
        return refuse("it is not a regular file");
    constexpr std::uint64_t kMost = sizeof(Header) + kMostWorkingSetRuns * sizeof(WorkingSet::Run);
    if (static_cast<std::uint64_t>(status.st_size) > kMost)
        return fail(ErrorKind::TooLarge, "the working set is not usable: it is too large");
    std::vector<std::byte> bytes(static_cast<std::size_t>(status.st_size));
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got = ::pread(file.get(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return hostError(errno);
        if (got == 0)
            return refuse("it is cut off");
        at += static_cast<std::size_t>(got);
    }
    return decodeWorkingSet(bytes, memoryBytes);
}

} // namespace sparkler
