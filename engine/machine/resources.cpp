#include "machine/resources.h"

#include "config/rules.h"

#include <algorithm>
#include <fcntl.h>

namespace sparkler {

Result<> Resources::putMachineConfig(const MachineConfigUpdate &config)
{
    // A PUT sets everything; only the template, which another endpoint can set as well, stays when it is not mentioned.
    MachineConfig base;
    base.cpuTemplate = m_machine.cpuTemplate;
    m_machine = TRY(mergeMachineConfig(base, config));
    return {};
}

Result<> Resources::patchMachineConfig(const MachineConfigUpdate &update)
{
    m_machine = TRY(mergeMachineConfig(m_machine, update));
    return {};
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
    const std::vector<DriveConfig> others = fullConfig().drives;
    TRY(checkDrive(others, config, origin));
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

FullVmConfig Resources::fullConfig() const
{
    FullVmConfig config;
    for (const Drive &drive : m_drives)
        config.drives.push_back(drive.config);
    config.bootSource = m_bootSource;
    config.machine = m_machine;
    return config;
}

} // namespace sparkler
