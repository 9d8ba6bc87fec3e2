#include "virtio/block/backend.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <unistd.h>
#include <vector>

namespace sparkler::virtio {
namespace {

/// Linux transfers at most this much per call.
constexpr ssize_t kMaxTransfer = 0x7fff'f000;

class SyncBackend final : public BlockBackend {
public:
    explicit SyncBackend(int file) : m_file(file)
    {
        m_finished.reserve(1);
        m_taken.reserve(1);
    }

    std::uint16_t depth() const override { return 1; }
    void queue(const IoRequest &request) override { m_finished.push_back(IoCompletion{request.slot, run(request)}); }
    Result<> submit() override { return {}; }
    Result<> wait() override { return {}; }
    void useMemory(const GuestMemory &) override {}

    std::span<const IoCompletion> takeCompletions() override
    {
        m_taken.clear();
        std::swap(m_taken, m_finished);
        return m_taken;
    }

private:
    int run(const IoRequest &request) const
    {
        const int count = static_cast<int>(std::min<std::size_t>(request.pieces.size(), IOV_MAX));
        const auto offset = static_cast<off_t>(request.offset);
        ssize_t done = 0;
        do {
            switch (request.kind) {
            case IoKind::Read:
                done = ::preadv(m_file, request.pieces.data(), count, offset);
                break;
            case IoKind::Write:
                done = ::pwritev(m_file, request.pieces.data(), count, offset);
                break;
            case IoKind::Flush:
                done = ::fdatasync(m_file);
                break;
            }
        } while (done < 0 && errno == EINTR);
        return done < 0 ? -errno : static_cast<int>(std::min(done, kMaxTransfer));
    }

    int m_file;
    std::vector<IoCompletion> m_finished;
    std::vector<IoCompletion> m_taken;
};

} // namespace

std::unique_ptr<BlockBackend> makeSyncBackend(int file)
{
    return std::make_unique<SyncBackend>(file);
}

} // namespace sparkler::virtio
