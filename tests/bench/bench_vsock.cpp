// The socket device with everything but a guest and its exits: rings, protocol, a real Unix socket and a program on
// this thread at its other end. Arguments: bytes of a packet (of a receive buffer without its header).

#include "support/temp_files.h"
#include "support/vsock_guest.h"
#include "virtio/vsock/device.h"

#include <benchmark/benchmark.h>

#include <string>
#include <sys/socket.h>
#include <sys/un.h>

namespace {

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

constexpr std::uint32_t kGuestPort = 40000, kHostPort = VsockMuxer::kFirstLocalPort;
constexpr std::size_t kRoundBytes = 128 * 1024; ///< what a program writes or reads between two looks of the device

/// An active device with one established connection.
class Rig {
public:
    explicit Rig(std::uint32_t packetBytes) : m_packetBytes(packetBytes)
    {
        const std::string path = m_dir.file("v");
        auto opened = VsockDevice::open({.guestCid = 3, .udsPath = path, .brokenPipe = BrokenPipe::Quiet});
        if (!opened || !(*opened)->activate(m_guest.activation()))
            return;
        m_device = std::move(*opened);
        m_onStreams = m_device->hostEvents()[0].onReady;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        m_program = Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const std::string request = "CONNECT 40000\n";
        if (::connect(m_program.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::send(m_program.get(), request.data(), request.size(), 0) < 0)
            return;
        const timeval patience{.tv_sec = 5, .tv_usec = 0}; // for a device that fails to deliver
        (void)::setsockopt(m_program.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        m_guest.supply(1);
        m_onStreams(); // accepts
        m_onStreams(); // reads the request
        if (!m_guest.receive())
            return;
        tell(VsockOp::Response);
        std::array<char, 64> answer{};
        m_works = ::recv(m_program.get(), answer.data(), answer.size(), 0) > 0;
    }
    bool works() const { return m_works; }

    /// One round from the guest to the program.
    bool toHost()
    {
        const std::uint32_t perRound = std::min<std::uint32_t>(65536 / m_packetBytes, 64);
        if (m_txHeads.empty())
            placePackets(perRound);
        for (const std::uint16_t head : m_txHeads)
            m_guest.tx->makeAvailable(head);
        m_device->queueNotified(VsockDevice::kTxQueue);
        std::size_t left = std::size_t{perRound} * m_packetBytes;
        while (left > 0) {
            const ssize_t got = ::recv(m_program.get(), m_buffer.data(), std::min(left, m_buffer.size()), 0);
            if (got <= 0)
                return false;
            left -= static_cast<std::size_t>(got);
        }
        bytes += std::size_t{perRound} * m_packetBytes;
        return m_guest.tx->usedIndex() == m_guest.tx->availableIndex();
    }

    /// One round from the program to the guest.
    bool toGuest()
    {
        if (m_rxHeads.empty())
            placeBuffers();
        const ssize_t sent = ::send(m_program.get(), m_buffer.data(), m_buffer.size(), 0);
        if (sent <= 0)
            return false;
        std::uint32_t left = static_cast<std::uint32_t>(sent);
        m_onStreams();
        while (left > 0) {
            const std::uint16_t used = m_guest.rx->usedIndex();
            if (used == m_rxSeen)
                return false;
            for (; m_rxSeen != used; ++m_rxSeen, ++m_rxNext) {
                const std::size_t slot = m_rxNext % m_rxHeads.size();
                const auto length = m_guest.guest.memory().read<std::uint32_t>(GuestAddress(m_rxAt[slot] + 24));
                left -= length.value_or(left);
                m_guest.rx->makeAvailable(m_rxHeads[slot]);
            }
            m_device->queueNotified(VsockDevice::kRxQueue);
        }
        m_taken += static_cast<std::uint32_t>(sent);
        bytes += static_cast<std::size_t>(sent);
        tell(VsockOp::CreditUpdate);
        return true;
    }
    std::size_t bytes = 0;

private:
    void tell(VsockOp op)
    {
        auto header = VsockGuest::header(op, kHostPort, kGuestPort);
        header.forwardCount = m_taken;
        m_guest.send(header);
        m_device->queueNotified(VsockDevice::kTxQueue);
        m_guest.reclaim();
    }
    void placePackets(std::uint32_t count)
    {
        auto header = VsockGuest::header(VsockOp::ReadWrite, kHostPort, kGuestPort);
        header.length = m_packetBytes;
        const GuestAddress at = m_guest.tx->allocate(kVsockHeaderBytes), payload = m_guest.tx->allocate(m_packetBytes);
        m_guest.guest.put(at, wireForm(header));
        for (std::uint32_t i = 0; i < count; ++i)
            m_txHeads.push_back(m_guest.tx->chain()
                                    .raw(at.value(), kVsockHeaderBytes, 0)
                                    .raw(payload.value(), m_packetBytes, 0)
                                    .place());
    }
    void placeBuffers()
    {
        for (std::uint64_t i = 0; i < 64; ++i) {
            m_rxAt.push_back((32u << 20) + i * VsockGuest::kSlotBytes);
            m_rxHeads.push_back(
                m_guest.rx->chain().raw(m_rxAt.back(), kVsockHeaderBytes + m_packetBytes, kDescriptorWrite).submit());
        }
        m_rxSeen = m_guest.rx->usedIndex();
    }

    std::uint32_t m_packetBytes;
    TempDir m_dir;
    VsockGuest m_guest;
    std::unique_ptr<VsockDevice> m_device;
    std::function<void()> m_onStreams;
    Fd m_program;
    bool m_works = false;
    std::vector<std::byte> m_buffer = pattern(kRoundBytes);
    std::vector<std::uint16_t> m_txHeads, m_rxHeads;
    std::vector<std::uint64_t> m_rxAt;
    std::uint16_t m_rxSeen = 0;
    std::size_t m_rxNext = 0;
    std::uint32_t m_taken = 0;
};

void run(benchmark::State &state, bool (Rig::*round)())
{
    Rig rig(static_cast<std::uint32_t>(state.range(0)));
    if (!rig.works())
        return state.SkipWithError("no connection");
    for (auto _ : state) {
        if (!(rig.*round)()) {
            state.SkipWithError("bytes did not arrive");
            break;
        }
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(rig.bytes));
}

} // namespace

BENCHMARK_CAPTURE(run, to_host, &Rig::toHost)->Arg(1024)->Arg(4096)->Arg(65536)->UseRealTime();
BENCHMARK_CAPTURE(run, to_guest, &Rig::toGuest)->Arg(1024)->Arg(4096)->Arg(65536)->UseRealTime();
