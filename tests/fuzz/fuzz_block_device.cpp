// A drive whose driver is the fuzzer, over memory that finishes transfers as the fuzzer says: short, late, out of order
// or not at all well.
#include "fuzz_device.h"
#include "virtio/block/device.h"

#include "base/fd.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using namespace sparkler;
using namespace sparkler::virtio;

constexpr std::size_t kDiskBytes = 64 * 1024;

/// The drive's content; its transfers stay inside or the sanitizer tells.
class MemoryBackend final : public BlockBackend {
public:
    MemoryBackend(FuzzInput &input, int event) : m_input(input), m_event(event) {}

    std::uint16_t depth() const override { return 4; }
    void queue(const IoRequest &request) override
    {
        if (m_queued.size() + m_running.size() + m_finished.size() >= depth())
            std::abort(); // more than was agreed on
        m_queued.push_back(request);
    }
    Result<> submit() override
    {
        const auto mood = m_input.take<std::uint8_t>();
        if (mood == 0xff && !m_queued.empty())
            return hostError(EAGAIN);
        m_running.insert(m_running.end(), m_queued.begin(), m_queued.end());
        m_queued.clear();
        if (mood % 2 == 0)
            finish(m_running.size());
        else if (mood % 4 == 1 && !m_running.empty())
            finish(1);
        return {};
    }
    std::span<const IoCompletion> takeCompletions() override
    {
        m_taken.clear();
        std::swap(m_taken, m_finished);
        return m_taken;
    }
    Result<> wait() override
    {
        finish(m_running.size());
        return {};
    }
    void useMemory(const GuestMemory &) override {}

private:
    void finish(std::size_t count)
    {
        const auto order = m_input.take<std::uint8_t>();
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = order % m_running.size();
            const IoRequest request = m_running[at];
            m_running.erase(m_running.begin() + static_cast<std::ptrdiff_t>(at));
            m_finished.push_back({request.slot, transfer(request)});
            signalEventFd(m_event);
        }
    }
    int transfer(const IoRequest &request)
    {
        const auto mood = m_input.take<std::uint8_t>();
        if (mood >= 0xf0)
            return mood == 0xf0 ? -EINTR : -EIO;
        if (request.kind == IoKind::Flush)
            return 0;
        std::size_t limit = mood >= 0x80 ? mood - 0x80u : kDiskBytes; // short, down to nothing
        std::size_t offset = request.offset;
        for (const iovec &piece : request.pieces) {
            const std::size_t bytes = std::min({piece.iov_len, limit, kDiskBytes - std::min(offset, kDiskBytes)});
            if (bytes > 0 && request.kind == IoKind::Read)
                std::memcpy(piece.iov_base, m_disk.data() + offset, bytes);
            else if (bytes > 0)
                std::memcpy(m_disk.data() + offset, piece.iov_base, bytes);
            offset += bytes;
            limit -= bytes;
        }
        return static_cast<int>(offset - request.offset);
    }

    FuzzInput &m_input;
    int m_event;
    std::vector<std::byte> m_disk = std::vector<std::byte>(kDiskBytes);
    std::vector<IoRequest> m_queued, m_running;
    std::vector<IoCompletion> m_finished, m_taken;
};

/// A file that tells the size; made once.
const std::string &diskPath()
{
    static const int file = ::memfd_create("fuzz-disk", MFD_CLOEXEC);
    static const std::string path = "/proc/self/fd/" + std::to_string(file);
    if (file < 0 || ::ftruncate(file, kDiskBytes) != 0)
        std::abort();
    return path;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const test::FakeGuest guest(1);
    FuzzInput input(data, size);
    test::ManualClock clock;
    const auto flags = input.take<std::uint8_t>();
    BlockSettings settings;
    settings.driveId = "fuzz";
    settings.path = diskPath();
    settings.readOnly = (flags & 1) != 0;
    settings.engine = BlockEngine::Async; // so that completions are an event
    settings.limiter = test::takeLimiter(input);
    settings.clock = &clock;
    if (flags & 2) {
        settings.backendFactory = [&input](int, int event) -> Result<std::unique_ptr<BlockBackend>> {
            return std::make_unique<MemoryBackend>(input, event);
        };
    } else {
        settings.engine = BlockEngine::Sync; // straight to the file
    }
    const auto device = BlockDevice::open(settings);
    if (!device)
        return 0;
    test::FuzzedDevice driver(input, guest);
    driver.play(**device, clock, [&](std::uint8_t action) {
        switch (action / 16 % 4) {
        case 0:
            (void)(*device)->update(action >= 128 ? diskPath() : "/nonexistent");
            break;
        case 1:
            (void)(*device)->rescan();
            break;
        case 2:
            (*device)->updateRateLimiter(test::takeLimiter(input));
            break;
        default:
            (void)(*device)->quiesce();
            break;
        }
    });
    return 0;
}
