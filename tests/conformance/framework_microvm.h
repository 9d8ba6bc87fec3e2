#pragma once

#include "framework_jail.h"
#include "harness/api_client.h"
#include "harness/boot_plan.h"

#include <QHash>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

/// A FIFO as the framework reads it: whole lines, as far as there are some.
class FrameworkFifo {
public:
    /// Makes it; the directory must be there.
    explicit FrameworkFifo(const QString &path);
    ~FrameworkFifo();
    FrameworkFifo(const FrameworkFifo &) = delete;
    FrameworkFifo &operator=(const FrameworkFifo &) = delete;

    QString path() const { return m_path; }
    /// sequential_reader: at most `most` lines, without waiting.
    QByteArrayList readLines(int most);

private:
    QString m_path;
    int m_fd = -1;
    QByteArray m_rest;
};

/// A microVM of the acceptance framework (reference, 6.2 and 6.3): jailed, started in one of three ways, with its log
/// read through a FIFO.
class FrameworkMicrovm {
public:
    enum class Launch {
        CloneHelper, ///< a launcher makes the jailer the first process of a PID namespace, with --daemonize
        Fork,        ///< the jailer is exec'ed by a fork of the driver
        Screen,      ///< inside of screen(1), without --daemonize
    };

    explicit FrameworkMicrovm(const QString &id = QStringLiteral("0b1f"), Launch launch = Launch::CloneHelper);
    ~FrameworkMicrovm() { kill(); }
    FrameworkMicrovm(const FrameworkMicrovm &) = delete;
    FrameworkMicrovm &operator=(const FrameworkMicrovm &) = delete;

    FrameworkJail jail;
    bool withLogger = true; ///< a FIFO, --log-path log_fifo --level Info
    bool withReader = true; ///< of that FIFO
    QString metadataFile;   ///< --metadata; need not exist

    /// Jail, launch, and the wait for socket and log. Empty, or what went wrong.
    QByteArray spawn(bool useRamdisk = false);
    /// The jailer alone, in whatever way: what the driver sees of that.
    DriverOutput launch();
    /// 2 vCPUs, 256 MiB, a tiny guest as kernel, an empty disk as the root drive: machine-config, boot-source, drive,
    /// in this order. Empty, or what was refused.
    QByteArray basicConfig(const char *guestName = "spin",
                           const QJsonObject &machine =
                               harness::json(R"({"vcpu_count": 2, "mem_size_mib": 256, "track_dirty_pages": false})"));
    /// With the checks of the state before and after.
    QByteArray start();
    /// As the framework does it in the end; the log stays.
    void kill();

    harness::ApiClient &api();
    /// The process that drivers take for the engine; -1: none.
    pid_t pid() const { return m_pid; }
    pid_t screenPid() const { return m_screenPid; }
    QString screenLog() const { return m_directory.filePath(QStringLiteral("screen.log")); }
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    QByteArray log() const;
    /// Whether the text comes into the log within five tries, 0.1 s apart.
    bool logContains(const QByteArray &text) const;
    /// The PID file's number; -1: there is none.
    pid_t pidFile() const;
    /// Of the engine: names and ids, as psutil tells them.
    QHash<QByteArray, pid_t> threads() const;
    bool isAlive() const;
    /// Types into the serial port through screen.
    bool serialInput(const QByteArray &text);
    static QString guestImage(const char *name);
    /// A file in the microVM's own directory, of `mib` MiB.
    QString makeDisk(const char *name, int mib) const;

private:
    void readLog();
    bool findScreen();

    QTemporaryDir m_directory;
    Launch m_launch;
    pid_t m_pid = -1, m_screenPid = -1;
    std::optional<harness::ApiClient> m_api;
    std::thread m_reader;
    std::atomic<bool> m_stopReading{false};
    mutable std::mutex m_lock;
    QByteArray m_log; ///< guarded by m_lock
};

/// A step that tells what went wrong, or nothing.
#define VERIFY_FINE(step)                                                                                              \
    do {                                                                                                               \
        const QByteArray wrong = (step);                                                                               \
        QVERIFY2(wrong.isEmpty(), wrong.constData());                                                                  \
    } while (false)
