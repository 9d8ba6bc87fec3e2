#pragma once

#include "base/fd.h"
#include "config/cpu_template.h"
#include "config/parse.h"
#include "config/types.h"
#include "machine/drive.h"
#include "machine/machine.h"
#include "machine/machine_state.h"
#include "machine/network.h"
#include "mmds/metadata_service.h"
#include "virtio/balloon/device.h"
#include "virtio/entropy/device.h"
#include "virtio/vhost_vsock/device.h"
#include "virtio/vsock/device.h"

#include <optional>
#include <vector>

namespace sparkler {

/// What a machine will be made of: configured before it starts, kept (and kept up to date) afterwards. Kernel, initrd
/// and disks are opened when they are configured, so their faults belong to the request that named them. Every change
/// is whole: a refused one leaves what was there. VMM thread.
class Resources {
public:
    /// `metadata` must not be null.
    explicit Resources(std::shared_ptr<mmds::MetadataService> metadata);

    Result<> putMachineConfig(const MachineConfigUpdate &config, Origin origin = Origin::Api);
    Result<> patchMachineConfig(const MachineConfigUpdate &update);
    /// Takes the place of the machine configuration's template; that one takes its place, when it is named.
    void putCpuTemplate(CustomCpuTemplate cpuTemplate);
    Result<> putBootSource(const BootSourceConfig &config, Origin origin = Origin::Api);
    /// Same id: replaced in place. A root drive is kept at the front.
    Result<> putDrive(const DriveConfig &config, Origin origin = Origin::Api);
    /// Same id: the old interface is closed first, also if the new one then cannot be opened. The new one stands last.
    Result<> putNetwork(const NetworkConfig &config, Origin origin = Origin::Api);
    /// Sets the whole association: interfaces that are not named lose the service.
    Result<> putMmdsConfig(const MmdsConfig &config, Origin origin = Origin::Api);
    /// The socket of a device that is replaced is removed first.
    Result<> putVsock(const VsockConfig &config, Origin origin = Origin::Api);
    /// The one that the host's kernel serves. There is one vsock device: beside one of the other kind it is refused,
    /// and so is another id.
    Result<> putVhostVsock(const VhostVsockConfig &config);
    Result<> putBalloon(const BalloonConfig &config, Origin origin = Origin::Api);
    Result<> putEntropy(const EntropyConfig &config, Origin origin = Origin::Api);
    void putSerial(const SerialConfig &config) { m_serial = config; }

    const MachineConfig &machineConfig() const { return m_machine; }
    const std::optional<CustomCpuTemplate> &customTemplate() const { return m_customTemplate; }
    const BootSourceConfig &bootSource() const { return m_bootSource; }
    const SerialConfig &serial() const { return m_serial; }
    const std::vector<Drive> &drives() const { return m_drives; }
    /// Null when there is no such drive.
    Drive *findDrive(const std::string &driveId);
    /// Null when there is no such interface.
    NetInterface *findInterface(const std::string &ifaceId);
    /// Null when there is none.
    virtio::BalloonDevice *balloon() const { return m_balloon.get(); }
    mmds::MetadataService &metadata() const { return *m_metadata; }
    /// Whether an interface reaches the metadata service.
    bool hasMmdsInterface() const { return !mmdsInterfaces().empty(); }
    /// All devices in the order in which a guest finds them.
    std::vector<NamedDevice> devices() const;
    /// Nothing when no drive is the root.
    std::optional<DriveConfig> rootDrive() const;
    /// Null until a boot source is configured.
    const Fd *kernel() const { return m_kernel ? &m_kernel : nullptr; }
    const Fd *initrd() const { return m_initrd ? &m_initrd : nullptr; }

    FullVmConfig fullConfig() const;

    /// The whole machine, given what its running part knows (resources_snapshot.cpp). `runtime` has a state for each of
    /// devices().
    MachineState describe(MachineRuntime runtime) const;
    /// Becomes what `state` was saved from: opens files, taps and sockets anew, by the rules of the API. What is kept
    /// is the metadata store and the serial port's settings. On an error nothing has changed, but for a socket that may
    /// be left behind. Errors: as those of the requests that configure the same.
    Result<> restore(const MachineState &state);

private:
    struct Vsock {
        VsockConfig config;
        std::shared_ptr<virtio::VsockDevice> device;
    };
    struct VhostVsock {
        VhostVsockConfig config;
        std::shared_ptr<virtio::VhostVsockDevice> device;
    };
    struct Entropy {
        EntropyConfig config;
        std::shared_ptr<virtio::EntropyDevice> device;
    };

    Result<> associateMmds(const MmdsConfig &config, Origin origin);
    std::vector<std::string> mmdsInterfaces() const;
    /// The settings in force and the interfaces that reach the service.
    MmdsConfig mmdsConfig() const;

    MachineConfig m_machine;
    std::optional<CustomCpuTemplate> m_customTemplate;
    BootSourceConfig m_bootSource;
    Fd m_kernel;
    Fd m_initrd;
    SerialConfig m_serial;
    std::vector<Drive> m_drives; ///< the root drive first
    std::vector<NetInterface> m_interfaces;
    std::shared_ptr<mmds::MetadataService> m_metadata;
    std::optional<Vsock> m_vsock;
    std::optional<VhostVsock> m_vhostVsock;           ///< never both
    std::shared_ptr<virtio::BalloonDevice> m_balloon; ///< null: none
    std::optional<Entropy> m_entropy;
};

} // namespace sparkler
