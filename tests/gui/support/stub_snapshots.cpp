// Snapshots of the stand-in engine: real files, with a state file that only another stand-in can load and a memory file
// of the right size whose content tells what was in it. Checks and texts are those of the API.

#include "support/stub_model.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

namespace stub {
namespace {

using namespace Qt::Literals::StringLiterals;

Answer bodyFault(const QString &text)
{
    return Answer::fault(u"An error occurred when deserializing the json body of a request: "_s + text + u'.');
}

Answer loadFault(const QString &text)
{
    return Answer::fault(u"Load microVM snapshot error: Failed to restore from snapshot: "_s + text);
}

std::optional<Answer> unknownKey(const QJsonObject &body, const QSet<QString> &known)
{
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (!known.contains(it.key()))
            return bodyFault(u"unknown field `%1`"_s.arg(it.key()));
    }
    return std::nullopt;
}

/// Replaces `value` of the entry whose `idKey` is `wanted`; false: there is none.
bool replaceIn(QJsonArray &list, const QString &idKey, const QString &wanted, const QString &key,
               const QJsonValue &value)
{
    for (qsizetype at = 0; at < list.size(); ++at) {
        QJsonObject entry = list.at(at).toObject();
        if (entry.value(idKey).toString() != wanted)
            continue;
        entry.insert(key, value);
        list.replace(at, entry);
        return true;
    }
    return false;
}

} // namespace

bool Model::configured() const
{
    return !drives.isEmpty() || !networkInterfaces.isEmpty() || !vsock.isNull() || !balloon.isEmpty() ||
           !bootSource.value(u"kernel_image_path"_s).toString().isEmpty();
}

Answer Model::createSnapshot(const QJsonObject &body)
{
    if (const auto wrong = unknownKey(body, {u"snapshot_type"_s, u"snapshot_path"_s, u"mem_file_path"_s, u"version"_s}))
        return *wrong;
    if (!started())
        return Answer::fault(u"The requested operation is not supported before starting the microVM."_s);
    if (state != u"Paused"_s)
        return Answer::fault(u"Cannot save the microVM state: Operation not allowed: save/restore unavailable while "
                             "running"_s);
    QFile stateFile(body.value(u"snapshot_path"_s).toString());
    if (!stateFile.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Answer::fault(u"Cannot perform open on the snapshot backing file: "_s + stateFile.errorString());
    const QJsonObject saved{{u"stub"_s, 1},
                            {u"machine"_s, machineConfig},
                            {u"drives"_s, drives},
                            {u"interfaces"_s, networkInterfaces},
                            {u"vsock"_s, vsock}};
    stateFile.write(QJsonDocument(saved).toJson(QJsonDocument::Compact));
    QFile memory(body.value(u"mem_file_path"_s).toString());
    if (!memory.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        !memory.resize(machineConfig.value(u"mem_size_mib"_s).toInteger() << 20))
        return Answer::fault(u"Cannot perform open on the memory backing file: "_s + memory.errorString());
    memory.write(body.value(u"snapshot_type"_s).toString().toLatin1());
    return {};
}

Answer Model::loadSnapshot(const QJsonObject &body)
{
    if (const auto wrong =
            unknownKey(body, {u"snapshot_path"_s, u"mem_file_path"_s, u"mem_backend"_s, u"enable_diff_snapshots"_s,
                              u"track_dirty_pages"_s, u"resume_vm"_s, u"network_overrides"_s, u"vsock_override"_s,
                              u"clock_realtime"_s, u"huge_pages"_s, u"drive_overrides"_s, u"record_working_set"_s}))
        return *wrong;
    if (started())
        return Answer::fault(u"The requested operation is not supported after starting the microVM."_s);
    if (configured())
        return Answer::fault(u"Loading a microVM snapshot not allowed after configuring boot-specific resources."_s);
    QFile stateFile(body.value(u"snapshot_path"_s).toString());
    if (!stateFile.open(QIODevice::ReadOnly))
        return loadFault(u"Failed to get snapshot state from file: Failed to open snapshot file: "_s +
                         stateFile.errorString());
    const QJsonObject saved = QJsonDocument::fromJson(stateFile.readAll()).object();
    if (saved.value(u"stub"_s).toInt() != 1)
        return loadFault(u"Failed to get snapshot state from file: Failed to load snapshot state from file: CRC64 "
                         "validation failed"_s);
    const QJsonObject machine = saved.value(u"machine"_s).toObject();
    const QString memoryPath = body.value(u"mem_backend"_s).toObject().value(u"backend_path"_s).toString();
    if (QFile(memoryPath).size() != machine.value(u"mem_size_mib"_s).toInteger() << 20)
        return loadFault(u"Failed to load guest memory: Error creating guest memory from file: "_s + memoryPath);
    QJsonArray newDrives = saved.value(u"drives"_s).toArray();
    for (const QJsonValue &value : body.value(u"drive_overrides"_s).toArray()) {
        const QJsonObject change = value.toObject();
        if (!replaceIn(newDrives, u"drive_id"_s, change.value(u"drive_id"_s).toString(), u"path_on_host"_s,
                       change.value(u"path_on_host"_s)))
            return loadFault(u"Failed to get snapshot state from file: Unknown Drive Device."_s);
    }
    QJsonArray newInterfaces = saved.value(u"interfaces"_s).toArray();
    for (const QJsonValue &value : body.value(u"network_overrides"_s).toArray()) {
        const QJsonObject change = value.toObject();
        if (!replaceIn(newInterfaces, u"iface_id"_s, change.value(u"iface_id"_s).toString(), u"host_dev_name"_s,
                       change.value(u"host_dev_name"_s)))
            return loadFault(u"Failed to get snapshot state from file: Unknown Network Device."_s);
    }
    QJsonValue newVsock = saved.value(u"vsock"_s);
    if (const QJsonObject change = body.value(u"vsock_override"_s).toObject(); !change.isEmpty()) {
        if (newVsock.isNull())
            return loadFault(u"Failed to get snapshot state from file: Unknown Vsock Device."_s);
        QJsonObject device = newVsock.toObject();
        device.insert(u"uds_path"_s, change.value(u"uds_path"_s));
        newVsock = device;
    }
    machineConfig = machine;
    drives = newDrives;
    networkInterfaces = newInterfaces;
    vsock = newVsock;
    ++snapshotLoads;
    state = body.value(u"resume_vm"_s).toBool() ? u"Running"_s : u"Paused"_s;
    return {};
}

} // namespace stub
