#pragma once

#include "client/engine_client.h"
#include "manager/machine_directory.h"
#include "manager/run_state.h"
#include "manager/runner.h"

#include <deque>

namespace sparkler::gui {

/// The way from a definition to a running guest: prepare the runner, record what is about to run, place the files,
/// launch, wait for the API, configure, start. Ends with exactly one of ready(), failed() and aborted(); the process,
/// once launched, is the owner's to watch and, when the start fails, to end. GUI thread.
class StartSequence : public QObject {
    Q_OBJECT
public:
    StartSequence(MachineDefinition definition, MachineDirectory directory, Runner *runner, QObject *parent);

    void begin();
    /// Ends with aborted(), at once or when the step in hand is done.
    void abort();
    /// The answer to launched(): the client to talk to the engine with.
    void setClient(EngineClient *client);
    const RunState &runState() const { return m_run; }

signals:
    void stepChanged(const QString &text);
    void launched();
    void ready();
    void failed(const sparkler::gui::Failure &failure);
    void aborted();

private:
    /// The configuration with the paths that the engine sees.
    static Outcome<VmConfig> placeFiles(VmConfig config, const MachineDirectory &directory, const QString &seenAs,
                                        bool symbolicLinks);
    static void rotateLogs(const MachineDirectory &directory);

    void prepareRunner();
    void place();
    void launch(const VmConfig &placed);
    void waitForSocket();
    void waitForAnswer();
    void retry(void (StartSequence::*step)());
    void nextRequest();
    void end(void (StartSequence::*signal)());
    void fail(const Failure &failure);

    MachineDefinition m_definition;
    MachineDirectory m_directory;
    Runner *m_runner;
    RunState m_run;
    QPointer<EngineClient> m_client;
    std::deque<HttpRequest> m_requests;
    std::chrono::steady_clock::time_point m_answerBy;
    std::chrono::milliseconds m_pause{10};
    bool m_uninterruptible = false; ///< files are being placed
    bool m_aborting = false;
    bool m_ended = false;
};

/// The last lines that an engine left, of whichever of its logs has some.
QStringList lastEngineLines(const MachineDirectory &directory, int count = 10);

} // namespace sparkler::gui
