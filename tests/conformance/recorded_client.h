#pragma once

#include "harness/api_client.h"
#include "recorded_sequence.h"

#include <QProcess>

#include <optional>

/// A client that a RecordedSequence is of: it starts the engine as Go's os/exec does and sends its requests as Go's
/// HTTP client does, one after the other on one connection that stays.
class RecordedClient {
public:
    /// How its engine ended, as os/exec tells it.
    struct End {
        int code = -1;       ///< exit code, or -1
        bool killed = false; ///< by a signal
    };

    /// `socketPath`: where the engine's socket is to be, as the client sees it.
    RecordedClient(const RecordedSequence &sequence, const QString &socketPath)
        : m_sequence(sequence), m_socketPath(socketPath)
    {
    }
    ~RecordedClient();
    RecordedClient(const RecordedClient &) = delete;
    RecordedClient &operator=(const RecordedClient &) = delete;

    /// cmd.Start() in `directory` (empty: this one), with nothing to read. What it prints goes to the file `console`;
    /// empty: to nobody, which is what os/exec makes of a writer that was not given.
    bool start(const QString &program, const QStringList &arguments, const QString &console,
               const QString &directory = {});
    /// waitForSocket of the SDK: the file, then the sequence's first request, every 10 ms. Empty, or what is wrong.
    QByteArray waitForSocket();
    /// The next requests up to the one of that title. Empty, or what is wrong.
    QByteArray replayThrough(const QByteArray &title);
    /// All that are left.
    QByteArray replayRest();

    qint64 pid() const { return m_process.processId(); }
    bool isRunning();
    void terminate() { m_process.terminate(); } ///< SIGTERM
    /// cmd.Wait(); nothing when it does not end.
    std::optional<End> wait();

private:
    QByteArray replayNext();

    RecordedSequence m_sequence;
    QString m_socketPath;
    QProcess m_process;
    std::optional<harness::ApiClient> m_api;
    qsizetype m_next = 0;
};
