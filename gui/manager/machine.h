#pragma once

#include "client/console_client.h"
#include "client/engine_client.h"
#include "manager/failure.h"
#include "manager/machine_definition.h"
#include "manager/machine_directory.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace sparkler::gui {

class LogTail;
struct SnapshotStart;

enum class MachineState {
    Stopped,
    Starting, ///< the engine is being started and configured
    Running,
    Paused,
    Stopping,     ///< asked to end
    Crashed,      ///< ended without being asked to, or could not start; reason() says more
    Unresponsive, ///< the engine is there and does not answer
};

enum class MachineAction { Start, Pause, Resume, CtrlAltDel, Stop, ForceStop, Restart, Edit, Delete };

/// What the process uses, from /proc.
struct ResourceUsage {
    QDateTime at;
    double cpuPercent = 0; ///< of one core
    qint64 residentBytes = 0;
};

/// One machine, alive: its definition, its engine if there is one, and what can be done with it. Made and owned by the
/// Supervisor. All work is asynchronous: outcomes come as stateChanged() or failed(). GUI thread.
class Machine : public QObject {
    Q_OBJECT
public:
    ~Machine() override;

    QString id() const;
    const MachineDefinition &definition() const;
    MachineDirectory directory() const;
    MachineState state() const;
    QString reason() const; ///< why it is in this state, for people; may be empty
    /// What the state says is no first look any more: an engine that was found running has answered, or did not in
    /// time.
    bool settled() const;
    /// Which runner it runs on, or would.
    bool emulated() const;
    /// What its local engine is confined by, or would be. When it runs emulated the helper machine confines it.
    JailChoice jail() const;
    /// Whether JailChoice::Privileged can be had here, as far as programs go.
    bool privilegedJailOffered() const;
    /// What the running engine sees in its jail; empty: no engine, or no jail.
    QList<ShownPath> shownPaths() const;
    QDateTime startedAt() const; ///< invalid: no engine
    /// Empty: possible now. Otherwise why not.
    QString whyNot(MachineAction action) const;

    // Actions that cannot be done now do nothing but fail.
    void start();
    void pause();
    void resume();
    void sendCtrlAltDel();
    /// Asks the guest to power off (Ctrl-Alt-Del); when it has not ended after `graceSeconds`, force. forceStop() cuts
    /// that short, cancelStop() leaves it running.
    static constexpr int kDefaultGraceSeconds = 20;
    void stop(int graceSeconds = kDefaultGraceSeconds);
    void forceStop();
    void cancelStop();
    void restart();
    int stopSecondsLeft() const; ///< until force; -1: no countdown

    /// Changes the definition on disk and, where the machine runs and the API can, live. `done` gets what still
    /// needs a restart (translated lines, empty: nothing).
    void apply(const MachineDefinition &definition, QObject *context, std::function<void(Outcome<QStringList>)> done);
    /// Whether the running engine was started with a definition that has changed since in ways that need a restart.
    bool needsRestart() const;

    // For work on the machine as a whole (SnapshotLibrary).
    /// Refuses every action but ForceStop with this reason. Empty: no longer.
    void setBusy(const QString &why);
    /// Keeps other managers from starting it until it was started from here, or releaseStart(). False: it runs, or
    /// somebody is starting it.
    bool reserveStart();
    void releaseStart();
    /// Starts it with a snapshot in place of a boot; also while it is busy. `done` is called once, later, unless
    /// `context` is gone; a failure is told to it alone.
    void startFrom(const SnapshotStart &snapshot, QObject *context, std::function<void(Outcome<void>)> done);
    /// What the engine has been told, with the user's paths. Nothing: no engine.
    std::optional<VmConfig> runningConfig() const;
    QString runningOn() const; ///< the runner's name; empty: no engine
    qint64 enginePid() const;  ///< of the engine itself, not of its jail's lid; 0: none, or not known yet
    /// `hostPath` as the running engine sees it.
    Outcome<QString> enginePath(const QString &hostPath) const;
    /// What the caller has just had from the engine, before the next poll.
    void notePaused(bool paused);
    /// The snapshot that the engine's memory is counted from: the last one that it made or was started from. A diff has
    /// what has changed since. Empty: none. Kept in state.json, so it is known of adopted engines, too.
    QString memoryBase() const;
    Outcome<void> setMemoryBase(const QString &snapshotId);

    EngineClient *client() const;                  ///< null: no engine
    ConsoleClient *console() const;                ///< never null; attached while there is an engine
    LogTail *log() const;                          ///< never null
    const std::deque<Exchange> &exchanges() const; ///< bounded, oldest first; polls are left out
    void clearExchanges();
    /// Samples of the last hour at 1 Hz, oldest first; only while there is an engine.
    const std::deque<ResourceUsage> &usage() const;

    /// While somebody watches, GET /metrics is polled at 1 Hz and metricsSampled() emitted. Counted.
    void watchMetrics(bool on);

signals:
    void stateChanged();
    void definitionChanged();
    void usageSampled();
    void metricsSampled(const QDateTime &at, const QJsonObject &totals);
    void exchangeFinished(const sparkler::gui::Exchange &exchange);
    void stopCountdownChanged(int secondsLeft);
    void failed(const sparkler::gui::Failure &failure);

private:
    friend class Supervisor;
    struct Private;
    explicit Machine(std::unique_ptr<Private> priv, QObject *parent);
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
