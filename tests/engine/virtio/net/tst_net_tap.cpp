// The kernel's tap, in a network namespace of its own: a guest's frames come out at a packet socket and the other way
// round.

#include "base/fd.h"
#include "net_rig.h"
#include "support/eventually.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_interrupt.h"
#include "support/network_namespace.h"
#include "support/temp_files.h"
#include "telemetry/metrics.h"
#include "virtio/net/device.h"
#include "virtio/net/features.h"
#include "virtio/net/tap.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/if_tun.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;

namespace {

constexpr std::uint64_t kFeatures = kNetBase | kFeatureEventIndex;
constexpr const char *kName = "spk0";
constexpr std::uint16_t kEtherType = 0x88b5; // for local experiments

ifreq request(const char *name)
{
    ifreq out{};
    std::strncpy(out.ifr_name, name, IFNAMSIZ - 1);
    return out;
}

bool setUp(const char *name, bool up)
{
    const Fd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq flags = request(name);
    if (::ioctl(socket.get(), SIOCGIFFLAGS, &flags) != 0)
        return false;
    flags.ifr_flags = static_cast<short>(up ? flags.ifr_flags | IFF_UP : flags.ifr_flags & ~IFF_UP);
    return ::ioctl(socket.get(), SIOCSIFFLAGS, &flags) == 0;
}

bool deleteLink(const char *name)
{
    const Fd socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
    struct {
        nlmsghdr header;
        ifinfomsg info;
    } message{};
    message.header.nlmsg_len = sizeof message;
    message.header.nlmsg_type = RTM_DELLINK;
    message.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
    message.info.ifi_index = static_cast<int>(::if_nametoindex(name));
    if (::send(socket.get(), &message, sizeof message, 0) != sizeof message)
        return false;
    struct {
        nlmsghdr header;
        nlmsgerr error;
        std::array<char, 256> rest;
    } answer{};
    return ::recv(socket.get(), &answer, sizeof answer, 0) > 0 && answer.error.error == 0;
}

/// Sends and receives whole frames at the host's side of an interface.
class PacketSocket {
public:
    explicit PacketSocket(const char *name)
        : m_socket(::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, htons(kEtherType)))
    {
        sockaddr_ll at{};
        at.sll_family = AF_PACKET;
        at.sll_protocol = htons(kEtherType);
        at.sll_ifindex = static_cast<int>(::if_nametoindex(name));
        if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&at), sizeof at) != 0)
            qFatal("no packet socket: %s", std::strerror(errno));
    }
    bool send(const Bytes &frame)
    {
        return ::send(m_socket.get(), frame.data(), frame.size(), 0) == static_cast<ssize_t>(frame.size());
    }
    /// The next frame that came in from the guest; empty: none in time.
    Bytes receive()
    {
        for (;;) {
            const std::array fds{m_socket.get()};
            if (waitReadable(fds) < 0)
                return {};
            Bytes frame(70'000);
            sockaddr_ll from{};
            socklen_t length = sizeof from;
            const ssize_t got =
                ::recvfrom(m_socket.get(), frame.data(), frame.size(), 0, reinterpret_cast<sockaddr *>(&from), &length);
            if (got < 0)
                return {};
            if (from.sll_pkttype == PACKET_OUTGOING) // our own
                continue;
            frame.resize(static_cast<std::size_t>(got));
            return frame;
        }
    }

private:
    Fd m_socket;
};

/// Ethernet without virtio header: to everyone, of the experimental type.
Bytes ethernet(std::size_t bytes, unsigned seed)
{
    Bytes frame = pattern(bytes, seed);
    std::fill_n(frame.begin(), 6, std::byte{0xff});
    const std::array<std::uint8_t, 8> rest{0x02, 0, 0, 0, 0, 0x01, 0x88, 0xb5};
    std::ranges::copy(std::as_bytes(std::span(rest)), frame.begin() + 6);
    return frame;
}

Bytes withHeader(const Bytes &frame)
{
    Bytes out(kNetHeaderBytes);
    out.insert(out.end(), frame.begin(), frame.end());
    return out;
}

/// A device over the real tap, active.
struct Rig {
    FakeGuest guest{64};
    FakeDriver rx{guest, 256};
    FakeDriver tx{guest, 256, 0x40000, 0x2000000};
    FakeDeviceInterrupt interrupt;
    std::unique_ptr<EventLoop> loop = std::move(EventLoop::create().value());
    std::unique_ptr<NetDevice> device;
    std::vector<EventLoop::Registration> registrations;
    NetMetrics *metrics = nullptr;
    FrameAssembler assembler;

