// Recorded working sets, which lie beside memory files. The first byte chooses whether the checksum is put right. What
// is accepted names pages of the memory alone, none of them twice over, and comes out the same when it is written
// again.
#include "fuzz_input.h"
#include "snapshot/working_set.h"

#include <cstdlib>
#include <cstring>
#include <lzma.h>
#include <vector>

namespace {

constexpr std::uint64_t kMemoryBytes = 1u << 20;
constexpr std::size_t kHeaderBytes = 16; ///< magic, version and checksum, which covers what follows

void putChecksumRight(std::vector<std::byte> &file)
{
    if (file.size() < kHeaderBytes)
        return;
    const auto *covered = reinterpret_cast<const std::uint8_t *>(file.data()) + kHeaderBytes;
    const std::uint32_t checksum = ::lzma_crc32(covered, file.size() - kHeaderBytes, 0);
    std::memcpy(&file[kHeaderBytes - sizeof checksum], &checksum, sizeof checksum);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    FuzzInput input(data, size);
    const bool mend = input.take<std::uint8_t>() % 2 != 0;
    const auto rest = input.rest();
    std::vector<std::byte> file(rest.begin(), rest.end());
    if (mend)
        putChecksumRight(file);
    const auto set = decodeWorkingSet(file, kMemoryBytes);
    if (!set)
        return 0;
    std::uint64_t pages = 0;
    for (const WorkingSet::Run &run : set->runs) {
        if ((std::uint64_t{run.first} + run.count) * 4096 > kMemoryBytes)
            std::abort();
        pages += run.count;
    }
    if (pages > kMemoryBytes / 4096 || encodeWorkingSet(*set) != file)
        std::abort();
    return 0;
}
