#pragma once

#include "client/api_connection.h"
#include "client/balloon.h"
#include "client/snapshots.h"
#include "client/types.h"

namespace sparkler::gui {

/// The REST API as typed calls. Callbacks: see ApiConnection::send(). `done` calls carry nothing but success.
class EngineClient : public QObject {
    Q_OBJECT
public:
    template <typename T>
    using Callback = std::function<void(ApiResult<T>)>;
    using RequestId = ApiConnection::RequestId;

    /// How long writing or loading a snapshot may take: a slow disk and a large guest.
    static constexpr std::chrono::minutes kSnapshotDeadline{20};

    explicit EngineClient(QString socketPath, QObject *parent = nullptr);

    ApiConnection *connection() const { return m_connection; }
    /// Calls made while this is on are marked as polls of the manager's own.
    void setBackground(bool background) { m_background = background; }

    RequestId instanceInfo(QObject *context, Callback<InstanceInfo> callback);
    RequestId version(QObject *context, Callback<VersionInfo> callback);
    RequestId vmConfig(QObject *context, Callback<VmConfig> callback);
    RequestId machineConfig(QObject *context, Callback<MachineConfig> callback);
    /// GET /metrics, an addition of our engine: totals since process start.
    RequestId metrics(QObject *context, Callback<QJsonObject> callback);
    /// GET /vm/config as the engine sent it.
    RequestId vmConfigDocument(QObject *context, Callback<QJsonObject> callback);

    RequestId getBalloonHinting(QObject *context, Callback<BalloonHinting> callback);
    /// `acknowledgeOnStop`: the engine tells the guest at the run's end that it may use the pages again.
    RequestId startBalloonHinting(bool acknowledgeOnStop, QObject *context, Callback<void> callback);
    RequestId stopBalloonHinting(QObject *context, Callback<void> callback);

    RequestId putMachineConfig(const MachineConfig &config, QObject *context, Callback<void> callback);
    RequestId putBootSource(const BootSource &source, QObject *context, Callback<void> callback);
    RequestId putDrive(const Drive &drive, QObject *context, Callback<void> callback);
    RequestId patchDrive(const DriveUpdate &update, QObject *context, Callback<void> callback);
    RequestId putNetworkInterface(const NetworkInterface &interface, QObject *context, Callback<void> callback);
    RequestId patchNetworkInterface(const NetworkInterfaceUpdate &update, QObject *context, Callback<void> callback);
    RequestId putMmdsConfig(const MmdsConfig &config, QObject *context, Callback<void> callback);
    /// The whole store.
    RequestId getMmds(QObject *context, Callback<QJsonObject> callback);
    /// `json` is sent as it is: a text can hold what a QJsonObject cannot (large numbers). PATCH merges (RFC 7396).
    RequestId putMmds(const QByteArray &json, QObject *context, Callback<void> callback);
    RequestId patchMmds(const QByteArray &json, QObject *context, Callback<void> callback);
    RequestId putVsock(const Vsock &vsock, QObject *context, Callback<void> callback);
    RequestId putBalloon(const Balloon &balloon, QObject *context, Callback<void> callback);
    RequestId getBalloon(QObject *context, Callback<Balloon> callback);
    /// Only while the guest runs.
    RequestId patchBalloon(quint64 amountMib, QObject *context, Callback<void> callback);
    RequestId getBalloonStatistics(QObject *context, Callback<BalloonStatistics> callback);
    /// Statistics that were off at the start stay off, and the other way round.
    RequestId patchBalloonStatistics(quint64 pollingIntervalS, QObject *context, Callback<void> callback);
    RequestId putEntropy(const Entropy &entropy, QObject *context, Callback<void> callback);
    RequestId putSerial(const Serial &serial, QObject *context, Callback<void> callback);
    RequestId putLogger(const LoggerConfig &logger, QObject *context, Callback<void> callback);
    RequestId start(QObject *context, Callback<void> callback);
    RequestId pause(QObject *context, Callback<void> callback);
    RequestId resume(QObject *context, Callback<void> callback);
    RequestId sendCtrlAltDel(QObject *context, Callback<void> callback);
    /// Only while the guest is paused. May take minutes: it writes the guest's whole memory. Cancelling it costs the
    /// connection, and whether the engine stops is the engine's business: its next answer comes when it is done.
    RequestId createSnapshot(const SnapshotCreateCall &call, QObject *context, Callback<void> callback);
    /// Only in a fresh engine, which ends when it fails.
    RequestId loadSnapshot(const SnapshotLoadCall &call, QObject *context, Callback<void> callback);
    RequestId flushMetrics(QObject *context, Callback<void> callback);
    /// Any request, e.g. typed by the user.
    RequestId raw(HttpRequest request, QObject *context, Callback<HttpReply> callback);

private:
    ApiConnection *m_connection;
    bool m_background = false;
};

} // namespace sparkler::gui
