#include "support/stub_model.h"

#include <QJsonDocument>

namespace stub {
namespace {

using namespace Qt::Literals::StringLiterals;

Answer afterStart()
{
    return Answer::fault(u"The requested operation is not supported after starting the microVM."_s);
}

Answer beforeStart()
{
    return Answer::fault(u"The requested operation is not supported before starting the microVM."_s);
}

/// RFC 7396.
QJsonValue merged(const QJsonValue &target, const QJsonValue &patch)
{
    if (!patch.isObject())
        return patch;
    QJsonObject result = target.toObject();
    const QJsonObject changes = patch.toObject();
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isNull())
            result.remove(it.key());
        else
            result.insert(it.key(), merged(result.value(it.key()), it.value()));
    }
    return result;
}

} // namespace

std::optional<Answer> Model::device(const Request &request)
{
    const QByteArray &path = request.path;
    const bool put = request.method == "PUT";
    if (path.startsWith("/network-interfaces/") && (put || request.method == "PATCH")) {
        const QString ifaceId = QString::fromUtf8(path.mid(20));
        return put ? putInterface(ifaceId, request.json()) : patchInterface(ifaceId, request.json());
    }
    if (path == "/mmds")
        return mmdsStore(request);
    if (path.startsWith("/balloon"))
        return balloonDevice(request);
    if (!put || (path != "/mmds/config" && path != "/vsock" && path != "/entropy"))
        return std::nullopt;
    if (started())
        return afterStart();
    if (path == "/mmds/config")
        return putMmdsConfig(request.json());
    (path == "/vsock" ? vsock : entropy) = request.json();
    return Answer{};
}

Answer Model::putInterface(const QString &pathId, QJsonObject body)
{
    if (pathId != body.value(u"iface_id"_s).toString())
        return Answer::fault(u"The id from the path does not match the id from the body!"_s);
    if (started())
        return afterStart();
    const QString mac = body.value(u"guest_mac"_s).toString().toLower();
    qsizetype place = networkInterfaces.size();
    for (qsizetype index = 0; index < networkInterfaces.size(); ++index) {
        const QJsonObject other = networkInterfaces.at(index).toObject();
        if (other.value(u"iface_id"_s).toString() == pathId)
            place = index;
        else if (!mac.isEmpty() && other.value(u"guest_mac"_s).toString() == mac)
            return Answer::fault(u"Network config error: The MAC address is already in use: "_s + mac);
    }
    body.insert(u"guest_mac"_s, mac.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(mac));
    for (const QString &limiter : {u"rx_rate_limiter"_s, u"tx_rate_limiter"_s}) {
        if (!body.contains(limiter))
            body.insert(limiter, QJsonValue::Null);
    }
    if (place < networkInterfaces.size())
        networkInterfaces.replace(place, body);
    else
        networkInterfaces.append(body);
    return {};
}

Answer Model::patchInterface(const QString &pathId, const QJsonObject &body)
{
    if (!started())
        return beforeStart();
    for (qsizetype index = 0; index < networkInterfaces.size(); ++index) {
        QJsonObject interface = networkInterfaces.at(index).toObject();
        if (interface.value(u"iface_id"_s).toString() != pathId)
            continue;
        for (const QString &limiter : {u"rx_rate_limiter"_s, u"tx_rate_limiter"_s}) {
            if (body.contains(limiter))
                interface.insert(limiter, body.value(limiter));
        }
        networkInterfaces.replace(index, interface);
        return {};
    }
    return Answer::fault(u"Network config error: Unable to update the net device: Failed perform action on device: "
                         "Device not found"_s);
}

Answer Model::putMmdsConfig(const QJsonObject &body)
{
    const QJsonArray wanted = body.value(u"network_interfaces"_s).toArray();
    if (wanted.isEmpty())
        return Answer::fault(u"MMMDS config error: The list of network interface IDs that allow forwarding MMDS "
                             "requests is empty."_s);
    QStringList ids;
    for (const QJsonValue &interface : std::as_const(networkInterfaces))
        ids << interface.toObject().value(u"iface_id"_s).toString();
    for (const QJsonValue &one : wanted) {
        if (!ids.contains(one.toString()))
            return Answer::fault(u"MMMDS config error: The list of network interface IDs provided contains at least "
                                 "one ID that does not correspond to any existing network interface."_s);
    }
    mmdsConfig = body;
    return {};
}

