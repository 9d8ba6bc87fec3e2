#pragma once

// What a valid request asks for and what comes back, as values. The API thread makes actions, the VMM thread answers
// them.

#include "base/json_value.h"
#include "base/result.h"
#include "config/types.h"
#include "snapshot/requests.h"
#include "telemetry/event_hub.h"
#include "virtio/balloon/device.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace sparkler::api {

struct GetInstanceInfo {};
struct GetVersion {};
struct GetVmConfig {};
struct GetMachineConfig {};
/// How GET /metrics answers; both with totals since the process's start.
enum class MetricsFormat { Prometheus, Json };
struct GetMetrics {
    MetricsFormat format = MetricsFormat::Prometheus;
};
struct GetEvents {};
struct PutMachineConfig {
    MachineConfigUpdate config;
}; ///< vCPU count and memory size are present
struct PatchMachineConfig {
    MachineConfigUpdate update;
};
struct PutBootSource {
    BootSourceConfig config;
};
struct PutDrive {
    DriveConfig config;
};
struct PatchDrive {
    DriveUpdate update;
};
struct PutLogger {
    LoggerConfig config;
};
struct PutMetrics {
    MetricsConfig config;
};
struct PutSerial {
    SerialConfig config;
};
struct PutNetwork {
    NetworkConfig config;
};
struct PatchNetwork {
    NetworkUpdate update;
};
struct GetMmds {};
struct PutMmds {
    JsonValue metadata;
};
struct PatchMmds {
    JsonValue change; ///< RFC 7396
};
struct PutMmdsConfig {
    MmdsConfig config;
};
struct PutVsock {
    VsockConfig config;
};
struct PutVhostVsock {
    VhostVsockConfig config;
}; ///< only drivers from before API level 0.18 ask for it
struct GetBalloon {};
struct PutBalloon {
    BalloonConfig config;
};
struct PatchBalloon {
    std::uint32_t amountMib = 0;
};
struct GetBalloonStatistics {};
struct PatchBalloonStatistics {
    std::uint16_t intervalS = 0;
};
struct StartBalloonHinting {
    bool acknowledgeOnStop = true;
};
struct StopBalloonHinting {};
struct GetBalloonHinting {};
struct PutCpuConfig {
    CustomCpuTemplate cpuTemplate;
};
struct PutEntropy {
    EntropyConfig config;
};
struct StartInstance {};
struct FlushMetrics {};
struct SendCtrlAltDel {};
struct PauseVm {};
struct ResumeVm {};
struct CreateSnapshot {
    snapshot::CreateRequest request;
};
struct LoadSnapshot {
    snapshot::LoadRequest request;
};
/// The action of drivers from before API level 0.21: the drive's size is read again and the guest told.
struct RescanBlockDevice {
    std::string driveId;
};

using Action =
    std::variant<GetInstanceInfo, GetVersion, GetVmConfig, GetMachineConfig, GetMetrics, GetEvents, PutMachineConfig, PutCpuConfig,
                 PatchMachineConfig, PutBootSource, PutDrive, PatchDrive, PutLogger, PutMetrics, PutSerial, PutNetwork,
                 PatchNetwork, GetMmds, PutMmds, PatchMmds, PutMmdsConfig, PutVsock, PutVhostVsock, GetBalloon,
                 PutBalloon, PatchBalloon, GetBalloonStatistics, PatchBalloonStatistics, StartBalloonHinting,
                 StopBalloonHinting, GetBalloonHinting, PutEntropy, StartInstance, FlushMetrics, SendCtrlAltDel,
                 PauseVm, ResumeVm, RescanBlockDevice, CreateSnapshot, LoadSnapshot>;

enum class InstanceState { NotStarted, Running, Paused };

/// As the API shows it.
constexpr std::string_view stateName(InstanceState state)
{
    switch (state) {
    case InstanceState::NotStarted:
        return "Not started";
    case InstanceState::Running:
        return "Running";
    case InstanceState::Paused:
        return "Paused";
    }
    return "";
}

struct InstanceInfo {
    std::string id;
    InstanceState state = InstanceState::NotStarted;
    std::string vmmVersion; ///< the API level
    std::string appName;
};

struct VersionInfo {
    std::string firecrackerVersion; ///< the API level
    std::string sparklerVersion;    ///< ours
};

/// The text exposition format, or the document of a metrics flush.
struct MetricsTotals {
    MetricsFormat format = MetricsFormat::Prometheus;
    std::string text;
};

/// An answer that goes on until the process ends.
struct EventStream {
    std::shared_ptr<EventSubscription> events;
};

/// The metadata store.
struct MmdsContents {
    std::string json;
};

struct Done {}; ///< 204

/// Done, but for work that takes long and needs nothing of the VMM thread: whoever asked does it before he answers.
struct Unfinished {
    std::function<Result<>()> finish; ///< its error is the answer's
};

using Reply = std::variant<Done, Unfinished, InstanceInfo, VersionInfo, FullVmConfig, MachineConfig, MetricsTotals,
                           EventStream, MmdsContents, BalloonConfig, virtio::BalloonStatistics, virtio::BalloonHinting>;

/// Executes actions one at a time. An Error's text is the fault message; kind TooLarge becomes 413, all else 400.
class ActionHandler {
public:
    virtual ~ActionHandler() = default;
    virtual Result<Reply> handle(const Action &action) = 0;
};

} // namespace sparkler::api
