// Random schedules of all that guest and programs may do, over real sockets: every byte arrives once and in order, no
// credit is overdrawn, every connection ends, nothing stalls. The guest notifies only when the device asked for it.
#include "base/format.h"
#include "events/event_loop.h"
#include "support/eventually.h"
#include "support/temp_files.h"
#include "support/vsock_guest.h"
#include "virtio/vsock/device.h"

#include <QTest>

#include <cerrno>
#include <random>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint32_t kGuestPorts = 1000; ///< plus the link's number

/// Who ends a connection, once both sides have sent what they had.
enum class Ending {
    HostCloses,
    HostSendsNoMore,  ///< shutdown(SHUT_WR), which the device takes for the end of both directions
    GuestSendsNoMore, ///< half: the program still sends, then closes
    GuestCloses,
};

/// One connection as both its users see it.
struct Link {
    std::uint32_t number = 0;
    bool byHost = false;
    Ending ending = Ending::HostCloses;
    bool lazyReader = false; ///< the program reads nothing at first: its socket fills, then the device's buffer
    Fd listener, program;

    std::vector<std::byte> toGuest, toHost;
    std::size_t written = 0; ///< by the program
    std::vector<std::byte> atHost, atGuest;
    std::string greeting; ///< "OK …\n" as far as it has come
    bool programDone = false, programShut = false;

    std::uint32_t hostPort = 0;
    bool guestKnows = false, guestDone = false, guestShut = false, asked = false;
    std::size_t sent = 0;        ///< by the guest
    std::uint32_t forwarded = 0; ///< the device's count as told
    std::uint32_t allocated = 0;
    std::size_t consumed = 0, consumedTold = 0;
};

sockaddr_un addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

