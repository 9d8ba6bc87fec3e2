#pragma once

#include "lab_guest.h"

#include <QMap>

#include <optional>

/// The two files of a snapshot.
struct Snapshot {
    QString state, memory;

    QJsonObject createBody(const char *type) const;
    /// The body of PUT /snapshot/load that maps the memory file.
    QJsonObject loadBody(const QJsonObject &more = {}) const;
    /// The one that has a page server at `socket` bring the memory.
    QJsonObject uffdBody(const QString &socket) const;
};

/// One engine with what talks to it, in a directory of its own.
class LabEngine {
public:
    LabEngine();

    bool start(const QStringList &arguments = {});
    /// Ends it at once, as a crash would.
    void kill();
    bool setState(const char *state);
    QString path(const char *name) const { return directory.filePath(QLatin1String(name)); }

    QTemporaryDir directory; ///< before those that use it
    harness::EngineProcess process;
    harness::GuestShell shell;
    harness::ApiClient api;
};

/// What `snapshot_load` (see guest-tools) tells about its loads.
class LoadStatus {
public:
    static std::optional<LoadStatus> parse(const QByteArray &line);

    /// What the loads found wrong, in words; empty when all is well.
    QByteArray wrong() const;
    /// The loads that did nothing since `before`, by name.
    QStringList idleSince(const LoadStatus &before) const;
    /// How many streams of the kind ("echo tcp", "echo vsock") were begun anew.
    int begunAnew(const QString &kind) const;
    /// How much too long the longest sleep since the last status was, in ms.
    qint64 latestMs() const;
    qint64 realtimeMs() const { return m_realtimeMs; }

private:
    QMap<QString, QJsonObject> m_checks;
    qint64 m_realtimeMs = 0;
};

/// A guest that runs `snapshot_load`, in one engine after the other. Its disks stay where they are; a snapshot fits
/// them as long as no engine ran after it.
class SnapshotGuest {
public:
    explicit SnapshotGuest(const QString &kernel = QStringLiteral("6.1-test"));

    /// To be changed before boot(). A second drive, an interface on tap0 and a vsock device are there already.
    harness::BootPlan plan;
    /// Arguments of snapshot_load; those of streams are added as there are devices for them.
    QByteArray loads = "--files /root/load --files /mnt/data/load --memory 24 --registers 2 --timers";

    /// Starts the guest and its loads; the peers of their streams, too.
    bool boot();
    /// Pauses the guest and creates a snapshot: nothing but 204 is good.
    harness::Response freeze(const char *type, const Snapshot &snapshot);
    /// A new engine in the place of the one before continues the snapshot. It has to be gone: see LabEngine::kill().
    harness::Response load(const Snapshot &snapshot, const QJsonObject &more = {});
    /// The same with all of the body.
    harness::Response loadWith(const QJsonObject &body);

    LabEngine &engine() { return *m_engine; }
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString dataDrive() const { return path(QStringLiteral("data.ext4")); }
    Snapshot snapshot(const QString &name) const { return {path(name + ".state"), path(name + ".memory")}; }

    /// The answer of `snapshot_load`, which it is asked for until it comes; nothing in time.
    QByteArray ask(const QByteArray &word, int timeoutMs = 20000);
    std::optional<LoadStatus> status() { return LoadStatus::parse(ask("status")); }
    /// Waits until every load went on since `before`, and tells what they found wrong or which stand still: empty when
    /// all is well.
    QByteArray problemsSince(const LoadStatus &before, int timeoutMs = 30000);

    /// Stops the loads, which shall have found nothing, and ends the guest. Tells what is not as it should be, the
    /// file systems of its drives included.
    QByteArray end();

private:
    QByteArray startLoads() const;
    bool startPeers();
    QString vsockPath() const { return path(QStringLiteral("v.sock")); }

    QTemporaryDir m_directory;
    std::unique_ptr<harness::HostProgram> m_peers;
    std::unique_ptr<LabEngine> m_engine;
};

/// Layers a diff on its base with the tool for it.
bool rebase(const QString &base, const QString &diff);

/// The answer of a `snapshot_load` behind an engine's vsock socket; nothing when there is none within `timeoutMs`.
QByteArray askBehind(const QString &vsockPath, const QByteArray &word, int timeoutMs = 20000);

/// Stops the test with all that is known about the guest, if there are any.
#define NO_PROBLEMS(problems, engine)                                                                                  \
    do {                                                                                                               \
        const QByteArray found = (problems);                                                                           \
        if (!found.isEmpty())                                                                                          \
            QFAIL((found + "\nconsole: " + (engine).process.console().right(2000) +                                    \
                   "\nlog: " + (engine).process.log().right(4000) + "\nthreads: " + (engine).process.threads())        \
                      .constData());                                                                                   \
    } while (false)

/// Stops the test with the response and the log when the response is not 204.
#define ACCEPTED(response, engine)                                                                                     \
    do {                                                                                                               \
        const harness::Response got = (response);                                                                      \
        if (got.status != 204)                                                                                         \
            NO_PROBLEMS("refused: " + QByteArray::number(got.status) + ' ' + got.body, engine);                        \
    } while (false)
