// A guest's Ethernet frames at the metadata service, with time that jumps: raw ones, and TCP segments that are close to
// right, so that connections come about. What the service sends is read now and then, and must be well formed.
#include "fuzz_input.h"
#include "mmds/big_endian.h"
#include "mmds/network_stack.h"

#include <cstdlib>
#include <vector>

namespace {

using namespace sparkler;
using namespace sparkler::mmds;

constexpr Ipv4Address kService{{169, 254, 169, 254}};
constexpr Ipv4Address kGuest{{172, 16, 0, 2}};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

std::vector<std::byte> ipv4Frame(std::span<const std::byte> segment)
{
    std::vector<std::byte> frame(kEthernetHeaderBytes + kIpv4HeaderBytes + segment.size());
    writeEthernet(frame, {.destination = NetworkStack::kMac, .source = {}, .type = kEtherTypeIpv4});
    const auto packet = std::span(frame).subspan(kEthernetHeaderBytes);
    writeIpv4(packet,
              {.source = kGuest, .destination = kService, .protocol = kProtocolTcp, .isFragment = false, .payload = {}},
              segment.size());
    std::ranges::copy(segment, packet.subspan(kIpv4HeaderBytes).begin());
    return frame;
}

/// The guest of the fuzzer's choice.
class Guest {
public:
    Guest()
    {
        // Two pages of text: answers need several segments.
        const std::string text = R"({"a":{"b":"c"},"l":")" + std::string(3000, 'x') + "\"}";
        require(m_service->put(JsonValue::parse(text).value()).has_value());
        require(m_service->configure({}).has_value());
    }

    void step(FuzzInput &input)
    {
        switch (input.take<std::uint8_t>() % 8) {
        case 0:
            give(input.takeBytes(input.take<std::uint16_t>() % 2000));
            break;
        case 1:
            give(ipv4Frame(input.takeBytes(input.take<std::uint8_t>())));
            break;
        case 2:
            m_now += std::chrono::milliseconds(input.take<std::uint16_t>());
            break;
        case 3:
            m_now += std::chrono::seconds(input.take<std::uint16_t>());
            break;
        case 4:
            read(input.take<std::uint8_t>() % 8);
            break;
        default:
            giveSegment(input);
        }
        if (const auto deadline = m_stack.nextDeadline())
            require(*deadline <= m_now + TcpConnection::kRetransmitAfter);
    }
    void read(std::size_t frames)
    {
        for (std::size_t i = 0; i < frames; ++i)
            readOne();
    }

private:
    void give(std::span<const std::byte> frame)
    {
        if (m_stack.wants(frame.first(std::min<std::size_t>(frame.size(), 64))))
            m_stack.take(frame, m_now);
    }

    /// Places are near those that fit, flags are any.
    void giveSegment(FuzzInput &input)
    {
        static constexpr std::string_view kText = "GET /l HTTP/1.1\r\n\r\nPUT /latest/api/token HTTP/1.0\r\n"
                                                  "X-metadata-token-ttl-seconds: 60\r\nContent-Length: 9\r\n\r\n";
        const auto flags = input.take<std::uint8_t>();
        TcpHeader header;
        header.sourcePort = input.take<std::uint8_t>() % 40;
        header.destinationPort = (flags & 0x40) != 0 ? input.take<std::uint16_t>() : TcpServer::kPort;
        header.flags = {.fin = (flags & 1) != 0,
                        .syn = (flags & 2) != 0,
                        .rst = (flags & 4) != 0,
                        .psh = false,
                        .ack = (flags & 16) != 0};
        header.sequence = m_sent[header.sourcePort] + static_cast<std::size_t>(input.take<std::int8_t>());
        header.acknowledgment = m_seen[header.sourcePort] + static_cast<std::size_t>(input.take<std::int8_t>());
        header.window = (flags & 0x20) != 0 ? input.take<std::uint16_t>() : 65535;
        if (header.flags.syn)
            header.mss = input.take<std::uint16_t>();
        const std::string_view payload = (flags & 0x80) != 0 ? kText : std::string_view{};
        std::vector<std::byte> segment(tcpHeaderBytes(header) + payload.size());
        std::ranges::copy(std::as_bytes(std::span(payload)),
                          segment.end() - static_cast<std::ptrdiff_t>(payload.size()));
        writeTcp(segment, header, kGuest, kService);
        give(ipv4Frame(segment));
    }

    void readOne()
    {
        std::array<std::byte, NetworkStack::kMaxFrameBytes> frame;
        const bool waits = m_stack.hasFrame(m_now);
        const std::size_t bytes = m_stack.nextFrame(frame, m_now);
        require(waits == (bytes != 0) && bytes <= frame.size());
        if (!waits)
            return;
        const auto ethernet = parseEthernet(std::span(frame).first(bytes));
        require(ethernet && ethernet->source == NetworkStack::kMac);
        if (ethernet->type == kEtherTypeArp)
            return;
        const auto packet = parseIpv4(std::span(frame).first(bytes).subspan(kEthernetHeaderBytes));
        require(packet && packet->source == kService);
        const auto segment = parseTcp(packet->payload);
        require(segment.has_value());
        // The peer answers near what it is told.
        const std::size_t port = segment->header.destinationPort % m_seen.size();
        if (segment->header.flags.rst)
            return;
        m_seen[port] = segment->header.sequence + segment->streamBytes();
        m_sent[port] = segment->header.acknowledgment;
    }

    std::shared_ptr<MetadataService> m_service = MetadataService::create("fuzz", 51200);
    NetworkStack m_stack{m_service};
    NetworkStack::TimePoint m_now{std::chrono::seconds(1000)};
    std::array<Sequence, 40> m_sent{}, m_seen{};
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    Guest guest;
    while (!input.empty())
        guest.step(input);
    guest.read(1000);
    return 0;
}
