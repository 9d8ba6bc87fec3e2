#include "snapshot/state_file.h"

#include "base/format.h"
#include "base/os_error.h"
#include "snapshot/limits.h"
#include "snapshot/payload.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <lzma.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::snapshot {
namespace {

/// "SPKL", then the architecture.
constexpr std::uint64_t kMagic = 0x5350'4b4c'0000'8664;

/// What the file starts with; little-endian, as the machine is. The payload follows, and keeps its alignment.
struct Header {
    std::uint64_t magic = kMagic;
    std::uint16_t formatVersion = kFormatVersion;
    std::uint16_t dataVersion = 0;
    std::uint32_t reserved = 0;
    std::uint64_t payloadBytes = 0;
};
static_assert(sizeof(Header) == 24 && sizeof(Header) % alignof(std::uint64_t) == 0);
static_assert(std::has_unique_object_representations_v<Header>);

using Checksum = std::uint64_t;

/// CRC-64 of ECMA-182, as xz has it.
Checksum checksumOf(std::span<const std::byte> bytes)
{
    return ::lzma_crc64(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size(), 0);
}

template <typename T>
T valueAt(std::span<const std::byte> bytes, std::size_t offset)
{
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

/// A file whose checksum holds and whose payload has the structure of the schema.
class CheckedFile {
public:
    static Result<CheckedFile> check(std::span<const std::byte> file);
    const Header &header() const { return m_header; }
    const wire::State &state() const { return *wire::GetState(m_payload); }

private:
    static Result<Header> checkHeader(std::span<const std::byte> file);
    Result<> checkPayload(std::span<const std::byte> payload);

    Header m_header;
    const void *m_payload = nullptr;
    std::vector<std::uint64_t> m_aligned; ///< the payload, when it cannot be read where it is
};

Result<Header> CheckedFile::checkHeader(std::span<const std::byte> file)
{
    if (file.size() > kMaxStateFile)
        return fail(ErrorKind::TooLarge, fmt::format("Snapshot size exceeds limit of {} bytes", kMaxStateFile));
    if (file.size() < sizeof(Checksum))
        return fail(ErrorKind::InvalidInput, "Snapshot file is smaller than CRC length.");
    const auto covered = file.first(file.size() - sizeof(Checksum));
    if (checksumOf(covered) != valueAt<Checksum>(file, covered.size()))
        return fail(ErrorKind::InvalidInput, "CRC64 validation failed");
    if (covered.size() < sizeof(Header))
        return invalidState("The file is smaller than its header.");
    const auto header = valueAt<Header>(file, 0);
    if (header.magic != kMagic)
        return fail(ErrorKind::InvalidInput, fmt::format("Magic value does not match arch: {}", header.magic));
    if (header.formatVersion == 0)
        return fail(ErrorKind::InvalidInput, "Invalid format version: 0");
    if (header.formatVersion > kFormatVersion)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("Invalid format version: {} (made by a newer engine; this one reads versions up to {})",
                                header.formatVersion, kFormatVersion));
    if (!isSupported(DataVersion{header.dataVersion}))
        return fail(ErrorKind::InvalidInput, fmt::format("Invalid data version: {}", header.dataVersion));
    if (header.reserved != 0)
        return invalidState("A reserved part of the header is in use.");
    if (header.payloadBytes != covered.size() - sizeof(Header))
        return invalidState("The header gives another size than the file has.");
    return header;
}

Result<> CheckedFile::checkPayload(std::span<const std::byte> payload)
{
    m_payload = payload.data();
    if (reinterpret_cast<std::uintptr_t>(m_payload) % alignof(std::uint64_t) != 0) {
        m_aligned.resize(payload.size() / sizeof(std::uint64_t) + 1);
        std::memcpy(m_aligned.data(), payload.data(), payload.size());
        m_payload = m_aligned.data();
    }
    flatbuffers::Verifier verifier(static_cast<const std::uint8_t *>(m_payload), payload.size(), kMaxDepth, kMaxTables);
    if (!wire::VerifyStateBuffer(verifier))
        return invalidState("The payload is not well-formed.");
    return {};
}

Result<CheckedFile> CheckedFile::check(std::span<const std::byte> file)
{
    CheckedFile checked;
    checked.m_header = TRY(checkHeader(file));
    TRY(checked.checkPayload(file.subspan(sizeof(Header), file.size() - sizeof(Header) - sizeof(Checksum))));
    return checked;
}

} // namespace

