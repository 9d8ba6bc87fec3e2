#include "client/json.h"

#include "client/json_reader.h"

#include <QJsonArray>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;
using namespace json;

namespace {

constexpr quint64 kMaxU16 = std::numeric_limits<quint16>::max();
constexpr quint64 kMaxU32 = std::numeric_limits<quint32>::max();
constexpr Names<MmdsVersion> kMmdsVersions{{MmdsVersion::V1, "V1"_L1}, {MmdsVersion::V2, "V2"_L1}};

constexpr Names<PortForward::Protocol> kProtocols{{PortForward::Protocol::Tcp, "tcp"_L1},
                                                  {PortForward::Protocol::Udp, "udp"_L1}};

PortForward readForward(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    PortForward forward;
    if (reader.failed() || !reader.require("host_port"_L1) || !reader.require("guest_port"_L1))
        return forward;
    quint64 host = 0;
    quint64 guest = 0;
    reader.read("protocol"_L1, forward.protocol, kProtocols);
    reader.read("address"_L1, forward.address);
    reader.read("host_port"_L1, host, 1, kMaxU16);
    reader.read("guest_port"_L1, guest, 1, kMaxU16);
    forward.hostPort = static_cast<quint16>(host);
    forward.guestPort = static_cast<quint16>(guest);
    return forward;
}

QJsonObject toJson(const PortForward &forward)
{
    return {{u"protocol"_s, textOf(kProtocols, forward.protocol)},
            {u"address"_s, forward.address},
            {u"host_port"_s, forward.hostPort},
            {u"guest_port"_s, forward.guestPort}};
}

NetworkInterface readInterface(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    NetworkInterface interface;
    if (reader.failed() || !reader.require("iface_id"_L1))
        return interface;
    if (!reader.has("socket_path"_L1) && !reader.require("host_dev_name"_L1))
        return interface;
    reader.read("iface_id"_L1, interface.ifaceId);
    reader.read("host_dev_name"_L1, interface.hostDevName);
    reader.read("socket_path"_L1, interface.socketPath);
    if (!interface.hostDevName.isEmpty() && !interface.socketPath.isEmpty())
        reader.refuse(reader.place("socket_path"_L1), u"not together with host_dev_name"_s);
    const QJsonArray forwards = reader.value("port_forwards"_L1).toArray();
    if (reader.has("port_forwards"_L1) && !reader.value("port_forwards"_L1).isArray())
        reader.refuse(reader.place("port_forwards"_L1), u"expected an array"_s);
    for (qsizetype at = 0; at < forwards.size(); ++at)
        interface.forwards << readForward(forwards.at(at), reader.place("port_forwards"_L1) + u"[%1]"_s.arg(at), error);
    reader.read("guest_mac"_L1, interface.guestMac);
    if (reader.has("mtu"_L1))
        reader.read("mtu"_L1, interface.mtu.emplace(), 0, kMaxU16);
    readLimiter(reader, "rx_rate_limiter"_L1, interface.rxRateLimiter, error);
    readLimiter(reader, "tx_rate_limiter"_L1, interface.txRateLimiter, error);
    return interface;
}

MmdsConfig readMmdsConfig(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    MmdsConfig config;
    if (reader.failed() || !reader.require("network_interfaces"_L1))
        return config;
    reader.read("version"_L1, config.version, kMmdsVersions);
    reader.read("ipv4_address"_L1, config.ipv4Address);
    reader.read("imds_compat"_L1, config.imdsCompat);
    const QJsonValue ids = reader.value("network_interfaces"_L1);
    if (!ids.isArray())
        reader.refuse(reader.place("network_interfaces"_L1), u"expected an array"_s);
    const QJsonArray list = ids.toArray();
    for (const QJsonValue &id : list) {
        if (!id.isString())
            reader.refuse(reader.place("network_interfaces"_L1), u"expected strings"_s);
        config.networkInterfaces << id.toString();
    }
    return config;
}

Vsock readVsock(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    Vsock vsock;
    if (reader.failed() || !reader.require("guest_cid"_L1) || !reader.require("uds_path"_L1))
        return vsock;
    reader.read("guest_cid"_L1, vsock.guestCid, 0, kMaxU32);
    reader.read("uds_path"_L1, vsock.udsPath);
    return vsock;
}

Balloon readBalloon(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    Balloon balloon;
    if (reader.failed() || !reader.require("amount_mib"_L1) || !reader.require("deflate_on_oom"_L1))
        return balloon;
    reader.read("amount_mib"_L1, balloon.amountMib, 0, kMaxU32);
    reader.read("deflate_on_oom"_L1, balloon.deflateOnOom);
    reader.read("stats_polling_interval_s"_L1, balloon.statsPollingIntervalS, 0, kMaxU16);
    reader.read("free_page_hinting"_L1, balloon.freePageHinting);
    reader.read("free_page_reporting"_L1, balloon.freePageReporting);
    return balloon;
}

Entropy readEntropy(const QJsonValue &value, const QString &place, QString &error)
{
    const ObjectReader reader(value, place, error);
    Entropy entropy;
    readLimiter(reader, "rate_limiter"_L1, entropy.rateLimiter, error);
    return entropy;
}

Serial readSerial(const QJsonValue &value, const QString &place, QString &error)
{
    ObjectReader reader(value, place, error);
    Serial serial;
    reader.read("serial_out_path"_L1, serial.serialOutPath);
    readBucket(reader, "rate_limiter"_L1, serial.rateLimiter, error);
    return serial;
}

template <typename T, typename Read>
void readSection(const ObjectReader &reader, QLatin1StringView key, std::optional<T> &out, QString &error, Read read)
{
    if (reader.has(key))
        out = read(reader.value(key), reader.place(key), error);
}

template <typename T>
void writeSection(QJsonObject &object, QLatin1StringView key, const std::optional<T> &section)
{
    if (section)
        object.insert(key, toJson(*section));
}

} // namespace