    explicit Rig(std::uint64_t features = kFeatures)
    {
        static int counter = 0;
        NetSettings settings;
        settings.ifaceId = "tap" + std::to_string(counter++);
        settings.hostDevName = kName;
        auto opened = NetDevice::open(settings);
        if (!opened)
            qFatal("%s", opened.error().text.c_str());
        device = std::move(*opened);
        metrics = &netMetrics(settings.ifaceId);
        for (HostEvent &event : device->hostEvents()) {
            const std::uint32_t watched = EPOLLIN | (event.edgeTriggered ? std::uint32_t{EPOLLET} : 0);
            registrations.push_back(
                loop->watch(event.fd, watched, [ready = event.onReady](std::uint32_t) { ready(); }).value());
        }
        Activation activation{&guest.memory(), {}, &interrupt, features};
        activation.queues.push_back(rx.queue(features));
        activation.queues.push_back(tx.queue(features));
        if (!device->activate(std::move(activation)))
            qFatal("activation failed");
    }
    void buffers(int count)
    {
        for (int i = 0; i < count; ++i)
            rx.chain().writable(1536).submit();
        device->queueNotified(0);
    }
    void send(const Bytes &frame)
    {
        tx.chain().readable(withHeader(frame)).submit();
        device->queueNotified(1);
        while (tx.takeUsed()) {
        }
    }
    /// The next frame of the experimental type; others (the host's own chatter) are passed over. Empty: none in time.
    Bytes receive()
    {
        Bytes found;
        eventually(*loop, [&] {
            while (const auto used = rx.takeUsed()) {
                if (!assembler.add(*used))
                    return true;
            }
            while (found.empty() && !assembler.frames.empty()) {
                const Bytes frame = payload(assembler.frames.front().bytes);
                assembler.frames.pop_front();
                if (frame.size() >= 14 && frame[12] == std::byte{0x88} && frame[13] == std::byte{0xb5})
                    found = frame;
            }
            return !found.empty();
        });
        return found;
    }
};

} // namespace

class TestNetTap : public QObject {
    Q_OBJECT
public:
    explicit TestNetTap(std::string reasonToSkip) : m_reason(std::move(reasonToSkip)) {}

private Q_SLOTS:
    void initTestCase();
    void frames_goBothWays();
    void largeFrame_isReceivedWhole();
    void offloads_areProbedAndOffAtFirst();
    void down_isSurvived();
    void deleted_isSurvived();
    void deviceMissing_isSaid();
    void name_isRefused_data();
    void name_isRefused();
    void busy_isRefused();
    void notATap_isRefused();
    void descriptor_isCloseOnExec();

private:
    std::string m_reason;
};

void TestNetTap::initTestCase()
{
    if (!m_reason.empty())
        QSKIP(("needs /dev/net/tun and the right to make a network namespace (root): " + m_reason).c_str());
}

void TestNetTap::frames_goBothWays()
{
    Rig rig;
    QVERIFY(setUp(kName, true));
    PacketSocket host(kName);
    rig.buffers(100);
    for (unsigned i = 0; i < 30; ++i) {
        rig.send(ethernet(60 + 40 * i, i));
        QCOMPARE(host.receive(), ethernet(60 + 40 * i, i));
    }
    QCOMPARE(rig.metrics->txCount.total(), 30u);
    QVERIFY(rig.metrics->tapWriteAgg.maxUs.value() < 10'000'000);
    for (unsigned i = 0; i < 30; ++i) {
        QVERIFY(host.send(ethernet(60 + 40 * i, 100 + i)));
        QCOMPARE(rig.receive(), ethernet(60 + 40 * i, 100 + i));
    }
    // A burst, all of it waiting at once.
    rig.buffers(100);
    for (unsigned i = 0; i < 100; ++i)
        QVERIFY(host.send(ethernet(100, i)));
    for (unsigned i = 0; i < 100; ++i)
        QCOMPARE(rig.receive(), ethernet(100, i));
}

void TestNetTap::largeFrame_isReceivedWhole()
{
    Rig rig;
    const Fd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq mtu = request(kName);
    mtu.ifr_mtu = 9000;
    QCOMPARE(::ioctl(socket.get(), SIOCSIFMTU, &mtu), 0);
    QVERIFY(setUp(kName, true));
    PacketSocket host(kName);
    rig.buffers(2); // not enough
    QVERIFY(host.send(ethernet(9014, 5)));
    QVERIFY(eventually(*rig.loop, [&] { return rig.metrics->noRxAvailBuffer.total() > 0; }));
    rig.buffers(20);
    QCOMPARE(rig.receive(), ethernet(9014, 5));
    rig.send(ethernet(9014, 6));
    QCOMPARE(host.receive(), ethernet(9014, 6));
}

