#include "manager/start_requests.h"

#include "client/json.h"

#include <QJsonDocument>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

std::deque<HttpRequest> startRequests(const VmConfig &config, std::chrono::milliseconds limit)
{
    std::deque<HttpRequest> requests;
    const auto put = [&](const QString &path, const QJsonObject &body) {
        requests.push_back({.method = "PUT",
                            .path = path,
                            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                            .deadline = limit,
                            .background = false});
    };
    put(u"/machine-config"_s, toJson(config.machine));
    put(u"/boot-source"_s, toJson(config.bootSource));
    for (const Drive &drive : config.drives)
        put(u"/drives/"_s + drive.driveId, toJson(drive));
    for (const NetworkInterface &interface : config.networkInterfaces)
        put(u"/network-interfaces/"_s + interface.ifaceId, toJson(interface));
    if (config.vsock)
        put(u"/vsock"_s, toJson(*config.vsock));
    if (config.balloon)
        put(u"/balloon"_s, toJson(*config.balloon));
    if (config.mmdsConfig)
        put(u"/mmds/config"_s, toJson(*config.mmdsConfig));
    if (config.mmds)
        put(u"/mmds"_s, *config.mmds);
    if (config.entropy)
        put(u"/entropy"_s, toJson(*config.entropy));
    if (config.serial)
        put(u"/serial"_s, toJson(*config.serial));
    put(u"/actions"_s, {{u"action_type"_s, u"InstanceStart"_s}});
    return requests;
}

} // namespace sparkler::gui
