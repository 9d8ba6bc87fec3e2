#pragma once

// The inside of Machine, shared by its source files: machine.cpp (what it is), machine_start.cpp, machine_stop.cpp,
// machine_apply.cpp (what can be done with it), machine_engine.cpp (the engine behind it) and machine_end.cpp (its
// end).

#include "manager/config_diff.h"
#include "manager/emulated_runner.h"
#include "manager/jailed_runner.h"
#include "manager/local_runner.h"
#include "manager/log_tail.h"
#include "manager/machine.h"
#include "manager/machine_store.h"
#include "manager/process_identity.h"
#include "manager/readiness.h"
#include "manager/resource_sampler.h"
#include "manager/run_state.h"
#include "manager/socket_owner.h"
#include "manager/start_sequence.h"

#include <QPointer>
#include <QTimer>

namespace sparkler::gui {

/// What all machines of a supervisor share.
struct MachineContext {
    MachineContext(const Paths &where, MachineStore *machineStore, Readiness *host, QObject *owner)
        : store(machineStore), readiness(host), local(where), jailed(where), lent(where, JailedRunner::Leave::Root),
          emulated(where, nullptr, owner)
    {
    }

    MachineStore *store;
    Readiness *readiness;
    LocalRunner local;
    JailedRunner jailed;
    JailedRunner lent; ///< with root's leave
    EmulatedRunner emulated;
    bool observing = false; ///< see Supervisor::observe()

    Runner *runner(const QString &name);
};

struct Machine::Private {
    Private(MachineContext *shared, MachineDefinition initial);

    // machine.cpp
    void setState(MachineState next, const QString &why = {});
    void failNow(const QString &what, const QString &why);
    bool hasEngine() const { return watch != nullptr; }
    QString whyNotStart() const;
    QString whyNotEngineAction(MachineAction action) const;

    // machine_start.cpp
    void start(std::optional<SnapshotStart> snapshot = {});
    void startFrom(const SnapshotStart &snapshot, QObject *caller, std::function<void(Outcome<void>)> done);
    /// To whoever called startFrom(); else a failure is told to everybody.
    void tellStart(const Outcome<void> &outcome);
    /// The same, when it was told to end before it ran.
    void tellAborted();
    void chooseRunnerThenStart();
    std::expected<Runner *, Failure> chosenRunner() const; ///< null: not known yet
    std::expected<Runner *, Failure> chosenLocalRunner() const;
    std::optional<Failure> obstacle() const;
    std::optional<Failure> interruptedRestore() const;
    std::optional<Failure> obstacleOf(const Runner &runner) const;
    void beginStart(Runner *runner);
    void onReady();
    void onStartFailed(const Failure &failure);
    void onStartAborted();
    void endStart(const Failure &failure);

    // machine_engine.cpp
    void adopt(StartLock::Patience patience = StartLock::Patience::None);
    void adoptUnreadable();
    bool attach();
    bool noteEngine(qint64 pid);
    void connectClient();
    void disconnectClient();
    void tellForeignListener(qint64 pid);
    void detach();
    void tick(quint64 round);
    void poll();
    void onPolled(const ApiResult<InstanceInfo> &info);
    void onMissed();
    void onNotStarted();
    void sampleUsage();
    void pollMetrics();
    void recordExchange(const Exchange &exchange);
    void refreshRun();
    /// Reads the record, changes it and writes it, without another manager in between.
    Outcome<void> changeRun(const std::function<void(RunState &)> &change);
    void saveRun(const std::function<void(RunState &)> &change); ///< the same, and tells when it fails

    // machine_end.cpp
    void buryDead();
    void tellDead(const RunState &dead);
    void onProcessEnded();
    bool engineStillDies();
    void judgeEnd(const std::optional<ExitStatus> &status);
    void cleanDirectory();

    // machine_stop.cpp
    void stop(int graceSeconds);
    void askGuest();
    void force();
    void kill();
    void cancelStop();
    void countDown();
    void setSecondsLeft(int seconds);

    // machine_apply.cpp
    /// A change of the definition that is being carried into the running engine, device by device.
    struct LiveUpdate {
        MachineDefinition before;
        QPointer<QObject> caller;
        std::function<void(Outcome<QStringList>)> done;
        QList<DriveChange> changes;               ///< still to be made
        QList<NetworkInterfaceUpdate> interfaces; ///< after them
        QList<Failure> failures;
    };
    void apply(const MachineDefinition &wanted, QObject *caller, std::function<void(Outcome<QStringList>)> done);
    void nextLiveChange();
    void placeLiveFile(const DriveChange &change);
    void patchDrive(const DriveChange &change, const std::optional<MachineDirectory::Placed> &placed,
                    const QString &role);
    void patchInterface(const NetworkInterfaceUpdate &update);
    void refuseInterfaceChange(const NetworkInterfaceUpdate &update, const Failure &failure);
    void keepInstead(const MachineDefinition &kept);
    void refuseLiveChange(const DriveChange &change, const Failure &failure);
    void endLiveUpdate();
    void abandonLiveUpdate();
    QStringList pendingLines() const;
    void takeDefinition(); ///< from the store

    enum class Ending {
        None,
        Asked,  ///< the guest was asked to power off
        Forced, ///< the process was told to end
        Killed,
    };

    Machine *q = nullptr;
    MachineContext *context;
    MachineDefinition definition;
    MachineDirectory directory;
    MachineState state = MachineState::Stopped;
    QString reason;

    StartLock lock;                        ///< held while it is being started by us
    bool waitingForHost = false;           ///< start() waits for the readiness checks
    std::optional<SnapshotStart> snapshot; ///< what the start under way continues from
    QPointer<QObject> startCaller;
    std::function<void(Outcome<void>)> startDone; ///< of startFrom(), until it was told
    QPointer<StartSequence> sequence;             ///< while it is being started by us
    std::optional<Failure> startFailure;          ///< why the engine is being ended before it ran
    bool goneWhileStarting = false;               ///< its process is; its last words are waited for
    QString busy;                                 ///< see Machine::setBusy()
    std::optional<RunState> run;                  ///< while there is an engine
    ProcessWatch *watch = nullptr;                ///< while there is an engine; of its lid, where it has one
    std::optional<ProcessIdentity> engine;        ///< itself, once it is known
    int deathLooks = 0;
    EngineClient *client = nullptr;         ///< while there is an engine that may be talked to
    std::unique_ptr<QObject> engineContext; ///< of the client's callbacks; ends with the engine
    std::unique_ptr<ResourceSampler> sampler;
    ConsoleClient *console = nullptr;
    LogTail *log = nullptr;

    std::deque<Exchange> exchanges;
    std::deque<ResourceUsage> usage;

    bool answered = false; ///< the engine that is there has answered a poll
    bool polling = false;  ///< an answer is outstanding
    bool pollingMetrics = false;
    int missed = 0;
    int metricsWatchers = 0;

    Ending ending = Ending::None;
    bool restartWanted = false;
    int secondsLeft = -1;
    QTimer countdown;
    QTimer killTimer;

    std::unique_ptr<LiveUpdate> live;
};

} // namespace sparkler::gui
