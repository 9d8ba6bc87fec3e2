#include "virtio/net/tap.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"
#include "telemetry/log.h"
#include "virtio/net/features.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sys/ioctl.h>

namespace sparkler::virtio {
namespace {

constexpr const char *kTunDevice = "/dev/net/tun";

static_assert(kTapCsum == TUN_F_CSUM && kTapTso4 == TUN_F_TSO4 && kTapTso6 == TUN_F_TSO6 && kTapUfo == TUN_F_UFO);

class LinuxTap final : public NetBackend {
public:
    LinuxTap(Fd fd, std::string name) : m_fd(std::move(fd)), m_name(std::move(name)) {}

    ssize_t read(std::span<const iovec> pieces) override { return transfer(::readv, pieces); }
    ssize_t write(std::span<const iovec> pieces) override { return transfer(::writev, pieces); }
    unsigned offloads() const override { return m_offloads; }
    Result<> setOffloads(unsigned flags) override
    {
        if (::ioctl(m_fd.get(), TUNSETOFFLOAD, static_cast<unsigned long>(flags)) != 0)
            return hostError(errno);
        return {};
    }
    int fd() const override { return m_fd.get(); }
    std::string_view kind() const override { return "tap"; }
    const std::string &name() const override { return m_name; }
    bool explain(Direction direction, int error) const override;

    /// Finds out what the kernel knows: it refuses unknown bits. Leaves everything off. Error: Host.
    Result<> probeOffloads()
    {
        constexpr unsigned kOld = kTapCsum | kTapTso4 | kTapTso6;
        for (const unsigned flags : {kOld | kTapUfo | kTapUso, kOld | kTapUfo, kOld, kTapCsum}) {
            if (setOffloads(flags)) {
                m_offloads = flags;
                break;
            }
        }
        return setOffloads(0);
    }

private:
    template <typename Call>
    ssize_t transfer(Call call, std::span<const iovec> pieces)
    {
        for (;;) {
            const ssize_t done = call(m_fd.get(), pieces.data(), static_cast<int>(pieces.size()));
            if (done >= 0)
                return done;
            if (errno != EINTR)
                return -errno;
        }
    }

    Fd m_fd;
    std::string m_name;
    unsigned m_offloads = 0;
};

bool LinuxTap::explain(Direction direction, int error) const
{
    if (direction == Direction::ToHost)
        logError("Failed to write to tap: {}", osErrorDebug(error));
    else
        logError("Failed to read tap: {}", osErrorDebug(error));
    if (error == EIO)
        logError("Network: the tap {} is down: bring it up with ip link set dev {} up; nothing else is needed", m_name,
                 m_name);
    else if (error == EBADFD)
        logError("Network: the tap {} was deleted: the machine has no network there until it is started anew", m_name);
    return error != EBADFD; // that one is for ever
}

void adviseOnDevice(int error, const std::string &name)
{
    if (error == EACCES || error == EPERM)
        logErrorAlways("Network: no permission to open {}: run as root or as a user of the group that owns it, or "
                       "give this user access to it",
                       kTunDevice);
    else
        logErrorAlways("Network: {} cannot be had, so there is no tap {}: load the kernel module tun, or make the "
                       "device (mknod {} c 10 200) where this process sees it",
                       kTunDevice, name, kTunDevice);
}

void adviseOnInterface(int error, const std::string &name)
{
    if (error == EBUSY)
        logErrorAlways("Network: the tap {} is in use: each machine needs a tap of its own; choose another or end the "
                       "process that holds it",
                       name);
    else if (error == EPERM)
        logErrorAlways("Network: no permission to use the tap {}: make it for the user of this process (ip tuntap add "
                       "dev {} mode tap user NAME), or grant CAP_NET_ADMIN",
                       name, name);
    else if (error == EINVAL)
        logErrorAlways("Network: {} is not a single-queue tap: make one with ip tuntap add dev {} mode tap", name,
                       name);
}

/// The kernel takes no longer ones, makes up a name for an empty one or one with a '%', and stops at a zero byte.
bool isInterfaceName(const std::string &name)
{
    return !name.empty() && name.size() < IFNAMSIZ && name.find('%') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

} // namespace

Result<std::unique_ptr<NetBackend>> openTap(const std::string &name)
{
    auto device = Fd::open(kTunDevice, O_RDWR | O_NONBLOCK);
    if (!device) {
        adviseOnDevice(device.error().hostErrno, name);
        return fail(ErrorKind::Host,
                    fmt::format("Open tap device failed: Couldn't open {}: {}", kTunDevice, device.error().text),
                    device.error().hostErrno);
    }
    if (!isInterfaceName(name))
        return fail(ErrorKind::InvalidInput, "Open tap device failed: Invalid interface name");

    ifreq request{};
    std::memcpy(request.ifr_name, name.data(), name.size());
    request.ifr_flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR;
    if (::ioctl(device->get(), TUNSETIFF, &request) != 0) {
        const int error = errno;
        adviseOnInterface(error, name);
        return fail(ErrorKind::Host,
                    fmt::format("Open tap device failed: Error while creating ifreq structure: {}. Invalid TUN/TAP "
                                "Backend provided by {}. Check our documentation on setting up the network devices.",
                                osErrorText(error), name),
                    error);
    }
    const int headerBytes = kNetHeaderBytes;
    if (::ioctl(device->get(), TUNSETVNETHDRSZ, &headerBytes) != 0)
        return hostError(errno, "Setting vnet header size failed: ");

    auto tap = std::make_unique<LinuxTap>(std::move(*device), name);
    if (const auto probed = tap->probeOffloads(); !probed)
        return fail(ErrorKind::Host, "Setting tap interface offload flags failed: " + probed.error().text,
                    probed.error().hostErrno);
    return tap;
}

} // namespace sparkler::virtio