class World {
public:
    explicit World(unsigned seed) : m_random(seed)
    {
        m_device =
            std::move(VsockDevice::open({.guestCid = 3, .udsPath = m_path, .brokenPipe = BrokenPipe::Quiet}).value());
        for (HostEvent &event : m_device->hostEvents())
            m_watches.push_back(
                m_loop->watch(event.fd, EPOLLIN, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        if (!m_device->activate(m_guest.activation()))
            qFatal("activation failed");
        m_device->queueNotified(VsockDevice::kRxQueue);
        m_device->queueNotified(VsockDevice::kTxQueue);
        for (std::uint32_t i = 0; i < 10; ++i)
            m_links.push_back(makeLink(i));
    }

    /// Everything a few times at random; then whatever is left, with a guest and programs that do their part.
    std::string run()
    {
        for (int step = 0; step < 3000 && m_fault.empty(); ++step)
            randomStep();
        for (Link &link : m_links)
            link.lazyReader = false;
        const bool finished = eventually(*m_loop, [&] {
            for (int i = 0; i < 200; ++i) {
                everybody();
                (void)m_loop->runOnce(0);
            }
            return !m_fault.empty() ||
                   std::ranges::all_of(m_links, [](const Link &link) { return link.guestDone && link.programDone; });
        });
        if (!m_fault.empty())
            return m_fault;
        if (!finished)
            return stalled();
        return m_device->connectionCount() == 0 ? "" : "a connection is left";
    }

private:
    std::size_t upTo(std::size_t most) { return most == 0 ? 0 : m_random() % (most + 1); }
    void fault(const Link &link, const std::string &what)
    {
        if (m_fault.empty())
            m_fault = "link " + std::to_string(link.number) + ": " + what;
    }
    std::string stalled() const
    {
        std::string text = "stalled:";
        for (const Link &link : m_links) {
            if (!link.guestDone || !link.programDone)
                text +=
                    fmt::format(" [{} ending {}: to guest {}/{}/{}, to host {}/{}/{}, done {} {}]", link.number,
                                static_cast<int>(link.ending), link.written, link.atGuest.size(), link.toGuest.size(),
                                link.sent, link.atHost.size(), link.toHost.size(), link.guestDone, link.programDone);
        }
        return text;
    }

    Link makeLink(std::uint32_t number)
    {
        Link link;
        link.number = number;
        link.byHost = upTo(1) == 0;
        link.ending = static_cast<Ending>(upTo(3));
        link.toGuest = pattern(upTo(upTo(1) == 0 ? 200'000 : 300), 2 * number + 1);
        link.lazyReader = upTo(2) == 0;
        link.toHost = pattern(link.lazyReader ? 600'000 : upTo(upTo(1) == 0 ? 200'000 : 300), 2 * number + 2);
        link.allocated = upTo(1) == 0 ? 1u << 18 : static_cast<std::uint32_t>(1 + upTo(5000));
        if (link.byHost) {
            link.program = socket();
            const sockaddr_un address = addressOf(m_path);
            const std::string request = "CONNECT " + std::to_string(kGuestPorts + number) + "\n";
            if (::connect(link.program.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
                ::send(link.program.get(), request.data(), request.size(), MSG_NOSIGNAL) < 0)
                qFatal("cannot dial");
        } else {
            link.hostPort = 100 + number;
            link.listener = socket();
            const sockaddr_un address = addressOf(m_path + "_" + std::to_string(link.hostPort));
            if (::bind(link.listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
                ::listen(link.listener.get(), 1) != 0)
                qFatal("cannot serve");
            transmit(link, VsockOp::Request);
        }
        return link;
    }
    static Fd socket() { return Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)); }

    // --- the guest ---

    /// Notifies when the event index rule says so (virtio 1.2, 2.7.10).
    void kick(std::uint16_t queue, const FakeDriver &driver, std::uint16_t before)
    {
        const std::uint16_t now = driver.availableIndex();
        const std::uint16_t event = driver.availableEvent();
        if (static_cast<std::uint16_t>(now - event - 1) < static_cast<std::uint16_t>(now - before))
            m_device->queueNotified(queue);
    }
    void transmit(Link &link, VsockOp op, std::span<const std::byte> payload = {}, std::uint32_t flags = 0)
    {
        auto header = VsockGuest::header(op, link.hostPort, kGuestPorts + link.number);
        header.flags = flags;
        header.bufferAllocated = link.allocated;
        header.forwardCount = static_cast<std::uint32_t>(link.consumed);
        link.consumedTold = link.consumed;
        const std::uint16_t before = m_guest.tx->availableIndex();
        m_guest.send(header, payload);
        kick(VsockDevice::kTxQueue, *m_guest.tx, before);
    }
    void supply(std::size_t count)
    {
        const std::uint16_t before = m_guest.rx->availableIndex();
        for (; count > 0 && m_guest.supplied() < 100; --count)
            m_guest.supply(1, static_cast<std::uint32_t>(60 + upTo(upTo(4) == 0 ? 66'000 : 4000)),
                           static_cast<std::uint32_t>(1 + upTo(1)));
        if (m_guest.rx->availableIndex() != before)
            kick(VsockDevice::kRxQueue, *m_guest.rx, before);
    }
    void receiveAll()
    {
        while (const auto packet = m_guest.receive()) {
            const std::uint32_t number = packet->header.destinationPort - kGuestPorts;
            if (number >= m_links.size()) {
                m_fault = "a packet for nobody";
                return;
            }
            handle(m_links[number], *packet);
        }
    }
    void handle(Link &link, const VsockPacket &packet)
    {
        if (link.guestDone) {
            if (packet.header.op != VsockOp::Reset)
                fault(link, "a packet after the end");
            return;
        }
        link.forwarded = packet.header.forwardCount;
        switch (packet.header.op) {
        case VsockOp::Request:
            link.hostPort = packet.header.sourcePort;
            link.guestKnows = true;
            return transmit(link, VsockOp::Response);
        case VsockOp::Response:
            link.guestKnows = true;
            return;
        case VsockOp::ReadWrite:
            link.atGuest.insert(link.atGuest.end(), packet.payload.begin(), packet.payload.end());
            if (link.atGuest.size() - link.consumedTold > link.allocated)
                fault(link, "credit overdrawn");
            if (packet.payload.empty())
                fault(link, "empty data packet");
            return checkPrefix(link, link.atGuest, link.toGuest, "guest");
        case VsockOp::CreditRequest:
            return transmit(link, VsockOp::CreditUpdate);
        case VsockOp::CreditUpdate:
            return;
        case VsockOp::Shutdown:
            guestEnds(link);
            return transmit(link, VsockOp::Reset);
        case VsockOp::Reset:
            return guestEnds(link);
        }
        fault(link, "an unknown packet");
    }
    void guestEnds(Link &link)
    {
        link.guestDone = true;
        if (link.atGuest != link.toGuest)
            fault(link,
                  fmt::format("ended with {} of {} bytes at the guest", link.atGuest.size(), link.toGuest.size()));
    }
    void checkPrefix(const Link &link, const std::vector<std::byte> &got, const std::vector<std::byte> &expected,
                     const char *where)
    {
        if (got.size() > expected.size() || !std::equal(got.begin(), got.end(), expected.begin()))
            fault(link, std::string("wrong bytes at the ") + where);
    }
    void guestSends(Link &link)
    {
        if (!link.guestKnows || link.guestDone)
            return;
        const std::size_t credit = 65536 - (static_cast<std::uint32_t>(link.sent) - link.forwarded);
        const std::size_t step = std::min(credit, upTo(link.toHost.size() - link.sent));
        if (step > 0) {
            transmit(link, VsockOp::ReadWrite, std::span(link.toHost).subspan(link.sent, step));
            link.sent += step;
        }
        if (link.sent < link.toHost.size() || link.guestShut)
            return;
        if (link.ending == Ending::GuestSendsNoMore) {
            transmit(link, VsockOp::Shutdown, {}, kVsockNoMoreSends);
            link.guestShut = true;
        } else if (link.ending == Ending::GuestCloses && link.atGuest.size() == link.toGuest.size()) {
            if (link.forwarded == link.sent) {
                transmit(link, VsockOp::Shutdown, {}, kVsockNoMoreReceives | kVsockNoMoreSends);
                link.guestShut = true;
            } else {
                transmit(link, VsockOp::CreditRequest); // how far is it?
            }
        }
    }
    void guestConsumes(Link &link, std::size_t most)
    {
        if (!link.guestKnows || link.guestDone)
            return;
        const std::size_t step = std::min(most, link.atGuest.size() - link.consumed);
        link.consumed += step;
        if (link.consumed != link.consumedTold)
            transmit(link, VsockOp::CreditUpdate);
    }

    // --- the programs ---

    void programWorks(Link &link, std::size_t readMost)
    {
        if (link.programDone)
            return;
        if (!link.program) {
            link.program = Fd(::accept4(link.listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
            if (!link.program)
                return;
        }
        if (!link.lazyReader)
            programReads(link, readMost);
        programWrites(link);
        const bool through = link.written == link.toGuest.size() && link.atHost.size() == link.toHost.size() &&
                             (!link.byHost || !link.greeting.empty());
        if (!link.programDone && through && link.ending == Ending::HostCloses)
            programEnds(link);
        else if (!link.programDone && through && link.ending == Ending::HostSendsNoMore && !link.programShut)
            link.programShut = ::shutdown(link.program.get(), SHUT_WR) == 0;
    }
    void programReads(Link &link, std::size_t most)
    {
        std::vector<std::byte> bytes(1 + most);
        const ssize_t got = ::recv(link.program.get(), bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EAGAIN)
            return;
        if (got <= 0) {
            // The guest's half is over; with GuestSendsNoMore the program still has something to say.
            if (link.atHost != link.toHost)
                fault(link,
                      fmt::format("ended with {} of {} bytes at the host", link.atHost.size(), link.toHost.size()));
            if (link.ending != Ending::GuestSendsNoMore || link.written == link.toGuest.size())
                programEnds(link);
            return;
        }
        bytes.resize(static_cast<std::size_t>(got));
        if (link.byHost && !link.greeting.ends_with('\n')) {
            const auto newline = std::ranges::find(bytes, std::byte{'\n'});
            const auto end = newline == bytes.end() ? newline : newline + 1;
            for (auto letter = bytes.begin(); letter != end; ++letter)
                link.greeting.push_back(static_cast<char>(*letter));
            bytes.erase(bytes.begin(), end);
            if (!std::string_view("OK 1073741824\n").starts_with(link.greeting.substr(0, 3)))
                fault(link, "wrong greeting");
        }
        link.atHost.insert(link.atHost.end(), bytes.begin(), bytes.end());
        checkPrefix(link, link.atHost, link.toHost, "host");
    }
    void programWrites(Link &link)
    {
        if (link.programDone || link.written == link.toGuest.size())
            return;
        const std::size_t step = 1 + upTo(link.toGuest.size() - link.written - 1);
        const ssize_t wrote = ::send(link.program.get(), link.toGuest.data() + link.written, step, MSG_NOSIGNAL);
        if (wrote > 0)
            link.written += static_cast<std::size_t>(wrote);
        else if (errno != EAGAIN)
            fault(link, "cannot write");
    }
    static void programEnds(Link &link)
    {
        link.program.reset();
        link.programDone = true;
    }

    // --- schedules ---

    void randomStep()
    {
        Link &link = m_links[upTo(m_links.size() - 1)];
        switch (upTo(6)) {
        case 0:
            return supply(upTo(5));
        case 1:
            return receiveAll();
        case 2:
            return guestSends(link);
        case 3:
            return guestConsumes(link, upTo(20'000));
        case 4:
        case 5:
            return programWorks(link, upTo(30'000));
        default:
            (void)m_loop->runOnce(0);
        }
    }
    void everybody()
    {
        supply(20);
        receiveAll();
        for (Link &link : m_links) {
            guestConsumes(link, link.atGuest.size());
            guestSends(link);
            programWorks(link, 100'000);
        }
    }

    std::minstd_rand m_random;
    TempDir m_dir;
    std::string m_path = m_dir.file("v");
    VsockGuest m_guest;
    std::unique_ptr<EventLoop> m_loop = std::move(EventLoop::create().value());
    std::unique_ptr<VsockDevice> m_device;
    std::vector<EventLoop::Registration> m_watches;
    std::vector<Link> m_links;
    std::string m_fault;
};

} // namespace

class TestVsockProperty : public QObject {
    Q_OBJECT
private slots:
    void randomSchedule_losesNothing_data()
    {
        QTest::addColumn<unsigned>("seed");
        const unsigned last = qEnvironmentVariableIntValue("VSOCK_SEEDS") > 0
                                  ? static_cast<unsigned>(qEnvironmentVariableIntValue("VSOCK_SEEDS"))
                                  : 40;
        for (unsigned seed = 1; seed <= last; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomSchedule_losesNothing()
    {
        QFETCH(unsigned, seed);
        World world(seed);
        QCOMPARE(QString::fromStdString(world.run()), QString());
    }
};

QTEST_GUILESS_MAIN(TestVsockProperty)
#include "tst_vsock_property.moc"
