#include "machine/resources.h"

#include "base/os_error.h"
#include "config/rules.h"
#include "machine/balloon.h"
#include "machine/limiters.h"
#include "machine/mmds_detour.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace sparkler {
namespace {

template <typename Range>
auto configsOf(const Range &range)
{
    std::vector<std::decay_t<decltype(range.begin()->config)>> configs;
    for (const auto &item : range)
        configs.push_back(item.config);
    return configs;
}

Result<std::shared_ptr<virtio::VsockDevice>> openVsock(const VsockConfig &config, Origin origin)
{
    auto device = virtio::VsockDevice::open(
        {.guestCid = config.guestCid, .udsPath = config.udsPath, .brokenPipe = virtio::BrokenPipe::Signal});
    if (!device)
        return fail(
            device.error().kind,
            inCategory(Category::Vsock, origin, "Cannot create backend for vsock device: " + device.error().text),
            device.error().hostErrno);
    return std::shared_ptr<virtio::VsockDevice>(std::move(*device));
}

std::unexpected<Error> secondVsock(Origin origin)
{
    return fail(ErrorKind::InvalidInput,
                inCategory(Category::Vsock, origin, "A microVM has one vsock device, and another one is configured."));
}

} // namespace

Resources::Resources(std::shared_ptr<mmds::MetadataService> metadata) : m_metadata(std::move(metadata)) {}

Result<> Resources::putMachineConfig(const MachineConfigUpdate &config, Origin origin)
{
    // A PUT sets everything; only the template, which another endpoint can set as well, stays when it is not mentioned.
    MachineConfig base;
    base.cpuTemplate = m_machine.cpuTemplate;
    const MachineConfig merged = TRY(mergeMachineConfig(base, config, origin));
    if (m_balloon)
        TRY(checkMemoryHoldsBalloon(merged, balloonConfig(*m_balloon)));
    m_machine = merged;
    if (config.cpuTemplate)
        m_customTemplate.reset();
    return {};
}

Result<> Resources::patchMachineConfig(const MachineConfigUpdate &update)
{
    const MachineConfig merged = TRY(mergeMachineConfig(m_machine, update));
    if (m_balloon)
        TRY(checkMemoryHoldsBalloon(merged, balloonConfig(*m_balloon)));
    m_machine = merged;
    if (update.cpuTemplate)
        m_customTemplate.reset();
    return {};
}

void Resources::putCpuTemplate(CustomCpuTemplate cpuTemplate)
{
    m_customTemplate = std::move(cpuTemplate);
    m_machine.cpuTemplate = CpuTemplate::None;
}

Result<> Resources::putBootSource(const BootSourceConfig &config, Origin origin)
{
    const auto refuse = [origin](std::string_view text, const Error &error) {
        return fail(error.kind, inCategory(Category::BootSource, origin, std::string(text) + error.text),
                    error.hostErrno);
    };
    // O_NONBLOCK: a FIFO must not stop the whole monitor. It has no effect on files.
    constexpr int kReadOnly = O_RDONLY | O_NONBLOCK | O_NOCTTY;
    auto kernel = Fd::open(config.kernelImagePath, kReadOnly);
    if (!kernel)
        return refuse("The kernel file cannot be opened: ", kernel.error());
    Fd initrd;
    if (config.initrdPath) {
        auto opened = Fd::open(*config.initrdPath, kReadOnly);
        if (!opened)
            return refuse("The initrd file cannot be opened due to invalid path or invalid permissions. ",
                          opened.error());
        initrd = std::move(*opened);
    }
    if (config.bootArgs)
        TRY(checkBootArgs(*config.bootArgs, origin));
    m_bootSource = config;
    m_kernel = std::move(*kernel);
    m_initrd = std::move(initrd);
    return {};
}

Result<> Resources::putDrive(const DriveConfig &config, Origin origin)
{
    TRY(checkDrive(configsOf(m_drives), config, origin));
    Drive drive = TRY(openDrive(config, origin));
    auto place = std::ranges::find(m_drives, config.driveId, [](const Drive &other) { return other.config.driveId; });
    if (place == m_drives.end())
        place = m_drives.insert(place, std::move(drive));
    else
        *place = std::move(drive);
    if (place->config.isRootDevice)
        std::rotate(m_drives.begin(), place, place + 1);
    return {};
}

Drive *Resources::findDrive(const std::string &driveId)
{
    const auto found = std::ranges::find(m_drives, driveId, [](const Drive &drive) { return drive.config.driveId; });
    return found == m_drives.end() ? nullptr : &*found;
}

Result<> Resources::putNetwork(const NetworkConfig &config, Origin origin)
{
    TRY(checkNetwork(configsOf(m_interfaces), config, origin));
    const auto old =
        std::ranges::find(m_interfaces, config.ifaceId, [](const NetInterface &other) { return other.config.ifaceId; });
    if (old != m_interfaces.end()) {
        // The tap must be free before it can be opened again. The last interface takes the place, as clients know it.
        std::swap(*old, m_interfaces.back());
        m_interfaces.pop_back();
    }
    m_interfaces.push_back(TRY(openInterface(config, origin)));
    if (config.allowMmdsRequests) {
        MmdsConfig mmds = mmdsConfig(); // what other interfaces were given stays
        mmds.networkInterfaces.push_back(config.ifaceId);
        return associateMmds(mmds, origin);
    }
    return {};
}

Result<> Resources::putMmdsConfig(const MmdsConfig &config, Origin origin)
{
    TRY(checkMmdsConfig(configsOf(m_interfaces), config, origin));
    return associateMmds(config, origin);
}

