#include "manager/start_requests.h"

#include "client/engine_client.h"
#include "client/json.h"
#include "client/snapshots.h"

#include <QJsonDocument>

#include <algorithm>

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
    if (config.cpuConfig) // the template that comes last counts
        put(u"/cpu-config"_s, *config.cpuConfig);
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

std::deque<HttpRequest> resumeRequests(const VmConfig &config, const SnapshotStart &snapshot,
                                       std::chrono::milliseconds limit)
{
    SnapshotLoadCall load;
    load.statePath = snapshot.stateFile;
    load.memoryPath = snapshot.memoryFile;
    load.trackDirtyPages = config.machine.trackDirtyPages;
    load.clockRealtime = snapshot.clockRealtime;
    load.recordWorkingSet = snapshot.recordWorkingSet;
    for (const Drive &drive : config.drives)
        load.driveOverrides.append({drive.driveId, drive.pathOnHost});
    for (const NetworkInterface &interface : config.networkInterfaces) {
        // The socket of a user-mode network is where it was, seen from inside of the jail.
        if (!interface.userMode())
            load.networkOverrides.append({interface.ifaceId, interface.hostDevName});
    }
    if (config.vsock)
        load.vsockPath = config.vsock->udsPath;
    const bool metadata = config.mmdsConfig && config.mmds;
    load.resume = snapshot.resume && !metadata;

    std::deque<HttpRequest> requests;
    const auto add = [&](const QByteArray &method, const QString &path, const QJsonObject &body) {
        requests.push_back({.method = method,
                            .path = path,
                            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                            .deadline = limit,
                            .background = false});
    };
    add("PUT", u"/snapshot/load"_s, toJson(load));
    requests.back().deadline = std::max<std::chrono::milliseconds>(limit, EngineClient::kSnapshotDeadline);
    if (metadata) {
        add("PUT", u"/mmds"_s, *config.mmds);
        if (snapshot.resume)
            add("PATCH", u"/vm"_s, {{u"state"_s, u"Resumed"_s}});
    }
    return requests;
}

} // namespace sparkler::gui
