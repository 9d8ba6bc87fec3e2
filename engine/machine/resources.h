#pragma once

#include "base/fd.h"
#include "config/parse.h"
#include "config/types.h"
#include "machine/drive.h"

#include <optional>
#include <vector>

namespace sparkler {

/// What a machine will be made of: configured before it starts, kept (and kept up to date) afterwards. Kernel, initrd
/// and disks are opened when they are configured, so their faults belong to the request that named them. Every change
/// is whole: a refused one leaves what was there. VMM thread.
class Resources {
public:
    Result<> putMachineConfig(const MachineConfigUpdate &config);
    /// A configuration that has been checked already.
    void setMachineConfig(const MachineConfig &config) { m_machine = config; }
    Result<> patchMachineConfig(const MachineConfigUpdate &update);
    Result<> putBootSource(const BootSourceConfig &config, Origin origin = Origin::Api);
    /// Same id: replaced in place. A root drive is kept at the front.
    Result<> putDrive(const DriveConfig &config, Origin origin = Origin::Api);
    void putSerial(const SerialConfig &config) { m_serial = config; }

    const MachineConfig &machineConfig() const { return m_machine; }
    const BootSourceConfig &bootSource() const { return m_bootSource; }
    const SerialConfig &serial() const { return m_serial; }
    const std::vector<Drive> &drives() const { return m_drives; }
    /// Null when there is no such drive.
    Drive *findDrive(const std::string &driveId);
    /// Null until a boot source is configured.
    const Fd *kernel() const { return m_kernel ? &m_kernel : nullptr; }
    const Fd *initrd() const { return m_initrd ? &m_initrd : nullptr; }

    FullVmConfig fullConfig() const;

private:
    MachineConfig m_machine;
    BootSourceConfig m_bootSource;
    Fd m_kernel;
    Fd m_initrd;
    SerialConfig m_serial;
    std::vector<Drive> m_drives; ///< the root drive first
};

} // namespace sparkler