void TestNetTap::offloads_areProbedAndOffAtFirst()
{
    const auto tap = openTap(kName);
    QVERIFY(tap.has_value());
    const unsigned all = (*tap)->offloads();
    QVERIFY(all & kTapCsum);
    QVERIFY(all & kTapTso4);
    // What it says it can, it takes; in particular both halves of USO or none.
    QVERIFY((*tap)->setOffloads(all).has_value());
    QVERIFY((all & kTapUso) == 0 || (all & kTapUso) == kTapUso);
    QVERIFY(!(*tap)->setOffloads(0x80000000u).has_value());
    for (const std::uint64_t features : {kNetBase, kNetBase | kNetFeatureGuestCsum, kNetBase | offloadFeatures(all)})
        QVERIFY((*tap)->setOffloads(tapOffloads(features)).has_value());
}

void TestNetTap::down_isSurvived()
{
    Rig rig;
    QVERIFY(setUp(kName, true));
    PacketSocket host(kName);
    rig.buffers(50);
    QVERIFY(setUp(kName, false));
    rig.send(ethernet(100, 1));
    QCOMPARE(rig.metrics->tapWriteFails.total(), 1u);
    QCOMPARE(rig.interrupt.needsReset, 0);
    for (int round = 0; round < 10; ++round)
        QVERIFY(rig.loop->runOnce(0).has_value());
    QVERIFY(setUp(kName, true));
    PacketSocket again(kName);
    rig.send(ethernet(100, 2));
    QCOMPARE(again.receive(), ethernet(100, 2));
    QVERIFY(again.send(ethernet(100, 3)));
    QCOMPARE(rig.receive(), ethernet(100, 3));
}

void TestNetTap::deleted_isSurvived()
{
    Rig rig;
    QVERIFY(setUp(kName, true));
    rig.buffers(50);
    QVERIFY(deleteLink(kName));
    QVERIFY(eventually(*rig.loop, [&] { return rig.metrics->tapReadFails.total() == 1; }));
    const auto events = rig.metrics->rxTapEventCount.total();
    for (int round = 0; round < 20; ++round)
        QVERIFY(rig.loop->runOnce(0).has_value());
    QCOMPARE(rig.metrics->rxTapEventCount.total(), events); // the loop does not spin
    rig.send(ethernet(100, 1));
    QCOMPARE(rig.metrics->tapWriteFails.total(), 1u);
    QVERIFY(rig.device->reset());
}

void TestNetTap::deviceMissing_isSaid()
{
    const TempDir empty;
    const pid_t child = ::fork();
    if (child == 0) {
        if (::chroot(empty.path().c_str()) != 0)
            ::_exit(2);
        const auto tap = openTap(kName);
        const bool right = !tap && tap.error().kind == ErrorKind::Host &&
                           tap.error().text == "Open tap device failed: Couldn't open /dev/net/tun: No such file or "
                                               "directory (os error 2)";
        ::_exit(right ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestNetTap::name_isRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("16 bytes") << QByteArray("abcdefghijklmnop");
    QTest::newRow("template") << QByteArray("tap%d");
    QTest::newRow("zero byte") << QByteArray("spk\0x", 5);
}

void TestNetTap::name_isRefused()
{
    QFETCH(const QByteArray, name);
    const auto tap = openTap(name.toStdString());
    QVERIFY(!tap.has_value());
    QCOMPARE(tap.error().text, std::string("Open tap device failed: Invalid interface name"));
    QCOMPARE(tap.error().kind, ErrorKind::InvalidInput);
}

void TestNetTap::busy_isRefused()
{
    const auto first = openTap(kName);
    QVERIFY(first.has_value());
    const auto second = openTap(kName);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().text,
             std::string("Open tap device failed: Error while creating ifreq structure: Resource busy (os error 16). "
                         "Invalid TUN/TAP Backend provided by spk0. Check our documentation on setting up the network "
                         "devices."));
    QCOMPARE(second.error().kind, ErrorKind::Host);
}

void TestNetTap::notATap_isRefused()
{
    const auto tap = openTap("lo");
    QVERIFY(!tap.has_value());
    QCOMPARE(tap.error().text,
             std::string("Open tap device failed: Error while creating ifreq structure: Invalid argument (os error "
                         "22). Invalid TUN/TAP Backend provided by lo. Check our documentation on setting up the "
                         "network devices."));
}

void TestNetTap::descriptor_isCloseOnExec()
{
    const auto tap = openTap(kName);
    QVERIFY(tap.has_value());
    QVERIFY(::fcntl((*tap)->fd(), F_GETFD) & FD_CLOEXEC);
    QVERIFY(::fcntl((*tap)->fd(), F_GETFL) & O_NONBLOCK);
    std::array<std::byte, 64> room{};
    const iovec piece{room.data(), room.size()};
    QCOMPARE((*tap)->read(std::span(&piece, 1)), ssize_t{-EAGAIN});
}

int main(int argc, char **argv)
{
    TestNetTap test(enterNetworkNamespace());
    return QTest::qExec(&test, argc, argv);
}

#include "tst_net_tap.moc"
