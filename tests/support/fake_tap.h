#pragma once

#include "base/fd.h"
#include "virtio/net/features.h"
#include "virtio/net/pieces.h"
#include "virtio/net/tap.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace sparkler::test {

/// A tap in memory. As the kernel's, it cuts off what the reader has no room for and says nothing about it, leaves the
/// last two bytes of a received header alone, and becomes readable (an eventfd, to be watched for edges) with each
/// frame that arrives.
class FakeTap final : public virtio::NetBackend {
public:
    explicit FakeTap(unsigned offloads = virtio::kTapCsum | virtio::kTapTso4 | virtio::kTapTso6 | virtio::kTapUfo |
                                         virtio::kTapUso)
        : m_offloads(offloads)
    {
    }

    /// A frame, header first, comes in from the host.
    void arrive(std::vector<std::byte> frame)
    {
        waiting.push_back(std::move(frame));
        signalEventFd(m_event.get());
    }

    ssize_t read(std::span<const iovec> pieces) override
    {
        ++reads;
        if (readError != 0)
            return -readError;
        if (waiting.empty())
            return -EAGAIN;
        const std::vector<std::byte> frame = std::move(waiting.front());
        waiting.pop_front();
        const std::span bytes(frame);
        const std::size_t header = std::min(bytes.size(), virtio::kNetHeaderNumBuffers);
        std::size_t got = virtio::copyToPieces(pieces, 0, bytes.first(header));
        if (bytes.size() > virtio::kNetHeaderBytes)
            got = virtio::kNetHeaderBytes +
                  virtio::copyToPieces(pieces, virtio::kNetHeaderBytes, bytes.subspan(virtio::kNetHeaderBytes));
        return static_cast<ssize_t>(got);
    }
    ssize_t write(std::span<const iovec> pieces) override
    {
        if (writeError != 0)
            return -writeError;
        std::size_t bytes = 0;
        for (const iovec &piece : pieces)
            bytes += piece.iov_len;
        std::vector<std::byte> frame(bytes);
        virtio::copyFromPieces(pieces, 0, frame);
        sent.push_back(std::move(frame));
        return static_cast<ssize_t>(bytes);
    }
    unsigned offloads() const override { return m_offloads; }
    Result<> setOffloads(unsigned flags) override
    {
        if (failOffloads)
            return fail(ErrorKind::Host, "Invalid argument (os error 22)", EINVAL);
        active = flags;
        return {};
    }
    int fd() const override { return m_event.get(); }
    std::string_view kind() const override { return "tap"; }
    const std::string &name() const override { return m_name; }
    bool explain(Direction, int error) const override { return error != EBADFD; }

    std::deque<std::vector<std::byte>> waiting, sent;
    int readError = 0;
    int writeError = 0;
    bool failOffloads = false;
    unsigned active = ~0u;
    int reads = 0;

private:
    unsigned m_offloads;
    std::string m_name = "fake0";
    Fd m_event = Fd::eventFd().value();
};

} // namespace sparkler::test
