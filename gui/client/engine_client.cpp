#include "client/engine_client.h"

#include "client/json.h"

#include <QJsonDocument>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

constexpr milliseconds kReadDeadline{5000};
constexpr milliseconds kWriteDeadline{10000};
constexpr milliseconds kStartDeadline{60000}; ///< loads kernel and initrd

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject action(const QString &type)
{
    return {{u"action_type"_s, type}};
}

/// Hands `callback` the document in the answer, as `read` understands it.
template <typename T, typename Read>
ApiConnection::RequestId get(ApiConnection *connection, const QString &path, bool background, QObject *context,
                             EngineClient::Callback<T> callback, Read read)
{
    HttpRequest request{.method = "GET", .path = path, .body = {}, .deadline = kReadDeadline, .background = background};
    return connection->send(std::move(request), context,
                            [path, read, callback = std::move(callback)](ApiResult<HttpReply> reply) {
                                if (!callback)
                                    return;
                                if (!reply) {
                                    callback(std::unexpected(reply.error()));
                                    return;
                                }
                                JsonResult<T> document = [&]() -> JsonResult<T> {
                                    auto object = parseObject(reply->body);
                                    if (!object)
                                        return std::unexpected(object.error());
                                    return read(*object);
                                }();
                                if (document)
                                    callback(*std::move(document));
                                else
                                    callback(std::unexpected(ApiError{.kind = ApiError::Kind::Protocol,
                                                                      .status = reply->status,
                                                                      .fault = {},
                                                                      .method = "GET",
                                                                      .path = path,
                                                                      .detail = document.error()}));
                            });
}

ApiConnection::RequestId change(ApiConnection *connection, HttpRequest request, QObject *context,
                                EngineClient::Callback<void> callback)
{
    return connection->send(std::move(request), context,
                            [callback = std::move(callback)](const ApiResult<HttpReply> &reply) {
                                if (!callback)
                                    return;
                                if (reply)
                                    callback({});
                                else
                                    callback(std::unexpected(reply.error()));
                            });
}

HttpRequest send(const QByteArray &method, const QString &path, const QByteArray &body, bool background)
{
    return {.method = method, .path = path, .body = body, .deadline = kWriteDeadline, .background = background};
}

HttpRequest put(const QString &path, const QJsonObject &body, bool background, milliseconds deadline = kWriteDeadline)
{
    return {.method = "PUT", .path = path, .body = compact(body), .deadline = deadline, .background = background};
}

HttpRequest patch(const QString &path, const QJsonObject &body, bool background)
{
    return send("PATCH", path, compact(body), background);
}

} // namespace

EngineClient::EngineClient(QString socketPath, QObject *parent)
    : QObject(parent), m_connection(new ApiConnection(std::move(socketPath), this))
{
}

EngineClient::RequestId EngineClient::instanceInfo(QObject *context, Callback<InstanceInfo> callback)
{
    return get<InstanceInfo>(m_connection, u"/"_s, m_background, context, std::move(callback), instanceInfoFromJson);
}

EngineClient::RequestId EngineClient::version(QObject *context, Callback<VersionInfo> callback)
{
    return get<VersionInfo>(m_connection, u"/version"_s, m_background, context, std::move(callback),
                            versionInfoFromJson);
}

EngineClient::RequestId EngineClient::vmConfig(QObject *context, Callback<VmConfig> callback)
{
    return get<VmConfig>(m_connection, u"/vm/config"_s, m_background, context, std::move(callback), vmConfigFromJson);
}

EngineClient::RequestId EngineClient::machineConfig(QObject *context, Callback<MachineConfig> callback)
{
    return get<MachineConfig>(m_connection, u"/machine-config"_s, m_background, context, std::move(callback),
                              machineConfigFromJson);
}

EngineClient::RequestId EngineClient::metrics(QObject *context, Callback<QJsonObject> callback)
{
    return get<QJsonObject>(m_connection, u"/metrics"_s, m_background, context, std::move(callback),
                            [](const QJsonObject &object) -> JsonResult<QJsonObject> { return object; });
}

EngineClient::RequestId EngineClient::vmConfigDocument(QObject *context, Callback<QJsonObject> callback)
{
    return get<QJsonObject>(m_connection, u"/vm/config"_s, m_background, context, std::move(callback),
                            [](const QJsonObject &object) -> JsonResult<QJsonObject> { return object; });
}

EngineClient::RequestId EngineClient::getBalloonHinting(QObject *context, Callback<BalloonHinting> callback)
{
    return get<BalloonHinting>(m_connection, u"/balloon/hinting/status"_s, m_background, context, std::move(callback),
                               balloonHintingFromJson);
}

EngineClient::RequestId EngineClient::startBalloonHinting(bool acknowledgeOnStop, QObject *context,
                                                          Callback<void> callback)
{
    return change(m_connection,
                  patch(u"/balloon/hinting/start"_s, {{u"acknowledge_on_stop"_s, acknowledgeOnStop}}, m_background),
                  context, std::move(callback));
}

