#pragma once

#include "harness/api_client.h"

#include <QHash>
#include <QString>

#include <optional>
#include <sys/types.h>

/// A container runtime's driver of 2019 for this kind of monitor, call by call (reference, 6.4): it starts the engine
/// with a socket and nothing else, speaks the API of its time, and looks into /proc.
class KataDriver {
public:
    /// The number of drives whose place is kept for later.
    static constexpr int kDiskPool = 8;

    /// Whether it sends what is false (`ht_enabled`, `allow_mmds_requests`), or leaves it out as its library does.
    enum class FalseFields { Sent, LeftOut };

    /// `directory` must exist; it gets the socket and the empty files.
    KataDriver(const QString &directory, FalseFields falseFields) : m_directory(directory), m_falseFields(falseFields)
    {
    }
    ~KataDriver();
    KataDriver(const KataDriver &) = delete;
    KataDriver &operator=(const KataDriver &) = delete;

    // The steps, each with its name in the driver. Those that the driver ignores the errors of tell what came back.
    bool init(); ///< fcInit: false when the engine does not answer within 10 s
    harness::Response setMachine(int memoryMib, int vcpus);
    harness::Response setBootSource(const QString &kernel, const QByteArray &firstParameters = {});
    harness::Response setRootfs(const QString &path);
    /// createDiskPool: the first answer that is no 204, or the last.
    harness::Response createDiskPool();
    harness::Response addNetwork(const QString &name, const QString &mac, const QString &tap);
    harness::Response addVsock(quint32 cid);
    harness::Response start(); ///< fcStartVM, and waitVMM after it
    bool isRunning();          ///< vmRunning
    /// fcUpdateBlockDrive: PATCH, and the rescan if the machine runs. The first answer that is no 204, or the last.
    harness::Response updateDrive(int index, const QString &path);
    /// getThreadIDs: by vCPU; nothing when one of the names is not what it takes.
    std::optional<QHash<int, pid_t>> threadIds() const;
    /// fcEnd: SIGTERM and looks every 50 ms; after 15 s it is killed and this is nothing, else how long it took in ms.
    std::optional<qint64> stop();

    /// The kernel parameters as the driver gives them, after `first`.
    static QByteArray kernelParameters(const QByteArray &first);

    pid_t pid() const { return m_pid; }
    harness::ApiClient &api();
    QString socketPath() const { return m_directory + QStringLiteral("/firecracker.sock"); }

private:
    bool waitForApi(int seconds);
    bool isGone();
    harness::Response putDrive(const QString &id, const QString &path, bool readOnly);

    QString m_directory;
    FalseFields m_falseFields;
    pid_t m_pid = -1;
    bool m_reaped = false;
    std::optional<harness::ApiClient> m_api;
};

/// The driver stops at an answer that is not 204.
#define VERIFY_DONE(answer)                                                                                            \
    do {                                                                                                               \
        const Response done = (answer);                                                                                \
        QVERIFY2(done.status == 204, (#answer ": " + QByteArray::number(done.status) + ' ' + done.body).constData());  \
    } while (false)