Answer Model::mmdsStore(const Request &request)
{
    if (request.method == "GET")
        return Answer::document(mmds.toObject());
    if (request.method == "PATCH" && mmds.isNull())
        return Answer::fault(u"MMDS error: The MMDS data store is not initialized."_s);
    const QJsonValue next = request.method == "PATCH" ? merged(mmds, request.json()) : QJsonValue(request.json());
    constexpr qsizetype kLimit = 51200;
    if (QJsonDocument(next.toObject()).toJson(QJsonDocument::Compact).size() > kLimit)
        return Answer::fault(u"MMDS limit exceeded error: The MMDS patch request doesn't fit."_s, 413);
    mmds = next;
    return {};
}

Answer Model::balloonDevice(const Request &request)
{
    const QJsonObject body = request.json();
    if (request.method == "PUT") {
        if (started())
            return afterStart();
        if (body.value(u"amount_mib"_s).toInteger() > machineConfig.value(u"mem_size_mib"_s).toInteger())
            return Answer::fault(u"Balloon config error: Amount of pages requested is too large."_s);
        balloon = body;
        return {};
    }
    const bool get = request.method == "GET";
    if (!started() && !(get && request.path == "/balloon"))
        return beforeStart();
    if (balloon.isEmpty())
        return Answer::fault(!started() ? u"Balloon config error: No balloon device found."_s
                             : get      ? u"Internal VMM error: Failed perform action on device: Device not found"_s
                                        : u"Balloon update error: Failed perform action on device: Device not found"_s);
    return get ? getBalloon(request.path) : patchBalloon(request.path, body);
}

Answer Model::getBalloon(const QByteArray &path) const
{
    if (path == "/balloon/hinting/status") {
        if (!balloon.value(u"free_page_hinting"_s).toBool())
            return Answer::fault(u"Balloon update error: Balloon: Attempting to use hinting when not enabled"_s);
        return Answer::document({{u"host_cmd"_s, hintingHost}, {u"guest_cmd"_s, hintingGuest}});
    }
    if (path != "/balloon/statistics")
        return Answer::document(balloon);
    if (balloon.value(u"stats_polling_interval_s"_s).toInt() == 0)
        return Answer::fault(u"Internal VMM error: Balloon: Received stats query when stats are disabled."_s);
    QJsonObject document = balloonStatistics;
    const int target = balloon.value(u"amount_mib"_s).toInt();
    document.insert(u"target_mib"_s, target);
    document.insert(u"target_pages"_s, target * 256);
    document.insert(u"actual_mib"_s, balloonActualMib);
    document.insert(u"actual_pages"_s, balloonActualMib * 256);
    return Answer::document(document);
}

Answer Model::patchBalloon(const QByteArray &path, const QJsonObject &body)
{
    if (path == "/balloon/statistics") {
        const QString key = u"stats_polling_interval_s"_s;
        if ((balloon.value(key).toInt() == 0) != (body.value(key).toInt() == 0))
            return Answer::fault(u"Balloon update error: Balloon: Statistics cannot be enabled/disabled after "
                                 "activation."_s);
        balloon.insert(key, body.value(key));
        return {};
    }
    if (path.startsWith("/balloon/hinting/")) {
        if (!balloon.value(u"free_page_hinting"_s).toBool())
            return Answer::fault(u"Balloon update error: Balloon: Attempting to use hinting when not enabled"_s);
        hintingHost = path == "/balloon/hinting/start" ? std::max(2, hintingHost + 1) : 1;
        return {};
    }
    const qint64 memory = machineConfig.value(u"mem_size_mib"_s).toInteger();
    const qint64 amount = body.value(u"amount_mib"_s).toInteger();
    if (amount > memory)
        return Answer::fault(
            u"Balloon update error: Balloon: Requested memory should be less than %1MiB"_s.arg(amount));
    balloon.insert(u"amount_mib"_s, body.value(u"amount_mib"_s));
    return {};
}

} // namespace stub