EngineClient::RequestId EngineClient::stopBalloonHinting(QObject *context, Callback<void> callback)
{
    return change(m_connection, patch(u"/balloon/hinting/stop"_s, {}, m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putMachineConfig(const MachineConfig &config, QObject *context,
                                                       Callback<void> callback)
{
    return change(m_connection, put(u"/machine-config"_s, toJson(config), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putBootSource(const BootSource &source, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/boot-source"_s, toJson(source), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putDrive(const Drive &drive, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/drives/"_s + drive.driveId, toJson(drive), m_background), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::patchDrive(const DriveUpdate &update, QObject *context, Callback<void> callback)
{
    return change(m_connection, patch(u"/drives/"_s + update.driveId, toJson(update), m_background), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::putNetworkInterface(const NetworkInterface &interface, QObject *context,
                                                          Callback<void> callback)
{
    return change(m_connection, put(u"/network-interfaces/"_s + interface.ifaceId, toJson(interface), m_background),
                  context, std::move(callback));
}

EngineClient::RequestId EngineClient::patchNetworkInterface(const NetworkInterfaceUpdate &update, QObject *context,
                                                            Callback<void> callback)
{
    return change(m_connection, patch(u"/network-interfaces/"_s + update.ifaceId, toJson(update), m_background),
                  context, std::move(callback));
}

EngineClient::RequestId EngineClient::putMmdsConfig(const MmdsConfig &config, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/mmds/config"_s, toJson(config), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::getMmds(QObject *context, Callback<QJsonObject> callback)
{
    return get<QJsonObject>(m_connection, u"/mmds"_s, m_background, context, std::move(callback),
                            [](const QJsonObject &object) -> JsonResult<QJsonObject> { return object; });
}

EngineClient::RequestId EngineClient::putMmds(const QByteArray &json, QObject *context, Callback<void> callback)
{
    return change(m_connection, send("PUT", u"/mmds"_s, json, m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::patchMmds(const QByteArray &json, QObject *context, Callback<void> callback)
{
    return change(m_connection, send("PATCH", u"/mmds"_s, json, m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putVsock(const Vsock &vsock, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/vsock"_s, toJson(vsock), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putBalloon(const Balloon &balloon, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/balloon"_s, toJson(balloon), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::getBalloon(QObject *context, Callback<Balloon> callback)
{
    return get<Balloon>(m_connection, u"/balloon"_s, m_background, context, std::move(callback), balloonFromJson);
}

EngineClient::RequestId EngineClient::patchBalloon(quint64 amountMib, QObject *context, Callback<void> callback)
{
    const QJsonObject body{{u"amount_mib"_s, static_cast<qint64>(amountMib)}};
    return change(m_connection, patch(u"/balloon"_s, body, m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::getBalloonStatistics(QObject *context, Callback<BalloonStatistics> callback)
{
    return get<BalloonStatistics>(m_connection, u"/balloon/statistics"_s, m_background, context, std::move(callback),
                                  balloonStatisticsFromJson);
}

EngineClient::RequestId EngineClient::patchBalloonStatistics(quint64 pollingIntervalS, QObject *context,
                                                             Callback<void> callback)
{
    const QJsonObject body{{u"stats_polling_interval_s"_s, static_cast<qint64>(pollingIntervalS)}};
    return change(m_connection, patch(u"/balloon/statistics"_s, body, m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putEntropy(const Entropy &entropy, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/entropy"_s, toJson(entropy), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putSerial(const Serial &serial, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/serial"_s, toJson(serial), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::putLogger(const LoggerConfig &logger, QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/logger"_s, toJson(logger), m_background), context, std::move(callback));
}

EngineClient::RequestId EngineClient::start(QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/actions"_s, action(u"InstanceStart"_s), m_background, kStartDeadline), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::pause(QObject *context, Callback<void> callback)
{
    return change(m_connection, patch(u"/vm"_s, {{u"state"_s, u"Paused"_s}}, m_background), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::resume(QObject *context, Callback<void> callback)
{
    return change(m_connection, patch(u"/vm"_s, {{u"state"_s, u"Resumed"_s}}, m_background), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::sendCtrlAltDel(QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/actions"_s, action(u"SendCtrlAltDel"_s), m_background), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::createSnapshot(const SnapshotCreateCall &call, QObject *context,
                                                     Callback<void> callback)
{
    return change(m_connection, put(u"/snapshot/create"_s, toJson(call), m_background, kSnapshotDeadline), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::loadSnapshot(const SnapshotLoadCall &call, QObject *context,
                                                   Callback<void> callback)
{
    return change(m_connection, put(u"/snapshot/load"_s, toJson(call), m_background, kSnapshotDeadline), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::flushMetrics(QObject *context, Callback<void> callback)
{
    return change(m_connection, put(u"/actions"_s, action(u"FlushMetrics"_s), m_background), context,
                  std::move(callback));
}

EngineClient::RequestId EngineClient::raw(HttpRequest request, QObject *context, Callback<HttpReply> callback)
{
    return m_connection->send(std::move(request), context, std::move(callback));
}

} // namespace sparkler::gui
