#pragma once

#include "guest_frames.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <algorithm>

namespace sparkler::mmds::test {

using namespace std::chrono_literals;

inline constexpr std::uint16_t kGuestPort = 49152;
inline constexpr Sequence kGuestStart{0xfffffff0}; // both streams wrap around within a request
inline constexpr Sequence kServiceStart{0xffffff80};
inline constexpr auto kTimeout = TcpConnection::kRetransmitAfter;

inline const std::string kGet = "GET /text HTTP/1.1\r\n\r\n";

inline std::string expectedAnswer(const std::string &body)
{
    return "HTTP/1.1 200 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\nContent-Type: "
           "text/plain\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// How much of each leaf came since the object was made.
class Counted {
public:
    Counted() : m_before(read()) {}
    /// "rxAccepted 1, …" for leaves that changed.
    QString text() const
    {
        static constexpr std::array kNames{"accepted", "err",      "unusual",  "badEth",  "rx",       "txBytes",
                                           "tx",       "txErrors", "txFrames", "created", "destroyed"};
        const auto now = read();
        QStringList changes;
        for (std::size_t i = 0; i < kNames.size(); ++i) {
            if (now[i] != m_before[i])
                changes << QString("%1 %2").arg(kNames[i]).arg(now[i] - m_before[i]);
        }
        return changes.join(", ");
    }

private:
    static std::array<std::uint64_t, 11> read()
    {
        const auto &m = metrics().mmds;
        return {m.rxAccepted.total(),
                m.rxAcceptedErr.total(),
                m.rxAcceptedUnusual.total(),
                m.rxBadEth.total(),
                m.rxCount.total(),
                m.txBytes.total(),
                m.txCount.total(),
                m.txErrors.total(),
                m.txFrames.total(),
                m.connectionsCreated.total(),
                m.connectionsDestroyed.total()};
    }
    const std::array<std::uint64_t, 11> m_before;
};

/// A guest that gives frames to a stack by hand and looks at each one that comes back. `acknowledged` and `window` are
/// what its segments say. A check that fails in here fails the test.
class StackFixture {
protected:
    void reset()
    {
        service = MetadataService::create("anonymous-instance", 51200);
        QVERIFY(service->configure({}));
        storeText(5);
        stack = std::make_unique<NetworkStack>(service, [](auto) { return kServiceStart; });
        now = NetworkStack::TimePoint(1000s);
        guest = {};
        acknowledged = {};
        window = 65535;
    }
    TcpHeader header(TcpFlags flags, std::size_t sent = 1) const
    {
        return {.sourcePort = kGuestPort,
                .destinationPort = 80,
                .sequence = kGuestStart + sent,
                .acknowledgment = acknowledged,
                .flags = flags,
                .window = window,
                .mss = {}};
    }
    void give(const TcpHeader &tcp, std::string_view payload = {}) { give(tcpFrame(guest, tcp, payload)); }
    void give(const Frame &frame)
    {
        QVERIFY(stack->wants(std::span(frame).first(std::min<std::size_t>(frame.size(), 64))));
        stack->take(frame, now);
    }
    /// Sends payload that begins `sent` bytes after the guest's SYN and acknowledges all that came.
    void giveData(std::string_view payload, std::size_t sent = 1) { give(header({.ack = true}, sent), payload); }
    void giveAck(std::size_t sent = 1) { give(header({.ack = true}, sent)); }

    /// The next frame; `tcp.flags.rst` and all else is 0 when there is none.
    ServiceFrame next()
    {
        const auto frame = takeFrame(*stack, now);
        if (!frame)
            return {};
        auto read = readServiceFrame(*frame);
        if (!read) {
            [] { QFAIL("a broken frame"); }();
            return {};
        }
        return std::move(*read);
    }
    bool isQuiet() { return !stack->hasFrame(now); }
    void establish(std::optional<std::uint16_t> mss = 1460)
    {
        TcpHeader syn = header({.syn = true}, 0);
        syn.acknowledgment = {};
        syn.mss = mss;
        give(syn);
        const ServiceFrame synAck = next();
        QVERIFY(synAck.tcp.flags.syn && synAck.tcp.flags.ack);
        acknowledged = synAck.tcp.sequence + 1;
        giveAck();
        QVERIFY(isQuiet());
    }
    /// All data that comes at once, each segment as it is. In order.
    std::vector<std::string> readAll()
    {
        std::vector<std::string> pieces;
        for (ServiceFrame frame = next(); frame.bytes != 0; frame = next()) {
            if (frame.tcp.sequence != acknowledged)
                return {"(out of order)"};
            acknowledged = acknowledged + frame.payload.size();
            if (!frame.payload.empty())
                pieces.push_back(frame.payload);
        }
        return pieces;
    }
    static std::string joined(const std::vector<std::string> &pieces)
    {
        std::string all;
        for (const std::string &piece : pieces)
            all += piece;
        return all;
    }
    void storeText(std::size_t bytes)
    {
        text.clear();
        for (std::size_t i = 0; i < bytes; ++i)
            text += static_cast<char>('a' + i % 23);
        QVERIFY(service->put(JsonValue::parse(R"({"text":")" + text + R"("})").value()));
    }

    std::shared_ptr<MetadataService> service;
    std::unique_ptr<NetworkStack> stack;
    NetworkStack::TimePoint now;
    GuestAddress guest;
    Sequence acknowledged; ///< what the guest acknowledges
    std::uint16_t window = 65535;
    std::string text;
};

} // namespace sparkler::mmds::test
