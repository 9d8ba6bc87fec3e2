#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <sys/types.h>

namespace harness {

/// Factor for every wait of a test: the emulated lab is that much slower than a real machine (LAB_SLOW, default 1).
int slowFactor();

/// How a process ended.
struct ExitStatus {
    int code = -1;  ///< exit code, or -1
    int signal = 0; ///< killing signal, or 0
};

/// An engine started by a test, with pipes for its serial console and a directory for its socket and log. Killed with
/// the object if it still runs.
class EngineProcess {
public:
    /// The engine to test: SPARKLER_ENGINE, else the one of this build.
    static QString enginePath();

    /// `directory` must exist; the socket is `api.sock` in it, the log `engine.log`.
    explicit EngineProcess(const QString &directory);
    ~EngineProcess();
    EngineProcess(const EngineProcess &) = delete;
    EngineProcess &operator=(const EngineProcess &) = delete;

    /// Starts the engine with `--api-sock … --log-path … --level Debug` and `arguments`.
    bool start(const QStringList &arguments = {});
    /// Starts it with exactly `arguments`.
    bool startWith(const QStringList &arguments);
    /// Starts another program, which becomes the engine: the jailer.
    bool startProgram(const QString &program, const QStringList &arguments);
    /// Waits until the API socket accepts connections.
    bool waitForSocket(int timeoutMs = 5000) const;

    QString socketPath() const { return m_directory + QStringLiteral("/api.sock"); }
    QString logPath() const { return m_directory + QStringLiteral("/engine.log"); }
    QByteArray log() const;
    pid_t pid() const { return m_pid; }
    /// What each thread is doing (name, state, where it waits in the kernel), for the report of a test that failed.
    QByteArray threads() const;

    /// Everything the serial console printed so far.
    const QByteArray &console() const { return m_console; }
    /// Waits until `marker` appears in the console at or after `from`; the position after it, or nothing in time.
    std::optional<qsizetype> waitForConsole(const QByteArray &marker, int timeoutMs, qsizetype from = 0);
    /// Types `text` on the serial console.
    bool type(const QByteArray &text);
    /// Waits for the end of the process, reading its console meanwhile.
    std::optional<ExitStatus> waitForExit(int timeoutMs);
    bool isRunning();
    void kill(int signal);

private:
    void readConsole(int waitMs);
    void reap(bool block);

    QString m_directory;
    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    QByteArray m_console;
    std::optional<ExitStatus> m_status;
};

} // namespace harness
