// State files. The first byte chooses: a whole file as it is, a file whose checksum is put right, or a payload around
// which everything is right. What is accepted must come out the same when it is saved and loaded again.
#include "fuzz_input.h"
#include "snapshot/state_file.h"

#include <cstdlib>
#include <lzma.h>
#include <vector>

namespace {

using Bytes = std::vector<std::byte>;

void put(Bytes &file, std::uint64_t value, std::size_t bytes)
{
    for (std::size_t index = 0; index < bytes; ++index)
        file.push_back(static_cast<std::byte>(value >> (8 * index)));
}

Bytes withChecksum(Bytes file)
{
    put(file, ::lzma_crc64(reinterpret_cast<const std::uint8_t *>(file.data()), file.size(), 0), 8);
    return file;
}

Bytes fileOf(std::uint8_t kind, std::span<const std::byte> content)
{
    if (kind % 3 == 0)
        return Bytes(content.begin(), content.end());
    Bytes file;
    if (kind % 3 == 1) {
        put(file, 0x5350'4b4c'0000'8664, 8); // magic value
        put(file, 1, 2);                     // format version
        put(file, 8, 2);                     // data version
        put(file, 0, 4);
        put(file, content.size(), 8);
    }
    file.insert(file.end(), content.begin(), content.end());
    return withChecksum(std::move(file));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler::snapshot;
    FuzzInput input(data, size);
    const auto kind = input.take<std::uint8_t>();
    const Bytes file = fileOf(kind, input.rest());
    const auto described = describeState(std::span(file));
    const auto state = decodeState(file);
    if (!state)
        return 0;
    const auto again = encodeState(*state, newestDataVersion(), described ? described->origin : SnapshotOrigin{});
    if (!again)
        std::abort();
    const auto twice = decodeState(*again);
    if (!twice || *twice != *state)
        std::abort();
    return 0;
}
