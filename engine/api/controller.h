#pragma once

#include "api/actions.h"
#include "api/client_era.h"
#include "events/event_loop.h"
#include "machine/machine.h"
#include "machine/resources.h"
#include "snapshot/paging.h"

#include <functional>
#include <memory>
#include <string>

namespace sparkler::api {

/// Turns actions into calls on the configuration and the machine, and enforces what may happen before and after the
/// start. VMM thread.
class Controller final : public ActionHandler {
public:
    struct Settings {
        std::string instanceId;
        std::string apiLevel;
        std::string productVersion;
        bool bootTimer = false;
        std::size_t mmdsLimitBytes = 51200; ///< of the metadata store
    };
    struct Hooks {
        std::function<void()> started;           ///< the microVM runs for the first time
        std::function<void(int exitCode)> ended; ///< the guest, or a failing vCPU, ended it
        VcpuStarts vcpuStarts = {};              ///< on each vCPU's thread, before anything else
        std::function<void()> memoryLost; ///< nobody fills a restored machine's memory any more; see openMemory()
    };

    /// `loop` must outlive the controller.
    Controller(Settings settings, EventLoop &loop, Hooks hooks);
    ~Controller() override;

    /// Before a machine is started: `console`, which must outlive the controller, gets its serial port.
    void useConsole(ConsoleServer &console) { m_console = &console; }

    Result<Reply> handle(const Action &action) override;

    /// The metadata of the command line, before anything else asks for it. Error: as the store's.
    Result<> loadMetadata(JsonValue metadata);

    /// Applies a configuration file, with the metadata of the command line in its place, and starts the machine. Error:
    /// the text of the failure, `Configuration for VMM from one single json failed: …` or `Could not Start MicroVM from
    /// one single json: …`.
    Result<> startFromFile(const VmConfigFile &file, std::optional<JsonValue> metadata);

    /// Ends the machine's threads and puts the terminal back. Idempotent.
    void shutDown();

private:
    Result<Reply> on(const GetInstanceInfo &);
    Result<Reply> on(const GetVersion &);
    Result<Reply> on(const GetVmConfig &);
    Result<Reply> on(const GetMachineConfig &);
    Result<Reply> on(const GetMetrics &action);
    Result<Reply> on(const GetEvents &);
    Result<Reply> on(const PutMachineConfig &action);
    Result<Reply> on(const PatchMachineConfig &action);
    Result<Reply> on(const PutCpuConfig &action);
    Result<Reply> on(const PutBootSource &action);
    Result<Reply> on(const PutDrive &action);
    Result<Reply> on(const PatchDrive &action);
    Result<Reply> on(const PutLogger &action);
    Result<Reply> on(const PutMetrics &action);
    Result<Reply> on(const PutSerial &action);
    // Devices (controller_devices.cpp).
    Result<Reply> on(const PutNetwork &action);
    Result<Reply> on(const PatchNetwork &action);
    Result<Reply> on(const GetMmds &);
    Result<Reply> on(const PutMmds &action);
    Result<Reply> on(const PatchMmds &action);
    Result<Reply> on(const PutMmdsConfig &action);
    Result<Reply> on(const PutVsock &action);
    Result<Reply> on(const PutVhostVsock &action);
    Result<Reply> on(const GetBalloon &);
    Result<Reply> on(const PutBalloon &action);
    Result<Reply> on(const PatchBalloon &action);
    Result<Reply> on(const GetBalloonStatistics &);
    Result<Reply> on(const PatchBalloonStatistics &action);
    Result<Reply> on(const StartBalloonHinting &action);
    Result<Reply> on(const StopBalloonHinting &);
    Result<Reply> on(const GetBalloonHinting &);
    Result<Reply> on(const PutEntropy &action);
    Result<Reply> on(const StartInstance &);
    Result<Reply> on(const FlushMetrics &);
    Result<Reply> on(const SendCtrlAltDel &);
    Result<Reply> on(const PauseVm &);
    Result<Reply> on(const ResumeVm &);
    Result<Reply> on(const RescanBlockDevice &action);
    // Snapshots (controller_snapshot.cpp).
    Result<Reply> on(const CreateSnapshot &action);
    Result<Reply> on(const LoadSnapshot &action);
    Result<> load(const snapshot::LoadRequest &request);

    InstanceState state() const;
    /// Runs `work` with the balloon of the running machine (null: none), while nothing else touches it.
    template <typename Work>
    auto withBalloon(Work work);
    Result<> requireMmds() const;
    Result<> requireBefore() const;
    Result<> requireAfter() const;
    /// For what may be configured before the start only, and not before a snapshot is loaded either: from the first
    /// attempt on, also if it fails.
    Result<> configureBoot();
    /// Builds and starts. The error's text has no category.
    Result<> start();
    void resume();
    Result<> configureFromFile(const VmConfigFile &file, std::optional<JsonValue> metadata);

    const Settings m_settings;
    EventLoop &m_loop;
    const Hooks m_hooks;
    Resources m_resources;
    ConsoleServer *m_console = nullptr; ///< null: standard input and output
    bool m_bootConfigured = false;
    ClientEra m_client; ///< until the start, which takes the vCPU threads' names from it
    std::unique_ptr<Machine> m_machine;
    std::unique_ptr<snapshot::Paging> m_paging; ///< of a restored machine; goes before it
};

} // namespace sparkler::api
