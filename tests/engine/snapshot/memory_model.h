#pragma once

#include "memory/guest_memory.h"
#include "snapshot/memory_file.h"
#include "support/temp_files.h"

#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace sparkler::test {

/// Guest memory, and beside it what it should hold, as a memory file has it.
struct ModelledMemory {
    static constexpr std::uint64_t kPage = 4096;

    GuestMemory memory;
    std::vector<std::byte> model;

    /// Two to four regions of whole pages, the first two side by side, holes between the others.
    static std::vector<MemoryRange> randomRanges(std::mt19937_64 &random)
    {
        std::vector<MemoryRange> ranges;
        std::uint64_t at = 0;
        const std::uint64_t count = 2 + random() % 3;
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t bytes = (1 + random() % 300) * kPage;
            ranges.push_back({GuestAddress(at), bytes});
            at += bytes + (i > 0 ? (1 + random() % 1000) * kPage : 0);
        }
        return ranges;
    }

    static ModelledMemory fresh(std::span<const MemoryRange> ranges)
    {
        GuestMemory memory = std::move(GuestMemory::map(ranges).value());
        const std::uint64_t bytes = memory.totalBytes();
        return {std::move(memory), std::vector<std::byte>(bytes)};
    }

    static ModelledMemory fromFile(std::span<const MemoryRange> ranges, const std::string &path)
    {
        const Fd file = std::move(Fd::open(path, 0).value());
        return {std::move(GuestMemory::mapFile(ranges, file).value()), readFile(path)};
    }

    std::uint64_t pages() const { return model.size() / kPage; }

    /// Guest address of a byte of the memory file.
    GuestAddress addressOf(std::uint64_t offset) const
    {
        for (const GuestMemory::Region &region : memory.regions()) {
            if (offset - region.fileOffset < region.bytes)
                return GuestAddress(region.start.value() + (offset - region.fileOffset));
        }
        qFatal("no such byte");
    }

    /// Bytes from `offset` to the end of its region.
    std::uint64_t roomAt(std::uint64_t offset) const
    {
        for (const GuestMemory::Region &region : memory.regions()) {
            if (offset - region.fileOffset < region.bytes)
                return region.fileOffset + region.bytes - offset;
        }
        qFatal("no such byte");
    }

    void write(std::uint64_t offset, std::span<const std::byte> bytes)
    {
        if (!memory.writeBytes(addressOf(offset), bytes))
            qFatal("cannot write");
        std::memcpy(model.data() + offset, bytes.data(), bytes.size());
    }

    void discard(std::uint64_t offset, std::uint64_t bytes)
    {
        if (!memory.discard(addressOf(offset), bytes))
            qFatal("cannot discard");
        std::memset(model.data() + offset, 0, bytes);
    }

    /// A few writes of bytes or zeroes, and discards.
    void mutate(std::mt19937_64 &random, int steps)
    {
        for (int i = 0; i < steps; ++i) {
            const std::uint64_t kind = random() % 5;
            std::uint64_t at = random() % model.size();
            if (kind == 0) {
                at -= at % kPage;
                discard(at, std::min(roomAt(at), (1 + random() % 20) * kPage));
                continue;
            }
            std::vector<std::byte> bytes(std::min(roomAt(at), 1 + random() % (kind == 1 ? 20 * kPage : 3000)));
            const auto value = kind == 2 ? std::byte{0} : static_cast<std::byte>(random());
            std::ranges::fill(bytes, value);
            write(at, bytes);
        }
    }
};

/// Writes a full snapshot of the memory, or a diff, under `path`.
inline Result<> saveFull(const GuestMemory &memory, const std::string &path)
{
    auto file = TRY(AtomicFile::create(path, SnapshotFile::Memory));
    TRY(writeFull(memory, file));
    return file.commit();
}

inline Result<> saveDiff(const GuestMemory &memory, const DirtyBitmap &dirty, const std::string &path)
{
    auto file = TRY(AtomicFile::create(path, SnapshotFile::Memory));
    TRY(writeDiff(memory, dirty, file));
    return file.commit();
}

} // namespace sparkler::test