QStringList json::deviceKeys()
{
    return {u"network-interfaces"_s, u"mmds-config"_s, u"mmds"_s, u"vsock"_s, u"balloon"_s, u"entropy"_s, u"serial"_s};
}

void json::readDevices(const ObjectReader &reader, VmConfig &config, QString &error)
{
    ObjectReader root = reader;
    if (reader.has("network-interfaces"_L1)) {
        const QJsonValue interfaces = reader.value("network-interfaces"_L1);
        if (!interfaces.isArray())
            root.refuse(u"network-interfaces"_s, u"expected an array"_s);
        const QJsonArray list = interfaces.toArray();
        for (qsizetype index = 0; index < list.size(); ++index)
            config.networkInterfaces << readInterface(list.at(index), u"network-interfaces[%1]"_s.arg(index), error);
    }
    if (reader.has("mmds"_L1)) {
        if (!reader.value("mmds"_L1).isObject())
            root.refuse(u"mmds"_s, u"expected an object"_s);
        config.mmds = reader.value("mmds"_L1).toObject();
    }
    readSection(reader, "mmds-config"_L1, config.mmdsConfig, error, readMmdsConfig);
    readSection(reader, "vsock"_L1, config.vsock, error, readVsock);
    readSection(reader, "balloon"_L1, config.balloon, error, readBalloon);
    readSection(reader, "entropy"_L1, config.entropy, error, readEntropy);
    readSection(reader, "serial"_L1, config.serial, error, readSerial);
}

void json::writeDevices(const VmConfig &config, QJsonObject &object)
{
    QJsonArray interfaces;
    for (const NetworkInterface &interface : config.networkInterfaces) {
        QJsonObject entry = toJson(interface);
        QJsonArray forwards;
        for (const PortForward &forward : interface.forwards)
            forwards.append(toJson(forward));
        if (!forwards.isEmpty())
            entry.insert("port_forwards"_L1, forwards);
        interfaces.append(entry);
    }
    if (!interfaces.isEmpty())
        object.insert("network-interfaces"_L1, interfaces);
    if (config.mmds)
        object.insert("mmds"_L1, *config.mmds);
    writeSection(object, "mmds-config"_L1, config.mmdsConfig);
    writeSection(object, "vsock"_L1, config.vsock);
    writeSection(object, "balloon"_L1, config.balloon);
    writeSection(object, "entropy"_L1, config.entropy);
    writeSection(object, "serial"_L1, config.serial);
}