Result<std::vector<std::byte>> encodeState(const MachineState &state, DataVersion version, const SnapshotOrigin &origin)
{
    Builder builder(64u << 10);
    encodePayload(builder, state, origin);
    const Header header{.dataVersion = std::to_underlying(version), .payloadBytes = builder.GetSize()};
    std::vector<std::byte> file(sizeof header + builder.GetSize() + sizeof(Checksum));
    std::memcpy(file.data(), &header, sizeof header);
    std::memcpy(file.data() + sizeof header, builder.GetBufferPointer(), builder.GetSize());
    const Checksum checksum = checksumOf(std::span(file).first(file.size() - sizeof(Checksum)));
    std::memcpy(file.data() + file.size() - sizeof checksum, &checksum, sizeof checksum);

    TRY(decodeState(file));
    TRY(describeState(file));
    return file;
}

Result<MachineState> decodeState(std::span<const std::byte> file)
{
    const CheckedFile checked = TRY(CheckedFile::check(file));
    return decodePayload(checked.state());
}

Result<Description> describeState(std::span<const std::byte> file)
{
    const CheckedFile checked = TRY(CheckedFile::check(file));
    const Place root;
    Description description{.formatVersion = checked.header().formatVersion,
                            .dataVersion = DataVersion{checked.header().dataVersion},
                            .origin = {},
                            .config = {},
                            .hasRealtime = false};
    description.origin = TRY(decodeOrigin(checked.state().origin(), root.field("origin")));
    description.config = TRY(decodeMachineConfig(checked.state().config(), root.field("config")));
    const wire::Vm *vm = checked.state().vm();
    const wire::Clock *clock = vm ? vm->clock() : nullptr;
    description.hasRealtime = clock && (clock->flags() & ClockState::kRealtime) != 0;
    return description;
}

Result<Description> describeState(const std::string &path)
{
    const auto file = openStateFile(path);
    if (!file)
        return prefixed("Unable to open snapshot state file: ", file.error());
    constexpr std::string_view kUnreadable = "Invalid data format version of snapshot file: ";
    const auto bytes = readStateFile(*file);
    if (!bytes)
        return prefixed(kUnreadable, bytes.error());
    auto described = describeState(std::span(*bytes));
    if (!described)
        return prefixed(kUnreadable, described.error());
    return described;
}

Result<Fd> openStateFile(const std::string &path)
{
    return Fd::open(path, O_RDONLY | O_NONBLOCK);
}

Result<std::vector<std::byte>> readStateFile(const Fd &file)
{
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return hostError(errno, "IO Error: ");
    if (S_ISDIR(status.st_mode))
        return hostError(EISDIR, "IO Error: ");
    if (!S_ISREG(status.st_mode))
        return hostError(EINVAL, "IO Error: ");
    if (static_cast<std::uint64_t>(status.st_size) > kMaxStateFile)
        return fail(ErrorKind::TooLarge, fmt::format("Snapshot size exceeds limit of {} bytes", kMaxStateFile));
    std::vector<std::byte> bytes(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::pread(file.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return hostError(errno, "IO Error: ");
        if (count == 0)
            break; // shorter by now: the checksum tells
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

Result<MachineState> loadState(const std::string &path)
{
    const auto file = openStateFile(path);
    if (!file)
        return prefixed("Failed to get snapshot state from file: Failed to open snapshot file: ", file.error());
    constexpr std::string_view kUnreadable =
        "Failed to get snapshot state from file: Failed to load snapshot state from file: ";
    const auto bytes = readStateFile(*file);
    if (!bytes)
        return prefixed(kUnreadable, bytes.error());
    const auto checked = CheckedFile::check(*bytes);
    if (!checked)
        return prefixed(kUnreadable, checked.error());
    return decodePayload(checked->state());
}

} // namespace sparkler::snapshot
