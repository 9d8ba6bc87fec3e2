#pragma once

// Between the API's JSON and our values. Reading is strict on types and lenient on unknown keys of an answer; the error
// is one untranslated line that names the key.

#include "client/types.h"

#include <QJsonDocument>

#include <expected>

namespace sparkler::gui {

template <typename T>
using JsonResult = std::expected<T, QString>;

QJsonObject toJson(const TokenBucket &bucket);
QJsonObject toJson(const RateLimiter &limiter);
QJsonObject toJson(const MachineConfig &config);
QJsonObject toJson(const BootSource &source);
QJsonObject toJson(const Drive &drive);
QJsonObject toJson(const DriveUpdate &update);
QJsonObject toJson(const NetworkInterface &interface);
QJsonObject toJson(const NetworkInterfaceUpdate &update);
QJsonObject toJson(const MmdsConfig &config);
QJsonObject toJson(const Vsock &vsock);
QJsonObject toJson(const Balloon &balloon);
QJsonObject toJson(const Entropy &entropy);
QJsonObject toJson(const Serial &serial);
QJsonObject toJson(const LoggerConfig &logger);
/// The document of --config-file; `otherSections` are put back word for word.
QJsonObject toJson(const VmConfig &config);

JsonResult<RateLimiter> rateLimiterFromJson(const QJsonValue &value);
JsonResult<MachineConfig> machineConfigFromJson(const QJsonValue &value);
JsonResult<BootSource> bootSourceFromJson(const QJsonValue &value);
JsonResult<Drive> driveFromJson(const QJsonValue &value);
JsonResult<NetworkInterface> networkInterfaceFromJson(const QJsonValue &value);
JsonResult<MmdsConfig> mmdsConfigFromJson(const QJsonValue &value);
JsonResult<Balloon> balloonFromJson(const QJsonValue &value);
JsonResult<BalloonStatistics> balloonStatisticsFromJson(const QJsonValue &value);
JsonResult<VmConfig> vmConfigFromJson(const QJsonValue &value);
JsonResult<InstanceInfo> instanceInfoFromJson(const QJsonValue &value);
JsonResult<VersionInfo> versionInfoFromJson(const QJsonValue &value);

/// The keys of those `otherSections` of a VmConfig that say something: not null, not an empty list.
QStringList sectionsInUse(const QJsonObject &sections);

/// Parses a document of at most 16 MiB whose top level is an object. The error has line and column.
JsonResult<QJsonObject> parseObject(const QByteArray &text);

} // namespace sparkler::gui
