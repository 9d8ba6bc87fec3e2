#pragma once

// What a valid request asks for and what comes back, as values. The API thread makes actions, the VMM thread answers
// them.

#include "base/result.h"
#include "config/types.h"

#include <string>
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
struct StartInstance {};
struct FlushMetrics {};
struct SendCtrlAltDel {};
struct PauseVm {};
struct ResumeVm {};
/// The action of drivers from before API level 0.21: the drive's size is read again and the guest told.
struct RescanBlockDevice {
    std::string driveId;
};

using Action = std::variant<GetInstanceInfo, GetVersion, GetVmConfig, GetMachineConfig, GetMetrics, PutMachineConfig,
                            PatchMachineConfig, PutBootSource, PutDrive, PatchDrive, PutLogger, PutMetrics, PutSerial,
                            StartInstance, FlushMetrics, SendCtrlAltDel, PauseVm, ResumeVm, RescanBlockDevice>;

enum class InstanceState { NotStarted, Running, Paused };

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

struct Done {}; ///< 204

using Reply = std::variant<Done, InstanceInfo, VersionInfo, FullVmConfig, MachineConfig, MetricsTotals>;

/// Executes actions one at a time. An Error's text is the fault message; kind TooLarge becomes 413, all else 400.
class ActionHandler {
public:
    virtual ~ActionHandler() = default;
    virtual Result<Reply> handle(const Action &action) = 0;
};

} // namespace sparkler::api
