#include "support/stub_model.h"

#include <QJsonDocument>

#include <algorithm>

namespace stub {
namespace {

using namespace Qt::Literals::StringLiterals;

QString faultAfterStart()
{
    return u"The requested operation is not supported after starting the microVM."_s;
}

QString faultBeforeStart()
{
    return u"The requested operation is not supported before starting the microVM."_s;
}

Answer invalidPath(const QByteArray &method, const QByteArray &path)
{
    const QByteArray token = path.mid(1).split('/').first();
    return Answer::fault(
        u"Invalid request method and/or path: %1 %2."_s.arg(QString::fromUtf8(method), QString::fromUtf8(token)));
}

/// Absent optional fields are shown as GET /vm/config shows them.
QJsonObject shownDrive(QJsonObject drive)
{
    for (const QString &key : {u"partuuid"_s, u"rate_limiter"_s}) {
        if (!drive.contains(key))
            drive.insert(key, QJsonValue::Null);
    }
    if (!drive.contains(u"is_read_only"_s))
        drive.insert(u"is_read_only"_s, false);
    if (!drive.contains(u"cache_type"_s))
        drive.insert(u"cache_type"_s, u"Unsafe"_s);
    if (!drive.contains(u"io_engine"_s))
        drive.insert(u"io_engine"_s, u"Sync"_s);
    return drive;
}

} // namespace

QJsonObject Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Answer Answer::fault(const QString &text, int status)
{
    const QJsonObject object{{u"fault_message"_s, text}};
    return {status, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Answer Answer::document(const QJsonObject &object)
{
    return {200, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Answer Model::answer(const Request &request)
{
    const QByteArray &path = request.path;
    if (const auto found = device(request))
        return *found;
    if (request.method == "GET")
        return request.body.isEmpty() ? get(path) : Answer::fault(u"GET request cannot have a body."_s);
    if (request.method != "PUT" && request.method != "PATCH")
        return invalidPath(request.method, path);
    if (request.body.isEmpty())
        return Answer::fault(u"Empty %1 request."_s.arg(QString::fromUtf8(request.method)));

    const QJsonObject body = request.json();
    const bool put = request.method == "PUT";
    if (put && path == "/actions")
        return action(body.value(u"action_type"_s).toString());
    if (put && path == "/snapshot/create")
        return createSnapshot(body);
    if (put && path == "/snapshot/load")
        return loadSnapshot(body);
    if (put && (path == "/boot-source" || path == "/machine-config" || path == "/logger" || path == "/metrics" ||
                path == "/serial"))
        return putBeforeStart(path, body);
    if (path.startsWith("/drives/")) {
        const QString driveId = QString::fromUtf8(path.mid(8));
        return put ? putDrive(driveId, body) : patchDrive(driveId, body);
    }
    if (put)
        return invalidPath(request.method, path);
    if (path == "/vm") {
        if (!started())
            return Answer::fault(faultBeforeStart());
        state = body.value(u"state"_s).toString() == u"Paused"_s ? u"Paused"_s : u"Running"_s;
        return {};
    }
    if (path == "/machine-config") {
        if (started())
            return Answer::fault(faultAfterStart());
        for (auto it = body.begin(); it != body.end(); ++it)
            machineConfig.insert(it.key(), it.value());
        return {};
    }
    return invalidPath(request.method, path);
}

Answer Model::get(const QByteArray &path) const
{
    if (path == "/")
        return Answer::document({{u"id"_s, id},
                                 {u"state"_s, state},
                                 {u"vmm_version"_s, firecrackerVersion},
                                 {u"app_name"_s, u"Firecracker"_s},
                                 {u"started"_s, started()}});
    if (path == "/version") {
        QJsonObject object{{u"firecracker_version"_s, firecrackerVersion}};
        if (!sparklerVersion.isEmpty())
            object.insert(u"sparkler_version"_s, sparklerVersion);
        return Answer::document(object);
    }
    if (path == "/vm/config")
        return Answer::document(vmConfig());
    if (path == "/machine-config")
        return Answer::document(machineConfig);
    if (path == "/metrics")
        return Answer::document(metrics);
    return invalidPath("GET", path);
}

Answer Model::putBeforeStart(const QByteArray &path, const QJsonObject &body)
{
    if (started())
        return Answer::fault(faultAfterStart());
    if (path == "/boot-source")
        bootSource = body;
    if (path == "/machine-config") {
        const int vcpus = body.value(u"vcpu_count"_s).toInt();
        const bool odd = body.value(u"smt"_s).toBool() && vcpus > 1 && vcpus % 2 != 0;
        if (vcpus < 1 || vcpus > 32 || odd)
            return Answer::fault(u"Machine config error: The number of vCPUs must be greater than 0, less than 32 and "
                                 "must be 1 or an even number if SMT is enabled."_s);
        if (body.value(u"mem_size_mib"_s).toInteger() <= 0)
            return Answer::fault(u"Machine config error: The memory size (MiB) is invalid."_s);
        machineConfig = body;
    }
    return {};
}

Answer Model::putDrive(const QString &pathId, const QJsonObject &body)
{
    const QString driveId = body.value(u"drive_id"_s).toString();
    if (pathId != driveId)
        return Answer::fault(u"The id from the path does not match the id from the body!"_s);
    if (started())
        return Answer::fault(faultAfterStart());
    const bool root = body.value(u"is_root_device"_s).toBool();
    qsizetype place = drives.size();
    for (qsizetype index = 0; index < drives.size(); ++index) {
        const QJsonObject drive = drives.at(index).toObject();
        if (drive.value(u"drive_id"_s).toString() == driveId)
            place = index;
        else if (root && drive.value(u"is_root_device"_s).toBool())
            return Answer::fault(u"Drive config error: A root block device already exists!"_s);
    }
    if (place < drives.size())
        drives.replace(place, shownDrive(body));
    else
        drives.insert(root ? 0 : place, shownDrive(body));
    return {};
}

Answer Model::patchDrive(const QString &pathId, const QJsonObject &body)
{
    if (pathId != body.value(u"drive_id"_s).toString())
        return Answer::fault(u"The id from the path does not match the id from the body!"_s);
    if (!started())
        return Answer::fault(faultBeforeStart());
    for (qsizetype index = 0; index < drives.size(); ++index) {
        QJsonObject drive = drives.at(index).toObject();
        if (drive.value(u"drive_id"_s).toString() != pathId)
            continue;
        for (const QString &key : {u"path_on_host"_s, u"rate_limiter"_s}) {
            if (body.contains(key))
                drive.insert(key, body.value(key));
        }
        drives.replace(index, drive);
        return {};
    }
    return Answer::fault(u"Drive config error: Unable to patch the block device: Device not found. Please verify the "
                         "request arguments."_s);
}

Answer Model::action(const QString &type)
{
    if (type == u"InstanceStart"_s) {
        if (started())
            return Answer::fault(faultAfterStart());
        if (bootSource.value(u"kernel_image_path"_s).toString().isEmpty())
            return Answer::fault(u"Start microvm error: Cannot start microvm without kernel configuration."_s);
        state = u"Running"_s;
        return {};
    }
    if (type != u"FlushMetrics"_s && type != u"SendCtrlAltDel"_s)
        return Answer::fault(u"An error occurred when deserializing the json body of a request: unknown variant `%1`, "
                             "expected one of `FlushMetrics`, `InstanceStart`, `SendCtrlAltDel`."_s.arg(type));
    if (!started())
        return Answer::fault(faultBeforeStart());
    if (type == u"SendCtrlAltDel"_s)
        ++ctrlAltDels;
    return {};
}

QJsonObject Model::vmConfig() const
{
    QJsonObject boot = bootSource;
    if (!boot.contains(u"initrd_path"_s))
        boot.insert(u"initrd_path"_s, QJsonValue::Null);
    QJsonObject config{{u"balloon"_s, balloon.isEmpty() ? QJsonValue() : QJsonValue(balloon)},
                       {u"drives"_s, drives},
                       {u"boot-source"_s, boot},
                       {u"cpu-config"_s, QJsonValue::Null},
                       {u"logger"_s, QJsonValue::Null},
                       {u"machine-config"_s, machineConfig},
                       {u"metrics"_s, QJsonValue::Null},
                       {u"mmds-config"_s, mmdsConfig},
                       {u"network-interfaces"_s, networkInterfaces},
                       {u"vsock"_s, vsock},
                       {u"entropy"_s, entropy}};
    for (auto it = otherSections.begin(); it != otherSections.end(); ++it)
        config.insert(it.key(), it.value());
    return config;
}

} // namespace stub