QJsonObject toJson(const NetworkInterface &interface)
{
    QJsonObject object{{u"iface_id"_s, interface.ifaceId}};
    if (interface.userMode())
        object.insert("socket_path"_L1, interface.socketPath);
    else
        object.insert("host_dev_name"_L1, interface.hostDevName);
    if (!interface.guestMac.isEmpty())
        object.insert("guest_mac"_L1, interface.guestMac);
    if (interface.mtu)
        object.insert("mtu"_L1, number(*interface.mtu));
    if (interface.rxRateLimiter)
        object.insert("rx_rate_limiter"_L1, toJson(*interface.rxRateLimiter));
    if (interface.txRateLimiter)
        object.insert("tx_rate_limiter"_L1, toJson(*interface.txRateLimiter));
    return object;
}

QJsonObject toJson(const NetworkInterfaceUpdate &update)
{
    QJsonObject object{{u"iface_id"_s, update.ifaceId}};
    if (update.rxRateLimiter)
        object.insert("rx_rate_limiter"_L1, toJson(*update.rxRateLimiter));
    if (update.txRateLimiter)
        object.insert("tx_rate_limiter"_L1, toJson(*update.txRateLimiter));
    return object;
}

QJsonObject toJson(const MmdsConfig &config)
{
    QJsonObject object{{u"version"_s, textOf(kMmdsVersions, config.version)},
                       {u"network_interfaces"_s, QJsonArray::fromStringList(config.networkInterfaces)}};
    if (!config.ipv4Address.isEmpty())
        object.insert("ipv4_address"_L1, config.ipv4Address);
    if (config.imdsCompat)
        object.insert("imds_compat"_L1, true);
    return object;
}

QJsonObject toJson(const Vsock &vsock)
{
    return {{u"guest_cid"_s, number(vsock.guestCid)}, {u"uds_path"_s, vsock.udsPath}};
}

QJsonObject toJson(const Balloon &balloon)
{
    QJsonObject object{{u"amount_mib"_s, number(balloon.amountMib)},
                       {u"deflate_on_oom"_s, balloon.deflateOnOom},
                       {u"stats_polling_interval_s"_s, number(balloon.statsPollingIntervalS)}};
    if (balloon.freePageHinting)
        object.insert("free_page_hinting"_L1, true);
    if (balloon.freePageReporting)
        object.insert("free_page_reporting"_L1, true);
    return object;
}

QJsonObject toJson(const Entropy &entropy)
{
    QJsonObject object;
    if (entropy.rateLimiter)
        object.insert("rate_limiter"_L1, toJson(*entropy.rateLimiter));
    return object;
}

QJsonObject toJson(const Serial &serial)
{
    QJsonObject object;
    if (!serial.serialOutPath.isEmpty())
        object.insert("serial_out_path"_L1, serial.serialOutPath);
    if (serial.rateLimiter)
        object.insert("rate_limiter"_L1, toJson(*serial.rateLimiter));
    return object;
}

JsonResult<NetworkInterface> networkInterfaceFromJson(const QJsonValue &value)
{
    QString error;
    NetworkInterface interface = readInterface(value, {}, error);
    return result(std::move(interface), error);
}

JsonResult<MmdsConfig> mmdsConfigFromJson(const QJsonValue &value)
{
    QString error;
    MmdsConfig config = readMmdsConfig(value, {}, error);
    return result(std::move(config), error);
}

JsonResult<Balloon> balloonFromJson(const QJsonValue &value)
{
    QString error;
    Balloon balloon = readBalloon(value, {}, error);
    return result(std::move(balloon), error);
}

JsonResult<BalloonStatistics> balloonStatisticsFromJson(const QJsonValue &value)
{
    QString error;
    ObjectReader reader(value, {}, error);
    BalloonStatistics statistics;
    if (!reader.failed() && reader.require("target_mib"_L1) && reader.require("actual_mib"_L1)) {
        reader.read("target_mib"_L1, statistics.targetMib, 0, kMaxU32);
        reader.read("actual_mib"_L1, statistics.actualMib, 0, kMaxU32);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            // Guests may tell more than we know the names of.
            const bool counted = it.key().startsWith("target_"_L1) || it.key().startsWith("actual_"_L1);
            if (!counted && it->isDouble() && it->toInteger(-1) >= 0)
                statistics.reported.insert(it.key(), static_cast<quint64>(it->toInteger()));
        }
    }
    return result(std::move(statistics), error);
}

} // namespace sparkler::gui