Result<> Resources::associateMmds(const MmdsConfig &config, Origin origin)
{
    const auto configured =
        m_metadata->configure({.version = config.version == MmdsVersion::V1 ? mmds::Version::V1 : mmds::Version::V2,
                               .address = config.ipv4Address,
                               .imdsCompat = config.imdsCompat});
    if (!configured)
        return fail(configured.error().kind,
                    inCategory(Category::MmdsConfig, origin,
                               "Failed to initialize MMDS data store: " + configured.error().text),
                    configured.error().hostErrno);
    for (NetInterface &interface : m_interfaces) {
        interface.reachesMmds =
            std::ranges::find(config.networkInterfaces, interface.config.ifaceId) != config.networkInterfaces.end();
        interface.device->setDetour(
            interface.reachesMmds ? std::make_shared<MmdsDetour>(mmds::NetworkStack::create(m_metadata)) : nullptr);
    }
    return {};
}

std::vector<std::string> Resources::mmdsInterfaces() const
{
    std::vector<std::string> ids;
    for (const NetInterface &interface : m_interfaces) {
        if (interface.reachesMmds)
            ids.push_back(interface.config.ifaceId);
    }
    return ids;
}

MmdsConfig Resources::mmdsConfig() const
{
    const mmds::ServiceSettings &settings = m_metadata->settings();
    return {.version = settings.version == mmds::Version::V1 ? MmdsVersion::V1 : MmdsVersion::V2,
            .networkInterfaces = mmdsInterfaces(),
            .ipv4Address = settings.address,
            .imdsCompat = settings.imdsCompat};
}

NetInterface *Resources::findInterface(const std::string &ifaceId)
{
    const auto found = std::ranges::find(m_interfaces, ifaceId,
                                         [](const NetInterface &interface) { return interface.config.ifaceId; });
    return found == m_interfaces.end() ? nullptr : &*found;
}

Result<> Resources::putVsock(const VsockConfig &config, Origin origin)
{
    if (m_vhostVsock)
        return secondVsock(origin);
    if (!m_vsock) {
        auto device = TRY(openVsock(config, origin));
        m_vsock = Vsock{config, std::move(device)};
        return {};
    }
    // The path may be the same: it must be free before it can be bound again.
    const VsockConfig old = m_vsock->config;
    if (::unlink(old.udsPath.c_str()) != 0 && errno != ENOENT) {
        const int error = errno;
        return fail(
            ErrorKind::Host,
            inCategory(Category::Vsock, origin,
                       "Cannot create backend for vsock device: Error unlinking the old host-side Unix socket: " +
                           osErrorText(error)),
            error);
    }
    m_vsock.reset();
    auto device = openVsock(config, origin);
    if (!device) {
        // As before the request, as far as that goes.
        if (auto again = openVsock(old, origin))
            m_vsock = Vsock{old, std::move(*again)};
        return std::unexpected(device.error());
    }
    m_vsock = Vsock{config, std::move(*device)};
    return {};
}

Result<> Resources::putVhostVsock(const VhostVsockConfig &config)
{
    TRY(checkVhostVsock(config));
    if (m_vsock || (m_vhostVsock && m_vhostVsock->config.id != config.id))
        return secondVsock(Origin::Api);
    auto device = virtio::VhostVsockDevice::open({.id = config.id, .guestCid = config.guestCid});
    if (!device)
        return fail(
            device.error().kind,
            inCategory(Category::Vsock, Origin::Api, "Cannot create backend for vsock device: " + device.error().text),
            device.error().hostErrno);
    m_vhostVsock = VhostVsock{config, std::move(*device)};
    return {};
}

Result<> Resources::putBalloon(const BalloonConfig &config, Origin origin)
{
    TRY(checkBalloon(config, m_machine, origin));
    m_balloon = TRY(createBalloon(config, origin));
    return {};
}

Result<> Resources::putEntropy(const EntropyConfig &config, Origin origin)
{
    auto device = virtio::EntropyDevice::create(limiterSettings(config.rateLimiter));
    if (!device)
        return fail(device.error().kind,
                    inCategory(Category::Entropy, origin, "Could not create Entropy device: " + device.error().text),
                    device.error().hostErrno);
    m_entropy = Entropy{config, std::move(*device)};
    return {};
}

std::vector<NamedDevice> Resources::devices() const
{
    std::vector<NamedDevice> all;
    if (m_balloon)
        all.push_back({{}, m_balloon});
    for (const Drive &drive : m_drives)
        all.push_back({drive.config.driveId, drive.device});
    for (const NetInterface &interface : m_interfaces)
        all.push_back({interface.config.ifaceId, interface.device});
    if (m_vsock)
        all.push_back({{}, m_vsock->device});
    if (m_vhostVsock)
        all.push_back({{}, m_vhostVsock->device});
    if (m_entropy)
        all.push_back({{}, m_entropy->device});
    return all;
}

std::optional<DriveConfig> Resources::rootDrive() const
{
    if (m_drives.empty() || !m_drives.front().config.isRootDevice)
        return std::nullopt;
    return m_drives.front().config;
}

FullVmConfig Resources::fullConfig() const
{
    FullVmConfig config;
    config.drives = configsOf(m_drives);
    config.bootSource = m_bootSource;
    config.machine = m_machine;
    config.networkInterfaces = configsOf(m_interfaces);
    if (m_balloon)
        config.balloon = balloonConfig(*m_balloon);
    if (hasMmdsInterface())
        config.mmds = mmdsConfig();
    if (m_vsock)
        config.vsock = m_vsock->config;
    if (m_vhostVsock)
        config.vhostVsock = m_vhostVsock->config;
    if (m_entropy)
        config.entropy = m_entropy->config;
    return config;
}

} // namespace sparkler
