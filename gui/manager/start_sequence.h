#pragma once

#include "client/engine_client.h"
#include "manager/machine_directory.h"
#include "manager/run_state.h"
#include "manager/runner.h"
#include "manager/start_requests.h"

#include <deque>

namespace sparkler::gui {

/// The way from a definition to a running guest: prepare the runner, record what is about to run, place the files,
/// launch, wait for the API, configure and start, or load a snapshot. Ends with exactly one of ready(), failed() and
/// aborted(); the process, once launched, is the owner's to watch and, when the start fails, to end. GUI thread.
class StartSequence : public QObject {
    Q_OBJECT
public:
    /// `snapshot`: what to continue from in place of a boot.
    StartSequence(MachineDefinition definition, MachineDirectory directory, Runner *runner,
                  std::optional<SnapshotStart> snapshot, QObject *parent);

    void begin();
    /// Ends with aborted(), at once or when the step in hand is done.
    void abort();
    /// The answer to launched(): the client to talk to the engine with.
    void setClient(EngineClient *client);
    const RunState &runState() const { return m_run; }
    /// A request is under way: should the engine end now, its last words may still come.
    bool awaitsAnswer() const { return m_awaitsAnswer; }

signals:
    void stepChanged(const QString &text);
    void launched();
    /// The process behind the API socket is the engine that was launched, or its child.
    void engineFound(qint64 pid);
    void ready();
    void failed(const sparkler::gui::Failure &failure);
    void aborted();

private:
    /// The configuration with the paths that the engine sees, and the files that they are.
    struct PlacedConfig {
        VmConfig config;
        QList<ShownPath> files{};
    };
    struct Placing;
    static Outcome<PlacedConfig> placeFiles(const Placing &how);
    static void rotateLogs(const MachineDirectory &directory);

    void prepareRunner();
    void place();
    void launch(const PlacedConfig &placed);
    Outcome<std::deque<HttpRequest>> requestsFor(const VmConfig &placed) const;
    QList<ShownPath> recordFolder() const;
    void waitForSocket();
    bool isOurs(qint64 pid) const;
    void waitForAnswer();
    void retry(void (StartSequence::*step)());
    void nextRequest();
    void end(void (StartSequence::*signal)());
    void fail(const Failure &failure);

    MachineDefinition m_definition;
    MachineDirectory m_directory;
    Runner *m_runner;
    std::optional<SnapshotStart> m_snapshot;
    RunState m_run;
    QPointer<EngineClient> m_client;
    std::deque<HttpRequest> m_requests;
    std::chrono::steady_clock::time_point m_answerBy;
    std::chrono::milliseconds m_pause{10};
    bool m_uninterruptible = false; ///< files are being placed
    bool m_aborting = false;
    bool m_awaitsAnswer = false;
    bool m_ended = false;
};

/// The last lines that an engine left, of whichever of its logs has some.
QStringList lastEngineLines(const MachineDirectory &directory, int count = 10);

} // namespace sparkler::gui
